//! Doing what views ask for.

use egui::Context;

use crate::edit::{AnyRow, Command, PlaceDeed};
use crate::model::{
    Body, BodyKind, CivilTime, DayHours, Event, EventDates, EventKind, Id, Length, LocalText, Placement, Plan, Room,
    RowId, SessionId,
};
use crate::texts::{Texts, Value, tid};

use super::Desk;
use super::files::Then;
use crate::app::action::{Action, Choice, Message, UiCommand};
use crate::app::context::{Requests, ViewContext};
use crate::app::gesture::{new_session, rooms_in_order};
use crate::app::phrases;
use crate::app::selection::{Filter, Selection};
use crate::app::settings::ViewKind;

impl Desk {
    /// Does one thing that was asked for.
    pub fn handle(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Perform(command) => self.perform(&command),
            Action::Select(selection) => self.selection = selection,
            Action::Toggle(id) => self.selection.toggle(id),
            Action::Reveal(row) => {
                self.selection = Selection::only(row);
                self.reveal(row);
            }
            Action::Filter(filter) => self.filter = filter,
            Action::Run(command) => self.run(ctx, command),
            Action::Open(path) => self.ask_before(ctx, Then::Open(path)),
            Action::Choose(choice) => self.choose(choice),
            Action::ShowRule(rule) => self.rules.show(rule),
            Action::AskExport(request, amount) => self.ask_export(ctx, request, amount),
            Action::Tell(message) => self.notices.tell(message),
            Action::ShowTime(time) => {
                self.timeline.show_time(time);
                self.day.show_date(time.date());
            }
            Action::Preview(placements) => self.preview = placements,
        }
    }

    /// Brings what is still being typed in the inspector into the plan.
    pub(super) fn finish_drafts(&mut self) {
        while let Some(command) = self.inspector.finish(self.document.plan()) {
            self.perform(&command);
        }
        while let Some(command) = self.rules.finish(self.document.plan()) {
            self.perform(&command);
        }
    }

    /// Changes the plan, and says why where that is refused.
    fn perform(&mut self, command: &Command) {
        match self.document.perform(command).map(|step| step.is_some()) {
            Ok(true) => {
                if let Some(step) = self.document.done().last() {
                    self.checker.get_mut().follow(self.document.plan(), &step.patch);
                }
            }
            Ok(false) => {}
            Err(refusal) => {
                let text = self.with_context(|cx| phrases::refusal(cx, &refusal));
                self.notices.tell(Message { text, is_error: true });
            }
        }
        self.selection.retain_existing(self.document.plan());
    }

    fn choose(&mut self, choice: Choice) {
        let settings = &mut self.settings;
        match choice {
            Choice::Theme(theme) => settings.theme = theme,
            Choice::Language(language) => {
                settings.language = language;
                self.texts = Texts::new(language);
            }
            Choice::PlanLanguage(language) => settings.plan_language = language,
            Choice::View(view) => settings.view = view,
            Choice::Lanes(lanes) => settings.lanes = lanes,
            Choice::ColorBy(color_by) => settings.color_by = color_by,
            Choice::SnapMins(mins) => settings.snap_mins = mins,
            Choice::Fold(fold) => {
                settings.fold = fold;
                self.timeline.refold();
            }
            Choice::SecondZone(zone) => settings.second_zone = zone,
        }
    }

    /// Does what a menu entry says.
    pub fn run(&mut self, ctx: &Context, command: UiCommand) {
        self.finish_drafts();
        match command {
            UiCommand::New(template) => self.ask_before(ctx, Then::New(template)),
            UiCommand::Open => self.ask_before(ctx, Then::Choose),
            UiCommand::Save => self.save(ctx, None),
            UiCommand::SaveAs => self.save_as(ctx, None),
            UiCommand::Quit => self.ask_before(ctx, Then::Quit),
            UiCommand::Undo => self.undo_or_redo(true),
            UiCommand::Redo => self.undo_or_redo(false),
            UiCommand::SelectAll => self.select_all(),
            UiCommand::SelectNone => self.selection = Selection::default(),
            UiCommand::Duplicate => self.duplicate(),
            UiCommand::Delete => self.delete(),
            UiCommand::Unschedule => {
                let placed = self.selected(|session| session.placement.is_some());
                if !placed.is_empty() {
                    self.perform(&Command::Unschedule(placed));
                }
            }
            UiCommand::TogglePin => {
                let loose = self.selected(|session| !session.pinned);
                let pin = !loose.is_empty();
                let ids = if pin { loose } else { self.selected(|_| true) };
                if !ids.is_empty() {
                    self.perform(&Command::Pin(ids, pin));
                }
            }
            UiCommand::Swap => self.swap(),
            UiCommand::AddSession | UiCommand::AddEvent | UiCommand::AddRoom | UiCommand::AddBody => self.add(command),
            UiCommand::View(view) => self.choose(Choice::View(view)),
            UiCommand::Lanes(lanes) => self.choose(Choice::Lanes(lanes)),
            UiCommand::ToggleFold => self.choose(Choice::Fold(!self.settings.fold)),
            UiCommand::ZoomIn => self.zoom(1.6),
            UiCommand::ZoomOut => self.zoom(1.0 / 1.6),
            UiCommand::ZoomAll => match self.settings.view {
                ViewKind::Day => self.day.zoom_all(),
                ViewKind::Grid => self.grid.zoom_all(),
                ViewKind::Timeline | ViewKind::List => self.timeline.zoom_all(),
            },
            UiCommand::ZoomSelection => self.zoom_to_selection(),
            UiCommand::ToggleNavigator => self.settings.navigator_open = !self.settings.navigator_open,
            UiCommand::ToggleInspector => self.settings.inspector_open = !self.settings.inspector_open,
            UiCommand::ToggleFindings => self.settings.findings_open = !self.settings.findings_open,
            UiCommand::NextFinding => self.go_to_finding(ctx, true),
            UiCommand::PreviousFinding => self.go_to_finding(ctx, false),
            UiCommand::Rules => self.rules.toggle(),
            UiCommand::Export => self.export.toggle(&self.settings.export),
            UiCommand::ExportSelected => self.export.open_for_selected(&self.settings.export),
            UiCommand::Theme(theme) => self.choose(Choice::Theme(theme)),
            UiCommand::Screen(language) => self.choose(Choice::Language(language)),
            UiCommand::FindSlot => self.slots.open(),
            UiCommand::Repair => self.repair.open(),
            UiCommand::Palette => self.palette.open(ctx, false),
            UiCommand::Find => self.palette.open(ctx, true),
            UiCommand::Shortcuts => self.notices.toggle_shortcuts(),
            UiCommand::About => self.notices.toggle_about(),
        }
    }

    /// Walks along the list of findings.
    fn go_to_finding(&mut self, ctx: &Context, forward: bool) {
        let mut findings = std::mem::take(&mut self.findings);
        let actions = self.with_context(|cx| findings.step(cx, forward));
        self.findings = findings;
        self.settings.findings_open = true;
        for action in actions {
            self.handle(ctx, action);
        }
    }

    fn undo_or_redo(&mut self, undo: bool) {
        let step = if undo { self.document.undo() } else { self.document.redo() };
        let Some((label, patch)) = step.map(|step| (step.label.clone(), step.patch.clone())) else { return };
        let patch = if undo { patch.inverse() } else { patch };
        self.checker.get_mut().follow(self.document.plan(), &patch);
        self.selection.retain_existing(self.document.plan());
        let text = self.with_context(|cx| {
            let step = phrases::step(cx, &label);
            let id = if undo { tid("step-undone") } else { tid("step-redone") };
            cx.texts.text_with(id, &[("step", Value::from(&step))])
        });
        self.notices.tell(Message { text, is_error: false });
    }

    fn select_all(&mut self) {
        let let_through = |id: SessionId| {
            self.matches.as_ref().and_then(|(_, matches)| matches.as_ref()).is_none_or(|matches| matches.contains(&id))
        };
        let placed = self.document.plan().sessions().iter().filter(|session| session.placement.is_some());
        self.selection = Selection::sessions(placed.map(|session| session.id).filter(|&id| let_through(id)));
    }

    /// Copies stand right after their originals.
    fn duplicate(&mut self) {
        let plan = self.document.plan();
        let sessions: Vec<_> = self.selection.sessions.iter().filter_map(|&id| plan.sessions().get(id)).collect();
        let spans = sessions.iter().filter_map(|session| session.span());
        let shift = spans.reduce(crate::model::Span::hull).map_or(0, |whole| whole.mins());
        let copies: Vec<(SessionId, Option<Placement>)> = sessions
            .iter()
            .map(|session| {
                let moved = session.placement.clone().map(|at| Placement { start: at.start.plus_mins(shift), ..at });
                (session.id, moved)
            })
            .collect();
        if copies.is_empty() {
            return;
        }
        let before: Vec<SessionId> = plan.sessions().ids().collect();
        self.perform(&Command::Duplicate(copies));
        let new = self.document.plan().sessions().ids().filter(|id| before.binary_search(id).is_err());
        self.selection = Selection::sessions(new);
    }

    fn delete(&mut self) {
        let rows: Vec<RowId> = match self.selection.focus {
            Some(row) if !matches!(row, RowId::Session(_)) => vec![row],
            _ => self.selection.sessions.iter().map(|&id| id.into()).collect(),
        };
        if !rows.is_empty() {
            self.perform(&Command::Remove(rows));
        }
    }

    fn swap(&mut self) {
        let two: Vec<SessionId> = self.selection.sessions.iter().copied().collect();
        if let [a, b] = two[..] {
            self.perform(&Command::Swap(a, b));
        } else {
            let text = self.texts.text("swap-needs-two").to_owned();
            self.notices.tell(Message { text, is_error: false });
        }
    }

    /// A new row of a kind, selected and open in the inspector.
    fn add(&mut self, command: UiCommand) {
        let plan = self.document.plan();
        let (row, put) = match command {
            UiCommand::AddEvent => {
                let event = new_event(plan, self.texts.text("event-new"));
                (RowId::from(event.id), Command::Put(AnyRow::Event(Box::new(event))))
            }
            UiCommand::AddRoom => {
                let room = new_room(plan, self.texts.text("room-new"));
                (RowId::from(room.id), Command::Put(AnyRow::Room(Box::new(room))))
            }
            UiCommand::AddBody => {
                let body = new_body(plan, self.texts.text("body-new"));
                (RowId::from(body.id), Command::Put(AnyRow::Body(Box::new(body))))
            }
            _ => {
                let start = self.selection.sessions.last().and_then(|&id| plan.sessions().get(id)?.span());
                let start = start.map_or(CivilTime::midnight(first_day(plan)), |span| span.start);
                let Some(mut session) = new_session(plan, start, Length::HOUR, None) else {
                    let text = self.texts.text("session-needs-event").to_owned();
                    self.notices.tell(Message { text, is_error: true });
                    return;
                };
                // It waits in the tray until it is dragged to its place.
                session.placement = None;
                (RowId::from(session.id), Command::Create(Box::new(session)))
            }
        };
        self.perform(&put);
        self.selection = Selection::only(row);
        self.settings.inspector_open = true;
    }

    /// Moves the selection by one snap, or by rooms, or makes it longer.
    pub(super) fn nudge(&mut self, mins: i32, room_steps: i32, resize: bool) {
        let plan = self.document.plan();
        let order = rooms_in_order(plan);
        let mut moves = Vec::new();
        for session in self.selection.sessions.iter().filter_map(|&id| plan.sessions().get(id)) {
            let Some(at) = &session.placement else { continue };
            let beside = |room: &crate::model::RoomId| {
                let place = order.iter().position(|known| known == room);
                place
                    .and_then(|place| place.checked_add_signed(room_steps as isize))
                    .and_then(|place| order.get(place))
                    .copied()
                    .unwrap_or(*room)
            };
            let mut rooms: Vec<_> = at.rooms.iter().map(beside).collect();
            rooms.dedup();
            let moved = if resize {
                Placement { length: Length::clamped(at.length.mins() + mins), ..at.clone() }
            } else {
                Placement { start: at.start.plus_mins(mins), rooms, ..at.clone() }
            };
            moves.push((session.id, moved));
        }
        if !moves.is_empty() {
            let deed = if resize { PlaceDeed::Resize } else { PlaceDeed::Move };
            self.perform(&Command::Place(deed, moves));
            if let Some(row) = self.selection.focus {
                self.reveal(row);
            }
        }
    }

    fn zoom(&mut self, factor: f64) {
        match self.settings.view {
            ViewKind::Day => self.day.zoom(factor as f32),
            ViewKind::Grid => self.grid.zoom(factor as f32),
            ViewKind::Timeline | ViewKind::List => self.timeline.zoom(factor),
        }
    }

    fn zoom_to_selection(&mut self) {
        let plan = self.document.plan();
        let of_event = match self.selection.focus {
            Some(RowId::Event(id)) => plan.events().get(id).map(|event| event.dates.span()),
            _ => None,
        };
        let sessions = self.selection.sessions.iter().filter_map(|&id| plan.sessions().get(id)?.span());
        if let Some(span) = sessions.reduce(crate::model::Span::hull).or(of_event) {
            self.timeline.zoom_to(span.start, span.end);
        }
    }

    /// Brings a row into sight in every view.
    fn reveal(&mut self, row: RowId) {
        self.timeline.reveal(row);
        self.day.reveal(row);
        self.grid.reveal(row);
        self.list.reveal(row);
    }

    fn selected(&self, which: impl Fn(&crate::model::Session) -> bool) -> Vec<SessionId> {
        let sessions = self.document.plan().sessions();
        let chosen = self.selection.sessions.iter().filter_map(|&id| sessions.get(id));
        chosen.filter(|session| which(session)).map(|session| session.id).collect()
    }

    /// Phrases need a context also between frames.
    pub(super) fn with_context<T>(&self, phrase: impl FnOnce(&ViewContext<'_>) -> T) -> T {
        phrase(&ViewContext {
            plan: self.document.plan(),
            revision: self.document.revision(),
            checker: &self.checker,
            preview: &[],
            texts: &self.texts,
            theme: &self.theme,
            selection: &self.selection,
            filter: &Filter::default(),
            matches: None,
            settings: &self.settings,
            now: None,
            requests: Requests::default(),
        })
    }
}

/// The first day of the longest event, where new things begin.
fn first_day(plan: &Plan) -> chrono::NaiveDate {
    let longest = plan.events().iter().filter(|event| event.hours.is_some()).max_by_key(|event| event.dates.len_days());
    let any = longest.or_else(|| plan.events().iter().next());
    any.map_or_else(
        || chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap_or_default(),
        |event| event.dates.first_and_last().0,
    )
}

fn new_event(plan: &Plan, title: &str) -> Event {
    Event {
        id: Id::numbered("event-", 1, |id| plan.events().contains(id)),
        kind: EventKind::Milestone,
        code: LocalText::default(),
        title: title.into(),
        dates: EventDates::day(first_day(plan)),
        place: LocalText::default(),
        zone: plan.header().zone,
        format: None,
        host: LocalText::default(),
        hours: plan.events().is_empty().then_some(DayHours { from_min: 8 * 60, to_min: 20 * 60 }),
        description: LocalText::default(),
        documents: Vec::new(),
        after: Vec::new(),
        sources: Vec::new(),
    }
}

fn new_room(plan: &Plan, title: &str) -> Room {
    Room {
        id: Id::numbered("room-", 1, |id| plan.rooms().contains(id)),
        title: title.into(),
        place: String::new(),
        capacity: None,
        booths: 0,
        is_virtual: false,
        is_shared: false,
        order: plan.rooms().iter().map(|room| room.order).max().unwrap_or(0).saturating_add(10),
        sources: Vec::new(),
    }
}

fn new_body(plan: &Plan, title: &str) -> Body {
    Body {
        id: Id::numbered("body-", 1, |id| plan.bodies().contains(id)),
        kind: BodyKind::WorkingGroup,
        code: LocalText::default(),
        title: title.into(),
        parent: None,
        officers: Vec::new(),
        set_up_at: None,
        report: None,
        zone: None,
        sources: Vec::new(),
    }
}

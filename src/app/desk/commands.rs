//! Doing what menus, shortcuts and the palette say.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use egui::Context;

use crate::app::action::{Action, Message, Preference, UiCommand};
use crate::app::context::ViewContext;
use crate::app::selection::Selection;
use crate::app::settings::SCREEN_SIZES;
use crate::app::system::dialogs::Then;
use crate::app::view::view_named;
use crate::edit::Command;
use crate::edit::placing::{self, Edge};
use crate::model::{CivilTime, DAY_MINS, Placement, RoomId, RowId, Session, SessionId, Status};
use crate::texts::tid;

use super::Desk;
use super::opened::Opened;

/// By how much a key moves what is selected: one snap or one room, forth or back by its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nudge {
    /// Along time.
    Time(i32),
    /// Only the end.
    End(i32),
    /// To the room beside.
    Room(isize),
    /// To the day beside.
    Day(i32),
}

impl Desk {
    /// Does what a menu entry says.
    #[expect(clippy::too_many_lines, reason = "a line for each command")]
    pub fn run(&mut self, ctx: &Context, command: UiCommand) {
        _ = self.finish_typing();
        match command {
            UiCommand::New => {
                let mut cx = ViewContext::new(&self.opened.chosen, &self.screen, &[]);
                cx.now = (self.clock)(cx.plan);
                self.opened.windows.new_plan.open(&cx);
            }
            UiCommand::Open => self.ask_before(ctx, Then::Choose),
            UiCommand::Save => self.save(ctx, None),
            UiCommand::SaveAs => self.save_as(ctx, None),
            UiCommand::Quit => self.ask_before(ctx, Then::Quit),
            UiCommand::Undo => self.undo_or_redo(true),
            UiCommand::Redo => self.undo_or_redo(false),
            UiCommand::SelectAll => self.select_all(),
            UiCommand::SelectNone => self.opened.chosen.selection = Selection::default(),
            UiCommand::Duplicate => self.duplicate(),
            UiCommand::Copy | UiCommand::Cut => self.copy(ctx, command == UiCommand::Cut),
            UiCommand::Paste => self.ask_to_paste(ctx, None),
            UiCommand::Repeat => self.repeat(),
            UiCommand::CopyDay => self.copy_day_in_sight(),
            UiCommand::Replace => self.opened.windows.replace.open(),
            UiCommand::Import => self.ask_import(ctx),
            UiCommand::PasteTable => self.opened.windows.import.open(ctx, self.pasted_rows()),
            UiCommand::FillDown => self.fill_down(ctx),
            UiCommand::Delete => self.delete(),
            UiCommand::Unschedule => {
                let placed = self.selected(|session| session.placement.is_some());
                if !placed.is_empty() {
                    self.perform(&Command::Unschedule(placed));
                }
            }
            UiCommand::PutBack => self.put_back(),
            UiCommand::TogglePin => {
                let loose = self.selected(|session| !session.pinned);
                let pin = !loose.is_empty();
                let ids = if pin { loose } else { self.selected(|_| true) };
                if !ids.is_empty() {
                    self.perform(&Command::Pin(ids, pin));
                }
            }
            UiCommand::Comment => self.ask_comment(),
            UiCommand::OpenOrAdjourn => self.open_or_adjourn(),
            UiCommand::SuspendOrResume => self.suspend_or_resume(),
            UiCommand::Swap => self.swap(),
            UiCommand::Gather | UiCommand::SplitOff | UiCommand::Join => self.change_agenda(command),
            UiCommand::AddHere => self.add_here(ctx),
            UiCommand::AddSession
            | UiCommand::AddEvent
            | UiCommand::AddRoom
            | UiCommand::AddBody
            | UiCommand::AddKind
            | UiCommand::AddField => self.add(command),
            UiCommand::Dates => self.ask_dates(),
            UiCommand::ShiftFromHere => self.shift_from_here(),
            UiCommand::ToggleFollow => self.choose(Preference::LaterFollow(!self.screen.settings.later_follow)),
            UiCommand::View(view) => {
                self.show_view(view);
                self.view().take_keyboard();
            }
            UiCommand::Show(show) => {
                self.show_view(view_named("timeline"));
                self.view().show(show);
            }
            UiCommand::Lanes(lanes) => self.choose(Preference::Lanes(lanes)),
            UiCommand::DayBefore => self.turn_day(false),
            UiCommand::DayAfter => self.turn_day(true),
            UiCommand::Today => self.now().into_iter().for_each(|now| self.show_date(now.date())),
            UiCommand::GoToDate => self.opened.date_strip.ask_date(),
            UiCommand::ToggleFold => self.choose(Preference::Fold(!self.screen.settings.fold)),
            UiCommand::ZoomIn => self.view().zoom(1.6),
            UiCommand::ZoomOut => self.view().zoom(1.0 / 1.6),
            UiCommand::ZoomAll => self.view().zoom_all(),
            UiCommand::ZoomSelection => self.zoom_to_selection(),
            UiCommand::ToggleNavigator => *self.panels_mut().0 ^= true,
            UiCommand::ToggleInspector => *self.panels_mut().1 ^= true,
            UiCommand::ToggleFindings => self.screen.settings.findings_open = !self.screen.settings.findings_open,
            UiCommand::ToDos => self.opened.windows.to_dos.toggle(),
            UiCommand::Hall => self.opened.hall.toggle(),
            UiCommand::NextFinding => self.go_to_finding(ctx, true),
            UiCommand::PreviousFinding => self.go_to_finding(ctx, false),
            UiCommand::Rules => self.opened.windows.rules.toggle(),
            UiCommand::Export | UiCommand::ExportSelected | UiCommand::Notice => self.show_handing_out(ctx, command),
            UiCommand::Theme(theme) => self.choose(Preference::Theme(theme)),
            UiCommand::ToggleHighContrast => {
                self.choose(Preference::HighContrast(!self.screen.settings.high_contrast));
            }
            UiCommand::ToggleReducedMotion => {
                self.choose(Preference::ReducedMotion(!self.screen.settings.reduced_motion));
            }
            UiCommand::ScreenLarger => self.resize_screen(1),
            UiCommand::ScreenSmaller => self.resize_screen(-1),
            UiCommand::ScreenUsual => self.choose(Preference::ScreenPercent(100)),
            UiCommand::Screen(language) => self.choose(Preference::Language(language)),
            UiCommand::FindSlot => self.opened.windows.slots.open(),
            UiCommand::Repair => self.opened.windows.repair.open(),
            UiCommand::Filter => {
                *self.panels_mut().0 = true;
                self.opened.navigator.ask_for_words();
            }
            UiCommand::NextMatch => self.go_to_match(ctx, true),
            UiCommand::PreviousMatch => self.go_to_match(ctx, false),
            UiCommand::Palette => self.opened.windows.palette.open(ctx, false),
            UiCommand::Find => self.opened.windows.palette.open(ctx, true),
            UiCommand::Shortcuts => self.opened.windows.shortcuts.toggle(),
            UiCommand::Release | UiCommand::Backups | UiCommand::Recovery => self.show_kept(ctx, command),
            UiCommand::About => self.opened.windows.about.toggle(),
        }
    }

    /// Asks to which dates the event that is selected is to move, or the main one.
    fn ask_dates(&mut self) {
        let cx = ViewContext::new(&self.opened.chosen, &self.screen, &[]);
        if !self.opened.windows.dates.open(&cx) {
            self.refuse(tid("dates-no-event"));
        }
    }

    /// Makes everything on screen larger or smaller by one step.
    fn resize_screen(&mut self, by: isize) {
        let now = self.screen.settings.screen_percent;
        let place = SCREEN_SIZES.iter().position(|&size| size >= now).unwrap_or(SCREEN_SIZES.len() - 1);
        if let Some(&size) = place.checked_add_signed(by).and_then(|place| SCREEN_SIZES.get(place)) {
            self.choose(Preference::ScreenPercent(size));
        }
    }

    /// Walks along the list of findings.
    fn go_to_finding(&mut self, ctx: &Context, forward: bool) {
        let cx = ViewContext::new(&self.opened.chosen, &self.screen, &[]);
        let actions = self.opened.findings.step(&cx, forward);
        self.screen.settings.findings_open = true;
        for action in actions {
            self.handle(ctx, action);
        }
    }

    /// Walks along the sessions that the filter lets through, in the order of time; after the last one comes the first.
    fn go_to_match(&mut self, ctx: &Context, forward: bool) {
        self.opened.chosen.follow();
        let date = self.view().date();
        let cx = self.context();
        let Some(found) = cx.matches else { return };
        let focused = cx.selection.focus.and_then(|row| if let RowId::Session(id) = row { Some(id) } else { None });
        let start =
            |id: SessionId| cx.plan.sessions().get(id).and_then(|session| session.span()).map(|span| span.start);
        let from = focused.and_then(|id| Some((start(id)?, Some(id))));
        let from = from.or_else(|| Some((CivilTime::midnight(date?), None)));
        // What goes on past midnight stands on two days, and comes on the first.
        let on = |(&date, day): (&NaiveDate, &BTreeSet<SessionId>)| {
            let matches = day.iter().filter(|id| found.contains(id)).filter_map(|&id| Some((start(id)?, Some(id))));
            let mut matches: Vec<_> = matches.filter(|(start, _)| start.date() == date).collect();
            matches.sort_unstable();
            matches
        };
        let days = cx.index().days();
        let day = from.map(|(start, _)| start.date());
        // Only days until the next match are looked at.
        let next = if forward {
            let here = days.range(day.unwrap_or(NaiveDate::MIN)..).flat_map(on);
            here.filter(|key| from.is_none_or(|from| *key > from)).chain(days.iter().flat_map(on)).next()
        } else {
            let here = days.range(..=day.unwrap_or(NaiveDate::MAX)).rev();
            let here = here.flat_map(|day| on(day).into_iter().rev());
            let here = here.filter(|key| from.is_none_or(|from| *key < from));
            here.chain(days.iter().rev().flat_map(|day| on(day).into_iter().rev())).next()
        };
        if let Some((_, Some(id))) = next {
            self.handle(ctx, Action::Reveal(id.into()));
        }
    }

    fn select_all(&mut self) {
        self.opened.chosen.follow();
        let cx = self.context();
        let placed = cx.plan.sessions().iter().filter(|session| session.placement.is_some());
        let selection = Selection::sessions(placed.map(|session| session.id).filter(|&id| cx.is_let_through(id)));
        self.opened.chosen.selection = selection;
    }

    /// Copies stand right after their originals.
    fn duplicate(&mut self) {
        let plan = self.plan();
        let sessions: Vec<_> = self.selection().sessions.iter().filter_map(|&id| plan.sessions().get(id)).collect();
        let spans = sessions.iter().filter_map(|session| session.span());
        let shift = spans.reduce(crate::model::Span::hull).map_or(0, |whole| whole.mins());
        let copies: Vec<(SessionId, Option<Placement>)> = sessions
            .iter()
            .map(|session| (session.id, session.placement.as_ref().map(|at| placing::shifted(at, shift))))
            .collect();
        if copies.is_empty() {
            return;
        }
        if let Some(change) = self.perform(&Command::Duplicate(copies)) {
            let new = change.patch.changes::<Session>().map(|(id, _)| id);
            self.opened.chosen.selection = Selection::sessions(new);
        }
    }

    /// Rows below take over what those above have, where the view has rows.
    fn fill_down(&mut self, ctx: &Context) {
        let at = Opened::view_index(&self.screen.settings);
        let Opened { chosen, views, .. } = &mut self.opened;
        let cx = ViewContext::new(chosen, &self.screen, &[]);
        if !views[at].fill_down(&cx) {
            cx.act(Action::Tell(Message { text: cx.text("fill-needs-rows").to_owned(), is_error: false }));
        }
        for action in cx.into_actions() {
            self.handle(ctx, action);
        }
    }

    /// Lets what waits and knows where it should be go there.
    fn put_back(&mut self) {
        let (plan, workbench) = (self.plan(), &self.opened.chosen.workbench);
        let mut moves: Vec<(SessionId, Placement)> = Vec::new();
        let mut along = Vec::new();
        for session in self.selection().sessions.iter().filter_map(|&id| plan.sessions().get(id)) {
            if let Some(at) = workbench.place_of(session, &along) {
                along.push(at.clone());
                moves.push((session.id, at));
            }
        }
        let Some(&(first, _)) = moves.first() else {
            self.tell_needs(UiCommand::PutBack);
            return;
        };
        if self.perform(&Command::Place(moves)).is_some() {
            self.reveal(first.into());
        }
    }

    /// Asks for the days on which what is selected is repeated.
    fn repeat(&mut self) {
        let ids = std::sync::Arc::clone(&self.selection().sessions);
        let Self { opened: Opened { chosen, windows, .. }, screen, .. } = self;
        if !windows.repeat.open(&ViewContext::new(chosen, screen, &[]), ids) {
            self.tell_needs(UiCommand::Repeat);
        }
    }

    /// Asks for the days to which everything on the day in sight is copied.
    fn copy_day_in_sight(&mut self) {
        if let Some(date) = self.view().date().or(self.opened.date) {
            self.copy_day(date);
        }
    }

    /// Asks by how much what is selected is shifted, with what comes after it.
    fn shift_from_here(&mut self) {
        let ids = std::sync::Arc::clone(&self.selection().sessions);
        let Self { opened: Opened { chosen, windows, .. }, screen, .. } = self;
        if !windows.shift.open(&ViewContext::new(chosen, screen, &[]), ids) {
            self.tell_needs(UiCommand::ShiftFromHere);
        }
    }

    /// Asks for the days to which everything on this one is copied.
    pub(super) fn copy_day(&mut self, date: NaiveDate) {
        self.opened.chosen.follow();
        let Self { opened: Opened { chosen, windows, .. }, screen, .. } = self;
        if !windows.repeat.open_for_day(&ViewContext::new(chosen, screen, &[]), date) {
            self.tell(tid("repeat-nothing-on-day"));
        }
    }

    fn delete(&mut self) {
        let rows: Vec<RowId> = match self.selection().focus {
            Some(row) if !matches!(row, RowId::Session(_)) => vec![row],
            _ => self.selection().sessions.iter().map(|&id| id.into()).collect(),
        };
        let is_off = |row: &RowId| {
            let session = SessionId::try_from(*row).ok().and_then(|id| self.plan().sessions().get(id));
            session.is_some_and(|session| session.issued.is_some() && session.status == Status::Cancelled)
        };
        if !rows.is_empty() && rows.iter().all(is_off) {
            self.tell(tid("delete-issued"));
        } else if rows.iter().any(|row| row.is_built_in() && !self.plan().contains(*row)) {
            self.tell(tid("rank-built-in"));
        } else if !rows.is_empty() {
            self.perform(&Command::Remove(rows));
        }
    }

    fn swap(&mut self) {
        let two: Vec<SessionId> = self.selection().sessions.iter().copied().collect();
        if let [a, b] = two[..] {
            self.perform(&Command::Swap(a, b));
        } else {
            self.tell_needs(UiCommand::Swap);
        }
    }

    /// Moves what is selected by one snap or by a room, or makes it longer or shorter.
    pub(super) fn nudge(&mut self, nudge: Nudge) {
        let plan = self.plan();
        let index = self.opened.chosen.workbench.index();
        let step = self.screen.settings.snap_mins;
        let beside = |room: RoomId, by: isize| index.rooms().get(index.room_place(room)?.checked_add_signed(by)?);
        let moved = |at: &Placement| match nudge {
            Nudge::Time(sign) => placing::shifted(at, sign * step),
            Nudge::Day(sign) => placing::shifted(at, sign * DAY_MINS),
            Nudge::End(sign) => placing::pulled(at, Edge::End, at.end().plus_mins(sign * step), step),
            // Where one of its rooms is the last one, all of them stay.
            Nudge::Room(by) => {
                let rooms: Option<Vec<RoomId>> = at.rooms.iter().map(|&room| beside(room, by).copied()).collect();
                rooms.map_or_else(|| at.clone(), |rooms| placing::in_rooms(at, rooms))
            }
        };
        let selected = self.selection().sessions.iter().filter_map(|&id| plan.sessions().get(id));
        let moves: Vec<_> =
            selected.filter_map(|session| Some((session.id, moved(session.placement.as_ref()?)))).collect();
        if !moves.is_empty() {
            // Another room is another place, and pushes nobody.
            let follow = self.screen.settings.later_follow && !matches!(nudge, Nudge::Room(_));
            let moves = if follow { self.context().following(moves).moves } else { moves };
            self.perform(&Command::Place(moves));
            if let Some(row) = self.selection().focus {
                self.reveal(row);
            }
        }
    }

    fn zoom_to_selection(&mut self) {
        let plan = self.plan();
        let of_event = match self.selection().focus {
            Some(RowId::Event(id)) => plan.events().get(id).map(|event| event.dates.span()),
            _ => None,
        };
        let sessions = self.selection().sessions.iter().filter_map(|&id| plan.sessions().get(id)?.span());
        if let Some(span) = sessions.reduce(crate::model::Span::hull).or(of_event) {
            self.view().zoom_to(span);
        }
    }

    pub(super) fn selected(&self, which: impl Fn(&crate::model::Session) -> bool) -> Vec<SessionId> {
        let sessions = self.plan().sessions();
        let chosen = self.selection().sessions.iter().filter_map(|&id| sessions.get(id));
        chosen.filter(|session| which(session)).map(|session| session.id).collect()
    }
}

//! Doing what views ask for. Every change of the plan goes through [`Desk::perform`], undo and redo.

use chrono::NaiveDate;
use egui::Context;

use crate::app::action::{Action, Message, Preference, UiCommand};
use crate::app::commands;
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::selection::Selection;
use crate::app::system::dialogs::{Purpose, Then};
use crate::app::view::{View, ViewKind, view_named};
use crate::app::widget::focus;
use crate::app::widget::ways::session_for;
use crate::app::window::RowsAre;
use crate::edit::agenda::AgendaDeed;
use crate::edit::{Command, Deed};
use crate::model::{RowId, RowKind, Session, Status};
use crate::texts::{Texts, Value, tid};
use crate::workbench::{Change, Generation};

use super::Desk;
use super::opened::Opened;
use super::said;

impl Desk {
    /// Does one thing that was asked for.
    pub fn handle(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Perform(command) => _ = self.perform(&command),
            Action::PerformAt(generation, command) => self.perform_at(generation, &command),
            Action::PerformInstead(generation, command) => self.perform_instead(generation, &command),
            Action::Select(selection) => self.opened.chosen.selection = selection,
            Action::Toggle(id) => self.opened.chosen.selection.toggle(id),
            Action::Reveal(row) => {
                let row = self.shown_for(row);
                self.opened.chosen.selection = Selection::only(row);
                self.reveal(row);
                // Where one worked with sessions or searched for one, one goes on there.
                if let RowId::Session(id) = row
                    && (focus::is_on_sessions(ctx) || focus::is_covered(ctx))
                {
                    self.go_on_with(ctx, id);
                }
            }
            Action::RevealIn(view, row) => {
                self.show_view(view_named(view));
                self.handle(ctx, Action::Reveal(row));
            }
            Action::ShowDateIn(view, date) => {
                self.show_view(view_named(view));
                self.show_date(date);
            }
            Action::Release(release) => self.release(ctx, *release),
            Action::OpenRelease { number, exports } => self.ask_before(ctx, Then::OpenRelease { number, exports }),
            Action::ShowView(name) => self.show_view(view_named(name)),
            Action::Compare(against) => self.compare_with(against),
            Action::CompareFile => self.ask_compared_file(ctx),
            Action::ListStates => self.list_states(ctx),
            Action::AskVotes => self.ask_votes(ctx),
            Action::AskLogo => {
                let name = self.screen.texts.text("house-logo");
                self.dialogs.ask_path(ctx, Purpose::Logo, self.opened.path.as_deref(), ("", name));
            }
            Action::ForgetVotes => self.opened.chosen.votes.forget(),
            Action::AsOf(day) => self.opened.chosen.as_of = day,
            Action::ShowDate(date) => self.show_date(date),
            Action::PasteAt(spot) => self.ask_to_paste(ctx, Some(spot)),
            Action::PasteTable(text) => self.paste_as(&text, RowsAre::Sessions),
            Action::CopyDay(date) => self.copy_day(date),
            Action::GoToStep(steps) => self.go_to_step(steps),
            Action::Inspect(row) => {
                self.opened.chosen.selection = Selection::only(row);
                *self.panels_mut().1 = true;
                self.opened.windows.undock();
                self.opens = true;
            }
            Action::BeginTitle(row) => {
                self.opened.chosen.selection = Selection::only(row);
                *self.panels_mut().1 = true;
                self.opened.windows.undock();
                self.opened.inspector.begin();
            }
            Action::AddOfficer(event, role) => {
                let Some(id) = session_for(&self.context(), event) else { return };
                self.opened.chosen.selection = Selection::only(id.into());
                self.reveal(id.into());
                *self.panels_mut().1 = true;
                self.opened.windows.undock();
                self.opened.inspector.add_person(id, role);
            }
            Action::Filter(filter) => self.opened.chosen.filter = filter,
            Action::Run(command) => self.run(ctx, command),
            Action::Open(path) => self.ask_before(ctx, Then::Open(path)),
            Action::Begin { plan, asks_for_table } => self.ask_before(ctx, Then::Begin { plan, asks_for_table }),
            Action::Choose(choice) => self.choose(choice),
            Action::CallMe(name) => self.screen.settings.author = name,
            Action::RememberColumns(columns) => self.screen.settings.request_columns = columns,
            Action::RememberSessionColumns(columns) => self.screen.settings.session_columns = columns,
            Action::LayOutList(layout) => self.screen.settings.list = *layout,
            Action::ListFindings(severity) => {
                self.screen.settings.findings_open = true;
                self.opened.findings.show_only(severity);
            }
            Action::AskDates(event, first) => {
                let cx = ViewContext::new(&self.opened.chosen, &self.screen, &[]);
                self.opened.windows.dates.open_at(&cx, event, first);
            }
            Action::ShowRule(rule) => self.opened.windows.rules.show(rule),
            Action::ExportPart(part) => {
                self.finish_typing_and_tell();
                self.opened.windows.export.open_for(*part, &self.screen.settings);
            }
            Action::AskExport(request, amount) => self.ask_export(ctx, request, amount),
            Action::AskNotice(order) => self.ask_notice(ctx, order),
            Action::Recover(number) => self.ask_to_recover(ctx, number),
            Action::SetAside(number) => self.discard_offer(number),
            Action::Tell(message) => self.notices.tell(message),
            Action::Say(text) => self.notices.say(&text),
            Action::ShowTime(time) => self.view().show_time(time),
            Action::Preview(placements) => self.opened.preview = placements,
        }
    }

    /// What is selected for a row: a comment shows beside its session.
    fn shown_for(&self, row: RowId) -> RowId {
        let RowId::Comment(id) = row else { return row };
        self.plan().comments().get(id).map_or(row, |comment| comment.session.into())
    }

    /// The view that is open.
    pub(super) fn view(&mut self) -> &mut dyn View {
        let at = Opened::view_index(&self.screen.settings);
        &mut *self.opened.views[at]
    }

    /// Brings a day into sight, in this view and in every one that is opened next.
    pub(super) fn show_date(&mut self, date: NaiveDate) {
        self.opened.date = Some(date);
        self.note_day();
        self.view().show_date(date);
    }

    /// Goes to the day before or after the one in sight.
    pub(super) fn turn_day(&mut self, later: bool) {
        let Opened { chosen, date, date_strip, .. } = &mut self.opened;
        let mut cx = ViewContext::new(chosen, &self.screen, &[]);
        cx.date = *date;
        if let Some(beside) = date_strip.beside(&cx, later) {
            self.show_date(beside);
        }
    }

    /// Opens a view on the day that was in sight in the view before.
    pub(super) fn show_view(&mut self, kind: &'static ViewKind) {
        if view_named(&self.screen.settings.view) == kind {
            return;
        }
        self.finish_typing_and_tell();
        let date = self.view().date().or(self.opened.date);
        self.screen.settings.view = kind.name.to_owned();
        if let Some(date) = date {
            self.view().show_date(date);
        }
        // What is selected comes into sight, too, if it is on that day.
        let focus = self.opened.chosen.selection.focus;
        if let Some(RowId::Session(id)) = focus
            && date.is_none_or(|date| self.opened.chosen.workbench.index().sessions_on(date).contains(&id))
        {
            self.view().reveal(id.into());
        }
    }

    /// Brings what is still being typed anywhere into the plan. What can not be taken stays in its field; the messages
    /// about it are for whoever is about to save or to leave.
    pub(super) fn finish_typing(&mut self) -> Vec<Message> {
        loop {
            let at = Opened::view_index(&self.screen.settings);
            let Opened { chosen, inspector, windows, views, .. } = &mut self.opened;
            let cx = ViewContext::new(chosen, &self.screen, &[]);
            let typed = inspector.finish(&cx).or_else(|| windows.finish(&cx));
            let typed = typed.or_else(|| views[at].finish(&cx));
            let told = cx.into_actions().into_iter();
            match typed {
                Some(command) => _ = self.perform(&command),
                None => return told.filter_map(|action| action.into_message()).collect(),
            }
        }
    }

    /// The same, and tells what can not be taken; whether all of it could.
    pub(super) fn finish_typing_and_tell(&mut self) -> bool {
        let not_taken = self.finish_typing();
        let all = not_taken.is_empty();
        for message in not_taken {
            self.notices.tell(message);
        }
        all
    }

    /// Tells a text that has no values.
    pub(super) fn tell(&mut self, id: &'static str) {
        let text = self.screen.texts.text(id).to_owned();
        self.notices.tell(Message { text, is_error: false });
    }

    /// Tells what has to be selected before a command can do something.
    pub(super) fn tell_needs(&mut self, command: UiCommand) {
        if let Some(id) = commands::needs(command) {
            self.tell(id);
        }
    }

    /// Tells why something can not be done.
    pub(super) fn refuse(&mut self, id: &'static str) {
        let text = self.screen.texts.text(id).to_owned();
        self.notices.tell(Message { text, is_error: true });
    }

    /// Changes the plan, and says why where that is refused. Answers what has changed.
    pub(super) fn perform(&mut self, command: &Command) -> Option<Change> {
        match self.opened.chosen.workbench.perform(command) {
            Ok(change) => {
                if let Some(change) = &change {
                    self.forget_gone(change);
                    let sentence = said::sentence(&self.context(), change);
                    self.notices.say(&sentence);
                    self.tell_removed(change);
                    self.tell_zone(change);
                }
                change
            }
            Err(refusal) => {
                let text = phrases::refusal(&self.context(), &refusal);
                self.notices.tell(Message { text, is_error: true });
                None
            }
        }
    }

    /// Does what was shown for one state of the plan; another state has nothing to do with it.
    fn perform_at(&mut self, generation: Generation, command: &Command) {
        if self.opened.chosen.workbench.generation() != generation {
            return;
        }
        let Some(change) = self.perform(command) else { return };
        let created = change.patch.changes::<Session>().filter(|(_, change)| change.before.is_none()).map(|(id, _)| id);
        let created = Selection::sessions(created);
        if !created.sessions.is_empty() {
            self.opened.chosen.selection = created;
        }
        if matches!(command, Command::Create(_)) {
            self.begin_typing();
        }
    }

    /// Lets the title of what was made just now be typed, before anything else is said of it: of a session in its row,
    /// where there are rows and the filter does not hide it.
    pub(super) fn begin_typing(&mut self) {
        self.opened.chosen.follow();
        if let Some(RowId::Session(id)) = self.selection().focus
            && self.context().is_let_through(id)
            && self.view().begin_title(id)
        {
            return;
        }
        *self.panels_mut().1 = true;
        self.opened.windows.undock();
        self.opened.inspector.begin();
    }

    pub(super) fn undo_or_redo(&mut self, undo: bool) {
        let workbench = &mut self.opened.chosen.workbench;
        let Some(change) = (if undo { workbench.undo() } else { workbench.redo() }) else { return };
        self.forget_gone(&change);
        let cx = self.context();
        let step = phrases::step(&cx, &change.label);
        let id = if undo { tid("step-undone") } else { tid("step-redone") };
        let text = cx.texts.text_with(id, &[("step", Value::from(&step))]);
        self.notices.tell(Message { text, is_error: false });
        // What has moved is to be seen, also where it was or is on another day.
        let moved = change.patch.changes::<Session>().filter(|(_, change)| change.differs(|row| row.placement.clone()));
        if let Some(id) = moved.filter(|(_, change)| change.after.is_some()).map(|(id, _)| id).next() {
            self.view().reveal(id.into());
        }
    }

    /// To the state of the plan after so many steps. The list of steps says which; no message repeats it.
    fn go_to_step(&mut self, steps: usize) {
        self.finish_typing_and_tell();
        loop {
            let workbench = &mut self.opened.chosen.workbench;
            let change = match workbench.document().done().len().cmp(&steps) {
                std::cmp::Ordering::Greater => workbench.undo(),
                std::cmp::Ordering::Less => workbench.redo(),
                std::cmp::Ordering::Equal => None,
            };
            let Some(change) = change else { return };
            self.forget_gone(&change);
        }
    }

    /// Says what has been removed, so that it can be taken back.
    fn tell_removed(&mut self, change: &Change) {
        let id = match change.label.deed {
            // An own field that holds less takes what stood there with it.
            Deed::Edit(RowKind::Field) if change.patch.changes::<Session>().next().is_some() => tid("notice-changed"),
            Deed::Remove(kind) if kind != RowKind::Waiver && kind != RowKind::Rule => tid("notice-removed"),
            Deed::Cancel => tid("notice-cancelled"),
            Deed::Unschedule => tid("notice-into-tray"),
            Deed::Duplicate if change.label.count > 1 => tid("notice-copied"),
            Deed::Agenda(AgendaDeed::Gather) => tid("notice-gathered"),
            Deed::Agenda(AgendaDeed::SplitOff) => tid("notice-split-off"),
            Deed::Agenda(AgendaDeed::Join) => tid("notice-joined"),
            _ => return,
        };
        let cx = self.context();
        let what = phrases::step_subject(&cx, &change.label);
        let mut text = cx.texts.text_with(id, &[("what", Value::from(&what))]);
        if let Some([removed, cancelled]) = mixed(change) {
            let values = [("removed", Value::from(removed)), ("cancelled", Value::from(cancelled))];
            text = cx.texts.text_with("notice-removed-and-cancelled", &values);
        }
        if let Some(lost) = lost(&cx, change) {
            text = format!("{text}. {lost}");
        }
        self.notices.tell_removed(text, change.generation);
    }

    pub(super) fn forget_gone(&mut self, change: &Change) {
        let chosen = &mut self.opened.chosen;
        chosen.selection.follow(chosen.workbench.plan(), &change.patch);
    }

    pub(super) fn choose(&mut self, choice: Preference) {
        let settings = &mut self.screen.settings;
        match choice {
            Preference::Theme(theme) => settings.theme = theme,
            Preference::Language(language) => {
                settings.language = language;
                self.screen.texts = Texts::new(language);
            }
            Preference::PlanLanguage(language) => settings.plan_language = language,
            Preference::Lanes(lanes) => settings.lanes = lanes,
            Preference::ColorBy(color_by) => settings.color_by = color_by,
            Preference::SnapMins(mins) => settings.snap_mins = mins,
            Preference::LaterFollow(follow) => settings.later_follow = follow,
            Preference::Fold(fold) => {
                settings.fold = fold;
                self.view().reset();
            }
            Preference::SlimLanes(slim) => settings.slim_lanes = slim,
            Preference::HighContrast(high) => settings.high_contrast = high,
            Preference::ReducedMotion(reduced) => settings.reduced_motion = reduced,
            Preference::ScreenPercent(percent) => settings.screen_percent = percent,
            Preference::SecondZone(zone) => settings.second_zone = zone,
            Preference::LaneHeadsWidth(width) => settings.lane_heads_width = width,
        }
    }

    /// Brings a row into sight.
    pub(super) fn reveal(&mut self, row: RowId) {
        self.view().reveal(row);
    }

    /// What phrases need between frames.
    pub(super) fn context(&self) -> ViewContext<'_> {
        ViewContext::new(&self.opened.chosen, &self.screen, &[])
    }
}

/// How many sessions were removed and how many cancelled, where some that were to be removed had been issued.
fn mixed(change: &Change) -> Option<[usize; 2]> {
    if change.label.deed != Deed::Remove(RowKind::Session) {
        return None;
    }
    let removed = change.patch.changes::<Session>().filter(|(_, change)| change.after.is_none()).count();
    let cancelled = change.patch.changes::<Session>().filter(|(_, change)| {
        let is_off = |session: &Session| session.status == Status::Cancelled;
        change.after.as_deref().is_some_and(is_off) && !change.before.as_deref().is_none_or(is_off)
    });
    let cancelled = cancelled.count();
    (removed > 0 && cancelled > 0).then_some([removed, cancelled])
}

/// What sessions have lost because something else was removed: themselves, their room, or what they named; and what
/// stood in own fields of any rows.
fn lost(cx: &ViewContext<'_>, change: &Change) -> Option<String> {
    let (Deed::Remove(kind) | Deed::Edit(kind)) = change.label.deed else { return None };
    if kind == RowKind::Session {
        return None;
    }
    if kind == RowKind::Field {
        let rows = change.patch.rows().filter(|row| row.kind() != RowKind::Field).count();
        let values = [("count", Value::from(rows))];
        return (rows > 0).then(|| cx.texts.text_with("notice-lost-value", &values));
    }
    let (mut gone, mut roomless, mut others) = (0_usize, 0_usize, 0_usize);
    for (_, change) in change.patch.changes::<Session>() {
        match (change.before.as_deref(), change.after.as_deref()) {
            (Some(_), None) => gone += 1,
            (Some(before), Some(after)) if !before.rooms().is_empty() && after.rooms().is_empty() => roomless += 1,
            _ => others += 1,
        }
    }
    let (id, count) = match (gone, roomless, others) {
        (0, 0, 0) => return None,
        (0, 0, others) => (tid("notice-lost"), others),
        (0, roomless, _) => (tid("notice-lost-room"), roomless),
        (gone, ..) => (tid("notice-lost-sessions"), gone),
    };
    Some(cx.texts.text_with(id, &[("count", Value::from(count))]))
}

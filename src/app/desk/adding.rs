//! New rows: selected, open in the inspector, and ready to be named.

use egui::Context;

use super::Desk;
use crate::app::action::UiCommand;
use crate::app::selection::Selection;
use crate::app::widget::focus;
use crate::edit::{Command, first_day, new_body, new_event, new_field, new_kind, new_room, new_session};
use crate::model::{CivilTime, FieldForm, Holder, Length, LocalText, Placement, RowId};
use crate::texts::tid;

impl Desk {
    /// A new row of a kind, selected and open in the inspector.
    pub(super) fn add(&mut self, command: UiCommand) {
        let plan = self.plan();
        let (row, put) = match command {
            UiCommand::AddEvent => {
                let event = new_event(plan, self.screen.texts.text("event-new"));
                (RowId::from(event.id), Command::Put(event.into()))
            }
            UiCommand::AddRoom => {
                let room = new_room(plan, self.screen.texts.text("room-new"));
                (RowId::from(room.id), Command::Put(room.into()))
            }
            UiCommand::AddKind => {
                let title = LocalText::one(self.screen.settings.title_language(), self.screen.texts.text("kind-new"));
                let kind = new_kind(plan, title);
                (RowId::from(kind.id), Command::Put(kind.into()))
            }
            UiCommand::AddField => {
                let title = LocalText::one(self.screen.settings.title_language(), self.screen.texts.text("field-new"));
                let field = new_field(plan, Holder::Session, title, FieldForm::Text);
                (RowId::from(field.id), Command::Put(field.into()))
            }
            UiCommand::AddBody => {
                let body = new_body(plan, self.screen.texts.text("body-new"));
                (RowId::from(body.id), Command::Put(body.into()))
            }
            _ => {
                let start = self.selection().sessions.last().and_then(|&id| plan.sessions().get(id)?.span());
                let sight = self.opened.date;
                let day = sight.or(start.map(|span| span.start.date())).unwrap_or_else(|| first_day(plan));
                let start = CivilTime::midnight(day);
                // It waits in the tray until it is dragged to its place.
                let Some(mut session) = new_session(plan, start) else {
                    self.refuse(tid("session-needs-event"));
                    return;
                };
                session.title = self.context().new_title();
                session.wish.day = Some(day);
                (RowId::from(session.id), Command::Create(Box::new(session)))
            }
        };
        if self.perform(&put).is_some() {
            self.opened.chosen.selection = Selection::only(row);
            self.begin_typing();
        }
    }

    /// A session of an hour after the one that has the keyboard, as soon as its room is free; without one, as early on the day
    /// in sight as any room is. Never over a break of everybody.
    pub(super) fn add_here(&mut self, ctx: &Context) {
        let plan = self.plan();
        let before = focus::session(ctx).or_else(|| self.selection().sessions.last().copied());
        let before = before.and_then(|id| plan.sessions().get(id)?.placement.clone());
        let day = self.opened.date.unwrap_or_else(|| first_day(plan));
        let at = before.as_ref().map_or(CivilTime::midnight(day), Placement::end);
        let Some(mut session) = new_session(plan, at) else {
            self.refuse(tid("session-needs-event"));
            return;
        };
        let workbench = &self.opened.chosen.workbench;
        session.placement = Some(match before {
            Some(before) => workbench.first_free(at, Length::HOUR, before.rooms),
            None => workbench.first_free_room(session.event, day, Length::HOUR),
        });
        session.title = self.context().new_title();
        let id = session.id;
        if self.perform(&Command::Create(Box::new(session))).is_some() {
            self.opened.chosen.selection = Selection::only(id.into());
            self.reveal(id.into());
            self.begin_typing();
        }
    }

    /// Lets a comment be written on the one session that is selected, beside it.
    pub(super) fn ask_comment(&mut self) {
        let only = self.selection().sessions.first().copied().filter(|_| self.selection().sessions.len() == 1);
        let Some(id) = only else {
            return self.tell_needs(UiCommand::Comment);
        };
        *self.panels_mut().1 = true;
        self.opened.windows.undock();
        self.opened.inspector.ask_comment(id);
    }
}

//! Sessions that become items of one agenda, and items that become a session and go back.

use super::Desk;
use crate::app::action::UiCommand;
use crate::app::selection::Selection;
use crate::edit::Command;
use crate::edit::agenda::{OnAgenda, sitting_of, split_session};
use crate::model::{AgendaItemId, RowId, SessionId};

impl Desk {
    /// Does it with what is selected, and selects the session that comes of it; else says what is to be selected.
    pub(super) fn change_agenda(&mut self, command: UiCommand) {
        self.opened.chosen.follow();
        let meant = match command {
            UiCommand::Gather => self.gathered(),
            UiCommand::SplitOff => self.split_off(),
            _ => self.opened.chosen.selected.continues.map(|(id, agenda)| (OnAgenda::Join(id, agenda), agenda)),
        };
        let Some((what, shown)) = meant else { return self.tell_needs(command) };
        if self.perform(&Command::Agenda(what)).is_some() {
            self.opened.chosen.selection = Selection::only(shown.into());
            self.reveal(shown.into());
            if command == UiCommand::Gather {
                self.begin_typing();
            }
        }
    }

    fn gathered(&self) -> Option<(OnAgenda, SessionId)> {
        let ids: Vec<SessionId> = self.selection().sessions.iter().copied().collect();
        let mut sitting = sitting_of(self.plan(), &ids)?;
        sitting.title = self.context().new_title();
        let id = sitting.id;
        Some((OnAgenda::Gather(ids, Box::new(sitting)), id))
    }

    /// An item takes along what stands below it.
    fn split_off(&self) -> Option<(OnAgenda, SessionId)> {
        let Some(RowId::Item(id)) = self.selection().focus else { return None };
        let session = self.plan().items().get(id)?.session;
        let group = self.context().agenda(session).group(id.into());
        let ids: Vec<AgendaItemId> = group.into_iter().filter_map(|row| row.try_into().ok()).collect();
        let session = split_session(self.plan(), &ids)?;
        let id = session.id;
        Some((OnAgenda::SplitOff(ids, Box::new(session)), id))
    }
}

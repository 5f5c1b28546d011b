//! With what the open plan is compared, for the view of changes; and which votes count when it is arranged.

use egui::Context;

use crate::app::compared::{Against, OnDisk};
use crate::app::system::dialogs::Purpose;
use crate::app::view::view_named;
use crate::app::window::Floating as _;

use super::Desk;

impl Desk {
    /// Lets the comparison follow the plan while it is shown.
    pub(super) fn follow_compared(&mut self, ctx: &Context) {
        let is_shown = view_named(&self.screen.settings.view).name == "changes";
        if !is_shown && !self.opened.windows.notice.is_open() {
            return;
        }
        let opened = &mut self.opened;
        let saved = opened.base.as_ref().unwrap_or(&opened.begun);
        let on_disk = OnDisk { path: opened.path.as_deref(), saved, mark: opened.mark };
        opened.chosen.compared.follow(ctx, &opened.chosen.workbench, &self.screen.texts, on_disk);
    }

    /// Compares with something else.
    pub(super) fn compare_with(&mut self, against: Against) {
        self.opened.chosen.compared.choose(against);
    }

    /// Asks for a file to compare with.
    pub(super) fn ask_compared_file(&mut self, ctx: &Context) {
        let name = self.screen.texts.text("file-kind");
        self.dialogs.ask_path(ctx, Purpose::Compare, self.opened.path.as_deref(), ("", name));
    }

    /// Asks for a file of votes.
    pub(super) fn ask_votes(&mut self, ctx: &Context) {
        let name = self.screen.texts.text("arrange-votes");
        self.dialogs.ask_path(ctx, Purpose::Votes, self.opened.path.as_deref(), ("", name));
    }

    /// Looks anew for what there is to compare with.
    pub(super) fn list_states(&mut self, ctx: &Context) {
        let backups = self.backups_folder();
        self.opened.chosen.compared.list(ctx, self.opened.path.as_deref(), backups);
    }
}

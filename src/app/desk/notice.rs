//! The change notice: its window, and where to it is handed out.

use std::path::PathBuf;

use egui::Context;

use crate::app::action::{NoticeOrder, UiCommand};
use crate::app::compared::Against;
use crate::app::system::dialogs::Purpose;
use crate::exchange::joined_stem;

use super::Desk;

impl Desk {
    /// Opens a window that hands out.
    pub(super) fn show_handing_out(&mut self, ctx: &Context, command: UiCommand) {
        let (windows, choices) = (&mut self.opened.windows, &self.screen.settings);
        match command {
            UiCommand::Notice => self.show_notice(ctx),
            UiCommand::ExportSelected => windows.export.open_for_selected(choices),
            _ => windows.export.toggle(choices),
        }
    }

    fn show_notice(&mut self, ctx: &Context) {
        self.finish_typing_and_tell();
        self.list_states(ctx);
        // What was handed out last is what one asks about.
        let last = self.plan().releases().iter().map(|release| release.number).max();
        if let (Some(last), Against::Saved) = (last, self.opened.chosen.compared.against()) {
            self.compare_with(Against::Release(last));
        }
        self.opened.windows.notice.open(&self.screen.settings.export.languages);
    }

    /// Asks where a notice is to be handed out to.
    pub(super) fn ask_notice(&mut self, ctx: &Context, order: Box<NoticeOrder>) {
        let title = self.screen.settings.title(&self.plan().header().title);
        let extension = order.options.format.extension();
        let suggested = format!("{}.{extension}", joined_stem(&[title, "notice"]));
        let name = self.screen.texts.text("notice-title");
        self.dialogs.ask_path(ctx, Purpose::Notice(order), self.opened.path.as_deref(), (&suggested, name));
    }

    /// Begins to write it there.
    pub(super) fn write_notice(&mut self, ctx: &Context, path: PathBuf, order: NoticeOrder) {
        let (plan, file) = (self.plan().clone(), self.opened.path.clone());
        self.opened.windows.notice.start(ctx, plan, file, (path, order));
    }
}

//! The file of the open plan: opening, saving, and asking before work is lost.

use std::path::{Path, PathBuf};

use egui::{Context, ViewportCommand};

use crate::app::action::{Amount, Message};
use crate::app::system::dialogs::{Answer, Purpose, Then};
use crate::exchange::{Request, file_stem, joined_stem};
use crate::model::Plan;
use crate::store;
use crate::texts::Value;

use super::Desk;
use super::opened::Opened;

impl Desk {
    /// Does `then`, after asking about unsaved work.
    pub(super) fn ask_before(&mut self, ctx: &Context, then: Then) {
        // What can not be taken would be lost, as a change that is not saved.
        if !self.finish_typing_and_tell() || self.is_modified() {
            self.dialogs.ask_about_unsaved(then);
        } else {
            self.go_on(ctx, then);
        }
    }

    pub(super) fn handle_answer(&mut self, ctx: &Context, answer: Answer) {
        match answer {
            Answer::SaveFirst(then) => self.save(ctx, Some(then)),
            Answer::Discard(then) => self.go_on(ctx, then),
            Answer::Opened(path) => self.open(&path),
            Answer::SaveAt(path, then) => self.save_at(ctx, &path, then),
            Answer::ExportAt(path, request, amount) => {
                let plan = self.opened.chosen.workbench.plan();
                self.opened.windows.export.start(ctx, plan, (*request, amount), path);
            }
        }
    }

    fn go_on(&mut self, ctx: &Context, then: Then) {
        match then {
            Then::Open(path) => self.open(&path),
            Then::Choose => {
                let name = self.screen.texts.text("file-kind");
                self.dialogs.ask_path(ctx, Purpose::Open, self.opened.path.as_deref(), ("", name));
            }
            Then::New(template) => self.show(template.begin(), None),
            Then::Quit => {
                self.quitting = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Opens a file; where that fails, the open plan stays as it is.
    pub(super) fn open(&mut self, path: &Path) {
        match store::open_plan(path) {
            Ok(plan) => {
                self.show(plan, Some(path.to_path_buf()));
                self.screen.settings.remember(absolute(path));
            }
            Err(error) => {
                self.screen.settings.recent.retain(|known| known != path || path.exists());
                let (file, why) = (file_name(path), error.to_string());
                let values = [("file", Value::from(&file)), ("why", Value::from(&why))];
                let text = self.screen.texts.text_with("open-failed", &values);
                self.notices.tell(Message { text, is_error: true });
            }
        }
    }

    fn show(&mut self, plan: Plan, path: Option<PathBuf>) {
        let before = std::mem::replace(&mut self.opened, Opened::new(plan, path, &self.screen.settings.export));
        // What is being written goes on.
        self.opened.windows.export.inherit(before.windows.export);
    }

    pub(super) fn save(&mut self, ctx: &Context, then: Option<Then>) {
        match self.opened.path.clone() {
            Some(path) => self.save_at(ctx, &path, then),
            None => self.save_as(ctx, then),
        }
    }

    pub(super) fn save_as(&mut self, ctx: &Context, then: Option<Then>) {
        let suggested = match self.path() {
            Some(path) => file_name(path),
            None => format!("{}.ron", file_stem(&self.plan_name())),
        };
        let name = self.screen.texts.text("file-kind");
        self.dialogs.ask_path(ctx, Purpose::Save(then), self.opened.path.as_deref(), (&suggested, name));
    }

    pub(super) fn ask_export(&mut self, ctx: &Context, request: Box<Request>, amount: Amount) {
        self.finish_typing_and_tell();
        let title = self.screen.settings.title(&self.plan().header().title);
        let exporter = request.exporter;
        let suggested = match amount {
            Amount::File => {
                format!("{}.{}", joined_stem(&[title, exporter.file_part(request.layout)]), exporter.extension)
            }
            Amount::Files | Amount::Everything => file_stem(title),
        };
        let name = self.screen.texts.text(exporter.label);
        let beside = self.opened.path.as_deref();
        self.dialogs.ask_path(ctx, Purpose::Export(request, amount), beside, (&suggested, name));
    }

    fn save_at(&mut self, ctx: &Context, path: &Path, then: Option<Then>) {
        self.finish_typing_and_tell();
        match store::save_plan(self.plan(), path) {
            Ok(()) => {
                self.opened.chosen.workbench.mark_saved();
                self.opened.path = Some(path.to_path_buf());
                self.screen.settings.remember(absolute(path));
                let text = self.screen.texts.text_with("saved", &[("file", Value::from(&file_name(path)))]);
                self.notices.tell(Message { text, is_error: false });
                if let Some(then) = then {
                    self.go_on(ctx, then);
                }
            }
            Err(error) => {
                let text = self.screen.texts.text_with("save-failed", &[("why", Value::from(&error.to_string()))]);
                self.notices.tell(Message { text, is_error: true });
            }
        }
    }

    /// The window's own wishes: files dropped on it, the button that closes it.
    pub(super) fn handle_window(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        if let Some(path) = dropped {
            self.ask_before(ctx, Then::Open(path));
        }
        let closing = ctx.input(|input| input.viewport().close_requested());
        if closing && !self.quitting && (!self.finish_typing_and_tell() || self.is_modified()) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.dialogs.ask_about_unsaved(Then::Quit);
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

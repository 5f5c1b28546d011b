//! The Export window: what is handed out, in which format and look, with the real thing as a preview. Work that takes
//! long goes on beside the window and can be stopped.

mod choices;
mod preview;
mod row;
mod scope;
mod work;

use std::path::PathBuf;

use egui::{Id, Label, ProgressBar, RichText, ScrollArea, Ui, Window, vec2};

use crate::exchange::{EXPORTERS, ExportError, Request, errors};
use crate::texts::{Value, tid};

use super::Floating;
use crate::app::action::{Action, Amount, Message};
use crate::app::context::ViewContext;
use crate::app::paint::text::label_ui;
use crate::app::system::tasks::Task;
use preview::Preview;
use scope::Scope;
use work::{Done, Failure, Work};

pub use work::ExportOrder;

/// The window, open or not.
pub struct ExportWindow {
    open: bool,
    /// Whether it has just been opened: then the keyboard goes to it.
    is_new: bool,
    /// What is asked for, of the whole plan; the layout is one that was chosen, also where the format has no such.
    choices: Request,
    /// Which part of the plan; not remembered, because it belongs to the plan.
    scope: Scope,
    preview: Preview,
    work: Option<Work>,
    /// What was written last, to be opened.
    done: Option<Done>,
    /// Gives back the path of what could not be opened.
    not_opened: Option<Task<Option<PathBuf>>>,
}

impl Floating for ExportWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        self.receive(cx);
        let screen = ui.ctx().content_rect();
        let size = vec2((screen.width() - 120.0).clamp(720.0, 1300.0), (screen.height() - 110.0).clamp(380.0, 860.0));
        let mut open = self.open;
        Window::new(cx.text("export-title"))
            .id(Id::unique("export"))
            .open(&mut open)
            .collapsible(false)
            .default_size(size)
            .default_pos(screen.center() - size / 2.0)
            .min_size(vec2(720.0, 380.0))
            .show(ui.ctx(), |ui| self.content_ui(ui, cx));
        self.open = open;
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        // Work goes on.
        self.open = false;
    }
}

impl ExportWindow {
    /// A closed one that would begin with `choices`.
    #[must_use]
    pub fn new(choices: &Request) -> Self {
        Self {
            open: false,
            is_new: false,
            choices: choices.clone(),
            scope: Scope::default(),
            preview: Preview::default(),
            work: None,
            done: None,
            not_opened: None,
        }
    }

    /// Opens it with what was chosen last, or closes it.
    pub fn toggle(&mut self, choices: &Request) {
        self.open = !self.open;
        if self.open {
            self.is_new = true;
            self.choices = choices.clone();
            self.preview = Preview::default();
            self.done = None;
        }
    }

    /// Opens it for the sessions that are selected.
    pub fn open_for_selected(&mut self, choices: &Request) {
        if !self.open {
            self.toggle(choices);
        }
        self.scope.selected_only = true;
    }

    /// What is chosen, to be remembered; nothing while it is closed.
    #[must_use]
    pub fn choices_to_remember(&self) -> Option<&Request> {
        self.open.then_some(&self.choices)
    }

    /// Takes over what another one is writing.
    pub fn inherit(&mut self, other: Self) {
        (self.work, self.done, self.not_opened) = (other.work, other.done, other.not_opened);
    }

    /// Whether something is being written.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.work.is_some()
    }

    /// Asks what is being written to stop.
    pub fn stop(&self) {
        self.work.iter().for_each(Work::cancel);
    }

    /// Begins to hand out.
    pub fn start(&mut self, ctx: &egui::Context, order: ExportOrder) {
        self.done = None;
        self.work = Some(Work::start(ctx, order));
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let request = self.request(cx);
        egui::Panel::bottom("export-buttons").show_separator_line(true).show(ui, |ui| {
            ui.add_space(6.0);
            self.buttons_ui(ui, cx, &request);
        });
        egui::Panel::left("export-formats").exact_size(186.0).resizable(false).show(ui, |ui| self.formats_ui(ui, cx));
        egui::Panel::left("export-choices").exact_size(316.0).resizable(false).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.add_space(4.0);
                choices::ui(ui, cx, &mut self.choices, &mut self.scope);
            });
        });
        egui::CentralPanel::default().show(ui, |ui| self.preview.ui(ui, cx, &request));
    }

    /// What is asked for, as far as the format has it.
    fn request(&self, cx: &ViewContext<'_>) -> Request {
        Request {
            layout: self.choices.exporter.layout_like(self.choices.layout),
            selection: self.scope.part(cx.plan, cx.selection),
            ..self.choices.clone()
        }
    }

    fn formats_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        ui.add_space(4.0);
        for exporter in EXPORTERS {
            let is_chosen = self.choices.exporter == exporter;
            let button = egui::Button::selectable(is_chosen, cx.text(exporter.label)).min_size(vec2(172.0, 26.0));
            let button = ui.add(button.wrap_mode(egui::TextWrapMode::Truncate));
            if button.clicked() {
                self.choices.exporter = exporter;
            }
            if is_chosen && std::mem::take(&mut self.is_new) {
                button.request_focus();
            }
        }
    }

    fn buttons_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, request: &Request) {
        ui.horizontal(|ui| {
            if let Some(work) = &self.work {
                ui.add(ProgressBar::new(work.share()).desired_width(220.0).fill(cx.theme.accent));
                ui.label(cx.text("export-working"));
                if ui.button(cx.text("button-cancel")).clicked() {
                    work.cancel();
                }
                return;
            }
            let text = RichText::new(cx.text("export-button")).color(cx.theme.on_accent);
            let button = egui::Button::new(text).fill(cx.theme.accent).min_size(vec2(96.0, 28.0));
            if ui.add_enabled(self.preview.is_fine(), button).clicked() {
                let is_folder = request.split.is_some() || self.preview.makes_several();
                let amount = if is_folder { Amount::Files } else { Amount::File };
                cx.act(Action::AskExport(Box::new(request.clone()), amount));
            }
            let all = egui::Button::new(cx.text("export-all")).min_size(vec2(0.0, 28.0));
            if ui.add(all).on_hover_text(cx.text("export-all-tip")).clicked() {
                cx.act(Action::AskExport(Box::new(request.clone()), Amount::Everything));
            }
            if let Some(done) = &self.done {
                let told = cx.texts.text_with("export-done", &[("file", Value::from(&done.name()))]);
                label_ui(ui, &told);
                if ui.button(cx.text("export-open")).clicked() {
                    self.not_opened = Some(done.open(ui.ctx()));
                }
            } else {
                let is_itself = request.exporter.shown_as.is_none();
                let hint = if is_itself { tid("export-hint") } else { tid("export-hint-content") };
                ui.add(Label::new(RichText::new(cx.text(hint)).color(cx.theme.text_2)).truncate());
            }
        });
    }

    fn receive(&mut self, cx: &ViewContext<'_>) {
        let opened = self.not_opened.as_ref().and_then(Task::poll);
        if opened.is_some() {
            self.not_opened = None;
        }
        if let Some(Ok(Some(path))) = opened {
            let path = path.display().to_string();
            let text = cx.texts.text_with("export-not-opened", &[("file", Value::from(&path))]);
            cx.act(Action::Tell(Message { text, is_error: true }));
        }
        let Some(result) = self.work.as_ref().and_then(Work::result) else { return };
        self.work = None;
        match result {
            Ok(done) => {
                // While the window is open, it says so itself.
                if !self.open {
                    let text = cx.texts.text_with("export-done", &[("file", Value::from(&done.name()))]);
                    cx.act(Action::Tell(Message { text, is_error: false }));
                }
                self.done = Some(done);
            }
            Err(Failure::Export(ExportError::Cancelled)) => {
                let text = cx.text("export-cancelled").to_owned();
                cx.act(Action::Tell(Message { text, is_error: false }));
            }
            Err(failure) => {
                let id =
                    if matches!(failure, Failure::Write(_)) { tid("export-not-written") } else { tid("export-failed") };
                let why = match &failure {
                    Failure::Export(error) => errors::export_error(cx.texts, error),
                    Failure::Write(error) => errors::not_written(cx.texts, error),
                    Failure::Ended => cx.text("export-ended").to_owned(),
                };
                let text = cx.texts.text_with(id, &[("why", Value::from(&why))]);
                cx.act(Action::Tell(Message { text, is_error: true }));
            }
        }
    }
}

//! The Export window: what is handed out, in which format and look, with the real thing as a preview. Work that takes
//! long goes on beside the window and can be stopped.

mod choices;
mod house;
mod presets;
mod preview;
mod row;
mod scope;
mod work;

use std::path::PathBuf;

use egui::{Align, Label, Layout, ProgressBar, Rect, RichText, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::exchange::{EXPORTERS, ExportError, Request, errors};
use crate::texts::{Value, tid};

use super::Floating;
use super::sheet::{Sheet, filled_button, plain_button, with_foot};
use crate::app::action::{Action, Amount, Message};
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, label_ui};
use crate::app::settings::Settings;
use crate::app::style::{Type, size};
use crate::app::system::tasks::Task;
use house::HouseStyle;
use presets::Presets;
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
    presets: Presets,
    house: HouseStyle,
    preview: Preview,
    work: Option<Work>,
    /// What was written last, to be opened.
    done: Option<Done>,
    /// Gives back the path of what could not be opened.
    not_opened: Option<Task<Option<PathBuf>>>,
}

/// The column of formats.
const FORMATS: f32 = 250.0;
/// The column of choices.
const CHOICES: f32 = 328.0;

impl Floating for ExportWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        self.receive(cx);
        self.house.receive(cx);
        if self.open {
            let sheet = Sheet { name: "export", title: cx.text("export-title"), size: vec2(1200.0, 820.0) };
            self.open = sheet.show(ui, cx, |ui| self.content_ui(ui, cx));
        }
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
            presets: Presets::default(),
            house: HouseStyle::default(),
            preview: Preview::default(),
            work: None,
            done: None,
            not_opened: None,
        }
    }

    /// Opens it with what was chosen last, or closes it.
    pub fn toggle(&mut self, settings: &Settings) {
        self.open = !self.open;
        if self.open {
            self.is_new = true;
            self.choices = settings.export.clone();
            self.presets = Presets::new(&settings.export_presets);
            self.preview = Preview::default();
            self.done = None;
        }
    }

    /// Opens it for the sessions that are selected.
    pub fn open_for_selected(&mut self, settings: &Settings) {
        if !self.open {
            self.toggle(settings);
        }
        self.scope.selected_only = true;
    }

    /// Opens it for a part of the plan.
    pub fn open_for(&mut self, part: crate::exchange::Selection, settings: &Settings) {
        if !self.open {
            self.toggle(settings);
        }
        self.scope = Scope::of(part);
    }

    /// Has what is chosen, and what is kept under names, remembered, while it is open.
    pub fn remember_in(&self, settings: &mut Settings) {
        if self.open {
            if settings.export != self.choices {
                settings.export = self.choices.clone();
            }
            if settings.export_presets != self.presets.all {
                settings.export_presets.clone_from(&self.presets.all);
            }
        }
    }

    /// Takes what is in a file as the mark of the conference.
    pub fn take_logo(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.house.take(ctx, path);
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
        let (above, foot) = with_foot(ui, cx);
        let layout = Layout::right_to_left(Align::Center);
        let mut buttons = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot).layout(layout));
        self.buttons_ui(&mut buttons, cx, &request);
        let (formats, choices) = (above.left() + FORMATS, above.left() + FORMATS + CHOICES);
        let part = |from: f32, to: f32| Rect::from_min_max(pos2(from, above.top()), pos2(to, above.bottom()));
        let content = |name: &'static str, rect: Rect| UiBuilder::new().id_salt(name).max_rect(rect);
        let of_formats = part(above.left() + 12.0, formats - 8.0);
        let mut of_formats = ui.new_child(content("formats", of_formats));
        ScrollArea::vertical().auto_shrink(false).show(&mut of_formats, |ui| self.formats_ui(ui, cx));
        let mut of_choices = ui.new_child(content("choices", part(formats + 12.0, choices - 4.0)));
        ScrollArea::vertical().auto_shrink(false).show(&mut of_choices, |ui| {
            ui.add_space(4.0);
            self.presets.ui(ui, cx, &mut self.choices);
            choices::ui(ui, cx, &mut self.choices, &mut self.scope);
            self.house.ui(ui, cx, &self.choices);
            ui.add_space(12.0);
        });
        let sight = part(choices, above.right());
        ui.painter().rect_filled(sight, 0.0, cx.theme.ground);
        for (x, line) in [(formats, cx.theme.line), (choices, cx.theme.line)] {
            ui.painter().vline(x, above.y_range(), Stroke::new(1.0, line));
        }
        ui.painter().hline(above.x_range(), above.top() + 0.5, Stroke::new(1.0, cx.theme.line));
        let mut of_sight = ui.new_child(content("preview", sight.shrink2(vec2(12.0, 8.0))));
        self.preview.ui(&mut of_sight, cx, &request);
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
        ui.add_space(8.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        let width = ui.available_width();
        for exporter in EXPORTERS {
            let is_chosen = self.choices.exporter == exporter;
            let button = egui::Button::selectable(is_chosen, cx.text(exporter.label)).min_size(vec2(width, size::ROW));
            let button = ui.add(button.wrap_mode(egui::TextWrapMode::Truncate));
            if button.clicked() {
                self.choices.exporter = exporter;
            }
            if is_chosen && std::mem::take(&mut self.is_new) {
                button.request_focus();
            }
            if is_chosen && exporter.layouts.len() > 1 {
                self.layouts_ui(ui, cx);
            }
        }
    }

    /// The layouts of the format that is chosen, below it.
    fn layouts_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let exporter = self.choices.exporter;
        let chosen = exporter.layout_like(self.choices.layout);
        ui.indent("layouts", |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for &layout in exporter.layouts {
                let name = cx.text(layout.label());
                let text = RichText::new(name).font(Type::Small.font());
                let size = vec2(ui.available_width(), size::TARGET);
                let is_cut = elided(ui, text.clone(), size.x - 2.0 * ui.spacing().button_padding.x).elided;
                let button = egui::Button::selectable(layout == chosen, text).min_size(size);
                let mut button = ui.add(button.wrap_mode(egui::TextWrapMode::Truncate));
                let is_chosen = layout == chosen;
                button.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_chosen, name));
                if is_cut {
                    button = button.on_hover_text(name);
                }
                if button.clicked() {
                    self.choices.layout = layout;
                }
            }
        });
    }

    fn buttons_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, request: &Request) {
        if let Some(work) = &self.work {
            if plain_button(ui, cx.text("button-cancel"), true).clicked() {
                work.cancel();
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(ProgressBar::new(work.share()).desired_width(220.0).fill(cx.theme.accent));
                ui.label(cx.text("export-working"));
            });
            return;
        }
        if filled_button(ui, cx, cx.text("export-button"), self.preview.is_fine()).clicked() {
            let is_folder = request.split.is_some() || self.preview.makes_several();
            let amount = if is_folder { Amount::Files } else { Amount::File };
            cx.act(Action::AskExport(Box::new(request.clone()), amount));
        }
        if plain_button(ui, cx.text("export-all"), true).on_hover_text(cx.text("export-all-tip")).clicked() {
            cx.act(Action::AskExport(Box::new(request.clone()), Amount::Everything));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if let Some(done) = &self.done {
                let told = cx.texts.text_with("export-done", &[("file", Value::from(&done.name()))]);
                label_ui(ui, &told);
                if plain_button(ui, cx.text("export-open"), true).clicked() {
                    self.not_opened = Some(done.open(ui.ctx()));
                }
            } else {
                let is_itself = request.exporter.shown_as.is_none();
                let hint = if is_itself { tid("export-hint") } else { tid("export-hint-content") };
                let hint = RichText::new(cx.text(hint)).font(Type::Small.font()).color(cx.theme.text_2);
                ui.add(Label::new(hint).truncate());
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

//! Files as the planner meets them: dialogs, questions before work is lost, opening and saving.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use egui::{Context, Id, Modal, TextEdit, Ui, ViewportCommand};

use crate::check::Checker;
use crate::edit::Document;
use crate::exchange::{Request, file_stem, joined_stem};
use crate::store::{self, Template};
use crate::texts::{Value, tid};

use super::Desk;
use crate::app::action::{Amount, Message};
use crate::app::context::ViewContext;
use crate::app::selection::{Filter, Selection};
use crate::app::view::timeline::TimelineView;

/// How file names are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Chooser {
    /// By the system's own dialog; by a field where there is none.
    #[default]
    System,
    /// By a field.
    Field,
}

/// What to do once unsaved work is safe, or given up.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Then {
    /// Open this file.
    Open(PathBuf),
    /// Ask which file to open.
    Choose,
    /// Begin from a template.
    New(Template),
    /// Leave.
    Quit,
}

/// What a file name is asked for.
#[derive(Clone, Debug, PartialEq)]
enum Purpose {
    Open,
    Save(Option<Then>),
    /// A file to hand out to, or a folder.
    Export(Box<Request>, Amount),
}

/// What the planner answered.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answer {
    SaveFirst(Then),
    Discard(Then),
    Opened(PathBuf),
    SaveAt(PathBuf, Option<Then>),
    ExportAt(PathBuf, Box<Request>, Amount),
}

/// A system dialog.
#[derive(Debug)]
struct Dialog {
    purpose: Purpose,
    /// What a field would begin with in its place.
    suggested: String,
    answer: Receiver<Option<PathBuf>>,
    since: Instant,
}

/// The file of the open plan, and dialogs about files.
#[derive(Debug, Default)]
pub struct Files {
    path: Option<PathBuf>,
    chooser: Chooser,
    /// A system dialog that is open elsewhere.
    dialog: Option<Dialog>,
    /// The field that stands in for it.
    field: Option<(Purpose, String)>,
    question: Option<Then>,
    quitting: bool,
}

impl Purpose {
    /// How the file ends; empty for a folder.
    fn extension(&self) -> &'static str {
        match self {
            Self::Open | Self::Save(_) => "ron",
            Self::Export(request, Amount::File) => request.exporter.extension,
            Self::Export(..) => "",
        }
    }
}

/// The path that is meant by what was typed.
fn typed_path(purpose: &Purpose, text: &str) -> PathBuf {
    let mut path = PathBuf::from(text.trim());
    if *purpose != Purpose::Open && path.extension().is_none() && !purpose.extension().is_empty() {
        path.set_extension(purpose.extension());
    }
    path
}

impl Files {
    /// With the file of the open plan.
    #[must_use]
    pub fn new(path: Option<PathBuf>) -> Self {
        Self { path, ..Self::default() }
    }

    /// The file of the open plan.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Sets how file names are asked for.
    pub fn set_chooser(&mut self, chooser: Chooser) {
        self.chooser = chooser;
    }

    /// Whether a question or a field is open.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.question.is_some() || self.field.is_some()
    }

    fn ask_path(&mut self, ctx: &Context, purpose: Purpose, suggested: &str, filter_name: &str) {
        if self.dialog.is_some() {
            return;
        }
        // A name alone would be one in whatever folder the program was started in.
        let home = || std::env::home_dir().unwrap_or_default();
        let folder = self.path.as_deref().and_then(Path::parent).map_or_else(home, Path::to_path_buf);
        let in_folder = folder.join(suggested).display().to_string();
        if self.chooser == Chooser::Field {
            self.field = Some((purpose, in_folder));
            return;
        }
        let extension = purpose.extension();
        let mut dialog = rfd::AsyncFileDialog::new();
        if !extension.is_empty() {
            dialog = dialog.add_filter(filter_name, &[extension]);
        }
        if let Some(folder) = self.path.as_deref().and_then(Path::parent) {
            dialog = dialog.set_directory(folder);
        }
        let (sender, receiver) = channel();
        let ctx = ctx.clone();
        // The dialog must be made on this thread; only waiting for it happens elsewhere.
        let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match purpose {
            Purpose::Open => Box::pin(dialog.pick_file()),
            Purpose::Save(_) | Purpose::Export(_, Amount::File) => {
                Box::pin(dialog.set_file_name(suggested).save_file())
            }
            Purpose::Export(..) => Box::pin(dialog.pick_folder()),
        };
        let waiting = std::thread::Builder::new().name("file dialog".to_owned()).spawn(move || {
            let path = pollster::block_on(answer).map(|file| file.path().to_path_buf());
            // The desk may be gone; then nobody asks any more.
            let _ = sender.send(path);
            ctx.request_repaint();
        });
        match waiting {
            Ok(_) => {
                let (answer, since) = (receiver, Instant::now());
                self.dialog = Some(Dialog { purpose, suggested: in_folder, answer, since });
            }
            Err(_) => self.field = Some((purpose, in_folder)),
        }
    }

    /// Shows what is open; returns what was answered.
    pub(super) fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) -> Vec<Answer> {
        let mut answers = Vec::new();
        if let Some(path) = self.dialog.as_ref().and_then(|dialog| dialog.answer.try_recv().ok())
            && let Some(Dialog { purpose, suggested, since, .. }) = self.dialog.take()
        {
            match path {
                Some(path) => answers.push(answer(purpose, path)),
                // Nobody cancels that fast: the system has no dialog.
                None if since.elapsed() < Duration::from_millis(400) => self.field = Some((purpose, suggested)),
                None => {}
            }
        }
        answers.extend(self.field_ui(ui, cx));
        answers.extend(self.question_ui(ui, cx));
        answers
    }

    fn field_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) -> Option<Answer> {
        let (purpose, text) = self.field.as_mut()?;
        let title = match purpose {
            Purpose::Open => tid("path-open"),
            Purpose::Save(_) => tid("path-save"),
            Purpose::Export(_, Amount::File) => tid("path-export"),
            Purpose::Export(..) => tid("path-export-folder"),
        };
        let mut done = None;
        let modal = Modal::new(Id::unique("path")).frame(modal_frame(ui)).show(ui.ctx(), |ui| {
            ui.set_width(460.0);
            ui.heading(cx.text(title));
            ui.weak(cx.text("path-why"));
            ui.add_space(4.0);
            let field = ui.add(TextEdit::singleline(text).hint_text(cx.text("path-hint")).desired_width(f32::INFINITY));
            let field = field.accessible_name(cx.text(title));
            if !field.has_focus() && !field.lost_focus() {
                field.request_focus();
            }
            if *purpose != Purpose::Open && typed_path(purpose, text).is_file() {
                ui.colored_label(cx.theme.amber, cx.text("path-replaces"));
            }
            ui.add_space(8.0);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                let ok = ui.add_enabled(!text.trim().is_empty(), primary(cx, cx.text("button-ok")));
                if ok.clicked() || (entered && !text.trim().is_empty()) {
                    done = Some(typed_path(purpose, text));
                }
                if ui.button(cx.text("button-cancel")).clicked() {
                    ui.close();
                }
            });
        });
        if let Some(path) = done {
            let purpose = purpose.clone();
            self.field = None;
            return Some(answer(purpose, path));
        }
        if modal.should_close() {
            self.field = None;
        }
        None
    }

    fn question_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) -> Option<Answer> {
        let then = self.question.clone()?;
        let mut chosen = None;
        let modal = Modal::new(Id::unique("unsaved")).frame(modal_frame(ui)).show(ui.ctx(), |ui| {
            ui.set_width(420.0);
            ui.heading(cx.text("unsaved-title"));
            ui.label(cx.text("unsaved-text"));
            ui.add_space(8.0);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.add(primary(cx, cx.text("unsaved-save"))).clicked() {
                    chosen = Some(Answer::SaveFirst(then.clone()));
                }
                if ui.button(cx.text("unsaved-discard")).clicked() {
                    chosen = Some(Answer::Discard(then.clone()));
                }
                if ui.button(cx.text("button-cancel")).clicked() {
                    ui.close();
                }
            });
        });
        if chosen.is_some() || modal.should_close() {
            self.question = None;
        }
        chosen
    }
}

fn modal_frame(ui: &Ui) -> egui::Frame {
    egui::Frame::window(ui.style()).inner_margin(20)
}

/// The button that matters.
fn primary<'a>(cx: &ViewContext<'_>, text: &'a str) -> egui::Button<'a> {
    egui::Button::new(egui::RichText::new(text).color(cx.theme.on_accent)).fill(cx.theme.accent)
}

fn answer(purpose: Purpose, path: PathBuf) -> Answer {
    match purpose {
        Purpose::Open => Answer::Opened(path),
        Purpose::Save(then) => Answer::SaveAt(path, then),
        Purpose::Export(request, amount) => Answer::ExportAt(path, request, amount),
    }
}

impl Desk {
    /// Does `then`, after asking about unsaved work.
    pub(super) fn ask_before(&mut self, ctx: &Context, then: Then) {
        self.finish_drafts();
        if self.document.is_modified() {
            self.files.question = Some(then);
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
                self.export.start(ctx, self.document.plan(), (*request, amount), path);
            }
        }
    }

    fn go_on(&mut self, ctx: &Context, then: Then) {
        match then {
            Then::Open(path) => self.open(&path),
            Then::Choose => {
                let name = self.texts.text("file-kind").to_owned();
                self.files.ask_path(ctx, Purpose::Open, "", &name);
            }
            Then::New(template) => self.show(Document::new(template.begin()), None),
            Then::Quit => {
                self.files.quitting = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Opens a file; where that fails, the open plan stays as it is.
    pub(super) fn open(&mut self, path: &Path) {
        match store::open_plan(path) {
            Ok(plan) => {
                self.show(Document::new(plan), Some(path.to_path_buf()));
                self.settings.remember(absolute(path));
            }
            Err(error) => {
                self.settings.recent.retain(|known| known != path || path.exists());
                let (file, why) = (file_name(path), error.to_string());
                let values = [("file", Value::from(&file)), ("why", Value::from(&why))];
                let text = self.texts.text_with("open-failed", &values);
                self.notices.tell(Message { text, is_error: true });
            }
        }
    }

    fn show(&mut self, document: Document, path: Option<PathBuf>) {
        *self.checker.get_mut() = Checker::new(document.plan());
        self.document = document;
        self.files.path = path;
        self.selection = Selection::default();
        self.filter = Filter::default();
        self.matches = None;
        self.timeline = TimelineView::default();
        self.day = super::DayView::default();
        self.grid = super::GridView::default();
        self.status_line = super::StatusLine::default();
        self.list = super::ListView::default();
        self.inspector = super::Inspector::default();
        self.findings = super::FindingsPanel::default();
        self.rules = super::RulesWindow::default();
        self.gesture.cancel();
    }

    pub(super) fn save(&mut self, ctx: &Context, then: Option<Then>) {
        match self.files.path.clone() {
            Some(path) => self.save_at(ctx, &path, then),
            None => self.save_as(ctx, then),
        }
    }

    pub(super) fn save_as(&mut self, ctx: &Context, then: Option<Then>) {
        let suggested = match self.files.path() {
            Some(path) => file_name(path),
            None => format!("{}.ron", file_stem(&self.plan_name())),
        };
        let name = self.texts.text("file-kind").to_owned();
        self.files.ask_path(ctx, Purpose::Save(then), &suggested, &name);
    }

    pub(super) fn ask_export(&mut self, ctx: &Context, request: Box<Request>, amount: Amount) {
        self.finish_drafts();
        let title = self.settings.title(&self.document.plan().header().title);
        let exporter = request.exporter;
        let suggested = match amount {
            Amount::File => {
                format!("{}.{}", joined_stem(&[title, exporter.file_part(request.layout)]), exporter.extension)
            }
            Amount::Files | Amount::Everything => file_stem(title),
        };
        let name = self.texts.text(exporter.label).to_owned();
        self.files.ask_path(ctx, Purpose::Export(request, amount), &suggested, &name);
    }

    fn save_at(&mut self, ctx: &Context, path: &Path, then: Option<Then>) {
        match store::save_plan(self.document.plan(), path) {
            Ok(()) => {
                self.document.mark_saved();
                self.files.path = Some(path.to_path_buf());
                self.settings.remember(absolute(path));
                let text = self.texts.text_with("saved", &[("file", Value::from(&file_name(path)))]);
                self.notices.tell(Message { text, is_error: false });
                if let Some(then) = then {
                    self.go_on(ctx, then);
                }
            }
            Err(error) => {
                let text = self.texts.text_with("save-failed", &[("why", Value::from(&error.to_string()))]);
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
        if closing {
            self.finish_drafts();
        }
        if closing && !self.files.quitting && self.document.is_modified() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.files.question = Some(Then::Quit);
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

//! Dialogs about files: which one to open, where to save, what becomes of unsaved work. They ask; the desk acts on the
//! answer.

mod question;

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use egui::{Context, Id, Modal, TextEdit, Ui};

pub use question::Question;

use crate::app::action::{Amount, NoticeOrder};
use crate::app::context::ViewContext;
use crate::app::widget::fields::select_name;
use crate::exchange::Request;
use crate::exchange::arriving::IMPORTERS;
use crate::merge::Decision;
use crate::model::Plan;
use crate::texts::{Value, tid};

/// The endings of files that hold tables.
const TABLES: [&str; 9] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods", "docx"];

/// The endings of files that can be brought in: tables, and what other tools and this one write.
#[must_use]
pub fn imported() -> Vec<&'static str> {
    let written = IMPORTERS.iter().flat_map(|importer| importer.extensions).copied();
    TABLES.into_iter().chain(written).collect()
}

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
pub enum Then {
    /// Open this file.
    Open(PathBuf),
    /// Open what the release of this number holds, and perhaps ask what is to be handed out of it.
    #[expect(missing_docs, reason = "the names are the description")]
    OpenRelease { number: u32, exports: bool },
    /// Open what was found in a journal, by the number of the offer.
    Recover(u64),
    /// Ask which file to open.
    Choose,
    /// Begin to plan with this plan, and then perhaps ask for a table to fill it with.
    #[expect(missing_docs, reason = "the names are the description")]
    Begin { plan: Box<Plan>, asks_for_table: bool },
    /// Leave.
    Quit,
}

/// What a file name is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// To open a plan.
    Open,
    /// To compare the plan with it.
    Compare,
    /// To read votes of attendees.
    Votes,
    /// To bring in what stands in it.
    Import,
    /// To take it as the mark of the conference.
    Logo,
    /// To save the plan, and then go on.
    Save(Option<Then>),
    /// A file to hand out to, or a folder.
    Export(Box<Request>, Amount),
    /// A file for a change notice.
    Notice(Box<NoticeOrder>),
}

/// What the planner answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Save, and then do this.
    SaveFirst(Then),
    /// Do this, whatever is unsaved.
    Discard(Then),
    /// Open this file.
    Opened(PathBuf),
    /// Compare the plan with this file.
    CompareWith(PathBuf),
    /// Read votes of attendees from this file.
    Votes(PathBuf),
    /// Take what is in this file as the mark of the conference.
    Logo(PathBuf),
    /// Show what these files would make of the plan.
    Import(Vec<PathBuf>),
    /// This was chosen to save in, and then to do this.
    SaveAt(PathBuf, Option<Then>),
    /// Save there as a plan of its own, and then do this.
    SaveAsNew(PathBuf, Option<Then>),
    /// Save there the plan that is open, and then do this.
    SaveAsSame(PathBuf, Option<Then>),
    /// Save over whatever is in that file, and then do this.
    SaveOver(PathBuf, Option<Then>),
    /// Ask where else to save, and then do this.
    SaveElsewhere(Option<Then>),
    /// Open the file again, as it is now.
    Reload,
    /// Take what was done to the plan in its file into the open one.
    Merge,
    /// Take what is in this copy of the plan into the open one.
    MergeCopy(PathBuf),
    /// Leave this copy of the plan where it is.
    LeaveCopy(PathBuf),
    /// Put this copy aside, whose content is in the plan.
    PutCopyAside(PathBuf),
    /// Decide the first of what is undecided.
    Decide(Decision),
    /// Go on with the plan as it is, whatever is in its file.
    LeaveChanged,
    /// Only read the plan, whose file somebody has: who, in a sentence.
    ReadOnly(String),
    /// Go on with a copy of the plan that has no file yet.
    WorkOnCopy,
    /// Go on with the file that somebody has left open.
    TakeOver,
    /// Hand out to there.
    ExportAt(PathBuf, Box<Request>, Amount),
    /// Hand a change notice out to there.
    NoticeAt(PathBuf, Box<NoticeOrder>),
    /// Do not open what is being opened.
    CancelOpening,
    /// Do not quit after all.
    Stay,
    /// Stop what is being handed out, and quit.
    StopAndQuit,
}

/// What the planner has to wait for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// A file of this name is being opened.
    Opening(String),
    /// The window closes when what is being written is on the disk.
    Quitting {
        /// Whether it is something that can be stopped.
        can_stop: bool,
    },
}

/// A system dialog.
#[derive(Debug)]
struct Dialog {
    purpose: Purpose,
    /// What a field would begin with in its place.
    suggested: String,
    folder: PathBuf,
    answer: Receiver<Vec<PathBuf>>,
    since: Instant,
}

/// A field in which a path is typed.
#[derive(Debug)]
struct Field {
    purpose: Purpose,
    text: String,
    /// Where a name alone belongs.
    folder: PathBuf,
}

/// Whether a file is only read, so that it must be there already.
fn reads(purpose: &Purpose) -> bool {
    matches!(purpose, Purpose::Open | Purpose::Compare | Purpose::Votes | Purpose::Import | Purpose::Logo)
}

/// Dialogs about files; one at a time.
#[derive(Debug, Default)]
pub struct FileDialogs {
    chooser: Chooser,
    /// A system dialog that is open elsewhere.
    dialog: Option<Dialog>,
    /// The field that stands in for it.
    field: Option<Field>,
    question: Option<Question>,
}

impl Purpose {
    /// How the file ends; empty for a folder.
    fn extension(&self) -> &'static str {
        match self {
            Self::Open | Self::Compare | Self::Save(_) => "ron",
            Self::Import | Self::Votes => "csv",
            Self::Logo => "png",
            Self::Notice(order) => order.options.format.extension(),
            Self::Export(request, Amount::File) => request.exporter.extension,
            Self::Export(..) => "",
        }
    }
}

/// The path that is meant by what was typed: `~` is the home of the planner, a name alone is in `folder`, and what has
/// no ending of such files gets one.
fn typed_path(purpose: &Purpose, folder: &Path, text: &str) -> PathBuf {
    let typed = Path::new(text.trim());
    let mut path = match (typed.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => folder.join(typed),
    };
    let extension = purpose.extension();
    let has_one = |known: &str| path.extension().is_some_and(|typed| typed.eq_ignore_ascii_case(known));
    // A dot may also stand in a name: "Plan v1.2".
    let is_complete = has_one(extension) || (extension == "ron" && has_one("json"));
    // What names a folder stays one, and is told when it can not be written.
    let names_folder = text.trim_end().ends_with(std::path::is_separator) || path.is_dir();
    if !reads(purpose) && !extension.is_empty() && !is_complete && !names_folder {
        path.as_mut_os_string().push(".");
        path.as_mut_os_string().push(extension);
    }
    path
}

impl FileDialogs {
    /// Sets how file names are asked for.
    pub fn set_chooser(&mut self, chooser: Chooser) {
        self.chooser = chooser;
    }

    /// Whether a question or a field is open.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.question.is_some() || self.field.is_some()
    }

    /// Drops what is asked for: it was about another plan. An answer to it is not heard any more.
    pub fn forget(&mut self) {
        (self.dialog, self.field) = (None, None);
    }

    /// Asks what is to be decided.
    pub fn ask(&mut self, question: Question) {
        self.question = Some(question);
    }

    /// Asks for a path. `beside` is the file of the open plan; `suggested` is a name, and `filter_name` what such files
    /// are called.
    pub fn ask_path(
        &mut self,
        ctx: &Context,
        purpose: Purpose,
        beside: Option<&Path>,
        (suggested, filter_name): (&str, &str),
    ) {
        if self.dialog.is_some() {
            return;
        }
        // A name alone would be one in whatever folder the program was started in.
        let home = || std::env::home_dir().unwrap_or_default();
        let folder = beside.and_then(Path::parent).map_or_else(home, Path::to_path_buf);
        let in_folder = folder.join(suggested).display().to_string();
        if self.chooser == Chooser::Field {
            self.field = Some(Field { purpose, text: in_folder, folder });
            return;
        }
        let mut dialog = rfd::AsyncFileDialog::new();
        match purpose.extension() {
            _ if purpose == Purpose::Import => dialog = dialog.add_filter(filter_name, &imported()),
            _ if purpose == Purpose::Logo => dialog = dialog.add_filter(filter_name, &["png", "svg"]),
            "" => {}
            // A plan that stands in JSON stays there.
            "ron" => dialog = dialog.add_filter(filter_name, &["ron", "json"]),
            extension => dialog = dialog.add_filter(filter_name, &[extension]),
        }
        if let Some(folder) = beside.and_then(Path::parent) {
            dialog = dialog.set_directory(folder);
        }
        let (sender, receiver) = channel();
        let ctx = ctx.clone();
        // The dialog must be made on this thread; only waiting for it happens elsewhere.
        let answer: Chosen = match purpose {
            Purpose::Import => {
                let chosen = dialog.pick_files();
                Box::pin(async move { chosen.await.unwrap_or_default() })
            }
            Purpose::Open | Purpose::Compare | Purpose::Votes | Purpose::Logo => one(dialog.pick_file()),
            Purpose::Save(_) | Purpose::Notice(_) | Purpose::Export(_, Amount::File) => {
                one(dialog.set_file_name(suggested).save_file())
            }
            Purpose::Export(..) => one(dialog.pick_folder()),
        };
        let waiting = std::thread::Builder::new().name("file dialog".to_owned()).spawn(move || {
            let paths = pollster::block_on(answer).iter().map(|file| file.path().to_path_buf()).collect();
            // The desk may be gone; then nobody asks any more.
            let _ = sender.send(paths);
            ctx.request_repaint();
        });
        match waiting {
            Ok(_) => {
                let (answer, since) = (receiver, Instant::now());
                self.dialog = Some(Dialog { purpose, suggested: in_folder, folder, answer, since });
            }
            Err(_) => self.field = Some(Field { purpose, text: in_folder, folder }),
        }
    }

    /// Shows what is open; returns what was answered.
    pub fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, waiting: Option<&Waiting>) -> Vec<Answer> {
        let mut answers = Vec::new();
        if let Some(paths) = self.dialog.as_ref().and_then(|dialog| dialog.answer.try_recv().ok())
            && let Some(Dialog { purpose, suggested, folder, since, .. }) = self.dialog.take()
        {
            match answer(purpose.clone(), paths) {
                Some(answer) => answers.push(answer),
                // Nobody cancels that fast: the system has no dialog.
                None if since.elapsed() < Duration::from_millis(400) => {
                    self.field = Some(Field { purpose, text: suggested, folder });
                }
                None => {}
            }
        }
        answers.extend(self.field_ui(ui, cx));
        answers.extend(Question::ui(&mut self.question, ui, cx));
        answers.extend(waiting.and_then(|waiting| waiting_ui(ui, cx, waiting)));
        answers
    }

    fn field_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) -> Option<Answer> {
        let Field { purpose, text, folder } = self.field.as_mut()?;
        let title = match purpose {
            Purpose::Open => tid("path-open"),
            Purpose::Compare => tid("path-compare"),
            Purpose::Import => tid("path-import"),
            Purpose::Votes => tid("path-votes"),
            Purpose::Logo => tid("path-logo"),
            Purpose::Notice(_) => tid("path-export"),
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
                select_name(ui, field.id, text);
            }
            if !reads(purpose) && typed_path(purpose, folder, text).is_file() {
                ui.colored_label(cx.theme.warning, cx.text("path-replaces"));
            }
            ui.add_space(8.0);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                let ok = ui.add_enabled(!text.trim().is_empty(), primary(cx, cx.text("button-ok")));
                if ok.clicked() || (entered && !text.trim().is_empty()) {
                    done = Some(typed_path(purpose, folder, text));
                }
                if ui.button(cx.text("button-cancel")).clicked() {
                    ui.close();
                }
            });
        });
        if let Some(path) = done {
            let purpose = purpose.clone();
            self.field = None;
            return answer(purpose, vec![path]);
        }
        if modal.should_close() {
            self.field = None;
        }
        None
    }
}

/// What is being waited for, and how not to.
fn waiting_ui(ui: &Ui, cx: &ViewContext<'_>, waiting: &Waiting) -> Option<Answer> {
    let mut answer = None;
    Modal::new(Id::unique("waiting")).frame(modal_frame(ui)).show(ui.ctx(), |ui| {
        ui.set_width(380.0);
        ui.horizontal(|ui| {
            ui.spinner();
            match waiting {
                Waiting::Opening(file) => {
                    ui.label(cx.texts.text_with("waiting-opening", &[("file", Value::from(file))]));
                }
                Waiting::Quitting { .. } => _ = ui.label(cx.text("waiting-writing")),
            }
        });
        ui.add_space(8.0);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let cancel = ui.button(cx.text("button-cancel")).clicked();
            match waiting {
                Waiting::Opening(_) if cancel => answer = Some(Answer::CancelOpening),
                Waiting::Quitting { .. } if cancel => answer = Some(Answer::Stay),
                Waiting::Quitting { can_stop: true } if ui.button(cx.text("waiting-stop-and-quit")).clicked() => {
                    answer = Some(Answer::StopAndQuit);
                }
                _ => {}
            }
        });
    });
    answer
}

fn modal_frame(ui: &Ui) -> egui::Frame {
    egui::Frame::window(ui.style()).inner_margin(20)
}

/// The button that matters.
fn primary<'a>(cx: &ViewContext<'_>, text: &'a str) -> egui::Button<'a> {
    egui::Button::new(egui::RichText::new(text).color(cx.theme.on_accent)).fill(cx.theme.accent)
}

/// What somebody chooses in a dialog.
type Chosen = Pin<Box<dyn Future<Output = Vec<rfd::FileHandle>> + Send>>;

/// One file or none, as several.
fn one(chosen: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static) -> Chosen {
    Box::pin(async move { chosen.await.into_iter().collect() })
}

fn answer(purpose: Purpose, paths: Vec<PathBuf>) -> Option<Answer> {
    let path = paths.first()?.clone();
    Some(match purpose {
        Purpose::Import => Answer::Import(paths),
        Purpose::Open => Answer::Opened(path),
        Purpose::Compare => Answer::CompareWith(path),
        Purpose::Votes => Answer::Votes(path),
        Purpose::Logo => Answer::Logo(path),
        Purpose::Save(then) => Answer::SaveAt(path, then),
        Purpose::Export(request, amount) => Answer::ExportAt(path, request, amount),
        Purpose::Notice(order) => Answer::NoticeAt(path, order),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_name_is_a_file_beside_the_plan_with_its_ending() {
        let folder = tempfile::tempdir().unwrap();
        let path = |text: &str| typed_path(&Purpose::Save(None), folder.path(), text);
        assert_eq!(path("rel"), folder.path().join("rel.ron"));
        assert_eq!(path(" Plan v1.2 "), folder.path().join("Plan v1.2.ron"));
        assert_eq!(path("Plan.RON"), folder.path().join("Plan.RON"));
        assert_eq!(path("plan.json"), folder.path().join("plan.json"));
        assert_eq!(path("new/"), folder.path().join("new/"));
        assert_eq!(path("/elsewhere/plan"), Path::new("/elsewhere/plan.ron"));
        let there = folder.path().display().to_string();
        assert_eq!(path(&there), folder.path(), "a folder that exists");
        assert_eq!(typed_path(&Purpose::Open, folder.path(), "plan"), folder.path().join("plan"));
        if let Some(home) = std::env::home_dir() {
            assert_eq!(path("~/plan"), home.join("plan.ron"));
        }
    }
}

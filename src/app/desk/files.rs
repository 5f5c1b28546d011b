//! The file of the open plan: opening, saving, and asking before work is lost.

use std::path::{Path, PathBuf};

use egui::{Context, ViewportCommand};
use uuid::Uuid;

use crate::app::action::{Action, Amount, Message};
use crate::app::compared::Against;
use crate::app::system::dialogs::{Answer, Purpose, Question, Then};
use crate::app::system::tasks::{Ended, Task};
use crate::app::window::{ExportOrder, RowsAre, is_imported};
use crate::edit::Command;
use crate::exchange::{Request, file_stem, joined_stem};
use crate::model::Header;
use crate::store::{self, FileMark, SaveError};
use crate::texts::{Value, errors};
use crate::workbench::Workbench;

use super::copies::CopyState;
use super::merging::Source;
use super::opened::Opened;
use super::pending::{Opening, Saving};
use super::{Desk, file_name};

impl Desk {
    /// Does `then`, after asking about unsaved work.
    ///
    /// While the plan is being saved or released, it waits for that: a plan that is shown meanwhile would get the name of the old one.
    pub(super) fn ask_before(&mut self, ctx: &Context, then: Then) {
        // What can not be taken would be lost, as a change that is not saved.
        let all_taken = self.finish_typing_and_tell();
        if self.pending.saving.is_some() || self.pending.releasing.is_some() {
            self.pending.when_saved = Some(then);
        } else if !all_taken || self.is_modified() {
            self.dialogs.ask(Question::Unsaved(then));
        } else {
            self.go_on(ctx, then);
        }
    }

    pub(super) fn handle_answer(&mut self, ctx: &Context, answer: Answer) {
        match answer {
            Answer::SaveFirst(then) => self.save(ctx, Some(then)),
            Answer::Discard(then) => self.go_on(ctx, then),
            // Something may have changed since it was asked which file.
            Answer::Opened(path) => self.ask_before(ctx, Then::Open(path)),
            Answer::Votes(path) => {
                let chosen = &mut self.opened.chosen;
                chosen.votes.choose(ctx, path, chosen.workbench.plan());
            }
            Answer::Logo(path) => self.opened.windows.export.take_logo(ctx, path),
            Answer::Import(paths) => self.import(paths, false),
            Answer::CompareWith(path) => self.compare_with(Against::File(path)),
            Answer::SaveAt(path, then) if self.is_elsewhere(&path) => {
                self.dialogs.ask(Question::SameOrNew(path, then));
            }
            Answer::SaveAt(path, then) | Answer::SaveAsSame(path, then) => self.save_at(ctx, path, then),
            Answer::SaveAsNew(path, then) => {
                let header = Header { identity: Some(Uuid::new_v4()), ..Header::clone(self.plan().header()) };
                self.handle(ctx, Action::Perform(Command::PutHeader(Box::new(header))));
                self.save_at(ctx, path, then);
            }
            Answer::SaveOver(path, then) => {
                self.opened.mark = None;
                self.save_at(ctx, path, then);
            }
            Answer::SaveElsewhere(then) => self.save_as(ctx, then),
            Answer::Reload => {
                if let Some(path) = self.opened.path.clone() {
                    self.ask_before(ctx, Then::Open(path));
                }
            }
            Answer::Merge => self.merge_file(ctx),
            Answer::MergeCopy(path) => self.begin_merge(ctx, Source::Copy(path)),
            Answer::LeaveCopy(path) => self.opened.shared.copies.note(&path, CopyState::Left),
            Answer::PutCopyAside(path) => self.put_copy_aside(ctx, path),
            Answer::Decide(decision) => self.decide(decision),
            Answer::LeaveChanged => self.opened.shared.banner = None,
            Answer::ReadOnly(who) => self.read_only(&who),
            Answer::WorkOnCopy => self.work_on_copy(),
            Answer::TakeOver => self.take_over(ctx),
            Answer::ExportAt(path, request, amount) => {
                let (plan, file) = (self.opened.chosen.workbench.plan().clone(), self.opened.path.clone());
                let order = ExportOrder { plan, file, request: *request, amount, path };
                self.opened.windows.export.start(ctx, order);
            }
            Answer::NoticeAt(path, order) => self.write_notice(ctx, path, *order),
            Answer::CancelOpening => self.pending.opening = None,
            Answer::Stay => self.pending.quits_when_done = false,
            Answer::StopAndQuit => {
                self.opened.windows.export.stop();
                self.pending.quits_when_done = true;
            }
        }
    }

    fn go_on(&mut self, ctx: &Context, then: Then) {
        match then {
            Then::Open(path) => self.open(ctx, path),
            Then::OpenRelease { number, exports } => self.open_release(ctx, number, exports),
            Then::Recover(number) => self.recover(ctx, number),
            Then::Choose => {
                let name = self.screen.texts.text("file-kind");
                self.dialogs.ask_path(ctx, Purpose::Open, self.opened.path.as_deref(), ("", name));
            }
            Then::Begin { plan, asks_for_table } => {
                self.show(Workbench::unsaved(*plan), None);
                if asks_for_table {
                    self.opened.windows.import.open(ctx, RowsAre::Sessions);
                }
            }
            Then::Quit if self.is_writing() => self.pending.quits_when_done = true,
            Then::Quit => {
                self.pending.quits = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Begins to open a file; where that fails, the open plan stays as it is.
    pub(super) fn open(&mut self, ctx: &Context, path: PathBuf) {
        let file = path.clone();
        let read = move |_: &_| store::open_marked(&file).map(|(plan, mark)| (Workbench::new(plan), mark));
        let task = Task::start(ctx, "open plan", read);
        self.pending.opening = Some(Opening { path, task, from: self.opened.chosen.workbench.generation() });
        self.receive_files(ctx);
    }

    /// Asks which files to bring in.
    pub(super) fn ask_import(&mut self, ctx: &Context) {
        let name = self.screen.texts.text("import-kind");
        self.dialogs.ask_path(ctx, Purpose::Import, self.opened.path.as_deref(), ("", name));
    }

    /// Shows the plan that a file of tables or of another tool would begin.
    pub fn begin_with(&mut self, file: PathBuf) {
        self.opened.windows.import.open_to_begin(file);
    }

    /// Shows what files would make of the plan, one after the other. A plan that was dropped is opened.
    fn import(&mut self, paths: Vec<PathBuf>, are_dropped: bool) {
        let rows_are = self.pasted_rows();
        self.opened.windows.import.open_files(paths, (rows_are, are_dropped));
    }

    pub(super) fn show(&mut self, workbench: Workbench, file: Option<(PathBuf, FileMark)>) {
        self.end_journal();
        (self.pending.releasing, self.pending.opening_release) = (None, None);
        let (path, mark) = file.unzip();
        let before = std::mem::replace(&mut self.opened, Opened::new(workbench, path, &self.screen.settings.export));
        self.opened.base = mark.is_some().then(|| self.plan().clone());
        self.opened.mark = mark;
        // What is being written goes on.
        self.opened.windows.export.inherit(before.windows.export);
        self.opened.windows.import.inherit(before.windows.import, self.plan().header().identity);
        self.opened.windows.notice.inherit(before.windows.notice);
        self.opened.windows.recovery.inherit(before.windows.recovery);
        // Where the plan before was to be saved is not where this one belongs.
        self.dialogs.forget();
        self.return_to_last_day();
    }

    /// Opens the file that was open last, if it is still there.
    pub fn reopen(&mut self, ctx: &Context) {
        if let Some(path) = self.screen.settings.recent.first().filter(|path| path.exists()).cloned() {
            self.open(ctx, path);
        }
    }

    /// A file that is opened again shows the day that was in sight.
    pub(super) fn return_to_last_day(&mut self) {
        if let (Some((file, date)), Some(path)) = (&self.screen.settings.last_day, &self.opened.path)
            && *file == absolute(path)
        {
            let date = *date;
            self.show_date(date);
        }
    }

    /// Remembers the day in sight of the open file.
    pub(super) fn note_day(&mut self) {
        if let (Some(path), Some(date)) = (&self.opened.path, self.opened.date) {
            self.screen.settings.last_day = Some((absolute(path), date));
        }
    }

    /// Takes in what has been read and written meanwhile.
    pub(super) fn receive_files(&mut self, ctx: &Context) {
        self.receive_recovered(ctx);
        self.receive_backup();
        self.receive_release(ctx);
        if let Some(result) = self.pending.opening.as_ref().and_then(|opening| opening.task.poll())
            && let Some(Opening { path, from, .. }) = self.pending.opening.take()
        {
            let has_changed = !self.finish_typing_and_tell() || self.opened.chosen.workbench.generation() != from;
            match result {
                Ok(Ok(_)) if has_changed && self.is_modified() => self.dialogs.ask(Question::Unsaved(Then::Open(path))),
                Ok(Ok((workbench, mark))) => {
                    self.screen.settings.remember(absolute(&path));
                    self.show(workbench, Some((path.clone(), mark)));
                    // What others do to it meanwhile is told from this state.
                    self.back_up(ctx, &path, mark);
                    self.look_beside(ctx, absolute(&path));
                }
                Ok(Err(error)) => {
                    let why = errors::read_error(&self.screen.texts, &error);
                    self.tell_not_opened(&path, Some(why));
                }
                Err(Ended) => self.tell_not_opened(&path, None),
            }
        }
        if let Some(result) = self.pending.saving.as_ref().and_then(|saving| saving.task.poll())
            && let Some(saving) = self.pending.saving.take()
        {
            let mut next = None;
            match result {
                Ok(Ok(mark)) => {
                    self.back_up(ctx, &saving.path, mark);
                    next = self.note_saved(saving, mark);
                }
                Ok(Err(SaveError::Changed)) => self.dialogs.ask(Question::Changed(saving.path, saving.then)),
                Ok(Err(error)) => self.tell_not_saved(Some(errors::save_error(&self.screen.texts, &error))),
                Err(Ended) => self.tell_not_saved(None),
            }
            if let Some((path, then)) = self.pending.save_again.take() {
                self.save_at(ctx, path, then.or(next));
            } else if let Some(then) = next.or_else(|| self.pending.when_saved.take()) {
                // What was typed meanwhile is not lost either.
                self.ask_before(ctx, then);
            }
        }
        if self.pending.quits_when_done && !self.is_writing() {
            self.pending.quits_when_done = false;
            self.ask_before(ctx, Then::Quit);
        }
    }

    /// Whether a file is being written.
    pub(super) fn is_writing(&self) -> bool {
        let windows = &self.opened.windows;
        self.pending.saving.is_some()
            || self.pending.releasing.is_some()
            || windows.export.is_working()
            || windows.notice.is_working()
    }

    fn tell_not_opened(&mut self, path: &Path, why: Option<String>) {
        let (file, why) = (file_name(path), self.reason(why));
        let values = [("file", Value::from(&file)), ("why", Value::from(&why))];
        let text = self.screen.texts.text_with("open-failed", &values);
        self.screen.settings.recent.retain(|known| known != path || path.exists());
        self.notices.tell(Message { text, is_error: true });
    }

    /// Why something failed; without a reason it is a mistake of the program.
    fn reason(&self, why: Option<String>) -> String {
        why.unwrap_or_else(|| self.screen.texts.text("work-ended").to_owned())
    }

    /// What is to be done now is the answer.
    fn note_saved(&mut self, saving: Saving, mark: FileMark) -> Option<Then> {
        let Saving { path, point, plan, then, .. } = saving;
        self.opened.chosen.workbench.mark_saved(point);
        self.keep_saved(point, &path, mark);
        self.screen.settings.remember(absolute(&path));
        let text = self.screen.texts.text_with("saved", &[("file", Value::from(&file_name(&path)))]);
        self.notices.tell(Message { text, is_error: false });
        (self.opened.path, self.opened.copied_from) = (Some(path), None);
        self.opened.mark = Some(mark);
        self.opened.base = Some(plan);
        self.note_day();
        then
    }

    fn tell_not_saved(&mut self, why: Option<String>) {
        let why = self.reason(why);
        let text = self.screen.texts.text_with("save-failed", &[("why", Value::from(&why))]);
        self.notices.tell(Message { text, is_error: true });
    }

    pub(super) fn save(&mut self, ctx: &Context, then: Option<Then>) {
        match self.opened.path.clone() {
            Some(path) if !self.opened.shared.is_read_only() => self.save_at(ctx, path, then),
            _ => self.save_as(ctx, then),
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
        let whose = crate::exchange::whose(self.plan(), &request.selection);
        let suggested = match amount {
            Amount::File => {
                let parts = [title, exporter.file_part(request.layout), &whose];
                format!("{}.{}", joined_stem(&parts), exporter.extension)
            }
            Amount::Files | Amount::Everything => file_stem(title),
        };
        let name = self.screen.texts.text(exporter.label);
        let beside = self.opened.path.as_deref();
        self.dialogs.ask_path(ctx, Purpose::Export(request, amount), beside, (&suggested, name));
    }

    /// Begins to save; the plan can be changed meanwhile.
    fn save_at(&mut self, ctx: &Context, path: PathBuf, then: Option<Then>) {
        self.finish_typing_and_tell();
        if self.pending.saving.is_some() {
            self.pending.save_again = Some((path, then));
            return;
        }
        let (plan, file) = (self.plan().clone(), path.clone());
        // Whether another file may be replaced has been asked where it was chosen.
        let known = self.opened.mark.filter(|_| !self.is_elsewhere(&path));
        let beside = self.opened.releases_beside().filter(|_| !plan.releases().is_empty()).map(Path::to_owned);
        let save = move |_: &_| {
            // First, so that no plan says of releases that they are beside it before they are.
            beside.map_or(Ok(()), |from| store::copy_releases(&from, &file, &plan))?;
            match known {
                Some(known) => store::save_plan_over(&plan, &file, known),
                None => store::save_plan(&plan, &file),
            }
        };
        let task = Task::start(ctx, "save plan", save);
        let (plan, point) = (self.plan().clone(), self.document().save_point());
        self.pending.saving = Some(Saving { path, point, plan, then, task });
        self.receive_files(ctx);
    }

    /// Whether the open plan has a file, and this is another one.
    fn is_elsewhere(&self, path: &Path) -> bool {
        self.path().is_some_and(|known| !store::is_same_file(known, path))
    }

    /// The window's own wishes: files dropped on it, the button that closes it.
    pub(super) fn handle_window(&mut self, ctx: &Context) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        match dropped.as_slice() {
            [] => {}
            [path] if !is_imported(path) => self.ask_before(ctx, Then::Open(path.clone())),
            _ => self.import(dropped, true),
        }
        if !ctx.input(|input| input.viewport().close_requested()) || self.pending.quits || self.pending.is_interrupted {
            return;
        }
        let all_taken = self.finish_typing_and_tell();
        if self.is_writing() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.pending.quits_when_done = true;
        } else if !all_taken || self.is_modified() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.dialogs.ask(Question::Unsaved(Then::Quit));
        }
    }
}

pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

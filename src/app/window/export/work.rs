//! An export on a thread of its own.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;

use crate::app::action::Amount;
use crate::app::system::tasks::Task;
use crate::exchange::{ExportError, NotWritten, Progress, Request, Target, export, export_all, write_files};
use crate::model::Plan;

/// So long a program that does not start can say so.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is to be handed out, and where to.
pub struct ExportOrder {
    /// The plan.
    pub plan: Plan,
    /// The file that it stands in, which nothing may replace.
    pub file: Option<PathBuf>,
    /// In which form.
    pub request: Request,
    /// How much at once.
    pub amount: Amount,
    /// The file to write, or the folder of several.
    pub path: PathBuf,
}

/// An export that is under way.
pub struct Work {
    progress: Arc<Progress>,
    task: Task<Result<Done, Failure>>,
}

/// What an export has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    path: PathBuf,
}

/// Why an export has written nothing, or not all.
pub enum Failure {
    /// It can not be made.
    Export(ExportError),
    /// It can not be written.
    Write(NotWritten),
    /// Its thread ended without a word.
    Ended,
}

impl Done {
    /// The name of the file or folder.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }

    /// Opens it with the program that the system has for it. Where there is none, its path comes back.
    pub fn open(&self, ctx: &egui::Context) -> Task<Option<PathBuf>> {
        let path = std::path::absolute(&self.path).unwrap_or_else(|_| self.path.clone());
        Task::start(ctx, "open", move |_| open::that_detached_with_timeout(&path, PATIENCE).is_err().then_some(path))
    }
}

impl Work {
    /// Begins.
    pub fn start(ctx: &egui::Context, order: ExportOrder) -> Self {
        let ExportOrder { plan, file, request, amount, path } = order;
        let progress = Arc::new(Progress::default());
        let watched = Arc::clone(&progress);
        let task = Task::start(ctx, "export", move |_| {
            let make = |plan: &_, request: &_, made, progress: &_| match amount {
                Amount::Everything => export_all(plan, request, &[], made, progress),
                _ => export(plan, request, made, progress),
            };
            // All files are made before the first is written.
            let files = make(&plan, &request, Utc::now(), &watched).map_err(Failure::Export)?;
            let target = if amount == Amount::File { Target::File } else { Target::Folder };
            write_files(&path, &files, target, file.as_deref()).map_err(Failure::Write)?;
            Ok(Done { path })
        });
        Self { progress, task }
    }

    /// How much is done, 0 to 1.
    pub fn share(&self) -> f32 {
        self.progress.share()
    }

    /// Asks it to stop.
    pub fn cancel(&self) {
        self.progress.cancel();
    }

    /// How it ended, if it has.
    pub fn result(&self) -> Option<Result<Done, Failure>> {
        self.task.poll().map(|result| result.unwrap_or(Err(Failure::Ended)))
    }
}

//! An export on a thread of its own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use chrono::Utc;

use crate::app::action::Amount;
use crate::exchange::{ExportError, NotWritten, Progress, Request, Target, export, export_all, write_files};
use crate::model::Plan;

/// So long a program that does not start can say so.
const PATIENCE: Duration = Duration::from_secs(5);

/// An export that is under way.
pub struct Work {
    progress: Arc<Progress>,
    result: Receiver<Result<Done, Failure>>,
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
    /// The system has no thread for it.
    Thread(String),
    /// Its thread ended without a word.
    Ended,
}

impl Done {
    /// The name of the file or folder.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }

    /// Opens it with the program that the system has for it. Where there is none, its path comes back.
    pub fn open(&self, ctx: &egui::Context) -> Receiver<PathBuf> {
        let (sender, failed) = channel();
        let path = std::path::absolute(&self.path).unwrap_or_else(|_| self.path.clone());
        let (ctx, told, what) = (ctx.clone(), sender.clone(), path.clone());
        let work = move || {
            if open::that_detached_with_timeout(&what, PATIENCE).is_err() {
                // The window may be gone; then nobody asks any more.
                let _ = told.send(what);
                ctx.request_repaint();
            }
        };
        if std::thread::Builder::new().name("open".to_owned()).spawn(work).is_err() {
            let _ = sender.send(path);
        }
        failed
    }
}

impl Work {
    /// Begins. `path` is a file, or the folder of several.
    pub fn start(ctx: &egui::Context, plan: Plan, (request, amount): (Request, Amount), path: PathBuf) -> Self {
        let progress = Arc::new(Progress::default());
        let (sender, result) = channel();
        let (ctx, watched) = (ctx.clone(), Arc::clone(&progress));
        let work = move || {
            let make = if amount == Amount::Everything { export_all } else { export };
            // All files are made before the first is written.
            let made = make(&plan, &request, Utc::now(), &watched).map_err(Failure::Export);
            let target = if amount == Amount::File { Target::File } else { Target::Folder };
            let written = made.and_then(|files| {
                write_files(&path, &files, target).map_err(Failure::Write)?;
                Ok(Done { path })
            });
            // The window may be gone; then nobody asks any more.
            let _ = sender.send(written);
            ctx.request_repaint();
        };
        if let Err(error) = std::thread::Builder::new().name("export".to_owned()).spawn(work) {
            let (sender, result) = channel();
            let _ = sender.send(Err(Failure::Thread(error.to_string())));
            return Self { progress, result };
        }
        Self { progress, result }
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
        match self.result.try_recv() {
            Ok(result) => Some(result),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Failure::Ended)),
        }
    }
}

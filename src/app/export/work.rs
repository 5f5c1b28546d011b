//! An export on a thread of its own.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use chrono::Utc;

use super::Amount;
use crate::exchange::{ExportError, NotWritten, Progress, Request, Target, export, export_all, write_files};
use crate::model::Plan;

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

    /// Where it is, as an address that the system can open.
    pub fn address(&self) -> String {
        let path = std::path::absolute(&self.path).unwrap_or_else(|_| self.path.clone());
        let text = path.to_string_lossy().replace('\\', "/");
        let mut address = String::from(if text.starts_with('/') { "file://" } else { "file:///" });
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte) {
                address.push(char::from(byte));
            } else {
                let _ = write!(address, "%{byte:02X}");
            }
        }
        address
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_any_path() {
        let done = Done { path: "/plans/Зал 1 #2%.pdf".into() };
        assert_eq!(done.address(), "file:///plans/%D0%97%D0%B0%D0%BB%201%20%232%25.pdf");
        assert_eq!(done.name(), "Зал 1 #2%.pdf");
    }
}

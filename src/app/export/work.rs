//! An export on a thread of its own.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use chrono::Utc;

use super::Amount;
use crate::exchange::{Handout, Progress, Request, export, export_all};
use crate::model::Plan;
use crate::store;

/// An export that is under way.
pub struct Work {
    progress: Arc<Progress>,
    result: Receiver<Result<Done, String>>,
}

/// What an export has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    path: PathBuf,
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
            let made = make(&plan, &request, Utc::now(), &watched).map_err(|error| error.to_string());
            let written = made.and_then(|files| write(&path, &files));
            // The window may be gone; then nobody asks any more.
            let _ = sender.send(written);
            ctx.request_repaint();
        };
        if let Err(error) = std::thread::Builder::new().name("export".to_owned()).spawn(work) {
            let (sender, result) = channel();
            let _ = sender.send(Err(error.to_string()));
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
    pub fn result(&self) -> Option<Result<Done, String>> {
        match self.result.try_recv() {
            Ok(result) => Some(result),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err("it stopped by itself".to_owned())),
        }
    }
}

/// Writes one file to `path`, or several into it. All of them are made before the first is written.
fn write(path: &Path, files: &[Handout]) -> Result<Done, String> {
    let told = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    match files {
        [only] if !path.is_dir() => store::write_handout(path, &only.bytes).map_err(|error| told(path, &error))?,
        several => {
            std::fs::create_dir_all(path).map_err(|error| told(path, &error))?;
            for file in several {
                let path = path.join(&file.name);
                store::write_handout(&path, &file.bytes).map_err(|error| told(&path, &error))?;
            }
        }
    }
    Ok(Done { path: path.to_owned() })
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

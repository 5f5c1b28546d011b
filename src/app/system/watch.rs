//! Looks after the file of the open plan: notices when somebody else changes it, and says that it is open here.

use std::path::{Path, PathBuf};
use std::sync::Weak;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

use egui::Context;

use crate::store::{BEAT, FileMark, Hold};

/// How often the file is looked at. What a system tells of changed files does not reach network drives and synchronized
/// folders; asking for its time does, and costs nothing.
const LOOK: Duration = Duration::from_secs(1);

/// A thread that ends when this is dropped.
#[derive(Debug)]
pub struct Watch {
    found: Receiver<FileMark>,
    /// The thread ends with it.
    _until: Sender<()>,
}

impl Watch {
    /// Looks after `path`, and keeps saying that it is held for as long as `hold` lives. Each time the file holds
    /// something else, the screen is drawn again and [`Self::found`] tells what.
    #[must_use]
    pub fn start(ctx: &Context, path: PathBuf, hold: Weak<Hold>) -> Self {
        let (sender, found) = channel();
        let (until, ends) = channel();
        let ctx = ctx.clone();
        let look = move || {
            let (mut seen, mut said) = (None, Instant::now());
            while ends.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                if said.elapsed() >= BEAT
                    && let Some(hold) = hold.upgrade()
                {
                    // Where it can not be written, others will not know.
                    let _ = hold.beat();
                    said = Instant::now();
                }
                let now = state(&path);
                if now.is_none() || now == seen {
                    continue;
                }
                // While somebody is writing, it is not read.
                if let Ok(Some(mark)) = FileMark::at(&path) {
                    seen = now;
                    if sender.send(mark).is_err() {
                        return;
                    }
                    ctx.request_repaint();
                }
            }
        };
        // Without a thread it is noticed on saving.
        let _ = std::thread::Builder::new().name("watch file".to_owned()).spawn(look);
        Self { found, _until: until }
    }

    /// What the file holds, if that was looked at since the last time.
    #[must_use]
    pub fn found(&self) -> Option<FileMark> {
        self.found.try_iter().last()
    }
}

/// What changes when a file is written; `None` where there is none.
fn state(path: &Path) -> Option<(u64, SystemTime)> {
    let found = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    Some((found.len(), found.modified().ok()?))
}

/// What others are told about who has the plan open.
#[must_use]
pub fn holder() -> crate::store::Holder {
    let variable = |name| std::env::var(name).ok().filter(|name| !name.is_empty());
    crate::store::Holder {
        who: variable("USER").or_else(|| variable("USERNAME")).unwrap_or_default(),
        computer: gethostname::gethostname().to_string_lossy().into_owned(),
        process: std::process::id(),
        since: chrono::Utc::now(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_tells_what_the_file_holds_and_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.ron");
        std::fs::write(&path, "one").unwrap();
        let watch = Watch::start(&Context::default(), path.clone(), Weak::new());
        let next = || watch.found.recv_timeout(Duration::from_mins(1)).unwrap();
        assert_eq!(next(), FileMark::of(b"one"));
        std::fs::write(&path, "another").unwrap();
        assert_eq!(next(), FileMark::of(b"another"));
        let Watch { found, _until: until } = watch;
        drop(until);
        assert!(found.recv_timeout(Duration::from_mins(1)).is_err(), "the thread has ended");
    }
}

//! Looks after the file of the open plan: notices when somebody else changes it, and says that it is open here.

use std::path::{Path, PathBuf};
use std::sync::Weak;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

use egui::Context;

use uuid::Uuid;

use crate::store::{BEAT, FileMark, Hold, copies_beside};

/// How often the file is looked at. What a system tells of changed files does not reach network drives and synchronized
/// folders; asking for its time does, and costs nothing.
const LOOK: Duration = Duration::from_secs(1);

/// A thread that ends when this is dropped.
#[derive(Debug)]
pub struct Watch {
    found: Receiver<FileMark>,
    copies: Receiver<Vec<PathBuf>>,
    /// The thread ends with it.
    _until: Sender<()>,
}

impl Watch {
    /// Looks after `path`, and keeps saying that it is held for as long as `hold` lives. Each time the file holds
    /// something else, the screen is drawn again and [`Self::found`] tells what; and so does [`Self::copies`] when there
    /// are other copies of the plan with this `identity` beside it.
    #[must_use]
    pub fn start(ctx: &Context, path: PathBuf, identity: Option<Uuid>, hold: Weak<Hold>) -> Self {
        let (sender, found) = channel();
        let (copies_sender, copies) = channel();
        let (until, ends) = channel();
        let ctx = ctx.clone();
        let look = move || {
            let (mut seen, mut said) = (None, Instant::now());
            let mut beside = Beside::default();
            while ends.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                if said.elapsed() >= BEAT
                    && let Some(hold) = hold.upgrade()
                {
                    // Where it can not be written, others will not know.
                    let _ = hold.beat();
                    said = Instant::now();
                }
                if let Some(copies) = identity.and_then(|identity| beside.look(&path, identity)) {
                    if copies_sender.send(copies).is_err() {
                        return;
                    }
                    ctx.request_repaint();
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
        Self { found, copies, _until: until }
    }

    /// The copies of the plan that are beside its file, if they have become others since the last time.
    #[must_use]
    pub fn copies(&self) -> Option<Vec<PathBuf>> {
        self.copies.try_iter().last()
    }

    /// What the file holds, if that was looked at since the last time.
    #[must_use]
    pub fn found(&self) -> Option<FileMark> {
        self.found.try_iter().last()
    }
}

/// The copies that were found.
#[derive(Default)]
struct Beside {
    /// When something in the folder was made, renamed or removed.
    seen: Option<SystemTime>,
    copies: Vec<PathBuf>,
}

impl Beside {
    /// Looks again where something has come into the folder or has gone; the copies, where they are others.
    fn look(&mut self, path: &Path, identity: Uuid) -> Option<Vec<PathBuf>> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let changed = std::fs::metadata(folder).and_then(|found| found.modified()).ok();
        if changed.is_none() || changed == self.seen {
            return None;
        }
        self.seen = changed;
        let copies = copies_beside(path, identity);
        (copies != self.copies).then(|| {
            self.copies.clone_from(&copies);
            copies
        })
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
        let identity = Uuid::from_u128(7);
        let watch = Watch::start(&Context::default(), path.clone(), Some(identity), Weak::new());
        let next = || watch.found.recv_timeout(Duration::from_mins(1)).unwrap();
        assert_eq!(next(), FileMark::of(b"one"));
        std::fs::write(&path, "another").unwrap();
        assert_eq!(next(), FileMark::of(b"another"));
        let copy = folder.path().join("plan (1).ron");
        std::fs::write(&copy, identity.to_string()).unwrap();
        assert_eq!(watch.copies.recv_timeout(Duration::from_mins(1)).unwrap(), std::slice::from_ref(&copy));
        std::fs::remove_file(&copy).unwrap();
        assert!(watch.copies.recv_timeout(Duration::from_mins(1)).unwrap().is_empty());
        let Watch { found, _until: until, .. } = watch;
        drop(until);
        assert!(found.recv_timeout(Duration::from_mins(1)).is_err(), "the thread has ended");
    }
}

//! Keeping the open plan safe: whatever happens to a document is told to a thread, which writes it into a journal at
//! once; and what a journal holds becomes a document again.
//!
//! This floor reads no clock and knows nothing of screens.

mod deeds;
mod found;
mod history;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::edit::{Document, SavePoint};
use crate::store::journal::{Claimed, Entry, Event, Header, Journal, Saved};
use crate::store::{FileMark, SaveError};

use history::History;
use writer::Writer;

pub use deeds::{label_of, word};
pub use found::{Found, find, restored};

/// What is called when the state of a [`Keeper`] has changed, on a thread of its own.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What a journal is begun with.
#[derive(Clone)]
pub struct Beginning {
    /// The file of the plan and what it holds, as far as that is known; `None` for a plan that was never saved.
    pub file: Option<(PathBuf, Option<FileMark>)>,
    /// The folder of the user's own for journals that can not be beside a file.
    pub folder: Option<PathBuf>,
    /// When it is.
    pub now: DateTime<Utc>,
    /// Who wants to know of progress.
    pub wake: Wake,
}

/// How safe is what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// There is nothing to be kept.
    Idle,
    /// It is being written.
    Writing,
    /// It is on the disk.
    Safe,
    /// It can not be written, and is tried again.
    Failed(SaveError),
}

/// What becomes of a journal when its plan is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The plan is safe in its file: the journal goes.
    Saved,
    /// What was not saved is given up: the journal is kept aside.
    GivenUp,
    /// Nobody was asked: the journal stays, to be found at the next start.
    Interrupted,
}

/// Follows one document, and keeps it safe. The thread that writes begins with the first thing that is to be kept.
pub struct Keeper {
    history: History,
    writer: Writer,
}

impl Keeper {
    /// Follows a document that was not made out of a journal.
    #[must_use]
    pub fn new(document: &Document, begin: Beginning) -> Self {
        // What was done before it was followed can be taken back after a crash as well.
        let mut base = document.clone();
        while base.undo().is_some() {}
        let header = header(document, begin.file.clone(), begin.now);
        let journal = Journal { header, base: base.plan().clone(), entries: Vec::new() };
        let now = begin.now;
        let mut keeper = Self { history: History::default(), writer: Writer::new(journal, Vec::new(), begin) };
        keeper.follow(document, now);
        // A plan that was never saved is nowhere else.
        if document.is_modified() && document.done().is_empty() {
            keeper.writer.tell(Vec::new());
        }
        keeper
    }

    /// Follows a document that was made out of a journal. As soon as that is safe in a journal of its own, the old one is
    /// removed, if it holds nothing else.
    #[must_use]
    pub fn recovered(document: &Document, journal: Journal, old: Option<Claimed>, begin: Beginning) -> Self {
        let (history, now) = (History::of(&journal), begin.now);
        let mut keeper = Self { history, writer: Writer::new(journal, old.into_iter().collect(), begin) };
        keeper.writer.tell(Vec::new());
        keeper.follow(document, now);
        keeper
    }

    /// Keeps what has happened to the document since it was asked last.
    pub fn follow(&mut self, document: &Document, now: DateTime<Utc>) {
        let entries = self.history.follow(document, now);
        if !entries.is_empty() {
            self.writer.tell(entries);
        }
    }

    /// Notes that a state of the document is in a file.
    pub fn note_saved(&mut self, document: &Document, point: SavePoint, file: (&Path, FileMark), now: DateTime<Utc>) {
        self.follow(document, now);
        let saved = Saved { number: point.number(), file: file.0.to_owned(), mark: file.1 };
        self.writer.tell(vec![Entry { at: now, event: Event::Saved(saved) }]);
    }

    /// How safe everything is that was told.
    #[must_use]
    pub fn state(&self) -> State {
        self.writer.state()
    }

    /// Something that waits until everything told so far is on the disk, on whatever thread.
    #[must_use]
    pub fn waiter(&self) -> Waiter {
        Waiter(self.writer.shared(), self.writer.told())
    }

    /// Ends following. What is left to be written is written, for at most this long.
    pub fn end(self, ending: Ending, patience: Duration) {
        self.writer.end(ending, patience);
    }
}

/// Waits for the disk.
pub struct Waiter(Arc<writer::Shared>, u64);

impl Waiter {
    /// Whether everything is on the disk now, after waiting for at most this long.
    #[must_use]
    pub fn wait(&self, patience: Duration) -> bool {
        self.0.wait(self.1, patience)
    }
}

fn header(document: &Document, file: Option<(PathBuf, Option<FileMark>)>, begun: DateTime<Utc>) -> Header {
    Header { program: env!("CARGO_PKG_VERSION").to_owned(), identity: document.plan().header().identity, file, begun }
}

#[cfg(test)]
mod tests;

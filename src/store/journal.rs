//! The journal of an open plan: every step that was made, taken back or made again, on the disk at once, so that neither
//! a crash nor a power cut takes it away.
//!
//! A journal is whole by itself: it begins with the plan as it was when it was opened, and every step since follows. So it
//! gives the work back, with all of its history, whatever has become of the plan file meanwhile. Saving adds a line
//! to it, and does not begin it anew.
//!
//! The file is text. The first line says what it is; each other line holds one thing as JSON, after a checksum of that line
//! and of all before it. So what was cut off in the middle, or changed, is seen, and what comes before it holds.

mod codec;
mod file;
mod folder;
mod read;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{FileMark, ReadError};
use crate::model::{LocalText, Patch, Plan};

pub use file::{Claimed, JournalFile, claim};
pub use folder::{Place, journals_beside, journals_in, keep_aside};
pub use read::read_journal;

/// What the first line says before the number of the version.
const FORMAT: &str = "plenary journal";
/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;
/// The longest journal that is read or written: 512 MiB, as long as a year of edits.
pub const MAX_JOURNAL_BYTES: u64 = 512 << 20;

/// What a journal says about itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The version of the program that wrote it.
    pub program: String,
    /// The identity of the plan, if it has one.
    pub identity: Option<Uuid>,
    /// The file of the plan when the journal was begun, and its content as far as that is known; `None` for a plan that
    /// had never been saved.
    pub file: Option<(PathBuf, Option<FileMark>)>,
    /// When the plan was opened.
    pub begun: DateTime<Utc>,
}

/// The plan as it was opened, and what has happened to it since.
#[derive(Clone, Debug, PartialEq)]
pub struct Journal {
    /// What it says about itself.
    pub header: Header,
    /// The plan as it was opened.
    pub base: Plan,
    /// What has happened to it, the first one first.
    pub entries: Vec<Entry>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub event: Event,
}

/// What can happen to an open plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A step was made.
    Did(Step),
    /// The last step was taken back.
    Undid,
    /// The step that was taken back last was made again.
    Redid,
    /// The plan was saved.
    Saved(Saved),
}

/// A step of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its number among all steps ever made since the plan was opened, from 1 on; a later step has a higher one.
    pub number: u64,
    /// What it is called.
    pub label: Label,
    /// What it changed.
    pub patch: Arc<Patch>,
}

/// What a step is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it did, in one word for the program.
    pub deed: String,
    /// To what, where it was one thing with a title.
    pub title: LocalText,
    /// To how many.
    pub count: usize,
}

/// A state of the plan that is in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The number of its last step; 0 for the plan as it was opened.
    pub number: u64,
    /// In which file.
    pub file: PathBuf,
    /// What that file holds.
    pub mark: FileMark,
}

/// What has become of the file of a plan since its journal was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileNow {
    /// The plan had none.
    None,
    /// It holds what it held.
    Same,
    /// Something else has changed it, or it can not be read.
    Changed,
    /// It is not there any more.
    Gone,
}

/// What was read out of a journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// As far as it holds.
    pub journal: Journal,
    /// What is behind that and does not hold.
    pub lost: Option<Lost>,
}

/// What of a journal does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The end of its last line, as a power cut leaves it.
    Torn,
    /// So many lines, the first of which was changed by something else.
    Lines(usize),
}

/// Why nothing can be read out of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalError {
    /// The system failed.
    Io(String),
    /// More than [`MAX_JOURNAL_BYTES`].
    TooLarge,
    /// It is no journal.
    Foreign,
    /// A later version of the program wrote it, in this version of the journal.
    Newer(u64),
    /// Its beginning does not hold.
    Damaged,
    /// The plan that it begins with can not be read.
    Base(ReadError),
}

impl Journal {
    /// The file that the plan was in at the end, and what that file held as far as is known.
    #[must_use]
    pub fn file(&self) -> Option<(&PathBuf, Option<FileMark>)> {
        let saved = self.last_saved().map(|saved| (&saved.file, Some(saved.mark)));
        saved.or_else(|| self.header.file.as_ref().map(|(file, mark)| (file, *mark)))
    }

    /// The state that was saved last.
    #[must_use]
    pub fn last_saved(&self) -> Option<&Saved> {
        self.entries.iter().rev().find_map(|entry| match &entry.event {
            Event::Saved(saved) => Some(saved),
            _ => None,
        })
    }

    /// What has become of that file.
    #[must_use]
    pub fn file_now(&self) -> FileNow {
        let Some((file, mark)) = self.file() else { return FileNow::None };
        // Opening a pipe would wait for somebody to write into it.
        let is_odd = std::fs::metadata(file).is_ok_and(|found| !found.is_file());
        if is_odd {
            return FileNow::Changed;
        }
        match FileMark::at(file) {
            Ok(Some(found)) if mark == Some(found) => FileNow::Same,
            Ok(None) => FileNow::Gone,
            _ => FileNow::Changed,
        }
    }

    /// When something happened last.
    #[must_use]
    pub fn last(&self) -> DateTime<Utc> {
        self.entries.last().map_or(self.header.begun, |entry| entry.at)
    }

    /// The steps that are done at the end, the first one first.
    #[must_use]
    pub fn done(&self) -> Vec<&Step> {
        self.done_at().into_iter().map(|(_, step)| step).collect()
    }

    /// The same, each with the moment when it was made.
    #[must_use]
    pub fn done_at(&self) -> Vec<(DateTime<Utc>, &Step)> {
        let (mut done, mut undone) = (Vec::new(), Vec::new());
        for entry in &self.entries {
            match &entry.event {
                Event::Did(step) => {
                    undone.clear();
                    done.push((entry.at, step));
                }
                Event::Undid => undone.extend(done.pop()),
                Event::Redid => done.extend(undone.pop()),
                Event::Saved(_) => {}
            }
        }
        done
    }

    /// Whether the plan at the end differs from what was last in its file.
    #[must_use]
    pub fn is_modified(&self) -> bool {
        let last = self.done().last().map_or(0, |step| step.number);
        match (self.last_saved(), &self.header.file) {
            (Some(saved), _) => saved.number != last,
            (None, Some(_)) => last != 0,
            (None, None) => true,
        }
    }
}

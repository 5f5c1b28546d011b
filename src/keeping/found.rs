//! Journals that programs have left behind, and documents made out of them.

use std::path::{Path, PathBuf};

use super::deeds;
use crate::edit::{Document, SavePoint, Step};
use crate::model::PatchError;
use crate::store::journal::{
    Claimed, Event, FileNow, Journal, JournalError, Lost, Read, claim, journals_beside, journals_in,
};

/// A journal whose program does not live any more.
#[derive(Debug)]
pub struct Found {
    /// Held, so that no other program takes it meanwhile.
    pub claimed: Claimed,
    /// What is in it.
    pub read: Result<Read, JournalError>,
    /// What has become of the file of its plan.
    pub file: FileNow,
}

/// The journals in a folder of the user's own, and beside each of these plan files, that programs have left behind.
#[must_use]
pub fn find(folder: Option<&Path>, beside: &[PathBuf]) -> Vec<Found> {
    let mut paths = folder.map(journals_in).unwrap_or_default();
    paths.extend(beside.iter().flat_map(|file| journals_beside(file)));
    // What can not be claimed is somebody else's, or out of reach now.
    let claimed = paths.iter().filter_map(|path| claim(path).ok().flatten());
    let found = claimed.map(|claimed| {
        let read = claimed.read();
        let file = read.as_ref().map_or(FileNow::None, |read| read.journal.file_now());
        Found { claimed, read, file }
    });
    without_beginnings(found.collect())
}

/// Leaves out, and removes, journals of which another one holds everything: a program may be killed between writing a
/// journal anew and removing the old one.
fn without_beginnings(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|one| std::cmp::Reverse(one.whole().map_or(0, |journal| journal.entries.len())));
    let mut kept: Vec<Found> = Vec::new();
    for one in found {
        let is_held = one.whole().is_some_and(|journal| {
            let holds = |other: &Journal| {
                other.header.begun == journal.header.begun
                    && other.base == journal.base
                    && other.entries.starts_with(&journal.entries)
            };
            kept.iter().filter_map(Found::whole).any(holds)
        });
        if is_held {
            // What can not be removed is found again.
            let _ = one.claimed.remove();
        } else {
            kept.push(one);
        }
    }
    kept
}

impl Found {
    /// The journal, where nothing but a torn end is lost of it.
    fn whole(&self) -> Option<&Journal> {
        let read = self.read.as_ref().ok()?;
        (!matches!(read.lost, Some(Lost::Lines(_)))).then_some(&read.journal)
    }
}

/// The document that a journal tells of, with all of its history. It counts as saved where its file holds the state
/// that the journal says.
///
/// # Errors
/// A [`PatchError`] where a step does not fit, which reading a journal has ruled out.
pub fn restored(journal: &Journal, file: FileNow) -> Result<Document, PatchError> {
    let mut document = Document::new(journal.base.clone());
    for entry in &journal.entries {
        match &entry.event {
            Event::Did(step) => document.make_again(Step {
                number: step.number,
                label: deeds::label_of(&step.label),
                patch: step.patch.clone(),
            })?,
            Event::Undid => _ = document.undo(),
            Event::Redid => _ = document.redo(),
            Event::Saved(_) => {}
        }
    }
    match (file, journal.last_saved()) {
        (FileNow::Same, Some(saved)) => document.mark_saved(SavePoint::after(saved.number)),
        (FileNow::Same, None) => {}
        _ => document.mark_unsaved(),
    }
    Ok(document)
}

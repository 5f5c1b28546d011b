//! Journals that programs have left behind, and documents made out of them.

use std::path::{Path, PathBuf};

use super::deeds;
use crate::edit::{Document, SavePoint, Step};
use crate::model::PatchError;
use crate::store::journal::{
    Claimed, Event, FileNow, Journal, JournalError, Read, claim, journals_beside, journals_in,
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
    claimed
        .map(|claimed| {
            let read = claimed.read();
            let file = read.as_ref().map_or(FileNow::None, |read| read.journal.file_now());
            Found { claimed, read, file }
        })
        .collect()
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

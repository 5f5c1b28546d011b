//! What an export makes: files in memory, and how they get to the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use crate::store::{SaveError, is_same_file, remove_abandoned_drafts, write_handout};

/// A file that is handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handout {
    /// Its name, each once; behind a folder and a slash where it goes into one of its own.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Whether it lists the others; it takes no place but that of another list.
    pub is_list: bool,
}

impl Handout {
    /// A file that is no list.
    #[must_use]
    pub fn new(name: String, bytes: Vec<u8>) -> Self {
        Self { name, bytes, is_list: false }
    }
}

/// Where files are written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// One file of this name; several, or one where a folder has the name, go into a folder.
    File,
    /// A folder, also for one file only: what is asked for can be several.
    Folder,
}

/// What can not be written, why, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// A file.
    File {
        /// Which.
        path: PathBuf,
        /// Why not.
        why: SaveError,
    },
    /// A folder whose name a file has.
    InTheWay(PathBuf),
    /// The plan itself, which would be gone.
    IsPlan(PathBuf),
    /// A page that lists files, where somebody else's page stands.
    NotOurs(PathBuf),
    /// A folder.
    Folder {
        /// Which.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
}

/// Writes `files` at `output`, none of them in the place of `plan`, the file that they are made from. A folder is made
/// where there is none.
///
/// # Errors
/// [`NotWritten`], with that file as it was. Files before it are written only if it is a [`NotWritten::File`].
pub fn write_files(output: &Path, files: &[Handout], target: Target, plan: Option<&Path>) -> Result<(), NotWritten> {
    let is_one = files.len() == 1 && target == Target::File && !output.is_dir();
    if !is_one && output.is_file() {
        return Err(NotWritten::InTheWay(output.to_owned()));
    }
    let place = |file: &Handout| if is_one { output.to_owned() } else { output.join(&file.name) };
    for file in files {
        let path = place(file);
        if plan.is_some_and(|plan| is_same_file(plan, &path)) {
            return Err(NotWritten::IsPlan(path));
        }
        if file.is_list && is_of_others(&path) {
            return Err(NotWritten::NotOurs(path));
        }
    }
    let mut folders = BTreeSet::new();
    if !is_one {
        folders.insert(output.to_owned());
        folders.extend(files.iter().filter_map(|file| place(file).parent().map(Path::to_owned)));
    }
    for folder in folders {
        std::fs::create_dir_all(&folder)
            .map_err(|error| NotWritten::Folder { path: folder, why: error.to_string() })?;
    }
    files.iter().try_for_each(|file| {
        let path = place(file);
        write_handout(&path, &file.bytes).map_err(|why| NotWritten::File { path, why })
    })?;
    let last_of_each: BTreeMap<_, _> =
        files.iter().map(place).map(|path| (path.parent().map(Path::to_owned), path)).collect();
    for path in last_of_each.values() {
        remove_abandoned_drafts(path);
    }
    Ok(())
}

/// The mark of a page that lists files, in its head.
pub(super) const LIST_MARK: &str = "Plenary, list of files";

/// Whether a file stands here that is no list of ours.
fn is_of_others(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(4096).read_to_end(&mut head));
    match read {
        Ok(_) => !String::from_utf8_lossy(&head).contains(LIST_MARK),
        Err(error) => error.kind() != ErrorKind::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_of_several_still_goes_into_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let files = [Handout::new("day.ics".to_owned(), b"one".to_vec())];
        let (file, new) = (folder.path().join("plan.ics"), folder.path().join("days"));
        write_files(&file, &files, Target::File, None).unwrap();
        write_files(&new, &files, Target::Folder, None).unwrap();
        write_files(folder.path(), &files, Target::File, None).unwrap();
        for path in [file, new.join("day.ics"), folder.path().join("day.ics")] {
            assert_eq!(std::fs::read(&path).unwrap(), b"one", "{path:?}");
        }
        let blocked = folder.path().join("plan.ics");
        assert_eq!(write_files(&blocked, &files, Target::Folder, None), Err(NotWritten::InTheWay(blocked)));
    }
}

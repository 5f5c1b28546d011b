//! What an export makes: files in memory, and how they get to the disk.

use std::path::{Path, PathBuf};

use crate::store::{SaveError, write_handout};

/// A file that is handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handout {
    /// Its name, without a folder; each comes once.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
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
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    /// A file.
    #[error("{}: {why}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why not.
        why: SaveError,
    },
    /// A folder whose name a file has.
    #[error("{}: a file of this name stands where the folder would be; choose another name", .0.display())]
    InTheWay(PathBuf),
    /// A folder.
    #[error("{}: the folder can not be made ({why}); choose another place", path.display())]
    Folder {
        /// Which.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
}

/// Writes `files` at `output`. A folder is made where there is none.
///
/// # Errors
/// [`NotWritten`], with that file as it was. Files before it are written.
pub fn write_files(output: &Path, files: &[Handout], target: Target) -> Result<(), NotWritten> {
    let write = |path: &Path, file: &Handout| {
        write_handout(path, &file.bytes).map_err(|why| NotWritten::File { path: path.to_owned(), why })
    };
    match files {
        [only] if target == Target::File && !output.is_dir() => write(output, only),
        _ if output.is_file() => Err(NotWritten::InTheWay(output.to_owned())),
        several => {
            std::fs::create_dir_all(output)
                .map_err(|error| NotWritten::Folder { path: output.to_owned(), why: error.to_string() })?;
            several.iter().try_for_each(|file| write(&output.join(&file.name), file))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_of_several_still_goes_into_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let files = [Handout { name: "day.ics".to_owned(), bytes: b"one".to_vec() }];
        let (file, new) = (folder.path().join("plan.ics"), folder.path().join("days"));
        write_files(&file, &files, Target::File).unwrap();
        write_files(&new, &files, Target::Folder).unwrap();
        write_files(folder.path(), &files, Target::File).unwrap();
        for path in [file, new.join("day.ics"), folder.path().join("day.ics")] {
            assert_eq!(std::fs::read(&path).unwrap(), b"one", "{path:?}");
        }
        let blocked = folder.path().join("plan.ics");
        assert_eq!(write_files(&blocked, &files, Target::Folder), Err(NotWritten::InTheWay(blocked)));
    }
}

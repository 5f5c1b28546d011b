//! Writing plan files so that none is ever lost: what stood there before stays, whole, until the new file is on the
//! disk, and then as a backup beside it.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::disk;
use super::draft::{Draft, remove_abandoned_drafts};
use super::locate::{self, Part};
use super::mark::FileMark;
use super::read::read_plan;
use super::read_error::Problem;
use super::version_2;
use crate::model::Plan;

/// Why a plan was not saved. Whatever stood in the file before is still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The path ends in no name.
    NoName,
    /// The folder is gone, or never was.
    NoFolder,
    /// A folder has the name of the file.
    Folder,
    /// A device or a pipe has the name of the file.
    Device,
    /// The file is marked as not to be written.
    Protected,
    /// The system does not let this user write there.
    Forbidden,
    /// No space.
    Full,
    /// The file system does not take the name.
    BadName,
    /// Its links lead in a circle.
    LinkCircle,
    /// The system failed otherwise.
    Io(String),
    /// The backup can not be made.
    Backup {
        /// The backup's name.
        name: String,
        /// What the system says.
        why: String,
    },
    /// The plan holds something that a file can not.
    Unreadable {
        /// Which part.
        what: Part,
        /// Why a file that holds it could not be opened again.
        why: Problem,
    },
    /// The plan would come back different: a mistake of this program.
    Lossy,
    /// Somebody else has written into the file since it was opened here.
    Changed,
}

/// The plan as the text of a plan file.
#[must_use]
pub fn plan_text(plan: &Plan) -> String {
    version_2::text_from_plan(plan)
}

/// The plan as JSON, in the words of the plan file; [`super::read_plan`] reads it back.
#[must_use]
pub fn plan_json(plan: &Plan) -> String {
    version_2::json_from_plan(plan)
}

/// Writes a file that is handed out: all of it or nothing, without a backup of what it replaces.
///
/// # Errors
/// [`SaveError`], with the old file as it was.
pub fn write_handout(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    replace_file(path, bytes, Backup::None, None)
}

/// Whether two paths lead to one file, by whatever links; also where only their names are the same.
#[must_use]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let named = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    identity(one).is_some_and(|file| identity(other) == Some(file)) || named(one) == named(other)
}

/// What tells a file that exists from every other.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}

/// The name of the backup: the file's whole name with `.bak` after it. So it stands beside the file in every listing, is
/// no `.ron` file that could be opened or merged by mistake, and becomes the plan again by taking the end off.
#[must_use]
pub fn backup_path(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".bak");
    name.into()
}

/// Saves `plan` at `path`, and keeps what was there in [`backup_path`].
///
/// At every moment, also in a power cut, the file is either the old or the new one. A link is followed, and the file it
/// leads to is replaced. A file that has the same content already is not touched, nor is its backup. What stands in
/// JSON stays JSON: a file whose name ends so, or that has no other ending of ours and holds it.
///
/// # Errors
/// [`SaveError`], with the old file as it was.
pub fn save_plan(plan: &Plan, path: &Path) -> Result<FileMark, SaveError> {
    save(plan, path, None)
}

/// Saves `plan` as [`save_plan`] does, but only in the place of what is `known` to be there: what was read or written
/// last. Where there is no file any more, it is written again.
///
/// # Errors
/// [`SaveError::Changed`] where the file holds something else; else as [`save_plan`].
pub fn save_plan_over(plan: &Plan, path: &Path, known: FileMark) -> Result<FileMark, SaveError> {
    save(plan, path, Some(known))
}

fn save(plan: &Plan, path: &Path, known: Option<FileMark>) -> Result<FileMark, SaveError> {
    let text = if holds_json(path) { plan_json(plan) } else { plan_text(plan) };
    let again = read_plan(text.as_bytes()).map_err(|error| {
        let part = error.place.and_then(|place| place.surroundings(&text));
        SaveError::Unreadable { what: part.unwrap_or(Part::Plan), why: error.problem }
    })?;
    if again != *plan {
        return Err(SaveError::Lossy);
    }
    replace_file(path, text.as_bytes(), Backup::Beside, known)?;
    remove_abandoned_drafts(&follow_links(path)?);
    Ok(FileMark::of(text.as_bytes()))
}

/// Whether a plan at `path` is written as JSON.
fn holds_json(path: &Path) -> bool {
    let ends = |ending| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
    // Opening a pipe would wait for somebody to write into it.
    let holds = || {
        let mut begin = Vec::new();
        let read = File::open(path).and_then(|file| file.take(4096).read_to_end(&mut begin));
        read.is_ok() && locate::is_json(String::from_utf8_lossy(&begin).trim_start_matches('\u{feff}'))
    };
    ends("json") || !ends("ron") && path.is_file() && holds()
}

/// What becomes of the file that is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Backup {
    /// It stays under the name of [`backup_path`].
    Beside,
    /// It is gone: it can be made again.
    None,
}

/// Replaces the content of a file, all of it or nothing; if it is `known` what must be there, only that.
pub(super) fn replace_file(
    path: &Path,
    bytes: &[u8],
    backup: Backup,
    known: Option<FileMark>,
) -> Result<(), SaveError> {
    if path.file_name().is_none() {
        return Err(SaveError::NoName);
    }
    let path = follow_links(path)?;
    let before = match fs::metadata(&path) {
        Ok(found) if found.is_dir() => return Err(SaveError::Folder),
        Ok(found) if !found.is_file() => return Err(SaveError::Device),
        // A file can be replaced where its folder can be written, but somebody did not want this one to be.
        Ok(found) if found.permissions().readonly() => return Err(SaveError::Protected),
        Ok(found) => Some(found),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error_from_io(&error)),
    };
    if before.as_ref().is_some_and(|found| has_content(&path, found, bytes)) {
        return Ok(());
    }
    let draft = Draft::write(&path, before.as_ref(), bytes).map_err(|error| error_from_io(&error))?;
    // As late as can be: somebody may be writing at this moment.
    if let (Some(known), Some(_)) = (known, &before)
        && FileMark::at(&path).map_err(|error| error_from_io(&error))?.is_some_and(|found| found != known)
    {
        return Err(SaveError::Changed);
    }
    if before.is_some() && backup == Backup::Beside {
        keep_backup(&path)?;
    }
    disk::rename(draft.path(), &path).map_err(|error| error_from_io(&error))?;
    flush_folder(&path);
    Ok(())
}

/// The file that a link leads to, also when that does not exist yet.
fn follow_links(path: &Path) -> Result<PathBuf, SaveError> {
    let mut path = path.to_owned();
    // More links in a row than any system follows: they lead in a circle.
    for _ in 0..64 {
        let Ok(target) = fs::read_link(&path) else {
            return Ok(path);
        };
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    Err(SaveError::LinkCircle)
}

fn has_content(path: &Path, found: &Metadata, bytes: &[u8]) -> bool {
    let same_len = u64::try_from(bytes.len()).is_ok_and(|len| len == found.len());
    same_len && fs::read(path).is_ok_and(|content| content == bytes)
}

/// Gives the file that is about to be replaced a second name, that of the backup. The content is not copied unless the
/// file system has no second names.
fn keep_backup(path: &Path) -> Result<(), SaveError> {
    let backup = backup_path(path);
    let keep = || {
        // Nobody may take the second name for one that was left over.
        let mut held = File::open(path)?;
        let _ = held.lock_shared();
        let linked = Draft::beside(path, |draft| disk::hard_link(path, draft));
        let (draft, ()) = linked.or_else(|_| {
            Draft::beside(path, |draft| {
                let mut copy = disk::create_new(draft)?;
                disk::copy(&mut held, &mut copy)?;
                disk::sync_all(&copy)
            })
        })?;
        disk::rename(draft.path(), &backup)
    };
    keep().map_err(|error: io::Error| match error_from_io(&error) {
        full @ (SaveError::Full | SaveError::Forbidden) => full,
        _ => SaveError::Backup {
            name: backup.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            why: error.to_string(),
        },
    })
}

/// Makes the new name survive a power cut. Some file systems can not, and the file is saved all the same.
pub(super) fn flush_folder(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

impl From<&io::Error> for SaveError {
    fn from(error: &io::Error) -> Self {
        error_from_io(error)
    }
}

fn error_from_io(error: &io::Error) -> SaveError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => SaveError::NoFolder,
        ErrorKind::IsADirectory => SaveError::Folder,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => SaveError::Forbidden,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveError::Full,
        ErrorKind::InvalidFilename => SaveError::BadName,
        _ => SaveError::Io(super::io_reason(error)),
    }
}

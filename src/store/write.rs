//! Writing plan files so that none is ever lost: what stood there before stays, whole, until the new file is on the
//! disk, and then as a backup beside it.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::read::read_plan;
use super::read_error::Problem;
use super::version_1;
use crate::model::Plan;

/// Why a plan was not saved. Whatever stood in the file before is still there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The path ends in no name.
    #[error("this path names no file; choose a file name")]
    NoName,
    /// The folder is gone, or never was.
    #[error("the folder does not exist, or not any more; choose another folder")]
    NoFolder,
    /// A folder has the name of the file.
    #[error("a folder of this name stands in the way; choose another file name")]
    Folder,
    /// A device or a pipe has the name of the file.
    #[error("this is a device and not a file; choose another file name")]
    Device,
    /// The file is marked as not to be written.
    #[error("the file is write-protected; save the plan under another name, or take the protection away")]
    Protected,
    /// The system does not let this user write there.
    #[error("you have no permission to write in this folder; choose another folder")]
    Forbidden,
    /// No space.
    #[error("the disk is full; make room or save the plan on another disk")]
    Full,
    /// The file system does not take the name.
    #[error("this file name is too long, or has characters that can not stand in a name; choose another one")]
    BadName,
    /// The system failed otherwise.
    #[error("the file can not be written ({0}); try again, or save the plan elsewhere")]
    Io(String),
    /// The backup can not be made.
    #[error("the backup {name} can not be written beside the file ({why}); move what stands in its way")]
    Backup {
        /// The backup's name.
        name: String,
        /// What the system says.
        why: String,
    },
    /// The plan holds something that a file can not.
    #[error("{what} can not be kept in a file, {why}; shorten it and save again")]
    Unreadable {
        /// Which part, such as `session S10`.
        what: String,
        /// Why a file that holds it could not be opened again.
        why: Problem,
    },
    /// The plan would come back different: a mistake of this program.
    #[error("a file with this plan would not hold all of it; this is a mistake of Plenary, please report it")]
    Lossy,
}

/// The plan as the text of a plan file.
#[must_use]
pub fn plan_text(plan: &Plan) -> String {
    version_1::text_from_plan(plan)
}

/// The plan as JSON, in the words of the plan file; [`super::read_plan`] reads it back.
#[must_use]
pub fn plan_json(plan: &Plan) -> String {
    version_1::json_from_plan(plan)
}

/// Writes a file that is handed out: all of it or nothing, without a backup of what it replaces.
///
/// # Errors
/// [`SaveError`], with the old file as it was.
pub fn write_handout(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    replace_file(path, bytes, Backup::None)
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
/// leads to is replaced. A file that has the same content already is not touched, nor is its backup.
///
/// # Errors
/// [`SaveError`], with the old file as it was.
pub fn save_plan(plan: &Plan, path: &Path) -> Result<(), SaveError> {
    let text = plan_text(plan);
    let again = read_plan(text.as_bytes()).map_err(|error| {
        let part = error.place.and_then(|place| place.surroundings(&text));
        SaveError::Unreadable { what: part.unwrap_or_else(|| "the plan".to_owned()), why: error.problem }
    })?;
    if again != *plan {
        return Err(SaveError::Lossy);
    }
    replace_file(path, text.as_bytes(), Backup::Beside)
}

/// What becomes of the file that is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Backup {
    /// It stays under the name of [`backup_path`].
    Beside,
    /// It is gone: it can be made again.
    None,
}

/// Replaces the content of a file, all of it or nothing.
pub(super) fn replace_file(path: &Path, bytes: &[u8], backup: Backup) -> Result<(), SaveError> {
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
    let draft = write_draft(&path, before.as_ref(), bytes).map_err(|error| error_from_io(&error))?;
    if before.is_some() && backup == Backup::Beside {
        keep_backup(&path)?;
    }
    fs::rename(&draft.path, &path).map_err(|error| error_from_io(&error))?;
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
    Err(SaveError::Io("its links lead in a circle".to_owned()))
}

fn has_content(path: &Path, found: &Metadata, bytes: &[u8]) -> bool {
    let same_len = u64::try_from(bytes.len()).is_ok_and(|len| len == found.len());
    same_len && fs::read(path).is_ok_and(|content| content == bytes)
}

/// A file beside the one that is replaced. It is gone when this value is, unless it has been given its final name.
struct Draft {
    path: PathBuf,
}

impl Drop for Draft {
    fn drop(&mut self) {
        // It is not there any more if all went well, and if it can not be removed, nothing can be done about it.
        let _ = fs::remove_file(&self.path);
    }
}

impl Draft {
    /// A draft beside `path` under a free name that tells whose it is. `create` makes the file, and must refuse to
    /// replace one.
    fn beside<T>(path: &Path, mut create: impl FnMut(&Path) -> io::Result<T>) -> io::Result<(Self, T)> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let draft = path.with_file_name(format!(".plenary-{}-{number}.tmp", std::process::id()));
            match create(&draft) {
                Ok(created) => return Ok((Self { path: draft }, created)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// Writes the new content beside the file, down to the disk.
fn write_draft(path: &Path, before: Option<&Metadata>, bytes: &[u8]) -> io::Result<Draft> {
    let (draft, mut file) = Draft::beside(path, |draft| OpenOptions::new().write(true).create_new(true).open(draft))?;
    if let Some(before) = before {
        keep_owner(&file, before);
        file.set_permissions(before.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(draft)
}

/// Gives a file to the owner of another one, as far as the system lets us.
#[cfg(unix)]
fn keep_owner(file: &File, before: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(file, None, Some(before.gid()));
    let _ = fchown(file, Some(before.uid()), None);
}

#[cfg(not(unix))]
fn keep_owner(_file: &File, _before: &Metadata) {}

/// Gives the file that is about to be replaced a second name, that of the backup. The content is not copied unless the
/// file system has no second names.
fn keep_backup(path: &Path) -> Result<(), SaveError> {
    let backup = backup_path(path);
    let keep = || {
        let linked = Draft::beside(path, |draft| fs::hard_link(path, draft));
        let (draft, ()) = linked.or_else(|_| {
            Draft::beside(path, |draft| {
                let mut copy = OpenOptions::new().write(true).create_new(true).open(draft)?;
                io::copy(&mut File::open(path)?, &mut copy)?;
                copy.sync_all()
            })
        })?;
        fs::rename(&draft.path, &backup)
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
fn flush_folder(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

fn error_from_io(error: &io::Error) -> SaveError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => SaveError::NoFolder,
        ErrorKind::IsADirectory => SaveError::Folder,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => SaveError::Forbidden,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveError::Full,
        ErrorKind::InvalidFilename => SaveError::BadName,
        _ => SaveError::Io(error.to_string()),
    }
}

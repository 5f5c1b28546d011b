//! Drafts: files that are written beside the one that they will replace.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::disk;

/// How the name of a draft begins and ends.
const BEGIN: &str = ".plenary-";
const END: &str = ".tmp";

/// No program takes that long to write a file.
const ABANDONED: Duration = Duration::from_hours(24);

/// A file beside the one that is replaced. It is gone when this value is, unless it has been given its final name.
pub(super) struct Draft {
    path: PathBuf,
    /// Locked as long as this value lives, where it was written: then nobody takes it for a file that was left over.
    lock: Option<File>,
}

impl Drop for Draft {
    fn drop(&mut self) {
        // It is not there any more if all went well, and if it can not be removed, nothing can be done about it.
        let _ = fs::remove_file(&self.path);
        drop(self.lock.take());
    }
}

impl Draft {
    /// A draft beside `path` under a free name that tells whose it is. `create` makes the file, and must refuse to
    /// replace one.
    pub(super) fn beside<T>(path: &Path, mut create: impl FnMut(&Path) -> io::Result<T>) -> io::Result<(Self, T)> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let draft = path.with_file_name(format!("{BEGIN}{}-{number}{END}", std::process::id()));
            match create(&draft) {
                Ok(created) => return Ok((Self { path: draft, lock: None }, created)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Writes the new content of `path` beside it, down to the disk.
    pub(super) fn write(path: &Path, before: Option<&Metadata>, bytes: &[u8]) -> io::Result<Self> {
        let (mut draft, mut file) = Self::beside(path, disk::create_new)?;
        // Some file systems know no locks; nothing is removed there.
        let _ = file.lock();
        if let Some(before) = before {
            keep_owner(&file, before);
            file.set_permissions(before.permissions())?;
        }
        disk::write_all(&mut file, bytes)?;
        disk::sync_all(&file)?;
        draft.lock = Some(file);
        Ok(draft)
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// Removes drafts beside the file `written`, just now, that programs have left behind when they were killed: those that
/// are a day older than it and that nobody holds. What can not be removed stays.
pub fn remove_abandoned_drafts(written: &Path) {
    let modified = |path: &Path| fs::symlink_metadata(path).ok().filter(Metadata::is_file)?.modified().ok();
    let folder = written.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (Some(now), Ok(entries)) = (modified(written), fs::read_dir(folder)) else { return };
    for entry in entries.filter_map(Result::ok) {
        let (path, name) = (entry.path(), entry.file_name());
        let is_draft = name.to_str().is_some_and(|name| name.starts_with(BEGIN) && name.ends_with(END));
        let is_old = || modified(&path).is_some_and(|then| now.duration_since(then).is_ok_and(|age| age > ABANDONED));
        if is_draft && is_old() && File::open(&path).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(&path);
        }
    }
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

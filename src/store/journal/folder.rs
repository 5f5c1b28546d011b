//! Where journals are, what they are called, and where those are kept that nobody wants now.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use uuid::Uuid;

use super::Claimed;
use crate::store::disk;

/// How the name of a journal ends.
const END: &str = ".plenary-journal";
/// So many journals are kept aside; the oldest go.
const KEPT: usize = 20;

/// Where a journal can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    /// Beside this plan file.
    Beside(&'a Path),
    /// In this folder of the user's own.
    Folder(&'a Path),
}

impl Place<'_> {
    /// A name for a new journal that no other has. The folder is made where it is the user's own.
    ///
    /// # Errors
    /// What the system says where the folder can not be made.
    pub fn new_path(self) -> io::Result<PathBuf> {
        let lot = Uuid::new_v4().simple().to_string();
        let lot = &lot[..12];
        match self {
            Self::Beside(file) => {
                let mut name = begin_of(file);
                name.push(format!("{lot}{END}"));
                Ok(file.with_file_name(name))
            }
            Self::Folder(folder) => {
                disk::create_dir_all(folder)?;
                Ok(folder.join(format!("{lot}{END}")))
            }
        }
    }
}

/// How the names of journals beside `file` begin.
fn begin_of(file: &Path) -> OsString {
    let mut name = OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(".");
    name
}

/// The journals beside a plan file, also those of programs that live.
#[must_use]
pub fn journals_beside(file: &Path) -> Vec<PathBuf> {
    let begin = begin_of(file);
    let begin = begin.as_encoded_bytes();
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let is_ours = |name: &OsStr| {
        let rest = name.as_encoded_bytes().strip_prefix(begin).and_then(|rest| rest.strip_suffix(END.as_bytes()));
        // A plan may be called like the beginning of another.
        rest.is_some_and(|lot| lot.iter().all(u8::is_ascii_hexdigit))
    };
    found(folder, is_ours)
}

/// The journals in a folder of the user's own, also those of programs that live.
#[must_use]
pub fn journals_in(folder: &Path) -> Vec<PathBuf> {
    found(folder, |name| name.as_encoded_bytes().ends_with(END.as_bytes()))
}

fn found(folder: &Path, is_ours: impl Fn(&OsStr) -> bool) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let entries = entries.filter_map(Result::ok).filter(|entry| is_ours(&entry.file_name()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Moves a journal into a folder of those that nobody wants now; the oldest of them are removed. It can be on another
/// disk.
///
/// # Errors
/// What the system says; then it stays where it was.
pub fn keep_aside(claimed: Claimed, folder: &Path) -> io::Result<PathBuf> {
    let kept = Place::Folder(folder).new_path()?;
    if disk::rename(claimed.path(), &kept).is_err() {
        let mut copy = disk::create_new(&kept)?;
        let copied = File::open(claimed.path()).and_then(|mut file| {
            disk::copy(&mut file, &mut copy)?;
            disk::sync_all(&copy)
        });
        if let Err(error) = copied.and_then(|()| claimed.remove()) {
            let _ = fs::remove_file(&kept);
            return Err(error);
        }
    }
    remove_oldest(folder, &kept);
    Ok(kept)
}

fn remove_oldest(folder: &Path, newest: &Path) {
    let modified =
        |path: &Path| fs::metadata(path).and_then(|found| found.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let mut kept: Vec<_> = journals_in(folder).into_iter().filter(|path| path != newest).collect();
    kept.sort_by_cached_key(|path| std::cmp::Reverse(modified(path)));
    // What can not be removed stays.
    kept.into_iter().skip(KEPT - 1).for_each(|path| _ = fs::remove_file(path));
}

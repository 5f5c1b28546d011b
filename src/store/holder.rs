//! Who has a plan open: a small file beside it tells others, for as long as it is open.
//!
//! On one computer a lock tells whether the program that wrote it still lives. A lock is not seen on other computers, so
//! whoever has the plan open writes the file again every [`BEAT`], and one that was not written for [`STALE`] was left.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::draft::Draft;

/// How often whoever has a plan open says so.
pub const BEAT: Duration = Duration::from_mins(1);

/// After how long without a word nobody has it open any more: a network may be slow, and a laptop may sleep for a moment.
const STALE: Duration = Duration::from_mins(5);

/// Nobody has a name that long.
const MOST_BYTES: u64 = 4096;

/// Somebody who has a plan open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The name of the planner, as the system knows it; may be empty.
    pub who: String,
    /// The name of the computer.
    pub computer: String,
    /// The number of the program there.
    pub process: u32,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// What came of the wish to have a plan.
#[derive(Debug)]
pub enum Held {
    /// It is held from now on.
    Ours(Hold),
    /// Somebody else has it open.
    Theirs(Holder),
    /// Somebody on another computer had it open and has not closed it, but says nothing any more.
    Left(Holder),
}

/// A plan that is held, until this value is dropped.
#[derive(Debug)]
pub struct Hold {
    path: PathBuf,
    holder: Holder,
    file: File,
}

/// Says that `me` has the plan at `plan` open, unless somebody else does.
///
/// # Errors
/// What the system says where nothing can be written beside the plan.
pub fn hold(plan: &Path, me: Holder) -> io::Result<Held> {
    let path = path_beside(plan);
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
    let holder = read(&mut file);
    let is_alive = match file.try_lock() {
        Ok(()) => holder.as_ref().is_some_and(|holder| holder.computer != me.computer),
        Err(TryLockError::WouldBlock) => return Ok(Held::Theirs(holder.unwrap_or_else(|| nobody(me.since)))),
        // A file system without locks.
        Err(TryLockError::Error(_)) => true,
    };
    match holder {
        Some(holder) if is_alive && age(&path)? > STALE => Ok(Held::Left(holder)),
        Some(holder) if is_alive => Ok(Held::Theirs(holder)),
        _ => Hold::begin(path, file, me).map(Held::Ours),
    }
}

/// Says that `me` has the plan open, whoever else says so.
///
/// # Errors
/// As [`hold`].
pub fn take(plan: &Path, me: Holder) -> io::Result<Hold> {
    let path = path_beside(plan);
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
    Hold::begin(path, file, me)
}

impl Hold {
    fn begin(path: PathBuf, file: File, holder: Holder) -> io::Result<Self> {
        let hold = Self { path, holder, file };
        hold.beat()?;
        Ok(hold)
    }

    /// Says again that the plan is open; to be called every [`BEAT`].
    ///
    /// # Errors
    /// What the system says.
    pub fn beat(&self) -> io::Result<()> {
        let text = ron::to_string(&self.holder).map_err(io::Error::other)?;
        // Where locks are strict, nobody writes into a file that is locked.
        let _ = self.file.unlock();
        let mut file = &self.file;
        file.rewind()?;
        file.write_all(text.as_bytes())?;
        file.set_len(u64::try_from(text.len()).unwrap_or(MOST_BYTES))?;
        // Shared, so that others can read who it is.
        let _ = self.file.lock_shared();
        Ok(())
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Somebody may have taken it meanwhile.
        let is_ours = File::open(&self.path).is_ok_and(|mut file| read(&mut file).as_ref() == Some(&self.holder));
        if is_ours {
            // If it can not be removed, it is seen as left.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// `plan.ron` is held by `.plan.ron.open`: out of sight, and never taken for a plan.
fn path_beside(plan: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(plan.file_name().unwrap_or_default());
    name.push(".open");
    plan.with_file_name(name)
}

/// Who holds it; nobody where it holds something else.
fn read(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.take(MOST_BYTES).read_to_string(&mut text).ok()?;
    ron::from_str(&text).ok()
}

fn nobody(since: DateTime<Utc>) -> Holder {
    Holder { who: String::new(), computer: String::new(), process: 0, since }
}

/// How long ago it was written, on the clock of whoever keeps the folder.
fn age(path: &Path) -> io::Result<Duration> {
    let create = |draft: &Path| OpenOptions::new().write(true).create_new(true).open(draft);
    let now = match Draft::beside(path, create) {
        Ok((_draft, file)) => file.metadata()?.modified()?,
        Err(error) if error.kind() == ErrorKind::PermissionDenied => return Ok(Duration::ZERO),
        Err(error) => return Err(error),
    };
    Ok(now.duration_since(fs::metadata(path)?.modified()?).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holder(who: &str, computer: &str) -> Holder {
        Holder { who: who.to_owned(), computer: computer.to_owned(), process: 1, since: DateTime::UNIX_EPOCH }
    }

    fn is_free(plan: &Path) -> bool {
        !path_beside(plan).exists()
    }

    #[test]
    fn a_plan_is_held_until_it_is_let_go() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plan.ron");
        let Held::Ours(hold) = super::hold(&plan, holder("Anna", "desk-1")).unwrap() else { panic!("it is free") };
        let Held::Theirs(first) = super::hold(&plan, holder("Boris", "desk-1")).unwrap() else { panic!("it is held") };
        assert_eq!(first, holder("Anna", "desk-1"));
        hold.beat().unwrap();
        assert!(matches!(super::hold(&plan, holder("Chen", "desk-2")).unwrap(), Held::Theirs(_)));
        drop(hold);
        assert!(is_free(&plan));
    }

    #[test]
    fn what_a_dead_program_left_on_this_computer_is_nobodys() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plan.ron");
        for left in [ron::to_string(&holder("Anna", "desk-1")).unwrap(), "nonsense".repeat(9999), String::new()] {
            fs::write(path_beside(&plan), left).unwrap();
            assert!(matches!(super::hold(&plan, holder("Boris", "desk-1")).unwrap(), Held::Ours(_)));
        }
    }

    #[test]
    fn another_computer_is_believed_as_long_as_it_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plan.ron");
        let path = path_beside(&plan);
        fs::write(&path, ron::to_string(&holder("Anna", "desk-1")).unwrap()).unwrap();
        assert!(matches!(super::hold(&plan, holder("Boris", "desk-2")).unwrap(), Held::Theirs(_)));
        let written = fs::metadata(&path).unwrap().modified().unwrap();
        File::options().write(true).open(&path).unwrap().set_modified(written - STALE * 2).unwrap();
        let Held::Left(left) = super::hold(&plan, holder("Boris", "desk-2")).unwrap() else { panic!("it was left") };
        assert_eq!(left.who, "Anna");
        let taken = take(&plan, holder("Boris", "desk-2")).unwrap();
        assert!(matches!(super::hold(&plan, holder("Anna", "desk-1")).unwrap(), Held::Theirs(_)));
        drop(taken);
        assert!(is_free(&plan));
    }

    #[test]
    fn who_has_lost_it_removes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plan.ron");
        let Held::Ours(lost) = super::hold(&plan, holder("Anna", "desk-1")).unwrap() else { panic!("it is free") };
        let _taken = take(&plan, holder("Boris", "desk-2")).unwrap();
        drop(lost);
        assert!(!is_free(&plan));
    }
}

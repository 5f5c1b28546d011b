//! Earlier states of a plan, in a folder of the user's own: the last ones that were saved, and one of each day.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use uuid::Uuid;

use super::mark::FileMark;
use super::write::write_handout;
use super::{Problem, ReadError, SaveError, disk, io_reason, read_plan};
use crate::model::Plan;

/// So many of the last states are kept, however old they are.
const LAST: usize = 20;
/// Of so many days before that, the last state of each is kept.
const DAYS: usize = 60;
/// How the moment of a state is written in its name: it sorts, and every file system takes it.
const NAME: &str = "%Y-%m-%dT%H-%M-%SZ";

/// An earlier state of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was saved.
    pub at: DateTime<Utc>,
    /// Where it is.
    pub path: PathBuf,
}

/// The folder for the states of the plan of this identity.
#[must_use]
pub fn folder_of(backups: &Path, identity: Uuid) -> PathBuf {
    backups.join(identity.to_string())
}

/// Keeps what stands in `file`, if it is still what is `known`, as the state at `now`; those that are too many are removed.
/// A state that is kept already is not kept again.
///
/// # Errors
/// [`SaveError`]; what was kept before is still there.
pub fn keep_backup(folder: &Path, file: &Path, known: FileMark, now: DateTime<Utc>) -> Result<(), SaveError> {
    let bytes = fs::read(file).map_err(|error| SaveError::from(&error))?;
    if FileMark::of(&bytes) != known {
        // Somebody else has written there meanwhile: that is not a state of this plan.
        return Ok(());
    }
    let kept = backups(folder);
    if kept.first().is_some_and(|newest| FileMark::at(&newest.path).is_ok_and(|found| found == Some(known))) {
        return Ok(());
    }
    disk::create_dir_all(folder).map_err(|error| SaveError::from(&error))?;
    write_handout(&folder.join(format!("{}.ron", now.format(NAME))), &bytes)?;
    let kept = backups(folder);
    let times: Vec<DateTime<Utc>> = kept.iter().map(|backup| backup.at).collect();
    for at in too_many(&times) {
        // What can not be removed stays.
        let _ = disk::remove_file(&kept[at].path);
    }
    Ok(())
}

/// The states that are kept in a folder, the newest first.
#[must_use]
pub fn backups(folder: &Path) -> Vec<Backup> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let backup = |path: PathBuf| {
        let at = NaiveDateTime::parse_from_str(path.file_name()?.to_str()?.strip_suffix(".ron")?, NAME).ok()?;
        Some(Backup { at: at.and_utc(), path })
    };
    let mut found: Vec<Backup> = entries.filter_map(Result::ok).filter_map(|entry| backup(entry.path())).collect();
    found.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    found
}

/// Reads a state.
///
/// # Errors
/// [`ReadError`] when it can not be read.
pub fn read_backup(backup: &Backup) -> Result<Plan, ReadError> {
    let bytes = fs::read(&backup.path).map_err(|error| ReadError::from(Problem::Io(io_reason(&error))))?;
    read_plan(&bytes)
}

/// The places of those that need not be kept, of moments with the newest first.
fn too_many(times: &[DateTime<Utc>]) -> Vec<usize> {
    let mut days = BTreeSet::new();
    let later = times.iter().enumerate().skip(LAST);
    // The first that is met of a day is its last.
    later.filter(|(_, at)| !(days.insert(at.date_naive()) && days.len() <= DAYS)).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::store::disk::failing;
    use crate::store::{Template, open_plan, save_plan};

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_760_000_000, 0).unwrap() + TimeDelta::hours(hours)
    }

    #[test]
    fn the_last_ones_stay_and_one_of_each_day_before() {
        let times: Vec<_> = (0..24 * 100).rev().map(at).collect();
        let gone: BTreeSet<usize> = too_many(&times).into_iter().collect();
        let kept: Vec<_> = (0..times.len()).filter(|place| !gone.contains(place)).collect();
        assert_eq!(kept.len(), LAST + DAYS);
        assert!(kept.starts_with(&(0..LAST).collect::<Vec<_>>()));
        let days: BTreeSet<_> = kept[LAST..].iter().map(|&place| times[place].date_naive()).collect();
        assert_eq!(days.len(), DAYS);
        assert_eq!(too_many(&times[..LAST]), [] as [usize; 0]);
    }

    #[test]
    fn what_was_saved_is_kept_once_and_whichever_call_fails_it_is_whole_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let (file, kept) = (folder.path().join("plan.ron"), folder.path().join("kept"));
        let mark = save_plan(&Template::TwoDays.begin(), &file).unwrap();
        keep_backup(&kept, &file, mark, at(0)).unwrap();
        keep_backup(&kept, &file, mark, at(1)).unwrap();
        assert_eq!(backups(&kept).len(), 1, "nothing has changed");
        keep_backup(&kept, &file, FileMark::of(b"another"), at(2)).unwrap();
        assert_eq!(backups(&kept).len(), 1, "that is not what was saved");
        let mark = save_plan(&Template::Blank.begin(), &file).unwrap();
        for well in 0.. {
            let (done, failed) = failing::after(well, || keep_backup(&kept, &file, mark, at(3)));
            assert_eq!(done.is_err(), failed, "{well}");
            let found = backups(&kept);
            assert_eq!(found.len(), if failed { 1 } else { 2 }, "{well}");
            assert!(found.iter().all(|backup| read_backup(backup).is_ok()));
            if !failed {
                assert_eq!(read_backup(&found[0]), open_plan(&file));
                break;
            }
        }
    }
}

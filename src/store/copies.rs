//! Copies that services which synchronize folders leave beside a plan, where two people changed it at one time.
//!
//! Each service calls them otherwise, in the language of whoever has it, but all keep the name of the file and its ending
//! and put something between. What is found so counts only if the same plan is in it.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use uuid::Uuid;

use super::backups::{backups, read_backup};
use super::read::{bytes_of, read_marked};
use super::{MAX_FILE_BYTES, ReadError, backup_path, disk, open_plan};
use crate::model::{Patch, Plan};

/// So many files are looked into; where more have such names, they are no copies.
const LOOKED_INTO: usize = 64;
/// Within so many bytes a plan has said which one it is.
const TOLD_WITHIN: u64 = 64 << 10;
/// So many bytes of earlier states are read to find the one that both began from.
const READ_AT_MOST: u64 = 4 * MAX_FILE_BYTES;

/// The files beside `file` that are copies of the plan with this identity: by their names, and by what stands in them.
/// Only the names of a folder are read, and the beginnings of the few that are like it.
#[must_use]
pub fn copies_beside(file: &Path, identity: Uuid) -> Vec<PathBuf> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (Ok(entries), Some(name)) = (fs::read_dir(folder), file.file_name()) else { return Vec::new() };
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name()));
    let mut like: Vec<PathBuf> = names.filter(|found| is_like(found, name)).map(|name| folder.join(name)).collect();
    like.sort();
    like.truncate(LOOKED_INTO);
    like.retain(|path| tells(path, identity));
    like
}

/// Whether `found` is called like a copy of `name`.
fn is_like(found: &OsStr, name: &OsStr) -> bool {
    let parts = |name: &OsStr| {
        let name = Path::new(name);
        Some((name.file_stem()?.to_string_lossy().into_owned(), name.extension().map(OsStr::to_ascii_lowercase)))
    };
    let (Some((found, found_end)), Some((stem, end))) = (parts(found), parts(name)) else { return false };
    // "planning.ron" is no copy of "plan.ron".
    found_end == end && found.strip_prefix(&*stem).and_then(|rest| rest.chars().next()).is_some_and(is_mark)
}

fn is_mark(first: char) -> bool {
    !first.is_alphanumeric()
}

/// Whether what begins in a file is the plan with this identity.
fn tells(path: &Path, identity: Uuid) -> bool {
    // Opening a pipe would wait for somebody to write into it.
    if !fs::metadata(path).is_ok_and(|found| found.is_file()) {
        return false;
    }
    let mut begin = Vec::new();
    let read = File::open(path).and_then(|file| file.take(TOLD_WITHIN).read_to_end(&mut begin));
    let identity = identity.hyphenated().to_string();
    read.is_ok() && begin.windows(identity.len()).any(|found| found.eq_ignore_ascii_case(identity.as_bytes()))
}

/// Reads a copy of the plan with this identity; `None` where another plan is in it.
///
/// # Errors
/// As [`open_plan`].
pub fn read_copy(path: &Path, identity: Uuid) -> Result<Option<Plan>, ReadError> {
    let (plan, _) = read_marked(&bytes_of(path)?)?;
    Ok(Some(plan).filter(|plan| plan.header().identity == Some(identity)))
}

/// The state that a copy was most likely made from: of `known`, of what the plan's file held before, and of the earlier
/// states in a folder, the one from which the fewest rows of the copy differ. A state that is newer than the copy, and
/// what is in the file `now`, is none of them: what the copy does not know yet would look as if it had been undone there.
#[must_use]
pub fn common_state(copy: (&Path, &Plan), file: &Path, folder: Option<&Path>, known: Vec<Plan>) -> Option<Plan> {
    let (path, theirs) = copy;
    let modified = |path: &Path| fs::metadata(path).and_then(|found| found.modified()).ok();
    let made = modified(path).unwrap_or_else(SystemTime::now);
    let now = open_plan(file).ok();
    let mut states = known;
    states.extend(open_plan(&backup_path(file)).ok());
    let mut left = READ_AT_MOST;
    for backup in folder.map(backups).unwrap_or_default() {
        let len = fs::metadata(&backup.path).map_or(0, |found| found.len());
        if SystemTime::from(backup.at) > made {
            continue;
        }
        if len > left {
            break;
        }
        left -= len;
        states.extend(read_backup(&backup).ok());
    }
    // What stands under the names of this plan and says nothing of an identity got its one later.
    let is_ours = |state: &Plan| state.header().identity.is_none_or(|found| theirs.header().identity == Some(found));
    states.retain(|state| is_ours(state) && now.as_ref() != Some(state));
    // Of two that are as near, the later one in the row is the older.
    states.into_iter().rev().min_by_key(|state| Patch::between(state, theirs).rows().count())
}

/// Gives a copy whose content has been taken over a name that is no plan's, as backups have; nothing is removed. The new
/// name is the answer.
///
/// # Errors
/// What the system says; then it stays as it was.
pub fn put_copy_aside(copy: &Path) -> io::Result<PathBuf> {
    let plain = backup_path(copy);
    let numbered = (2..).map(|number| {
        let mut name = plain.clone().into_os_string();
        name.push(format!(".{number}"));
        PathBuf::from(name)
    });
    let free = std::iter::once(plain.clone()).chain(numbered).find(|path| path.symlink_metadata().is_err());
    let aside = free.unwrap_or(plain);
    disk::rename(copy, &aside)?;
    Ok(aside)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::model::{Header, LocalText};
    use crate::store::{Template, plan_json, plan_text};

    const SERVICES: [&str; 16] = [
        "plan (Anna's conflicted copy 2025-11-03).ron",
        "plan (Copie en conflit de Anna 2025-11-03).ron",
        "plan (Anna さんの競合コピー 2025-11-03).ron",
        "plan (конфликтующая копия Анны 2025-11-03).ron",
        "plan-LAPTOP.ron",
        "plan-Anna’s MacBook Pro-2.ron",
        "plan (conflicted copy 2025-11-03 101010).ron",
        "plan_conflict-20251103-101010.ron",
        "plan.sync-conflict-20251103-101010-ABCDEFG.ron",
        "plan (SFConflict anna@example.org 2025-11-03-10-10-10).ron",
        "plan (1).ron",
        "plan 2.ron",
        "plan [conflicted].ron",
        "plan.Conflict.RON",
        "plan (نسخة متعارضة).ron",
        "plan~LAPTOP.ron",
    ];

    fn text(plan: &Plan) -> String {
        plan_text(plan)
    }

    #[test]
    fn copies_of_every_service_are_found_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let (plan, other) = (Template::TwoDays.begin(), Template::TwoDays.begin());
        let identity = plan.header().identity.unwrap();
        let at = |name: &str| folder.path().join(name);
        let no_copies = ["plan.ron", "planning.ron", "other (1).ron", "plan.ron.bak", "plan.json", ".plan (1).ron"];
        for name in SERVICES.iter().chain(&no_copies) {
            fs::write(at(name), text(&plan)).unwrap();
        }
        fs::write(at("plan (next year).ron"), text(&other)).unwrap();
        fs::write(at("plan (notes).ron"), "not a plan").unwrap();
        fs::create_dir(at("plan (folder).ron")).unwrap();
        let mut expected: Vec<PathBuf> = SERVICES.map(at).into();
        expected.sort();
        assert_eq!(copies_beside(&at("plan.ron"), identity), expected);
        fs::write(at("plan (1).json"), plan_json(&plan)).unwrap();
        assert_eq!(copies_beside(&at("plan.json"), identity), [at("plan (1).json")]);
        assert_eq!(copies_beside(&at("nowhere/plan.ron"), identity), [] as [PathBuf; 0]);
    }

    #[test]
    fn a_folder_of_ten_thousand_files_is_quick() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..10_000 {
            File::create(folder.path().join(format!("plan-{number}.ron"))).unwrap();
        }
        let begun = Instant::now();
        assert_eq!(copies_beside(&folder.path().join("plan.ron"), Uuid::from_u128(7)), [] as [PathBuf; 0]);
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    }

    fn titled(plan: &Plan, title: &str) -> Plan {
        let (mut plan, mut patch) = (plan.clone(), Patch::default());
        patch.put_header(&plan, Header { title: LocalText::from(title), ..Header::clone(plan.header()) });
        let session = plan.sessions().iter().next().unwrap();
        let row = crate::model::Session { title: LocalText::from(title), ..crate::model::Session::clone(session) };
        patch.put(&plan, row);
        plan.apply(&patch).unwrap();
        plan
    }

    #[test]
    fn the_state_that_both_began_from_is_the_nearest_that_is_not_in_the_file_now() {
        let folder = tempfile::tempdir().unwrap();
        let [file, copy] = ["plan.ron", "plan (1).ron"].map(|name| folder.path().join(name));
        let old = Template::TwoDays.begin();
        let (first, ours) = (titled(&old, "First"), titled(&old, "Ours"));
        fs::write(&file, text(&ours)).unwrap();
        fs::write(&copy, text(&first)).unwrap();
        let found = |known: Vec<Plan>| common_state((&copy, &first), &file, None, known);
        assert_eq!(found(vec![ours.clone(), old.clone()]), Some(old.clone()));
        assert_eq!(found(vec![ours.clone(), old, first.clone()]), Some(first.clone()));
        assert_eq!(found(vec![ours, Template::Wtdc25.begin()]), None, "no state of another plan");
    }

    #[test]
    fn what_is_put_aside_is_no_copy_any_more_and_takes_nobodys_name() {
        let folder = tempfile::tempdir().unwrap();
        let plan = Template::TwoDays.begin();
        let [file, copy] = ["plan.ron", "plan (1).ron"].map(|name| folder.path().join(name));
        for _ in 0..3 {
            fs::write(&copy, text(&plan)).unwrap();
            let aside = put_copy_aside(&copy).unwrap();
            assert_eq!(fs::read_to_string(aside).unwrap(), text(&plan));
            assert_eq!(copies_beside(&file, plan.header().identity.unwrap()), [] as [PathBuf; 0]);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }
}

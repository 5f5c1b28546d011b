//! What releases hold: whole plans, each in a file of its own in a folder beside the plan. A plan of many releases is so no
//! slower to open and to merge than one without, and each can be read, compared and kept under version control by
//! itself. The row of a release knows the fingerprint of its file, so that it is noticed if that was changed.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::mark::FileMark;
use super::read::{bytes_of, read_plan};
use super::{Problem, ReadError, SaveError, disk, plan_text, write::write_handout};
use crate::model::{Plan, Release};

/// Why what a release holds can not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReleaseError {
    /// There is no such file beside the plan; it may have been sent without it.
    Missing(PathBuf),
    /// Somebody has changed the file.
    Changed(PathBuf),
    /// The file can not be read.
    Read(PathBuf, ReadError),
}

/// The folder of the releases of the plan in a file: `wtdc-25.releases` for `wtdc-25.ron`.
#[must_use]
pub fn releases_folder(plan: &Path) -> PathBuf {
    let mut name = plan.file_stem().map(OsString::from).unwrap_or_default();
    name.push(".releases");
    plan.with_file_name(name)
}

/// The file of a release of the plan in a file: `wtdc-25.releases/rev-3.ron`.
#[must_use]
pub fn release_file(plan: &Path, number: u32) -> PathBuf {
    releases_folder(plan).join(format!("rev-{number}.ron"))
}

/// Keeps what a release of the plan at `plan` holds, and gives the fingerprint of its file. A file that is there already and
/// holds something else stays beside it as a backup: it belongs to nothing, or to somebody else's release.
///
/// # Errors
/// [`SaveError`]; no release that was there before is changed.
pub fn keep_release(plan: &Path, number: u32, held: &Plan) -> Result<String, SaveError> {
    let folder = releases_folder(plan);
    disk::create_dir_all(&folder).map_err(|error| SaveError::from(&error))?;
    let file = release_file(plan, number);
    let mark = super::save_plan(held, &file)?;
    Ok(mark.to_string())
}

/// Reads what a release of the plan at `plan` holds.
///
/// # Errors
/// [`ReleaseError`] where it is not there, or not as it was released.
pub fn read_release(plan: &Path, release: &Release) -> Result<Plan, ReleaseError> {
    let file = release_file(plan, release.number);
    let bytes = match bytes_of(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.problem == Problem::NotFound => return Err(ReleaseError::Missing(file)),
        Err(error) => return Err(ReleaseError::Read(file, error)),
    };
    // Tools of version control may write other line ends.
    let plain = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
    if FileMark::of(plain.as_bytes()).to_string() != release.content {
        return Err(ReleaseError::Changed(file));
    }
    read_plan(&bytes).map_err(|error| ReleaseError::Read(file, error))
}

/// Copies what the releases of a plan hold to where it is saved now; what is not there is left out, and what is at the new
/// place already stays.
///
/// # Errors
/// [`SaveError`] where one can not be written.
pub fn copy_releases(from: &Path, to: &Path, plan: &Plan) -> Result<(), SaveError> {
    if releases_folder(from) == releases_folder(to) {
        return Ok(());
    }
    for release in plan.releases().iter() {
        let target = release_file(to, release.number);
        let Ok(held) = read_release(from, release) else { continue };
        if target.exists() {
            continue;
        }
        disk::create_dir_all(&releases_folder(to)).map_err(|error| SaveError::from(&error))?;
        write_handout(&target, plan_text(&held).as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;
    use crate::store::disk::failing;

    fn release(number: u32, content: &str) -> Release {
        Release {
            id: "rev-3".parse().unwrap(),
            number,
            made: chrono::NaiveDate::from_ymd_opt(2025, 11, 19).unwrap(),
            label: String::new(),
            note: String::new(),
            by: String::new(),
            stage: crate::model::ReleaseStage::Draft,
            body: None,
            meeting: None,
            approved: None,
            symbol: String::new(),
            issued: None,
            content: content.to_owned(),
        }
    }

    #[test]
    fn what_was_kept_comes_back_and_a_change_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let (file, plan) = (folder.path().join("plan.ron"), Template::TwoDays.plan());
        let content = keep_release(&file, 3, &plan).unwrap();
        assert_eq!(read_release(&file, &release(3, &content)), Ok(plan.clone()));
        let missing = release_file(&file, 4);
        assert_eq!(read_release(&file, &release(4, &content)), Err(ReleaseError::Missing(missing)));
        let held = release_file(&file, 3);
        let text = std::fs::read_to_string(&held).unwrap();
        std::fs::write(&held, text.replace('\n', "\r\n")).unwrap();
        assert_eq!(read_release(&file, &release(3, &content)), Ok(plan), "other line ends are no change");
        std::fs::write(&held, text.replace("Keynote", "Keynotes")).unwrap();
        assert_eq!(read_release(&file, &release(3, &content)), Err(ReleaseError::Changed(held)));
    }

    #[test]
    fn releases_come_along_when_the_plan_is_saved_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("plan.ron"), folder.path().join("copy.ron"));
        let mut plan = Template::TwoDays.plan();
        let content = keep_release(&from, 3, &plan).unwrap();
        let (mut patch, held) = (crate::model::Patch::default(), plan.clone());
        patch.put(&plan, release(3, &content));
        plan.apply(&patch).unwrap();
        copy_releases(&from, &to, &plan).unwrap();
        assert_eq!(read_release(&to, &release(3, &content)), Ok(held));
    }

    #[test]
    fn whatever_fails_leaves_the_old_one_or_the_new_one_and_can_be_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("plan.ron");
        let (old, new) = (Template::TwoDays.plan(), Template::Blank.plan());
        let content = keep_release(&file, 1, &old).unwrap();
        for well in 0.. {
            let (kept, failed) = failing::after(well, || keep_release(&file, 2, &new));
            assert_eq!(read_release(&file, &release(1, &content)).as_ref(), Ok(&old), "after {well} calls");
            match kept {
                Ok(content) => assert_eq!(read_release(&file, &release(2, &content)).as_ref(), Ok(&new)),
                Err(_) => assert!(failed, "after {well} calls"),
            }
            let again = keep_release(&file, 2, &new).unwrap();
            assert_eq!(read_release(&file, &release(2, &again)).as_ref(), Ok(&new));
            std::fs::remove_file(release_file(&file, 2)).unwrap();
            if !failed {
                break;
            }
        }
    }
}

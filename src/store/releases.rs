//! What releases hold: whole plans, each in a file of its own in a folder beside the plan. A plan of many releases is so no
//! slower to open and to merge than one without, and each can be read, compared and kept under version control by
//! itself. The row of a release knows the fingerprint of its file, so that it is noticed if that was changed.
//!
//! The name of a file has a part of the fingerprint in it. So two people who both make Rev. 4 never write over one another, in a
//! shared folder as in a repository, and no tool takes the two for states of one file.

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

/// The file of a release of the plan in a file: `wtdc-25.releases/rev-3-5c1f09ab.ron`. A release that does not say what it
/// holds has none that could be there: `rev-3.ron`.
#[must_use]
pub fn release_file(plan: &Path, release: &Release) -> PathBuf {
    // What stands in a plan file is not trusted with a name.
    match release.content.parse() {
        Ok(mark) => file_of(plan, release.number, mark),
        Err(()) => releases_folder(plan).join(format!("rev-{}.ron", release.number)),
    }
}

fn file_of(plan: &Path, number: u32, mark: FileMark) -> PathBuf {
    releases_folder(plan).join(format!("rev-{number}-{:.8}.ron", mark.to_string()))
}

/// Keeps what a release of the plan at `plan` holds, and gives the fingerprint of its file.
///
/// # Errors
/// [`SaveError`]; no release that was there before is changed.
pub fn keep_release(plan: &Path, number: u32, held: &Plan) -> Result<String, SaveError> {
    disk::create_dir_all(&releases_folder(plan)).map_err(|error| SaveError::from(&error))?;
    let file = file_of(plan, number, FileMark::of(plan_text(held).as_bytes()));
    let mark = super::save_plan(held, &file)?;
    Ok(mark.to_string())
}

/// Reads what a release of the plan at `plan` holds.
///
/// # Errors
/// [`ReleaseError`] where it is not there, or not as it was released.
pub fn read_release(plan: &Path, release: &Release) -> Result<Plan, ReleaseError> {
    let bytes = bytes_of_release(plan, release)?;
    read_plan(&bytes).map_err(|error| ReleaseError::Read(release_file(plan, release), error))
}

/// What stands in the file of a release, if that is what was released, with the line ends that it had then.
fn bytes_of_release(plan: &Path, release: &Release) -> Result<Vec<u8>, ReleaseError> {
    let file = release_file(plan, release);
    let bytes = match bytes_of(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.problem == Problem::NotFound => return Err(ReleaseError::Missing(file)),
        Err(error) => return Err(ReleaseError::Read(file, error)),
    };
    // Tools of version control may write other line ends.
    let plain = String::from_utf8_lossy(&bytes).replace("\r\n", "\n").into_bytes();
    if FileMark::of(&plain).to_string() == release.content { Ok(plain) } else { Err(ReleaseError::Changed(file)) }
}

/// Copies what the releases of a plan hold to where it is saved now; what is not there, or is not any more what was released,
/// is left out.
///
/// # Errors
/// [`SaveError`] where one can not be written.
pub fn copy_releases(from: &Path, to: &Path, plan: &Plan) -> Result<(), SaveError> {
    if super::is_same_file(&releases_folder(from), &releases_folder(to)) {
        return Ok(());
    }
    for release in plan.releases().iter() {
        let Ok(bytes) = bytes_of_release(from, release) else { continue };
        disk::create_dir_all(&releases_folder(to)).map_err(|error| SaveError::from(&error))?;
        write_handout(&release_file(to, release), &bytes)?;
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
        let missing = release_file(&file, &release(4, &content));
        assert_eq!(read_release(&file, &release(4, &content)), Err(ReleaseError::Missing(missing)));
        let held = release_file(&file, &release(3, &content));
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
    fn two_who_make_the_same_release_do_not_write_over_one_another() {
        let folder = tempfile::tempdir().unwrap();
        let (file, plans) = (folder.path().join("plan.ron"), [Template::TwoDays.plan(), Template::Blank.plan()]);
        let kept = plans.each_ref().map(|plan| keep_release(&file, 4, plan).unwrap());
        for (content, plan) in kept.iter().zip(&plans) {
            assert_eq!(read_release(&file, &release(4, content)).as_ref(), Ok(plan));
        }
        let kept = std::fs::read_dir(releases_folder(&file)).unwrap().count();
        assert_eq!(kept, 2, "no backup of the one in the place of the other");
    }

    #[test]
    fn what_a_plan_says_of_its_releases_leads_out_of_no_folder() {
        let plan = Path::new("plan.ron");
        for odd in ["", "../../../etc/passwd", "/etc/passwd", &"../".repeat(21), "nul"] {
            let file = release_file(plan, &release(7, odd));
            assert_eq!(file, Path::new("plan.releases/rev-7.ron"), "{odd}");
            assert!(read_release(plan, &release(7, odd)).is_err());
        }
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
            std::fs::remove_file(release_file(&file, &release(2, &again))).unwrap();
            if !failed {
                break;
            }
        }
    }

    #[test]
    fn copying_can_fail_at_every_call_and_be_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("plan.ron"), folder.path().join("copy.ron"));
        let held = Template::TwoDays.plan();
        let release = release(3, &keep_release(&from, 3, &held).unwrap());
        let (mut patch, mut plan) = (crate::model::Patch::default(), held.clone());
        patch.put(&plan, release.clone());
        plan.apply(&patch).unwrap();
        for well in 0.. {
            let (copied, failed) = failing::after(well, || copy_releases(&from, &to, &plan));
            let there = read_release(&to, &release);
            let missing = ReleaseError::Missing(release_file(&to, &release));
            assert!(there == Ok(held.clone()) || there == Err(missing), "after {well} calls");
            assert!(copied.is_ok() || failed, "after {well} calls");
            copy_releases(&from, &to, &plan).unwrap();
            assert_eq!(read_release(&to, &release).as_ref(), Ok(&held));
            std::fs::remove_dir_all(releases_folder(&to)).unwrap();
            if !failed {
                break;
            }
        }
    }
}

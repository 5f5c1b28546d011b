//! What git knows of the file of a plan, where it is in a repository and there is a git at all.

use std::path::Path;
use std::process::{Command, Stdio};

/// So many revisions are listed.
const MOST: &str = "60";

/// A revision of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its name in the repository.
    pub hash: String,
    /// The day on which it was made, `2025-11-19`.
    pub day: String,
    /// The first line of what was said about it.
    pub subject: String,
}

/// The revisions in which the file changed, the newest first; none where git knows nothing of it.
#[must_use]
pub fn revisions(file: &Path) -> Vec<Revision> {
    let listed = git(file, &["log", "-n", MOST, "--format=%H%x1f%cs%x1f%s", "--"], true);
    let text = listed.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let revision = |line: &str| {
        let mut parts = line.splitn(3, '\u{1f}').map(str::to_owned);
        Some(Revision { hash: parts.next()?, day: parts.next()?, subject: parts.next()? })
    };
    text.lines().filter_map(revision).collect()
}

/// What the file held in a revision.
#[must_use]
pub fn content(file: &Path, revision: &Revision) -> Option<Vec<u8>> {
    // What stands in the place of a revision never begins with a dash, which would be an option.
    let is_hash = !revision.hash.is_empty() && revision.hash.chars().all(|c| c.is_ascii_hexdigit());
    let name = file.file_name()?.to_str()?;
    git(file, &["show", &format!("{}:./{name}", revision.hash)], false).filter(|_| is_hash)
}

/// Asks git in the folder of the file, at the end also with the name of the file.
fn git(file: &Path, words: &[&str], with_name: bool) -> Option<Vec<u8>> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(words).stdin(Stdio::null()).stderr(Stdio::null());
    command.env("GIT_OPTIONAL_LOCKS", "0");
    if with_name {
        command.arg(file.file_name()?);
    }
    let output = command.output().ok()?;
    output.status.success().then_some(output.stdout)
}

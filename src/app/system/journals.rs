//! Where this user's journals are, and the clock that dates them.

use std::path::PathBuf;

use chrono::{DateTime, Local, NaiveDateTime, Utc};

/// How the desk keeps journals.
#[derive(Clone, Debug)]
pub struct Journals {
    /// The user's own folder, for plans without a file and for folders that can not be written.
    pub folder: Option<PathBuf>,
    /// The user's own folder for earlier states of plans.
    pub backups: Option<PathBuf>,
    /// The clock.
    pub now: fn() -> DateTime<Utc>,
}

impl Journals {
    /// Those of the user who runs the program.
    #[must_use]
    pub fn of_user() -> Self {
        let within = |name: &str| user_folder().map(|folder| folder.join(name));
        Self { folder: within("journals"), backups: within("backups"), now: Utc::now }
    }
}

/// The folder for what the program keeps for this user.
fn user_folder() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "plenary")?.data_local_dir().to_owned())
}

/// A moment on the clock of this computer.
#[must_use]
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Local).naive_local()
}

//! Files that are being read and written while the window goes on.

use std::path::PathBuf;

use crate::app::system::dialogs::Then;
use crate::app::system::tasks::Task;
use crate::edit::SavePoint;
use crate::model::Plan;
use crate::store::{FileMark, ReadError, SaveError};
use crate::workbench::{Generation, Workbench};

use super::merging::Merging;
use super::releasing::{OpeningRelease, Releasing};

/// What the desk waits for.
#[derive(Default)]
pub(super) struct Pending {
    pub opening: Option<Opening>,
    pub saving: Option<Saving>,
    /// The file that is being read to be merged.
    pub merging: Option<Merging>,
    /// A release is being kept, or moved on.
    pub releasing: Option<Releasing>,
    /// What a release holds is being read to be opened.
    pub opening_release: Option<OpeningRelease>,
    /// Saving was asked for once more while it was going on.
    pub save_again: Option<(PathBuf, Option<Then>)>,
    /// What was asked for while the plan was being saved.
    pub when_saved: Option<Then>,
    /// The window closes as soon as nothing is being written any more.
    pub quits_when_done: bool,
    /// The window closes, whatever is unsaved.
    pub quits: bool,
    /// What was saved is being kept among the earlier states.
    pub backing_up: Option<Task<Result<(), SaveError>>>,
    /// The window closes because the system ends the program.
    pub is_interrupted: bool,
}

/// A plan that is being read and judged.
pub(super) struct Opening {
    pub path: PathBuf,
    /// The state of the plan that it was to take the place of.
    pub from: Generation,
    pub task: Task<Result<(Workbench, FileMark), ReadError>>,
}

/// A plan that is being saved.
pub(super) struct Saving {
    pub path: PathBuf,
    /// The state that will be safe.
    pub point: SavePoint,
    /// The plan in that state.
    pub plan: Plan,
    /// What is to be done once it is.
    pub then: Option<Then>,
    pub task: Task<Result<FileMark, SaveError>>,
}

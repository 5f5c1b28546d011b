//! Plan files: reading them with care, writing them without ever losing one.
//!
//! This floor knows nothing of screens and of the clock on the wall, and nothing of how a plan is edited or checked:
//! bytes come in and a whole [`Plan`](crate::model::Plan) comes out, or what is wrong and where, as data.

mod backups;
mod builtin;
mod copies;
mod disk;
mod draft;
mod holder;
pub mod journal;
mod locate;
mod mark;
mod miswritten;
mod read;
mod read_error;
mod releases;
mod saved;
mod version_1;
mod version_2;
mod write;

/// What the system says of a failure, without the number that is for programmers.
fn io_reason(error: &std::io::Error) -> String {
    let why = error.to_string();
    why.split_once(" (os error").map_or(&*why, |(why, _)| why).to_owned()
}

pub use backups::{Backup, backups, folder_of, keep_backup, read_backup};
pub use builtin::Template;
pub use copies::{common_state, copies_beside, put_copy_aside, read_copy};
pub use draft::remove_abandoned_drafts;
pub use holder::{BEAT, Held, Hold, Holder, hold, take};
pub use locate::Part;
pub use mark::FileMark;
pub use miswritten::{Expected, Miswritten};
pub use read::{MAX_FILE_BYTES, open_marked, open_plan, read_marked, read_plan};
pub use read_error::{Place, Problem, ReadError};
pub use releases::{ReleaseError, copy_releases, keep_release, read_release, release_file, releases_folder};
pub use saved::MAX_TABLE_ROWS;
pub use version_1::scalars::{MAX_LIST_ENTRIES, MAX_TEXT_CHARS};
pub use version_2::VERSION;
pub use write::{SaveError, backup_path, is_same_file, plan_json, plan_text, save_plan, save_plan_over, write_handout};

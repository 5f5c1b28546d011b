//! Plan files: reading them with care, writing them without ever losing one.
//!
//! This floor knows nothing of screens and of the clock on the wall, and nothing of how a plan is edited or checked:
//! bytes come in and a whole [`Plan`](crate::model::Plan) comes out, or one sentence that says what is wrong and where.

mod builtin;
mod locate;
mod phrase;
mod read;
mod read_error;
mod version_1;
mod write;

pub use builtin::Template;
pub use read::{MAX_FILE_BYTES, open_plan, read_plan};
pub use read_error::{Place, Problem, ReadError};
pub use version_1::{MAX_LIST_ENTRIES, MAX_TABLE_ROWS, MAX_TEXT_CHARS};
pub use write::{SaveError, backup_path, plan_json, plan_text, save_plan, write_handout};

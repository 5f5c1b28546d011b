//! The plan that a command is about.

use std::io::Read as _;
use std::path::Path;

use crate::model::Plan;
use crate::store::{MAX_FILE_BYTES, Template, open_plan, read_plan};

/// A plan, and what it is called in a message.
pub struct Input {
    /// The name of the file.
    pub name: String,
    /// The plan.
    pub plan: Plan,
}

/// The plan in `file`; the one that comes on standard input for `-`, the built-in one for none.
///
/// # Errors
/// One sentence that begins with the name of the file.
pub fn open(file: Option<&Path>) -> Result<Input, String> {
    let (name, plan) = match file {
        None => ("built-in plan".to_owned(), Ok(Template::Wtdc25.plan())),
        Some(file) if file.as_os_str() == "-" => {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes);
            read.map_err(|error| format!("standard input can not be read: {error}"))?;
            ("standard input".to_owned(), read_plan(&bytes))
        }
        Some(file) => (file.display().to_string(), open_plan(file)),
    };
    match plan {
        Ok(plan) => Ok(Input { name, plan }),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

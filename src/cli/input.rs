//! The plan that a command is about.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::sides::{release_of, released};
use crate::model::Plan;
use crate::store::{MAX_FILE_BYTES, Problem, Template, open_marked, read_marked};
use crate::texts::{Texts, Value, errors};

/// A plan, and where it comes from.
pub struct Input {
    /// What it is called in a message.
    pub name: String,
    /// The plan.
    pub plan: Plan,
    /// The file that it stands in.
    pub file: Option<PathBuf>,
}

/// The plan in `file`; the one that comes on standard input for `-`, the built-in one for none.
///
/// # Errors
/// One sentence of `texts` that begins with the name of the file.
pub fn open(file: Option<&Path>, texts: &Texts) -> Result<Input, String> {
    let (name, plan, file) = match file {
        None => (texts.text("cli-built-in").to_owned(), Ok(Template::Wtdc25.plan()), None),
        Some(file) if file.as_os_str() == "-" => {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes);
            let plan = read.map_err(|error| Problem::Io(error.to_string()).into()).and_then(|_| read_marked(&bytes));
            // A file may have been led here.
            (texts.text("cli-standard-input").to_owned(), plan.map(|(plan, _)| plan), Some(PathBuf::from("/dev/stdin")))
        }
        Some(file) if let Some((plan, number)) = released(file) => {
            let name = file.display().to_string();
            let plan = release_of(&plan, number, texts).map_err(|why| {
                texts.text_with("about-file", &[("file", Value::from(&name)), ("why", Value::from(&why))])
            })?;
            return Ok(Input { name, plan, file: None });
        }
        Some(file) => (file.display().to_string(), open_marked(file).map(|(plan, _)| plan), Some(file.to_owned())),
    };
    match plan {
        Ok(plan) => Ok(Input { name, plan, file }),
        Err(error) => {
            let why = errors::read_error(texts, &error);
            Err(texts.text_with("about-file", &[("file", Value::from(&name)), ("why", Value::from(&why))]))
        }
    }
}

//! Plans that are written where somebody asked for them.

use std::fs;
use std::path::Path;

use super::sides::about;
use super::terminal;
use crate::model::Plan;
use crate::store::{SaveError, plan_json, plan_text, read_plan, write_handout};
use crate::texts::{Texts, errors};

/// Whether a file is standard output; then nothing else is said there.
pub(super) fn is_standard(output: &Path) -> bool {
    output.as_os_str() == "-"
}

/// Writes a plan, all of it or nothing, in the form that another file has: no backup is left.
///
/// # Errors
/// One sentence, with nothing written.
pub(super) fn write_plan(plan: &Plan, output: &Path, like: Option<&Path>, texts: &Texts) -> Result<(), String> {
    let is_json = output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
        || like.and_then(|file| fs::read(file).ok()).is_some_and(|bytes| bytes.trim_ascii_start().starts_with(b"{"));
    let text = if is_json { plan_json(plan) } else { plan_text(plan) };
    let failed = |why: String| about(output, &why, texts);
    let again = read_plan(text.as_bytes()).map_err(|error| failed(errors::read_error(texts, &error)))?;
    if again != *plan {
        return Err(failed(errors::save_error(texts, &SaveError::Lossy)));
    }
    if is_standard(output) {
        return terminal::write(text.as_bytes());
    }
    write_handout(output, text.as_bytes()).map_err(|error| failed(errors::save_error(texts, &error)))
}

//! Several files of one plan.

use std::fs;
use std::path::Path;

use crate::model::{Header, Plan, zone::Tz};
use crate::store::open_plan;
use crate::texts::{Texts, Value as Word, errors};

/// The plan in a file, as it stands there. A file without a byte, or none at all that is called so, is a plan without
/// rows: that is what git has where one side has no file.
pub fn open(file: &Path, texts: &Texts) -> Result<Plan, String> {
    let is_nothing =
        file == Path::new("/dev/null") || fs::metadata(file).is_ok_and(|found| found.is_file() && found.len() == 0);
    if is_nothing {
        return Ok(Plan::new(Header::in_zone(Tz::UTC)));
    }
    open_plan(file).map_err(|error| about(file, &errors::read_error(texts, &error), texts))
}

/// A sentence about a file.
pub fn about(file: &Path, why: &str, texts: &Texts) -> String {
    let name = file.display().to_string();
    texts.text_with("about-file", &[("file", Word::from(&name)), ("why", Word::from(why))])
}

/// Refuses files of different plans.
pub fn one_plan(sides: &[(&Path, &Plan)], texts: &Texts) -> Result<(), String> {
    let mut known = sides.iter().filter_map(|(file, plan)| Some((file, plan.header().identity?)));
    let Some((first, identity)) = known.next() else { return Ok(()) };
    let other = known.find(|&(_, other)| other != identity);
    other.map_or(Ok(()), |(file, _)| {
        let first = first.display().to_string();
        let why = texts.text_with("cli-other-plan", &[("other", Word::from(&first))]);
        Err(about(file, &why, texts))
    })
}

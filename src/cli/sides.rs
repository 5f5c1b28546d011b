//! Several files of one plan.

use std::fs;
use std::path::{Path, PathBuf};

use crate::merge::are_related;
use crate::model::{Header, Plan, zone::Tz};
use crate::store::{open_plan, read_release};
use crate::texts::{Texts, Value as Word, errors, tid};

/// The plan in a file, as it stands there. A file without a byte, or none at all that is called so, is a plan without
/// rows: that is what git has where one side has no file.
pub fn open(file: &Path, texts: &Texts) -> Result<Plan, String> {
    let is_nothing =
        file == Path::new("/dev/null") || fs::metadata(file).is_ok_and(|found| found.is_file() && found.len() == 0);
    if is_nothing {
        return Ok(Plan::new(Header::in_zone(Tz::UTC)));
    }
    if let Some((plan, number)) = released(file) {
        return release_of(&plan, number, texts).map_err(|why| about(file, &why, texts));
    }
    open_plan(file).map_err(|error| about(file, &errors::read_error(texts, &error), texts))
}

/// The plan and the number of a release that is written `plan.ron@3`, unless a file is called so.
pub fn released(file: &Path) -> Option<(PathBuf, u32)> {
    let (plan, number) = file.to_str()?.rsplit_once('@')?;
    let number = number.parse().ok()?;
    (!file.exists()).then(|| (PathBuf::from(plan), number))
}

/// What a release of the plan in a file holds.
pub fn release_of(file: &Path, number: u32, texts: &Texts) -> Result<Plan, String> {
    let plan = open_plan(file).map_err(|error| errors::read_error(texts, &error))?;
    let release =
        plan.release(number).ok_or_else(|| texts.text_with("cli-no-release", &[("number", Word::from(number))]))?;
    read_release(file, release).map_err(|error| errors::release_error(texts, &error))
}

/// A sentence about a file.
pub fn about(file: &Path, why: &str, texts: &Texts) -> String {
    let name = file.display().to_string();
    texts.text_with("about-file", &[("file", Word::from(&name)), ("why", Word::from(why))])
}

/// Refuses files of different plans: of another identity, or without one and without a row in common.
pub fn one_plan(sides: &[(&Path, &Plan)], texts: &Texts) -> Result<(), String> {
    let refused = |file: &Path, first: &Path, id: &'static str| {
        let first = first.display().to_string();
        Err(about(file, &texts.text_with(id, &[("other", Word::from(&first))]), texts))
    };
    let mut known = sides.iter().filter_map(|(file, plan)| Some((file, plan.header().identity?)));
    if let Some((first, identity)) = known.next()
        && let Some((file, _)) = known.find(|&(_, other)| other != identity)
    {
        return refused(file, first, tid("cli-other-plan"));
    }
    let Some(((first, plan), others)) = sides.split_first() else { return Ok(()) };
    match others.iter().find(|(_, other)| !are_related(plan, other)) {
        Some((file, _)) => refused(file, first, tid("cli-unrelated")),
        None => Ok(()),
    }
}

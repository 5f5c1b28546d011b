//! `plenary merge`: two copies of a plan in one, as a merge driver of git.

use std::path::PathBuf;

use super::named;
use super::output::{is_standard, write_plan};
use super::sides::{one_plan, open};
use super::terminal::harmless;
use crate::merge::{Clash, Conflict, Merged, Subject, conflicts, merge};
use crate::model::Language;
use crate::texts::differences::Told;
use crate::texts::{Texts, Value, tid};

pub(super) const EXAMPLES: &str = "\
Examples:
  plenary merge base.ron mine.ron theirs.ron -o merged.ron
  git config merge.plenary.driver 'plenary merge %O %A %B -o %A'";

/// What to merge, and where to write it.
#[derive(Debug, clap::Args)]
pub struct MergeArguments {
    /// The plan that both began from.
    pub base: PathBuf,
    /// The plan here.
    pub ours: PathBuf,
    /// The plan there.
    pub theirs: PathBuf,
    /// Where to write the merged plan, or - for standard output; it may be one of the three.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Language of the sentences: en or ru.
    #[arg(long, default_value = "en", value_parser = named::screen_language)]
    pub lang: Language,
}

/// What `plenary merge` says, and its exit status: 0 nothing is to be decided, 1 something is.
///
/// # Errors
/// One sentence, with nothing written.
pub fn merge_files(request: &MergeArguments) -> Result<(String, u8), String> {
    let texts = Texts::new(request.lang);
    let [base, ours, theirs] = [&request.base, &request.ours, &request.theirs];
    let sides = [open(base, &texts)?, open(ours, &texts)?, open(theirs, &texts)?];
    one_plan(&[(base, &sides[0]), (ours, &sides[1]), (theirs, &sides[2])], &texts)?;
    let Merged { plan: merged, renamed, .. } = merge(&sides[0], &sides[1], &sides[2]);
    // No backup is left: git has it.
    write_plan(&merged, &request.output, Some(&request.ours), &texts)?;
    let open = conflicts(&merged);
    let told = Told::new(&texts, &sides[2], &merged);
    let lines = open.iter().map(|conflict| line(&texts, &told, conflict));
    let head = match open.len() {
        0 => texts.text("cli-merged").to_owned(),
        count => texts.text_with("cli-conflicts", &[("count", count.into())]),
    };
    // What both made has the name now that it had here.
    let twice = renamed.values().filter(|&&row| sides[1].contains(row));
    let twice = twice.map(|&row| {
        let name = told.subject(Subject::Row(row));
        texts.text_with("cli-made-twice", &[("row", Value::from(&name))])
    });
    let lines: Vec<String> = std::iter::once(head).chain(twice).chain(lines).map(|line| harmless(&line)).collect();
    let told = if is_standard(&request.output) { String::new() } else { lines.join("\n") };
    Ok((told, u8::from(!open.is_empty())))
}

fn line(texts: &Texts, told: &Told<'_>, conflict: &Conflict) -> String {
    let row = told.subject(conflict.subject);
    let id = match &conflict.clash {
        Clash::Field { spot: at, .. } => {
            let field = told.field(at);
            return texts
                .text_with("cli-conflict-field", &[("row", Value::from(&row)), ("field", Value::from(&field))]);
        }
        Clash::RemovedThere => tid("cli-conflict-removed-there"),
        Clash::RemovedHere => tid("cli-conflict-removed-here"),
        Clash::New => tid("cli-conflict-new"),
    };
    texts.text_with(id, &[("row", Value::from(&row))])
}

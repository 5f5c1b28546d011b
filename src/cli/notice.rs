//! `plenary notice`: what is different between two states of a plan, to be handed out.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use super::output::is_standard;
use super::sides::{about, one_plan, release_of, released};
use super::{export, named, terminal};
use crate::exchange::notice::{self, NoticeFormat, NoticeOptions};
use crate::exchange::{Handout, NotWritten, Paper, Target, errors, write_files};
use crate::model::{CivilTime, Language, Plan, zone};
use crate::store::{is_same_file, open_plan};
use crate::texts::Texts;
use crate::texts::errors::read_error;

pub(super) const EXAMPLES: &str = "\
Examples:
  plenary notice rev3.ron rev4.ron -o notice.pdf
  plenary notice plan.ron@3 plan.ron -o notice.docx --languages en,fr,ar --date 2025-11-20T18:20
  plenary notice plan.ron@3 plan.ron@4 --to txt -o - --languages ru";

/// What to compare, and how to hand it out.
#[derive(Debug, clap::Args)]
pub struct NoticeArguments {
    /// The plan as it was announced: a file, or a release of the plan in it, such as plan.ron@3.
    pub before: PathBuf,
    /// The plan as it is now.
    pub after: PathBuf,
    /// Where it goes: a file, - for standard output.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// The form: pdf, docx, html, xlsx, md, txt; the one that OUT ends like if left out.
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub to: Option<NoticeFormat>,
    /// Languages side by side, the leading one first: en, fr, es, ru, zh, ar; the plan's own if left out.
    #[arg(long, value_delimiter = ',', value_parser = named::language)]
    pub languages: Vec<Language>,
    /// When it is issued, on the clock of the plan; now if left out. Meetings over by then are marked.
    #[arg(long, value_name = "YYYY-MM-DD[THH:MM]", value_parser = moment)]
    pub date: Option<CivilTime>,
    /// Say who asked for each change, and who decided it.
    #[arg(long)]
    pub names: bool,
    /// The sheet of paper.
    #[arg(long, default_value = "a4", value_parser = export::paper_parser())]
    pub paper: Paper,
}

/// Does what `plenary notice` is asked for.
///
/// # Errors
/// One sentence; what stood at OUT before is still there.
pub fn notice(arguments: &NoticeArguments) -> Result<(), String> {
    let texts = Texts::new(Language::English);
    let NoticeArguments { before, after, output, .. } = arguments;
    let ending = output.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let format = arguments.to.or_else(|| NoticeFormat::of_extension(ending));
    let format = format.ok_or("name the form with --to: pdf, docx, html, xlsx, md or txt")?;
    let open = |file: &Path| {
        let opened = match released(file) {
            Some((plan, number)) => release_of(&plan, number, &texts),
            None => open_plan(file).map_err(|error| read_error(&texts, &error)),
        };
        opened.map_err(|why| about(file, &why, &texts))
    };
    let plans = [open(before)?, open(after)?];
    one_plan(&[(before, &plans[0]), (after, &plans[1])], &texts)?;
    let options = NoticeOptions {
        languages: arguments.languages.clone(),
        kept: [kept(before), kept(after)],
        with_records: arguments.names,
        paper: arguments.paper,
        ..NoticeOptions::new(format, issued(arguments.date, &plans[1]))
    };
    let made = notice::export(&plans[0], &plans[1], &options);
    let bytes = made.map_err(|error| errors::export_error(&texts, &error))?;
    if is_standard(output) {
        return terminal::write(&bytes);
    }
    let files = [before, after].map(|side| released(side).map_or_else(|| side.clone(), |(plan, _)| plan));
    let written = match files.into_iter().find(|plan| is_same_file(plan, output)) {
        Some(plan) => Err(NotWritten::IsPlan(plan)),
        None => {
            write_files(output, &[Handout::new(format!("notice.{}", format.extension()), bytes)], Target::File, None)
        }
    };
    written.map_err(|error| errors::not_written(&texts, &error))
}

/// When it is issued.
fn issued(date: Option<CivilTime>, plan: &Plan) -> DateTime<Utc> {
    date.map_or_else(Utc::now, |date| zone::instant(date, plan.header().zone))
}

/// When a file was last written. A release is told by its number.
fn kept(file: &Path) -> Option<DateTime<Utc>> {
    std::fs::metadata(file).and_then(|found| found.modified()).ok().map(DateTime::from)
}

fn format(typed: &str) -> Result<NoticeFormat, String> {
    NoticeFormat::of_extension(typed).ok_or_else(|| "a form is pdf, docx, html, xlsx, md or txt".to_owned())
}

/// A day, or a day and a time.
fn moment(typed: &str) -> Result<CivilTime, String> {
    let day = || typed.parse::<NaiveDate>().ok().filter(|&day| CivilTime::has_day(day)).map(CivilTime::midnight);
    typed.parse().ok().or_else(day).ok_or_else(|| "a date is written like 2025-11-20 or 2025-11-20T18:20".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_or_a_day_and_a_time() {
        assert_eq!(moment("2025-11-20").unwrap().to_string(), "2025-11-20T00:00");
        assert_eq!(moment("2025-11-20T18:20").unwrap().to_string(), "2025-11-20T18:20");
        for wrong in ["", "20.11.2025", "2025-11-20T25:00", "9999-01-01"] {
            assert!(moment(wrong).is_err(), "{wrong}");
        }
    }
}

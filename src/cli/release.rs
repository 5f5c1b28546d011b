//! `plenary release`: making releases of a plan, and moving them on until they are issued.

use std::path::PathBuf;

use chrono::{NaiveDate, Utc};
use clap::ValueEnum;

use super::named;
use super::sides::about;
use super::terminal::harmless;
use crate::edit::releases::{held, moved_on, new_release};
use crate::edit::{Command, Refusal, resolve};
use crate::model::{CivilTime, Language, Plan, Release, ReleaseStage, SessionId};
use crate::store::{self, FileMark, keep_release, open_marked, save_plan_over};
use crate::texts::{Texts, Value, errors, names};

pub(super) const EXAMPLES: &str = "\
Examples:
  plenary release plan.ron --label 'after the first plenary' --by 'Secretariat'
  plenary release plan.ron --number 3 --stage approved --body COM1 --meeting S15
  plenary release plan.ron --number 3 --stage issued --symbol 'WTDC-25/ADM/3(Rev.3)'
  plenary release plan.ron --list
  plenary diff plan.ron@3 plan.ron";

/// How far a release comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// The secretariat works on it.
    Draft,
    /// It lies before the steering committee.
    Submitted,
    /// The steering committee agreed.
    Approved,
    /// It is handed out.
    Issued,
}

/// What to release, or to move on.
#[derive(Debug, clap::Args)]
pub struct ReleaseArguments {
    /// The plan.
    pub file: PathBuf,
    /// List the releases and do nothing.
    #[arg(long, conflicts_with_all = ["number", "stage"])]
    pub list: bool,
    /// The release to move on; without it, the next one is made.
    #[arg(long, value_name = "N", requires = "stage")]
    pub number: Option<u32>,
    /// How far it comes.
    #[arg(long, value_enum)]
    pub stage: Option<Stage>,
    /// What it is called besides its number.
    #[arg(long, value_name = "TEXT", default_value = "", conflicts_with = "number")]
    pub label: String,
    /// What is to be known of it.
    #[arg(long, value_name = "TEXT", default_value = "", conflicts_with = "number")]
    pub note: String,
    /// Who makes it.
    #[arg(long, value_name = "NAME", default_value = "", conflicts_with = "number")]
    pub by: String,
    /// The day of it, such as 2025-11-20; today if left out.
    #[arg(long, value_name = "DAY")]
    pub date: Option<NaiveDate>,
    /// The body that approved it.
    #[arg(long, value_name = "BODY")]
    pub body: Option<String>,
    /// The meeting at which it was approved.
    #[arg(long, value_name = "ID", value_parser = named::session_id)]
    pub meeting: Option<SessionId>,
    /// The symbol of the document as which it is issued.
    #[arg(long, value_name = "SYMBOL", default_value = "")]
    pub symbol: String,
    /// Language of the sentences: en or ru.
    #[arg(long, default_value = "en", value_parser = named::screen_language)]
    pub lang: Language,
}

/// What `plenary release` says.
///
/// # Errors
/// One sentence, with the plan as it was.
pub fn release(request: &ReleaseArguments) -> Result<String, String> {
    let texts = Texts::new(request.lang);
    let refused = |why: &str| about(&request.file, why, &texts);
    let opened = open_marked(&request.file).map_err(|error| refused(&errors::read_error(&texts, &error)))?;
    if request.list {
        return Ok(list(&texts, &opened.0));
    }
    let today = request.date.unwrap_or_else(|| Utc::now().date_naive());
    let done = match request.number {
        Some(number) => move_on(request, &texts, opened, (number, today)),
        None => make(request, &texts, opened, today),
    };
    done.map_err(|why| refused(&why))
}

fn list(texts: &Texts, plan: &Plan) -> String {
    if plan.releases().is_empty() {
        return texts.text("cli-no-releases").to_owned();
    }
    let mut releases: Vec<_> = plan.releases().iter().collect();
    releases.sort_by_key(|release| release.number);
    releases.into_iter().map(|release| line(texts, release)).collect::<Vec<_>>().join("\n")
}

/// `Rev. 3 · issued · 2025-11-19 · WTDC-25/ADM/3(Rev.3) · after the first plenary`
fn line(texts: &Texts, release: &Release) -> String {
    let name = texts.text_with("release-name", &[("number", Value::from(release.number))]);
    let stage = texts.text(names::release_stage(release.stage)).to_owned();
    let parts = [name, stage, release.made.to_string(), release.symbol.clone(), release.label.clone()];
    harmless(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}

/// The time now in UTC, to the minute.
fn now() -> CivilTime {
    CivilTime::from_minutes(Utc::now().timestamp().div_euclid(60))
}

type Opened = (Plan, FileMark);

fn make(request: &ReleaseArguments, texts: &Texts, (plan, mark): Opened, today: NaiveDate) -> Result<String, String> {
    let mut release = Release {
        label: request.label.clone(),
        note: request.note.clone(),
        by: request.by.clone(),
        ..new_release(&plan, today)
    };
    stage_into(request, &plan, &mut release, today)?;
    let holds = held(&plan, &release);
    release.content =
        keep_release(&request.file, release.number, &holds).map_err(|error| errors::save_error(texts, &error))?;
    let told = line(texts, &release);
    let command = moved_on(&plan, release, &holds, now());
    save(request, texts, (plan, mark), &command)?;
    Ok(told)
}

fn move_on(
    request: &ReleaseArguments,
    texts: &Texts,
    (plan, mark): Opened,
    (number, today): (u32, NaiveDate),
) -> Result<String, String> {
    let unknown = || texts.text_with("cli-no-release", &[("number", Value::from(number))]);
    let mut release = Release::clone(plan.release(number).ok_or_else(unknown)?);
    let holds = store::read_release(&request.file, &release).map_err(|error| errors::release_error(texts, &error))?;
    stage_into(request, &plan, &mut release, today)?;
    let told = line(texts, &release);
    let command = moved_on(&plan, release, &holds, now());
    save(request, texts, (plan, mark), &command)?;
    Ok(told)
}

fn stage_into(request: &ReleaseArguments, plan: &Plan, release: &mut Release, today: NaiveDate) -> Result<(), String> {
    release.stage = match request.stage {
        None => return Ok(()),
        Some(Stage::Draft) => ReleaseStage::Draft,
        Some(Stage::Submitted) => ReleaseStage::Submitted,
        Some(Stage::Approved) => ReleaseStage::Approved,
        Some(Stage::Issued) => ReleaseStage::Issued,
    };
    if release.stage == ReleaseStage::Approved {
        release.body = request.body.as_deref().map(|typed| named::body(plan, typed)).transpose()?;
        (release.meeting, release.approved) = (request.meeting, Some(today));
    }
    if release.stage == ReleaseStage::Issued {
        (release.symbol, release.issued) = (request.symbol.clone(), Some(today));
    }
    Ok(())
}

fn save(request: &ReleaseArguments, texts: &Texts, (plan, mark): Opened, command: &Command) -> Result<(), String> {
    let mut plan = plan;
    let patch = resolve(&plan, command).map_err(|refusal| match refusal {
        Refusal::Patch(error) => errors::patch_error(texts, error),
        Refusal::Released => texts.text("cli-release-stays").to_owned(),
        _ => texts.text("cli-not-released").to_owned(),
    })?;
    plan.apply(&patch).map_err(|error| errors::patch_error(texts, error))?;
    let saved = save_plan_over(&plan, &request.file, mark);
    saved.map(|_| ()).map_err(|error| errors::save_error(texts, &error))
}

//! `plenary check`: what is wrong with a plan.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::Format;
use super::input::{self, Input};
use super::terminal::{harmless, harmless_json};
use crate::check::Checker;
use crate::exchange::errors::logo_left_out;
use crate::exchange::{logo_flaw, severity_word};
use crate::model::{Comment, Plan, Severity};
use crate::texts::{Texts, Value, dates, findings as findings_text, short, tid};

pub(super) const EXAMPLES: &str = "\
Examples:
  plenary check plan.ron
  plenary check plan.ron --format json --lang ru | jq '.findings[].text'";

/// What to check, and how to tell.
#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    /// The plan: a file, - for standard input; the built-in one if left out.
    pub file: Option<PathBuf>,
    /// Lines to read, or JSON for scripts.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The day that counts as today, such as 2025-11-03: to-dos that are overdue then are told too. Rules know no today.
    #[arg(long)]
    pub today: Option<NaiveDate>,
    /// Language of the sentences: en or ru.
    #[arg(long, default_value = "en", value_parser = super::named::screen_language)]
    pub lang: crate::model::Language,
}

/// What `plenary check` says, and its exit status: 0 no error, 1 errors, 2 not readable.
#[must_use]
pub fn check(request: &CheckArguments) -> (String, u8) {
    let texts = Texts::new(request.lang);
    let input = match input::open(request.file.as_deref(), &texts) {
        Ok(input) => input,
        Err(why) => return (why, 2),
    };
    let checker = Checker::new(&input.plan);
    let told = match request.format {
        Format::Text => lines(&texts, &input, &checker, request.today),
        Format::Json => json(&texts, &input, &checker, request.today),
    };
    (told, u8::from(checker.counts()[Severity::Error as usize] > 0))
}

fn lines(texts: &Texts, Input { name, plan, .. }: &Input, checker: &Checker, today: Option<NaiveDate>) -> String {
    let [errors, warnings, hints, waived] = counted(checker);
    let verdict = if errors > 0 { texts.text("cli-errors-found") } else { texts.text("cli-fine") };
    let contents = contents(texts, plan);
    let about = [("plan", Value::from(name)), ("verdict", verdict.into()), ("contents", Value::from(&contents))];
    let counts =
        [("errors", errors.into()), ("warnings", warnings.into()), ("hints", hints.into()), ("waived", waived.into())];
    let mut lines = vec![texts.text_with("cli-about", &about), texts.text_with("cli-findings", &counts)];
    for finding in checker.sorted() {
        let severity = texts.text(findings_text::severity(finding.severity)).to_lowercase();
        let sentence = findings_text::sentence(texts, plan, texts.language(), finding);
        let id = if finding.is_open() { tid("cli-finding") } else { tid("cli-finding-waived") };
        let values =
            [("severity", Value::from(&severity)), ("sentence", Value::from(&sentence)), ("rule", finding.rule.into())];
        lines.push(texts.text_with(id, &values));
    }
    lines.extend(logo_flaw(plan.header()).map(|error| logo_left_out(texts, &error)));
    for (comment, due) in overdue(plan, today) {
        let session = findings_text::row_name(plan, texts.language(), comment.session.into());
        let due = dates::dates_year(texts, due, due);
        let text = short::one_line(&comment.text);
        let values = [("due", Value::from(&due)), ("session", Value::from(&session)), ("text", Value::from(&text))];
        lines.push(texts.text_with("cli-overdue", &values));
    }
    lines.iter().map(|line| harmless(line)).collect::<Vec<_>>().join("\n")
}

fn json(texts: &Texts, Input { name, plan, .. }: &Input, checker: &Checker, today: Option<NaiveDate>) -> String {
    let found: Vec<serde_json::Value> = checker
        .sorted()
        .into_iter()
        .map(|finding| {
            let waiver = finding.waiver.and_then(|id| plan.waivers().get(id));
            serde_json::json!({
                "rule": finding.rule,
                "severity": severity_word(finding.severity),
                "sessions": finding.sessions.iter().map(ToString::to_string).collect::<Vec<_>>(),
                "text": findings_text::sentence(texts, plan, texts.language(), finding),
                "facts": finding.facts(),
                "waived": waiver.is_some(),
                "reason": waiver.map(|waiver| waiver.reason.as_str()),
            })
        })
        .collect();
    let [errors, warnings, hints, waived] = counted(checker);
    let mut report = serde_json::json!({
        "plan": name,
        "errors": errors,
        "warnings": warnings,
        "hints": hints,
        "waived": waived,
        "findings": found,
    });
    if let Some(error) = logo_flaw(plan.header()) {
        report["logo"] = logo_left_out(texts, &error).into();
    }
    if today.is_some() {
        let overdue = overdue(plan, today).map(|(comment, due)| {
            serde_json::json!({
                "comment": comment.id.to_string(),
                "session": comment.session.to_string(),
                "due": due.to_string(),
                "text": comment.text,
                "assignee": comment.assignee,
            })
        });
        report["overdue"] = overdue.collect();
    }
    harmless_json(&serde_json::to_string_pretty(&report).unwrap_or_default())
}

/// To-dos that should be done before a day, the one that is due first before all others.
fn overdue(plan: &Plan, today: Option<NaiveDate>) -> impl Iterator<Item = (&Comment, NaiveDate)> {
    let is_late =
        |comment: &'_ Comment| comment.due.filter(|due| comment.is_open() && today.is_some_and(|day| *due < day));
    let mut all: Vec<_> = plan.comments().iter().filter_map(|row| Some((&**row, is_late(row)?))).collect();
    all.sort_by_key(|(comment, due)| (*due, comment.id));
    all.into_iter()
}

/// Errors, warnings, hints, and what was waived.
fn counted(checker: &Checker) -> [usize; 4] {
    let counts = checker.counts();
    [counts[Severity::Error as usize], counts[Severity::Warning as usize], counts[Severity::Hint as usize], counts[4]]
}

/// What a plan holds, counted.
pub(super) fn contents(texts: &Texts, plan: &Plan) -> String {
    let placed = plan.sessions().iter().filter(|session| session.placement.is_some()).count();
    texts.text_with(
        "cli-contents",
        &[
            ("events", plan.events().len().into()),
            ("sessions", plan.sessions().len().into()),
            ("placed", placed.into()),
            ("rooms", plan.rooms().len().into()),
            ("bodies", plan.bodies().len().into()),
            ("people", plan.people().len().into()),
            ("topics", plan.topics().len().into()),
            ("documents", plan.documents().len().into()),
            ("statements", plan.statements().len().into()),
            ("notes", plan.notes().len().into()),
        ],
    )
}

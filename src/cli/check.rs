//! `plenary check`: what is wrong with a plan.

use std::path::PathBuf;

use super::Format;
use super::input::{self, Input};
use crate::check::Checker;
use crate::exchange::severity_word;
use crate::model::{Plan, Severity};
use crate::texts::{Texts, findings as findings_text};

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
    /// Language of the sentences: en or ru.
    #[arg(long, default_value = "en", value_parser = super::named::screen_language)]
    pub lang: crate::model::Language,
}

/// What `plenary check` says, and its exit status: 0 no error, 1 errors, 2 not readable.
#[must_use]
pub fn check(request: &CheckArguments) -> (String, u8) {
    let Input { name, plan } = match input::open(request.file.as_deref()) {
        Ok(input) => input,
        Err(why) => return (why, 2),
    };
    let checker = Checker::new(&plan);
    let counts = checker.counts();
    let wrong = counts[Severity::Error as usize] > 0;
    let texts = Texts::new(request.lang);
    let findings = checker.sorted();
    let told = match request.format {
        Format::Text => {
            let verdict = if wrong { "errors were found" } else { "fine" };
            let mut lines = vec![format!("{name}: {verdict}; {}", contents(&plan))];
            lines.push(format!(
                "{} errors, {} warnings, {} hints, {} waived",
                counts[Severity::Error as usize],
                counts[Severity::Warning as usize],
                counts[Severity::Hint as usize],
                counts[4]
            ));
            for finding in findings {
                let severity = texts.text(findings_text::severity(finding.severity)).to_lowercase();
                let waived = if finding.is_open() { "" } else { " (waived)" };
                let sentence = findings_text::sentence(&texts, &plan, request.lang, finding);
                lines.push(format!("{severity}{waived}: {sentence} [{}]", finding.rule));
            }
            lines.join("\n")
        }
        Format::Json => {
            let found: Vec<serde_json::Value> = findings
                .into_iter()
                .map(|finding| {
                    let waiver = finding.waiver.and_then(|id| plan.waivers().get(id));
                    serde_json::json!({
                        "rule": finding.rule,
                        "severity": severity_word(finding.severity),
                        "sessions": finding.sessions.iter().map(ToString::to_string).collect::<Vec<_>>(),
                        "text": findings_text::sentence(&texts, &plan, request.lang, finding),
                        "facts": finding.facts(),
                        "waived": waiver.is_some(),
                        "reason": waiver.map(|waiver| waiver.reason.as_str()),
                    })
                })
                .collect();
            let report = serde_json::json!({
                "plan": name,
                "errors": counts[Severity::Error as usize],
                "warnings": counts[Severity::Warning as usize],
                "hints": counts[Severity::Hint as usize],
                "waived": counts[4],
                "findings": found,
            });
            serde_json::to_string_pretty(&report).unwrap_or_default()
        }
    };
    (told, u8::from(wrong))
}

/// What a plan holds, counted.
fn contents(plan: &Plan) -> String {
    let placed = plan.sessions().iter().filter(|session| session.placement.is_some()).count();
    format!(
        "{} events, {} sessions ({placed} placed), {} rooms, {} bodies, {} people, {} topics, {} documents, \
         {} statements, {} notes",
        plan.events().len(),
        plan.sessions().len(),
        plan.rooms().len(),
        plan.bodies().len(),
        plan.people().len(),
        plan.topics().len(),
        plan.documents().len(),
        plan.statements().len(),
        plan.notes().len(),
    )
}

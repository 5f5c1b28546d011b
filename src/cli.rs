//! The command line: what can be asked without a window, and how it is answered.
//!
//! This floor knows nothing of the window; `main` brings the two together.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Parser, Subcommand, ValueEnum};

use crate::check::Checker;
use crate::model::{Plan, Severity};
use crate::store;
use crate::texts::{Texts, findings as findings_text};

/// Lay out a conference on a timeline.
///
/// Without a command, the window opens: on FILE, or on the built-in plan of the WTDC-25 as an unsaved copy.
#[derive(Debug, Parser)]
#[command(name = "plenary", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Request>,
    /// The plan to open.
    pub file: Option<PathBuf>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Request {
    /// Read a plan and report what is wrong with it.
    ///
    /// Exit status: 0 no finding is an error, 1 some are, 2 the file can not be read.
    Check(CheckArguments),
    /// Draw the desk as a PNG picture, without a display.
    Render(RenderArguments),
}

/// What to check, and how to tell.
#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    /// The plan to read; the built-in one if left out.
    pub file: Option<PathBuf>,
    /// Lines to read, or JSON for scripts.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Language of the sentences: en or ru.
    #[arg(long, default_value = "en")]
    pub lang: crate::model::Language,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One line for each finding.
    Text,
    /// One object.
    Json,
}

/// What to draw.
#[derive(Debug, clap::Args)]
pub struct RenderArguments {
    /// The plan to draw; the built-in one if left out.
    pub file: Option<PathBuf>,
    /// Which view.
    #[arg(long, value_enum, default_value_t = View::Timeline)]
    pub view: View,
    /// Width and height in points.
    #[arg(long, default_value = "1600x1000")]
    pub size: Size,
    /// Pixels per point, 0.5 to 4.
    #[arg(long, default_value_t = 1.0)]
    pub scale: f32,
    /// Light or dark.
    #[arg(long, value_enum, default_value_t = Look::Light)]
    pub theme: Look,
    /// What lanes stand for, on the timeline.
    #[arg(long, value_enum, default_value_t = LanesBy::Room)]
    pub lanes: LanesBy,
    /// Language of the screen and of the titles: en, fr, es, ru, zh or ar.
    #[arg(long, default_value = "en")]
    pub lang: crate::model::Language,
    /// A second zone for the ruler, such as Europe/Zurich.
    #[arg(long)]
    pub zone: Option<crate::model::zone::Tz>,
    /// Where the picture goes.
    #[arg(short, long)]
    pub output: PathBuf,
}

/// The views that can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// One elastic time axis.
    Timeline,
    /// One day, rooms as columns.
    Day,
    /// Days as columns, forenoon and afternoon as rows.
    Grid,
    /// A table.
    List,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Look {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// What lanes stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LanesBy {
    /// Rooms.
    Room,
    /// Bodies.
    Body,
    /// Kinds of session.
    Kind,
    /// Events.
    Event,
}

/// A size such as `1600x1000`, each side 200 to 8000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// In points.
    pub width: u32,
    /// In points.
    pub height: u32,
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let side = |text: &str| text.parse().ok().filter(|side| (200..=8000).contains(side));
        let sides = text.split_once('x').and_then(|(width, height)| Some((side(width)?, side(height)?)));
        let (width, height) = sides.ok_or("a size is written like 1600x1000, each side 200 to 8000")?;
        Ok(Self { width, height })
    }
}

/// What `plenary check` says, and its exit status: 0 no error, 1 errors, 2 not readable.
#[must_use]
pub fn check(request: &CheckArguments) -> (String, u8) {
    let (name, plan) = match &request.file {
        Some(file) => (file.display().to_string(), store::open_plan(file)),
        None => ("built-in plan".to_owned(), Ok(store::Template::Wtdc25.plan())),
    };
    let plan = match plan {
        Ok(plan) => plan,
        Err(error) => return (format!("{name}: {error}"), 2),
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

/// A severity as scripts read it, in whatever language.
fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
        Severity::Off => "off",
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_consistent() {
        use clap::CommandFactory as _;
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_file_and_a_command_are_told_apart() {
        let parse = |words: &[&str]| Arguments::try_parse_from([&["plenary"], words].concat()).unwrap();
        assert_eq!(parse(&["plan.ron"]).file, Some("plan.ron".into()));
        assert!(parse(&[]).command.is_none() && parse(&[]).file.is_none());
        assert!(matches!(parse(&["check", "plan.ron"]).command, Some(Request::Check(_))));
    }

    #[test]
    fn sizes_have_limits() {
        assert_eq!("1600x1000".parse(), Ok(Size { width: 1600, height: 1000 }));
        for text in ["", "1600", "x", "100x100", "99999x1000", "-1x5", "1600x1000x3"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
    }
}

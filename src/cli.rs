//! The command line: what can be asked without a window, and how it is answered.
//!
//! This floor knows nothing of the window; `main` brings the two together.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::{Parser, Subcommand, ValueEnum};

use crate::check::{self, Severity};
use crate::model::Plan;
use crate::store;

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
    /// Exit status: 0 nothing is wrong, 1 something is, 2 the file can not be read.
    Check {
        /// The plan to read.
        file: PathBuf,
    },
    /// Draw the desk as a PNG picture, without a display.
    Render(RenderArguments),
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

/// What `plenary check` says, and its exit status.
#[must_use]
pub fn check(file: &Path) -> (String, u8) {
    match store::open_plan(file) {
        Ok(plan) => {
            let findings = check::check(&plan);
            let wrong = findings.iter().any(|finding| finding.severity == Severity::Error);
            let verdict = if wrong { "errors were found" } else { "fine" };
            let mut lines = vec![format!("{}: {verdict}; {}", file.display(), contents(&plan))];
            lines.extend(findings.iter().map(ToString::to_string));
            (lines.join("\n"), u8::from(wrong))
        }
        Err(error) => (format!("{}: {error}", file.display()), 2),
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
        assert!(matches!(parse(&["check", "plan.ron"]).command, Some(Request::Check { .. })));
    }

    #[test]
    fn sizes_have_limits() {
        assert_eq!("1600x1000".parse(), Ok(Size { width: 1600, height: 1000 }));
        for text in ["", "1600", "x", "100x100", "99999x1000", "-1x5", "1600x1000x3"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
    }
}

//! The command line: what can be asked without a window, and how it is answered.
//!
//! This floor knows nothing of the window; `main` brings the two together.

mod arrange;
mod begin;
mod changes;
mod check;
mod diff;
mod export;
mod import;
mod input;
mod merge;
mod named;
mod notice;
mod output;
mod release;
mod render;
mod sides;
mod stats;
mod terminal;

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

pub use arrange::{ArrangeArguments, arrange};
pub use begin::{NewArguments, new};
pub use check::{CheckArguments, check};
pub use diff::{DiffArguments, diff};
pub use export::{ExportArguments, export};
pub use import::{DateOrder, Gone, ImportArguments, import};
pub use input::{Input, open};
pub use merge::{MergeArguments, merge_files};
pub use notice::{NoticeArguments, notice};
pub use release::{ReleaseArguments, release};
pub use render::{LanesBy, Look, RenderArguments};
pub use stats::{StatsArguments, stats};
pub use terminal::{complain, say, told, write};

/// The command line with these views to draw.
fn command(views: &[&'static str]) -> clap::Command {
    let views = clap::builder::PossibleValuesParser::new(views);
    Arguments::command().mut_subcommand("render", |render| render.mut_arg("view", |view| view.value_parser(views)))
}

/// What was asked for, with these views to draw, or the answer to a call for help, or one line that says what is wrong with the call.
///
/// # Errors
/// A `clap` error for help and version, which go to standard output, and a line for a call that nobody understands.
pub fn asked(views: &[&'static str]) -> Result<Arguments, Refused> {
    let read = command(views).try_get_matches().and_then(|matches| Arguments::from_arg_matches(&matches));
    read.map_err(|error| match error.kind() {
        _ if !error.use_stderr() => Refused::Help(error),
        // A word where a command should stand is taken for a file, and the next one for a command.
        ErrorKind::ArgumentConflict => match std::env::args().nth(1) {
            Some(word) if !word.starts_with('-') && Arguments::command().find_subcommand(&word).is_none() => {
                Refused::Mistake(format!("there is no command {word:?}; --help lists them"))
            }
            _ => Refused::Mistake(one_line(&error.to_string())),
        },
        _ => Refused::Mistake(one_line(&error.to_string())),
    })
}

/// Why a call asks for nothing.
#[derive(Debug)]
pub enum Refused {
    /// It asks for help.
    Help(clap::Error),
    /// It is not understood; one line that says why.
    Mistake(String),
}

/// What `clap` says in several lines, without the usage, which `--help` tells better.
fn one_line(message: &str) -> String {
    let message = message.strip_prefix("error: ").unwrap_or(message);
    let told = message.lines().map(str::trim);
    let told = told.take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"));
    let told: Vec<&str> = told.filter(|line| !line.is_empty()).collect();
    format!("{}; --help has examples", told.join(" "))
}

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
    #[command(after_help = check::EXAMPLES)]
    Check(CheckArguments),
    /// Hand a plan out: calendars, printed pages, tables, web pages, pictures.
    ///
    /// Findings do not stop it. Exit status: 0 done, 2 not, with one line that says why.
    #[command(after_help = export::EXAMPLES)]
    Export(Box<ExportArguments>),
    /// Bring in files of other tools: calendars, schedules of conference apps, exports of Indico and Sessionize.
    ///
    /// Exit status: 0 all of it was understood, 1 something was left out and is said, 2 nothing could be used.
    #[command(after_help = import::EXAMPLES)]
    Import(Box<ImportArguments>),
    /// Count what a plan holds, and add up hours.
    ///
    /// Exit status: 0 done, 2 the file can not be read.
    #[command(after_help = stats::EXAMPLES)]
    Stats(StatsArguments),
    /// Tell what differs between two plans, row by row: a sentence each, or the words of the plan file in JSON.
    ///
    /// Exit status: 0 the same, 1 different, 2 a file can not be read.
    #[command(after_help = diff::EXAMPLES)]
    Diff(DiffArguments),
    /// Bring two copies of a plan together. What both changed differently stays as in OURS, and is kept in the file.
    ///
    /// Exit status: 0 nothing is to be decided, 1 something is, 2 not done, with one line that says why.
    #[command(after_help = merge::EXAMPLES)]
    Merge(MergeArguments),
    /// Make a release of a plan, or move one on: before the steering committee, approved, issued.
    ///
    /// What it holds is kept in a folder beside the plan. Exit status: 0 done, 2 not, with one line that says why.
    #[command(after_help = release::EXAMPLES)]
    Release(Box<ReleaseArguments>),
    /// Hand out what is different between two states of a plan: sessions that are new, cancelled, moved or changed, by day.
    ///
    /// Exit status: 0 done, 2 not, with one line that says why; so, too, where nothing that is handed out is different.
    #[command(after_help = notice::EXAMPLES)]
    Notice(NoticeArguments),
    /// Let the program place sessions: those of the tray, of an event, or all that are not pinned.
    ///
    /// The rules judge every answer. Exit status: 0 nothing is broken, 1 something could not be placed or is an error, 2 failed.
    #[command(after_help = arrange::EXAMPLES)]
    Arrange(ArrangeArguments),
    /// Begin a plan: days, rooms, hours and breaks, nothing else placed.
    ///
    /// Exit status: 0 done, 2 not, with one line that says why.
    #[command(after_help = begin::EXAMPLES)]
    New(Box<NewArguments>),
    /// Draw the desk as a PNG picture, without a display.
    Render(RenderArguments),
    /// Print what a shell needs to complete these commands.
    #[command(after_help = COMPLETIONS)]
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
}

const COMPLETIONS: &str = "\
Examples:
  plenary completions bash > ~/.local/share/bash-completion/completions/plenary
  plenary completions fish > ~/.config/fish/completions/plenary.fish";

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lines to read.
    Text,
    /// One object.
    Json,
}

/// What `shell` needs to complete the commands, with these views to draw.
#[must_use]
pub fn completions(shell: clap_complete::Shell, views: &[&'static str]) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(views), "plenary", &mut script);
    String::from_utf8(script).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_consistent() {
        command(&["calendar"]).debug_assert();
    }

    #[test]
    fn a_file_and_a_command_are_told_apart() {
        let parse = |words: &[&str]| Arguments::try_parse_from([&["plenary"], words].concat()).unwrap();
        assert_eq!(parse(&["plan.ron"]).file, Some("plan.ron".into()));
        assert!(parse(&[]).command.is_none() && parse(&[]).file.is_none());
        assert!(matches!(parse(&["check", "plan.ron"]).command, Some(Request::Check(_))));
        assert!(matches!(parse(&["stats"]).command, Some(Request::Stats(_))));
    }

    #[test]
    fn shells_learn_every_command() {
        for shell in clap_complete::Shell::value_variants() {
            let script = completions(*shell, &["calendar"]);
            for word in [
                "export", "import", "stats", "check", "diff", "merge", "notice", "new", "arrange", "render", "split",
                "calendar",
            ] {
                assert!(script.contains(word), "{shell} knows {word}");
            }
        }
    }
}

//! What an exporter is.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::model::Plan;

use super::programme::Programme;
use super::request::{Layout, Request};
use super::selection::Selection;

/// A format that plans are handed out in. Each is a file of its own; [`super::EXPORTERS`] lists them.
pub struct Exporter {
    /// Its name on the command line and in settings, such as `schedule-xml`.
    pub name: &'static str,
    /// The id of its name on screen.
    pub label: &'static str,
    /// How its files end, without a dot.
    pub extension: &'static str,
    /// The layouts it knows, the usual one first; none for a format that holds all there is.
    pub layouts: &'static [Layout],
    /// What its layouts are laid out on.
    pub medium: Medium,
    /// The format that a preview shows in its place, where its own bytes say nothing to the eye.
    pub shown_as: Option<&'static Self>,
    /// Whether it prints findings.
    pub with_findings: bool,
    /// Writes what is handed out.
    pub write: fn(&Material<'_>, &Progress) -> Result<Vec<Part>, ExportError>,
}

/// What the layouts of a format are laid out on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Nothing that has a size.
    Data,
    /// Nothing either: it is the plan itself, from which nothing is chosen.
    Plan,
    /// Sheets of paper.
    Paper,
    /// Pictures of a chosen size.
    Picture,
}

impl PartialEq for Exporter {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl std::fmt::Debug for Exporter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// What an exporter reads.
pub struct Material<'a> {
    /// What is handed out.
    pub programme: &'a Programme,
    /// How it should look.
    pub request: &'a Request,
    /// Which part of the plan it is.
    pub selection: &'a Selection,
    /// The plan it comes from, for formats that hold all of it.
    pub plan: &'a Plan,
}

/// A file that an exporter made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What tells it from the others that were made with it; empty for the only one.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Part {
    /// The only file.
    #[must_use]
    pub fn only(bytes: impl Into<Vec<u8>>) -> Vec<Self> {
        vec![Self { name: String::new(), bytes: bytes.into() }]
    }
}

/// Why nothing was handed out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// Somebody said stop.
    #[error("the export was cancelled")]
    Cancelled,
    /// The format has no such pages.
    #[error("{format} has no layout {layout}; choose one of {known}")]
    NoSuchLayout {
        /// The format.
        format: &'static str,
        /// What was asked for.
        layout: &'static str,
        /// What it has.
        known: String,
    },
    /// Nothing is left after choosing.
    #[error("no placed session matches what was chosen; choose more days, rooms, bodies or people")]
    Nothing,
    /// A speaking list of a plan that has no statements.
    #[error("there are no policy statements in what was chosen")]
    NoStatements,
    /// A library or a limit says no.
    #[error("the {format} file can not be made: {why}")]
    Failed {
        /// The format.
        format: &'static str,
        /// What is wrong.
        why: String,
    },
}

/// How far a long export is, and whether to go on. Shared between who works and who watches.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
    cancelled: AtomicBool,
}

impl Progress {
    /// Says that so many more steps are to come.
    pub fn expect(&self, steps: usize) {
        self.total.fetch_add(steps, Ordering::Relaxed);
    }

    /// Says that a step is done.
    ///
    /// # Errors
    /// [`ExportError::Cancelled`] when nobody wants the rest any more.
    pub fn step(&self) -> Result<(), ExportError> {
        self.done.fetch_add(1, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) { Err(ExportError::Cancelled) } else { Ok(()) }
    }

    /// Asks the one who works to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// How much is done, 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        let (done, total) = (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed));
        if total == 0 { 0.0 } else { (done as f32 / total as f32).min(1.0) }
    }
}

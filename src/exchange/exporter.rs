//! What an exporter is, and what it can be asked for.

use chrono::{DateTime, Utc};

use crate::check::Checker;
use crate::model::zone::Tz;
use crate::model::{Language, Plan};

use super::layout::{Layout, Orientation, Paper, PictureSize};
use super::programme::{Programme, Wish};
use super::progress::{ExportError, Progress};
use super::selection::{Selection, Split};

/// A format that plans are handed out in. Each is a file of its own; [`super::EXPORTERS`] lists them.
pub struct Exporter {
    /// Its name on the command line and in settings, such as `schedule-xml`.
    pub name: &'static str,
    /// The id of its name on screen.
    pub label: &'static str,
    /// How its files end, without a dot.
    pub extension: &'static str,
    /// What its files hold, where their ending alone does not say it; empty otherwise.
    pub content: &'static str,
    /// The layouts it knows, the usual one first; none for a format that holds all there is.
    pub layouts: &'static [Layout],
    /// What its layouts are laid out on.
    pub medium: Medium,
    /// The format that a preview shows in its place, where its own bytes say nothing to the eye.
    pub shown_as: Option<&'static Self>,
    /// Whether it prints findings.
    pub with_findings: bool,
    /// Whether it tells of events that have no sessions.
    pub with_events: bool,
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

impl Exporter {
    /// The layout that is wanted, or the usual one where the format does not know it.
    #[must_use]
    pub fn layout_like(&self, wanted: Layout) -> Layout {
        if self.layouts.contains(&wanted) { wanted } else { self.layouts.first().copied().unwrap_or(Layout::Programme) }
    }

    /// What tells its files from others of the same plan and ending; empty where nothing must.
    #[must_use]
    pub fn file_part(&self, layout: Layout) -> &'static str {
        if self.layouts.len() > 1 { layout.name() } else { self.content }
    }
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

/// Everything that can be chosen about what is handed out.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Into which format.
    pub exporter: &'static Exporter,
    /// What the pages show; a format without pages knows one layout, or none.
    pub layout: Layout,
    /// Which part of the plan.
    pub selection: Selection,
    /// A file for each of these, instead of one for all.
    pub split: Option<Split>,
    /// The languages, side by side, the leading one first. None means the plan's own.
    pub languages: Vec<Language>,
    /// The zone of all times; `None` leaves each event its own.
    pub zone: Option<Tz>,
    /// The sheet that pages are printed on.
    pub paper: Paper,
    /// How the sheet lies; `None` means as the layout likes best.
    pub orientation: Option<Orientation>,
    /// The size of pictures.
    pub size: PictureSize,
    /// Whether pictures are light on dark.
    pub is_dark: bool,
    /// Whether what is for the team only is put in: remarks, contacts, ranks, the tray, what the rules report.
    pub is_internal: bool,
    /// Whether steps of the preparation are put in that were not asked for one by one.
    pub with_steps: bool,
}

impl Request {
    /// The whole plan in the first layout that `exporter` knows.
    #[must_use]
    pub fn new(exporter: &'static Exporter) -> Self {
        Self {
            exporter,
            layout: exporter.layout_like(Layout::Programme),
            selection: Selection::default(),
            split: None,
            languages: Vec::new(),
            zone: None,
            paper: Paper::A4,
            orientation: None,
            size: PictureSize::default(),
            is_dark: false,
            is_internal: false,
            with_steps: false,
        }
    }

    /// What a programme for it is made of.
    pub(super) fn wish<'a>(
        &'a self,
        selection: &'a Selection,
        made: DateTime<Utc>,
        checker: Option<&'a Checker>,
    ) -> Wish<'a> {
        // What a format does not know is not asked for.
        let is_for_team = self.exporter.layouts.contains(&self.layout) && self.layout.is_for_team();
        let is_internal = self.is_internal || is_for_team;
        Wish {
            selection,
            languages: &self.languages,
            zone: self.zone,
            is_internal,
            with_steps: self.with_steps,
            checker,
            made,
        }
    }

    /// Looks whether the format knows the layout.
    pub(super) fn check_layout(&self) -> Result<(), ExportError> {
        let layouts = self.exporter.layouts;
        if layouts.is_empty() || layouts.contains(&self.layout) {
            return Ok(());
        }
        let known = layouts.iter().map(|layout| layout.name()).collect::<Vec<_>>().join(", ");
        Err(ExportError::NoSuchLayout { format: self.exporter.name, layout: self.layout.name(), known })
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

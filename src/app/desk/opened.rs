//! Everything that is remembered about one plan. It is made when the plan is opened and thrown away with it, so that
//! nothing of one plan can be taken for something of another.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::clipboard::Clipboard;
use super::kept::Kept;
use super::merging::Looked;
use super::shared::Shared;

use crate::app::context::Chosen;
use crate::app::gesture::Gesture;
use crate::app::hall::Hall;
use crate::app::panel::date_strip::DateStrip;
use crate::app::panel::findings::FindingsPanel;
use crate::app::panel::inspector::Inspector;
use crate::app::panel::navigator::Navigator;
use crate::app::settings::Settings;
use crate::app::view::{VIEWS, View, view_named};
use crate::app::window::Windows;
use crate::exchange::Request;
use crate::model::{Placement, Plan, SessionId};
use crate::store::FileMark;
use crate::workbench::Workbench;

/// The open plan, and what views, panels and windows remember of it.
pub(super) struct Opened {
    pub chosen: Chosen,
    /// Its file; `None` while it has never been saved.
    pub path: Option<PathBuf>,
    /// The file that it is a copy of, as long as it has none of its own: its releases are kept beside that.
    pub copied_from: Option<PathBuf>,
    /// What its file held when it was last read or written here.
    pub mark: Option<FileMark>,
    /// The plan as its file had it then: what somebody else did to it since is told from this.
    pub base: Option<Plan>,
    /// The plan as it was when it was opened or begun.
    pub begun: Plan,
    /// Who else has the file.
    pub shared: Shared,
    /// What is to be decided first.
    pub undecided: Looked,
    /// Where sessions would be, for the next frame.
    pub preview: Vec<(SessionId, Placement)>,
    pub gesture: Gesture,
    /// One of each, in the order of [`VIEWS`].
    pub views: Vec<Box<dyn View>>,
    /// The day in sight, for all views.
    pub date: Option<NaiveDate>,
    pub date_strip: DateStrip,
    pub navigator: Navigator,
    pub inspector: Inspector,
    pub findings: FindingsPanel,
    pub windows: Windows,
    /// The screen in the hall.
    pub hall: Hall,
    pub clipboard: Clipboard,
    pub kept: Kept,
}

impl Opened {
    /// `workbench` as the content of `path`; the Export window would begin with `export`.
    pub fn new(workbench: Workbench, path: Option<PathBuf>, export: &Request) -> Self {
        Self {
            begun: workbench.plan().clone(),
            chosen: Chosen::new(workbench),
            path,
            copied_from: None,
            mark: None,
            base: None,
            undecided: None,
            shared: Shared::default(),
            preview: Vec::new(),
            gesture: Gesture::default(),
            views: VIEWS.iter().map(|entry| (entry.make)()).collect(),
            date: None,
            date_strip: DateStrip::default(),
            navigator: Navigator::default(),
            inspector: Inspector::default(),
            findings: FindingsPanel::default(),
            windows: Windows::new(export),
            hall: Hall::default(),
            clipboard: Clipboard::default(),
            kept: Kept::default(),
        }
    }

    /// The file beside which its releases are kept.
    pub fn releases_beside(&self) -> Option<&Path> {
        self.path.as_deref().or(self.copied_from.as_deref())
    }

    /// The place of the view that is open.
    pub fn view_index(settings: &Settings) -> usize {
        let open = view_named(&settings.view);
        VIEWS.iter().position(|entry| entry.kind == *open).unwrap_or(0)
    }
}

//! The desk: the open plan, what is selected and chosen, and the panels around the view.

mod actions;
mod files;
mod keys;
mod notices;

use std::cell::RefCell;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use crate::check::Checker;
use crate::edit::Document;
use crate::model::{CivilTime, Placement, Plan, SessionId};
use crate::texts::Texts;

use crate::app::context::{Requests, ViewContext};
use crate::app::gesture::Gesture;
use crate::app::paint::lettering::Lettering;
use crate::app::panel::findings::FindingsPanel;
use crate::app::panel::inspector::Inspector;
use crate::app::panel::navigator::Navigator;
use crate::app::panel::status_line::StatusLine;
use crate::app::panel::top_bar;
use crate::app::selection::{Filter, Selection};
use crate::app::settings::{Settings, ViewKind};
use crate::app::style::{Brightness, Theme};
use crate::app::view::day::DayView;
use crate::app::view::grid::GridView;
use crate::app::view::list::ListView;
use crate::app::view::timeline::TimelineView;
use crate::app::window::export::ExportWindow;
use crate::app::window::palette::Palette;
use crate::app::window::repair::RepairWindow;
use crate::app::window::rules::RulesWindow;
use crate::app::window::slots::SlotsWindow;
pub use files::{Chooser, Files};
pub use notices::Notices;

/// The clock of the desk: the time now in the zone of the plan, or nothing where pictures must not depend on it.
pub type Clock = Box<dyn Fn(&Plan) -> Option<CivilTime>>;

/// What was filtered, in which revision, and the sessions that came through; `None` lets all through.
type Matches = ((u64, Filter), Option<HashSet<SessionId>>);

/// Everything behind the main window.
pub struct Desk {
    document: Document,
    checker: RefCell<Checker>,
    preview: Vec<(SessionId, Placement)>,
    selection: Selection,
    filter: Filter,
    matches: Option<Matches>,
    settings: Settings,
    texts: Texts,
    theme: Theme,
    styled: Option<Brightness>,
    clock: Clock,
    lettering: Lettering,
    gesture: Gesture,
    timeline: TimelineView,
    day: DayView,
    grid: GridView,
    list: ListView,
    navigator: Navigator,
    inspector: Inspector,
    findings: FindingsPanel,
    rules: RulesWindow,
    export: ExportWindow,
    palette: Palette,
    slots: SlotsWindow,
    repair: RepairWindow,
    status_line: StatusLine,
    files: Files,
    notices: Notices,
}

impl Desk {
    /// A desk with `plan` open as an unsaved copy, or as the content of `path`.
    #[must_use]
    pub fn new(plan: Plan, path: Option<PathBuf>, settings: Settings) -> Self {
        Self {
            checker: RefCell::new(Checker::new(&plan)),
            document: Document::new(plan),
            preview: Vec::new(),
            selection: Selection::default(),
            filter: Filter::default(),
            matches: None,
            texts: Texts::new(settings.language),
            theme: Theme::new(Brightness::Light),
            export: ExportWindow::new(&settings.export),
            settings,
            styled: None,
            clock: Box::new(|_| None),
            lettering: Lettering::default(),
            gesture: Gesture::default(),
            timeline: TimelineView::default(),
            day: DayView::default(),
            grid: GridView::default(),
            list: ListView::default(),
            navigator: Navigator::default(),
            inspector: Inspector::default(),
            findings: FindingsPanel::default(),
            rules: RulesWindow::default(),
            palette: Palette::default(),
            slots: SlotsWindow::default(),
            repair: RepairWindow::default(),
            status_line: StatusLine::default(),
            files: Files::new(path),
            notices: Notices::default(),
        }
    }

    /// With a clock for the "now" line.
    #[must_use]
    pub fn with_clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// With this way to ask for file names.
    #[must_use]
    pub fn with_chooser(mut self, chooser: Chooser) -> Self {
        self.files.set_chooser(chooser);
        self
    }

    /// The open plan with its history.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is selected.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// What is chosen about the desk.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The file of the open plan; `None` while it has never been saved.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.files.path()
    }

    /// The title of the window: the file, a mark for unsaved changes, the program.
    #[must_use]
    pub fn window_title(&self) -> String {
        let mark = if self.document.is_modified() { "● " } else { "" };
        format!("{mark}{} — Plenary", self.plan_name())
    }

    /// The name of the file, or what an unsaved plan is called.
    fn plan_name(&self) -> String {
        match self.files.path().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.settings.title(&self.document.plan().header().title).to_owned(),
        }
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.restyle(ui.ctx());
        self.lettering.begin_frame(ui.ctx());
        self.handle_keys(ui);
        self.match_filter();
        let now = (self.clock)(self.document.plan());
        if now.is_some() {
            // The line that marks it moves once a minute.
            ui.ctx().request_repaint_after(std::time::Duration::from_mins(1));
        }
        // A preview lasts as long as somebody asks for it in every frame.
        let preview = std::mem::take(&mut self.preview);
        let cx = ViewContext {
            plan: self.document.plan(),
            revision: self.document.revision(),
            checker: &self.checker,
            preview: &preview,
            texts: &self.texts,
            theme: &self.theme,
            selection: &self.selection,
            filter: &self.filter,
            matches: self.matches.as_ref().and_then(|(_, matches)| matches.as_ref()),
            settings: &self.settings,
            now,
            requests: Requests::default(),
        };
        let fill = |color| Frame::new().fill(color);
        let bar = fill(cx.theme.panel).inner_margin(Margin::symmetric(10, 6));
        Panel::top("top-bar").frame(bar).show(ui, |ui| {
            top_bar::ui(ui, &cx, &self.document, self.files.path());
        });
        let bar = fill(cx.theme.panel).inner_margin(Margin::symmetric(10, 3));
        Panel::bottom("status-line").frame(bar).show(ui, |ui| {
            self.status_line.ui(ui, &cx, &self.document, self.timeline.scale());
        });
        let side = fill(cx.theme.panel);
        let mut findings_open = cx.settings.findings_open;
        Panel::bottom("findings")
            .frame(side)
            .resizable(true)
            .default_size(240.0)
            .size_range(120.0..=520.0)
            .show_collapsible(ui, &mut findings_open, |ui| self.findings.ui(ui, &cx));
        let mut navigator_open = cx.settings.navigator_open;
        Panel::left("navigator").frame(side).default_size(232.0).size_range(180.0..=420.0).show_collapsible(
            ui,
            &mut navigator_open,
            |ui| self.navigator.ui(ui, &cx, &mut self.gesture),
        );
        let mut inspector_open = cx.settings.inspector_open;
        Panel::right("inspector").frame(side).default_size(292.0).size_range(240.0..=520.0).show_collapsible(
            ui,
            &mut inspector_open,
            |ui| self.inspector.ui(ui, &cx),
        );
        CentralPanel::default().frame(fill(cx.theme.ground)).show(ui, |ui| match cx.settings.view {
            ViewKind::Timeline => self.timeline.ui(ui, &cx, &mut self.lettering, &mut self.gesture),
            ViewKind::Day => self.day.ui(ui, &cx, &mut self.lettering, &mut self.gesture),
            ViewKind::Grid => self.grid.ui(ui, &cx, &mut self.lettering, &mut self.gesture),
            ViewKind::List => self.list.ui(ui, &cx),
        });
        self.slots.ui(ui, &cx);
        self.repair.ui(ui, &cx);
        self.rules.ui(ui, &cx);
        self.export.ui(ui, &cx);
        self.palette.ui(ui, &cx);
        self.notices.ui(ui, &cx);
        let answers = self.files.ui(ui, &cx);
        let actions = cx.into_actions();
        self.settings.navigator_open = navigator_open;
        self.settings.inspector_open = inspector_open;
        self.settings.findings_open = findings_open;
        if self.export.is_open() && self.settings.export != *self.export.choices() {
            self.settings.export = self.export.choices().clone();
        }
        for action in actions {
            self.handle(ui.ctx(), action);
        }
        for answer in answers {
            self.handle_answer(ui.ctx(), answer);
        }
        self.handle_window(ui.ctx());
        self.lettering.end_frame(ui.ctx());
    }

    /// Colours and fonts follow the settings, and the system.
    fn restyle(&mut self, ctx: &egui::Context) {
        let brightness = self.settings.brightness(ctx.system_theme());
        if self.styled != Some(brightness) {
            self.theme = Theme::new(brightness);
            self.theme.apply(ctx);
            self.styled = Some(brightness);
        }
    }

    fn match_filter(&mut self) {
        let key = (self.document.revision(), self.filter.clone());
        if self.matches.as_ref().is_none_or(|(known, _)| *known != key) {
            let matches = self.filter.matches(self.document.plan());
            self.matches = Some((key, matches));
        }
    }
}

//! The desk: what stands where around the open plan, and what happens with what was asked for.

mod actions;
mod commands;
mod files;
mod keys;
mod notices;
mod opened;
mod pending;

use std::path::{Path, PathBuf};

use egui::{CentralPanel, Frame, Margin, Panel, Ui, UiBuilder};

use crate::edit::Document;
use crate::model::{CivilTime, Plan};
use crate::texts::Texts;
use crate::workbench::Workbench;

use super::context::{Screen, ViewContext};
use super::paint::text::Shaper;
use super::panel::{status_line, top_bar};
use super::selection::Selection;
use super::settings::Settings;
use super::style::{self, Brightness, Contrast, Theme};
use super::system::dialogs::{Chooser, FileDialogs, Waiting};
use super::view::Tools;
use super::widget::focus;
use notices::Notices;
use opened::Opened;
use pending::Pending;

/// The clock of the desk: the time now in the zone of the plan, or nothing where pictures must not depend on it.
pub type Clock = Box<dyn Fn(&Plan) -> Option<CivilTime>>;

/// Everything behind the main window.
pub struct Desk {
    opened: Opened,
    screen: Screen,
    styled: Option<(Brightness, Contrast, bool)>,
    clock: Clock,
    shaper: Shaper,
    dialogs: FileDialogs,
    notices: Notices,
    pending: Pending,
}

impl Desk {
    /// A desk with `plan` open as an unsaved copy, or as the content of `path`.
    #[must_use]
    pub fn new(plan: Plan, path: Option<PathBuf>, settings: Settings) -> Self {
        Self {
            opened: Opened::new(Workbench::new(plan), path, &settings.export),
            screen: Screen {
                texts: Texts::new(settings.language),
                theme: Theme::new(Brightness::Light, Contrast::Normal),
                settings,
            },
            styled: None,
            clock: Box::new(|_| None),
            shaper: Shaper::default(),
            dialogs: FileDialogs::default(),
            notices: Notices::default(),
            pending: Pending::default(),
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
        self.dialogs.set_chooser(chooser);
        self
    }

    /// The open plan with its history.
    #[must_use]
    pub fn document(&self) -> &Document {
        self.opened.chosen.workbench.document()
    }

    /// What is selected.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.opened.chosen.selection
    }

    /// What is chosen about the desk.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.screen.settings
    }

    /// The file of the open plan; `None` while it has never been saved.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.opened.path.as_deref()
    }

    /// The title of the window: the file, a mark for unsaved changes, the program.
    #[must_use]
    pub fn window_title(&self) -> String {
        let mark = if self.is_modified() { "● " } else { "" };
        format!("{mark}{} — Plenary", self.plan_name())
    }

    fn plan(&self) -> &Plan {
        self.opened.chosen.workbench.plan()
    }

    fn is_modified(&self) -> bool {
        self.document().is_modified()
    }

    /// The name of the file, or what an unsaved plan is called.
    fn plan_name(&self) -> String {
        match self.path().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.screen.settings.title(&self.plan().header().title).to_owned(),
        }
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.restyle(ui.ctx());
        self.shaper.begin_frame(ui.ctx());
        self.receive_files(ui.ctx());
        self.handle_keys(ui);
        self.opened.chosen.follow();
        self.opened.gesture.follow(ui.ctx(), &self.opened.chosen.workbench);
        let now = (self.clock)(self.plan());
        if now.is_some() {
            // The line that marks it moves once a minute.
            ui.ctx().request_repaint_after(std::time::Duration::from_mins(1));
        }
        let waiting = self.waiting();
        let Self { opened, screen, shaper, dialogs, notices, .. } = self;
        let view = Opened::view_index(&screen.settings);
        let Opened { chosen, path, preview, gesture, views, navigator, inspector, findings, windows } = opened;
        // A preview lasts as long as somebody asks for it in every frame.
        let preview = std::mem::take(preview);
        let mut cx = ViewContext::new(chosen, screen, &preview);
        cx.now = now;
        let fill = |color| Frame::new().fill(color);
        let bar = fill(cx.theme.panel).inner_margin(Margin::symmetric(10, 6));
        Panel::top("top-bar").frame(bar).show(ui, |ui| top_bar::ui(ui, &cx, path.as_deref(), &*views[view]));
        let bar = fill(cx.theme.panel).inner_margin(Margin::symmetric(10, 3));
        Panel::bottom("status-line").frame(bar).show(ui, |ui| status_line::ui(ui, &cx, views[view].status(&cx)));
        let side = fill(cx.theme.panel);
        let mut findings_open = cx.settings.findings_open;
        Panel::bottom("findings")
            .frame(side)
            .resizable(true)
            .default_size(240.0)
            .size_range(120.0..=520.0)
            .show_collapsible(ui, &mut findings_open, |ui| findings.ui(ui, &cx));
        let mut navigator_open = cx.settings.navigator_open;
        Panel::left("navigator").frame(side).default_size(232.0).size_range(180.0..=420.0).show_collapsible(
            ui,
            &mut navigator_open,
            |ui| held(ui, |ui| navigator.ui(ui, &cx, gesture)),
        );
        let mut inspector_open = cx.settings.inspector_open;
        Panel::right("inspector").frame(side).default_size(292.0).size_range(240.0..=520.0).show_collapsible(
            ui,
            &mut inspector_open,
            |ui| held(ui, |ui| inspector.ui(ui, &cx)),
        );
        CentralPanel::default().frame(fill(cx.theme.ground)).show(ui, |ui| {
            views[view].ui(ui, &cx, &mut Tools { shaper, gesture });
        });
        windows.ui(ui, &cx);
        notices.ui(ui, &cx);
        let answers = dialogs.ui(ui, &cx, waiting.as_ref());
        let actions = cx.into_actions();
        let settings = &mut screen.settings;
        settings.navigator_open = navigator_open;
        settings.inspector_open = inspector_open;
        settings.findings_open = findings_open;
        if let Some(choices) = windows.export.choices_to_remember()
            && settings.export != *choices
        {
            settings.export = choices.clone();
        }
        for action in actions {
            self.handle(ui.ctx(), action);
        }
        for answer in answers {
            self.handle_answer(ui.ctx(), answer);
        }
        self.handle_window(ui.ctx());
        focus::end_frame(ui.ctx());
        self.shaper.end_frame(ui.ctx());
    }

    /// What the planner has to wait for, where that is so.
    fn waiting(&self) -> Option<Waiting> {
        let file = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match &self.pending {
            Pending { opening: Some(opening), .. } => Some(Waiting::Opening(file(&opening.path))),
            Pending { quits_when_done: true, .. } => {
                Some(Waiting::Quitting { can_stop: self.opened.windows.export.is_working() })
            }
            _ => None,
        }
    }

    /// Colours and fonts follow the settings, and the system.
    fn restyle(&mut self, ctx: &egui::Context) {
        let brightness = self.screen.settings.brightness(ctx.system_theme());
        let settings = &self.screen.settings;
        let zoom = f32::from(settings.screen_percent) / 100.0;
        if (ctx.zoom_factor() - zoom).abs() > 0.001 {
            ctx.set_zoom_factor(zoom);
        }
        let contrast = if settings.high_contrast { Contrast::High } else { Contrast::Normal };
        let wanted = (brightness, contrast, settings.reduced_motion);
        if self.styled != Some(wanted) {
            // Those keys are commands of the desk.
            ctx.options_mut(|options| options.zoom_with_keyboard = false);
            self.screen.theme = Theme::new(brightness, contrast);
            style::apply(&self.screen.theme, ctx, settings.reduced_motion);
            self.styled = Some(wanted);
        }
    }
}

/// Draws into the room there is: what is in a panel must not widen it, or it would creep from frame to frame.
fn held(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let rect = ui.available_rect_before_wrap();
    content(&mut ui.new_child(UiBuilder::new().max_rect(rect)));
    ui.advance_cursor_after_rect(rect);
}

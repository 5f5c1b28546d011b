//! The desk: what stands where around the open plan, and what happens with what was asked for.

mod actions;
mod adding;
mod agendas;
mod banner;
mod clipboard;
mod commands;
mod comparing;
mod copies;
mod files;
mod frame;
mod holding;
mod journal;
mod kept;
mod keys;
mod merging;
mod notice;
mod notices;
mod opened;
mod pending;
mod recovery;
mod releasing;
mod said;
mod shared;
mod walk;
mod zones;

use std::path::{Path, PathBuf};

use egui::{CentralPanel, Frame, Panel, Ui};

use crate::edit::Document;
use crate::model::{CivilTime, Plan, SessionId, zone};
use crate::store::FileMark;
use crate::texts::Texts;
use crate::workbench::Workbench;

use super::context::{Screen, ViewContext};
use super::hall::Hall;
use super::paint::text::Shaper;
use super::panel::navigator::RAIL_WIDTH;
use super::panel::status_line::{self, Standing};
use super::panel::top_line;
use super::selection::Selection;
use super::settings::{self, Settings};
use super::style::{self, Brightness, Contrast, Theme, size};
use super::system::dialogs::{Chooser, FileDialogs, Waiting};
use super::system::journals::Journals;
use super::view::{Tools, View, view_named};
use super::widget::focus::{self, Area};
use frame::{Beside, Line};
use notices::Notices;
use opened::Opened;
use pending::Pending;
use recovery::Recovering;
use shared::Introduction;

/// The clock of the desk: the time now in the zone of the plan, or nothing where pictures must not depend on it.
pub type Clock = Box<dyn Fn(&Plan) -> Option<CivilTime>>;

/// Says the moment now, in seconds of UTC since 1970; nothing where pictures must not depend on it.
pub type Seconds = Box<dyn Fn() -> Option<i64>>;

/// Everything behind the main window.
pub struct Desk {
    opened: Opened,
    screen: Screen,
    styled: Option<(Brightness, Contrast, bool)>,
    clock: Clock,
    seconds: Seconds,
    shaper: Shaper,
    dialogs: FileDialogs,
    notices: Notices,
    pending: Pending,
    /// How journals are kept; none where nothing is to be written.
    journals: Option<Journals>,
    recovering: Recovering,
    /// How the program is called where others are told who has a plan open.
    introduction: Option<Introduction>,
    /// Navigator and inspector in a window that is too narrow for them; `None` while it is not.
    narrow: Option<(bool, bool)>,
    /// Events that wait for the next frame, and for how many frames they have waited.
    held: Vec<egui::Event>,
    waited: u8,
    /// The session that had the keyboard when Space went down.
    space: Option<SessionId>,
    /// Whether the first property of what is selected is to get the keyboard.
    opens: bool,
}

impl Desk {
    /// A desk with `plan` open as an unsaved copy, or as the content of `path`.
    #[must_use]
    pub fn new(plan: Plan, path: Option<PathBuf>, settings: Settings) -> Self {
        let mut desk = Self {
            opened: Opened::new(Workbench::new(plan), path, &settings.export),
            screen: Screen {
                texts: Texts::new(settings.language),
                theme: Theme::new(Brightness::Light, Contrast::Normal),
                settings,
            },
            styled: None,
            clock: Box::new(|_| None),
            seconds: Box::new(|| None),
            shaper: Shaper::default(),
            dialogs: FileDialogs::default(),
            notices: Notices::default(),
            pending: Pending::default(),
            journals: None,
            recovering: Recovering::default(),
            introduction: None,
            narrow: None,
            held: Vec::new(),
            waited: 0,
            space: None,
            opens: false,
        };
        // It has just been read.
        desk.opened.base = Some(desk.plan().clone());
        desk.opened.mark = desk.path().and_then(|path| FileMark::at(path).ok().flatten());
        desk.return_to_last_day();
        desk
    }

    /// With a clock for the "now" line.
    #[must_use]
    pub fn with_clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// With a clock for the podium.
    #[must_use]
    pub fn with_seconds(mut self, seconds: Seconds) -> Self {
        self.seconds = seconds;
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
        let name = self.plan_name();
        if self.opened.shared.is_read_only() {
            return format!("{mark}{name} ({}) — Plenary", self.screen.texts.text("read-only"));
        }
        format!("{mark}{name} — Plenary")
    }

    fn plan(&self) -> &Plan {
        self.opened.chosen.workbench.plan()
    }

    /// Whether navigator and inspector are open.
    #[must_use]
    pub fn panels(&self) -> (bool, bool) {
        let is_wide = view_named(&self.screen.settings.view).is_wide;
        self.narrow.unwrap_or_else(|| self.screen.settings.panels(is_wide))
    }

    /// Whether navigator and inspector are open beside the view that is open.
    fn panels_mut(&mut self) -> (&mut bool, &mut bool) {
        if let Some((navigator, inspector)) = &mut self.narrow {
            return (navigator, inspector);
        }
        let is_wide = view_named(&self.screen.settings.view).is_wide;
        self.screen.settings.panels_mut(is_wide)
    }

    fn is_modified(&self) -> bool {
        self.document().is_modified()
    }

    /// The name of the file, or what an unsaved plan is called; in one line, and without marks that turn what follows.
    fn plan_name(&self) -> String {
        let name = match self.path().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.screen.settings.title(&self.plan().header().title).to_owned(),
        };
        one_line(&name)
    }

    /// The time now, on the clock of the day's event.
    pub(super) fn now(&self) -> Option<CivilTime> {
        (self.clock)(self.plan()).map(|home| self.opened.chosen.workbench.where_it_is_read(home))
    }

    /// The time now in UTC.
    fn utc(&self) -> Option<CivilTime> {
        (self.clock)(self.plan()).map(|home| zone::convert(home, self.plan().header().zone, zone::Tz::UTC))
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let window = ui.available_width();
        self.begin_frame(ui, window);
        let (now, utc, moment) = (self.now(), self.utc(), (self.seconds)());
        if now.is_some() {
            // The line that marks it moves once a minute.
            ui.ctx().request_repaint_after(std::time::Duration::from_mins(1));
        }
        let waiting = self.waiting();
        let panels = self.panels();
        let journal = self.journal_state(ui.ctx());
        let Self { opened, screen, shaper, dialogs, notices, .. } = self;
        let view = Opened::view_index(&screen.settings);
        let Opened { chosen, path, preview, gesture, views, date, date_strip, .. } = opened;
        let Opened { navigator, inspector, findings, windows, hall, shared, undecided, .. } = opened;
        // A preview lasts as long as somebody asks for it in every frame.
        let preview = std::mem::take(preview);
        let mut cx = ViewContext::new(chosen, screen, &preview);
        (cx.now, cx.utc, cx.moment, cx.date, cx.panels) = (now, utc, moment, *date, panels);
        let (ground, paper) = (cx.theme.ground, cx.theme.panel);
        Line::above("top-line", size::TOP, ground)
            .of(Area::TopLine)
            .ui(ui, &cx, |ui| top_line::ui(ui, &cx, path.as_deref()));
        Line::above("date-strip", size::STRIP, paper)
            .of(Area::DateStrip)
            .ui(ui, &cx, |ui| date_strip.ui(ui, &cx, gesture));
        let mut answers = Vec::new();
        let undecided = undecided.as_ref().and_then(|(_, first)| Some(&first.as_ref()?.banner));
        let copy = shared.copies.banner();
        if let Some(banner) = shared.banner.as_ref().or(undecided).or(copy.as_ref()) {
            let line = Line::above("banner", banner::HEIGHT, cx.theme.warning_soft).of(Area::Messages);
            line.ui(ui, &cx, |ui| answers.extend(banner.ui(ui, &cx)));
        }
        let status = [views[view].typing(&cx), views[view].status(&cx)];
        Line::below("status-line", size::STATUS, ground).of(Area::StatusLine).ui(ui, &cx, |ui| {
            status_line::ui(ui, &cx, gesture, (status, Standing { has_file: path.is_some(), journal }))
        });
        let mut findings_open = cx.settings.findings_open;
        Panel::bottom("findings")
            .frame(Frame::new().fill(paper))
            .resizable(true)
            .default_size(240.0)
            .size_range(120.0..=520.0)
            .show_collapsible(ui, &mut findings_open, |ui| findings.ui(ui, &cx));
        let (mut navigator_open, mut inspector_open) = cx.panels;
        let navigator_width = if navigator_open {
            let beside = Beside::left("navigator", settings::NAVIGATOR, window);
            beside.ui(ui, &cx, &mut navigator_open, |ui| navigator.ui(ui, &cx, gesture))
        } else {
            frame::rail(ui, &cx, RAIL_WIDTH, |ui| navigator.rail_ui(ui, &cx, gesture));
            None
        };
        let inspector_width = if let Some(docked) = windows.docked() {
            frame::dock(ui, &cx, |ui| docked.docked_ui(ui, &cx));
            None
        } else {
            let beside = Beside::right("inspector", settings::INSPECTOR, window);
            let dragged = gesture.what_if();
            beside.ui(ui, &cx, &mut inspector_open, |ui| inspector.ui(ui, &cx, dragged))
        };
        if views[view].has_line() {
            let line = Line::above("view-line", size::VIEW_LINE, paper).of(Area::ViewLine);
            line.ui(ui, &cx, |ui| views[view].line_ui(ui, &cx));
        }
        CentralPanel::default().frame(Frame::new().fill(paper)).show(ui, |ui| {
            focus::note_area(ui, &cx, Area::View);
            gesture.set_view(ui.max_rect());
            views[view].ui(ui, &cx, &mut Tools { shaper, gesture });
        });
        let in_sight = views[view].date().or(cx.date);
        windows.ui(ui, &cx);
        hall_ui(ui, &cx, hall, views);
        notices.ui(ui, &cx, if findings_open { 0.0 } else { views[view].foot() });
        answers.extend(dialogs.ui(ui, &cx, waiting.as_ref()));
        let actions = cx.into_actions();
        let is_other_day = in_sight != *date;
        *date = in_sight;
        let settings = &mut screen.settings;
        settings.navigator_width = navigator_width.or(settings.navigator_width);
        settings.inspector_width = inspector_width.or(settings.inspector_width);
        settings.findings_open = findings_open;
        windows.export.remember_in(settings);
        let panels = self.panels_mut();
        (*panels.0, *panels.1) = (navigator_open, inspector_open);
        if is_other_day {
            // The strip has been drawn already.
            ui.ctx().request_repaint();
            self.note_day();
        }
        for action in actions {
            self.handle(ui.ctx(), action);
        }
        for answer in answers {
            self.handle_answer(ui.ctx(), answer);
        }
        self.handle_window(ui.ctx());
        self.keep(ui.ctx());
        self.open_inspector(ui.ctx());
        focus::end_frame(ui.ctx(), &self.screen.theme);
        self.shaper.end_frame(ui.ctx());
    }

    /// Takes in what happened since the last frame.
    fn begin_frame(&mut self, ui: &mut Ui, window: f32) {
        self.restyle(ui.ctx());
        // What is opened there is forgotten when the window gets wide again, and what was open there comes back.
        self.narrow = (window < size::ROOM_FOR_PANELS).then(|| self.narrow.unwrap_or_default());
        self.shaper.begin_frame(ui.ctx());
        self.name_frame(ui.ctx());
        self.receive_files(ui.ctx());
        self.follow_file(ui.ctx());
        self.receive_merge(ui.ctx());
        self.receive_put_aside();
        self.handle_keys(ui);
        self.follow_undecided();
        self.follow_compared(ui.ctx());
        self.opened.chosen.follow();
        self.opened.gesture.follow(ui.ctx(), &self.opened.chosen.workbench);
    }

    /// Says what the window is called.
    fn name_frame(&self, ctx: &egui::Context) {
        let title = self.window_title();
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title));
    }

    /// Gives the keyboard to the first property of what is selected, as soon as that is there.
    fn open_inspector(&mut self, ctx: &egui::Context) {
        if std::mem::take(&mut self.opens) {
            match focus::first_of(ctx, Area::Inspector) {
                Some(first) => focus::give_to(ctx, first),
                None => self.opens = self.panels().1,
            }
        }
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

/// A text from elsewhere in one line, and without marks that turn what follows.
fn one_line(text: &str) -> String {
    text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'), " ")
}

/// What a file is called, without its folder.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Shows the window in the hall; keys that are pressed in it are for the view that answers it, shown or not.
fn hall_ui(ui: &Ui, cx: &ViewContext<'_>, hall: &mut Hall, views: &mut [Box<dyn View>]) {
    let keys = hall.ui(ui, cx);
    if keys.is_empty() {
        return;
    }
    if let Some(podium) = views.iter_mut().find(|view| view.answers_hall()) {
        podium.press_keys(cx, &keys);
        ui.ctx().request_repaint();
    }
}

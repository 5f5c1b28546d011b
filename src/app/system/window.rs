//! The real window, by eframe, and what can keep it from opening.

use std::any::Any;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Event, ViewportBuilder, ViewportCommand};

use crate::model::{CivilTime, Plan, zone};
use crate::store::write_handout;

use crate::app::desk::Desk;
use crate::app::settings::{LEAST_WINDOW, Settings, WindowPlace};
use crate::app::style::fonts;
use crate::app::system::journals::Journals;
use crate::app::system::signals::{self, Ends};
use crate::app::system::tasks::Task;
use crate::app::system::watch::holder;

/// With what the program starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// With a plan, and the file that it is in.
    With(Option<PathBuf>),
    /// With what was open the last time.
    Reopening,
    /// With a file of tables or of another tool, which may begin a plan.
    BringingIn(PathBuf),
}

/// Opens the window and stays until it is closed. `reopens` says that the file that was open last takes the place of
/// `plan`, if it is still there.
///
/// # Errors
/// One sentence that says why there can be no window, and what to do.
pub fn run(plan: Plan, start: Start) -> Result<(), String> {
    check_display()?;
    let mut settings = load_settings();
    if settings.author.is_empty() {
        settings.author = holder().who;
    }
    let place = settings.window;
    let size = place.map_or((1360.0, 860.0), |place| place.size);
    let viewport = ViewportBuilder::default()
        .with_title("Plenary")
        .with_app_id("plenary")
        .with_inner_size([size.0, size.1])
        .with_min_inner_size([LEAST_WINDOW.0, LEAST_WINDOW.1])
        .with_maximized(place.is_some_and(|place| place.is_maximized))
        .with_icon(icon());
    let options = eframe::NativeOptions { viewport, centered: true, ..Default::default() };
    let app = move |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>> {
        cc.egui_ctx.set_fonts(fonts::definitions());
        let path = if let Start::With(path) = &start { path.clone() } else { None };
        if let Some(path) = &path {
            settings.remember(std::path::absolute(path).unwrap_or_else(|_| path.clone()));
        }
        let desk = Desk::new(plan, path, settings).with_clock(Box::new(now)).with_introduction(holder);
        let desk = desk.with_seconds(Box::new(|| Some(chrono::Utc::now().timestamp())));
        let mut desk = desk.with_journals(Journals::of_user());
        match start {
            Start::Reopening => desk.reopen(&cc.egui_ctx),
            Start::BringingIn(file) => desk.begin_with(file),
            Start::With(_) => {}
        }
        desk.look_for_journals(&cc.egui_ctx);
        let kept = desk.settings().clone();
        let ends = signals::listen(&cc.egui_ctx);
        let window = Window { desk, ends, title: String::new(), kept, keeping: None, later: Vec::new(), sought: place, place };
        Ok(Box::new(window))
    };
    hush_missing_libraries();
    match panic::catch_unwind(AssertUnwindSafe(|| eframe::run_native("plenary", options, Box::new(app)))) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(explain(&error)),
        Err(panicked) => match message_of(&*panicked).and_then(missing_library) {
            Some(library) => Err(missing(library)),
            None => panic::resume_unwind(panicked),
        },
    }
}

struct Window {
    desk: Desk,
    ends: Ends,
    title: String,
    /// The settings as they are on the disk, or will be.
    kept: Settings,
    /// Settings that are being written.
    keeping: Option<Task<()>>,
    /// What happened after a button of the pointer, for the next frame.
    later: Vec<Event>,
    /// Where the window was last time, until it is there again.
    sought: Option<WindowPlace>,
    /// Where the window is.
    place: Option<WindowPlace>,
}

impl Window {
    /// Puts the window where it was, once it is known how large the screen is, and notes where it is.
    fn place(&mut self, ctx: &egui::Context) {
        // Points of the window system: those of the program are larger or smaller.
        let zoom = ctx.zoom_factor();
        let (inner, outer, screen, is_maximized) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.inner_rect, viewport.outer_rect, viewport.monitor_size, viewport.maximized == Some(true))
        });
        if let (Some(sought), Some(screen)) = (self.sought, screen) {
            self.sought = None;
            let screen = screen * zoom;
            if let Some((x, y)) = sought.corner_on((screen.x, screen.y)).filter(|_| !sought.is_maximized) {
                let corner = egui::Pos2::new(x, y) / zoom;
                ctx.send_viewport_cmd(ViewportCommand::OuterPosition(corner));
            }
            return;
        }
        if let (Some(inner), Some(outer)) = (inner, outer) {
            let now = WindowPlace {
                corner: (outer.left() * zoom, outer.top() * zoom),
                size: (inner.width() * zoom, inner.height() * zoom),
                is_maximized: false,
            };
            // What it is when it is not maximized stays known.
            let usual = if is_maximized { self.place.unwrap_or(now) } else { now };
            self.place = Some(WindowPlace { is_maximized, ..usual });
        }
    }
}

impl eframe::App for Window {
    fn raw_input_hook(&mut self, _ctx: &egui::Context, input: &mut egui::RawInput) {
        hold_back(&mut self.later, &mut input.events);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.place(ui.ctx());
        if self.ends.is_asked() {
            self.desk.interrupt(ui.ctx());
        }
        self.desk.ui(ui);
        if !self.later.is_empty() {
            ui.ctx().request_repaint();
        }
        let title = self.desk.window_title();
        if title != self.title {
            ui.ctx().send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        if self.keeping.as_ref().is_some_and(|keeping| keeping.poll().is_some()) {
            self.keeping = None;
        }
        if self.keeping.is_none() && *self.desk.settings() != self.kept {
            self.kept = self.desk.settings().clone();
            let text = self.kept.to_ron();
            self.keeping = Some(Task::start(ui.ctx(), "settings", move |_| keep_settings(&text)));
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.desk.close_journal();
        // What was chosen last may not have been written yet.
        let settings = Settings { window: self.place, ..self.desk.settings().clone() };
        if self.keeping.is_some() || settings != self.kept {
            keep_settings(&settings.to_ron());
        }
    }
}

/// Ends a frame's events with the first press or release, and keeps the others for the next frame.
///
/// egui looks once per frame at what lies under the pointer, where it is at the end. When a slow frame takes in a press
/// and the movement that follows, the drag would begin on what lies there instead of on what was pressed; and a drop
/// would land where the pointer went afterwards.
fn hold_back(later: &mut Vec<Event>, events: &mut Vec<Event>) {
    events.splice(0..0, later.drain(..));
    if let Some(at) = events.iter().position(|event| matches!(event, Event::PointerButton { .. })) {
        *later = events.split_off(at + 1);
    }
}

fn now(plan: &Plan) -> Option<CivilTime> {
    Some(zone::civil(chrono::Utc::now(), plan.header().zone))
}

fn icon() -> Arc<egui::IconData> {
    let data = eframe::icon_data::from_png_bytes(include_bytes!("../../../assets/icon/plenary-256.png"));
    Arc::new(data.unwrap_or_default())
}

fn settings_path() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "plenary")?.config_dir().join("settings.ron"))
}

fn load_settings() -> Settings {
    let text = settings_path().and_then(|path| fs::read_to_string(path).ok()).unwrap_or_default();
    Settings::from_ron(&text)
}

/// Choices about the desk are worth keeping and not worth an error.
fn keep_settings(text: &str) {
    if let Some(path) = settings_path() {
        let _ = path.parent().map(fs::create_dir_all);
        let _ = write_handout(&path, text.as_bytes());
    }
}

/// Without a display, the libraries underneath would panic or speak of their own parts.
fn check_display() -> Result<(), String> {
    if cfg!(target_os = "linux") && !["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_set) {
        return Err("there is no display to open a window on; without one, `plenary check FILE` reads a plan and \
                    `plenary render FILE -o picture.png` draws it"
            .to_owned());
    }
    Ok(())
}

/// What an error of the window system means to somebody who wants to start the program.
fn explain(error: &eframe::Error) -> String {
    match error {
        eframe::Error::NoGlutinConfigs(..) | eframe::Error::Glutin(_) | eframe::Error::OpenGL(_) => {
            explain_no_opengl(x_server_has_glx())
        }
        _ => explain_text(&error.to_string()),
    }
}

/// What it means that there is no OpenGL, by whether the X server speaks GLX, where there is an X server.
fn explain_no_opengl(glx: Option<bool>) -> String {
    match glx {
        Some(false) => "the window could not be opened: the X server has no GLX, by which programs draw with OpenGL; \
                        start it with GLX (`Xvfb` has it from `+extension GLX`, others from their module `glx`)"
            .to_owned(),
        Some(true) | None => missing("an OpenGL driver"),
    }
}

/// Asks the X server itself: for glutin, a server without GLX and a library that is not there are the same error.
#[cfg(target_os = "linux")]
fn x_server_has_glx() -> Option<bool> {
    use x11rb::protocol::xproto::ConnectionExt as _;

    if is_wayland() {
        return None;
    }
    let (server, _) = x11rb::connect(None).ok()?;
    Some(server.query_extension(b"GLX").ok()?.reply().ok()?.present)
}

#[cfg(not(target_os = "linux"))]
fn x_server_has_glx() -> Option<bool> {
    None
}

fn explain_text(error: &str) -> String {
    // winit puts the place in its own source first: `os error at …/mod.rs:788: what happened`.
    let cause =
        error.split_once("os error at ").and_then(|(_, rest)| rest.split_once(": ")).map_or(error, |(_, why)| why);
    let lower = cause.to_lowercase();
    if lower.contains("xlib") {
        missing("an X11 library")
    } else if lower.contains("connection to x server") {
        format!(
            "no X server answers at DISPLAY={}: set DISPLAY to one that does, and see that it lets this user in",
            std::env::var("DISPLAY").unwrap_or_default()
        )
    } else if lower.contains("wayland library") {
        missing("a Wayland library")
    } else if lower.contains("wayland compositor") {
        "no Wayland compositor answers at WAYLAND_DISPLAY: set it to one that does, or unset it to use X11".to_owned()
    } else {
        format!("the window could not be opened: {cause}")
    }
}

/// What is enough for X11 on a bare Debian 12; `libgl1` brings a driver that needs no graphics card.
const X11_PACKAGES: &str = "libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1";
/// What is enough for Wayland on a bare Debian 12, likewise with a driver.
const WAYLAND_PACKAGES: &str = "libwayland-client0 libwayland-egl1 libxkbcommon0 libegl1 libgl1-mesa-dri";

/// One line for a part of the system that is not there. It names all packages: more than one may be missing.
fn missing(part: &str) -> String {
    if !cfg!(target_os = "linux") {
        return format!("the window could not be opened: {part} is missing");
    }
    let packages = if is_wayland() { WAYLAND_PACKAGES } else { X11_PACKAGES };
    format!(
        "the window could not be opened: {part} is missing; on Debian or Ubuntu, \
         `sudo apt-get install {packages}` brings it"
    )
}

/// The keyboard library reports its absence by a panic. [`run`] turns that one into a sentence, so the hook says nothing
/// of it; every other panic is reported as before.
fn hush_missing_libraries() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if message_of(info.payload()).and_then(missing_library).is_none() {
            report(info);
        }
    }));
}

fn message_of(payload: &(dyn Any + Send)) -> Option<&str> {
    payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str))
}

/// The library that a panic of `xkbcommon-dl` names.
fn missing_library(message: &str) -> Option<&str> {
    message.strip_prefix("Library ")?.strip_suffix(" could not be loaded.")
}

fn is_wayland() -> bool {
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_set)
}

fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_panic_of_a_missing_library_is_taken_for_one() {
        assert_eq!(missing_library("Library libxkbcommon-x11.so could not be loaded."), Some("libxkbcommon-x11.so"));
        assert_eq!(missing_library("called `Option::unwrap()` on a `None` value"), None);
    }

    #[test]
    fn an_x_server_without_glx_is_no_missing_package() {
        let without_glx = explain_no_opengl(Some(false));
        assert!(without_glx.contains("GLX") && !without_glx.contains("install"), "{without_glx}");
        for glx in [Some(true), None] {
            assert_eq!(explain_no_opengl(glx), missing("an OpenGL driver"));
        }
    }

    #[test]
    fn a_press_is_seen_before_the_movement_that_follows() {
        let moved = |x| Event::PointerMoved(egui::pos2(x, 0.0));
        let button = |x, pressed| Event::PointerButton {
            pos: egui::pos2(x, 0.0),
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        let mut later = Vec::new();
        let mut frame = |new: Vec<Event>| {
            let mut events = new;
            hold_back(&mut later, &mut events);
            events
        };
        assert_eq!(frame(vec![moved(1.0), button(1.0, true), moved(2.0), moved(3.0)]), [moved(1.0), button(1.0, true)]);
        assert_eq!(frame(vec![button(4.0, false), moved(5.0)]), [moved(2.0), moved(3.0), button(4.0, false)]);
        assert_eq!(frame(Vec::new()), [moved(5.0)]);
        assert_eq!(frame(Vec::new()), []);
    }

    #[test]
    fn an_error_is_one_line_without_the_source_of_a_library() {
        let inside = "winit EventLoopError: os error at /x/winit/mod.rs:788: ";
        for cause in ["Failed to load one of xlib's shared libraries", "Failed to open connection to X server", "Other"]
        {
            let text = explain_text(&format!("{inside}{cause}"));
            assert!(!text.contains('\n') && !text.contains("mod.rs"), "{text}");
        }
        assert_eq!(explain_text(&format!("{inside}no: more")), "the window could not be opened: no: more");
    }
}

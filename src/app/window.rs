//! The real window, by eframe.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{ViewportBuilder, ViewportCommand};

use crate::model::{CivilTime, Plan, zone};

use super::desk::Desk;
use super::settings::Settings;
use super::theme::fonts;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// One sentence that says why there can be no window, and what to do.
pub fn run(plan: Plan, path: Option<PathBuf>) -> Result<(), String> {
    check_display()?;
    let viewport = ViewportBuilder::default()
        .with_title("Plenary")
        .with_app_id("plenary")
        .with_inner_size([1360.0, 860.0])
        .with_min_inner_size([860.0, 520.0])
        .with_icon(icon());
    let options = eframe::NativeOptions { viewport, centered: true, ..Default::default() };
    let app = move |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>> {
        cc.egui_ctx.set_fonts(fonts::definitions());
        let mut settings = load_settings();
        if let Some(path) = &path {
            settings.remember(std::path::absolute(path).unwrap_or_else(|_| path.clone()));
        }
        let desk = Desk::new(plan, path, settings).with_clock(Box::new(now));
        Ok(Box::new(Window { desk, title: String::new(), kept: String::new() }))
    };
    eframe::run_native("plenary", options, Box::new(app)).map_err(|error| explain(&error.to_string()))
}

struct Window {
    desk: Desk,
    title: String,
    kept: String,
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.desk.ui(ui);
        let title = self.desk.window_title();
        if title != self.title {
            ui.ctx().send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        let settings = self.desk.settings().to_ron();
        if settings != self.kept {
            if !self.kept.is_empty() {
                keep_settings(&settings);
            }
            self.kept = settings;
        }
    }
}

fn now(plan: &Plan) -> Option<CivilTime> {
    Some(zone::civil(chrono::Utc::now(), plan.header().zone))
}

fn icon() -> Arc<egui::IconData> {
    let data = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/plenary-256.png"));
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
        let _ = fs::write(path, text);
    }
}

/// Without a display, the libraries underneath would panic or speak of their own parts.
fn check_display() -> Result<(), String> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(set) {
        return Err("there is no display to open a window on; without one, `plenary check FILE` reads a plan and \
                    `plenary render FILE -o picture.png` draws it"
            .to_owned());
    }
    Ok(())
}

/// What an error of the window system means to somebody who wants to start the program.
fn explain(error: &str) -> String {
    let missing = |packages: &str| {
        format!(
            "the window could not be opened ({error}); on Debian or Ubuntu, `sudo apt-get install {packages}` brings what is missing"
        )
    };
    let lower = error.to_lowercase();
    if lower.contains("xlib") {
        missing("libx11-6 libx11-xcb1 libxcursor1 libxi6")
    } else if lower.contains("xkbcommon") {
        missing("libxkbcommon-x11-0")
    } else if lower.contains("glutin") || lower.contains("egl") || lower.contains("glx") || lower.contains("opengl") {
        missing("libgl1")
    } else {
        format!("the window could not be opened: {error}")
    }
}

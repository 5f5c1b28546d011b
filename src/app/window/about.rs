//! What the program is.

use egui::{Align2, Ui, vec2};

use super::Floating;
use crate::app::context::ViewContext;
use crate::model::zone;
use crate::texts::Value;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct AboutWindow {
    open: bool,
}

impl AboutWindow {
    /// Opens or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }
}

impl Floating for AboutWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if self.open {
            egui::Window::new(cx.text("command-about"))
                .open(&mut self.open)
                .collapsible(false)
                .resizable(false)
                .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
                .show(ui.ctx(), |ui| about_ui(ui, cx));
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        self.open = false;
    }
}

fn about_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.set_width(380.0);
    ui.heading(format!("Plenary {}", env!("CARGO_PKG_VERSION")));
    ui.label(cx.text("about-text"));
    ui.add_space(6.0);
    ui.weak(cx.texts.text_with("about-zones", &[("version", Value::from(zone::database_version()))]));
    ui.weak(cx.text("about-fonts"));
    ui.weak(cx.text("about-licence"));
}

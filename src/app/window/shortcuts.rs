//! Keys and gestures.

use egui::{Align2, RichText, Ui, vec2};

use super::Floating;
use crate::app::commands;
use crate::app::context::ViewContext;
use crate::app::widget::menus::shortcut_text;

/// The window, open or not.
#[derive(Debug, Default)]
pub struct ShortcutsWindow {
    open: bool,
}

impl ShortcutsWindow {
    /// Opens or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }
}

impl Floating for ShortcutsWindow {
    fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) {
        if self.open {
            egui::Window::new(cx.text("command-shortcuts"))
                .open(&mut self.open)
                .collapsible(false)
                .default_width(430.0)
                .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
                .vscroll(true)
                .show(ui.ctx(), |ui| shortcuts_ui(ui, cx));
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        self.open = false;
    }
}

fn shortcuts_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.label(RichText::new(cx.text("shortcuts-mouse")).strong());
    for id in [
        cx.text("shortcuts-drag"),
        cx.text("shortcuts-edge"),
        cx.text("shortcuts-ground"),
        cx.text("shortcuts-band"),
        cx.text("shortcuts-copy"),
        cx.text("shortcuts-keep"),
        cx.text("shortcuts-free"),
        cx.text("shortcuts-wheel"),
    ] {
        ui.label(id);
    }
    ui.add_space(8.0);
    ui.label(RichText::new(cx.text("shortcuts-keys")).strong());
    for id in [cx.text("shortcuts-arrows"), cx.text("shortcuts-resize"), cx.text("shortcuts-rooms")] {
        ui.label(id);
    }
    egui::Grid::new("shortcuts").num_columns(2).spacing(vec2(24.0, 5.0)).show(ui, |ui| {
        for command in commands::all() {
            if let Some(keys) = shortcut_text(ui, command) {
                ui.label(RichText::new(keys).color(cx.theme.accent));
                ui.label(cx.text(command.text_ids().0));
                ui.end_row();
            }
        }
    });
}

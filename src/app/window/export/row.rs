//! A line of the choices.

use egui::{RichText, Ui, vec2};

use crate::app::context::ViewContext;

/// A choice with its name before it.
pub fn row(ui: &mut Ui, cx: &ViewContext<'_>, name: &'static str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let room = vec2(108.0, ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(room, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(room.x);
            ui.add(egui::Label::new(RichText::new(cx.text(name)).color(cx.theme.text_2)).truncate());
        });
        let room = vec2(ui.available_width() - 12.0, room.y);
        ui.allocate_ui_with_layout(room, egui::Layout::left_to_right(egui::Align::Center), add);
    });
}

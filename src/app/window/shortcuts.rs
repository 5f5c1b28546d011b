//! Keys and gestures.

use egui::{Align, Label, Layout, RichText, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Floating;
use super::sheet::{PADDING, Sheet, key_caps};
use crate::app::commands;
use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::style::{Type, size};
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
            let sheet = Sheet { name: "keys", title: cx.text("command-shortcuts"), size: vec2(760.0, 640.0) };
            self.open = sheet.show(ui, cx, |ui| {
                let inner = ui.max_rect().shrink2(vec2(PADDING, 0.0));
                let mut ui = ui.new_child(UiBuilder::new().max_rect(inner));
                ScrollArea::vertical().auto_shrink(false).show(&mut ui, |ui| shortcuts_ui(ui, cx));
            });
        }
    }

    fn is_open(&self) -> bool {
        self.open
    }

    fn close(&mut self) {
        self.open = false;
    }
}

/// Two columns where there is room, else one below the other.
fn shortcuts_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let mouse = [
        cx.text("shortcuts-drag"),
        cx.text("shortcuts-edge"),
        cx.text("shortcuts-ground"),
        cx.text("shortcuts-band"),
        cx.text("shortcuts-copy"),
        cx.text("shortcuts-keep"),
        cx.text("shortcuts-free"),
        cx.text("shortcuts-wheel"),
    ];
    let keys = [cx.text("shortcuts-arrows"), cx.text("shortcuts-resize"), cx.text("shortcuts-rooms")];
    let gestures = |ui: &mut Ui| {
        for (head, lines) in [(cx.text("shortcuts-mouse"), &mouse[..]), (cx.text("shortcuts-keys"), &keys[..])] {
            ui.add_space(4.0);
            ui.label(RichText::new(head).font(Type::Head.font()));
            for &line in lines {
                ui.add(Label::new(RichText::new(line).font(Type::Body.font()).color(cx.theme.text_2)).wrap());
            }
            ui.add_space(8.0);
        }
    };
    if ui.available_width() < 600.0 {
        gestures(ui);
        commands_ui(ui, cx);
    } else {
        ui.columns_const(|[left, right]| {
            commands_ui(left, cx);
            // Columns set their texts to both edges.
            right.with_layout(Layout::top_down(Align::Min), gestures);
        });
    }
    ui.add_space(16.0);
}

/// Every command that has keys, with its key caps.
fn commands_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = (ui.available_width() - 16.0).min(380.0);
    for command in commands::all() {
        let Some(keys) = shortcut_text(ui, command) else { continue };
        let name = cx.text(command.text_ids().0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, size::ROW), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {keys}")));
        let taken = key_caps(ui, cx, rect.right_center(), &keys);
        let text = elided(ui, RichText::new(name), width - taken - 12.0);
        let at = pos2(rect.left(), (rect.center().y - text.size().y / 2.0).round());
        ui.painter().galley(at, text, cx.theme.text);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, cx.theme.line));
    }
}

//! The screen in the hall: a window of its own with the clock of the speaker and nothing else, for a second screen.

use egui::{
    CentralPanel, Event, Frame, Key, Modifiers, Ui, ViewportBuilder, ViewportClass, ViewportCommand, ViewportId,
};

use super::context::ViewContext;
use super::widget::face::{Face, running};

/// The window in the hall.
#[derive(Debug, Default)]
pub struct Hall {
    is_open: bool,
    is_full: bool,
}

impl Hall {
    /// Opens it, or closes it.
    pub fn toggle(&mut self) {
        self.is_open = !self.is_open;
        self.is_full = false;
    }

    /// Shows it while it is open; answers which other keys are pressed in it. F11 or a double click makes it fill its screen, Esc brings
    /// it back and then closes it.
    pub fn ui(&mut self, ui: &Ui, cx: &ViewContext<'_>) -> Vec<Key> {
        if !self.is_open {
            return Vec::new();
        }
        let builder = ViewportBuilder::default()
            .with_title(cx.text("podium-hall"))
            .with_app_id("plenary")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([480.0, 320.0]);
        ui.ctx().show_viewport_immediate(ViewportId::from_hash_of("hall"), builder, |ui, class| {
            self.content_ui(ui, cx);
            // Where it is no window of the system, keys are those of the desk.
            if class == ViewportClass::EmbeddedWindow { Vec::new() } else { pressed(ui) }
        })
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let frame = Frame::new().fill(cx.theme.ground);
        let response = CentralPanel::default().frame(frame).show(ui, |ui| {
            let rect = ui.available_rect_before_wrap();
            let rect = rect.shrink2(rect.size() * egui::vec2(0.045, 0.045));
            ui.allocate_rect(ui.max_rect(), egui::Sense::HOVER);
            if let Some(running) = running(cx) {
                Face::of(cx, &running).ui(ui, cx, rect);
            }
        });
        let is_double = response.response.contains_pointer()
            && ui.input(|input| input.pointer.button_double_clicked(egui::PointerButton::Primary));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let full = self.is_full;
        if pressed(Key::F11) || is_double {
            self.is_full = !self.is_full;
        }
        if pressed(Key::Escape) {
            self.is_open &= self.is_full;
            self.is_full = false;
        }
        if full != self.is_full {
            ui.ctx().send_viewport_cmd(ViewportCommand::Fullscreen(self.is_full));
        }
        if ui.input(|input| input.viewport().close_requested()) {
            self.is_open = false;
        }
    }
}

/// The keys that are pressed by themselves; plus may need Shift.
fn pressed(ui: &Ui) -> Vec<Key> {
    ui.input(|input| {
        let key = |event: &Event| match event {
            Event::Key { key, pressed: true, repeat: false, modifiers, .. }
                if modifiers.is_none() || (modifiers.shift_only() && *key == Key::Plus) =>
            {
                Some(*key)
            }
            _ => None,
        };
        input.events.iter().filter_map(key).collect()
    })
}

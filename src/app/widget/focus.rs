//! Where the keyboard is.

use egui::Rect;

/// Whether something at this place has the keyboard.
#[must_use]
pub fn has_keyboard(ctx: &egui::Context, place: Option<Rect>) -> bool {
    let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
    focused.is_some_and(|response| place.is_some_and(|place| place.contains(response.rect.center())))
}

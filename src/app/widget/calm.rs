//! Calm: after a drop, what lies under the pointer was put there, not pointed at, and tells of itself only when the pointer
//! moves again. The same holds while one works with keys.

use egui::{Context, Id, PointerState, Pos2};

/// How far the pointer has to move, in points.
const FAR: f32 = 3.0;

fn id() -> Id {
    Id::unique("calm after a drop")
}

/// Something was let go: from now on the pointer has to move.
pub fn begin(ctx: &Context) {
    if let Some(pos) = ctx.input(|input| input.pointer.latest_pos()) {
        ctx.data_mut(|data| data.insert_temp(id(), pos));
    }
}

/// A key was pressed: nothing is pointed at until the pointer moves, so that no tooltip stays in the way.
pub fn while_keys_are_used(ctx: &Context) {
    ctx.input_mut(|input| {
        let pointer = &input.pointer;
        if !pointer.any_down() && !pointer.any_pressed() && !pointer.any_released() {
            input.pointer = PointerState::default();
        }
    });
}

/// Whether the pointer has not moved since.
#[must_use]
pub fn reigns(ctx: &Context) -> bool {
    let Some(dropped) = ctx.data(|data| data.get_temp::<Pos2>(id())) else { return false };
    let pos = ctx.input(|input| input.pointer.latest_pos());
    let reigns = pos.is_some_and(|pos| pos.distance(dropped) < FAR);
    if !reigns {
        ctx.data_mut(|data| data.remove::<Pos2>(id()));
    }
    reigns
}

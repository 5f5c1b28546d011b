//! Calm after a drop: what lies under the pointer then was put there, not pointed at, and tells of itself only when the
//! pointer moves again.

use egui::{Context, Id, Pos2};

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

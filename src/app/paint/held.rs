//! When a session was really held, as a thin line along its bar: thick while it sat, a hair while it was suspended. It begins
//! with a stop, and ends with one where the meeting was adjourned, or with a point where it goes on: so it is read without
//! colours.

use egui::{Color32, Rect, pos2};

use super::bar::Bar;
use super::blocks::BlockPainter;
use crate::app::context::ViewContext;
use crate::model::{CivilTime, DAY_MINS, Held, Session, zone};

/// How thick the line is, and how far its stops reach, in points.
const THICK: f32 = 3.0;
const STOP: f32 = 6.0;
/// The room that it takes across time.
pub const ROOM: f32 = STOP + 2.0;

/// The line of a session along its bar, if it has been opened, as far as it lies in `sight`; `along` says where a minute lies
/// along time.
pub fn mark(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    (bar, sight): (&Bar<'_>, Rect),
    (session, along): (&Session, impl Fn(f64) -> f32),
) {
    let Some(held) = &session.held else { return };
    let across = if bar.look.runs_down { bar.rect.width() } else { bar.rect.height() };
    if across < 2.0 * STOP {
        return;
    }
    let line = Line { bar: bar.rect, sight, runs_down: bar.look.runs_down, color: bar.colors.bar };
    let at = |time: CivilTime| along(f64::from(time.minutes())).round();
    let end = held.adjourned.or_else(|| until_now(cx, session, held)).unwrap_or(held.latest());
    line.piece(blocks, line.with_bar((at(held.opened), at(end))), 1.0);
    for (from, to) in held.sittings() {
        line.piece(blocks, (at(from), at(to.unwrap_or(end))), THICK);
    }
    line.stop(blocks, at(held.opened));
    match held.adjourned {
        Some(end) => line.stop(blocks, at(end) - 1.0),
        None => line.point(blocks, at(end)),
    }
}

/// The time now while a meeting goes on: it is not known for how long one went on that nobody has adjourned.
fn until_now(cx: &ViewContext<'_>, session: &Session, held: &Held) -> Option<CivilTime> {
    let (read, event) = (cx.now?, cx.plan.events().get(session.event)?);
    let now = zone::convert(read, cx.workbench.zone_on(read.date()), event.zone);
    Some(now).filter(|now| *now > held.latest() && now.mins_since(held.opened) <= DAY_MINS)
}

/// Inside the lower edge of a bar, or inside its right one where time runs down.
struct Line {
    bar: Rect,
    sight: Rect,
    runs_down: bool,
    color: Color32,
}

impl Line {
    /// From one place along time to another, so thick.
    fn piece(&self, blocks: &mut BlockPainter<'_>, (from, to): (f32, f32), thick: f32) {
        let edge = self.edge() - (THICK - thick) / 2.0;
        self.rect(blocks, (from, to.max(from + 1.0)), (edge - thick, edge));
    }

    /// From the nearer end of the bar on, where the line would lie apart from it.
    fn with_bar(&self, (from, to): (f32, f32)) -> (f32, f32) {
        let bar = if self.runs_down { self.bar.y_range() } else { self.bar.x_range() };
        (from.min(bar.max), to.max(bar.min))
    }

    /// A stroke across the line.
    fn stop(&self, blocks: &mut BlockPainter<'_>, at: f32) {
        self.rect(blocks, (at, at + 2.0), (self.edge() - STOP, self.edge()));
    }

    /// A triangle in the direction of time.
    fn point(&self, blocks: &mut BlockPainter<'_>, at: f32) {
        let middle = self.edge() - THICK / 2.0;
        let half = STOP / 2.0;
        let corners = [(at, middle - half), (at + half + 1.0, middle), (at, middle + half)];
        let corners =
            corners.map(|(along, across)| if self.runs_down { pos2(across, along) } else { pos2(along, across) });
        if corners.iter().all(|&corner| self.sight.contains(corner)) {
            blocks.triangle(corners, self.color);
        }
    }

    /// Where the line ends across time.
    fn edge(&self) -> f32 {
        if self.runs_down { self.bar.right() - 2.0 } else { self.bar.bottom() - 2.0 }
    }

    fn rect(&self, blocks: &mut BlockPainter<'_>, along: (f32, f32), across: (f32, f32)) {
        let (x, y) = if self.runs_down { (across, along) } else { (along, across) };
        let rect = Rect::from_x_y_ranges(x.0..=x.1, y.0..=y.1).intersect(self.sight);
        if rect.is_positive() {
            blocks.rect(rect, self.color);
        }
    }
}

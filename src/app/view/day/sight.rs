//! What of the day is in sight: zoom, scroll, and bringing rows there.

use egui::{Rect, Ui, Vec2};

use crate::model::{DAY_MINS, RowId};

use super::DayView;
use super::layout::{self, DayLayout};
use crate::app::gesture::Gesture;
use crate::app::paint::lanes::LaneKey;
use crate::app::view::pane::asked;

/// The closest one can look, in points per minute.
pub const CLOSEST: f32 = 12.0;

impl DayView {
    /// The hours of the day, and while dragging also those that the ghost reaches.
    pub(super) fn hours(&self, gesture: &Gesture, layout: &DayLayout) -> (i32, i32) {
        let Some(last) = self.last.filter(|_| gesture.is_dragging() && !self.turned) else {
            return layout.hours;
        };
        let midnight = layout.midnight();
        let ghosts = gesture.what_if().map(|what_if| what_if.placements.as_slice()).unwrap_or_default();
        let (from, to) = ghosts.iter().fold(last.hours, |(from, to), (_, at)| {
            let (start, end) = (at.start.mins_since(midnight), at.end().mins_since(midnight));
            if end <= 0 || start >= DAY_MINS { (from, to) } else { (from.min(start), to.max(end)) }
        });
        layout::whole_hours(from, to)
    }

    /// Wheel and pinch, the middle button, the edges while dragging. Returns the scale.
    pub(super) fn navigate(
        &mut self,
        ui: &Ui,
        gesture: &Gesture,
        (whole, body): (Rect, Rect),
        (hours, scale, fit): ((i32, i32), f32, f32),
    ) -> f32 {
        let Some(last) = self.last else { return scale };
        let (mut offset, mut new_scale) = (last.offset, scale);
        let pointer = ui.input(|input| input.pointer.latest_pos());
        let is_scaled = (scale - last.scale).abs() > f32::EPSILON;
        if self.turned && (is_scaled || hours != last.hours) {
            offset.y = 0.0;
        } else if !self.turned {
            // An hour more at the top must not push everything down.
            offset.y += (last.hours.0 - hours.0) as f32 * scale;
        }
        if is_scaled && !self.turned {
            let middle = last.offset.y + body.height() / 2.0;
            offset.y += middle * (scale / last.scale - 1.0);
        }
        let asked = asked(ui, gesture, (whole, body));
        if let Some((pos, factor)) = asked.zoom {
            new_scale = (scale * factor).clamp(fit, CLOSEST.max(fit));
            let at = pos.y - body.top();
            offset.y = (offset.y + at) * (new_scale / scale) - at;
            self.scale = Some(new_scale);
        }
        offset += asked.by;
        if pointer.is_some_and(|pos| pos.y > whole.top() || !gesture.is_dragging()) {
            offset += gesture.edge_scroll(ui, body);
        }
        if offset != last.offset {
            self.offset = Some(offset);
        }
        new_scale
    }

    /// Scrolls so that the row to be revealed is in sight, or after a change of the day something at all.
    pub(super) fn reveal_in(
        &mut self,
        layout: &DayLayout,
        edges: &[f32],
        sight: Vec2,
        (hours, scale): ((i32, i32), f32),
    ) {
        let row = self.reveal.take();
        let mut offset = self.offset.or(self.last.map(|last| last.offset)).unwrap_or_default();
        let column = match row {
            Some(RowId::Session(id)) => {
                let has = |column: &layout::Column| column.places.iter().any(|place| place.block.session == id);
                layout.columns.iter().position(has)
            }
            Some(RowId::Room(id)) => layout.columns.iter().position(|column| column.key == LaneKey::Room(id)),
            _ if self.turned => {
                let busy = |index: &usize| !layout.columns[*index].places.is_empty();
                let seen = |index: &usize| edges[index + 1] > offset.x && edges[*index] < offset.x + sight.x;
                let mut all = 0..layout.columns.len();
                if all.clone().filter(busy).any(|index| seen(&index)) { None } else { all.find(busy) }
            }
            _ => None,
        };
        if column.is_some_and(|index| edges[index + 1] <= edges[index]) {
            // From the next frame on there is something to see.
            self.empty.open();
            self.reveal = row;
            return;
        }
        if let Some(index) = column {
            let (left, right) = (edges[index], edges[index + 1]);
            if left < offset.x || right > offset.x + sight.x {
                offset.x = (left - 40.0).max(0.0);
            }
            if let Some(RowId::Session(id)) = row
                && let Some(place) = layout.columns[index].places.iter().find(|place| place.block.session == id)
            {
                let of_day = (place.block.start - layout.midnight().minutes()).max(hours.0);
                let y = (of_day - hours.0) as f32 * scale;
                let height = (place.block.end - place.block.start) as f32 * scale;
                if y < offset.y || y + height > offset.y + sight.y {
                    offset.y = (y - sight.y / 4.0).max(0.0);
                }
            }
            self.offset = Some(offset);
        }
    }
}

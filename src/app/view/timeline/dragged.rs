//! What shows in the Timeline while something is dragged: the places in which it fits, and its times on the ruler.

use egui::{Rect, pos2};

use super::sheet::Sheet;
use crate::app::context::ViewContext;
use crate::app::gesture::{Gesture, Surface as _};
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::places;
use crate::model::{CivilTime, Span};

/// Above and below a place in its lane.
const GAP: f32 = 2.0;

/// Where it fits, lane by lane, and lines through all lanes where it would begin and end.
pub(super) fn paint(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, gesture: &Gesture, sheet: &Sheet<'_>) {
    let mut found = Vec::new();
    for index in sheet.lanes_in_sight() {
        let lane = sheet.lane_rect(index);
        for place in gesture.places(cx, sheet.lanes.lanes()[index].key, sheet.times_in_sight()) {
            let x = sheet.x(f64::from(place.from))..=sheet.x(f64::from(place.to));
            let rect = Rect::from_x_y_ranges(*x.start()..=*x.end(), lane.top() + GAP..=lane.bottom() - GAP - 1.0);
            places::place(blocks, cx, (rect, sheet.area));
            found.push((rect, (place.from, place.to)));
        }
    }
    for (x, time) in ends(gesture, sheet) {
        let (thick, color) = places::guide(cx, gesture.meets_neighbour(time));
        blocks.rect(Rect::from_x_y_ranges(x..=x + thick, sheet.area.y_range()), color);
    }
    for (rect, range) in found {
        places::place_words(blocks, cx, (rect, sheet.area), range);
    }
}

/// The same times on the ruler, and where they stand there.
pub(super) fn tags(
    blocks: &mut BlockPainter<'_>,
    gesture: &Gesture,
    (ruler, sheet): (Rect, &Sheet<'_>),
) -> Vec<(Rect, String)> {
    let mut right = f32::NEG_INFINITY;
    let tags = ends(gesture, sheet).map(|(x, time)| {
        let within = ruler.with_min_x(ruler.left().max(right + 2.0));
        let rect = places::tag_rect(blocks, (pos2(x, ruler.bottom() - 14.0), within), &time.clock());
        right = rect.right();
        (rect, time.clock())
    });
    tags.collect()
}

/// Start and end of what the pointer holds, as far as they are in sight.
fn ends(gesture: &Gesture, sheet: &Sheet<'_>) -> impl Iterator<Item = (f32, CivilTime)> {
    let span: Option<Span> = gesture.lead().map(|placement| placement.span());
    let ends = span.into_iter().flat_map(|span| [span.start, span.end]);
    let shown = ends.map(|time| (sheet.x(f64::from(time.minutes())).round(), time));
    let area = sheet.area;
    shown.filter(move |(x, _)| area.x_range().contains(*x))
}

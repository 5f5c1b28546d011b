//! Rooms at times at which they are closed: hatched ground, with the reason.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, vec2};

use crate::model::{Absence, Room};
use crate::texts::{Value, dates};

use super::sheet::Sheet;
use crate::app::context::ViewContext;
use crate::app::gesture::Surface as _;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::lanes::LaneKey;
use crate::app::paint::text::{Face, Setting};
use crate::app::style::icons;

/// How thick the stripes are, and how far from one to the next.
const STRIPES: (f32, f32) = (1.5, 7.0);
/// So many closings of one room are shown: a file may have any number.
const MOST: usize = 64;

/// Behind all blocks. What is too thin for words says it under the pointer.
pub(super) fn paint(ui: &Ui, blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, sheet: &Sheet<'_>) {
    for index in sheet.lanes_in_sight() {
        let LaneKey::Room(id) = sheet.lanes.lanes()[index].key else { continue };
        let Some(room) = cx.plan.rooms().get(id).filter(|room| !room.closed.is_empty()) else { continue };
        let (from, to) = sheet.times_in_sight();
        let shown = room.closed.iter().filter(|absence| {
            absence
                .span()
                .is_some_and(|span| f64::from(span.start.minutes()) < to && from < f64::from(span.end.minutes()))
        });
        for (at, absence) in shown.take(MOST).enumerate() {
            let lane = sheet.lane_rect(index);
            let x = |time: crate::model::CivilTime| sheet.x(f64::from(time.minutes()));
            let rect = Rect::from_x_y_ranges(x(absence.from)..=x(absence.to), lane.top()..=lane.bottom() - 1.0);
            let seen = rect.intersect(sheet.area);
            if seen.is_positive() {
                closing(ui, blocks, cx, (room, absence), (at, seen));
            }
        }
    }
}

fn closing(
    ui: &Ui,
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    (room, absence): (&Room, &Absence),
    (at, seen): (usize, Rect),
) {
    blocks.rect(seen, cx.theme.shade);
    blocks.hatch(seen, STRIPES, cx.theme.line_strong);
    let reason = absence.reason.trim();
    let word = if reason.is_empty() { cx.text("timeline-closed") } else { reason };
    let (words, face) = (format!("{} {word}", icons::LOCK), Face::Detail);
    let inner = seen.shrink2(vec2(4.0, 2.0));
    let wide = blocks.text_width(&words, face) + 6.0;
    if wide <= inner.width() && inner.height() >= face.line_height() {
        let ground = Rect::from_min_size(inner.min, vec2(wide, face.line_height()));
        blocks.rounded(ground, [3.0; 4], cx.theme.panel);
        let rect = ground.with_min_x(ground.left() + 3.0);
        blocks.text(&words, face, Setting { rect, max_lines: 1, color: cx.theme.text_2 });
    }
    let when = absence.span().map(|span| dates::span_text(cx.texts, span)).unwrap_or_default();
    let values =
        [("room", Value::from(cx.title(&room.title))), ("when", Value::from(&when)), ("reason", Value::from(word))];
    let spoken = cx.texts.text_with("timeline-room-closed", &values);
    let response = ui.interact(seen, ui.unique_id().with(("closed", room.id, at)), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    response.on_hover_text(&spoken);
}

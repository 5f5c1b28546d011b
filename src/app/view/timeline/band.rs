//! What concerns everybody: named once above all lanes, and a band across them.

use egui::{Rect, Ui, pos2, vec2};

use crate::model::SessionId;

use super::sheet::{MOST_BANDS, Sheet};
use crate::app::context::ViewContext;
use crate::app::gesture::{Gesture, Surface as _};
use crate::app::paint::blocks::{self, BlockPainter, Look};
use crate::app::paint::lanes::{Block, visible};
use crate::app::paint::text::{Face, Setting};
use crate::app::style::icons;
use crate::app::view::block::session_response;

/// A break of so many minutes is a meal.
const MEAL: i32 = 60;

/// Where bands are, from left to right; no more than can be told apart.
fn in_sight(sheet: &Sheet<'_>) -> Vec<(Block, Rect)> {
    let (from, to) = sheet.times_in_sight();
    let mut bands = Vec::new();
    let rows = sheet.lanes.everybody().rows_between(from, to).min(MOST_BANDS);
    let height = sheet.band.height() / rows.max(1) as f32;
    for (index, row) in sheet.lanes.everybody().rows.iter().take(rows).enumerate() {
        let top = sheet.band.top() + index as f32 * height;
        let mut free = f32::NEG_INFINITY;
        let mut rest = visible(row, from, to);
        while let [block, others @ ..] = rest {
            let (left, right) = (sheet.x(f64::from(block.start)), sheet.x(f64::from(block.end)));
            rest = others;
            if left >= free {
                bands.push((*block, Rect::from_x_y_ranges(left..=right.max(left + 1.0), top..=top + height)));
                free = left + 2.0;
            } else {
                let until = sheet.axis.minutes_from_units(sheet.viewport.units_from_x(free - sheet.area.left()));
                rest = &rest[rest.partition_point(|next| f64::from(next.start) < until)..];
            }
        }
    }
    bands
}

/// Behind all blocks.
pub(super) fn paint_behind(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, sheet: &Sheet<'_>) {
    if sheet.is_whole() {
        return;
    }
    let bottom = sheet.bottom().min(sheet.area.bottom());
    for (_, rect) in in_sight(sheet) {
        let across = Rect::from_x_y_ranges(rect.x_range(), sheet.area.top()..=bottom);
        blocks.rect(across.intersect(sheet.area), cx.theme.band);
    }
}

/// Their names and what can be done with them.
pub(super) fn ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    gesture: &mut Gesture,
    sheet: &Sheet<'_>,
) {
    for (block, rect) in in_sight(sheet) {
        let seen = rect.intersect(sheet.band);
        if seen.is_positive() {
            band_ui(ui, cx, blocks, gesture, (sheet, block.session, rect));
        }
    }
}

fn band_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    gesture: &mut Gesture,
    (sheet, id, rect): (&Sheet<'_>, SessionId, Rect),
) {
    let Some(session) = cx.plan.sessions().get(id) else { return };
    let Some(span) = session.span() else { return };
    let seen = rect.intersect(sheet.band);
    let is_whole = sheet.is_whole();
    let sign = if span.mins() >= MEAL { icons::UTENSILS } else { icons::COFFEE };
    if is_whole && span.mins() < MEAL {
        return;
    }
    // Where days are narrow, the sign is what can be grabbed.
    let target = if is_whole { Rect::from_center_size(seen.center(), vec2(14.0, seen.height())) } else { seen };
    let response = session_response(ui, cx, gesture, (session, sheet), (target, ui.unique_id().with(("band", id))));
    let selected = cx.selection.contains(id);
    let faded = gesture.lifts(id) || !cx.is_let_through(id);
    let color = if faded { cx.theme.faded(cx.theme.text_2) } else { cx.theme.text_2 };
    if is_whole {
        blocks.sign(sign, pos2((target.center().x - 6.5).round(), target.center().y - 7.0), cx.theme.text_3);
        return;
    }
    let body = rect.with_max_y(rect.bottom() - 1.0);
    if selected {
        let colors = blocks::block_colors(cx, session, faded);
        let look = Look { selected, ..Look::default() };
        blocks.bar_body(body.shrink2(vec2(0.0, 1.0)), colors, look, cx.theme);
    } else {
        blocks.rect(body.intersect(sheet.band), if response.hovered() { cx.theme.line } else { cx.theme.field });
    }
    let title = cx.session_title(session);
    let width = blocks.text_width(title, Face::Detail);
    let room = seen.width() - 24.0;
    let y = body.center().y.round();
    if room >= width {
        let left = (seen.center().x - f32::midpoint(width, 19.0)).round();
        blocks.sign(sign, pos2(left, y - 7.0), color);
        let rect = Rect::from_min_max(pos2(left + 19.0, y - 7.0), pos2(left + 21.0 + width, y + 8.0));
        blocks.text(title, Face::Detail, Setting { rect, max_lines: 1, color });
    } else if seen.width() >= 16.0 {
        blocks.sign(sign, pos2((seen.center().x - 6.5).round(), y - 7.0), color);
    }
}

/// The head of the band, and what it is painted on.
pub(super) fn ground(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, (head, band): (Rect, Rect)) {
    blocks.rect(head, cx.theme.ground);
    blocks.rect(band, cx.theme.panel);
    let text = Rect::from_min_max(pos2(head.left() + 12.0, head.center().y - 7.0), head.max);
    blocks.text(cx.text("lane-everybody"), Face::Detail, Setting { rect: text, max_lines: 1, color: cx.theme.text_3 });
    blocks.rect(head.with_min_y(head.bottom() - 1.0), cx.theme.line);
    blocks.rect(band.with_min_y(band.bottom() - 1.0), cx.theme.line_strong);
    blocks.rect(head.with_min_x(head.right() - 1.0), cx.theme.line_strong);
}

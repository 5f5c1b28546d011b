//! The whole conference: days as columns, sessions as blocks in the colour of their edge, and under them what they are.

use egui::{Color32, Rect, pos2, vec2};

use crate::model::{Session, Severity};

use super::axis::Layout;
use super::ruler::{edges, pieces_in_sight};
use super::sheet::{Sheet, Shown};
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::bar;
use crate::app::paint::blocks::{self, BlockPainter};
use crate::app::paint::lanes::{Block, LanesBy, visible};
use crate::app::paint::text::{Beside, Face, Setting};
use crate::app::style::radius;

/// Narrower days have blocks only.
const LEAST_DAY: f32 = 36.0;
/// More sessions of one lane and day are only counted.
const MOST: usize = 16;
/// A mark under a block.
const MARK: f32 = 7.0;
/// From the bottom of a lane up to its codes.
const CODES: f32 = 17.0;

/// A block with its mark right under it.
pub(super) fn block(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    gesture: &Gesture,
    (sheet, shown, session): (&Sheet<'_>, &Shown, &Session),
) {
    let colors = blocks::block_colors(cx, session, gesture.lifts(session.id));
    let rect = shown.rect;
    if cx.selection.contains(session.id) {
        blocks.rounded(rect.expand(4.0), [5.0; 4], cx.theme.halo);
        blocks.rounded(rect.expand(2.0), [3.0; 4], cx.theme.select);
    }
    let corner = f32::from(radius::MARK).min(rect.width() / 2.0);
    blocks.rounded(rect, [corner; 4], colors.bar);
    let severity = cx.workbench.checker().mark(session.id);
    let is_high = rect.height() > 60.0;
    if severity >= Severity::Warning && !is_high {
        mark(blocks, pos2(rect.center().x, rect.bottom() + 1.0), cx.theme.severity_sign(severity).1, severity);
    }
    if is_high && sheet.lanes.by() == LanesBy::Room {
        let words = bar::words(cx, session);
        let name = words.short();
        let room = rect.height() - 40.0;
        let at = pos2(rect.right() + 16.0, rect.top() + 38.0);
        blocks.turned(at, true, |blocks| {
            let line = Rect::from_min_size(egui::Pos2::ZERO, vec2(room, 16.0));
            let setting = Setting { rect: line, max_lines: 1, color: colors.text };
            blocks.text_beside(&name, Face::Title, (setting, Beside::default()));
        });
    }
}

/// A point for an error, a triangle for a warning.
fn mark(blocks: &mut BlockPainter<'_>, top: egui::Pos2, color: Color32, severity: Severity) {
    if severity == Severity::Error {
        let rect = Rect::from_center_size(top + vec2(0.0, 3.0), vec2(6.0, 6.0));
        blocks.rounded(rect, [3.0; 4], color);
        return;
    }
    blocks.triangle([top, top + vec2(MARK / 2.0, MARK - 1.0), top + vec2(-MARK / 2.0, MARK - 1.0)], color);
}

/// Under the blocks of each lane and day their codes, signs where there is none, the longest session first.
pub(super) fn codes(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, sheet: &Sheet<'_>) {
    let days: Vec<_> = pieces_in_sight(sheet).into_iter().filter(|piece| piece.layout == Layout::Open).collect();
    for lane in sheet.lanes_in_sight() {
        let rect = sheet.lane_rect(lane);
        if rect.height() < 36.0 {
            continue;
        }
        let top = rect.bottom() - CODES;
        if top < sheet.area.top() - CODES {
            continue;
        }
        for piece in &days {
            let (left, right) = edges(piece, sheet.area.left(), sheet.viewport);
            if right - left < LEAST_DAY {
                continue;
            }
            let (from, to) = (f64::from(piece.span.start.minutes()), f64::from(piece.span.end.minutes()));
            let mut found: Vec<Block> = Vec::new();
            let mut more = 0;
            for row in &sheet.lanes.lanes()[lane].rows {
                let seen = visible(row, from, to);
                let taken = seen.len().min(MOST.saturating_sub(found.len()));
                found.extend(&seen[..taken]);
                more += seen.len() - taken;
            }
            found.sort_by_key(|block| std::cmp::Reverse(block.end - block.start));
            let mut room = Rect::from_x_y_ranges(left + 4.0..=right, top..=rect.bottom() - 2.0);
            for block in &found {
                let is_wide = cx.plan.sessions().get(block.session).is_some_and(|session| session.rooms().len() > 1);
                let (from, to) = (sheet.x(f64::from(block.start)), sheet.x(f64::from(block.end)).max(left + 3.0));
                if is_wide && from < room.left() + 16.0 {
                    // Its block goes down through this lane.
                    room.min.x = room.left().max(to + 4.0);
                }
            }
            cell(blocks, cx, room, (&found, more));
        }
    }
}

fn cell(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, room: Rect, (found, more): (&[Block], usize)) {
    let mut names: Vec<(&str, Face, &Session, usize)> = Vec::new();
    for session in found.iter().filter_map(|block| cx.plan.sessions().get(block.session)) {
        if session.rooms().len() > 2 {
            // Its name stands beside it.
            continue;
        }
        let (code, face) = match bar::words(cx, session).code() {
            "" => (cx.kind_sign(session.called()), Face::Sign),
            code => (code, Face::Title),
        };
        match names.iter_mut().find(|known| face == Face::Title && known.0 == code) {
            Some(known) => known.3 += 1,
            None => names.push((code, face, session, 1)),
        }
    }
    let mut rest = names.iter().map(|name| name.3).sum::<usize>() + more;
    let widths: Vec<f32> = names.iter().map(|name| blocks.text_width(name.0, name.1)).collect();
    let fits_all = more == 0 && widths.iter().map(|width| width + 6.0).sum::<f32>() - 6.0 <= room.width();
    let mut x = room.left();
    for (at, (&(code, face, session, count), &width)) in names.iter().zip(&widths).enumerate() {
        // What comes after may have to be counted.
        let counted = if fits_all || rest == count { 0.0 } else { 18.0 };
        if x + width + counted > room.right() && !(at == 0 && x + width <= room.right()) {
            break;
        }
        let colors = blocks::block_colors(cx, session, !cx.is_let_through(session.id));
        let rect = Rect::from_min_max(pos2(x, room.top()), pos2(x + width + 2.0, room.bottom()));
        let color = if face == Face::Sign { colors.bar } else { colors.text };
        blocks.text(code, face, Setting { rect, max_lines: 1, color });
        x += width + if face == Face::Sign { 4.0 } else { 5.0 };
        rest -= count;
    }
    let count = format!("+{rest}");
    if rest > 0 && x + blocks.text_width(&count, Face::Detail) <= room.right() {
        let rect = Rect::from_min_max(pos2(x, room.top() + 1.0), pos2(room.right() + 4.0, room.bottom()));
        blocks.text(&count, Face::Detail, Setting { rect, max_lines: 1, color: cx.theme.text_3 });
    }
}

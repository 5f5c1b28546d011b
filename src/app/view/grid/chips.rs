//! Sessions in the cells of the plan grid: time and place, and under them the title.

use std::collections::HashMap;
use std::ops::Range;

use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use crate::model::{Placement, Session, Status};

use super::layout::{CELL_PADDING, Chip, DayPart, GridLayout, is_small};
use super::sheet::{Ghost, Ghosts, Sheet};
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::blocks::{self, BlockLook, BlockPainter};
use crate::app::paint::text::{Face, MOST_LETTERS, Setting, bounded, isolated};
use crate::app::phrases;
use crate::app::style::BlockColors;
use crate::app::widget::menus;
use crate::app::widget::tips;

/// Height of what is told in one line, in points.
const SMALL: f32 = 20.0;
/// More lines of a title are cut.
const MAX_LINES: usize = 3;
/// Beside and above the text.
const PADDING: egui::Vec2 = vec2(6.0, 3.0);
/// Width of the coloured bar.
const BAR: f32 = 3.0;

/// How high a session is in a column of this width.
pub fn height(
    scratch: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    session: &Session,
    (column, lines): (f32, &mut HashMap<Box<str>, u8>),
) -> f32 {
    if is_small(session) { SMALL } else { tall(scratch, cx.session_title(session), (column, lines)) }
}

/// How high a session with a title is.
fn tall(scratch: &mut BlockPainter<'_>, title: &str, (column, lines): (f32, &mut HashMap<Box<str>, u8>)) -> f32 {
    let title = &*bounded(title, MOST_LETTERS);
    let count = match lines.get(title) {
        Some(&count) => count,
        None => {
            let width = column - 2.0 * CELL_PADDING - BAR - 2.0 * PADDING.x;
            let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 100.0));
            let color = egui::Color32::TRANSPARENT;
            let height = scratch.text(title, Face::Title, Setting { rect, max_lines: MAX_LINES, color });
            let count = (height / Face::Title.line_height()).round().max(1.0) as u8;
            lines.insert(title.into(), count);
            count
        }
    };
    2.0 * PADDING.y + Face::Detail.line_height() + f32::from(count) * Face::Title.line_height() + 1.0
}

/// What letting go now would put into which cell of some days.
pub fn ghosts(
    scratch: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    gesture: &Gesture,
    (layout, days): (&GridLayout, Range<usize>),
    (column, lines): (f32, &mut HashMap<Box<str>, u8>),
) -> Ghosts {
    let Some(what_if) = gesture.what_if() else { return Ghosts::default() };
    let mut ghosts = Vec::new();
    for (id, placement) in &what_if.placements {
        let Some(day) = layout.day(placement.start.date()).filter(|day| days.contains(day)) else { continue };
        let session = cx.plan.sessions().get(*id);
        if !what_if.is_of_copies() && session.is_some_and(|session| session.placement.as_ref() == Some(placement)) {
            continue;
        }
        let part = DayPart::of(placement.start.minute_of_day());
        let index = layout.days[day].cells[part as usize].partition_point(|chip| chip.start <= placement.start);
        let height = match session {
            Some(session) => height(scratch, cx, session, (column, lines)),
            None => tall(scratch, cx.text("session-new"), (column, lines)),
        };
        let placement = placement.clone();
        ghosts.push(Ghost { session: *id, placement, cell: (day, part), index, height, above: 0.0 });
    }
    Ghosts::new(ghosts)
}

/// A session with everything that can be done to it.
pub fn chip_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    gesture: &mut Gesture,
    (sheet, chip, rect): (&Sheet<'_>, Chip, Rect),
) {
    let Some(session) = cx.plan.sessions().get(chip.session) else { return };
    let response = ui.interact(rect, Id::unique(("grid", chip.session)), Sense::click_and_drag());
    let selected = cx.selection.contains(session.id);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, selected, phrases::spoken(cx, session)));
    gesture.block(cx, session, &response, sheet);
    menus::session_context_menu(&response, cx, session.id);
    if response.hovered() && !gesture.is_dragging() {
        tips::session_tip(&response, cx, session);
    }
    let Some(placement) = &session.placement else { return };
    let look = ChipLook {
        rect,
        colors: blocks::block_colors(cx, session, gesture.lifts(session.id)),
        title: cx.session_title(session),
        marks: &blocks::marks(cx, session),
        selected,
        hovered: response.hovered(),
        cancelled: session.status == Status::Cancelled,
        small: is_small(session),
    };
    paint(blocks, cx, placement, &look);
}

/// A session where it would be.
pub fn paint_ghost(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, (ghost, rect, refused): (&Ghost, Rect, bool)) {
    let session = cx.plan.sessions().get(ghost.session);
    let look = ChipLook {
        rect,
        colors: cx.theme.ghost(refused),
        title: session.map_or_else(|| cx.text("session-new"), |session| cx.session_title(session)),
        marks: "",
        selected: true,
        hovered: false,
        cancelled: false,
        small: session.is_some_and(|session| is_small(session)),
    };
    paint(blocks, cx, &ghost.placement, &look);
}

struct ChipLook<'a> {
    rect: Rect,
    colors: BlockColors,
    title: &'a str,
    marks: &'a str,
    selected: bool,
    hovered: bool,
    cancelled: bool,
    small: bool,
}

fn paint(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, placement: &Placement, look: &ChipLook<'_>) {
    let ChipLook { rect, colors, .. } = *look;
    if look.small {
        return paint_small(blocks, cx, placement, look);
    }
    blocks.block(
        &BlockLook {
            rect,
            sight: rect,
            colors,
            title: "",
            detail: "",
            marks: "",
            selected: look.selected,
            hovered: look.hovered,
            cancelled: look.cancelled,
        },
        cx.theme,
    );
    let mut text = rect.with_min_x(rect.left() + BAR).shrink2(PADDING);
    if !look.marks.is_empty() {
        let width = blocks.text_width(look.marks, Face::Detail);
        let rect = text.with_min_x(text.right() - width);
        blocks.text(look.marks, Face::Detail, Setting { rect, max_lines: 1, color: colors.weak_text });
        text.max.x -= width + 4.0;
    }
    let mut when = blocks::clock(placement.span());
    let rooms = placement.rooms.iter().filter_map(|&id| cx.plan.rooms().get(id));
    for (index, room) in rooms.enumerate() {
        when.push_str(if index == 0 { " · " } else { ", " });
        when.push_str(&isolated(cx.title(&room.title)));
    }
    let used = blocks.text(&when, Face::Detail, Setting { rect: text, max_lines: 1, color: colors.weak_text });
    let rect = Rect::from_min_max(pos2(text.left(), text.top() + used), look.rect.max - PADDING);
    blocks.text(look.title, Face::Title, Setting { rect, max_lines: MAX_LINES, color: colors.text });
}

/// What is no meeting: one line without a ground of its own.
fn paint_small(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, placement: &Placement, look: &ChipLook<'_>) {
    let ChipLook { rect, colors, .. } = *look;
    if look.selected {
        blocks.rounded(rect.expand(2.0), [5.0; 4], cx.theme.accent);
        blocks.rounded(rect, [4.0; 4], colors.fill);
    } else if look.hovered {
        blocks.rounded(rect, [4.0; 4], cx.theme.field);
    }
    let bar = Rect::from_min_size(rect.min + vec2(0.5, 3.0), vec2(2.0, rect.height() - 6.0));
    blocks.rounded(bar, [1.0; 4], colors.bar);
    let text = rect.with_min_x(rect.left() + BAR).shrink2(PADDING);
    let line = format!("{}  {}", placement.start.clock(), isolated(&bounded(look.title, MOST_LETTERS)));
    let color = if look.selected { colors.text } else { colors.weak_text };
    blocks.text(&line, Face::Detail, Setting { rect: text, max_lines: 1, color });
    if look.cancelled {
        let y = rect.center().y.round();
        blocks.rect(Rect::from_min_max(pos2(text.left(), y), pos2(text.right(), y + 1.0)), color);
    }
}

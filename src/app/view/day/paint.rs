//! The ground of a day with its sessions and ghosts.

use egui::{Id, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::model::{EventDates, Session, SessionId, Span, Status};
use crate::texts::dates;

use super::ruler;
use super::sheet::{LOWEST, Sheet, Shown};
use crate::app::context::ViewContext;
use crate::app::gesture::{Gesture, Surface as _};
use crate::app::paint::blocks::{self, BlockLook, BlockPainter};
use crate::app::paint::lanes::LaneKey;
use crate::app::paint::places;
use crate::app::paint::text::{Face, Setting, Shaper, isolated};
use crate::app::phrases;
use crate::app::style::icons;
use crate::app::widget::menus;
use crate::app::widget::tips;

/// The least width of a ghost, where its column is narrower.
const GHOST: f32 = 120.0;

/// The ground and everything on it.
pub fn sheet_ui(ui: &mut Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, gesture: &mut Gesture, sheet: &Sheet<'_>) {
    let ground = ui.interact(sheet.area, Id::unique("day ground"), Sense::click_and_drag());
    ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, cx.text("day-ground")));
    let painter = ui.painter_at(sheet.area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    ruler::paint_ground(&mut blocks, cx, sheet);
    gesture.update(ui, cx, sheet);
    gesture.ground(cx, &ground, sheet);
    // Sessions that begin or end out of sight can not be grabbed there.
    let mut inside = ui.new_child(UiBuilder::new().max_rect(sheet.area));
    inside.set_clip_rect(sheet.hours_rect());
    paint_places(&mut blocks, cx, gesture, sheet);
    for shown in sheet.shown() {
        block_ui(&inside, cx, &mut blocks, gesture, sheet, &shown);
    }
    paint_ghosts(&mut blocks, cx, gesture, sheet);
    if let Some(band) = gesture.band(ui) {
        blocks.rect(band.intersect(sheet.area), cx.theme.band_over());
    }
    if let Some(y) = ruler::now_y(cx, sheet) {
        blocks.rect(Rect::from_x_y_ranges(sheet.area.x_range(), y - 0.5..=y + 1.0), cx.theme.now);
    }
    blocks.finish(&painter);
    if sheet.layout.is_empty() && !gesture.is_dragging() {
        ruler::empty_ui(ui, cx, sheet);
    }
}

/// Where what is dragged fits, column by column.
fn paint_places(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, gesture: &Gesture, sheet: &Sheet<'_>) {
    let midnight = sheet.layout.midnight();
    let hours = sheet.hours_rect();
    for index in sheet.columns_in_sight() {
        let column = sheet.column_rect(index).shrink2(vec2(3.0, 0.0));
        for place in gesture.places(cx, sheet.layout.columns[index].key, sheet.times_in_sight()) {
            let y = |minutes: i32| sheet.y((minutes - midnight.minutes()) as f32);
            let rect = Rect::from_x_y_ranges(column.x_range(), y(place.from) + 1.0..=y(place.to) - 1.0);
            let time = |minutes: i32| midnight.plus_mins(minutes - midnight.minutes());
            let range = blocks::clock(Span::new(time(place.from), time(place.to)));
            places::place(blocks, cx, (rect, hours), &range);
        }
    }
}

fn block_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    gesture: &mut Gesture,
    sheet: &Sheet<'_>,
    shown: &Shown,
) {
    let Some(session) = cx.plan.sessions().get(shown.place.block.session) else { return };
    let rect = sheet.cut(shown.rect);
    let response = ui.interact(shown.rect, Id::unique(("day", session.id, shown.lane)), Sense::click_and_drag());
    let selected = cx.selection.contains(session.id);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, selected, phrases::spoken(cx, session)));
    gesture.block(cx, session, &response, sheet);
    menus::session_context_menu(&response, cx, session.id);
    if response.hovered() && !gesture.is_dragging() {
        tips::session_tip(&response, cx, session);
    }
    if gesture.lifts(session.id) {
        return places::origin(blocks, cx, (rect, sheet.area));
    }
    let cut = (shown.rect.top() < rect.top() - 0.5, shown.rect.bottom() > rect.bottom() + 0.5);
    let (detail, marks) = texts(cx, session, cut);
    card(
        blocks,
        cx,
        &BlockLook {
            rect,
            sight: sheet.area,
            colors: gesture.colors(cx, session),
            title: cx.session_title(session),
            detail: &detail,
            marks: &marks,
            selected,
            hovered: response.hovered(),
            cancelled: session.status == Status::Cancelled,
        },
    );
}

/// A session whose title stands at its top, as in a printed programme, and under it the details if there is room.
fn card(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, look: &BlockLook<'_>) {
    blocks.block(&BlockLook { title: "", detail: "", marks: "", ..*look }, cx.theme);
    let rect = look.rect;
    let mut area = rect.with_min_x(rect.left() + 3.0).intersect(look.sight).shrink2(vec2(5.0, 3.0));
    if area.width() < 22.0 || rect.height() < LOWEST - 4.0 {
        return;
    }
    let (line, small) = (Face::Title.line_height(), Face::Detail.line_height());
    if area.height() < line {
        // Too low for any margin: in the middle.
        area = Rect::from_min_size(pos2(area.left(), rect.center().y - line / 2.0), vec2(area.width(), line));
    }
    if !look.marks.is_empty() && area.width() > 54.0 {
        let width = blocks.text_width(look.marks, Face::Detail);
        let rect = area.with_min_x(area.right() - width).translate(vec2(0.0, 1.0));
        blocks.text(look.marks, Face::Detail, Setting { rect, max_lines: 1, color: look.colors.weak_text });
        area.max.x -= width + 4.0;
    }
    let wanted = (blocks.text_width(look.title, Face::Title) / area.width()).ceil().clamp(1.0, 3.0);
    // A long title is worth more than the details.
    let with_detail = !look.detail.is_empty() && area.height() >= wanted * line + small;
    let room = if with_detail { area.height() - small } else { area.height() };
    let max_lines = (room / line + 0.05).floor().max(1.0) as usize;
    let used = blocks.text(look.title, Face::Title, Setting { rect: area, max_lines, color: look.colors.text });
    if with_detail {
        let rect = area.with_min_y(area.top() + used + 1.0);
        let max_lines = if rect.height() >= 2.0 * small { 2 } else { 1 };
        blocks.text(look.detail, Face::Detail, Setting { rect, max_lines, color: look.colors.weak_text });
    }
}

/// The second line of a session, and its signs; `cut` says whether it goes on before and after this day.
fn texts(cx: &ViewContext<'_>, session: &Session, cut: (bool, bool)) -> (String, String) {
    let clock = match session.span() {
        Some(span) if cut.0 || cut.1 => dates::clock_span(cx.texts, span),
        Some(span) => blocks::clock(span),
        None => String::new(),
    };
    let codes = cx.body_codes(session);
    let detail = if codes.is_empty() { clock } else { format!("{clock} · {}", isolated(&codes)) };
    let arrow = match cut {
        (true, true) => icons::MOVE_VERTICAL,
        (true, false) => icons::ARROW_UP,
        (false, true) => icons::ARROW_DOWN,
        (false, false) => "",
    };
    (detail, format!("{arrow}{}", blocks::marks(cx, session)))
}

fn paint_ghosts(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, gesture: &Gesture, sheet: &Sheet<'_>) {
    let what_if = gesture.what_if();
    let edge = gesture.ghost_edge(cx);
    let placements = what_if.map_or(cx.preview, |what_if| &what_if.placements);
    let stays = |id: SessionId| !gesture.lifts(id);
    let day = EventDates::day(sheet.layout.date).span();
    for (id, placement) in placements.iter().filter(|(_, placement)| placement.span().overlaps(day)) {
        let span = placement.span();
        let title = cx.plan.sessions().get(*id).map_or_else(|| cx.text("session-new"), |row| cx.session_title(row));
        let detail = blocks::clock(span);
        for lane in LaneKey::of_rooms(&placement.rooms) {
            let Some(index) = sheet.columns_in_sight().find(|&at| sheet.layout.columns[at].key == lane) else {
                continue;
            };
            let share = sheet.ghost_share(index, span, stays);
            let rect = sheet.cut(sheet.rect(index, (span.start.minutes(), span.end.minutes()), share));
            if !rect.is_positive() {
                continue;
            }
            let rect = if rect.width() < GHOST { widened(rect, sheet.area) } else { rect };
            let colors = gesture.ghost_colors(cx, *id);
            places::ghost(blocks, cx, &BlockLook::ghost(rect, sheet.area, colors, "", ""), edge);
            card(
                blocks,
                cx,
                &BlockLook {
                    selected: false,
                    ..BlockLook::ghost(rect.shrink(2.0), sheet.area, colors, title, &detail)
                },
            );
            gesture.note_ghost(rect);
        }
    }
}

/// `rect` wide enough to be read, inside `area`.
fn widened(rect: Rect, area: Rect) -> Rect {
    let left = rect.left().min(area.right() - GHOST).max(area.left().min(rect.left()));
    Rect::from_min_size(pos2(left, rect.top()), vec2(GHOST, rect.height()))
}

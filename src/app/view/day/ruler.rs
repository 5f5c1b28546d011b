//! What surrounds the sessions of a day: the names of the rooms, the hours, lines and shades.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Id, Rect, Sense, Shape, Ui, pos2, vec2};

use crate::model::{CivilTime, RowId, zone};

use super::layout::DayLayout;
use super::sheet::Sheet;
use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::lanes::LaneKey;
use crate::app::paint::text::{Face, Setting, Shaper, elided_in, tip};
use crate::app::style::Type;
use crate::app::view::days::zone_of;
use crate::app::widget::tips;
use crate::app::widget::zones::zone_name;

/// Width of the hours.
const HOURS: f32 = 50.0;
/// Width of the hours of a second zone: a day ahead may stand beside them.
const SECOND: f32 = 62.0;
/// Below this width the name of a room is turned.
const TURNED: f32 = 64.0;

/// How wide the hours are, in points.
#[must_use]
pub fn times_width(cx: &ViewContext<'_>) -> f32 {
    HOURS + if cx.settings.second_zone.is_some() { SECOND } else { 0.0 }
}

/// How high the names of the rooms are, in points.
#[must_use]
pub fn header_height(layout: &DayLayout, edges: &[f32]) -> f32 {
    let turned = layout.columns.iter().enumerate().any(|(index, _)| edges[index + 1] - edges[index] < TURNED);
    if turned { 84.0 } else { 46.0 }
}

/// Ground, pauses, and lines at the hours and between the rooms.
pub fn paint_ground(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, sheet: &Sheet<'_>) {
    let area = sheet.area;
    blocks.rect(area, cx.theme.ground);
    let band = |from: i32, to: i32| {
        Rect::from_x_y_ranges(area.x_range(), sheet.y(from as f32)..=sheet.y(to as f32)).intersect(area)
    };
    let right = sheet.edges.last().copied().unwrap_or_default() + sheet.origin.x;
    let rooms = |rect: Rect| rect.with_max_x(rect.right().min(right));
    if let Some((from, to)) = sheet.layout.open.or(Some(sheet.hours)) {
        blocks.rect(rooms(band(from, to)), cx.theme.panel);
    }
    let unused = |index: &usize| sheet.layout.columns[*index].places.is_empty() && !sheet.layout.is_empty();
    for index in sheet.columns_in_sight().filter(unused) {
        blocks.rect(sheet.column_rect(index).intersect(sheet.hours_rect()), cx.theme.shade);
    }
    for &(from, to) in &sheet.layout.pauses {
        blocks.rect(rooms(band(from, to)), cx.theme.field);
    }
    let line = |of_day: i32| {
        let y = sheet.y(of_day as f32).round();
        Rect::from_min_max(pos2(area.left(), y), pos2(area.right().min(right), y + 1.0)).intersect(area)
    };
    for of_day in sheet.hours_in_sight() {
        blocks.rect(line(of_day), cx.theme.line);
        let step = if sheet.scale > 2.6 { 15 } else { 30 };
        for part in (step..60).step_by(step as usize).filter(|_| of_day < sheet.hours.1 && sheet.scale > 0.7) {
            blocks.rect(line(of_day + part), cx.theme.line.gamma_multiply(0.45));
        }
    }
    for index in sheet.columns_in_sight() {
        let x = sheet.column_rect(index).right();
        blocks.rect(Rect::from_x_y_ranges(x - 1.0..=x, sheet.hours_rect().y_range()), cx.theme.line);
    }
}

/// Where the line of the present moment is.
#[must_use]
pub fn now_y(cx: &ViewContext<'_>, sheet: &Sheet<'_>) -> Option<f32> {
    let now = cx.now.filter(|now| now.date() == sheet.layout.date)?;
    let y = sheet.y(now.minute_of_day() as f32);
    sheet.hours_rect().y_range().contains(y).then_some(y)
}

/// What to do with an empty day.
pub fn empty_ui(ui: &Ui, cx: &ViewContext<'_>, sheet: &Sheet<'_>) {
    let text = if cx.plan.rooms().is_empty() { cx.text("day-no-rooms") } else { cx.text("day-empty") };
    let width = (sheet.area.width() - 40.0).clamp(80.0, 420.0);
    let mut job = LayoutJob::simple(text.to_owned(), Type::Body.font(), cx.theme.text_2, width);
    job.halign = egui::Align::Center;
    let galley = ui.painter().layout_job(job);
    let at = sheet.area.center() - vec2(0.0, galley.size().y / 2.0);
    let ground = Rect::from_center_size(sheet.area.center(), galley.size() + vec2(36.0, 24.0));
    let painter = ui.painter_at(sheet.area);
    painter.rect_filled(ground, 8.0, cx.theme.ground);
    painter.galley(at, galley, cx.theme.text_2);
}

/// The names of the rooms and the hours, which stay while the day scrolls under them.
pub fn ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, (whole, body): (Rect, Rect), sheet: &Sheet<'_>) {
    let header = Rect::from_min_max(pos2(body.left(), whole.top()), pos2(body.right(), body.top()));
    let times = Rect::from_min_max(pos2(whole.left(), body.top()), pos2(body.left(), sheet.area.bottom()));
    hours_ui(ui, cx, shaper, times, sheet);
    let noon = sheet.layout.midnight().plus_mins(12 * 60);
    corner_ui(ui, cx, shaper, Rect::from_min_max(whole.min, body.min), noon);
    let painter = ui.painter_at(header);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(header, cx.theme.panel);
    let mut turned = Vec::new();
    for index in sheet.columns_in_sight() {
        let rect = Rect::from_x_y_ranges(sheet.column_rect(index).x_range(), header.y_range());
        room_ui(ui, cx, &mut blocks, rect, (header, sheet, index), &mut turned);
    }
    blocks.rect(header.with_min_y(header.bottom() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
    painter.extend(turned);
}

fn room_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    rect: Rect,
    (header, sheet, index): (Rect, &Sheet<'_>, usize),
    turned: &mut Vec<Shape>,
) {
    let column = &sheet.layout.columns[index];
    let (title, detail) = match column.key {
        LaneKey::Room(id) => match cx.plan.rooms().get(id) {
            Some(room) => (cx.title(&room.title), tips::room_detail(cx, room)),
            None => return,
        },
        _ => (cx.text("lane-no-room"), String::new()),
    };
    let is_busy = !column.places.is_empty();
    let response = ui.interact(rect.intersect(header), Id::unique(("day room", column.key)), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, title));
    if response.hovered() || response.has_focus() {
        blocks.rect(rect, cx.theme.field);
    }
    let color = if is_busy { cx.theme.text } else { cx.theme.text_2 };
    if rect.width() < TURNED {
        turned.push(turned_name(ui, title, rect, color));
    } else {
        // The name stays in sight while its column does.
        let inner = rect.shrink2(vec2(8.0, 0.0));
        let left = inner.left().max(header.left() + 6.0).min((inner.right() - 60.0).max(inner.left()));
        let text = Rect::from_min_max(pos2(left, header.bottom() - 40.0), inner.max);
        let wraps = blocks.text_width(title, Face::Title) > text.width();
        let top = if detail.is_empty() && !wraps { text.top() + 8.0 } else { text.top() };
        let max_lines = if wraps { 2 } else { 1 };
        let used = blocks.text(title, Face::Title, Setting { rect: text.with_min_y(top), max_lines, color });
        if !wraps {
            let setting = Setting { rect: text.with_min_y(top + used + 1.0), max_lines: 1, color: cx.theme.text_2 };
            blocks.text(&detail, Face::Detail, setting);
        }
    }
    let line = rect.with_min_x(rect.right() - 1.0).with_min_y(header.bottom() - 12.0);
    blocks.rect(line, cx.theme.line);
    if response.clicked()
        && let LaneKey::Room(id) = column.key
    {
        cx.select(RowId::from(id));
    }
    let whole = if detail.is_empty() { title.to_owned() } else { format!("{title}\n{detail}") };
    tip(response, &whole);
}

/// A name that reads from bottom to top.
fn turned_name(ui: &Ui, title: &str, rect: Rect, color: egui::Color32) -> Shape {
    let galley = elided_in(ui.ctx(), title, TextFormat::simple(Type::Small.font(), color), rect.height() - 14.0);
    let at = pos2(rect.center().x, rect.bottom() - 7.0);
    let pos = Align2::LEFT_CENTER.anchor_size(at, galley.size()).min;
    let shape = egui::epaint::TextShape::new(pos, galley, color);
    shape.with_angle_and_anchor(-std::f32::consts::FRAC_PI_2, Align2::LEFT_CENTER).into()
}

/// The hours, and those of the second zone to their left.
fn hours_ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, area: Rect, sheet: &Sheet<'_>) {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.panel);
    let mut label = |text: &str, right: f32, y: f32| {
        let width = blocks.text_width(text, Face::Detail);
        let rect = Rect::from_min_size(pos2(right - width, y - 7.0), vec2(width + 1.0, 14.0));
        blocks.text(text, Face::Detail, Setting { rect, max_lines: 1, color: cx.theme.text_2 });
    };
    for of_day in sheet.hours_in_sight() {
        let y = sheet.y(of_day as f32).round();
        let time = sheet.layout.midnight().plus_mins(of_day);
        let clock = if of_day == 24 * 60 { "24:00".to_owned() } else { time.clock() };
        label(&clock, area.right() - 9.0, y);
        if let Some(second) = cx.settings.second_zone {
            let there = zone::convert(time, zone_of(cx.plan, time), second);
            let days = (there.date() - time.date()).num_days();
            let text = match days {
                0 => there.clock(),
                days if days > 0 => format!("{} +{days}", there.clock()),
                days => format!("{} −{}", there.clock(), -days),
            };
            label(&text, area.right() - HOURS - 4.0, y);
        }
    }
    if let Some(y) = now_y(cx, sheet) {
        blocks.rounded(Rect::from_center_size(pos2(area.right(), y), vec2(9.0, 9.0)), [4.5; 4], cx.theme.now);
    }
    blocks.rect(area.with_min_x(area.right() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
}

/// The names of the zones above their hours.
fn corner_ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, area: Rect, noon: CivilTime) {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.panel);
    if let Some(second) = cx.settings.second_zone {
        let own = zone_of(cx.plan, noon);
        let name = |left: f32, right: f32| {
            Rect::from_min_max(pos2(left, area.bottom() - 20.0), pos2(right, area.bottom() - 2.0))
        };
        let color = cx.theme.text_2;
        for (zone, rect) in [
            (second, name(area.left() + 6.0, area.right() - HOURS - 2.0)),
            (own, name(area.right() - HOURS + 6.0, area.right() - 2.0)),
        ] {
            blocks.text(&zone_name(zone), Face::Detail, Setting { rect, max_lines: 1, color });
        }
    }
    blocks.rect(area.with_min_x(area.right() - 1.0), cx.theme.line_strong);
    blocks.rect(area.with_min_y(area.bottom() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
}

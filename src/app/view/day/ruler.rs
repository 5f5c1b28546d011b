//! What surrounds the sessions of a day: the names of the rooms, the hours, lines and shades.

use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Rect, Sense, Shape, Ui, pos2, vec2};

use crate::model::zone::Tz;
use crate::model::{CivilTime, RowId, Span};
use crate::texts::findings::clock;

use super::sheet::Sheet;
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::lanes::LaneKey;
use crate::app::paint::places;
use crate::app::paint::text::{Face, Setting, Shaper, elided_in, tip};
use crate::app::style::Type;
use crate::app::view::days::clock_in;
use crate::app::widget::place_menus::lane_menu;
use crate::app::widget::signs::seats_and_booths;
use crate::app::widget::tips;
use crate::app::widget::zones::zone_name;

/// Width of the hours.
const HOURS: f32 = 56.0;
/// Width of the hours of a second zone: a day ahead may stand beside them.
const SECOND: f32 = 62.0;
/// Half of the height of a time on the hours, with a gap.
const TAG: f32 = 10.0;
/// How high the heads of the columns are.
pub const HEADS: f32 = 48.0;

/// How wide the hours are, in points.
#[must_use]
pub fn times_width(cx: &ViewContext<'_>) -> f32 {
    HOURS + if cx.settings.second_zone.is_some() { SECOND } else { 0.0 }
}

/// Ground, and lines at the hours and between the rooms.
pub fn paint_ground(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, sheet: &Sheet<'_>) {
    let area = sheet.area;
    blocks.rect(area, cx.theme.shade);
    let all = sheet.across((sheet.hours.0 as f32, sheet.hours.1 as f32));
    blocks.rect(all, cx.theme.panel);
    let line = |of_day: i32| {
        let y = sheet.y(of_day as f32).round();
        Rect::from_x_y_ranges(all.x_range(), y..=y + 1.0).intersect(area)
    };
    for of_day in sheet.hours_in_sight().filter(|&of_day| of_day > sheet.hours.0) {
        blocks.rect(line(of_day), cx.theme.line);
        for part in (15..60).step_by(15).filter(|_| of_day < sheet.hours.1 && sheet.scale > 2.6) {
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

/// Where what is dragged would begin and end: lines through all columns.
pub fn paint_lines(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, gesture: &Gesture, sheet: &Sheet<'_>) {
    let all = sheet.across((sheet.hours.0 as f32, sheet.hours.1 as f32));
    for (y, time) in ends(gesture, sheet) {
        let (thick, color) = places::guide(cx, gesture.meets_neighbour(time));
        blocks.rect(Rect::from_x_y_ranges(all.x_range(), y..=y + thick), color);
    }
}

/// Start and end of what the pointer holds, as far as they are in sight.
fn ends<'a>(gesture: &Gesture, sheet: &'a Sheet<'_>) -> impl Iterator<Item = (f32, CivilTime)> + use<'a> {
    let span: Option<Span> = gesture.lead().map(|placement| placement.span());
    let ends = span.into_iter().flat_map(|span| [span.start, span.end]);
    let shown = ends.map(|time| (sheet.y(time.mins_since(sheet.layout.midnight()) as f32).round(), time));
    let hours = sheet.hours_rect();
    shown.filter(move |(y, _)| hours.y_range().contains(*y))
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
pub fn ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    shaper: &mut Shaper,
    (whole, body): (Rect, Rect),
    (sheet, gesture): (&Sheet<'_>, &Gesture),
) {
    let header = Rect::from_min_max(pos2(body.left(), whole.top()), pos2(sheet.area.right(), whole.top() + HEADS));
    let times = Rect::from_min_max(pos2(whole.left(), body.top()), pos2(body.left(), sheet.area.bottom()));
    hours_ui(ui, cx, shaper, times, (sheet, gesture));
    let corner = Rect::from_min_max(whole.min, pos2(body.left(), header.bottom()));
    corner_ui(ui, cx, shaper, corner, cx.workbench.zone_on(sheet.layout.date));
    let painter = ui.painter_at(header);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(header, cx.theme.ground);
    let mut names = Vec::new();
    for index in sheet.columns_in_sight() {
        let rect = Rect::from_x_y_ranges(sheet.column_rect(index).x_range(), header.y_range());
        names.extend(room_ui(ui, cx, &mut blocks, rect, (header, sheet, index)));
    }
    blocks.rect(header.with_min_y(header.bottom() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
    painter.extend(names);
}

/// The head of a column; returns its name, to be painted on it.
fn room_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    rect: Rect,
    (header, sheet, index): (Rect, &Sheet<'_>, usize),
) -> Option<Shape> {
    let column = &sheet.layout.columns[index];
    let room = match column.key {
        LaneKey::Room(id) => Some(cx.plan.rooms().get(id)?),
        _ => None,
    };
    let title = room.map_or(cx.text("lane-no-room"), |room| cx.title(&room.title));
    let response = ui.interact(rect.intersect(header), Id::unique(("day room", column.key)), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, title));
    if response.hovered() || response.has_focus() {
        blocks.rect(rect, cx.theme.field);
    }
    // The name stays in sight while its column does.
    let left = (rect.left() + 8.0).max(header.left() + 8.0).min((rect.right() - 60.0).max(rect.left() + 8.0));
    let width = rect.right() - 4.0 - left;
    let facts = room.map(|room| seats_and_booths(cx, room)).unwrap_or_default();
    let galley = elided_in(ui.ctx(), title, TextFormat::simple(Type::Head.font(), cx.theme.text), width);
    let height = if facts.is_empty() { 16.0 } else { 32.0 };
    let top = header.top() + ((HEADS - height) / 2.0).round();
    let mut at = pos2(left, top + 17.0);
    for (icon, fact) in facts {
        let needed = 16.0 + blocks.text_width(&fact, Face::Detail);
        if at.x + needed > rect.right() - 2.0 {
            break;
        }
        for (word, advance) in [(icon, 16.0), (fact.as_str(), needed - 6.0)] {
            let rect = Rect::from_min_size(at, vec2(needed, 14.0));
            blocks.text(word, Face::Detail, Setting { rect, max_lines: 1, color: cx.theme.text_3 });
            at.x += advance;
        }
    }
    blocks.rect(rect.with_min_x(rect.right() - 1.0), cx.theme.line);
    if response.clicked()
        && let LaneKey::Room(id) = column.key
    {
        cx.select(RowId::from(id));
    }
    let row = if let LaneKey::Room(id) = column.key { Some(RowId::from(id)) } else { None };
    lane_menu(&response, cx, (row, title));
    let detail = room.map(|room| tips::room_detail(cx, room)).unwrap_or_default();
    let whole = if detail.is_empty() { title.to_owned() } else { format!("{title}\n{detail}") };
    tip(response, &whole);
    let pos = pos2(left, top + 8.0 - galley.size().y / 2.0).round();
    Some(Shape::galley(pos, galley, cx.theme.text))
}

/// The hours, and those of the second zone to their left.
fn hours_ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, area: Rect, (sheet, gesture): (&Sheet<'_>, &Gesture)) {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.ground);
    let mut label = |text: &str, right: f32, y: f32| {
        let width = blocks.text_width(text, Face::Detail);
        // Under its line, as the sessions that begin there.
        let rect = Rect::from_min_size(pos2(right - width, y + 2.0), vec2(width + 1.0, 14.0));
        blocks.text(text, Face::Detail, Setting { rect, max_lines: 1, color: cx.theme.text_3 });
    };
    for of_day in sheet.hours_in_sight() {
        let y = sheet.y(of_day as f32).round();
        // Where what is dragged begins or ends, its own time stands.
        let is_tagged = ends(gesture, sheet).any(|(at, _)| (at - 9.0 - TAG..at + TAG).contains(&y));
        if is_tagged || y + 15.0 > area.bottom() || y < area.top() - 1.0 {
            continue;
        }
        let time = sheet.layout.midnight().plus_mins(of_day);
        label(&clock(of_day), area.right() - 9.0, y);
        if let Some(second) = cx.settings.second_zone {
            label(&clock_in(second, cx, time), area.right() - HOURS - 4.0, y);
        }
    }
    let mut bottom = f32::NEG_INFINITY;
    for (y, time) in ends(gesture, sheet) {
        // Two tags that are near to each other must not cover each other.
        let at = pos2(area.right() - 25.0, y.max(bottom + 10.0));
        let rect = places::tag_rect(&mut blocks, (at, area), &time.clock());
        places::tag(&mut blocks, cx, rect, &time.clock());
        bottom = rect.bottom();
    }
    if let Some(y) = now_y(cx, sheet) {
        blocks.rounded(Rect::from_center_size(pos2(area.right(), y), vec2(9.0, 9.0)), [4.5; 4], cx.theme.now);
    }
    blocks.rect(area.with_min_x(area.right() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
}

/// The names of the zones above their hours.
fn corner_ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, area: Rect, own: Tz) {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.ground);
    if let Some(second) = cx.settings.second_zone {
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

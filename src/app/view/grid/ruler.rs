//! What surrounds the cells of the plan grid: the days above each week, the parts of the day beside, lines and shades.

use chrono::{Datelike, NaiveDate};
use egui::{Align2, Color32, Id, Rect, Sense, Ui, pos2, vec2};

use crate::model::{CivilTime, DAY_MINS, Event, EventDates, Severity, Span, is_weekend};
use crate::texts::{Value, dates};

use super::layout::{GridLayout, WEEK};
use super::part::DayPart;
use super::sheet::{Place, Sheet};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::style::Type;
use crate::app::widget::place_menus::day_menu;

/// Width of the names of the parts of the day.
pub const NAMES: f32 = 88.0;
/// Before the names.
const LEFT: f32 = 12.0;

/// Cells, the one in which a drop would land, and lines between them.
pub fn paint_ground(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    sheet: &Sheet<'_>,
    (date, target): (Option<NaiveDate>, Option<Place>),
) {
    let theme = cx.theme;
    blocks.rect(sheet.area, theme.panel);
    for day in sheet.days_in_sight() {
        let shown = sheet.layout.days[day].date;
        let fill = if is_weekend(shown) { theme.band } else { theme.panel };
        let fill = if date == Some(shown) { fill.lerp_to_gamma(theme.accent_soft, 0.45) } else { fill };
        for part in DayPart::ALL {
            let rect = sheet.cell_rect((day, part));
            blocks.rect(rect, if target == Some((day, part)) { theme.accent_soft } else { fill });
            blocks.rect(rect.with_min_x(rect.right() - 1.0), theme.line);
            let below = if part == DayPart::Evening { theme.line_strong } else { theme.line };
            blocks.rect(rect.with_min_y(rect.bottom() - 1.0), below);
        }
    }
}

/// The days and the parts of the day, which stay while the cells scroll under them.
pub fn ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    shaper: &mut Shaper,
    (names, sheet, date): (Rect, &Sheet<'_>, Option<NaiveDate>),
) {
    parts_ui(ui, cx, shaper, names, sheet);
    for week in sheet.weeks_in_sight() {
        let head = sheet.head_rect(week);
        let corner = Rect::from_x_y_ranges(names.x_range(), head.y_range());
        let painter = ui.painter_at(corner.intersect(names));
        painter.rect_filled(corner, 0.0, cx.theme.ground);
        painter.rect_filled(corner.with_min_x(corner.right() - 1.0), 0.0, cx.theme.line_strong);
        painter.rect_filled(corner.with_min_y(corner.bottom() - 1.0), 0.0, cx.theme.line_strong);
        let mut blocks = BlockPainter::new(ui.ctx(), shaper);
        let text = Rect::from_min_max(pos2(corner.left() + LEFT, head.top() + 7.0), corner.right_bottom());
        let setting = Setting { rect: text, max_lines: 1, color: cx.theme.text_3 };
        blocks.text(&week_name(cx, sheet.layout, week), Face::Detail, setting);
        blocks.finish(&painter);
        for day in GridLayout::days_of(week) {
            day_ui(ui, cx, (sheet, day, head), date);
        }
    }
}

/// `Week 2`, or the event of which it is.
fn week_name(cx: &ViewContext<'_>, layout: &GridLayout, week: usize) -> String {
    if let Some(number) = layout.weeks[week].number {
        return cx.texts.text_with("grid-week", &[("number", Value::from(number))]);
    }
    let first = CivilTime::midnight(layout.days[week * WEEK].date);
    let week = Span { start: first, end: first.plus_mins(7 * DAY_MINS) };
    // Of what only the year is known, that would be every week of it.
    let is_dated = |event: &&std::sync::Arc<Event>| matches!(event.dates, EventDates::Days { .. });
    let events = cx.plan.events().iter().filter(|event| event.hours.is_some()).filter(is_dated);
    let codes = events.filter(|event| Span::overlaps(event.dates.span(), week)).map(|event| cx.title(&event.code));
    codes.filter(|code| !code.is_empty()).collect::<Vec<_>>().join(", ")
}

fn day_ui(ui: &Ui, cx: &ViewContext<'_>, (sheet, day, head): (&Sheet<'_>, usize, Rect), in_sight: Option<NaiveDate>) {
    let theme = cx.theme;
    let date = sheet.layout.days[day].date;
    let rect = Rect::from_x_y_ranges(sheet.column(day), head.y_range());
    let shown = rect.intersect(sheet.area);
    if !shown.is_positive() {
        return;
    }
    let painter = ui.painter_at(shown);
    let response = ui.interact(shown, Id::unique(("grid day", date)), Sense::click());
    let name = dates::day_long(cx.texts, date);
    let load = cx.workbench.loads().on(date);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let is_current = in_sight == Some(date);
    let fill = match (is_current, response.hovered() || response.has_focus()) {
        (true, _) => theme.accent_soft,
        (false, true) => theme.field,
        (false, false) => theme.ground,
    };
    painter.rect_filled(rect, 0.0, fill);
    let is_today = cx.now.is_some_and(|now| now.date() == date);
    if is_today {
        painter.rect_filled(rect.with_min_y(rect.bottom() - 3.0), 0.0, theme.now);
    }
    painter.rect_filled(rect.with_min_x(rect.right() - 1.0), 0.0, theme.line);
    painter.rect_filled(rect.with_min_y(rect.bottom() - 1.0), 0.0, theme.line_strong);
    let is_far = sheet.layout.weeks[day / WEEK].number.is_none() || date.day() == 1;
    let text = if is_far { dates::day_short(cx.texts, date) } else { short(cx, date) };
    let color = if is_current { theme.accent } else { theme.text };
    let at = pos2(rect.left() + 8.0, rect.center().y);
    let text = painter.text(at, Align2::LEFT_CENTER, text, Type::Head.font(), color);
    let mut marked = vec![Severity::Error, Severity::Warning];
    marked.retain(|&severity| load.marked_as(severity) > 0);
    let room = rect.right() - 8.0 - text.right();
    let width = |marked: &[Severity]| -> f32 {
        marked.iter().map(|&severity| count_width(&painter, load.marked_as(severity))).sum()
    };
    // In a narrow column the worse ones are told alone.
    while width(&marked) > room {
        marked.pop();
    }
    let mut right = rect.right() - 8.0;
    for &severity in marked.iter().rev() {
        let signs = (theme.severity_sign(severity), (load.marked_as(severity), theme.severity(severity)));
        right = count_ui(&painter, (right, rect.center().y), signs.0, signs.1);
    }
    if response.clicked() {
        cx.act(Action::ShowDateIn("day", date));
    }
    day_menu(&response, cx, date);
    let tip = cx.texts.text_with("grid-open-day", &[("day", Value::from(&name))]);
    response.on_hover_text(tip).on_hover_cursor(egui::CursorIcon::PointingHand);
}

/// `Thu 20`.
fn short(cx: &ViewContext<'_>, date: NaiveDate) -> String {
    let values = [("weekday", Value::from(dates::weekday_short(cx.texts, date))), ("day", date.day().into())];
    cx.texts.text_with("grid-day", &values)
}

/// So much room does [`count_ui`] need.
fn count_width(painter: &egui::Painter, count: u32) -> f32 {
    let number = painter.layout_no_wrap(count.to_string(), Type::Cap.font(), Color32::PLACEHOLDER);
    number.size().x + 3.0 + 12.0 + 6.0
}

/// How many sessions are marked, from the right; returns where it begins.
fn count_ui(
    painter: &egui::Painter,
    (right, y): (f32, f32),
    (sign, sign_color): (&str, Color32),
    (count, color): (u32, Color32),
) -> f32 {
    let number = painter.text(pos2(right, y), Align2::RIGHT_CENTER, count, Type::Cap.font(), color);
    let font = egui::FontId::proportional(12.0);
    let sign = painter.text(pos2(number.left() - 3.0, y), Align2::RIGHT_CENTER, sign, font, sign_color);
    sign.left() - 6.0
}

fn parts_ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, area: Rect, sheet: &Sheet<'_>) {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.ground);
    for week in sheet.weeks_in_sight() {
        let head = sheet.head_rect(week);
        for part in DayPart::ALL {
            let (top, bottom) = sheet.rows.part(week, part);
            let rect = Rect::from_x_y_ranges(area.x_range(), sheet.origin.y + top..=sheet.origin.y + bottom);
            if !rect.intersects(area) {
                continue;
            }
            // The name stays in sight while its row does.
            let top = (rect.top() + 4.0).max(head.bottom() + 4.0).min(rect.bottom() - 36.0);
            let text = Rect::from_min_max(pos2(area.left() + LEFT, top), pos2(area.right() - 2.0, rect.bottom()));
            blocks.text(cx.text(part.name()), Face::Code, Setting { rect: text, max_lines: 1, color: cx.theme.text });
            let below = text.translate(vec2(0.0, 17.0));
            blocks.text(&hours(cx, part), Face::Detail, Setting { rect: below, max_lines: 1, color: cx.theme.text_3 });
            let color = if part == DayPart::Evening { cx.theme.line_strong } else { cx.theme.line };
            blocks.rect(rect.with_min_y(rect.bottom() - 1.0), color);
        }
    }
    blocks.rect(area.with_min_x(area.right() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
}

/// `09:30–12:30`.
fn hours(cx: &ViewContext<'_>, part: DayPart) -> String {
    let clock = |minute: i32| CivilTime::midnight(NaiveDate::default()).plus_mins(minute).clock();
    match part.hours() {
        (Some(from), Some(to)) => {
            cx.texts.text_with("range", &[("from", Value::from(&clock(from))), ("to", Value::from(&clock(to)))])
        }
        (Some(from), None) => cx.texts.text_with("grid-from", &[("time", Value::from(&clock(from)))]),
        (None, to) => cx.texts.text_with("grid-until", &[("time", Value::from(&clock(to.unwrap_or_default())))]),
    }
}

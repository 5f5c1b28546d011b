//! What surrounds the cells of the plan grid: the days above, the parts of the day beside, lines and shades.

use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use crate::model::CivilTime;
use crate::texts::{Value, dates};

use super::layout::DayPart;
use super::sheet::{Cell, Sheet};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::view::days::{events_of_day, is_weekend};

/// Width of the names of the parts of the day.
pub const NAMES: f32 = 114.0;
/// Height of the names of the days.
pub const HEADER: f32 = 46.0;

/// Cells, the one in which a drop would land, and lines between them.
pub fn paint_ground(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, sheet: &Sheet<'_>, target: Option<Cell>) {
    blocks.rect(sheet.area, cx.theme.ground);
    for day in sheet.days_in_sight() {
        let shown = &sheet.layout.days[day];
        for part in DayPart::ALL {
            let rect = sheet.cell_rect((day, part));
            let fill = match (target == Some((day, part)), is_weekend(shown.date)) {
                (true, _) => cx.theme.accent_soft,
                (false, true) => cx.theme.shade,
                (false, false) => cx.theme.panel,
            };
            blocks.rect(rect, fill);
            let color = if part == DayPart::Evening { cx.theme.line } else { cx.theme.line_strong };
            blocks.rect(rect.with_min_y(rect.bottom() - 1.0), color);
        }
        let column = Rect::from_x_y_ranges(sheet.cell_rect((day, DayPart::Forenoon)).x_range(), sheet.area.y_range());
        blocks.rect(column.with_min_x(column.right() - 1.0), cx.theme.line);
        if shown.after_gap {
            blocks.rect(column.with_max_x(column.left() + 1.0), cx.theme.line_strong);
        }
    }
}

/// The days and the parts of the day, which stay while the cells scroll under them.
pub fn ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, whole: Rect, sheet: &Sheet<'_>) {
    let corner = Rect::from_min_size(whole.min, vec2(NAMES, HEADER));
    let header = Rect::from_min_max(pos2(corner.right(), whole.top()), pos2(whole.right(), corner.bottom()));
    days_ui(ui, cx, shaper, header, sheet);
    let names = Rect::from_min_max(pos2(whole.left(), corner.bottom()), pos2(corner.right(), whole.bottom()));
    parts_ui(ui, cx, shaper, names, sheet);
    let painter = ui.painter_at(corner);
    painter.rect_filled(corner, 0.0, cx.theme.panel);
    painter.rect_filled(corner.with_min_x(corner.right() - 1.0), 0.0, cx.theme.line_strong);
    painter.rect_filled(corner.with_min_y(corner.bottom() - 1.0), 0.0, cx.theme.line_strong);
}

fn days_ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, area: Rect, sheet: &Sheet<'_>) {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.panel);
    for index in sheet.days_in_sight() {
        let date = sheet.layout.days[index].date;
        let left = sheet.origin.x + sheet.lefts[index];
        let rect = Rect::from_x_y_ranges(left..=left + sheet.column, area.y_range());
        let response = ui.interact(rect.intersect(area), Id::unique(("grid day", date)), Sense::click());
        let name = dates::day_long(cx.texts, date);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        if response.hovered() || response.has_focus() {
            blocks.rect(rect, cx.theme.field);
        }
        let is_today = cx.now.is_some_and(|now| now.date() == date);
        let color = match (is_today, is_weekend(date)) {
            (true, _) => cx.theme.now,
            (false, true) => cx.theme.text_2,
            (false, false) => cx.theme.text,
        };
        let text = rect.shrink2(vec2(10.0, 6.0));
        let text = text.with_min_x(text.left().max(area.left() + 8.0).min(text.right() - 60.0));
        let used =
            blocks.text(&dates::day_short(cx.texts, date), Face::Title, Setting { rect: text, max_lines: 1, color });
        let rect_below = text.with_min_y(text.top() + used + 2.0);
        let events = events_of_day(cx, date);
        blocks.text(&events, Face::Detail, Setting { rect: rect_below, max_lines: 1, color: cx.theme.text_2 });
        if is_today {
            blocks.rect(rect.with_min_y(rect.bottom() - 3.0), cx.theme.now);
        }
        blocks.rect(rect.with_min_x(rect.right() - 1.0), cx.theme.line);
        if response.clicked() {
            cx.act(Action::ShowDateIn("day", date));
        }
        let tip = cx.texts.text_with("grid-open-day", &[("day", Value::from(&name))]);
        response.on_hover_text(tip).on_hover_cursor(egui::CursorIcon::PointingHand);
    }
    blocks.rect(area.with_min_y(area.bottom() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
}

fn parts_ui(ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, area: Rect, sheet: &Sheet<'_>) {
    let painter = ui.painter_at(area);
    let mut blocks = BlockPainter::new(ui.ctx(), shaper);
    blocks.rect(area, cx.theme.panel);
    let clock = |minute: i32| CivilTime::midnight(chrono::NaiveDate::default()).plus_mins(minute).clock();
    for part in DayPart::ALL {
        let rows = &sheet.rows;
        let y = |edge: usize| sheet.origin.y + rows[edge];
        let rect = Rect::from_x_y_ranges(area.x_range(), y(part as usize)..=y(part as usize + 1));
        if !rect.intersects(area) {
            continue;
        }
        let (noon, evening) = (clock(DayPart::NOON), clock(DayPart::EVENING));
        let (name, hours) = match part {
            DayPart::Forenoon => {
                (cx.text("grid-forenoon"), cx.texts.text_with("grid-until", &[("time", Value::from(&noon))]))
            }
            DayPart::Afternoon => {
                let values = [("from", Value::from(&noon)), ("to", Value::from(&evening))];
                (cx.text("grid-afternoon"), cx.texts.text_with("range", &values))
            }
            DayPart::Evening => {
                (cx.text("grid-evening"), cx.texts.text_with("grid-from", &[("time", Value::from(&evening))]))
            }
        };
        // The name stays in sight while its row does.
        let top = (rect.top() + 9.0).max(area.top() + 9.0).min(rect.bottom() - 54.0);
        let text = Rect::from_min_max(pos2(area.left() + 12.0, top), pos2(area.right() - 8.0, rect.bottom()));
        let used = blocks.text(name, Face::Title, Setting { rect: text, max_lines: 2, color: cx.theme.text });
        let below = text.with_min_y(top + used + 1.0);
        blocks.text(&hours, Face::Detail, Setting { rect: below, max_lines: 1, color: cx.theme.text_2 });
        let color = if part == DayPart::Evening { cx.theme.line } else { cx.theme.line_strong };
        blocks.rect(rect.with_min_y(rect.bottom() - 1.0), color);
    }
    blocks.rect(area.with_min_x(area.right() - 1.0), cx.theme.line_strong);
    blocks.finish(&painter);
}

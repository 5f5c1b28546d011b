//! How many teams are needed at once in each part of each day. It needs no teams: it follows from the plan.

use egui::{Id, Rangef, Rect, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::cells::{small, text};
use crate::model::roster::DayPart;
use crate::texts::{Value, dates};

use super::grid::{Layout, part_name};
use super::known::Known;

/// How high the head is, a part of the day, and the words below, in points.
const HEAD: f32 = 28.0;
const ROW: f32 = 20.0;
const NOTE: f32 = 28.0;
/// How high all of it is.
pub const HEIGHT: f32 = HEAD + 4.0 * ROW + NOTE;

/// Draws it.
pub fn ui(ui: &Ui, cx: &ViewContext<'_>, (layout, known): (&Layout, &Known), rect: Rect) {
    let theme = cx.theme;
    let painter = ui.painter_at(rect);
    let head = rect.with_max_y(rect.top() + HEAD);
    painter.rect_filled(head, 0.0, theme.ground);
    painter.hline(rect.x_range(), head.bottom() - 0.5, (1.0, theme.line_strong));
    let inner = head.with_min_x(head.left() + 12.0);
    let name = RichText::new(cx.text("roster-needed")).font(Type::Head.font()).color(theme.text);
    let wide = text(ui, &painter, inner, name);
    let values = [("count", Value::from(known.roster.teams.len()))];
    let about = cx.texts.text_with("roster-needed-about", &values);
    text(ui, &painter, inner.with_min_x(inner.left() + wide + 10.0), small(&about, theme.text_2));
    for (at, part) in DayPart::ALL.into_iter().enumerate() {
        let top = head.bottom() + at as f32 * ROW;
        let band = Rangef::new(top, top + ROW);
        let name = Rect::from_x_y_ranges(Rangef::new(layout.names.min + 12.0, layout.names.max - 6.0), band);
        text(ui, &painter, name, small(cx.text(part_name(part)), theme.text_2));
        painter.hline(rect.x_range(), band.max - 0.5, (1.0, theme.line));
        for (day, column) in layout.columns.iter().enumerate() {
            cell_ui(ui, cx, known, (day, at, Rect::from_x_y_ranges(*column, band)));
        }
    }
    let note = Rect::from_min_max(pos2(rect.left() + 12.0, rect.bottom() - NOTE), rect.max - vec2(12.0, 0.0));
    text(ui, &painter, note, small(&format!("{} {}", icons::INFO, cx.text("roster-note")), theme.text_2));
}

fn cell_ui(ui: &Ui, cx: &ViewContext<'_>, known: &Known, (day, part, cell): (usize, usize, Rect)) {
    let (needed, date) = (known.needed[day][part], known.days[day]);
    if needed == 0 {
        return;
    }
    let (theme, there) = (cx.theme, known.roster.there(date));
    let has_gap = known.roster.cell(None, date, DayPart::ALL[part]).next().is_some();
    let lacks = !known.roster.teams.is_empty() && (needed > there || has_gap);
    let (figure, fill) = if lacks { (theme.error, theme.error) } else { (theme.text, theme.text_2) };
    let painter = ui.painter_at(cell);
    let number = Rect::from_min_max(pos2(cell.left() + 6.0, cell.top()), cell.max);
    text(ui, &painter, number, RichText::new(needed.to_string()).font(Type::Bar.font()).color(figure));
    let all = needed.max(there);
    for at in 0..all {
        let bar =
            Rect::from_min_size(pos2(cell.left() + 20.0 + 15.0 * at as f32, cell.center().y - 3.5), vec2(13.0, 7.0));
        if bar.right() > cell.right() - 2.0 {
            break;
        }
        painter.rect_filled(bar, f32::from(radius::MARK), if at < needed { fill } else { theme.field });
    }
    let (day_name, part_name) = (dates::day_short(cx.texts, date), cx.text(part_name(DayPart::ALL[part])));
    let values = [("count", Value::from(needed)), ("day", Value::from(&day_name)), ("part", Value::from(part_name))];
    let spoken = cx.texts.text_with("roster-needed-spoken", &values);
    let response = ui.interact(cell, Id::unique(("roster needed", day, part)), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    response.on_hover_text(spoken);
}

//! All sittings of all such meetings, with the hours at which each region meets.

use egui::{Rect, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::style::Type;
use crate::app::widget::cells::{cell, small, text, text_right};
use crate::model::SessionId;
use crate::model::burden::{self, Part, Sitting};
use crate::model::zone::{self, Tz};
use crate::texts::{Value, tid};

use super::known::{Known, Region};
use super::{day, hardest, part_colors, span_in};

/// How high a sitting is, and the heads, in points.
const ROW: f32 = 38.0;
const HEAD: f32 = 26.0;
/// How wide the names of sittings are, and a region at least.
const NAME: f32 = 168.0;
const LEAST: f32 = 96.0;

/// Draws it; answers the sitting that somebody asks for.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) -> Option<SessionId> {
    let wide = ui.available_width();
    let count = (((wide - NAME) / LEAST) as usize).min(known.regions.len());
    let each = (wide - NAME) / count.max(1) as f32;
    let (head, _) = ui.allocate_exact_size(vec2(wide, HEAD), Sense::HOVER);
    let painter = ui.painter_at(head);
    painter.rect_filled(head, 0.0, cx.theme.ground);
    painter.hline(head.x_range(), head.bottom() - 0.5, (1.0, cx.theme.line_strong));
    text(ui, &painter, cell(head, (12.0, NAME)), small(cx.text("zones-meets"), cx.theme.text_2));
    for (at, region) in known.regions.iter().take(count).enumerate() {
        let left = NAME + each * at as f32;
        text(ui, &painter, cell(head, (left, left + each - 8.0)), small(&region.code, cx.theme.text_2));
    }
    let mut asked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for row in &known.all {
        if row_ui(ui, cx, (known, row), (count, each)) {
            asked = Some(row.session);
        }
    }
    ui.add_space(12.0);
    asked
}

fn row_ui(ui: &mut Ui, cx: &ViewContext<'_>, (known, row): (&Known, &Sitting), (count, each): (usize, f32)) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let is_shown = row.session == known.sitting.session;
    let fill = match (is_shown, response.hovered()) {
        (true, _) => cx.theme.accent_soft,
        (false, true) => cx.theme.field,
        (false, false) => cx.theme.panel,
    };
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, fill);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
    let number = known.all.iter().filter(|other| other.event == row.event).position(|other| other == row);
    let code = cx.plan.events().get(row.event).map(|event| cx.short_name(&event.code, &event.title));
    let values = [("event", Value::from(code.unwrap_or_default())), ("number", Value::from(number.unwrap_or(0) + 1))];
    let name = cx.texts.text_with("zones-row", &values);
    let clock = zone::civil_at(row.start, Tz::UTC).map(|(time, _)| time.clock()).unwrap_or_default();
    let when = format!("{}, {clock} UTC", day(cx, row.start));
    let mut spoken = vec![format!("{name}, {when}")];
    let (upper, lower) = rect.shrink2(vec2(0.0, 2.0)).split_top_bottom_at_fraction(0.5);
    let strong = RichText::new(&name).font(Type::Strong.font()).color(cx.theme.text);
    text(ui, &painter, cell(upper, (12.0, NAME)), strong);
    text(ui, &painter, cell(lower, (12.0, NAME)), small(&when, cx.theme.text_2));
    for (at, region) in known.regions.iter().enumerate() {
        let (first, last, part, borne) = of_region(region, row, &known.measure);
        spoken.push(format!("{} {borne:.0}", region.code));
        if at >= count {
            continue;
        }
        let left = NAME + each * at as f32;
        let color = if part == Part::Day { cx.theme.text } else { part_colors(cx, part).1 };
        let figure = Rect::from_min_max(
            pos2(rect.left() + left, rect.top()),
            pos2(rect.left() + left + each - 10.0, rect.bottom()),
        );
        let used = text_right(ui, &painter, figure, small(&format!("{borne:.0}"), cx.theme.text_2));
        let room = (left, left + each - used - 16.0);
        text(ui, &painter, cell(upper, room), small(&first, color));
        if region.places.len() > 1 {
            let words = cx.texts.text_with(tid("zones-to"), &[("hours", Value::from(&last))]);
            text(ui, &painter, cell(lower, room), small(&words, color));
        }
    }
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_shown, spoken.join("; ")));
    response.clicked()
}

/// The hours in the first and in the last city of a region, the hardest part of the day, and what the region bears.
fn of_region(region: &Region, row: &Sitting, measure: &burden::Measure) -> (String, String, Part, f64) {
    let span = (row.start, row.mins);
    let (first, last) = (region.places.first(), region.places.last());
    let hours = |place: Option<&super::known::Place>| place.map(|place| span_in(place.zone, span)).unwrap_or_default();
    let parts = region.places.iter().map(|place| hardest(measure, place.zone, span));
    let part = parts.max_by_key(|part| match part {
        Part::Day => 0,
        Part::Edge => 1,
        Part::Night => 2,
    });
    let sum: u32 = region.places.iter().map(|place| burden::of_city(place.zone, span, measure)).sum();
    (hours(first), hours(last), part.unwrap_or(Part::Day), f64::from(sum) / region.places.len().max(1) as f64)
}

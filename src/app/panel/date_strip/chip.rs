//! What is painted of a day, of the preparation, and of the head of a group.

use chrono::{Datelike, NaiveDate};
use egui::{
    Align2, Color32, Id, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, TextFormat, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::model::{EventId, EventKind, Severity, is_weekend};
use crate::texts::{Value, dates, names};

use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::paint::text::elided_in;
use crate::app::phrases;
use crate::app::style::{Type, icons, radius};

use super::days::Section;

/// Names of groups do not push days further than this, in points.
const LONGEST_NAME: f32 = 72.0;

/// The chip of a day, wherever the strip is scrolled to.
pub fn id(date: NaiveDate) -> Id {
    Id::unique(("date strip", date))
}

/// `Thursday 20 November 2025, 9 sessions, 6 marked`.
pub fn spoken(cx: &ViewContext<'_>, date: NaiveDate) -> String {
    let mut spoken = format!("{}, {}", dates::day_long(cx.texts, date), phrases::day_counts(cx, date));
    if cx.workbench.checker().mark_of_day(date) >= Severity::Warning {
        spoken.push_str(", ");
        spoken.push_str(cx.text("strip-day-marked"));
    }
    spoken
}

/// A day: its weekday, its number, how full it is in minutes of sessions and of the fullest day, and the worst mark of its
/// sessions.
pub fn day_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (rect, date, (mins, share)): (Rect, NaiveDate, (i64, f32)),
    gesture: &Gesture,
) -> Response {
    let theme = cx.theme;
    let is_chosen = cx.date == Some(date);
    let response = ui.interact(rect, id(date), Sense::click());
    response.widget_info(|| {
        let place = if gesture.has_place(date) { format!(", {}", cx.text("strip-has-place")) } else { String::new() };
        WidgetInfo::selected(Role::Button, true, is_chosen, spoken(cx, date) + &place)
    });
    let painter = ui.painter();
    let is_off = is_weekend(date);
    let corner = f32::from(radius::CONTROL);
    let fill = if is_chosen {
        Some(theme.accent)
    } else if response.hovered() || gesture.is_over_day(date) {
        Some(theme.field)
    } else {
        is_off.then_some(theme.band)
    };
    if let Some(fill) = fill {
        painter.rect_filled(rect, corner, fill);
    }
    let is_today = cx.now.is_some_and(|now| now.date() == date);
    if gesture.is_over_day(date) {
        painter.rect_stroke(rect, corner, Stroke::new(2.0, theme.place_line), StrokeKind::Inside);
    } else if is_today && !is_chosen {
        painter.rect_stroke(rect, corner, Stroke::new(1.0, theme.now), StrokeKind::Inside);
    }
    let (first, second) = if is_chosen {
        (theme.on_accent, theme.on_accent)
    } else {
        (theme.text_3, if is_off { theme.text_3 } else { theme.text })
    };
    let at = |y: f32| pos2(rect.center().x, rect.top() + y);
    painter.text(at(9.0), Align2::CENTER_CENTER, dates::weekday_short(cx.texts, date), Type::Meta.font(), first);
    painter.text(at(22.0), Align2::CENTER_CENTER, dates::day_tiny(cx.texts, date), Type::Head.font(), second);
    // What names no session is marked on the day alone.
    let worst = cx.workbench.loads().on(date).worst().max(cx.workbench.checker().mark_of_day(date));
    let is_marked = worst >= Severity::Warning;
    let trough = Rect::from_min_max(
        pos2(rect.left() + 8.0, rect.bottom() - 7.0),
        pos2(rect.right() - if is_marked { 15.0 } else { 8.0 }, rect.bottom() - 4.0),
    );
    let (trough_color, bar_color) = if is_chosen {
        (theme.on_accent.gamma_multiply(0.35), theme.on_accent)
    } else {
        (theme.line_strong, theme.text_3)
    };
    painter.rect_filled(trough, 2.0, trough_color);
    if share > 0.0 {
        let width = (trough.width() * share).round().max(2.0);
        painter.rect_filled(Rect::from_min_size(trough.min, vec2(width, trough.height())), 2.0, bar_color);
    }
    if is_marked {
        let color = if is_chosen { theme.on_accent } else { theme.severity_sign(worst).1 };
        mark(ui, pos2(rect.right() - 9.0, rect.bottom() - 6.0), worst, color);
    }
    if gesture.has_place(date) {
        place_mark(ui, cx, rect);
    }
    if response.hovered() {
        response.clone().on_hover_ui(|ui| {
            ui.label(spoken(cx, date));
            if mins > 0 {
                let hours = dates::length_text(cx.texts, i32::try_from(mins).unwrap_or(i32::MAX));
                let percent = (share * 100.0).round() as i64;
                let values = [("hours", Value::from(&hours)), ("percent", Value::from(percent))];
                ui.weak(cx.texts.text_with("strip-load", &values));
            }
        });
    }
    response
}

/// A tick: what is dragged has a place on this day.
fn place_mark(ui: &Ui, cx: &ViewContext<'_>, rect: Rect) {
    let corner = f32::from(radius::CONTROL);
    ui.painter().rect_stroke(rect, corner, Stroke::new(1.0, cx.theme.place_line), StrokeKind::Inside);
    let center = pos2(rect.right() - 3.0, rect.top() + 2.0);
    ui.painter().circle(center, 7.0, cx.theme.accent, Stroke::new(1.0, cx.theme.panel));
    let font = egui::FontId::new(10.0, Type::Strong.font().family);
    ui.painter().text(center, Align2::CENTER_CENTER, icons::CHECK, font, cx.theme.on_accent);
}

/// A round mark for errors, a triangle for warnings.
fn mark(ui: &Ui, center: Pos2, severity: Severity, color: Color32) {
    if severity == Severity::Error {
        ui.painter().circle_filled(center, 3.0, color);
    } else {
        let corners = [vec2(0.0, -3.5), vec2(3.5, 3.0), vec2(-3.5, 3.0)].map(|by| center + by);
        ui.painter().add(Shape::convex_polygon(corners.to_vec(), color, Stroke::NONE));
    }
}

/// The chip of everything without days of its own.
pub fn preparation_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, events: &[EventId]) -> Response {
    let theme = cx.theme;
    let response = ui.interact(rect, Id::unique("date strip preparation"), Sense::click());
    let years = events.iter().filter_map(|&id| cx.plan.events().get(id)).map(|event| event.dates.first_and_last());
    let (first, last) =
        years.fold((i32::MAX, i32::MIN), |(from, to), (first, last)| (from.min(first.year()), to.max(last.year())));
    let years = if first == last {
        first.to_string()
    } else {
        let (from, to) = (first.to_string(), format!("{:02}", last.rem_euclid(100)));
        cx.texts.text_with("range", &[("from", Value::from(&from)), ("to", Value::from(&to))])
    };
    let count = cx.texts.text_with("strip-events", &[("count", Value::from(events.len()))]);
    let name = format!("{}, {years}, {count}", cx.text("strip-preparation"));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let fill = if response.hovered() { theme.field } else { theme.shade };
    ui.painter().rect_filled(rect, f32::from(radius::CONTROL), fill);
    for (y, text) in [(11.0, &years), (25.0, &count)] {
        let format = TextFormat::simple(Type::Meta.font(), theme.text_3);
        let galley = elided_in(ui.ctx(), text, format, rect.width() - 8.0);
        let at = pos2(rect.center().x - galley.size().x / 2.0, rect.top() + y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, theme.text_3);
    }
    response
}

/// The name of a group, with as much about it as there is room for.
pub fn head_ui(ui: &Ui, cx: &ViewContext<'_>, (at, room): (Pos2, f32), part: &Section, is_main: bool) {
    let (name, longer) = head(cx, part, is_main);
    let color = if is_main { cx.theme.text } else { cx.theme.text_3 };
    let lay = |text: &str, color, room| elided_in(ui.ctx(), text, TextFormat::simple(Type::Cap.font(), color), room);
    let short = lay(&name, color, room);
    let left = room - short.size().x;
    let longer = longer.iter().map(|more| lay(more, cx.theme.text_3, f32::INFINITY));
    let more = longer.into_iter().find(|more| more.size().x <= left);
    let beside = at + vec2(short.size().x, 0.0);
    ui.painter().galley(at, short, color);
    if let Some(more) = more {
        ui.painter().galley(beside, more, cx.theme.text_3);
    }
}

/// How wide the name of a group is.
pub fn name_width(ui: &Ui, cx: &ViewContext<'_>, part: &Section) -> f32 {
    let format = TextFormat::simple(Type::Cap.font(), cx.theme.text);
    elided_in(ui.ctx(), &head(cx, part, false).0, format, LONGEST_NAME).size().x
}

/// What a group is called, and what can stand behind that: the longest first.
fn head(cx: &ViewContext<'_>, part: &Section, is_main: bool) -> (String, Vec<String>) {
    let event = match part {
        Section::Preparation(_) => return (cx.text("strip-preparation").to_owned(), Vec::new()),
        Section::Loose => return (cx.text("strip-loose").to_owned(), Vec::new()),
        Section::Event(id) => cx.plan.events().get(*id),
    };
    let Some(event) = event else { return Default::default() };
    let code = cx.title(&event.code);
    let name = match (code.is_empty(), event.kind) {
        (false, _) => code.to_owned(),
        (true, EventKind::YouthCelebration) => cx.text("strip-youth").to_owned(),
        (true, _) if cx.title(&event.title).is_empty() => cx.text(names::event_kind(event.kind)).to_owned(),
        (true, _) => phrases::row_title(cx, event.id.into()),
    };
    let (first, _) = event.dates.first_and_last();
    let longer = if is_main {
        let days = dates::day_count(cx.texts, event.dates.len_days().into());
        let month = dates::month_year(cx.texts, first);
        vec![format!(" · {days}, {month}"), format!(" · {days}")]
    } else {
        vec![format!(" · {}", dates::month_name_short(cx.texts, first))]
    };
    (name, longer)
}

//! A day beside the table: which rooms are taken, and when.

use chrono::NaiveDate;
use egui::{Align2, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::style::Type;
use crate::app::widget::cells::{cell, small, text};
use crate::model::{CivilTime, Event, Placement, Room, Session, Span, Status};
use crate::texts::{Value, dates};

/// The room of the names of rooms, and how high a lane is.
const HEADS: f32 = 122.0;
const LANE: f32 = 26.0;
/// Every so many hours stands a number.
const HOURS: i32 = 3;

/// What is shown of a day.
pub struct Shown<'a> {
    /// The event.
    pub event: &'a Event,
    /// Which day.
    pub day: NaiveDate,
    /// When somebody wants a room.
    pub wanted: Option<Span>,
    /// Where they would be.
    pub offered: Option<&'a Placement>,
}

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_>) {
    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
    ui.add_space(10.0);
    let title = dates::day_long(cx.texts, shown.day);
    ui.label(RichText::new(title).font(Type::Head.font()).color(cx.theme.text));
    let held = held_on(cx, shown.day);
    let own: Vec<&Room> =
        cx.index().rooms().iter().filter_map(|&id| cx.plan.rooms().get(id)).map(|row| &**row).collect();
    let own: Vec<&Room> = own.into_iter().filter(|room| !room.is_shared && !room.is_virtual).collect();
    let busy = own.iter().filter(|room| held.iter().any(|session| session.rooms().contains(&room.id))).count();
    let values = [("taken", Value::from(busy)), ("rooms", Value::from(own.len()))];
    ui.label(small(&cx.texts.text_with("requests-day", &values), cx.theme.text_2));
    ui.add_space(6.0);
    let hours = hours(shown, &held);
    ruler_ui(ui, cx, hours);
    ScrollArea::vertical().id_salt("requests day").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for room in own {
            lane_ui(ui, cx, (shown, hours), room, &held);
        }
    });
}

/// What is held on a day in rooms.
fn held_on<'a>(cx: &ViewContext<'a>, day: NaiveDate) -> Vec<&'a Session> {
    let all = cx.index().sessions_on(day).iter().filter_map(|&id| cx.plan.sessions().get(id));
    all.map(|session| &**session).filter(|session| session.status != Status::Cancelled).collect()
}

/// From which minute of the day to which is shown: as long as the event is open, wider where something is held.
fn hours(shown: &Shown<'_>, held: &[&Session]) -> (i32, i32) {
    let midnight = CivilTime::midnight(shown.day);
    let open =
        shown.event.hours.map_or((8 * 60, 20 * 60), |hours| (i32::from(hours.from_min), i32::from(hours.to_min)));
    let spans = held.iter().filter_map(|session| session.span());
    let spans = spans.chain(shown.wanted).chain(shown.offered.map(Placement::span));
    let of_day = spans.map(|span| (span.start.mins_since(midnight).max(0), span.end.mins_since(midnight).min(1440)));
    let on_it = of_day.filter(|(from, to)| from < to);
    on_it.fold(open, |(from, to), (start, end)| (from.min(start / 60 * 60), to.max((end + 59) / 60 * 60)))
}

/// Where a minute of the day is.
fn x_of(rect: Rect, (from, to): (i32, i32), minute: i32) -> f32 {
    let left = rect.left() + HEADS;
    let share = (minute.clamp(from, to) - from) as f32 / (to - from).max(1) as f32;
    left + share * (rect.right() - left)
}

fn ruler_ui(ui: &mut Ui, cx: &ViewContext<'_>, hours: (i32, i32)) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::HOVER);
    let first = (hours.0 + 59) / 60;
    for hour in (first..=hours.1 / 60).filter(|hour| (hour - first) % HOURS == 0) {
        let x = x_of(rect, hours, hour * 60);
        let (align, x) =
            if hour * 60 + 60 > hours.1 { (Align2::RIGHT_CENTER, x) } else { (Align2::LEFT_CENTER, x + 2.0) };
        let words = format!("{hour:02}");
        ui.painter().text(pos2(x, rect.center().y), align, words, Type::Meta.font(), cx.theme.text_3);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
}

fn lane_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (shown, hours): (&Shown<'_>, (i32, i32)),
    room: &Room,
    held: &[&Session],
) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LANE), Sense::HOVER);
    let midnight = CivilTime::midnight(shown.day);
    let here: Vec<&&Session> = held.iter().filter(|session| session.rooms().contains(&room.id)).collect();
    let painter = ui.painter_at(rect);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
    let name = cx.title(&room.title);
    text(ui, &painter, cell(rect, (0.0, HEADS - 42.0)), small(name, cx.theme.text));
    let seats = room.capacity.map(|seats| seats.to_string()).unwrap_or_default();
    painter.text(
        pos2(rect.left() + HEADS - 8.0, rect.center().y),
        Align2::RIGHT_CENTER,
        seats,
        Type::Meta.font(),
        cx.theme.text_3,
    );
    let bar = |span: Span| {
        let (from, to) = (span.start.mins_since(midnight), span.end.mins_since(midnight));
        let (left, right) = (x_of(rect, hours, from), x_of(rect, hours, to));
        Rect::from_min_max(pos2(left, rect.top() + 4.0), pos2((right - 1.0).max(left + 2.0), rect.bottom() - 5.0))
    };
    if let Some(wanted) = shown.wanted {
        let column = bar(wanted);
        let whole = Rect::from_x_y_ranges(column.x_range(), rect.y_range());
        painter.rect_filled(whole, 0.0, cx.theme.accent_soft);
    }
    let mut told = vec![name.to_owned()];
    for session in here {
        let Some(span) = session.span() else { continue };
        let colors = cx.session_colors(session);
        painter.rect(bar(span), 2.0, colors.fill, Stroke::new(1.0, colors.bar), StrokeKind::Inside);
        told.push(format!("{} {}", dates::clock_span(cx.texts, span), cx.session_title(session)));
    }
    if let Some(at) = shown.offered.filter(|at| at.rooms.contains(&room.id)) {
        painter.rect_stroke(bar(at.span()), 2.0, Stroke::new(2.0, cx.theme.accent), StrokeKind::Inside);
    }
    let spoken = told.join(", ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    response.on_hover_text(told.join("\n"));
}

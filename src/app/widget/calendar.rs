//! A small calendar: a month of days, picked by the pointer or by keys. It is one stop of the Tab key; arrows walk by days and
//! weeks, Page Up and Page Down by months, with Shift by years, Home and End to the ends of the week.

use chrono::{Datelike, Days, Months, NaiveDate};
use egui::{
    Align, CornerRadius, EventFilter, Id, Key, Layout, Modifiers, Response, RichText, Role, Sense, Stroke, Ui,
    WidgetInfo, accesskit, vec2,
};

use crate::model::is_weekend;
use crate::texts::dates;

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::fields::{medium, popup_under, small_icon_button};
use crate::app::widget::focus;

/// The day shown as chosen, and days to be seen as belonging together, such as those of the event.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The chosen day; without one, the calendar opens on the first of the marked days.
    pub chosen: Option<NaiveDate>,
    /// First and last of the marked days.
    pub marked: Option<(NaiveDate, NaiveDate)>,
}

/// Opens under `button` when that is clicked; returns the day that was picked.
pub fn calendar_popup(button: &Response, cx: &ViewContext<'_>, days: Shown) -> Option<NaiveDate> {
    let popup = popup_under(button);
    let ctx = button.ctx.clone();
    let id = popup.get_id().with("month");
    if !popup.is_open() {
        ctx.data_mut(|data| data.remove::<NaiveDate>(id));
        return None;
    }
    let picked = popup.show(|ui| {
        let picked = calendar_ui(ui, cx, id, days);
        if picked.is_some() {
            ui.close();
        }
        picked
    });
    let picked = picked.and_then(|shown| shown.inner);
    if picked.is_some() {
        button.request_focus();
    } else if let Some(day) =
        ctx.data(|data| data.get_temp::<NaiveDate>(id)).and_then(|day| ctx.read_response(day_id(id, day)))
    {
        focus::is_chosen(&day);
    }
    picked
}

/// Lets the calendar of this id show the month of `day`, which is also where its keys begin.
pub fn turn_to(ctx: &egui::Context, id: Id, day: NaiveDate) {
    ctx.data_mut(|data| data.insert_temp(id, day));
}

/// One month, with buttons to the others; returns the day that was picked. The day that its keys are on is remembered under
/// `id`; one that nobody has turned to takes the keyboard.
pub fn calendar_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: Id, days: Shown) -> Option<NaiveDate> {
    sized_ui(ui, cx, (id, CELL), days)
}

/// The same, as wide as there is room.
pub fn wide_calendar_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: Id, days: Shown) -> Option<NaiveDate> {
    let width = ((ui.available_width() - 6.0) / 7.0).floor().clamp(CELL.x, 48.0);
    sized_ui(ui, cx, (id, vec2(width, CELL.y)), days)
}

fn sized_ui(ui: &mut Ui, cx: &ViewContext<'_>, (id, cell): (Id, egui::Vec2), days: Shown) -> Option<NaiveDate> {
    let known = ui.data(|data| data.get_temp::<NaiveDate>(id));
    let start = days.chosen.or(days.marked.map(|(first, _)| first)).unwrap_or_default();
    let mut cursor = known.unwrap_or(start);
    if known.is_none() {
        ui.memory_mut(|memory| memory.request_focus(day_id(id, cursor)));
    }
    ui.set_width(7.0 * cell.x + 6.0);
    ui.spacing_mut().item_spacing = vec2(1.0, 1.0);
    head_ui(ui, cx, &mut cursor);
    ui.add_space(4.0);
    let month = cursor.with_day(1).unwrap_or(cursor);
    let monday = month.checked_sub_days(Days::new(month.weekday().num_days_from_monday().into())).unwrap_or(month);
    let day_at = |index: u64| monday.checked_add_days(Days::new(index)).unwrap_or(monday);
    ui.horizontal(|ui| {
        for index in 0..7 {
            let name = RichText::new(dates::weekday_short(cx.texts, day_at(index)))
                .font(Type::Small.font())
                .color(cx.theme.text_2);
            ui.add_sized(vec2(cell.x, 18.0), egui::Label::new(name));
        }
    });
    let mut picked = None;
    let mut walked = None;
    for week in 0..6 {
        ui.horizontal(|ui| {
            for index in 0..7 {
                let day = day_at(week * 7 + index);
                let response = day_ui(ui, cx, (id, cell), &Shows { day, cursor, days });
                if day == cursor && response.has_focus() {
                    walked = walk(ui, &response, cursor);
                }
                // A screen reader goes to any of them.
                if ui.input(|input| input.has_accesskit_action_request(response.id, accesskit::Action::Focus)) {
                    walked = Some(day);
                }
                if response.clicked() {
                    picked = Some(day);
                }
            }
        });
    }
    if let Some(day) = walked.filter(|day| (1900..=2199).contains(&day.year())) {
        cursor = day;
        ui.memory_mut(|memory| memory.request_focus(day_id(id, day)));
        ui.ctx().request_repaint();
    }
    let cursor = picked.unwrap_or(cursor);
    turn_to(ui.ctx(), id, cursor);
    picked
}

/// The size of a day, in points.
const CELL: egui::Vec2 = vec2(33.0, 26.0);

fn day_id(calendar: Id, day: NaiveDate) -> Id {
    calendar.with(day)
}

/// The month and the buttons that turn it.
fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, cursor: &mut NaiveDate) {
    let shown = *cursor;
    ui.horizontal(|ui| {
        let mut turn = |ui: &mut Ui, icon: &str, name: &str, months: i32| {
            if small_icon_button(ui, icon, name).clicked() {
                *cursor = later_by(shown, months).unwrap_or(shown);
            }
        };
        turn(ui, icons::CHEVRONS_LEFT, cx.text("inspector-year-before"), -12);
        turn(ui, icons::CHEVRON_LEFT, cx.text("inspector-month-before"), -1);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            turn(ui, icons::CHEVRONS_RIGHT, cx.text("inspector-year-after"), 12);
            turn(ui, icons::CHEVRON_RIGHT, cx.text("inspector-month-after"), 1);
            ui.centered_and_justified(|ui| ui.label(medium(dates::month_year(cx.texts, shown))));
        });
    });
}

fn later_by(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let by = Months::new(months.unsigned_abs());
    if months < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) }
}

/// Where a key leads to from the day that has the keyboard.
fn walk(ui: &Ui, response: &Response, from: NaiveDate) -> Option<NaiveDate> {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let days = |by: i64| from.checked_add_signed(chrono::TimeDelta::days(by));
    let in_week = i64::from(from.weekday().num_days_from_monday());
    let plain = [
        (Key::ArrowLeft, days(-1)),
        (Key::ArrowRight, days(1)),
        (Key::ArrowUp, days(-7)),
        (Key::ArrowDown, days(7)),
        (Key::Home, days(-in_week)),
        (Key::End, days(6 - in_week)),
    ];
    let turns = [
        (Modifiers::SHIFT, Key::PageUp, -12),
        (Modifiers::SHIFT, Key::PageDown, 12),
        (Modifiers::NONE, Key::PageUp, -1),
        (Modifiers::NONE, Key::PageDown, 1),
    ];
    let walked = plain.into_iter().find_map(|(key, day)| pressed(Modifiers::NONE, key).then_some(day));
    let turned = || turns.into_iter().find_map(|(with, key, by)| pressed(with, key).then(|| later_by(from, by)));
    walked.or_else(turned).flatten()
}

/// What is shown at a place of a calendar.
struct Shows {
    day: NaiveDate,
    /// Where the keys are.
    cursor: NaiveDate,
    days: Shown,
}

fn day_ui(ui: &mut Ui, cx: &ViewContext<'_>, (id, cell): (Id, egui::Vec2), shown: &Shows) -> Response {
    let (theme, Shows { day, cursor, days }) = (cx.theme, shown);
    let (rect, _) = ui.allocate_exact_size(cell, Sense::hover());
    // Only one of them is a stop of the Tab key.
    let sense = if day == cursor { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, day_id(id, *day), sense);
    let chosen = days.chosen == Some(*day);
    ui.ctx().accesskit_node_builder(response.id, |node| node.add_action(accesskit::Action::Focus));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, dates::day_long(cx.texts, *day)));
    let marked = days.marked.filter(|(first, last)| first <= day && day <= last);
    let inside = (day.year(), day.month()) == (cursor.year(), cursor.month());
    let painter = ui.painter();
    if let Some((first, last)) = marked {
        // One band over neighbouring days.
        let monday = day.weekday() == chrono::Weekday::Mon;
        let joined = rect.with_min_x(if *day == first || monday { rect.left() } else { rect.left() - 1.0 });
        let (left, right) = (*day == first, *day == last);
        let round = |is_end: bool| if is_end { radius::CONTROL } else { 0 };
        let corner = CornerRadius { nw: round(left), sw: round(left), ne: round(right), se: round(right) };
        painter.rect_filled(joined, corner, theme.accent_soft);
    }
    let corner = CornerRadius::same(radius::CONTROL);
    if chosen {
        painter.rect_filled(rect, corner, theme.accent);
    } else if response.hovered() {
        painter.rect_filled(rect, corner, theme.field);
    }
    if cx.now.is_some_and(|now| now.date() == *day) {
        painter.rect_stroke(rect, corner, Stroke::new(1.0, theme.now), egui::StrokeKind::Inside);
    }
    let is_off = is_weekend(*day);
    let color = match (chosen, inside && !is_off) {
        (true, _) => theme.on_accent,
        (false, true) => theme.text,
        (false, false) => theme.text_3,
    };
    let kind = if inside { Type::Strong } else { Type::Body };
    let galley = painter.layout_no_wrap(dates::day_tiny(cx.texts, *day), kind.font(), color);
    let at = rect.center() - galley.size() / 2.0;
    painter.galley(at.round(), galley, color);
    response
}

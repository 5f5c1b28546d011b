//! When and where a session is: the day, start, end and length, the rooms, the tray.

use egui::Ui;

use crate::edit::AnyRow;
use crate::model::{CivilTime, Event, Length, Placement, Room, Session, zone};
use crate::texts::{Value, dates, tid, typed};

use super::drafts::Expected;
use super::form::Form;
use super::rows::ListWords;
use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::calendar::{Shown, calendar_popup, calendar_ui};
use crate::app::widget::fields::{caption, note, popup_under, wide_button};

/// An end that lies this much after the start at most, when it is earlier on the clock: beyond, it was a slip.
const LONGEST_NIGHT: i32 = 12 * 60;

/// The part of the form about the placement.
pub fn placement_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let session = form.subject;
    form.check(ui, tid("inspector-pinned"), session.pinned, |session, on| session.pinned = on);
    match &session.placement {
        Some(at) => {
            ui.add_enabled_ui(!session.pinned, |ui| placed_ui(form, ui, at));
            if session.pinned {
                note(ui, form.cx, form.cx.text("inspector-pinned-note"));
            }
        }
        None => waiting_ui(form, ui),
    }
}

fn placed_ui(form: &mut Form<'_, Session>, ui: &mut Ui, at: &Placement) {
    let cx = form.cx;
    let event = cx.plan.events().get(form.subject.event);
    let label = caption(ui, cx, cx.text("inspector-date"));
    let day = at.start.date();
    let long = dates::day_long(cx.texts, day);
    let button = wide_button(ui, ui.available_width(), &long, icons::CALENDAR).labelled_by(label.id);
    let marked = event.map(|event| event.dates.first_and_last());
    if let Some(day) = calendar_popup(&button, cx, Shown { chosen: Some(day), marked }) {
        form.edit(|session| {
            on_placement(session, |at| at.start = CivilTime::midnight(day).plus_mins(at.start.minute_of_day()));
        });
    }
    form.side_by_side(ui, 3, |form, columns| {
        start_ui(form, &mut columns[0], at);
        end_ui(form, &mut columns[1], at);
        length_ui(form, &mut columns[2], at.length);
    });
    let mut parts = vec![dates::length_text(cx.texts, at.length.mins())];
    let end = at.end();
    if end.plus_mins(-1).date() != day {
        let (day, clock) = (dates::day_short(cx.texts, end.date()), end.clock());
        parts.push(
            cx.texts.text_with("inspector-ends-on", &[("day", Value::from(&day)), ("clock", Value::from(&clock))]),
        );
    }
    if let Some(event) = event {
        parts.push(zone_text(cx, event, at.start));
    }
    note(ui, cx, &parts.join(" · "));
    let words = ListWords { caption: tid("inspector-rooms"), add: tid("inspector-add-room"), create: None };
    form.row_list::<Room>(ui, &words, &at.rooms, |session| Some(&mut session.placement.as_mut()?.rooms), any);
    ui.add_space(6.0);
    let text = format!("{}  {}", icons::INBOX, cx.text("inspector-to-tray"));
    if ui.add(egui::Button::new(text).truncate()).on_hover_text(cx.text(UiCommand::Unschedule.text_ids().1)).clicked() {
        form.edit(|session| {
            session.planned_length = session.length();
            session.placement = None;
        });
    }
}

fn any(session: Session) -> AnyRow {
    AnyRow::Session(Box::new(session))
}

fn on_placement(session: &mut Session, change: impl FnOnce(&mut Placement)) {
    if let Some(at) = &mut session.placement {
        change(at);
    }
}

/// Another start moves the session; its length stays.
fn start_ui(form: &mut Form<'_, Session>, ui: &mut Ui, at: &Placement) {
    let expected = tid("inspector-expected-clock");
    form.parsed(
        ui,
        (tid("inspector-start"), expected),
        (&at.start.clock(), ""),
        (
            |text| typed::clock(text).filter(|&minute| minute < 24 * 60),
            |session, minute| {
                on_placement(session, |at| {
                    at.start = CivilTime::midnight(at.start.date()).plus_mins(i32::from(minute));
                });
                Ok(())
            },
        ),
    );
}

/// Another end changes the length; the start stays.
fn end_ui(form: &mut Form<'_, Session>, ui: &mut Ui, at: &Placement) {
    let end = at.end();
    let shown = if end.minute_of_day() == 0 { "24:00".to_owned() } else { end.clock() };
    let expected = tid("inspector-expected-clock");
    form.parsed(
        ui,
        (tid("inspector-end"), expected),
        (&shown, ""),
        (typed::clock, |session, minute| {
            let Some(at) = &mut session.placement else { return Ok(()) };
            at.length = length_to(at, minute)?;
            Ok(())
        }),
    );
}

/// The length up to an end on the clock: on the day on which it ends now, else on the day it starts, else in that night.
fn length_to(at: &Placement, minute: u16) -> Result<Length, Expected> {
    let on = |day: CivilTime| CivilTime::midnight(day.date()).plus_mins(i32::from(minute)).mins_since(at.start);
    let now = on(at.end().plus_mins(-1));
    let same_day = on(at.start);
    let next_day = same_day + 24 * 60;
    let mins = if now > 0 {
        now
    } else if same_day > 0 {
        same_day
    } else if next_day <= LONGEST_NIGHT {
        next_day
    } else {
        return Err(tid("inspector-expected-end"));
    };
    Length::from_mins(mins.into()).map_err(|_| tid("inspector-expected-end"))
}

fn length_ui(form: &mut Form<'_, Session>, ui: &mut Ui, length: Length) {
    let expected = tid("inspector-expected-length");
    form.parsed(
        ui,
        (tid("inspector-length"), expected),
        (&typed::length_text(length), ""),
        (typed::length, |session, length| {
            match &mut session.placement {
                Some(at) => at.length = length,
                None => session.planned_length = length,
            }
            Ok(())
        }),
    );
}

/// `Asia/Baku, UTC+4`
fn zone_text(cx: &ViewContext<'_>, event: &Event, time: CivilTime) -> String {
    let offset = offset_text(zone::offset_mins(time, event.zone));
    cx.texts
        .text_with("inspector-zone-at", &[("zone", Value::from(event.zone.name())), ("offset", Value::from(&offset))])
}

/// `UTC+4`, `UTC-3:30`
#[must_use]
pub fn offset_text(mins: i32) -> String {
    let sign = if mins < 0 { '\u{2212}' } else { '+' };
    let (hours, rest) = (mins.abs() / 60, mins.abs() % 60);
    if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
}

/// A session in the tray: how long it should be, and a popup that gives it a place.
fn waiting_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let cx = form.cx;
    note(ui, cx, cx.text("inspector-in-tray"));
    length_ui(form, ui, form.subject.planned_length);
    ui.add_space(6.0);
    let text = format!("{}  {}", icons::CALENDAR_PLUS, cx.text("inspector-place-at"));
    let button = ui.button(text);
    let popup = popup_under(&button);
    let (time_id, month_id) = (popup.get_id().with("time"), popup.get_id().with("month"));
    if !popup.is_open() {
        ui.data_mut(|data| {
            data.remove::<String>(time_id);
            data.remove::<chrono::NaiveDate>(month_id);
        });
        return;
    }
    let event = cx.plan.events().get(form.subject.event);
    let hours = event.and_then(|event| event.hours).map_or(9 * 60 + 30, |hours| hours.from_min);
    let mut time = ui.data(|data| data.get_temp::<String>(time_id)).unwrap_or_else(|| typed::clock_text(hours));
    popup.show(|ui| {
        let marked = event.map(|event| event.dates.first_and_last());
        let label = caption(ui, cx, cx.text("inspector-start"));
        ui.add(egui::TextEdit::singleline(&mut time).desired_width(80.0)).labelled_by(label.id);
        let start = typed::clock(&time).filter(|&minute| minute < 24 * 60);
        if start.is_none() {
            crate::app::widget::fields::flaw(ui, cx, cx.text("inspector-expected-clock"));
        }
        caption(ui, cx, cx.text("inspector-place-on"));
        let day = calendar_ui(ui, cx, month_id, Shown { chosen: None, marked });
        if let (Some(day), Some(minute)) = (day, start) {
            let start = CivilTime::midnight(day).plus_mins(i32::from(minute));
            form.edit(|session| {
                session.placement = Some(Placement { start, length: session.planned_length, rooms: Vec::new() });
            });
            ui.close();
        }
    });
    ui.data_mut(|data| data.insert_temp(time_id, time));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placement(start: &str, mins: i32) -> Placement {
        Placement { start: start.parse().unwrap(), length: Length::clamped(mins), rooms: Vec::new() }
    }

    #[track_caller]
    fn check(at: &Placement, end: &str, expected: Option<i32>) {
        let length = length_to(at, typed::clock(end).unwrap());
        assert_eq!(length.ok().map(Length::mins), expected, "{end}");
    }

    #[test]
    fn an_end_lies_on_the_same_day_or_in_the_same_night() {
        let day = placement("2025-11-17T09:30", 60);
        check(&day, "10:45", Some(75));
        check(&day, "09:00", None);
        check(&day, "09:30", None);
        check(&day, "24:00", Some(14 * 60 + 30));
        let evening = placement("2025-11-17T22:00", 60);
        check(&evening, "01:00", Some(180));
        check(&evening, "00:00", Some(120));
        check(&evening, "23:30", Some(90));
        let night = placement("2025-11-17T22:00", 180);
        check(&night, "02:00", Some(240));
        check(&night, "23:00", Some(60 + 24 * 60));
    }
}

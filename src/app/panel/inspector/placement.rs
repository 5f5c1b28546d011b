//! When and where a session is: the day, start, end and length, the rooms, the tray.

use egui::Ui;

use crate::edit::placing;
use crate::model::{CivilTime, Event, Length, Placement, Room, Session, zone};
use crate::texts::{Value, dates, tid, typed};

use super::form::Form;
use super::rows::ListWords;
use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::calendar::{Shown, calendar_popup, calendar_ui};
use crate::app::widget::fields::{caption, note, popup_under, wide_button};

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
        form.edit(|session| place(session, |at| placing::on_day(at, day)));
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
    form.row_list::<Room>(ui, &words, &at.rooms, |session| Some(&mut session.placement.as_mut()?.rooms));
    ui.add_space(6.0);
    let text = format!("{}  {}", icons::INBOX, cx.text("inspector-to-tray"));
    if ui.add(egui::Button::new(text).truncate()).on_hover_text(cx.text(UiCommand::Unschedule.text_ids().1)).clicked() {
        form.edit(placing::unschedule);
    }
}

/// Puts a session elsewhere than where it is.
fn place(session: &mut Session, moved: impl FnOnce(&Placement) -> Placement) {
    session.placement = session.placement.as_ref().map(moved);
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
                place(session, |at| placing::starting(at, minute));
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
            if let Some(at) = &session.placement {
                session.placement = Some(placing::ending(at, minute).ok_or(tid("inspector-expected-end"))?);
            }
            Ok(())
        }),
    );
}

fn length_ui(form: &mut Form<'_, Session>, ui: &mut Ui, length: Length) {
    let expected = tid("inspector-expected-length");
    form.parsed(
        ui,
        (tid("inspector-length"), expected),
        (&typed::length_text(length), ""),
        (typed::length, |session, length| {
            placing::set_length(session, length);
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
            let first = placing::placement_or_first(cx.plan, form.subject);
            let placement = placing::starting(&placing::on_day(&first, day), minute);
            form.edit(|session| session.placement = Some(placement));
            ui.close();
        }
    });
    ui.data_mut(|data| data.insert_temp(time_id, time));
}

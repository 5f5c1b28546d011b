//! When and where a session is: the day, start, end and length, the rooms, the tray. While it is dragged, where it would be.

use egui::{RichText, Ui};

use crate::edit::placing;
use crate::model::{Event, Length, Placement, Room, Session};
use crate::texts::{Value as Word, dates, tid, typed};

use super::form::{Form, enter};
use super::rows::ListWords;
use crate::app::context::ViewContext;
use crate::app::paint::text::elided;
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::fields::note;
use crate::app::widget::property::{INSET, Value, chip_button};

/// The part of the form about the placement.
pub fn placement_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let session = form.subject;
    match (&session.placement, form.dragged.clone()) {
        (was, Some(at)) => {
            if form.is_for_rows() {
                dragged_ui(form, ui, (was.as_ref(), &at));
            }
        }
        (Some(at), None) => {
            if !form.is_for_rows() {
                // Nothing around the buttons, or they would be indented.
                placed_ui(form, ui, at);
                return;
            }
            ui.add_enabled_ui(!session.pinned, |ui| placed_ui(form, ui, at));
            if session.pinned {
                note(ui, form.cx, form.cx.text("inspector-pinned-note"));
            }
        }
        (None, None) => waiting_ui(form, ui),
    }
}

/// Day, time and room where they would be, and what they were.
fn dragged_ui(form: &mut Form<'_, Session>, ui: &mut Ui, (was, at): (Option<&Placement>, &Placement)) {
    let cx = form.cx;
    let day = |at: &Placement| dates::day_short(cx.texts, at.start.date());
    let rooms = |at: &Placement| {
        let rooms = at.rooms.iter().filter_map(|&id| cx.plan.rooms().get(id));
        rooms.map(|room| cx.title(&room.title)).collect::<Vec<_>>().join(", ")
    };
    let hours = |at: &Placement| dates::clock_span(cx.texts, at.span());
    let start = |at: &Placement| at.start.clock();
    for (name, now, before) in [
        (tid("inspector-date"), day(at), was.map(day)),
        (
            tid("inspector-time"),
            hours(at),
            was.map(|was| if was.length == at.length { start(was) } else { hours(was) }),
        ),
        (tid("inspector-rooms"), rooms(at), was.map(rooms)),
    ] {
        let same = match name {
            "inspector-time" => was.is_some_and(|was| was.start.clock() == at.start.clock() && was.length == at.length),
            _ => before.as_ref() == Some(&now),
        };
        let before = before.filter(|before| !same && !before.is_empty());
        let text = before.map(|before| cx.texts.text_with("inspector-was", &[("what", Word::from(&before))]));
        let now = if now.is_empty() { cx.text("inspector-none") } else { &now };
        form.row(ui, name, |_, ui| plain_ui(ui, cx, (now, text.as_deref().unwrap_or_default())));
    }
}

/// A value that can not be changed now, and what explains it.
pub fn plain_ui(ui: &mut Ui, cx: &ViewContext<'_>, (text, detail): (&str, &str)) {
    ui.horizontal(|ui| {
        ui.set_height(size::ROW);
        ui.add_space(INSET);
        let galley = elided(ui, RichText::new(text).font(Type::Body.font()), ui.available_width());
        ui.label(galley);
        if !detail.is_empty() && ui.available_width() > 20.0 {
            let text = RichText::new(detail).font(Type::Small.font()).color(cx.theme.text_3);
            let galley = elided(ui, text, ui.available_width());
            ui.label(galley);
        }
    });
}

fn placed_ui(form: &mut Form<'_, Session>, ui: &mut Ui, at: &Placement) {
    let cx = form.cx;
    let words = ListWords { caption: tid("inspector-rooms"), add: tid("inspector-add-room"), create: None };
    if !form.is_for_rows() {
        return form.row_list::<Room>(ui, &words, &at.rooms, |session| Some(&mut session.placement.as_mut()?.rooms));
    }
    let event = cx.plan.events().get(form.subject.event);
    let day = at.start.date();
    let button = form.row(ui, tid("inspector-date"), |_, ui| {
        let (text, detail) = (dates::day_short(cx.texts, day), event.and_then(|event| day_of(cx, event, at)));
        let detail = detail.unwrap_or_default();
        Value { name: cx.text("inspector-date"), text: &text, detail: &detail, ..Value::default() }.ui(ui, cx)
    });
    if form.is_entered(tid("inspector-date")) {
        enter(&button);
    }
    let marked = event.map(|event| event.dates.first_and_last());
    if let Some(day) = calendar_popup(&button, cx, Shown { chosen: Some(day), marked }) {
        form.edit(|session| place(session, |at| placing::on_day(at, day)));
    }
    form.row(ui, tid("inspector-time"), |form, ui| {
        let widths = [wide(ui, "00:00–00:00"), wide(ui, &mins_text(cx, at.length))];
        // The insets of the third field, and distances.
        let fits = widths.into_iter().flatten().sum::<f32>() + 11.0 <= ui.available_width();
        form.side_by_side(ui, |form, ui| {
            start_ui(form, ui, at);
            ui.label(RichText::new("–").color(cx.theme.text_2));
            end_ui(form, ui, at);
            if fits {
                ui.add_space(2.0);
                length_ui(form, ui, at.length);
            }
        });
        if !fits {
            form.side_by_side(ui, |form, ui| length_ui(form, ui, at.length));
        }
        let end = at.end();
        if end.plus_mins(-1).date() != day {
            let (day, clock) = (dates::day_short(cx.texts, end.date()), end.clock());
            let words = [("day", Word::from(&day)), ("clock", Word::from(&clock))];
            note(ui, cx, &cx.texts.text_with("inspector-ends-on", &words));
        }
    });
    form.row_list::<Room>(ui, &words, &at.rooms, |session| Some(&mut session.placement.as_mut()?.rooms));
}

/// `day 4` of an event of several days.
fn day_of(cx: &ViewContext<'_>, event: &Event, at: &Placement) -> Option<String> {
    let (first, last) = event.dates.first_and_last();
    let day = at.start.date();
    let number = (day - first).num_days() + 1;
    (first < last && (first..=last).contains(&day))
        .then(|| cx.texts.text_with("inspector-day-number", &[("number", number.into())]))
}

/// Puts a session elsewhere than where it is.
fn place(session: &mut Session, moved: impl FnOnce(&Placement) -> Placement) {
    session.placement = session.placement.as_ref().map(moved);
}

/// As wide as this text and the inset of a field.
pub fn wide(ui: &Ui, text: &str) -> Option<f32> {
    Some(elided(ui, RichText::new(text).font(Type::Body.font()), f32::INFINITY).size().x + 5.0)
}

/// `75 min`: minutes up to five hours, as planners count.
pub fn mins_text(cx: &ViewContext<'_>, length: Length) -> String {
    let mins = length.mins();
    if mins <= 300 {
        cx.texts.text_with("length-mins", &[("hours", 0.into()), ("mins", mins.into())])
    } else {
        dates::length_text(cx.texts, mins)
    }
}

/// Another start moves the session; its length stays.
fn start_ui(form: &mut Form<'_, Session>, ui: &mut Ui, at: &Placement) {
    let (expected, shown) = (tid("inspector-expected-clock"), at.start.clock());
    let read = typed::start;
    let width = wide(ui, "00:00");
    form.parsed_wide(
        ui,
        (tid("inspector-start"), expected),
        (&shown, "", width),
        (read, |session, minute| {
            place(session, |at| placing::starting(at, minute));
            Ok(())
        }),
    );
}

/// Another end changes the length; the start stays.
fn end_ui(form: &mut Form<'_, Session>, ui: &mut Ui, at: &Placement) {
    let shown = at.span().end_clock();
    let expected = tid("inspector-expected-clock");
    let width = wide(ui, "00:00");
    form.parsed_wide(
        ui,
        (tid("inspector-end"), expected),
        (&shown, "", width),
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
    let shown = mins_text(form.cx, length);
    let width = wide(ui, &shown);
    form.parsed_wide(
        ui,
        (tid("inspector-length"), expected),
        (&shown, "", width),
        (typed::length, |session, length| {
            placing::set_length(session, length);
            Ok(())
        }),
    );
}

/// A session in the tray: where it should be, and how long. Once it has a day, a time puts it there.
fn waiting_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let (cx, session) = (form.cx, form.subject);
    let words = ListWords { caption: tid("inspector-rooms"), add: tid("inspector-add-room"), create: None };
    if !form.is_for_rows() {
        return form.row_list::<Room>(ui, &words, &session.wish.rooms, |session| Some(&mut session.wish.rooms));
    }
    note(ui, cx, cx.text("inspector-in-tray"));
    let event = cx.plan.events().get(session.event);
    let button = form.row(ui, tid("inspector-date"), |_, ui| {
        let (name, day) = (cx.text("inspector-date"), session.wish.day.map(|day| dates::day_short(cx.texts, day)));
        let text = day.as_deref().unwrap_or(cx.text("inspector-no-day"));
        Value { name, text, is_weak: day.is_none(), ..Value::default() }.ui(ui, cx)
    });
    if form.is_entered(tid("inspector-date")) {
        enter(&button);
    }
    let shown = Shown { chosen: session.wish.day, marked: event.map(|event| event.dates.first_and_last()) };
    if let Some(day) = calendar_popup(&button, cx, shown) {
        form.edit(|session| placing::set_day(session, Some(day)));
    }
    form.row(ui, tid("inspector-time"), |form, ui| {
        form.side_by_side(ui, |form, ui| {
            wished_start_ui(form, ui);
            ui.add_space(2.0);
            length_ui(form, ui, form.subject.planned_length);
        });
    });
    form.row_list::<Room>(ui, &words, &session.wish.rooms, |session| Some(&mut session.wish.rooms));
    if let Some(at) = cx.workbench.place_of(session, &[]) {
        ui.add_space(4.0);
        let place = phrases::placement(cx, &at);
        let text = cx.texts.text_with("inspector-put-back", &[("place", Word::from(&place))]);
        if chip_button(ui, cx, (icons::CALENDAR_CHECK, &text)).clicked() {
            form.edit(|session| session.placement = Some(at));
        }
        ui.add_space(4.0);
    }
}

/// When it should begin; of a session with a day, that is its place.
fn wished_start_ui(form: &mut Form<'_, Session>, ui: &mut Ui) {
    let minute = form.subject.wish.minute;
    let shown = minute.map(typed::clock_text).unwrap_or_default();
    // Without a text it is not known any more.
    let read = |text: &str| if text.trim().is_empty() { Some(None) } else { typed::start(text).map(Some) };
    let hint = form.cx.text("inspector-no-time");
    let width = wide(ui, if shown.is_empty() { hint } else { "00:00" });
    form.parsed_wide(
        ui,
        (tid("inspector-start"), tid("inspector-expected-clock")),
        (&shown, hint, width),
        (read, |session, minute| {
            placing::set_start(session, minute);
            Ok(())
        }),
    );
}

//! The form of an event.

use chrono::{Datelike, NaiveDate};
use egui::{RichText, Ui};

use crate::edit::Command;
use crate::edit::dates::left_behind;
use crate::look::Hue;
use crate::model::zone::{self, Tz};
use crate::model::{CivilTime, DayHours, Event, EventDates, EventFormat, EventKind, Language};
use crate::texts::{Value as Word, dates, names, tid, typed};

use super::drafts::Expected;
use super::form::Form;
use super::head::Head;
use super::inspected::Inspected;
use super::rows::{ListWords, document_words};
use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::fields::{Lines, small_icon_button};
use crate::app::widget::property::{Value, trailing};
use crate::app::widget::signs::event_icon;
use crate::app::widget::zones::{offset_text, zone_name, zone_picker};

/// The line above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, event: &Event) -> Head {
    Head {
        icon: event_icon(event.kind),
        colors: cx.theme.hue(Hue::Indigo),
        kind: cx.text(names::event_kind(event.kind)).to_owned(),
        id: event.id.to_string(),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Event>, ui: &mut Ui) {
    let (cx, event) = (form.cx, form.subject);
    form.title(ui, |event| &event.title, |event| &mut event.title);
    dates_ui(form, ui, event);
    hours_ui(form, ui, event);
    form.local_text(ui, (tid("inspector-place"), Lines::Wrapped), |event| &event.place, |event| &mut event.place);
    let day = CivilTime::midnight(event.dates.first_and_last().0);
    zone_field(form, ui, (event.zone, day), |event, zone| event.zone = zone);
    form.local_text(ui, (tid("inspector-code"), Lines::Wrapped), |event| &event.code, |event| &mut event.code);
    let word = |kind| (event_icon(kind), cx.text(names::event_kind(kind)).to_owned());
    form.choice(ui, tid("inspector-kind"), (Some(event.kind), &EventKind::ALL), word, |event, kind| {
        event.kind = kind;
    });
    let formats: Vec<Option<EventFormat>> = std::iter::once(None).chain(EventFormat::ALL.map(Some)).collect();
    let word = |format: Option<EventFormat>| {
        let word = format.map_or(cx.text("inspector-not-said"), |format| cx.text(names::event_format(format)));
        ("", word.to_owned())
    };
    if form.shows(ui, tid("inspector-format"), event.format.is_some()) {
        form.choice(ui, tid("inspector-format"), (Some(event.format), &formats), word, |event, format| {
            event.format = format;
        });
    }
    form.local_text(ui, (tid("inspector-host"), Lines::Wrapped), |event| &event.host, |event| &mut event.host);
    form.local_text(ui, (tid("inspector-theme"), Lines::Wrapped), |event| &event.theme, |event| &mut event.theme);
    form.row_list(ui, &document_words(), &event.documents, |event| Some(&mut event.documents));
    let words = ListWords { caption: tid("inspector-after"), add: tid("inspector-add-event"), create: None };
    form.row_list::<Event>(ui, &words, &event.after, |event| Some(&mut event.after));
    super::steps::ui(form, ui);
    let name = (tid("inspector-description"), Lines::Several(1));
    form.local_text(ui, name, |event| &event.description, |event| &mut event.description);
    form.notes(ui, event.id.into());
    form.sources(ui, &event.sources, |event| &mut event.sources);
}

fn dates_ui(form: &mut Form<'_, Event>, ui: &mut Ui, event: &Event) {
    let cx = form.cx;
    let year_only = matches!(event.dates, EventDates::Year(_));
    form.check(ui, tid("inspector-year-only"), year_only, |event, on| {
        let (first, last) = event.dates.first_and_last();
        event.dates =
            if on { EventDates::Year(first.year()) } else { EventDates::Days { first, last: last.min(first) } };
    });
    let (first, last) = match event.dates {
        EventDates::Year(year) => {
            let expected = tid("inspector-expected-year");
            let read = |text: &str| typed::integer(text).filter(|year| (1900..=2199).contains(year));
            let set = |event: &mut Event, year| {
                event.dates = EventDates::Year(year);
                Ok(())
            };
            form.parsed_row(ui, (tid("inspector-year"), expected), (&year.to_string(), ""), (read, set));
            return;
        }
        EventDates::Days { first, last } => (first, last),
    };
    if !form.is_for_rows() {
        return;
    }
    let days = dates::day_count(cx.texts, event.dates.len_days().into());
    let (new_first, new_last) = form.row(ui, tid("inspector-dates"), |form, ui| {
        ui.vertical(|ui| {
            let new_first = day_ui(form, ui, (tid("inspector-first-day"), first, ""), (first, last));
            (new_first, day_ui(form, ui, (tid("inspector-last-day"), last, &days), (first, last)))
        })
        .inner
    });
    if let Some(first) = new_first {
        // What has one day goes there as a whole.
        let is_one_day = event.dates.len_days() == 1;
        let dates = EventDates::Days { first, last: if is_one_day { first } else { last.max(first) } };
        // Sessions are not left behind without asking.
        if left_behind(cx.plan, event, dates).is_empty() {
            form.edit(|event| event.dates = dates);
        } else {
            cx.act(Action::AskDates(event.id, first));
        }
    }
    if let Some(new_last) = new_last {
        let dates = EventDates::Days { first: first.min(new_last), last: new_last };
        if new_last >= first || left_behind(cx.plan, event, dates).is_empty() {
            form.edit(|event| event.dates = dates);
        } else {
            // It is to end on that day, and so it begins earlier.
            let first = new_last.checked_sub_signed(last - first).unwrap_or(new_last);
            cx.act(Action::AskDates(event.id, first));
        }
    }
    shift_ui(form, ui, event);
}

/// A day that is typed, or picked in the calendar beside it. What would leave sessions behind is not typed, but asked by the
/// calendar.
fn day_ui(
    form: &mut Form<'_, Event>,
    ui: &mut Ui,
    (name, day, detail): (&'static str, NaiveDate, &str),
    within: (NaiveDate, NaiveDate),
) -> Option<NaiveDate> {
    let cx = form.cx;
    let is_first = name == "inspector-first-day";
    let held = held_days(cx, form.subject);
    let set = move |event: &mut Event, text: String| -> Result<(), Expected> {
        let (first, last) = event.dates.first_and_last();
        let day = typed::date(text.trim(), first, (first, last)).ok_or(tid("inspector-expected-day"))?;
        let (first, last) = match (is_first, first == last) {
            (true, true) => (day, day),
            (true, false) => (day, last.max(day)),
            (false, _) => (first.min(day), day),
        };
        if held.is_some_and(|(from, to)| from < first || to > last) {
            return Err(tid("inspector-expected-days-of-sessions"));
        }
        event.dates = EventDates::Days { first, last };
        Ok(())
    };
    ui.horizontal(|ui| {
        let text = dates::day_short(cx.texts, day);
        let text = if Some(day.year()) == cx.plan.main_event().map(|main| main.dates.first_and_last().0.year()) {
            text
        } else {
            dates::dates_year(cx.texts, day, day)
        };
        // The day with its year is worth more than how many days it is.
        let (room, button) = (ui.available_width(), size::TARGET + 2.0 * ui.spacing().item_spacing.x);
        let detail = if room - button - 112.0 < 7.0 * detail.chars().count() as f32 { "" } else { detail };
        let width = (room - button - 7.0 * detail.chars().count() as f32).clamp(72.0, 132.0);
        form.parsed_wide(
            ui,
            (name, tid("inspector-expected-day")),
            (&text, "", Some(width)),
            (|text| Some(text.to_owned()), set),
        );
        let button = small_icon_button(ui, icons::CALENDAR, cx.text(name));
        let picked = calendar_popup(&button, cx, Shown { chosen: Some(day), marked: Some(within) });
        ui.label(RichText::new(detail).font(Type::Small.font()).color(cx.theme.text_2));
        picked
    })
    .inner
}

/// From which day to which the sessions of an event are that lie within its days.
fn held_days(cx: &ViewContext<'_>, event: &Event) -> Option<(NaiveDate, NaiveDate)> {
    let within = event.dates.span();
    let spans = cx.index().sessions_of(event.id).iter().filter_map(|&id| cx.plan.sessions().get(id)?.span());
    let days = spans.filter(|span| within.start <= span.start && span.end <= within.end);
    days.map(|span| (span.start.date(), span.last_day())).reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
}

/// Days by which the event moves with all its sessions.
fn shift_ui(form: &mut Form<'_, Event>, ui: &mut Ui, event: &Event) {
    let cx = form.cx;
    if cx.index().sessions_of(event.id).is_empty() {
        return;
    }
    form.row(ui, tid("inspector-shift-by"), |_, ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = size::TARGET;
            for (days, name) in [
                (-7, cx.text("inspector-shift-week-back")),
                (-1, cx.text("inspector-shift-day-back")),
                (1, cx.text("inspector-shift-day-on")),
                (7, cx.text("inspector-shift-week-on")),
            ] {
                ui.spacing_mut().item_spacing.x = 2.0;
                let sign = if days < 0 { '\u{2212}' } else { '+' };
                let response = ui.button(format!("{sign}{}", i32::abs(days)));
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
                if response.on_hover_text(name).clicked() {
                    shift(cx, event, days);
                }
            }
            let tip = cx.text("command-dates-tip");
            if ui.button(cx.text("command-dates")).on_hover_text(tip).clicked() {
                cx.run(UiCommand::Dates);
            }
        });
    });
}

/// Moves the event, or asks first where something of it keeps its place.
fn shift(cx: &ViewContext<'_>, event: &Event, days: i32) {
    let sessions = cx.index().sessions_of(event.id).iter().filter_map(|&id| cx.plan.sessions().get(id));
    let keeps = sessions.filter(|session| session.placement.is_some()).any(|session| session.keeps_place());
    let first = event.dates.first_and_last().0.checked_add_signed(chrono::TimeDelta::days(days.into()));
    match first.filter(|_| keeps) {
        Some(first) => cx.act(Action::AskDates(event.id, first)),
        None => cx.perform(Command::ShiftEvent(event.id, days)),
    }
}

fn hours_ui(form: &mut Form<'_, Event>, ui: &mut Ui, event: &Event) {
    let cx = form.cx;
    let Some(hours) = event.hours else {
        return form.check(ui, tid("inspector-hours"), false, |event, _| {
            event.hours = Some(DayHours { from_min: 9 * 60, to_min: 18 * 60 });
        });
    };
    if !form.is_for_rows() {
        return;
    }
    let expected = tid("inspector-expected-clock");
    let put = |event: &mut Event, hours: DayHours| -> Result<(), Expected> {
        if hours.from_min >= hours.to_min {
            return Err(tid("inspector-expected-hours"));
        }
        event.hours = Some(hours);
        Ok(())
    };
    let removed = form.row(ui, tid("inspector-hours"), |form, ui| {
        let line = ui.available_rect_before_wrap();
        form.side_by_side(ui, |form, ui| {
            let width = Some(48.0);
            form.parsed_wide(
                ui,
                (tid("inspector-hours-from"), expected),
                (&typed::clock_text(hours.from_min), "", width),
                (typed::clock, move |event, from_min| {
                    let Some(hours) = event.hours else { return Ok(()) };
                    put(event, DayHours { from_min, ..hours })
                }),
            );
            ui.label("–");
            form.parsed_wide(
                ui,
                (tid("inspector-hours-to"), expected),
                (&typed::clock_text(hours.to_min), "", width),
                (typed::clock, move |event, to_min| {
                    let Some(hours) = event.hours else { return Ok(()) };
                    put(event, DayHours { to_min, ..hours })
                }),
            );
        });
        let line = line.with_max_y(line.top() + size::ROW);
        let remove = cx.texts.text_with("inspector-remove", &[("what", Word::from(cx.text("inspector-hours")))]);
        let clicked = trailing(ui, cx, (form.id("hours"), line), &[(icons::X, &remove)]);
        clicked.iter().any(egui::Response::clicked)
    });
    if removed {
        form.edit(|event| event.hours = None);
    }
}

/// A zone, found by typing a part of its name.
pub fn zone_field<S: Inspected>(
    form: &mut Form<'_, S>,
    ui: &mut Ui,
    (zone, at): (Tz, CivilTime),
    set: impl FnOnce(&mut S, Tz),
) {
    if !form.is_for_rows() {
        return;
    }
    let cx = form.cx;
    let name = cx.text("inspector-zone");
    let offset = |zone: Tz| offset_text(zone::offset_mins(at, zone));
    let button = form.row(ui, tid("inspector-zone"), |_, ui| {
        let (city, offset) = (zone_name(zone), offset(zone));
        Value { name, text: &city, detail: &offset, ..Value::default() }.ui(ui, cx)
    });
    if let Some(zone) = zone_picker(&button, cx, (at, zone)) {
        form.edit(|subject| set(subject, zone));
    }
}

/// The city after which the zone of an event is named, in the language of titles if the event is there.
#[must_use]
pub fn city_here(cx: &ViewContext<'_>, event: &Event) -> String {
    let city = zone_name(event.zone);
    let is_there = phrases::town(event.place.get(Language::English)) == city;
    if is_there { phrases::town(cx.title(&event.place)).to_owned() } else { city }
}

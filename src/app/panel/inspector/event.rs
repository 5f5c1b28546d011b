//! The form of an event.

use chrono::Datelike;
use egui::Ui;

use crate::edit::Command;
use crate::look::Hue;
use crate::model::zone::{self, Tz};
use crate::model::{CivilTime, DayHours, Event, EventDates, EventFormat, EventKind};
use crate::texts::{dates, names, tid, typed};

use super::Head;
use super::drafts::Expected;
use super::form::Form;
use super::inspected::Inspected;
use super::placement::offset_text;
use super::rows::{ListWords, document_words};
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::icons;
use crate::app::widget::calendar::{Shown, calendar_popup};
use crate::app::widget::fields::{Lines, caption, note, wide_button};
use crate::app::widget::picker::{Picked, PickerItem, picker};
use crate::app::widget::signs::event_icon;

/// The strip above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, event: &Event) -> Head {
    Head {
        icon: event_icon(event.kind),
        colors: cx.theme.hue(Hue::Indigo),
        kind: cx.text(names::event_kind(event.kind)).to_owned(),
        id: event.id.to_string(),
        title: phrases::row_title(cx, event.id.into()),
        detail: phrases::event_dates(cx, event.dates),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Event>, ui: &mut Ui) {
    let cx = form.cx;
    let event = form.subject;
    if form.section(ui, tid("inspector-section-what")) {
        form.local_text(ui, (tid("inspector-title"), Lines::Wrapped), |event| &event.title, |event| &mut event.title);
        form.local_text(ui, (tid("inspector-code"), Lines::Wrapped), |event| &event.code, |event| &mut event.code);
        let word = |kind| format!("{}  {}", event_icon(kind), cx.text(names::event_kind(kind)));
        form.choice(ui, tid("inspector-kind"), (Some(event.kind), &EventKind::ALL), word, |event, kind| {
            event.kind = kind;
        });
        let formats: Vec<Option<EventFormat>> = std::iter::once(None).chain(EventFormat::ALL.map(Some)).collect();
        let word = |format: Option<EventFormat>| {
            format.map_or(cx.text("inspector-not-said"), |format| cx.text(names::event_format(format))).to_owned()
        };
        form.choice(ui, tid("inspector-format"), (Some(event.format), &formats), word, |event, format| {
            event.format = format;
        });
    }
    if form.section(ui, tid("inspector-section-placement")) {
        dates_ui(form, ui, event);
        hours_ui(form, ui, event);
        let day = CivilTime::midnight(event.dates.first_and_last().0);
        zone_field(form, ui, (event.zone, day), |event, zone| event.zone = zone);
        form.local_text(ui, (tid("inspector-place"), Lines::Wrapped), |event| &event.place, |event| &mut event.place);
        form.local_text(ui, (tid("inspector-host"), Lines::Wrapped), |event| &event.host, |event| &mut event.host);
    }
    if form.section(ui, tid("inspector-section-description")) {
        let name = (tid("inspector-description"), Lines::Several(4));
        form.local_text(ui, name, |event| &event.description, |event| &mut event.description);
    }
    if form.section(ui, tid("inspector-section-papers")) {
        form.row_list(ui, &document_words(), &event.documents, |event| Some(&mut event.documents));
    }
    if form.section(ui, tid("inspector-section-order")) {
        let words = ListWords { caption: tid("inspector-after"), add: tid("inspector-add-event"), create: None };
        form.row_list::<Event>(ui, &words, &event.after, |event| Some(&mut event.after));
    }
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
            form.parsed(
                ui,
                (tid("inspector-year"), expected),
                (&year.to_string(), ""),
                (
                    |text| typed::integer(text).filter(|year| (1900..=2199).contains(year)),
                    |event, year| {
                        event.dates = EventDates::Year(year);
                        Ok(())
                    },
                ),
            );
            return;
        }
        EventDates::Days { first, last } => (first, last),
    };
    let day = |ui: &mut Ui, name: &'static str, day| {
        let label = caption(ui, cx, cx.text(name));
        let long = dates::day_long(cx.texts, day);
        let button = wide_button(ui, ui.available_width(), &long, icons::CALENDAR).labelled_by(label.id);
        calendar_popup(&button, cx, Shown { chosen: Some(day), marked: Some((first, last)) })
    };
    let new_first = day(ui, tid("inspector-first-day"), first);
    let new_last = day(ui, tid("inspector-last-day"), last);
    if let Some(first) = new_first {
        form.edit(|event| event.dates = EventDates::Days { first, last: last.max(first) });
    }
    if let Some(last) = new_last {
        form.edit(|event| event.dates = EventDates::Days { first: first.min(last), last });
    }
    note(ui, cx, &dates::day_count(cx.texts, event.dates.len_days().into()));
    shift_ui(form, ui, event);
}

/// Days by which the event moves with all its sessions.
fn shift_ui(form: &mut Form<'_, Event>, ui: &mut Ui, event: &Event) {
    let cx = form.cx;
    if cx.index().sessions_of(event.id).is_empty() {
        return;
    }
    caption(ui, cx, cx.text("inspector-shift"));
    ui.horizontal(|ui| {
        for (days, name) in [
            (-7, cx.text("inspector-shift-week-back")),
            (-1, cx.text("inspector-shift-day-back")),
            (1, cx.text("inspector-shift-day-on")),
            (7, cx.text("inspector-shift-week-on")),
        ] {
            ui.spacing_mut().item_spacing.x = 4.0;
            let sign = if days < 0 { '\u{2212}' } else { '+' };
            let response = ui.button(format!("{sign}{}", i32::abs(days)));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
            if response.on_hover_text(name).clicked() {
                cx.perform(Command::ShiftEvent(event.id, days));
            }
        }
    });
}

fn hours_ui(form: &mut Form<'_, Event>, ui: &mut Ui, event: &Event) {
    form.check(ui, tid("inspector-hours"), event.hours.is_some(), |event, on| {
        event.hours = on.then_some(DayHours { from_min: 9 * 60, to_min: 18 * 60 });
    });
    let Some(hours) = event.hours else { return };
    let expected = tid("inspector-expected-clock");
    let put = |event: &mut Event, hours: DayHours| -> Result<(), Expected> {
        if hours.from_min >= hours.to_min {
            return Err(tid("inspector-expected-hours"));
        }
        event.hours = Some(hours);
        Ok(())
    };
    form.side_by_side(ui, 2, |form, columns| {
        let from = typed::clock_text(hours.from_min);
        form.parsed(
            &mut columns[0],
            (tid("inspector-hours-from"), expected),
            (&from, ""),
            (typed::clock, move |event, from_min| {
                let Some(hours) = event.hours else { return Ok(()) };
                put(event, DayHours { from_min, ..hours })
            }),
        );
        let to = typed::clock_text(hours.to_min);
        form.parsed(
            &mut columns[1],
            (tid("inspector-hours-to"), expected),
            (&to, ""),
            (typed::clock, move |event, to_min| {
                let Some(hours) = event.hours else { return Ok(()) };
                put(event, DayHours { to_min, ..hours })
            }),
        );
    });
}

/// A zone, found by typing a part of its name.
pub fn zone_field<S: Inspected>(
    form: &mut Form<'_, S>,
    ui: &mut Ui,
    (zone, at): (Tz, CivilTime),
    set: impl FnOnce(&mut S, Tz),
) {
    let cx = form.cx;
    let name = cx.text("inspector-zone");
    let label = caption(ui, cx, name);
    let offset = |zone: Tz| offset_text(zone::offset_mins(at, zone));
    let text = format!("{} · {}", zone.name(), offset(zone));
    let button = wide_button(ui, ui.available_width(), &text, icons::CHEVRONS_UP_DOWN).labelled_by(label.id);
    let all = || {
        let choice = |&zone: &Tz| PickerItem { value: zone, title: zone.name().to_owned(), detail: offset(zone) };
        chrono_tz::TZ_VARIANTS.iter().map(choice).collect()
    };
    if let Some(Picked::Known(zone)) = picker(&button, cx, name, None, all) {
        form.edit(|subject| set(subject, zone));
    }
}

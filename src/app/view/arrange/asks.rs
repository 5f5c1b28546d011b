//! Where it is asked: what is to be placed or what has happened, what counts, how long, and what stays as it is.

use chrono::NaiveDate;
use egui::{ComboBox, Label, Slider, Ui, WidgetInfo};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::phrases;
use crate::app::style::{icons, size};
use crate::app::votes::NoVotes;
use crate::app::widget::against::menu_button;
use crate::app::widget::cells::small;
use crate::app::widget::fields::{caption, flaw, note, option_ui};
use crate::app::widget::picker::{Picked, PickerItem, picker};
use crate::model::{EventId, PersonId, Session};
use crate::texts::{Value, dates, tid};

use super::question::{Change, Counts, Place, Preset, Question, Subject, TIMES, event_of};
use super::side::head_ui;

/// How much longer a session can be, in minutes.
const LONGER: [i32; 6] = [15, 30, 45, 60, 90, 120];
/// How wide a slider is, in points.
const SLIDER: f32 = 96.0;
/// A year of days can be chosen from.
const MOST_DAYS: usize = 366;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, question: &mut Question, counts: &Counts) {
    head_ui(ui, cx, cx.text("arrange-question"));
    for (subject, words) in Subject::ALL {
        ui.radio_value(&mut question.subject, subject, cx.text(words));
    }
    match question.subject {
        Subject::Places => {
            head_ui(ui, cx, cx.text("arrange-what"));
            place_ui(ui, cx, question, counts);
        }
        Subject::Talks => {
            head_ui(ui, cx, cx.text("arrange-talks-what"));
            talks_ui(ui, cx, question, counts);
        }
        Subject::Mends => {
            head_ui(ui, cx, cx.text("arrange-happened"));
            change_ui(ui, cx, question);
        }
    }
    ui.add_space(4.0);
    if question.subject == Subject::Talks {
        head_ui(ui, cx, cx.text("arrange-counts"));
        slider_ui(ui, cx, tid("arrange-talks-keep"), &mut question.wishes.keep);
        note(ui, cx, cx.text("arrange-talks-about"));
    } else {
        let words = cx.text("arrange-provisional");
        ui.checkbox(&mut question.is_provisional, words).on_hover_text(cx.text("arrange-provisional-tip"));
        head_ui(ui, cx, cx.text("arrange-counts"));
        wishes_ui(ui, cx, question);
    }
    if question.subject != Subject::Mends {
        votes_ui(ui, cx);
    }
    head_ui(ui, cx, cx.text("arrange-how-long"));
    ui.horizontal_wrapped(|ui| {
        for secs in TIMES {
            let words = cx.texts.text_with("arrange-seconds", &[("count", Value::from(secs as usize))]);
            ui.radio_value(&mut question.secs, secs, words);
        }
    });
    head_ui(ui, cx, cx.text("arrange-stays"));
    stays_ui(ui, cx, (icons::PIN, tid("arrange-stays-pinned")));
    stays_ui(ui, cx, (icons::HEADPHONES, tid("arrange-stays-teams")));
    if cx.clock_to_come().is_some() {
        stays_ui(ui, cx, (icons::HISTORY, tid("arrange-stays-past")));
    }
}

fn stays_ui(ui: &mut Ui, cx: &ViewContext<'_>, (sign, id): (&str, &'static str)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        crate::app::widget::signs::sign_ui(ui, small(sign, cx.theme.text_2));
        ui.add(Label::new(small(cx.text(id), cx.theme.text_2)).wrap());
    });
}

/// What is to be placed, each with how many sessions that are.
fn place_ui(ui: &mut Ui, cx: &ViewContext<'_>, question: &mut Question, counts: &Counts) {
    let [tray, selected, of_event, all] = counts.sessions;
    let counted = |id: &'static str, count: usize| cx.texts.text_with(id, &[("count", Value::from(count))]);
    ui.radio_value(&mut question.place, Place::Tray, counted("arrange-tray", tray));
    ui.radio_value(&mut question.place, Place::Selected, counted("arrange-selected", selected));
    event_ui(ui, cx, question, (tid("arrange-event"), of_event, matches!(question.place, Place::Event(_))));
    ui.radio_value(&mut question.place, Place::All, counted("arrange-all", all));
}

/// An event whose sessions are meant, and which.
fn event_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    question: &mut Question,
    (words, count, is_on): (&'static str, usize, bool),
) {
    let Some(event) = event_of(cx, question.event()) else { return };
    let name = |id: EventId| {
        let event = cx.plan.events().get(id);
        event.map(|event| cx.short_name(&event.code, &event.title).to_owned()).unwrap_or_default()
    };
    let title = name(event);
    let values = [("event", Value::from(&title)), ("count", Value::from(count))];
    if ui.radio(is_on, displayed(&cx.texts.text_with(words, &values))).clicked() && !is_on {
        question.place = Place::Event(None);
    }
    let events: Vec<EventId> = cx.plan.events().ids().filter(|&id| !cx.index().sessions_of(id).is_empty()).collect();
    if is_on && events.len() > 1 {
        combo(ui, ("arrange-events", cx.text("arrange-which-event")), &title, |ui| {
            for &id in &events {
                if option_ui(ui, id == event, displayed(&name(id)), &name(id)) {
                    question.place = Place::Event(Some(id));
                }
            }
        });
    }
}

/// Of which sessions talks are arranged.
fn talks_ui(ui: &mut Ui, cx: &ViewContext<'_>, question: &mut Question, counts: &Counts) {
    let [selected, of_event] = counts.talks;
    let is_event = question.place != Place::Selected;
    event_ui(ui, cx, question, (tid("arrange-talks-of-event"), of_event, is_event));
    let words = cx.texts.text_with("arrange-talks-of-selected", &[("count", Value::from(selected))]);
    ui.radio_value(&mut question.place, Place::Selected, words);
    if (if is_event { of_event } else { selected }) == 0 {
        note(ui, cx, cx.text("arrange-talks-none"));
    }
}

/// A list to choose one of, with its name for those who do not see it.
fn combo(ui: &mut Ui, (id, name): (&'static str, &str), shown: &str, content: impl FnOnce(&mut Ui)) {
    let combo = ComboBox::from_id_salt(id)
        .selected_text(displayed(shown))
        .width((ui.available_width() - 8.0).min(240.0))
        .height(440.0);
    let response = combo.show_ui(ui, content).response;
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::ComboBox, true, name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
}

/// What has happened.
fn change_ui(ui: &mut Ui, cx: &ViewContext<'_>, question: &mut Question) {
    for change in Change::ALL {
        ui.radio_value(&mut question.change, change, cx.text(change.text_id()));
    }
    ui.add_space(4.0);
    match question.change {
        Change::Room => {
            let shown = question.room.map_or_else(|| cx.text("arrange-choose").to_owned(), |id| title(cx, id));
            caption(ui, cx, cx.text("arrange-which-room"));
            let button = menu_button(ui, cx, (icons::DOOR, &shown));
            let picked = picker(&button, cx, cx.text("arrange-which-room"), None, || {
                let all = cx.index().rooms().iter();
                all.map(|&id| PickerItem { value: id, title: title(cx, id), detail: String::new() }).collect()
            });
            if let Some(Picked::Known(id)) = picked {
                question.room = Some(id);
            }
            days_ui(ui, cx, question);
        }
        Change::Person => {
            caption(ui, cx, cx.text("arrange-who"));
            let name = |id: PersonId| phrases::row_title(cx, id.into());
            let shown = question.person.map_or_else(|| cx.text("arrange-choose").to_owned(), name);
            let button = menu_button(ui, cx, (icons::USER, &shown));
            let picked = picker(&button, cx, cx.text("arrange-who"), None, || {
                let all = cx.plan.people().iter();
                all.map(|row| PickerItem { value: row.id, title: name(row.id), detail: String::new() }).collect()
            });
            if let Some(Picked::Known(id)) = picked {
                question.person = Some(id);
            }
            days_ui(ui, cx, question);
        }
        Change::Day => {
            if let Some((day, _)) = question.days(cx) {
                let mut chosen = day;
                day_ui(ui, cx, ("arrange-day", tid("arrange-which-day")), &mut chosen);
                if chosen != day || question.days.is_some_and(|(first, last)| first != last) {
                    question.days = Some((chosen, chosen));
                }
            }
        }
        Change::Swap => days_ui(ui, cx, question),
        Change::Longer => longer_ui(ui, cx, question),
        Change::Nothing => note(ui, cx, cx.text("arrange-nothing-about")),
    }
}

fn title(cx: &ViewContext<'_>, room: crate::model::RoomId) -> String {
    phrases::row_title(cx, room.into())
}

fn longer_ui(ui: &mut Ui, cx: &ViewContext<'_>, question: &mut Question) {
    let only: Option<&Session> = match &cx.selection.sessions {
        all if all.len() == 1 => all.iter().next().and_then(|&id| cx.plan.sessions().get(id)).map(|row| &**row),
        _ => None,
    };
    match only {
        Some(session) => note(ui, cx, cx.session_title(session)),
        None => return note(ui, cx, cx.text("arrange-select-one")),
    }
    let shown = dates::length_text(cx.texts, question.mins);
    combo(ui, ("arrange-mins", cx.text("arrange-how-much-longer")), &shown, |ui| {
        for mins in LONGER {
            let words = dates::length_text(cx.texts, mins);
            if option_ui(ui, question.mins == mins, words.as_str(), &words) {
                question.mins = mins;
            }
        }
    });
}

/// Two days: from when to when, or which two.
fn days_ui(ui: &mut Ui, cx: &ViewContext<'_>, question: &mut Question) {
    let Some(days) = question.days(cx) else { return };
    let (mut first, mut last) = days;
    let ids = if question.change == Change::Swap {
        [tid("arrange-one-day"), tid("arrange-other-day")]
    } else {
        [tid("arrange-from"), tid("arrange-to")]
    };
    day_ui(ui, cx, ("arrange-first", ids[0]), &mut first);
    day_ui(ui, cx, ("arrange-last", ids[1]), &mut last);
    if (first, last) != days {
        // What begins later ends no earlier.
        let is_span = question.change != Change::Swap;
        let last = if is_span && first != days.0 { last.max(first) } else { last };
        let first = if is_span { first.min(last) } else { first };
        question.days = Some((first, last));
    }
}

/// One of the days of the event that is held on the day that is chosen.
fn day_ui(ui: &mut Ui, cx: &ViewContext<'_>, (id, name): (&'static str, &'static str), day: &mut NaiveDate) {
    caption(ui, cx, cx.text(name));
    let shown = dates::day_long(cx.texts, *day);
    combo(ui, (id, cx.text(name)), &shown, |ui| {
        // Those of one event; the strip of dates leads to another one.
        let days = cx.index().meeting_days();
        let event = days.get(day);
        for (&each, _) in days.iter().filter(|(_, of)| Some(*of) == event).take(MOST_DAYS) {
            let words = dates::day_long(cx.texts, each);
            if option_ui(ui, *day == each, words.as_str(), &words) {
                *day = each;
            }
        }
    });
}

/// What counts, as it is chosen at once and one by one.
fn wishes_ui(ui: &mut Ui, cx: &ViewContext<'_>, question: &mut Question) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for preset in Preset::ALL {
            let is_on = question.wishes == preset.wishes();
            let button = ui.selectable_label(is_on, small(cx.text(preset.text_id()), cx.theme.text));
            button
                .widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, is_on, cx.text(preset.text_id())));
            if button.clicked() {
                question.wishes = preset.wishes();
            }
        }
    });
    let wishes = &mut question.wishes;
    slider_ui(ui, cx, tid("arrange-keep"), &mut wishes.keep);
    slider_ui(ui, cx, tid("arrange-fitting"), &mut wishes.fitting_rooms);
    slider_ui(ui, cx, tid("arrange-small"), &mut wishes.small_delegations);
    slider_ui(ui, cx, tid("arrange-balance"), &mut wishes.balance);
    slider_ui(ui, cx, tid("arrange-regions"), &mut wishes.regions);
}

/// A label in so much room.
fn left_ui(ui: &mut Ui, room: f32, label: Label) {
    let left = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(egui::vec2(room.max(40.0), size::TARGET), left, |ui| {
        ui.set_width(room.max(40.0));
        ui.add(label);
    });
}

fn slider_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: &'static str, value: &mut i64) {
    let words = cx.texts.text(match *value {
        0 => "arrange-weight-none",
        1..=3 => "arrange-weight-little",
        4..=6 => "arrange-weight-some",
        7..=9 => "arrange-weight-much",
        _ => "arrange-weight-most",
    });
    ui.horizontal(|ui| {
        let room = ui.available_width() - SLIDER - 8.0;
        left_ui(ui, room, Label::new(small(cx.text(id), cx.theme.text)).truncate());
        ui.spacing_mut().interact_size.y = 18.0;
        ui.spacing_mut().slider_width = SLIDER;
        ui.spacing_mut().slider_rail_height = 4.0;
        let visuals = ui.visuals_mut();
        visuals.selection.bg_fill = cx.theme.accent;
        visuals.widgets.inactive.bg_fill = cx.theme.line_strong;
        visuals.widgets.inactive.fg_stroke.color = cx.theme.accent;
        let response = ui.add(Slider::new(value, 0..=10).show_value(false));
        response.widget_info(|| WidgetInfo {
            value: Some(*value as f64),
            ..WidgetInfo::labeled(egui::Role::Slider, true, format!("{}: {words}", cx.text(id)))
        });
        response.on_hover_text(words);
    });
}

/// What attendees would like to be at.
fn votes_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    head_ui(ui, cx, cx.text("arrange-votes"));
    let Some(name) = cx.votes.name() else {
        note(ui, cx, cx.text("arrange-votes-about"));
        if ui.button(cx.text("arrange-votes-choose")).clicked() {
            cx.act(Action::AskVotes);
        }
        return;
    };
    let found = cx.votes.found();
    ui.horizontal(|ui| {
        let room = ui.available_width() - 40.0;
        left_ui(ui, room, Label::new(small(&name, cx.theme.text)).truncate());
        if crate::app::widget::fields::small_icon_button(ui, icons::X, cx.text("arrange-votes-forget")).clicked() {
            cx.act(Action::ForgetVotes);
        }
    });
    match found {
        None => _ = ui.spinner(),
        Some(Ok(votes)) => {
            note(ui, cx, &cx.texts.text_with("arrange-votes-read", &[("count", Value::from(votes.count()))]));
        }
        Some(Err(NoVotes::Unreadable)) => flaw(ui, cx, cx.text("arrange-votes-unreadable")),
        Some(Err(NoVotes::Line(line))) => {
            flaw(ui, cx, &cx.texts.text_with("votes-not-a-vote", &[("line", Value::from(*line))]));
        }
    }
}

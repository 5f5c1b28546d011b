//! The Dates window: an event and what belongs to it on other dates, by the pointer and by keys alone.

use chrono::NaiveDate;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::edit::{Command, Deed, Document};
use plenary::model::{EventDates, Plan, RowId};
use plenary::store::Template;

use super::desk::{act, desk, desk_with, key, place, steps};

pub fn congress() -> Harness<'static, Desk> {
    desk_with(Template::TwoDays.plan(), None, Settings::default())
}

fn first_day(harness: &Harness<'_, Desk>, event: &str) -> NaiveDate {
    let plan = harness.state().document().plan();
    plan.events().get(event.parse().unwrap()).unwrap().dates.first_and_last().0
}

fn type_text(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(3);
}

const SHIFT_COMMAND: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A plan with some sessions of the built-in one pinned.
fn pinned(ids: &[&str]) -> Plan {
    let mut document = Document::new(Template::Wtdc25.plan());
    let ids = ids.iter().map(|id| id.parse().unwrap()).collect();
    document.perform(&Command::Pin(ids, true)).unwrap();
    document.plan().clone()
}

#[test]
fn a_template_moves_to_14_october_in_three_gestures_by_keys_alone() {
    let mut harness = congress();
    let before = harness.state().document().plan().clone();
    assert_eq!(place(&harness, "S03"), "2026-03-05T09:30 60 main-hall");
    // One: the shortcut. Two: the date, over the old one, which is selected. Three: Enter.
    key(&mut harness, SHIFT_COMMAND, Key::M);
    type_text(&mut harness, "14 oct");
    assert_eq!(steps(&harness), 0, "nothing happens before Enter");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(first_day(&harness, "conference"), day("2026-10-14"));
    assert_eq!(place(&harness, "S03"), "2026-10-14T09:30 60 main-hall");
    assert_eq!(steps(&harness), 1);
    assert_eq!(harness.state().document().done()[0].label.deed, Deed::MoveDates);
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(harness.state().document().plan(), &before, "one step gives all of it back");
}

#[test]
fn a_template_moves_to_another_day_in_four_clicks() {
    let mut harness = congress();
    for label in ["Plan", "Dates and place…", "Saturday 14 March 2026", "Move"] {
        let target = harness
            .query_all_by_role(Role::Button)
            .chain(harness.query_all_by_role(Role::MenuItem))
            // Entries of menus tell their keys, too.
            .find(|node| {
                let name = node.accesskit_node().label().unwrap_or_default();
                name == label || label.ends_with('…') && name.starts_with(label)
            });
        target.unwrap_or_else(|| panic!("{label} is not there")).click();
        harness.run_steps(3);
    }
    assert_eq!(first_day(&harness, "conference"), day("2026-03-14"));
    assert_eq!(place(&harness, "S03"), "2026-03-14T09:30 60 main-hall");
}

#[test]
fn another_event_of_the_plan_is_chosen_in_the_window() {
    let mut harness = desk();
    key(&mut harness, SHIFT_COMMAND, Key::M);
    let event = |name: &str, harness: &mut Harness<'static, Desk>| {
        let all: Vec<_> = harness
            .query_all_by_label_contains(name)
            .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(name)))
            .filter(|node| matches!(node.accesskit_node().role(), Role::Button | Role::ListBoxOption | Role::MenuItem))
            .collect();
        all.last().unwrap_or_else(|| panic!("no {name}")).click();
        harness.run_steps(4);
    };
    event("WTDC-25", &mut harness);
    event("IRM-2", &mut harness);
    type_text(&mut harness, "6 oct");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(first_day(&harness, "irm-2"), day("2025-10-06"));
    assert_eq!(first_day(&harness, "wtdc25"), day("2025-11-17"));
}

#[test]
fn what_breaks_is_told_before_anything_is_done_and_escape_leaves_all_as_it_was() {
    let mut harness = desk();
    let before = harness.state().document().plan().clone();
    key(&mut harness, SHIFT_COMMAND, Key::M);
    type_text(&mut harness, "15.11.");
    assert!(harness.query_by_label_contains("come to lie on a weekend").is_some());
    assert!(harness.query_by_label_contains("new findings").is_some());
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label_contains("come to lie on a weekend").is_none());
    assert_eq!(harness.state().document().plan(), &before);
    assert_eq!(steps(&harness), 0);
}

#[test]
fn what_is_no_day_is_told_where_it_stands() {
    let mut harness = congress();
    for words in ["soon", "31.2.", "", "14.10.2500"] {
        key(&mut harness, SHIFT_COMMAND, Key::M);
        key(&mut harness, Modifiers::COMMAND, Key::A);
        key(&mut harness, Modifiers::NONE, Key::Backspace);
        type_text(&mut harness, words);
        assert!(harness.query_by_label_contains("This is no day").is_some(), "{words}");
        key(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(steps(&harness), 0, "{words}");
        key(&mut harness, Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn pinned_sessions_are_listed_and_move_only_when_they_are_ticked() {
    let mut harness = desk_with(pinned(&["S08", "S09"]), None, Settings::default());
    let before = (place(&harness, "S08"), place(&harness, "S09"));
    key(&mut harness, SHIFT_COMMAND, Key::M);
    type_text(&mut harness, "24 nov");
    harness.get_by_label("2 pinned sessions");
    assert!(harness.query_by_label_contains("would lie outside the days of the event").is_some());
    harness.get_by_role_and_label(Role::CheckBox, &label_of(&harness, "Move too: Opening ceremony")).click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Move").click();
    harness.run_steps(3);
    assert_eq!(place(&harness, "S08"), "2025-11-24T10:00 60 plenary-hall");
    assert_eq!(place(&harness, "S09"), before.1, "what is not ticked stays");
    assert_eq!(first_day(&harness, "youth"), day("2025-11-23"), "what the conference waits for moves along");
    assert_eq!(first_day(&harness, "irm-2"), day("2025-09-29"), "meetings of their own stay");
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!((place(&harness, "S08"), place(&harness, "S09")), before);
}

#[track_caller]
fn label_of(harness: &Harness<'_, Desk>, begin: &str) -> String {
    let found = harness.query_all_by_label_contains(begin).find_map(|node| node.accesskit_node().label());
    found.unwrap_or_else(|| panic!("nothing is called {begin}…"))
}

#[test]
fn everything_of_the_plan_moves_except_days_off_that_are_not_ticked() {
    let mut harness = desk();
    key(&mut harness, SHIFT_COMMAND, Key::M);
    type_text(&mut harness, "24 nov");
    harness.get_by_role_and_label(Role::RadioButton, "Everything of the plan").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Move").click();
    harness.run_steps(3);
    assert_eq!(first_day(&harness, "irm-2"), day("2025-10-06"));
    assert_eq!(first_day(&harness, "tdag-23"), day("2023-06-19"), "what has happened stays");
    assert_eq!(first_day(&harness, "holiday-2025-11-08"), day("2025-11-08"));
    assert_eq!(steps(&harness), 1);
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    key(&mut harness, SHIFT_COMMAND, Key::M);
    type_text(&mut harness, "+7");
    harness.get_by_role_and_label(Role::RadioButton, "Everything of the plan").click();
    harness.run_steps(3);
    let tick = label_of(&harness, "what is done, too");
    harness.get_by_role_and_label(Role::CheckBox, &tick).click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Move").click();
    harness.run_steps(3);
    assert_eq!(first_day(&harness, "wtdc25"), day("2025-11-24"), "a number with a sign counts from the day that is");
    assert_eq!(first_day(&harness, "tdag-23"), day("2023-06-26"));
}

#[test]
fn a_plan_that_is_over_keeps_its_year() {
    let now = plenary::model::CivilTime::at(day("2026-11-28"), 9, 0);
    let desk = Desk::new(Template::Wtdc25.plan(), None, Settings::default());
    let mut harness = crate::desk::harness_of(desk.with_clock(Box::new(move |_| Some(now))));
    key(&mut harness, SHIFT_COMMAND, Key::M);
    type_text(&mut harness, "24 nov");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(first_day(&harness, "wtdc25"), day("2025-11-24"));
}

#[test]
fn a_day_off_that_is_new_is_named_as_it_will_be() {
    let mut harness = desk();
    key(&mut harness, SHIFT_COMMAND, Key::M);
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::DisclosureTriangle, "Place").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::TextInput, "Days off there").click();
    harness.run_steps(3);
    type_text(&mut harness, "20 nov");
    for _ in 0..200 {
        harness.run_steps(2);
        if harness.query_all_by_label_contains("new findings").next().is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert!(harness.query_all_by_label_contains("on a day off").next().is_some());
    assert!(harness.query_all_by_label_contains("holiday-").next().is_none(), "nobody knows what that is");
}

#[test]
fn days_of_a_calendar_are_walked_by_keys() {
    let mut harness = congress();
    key(&mut harness, SHIFT_COMMAND, Key::M);
    // Past the four buttons that turn the calendar.
    for _ in 0..5 {
        key(&mut harness, Modifiers::NONE, Key::Tab);
    }
    let focused = |harness: &Harness<'_, Desk>| {
        let node = harness.get_all_by_role(Role::Button).find(|node| node.is_focused());
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    assert_eq!(focused(&harness), "Thursday 5 March 2026");
    for (pressed, expected) in [
        (Key::ArrowRight, "Friday 6 March 2026"),
        (Key::ArrowUp, "Friday 27 February 2026"),
        (Key::ArrowLeft, "Thursday 26 February 2026"),
        (Key::PageDown, "Thursday 26 March 2026"),
        (Key::Home, "Monday 23 March 2026"),
        (Key::End, "Sunday 29 March 2026"),
        (Key::ArrowDown, "Sunday 5 April 2026"),
    ] {
        key(&mut harness, Modifiers::NONE, pressed);
        assert_eq!(focused(&harness), expected, "{pressed:?}");
    }
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(steps(&harness), 0, "that has picked the day");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(first_day(&harness, "conference"), day("2026-04-05"));
}

#[test]
fn a_first_day_in_the_inspector_never_leaves_sessions_behind_without_asking() {
    let mut harness = congress();
    act(&mut harness, Action::Select(Selection::only(RowId::Event("conference".parse().unwrap()))));
    let set_first = |harness: &mut Harness<'_, Desk>, day: &str| {
        harness.get_by_role_and_label(Role::Button, "First day").click();
        harness.run_steps(3);
        harness.get_by_label(day).click();
        harness.run_steps(3);
    };
    set_first(&mut harness, "Friday 6 March 2026");
    assert_eq!(steps(&harness), 0, "it asks first");
    harness.get_by_role_and_label(Role::RadioButton, "Only its first day; sessions stay").click();
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("would lie outside the days of the event").is_some());
    harness.get_by_role_and_label(Role::RadioButton, "Only this event").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Move").click();
    harness.run_steps(3);
    assert_eq!(place(&harness, "S03"), "2026-03-06T09:30 60 main-hall");
    // An earlier one leaves none behind, and is simply set.
    set_first(&mut harness, "Thursday 5 March 2026");
    let plan = harness.state().document().plan();
    let dates = plan.events().get("conference".parse().unwrap()).unwrap().dates;
    assert_eq!(dates, EventDates::Days { first: day("2026-03-05"), last: day("2026-03-07") });
    assert_eq!(steps(&harness), 2);
}

#[test]
fn a_last_day_before_the_first_one_asks_as_well() {
    let mut harness = congress();
    act(&mut harness, Action::Select(Selection::only(RowId::Event("conference".parse().unwrap()))));
    let (first, last) = event_days(&harness);
    harness.get_by_role_and_label(Role::Button, "Last day").click();
    harness.run_steps(3);
    harness.get_by_label("Monday 2 March 2026").click();
    harness.run_steps(3);
    assert_eq!(steps(&harness), 0, "it asks first");
    harness.get_by_role_and_label(Role::Button, "Move").click();
    harness.run_steps(3);
    let moved = day("2026-03-02") - last;
    assert_eq!(event_days(&harness), (first + moved, last + moved), "it ends on that day");
}

fn event_days(harness: &Harness<'_, Desk>) -> (NaiveDate, NaiveDate) {
    let plan = harness.state().document().plan();
    plan.events().get("conference".parse().unwrap()).unwrap().dates.first_and_last()
}

#[test]
fn other_commands_wait_while_dates_are_asked_for() {
    let mut harness = congress();
    act(&mut harness, Action::Run(UiCommand::Dates));
    key(&mut harness, Modifiers::COMMAND, Key::T);
    key(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(steps(&harness), 0);
}

/// However many sessions are pinned: a list that scrolls, in which the keyboard goes on beyond what is in sight.
#[test]
fn many_pinned_sessions_scroll_and_are_ticked_at_once() {
    let all: Vec<String> = Template::Wtdc25.plan().sessions().ids().map(|id| id.to_string()).collect();
    let mut harness = desk_with(pinned(&all.iter().map(String::as_str).collect::<Vec<_>>()), None, Settings::default());
    key(&mut harness, SHIFT_COMMAND, Key::M);
    type_text(&mut harness, "24 nov");
    let ticks = |harness: &Harness<'_, Desk>| harness.query_all_by_label_contains("Move too:").count();
    assert!((4..14).contains(&ticks(&harness)), "{}", ticks(&harness));
    let focused = |harness: &Harness<'_, Desk>| {
        let all = harness.query_all_by_role(Role::CheckBox);
        all.into_iter().find(|node| node.accesskit_node().is_focused()).and_then(|node| node.accesskit_node().label())
    };
    let first = label_of(&harness, "Move too:");
    harness.get_by_role_and_label(Role::CheckBox, &first).focus();
    harness.run_steps(3);
    let mut seen = std::collections::BTreeSet::from([first]);
    for _ in 0..20 {
        key(&mut harness, Modifiers::NONE, Key::Tab);
        seen.extend(focused(&harness).filter(|label| label.starts_with("Move too:")));
    }
    assert_eq!(seen.len(), 21, "each Tab goes to the next one, out of sight, too");
    let count = label_of(&harness, "Move all");
    harness.get_by_role_and_label(Role::CheckBox, &count).click();
    harness.run_steps(3);
    key(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(place(&harness, "S08"), "2025-11-24T10:00 60 plenary-hall");
    assert_eq!(place(&harness, "S16").get(..10), Some("2025-11-24"), "all of them");
}

#[test]
fn what_waits_for_the_conference_goes_along() {
    use plenary::edit::dates::MoveDates;
    use plenary::edit::zones::ChangeZone;
    use plenary::model::zone::Tz;
    use plenary::model::{Absence, CivilTime, Room, RoomRequest, Team};

    let time = |text: &str| -> CivilTime { text.parse().unwrap() };
    let mut document = Document::new(Template::Wtdc25.plan());
    let event = "wtdc25".parse().unwrap();
    let request = RoomRequest {
        start: Some(time("2025-11-18T23:00")),
        received: Some(time("2025-11-01T09:00")),
        ..RoomRequest::new("R1".parse().unwrap(), event)
    };
    let team = Team { from: Some(day("2025-11-24")), ..Team::new("T1".parse().unwrap(), "Team A".into()) };
    let room = document.plan().rooms().iter().next().unwrap().clone();
    let closed = Absence { from: time("2025-11-18T09:00"), to: time("2025-11-18T12:00"), reason: String::new() };
    let room = Room { closed: vec![closed], ..Room::clone(&room) };
    let id = room.id;
    document.perform(&Command::PutMany(vec![request.into(), team.into(), room.into()])).unwrap();
    let before = document.plan().clone();
    let order = MoveDates { event, events: [event].into(), days: 7, pinned: [].into(), place: None };
    document.perform(&Command::MoveDates(Box::new(order))).unwrap();
    let row = |plan: &Plan| plan.requests().get("R1".parse().unwrap()).unwrap().clone();
    let moved = document.plan();
    assert_eq!(row(moved).start, Some(time("2025-11-25T23:00")));
    assert_eq!(row(moved).received, Some(time("2025-11-01T09:00")), "it came when it came");
    assert_eq!(moved.teams().get("T1".parse().unwrap()).unwrap().from, Some(day("2025-12-01")));
    assert_eq!(moved.rooms().get(id).unwrap().closed[0].from, time("2025-11-25T09:00"));
    document.undo().unwrap();
    assert_eq!(document.plan(), &before);
    let order = ChangeZone { event, zone: Tz::UTC, pinned: [].into() };
    document.perform(&Command::ChangeZone(Box::new(order))).unwrap();
    // Baku is four hours ahead.
    assert_eq!(row(document.plan()).start, Some(time("2025-11-18T19:00")));
    assert_eq!(row(document.plan()).received, Some(time("2025-11-01T05:00")));
}

/// A change of host by the window: other dates, another city, and what it would break before it is done.
#[test]
fn an_event_goes_to_another_city_in_one_step() {
    let mut harness = desk();
    let before = harness.state().document().plan().clone();
    key(&mut harness, SHIFT_COMMAND, Key::M);
    type_text(&mut harness, "3 nov");
    harness.get_by_role_and_label(Role::DisclosureTriangle, "Place").focus();
    harness.run_steps(3);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let field = |harness: &mut Harness<'_, Desk>, name: &str, text: &str| {
        harness.get_by_role_and_label(Role::TextInput, name).focus();
        harness.run_steps(2);
        key(harness, Modifiers::COMMAND, Key::A);
        type_text(harness, text);
    };
    field(&mut harness, "Place", "Bangkok, Thailand");
    field(&mut harness, "Days off there", "4 nov, soon");
    assert!(harness.query_by_label_contains("This is no day: soon").is_some());
    field(&mut harness, "Days off there", "4 nov");
    assert!(harness.query_by_label_contains("come to lie on a day off").is_some());
    assert_eq!(steps(&harness), 0, "nothing moves before it is said");
    let room = label_of(&harness, "Plenary Hall: stays");
    harness.get_by_role_and_label(Role::Button, &room).focus();
    harness.run_steps(2);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    type_text(&mut harness, "UNCC Hall");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label_contains("Plenary Hall: New: UNCC Hall").is_some());
    key(&mut harness, Modifiers::COMMAND, Key::Enter);
    let plan = harness.state().document().plan();
    let event = plan.events().get("wtdc25".parse().unwrap()).unwrap();
    assert_eq!(event.place.get(plenary::model::Language::Russian), "Bangkok, Thailand", "no other name is known");
    assert_eq!((first_day(&harness, "wtdc25"), first_day(&harness, "irm-1")), (day("2025-11-03"), day("2025-07-14")));
    let hall = plan.sessions().get("S08".parse().unwrap()).unwrap().rooms()[0];
    assert_eq!(plan.rooms().get(hall).unwrap().title.get(plenary::model::Language::English), "UNCC Hall");
    assert_eq!(steps(&harness), 1);
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(harness.state().document().plan(), &before);
}

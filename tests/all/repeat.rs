//! Sessions on other days: repeated, and days copied, with what they have and what they would clash with.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::edit::{Command, first_day_of, repeated, resolve, week_of, working_days};
use plenary::model::{Session, SessionId};
use plenary::store::Template;

use super::desk::{act, desk, place, plan, steps};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn ids(ids: &[&str]) -> Vec<SessionId> {
    ids.iter().map(|id| id.parse().unwrap()).collect()
}

#[test]
fn copies_keep_rooms_people_and_distances() {
    let plan = Template::Wtdc25.plan();
    let ids = ids(&["S08", "S86"]);
    let patch = resolve(&plan, &repeated(&plan, &ids, [day("2025-12-01"), day("2025-12-02")])).unwrap();
    let mut made: Vec<_> = patch.changes::<Session>().map(|(_, change)| change.after.clone().unwrap()).collect();
    made.sort_by_key(|made| made.span().unwrap().start);
    let starts: Vec<_> = made.iter().map(|made| made.span().unwrap().start.to_string()).collect();
    assert_eq!(starts, ["2025-12-01T10:00", "2025-12-02T10:00", "2025-12-12T16:45", "2025-12-13T16:45"]);
    let original = plan.sessions().get(ids[0]).unwrap();
    assert_eq!((made[0].rooms(), &made[0].bodies), (original.rooms(), &original.bodies));
}

#[test]
fn weekends_and_holidays_are_no_working_days() {
    let plan = Template::Wtdc25.plan();
    let week = week_of(day("2025-11-12"));
    assert_eq!(week, (day("2025-11-10"), day("2025-11-16")));
    assert_eq!(
        working_days(&plan, &[plan.main_event().unwrap().id], week),
        ["2025-11-12", "2025-11-13", "2025-11-14"].map(day)
    );
    assert_eq!(first_day_of(&plan, &[]), None);
    assert_eq!(repeated(&plan, &[], [day("2025-12-01")]), Command::Duplicate(Vec::new()));
}

/// Where the sessions are that are not in the built-in plan, in order of time.
fn made(harness: &Harness<'_, Desk>) -> Vec<String> {
    let before = Template::Wtdc25.plan();
    let new = plan(harness).sessions().iter().filter(|session| !before.sessions().contains(session.id));
    let mut made: Vec<String> = new.map(|session| place(harness, session.id.as_str())).collect();
    made.sort();
    made
}

fn selected(id: &str) -> Harness<'static, Desk> {
    let mut harness = desk();
    act(&mut harness, Action::Select(Selection::sessions([id.parse().unwrap()])));
    harness
}

#[test]
fn two_keys_repeat_a_session_through_its_week_and_one_takes_it_back() {
    let mut harness = selected("S08");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    harness.run_steps(3);
    let said = harness.query_all_by_label_contains("Makes 4 sessions, clashes on").count();
    assert_eq!(said, 1, "how many it makes, and how many clash");
    assert_eq!(steps(&harness), 0);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let days = ["18", "19", "20", "21"].map(|day| format!("2025-11-{day}T10:00 60 plenary-hall"));
    assert_eq!(made(&harness), days);
    assert_eq!(steps(&harness), 1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(plan(&harness), &Template::Wtdc25.plan());
}

#[test]
fn days_are_picked_one_by_one_and_by_weekday() {
    let mut harness = selected("S08");
    act(&mut harness, Action::Run(UiCommand::Repeat));
    harness.get_by_role_and_label(Role::Button, "None").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Every Monday").click();
    harness.run_steps(3);
    let wednesday = "Wednesday 26 November 2025";
    let day =
        harness.query_all_by_label_contains(wednesday).find(|node| node.accesskit_node().role() == Role::CheckBox);
    day.expect("a day to tick").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Make 2 copies").click();
    harness.run_steps(3);
    assert_eq!(made(&harness), ["2025-11-24T10:00 60 plenary-hall", "2025-11-26T10:00 60 plenary-hall"]);
}

#[test]
fn a_day_is_copied_with_all_that_begins_on_it() {
    let mut harness = desk();
    let from = day("2025-11-17");
    let all =
        plan(&harness).sessions().iter().filter(|session| session.span().is_some_and(|span| span.start.date() == from));
    let count = all.count();
    act(&mut harness, Action::CopyDay(from));
    harness.query_all_by_label_contains("Sunday 23 November 2025").last().unwrap().click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, &format!("Make {count} copies")).click();
    harness.run_steps(3);
    let made = made(&harness);
    assert_eq!(made.len(), count);
    assert!(made.iter().all(|at| at.starts_with("2025-11-23T")), "{made:?}");
    assert_eq!(steps(&harness), 1);
    harness.get_by_label(&format!("Copied: {count} sessions"));
}

#[test]
fn escape_and_an_empty_choice_change_nothing() {
    let mut harness = selected("S08");
    act(&mut harness, Action::Run(UiCommand::Repeat));
    harness.get_by_role_and_label(Role::Button, "None").click();
    harness.run_steps(3);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.query_by_label("Choose the days").is_none(), "the window is closed");
    assert_eq!(plan(&harness), &Template::Wtdc25.plan());
    act(&mut harness, Action::Select(Selection::default()));
    act(&mut harness, Action::Run(UiCommand::Repeat));
    harness.get_by_label_contains("Select a session that has a place first");
}

#[test]
fn what_comes_to_another_day_meanwhile_is_repeated_from_there() {
    let mut harness = selected("S08");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::PageDown);
    harness.run_steps(3);
    assert_eq!(place(&harness, "S08"), "2025-11-18T10:00 60 plenary-hall");
    act(&mut harness, Action::Run(UiCommand::Repeat));
    // No key reaches the plan behind the window.
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    harness.get_by_role_and_label(Role::Button, "None").click();
    harness.run_steps(3);
    let day = harness
        .query_all_by_label_contains("Tuesday 18 November 2025")
        .find(|node| node.accesskit_node().role() == Role::CheckBox);
    day.expect("a day to tick").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Make 1 copy").click();
    harness.run_steps(3);
    assert_eq!(made(&harness), ["2025-11-18T10:00 60 plenary-hall"]);
}

#[test]
fn what_lasts_a_day_can_be_repeated_in_the_week_after() {
    let youth = Template::Wtdc25.plan();
    let of_youth = |session: &&std::sync::Arc<Session>| session.event.as_str() == "youth" && session.span().is_some();
    let session = youth.sessions().iter().find(of_youth).expect("a session of the youth celebration");
    let mut harness = selected(session.id.as_str());
    act(&mut harness, Action::Run(UiCommand::Repeat));
    let days = harness.query_all_by_label_contains("Sunday 23 November 2025");
    assert!(days.into_iter().any(|node| node.accesskit_node().role() == Role::CheckBox), "from Sunday 16 on");
}

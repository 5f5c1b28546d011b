//! The roster as a planner uses it: a sitting is carried from team to team with the pointer and with keys.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::edit::roster::{Handing, OnRoster};
use plenary::edit::{Command, Document};
use plenary::model::TeamId;
use plenary::store::Template;

use crate::desk::{desk_with, key, plan};
use crate::inspector::{click, select_session, tall_with};
use crate::roster::with_teams;

const SIXTH: &str = "Sixth plenary, Thu 27 Nov 18:30–20:30, ";

fn desk(document: &Document) -> Harness<'static, Desk> {
    desk_with(document.plan().clone(), None, Settings { view: "roster".to_owned(), ..Settings::default() })
}

/// As drawn: the fifth plenary is Team C's, the evening plenary nobody's.
fn drawn() -> Document {
    let mut document = with_teams(3);
    for (session, team) in [("S80", "C"), ("S79", "A"), ("S82", "B")] {
        let handing = Handing { sessions: vec![session.parse().unwrap()], from: None, to: Some(team.parse().unwrap()) };
        document.perform(&Command::Roster(OnRoster::Give(handing))).unwrap();
    }
    document
}

fn says(harness: &Harness<'_, Desk>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn center(harness: &Harness<'_, Desk>, label: &str) -> Pos2 {
    harness.get_all_by_label_contains(label).next().unwrap().rect().center()
}

fn teams(harness: &Harness<'_, Desk>) -> Vec<String> {
    let row = plan(harness).sessions().get("S81".parse().unwrap()).unwrap();
    row.teams.iter().map(TeamId::to_string).collect()
}

fn moved(harness: &mut Harness<'_, Desk>, pos: Pos2) {
    harness.event(Event::PointerMoved(pos));
    harness.run_steps(2);
}

fn button(harness: &mut Harness<'_, Desk>, pos: Pos2, pressed: bool) {
    harness.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
    harness.run_steps(2);
}

/// The evening cell of a team on Thursday 27: in the column of the sixth plenary, in the last of its four rows.
fn evening_of(harness: &Harness<'_, Desk>, team: &str) -> Pos2 {
    let next = match team {
        "Team A" => center(harness, "Team B, 14").y,
        "Team B" => center(harness, "Team C, 14").y,
        _ => center(harness, SIXTH).y - 20.0 + 11.0,
    };
    Pos2::new(center(harness, SIXTH).x, next - 22.0)
}

#[test]
fn a_plan_without_teams_says_what_a_team_is_and_what_is_needed() {
    let mut harness = desk(&Document::new(Template::Wtdc25.plan()));
    harness.run_steps(4);
    assert!(says(&harness, "No teams yet") && says(&harness, "A team are the interpreters"));
    assert!(says(&harness, &format!("{SIXTH}without a team")));
    assert!(says(&harness, "Thu 20 Nov, forenoon: 2 teams needed at once"));
    assert!(says(&harness, "33 sittings of 43 meetings · no teams"));
    // The calendar opens on the first day of the conference.
    harness.get_all_by_role_and_label(Role::Button, "Team").next().unwrap().click();
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::Button, "Monday 17 November 2025").click();
    harness.run_steps(4);
    let team = plan(&harness).teams().iter().next().unwrap().clone();
    assert_eq!(team.from, Some("2025-11-17".parse().unwrap()));
    assert!(says(&harness, "Team A, 14 interpreters") && !says(&harness, "No teams yet"));
}

#[test]
fn a_sitting_is_dragged_to_a_team_and_cells_say_what_would_come_of_it() {
    let mut harness = desk(&drawn());
    harness.run_steps(4);
    let from = center(&harness, SIXTH);
    let (target, worse) = (evening_of(&harness, "Team B"), evening_of(&harness, "Team C"));
    moved(&mut harness, from);
    button(&mut harness, from, true);
    moved(&mut harness, from.lerp(target, 0.5));
    moved(&mut harness, target);
    assert!(says(&harness, "Team B"), "the card says where");
    assert!(says(&harness, "2 of 7 sittings in that week"), "with the seventh plenary");
    moved(&mut harness, worse);
    assert!(says(&harness, "Team C: 1 h between two sittings, not 1 h 30 min"));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    button(&mut harness, worse, false);
    assert_eq!(teams(&harness), [""; 0], "Escape puts it back");
    button(&mut harness, from, true);
    moved(&mut harness, from.lerp(target, 0.5));
    moved(&mut harness, target);
    button(&mut harness, target, false);
    harness.run_steps(4);
    assert_eq!(teams(&harness), ["B"]);
    assert!(says(&harness, &format!("{SIXTH}Team B")));
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    harness.run_steps(4);
    assert_eq!(teams(&harness), [""; 0], "one step");
}

#[test]
fn everything_is_done_by_keys_too() {
    let mut harness = desk(&drawn());
    harness.run_steps(4);
    let at = center(&harness, SIXTH);
    moved(&mut harness, at);
    button(&mut harness, at, true);
    button(&mut harness, at, false);
    harness.run_steps(4);
    key(&mut harness, Modifiers::NONE, Key::Num2);
    harness.run_steps(4);
    assert_eq!(teams(&harness), ["B"], "a figure gives it to that team");
    key(&mut harness, Modifiers::NONE, Key::A);
    harness.run_steps(4);
    assert_eq!(teams(&harness), ["A"], "so does its letter");
    // Taken hold of, one team on, put down.
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(2);
    assert!(says(&harness, "Enter gives it, Esc puts it back"));
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    harness.run_steps(2);
    assert_eq!(teams(&harness), ["A"], "nothing happens before it is put down");
    key(&mut harness, Modifiers::NONE, Key::Escape);
    harness.run_steps(2);
    assert!(!says(&harness, "Enter gives it, Esc puts it back"));
    key(&mut harness, Modifiers::NONE, Key::Enter);
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(4);
    assert_eq!(teams(&harness), ["C"]);
    assert!(says(&harness, &format!("{SIXTH}Team C; Team C: 1 h between two sittings, not 1 h 30 min")));
    key(&mut harness, Modifiers::NONE, Key::Backspace);
    harness.run_steps(4);
    assert_eq!(teams(&harness), [""; 0]);
    assert!(plan(&harness).sessions().get("S81".parse().unwrap()).unwrap().placement.is_some(), "it keeps its time");
}

#[test]
fn filling_says_first_what_it_comes_to() {
    let mut harness = desk(&with_teams(2));
    harness.run_steps(4);
    harness.get_by_label("Fill…").click();
    harness.run_steps(4);
    assert!(says(&harness, "stay without one"));
    harness.get_by_label("Fill").click();
    harness.run_steps(4);
    let open = plan(&harness).sessions().iter().filter(|row| row.event.as_str() == "wtdc25" && row.teams.len() == 1);
    assert!(open.count() > 30);
    assert!(says(&harness, "Team A: 7 of 7 sittings"));
    // Only days with sittings without a team; the first day of a week never has one.
    let monday = |harness: &Harness<'_, Desk>| says(harness, "Mon 17 Nov, early: 1 team needed at once");
    assert!(monday(&harness));
    harness.get_all_by_label_contains("Without a team, ").next().unwrap().click();
    harness.run_steps(4);
    assert!(!monday(&harness) && says(&harness, ", without a team"));
}

#[test]
fn a_session_is_given_a_team_in_the_inspector_where_the_plan_has_teams() {
    let teams_of = |document: &Document| {
        let mut harness = tall_with(document.plan().clone(), Settings::default());
        select_session(&mut harness, "S81");
        harness
    };
    let without = teams_of(&Document::new(Template::Wtdc25.plan()));
    assert!(!says(&without, "Teams of interpreters"));
    let mut harness = teams_of(&with_teams(2));
    click(&mut harness, Role::Button, "Teams of interpreters");
    harness.get_by_label("Team B").click();
    harness.run_steps(4);
    assert_eq!(teams(&harness), ["B"]);
}

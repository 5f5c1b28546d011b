//! The delegation as a planner uses it: meetings are carried to delegates with the pointer and with keys.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::model::{DelegateId, Plan, SessionId};
use plenary::store::Template;

use crate::delegation::kenya;
use crate::desk::{desk_with, key, plan, steps, write};

fn desk(plan: Plan) -> Harness<'static, Desk> {
    let mut harness = desk_with(plan, None, Settings { view: "delegation".to_owned(), ..Settings::default() });
    harness.run_steps(6);
    harness
}

fn says(harness: &Harness<'_, Desk>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn center(harness: &Harness<'_, Desk>, label: &str) -> Pos2 {
    harness.get_all_by_label_contains(label).next().unwrap().rect().center()
}

fn attends(harness: &Harness<'_, Desk>, delegate: &str) -> Vec<String> {
    let id: DelegateId = delegate.parse().unwrap();
    plan(harness).delegates().get(id).unwrap().attends.iter().map(SessionId::to_string).collect()
}

const MISSED: &str = "WG-PL, 2nd meeting, Thu 20 Nov 11:15–12:30, nobody can attend";

#[test]
fn what_is_missed_and_what_helps_is_told() {
    let mut harness = desk(kenya());
    assert!(
        says(&harness, "can attend: 40") && says(&harness, "must miss: 3") && says(&harness, "of interest: 11 of 11")
    );
    assert!(says(&harness, MISSED) && says(&harness, "engineer: COM4, 2nd meeting, regulator: not there"));
    assert!(says(&harness, "a region drafting groups; its own region’s only: 1 of 6"));
    assert!(says(&harness, "officers chairs and vice-chairs of the conference: 0 of 8"));
    assert!(says(&harness, "Kenya · 43 meetings count · 3 are missed"));
    // One night more is taken by a button, and undone.
    harness.get_by_role_and_label(Role::Button, "Take: regulator stays until Wed 26 Nov 12:30").click();
    harness.run_steps(6);
    assert!(says(&harness, "must miss: 2"));
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    harness.run_steps(6);
    assert!(says(&harness, "must miss: 3"));
}

#[test]
fn a_meeting_is_dragged_to_a_delegate_and_given_back_by_a_key() {
    let mut harness = desk(kenya());
    // Both sit at the same time on the twenty-fourth: the regulator takes COM3, the engineer what is left.
    let from = center(&harness, "COM3, 4th meeting, Mon 24 Nov 09:30–12:30, engineer, of interest");
    let to = Pos2::new(from.x, center(&harness, "regulator, 9 meetings").y);
    for (pos, pressed) in [(from, Some(true)), (from + egui::vec2(0.0, 12.0), None), (to, None), (to, Some(false))] {
        harness.event(Event::PointerMoved(pos));
        harness.run_steps(2);
        if let Some(pressed) = pressed {
            let modifiers = Modifiers::NONE;
            harness.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers });
            harness.run_steps(2);
        }
    }
    harness.run_steps(4);
    assert_eq!(attends(&harness, "K2"), ["S60"]);
    assert!(says(&harness, "COM3, 4th meeting, Mon 24 Nov 09:30–12:30, regulator, by hand, of interest"));
    assert_eq!(steps(&harness), 1);
    key(&mut harness, Modifiers::NONE, Key::Num1);
    harness.run_steps(4);
    assert_eq!((attends(&harness, "K1"), attends(&harness, "K2")), (vec!["S60".to_owned()], vec![]));
    key(&mut harness, Modifiers::NONE, Key::Num0);
    harness.run_steps(4);
    assert!(attends(&harness, "K1").is_empty());
    assert!(says(&harness, "COM3, 4th meeting, Mon 24 Nov 09:30–12:30, engineer, of interest"));
}

#[test]
fn a_state_is_looked_at_before_it_has_delegates() {
    let mut harness = desk(Template::Wtdc25.plan());
    assert!(says(&harness, "Any delegation of one · 42 meetings count · 10 are missed"));
    harness.get_by_role_and_label(Role::Button, "Any delegation of one").click();
    harness.run_steps(4);
    write(&mut harness, "fiji");
    harness.run_steps(2);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(6);
    assert_eq!((plan(&harness).delegates().iter().count(), steps(&harness)), (0, 0), "looking changes nothing");
    assert!(says(&harness, "Member State, Asia"), "its region is known");
    assert!(harness.query_by_role_and_label(Role::Button, "Add an interest").is_none(), "nobody could have it");
    for count in 1..=2 {
        harness.get_by_role_and_label(Role::Button, "Delegate").click();
        harness.run_steps(6);
        assert_eq!(plan(&harness).delegates().iter().count(), count);
    }
    let row = plan(&harness).delegates().iter().next().unwrap().clone();
    assert_eq!((row.represents.as_str(), row.event), ("Fiji", None));
    assert!(says(&harness, "Never more meetings at once than delegates; 2 at most"));
}

#[test]
fn an_interest_is_added_to_all_of_it() {
    let mut harness = desk(kenya());
    harness.get_by_role_and_label(Role::Button, "Add an interest").click();
    harness.run_steps(4);
    write(&mut harness, "COM4");
    harness.run_steps(2);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(6);
    let has = |id: &str| {
        let row = plan(&harness).delegates().get(id.parse().unwrap()).unwrap();
        row.interests.contains(&"COM4".parse().unwrap())
    };
    assert!(has("K1") && has("K2"));
    assert_eq!(steps(&harness), 1);
}

#[test]
fn nobody_is_sent_where_they_are_not_there_and_what_helps_follows() {
    let mut harness = desk(kenya());
    // The regulator comes on the twentieth: WG-PL of the nineteenth is not for them.
    harness.get_all_by_label_contains("WG-PL, 1st meeting, Wed 19 Nov 16:15–17:30").next().unwrap().click();
    harness.run_steps(3);
    key(&mut harness, Modifiers::NONE, Key::Num2);
    harness.run_steps(4);
    assert_eq!((attends(&harness, "K2"), steps(&harness)), (vec![], 0));
    assert!(says(
        &harness,
        "regulator is not there at that time. Let them come earlier or stay longer, or send somebody else."
    ));
    // Two meetings at once: the one that somebody was sent to last counts.
    for (label, session) in
        [("COM3, 4th meeting, Mon 24 Nov 09:30–12:30", "S60"), ("COM4, 4th meeting, Mon 24 Nov 09:30–12:30", "S61")]
    {
        harness.get_all_by_label_contains(label).next().unwrap().click();
        harness.run_steps(3);
        key(&mut harness, Modifiers::NONE, Key::Num1);
        harness.run_steps(4);
        assert_eq!(attends(&harness, "K1"), [session]);
    }
    assert!(says(&harness, "must miss: 3"));
    // What helps is asked for anew after each change.
    harness.get_by_role_and_label(Role::Button, "Take: regulator stays until Wed 26 Nov 12:30").click();
    harness.run_steps(8);
    assert!(!says(&harness, "Take: regulator stays until Wed 26 Nov 12:30"), "it is taken");
    // The keys of the view are not those of Redo.
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    harness.run_steps(4);
    let before = steps(&harness);
    key(&mut harness, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::Y);
    harness.run_steps(4);
    assert_eq!(steps(&harness), before);
}

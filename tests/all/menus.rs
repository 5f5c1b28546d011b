//! Menus of places, and what is told when something used is removed.

use egui::{Event, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::model::RoomId;
use plenary::store::Template;

use super::desk::{act, block, desk, place, rect_of};

fn menu_at(harness: &mut Harness<'_, Desk>, pos: Pos2) {
    harness.event(Event::PointerMoved(pos));
    harness.step();
    let button = PointerButton::Secondary;
    for pressed in [true, false] {
        let event = Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE };
        harness.input_mut().events.push(event);
    }
    harness.run_steps(4);
}

#[track_caller]
fn choose(harness: &mut Harness<'_, Desk>, label: &str) {
    harness.query_all_by_label_contains(label).last().unwrap_or_else(|| panic!("no entry {label}")).click();
    harness.run_steps(4);
}

fn selected(harness: &Harness<'_, Desk>) -> usize {
    harness.state().selection().sessions.len()
}

fn on_day(day: &str) -> usize {
    let plan = Template::Wtdc25.plan();
    plan.sessions()
        .iter()
        .filter(|session| session.span().is_some_and(|span| span.start.date().to_string() == day))
        .count()
}

#[test]
fn on_empty_ground_a_session_is_made_where_the_menu_was_opened() {
    let mut harness = desk();
    let at = Pos2::new(block(&harness, "First plenary").left() + 1.0, rect_of(&harness, "Room B").center().y);
    menu_at(&mut harness, at);
    choose(&mut harness, "New session: Mon 17 Nov 11:15");
    let id = harness.state().selection().sessions.first().expect("it is selected").to_string();
    assert_eq!(place(&harness, &id), "2025-11-17T11:15 60 room-b");
}

#[test]
fn a_day_is_selected_from_its_chip() {
    let mut harness = desk();
    let chip = harness.query_all_by_label_contains("Thursday 20 November").next().expect("a chip").rect().center();
    menu_at(&mut harness, chip);
    choose(&mut harness, "Select all of Thu 20 Nov");
    assert_eq!(selected(&harness), on_day("2025-11-20"));
}

#[test]
fn a_room_is_removed_from_its_lane_and_it_is_told_who_has_no_room_now() {
    let mut harness = desk();
    let before = harness.state().document().plan().clone();
    let room: RoomId = "room-c".parse().unwrap();
    let alone = before.sessions().iter().filter(|session| session.rooms() == [room]).count();
    let head = rect_of(&harness, "Room C").center();
    menu_at(&mut harness, head);
    choose(&mut harness, "Remove Room C");
    assert!(!harness.state().document().plan().rooms().contains(room));
    harness.get_by_label_contains(&format!("{alone} sessions have no room now"));
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(harness.state().document().plan(), &before);
}

#[test]
fn what_waits_is_selected_and_put_back_from_the_tray() {
    let mut harness = desk();
    let before = harness.state().document().plan().clone();
    act(&mut harness, Action::Select(Selection::sessions(["S08", "S09"].map(|id| id.parse().unwrap()))));
    act(&mut harness, Action::Run(UiCommand::Unschedule));
    act(&mut harness, Action::Select(Selection::default()));
    let tray = rect_of(&harness, "Tray");
    menu_at(&mut harness, Pos2::new(tray.center().x, tray.top() + 3.0));
    choose(&mut harness, "Select all in the tray");
    assert_eq!(selected(&harness), 2);
    act(&mut harness, Action::Run(UiCommand::PutBack));
    assert_eq!(harness.state().document().plan(), &before);
}

#[test]
fn the_menu_of_a_card_in_the_tray_is_about_that_card() {
    let mut harness = desk();
    act(&mut harness, Action::Select(Selection::sessions(["S08", "S09"].map(|id| id.parse().unwrap()))));
    act(&mut harness, Action::Run(UiCommand::Unschedule));
    act(&mut harness, Action::Select(Selection::sessions(["S15".parse().unwrap()])));
    let card = block(&harness, "Opening ceremony").center();
    menu_at(&mut harness, card);
    choose(&mut harness, "Delete");
    let sessions = harness.state().document().plan().sessions();
    assert!(sessions.contains("S15".parse().unwrap()), "what was selected before stays");
    assert!(!sessions.contains("S08".parse().unwrap()));
}

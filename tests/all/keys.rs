//! Keys: whom they are for, how often they count, and what Escape closes.

use chrono::NaiveDate;
use egui::{Event, Key, Modifiers, PointerButton, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::view::view_named;
use plenary::edit::Command;
use plenary::model::{Length, Placement, RowId, SessionId};
use plenary::store::Template;

use super::desk::{act, block, desk, desk_with, drag, key, place, press, session, steps};

const NONE: Modifiers = Modifiers::NONE;

fn run(harness: &mut Harness<'_, Desk>, command: UiCommand) {
    act(harness, Action::Run(command));
}

fn select(harness: &mut Harness<'_, Desk>, id: &str) {
    act(harness, Action::Select(Selection::only(RowId::Session(id.parse().unwrap()))));
}

fn selected(harness: &Harness<'_, Desk>) -> Vec<String> {
    harness.state().selection().sessions.iter().map(ToString::to_string).collect()
}

fn shows(harness: &Harness<'_, Desk>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

/// Presses a key so many times within one frame.
fn at_once(harness: &mut Harness<'_, Desk>, times: usize, modifiers: Modifiers, key: Key) {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    for pressed in [true, false].repeat(times) {
        harness.input_mut().events.push(event(pressed));
    }
    harness.run_steps(4);
}

#[test]
fn presses_that_arrive_in_one_frame_are_as_many_steps() {
    let mut harness = desk();
    select(&mut harness, "S08");
    at_once(&mut harness, 3, Modifiers::COMMAND, Key::ArrowRight);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:45 60 plenary-hall", 3));
    at_once(&mut harness, 2, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:45 90 plenary-hall", 5));
    at_once(&mut harness, 2, Modifiers::COMMAND, Key::ArrowDown);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:45 90 room-b", 7));
    at_once(&mut harness, 6, Modifiers::COMMAND, Key::Z);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:15 60 plenary-hall", 1));
    at_once(&mut harness, 2, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:45 60 plenary-hall", 3));
    at_once(&mut harness, 1, Modifiers::COMMAND, Key::Y);
    assert_eq!(steps(&harness), 4);
}

#[test]
fn presses_in_one_frame_walk_along_the_findings() {
    let walked = |times: &[usize]| {
        let mut harness = desk();
        for &times in times {
            at_once(&mut harness, times, NONE, Key::F8);
        }
        selected(&harness)
    };
    assert_eq!(walked(&[3]), walked(&[1, 1, 1]));
    assert_ne!(walked(&[3]), walked(&[1]));
}

#[test]
fn keys_in_one_frame_count_in_their_order() {
    let mut harness = desk();
    select(&mut harness, "S08");
    let event = |modifiers, key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let command = Modifiers::COMMAND;
    let keys = [(command, Key::ArrowRight), (command, Key::Z), (command, Key::ArrowLeft)];
    harness.input_mut().events.extend(keys.map(|(modifiers, key)| event(modifiers, key)));
    harness.run_steps(4);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T09:45 60 plenary-hall", 1));
}

#[test]
fn a_session_in_the_last_room_stays_there() {
    let mut harness = desk();
    let rooms = harness.state().document().plan().rooms().len();
    select(&mut harness, "S08");
    at_once(&mut harness, rooms + 5, Modifiers::COMMAND, Key::ArrowDown);
    assert_eq!(session(&harness, "S08").rooms().len(), 1);
    assert!(steps(&harness) < rooms, "staying is no step");
}

#[test]
fn a_button_that_has_the_keyboard_keeps_its_keys() {
    let mut harness = desk();
    select(&mut harness, "S08");
    let before = harness.state().document().plan().clone();
    for pressed in [Key::Backspace, Key::Delete, Key::P, Key::X, Key::ArrowRight, Key::Enter] {
        // A row of the navigator is no session.
        harness.query_all_by_role_and_label(Role::Button, "Room A").next().unwrap().focus();
        harness.run_steps(3);
        key(&mut harness, NONE, pressed);
        assert_eq!((harness.state().document().plan(), steps(&harness)), (&before, 0), "{pressed:?}");
    }
    harness.event(Event::Text("Not a title".to_owned()));
    harness.run_steps(2);
    assert_eq!(harness.state().document().plan(), &before);
    assert_eq!(harness.state().selection().focus, Some(RowId::Room("room-a".parse().unwrap())), "Enter presses it");
}

#[test]
fn a_session_that_has_the_keyboard_takes_the_keys_in_views_and_tray() {
    let mut harness = desk();
    let focus = |harness: &mut Harness<'_, Desk>, label: &str| {
        harness.query_all_by_label_contains(label).next().unwrap().focus();
        harness.run_steps(3);
    };
    focus(&mut harness, "Opening ceremony, Mon 17 Nov");
    assert_eq!(selected(&harness).len(), 0, "where the keyboard is and what is selected are two things");
    key(&mut harness, Modifiers::COMMAND, Key::ArrowRight);
    assert_eq!(selected(&harness), ["S08"]);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:15 60 plenary-hall");
    key(&mut harness, NONE, Key::Backspace);
    assert_eq!(place(&harness, "S08"), "unscheduled");
    run(&mut harness, UiCommand::SelectNone);
    focus(&mut harness, "Opening ceremony, Not scheduled");
    key(&mut harness, NONE, Key::Delete);
    assert!(!harness.state().document().plan().sessions().contains("S08".parse().unwrap()));
}

#[test]
fn escape_closes_a_window_before_it_lets_the_selection_go() {
    let windows = [
        UiCommand::Shortcuts,
        UiCommand::About,
        UiCommand::Export,
        UiCommand::Notice,
        UiCommand::Rules,
        UiCommand::Repair,
        UiCommand::FindSlot,
        UiCommand::Palette,
        UiCommand::Open,
    ];
    for window in windows {
        let mut harness = desk();
        select(&mut harness, "S08");
        run(&mut harness, window);
        key(&mut harness, NONE, Key::Escape);
        assert_eq!(selected(&harness), ["S08"], "{window:?}");
        key(&mut harness, NONE, Key::Escape);
        assert_eq!(selected(&harness).len(), 0, "{window:?} was open still");
    }
}

#[test]
fn escape_closes_the_window_that_was_opened_last() {
    let mut harness = desk();
    select(&mut harness, "S08");
    run(&mut harness, UiCommand::Rules);
    run(&mut harness, UiCommand::Shortcuts);
    let open = |harness: &Harness<'_, Desk>| ["Search rules", "Keys and gestures"].map(|title| shows(harness, title));
    assert_eq!(open(&harness), [true, true]);
    key(&mut harness, NONE, Key::Escape);
    assert_eq!(open(&harness), [true, false]);
    key(&mut harness, NONE, Key::Escape);
    assert_eq!((open(&harness), selected(&harness).len()), ([false, false], 1));
}

#[test]
fn escape_closes_lists_and_menus_and_ends_a_drag_before_it_lets_the_selection_go() {
    let mut harness = desk();
    select(&mut harness, "S08");
    harness.query_all_by_role_and_label(Role::ComboBox, "Kind").next().unwrap().click();
    harness.run_steps(4);
    assert!(egui::Popup::is_any_open(&harness.ctx));
    key(&mut harness, NONE, Key::Escape);
    assert!(!egui::Popup::is_any_open(&harness.ctx));
    assert_eq!(selected(&harness), ["S08"]);

    let pos = block(&harness, "Opening ceremony").center();
    harness.event(Event::PointerMoved(pos));
    harness.step();
    for pressed in [true, false] {
        harness.event(Event::PointerButton { pos, button: PointerButton::Secondary, pressed, modifiers: NONE });
        harness.run_steps(2);
    }
    assert!(egui::Popup::is_any_open(&harness.ctx));
    key(&mut harness, NONE, Key::Escape);
    assert!(!egui::Popup::is_any_open(&harness.ctx));
    assert_eq!(selected(&harness), ["S08"]);

    drag(&mut harness, pos, pos + vec2(100.0, 0.0), NONE);
    key(&mut harness, NONE, Key::Escape);
    press(&harness, pos + vec2(100.0, 0.0), false, NONE);
    harness.run_steps(2);
    assert_eq!((selected(&harness), steps(&harness)), (vec!["S08".to_owned()], 0));
    key(&mut harness, NONE, Key::Escape);
    assert_eq!(selected(&harness).len(), 0);
}

#[test]
fn escape_leaves_a_button_before_it_lets_the_selection_go() {
    let mut harness = desk();
    select(&mut harness, "S08");
    harness.query_all_by_role_and_label(Role::Button, "Room A").next().unwrap().focus();
    harness.run_steps(3);
    key(&mut harness, NONE, Key::Escape);
    assert_eq!(selected(&harness), ["S08"]);
    key(&mut harness, NONE, Key::Escape);
    assert_eq!(selected(&harness).len(), 0);
}

fn in_view(view: &str) -> Harness<'static, Desk> {
    let settings = Settings { view: view.to_owned(), inspector_open: false, ..Settings::default() };
    let mut harness = desk_with(Template::Wtdc25.plan(), None, settings);
    harness.run_steps(4);
    harness
}

#[test]
fn undo_and_redo_bring_another_day_into_sight_in_every_view() {
    for view in ["timeline", "day", "grid", "list"] {
        let mut harness = in_view(view);
        let id: SessionId = "S08".parse().unwrap();
        let start = "2025-11-27T15:00".parse().unwrap();
        let far = Placement { start, length: Length::HOUR, rooms: vec!["room-a".parse().unwrap()] };
        act(&mut harness, Action::Perform(Command::Place(vec![(id, far)])));
        act(&mut harness, Action::Reveal(id.into()));
        harness.run_steps(30);
        let seen = |harness: &Harness<'_, Desk>| {
            ["Mon 17 Nov", "Thu 27 Nov"].map(|day| shows(harness, &format!("Opening ceremony, {day}")))
        };
        assert_eq!(seen(&harness), [false, true], "{view}");
        key(&mut harness, Modifiers::COMMAND, Key::Z);
        harness.run_steps(30);
        assert_eq!(seen(&harness), [true, false], "{view}");
        key(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        harness.run_steps(30);
        assert_eq!(seen(&harness), [false, true], "{view}");
    }
}

fn go(harness: &mut Harness<'_, Desk>, view: &str) {
    run(harness, UiCommand::View(view_named(view)));
    harness.run_steps(30);
    assert_eq!(harness.state().settings().view, view);
}

#[test]
fn the_day_in_sight_goes_along_from_view_to_view() {
    let mut harness = in_view("timeline");
    let date = NaiveDate::from_ymd_opt(2025, 11, 26).unwrap();
    act(&mut harness, Action::ShowDateIn("timeline", date));
    harness.run_steps(30);
    for view in ["day", "grid", "list", "timeline", "list", "grid", "day", "timeline"] {
        go(&mut harness, view);
        assert!(shows(&harness, ", Wed 26 Nov"), "{view}");
    }
    go(&mut harness, "day");
    assert!(!shows(&harness, ", Thu 27 Nov"));
}

#[test]
fn the_day_scrolled_to_goes_along() {
    let mut harness = in_view("list");
    harness.event(Event::PointerMoved(egui::pos2(800.0, 400.0)));
    harness.step();
    let down = Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -100_000.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: NONE,
    };
    harness.event(down);
    harness.run_steps(30);
    assert!(shows(&harness, ", Fri 28 Nov"), "the last day is in sight");
    let rows = harness.query_all_by_role(Role::Row).filter(|row| row.rect().height() > 27.0);
    let first = rows.min_by(|a, b| a.rect().top().total_cmp(&b.rect().top())).unwrap();
    let days: Vec<String> = days().collect();
    let day = days.iter().find(|day| label(&first).contains(day.as_str())).unwrap();
    go(&mut harness, "day");
    assert!(shows(&harness, &format!(", {day}")), "{day}");
    key(&mut harness, NONE, Key::PageUp);
    key(&mut harness, NONE, Key::PageUp);
    key(&mut harness, NONE, Key::PageUp);
    let turned = days.iter().find(|day| shows(&harness, &format!(", {day}"))).unwrap();
    assert_ne!(turned, day);
    for view in ["timeline", "grid", "list"] {
        go(&mut harness, view);
        assert!(shows(&harness, &format!(", {turned}")), "{view} {turned}");
    }
}

/// The days of the conference, as sessions name them.
fn days() -> impl Iterator<Item = String> {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    (17..=28).map(move |day| format!("{} {day} Nov", names[(day - 17) % 7]))
}

fn label(node: &egui_kittest::Node<'_>) -> String {
    use egui_kittest::kittest::NodeT as _;
    node.accesskit_node().label().unwrap_or_default()
}

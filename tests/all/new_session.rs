//! A new session takes the keyboard, wherever it was made; typing its title changes nothing else.

use egui::{Event, Key, Modifiers, Pos2, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::app::view::view_named;
use plenary::model::{Language, Session, SessionKind};
use plenary::store::Template;

use super::desk::{block, drag_and_drop, press, rect_of, session, steps};

const NONE: Modifiers = Modifiers::NONE;
/// What it is called before anybody has said so.
const DEFAULT: &str = "New session";

/// A window in which little time goes by, so that two clicks are one double click.
fn desk() -> Harness<'static, Desk> {
    let desk = Desk::new(Template::Wtdc25.plan(), None, Settings::default());
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_max_steps(12)
        .with_step_dt(0.05)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    harness.run_steps(6);
    harness
}

/// The one session that is selected.
#[track_caller]
fn made<'a>(harness: &'a Harness<'_, Desk>) -> &'a Session {
    let ids = &harness.state().selection().sessions;
    assert_eq!(ids.len(), 1, "the new session is selected");
    harness.state().document().plan().sessions().get(*ids.first().unwrap()).unwrap()
}

fn title(harness: &Harness<'_, Desk>) -> String {
    made(harness).title.exact(Language::English).unwrap_or_default().to_owned()
}

/// Types as a hand does: for each letter the key and the text.
fn type_keys(harness: &mut Harness<'_, Desk>, text: &str) {
    for letter in text.chars() {
        if let Some(key) = Key::from_name(&letter.to_uppercase().to_string()) {
            harness.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: NONE });
        }
        harness.event(Event::Text(letter.to_string()));
    }
    harness.run_steps(4);
}

fn act(harness: &mut Harness<'_, Desk>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
}

fn click(harness: &mut Harness<'_, Desk>, at: Pos2) {
    harness.event(Event::PointerMoved(at));
    harness.step();
    press(harness, at, true, NONE);
    press(harness, at, false, NONE);
    harness.step();
}

/// Types a title at once, with every letter that is a key of sessions in it, and ends by Enter.
#[track_caller]
fn check_titled(harness: &mut Harness<'_, Desk>) {
    assert_eq!(title(harness), DEFAULT);
    type_keys(harness, "Px t");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(title(harness), "Px t");
    assert!(!made(harness).pinned, "no letter pins it");
    let made = steps(harness);
    harness.key_press(Key::Tab);
    harness.run_steps(2);
    assert_eq!(steps(harness), made);
}

fn ground(harness: &Harness<'_, Desk>) -> Pos2 {
    Pos2::new(block(harness, "Opening ceremony").left(), rect_of(harness, "Rooms D–H").center().y)
}

#[test]
fn a_drag_on_the_ground_asks_for_the_title() {
    let mut harness = desk();
    let from = ground(&harness);
    drag_and_drop(&mut harness, from, from + vec2(40.0, 3.0), NONE);
    check_titled(&mut harness);
}

#[test]
fn a_double_click_asks_for_the_title() {
    let mut harness = desk();
    let at = Pos2::new(block(&harness, "Opening ceremony").center().x, rect_of(&harness, "Room B").center().y);
    harness.event(Event::PointerMoved(at));
    harness.step();
    let button = egui::PointerButton::Primary;
    let click = [true, false].map(|pressed| Event::PointerButton { pos: at, button, pressed, modifiers: NONE });
    harness.input_mut().events.extend(click.clone().into_iter().chain(click));
    harness.run_steps(3);
    check_titled(&mut harness);
}

#[test]
fn the_button_above_asks_for_the_title() {
    let mut harness = desk();
    let at = rect_of(&harness, "Add session").center();
    click(&mut harness, at);
    check_titled(&mut harness);
}

#[test]
fn the_key_asks_for_the_title_also_while_it_is_typed_at_once() {
    let mut harness = desk();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::T);
    // Not a frame between the shortcut and the letters.
    type_keys(&mut harness, "Px");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(title(&harness), "Px");
    assert!(!made(&harness).pinned);
}

#[test]
fn the_palette_asks_for_the_title() {
    let mut harness = desk();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    type_keys(&mut harness, "add session");
    harness.key_press(Key::Enter);
    harness.run_steps(1);
    check_titled(&mut harness);
}

/// Of a body, with a key, its code and Enter: as its last one, on the day in sight.
#[test]
fn the_palette_makes_a_session_of_a_body() {
    let mut harness = desk();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    type_keys(&mut harness, "new com4");
    harness.run_steps(3);
    assert!(harness.query_by_label("New session of COM4").is_some());
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    let id = harness.state().selection().sessions.first().expect("one was made").to_string();
    let made = session(&harness, &id);
    assert_eq!(made.bodies, ["COM4".parse().unwrap()]);
    assert_eq!((made.kind, made.wish.day.unwrap().to_string().as_str()), (SessionKind::Committee, "2025-11-17"));
    type_keys(&mut harness, "COM4, seventh meeting");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(session(&harness, &id).title.get(Language::English), "COM4, seventh meeting");
    // Where the body itself is found, that stands among what can be done with it.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    type_keys(&mut harness, "com3");
    harness.run_steps(3);
    for command in ["Show only sessions of COM3 · Objectives", "New session of COM3"] {
        assert!(harness.query_by_label(command).is_some(), "{command}");
    }
}

/// Enter goes there; with Ctrl what is found is opened in the inspector, and the view stays where it is.
#[test]
fn ctrl_enter_in_the_palette_opens_in_the_inspector() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::ToggleInspector));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    type_keys(&mut harness, "com3, 5th");
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(24);
    let id = harness.state().selection().sessions.first().expect("it is selected").to_string();
    assert!(session(&harness, &id).title.get(Language::English).starts_with("COM3, 5th"));
    assert!(harness.query_all_by_label_contains("Monday 17 November").next().is_some(), "the view stays");
    let focused = harness.ctx.memory(|memory| memory.focused()).expect("a property");
    let rect = harness.ctx.read_response(focused).unwrap().rect;
    assert!(rect.left() > 1100.0, "of the inspector: {rect}");
}

#[test]
fn every_view_asks_for_the_title() {
    for view in ["timeline", "day", "grid"] {
        let mut harness = desk();
        act(&mut harness, Action::Run(UiCommand::View(view_named(view))));
        harness.run_steps(3);
        act(&mut harness, Action::Run(UiCommand::AddSession));
        check_titled(&mut harness);
    }
}

#[test]
fn escape_leaves_the_title_that_it_has() {
    let mut harness = desk();
    let from = ground(&harness);
    drag_and_drop(&mut harness, from, from + vec2(40.0, 3.0), NONE);
    type_keys(&mut harness, "Half a tit");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!((title(&harness).as_str(), steps(&harness)), (DEFAULT, 1));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(harness.state().document().plan(), &Template::Wtdc25.plan());
}

#[test]
fn what_was_made_by_mistake_is_taken_back_from_its_title() {
    let mut harness = desk();
    let from = ground(&harness);
    drag_and_drop(&mut harness, from, from + vec2(40.0, 3.0), NONE);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(harness.state().document().plan(), &Template::Wtdc25.plan());
}

/// The "+" in an empty cell of the plan grid: a session in no room.
fn add_in_grid(harness: &mut Harness<'_, Desk>) {
    act(harness, Action::Run(UiCommand::View(view_named("grid"))));
    harness.run_steps(3);
    let column = rect_of(harness, "Sun 23 Nov").center();
    harness.event(Event::PointerMoved(column + vec2(0.0, 60.0)));
    harness.run_steps(2);
    let add = harness.query_all_by_label_contains("New session on").next().expect("a plus").rect().center();
    click(harness, add);
    harness.run_steps(3);
}

#[test]
fn the_plus_in_the_grid_asks_for_the_title() {
    let mut harness = desk();
    add_in_grid(&mut harness);
    check_titled(&mut harness);
}

/// Where the keyboard is.
fn focused(harness: &Harness<'_, Desk>) -> String {
    let found = harness.query_all(egui_kittest::kittest::By::new().predicate(|node| node.is_focused()));
    let named = found.filter_map(|node| node.accesskit_node().label()).next_back();
    named.unwrap_or_default()
}

#[test]
fn tab_goes_from_the_title_to_day_time_room_and_people() {
    let mut harness = desk();
    add_in_grid(&mut harness);
    type_keys(&mut harness, "Panel");
    let mut ways = Vec::new();
    for _ in 0..6 {
        harness.key_press(Key::Tab);
        harness.run_steps(3);
        ways.push(focused(&harness));
    }
    assert_eq!(ways, ["Date", "Start", "End", "Length", "Add a room", "Add a person"]);
    assert_eq!(title(&harness), "Panel");
}

/// Five gestures with the pointer: a drag, a title, a click, a name, and the room is that of the lane.
#[test]
fn a_session_with_title_room_and_speaker_takes_five_gestures() {
    let mut harness = desk();
    let from = ground(&harness);
    drag_and_drop(&mut harness, from, from + vec2(40.0, 3.0), NONE); // 1
    type_keys(&mut harness, "Spectrum for all"); // 2
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let at = harness.get_by_role_and_label(Role::Button, "Add a person").rect().center();
    click(&mut harness, at); // 3
    harness.run_steps(3);
    type_keys(&mut harness, "Ann Example"); // 4
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    check_made(&harness, "Spectrum for all", "Ann Example");
}

/// Six with keys alone: a key, a title, Tab to the room, its name, Tab to the people, a name.
#[test]
fn a_session_with_title_room_and_speaker_takes_six_gestures_with_keys_alone() {
    let mut harness = desk();
    add_in_grid(&mut harness);
    type_keys(&mut harness, "Spectrum for all");
    for _ in 0..5 {
        harness.key_press(Key::Tab);
        harness.run_steps(2);
    }
    assert_eq!(focused(&harness), "Add a room");
    type_keys(&mut harness, "Room D");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(made(&harness).rooms().len(), 1, "{:?}", made(&harness).placement);
    for _ in 0..9 {
        if focused(&harness) == "Add a person" {
            break;
        }
        harness.key_press(Key::Tab);
        harness.run_steps(2);
    }
    type_keys(&mut harness, "Ann Example");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    check_made(&harness, "Spectrum for all", "Ann Example");
}

#[track_caller]
fn check_made(harness: &Harness<'_, Desk>, title: &str, person: &str) {
    let session = made(harness);
    assert_eq!(session.title.get(Language::English), title);
    assert_eq!(session.rooms().len(), 1);
    let people = harness.state().document().plan().people();
    let names: Vec<_> = session.people.iter().map(|part| people.get(part.person).unwrap().name.clone()).collect();
    assert_eq!(names, [person]);
    assert!(!session.pinned);
}

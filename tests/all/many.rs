//! Several sessions at once: edges, boundaries, later ones that follow, edges of neighbours, shifting, swapping. Counts are
//! of gestures: a click, a drag, a shortcut, a text typed.

use egui::{Event, Key, Modifiers, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::view::view_named;
use plenary::edit::Command;
use plenary::model::{Placement, SessionId};

use crate::desk::{act, block, desk, drag, drag_and_drop, place, press, session, steps};

const NONE: Modifiers = Modifiers::NONE;

fn id(name: &str) -> SessionId {
    name.parse().unwrap()
}

/// A quarter of an hour on the timeline, in points.
fn quarter(harness: &Harness<'_, Desk>) -> f32 {
    (block(harness, "First plenary").left() - block(harness, "Opening ceremony").left()) / 5.0
}

fn select(harness: &mut Harness<'_, Desk>, ids: &[&str]) {
    act(harness, Action::Select(Selection::sessions(ids.iter().map(|name| id(name)))));
}

/// Puts a session elsewhere on its day.
fn put(harness: &mut Harness<'_, Desk>, name: &str, start: &str) {
    let was = session(harness, name).placement.clone().unwrap();
    let at = Placement { start: start.parse().unwrap(), ..was };
    act(harness, Action::Perform(Command::Place(vec![(id(name), at)])));
}

fn click_at(harness: &mut Harness<'_, Desk>, at: Pos2, modifiers: Modifiers) {
    harness.event_modifiers(Event::PointerMoved(at), modifiers);
    press(harness, at, true, modifiers);
    press(harness, at, false, modifiers);
    harness.run_steps(3);
}

fn keys(harness: &mut Harness<'_, Desk>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

fn write(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(4);
}

#[test]
fn edges_of_all_selected_sessions_are_pulled_together() {
    let mut harness = desk();
    let quarter = quarter(&harness);
    select(&mut harness, &["S08", "S10"]);
    let edge = block(&harness, "Opening ceremony").right_center() - vec2(2.0, 0.0);
    drag_and_drop(&mut harness, edge, edge + vec2(quarter, 0.0), NONE);
    let ends = ["S08", "S10"].map(|name| place(&harness, name));
    assert_eq!(ends, ["2025-11-17T10:00 75 plenary-hall", "2025-11-17T11:15 90 plenary-hall"]);
    assert_eq!(steps(&harness), 1);
}

#[test]
fn shift_rolls_the_boundary_between_two_neighbours() {
    let mut harness = desk();
    let quarter = quarter(&harness);
    put(&mut harness, "S10", "2025-11-17T11:00");
    let edge = block(&harness, "Opening ceremony").right_center() - vec2(3.0, 0.0);
    harness.event(Event::PointerMoved(edge));
    harness.run_steps(2);
    assert!(harness.query_by_label_contains("Shift with it moves the boundary").is_some());
    drag(&mut harness, edge, edge + vec2(quarter, 0.0), Modifiers::SHIFT);
    harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    harness.run_steps(2);
    assert!(harness.query_by_label("Its neighbour gives way; both ends stay").is_some());
    press(&harness, edge + vec2(quarter, 0.0), false, Modifiers::SHIFT);
    harness.run_steps(3);
    let both = ["S08", "S10"].map(|name| place(&harness, name));
    assert_eq!(both, ["2025-11-17T10:00 75 plenary-hall", "2025-11-17T11:15 60 plenary-hall"]);
    assert_eq!(steps(&harness), 2);
}

#[test]
fn later_ones_follow_and_the_card_says_so_before() {
    let mut harness = desk();
    let quarter = quarter(&harness);
    harness.get_by_label("Later ones follow").click();
    harness.run_steps(3);
    let edge = block(&harness, "Opening ceremony").right_center() - vec2(2.0, 0.0);
    drag_and_drop(&mut harness, edge, edge - vec2(quarter, 0.0), NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 45 plenary-hall");
    assert_eq!(place(&harness, "S10"), "2025-11-17T11:00 75 plenary-hall", "it follows");
    assert_eq!(steps(&harness), 1, "one step");
    // Three quarters later is too much: lunch stays where it is.
    let edge = edge - vec2(quarter, 0.0);
    drag(&mut harness, edge, edge + vec2(3.0 * quarter, 0.0), NONE);
    assert!(harness.query_by_label_contains("1 later session follows").is_some());
    assert!(harness.query_by_label_contains("Lunch at 12:30 stops it").is_some());
    press(&harness, edge + vec2(3.0 * quarter, 0.0), false, NONE);
    harness.run_steps(3);
    assert_eq!(place(&harness, "S10"), "2025-11-17T11:15 75 plenary-hall");
    act(&mut harness, Action::Run(UiCommand::Undo));
    act(&mut harness, Action::Run(UiCommand::Undo));
    // By key as well, and no more when it is switched off.
    select(&mut harness, &["S08"]);
    act(&mut harness, Action::Run(UiCommand::ToggleFollow));
    let edge = block(&harness, "Opening ceremony").right_center() - vec2(2.0, 0.0);
    drag_and_drop(&mut harness, edge, edge - vec2(quarter, 0.0), NONE);
    assert_eq!(place(&harness, "S10"), "2025-11-17T11:15 75 plenary-hall");
}

/// What is typed moves them as what is dragged does; another room pushes nobody.
#[test]
fn later_ones_follow_what_is_typed_in_the_inspector_and_in_the_list() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::ToggleFollow));
    select(&mut harness, &["S08"]);
    crate::inspector::enter(&mut harness, "Length", "45 min");
    let both = |harness: &Harness<'_, Desk>| ["S08", "S10"].map(|name| place(harness, name));
    assert_eq!(both(&harness), ["2025-11-17T10:00 45 plenary-hall", "2025-11-17T11:00 75 plenary-hall"]);
    crate::inspector::enter(&mut harness, "Start", "9:45");
    assert_eq!(both(&harness), ["2025-11-17T09:45 45 plenary-hall", "2025-11-17T10:45 75 plenary-hall"]);
    assert_eq!(steps(&harness), 2, "one step each");
    act(&mut harness, Action::Run(UiCommand::View(view_named("list"))));
    let first = harness
        .query_all_by_role(egui::Role::Row)
        .find(|row| row.accesskit_node().label().is_some_and(|label| label.starts_with("Opening ceremony")));
    let at = first.expect("a row").rect().center();
    let start = harness.get_by_label_contains("by “Start”").rect().center().x;
    click_at(&mut harness, egui::pos2(start, at.y), NONE);
    write(&mut harness, "10:00");
    assert_eq!(both(&harness), ["2025-11-17T10:00 45 plenary-hall", "2025-11-17T11:00 75 plenary-hall"]);
    assert_eq!(steps(&harness), 3);
    act(&mut harness, Action::Run(UiCommand::ToggleFollow));
    select(&mut harness, &["S08"]);
    crate::inspector::enter(&mut harness, "Length", "60 min");
    assert_eq!(both(&harness), ["2025-11-17T10:00 60 plenary-hall", "2025-11-17T11:00 75 plenary-hall"]);
}

#[test]
fn edges_snap_to_those_of_neighbours_unless_alt_is_held() {
    let mut harness = desk();
    let minute = quarter(&harness) / 15.0;
    put(&mut harness, "S10", "2025-11-17T11:20");
    let edge = block(&harness, "Opening ceremony").right_center() - vec2(2.0, 0.0);
    let to = edge + vec2(18.5 * minute + 3.0, 0.0);
    drag_and_drop(&mut harness, edge, to, NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 80 plenary-hall");
    act(&mut harness, Action::Run(UiCommand::Undo));
    drag_and_drop(&mut harness, edge, to, Modifiers::ALT);
    let length = session(&harness, "S08").length().mins();
    assert!((77..80).contains(&length), "{length}");
}

#[test]
fn an_afternoon_is_shifted_by_half_an_hour_in_three_gestures() {
    let mut harness = desk();
    let first = block(&harness, "High-Level Segment, part 1");
    let last = block(&harness, "High-Level Segment, part 2");
    let before = ["S12", "S14"].map(|name| session(&harness, name).placement.clone().unwrap());
    // 1: a band around it. 2: the shortcut. 3: the minutes.
    let from = Pos2::new(first.left() - 8.0, first.top() + 1.0);
    drag_and_drop(&mut harness, from, Pos2::new(last.right() + 4.0, last.bottom() - 1.0), Modifiers::SHIFT);
    keys(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    write(&mut harness, "30");
    for (name, was) in ["S12", "S14"].into_iter().zip(before) {
        assert_eq!(session(&harness, name).placement.as_ref().unwrap().start, was.start.plus_mins(30), "{name}");
    }
    assert_eq!(steps(&harness), 1);
    // The inspector takes as many: the band, its field, the minutes.
    let field = harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Shift by").rect().center();
    click_at(&mut harness, field, NONE);
    write(&mut harness, "-30");
    assert_eq!(place(&harness, "S12"), place(&desk(), "S12"));
    assert_eq!(steps(&harness), 2);
}

#[test]
fn what_is_no_number_of_minutes_is_typed_anew_where_it_stands() {
    let mut harness = desk();
    select(&mut harness, &["S08"]);
    keys(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    write(&mut harness, "soon");
    assert_eq!(steps(&harness), 0);
    assert!(harness.ctx.text_edit_focused(), "the field keeps the keyboard");
    keys(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "30");
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:30 60 plenary-hall");
}

#[test]
fn two_sessions_are_swapped_in_three_gestures() {
    let mut harness = desk();
    let (a, b) = (block(&harness, "Opening ceremony").center(), block(&harness, "First plenary").center());
    click_at(&mut harness, a, NONE);
    click_at(&mut harness, b, Modifiers::COMMAND);
    keys(&mut harness, NONE, Key::X);
    assert_eq!(place(&harness, "S08"), "2025-11-17T11:15 60 plenary-hall");
    assert_eq!(place(&harness, "S10"), "2025-11-17T10:00 75 plenary-hall");
    assert_eq!(steps(&harness), 1);
}

#[test]
fn several_sessions_get_an_event_topics_and_people_together() {
    let mut harness = desk();
    let topic = harness.state().document().plan().topics().iter().next().unwrap().clone();
    let person = plenary::edit::new_person(harness.state().document().plan(), "Amina Diallo");
    act(&mut harness, Action::Perform(Command::Put(person.clone().into())));
    let ids = ["S36", "S37"];
    select(&mut harness, &ids);
    for (field, typed) in [("Topics", topic.code.as_str()), ("People", "amina")] {
        harness.get_by_role_and_label(egui::accesskit::Role::Button, field).click();
        harness.run_steps(4);
        write(&mut harness, typed);
    }
    for name in ids {
        let session = session(&harness, name);
        assert!(session.topics.contains(&topic.id), "{name}");
        assert!(session.people.iter().any(|part| part.person == person.id), "{name}");
    }
    assert_eq!(steps(&harness), 3, "one step for each field");
    assert!(harness.query_all_by_label_contains("Amina Diallo").next().is_some());
}

#[test]
fn irm_1_is_found_and_seen_in_three_gestures() {
    let mut harness = desk();
    keys(&mut harness, Modifiers::COMMAND, Key::K);
    write(&mut harness, "IRM-1");
    harness.run_steps(8);
    let focus = harness.state().selection().focus.unwrap();
    assert_eq!(focus, plenary::model::RowId::Event("irm-1".parse().unwrap()));
    // Its sessions are in sight, and wide enough to be read.
    let plan = harness.state().document().plan().clone();
    let ids = plan.sessions().iter().filter(|session| session.event.as_str() == "irm-1");
    let title =
        ids.max_by_key(|session| session.length()).unwrap().title.get(plenary::model::Language::English).to_owned();
    assert!(block(&harness, &title).width() > 36.0, "{title}");
}

#[test]
fn a_body_that_is_found_comes_into_sight_with_its_nearest_session() {
    let mut harness = desk();
    keys(&mut harness, Modifiers::COMMAND, Key::K);
    write(&mut harness, "wg4a");
    harness.run_steps(8);
    let body: plenary::model::BodyId = "WG4A".parse().unwrap();
    assert_eq!(harness.state().selection().focus, Some(body.into()));
    let plan = harness.state().document().plan().clone();
    let mut of_it: Vec<_> = plan.sessions().iter().filter(|session| session.bodies.contains(&body)).collect();
    of_it.sort_by_key(|session| session.span().map(|span| span.start));
    let title = of_it[0].title.get(plenary::model::Language::English);
    assert!(block(&harness, title).width() > 36.0, "{title}");
}

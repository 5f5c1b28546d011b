//! The Day and the Plan grid as a planner uses them: what is dragged where, and what the plan says then.

use egui::{Event, Key, Modifiers, Pos2, Rect, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::edit::{Command, Document};
use plenary::model::{Length, Placement, Plan, RowId};
use plenary::store::Template;

use super::desk::{act, block, desk_with, drag, drag_and_drop, place, press, rect_of, steps};

const NONE: Modifiers = Modifiers::NONE;

fn view(view: &str) -> Harness<'static, Desk> {
    view_of(Template::Wtdc25.plan(), view)
}

fn view_of(plan: Plan, view: &str) -> Harness<'static, Desk> {
    let view = view.to_owned();
    let panels = Settings { inspector_open: false, wide_navigator_open: true, ..Settings::default() };
    let mut harness = desk_with(plan, None, Settings { view, ..panels });
    harness.run_steps(4);
    harness
}

fn undo(harness: &mut Harness<'_, Desk>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
}

/// Points per minute, from two sessions that begin 75 minutes apart.
fn scale(harness: &Harness<'_, Desk>) -> f32 {
    (block(harness, "First plenary").top() - block(harness, "Opening ceremony").top()) / 75.0
}

/// The place of an hour in a room's column on the opening day.
fn at(harness: &Harness<'_, Desk>, room: &str, hour: f32) -> Pos2 {
    let ten = block(harness, "Opening ceremony").top();
    pos2(rect_of(harness, room).center().x, ten + (hour - 10.0) * 60.0 * scale(harness))
}

/// A new session: the only one that is not in `before`.
fn created(harness: &Harness<'_, Desk>, before: &Plan) -> String {
    let plan = harness.state().document().plan();
    let new: Vec<String> =
        plan.sessions().ids().filter(|&id| !before.sessions().contains(id)).map(|id| id.to_string()).collect();
    assert_eq!(new.len(), 1, "{new:?}");
    place(harness, &new[0])
}

#[test]
fn on_the_day_a_session_is_dragged_to_another_hour_and_room_and_undone() {
    let mut harness = view("day");
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    let from = block(&harness, "Opening ceremony").center();
    let to = pos2(rect_of(&harness, "Room C").center().x, from.y + 120.0 * scale(&harness));
    drag(&mut harness, from, to, NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall", "nothing changes before letting go");
    harness.get_by_label("Mon 17 Nov 12:00–13:00 · Room C");
    press(&harness, to, false, NONE);
    harness.run_steps(3);
    assert_eq!(place(&harness, "S08"), "2025-11-17T12:00 60 room-c");
    assert_eq!(steps(&harness), 1);
    undo(&mut harness);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
}

#[test]
fn on_the_day_edges_make_a_session_longer_and_shorter() {
    let mut harness = view("day");
    let rect = block(&harness, "Opening ceremony");
    let half_an_hour = 30.0 * scale(&harness);
    let bottom = rect.center_bottom() - egui::vec2(0.0, 2.0);
    drag_and_drop(&mut harness, bottom, bottom + egui::vec2(0.0, half_an_hour), NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 90 plenary-hall");
    let top = block(&harness, "Opening ceremony").center_top() + egui::vec2(0.0, 2.0);
    drag_and_drop(&mut harness, top, top + egui::vec2(0.0, half_an_hour), NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:30 60 plenary-hall");
    undo(&mut harness);
    undo(&mut harness);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
}

#[test]
fn on_the_day_empty_ground_makes_a_session() {
    let mut harness = view("day");
    let before = harness.state().document().plan().clone();
    let (from, to) = (at(&harness, "Room A", 15.0), at(&harness, "Room A", 16.5));
    drag_and_drop(&mut harness, from, to, NONE);
    assert_eq!(created(&harness, &before), "2025-11-17T15:00 90 room-a");
    assert_eq!(harness.state().selection().sessions.len(), 1, "and selects it");
    undo(&mut harness);
    assert_eq!(harness.state().document().plan(), &before);
}

#[test]
fn on_the_day_escape_puts_everything_back() {
    let mut harness = view("day");
    let from = block(&harness, "Opening ceremony").center();
    drag(&mut harness, from, from + egui::vec2(0.0, 90.0), NONE);
    harness.key_press(Key::Escape);
    harness.step();
    press(&harness, from + egui::vec2(0.0, 90.0), false, NONE);
    harness.run_steps(3);
    assert_eq!(steps(&harness), 0);
}

#[test]
fn on_the_day_a_session_drops_out_of_the_tray() {
    let mut harness = view("day");
    let target = at(&harness, "Room A", 10.0);
    act(&mut harness, Action::Perform(Command::Unschedule(vec!["S08".parse().unwrap()])));
    let waiting = rect_of(&harness, "Opening ceremony, Not scheduled").center();
    drag_and_drop(&mut harness, waiting, target, NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 room-a");
}

#[test]
fn pages_turn_days_and_reveal_finds_them() {
    let mut harness = view("day");
    assert!(shows(&harness, "Opening ceremony, Mon 17 Nov"));
    harness.key_press(Key::PageDown);
    harness.run_steps(4);
    assert!(shows(&harness, "Second plenary, part 1") && !shows(&harness, "Opening ceremony, Mon 17 Nov"));
    harness.key_press(Key::PageUp);
    harness.run_steps(4);
    assert!(shows(&harness, "Opening ceremony, Mon 17 Nov"));
    harness.get_by_label_contains("Friday 28 November 2025, ").click();
    harness.run_steps(4);
    assert!(shows(&harness, "Closing ceremony"));
    act(&mut harness, Action::Reveal(RowId::Session("IRM1-1".parse().unwrap())));
    assert!(shows(&harness, "IRM-1, first day"));
}

#[test]
fn a_session_past_midnight_shows_on_both_days() {
    let mut harness = view("day");
    let late = Placement {
        start: "2025-11-17T22:30".parse().unwrap(),
        length: Length::from_mins(180).unwrap(),
        rooms: vec!["room-a".parse().unwrap()],
    };
    act(&mut harness, Action::Perform(Command::Place(vec![("S08".parse().unwrap(), late)])));
    act(&mut harness, Action::Reveal(RowId::Session("S08".parse().unwrap())));
    act(&mut harness, Action::Run(UiCommand::SelectNone));
    assert!(shows(&harness, "Opening ceremony, Mon 17 Nov"));
    harness.key_press(Key::PageDown);
    harness.run_steps(4);
    assert!(shows(&harness, "Opening ceremony, Mon 17 Nov"), "its end stands at the top of the next day");
    harness.key_press(Key::PageDown);
    harness.run_steps(4);
    assert!(!shows(&harness, "Opening ceremony, Mon 17 Nov"));
}

#[test]
fn the_wheel_with_ctrl_zooms_around_the_pointer() {
    let mut harness = view("day");
    let before = (scale(&harness), block(&harness, "First plenary").center());
    harness.event(Event::PointerMoved(before.1));
    harness.step();
    harness.event(Event::Zoom(1.5));
    harness.run_steps(4);
    let after = (scale(&harness), block(&harness, "First plenary").center());
    assert!((after.0 / before.0 - 1.5).abs() < 0.05, "{before:?} {after:?}");
    assert!((after.1.y - before.1.y).abs() < 4.0, "{before:?} {after:?}");
    act(&mut harness, Action::Run(UiCommand::ZoomAll));
    assert!(scale(&harness) <= before.0, "the whole day");
}

fn shows(harness: &Harness<'_, Desk>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

/// The middle of a cell: the column of a day, the row of a session.
fn cell(harness: &Harness<'_, Desk>, day: &str, beside: &str) -> Pos2 {
    let chip: Rect = block(harness, beside);
    pos2(rect_of(harness, day).center().x, chip.center().y)
}

#[test]
fn in_the_grid_a_session_is_dragged_to_another_days_afternoon_and_undone() {
    let mut harness = view("grid");
    let from = block(&harness, "Opening ceremony").center();
    let to = cell(&harness, "Tuesday 18 November 2025", "High-Level Segment, part 3");
    drag(&mut harness, from, to, NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall", "nothing changes before letting go");
    harness.get_by_label("Tue 18 Nov 15:00–16:00 · Plenary Hall");
    press(&harness, to, false, NONE);
    harness.run_steps(3);
    assert_eq!(place(&harness, "S08"), "2025-11-18T15:00 60 plenary-hall", "a day later, at the same hour inside");
    assert_eq!(steps(&harness), 1);
    undo(&mut harness);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
}

#[test]
fn in_the_grid_several_sessions_keep_their_gaps() {
    let mut harness = view("grid");
    let ids = ["S08", "S10"].map(|id| id.parse().unwrap());
    act(&mut harness, Action::Select(Selection::sessions(ids)));
    let from = block(&harness, "Opening ceremony").center();
    let to = cell(&harness, "Wednesday 19 November 2025", "Opening ceremony");
    drag_and_drop(&mut harness, from, to, NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-19T10:00 60 plenary-hall");
    assert_eq!(place(&harness, "S10"), "2025-11-19T11:15 75 plenary-hall");
    assert_eq!(steps(&harness), 1);
}

#[test]
fn in_the_grid_a_session_drops_out_of_the_tray_at_the_usual_hour() {
    let mut harness = view("grid");
    act(&mut harness, Action::Perform(Command::Unschedule(vec!["S08".parse().unwrap()])));
    let waiting = rect_of(&harness, "Opening ceremony, Not scheduled").center();
    let to = cell(&harness, "Tuesday 18 November 2025", "High-Level Segment, part 3");
    drag_and_drop(&mut harness, waiting, to, NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-18T14:30 60 plenary-hall");
}

#[test]
fn in_the_grid_the_name_of_a_day_opens_it() {
    let mut harness = view("grid");
    harness.get_by_label("Wednesday 19 November 2025").click();
    harness.run_steps(5);
    assert_eq!(harness.state().settings().view, "day");
    assert!(shows(&harness, "High-level dialogue on LDCs") && !shows(&harness, "Opening ceremony, Mon 17 Nov"));
}

#[test]
fn a_plan_without_days_says_what_to_do() {
    for kind in ["day", "grid"] {
        let mut document = Document::new(Template::Blank.plan());
        let events = document.plan().events().ids().map(RowId::from).collect();
        document.perform(&Command::Remove(events)).unwrap();
        let mut harness = view_of(document.plan().clone(), kind);
        harness.get_by_label("No days yet");
        act(&mut harness, Action::Run(UiCommand::AddEvent));
        assert_eq!(harness.state().document().plan().events().len(), 1);
        assert!(!shows(&harness, "No days yet"), "the first event has hours and so a day");
    }
}

#[test]
fn in_the_grid_sessions_make_room_in_the_frame_in_which_the_pointer_comes() {
    let mut harness = view("grid");
    let from = block(&harness, "Opening ceremony").center();
    let to = cell(&harness, "Tuesday 18 November 2025", "Opening ceremony");
    let before = block(&harness, "Second plenary, part 2").top();
    drag(&mut harness, from, from + egui::vec2(12.0, 12.0), NONE);
    assert!((block(&harness, "Second plenary, part 2").top() - before).abs() < 1.0);
    harness.event(Event::PointerMoved(to));
    harness.step();
    assert!(block(&harness, "Second plenary, part 2").top() > before + 20.0, "at 11:15, after what comes at 10:00");
}

#[test]
fn a_drop_outside_of_columns_puts_everything_back() {
    for kind in ["day", "grid"] {
        let mut harness = view(kind);
        let from = block(&harness, "Opening ceremony").center();
        let head = if kind == "grid" { "Wednesday 19 November 2025" } else { "Timeline" };
        for outside in [head, "Empty. Drag a session here"] {
            let to = rect_of(&harness, outside).center();
            let to = if outside.starts_with("Empty") { to - egui::vec2(0.0, 300.0) } else { to };
            drag_and_drop(&mut harness, from, to, NONE);
            assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:00 60 plenary-hall", 0));
        }
    }
}

#[test]
fn keys_pressed_faster_than_frames_are_drawn_are_all_taken() {
    let mut harness = desk_with(Template::Blank.plan(), None, Settings::default());
    for at in 0..600 {
        let key = if at % 2 == 0 { Key::Num8 } else { Key::Num7 };
        harness.key_press_modifiers(Modifiers::COMMAND, key);
    }
    harness.run_steps(700);
    assert_eq!(harness.state().settings().view, "statements", "the last key counts");
}

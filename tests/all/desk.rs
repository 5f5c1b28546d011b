//! The desk as a planner uses it, driven by labels: drag, undo, pin, the tray, keys, files.

use std::fs;
use std::path::PathBuf;

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::app::system::dialogs::Chooser;
use plenary::app::system::tasks::work_at_once;
use plenary::edit::{Command, Document};
use plenary::model::{CivilTime, Length, Placement, Plan, RowId, Session, SessionId, SessionKind};
use plenary::store::{Template, open_plan, plan_text, save_plan};

/// A window of this size, with the built-in plan.
pub fn desk() -> Harness<'static, Desk> {
    desk_with(Template::Wtdc25.plan(), None, Settings::default())
}

/// A window with a plan, its file and settings.
pub fn desk_with(plan: Plan, path: Option<PathBuf>, settings: Settings) -> Harness<'static, Desk> {
    harness_of(Desk::new(plan, path, settings).with_chooser(Chooser::Field))
}

/// The window of a desk.
pub fn harness_of(desk: Desk) -> Harness<'static, Desk> {
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_max_steps(12)
        .with_context_setup(|ctx| {
            ctx.set_fonts(fonts::definitions());
            work_at_once(ctx);
        })
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    harness.run_steps(3);
    harness
}

/// Where the block, button or field with this label is.
#[track_caller]
pub fn rect_of(harness: &Harness<'_, Desk>, label: &str) -> Rect {
    let exact = harness.query_all_by_label(label).next();
    exact.unwrap_or_else(|| harness.get_by_label_contains(label)).rect()
}

/// Where a session's block is, by the beginning of its spoken name.
#[track_caller]
pub fn block(harness: &Harness<'_, Desk>, title: &str) -> Rect {
    let found: Vec<Rect> = harness
        .query_all_by_label_contains(title)
        // Findings in tooltips name sessions, too.
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(title)))
        .map(|node| node.rect())
        .collect();
    // Cards of the plan grid are as low as rows elsewhere.
    let least = |height: f32| found.iter().find(|rect| rect.height() >= height).copied();
    least(30.0).or_else(|| least(24.0)).unwrap_or_else(|| panic!("no block is called {title}"))
}

/// Presses at `from`, moves to `to` in steps as a hand does, and leaves the button down.
pub fn drag(harness: &mut Harness<'_, Desk>, from: Pos2, to: Pos2, modifiers: Modifiers) {
    harness.event(Event::PointerMoved(from));
    harness.step();
    press(harness, from, true, modifiers);
    harness.step();
    for step in 1..=4 {
        harness.event_modifiers(Event::PointerMoved(from + (to - from) * (step as f32 / 4.0)), modifiers);
        harness.step();
    }
}

/// Presses or releases the first button.
pub fn press(harness: &Harness<'_, Desk>, pos: Pos2, pressed: bool, modifiers: Modifiers) {
    harness
        .event_modifiers(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }, modifiers);
}

/// Drags and lets go.
pub fn drag_and_drop(harness: &mut Harness<'_, Desk>, from: Pos2, to: Pos2, modifiers: Modifiers) {
    drag(harness, from, to, modifiers);
    press(harness, to, false, modifiers);
    harness.run_steps(3);
}

/// What the planner asks for, and the frames in which it is done.
pub fn act(harness: &mut Harness<'_, Desk>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.run_steps(4);
}

/// A key is pressed.
pub fn key(harness: &mut Harness<'_, Desk>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

/// A text is typed.
pub fn write(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
}

/// The open plan.
pub fn plan<'a>(harness: &'a Harness<'_, Desk>) -> &'a Plan {
    harness.state().document().plan()
}

/// How many steps have been done.
pub fn steps(harness: &Harness<'_, Desk>) -> usize {
    harness.state().document().done().len()
}

/// A session of the open plan.
#[track_caller]
pub fn session<'a>(harness: &'a Harness<'_, Desk>, id: &str) -> &'a Session {
    harness.state().document().plan().sessions().get(id.parse().unwrap()).unwrap()
}

/// `2025-11-17T10:00 60 plenary-hall`, or `unscheduled`.
#[track_caller]
pub fn place(harness: &Harness<'_, Desk>, id: &str) -> String {
    match &session(harness, id).placement {
        None => "unscheduled".to_owned(),
        Some(at) => {
            let rooms: Vec<String> = at.rooms.iter().map(ToString::to_string).collect();
            format!("{} {} {}", at.start, at.length.mins(), rooms.join(" "))
        }
    }
}

const NONE: Modifiers = Modifiers::NONE;
/// What the bar of the main event is called.
const CONFERENCE: &str = "World Telecommunication Development Conference 2025, 17–28 November 2025";

/// Two hours on the timeline as it opens, in points.
fn two_hours(harness: &Harness<'_, Desk>) -> f32 {
    (block(harness, "First plenary").left() - block(harness, "Opening ceremony").left()) / 75.0 * 120.0
}

#[test]
fn a_session_is_dragged_to_another_hour_and_room_and_undone() {
    let mut harness = desk();
    let two_hours = two_hours(&harness);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    let from = block(&harness, "Opening ceremony").center();
    let lane = rect_of(&harness, "Room B").center().y;
    drag(&mut harness, from, Pos2::new(from.x + two_hours, lane), NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall", "nothing changes before letting go");
    harness.get_by_label("Mon 17 Nov 12:00–13:00 · Room B");
    press(&harness, Pos2::new(from.x + two_hours, lane), false, NONE);
    harness.run_steps(3);
    assert_eq!(place(&harness, "S08"), "2025-11-17T12:00 60 room-b");
    assert_eq!(steps(&harness), 1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    assert_eq!(harness.state().document().plan(), &Template::Wtdc25.plan());
}

#[test]
fn escape_puts_everything_back() {
    let mut harness = desk();
    let two_hours = two_hours(&harness);
    let from = block(&harness, "Opening ceremony").center();
    drag(&mut harness, from, from + vec2(two_hours, 100.0), NONE);
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    press(&harness, from + vec2(two_hours, 100.0), false, NONE);
    harness.run_steps(2);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:00 60 plenary-hall", 0));
}

#[test]
fn a_pinned_session_refuses_and_says_so() {
    let mut harness = desk();
    let two_hours = two_hours(&harness);
    act(&mut harness, Action::Select(Selection::sessions(["S08".parse().unwrap()])));
    harness.key_press(Key::P);
    harness.run_steps(2);
    assert!(session(&harness, "S08").pinned);
    let from = block(&harness, "Opening ceremony").center();
    drag(&mut harness, from, from + vec2(two_hours, 0.0), NONE);
    assert!(harness.query_all_by_label_contains("is pinned and stays where it is").count() > 0);
    press(&harness, from + vec2(two_hours, 0.0), false, NONE);
    harness.run_steps(2);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    assert!(harness.query_all_by_label_contains("Unpin it first").count() > 0, "the message stays after letting go");
}

#[test]
fn both_edges_resize() {
    let mut harness = desk();
    let two_hours = two_hours(&harness);
    let rect = block(&harness, "Opening ceremony");
    let right = rect.right_center() - vec2(2.0, 0.0);
    drag_and_drop(&mut harness, right, right + vec2(two_hours / 8.0, 0.0), NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 75 plenary-hall");
    let left = rect.left_center() + vec2(2.0, 0.0);
    drag_and_drop(&mut harness, left, left - vec2(two_hours / 4.0, 0.0), NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T09:30 105 plenary-hall");
    assert_eq!(steps(&harness), 2);
}

#[test]
fn a_drag_on_empty_ground_makes_a_session_there() {
    let mut harness = desk();
    let two_hours = two_hours(&harness);
    let from = Pos2::new(block(&harness, "Opening ceremony").left(), rect_of(&harness, "Rooms D–H").center().y);
    drag_and_drop(&mut harness, from, from + vec2(two_hours, 3.0), NONE);
    let new = harness.state().selection().sessions.first().copied().unwrap();
    assert_eq!(place(&harness, new.as_str()), "2025-11-17T10:00 120 room-d");
    assert_eq!(session(&harness, new.as_str()).event.as_str(), "wtdc25");
}

#[test]
fn sessions_go_to_the_tray_and_come_back() {
    let mut harness = desk();
    let from = block(&harness, "Opening ceremony").center();
    let tray = rect_of(&harness, "Empty. Drag a session here").center();
    drag_and_drop(&mut harness, from, tray, NONE);
    assert_eq!(place(&harness, "S08"), "unscheduled");
    let entry = block(&harness, "Opening ceremony, Not scheduled").center();
    let lane = rect_of(&harness, "Room A").center().y;
    let first_plenary = block(&harness, "First plenary").left();
    drag_and_drop(&mut harness, entry, Pos2::new(first_plenary + 1.0, lane), NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T11:15 60 room-a");
    assert_eq!(steps(&harness), 2);
}

#[test]
fn several_sessions_move_as_a_block_and_keep_their_gaps() {
    let mut harness = desk();
    let two_hours = two_hours(&harness);
    let ids = ["S08", "S10", "S07"];
    act(&mut harness, Action::Select(Selection::sessions(ids.map(|id| id.parse().unwrap()))));
    let from = block(&harness, "Opening ceremony").center();
    let lane = rect_of(&harness, "Room A").center().y;
    drag_and_drop(&mut harness, from, Pos2::new(from.x + two_hours / 4.0, lane), NONE);
    assert_eq!(
        ids.map(|id| place(&harness, id)),
        ["2025-11-17T10:30 60 room-a", "2025-11-17T11:45 75 room-a", "2025-11-17T09:00 45 room-b",]
    );
    assert_eq!(steps(&harness), 1);
}

#[test]
fn a_drag_with_ctrl_makes_a_copy() {
    let mut harness = desk();
    let two_hours = two_hours(&harness);
    let before = harness.state().document().plan().sessions().len();
    let from = block(&harness, "Opening ceremony").center();
    drag_and_drop(&mut harness, from, from + vec2(two_hours, 0.0), Modifiers::COMMAND);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
    assert_eq!(harness.state().document().plan().sessions().len(), before + 1);
}

#[test]
fn a_band_selects_what_it_touches() {
    let mut harness = desk();
    let a = block(&harness, "Opening ceremony");
    let b = block(&harness, "First plenary");
    let from = Pos2::new(a.left() - 8.0, a.top() + 1.0);
    drag_and_drop(&mut harness, from, Pos2::new(b.left() + 10.0, b.bottom() + 2.0), Modifiers::SHIFT);
    let selected: Vec<String> = harness.state().selection().sessions.iter().map(ToString::to_string).collect();
    assert_eq!(selected, ["S08", "S10"]);
    assert_eq!(steps(&harness), 0);
}

#[test]
fn the_keyboard_does_all_of_it() {
    let mut harness = desk();
    act(&mut harness, Action::Select(Selection::sessions(["S08".parse().unwrap()])));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::ArrowRight);
    harness.run_steps(2);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:15 60 plenary-hall");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
    harness.run_steps(2);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:15 60 room-a");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    harness.run_steps(2);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:15 75 room-a");
    harness.key_press(Key::Backspace);
    harness.run_steps(2);
    assert_eq!(place(&harness, "S08"), "unscheduled");
    for _ in 0..4 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run_steps(2);
    }
    assert_eq!(harness.state().document().plan(), &Template::Wtdc25.plan());
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    harness.run_steps(2);
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:15 60 plenary-hall");
}

#[test]
fn the_palette_finds_and_shows_a_session() {
    let mut harness = desk();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(2);
    harness.event(Event::Text("closing plenary".to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    let selected: Vec<String> = harness.state().selection().sessions.iter().map(ToString::to_string).collect();
    assert_eq!(selected, ["S84"]);
    let rect = block(&harness, "Eighth and closing plenary");
    assert!(rect.left() > 230.0 && rect.right() < 1440.0, "it is in sight: {rect:?}");
}

#[test]
fn work_is_saved_closed_and_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    fs::write(&path, Template::Wtdc25.text()).unwrap();
    let mut harness = desk_with(open_plan(&path).unwrap(), Some(path.clone()), Settings::default());
    let from = block(&harness, "Opening ceremony").center();
    let along = vec2(two_hours(&harness), 0.0);
    drag_and_drop(&mut harness, from, from + along, NONE);
    assert!(harness.state().window_title().starts_with("● plan.ron"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(2);
    assert_eq!(harness.state().window_title(), "plan.ron — Plenary");
    assert_eq!(&open_plan(&path).unwrap(), harness.state().document().plan());
    assert_eq!(fs::read_to_string(path.with_file_name("plan.ron.bak")).unwrap(), Template::Wtdc25.text());
}

#[test]
fn what_is_wrong_with_a_file_is_told_in_the_language_of_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad.ron");
    fs::write(&bad, Template::TwoDays.text().replace("    title:", "    titel:")).unwrap();
    let settings = Settings { language: plenary::model::Language::Russian, ..Settings::default() };
    let mut harness = desk_with(Template::Blank.plan(), None, settings);
    act(&mut harness, Action::Open(bad));
    let told = "Не удалось открыть bad.ron: строка 5, столбец 5: неизвестное поле `titel`";
    assert!(harness.query_all_by_label_contains(told).count() > 0);
}

#[test]
fn the_first_save_asks_where() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = desk();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    let path = folder.path().join("mine");
    harness.event(Event::Text(path.display().to_string()));
    harness.run_steps(2);
    harness.get_by_label("OK").click();
    harness.run_steps(3);
    assert_eq!(plan_text(&open_plan(&folder.path().join("mine.ron")).unwrap()), plan_text(&Template::Wtdc25.plan()));
    assert_eq!(harness.state().path(), Some(folder.path().join("mine.ron").as_path()));
}

#[test]
fn unsaved_work_is_asked_about_and_a_bad_file_leaves_the_plan_alone() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad.ron");
    fs::write(&bad, "(format: \"plenary plan\", version: 1, header: (").unwrap();
    let mut harness = desk();
    let two_hours = two_hours(&harness);
    let from = block(&harness, "Opening ceremony").center();
    drag_and_drop(&mut harness, from, from + vec2(two_hours, 0.0), NONE);
    let moved = harness.state().document().plan().clone();
    act(&mut harness, Action::Open(bad));
    harness.get_by_label("Save the changes first?");
    harness.get_by_label("Do not save").click();
    harness.run_steps(3);
    assert!(harness.query_all_by_label_contains("bad.ron could not be opened").count() > 0);
    assert_eq!(harness.state().document().plan(), &moved);
    act(&mut harness, Action::Begin { plan: Box::new(Template::Blank.begin()), asks_for_table: false });
    harness.get_by_label("Cancel").click();
    harness.run_steps(3);
    assert_eq!(harness.state().document().plan(), &moved);
}

#[test]
fn the_screen_changes_its_language_while_running() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::Screen(plenary::model::Language::Russian)));
    assert!(block(&harness, "Церемония открытия").width() > 20.0);
    assert_eq!(harness.query_all_by_label("Timeline").count(), 0);
}

/// A plan with one session in the tray and one that overlaps another.
fn plan_with_waiting(title: &str) -> Plan {
    let mut document = Document::new(Template::TwoDays.plan());
    let event = document.plan().events().ids().next().unwrap();
    let mut session = Session::new("X01".parse().unwrap(), event, SessionKind::Other);
    session.title = title.into();
    document.perform(&Command::Create(Box::new(session))).unwrap();
    document.plan().clone()
}

#[test]
fn nothing_of_one_plan_shows_when_another_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("second.ron");
    save_plan(&plan_with_waiting("Waits in the second"), &path).unwrap();
    let mut harness = desk_with(plan_with_waiting("Waits in the first"), None, Settings::default());
    let id: SessionId = "X01".parse().unwrap();
    act(&mut harness, Action::Select(Selection::only(id.into())));
    act(&mut harness, Action::Run(UiCommand::FindSlot));
    act(&mut harness, Action::Run(UiCommand::Repair));
    harness.run_steps(3);
    let shown = |harness: &Harness<'_, Desk>, label: &str| harness.query_all_by_label_contains(label).next().is_some();
    assert!(shown(&harness, "Waits in the first"));
    act(&mut harness, Action::Open(path));
    harness.run_steps(3);
    assert!(shown(&harness, "Waits in the second"));
    assert!(!shown(&harness, "Waits in the first"), "neither in the tray nor anywhere else");
    assert!(harness.query_by_label("Search").is_none(), "no search goes on for another plan");
    assert_eq!(*harness.state().selection(), Selection::default());
}

#[test]
fn a_drop_outside_of_the_lanes_puts_everything_back() {
    let mut harness = desk();
    for outside in ["Timeline", "Search and commands", "Overview: Mon 17 Nov"] {
        // The view scrolls while the pointer is beyond its edge.
        act(&mut harness, Action::Reveal(RowId::Session("S08".parse().unwrap())));
        let from = block(&harness, "Opening ceremony").center();
        let to = rect_of(&harness, outside).center();
        drag_and_drop(&mut harness, from, to, NONE);
        assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:00 60 plenary-hall", 0));
    }
}

#[test]
fn what_is_begun_in_the_view_and_let_go_beside_it_comes_to_nothing() {
    for view in ["timeline", "day"] {
        let mut harness = desk();
        act(&mut harness, Action::Run(UiCommand::View(plenary::app::view::view_named(view))));
        let beside = rect_of(&harness, "Hours per room").center();
        let opening = block(&harness, "Opening ceremony");
        let count = harness.state().document().plan().sessions().len();
        // From empty ground, and by both edges.
        let (start, end) = if view == "day" {
            (opening.center_top() + vec2(0.0, 2.0), opening.center_bottom() - vec2(0.0, 2.0))
        } else {
            (opening.left_center() + vec2(2.0, 0.0), opening.right_center() - vec2(2.0, 0.0))
        };
        let empty = if view == "day" { opening.center_top() } else { opening.left_center() };
        let empty = empty - if view == "day" { vec2(0.0, 12.0) } else { vec2(12.0, 0.0) };
        for from in [empty, start, end] {
            drag(&mut harness, from, beside, NONE);
            harness.run_steps(2);
            // The view scrolls while the pointer is beyond its edge.
            press(&harness, beside, false, NONE);
            harness.run_steps(3);
            assert_eq!((harness.state().document().plan().sessions().len(), steps(&harness)), (count, 0), "{view}");
            act(&mut harness, Action::Select(Selection::default()));
            act(&mut harness, Action::ShowDate("2025-11-17".parse().unwrap()));
            harness.run_steps(24);
        }
    }
}

#[test]
fn the_card_of_a_drag_unfolds_by_the_space_bar() {
    let mut harness = desk();
    let from = block(&harness, "Opening ceremony").center();
    let to = from + vec2(two_hours(&harness) / 2.0, 0.0);
    drag(&mut harness, from, to, NONE);
    harness.run_steps(3);
    let count = |harness: &Harness<'_, Desk>, text: &str| harness.query_all_by_label_contains(text).count();
    assert_eq!((count(&harness, "more (Space)"), count(&harness, "Show fewer (Space)")), (1, 0));
    harness.key_press(Key::Space);
    harness.run_steps(3);
    assert_eq!((count(&harness, "more (Space)"), count(&harness, "Show fewer (Space)")), (0, 1));
    harness.key_press(Key::Space);
    harness.run_steps(3);
    assert_eq!((count(&harness, "more (Space)"), count(&harness, "Show fewer (Space)")), (1, 0));
    // And the line below says what the keys do.
    harness.get_by_label_contains(
        "Shift keeps the room or the time · Ctrl copies · Alt or S without snap · Esc puts it back",
    );
    harness.get_by_label("Place that fits");
}

#[test]
fn empty_rooms_of_a_day_open_and_close_by_a_click() {
    let mut harness = desk();
    act(&mut harness, Action::Run(UiCommand::View(plenary::app::view::view_named("day"))));
    harness.run_steps(3);
    let heads = |harness: &Harness<'_, Desk>| harness.query_all_by_label("Room B").count();
    let before = heads(&harness);
    harness.get_by_label("Room B + 9 more, empty").click();
    harness.run_steps(3);
    assert_eq!(heads(&harness), before + 1);
    harness.get_by_label("Hide empty rooms").click();
    harness.run_steps(3);
    assert_eq!(heads(&harness), before);
    // Its line is that of the Timeline.
    harness.get_by_label("Show only some of the sessions");
    harness.get_by_label("The step to which times snap while dragging");
}

#[test]
fn a_drag_does_not_outlast_an_undo_of_what_it_holds() {
    let mut harness = desk();
    let two_hours = two_hours(&harness);
    let from = block(&harness, "Opening ceremony").center();
    drag_and_drop(&mut harness, from, from + vec2(two_hours, 0.0), NONE);
    assert_eq!(place(&harness, "S08"), "2025-11-17T12:00 60 plenary-hall");
    let from = block(&harness, "Opening ceremony").center();
    let to = from + vec2(two_hours / 2.0, 0.0);
    drag(&mut harness, from, to, NONE);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(2);
    press(&harness, to, false, NONE);
    harness.run_steps(3);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:00 60 plenary-hall", 0));
}

#[test]
fn a_copy_lands_where_its_ghost_is() {
    let mut harness = desk();
    let two_hours = two_hours(&harness);
    let from = block(&harness, "Opening ceremony").center();
    let to = Pos2::new(from.x + two_hours, rect_of(&harness, "Room B").center().y);
    drag(&mut harness, from, to, Modifiers::COMMAND);
    harness.get_by_label("Mon 17 Nov 12:00–13:00 · Room B");
    press(&harness, to, false, Modifiers::COMMAND);
    harness.run_steps(3);
    let new = harness.state().document().done()[0].patch.changes::<Session>().next().unwrap().0;
    assert_eq!(place(&harness, new.as_str()), "2025-11-17T12:00 60 room-b");
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall");
}

/// The preparation is opened, and with it the band of events; several days come into sight.
fn zoom_out(harness: &mut Harness<'static, Desk>) {
    act(harness, Action::Run(UiCommand::ZoomAll));
    harness.get_by_label("Preparation · 28").click();
    harness.run_steps(4);
    act(harness, Action::Reveal(RowId::Session("S10".parse().unwrap())));
    harness.run_steps(4);
    for _ in 0..3 {
        act(harness, Action::Run(UiCommand::ZoomOut));
        harness.run_steps(12);
    }
}

/// A place on the bar of the conference, and the same a day later.
fn conference_bar(harness: &Harness<'static, Desk>) -> (Pos2, Pos2) {
    let left = |title: &str| block(harness, title).left();
    let day = left("Second plenary, part 2") - left("First plenary");
    let bar = rect_of(harness, CONFERENCE);
    let from = Pos2::new(left("First plenary"), bar.center().y);
    (from, from + vec2(day, 0.0))
}

#[test]
fn an_event_is_dragged_by_days_with_all_its_sessions() {
    let mut harness = desk();
    zoom_out(&mut harness);
    let (from, to) = conference_bar(&harness);
    drag(&mut harness, from, to, NONE);
    assert_eq!(steps(&harness), 0, "nothing changes before letting go");
    harness.get_by_label("18–29 November 2025");
    press(&harness, to, false, NONE);
    harness.run_steps(3);
    assert_eq!(place(&harness, "S08"), "2025-11-18T10:00 60 plenary-hall");
    assert_eq!(steps(&harness), 1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(harness.state().document().plan(), &Template::Wtdc25.plan());

    let (from, to) = conference_bar(&harness);
    drag(&mut harness, from, to, NONE);
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    assert_eq!(harness.query_all_by_label("18–29 November 2025").count(), 0);
    press(&harness, to, false, NONE);
    harness.run_steps(3);
    assert_eq!(harness.state().document().plan(), &Template::Wtdc25.plan());
}

#[test]
fn an_event_with_a_pinned_session_refuses_and_says_so() {
    let mut harness = desk();
    act(&mut harness, Action::Perform(Command::Pin(vec!["S08".parse().unwrap()], true)));
    zoom_out(&mut harness);
    let (from, to) = conference_bar(&harness);
    drag(&mut harness, from, to, NONE);
    assert!(harness.query_all_by_label_contains("is pinned and stays where it is").count() > 0);
    press(&harness, to, false, NONE);
    harness.run_steps(2);
    assert_eq!((place(&harness, "S10").as_str(), steps(&harness)), ("2025-11-17T11:15 75 plenary-hall", 1));
    assert!(harness.query_all_by_label_contains("Unpin it first").count() > 0, "the message stays after letting go");
}

#[test]
fn what_is_refused_leaves_the_selection_alone() {
    let mut document = Document::new(Template::Wtdc25.plan());
    // So late that a copy after it would lie beyond the last year.
    let last = CivilTime::MAX.plus_mins(-Length::MAX.mins() - 30);
    let late = Placement { start: last, length: Length::HOUR, rooms: Vec::new() };
    let id = "S08".parse().unwrap();
    document.perform(&Command::Place(vec![(id, late)])).unwrap();
    let mut harness = desk_with(document.plan().clone(), None, Settings::default());
    act(&mut harness, Action::Select(Selection::sessions([id])));
    act(&mut harness, Action::Run(UiCommand::Duplicate));
    assert_eq!((harness.state().selection(), steps(&harness)), (&Selection::sessions([id]), 0));
    assert!(harness.query_all_by_label_contains("1900").count() > 0, "it says why");

    let events = document.plan().events().ids().map(RowId::from).collect();
    document.perform(&Command::Remove(events)).unwrap();
    let mut harness = desk_with(document.plan().clone(), None, Settings::default());
    let room = Selection::only(RowId::Room("room-a".parse().unwrap()));
    act(&mut harness, Action::Select(room.clone()));
    act(&mut harness, Action::Run(UiCommand::AddSession));
    assert_eq!((harness.state().selection(), steps(&harness)), (&room, 0));
}

#[test]
fn panels_fold_in_a_narrow_window_and_come_back_in_a_wide_one() {
    let mut harness = desk();
    let before = harness.state().settings().panels(false);
    assert_eq!(before, (true, true));
    harness.set_size(vec2(860.0, 520.0));
    harness.run_steps(3);
    assert_eq!(harness.state().panels(), (false, false));
    // What a planner opens there stays open there.
    act(&mut harness, Action::Run(UiCommand::ToggleInspector));
    harness.run_steps(3);
    assert_eq!(harness.state().panels(), (false, true));
    assert_eq!(harness.state().settings().panels(false), before, "what is remembered is of wide windows");
    harness.set_size(vec2(1440.0, 900.0));
    harness.run_steps(3);
    assert_eq!(harness.state().panels(), before);
}

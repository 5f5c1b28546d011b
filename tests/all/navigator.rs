//! The navigator as a planner uses it: groups, the eye that filters, rooms in order, the rail; and the windows around it.

use egui::{Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::model::Language;
use plenary::store::Template;

use crate::desk::{desk, desk_with, drag_and_drop, key, rect_of};

const NONE: Modifiers = Modifiers::NONE;

fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    let node = harness.query_all_by_label(label).next();
    node.unwrap_or_else(|| panic!("nothing is called {label}")).click();
    harness.run_steps(4);
}

fn run(harness: &mut Harness<'_, Desk>, command: UiCommand) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Run(command));
    harness.run_steps(4);
}

fn shown(harness: &Harness<'_, Desk>, label: &str) -> bool {
    harness.query_all_by_label(label).next().is_some()
}

fn selected(harness: &Harness<'_, Desk>) -> Vec<String> {
    harness.state().selection().sessions.iter().map(ToString::to_string).collect()
}

/// The rooms in the order in which they are listed.
fn rooms(harness: &Harness<'_, Desk>) -> Vec<String> {
    let mut rooms: Vec<_> = harness.state().document().plan().rooms().iter().collect();
    rooms.sort_by_key(|room| (room.order, room.id));
    rooms.iter().map(|room| room.id.to_string()).collect()
}

#[test]
fn the_preparation_is_folded_and_opens() {
    let mut harness = desk();
    let row = "RPM-AFR";
    let listed = |harness: &Harness<'_, Desk>| harness.query_all_by_label_contains(row).next().is_some();
    assert!(!listed(&harness), "it has no sessions");
    click(&mut harness, "15 more without sessions");
    assert!(listed(&harness));
    click(&mut harness, "Hide 15 without sessions");
    assert!(!listed(&harness));
    let (conference, before) = (rect_of(&harness, "Conference").top(), rect_of(&harness, "Before it").top());
    let (dates, days_off) = (rect_of(&harness, "Deadlines, milestones").top(), rect_of(&harness, "Days off").top());
    assert!(conference < before && before < dates && dates < days_off);
}

#[test]
fn an_eye_filters_what_is_hidden_is_counted_and_escape_shows_all_again() {
    let mut harness = desk();
    click(&mut harness, "Kinds");
    click(&mut harness, "Show only sessions of Committee");
    assert!(shown(&harness, "25 shown, 65 hidden"));
    click(&mut harness, "Kinds");
    click(&mut harness, "Bodies");
    click(&mut harness, "Show only sessions of COM3 · Objectives");
    assert!(shown(&harness, "6 shown, 84 hidden"), "between tables all must hold");
    click(&mut harness, "Remove Committee");
    assert!(!shown(&harness, "6 shown, 84 hidden"));
    key(&mut harness, NONE, Key::Escape);
    if shown(&harness, "Next match") {
        // The first one has only let the button go.
        key(&mut harness, NONE, Key::Escape);
    }
    assert!(!shown(&harness, "Next match"), "everything is shown again");
}

#[test]
fn matches_out_of_sight_are_found_one_by_one() {
    let mut harness = desk();
    click(&mut harness, "Kinds");
    click(&mut harness, "Show only sessions of High-level dialogue");
    key(&mut harness, NONE, Key::F3);
    let first = selected(&harness);
    assert_eq!(first.len(), 1);
    key(&mut harness, NONE, Key::F3);
    assert_eq!(selected(&harness), first, "there is but one");
    click(&mut harness, "Show only sessions of Committee");
    let mut all = Vec::new();
    for _ in 0..26 {
        key(&mut harness, NONE, Key::F3);
        all.extend(selected(&harness));
    }
    let starts: Vec<_> = all
        .iter()
        .map(|id| harness.state().document().plan().sessions().get(id.parse().unwrap()).unwrap().span().unwrap().start)
        .collect();
    let turns = starts.windows(2).filter(|pair| pair[1] < pair[0]).count();
    assert_eq!(turns, 1, "in the order of time, and after the last one from the first");
    let last = selected(&harness);
    key(&mut harness, Modifiers::SHIFT, Key::F3);
    key(&mut harness, NONE, Key::F3);
    assert_eq!(selected(&harness), last);
}

#[test]
fn words_filter_from_the_keyboard() {
    let mut harness = desk();
    key(&mut harness, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::F);
    harness.event(egui::Event::Text("luncheon".to_owned()));
    harness.run_steps(3);
    assert!(harness.query_all_by_label_contains(" hidden").next().is_some());
    key(&mut harness, NONE, Key::Escape);
    assert!(harness.query_all_by_label_contains(" hidden").next().is_none(), "one Escape clears what was typed");
}

#[test]
fn a_room_is_dragged_to_another_place_as_one_step() {
    let mut harness = desk();
    click(&mut harness, "Rooms");
    let before = rooms(&harness);
    let row = |harness: &Harness<'_, Desk>, name: &str| {
        let all = harness.query_all_by_label(name).map(|node| node.rect());
        all.filter(|rect| rect.left() < 30.0).max_by(|a, b| a.top().total_cmp(&b.top())).unwrap()
    };
    let (from, to) = (row(&harness, "Room A").center(), row(&harness, "Room D").center());
    drag_and_drop(&mut harness, from, to + vec2(0.0, 10.0), NONE);
    let mut expected = before.clone();
    let moved = expected.remove(1);
    expected.insert(4, moved);
    assert_eq!(rooms(&harness), expected);
    assert_eq!(harness.state().document().done().len(), 1);
    run(&mut harness, UiCommand::Undo);
    assert_eq!(rooms(&harness), before);
    harness.get_all_by_label("Room A").last().unwrap().focus();
    harness.run_steps(2);
    // Lanes have rooms, too; the one in the navigator answers the keys.
    if harness.query_all_by_label("Room A").filter(|node| node.rect().left() < 30.0).any(|node| node.is_focused()) {
        key(&mut harness, Modifiers::ALT, Key::ArrowDown);
        assert_eq!(rooms(&harness)[1..3], [before[2].clone(), before[1].clone()]);
    }
}

#[test]
fn a_room_is_moved_among_those_that_the_words_let_through() {
    let mut harness = desk();
    click(&mut harness, "Events");
    click(&mut harness, "Rooms");
    let before = rooms(&harness);
    let ctx = harness.ctx.clone();
    let filter = plenary::app::filter::Filter { words: "room".to_owned(), ..Default::default() };
    harness.state_mut().handle(&ctx, Action::Filter(filter));
    harness.run_steps(4);
    let row = |harness: &Harness<'_, Desk>, name: &str| {
        let all = harness.query_all_by_label(name).map(|node| node.rect());
        all.filter(|rect| rect.left() < 30.0).max_by(|a, b| a.top().total_cmp(&b.top()))
    };
    assert!(row(&harness, "Plenary Hall").is_none(), "it is not listed");
    let (from, to) = (row(&harness, "Room A").unwrap().center(), row(&harness, "Room C").unwrap().center());
    drag_and_drop(&mut harness, from, to + vec2(0.0, 10.0), NONE);
    let mut expected = before.clone();
    let at = |rooms: &[String], id: &str| rooms.iter().position(|room| room == id).unwrap();
    let moved = expected.remove(at(&before, "room-a"));
    let behind = at(&expected, "room-c") + 1;
    expected.insert(behind, moved);
    assert_eq!(rooms(&harness), expected);
    // Where it stands already, it is not moved over rooms that are not listed.
    let last = row(&harness, "Room C").unwrap().center() - vec2(0.0, 10.0);
    let (from, steps) = (row(&harness, "Room B").unwrap().center(), harness.state().document().done().len());
    drag_and_drop(&mut harness, from, last, NONE);
    assert_eq!((rooms(&harness), harness.state().document().done().len()), (expected, steps));
}

#[test]
fn the_plan_grid_has_a_rail_that_opens() {
    let mut harness =
        desk_with(Template::Wtdc25.plan(), None, Settings { view: "grid".to_owned(), ..Settings::default() });
    assert!(shown(&harness, "Tray 0") && !shown(&harness, "Before it"));
    assert!(harness.query_all_by_label("Rooms").any(|node| node.rect().right() < 75.0));
    click(&mut harness, "Rooms");
    harness.run_steps(40);
    let rooms = harness.query_all_by_label("Rooms").map(|node| node.rect().top()).fold(f32::INFINITY, f32::min);
    assert!(shown(&harness, "Plenary Hall") && rooms < 400.0, "it is open at the rooms: {rooms}");
    key(&mut harness, Modifiers::COMMAND, Key::B);
    assert!(shown(&harness, "Tray 0"));
    key(&mut harness, Modifiers::COMMAND, Key::Num1);
    assert!(!shown(&harness, "Tray 0"), "other views have it open");
}

#[test]
fn windows_fit_into_small_screens_in_every_language() {
    for language in [Language::English, Language::Russian] {
        for size in [vec2(1280.0, 800.0), vec2(860.0, 520.0), vec2(960.0, 540.0)] {
            for command in
                [UiCommand::Rules, UiCommand::Export, UiCommand::Shortcuts, UiCommand::About, UiCommand::Repair]
            {
                let settings = Settings { language, ..Settings::default() };
                let mut harness = Harness::builder()
                    .with_size(size)
                    .with_max_steps(12)
                    .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
                    .build_ui_state(
                        |ui, desk: &mut Desk| desk.ui(ui),
                        Desk::new(Template::TwoDays.plan(), None, settings),
                    );
                harness.run_steps(3);
                run(&mut harness, command);
                let close = if language == Language::Russian { "Закрыть" } else { "Close" };
                let button = harness.get_by_label(close).rect();
                let screen = egui::Rect::from_min_size(Pos2::ZERO, size);
                assert!(screen.contains_rect(button), "{command:?} in {size}: {button}");
                harness.event(egui::Event::PointerMoved(button.center()));
                harness.step();
                for pressed in [true, false] {
                    let event = egui::Event::PointerButton {
                        pos: button.center(),
                        button: PointerButton::Primary,
                        pressed,
                        modifiers: NONE,
                    };
                    harness.event(event);
                    harness.step();
                }
                harness.run_steps(2);
                assert!(harness.query_by_label(close).is_none(), "{command:?} closes");
            }
        }
    }
}

#[test]
fn a_docked_window_takes_the_place_of_the_inspector() {
    let mut harness = desk();
    run(&mut harness, UiCommand::Repair);
    assert!(!shown(&harness, "About the plan"));
    run(&mut harness, UiCommand::FindSlot);
    assert!(shown(&harness, "Select one or several sessions first") && !shown(&harness, "all errors"));
    key(&mut harness, NONE, Key::Escape);
    assert!(!shown(&harness, "Select one or several sessions first"));
}

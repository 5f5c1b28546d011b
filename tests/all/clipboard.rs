//! Copying, cutting and pasting sessions: within a plan, and as a text between programs.

use egui::{Event, Key, Modifiers, OutputCommand, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::model::SessionId;
use plenary::store::Template;

use super::desk::{block, desk, desk_with, place, rect_of, session};

fn act(harness: &mut Harness<'_, Desk>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.run_steps(3);
}

fn selected(ids: &[&str]) -> Harness<'static, Desk> {
    let mut harness = desk();
    act(&mut harness, Action::Select(Selection::sessions(ids.iter().map(|id| id.parse().unwrap()))));
    harness
}

/// The text that `event` puts on the clipboard.
#[track_caller]
fn on_clipboard(harness: &mut Harness<'_, Desk>, event: Event) -> String {
    harness.event(event);
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    copied.expect("something is on the clipboard")
}

fn paste(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(Event::Paste(text.to_owned()));
    harness.run_steps(3);
}

fn steps(harness: &Harness<'_, Desk>) -> usize {
    harness.state().document().done().len()
}

fn pasted(harness: &Harness<'_, Desk>) -> Vec<String> {
    let ids: Vec<SessionId> = harness.state().selection().sessions.iter().copied().collect();
    let mut places: Vec<String> = ids.iter().map(|id| place(harness, id.as_str())).collect();
    places.sort();
    places
}

#[test]
fn copies_come_to_the_day_in_sight_at_their_hours_and_distances() {
    let mut harness = selected(&["S08", "S09"]);
    let before: Vec<String> = ["S08", "S09"].iter().map(|id| place(&harness, id)).collect();
    let text = on_clipboard(&mut harness, Event::Copy);
    act(&mut harness, Action::ShowDate("2025-11-20".parse().unwrap()));
    paste(&mut harness, &text);
    let mut expected: Vec<String> = before.iter().map(|at| at.replace("2025-11-17", "2025-11-20")).collect();
    expected.sort();
    assert_eq!(pasted(&harness), expected);
    assert_eq!(steps(&harness), 1);
    assert_eq!(place(&harness, "S08"), before[0], "the originals stay");
}

#[test]
fn what_was_cut_moves_in_one_step_to_the_pointer_and_its_lane() {
    let mut harness = selected(&["S08"]);
    let text = on_clipboard(&mut harness, Event::Cut);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T10:00 60 plenary-hall", 0));
    let at = Pos2::new(block(&harness, "First plenary").left() + 1.0, rect_of(&harness, "Room B").center().y);
    harness.event(Event::PointerMoved(at));
    harness.run_steps(2);
    paste(&mut harness, &text);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T11:15 60 room-b", 1));
    // A second time it is a copy.
    paste(&mut harness, &text);
    assert_eq!((place(&harness, "S08").as_str(), steps(&harness)), ("2025-11-17T11:15 60 room-b", 2));
}

#[test]
fn another_program_reads_the_text_back_with_rooms_and_people_it_does_not_have() {
    let mut harness = selected(&["S08"]);
    let text = on_clipboard(&mut harness, Event::Copy);
    assert!(text.starts_with("Plenary\tDate\tStart\t"), "a table: {text}");
    let mut other = desk_with(Template::TwoDays.plan(), None, Settings::default());
    let rooms = other.state().document().plan().rooms().len();
    paste(&mut other, &text);
    let id = other.state().selection().sessions.first().copied().expect("it is pasted and selected");
    let made = session(&other, id.as_str()).clone();
    assert_eq!(made.title, session(&harness, "S08").title);
    assert_eq!((made.length().mins(), made.rooms().len()), (60, 1));
    assert_eq!(other.state().document().plan().rooms().len(), rooms + 1);
    assert_eq!(steps(&other), 1);
}

#[test]
fn what_was_copied_in_another_program_goes_to_the_pointer_and_its_lane() {
    let mut harness = selected(&["S08"]);
    let text = on_clipboard(&mut harness, Event::Copy);
    let mut other = desk_with(Template::Wtdc25.plan(), None, Settings::default());
    let at = Pos2::new(block(&other, "First plenary").left() + 1.0, rect_of(&other, "Room B").center().y);
    other.event(Event::PointerMoved(at));
    other.run_steps(2);
    paste(&mut other, &text);
    let id = other.state().selection().sessions.first().copied().expect("it is pasted and selected");
    assert_eq!(place(&other, id.as_str()), "2025-11-17T11:15 60 room-b");
}

#[test]
fn a_text_that_was_spoilt_is_shown_and_changes_nothing() {
    let mut harness = selected(&["S08"]);
    let text = on_clipboard(&mut harness, Event::Copy).replace("10:00", "at ten");
    paste(&mut harness, &text);
    assert_eq!(steps(&harness), 0);
    assert!(harness.query_by_label("Cancel").is_some(), "what would become of it is shown first");
}

#[test]
fn while_a_text_is_typed_the_keys_are_for_the_text() {
    let mut harness = selected(&["S08"]);
    harness.key_press(Key::F2);
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.step();
    assert_eq!(on_clipboard(&mut harness, Event::Copy), "Opening ceremony");
    paste(&mut harness, "Grand opening");
    act(&mut harness, Action::Run(UiCommand::SelectNone));
    assert_eq!(session(&harness, "S08").title.get(plenary::model::Language::English), "Grand opening");
}

#[test]
fn what_was_cut_in_the_tray_comes_to_the_pointer_and_its_lane() {
    let mut harness = selected(&["S08"]);
    act(&mut harness, Action::Run(UiCommand::Unschedule));
    let text = on_clipboard(&mut harness, Event::Cut);
    let at = Pos2::new(rect_of(&harness, "Room B").right() + 300.0, rect_of(&harness, "Room B").center().y);
    harness.event(Event::PointerMoved(at));
    harness.run_steps(2);
    paste(&mut harness, &text);
    let now = place(&harness, "S08");
    assert!(now.starts_with("2025-11-") && now.ends_with(" 60 room-b"), "{now}");
    assert_eq!(steps(&harness), 2, "off the plan, and on it");
}

/// The system may have nothing to paste: then the place of a menu is not meant by what is pasted later.
#[test]
fn where_a_menu_was_opened_is_forgotten_when_nothing_was_pasted() {
    let mut harness = selected(&["S08"]);
    let text = on_clipboard(&mut harness, Event::Cut);
    let lane = |harness: &Harness<'_, Desk>, name| rect_of(harness, name).center().y;
    let left = block(&harness, "First plenary").left() + 1.0;
    let spot = Pos2::new(left, lane(&harness, "Room B"));
    harness.event(Event::PointerMoved(spot));
    for pressed in [true, false] {
        let (button, modifiers) = (egui::PointerButton::Secondary, Modifiers::NONE);
        harness.event(Event::PointerButton { pos: spot, button, pressed, modifiers });
    }
    harness.run_steps(3);
    harness.get_by_label("Paste here").click();
    // Seconds later.
    harness.run_steps(12);
    harness.event(Event::PointerMoved(Pos2::new(left, lane(&harness, "Room A"))));
    harness.run_steps(2);
    paste(&mut harness, &text);
    assert!(place(&harness, "S08").ends_with(" room-a"), "{}", place(&harness, "S08"));
}

//! Copying, cutting and pasting sessions: within a plan, and as a text between programs.

use egui::{Event, Key, Modifiers, OutputCommand, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::edit::Command;
use plenary::edit::agenda::{OnAgenda, Spot, new_items};
use plenary::model::agenda::Agenda;
use plenary::model::{AgendaItem, ItemKind, ItemOrigin, Language, SessionId};
use plenary::store::Template;

use super::desk::{act, block, desk, desk_with, place, rect_of, session, steps};

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

/// Number, title and minutes of each item of the one session that is selected.
fn items_of_selected(harness: &Harness<'_, Desk>) -> Vec<String> {
    let plan = harness.state().document().plan();
    let id = *harness.state().selection().sessions.first().expect("it is pasted and selected");
    let agenda = Agenda::of(plan, plan, id);
    let line = |line: &plenary::model::agenda::Line| {
        let item = line.taken.item().unwrap();
        format!(
            "{} {} {}+{}",
            line.number,
            item.title.get(Language::English),
            item.presentation_secs,
            item.discussion_secs
        )
    };
    agenda.lines().map(line).collect()
}

#[test]
fn an_agenda_comes_along_within_a_plan_and_into_another_one() {
    let mut harness = desk();
    let plan = harness.state().document().plan();
    let rows = [("One", ItemKind::Item, 0), ("Under one", ItemKind::Item, 1), ("Coffee", ItemKind::Pause, 0)];
    let mut items: Vec<AgendaItem> = rows
        .into_iter()
        .zip(new_items(plan, "S86".parse().unwrap()))
        .map(|((title, kind, level), item)| AgendaItem {
            title: title.into(),
            kind,
            level,
            presentation_secs: 300,
            discussion_secs: 150,
            ..item
        })
        .collect();
    let speaker = plenary::edit::new_person(plan, "Ann Newcomer");
    items[1].speakers = vec![speaker.id];
    items[1].origin = Some(ItemOrigin::Bureau);
    items[1].presenters = plan.bodies().ids().take(2).collect();
    items[1].topics = plan.topics().ids().take(1).collect();
    items[1].documents = plan.documents().ids().take(2).collect();
    items[2].fixed_mins = Some(10);
    let pattern = items.clone();
    let named = |item: &AgendaItem| {
        let item = item.clone();
        (item.kind, item.level, item.fixed_mins, item.origin, item.presenters, item.topics, item.documents)
    };
    act(&mut harness, Action::Perform(Command::Put(speaker.into())));
    let add = OnAgenda::Add(items, Spot::at_end("S86".parse().unwrap()));
    act(&mut harness, Action::Perform(Command::Agenda(add)));
    act(&mut harness, Action::Select(Selection::sessions(["S86".parse().unwrap()])));
    let told = items_of_selected(&harness);
    assert_eq!(told, ["1 One 300+150", "1.1 Under one 300+150", " Coffee 300+150"]);
    let text = on_clipboard(&mut harness, Event::Copy);
    let before = harness.state().document().plan().items().len();
    paste(&mut harness, &text);
    assert_eq!(items_of_selected(&harness), told, "copied within the plan");
    assert_eq!(harness.state().document().plan().items().len(), before + told.len());

    for language in [Language::English, Language::Russian] {
        let mut other = desk_with(Template::Wtdc25.plan(), None, Settings { language, ..Settings::default() });
        let (people, items) = {
            let plan = other.state().document().plan();
            (plan.people().len(), plan.items().len())
        };
        paste(&mut other, &text);
        assert_eq!(items_of_selected(&other), told, "read out of the text");
        let plan = other.state().document().plan();
        assert_eq!((plan.people().len(), plan.items().len()), (people + 1, items + told.len()));
        assert_eq!(steps(&other), 1);
        let id = *other.state().selection().sessions.first().unwrap();
        let read: Vec<_> = plan.items().iter().filter(|item| item.session == id).collect();
        let read = &read[read.len() - 3..];
        for (read, was) in read.iter().zip(&pattern) {
            assert_eq!(named(read), named(was));
        }
        let speaker = plan.people().get(read[1].speakers[0]).unwrap();
        assert_eq!(speaker.name, "Ann Newcomer");
    }
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

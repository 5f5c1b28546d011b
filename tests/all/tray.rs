//! The tray: what is taken off the plan knows where it was, and goes back there.

use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::edit::{AnyRow, Command, Document, resolve};
use plenary::model::{Participation, Role as Part, RowId, Session, SessionId, SessionKind, Wish};
use plenary::store::{Template, open_plan, plan_text};

use super::desk::{act, block, desk, drag_and_drop, place, rect_of, session};

fn select(harness: &mut Harness<'_, Desk>, ids: &[&str]) {
    let ids = ids.iter().map(|id| id.parse::<SessionId>().unwrap());
    act(harness, Action::Select(Selection::sessions(ids)));
}

#[test]
fn into_the_tray_and_back_loses_nothing() {
    let mut harness = desk();
    let before = harness.state().document().plan().clone();
    select(&mut harness, &["S08", "S15"]);
    act(&mut harness, Action::Run(UiCommand::Unschedule));
    assert_eq!((place(&harness, "S08"), place(&harness, "S15")), ("unscheduled".to_owned(), "unscheduled".to_owned()));
    act(&mut harness, Action::Run(UiCommand::PutBack));
    assert_eq!(harness.state().document().plan(), &before);
    assert_eq!(harness.state().document().done().len(), 2);
}

#[test]
fn its_card_says_where_it_was_and_a_double_click_puts_it_there() {
    let mut harness = desk();
    let before = harness.state().document().plan().clone();
    select(&mut harness, &["S08"]);
    act(&mut harness, Action::Run(UiCommand::Unschedule));
    let wished = harness.query_all_by_label_contains("wished Mon 17 Nov 10:00 · Plenary Hall");
    let card = wished.into_iter().find(|node| node.accesskit_node().role() == Role::Button).expect("a card");
    let at = card.rect().center();
    harness.event(Event::PointerMoved(at));
    harness.step();
    let button = egui::PointerButton::Primary;
    let click =
        [true, false].map(|pressed| Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    harness.input_mut().events.extend(click.clone().into_iter().chain(click));
    harness.run_steps(3);
    assert_eq!(harness.state().document().plan(), &before);
}

#[test]
fn a_wish_is_kept_in_the_file_and_goes_with_its_room() {
    let mut plan = Template::Wtdc25.plan();
    let id: SessionId = "S08".parse().unwrap();
    plan.apply(&resolve(&plan, &Command::Unschedule(vec![id])).unwrap()).unwrap();
    let file = std::env::temp_dir().join(format!("plenary-wish-{}.ron", std::process::id()));
    std::fs::write(&file, plan_text(&plan)).unwrap();
    let read = open_plan(&file);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(read.unwrap(), plan);
    let room = plan.sessions().get(id).unwrap().wish.rooms[0];
    plan.apply(&resolve(&plan, &Command::Remove(vec![RowId::Room(room)])).unwrap()).unwrap();
    assert_eq!(plan.sessions().get(id).unwrap().wish.rooms, []);
}

#[test]
fn a_wish_ends_with_any_place_and_is_for_a_day_that_there_is() {
    let mut plan = Template::Wtdc25.plan();
    let id: SessionId = "S08".parse().unwrap();
    let placed = Session::clone(plan.sessions().get(id).unwrap());
    plan.apply(&resolve(&plan, &Command::Unschedule(vec![id])).unwrap()).unwrap();
    let waiting = Session::clone(plan.sessions().get(id).unwrap());
    let put = Session { placement: placed.placement.clone(), ..waiting.clone() };
    assert_ne!(put.wish, Wish::default());
    plan.apply(&resolve(&plan, &Command::Put(put.into())).unwrap()).unwrap();
    assert_eq!(**plan.sessions().get(id).unwrap(), placed, "as it was, without the wish");
    for day in ["1899-12-31", "2200-01-01"] {
        let wish = Wish { day: day.parse().ok(), ..Wish::default() };
        let put = Command::Put(Session { wish, ..waiting.clone() }.into());
        assert!(Document::new(plan.clone()).perform(&put).is_err(), "{day}");
    }
}

#[test]
fn what_waits_holds_rooms_and_people() {
    let mut harness = desk();
    select(&mut harness, &["S08"]);
    act(&mut harness, Action::Run(UiCommand::Unschedule));
    let plan = harness.state().document().plan();
    let person = plenary::edit::new_person(plan, "Ann Example");
    let part = Participation { person: person.id, role: Part::Chair };
    let waiting = Session { people: vec![part], ..session(&harness, "S08").clone() };
    act(&mut harness, Action::Perform(Command::PutMany(vec![AnyRow::from(person), waiting.into()])));
    act(&mut harness, Action::Run(UiCommand::PutBack));
    assert_eq!(
        (place(&harness, "S08").as_str(), session(&harness, "S08").people.len()),
        ("2025-11-17T10:00 60 plenary-hall", 1)
    );
}

fn type_keys(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(4);
}

/// With keys alone: a key, a title, Tab to the time, the time. The day is the one in sight.
#[test]
fn a_time_puts_a_new_session_on_the_day_in_sight() {
    let mut harness = desk();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::T);
    harness.run_steps(3);
    type_keys(&mut harness, "Coffee break");
    for _ in 0..2 {
        harness.key_press(Key::Tab);
        harness.run_steps(3);
    }
    type_keys(&mut harness, "10:30");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let id = harness.state().selection().sessions.first().unwrap().to_string();
    assert_eq!(place(&harness, &id), "2025-11-17T10:30 60 ");
    assert_eq!(harness.state().document().done().len(), 3, "made, named, placed");
}

/// Coffee at 10:30 on five days, with keys alone: a key, a title, Tab, the time, the key of repeating, Enter.
#[test]
fn coffee_on_five_days_takes_six_gestures_with_keys_alone() {
    let mut harness = desk();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::T); // 1
    harness.run_steps(3);
    type_keys(&mut harness, "Coffee break"); // 2
    for _ in 0..2 {
        harness.key_press(Key::Tab); // 3
        harness.run_steps(3);
    }
    type_keys(&mut harness, "10:30"); // 4
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::D); // 5
    harness.run_steps(3);
    harness.key_press(Key::Enter); // 6
    harness.run_steps(3);
    let coffee = harness.state().document().plan().sessions().iter().filter(|session| {
        session.title.get(plenary::model::Language::English) == "Coffee break"
            && session.span().is_some_and(|span| span.start.clock() == "10:30")
    });
    let mut days: Vec<String> = coffee.map(|session| session.span().unwrap().start.date().to_string()).collect();
    days.sort();
    let expected: Vec<String> = (17..=21).map(|day| format!("2025-11-{day}")).collect();
    assert_eq!(days, expected);
}

/// With Ctrl, what is dragged is copied, out of the tray and into it as everywhere else; a copy that waits knows where the
/// other one is held.
#[test]
fn a_drag_with_ctrl_copies_out_of_the_tray_and_into_it() {
    let mut harness = desk();
    let tray = rect_of(&harness, "Tray");
    let from = block(&harness, "Opening ceremony").center();
    drag_and_drop(&mut harness, from, tray.center(), Modifiers::COMMAND);
    let copy = harness.state().selection().sessions.first().unwrap().to_string();
    assert_eq!(place(&harness, "S08"), "2025-11-17T10:00 60 plenary-hall", "the other one stays");
    assert_eq!((copy != "S08", place(&harness, &copy).as_str()), (true, "unscheduled"));
    assert_eq!(session(&harness, &copy).wish, Wish::of(session(&harness, "S08").placement.as_ref().unwrap()));
    let waits = |harness: &Harness<'_, Desk>| {
        let wished = harness.query_all_by_label_contains("wished Mon 17 Nov 10:00 · Plenary Hall");
        wished.into_iter().find(|node| node.accesskit_node().role() == Role::Button).expect("a card").rect().center()
    };
    let to = egui::pos2(from.x, rect_of(&harness, "Room B").center().y);
    let from = waits(&harness);
    drag_and_drop(&mut harness, from, to, Modifiers::COMMAND);
    let placed = harness.state().selection().sessions.first().unwrap().to_string();
    assert_eq!(place(&harness, &copy), "unscheduled", "it waits still");
    assert!(place(&harness, &placed).ends_with(" 60 room-b"), "{}", place(&harness, &placed));
    assert_eq!(session(&harness, &placed).wish, Wish::default());
    assert_eq!(harness.state().document().done().len(), 2);
}

/// Who says only the day means a time at which one would hold it, in a room that is free; two do not come on top of each other.
#[test]
fn a_day_alone_is_a_free_hour_of_work_in_a_free_room() {
    let mut harness = desk();
    let event = harness.state().document().plan().sessions().get("S08".parse().unwrap()).unwrap().event;
    let day = "2025-11-17".parse().ok();
    let waiting = ["W1", "W2"].map(|id| {
        let session = Session::new(id.parse().unwrap(), event, SessionKind::Workshop);
        AnyRow::from(Session { wish: Wish { day, ..Wish::default() }, ..session })
    });
    act(&mut harness, Action::Perform(Command::PutMany(waiting.into())));
    select(&mut harness, &["W1", "W2"]);
    act(&mut harness, Action::Run(UiCommand::PutBack));
    let plan = harness.state().document().plan();
    let placed = |id: &str| plan.sessions().get(id.parse().unwrap()).unwrap().placement.clone().unwrap();
    let (first, second) = (placed("W1"), placed("W2"));
    assert!(first.start >= "2025-11-17T09:00".parse().unwrap(), "{}", first.start);
    assert_eq!((first.rooms.len(), second.rooms.len()), (1, 1));
    assert!(first.rooms != second.rooms || !first.span().overlaps(second.span()));
    for session in plan.sessions().iter().filter(|session| !["W1", "W2"].contains(&session.id.as_str())) {
        let Some(at) = &session.placement else { continue };
        let is_in_the_way =
            session.kind == SessionKind::Break || at.rooms.iter().any(|room| first.rooms.contains(room));
        assert!(!(is_in_the_way && at.span().overlaps(first.span())), "{} is in the way", session.id);
    }
}

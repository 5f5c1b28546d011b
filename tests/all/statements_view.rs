//! The view of the speaking list, as a planner uses it.

use egui::{Event, Key, Modifiers, PointerButton, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::edit::statements::OnList;
use plenary::edit::{Command, Document};
use plenary::model::speaking::{self, SpeakingList};
use plenary::model::{Plan, Rank, Session, SessionKind, StatementId, TextState};
use plenary::store::{Template, read_plan};

use crate::desk::{act, desk_with, key, plan, rect_of, write};

fn desk(plan: Plan) -> Harness<'static, Desk> {
    desk_with(plan, None, Settings { view: "statements".to_owned(), ..Settings::default() })
}

/// The plan with a full list that is published.
fn illustrative() -> Plan {
    read_plan(&std::fs::read("saves/illustrative-statements.ron").unwrap()).unwrap()
}

fn press(harness: &mut Harness<'_, Desk>, button: &str) {
    harness.get_by_role_and_label(Role::Button, button).click();
    harness.run_steps(4);
}

fn list(harness: &Harness<'_, Desk>) -> SpeakingList {
    let plan = plan(harness);
    SpeakingList::of(plan, plan, speaking::main_event(plan).unwrap())
}

/// Number and State of those who have a place.
fn placed(harness: &Harness<'_, Desk>) -> Vec<String> {
    let plan = plan(harness);
    let line = |line: &speaking::Line| {
        let person = plan.people().get(line.statement.speaker).unwrap();
        format!("{} {}", line.number, person.represents)
    };
    list(harness).lines().map(line).collect()
}

/// The rectangle of the row that begins with these words.
fn row(harness: &Harness<'_, Desk>, words: &str) -> egui::Rect {
    let node = harness.query_all_by_label_contains(words).next();
    node.unwrap_or_else(|| panic!("no row {words:?}")).rect()
}

fn choose(harness: &mut Harness<'_, Desk>, words: &str) {
    let at = row(harness, words).left_center() + egui::vec2(140.0, 0.0);
    harness.hover_at(at);
    harness.run_steps(1);
    harness.drag_at(at);
    harness.run_steps(1);
    harness.drop_at(at);
    harness.run_steps(4);
}

/// Takes hold of one row and goes to the middle of another.
fn drag(harness: &mut Harness<'_, Desk>, from: &str, to: &str) -> egui::Pos2 {
    let inside = |rect: egui::Rect| rect.left_center() + egui::vec2(140.0, 0.0);
    let (from, to) = (inside(row(harness, from)), inside(row(harness, to)));
    harness.hover_at(from);
    harness.run_steps(1);
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(from + egui::vec2(0.0, 10.0));
    harness.run_steps(1);
    harness.hover_at(to);
    harness.run_steps(3);
    to
}

fn release(harness: &mut Harness<'_, Desk>, pos: egui::Pos2) {
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    harness.event(Event::PointerButton { pos, button, pressed: false, modifiers });
    harness.run_steps(4);
}

#[test]
fn requests_are_typed_one_after_the_other_and_the_list_is_filled() {
    let mut harness = desk(Template::Wtdc25.plan());
    press(&mut harness, "Request");
    for line in
        ["Kenya; Ms A; Minister", "Russia; Mr B; Deputy Minister of Communications; Russian", "Cuba; Mr C; Cabinet"]
    {
        write(&mut harness, line);
        key(&mut harness, Modifiers::NONE, Key::Enter);
    }
    // Of the last one the rank is asked, and not known.
    key(&mut harness, Modifiers::NONE, Key::Escape);
    key(&mut harness, Modifiers::NONE, Key::Escape);
    let ranks: Vec<Rank> = ["Kenya", "Russian Federation", "Cuba"]
        .map(|state| plan(&harness).people().iter().find(|person| person.represents == state).unwrap().rank)
        .to_vec();
    assert_eq!(ranks, [Rank::Minister, Rank::DeputyMinister, Rank::Other], "“Cabinet” is not guessed");
    press(&mut harness, "Fill");
    assert_eq!(placed(&harness), ["1 Kenya", "2 Russian Federation"]);
    assert_eq!(list(&harness).by_exception.len(), 1);
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert!(placed(&harness).is_empty());
}

#[test]
fn the_list_opens_closes_and_is_published_and_goes_back() {
    let mut harness = desk(Template::Wtdc25.plan());
    let speaking = |harness: &Harness<'_, Desk>| list(harness).speaking;
    assert!(harness.query_by_role_and_label(Role::Label, "Open").is_none(), "nobody has opened it yet");
    press(&mut harness, "Open for requests");
    assert!(speaking(&harness).opened.is_some());
    press(&mut harness, "Close");
    press(&mut harness, "Publish");
    assert!(speaking(&harness).published.is_some());
    assert!(harness.query_by_role_and_label(Role::Button, "Publish").is_none());
    press(&mut harness, "Back to the step before");
    assert!(speaking(&harness).published.is_none() && speaking(&harness).closed.is_some());
}

#[test]
fn a_row_says_all_that_is_known_and_leads_to_its_form() {
    let mut harness = desk(illustrative());
    let spoken = harness.query_all_by_label_contains("1, 14:30, Burundi").next().unwrap();
    let spoken = spoken.accesskit_node().label().unwrap();
    for words in ["Minister", "French", "confirmed", "missing"] {
        assert!(spoken.contains(words), "{spoken:?} says {words:?}");
    }
    choose(&mut harness, "1, 14:30, Burundi");
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let id: StatementId = list(&harness).lines().nth(1).unwrap().statement.id;
    assert_eq!(harness.state().selection().focus, Some(id.into()));
    assert!(harness.query_all_by_label("Consent").next().is_some(), "the form is open");
}

#[test]
fn dragging_on_a_published_list_swaps_and_tells_who_is_displaced() {
    let mut harness = desk(illustrative());
    let before = placed(&harness);
    let to = drag(&mut harness, "2, 14:33, Morocco", "6, 14:47, Andorra");
    for words in
        ["Swap: Morocco to 6, Andorra to 2", "Andorra is displaced: 14:33 instead of 14:47; nobody else", "no consent"]
    {
        assert!(harness.query_all_by_label_contains(words).next().is_some(), "the card says {words:?}");
    }
    release(&mut harness, to);
    let after = placed(&harness);
    assert_eq!((after[1].as_str(), after[5].as_str()), ("2 Andorra", "6 Morocco"));
    let moved = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    assert_eq!(moved, 2);
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(placed(&harness), before);
}

#[test]
fn who_cannot_move_is_told_so_while_dragging() {
    let mut harness = desk(illustrative());
    let before = placed(&harness);
    let to = drag(&mut harness, "2, 14:33, Morocco", "19–21, 15:33");
    assert!(harness.query_all_by_label_contains("The list is published").next().is_some());
    release(&mut harness, to);
    assert_eq!(placed(&harness), before);
}

#[test]
fn alt_and_arrows_move_a_speaker_one_place() {
    let mut harness = desk(illustrative());
    press(&mut harness, "Back to the step before");
    choose(&mut harness, "2, 14:33, Morocco");
    key(&mut harness, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(placed(&harness)[1..3], ["2 New Zealand", "3 Morocco"]);
    key(&mut harness, Modifiers::NONE, Key::Backspace);
    assert!(!placed(&harness).iter().any(|line| line.ends_with("Morocco")));
    assert!(list(&harness).waiting.iter().any(|row| row.by_hand || row.session.is_none()));
}

#[test]
fn only_those_without_a_text_show_where_that_is_asked_for() {
    let mut harness = desk(illustrative());
    let missing = list(&harness).lines().filter(|line| line.statement.text == TextState::Missing).count();
    press(&mut harness, &format!("Text missing, {missing}"));
    assert!(harness.query_all_by_label_contains("1, 14:30, Burundi").next().is_some());
    assert!(harness.query_all_by_label_contains("2, 14:33, Morocco").next().is_none());
}

#[test]
fn the_changeover_is_set_for_all_parts_at_once() {
    let mut harness = desk(illustrative());
    press(&mut harness, "Length of a statement, change of speaker, places that are held");
    for _ in 0..6 {
        press(&mut harness, "Change of speaker, seconds +");
    }
    let list = list(&harness);
    assert!(list.parts.iter().all(|part| part.pause_secs == 60 && part.places == 19));
}

#[test]
fn what_is_selected_elsewhere_comes_into_sight() {
    let mut harness = desk(illustrative());
    let last = list(&harness).lines().last().unwrap().statement.id;
    act(&mut harness, Action::Select(Selection::only(last.into())));
    let rect = rect_of(&harness, "Speaking list");
    let words = format!("{}, ", list(&harness).lines().last().unwrap().number);
    let found = harness.query_all_by_label_contains(&words).map(|node| node.rect()).any(|row| rect.contains_rect(row));
    assert!(found, "the row of the last speaker is in sight");
}

#[test]
fn a_late_minister_gets_a_held_place_by_hand() {
    let mut harness = desk(illustrative());
    let id = list(&harness).waiting[0].id;
    let spot = plenary::edit::agenda::Spot::at_end(list(&harness).parts[0].session);
    act(&mut harness, Action::Perform(Command::List(OnList::Give(id, spot))));
    assert!(harness.query_all_by_label_contains("2 held places").next().is_some());
}

#[test]
fn what_is_wrong_with_a_statement_leads_to_it_and_not_to_another_time_of_the_session() {
    let harness = desk_with(illustrative(), None, Settings::default());
    assert!(harness.query_all_by_label_contains("The text of the statement by").next().is_some());
    assert!(harness.query_all_by_label_contains("Find a slot for “High-Level Segment").next().is_none());
    assert!(harness.query_all_by_label_contains("Show Speaker of").next().is_some());
}

#[test]
fn of_two_lists_that_of_what_is_selected_shows_and_takes_requests() {
    let mut document = Document::new(Template::Wtdc25.plan());
    let main = speaking::main_event(document.plan()).unwrap();
    let other = document.plan().sessions().iter().find(|row| row.event != main && row.span().is_some()).unwrap();
    let other = Session { kind: SessionKind::Statements, own_kind: None, ..Session::clone(other) };
    document.perform(&Command::Put(other.into())).unwrap();
    let events = speaking::events(document.plan());
    assert_eq!(events.len(), 2);
    // The earlier one is the main one.
    let second = events[1];
    let part = speaking::sessions(document.plan(), second)[0].0.id;
    let mut harness = desk(document.plan().clone());
    act(&mut harness, Action::RevealIn("statements", part.into()));
    press(&mut harness, "Request");
    write(&mut harness, "Kenya; Ms A; Minister");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    key(&mut harness, Modifiers::NONE, Key::Escape);
    let plan = plan(&harness);
    let waiting = |event| SpeakingList::of(plan, plan, event).waiting.len();
    assert_eq!([waiting(events[0]), waiting(second)], [0, 1]);
}

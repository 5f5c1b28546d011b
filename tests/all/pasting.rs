//! A table from a spreadsheet is pasted, and words are replaced: seen first, taken as one step.

use egui::{Event, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::model::{Language, SessionId};

use super::desk::{desk_with, plan, steps};
use super::plans::before_agendas;

fn desk() -> Harness<'static, Desk> {
    desk_with(before_agendas(), None, Settings { view: "list".to_owned(), ..Settings::default() })
}

fn paste(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(Event::Paste(text.to_owned()));
    harness.run_steps(4);
}

fn shows(harness: &Harness<'_, Desk>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

/// Twenty talks of ten minutes, each with a speaker.
fn talks() -> String {
    let talk = |n: i32| {
        let start = 9 * 60 + n * 10;
        format!(
            "18.11.2025\t{}:{:02}\t10\tTalk {n}\tRoom A\tSpeaker N{}\n",
            start / 60,
            start % 60,
            ["a", "b"][n as usize % 2]
        )
    };
    "Date\tStart\tMin\tTitle\tRoom\tSpeaker\n".to_owned() + &(0..20).map(talk).collect::<String>()
}

#[test]
fn twenty_talks_with_speakers_from_a_pasted_table_are_two_gestures() {
    let mut harness = desk();
    let before = plan(&harness).sessions().len();
    // First: the table is pasted, and looked at.
    paste(&mut harness, &talks());
    assert!(shows(&harness, "20 new sessions") && shows(&harness, "2 new people"));
    assert!(shows(&harness, "2: New: 18.11.2025, 9:00, 10, Talk 0, Room A, Speaker Na"));
    assert_eq!(steps(&harness), 0, "nothing has changed yet");
    // Second: it is taken.
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert_eq!((steps(&harness), plan(&harness).sessions().len()), (1, before + 20));
    let talk =
        plan(&harness).sessions().iter().find(|session| session.title.get(Language::English) == "Talk 7").unwrap();
    assert_eq!(talk.span().unwrap().start.to_string(), "2025-11-18T10:10");
    assert_eq!((talk.length().mins(), talk.people.len(), talk.rooms().len()), (10, 1, 1));
    assert_eq!(harness.state().selection().sessions.len(), 20, "what is new is selected");
    assert!(!shows(&harness, "What becomes of it"));
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(plan(&harness), &before_agendas());
}

#[test]
fn rows_that_are_not_understood_say_why_and_escape_changes_nothing() {
    let mut harness = desk();
    paste(&mut harness, "Title\tStart\tEnd\nGood\t9:00\t10:00\nBad\tsoon\t10:00\nWorse\t12:00\t11:00\n");
    assert!(shows(&harness, "1 new session") && shows(&harness, "2 rows not understood"));
    assert!(shows(&harness, "3: This is no time: Bad, soon") && shows(&harness, "4: It ends before it starts"));
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert!(!shows(&harness, "What becomes of it"));
    assert_eq!(steps(&harness), 0);
}

#[test]
fn a_column_is_told_what_it_holds() {
    let mut harness = desk();
    paste(&mut harness, "Title\tNote\nOn light\tOn sound\n");
    harness.get_by_label("Column 2: Remarks").click();
    harness.run_steps(3);
    harness.query_all_by_label("Title").last().unwrap().click();
    harness.run_steps(3);
    assert!(shows(&harness, "Column 1: Left out") && shows(&harness, "Column 2: Title"));
    harness.get_by_label("Add 1 session").click();
    harness.run_steps(4);
    assert!(plan(&harness).sessions().iter().any(|session| session.title.get(Language::English) == "On sound"));
}

#[test]
fn what_is_too_long_or_no_text_is_refused_in_one_sentence() {
    let mut harness = desk();
    paste(&mut harness, &"Talk\t9:00\n".repeat(100_000));
    assert!(shows(&harness, "A table of 100000 rows is too long: 20000 at most can be looked through."));
    assert!(!shows(&harness, "What becomes of it"));
    let mut harness = desk();
    harness.event(Event::PasteImage(std::sync::Arc::new(egui::ColorImage::default())));
    harness.run_steps(3);
    assert!(shows(&harness, "What was copied is no text: copy the cells of a table."));
    assert!(!shows(&harness, "What becomes of it"));
    assert_eq!(steps(&harness), 0);
}

#[test]
fn the_command_waits_for_a_table_and_a_single_value_is_for_the_cell() {
    let mut harness = desk();
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Run(UiCommand::PasteTable));
    harness.run_steps(3);
    assert!(shows(&harness, "Copy rows in your spreadsheet"));
    paste(&mut harness, "One title");
    assert!(shows(&harness, "1 new session"));
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    let first = *harness.state().selection().sessions.first().unwrap();
    paste(&mut harness, "Another title\n");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(plan(&harness).sessions().get(first).unwrap().title.get(Language::English), "Another title");
    assert_eq!(steps(&harness), 1);
}

#[test]
fn a_table_that_is_looked_at_follows_the_plan() {
    let mut harness = desk();
    paste(&mut harness, "Id\tTitle\nIRM1-01\tThe opening\n");
    assert!(shows(&harness, "1 session changes"));
    let mut session = (**plan(&harness).sessions().get("IRM1-01".parse().unwrap()).unwrap()).clone();
    session.title.set(Language::English, "The opening");
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Perform(plenary::edit::Command::Put(session.into())));
    harness.run_steps(3);
    assert!(shows(&harness, "1 as they are"));
    assert!(harness.get_by_label_contains("Add 0").accesskit_node().is_disabled());
}

#[test]
fn words_are_replaced_in_titles_and_rooms_after_they_were_seen() {
    let mut harness = desk();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::H);
    harness.run_steps(3);
    assert!(shows(&harness, "Type what is to be found"));
    harness.event(Event::Text("plenary hall".to_owned()));
    harness.run_steps(3);
    harness.query_all_by_label("Replace with").last().unwrap().focus();
    harness.run_steps(2);
    harness.event(Event::Text("Great Hall".to_owned()));
    harness.run_steps(3);
    assert!(shows(&harness, "Plenary Hall → Great Hall"));
    assert_eq!(steps(&harness), 0, "nothing has changed yet");
    harness.get_by_label_contains("Replace 1").click();
    harness.run_steps(4);
    let hall = "plenary-hall".parse().unwrap();
    assert_eq!(plan(&harness).rooms().get(hall).unwrap().title.get(Language::English), "Great Hall");
    assert_eq!(steps(&harness), 1);
    // What is unticked stays.
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::H);
    harness.run_steps(3);
    harness.event(Event::Text("Great".to_owned()));
    harness.run_steps(3);
    harness.get_by_label_contains("Great Hall → ").click();
    harness.run_steps(3);
    assert!(harness.get_by_label("Replace 0").accesskit_node().is_disabled());
}

/// With the keyboard on the title of a session.
fn on_cell(session: &str) -> Harness<'static, Desk> {
    let mut harness = desk();
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Reveal(session.parse::<SessionId>().unwrap().into()));
    harness.run_steps(4);
    harness
}

fn title(harness: &Harness<'_, Desk>, session: &str) -> String {
    plan(harness).sessions().get(session.parse().unwrap()).unwrap().title.get(Language::English).to_owned()
}

#[test]
fn a_block_is_pasted_onto_cells_after_it_was_seen() {
    let mut harness = on_cell("S08");
    paste(&mut harness, "Alpha\nBeta\n");
    assert!(shows(&harness, "Pasted onto these cells"));
    assert_eq!(steps(&harness), 0, "nothing changes before it is taken");
    harness.get_by_label("Change 2 cells").click();
    harness.run_steps(3);
    assert_eq!((title(&harness, "S08"), steps(&harness)), ("Alpha".to_owned(), 1));
    let beta =
        plan(&harness).sessions().iter().filter(|session| session.title.get(Language::English) == "Beta").count();
    assert_eq!(beta, 1, "the row below has the second");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(title(&harness, "S08"), "Opening ceremony");
}

#[test]
fn what_is_not_understood_in_a_block_is_told_and_stays_as_it_is() {
    let mut harness = on_cell("S08");
    let before = plan(&harness).clone();
    paste(&mut harness, "Alpha\tno day at all\nBeta\tno day either\n");
    assert!(shows(&harness, "2 not understood"));
    assert!(shows(&harness, "“no day at all” stays out."));
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(!shows(&harness, "Pasted onto these cells"));
    assert_eq!(plan(&harness), &before);
}

#[test]
fn a_block_can_become_sessions_instead_and_one_with_headings_always_does() {
    let mut harness = on_cell("S08");
    paste(&mut harness, "Alpha\nBeta\n");
    harness.get_by_label("As new sessions…").click();
    harness.run_steps(4);
    assert!(!shows(&harness, "Pasted onto these cells"));
    assert!(shows(&harness, "Alpha"));
    let mut harness = on_cell("S08");
    paste(&mut harness, &talks());
    assert!(!shows(&harness, "Pasted onto these cells"));
}

#[test]
fn a_table_that_is_pasted_into_the_search_is_cut() {
    let mut harness = desk();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    paste(&mut harness, &talks().repeat(50));
    let field =
        harness.query_all_by_role(egui::accesskit::Role::TextInput).filter_map(|node| node.accesskit_node().value());
    let longest = field.map(|text| text.chars().count()).max().unwrap();
    assert_eq!(longest, 200, "it is no search, and a long line takes long to lay out");
    assert_eq!(steps(&harness), 0);
}

#[test]
fn columns_that_are_not_read_and_days_that_are_guessed_are_told() {
    let mut harness = desk();
    paste(&mut harness, "title\tstart\tBudget\tSponsor\nOn light\t9:00\t5\tx\nOn salt\t10:00\t6\ty\n");
    for words in ["2 columns are not read: Budget, Sponsor", "2 rows with a guessed day"] {
        assert!(shows(&harness, words), "{words}");
    }
    assert!(harness.query_all_by_label_contains("New, no day said: Mon 17 Nov").next().is_some());
}

//! Requests to speak that are pasted as a table or typed: seen and asked first, taken as one step.

use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::model::{Language, Person, Plan, Rank, Statement};
use plenary::store::{Template, read_plan};

use crate::desk::desk_with;

fn settings() -> Settings {
    Settings { view: "statements".to_owned(), ..Settings::default() }
}

fn desk(plan: Plan) -> Harness<'static, Desk> {
    desk_with(plan, None, settings())
}

fn paste(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(Event::Paste(text.to_owned()));
    harness.run_steps(4);
}

fn key(harness: &mut Harness<'_, Desk>, key: Key) {
    harness.key_press_modifiers(Modifiers::NONE, key);
    harness.run_steps(4);
}

fn write(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
}

fn press(harness: &mut Harness<'_, Desk>, button: &str) {
    harness.get_by_role_and_label(Role::Button, button).click();
    harness.run_steps(4);
}

/// Answers the question of a row.
fn answer(harness: &mut Harness<'_, Desk>, question: &str, words: &str) {
    press(harness, question);
    harness.query_all_by_label(words).last().unwrap_or_else(|| panic!("no answer {words:?}")).click();
    harness.run_steps(4);
}

fn plan<'a>(harness: &'a Harness<'_, Desk>) -> &'a Plan {
    harness.state().document().plan()
}

fn steps(harness: &Harness<'_, Desk>) -> usize {
    harness.state().document().done().len()
}

fn shows(harness: &Harness<'_, Desk>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

fn speaker<'a>(harness: &'a Harness<'_, Desk>, state: &str) -> (&'a Person, &'a Statement) {
    let plan = plan(harness);
    let person = plan.people().iter().find(|person| person.represents == state);
    let person = person.unwrap_or_else(|| panic!("nobody of {state:?}"));
    (person, plan.statements().iter().find(|row| row.speaker == person.id).unwrap())
}

#[test]
fn a_table_with_headings_in_any_order_is_seen_first_and_taken_in_one_step() {
    let mut harness = desk(Template::Wtdc25.plan());
    paste(
        &mut harness,
        "Rank\tPresent\tName\tMember State\tLanguage\nMinister\t17–18 Nov\tH.E. Ms A\tKenya\tEnglish\n\
         Deputy minister\t\tMr B\tPeru\tSpanish\n",
    );
    assert!(shows(&harness, "2 new requests") && shows(&harness, "2: New: Minister, 17–18 Nov, H.E. Ms A, Kenya"));
    assert!(shows(&harness, "Column 4: Member State or organization"));
    assert_eq!(steps(&harness), 0, "nothing has changed yet");
    key(&mut harness, Key::Enter);
    assert_eq!((steps(&harness), plan(&harness).statements().len()), (1, 2));
    let (person, row) = speaker(&harness, "Kenya");
    assert_eq!((&*person.address, &*person.name, person.rank), ("H.E. Ms", "A", Rank::Minister));
    assert_eq!((row.present.len(), row.language), (2, Some(Language::English)));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(4);
    assert_eq!(plan(&harness), &Template::Wtdc25.plan());
}

#[test]
fn a_table_in_russian_is_understood() {
    let mut harness = desk(Template::Wtdc25.plan());
    paste(
        &mut harness,
        "Государство-Член\tФИО\tОбращение\tРанг\tЯзык\tДата заявки\tТекст получен\n\
         Россия\tИванов\tг-н\tЗаместитель министра\tрусский\t08.10.2025 15:29\tда\n",
    );
    press(&mut harness, "Add 1 request");
    let (person, row) = speaker(&harness, "Russian Federation");
    assert_eq!((&*person.address, &*person.name, person.rank), ("г-н", "Иванов", Rank::DeputyMinister));
    assert_eq!((row.language, row.text), (Some(Language::Russian), plenary::model::TextState::Received));
    assert_eq!(row.requested.unwrap().to_string(), "2025-10-08T15:29");
}

#[test]
fn what_is_not_clear_is_asked_beside_the_row() {
    let mut harness = desk(Template::Wtdc25.plan());
    paste(
        &mut harness,
        "State\tName\tRank\nMali\tA\tCabinet\nChad\tB\tministre adjoint\nAtlantis\tC\tMinister\nCuba\tD\tMinister\n\
         Cuba\tE\tMinister\n",
    );
    assert!(shows(&harness, "4 rows wait for an answer") && shows(&harness, "1 new request"));
    // Enter leaves no question behind.
    key(&mut harness, Key::Enter);
    assert_eq!(steps(&harness), 0);
    answer(&mut harness, "Row 2, answer: Which rank is “Cabinet”?", "Cabinet member");
    answer(&mut harness, "Row 4, answer: “Atlantis” is no Member State", "Take as an organization");
    answer(&mut harness, "Row 6, answer: Cuba has a statement already", "Leave the row out");
    assert!(shows(&harness, "3 new requests") && shows(&harness, "1 row waits") && shows(&harness, "1 row left out"));
    press(&mut harness, "Add 3 requests");
    assert_eq!((steps(&harness), plan(&harness).statements().len()), (1, 3));
    assert_eq!(speaker(&harness, "Mali").0.rank, Rank::CabinetMember);
    assert!(plan(&harness).people().iter().all(|person| person.represents != "Chad"), "nothing is guessed");
    assert_eq!(speaker(&harness, "Cuba").0.name, "D");
}

#[test]
fn rows_of_a_full_list_say_what_differs() {
    let plan_before = read_plan(&std::fs::read("saves/illustrative-statements.ron").unwrap()).unwrap();
    let mut harness = desk(plan_before.clone());
    let row = plan_before.statements().iter().find(|row| row.speaks() && row.remarks.is_empty()).unwrap();
    let person = plan_before.people().get(row.speaker).unwrap();
    let said = |remarks: &str| format!("State\tName\tRemarks\n{}\t{}\t{remarks}\n", person.represents, person.name);
    paste(&mut harness, &said(""));
    assert!(shows(&harness, "2: As it is"));
    key(&mut harness, Key::Escape);
    assert!(!shows(&harness, "What becomes of it") && steps(&harness) == 0);
    paste(&mut harness, &said("speaks last"));
    assert!(shows(&harness, "1 request changes") && shows(&harness, "2: Changes: Remarks"));
    press(&mut harness, "Change 1 request");
    let after = plan(&harness).statements().get(row.id).unwrap();
    assert_eq!((&*after.remarks, after.session, after.order), ("speaks last", row.session, row.order));
}

#[test]
fn a_column_that_was_told_is_known_the_next_time() {
    let mut harness = desk(Template::Wtdc25.plan());
    let text = "State\tName\tTheir wishes\nKenya\tA\tearly\n";
    paste(&mut harness, text);
    press(&mut harness, "Column 3: Left out");
    harness.query_all_by_label("Remarks").last().unwrap().click();
    harness.run_steps(4);
    assert!(shows(&harness, "Column 3: Remarks"));
    key(&mut harness, Key::Escape);
    paste(&mut harness, text);
    assert!(shows(&harness, "Column 3: Remarks"), "it is remembered");
    press(&mut harness, "Add 1 request");
    assert_eq!(speaker(&harness, "Kenya").1.remarks, "early");
}

#[test]
fn hostile_tables_are_refused_or_cut() {
    let mut harness = desk(Template::Wtdc25.plan());
    paste(&mut harness, &("State\tName\n".to_owned() + &"Kenya\tA\n".repeat(20_000)));
    assert!(shows(&harness, "A table of 20001 rows is too long"));
    assert!(!shows(&harness, "What becomes of it"));
    paste(&mut harness, &format!("State\tName\tRank\nKenya\tA\t{}\n", "minister ".repeat(120_000)));
    assert!(shows(&harness, "1 row waits for an answer"));
    assert_eq!(steps(&harness), 0);
}

#[test]
fn the_command_waits_for_requests_in_this_view() {
    let mut harness = desk(Template::Wtdc25.plan());
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Run(UiCommand::PasteTable));
    harness.run_steps(3);
    assert!(shows(&harness, "Paste requests to speak"));
    paste(&mut harness, "Kenya; Ms A; Minister");
    press(&mut harness, "Add 1 request");
    assert_eq!(speaker(&harness, "Kenya").0.rank, Rank::Minister);
}

#[test]
fn a_rank_that_is_typed_and_not_clear_is_asked_under_the_field() {
    let mut harness = desk(Template::Wtdc25.plan());
    press(&mut harness, "Request");
    write(&mut harness, "Cuba; Ms A; Cabinet");
    key(&mut harness, Key::Enter);
    assert!(shows(&harness, "Which rank is “Cabinet”?"));
    assert_eq!(steps(&harness), 0, "nothing is taken before it is answered");
    key(&mut harness, Key::Num4);
    let (person, _) = speaker(&harness, "Cuba");
    assert_eq!((person.rank, &*person.function, &*person.address), (Rank::CabinetMember, "Cabinet", "Ms"));
    // The next one is typed at once; Escape says that it is not known.
    write(&mut harness, "Mali; Mr B; ministre adjoint");
    key(&mut harness, Key::Enter);
    key(&mut harness, Key::Escape);
    assert_eq!(speaker(&harness, "Mali").0.rank, Rank::Other);
    write(&mut harness, "Chad; Mr C; Secretary of State");
    key(&mut harness, Key::Enter);
    press(&mut harness, "Deputy minister");
    assert_eq!(speaker(&harness, "Chad").0.rank, Rank::DeputyMinister);
    // What is clear is not asked, and who is known gets the rank that was not.
    write(&mut harness, "Mali; B; Minister");
    key(&mut harness, Key::Enter);
    assert!(!shows(&harness, "Which rank is"));
    assert_eq!((steps(&harness), speaker(&harness, "Mali").0.rank), (4, Rank::Minister));
    assert_eq!(plan(&harness).people().iter().filter(|person| person.represents == "Mali").count(), 1);
}

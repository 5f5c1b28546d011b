//! A file of tables is opened or dropped: what it was taken for can be corrected, and nothing changes before it is taken.

use std::fs;
use std::path::Path;

use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::model::{Language, Plan};
use rust_xlsxwriter::Workbook;

use super::desk::{desk_with, plan, steps};
use super::plans::before_agendas;

fn desk() -> Harness<'static, Desk> {
    desk_with(before_agendas(), None, Settings { view: "list".to_owned(), ..Settings::default() })
}

/// Opens a file by the command, whose path is typed.
fn open(harness: &mut Harness<'_, Desk>, path: &Path) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Run(UiCommand::Import));
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text(path.display().to_string()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(6);
}

fn opened(name: &str, bytes: &[u8]) -> Harness<'static, Desk> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let mut harness = desk();
    open(&mut harness, &path);
    harness
}

fn shows(harness: &Harness<'_, Desk>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

#[track_caller]
fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    harness.query_all_by_label(label).last().unwrap_or_else(|| panic!("nothing is called {label}")).click();
    harness.run_steps(4);
}

fn titles(plan: &Plan) -> Vec<&str> {
    plan.sessions().iter().map(|session| session.title.get(Language::English)).collect()
}

fn cyrillic(text: &str) -> Vec<u8> {
    plenary::exchange::incoming::sheets::encoding_called("windows-1251").unwrap().encode(text).0.into_owned()
}

#[test]
fn a_russian_file_without_a_mark_is_understood_and_taken_in_one_step() {
    let text = "Название;Дата;Начало;Конец;Зал\r\nОткрытие выставки;18.11.2025;9:30;10:45;Room A\r\nОбед в фойе;18.11.2025;12.30;14.00;Шатер\r\n";
    let mut harness = opened("programme.csv", &cyrillic(text));
    assert!(shows(&harness, "Import") && shows(&harness, "programme.csv") && shows(&harness, "text, 3 rows"));
    assert!(shows(&harness, "Separator: semicolon") && shows(&harness, "Text: windows-1251"));
    assert!(shows(&harness, "2 new sessions") && shows(&harness, "1 new room"));
    assert_eq!(steps(&harness), 0, "nothing has changed yet");
    // Read otherwise it is nonsense, and told so at once.
    click(&mut harness, "Text: windows-1251");
    click(&mut harness, "windows-1252");
    assert!(shows(&harness, "Text: windows-1252") && !shows(&harness, "Открытие выставки"));
    click(&mut harness, "Text: windows-1252");
    click(&mut harness, "windows-1251");
    click(&mut harness, "Add 2 sessions");
    assert_eq!(steps(&harness), 1);
    assert!(
        plan(&harness)
            .sessions()
            .iter()
            .any(|session| session.title.exact(Language::Russian) == Some("Открытие выставки"))
    );
}

#[test]
fn a_row_is_left_out_by_its_tick_and_a_name_that_is_almost_known_is_asked_for_once() {
    let text = "Title,Date,Start,End,Room\nOne,2025-11-18,9:00,10:00,Plenry Hall\nTwo,2025-11-18,10:00,11:00,Plenry Hall\nThree,2025-11-18,11:00,12:00,Room A\n";
    let mut harness = opened("rooms.csv", text.as_bytes());
    assert!(
        shows(&harness, "3 new sessions") && shows(&harness, "1 name almost known") && shows(&harness, "1 new room")
    );
    let answer = harness.query_all_by_label_contains("Row 2, answer: Almost known").next().expect("it asks");
    answer.click();
    harness.run_steps(3);
    click(&mut harness, "Plenary Hall");
    assert!(!shows(&harness, "almost known") && !shows(&harness, "new room"));
    click(&mut harness, "Take row 4");
    assert!(shows(&harness, "2 new sessions") && shows(&harness, "1 row left out"));
    click(&mut harness, "Add 2 sessions");
    assert!(titles(plan(&harness)).contains(&"Two") && !titles(plan(&harness)).contains(&"Three"));
    let hall = "plenary-hall".parse().unwrap();
    let two = plan(&harness).sessions().iter().find(|session| session.title.get(Language::English) == "Two").unwrap();
    assert_eq!(two.rooms(), [hall]);
}

#[test]
fn days_of_two_meanings_are_asked_for_before_anything_is_taken() {
    let mut harness = opened("us.csv", b"Title,Date,Start\nOne,3/4/2025,9:00\n");
    let take = |harness: &Harness<'_, Desk>| harness.get_by_label_contains("Add 1").accesskit_node().is_disabled();
    assert!(shows(&harness, "In days such as 3/4, which comes first?") && take(&harness));
    click(&mut harness, "the month");
    assert!(!take(&harness));
    click(&mut harness, "Add 1 session");
    let one = plan(&harness).sessions().iter().find(|session| session.title.get(Language::English) == "One").unwrap();
    assert_eq!(one.span().unwrap().start.to_string(), "2025-03-04T09:00");
}

#[test]
fn sheets_are_chosen_and_a_plan_of_hours_by_rooms_is_unfolded() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Read me").unwrap().write_string(0, 0, "Nothing here").unwrap();
    let sheet = book.add_worksheet().set_name("Tue 18 Nov").unwrap();
    for (row, cells) in
        [["", "Room A", "Room B"], ["9:00-10:00", "On light", ""], ["10:00-11:00", "On salt", "On iron"]]
            .iter()
            .enumerate()
    {
        for (column, text) in cells.iter().enumerate() {
            sheet.write_string(row as u32, column as u16, *text).unwrap();
        }
    }
    let mut harness = opened("plan.xlsx", &book.save_to_buffer().unwrap());
    click(&mut harness, "Sheet: Read me");
    click(&mut harness, "Tue 18 Nov");
    assert!(shows(&harness, "Layout: hours by rooms or days") && shows(&harness, "3 new sessions"));
    click(&mut harness, "Add 3 sessions");
    let iron =
        plan(&harness).sessions().iter().find(|session| session.title.get(Language::English) == "On iron").unwrap();
    assert_eq!(iron.span().unwrap().start.to_string(), "2025-11-18T10:00");
    assert_eq!(iron.rooms().len(), 1);
}

#[test]
fn what_columns_were_said_to_hold_is_remembered_for_the_next_file_of_that_shape() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    fs::write(&path, "Podaci,Title,Start\nOn light,Dr,9:00\n").unwrap();
    let mut harness = desk();
    open(&mut harness, &path);
    click(&mut harness, "Column 1: Left out");
    click(&mut harness, "Title");
    assert!(shows(&harness, "Column 1: Title") && shows(&harness, "Column 2: Left out"));
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    open(&mut harness, &path);
    assert!(shows(&harness, "Column 1: Title") && shows(&harness, "Column 2: Left out"));
}

#[test]
fn what_is_no_table_is_refused_in_one_sentence_and_the_plan_stays() {
    for (name, bytes, said) in [
        ("picture.csv", &b"\x89PNG\r\n\x1a\n\0\0\0"[..], "There is no table in this sort of file"),
        ("broken.xlsx", b"PK\x03\x04 and nothing", "The file is damaged"),
        ("empty.csv", b"", "There is no table in this file."),
    ] {
        let harness = opened(name, bytes);
        assert!(shows(&harness, said), "{name}");
        assert_eq!(steps(&harness), 0);
    }
    let mut harness = desk();
    open(&mut harness, Path::new("/nowhere/at-all.csv"));
    assert!(shows(&harness, "The file can not be read"));
}

#[test]
fn rules_say_what_it_would_cause() {
    let text = "Title,Date,Start,End,Room\nOne,2025-11-18,9:00,10:00,Room A\nTwo,2025-11-18,9:00,10:00,Room A\n";
    let harness = opened("clash.csv", text.as_bytes());
    assert!(shows(&harness, "of the rules"));
}

#[test]
fn rows_are_chosen_by_what_becomes_of_them_and_a_changed_cell_says_how_it_was() {
    let text = "Title,Date,Start,End\nOpening ceremony,2025-11-17,10:00,11:15\nOne,2025-11-18,9:00,10:00\n";
    let mut harness = opened("rows.csv", text.as_bytes());
    assert!(shows(&harness, "2: Changes: Opening ceremony, 2025-11-17, 10:00, 11:15; End: 11:00 → 11:15"));
    click(&mut harness, "1 session changes");
    assert!(shows(&harness, "2: Changes") && !shows(&harness, "3: New"));
    click(&mut harness, "All 2");
    click(&mut harness, "Filter rows");
    harness.event(Event::Text("one".to_owned()));
    harness.run_steps(4);
    assert!(shows(&harness, "3: New: One") && !shows(&harness, "2: Changes"));
    // What is not in sight is taken nevertheless.
    click(&mut harness, "Add 1, change 1");
    assert_eq!(steps(&harness), 1);
}

#[test]
fn a_cell_that_is_not_understood_is_written_anew_or_its_row_is_left_out() {
    let mut harness = opened("a.csv", b"Title,Day,Start\nOn light,18.11.2025,nineish\nOn sound,18.11.2025,noonish\n");
    assert!(shows(&harness, "2 rows not understood"));
    let answer = |harness: &mut Harness<'_, Desk>, row: &str| {
        harness.query_all_by_label_contains(row).last().unwrap_or_else(|| panic!("no {row}")).click();
        harness.run_steps(4);
    };
    answer(&mut harness, "Row 2, answer");
    let name = "Start, as it is meant:";
    harness.get_by_role_and_label(egui::accesskit::Role::TextInput, name).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text("9:00".to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert!(shows(&harness, "1 row not understood") && shows(&harness, "Add 1 session"));
    answer(&mut harness, "Row 3, answer");
    click(&mut harness, "Leave the row out");
    assert!(!shows(&harness, "row not understood"));
    click(&mut harness, "Add 1 session");
    assert!(titles(plan(&harness)).contains(&"On light"));
}

#[test]
fn the_table_is_one_stop_for_keys_that_lead_through_it() {
    let mut harness = opened("a.csv", b"Title,Day,Start\nOn light,18.11.2025,9:00\nOn sound,18.11.2025,10:00\n");
    assert!(shows(&harness, "Add 2 sessions"));
    harness.get_by_label("Sessions of the file").focus();
    harness.run_steps(2);
    harness.key_press(Key::Space);
    harness.run_steps(4);
    assert!(shows(&harness, "Add 1 session"), "Space leaves a row out");
    harness.key_press(Key::Space);
    harness.run_steps(4);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    harness.key_press(Key::Space);
    harness.run_steps(4);
    assert!(shows(&harness, "Add 1 session"), "and the next one");
    for _ in 0..2 {
        harness.key_press(Key::ArrowUp);
        harness.run_steps(2);
    }
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert!(shows(&harness, "Moderator"), "what a column can hold opens");
}

//! Own fields and meetings as columns of the List, and what waits in the tray in its rows.

use egui::{Event, Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::model::{FieldForm, FieldValue, Language, Number, Plan, Session, SessionId};
use plenary::store::Template;

use super::desk::{desk_with, drag_and_drop};
use super::own_fields::{field, own, plan, row};

type List = Harness<'static, Desk>;

/// The List of a plan, with these columns; empty for those that fit.
fn list_of(plan: Plan, columns: &[String]) -> List {
    let mut settings = Settings { view: "list".to_owned(), inspector_open: false, ..Settings::default() };
    settings.list.columns = columns.to_vec();
    let mut harness = desk_with(plan, None, settings);
    harness.set_size(vec2(1900.0, 1000.0));
    harness.run_steps(4);
    harness
}

/// The List with own fields, beside titles and starts.
fn list() -> List {
    let plan = plan();
    let own = ["Catering", "Chairs", "Paid", "Setup", "Filmed"].map(|title| format!("own:{}", field(&plan, title)));
    let columns: Vec<String> = ["title", "start"].map(str::to_owned).into_iter().chain(own).collect();
    list_of(plan, &columns)
}

fn now(harness: &List) -> Plan {
    harness.state().document().plan().clone()
}

fn act(harness: &mut List, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.run_steps(3);
}

fn press(harness: &mut List, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

fn type_text(harness: &mut List, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
}

fn click(harness: &mut List, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click();
    harness.run_steps(3);
}

/// Selects a session, and lets the keyboard go to the cell so many columns to the right of its title.
fn go_to(harness: &mut List, id: &str, to_the_right: usize) {
    act(harness, Action::Select(Selection::default()));
    act(harness, Action::Reveal(id.parse::<SessionId>().unwrap().into()));
    for _ in 0..8 {
        press(harness, Key::ArrowLeft);
    }
    for _ in 0..to_the_right {
        press(harness, Key::ArrowRight);
    }
}

fn heads(harness: &List) -> Vec<String> {
    let nodes = harness.query_all_by_label_contains("by “").filter(|node| node.accesskit_node().role() == Role::Button);
    let mut heads: Vec<(f32, String)> = nodes
        .map(|node| (node.rect().left(), node.accesskit_node().label().unwrap_or_default()))
        .map(|(x, label)| (x, label.split(['“', '”']).nth(1).unwrap_or_default().to_owned()))
        .collect();
    heads.sort_by(|a, b| a.0.total_cmp(&b.0));
    heads.into_iter().map(|(_, name)| name).collect()
}

/// The rows in sight from top to bottom, by the beginning of what they are spoken as.
fn titles(harness: &List) -> Vec<String> {
    let rows = harness.query_all_by_role(Role::Row);
    let mut rows: Vec<(f32, String)> =
        rows.map(|row| (row.rect().top(), row.accesskit_node().label().unwrap_or_default())).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, label)| label.split(',').next().unwrap_or_default().to_owned()).collect()
}

fn session<'a>(harness: &'a List, id: &str) -> &'a Session {
    harness.state().document().plan().sessions().get(id.parse().unwrap()).unwrap()
}

#[test]
fn own_fields_are_typed_into_and_a_wrong_one_says_why() {
    let mut harness = list();
    assert_eq!(heads(&harness), ["Title", "Start", "Catering", "Chairs", "Paid", "Setup", "Filmed"]);
    go_to(&mut harness, "S02", 2);
    type_text(&mut harness, "Vegan");
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "forty");
    press(&mut harness, Key::Enter);
    assert!(harness.query_by_label_contains("Not a number").is_some());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    type_text(&mut harness, "2,5");
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "2026-03-01");
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "class");
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "yes");
    press(&mut harness, Key::Enter);
    let plan = now(&harness);
    assert_eq!(own(&plan, "S02", "Catering"), Some(FieldValue::Text("Vegan".to_owned())));
    assert_eq!(own(&plan, "S02", "Chairs"), Number::new(2.5).map(FieldValue::Number));
    assert_eq!(own(&plan, "S02", "Paid"), Some(FieldValue::Date("2026-03-01".parse().unwrap())));
    assert_eq!(own(&plan, "S02", "Setup"), Some(FieldValue::Choice("choice-02".parse().unwrap())));
    assert_eq!(own(&plan, "S02", "Filmed"), Some(FieldValue::Tick));
    assert_eq!(harness.state().document().done().len(), 5, "one step each");
    // Emptied by keys.
    go_to(&mut harness, "S02", 2);
    press(&mut harness, Key::Backspace);
    press(&mut harness, Key::Enter);
    assert_eq!(own(&now(&harness), "S02", "Catering"), None);
}

#[test]
fn a_tick_is_a_click_and_a_choice_is_filled_down() {
    let mut harness = list();
    let title = session(&harness, "S03").title.get(Language::English).to_owned();
    click(&mut harness, Role::CheckBox, &format!("Filmed of {title}"));
    assert_eq!(own(&now(&harness), "S03", "Filmed"), None);
    assert!(harness.state().document().done().len() == 1);
    let ids: Vec<SessionId> = now(&harness).sessions().ids().collect();
    go_to(&mut harness, "S03", 5);
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        harness.run_steps(2);
    }
    let chosen: Vec<SessionId> = harness.state().selection().sessions.iter().copied().collect();
    assert_eq!(chosen.len(), 3, "{ids:?}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    harness.run_steps(3);
    let classroom = Some(FieldValue::Choice("choice-02".parse().unwrap()));
    for id in chosen {
        assert_eq!(own(&now(&harness), id.as_str(), "Setup"), classroom, "{id}");
    }
}

#[test]
fn rows_are_sorted_by_an_own_field_and_those_without_come_last() {
    let mut harness = list();
    let with: Vec<String> =
        ["S03", "S05"].map(|id| session(&harness, id).title.get(Language::English).to_owned()).to_vec();
    for _ in 0..2 {
        harness.get_by_label_contains("by “Chairs”").click();
        harness.run_steps(3);
        let mut first: Vec<String> = titles(&harness)[..2].to_vec();
        let mut with: Vec<String> = with.iter().map(|title| title.split(',').next().unwrap().to_owned()).collect();
        first.sort();
        with.sort();
        assert_eq!(first, with);
    }
}

#[test]
fn a_field_is_made_shown_and_opened_in_the_list_of_columns() {
    let mut harness = list_of(Template::TwoDays.plan(), &["title".to_owned(), "day".to_owned()]);
    harness.get_by_label_contains("Columns 2 of 24").click();
    harness.run_steps(3);
    click(&mut harness, Role::Button, "New field…");
    type_text(&mut harness, "Streamed to");
    press(&mut harness, Key::Enter);
    assert_eq!(row(&now(&harness), "Streamed to").form, FieldForm::Text);
    assert_eq!(heads(&harness), ["Title", "Day", "Streamed to"]);
    harness.get_by_label_contains("Columns 3 of 25");
    click(&mut harness, Role::Button, "Change the field: Streamed to");
    harness.run_steps(3);
    let made = field(&now(&harness), "Streamed to");
    assert_eq!(harness.state().selection().focus, Some(made.into()));
    // Taken away, its column goes; taken back, it is there again.
    act(&mut harness, Action::Run(UiCommand::Delete));
    assert_eq!(heads(&harness), ["Title", "Day"]);
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(heads(&harness), ["Title", "Day", "Streamed to"]);
}

#[test]
fn settings_that_name_a_field_of_another_plan_are_ignored_and_kept() {
    let columns = ["title", "own:elsewhere", "day"].map(str::to_owned);
    let mut settings = Settings { view: "list".to_owned(), inspector_open: false, ..Settings::default() };
    settings.list.columns = columns.to_vec();
    settings.list.sorts = vec![("own:elsewhere".to_owned(), true)];
    let mut harness = desk_with(Template::TwoDays.plan(), None, settings);
    harness.set_size(vec2(1900.0, 1000.0));
    harness.run_steps(4);
    assert_eq!(heads(&harness), ["Title", "Day"]);
    assert!(harness.query_by_label_contains("Sorted by “Day”").is_some());
    assert_eq!(harness.state().settings().list.columns, columns);
}

#[test]
fn a_meeting_has_a_column_in_which_its_number_is_fixed() {
    let columns = ["title", "meeting"].map(str::to_owned);
    let mut harness = list_of(Template::Wtdc25.plan(), &columns);
    let plan = now(&harness);
    let index = plenary::workbench::Index::new(&plan);
    let second = plan
        .sessions()
        .ids()
        .find(|&id| index.meeting(id).is_some_and(|meeting| meeting.body.as_str() == "PL" && meeting.number == 2));
    let second = second.unwrap();
    go_to(&mut harness, second.as_str(), 1);
    type_text(&mut harness, "0");
    press(&mut harness, Key::Enter);
    assert!(harness.query_by_label_contains("A number from 1 to 9999").is_some());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    type_text(&mut harness, "7");
    press(&mut harness, Key::Enter);
    assert_eq!(session(&harness, second.as_str()).number, Some(7));
}

#[test]
fn a_new_session_is_named_in_its_row_and_tab_goes_on() {
    let mut harness = list_of(Template::Wtdc25.plan(), &["title", "day", "start"].map(str::to_owned));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::T);
    // Not a frame between the shortcut and the letters.
    for letter in ["P", "x"] {
        harness.event(Event::Text(letter.to_owned()));
    }
    harness.run_steps(4);
    assert!(!harness.state().settings().inspector_open, "nothing opens");
    press(&mut harness, Key::Tab);
    let id = *harness.state().selection().sessions.first().unwrap();
    assert_eq!(session(&harness, id.as_str()).title.get(Language::English), "Px");
    assert!(harness.query_by_label("Day of Px").is_some());
    type_text(&mut harness, "2025-11-20");
    press(&mut harness, Key::Tab);
    assert_eq!(session(&harness, id.as_str()).placement, None, "a day alone is no place");
    assert_eq!(session(&harness, id.as_str()).wish.day, "2025-11-20".parse().ok());
    type_text(&mut harness, "14:00");
    press(&mut harness, Key::Enter);
    let start = session(&harness, id.as_str()).span().unwrap().start;
    assert_eq!(start, "2025-11-20T14:00".parse().unwrap());
    assert!(!session(&harness, id.as_str()).pinned);
}

#[test]
fn what_is_known_of_a_session_that_waits_stands_in_its_row() {
    let mut harness = list_of(Template::Wtdc25.plan(), &["title", "day", "start", "room"].map(str::to_owned));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::T);
    harness.run_steps(4);
    type_text(&mut harness, "Panel");
    press(&mut harness, Key::Enter);
    let id = *harness.state().selection().sessions.first().unwrap();
    go_to(&mut harness, id.as_str(), 1);
    press(&mut harness, Key::Backspace);
    press(&mut harness, Key::Enter);
    go_to(&mut harness, id.as_str(), 3);
    type_text(&mut harness, "room a");
    press(&mut harness, Key::Enter);
    go_to(&mut harness, id.as_str(), 2);
    type_text(&mut harness, "9:30");
    press(&mut harness, Key::Enter);
    let waiting = session(&harness, id.as_str());
    assert_eq!((waiting.placement.clone(), waiting.wish.day, waiting.wish.minute), (None, None, Some(570)));
    assert_eq!(waiting.wish.rooms.len(), 1);
    go_to(&mut harness, id.as_str(), 1);
    type_text(&mut harness, "2025-11-20");
    press(&mut harness, Key::Enter);
    let placed = session(&harness, id.as_str()).placement.clone().unwrap();
    assert_eq!((placed.start, placed.rooms.len()), ("2025-11-20T09:30".parse().unwrap(), 1));
}

#[test]
fn the_handle_of_a_cell_fills_the_rows_it_is_dragged_along() {
    let mut harness = list();
    go_to(&mut harness, "S03", 5);
    let handle = harness.get_by_label("Fill down: Setup").rect().center();
    let before = harness.state().document().done().len();
    drag_and_drop(&mut harness, handle, handle + vec2(0.0, 66.0), Modifiers::NONE);
    let chosen: Vec<SessionId> = harness.state().selection().sessions.iter().copied().collect();
    assert!(chosen.len() >= 3, "{chosen:?}");
    let classroom = Some(FieldValue::Choice("choice-02".parse().unwrap()));
    for id in chosen {
        assert_eq!(own(&now(&harness), id.as_str(), "Setup"), classroom, "{id}");
    }
    assert_eq!(harness.state().document().done().len(), before + 1, "one step");
}

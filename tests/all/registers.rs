//! Registers: people, bodies, rooms, documents and topics as tables.

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::model::{FieldValue, Holder, Language, Rank, RowKind};
use plenary::store::Template;

use crate::desk::{act, desk_with, key, plan, steps, write};

fn desk() -> Harness<'static, Desk> {
    desk_with(Template::Wtdc25.plan(), None, Settings { view: "registers".to_owned(), ..Settings::default() })
}

fn press(harness: &mut Harness<'_, Desk>, button: &str) {
    harness.get_by_role_and_label(Role::Button, button).click();
    harness.run_steps(4);
}

/// Says what can stand in a field that is being made.
fn sort(harness: &mut Harness<'_, Desk>, name: &str) {
    harness.get_by_role_and_label(Role::RadioButton, name).click();
    harness.run_steps(4);
}

/// Opens a register by its name in the line above the table; the navigator has buttons of the same names.
fn open(harness: &mut Harness<'_, Desk>, register: &str) {
    let is_chip = |node: &egui_kittest::Node<'_>| node.rect().left() > 60.0 && node.rect().top() < 160.0;
    {
        let chip = harness.query_all_by_role_and_label(Role::Button, register).rfind(is_chip);
        chip.unwrap_or_else(|| panic!("no register {register:?}")).click();
    }
    harness.run_steps(4);
}

/// With the seats of the first room chosen.
fn at_seats() -> Harness<'static, Desk> {
    let mut harness = desk();
    open(&mut harness, "Rooms");
    let first = rows(&harness)[0].clone();
    harness.get_by_label(&first).click();
    harness.run_steps(4);
    // A click chooses the cell below it.
    for _ in 0..6 {
        key(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    }
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    harness
}

fn rows(harness: &Harness<'_, Desk>) -> Vec<String> {
    let mut rows: Vec<_> =
        harness.query_all_by_role(Role::Row).map(|row| (row.rect().top(), row.accesskit_node_label())).collect();
    rows.sort_by(|one, other| one.0.total_cmp(&other.0));
    rows.into_iter().map(|(_, label)| label).collect()
}

/// What a node is called.
trait Labelled {
    fn accesskit_node_label(&self) -> String;
}

impl Labelled for egui_kittest::Node<'_> {
    fn accesskit_node_label(&self) -> String {
        use egui_kittest::kittest::NodeT as _;
        self.accesskit_node().label().unwrap_or_default()
    }
}

#[test]
fn people_are_entered_one_after_the_other_without_a_session() {
    let mut harness = desk();
    for (name, function) in [("Ms A", "Director"), ("Mr B", "Engineer")] {
        press(&mut harness, "Add: Person");
        key(&mut harness, Modifiers::COMMAND, Key::A);
        write(&mut harness, name);
        key(&mut harness, Modifiers::NONE, Key::Tab);
        write(&mut harness, function);
        key(&mut harness, Modifiers::NONE, Key::Enter);
    }
    let people: Vec<_> = plan(&harness).people().iter().map(|row| (row.name.as_str(), row.function.as_str())).collect();
    assert_eq!(people, [("Ms A", "Director"), ("Mr B", "Engineer")]);
}

#[test]
fn cells_are_typed_into_and_escape_leaves_them() {
    let mut harness = at_seats();
    write(&mut harness, "1 250");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(plan(&harness).rooms().iter().any(|room| room.capacity == Some(1250)));
    assert_eq!(steps(&harness), 1);
    key(&mut harness, Modifiers::NONE, Key::F2);
    write(&mut harness, "7");
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(steps(&harness), 1, "what was left is not taken");
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert!(!plan(&harness).rooms().iter().any(|room| room.capacity == Some(1250)));
}

#[test]
fn what_is_no_number_changes_no_seats() {
    let mut harness = at_seats();
    write(&mut harness, "many");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(steps(&harness), 0);
}

#[test]
fn rows_are_put_in_order_by_a_column_and_found_by_words() {
    let mut harness = desk();
    open(&mut harness, "Rooms");
    press(&mut harness, "In the order of: Seats");
    press(&mut harness, "In the order of: Seats");
    assert!(rows(&harness)[0].contains("1200"), "{:?}", rows(&harness)[0]);
    open(&mut harness, "Topics");
    harness.get_by_role_and_label(Role::TextInput, "Find").focus();
    harness.run_steps(2);
    write(&mut harness, "afr 3");
    harness.run_steps(2);
    assert_eq!(rows(&harness).len(), 1);
    assert!(rows(&harness)[0].starts_with("AFR 3, "));
}

#[test]
fn what_names_a_row_is_counted() {
    let harness = desk();
    let room = plan(&harness).rooms().iter().find(|room| room.capacity == Some(1200)).unwrap().id;
    let used = plan(&harness).sessions().iter().filter(|session| session.rooms().contains(&room)).count();
    let mut harness = harness;
    open(&mut harness, "Rooms");
    assert!(rows(&harness).iter().any(|row| row.contains("1200") && row.ends_with(&format!(", {used}"))));
}

#[test]
fn a_row_that_is_chosen_stands_in_the_inspector_and_delete_removes_it() {
    let mut harness = desk();
    open(&mut harness, "Documents");
    let first = rows(&harness)[0].clone();
    harness.get_by_label(&first).click();
    harness.run_steps(4);
    let focus = harness.state().selection().focus.unwrap();
    assert_eq!(focus.kind(), RowKind::Document);
    let before = plan(&harness).documents().len();
    key(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(plan(&harness).documents().len(), before - 1);
    assert!(!plan(&harness).contains(focus));
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert!(plan(&harness).contains(focus));
}

#[test]
fn what_is_selected_elsewhere_opens_its_register() {
    let mut harness = desk();
    let body = plan(&harness).bodies().iter().last().unwrap().id;
    act(&mut harness, Action::Select(plenary::app::selection::Selection::only(body.into())));
    let code = plan(&harness).bodies().get(body).unwrap().code.get(plenary::model::Language::English).to_owned();
    assert!(rows(&harness).iter().any(|row| row.starts_with(&code)), "the row is in sight");
}

/// Types into the cell so many columns to the right of the first one, of the row with these words.
fn type_at(harness: &mut Harness<'_, Desk>, row: &str, column: usize, text: &str) {
    harness.get_by_role_and_label(Role::Row, row).click();
    harness.run_steps(4);
    key(harness, Modifiers::NONE, Key::ArrowLeft);
    for _ in 0..8 {
        key(harness, Modifiers::NONE, Key::ArrowLeft);
    }
    for _ in 0..column {
        key(harness, Modifiers::NONE, Key::ArrowRight);
    }
    key(harness, Modifiers::NONE, Key::F2);
    harness.run_steps(2);
    key(harness, Modifiers::COMMAND, Key::A);
    write(harness, text);
    key(harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(4);
}

#[test]
fn choices_are_typed_by_their_names_and_what_is_none_is_told() {
    let mut harness = desk();
    open(&mut harness, "Topics");
    let row = rows(&harness).into_iter().find(|row| row.starts_with("AFR 1, ")).unwrap();
    type_at(&mut harness, &row, 3, "europe");
    let topic = |harness: &Harness<'_, Desk>| plan(harness).topics().get("AFR-1".parse().unwrap()).unwrap().clone();
    assert_eq!(topic(&harness).region.unwrap().as_str(), "EUR");
    let row = rows(&harness).into_iter().find(|row| row.starts_with("AFR 1, ")).unwrap();
    type_at(&mut harness, &row, 3, "Atlantis");
    assert_eq!((topic(&harness).region.unwrap().as_str(), steps(&harness)), ("EUR", 1));
    assert!(harness.query_all_by_label_contains("“Atlantis” is not known in the column Region").next().is_some());
    type_at(&mut harness, &row, 2, "regional prio");
    assert_eq!(topic(&harness).kind, plenary::model::TopicKind::Priority);
}

#[test]
fn a_name_typed_beside_a_post_is_a_new_person() {
    let mut harness = desk();
    open(&mut harness, "Posts");
    let row = rows(&harness).into_iter().find(|row| row.contains("CITEL")).unwrap();
    assert_eq!(row, "IRM bureau, Vice-Chair, CITEL, to be designated, CITEL");
    type_at(&mut harness, &row, 3, "Ana Souza");
    let post = plan(&harness).posts().get("IRM-VC-CITEL".parse().unwrap()).unwrap().clone();
    let person = plan(&harness).people().get(post.person.unwrap()).unwrap();
    assert_eq!((person.name.as_str(), steps(&harness)), ("Ana Souza", 1));
    assert_eq!(post.designation, plenary::model::Designation::NameReceived);
    let row = rows(&harness).into_iter().find(|row| row.contains("CITEL")).unwrap();
    type_at(&mut harness, &row, 6, "13 jun 2025");
    assert_eq!(plan(&harness).posts().get(post.id).unwrap().due, "2025-06-13".parse().ok());
    act(&mut harness, Action::Run(UiCommand::Undo));
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert!(plan(&harness).people().is_empty());
}

#[test]
fn own_columns_are_made_typed_into_and_put_in_order() {
    let mut harness = desk();
    open(&mut harness, "Rooms");
    press(&mut harness, "New column (own field)");
    write(&mut harness, "Microphones");
    sort(&mut harness, "Number");
    press(&mut harness, "Add");
    assert_eq!(steps(&harness), 1);
    let field = plan(&harness).fields_of(Holder::Room).next().unwrap().id;
    let [first, second] = [0, 1].map(|at| rows(&harness)[at].clone());
    // Six columns, then how often a row is used, then this one.
    type_at(&mut harness, &first, 7, "many");
    assert_eq!(steps(&harness), 1, "no number");
    type_at(&mut harness, &first, 7, "12");
    type_at(&mut harness, &second, 7, "9");
    assert_eq!(steps(&harness), 3);
    let numbers: Vec<f64> = plan(&harness)
        .rooms()
        .iter()
        .filter_map(|room| match room.own.get(field) {
            Some(FieldValue::Number(number)) => Some(number.get()),
            _ => None,
        })
        .collect();
    assert_eq!(numbers.len(), 2);
    press(&mut harness, "In the order of: Microphones");
    press(&mut harness, "In the order of: Microphones");
    let ends: Vec<_> = rows(&harness)[..2].iter().map(|row| row.rsplit(", ").next().unwrap().to_owned()).collect();
    assert_eq!(ends, ["12", "9"], "numbers are no letters");
}

#[test]
fn a_new_column_is_typed_into_at_once() {
    let mut harness = desk();
    open(&mut harness, "Rooms");
    press(&mut harness, "New column (own field)");
    write(&mut harness, "Key-holder");
    press(&mut harness, "Add");
    write(&mut harness, "Mr Ivanov");
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    let field = plan(&harness).fields_of(Holder::Room).next().unwrap().id;
    let said: Vec<_> = plan(&harness).rooms().iter().filter_map(|room| room.own.get(field).cloned()).collect();
    assert_eq!(said, [FieldValue::Text("Mr Ivanov".into())]);
    assert!(rows(&harness)[0].ends_with("Mr Ivanov"), "it is the first row in sight");
}

#[test]
fn a_tick_is_put_and_taken_by_enter() {
    let mut harness = desk();
    open(&mut harness, "Documents");
    press(&mut harness, "New column (own field)");
    write(&mut harness, "Printed");
    sort(&mut harness, "Tick");
    press(&mut harness, "Add");
    let field = plan(&harness).fields_of(Holder::Document).next().unwrap().id;
    let row = rows(&harness)[0].clone();
    harness.get_by_role_and_label(Role::Row, &row).click();
    harness.run_steps(4);
    for _ in 0..12 {
        key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    }
    let ticked = |harness: &Harness<'_, Desk>| {
        plan(harness).documents().iter().filter(|row| row.own.get(field).is_some()).count()
    };
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(ticked(&harness), 1);
    assert!(rows(&harness)[0].ends_with(", Yes"), "{}", rows(&harness)[0]);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(ticked(&harness), 0);
}

#[test]
fn tab_goes_from_cell_to_cell_and_leaves_the_table_at_the_end_of_the_row() {
    let mut harness = at_seats();
    // Seats, booths, layout, equipment, used.
    key(&mut harness, Modifiers::NONE, Key::Tab);
    write(&mut harness, "3");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(plan(&harness).rooms().iter().any(|room| room.booths == 3), "the cell of booths was next");
    key(&mut harness, Modifiers::NONE, Key::ArrowUp);
    key(&mut harness, Modifiers::SHIFT, Key::Tab);
    write(&mut harness, "1234");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(plan(&harness).rooms().iter().any(|room| room.capacity == Some(1234)), "and that of seats before it");
    let focus = |harness: &Harness<'_, Desk>| harness.ctx.memory(|memory| memory.focused());
    let table = focus(&harness);
    for _ in 0..4 {
        key(&mut harness, Modifiers::NONE, Key::Tab);
        assert_eq!(focus(&harness), table);
    }
    key(&mut harness, Modifiers::NONE, Key::Tab);
    assert_ne!(focus(&harness), table, "behind the last cell");
}

#[test]
fn ranks_are_a_table_and_a_built_in_one_can_be_changed() {
    let mut harness = desk();
    open(&mut harness, "Ranks");
    let ranks = rows(&harness);
    assert_eq!(ranks.len(), 7, "{ranks:?}");
    let ambassador = ranks.iter().find(|row| row.starts_with("Ambassador")).unwrap().clone();
    assert!(ambassador.contains("by exception"), "{ambassador}");
    harness.get_by_label(&ambassador).click();
    harness.run_steps(4);
    for _ in 0..6 {
        key(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    }
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    write(&mut harness, "2");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let class = |harness: &Harness<'_, Desk>| plan(harness).standing(Rank::Ambassador).class;
    assert_eq!(class(&harness), Some(2));
    let row = plan(&harness).ranks().iter().next().unwrap().clone();
    assert_eq!(row.title.get(Language::Chinese), "大使", "its words in all languages");
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!((class(&harness), plan(&harness).ranks().len()), (None, 0));
    // What is built in can not be removed, and says so.
    key(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(rows(&harness).len(), 7);
    press(&mut harness, "Add: Rank");
    write(&mut harness, "Chancellor");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(plan(&harness).ranks().iter().any(|row| row.title.get(Language::English) == "Chancellor"));
}

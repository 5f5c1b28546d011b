//! The view of agendas, and the agenda of a session in the inspector, as a planner uses them.

use egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::edit::Command;
use plenary::edit::agenda::{OnAgenda, Spot, new_items};
use plenary::model::agenda::Agenda;
use plenary::model::{AgendaItem, SessionId};
use plenary::store::Template;

use crate::desk::{act, desk_with, key, plan, rect_of, write};

fn session() -> SessionId {
    "S08".parse().unwrap()
}

/// The two-day plan, with items on the agenda of a session: title and minutes.
fn with_items(items: &[(&str, u32)]) -> Harness<'static, Desk> {
    let plan = Template::TwoDays.plan();
    let rows = items.iter().zip(new_items(&plan, session())).map(|(&(title, mins), item)| AgendaItem {
        title: title.into(),
        presentation_secs: mins * 60,
        ..item
    });
    let add = Command::Agenda(OnAgenda::Add(rows.collect(), Spot::at_end(session())));
    let settings = Settings { view: "agenda".to_owned(), ..Settings::default() };
    let mut harness = desk_with(plan, None, settings);
    act(&mut harness, Action::Perform(add));
    act(&mut harness, Action::Select(Selection::only(session().into())));
    harness
}

/// Number, title and minutes of each item, as they are taken.
fn taken(harness: &Harness<'_, Desk>) -> Vec<String> {
    let plan = plan(harness);
    let agenda = Agenda::of(plan, plan, session());
    let line = |line: &plenary::model::agenda::Line| {
        let item = line.taken.item().unwrap();
        let title = item.title.get(plenary::model::Language::English);
        format!("{} {title} {}", line.number, item.secs() / 60)
    };
    agenda.lines().map(line).collect()
}

fn choose(harness: &mut Harness<'_, Desk>, row: &str) {
    let at = rect_of(harness, row).center();
    harness.hover_at(at);
    harness.run_steps(1);
    harness.drag_at(at);
    harness.run_steps(1);
    harness.drop_at(at);
    harness.run_steps(4);
}

#[test]
fn items_are_typed_one_after_the_other() {
    let mut harness = with_items(&[]);
    // The inspector has a field of the same name.
    harness.get_by_role_and_label(egui::Role::Button, "New item").click();
    harness.run_steps(4);
    for line in ["Opening 10", "Adoption of the agenda 5 min", "Report; 5 + 7"] {
        write(&mut harness, line);
        key(&mut harness, Modifiers::NONE, Key::Enter);
    }
    assert_eq!(taken(&harness), ["1 Opening 10", "2 Adoption of the agenda 5", "3 Report 12"]);
    key(&mut harness, Modifiers::NONE, Key::Escape);
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(taken(&harness).len(), 2, "each is a step of its own");
}

#[test]
fn the_keyboard_orders_indents_and_writes() {
    let mut harness = with_items(&[("One", 10), ("Two", 10), ("Three", 10)]);
    choose(&mut harness, "3, Three");
    key(&mut harness, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(taken(&harness), ["1 One 10", "2 Three 10", "3 Two 10"]);
    key(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(taken(&harness), ["1 One 10", "1.1 Three 10", "2 Two 10"]);
    key(&mut harness, Modifiers::NONE, Key::ArrowUp);
    key(&mut harness, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(taken(&harness), ["1 Two 10", "2 One 10", "2.1 Three 10"], "what stands below comes along");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    key(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "First");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    key(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "2:30");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(taken(&harness), ["1 Two 10", "2 First 2", "2.1 Three 10"]);
    key(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(taken(&harness).len(), 2, "Enter has led to the next row");
}

#[test]
fn tab_leads_from_cell_to_cell_of_an_item_that_stays_as_it_is() {
    let mut harness = with_items(&[("One", 10), ("Two", 10)]);
    choose(&mut harness, "1, One");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    key(&mut harness, Modifiers::NONE, Key::Tab);
    key(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "15");
    assert_eq!(taken(&harness).len(), 2, "nothing is deleted");
    key(&mut harness, Modifiers::SHIFT, Key::Tab);
    assert_eq!(taken(&harness), ["1 One 15", "2 Two 10"]);
    key(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "First");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    key(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(taken(&harness), ["1 First 15", "2 Two 10"]);
    write(&mut harness, " ");
    key(&mut harness, Modifiers::NONE, Key::Space);
    assert_eq!(taken(&harness), ["1 First 15", "2 Two 10"], "the table has the keyboard again, and no button");
}

#[test]
fn what_is_adopted_keeps_its_numbers_when_it_is_dragged() {
    let mut harness = with_items(&[("One", 10), ("Two", 10), ("Three", 10)]);
    let now = "2025-11-18T09:00".parse().unwrap();
    act(&mut harness, Action::Perform(Command::Agenda(OnAgenda::Adopt(session(), now))));
    let from = rect_of(&harness, "3, Three").center();
    let to = rect_of(&harness, "1, One").center_top();
    harness.hover_at(from);
    harness.run_steps(1);
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(to + egui::vec2(0.0, 2.0));
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("numbers stay").is_some(), "the card says what comes of it");
    harness.event(Event::PointerButton {
        pos: to,
        button: PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::NONE,
    });
    harness.run_steps(4);
    assert_eq!(taken(&harness), ["3 Three 10", "1 One 10", "2 Two 10"]);
    harness.get_by_role_and_label(egui::Role::Button, "New item").click();
    harness.run_steps(4);
    write(&mut harness, "Late 5");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(taken(&harness).last().unwrap(), "2bis Late 5");
}

#[test]
fn a_list_out_of_a_document_becomes_items_in_one_step() {
    let mut harness = with_items(&[("One", 10)]);
    choose(&mut harness, "1, One");
    harness.event(Event::Paste("7\tOutcomes\n7.1\tReport of RPM-ARB\t12\n7.2 Report of RPM-EUR 12".to_owned()));
    harness.run_steps(4);
    let expected = ["1 One 10", "2 Outcomes 0", "2.1 Report of RPM-ARB 12", "2.2 Report of RPM-EUR 12"];
    assert_eq!(taken(&harness), expected);
    act(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(taken(&harness).len(), 1);
}

#[test]
fn too_much_is_told_and_can_be_made_to_fit() {
    let length = Template::TwoDays.plan().sessions().get(session()).unwrap().length().mins();
    let each = u32::try_from(length).unwrap();
    let mut harness = with_items(&[("One", each), ("Two", 10)]);
    assert!(harness.query_all_by_label_contains("10 min too many").next().is_some());
    harness.get_by_label_contains("Session 10 min longer").click();
    harness.run_steps(4);
    let after = plan(&harness).sessions().get(session()).unwrap().length().mins();
    assert_eq!(after, length + 10);
    assert!(harness.query_all_by_label_contains("too many").next().is_none());
}

#[test]
fn an_item_is_changed_in_the_inspector() {
    let mut harness = with_items(&[("One", 10), ("Two", 10)]);
    choose(&mut harness, "2, Two");
    let minutes = harness.get_by_role_and_label(egui::Role::TextInput, "Minutes");
    minutes.focus();
    harness.run_steps(2);
    key(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "5 + 10");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let item = plan(&harness).items().iter().find(|item| item.secs() == 15 * 60).unwrap();
    assert_eq!((item.presentation_secs, item.discussion_secs), (300, 600));
    harness.get_by_label("Outcome").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("Outcome").is_some(), "the property that was opened");
}

#[test]
fn a_session_without_an_agenda_gets_one_in_the_inspector() {
    let settings = Settings::default();
    let mut harness = desk_with(Template::TwoDays.plan(), None, settings);
    act(&mut harness, Action::Select(Selection::only(session().into())));
    // The tab of the view is called so, too.
    let chip = harness.query_all_by_role_and_label(egui::Role::Button, "Agenda").last().unwrap();
    chip.click();
    harness.run_steps(4);
    write(&mut harness, "Opening 10");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    write(&mut harness, "Closing 5");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(taken(&harness), ["1 Opening 10", "2 Closing 5"]);
}

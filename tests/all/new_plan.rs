//! The New plan page: a plan from nothing on one page, and what is told where it stands.

use chrono::NaiveDate;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::model::{DayHours, Event as PlannedEvent, EventDates, EventKind, Plan};
use plenary::store::Template;

use super::desk::{desk, desk_with, key, plan};

fn type_text(harness: &mut Harness<'_, Desk>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(3);
}

/// Types into a field, over what stands there.
#[track_caller]
fn fill(harness: &mut Harness<'_, Desk>, name: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, name).focus();
    harness.run_steps(3);
    key(harness, Modifiers::COMMAND, Key::A);
    if text.is_empty() {
        key(harness, Modifiers::NONE, Key::Backspace);
    } else {
        type_text(harness, text);
    }
}

fn page() -> Harness<'static, Desk> {
    let mut harness = desk();
    key(&mut harness, Modifiers::COMMAND, Key::N);
    harness
}

fn main_event(plan: &Plan) -> &PlannedEvent {
    plan.main_event().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_plan_is_made_from_nothing_on_one_page_by_keys_alone() {
    let mut harness = page();
    // The name has the keyboard; Tab leads from field to field.
    type_text(&mut harness, "Regional meeting");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    type_text(&mut harness, "RPM-CIS");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    type_text(&mut harness, "24 apr 2025");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    type_text(&mut harness, "25.4.");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    type_text(&mut harness, "Bishkek, Kyrgyzstan");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let plan = plan(&harness);
    let event = main_event(plan);
    assert_eq!(event.title.get(plan.header().language), "Regional meeting");
    assert_eq!(event.code.get(plan.header().language), "RPM-CIS");
    assert_eq!(event.dates, EventDates::Days { first: day("2025-04-24"), last: day("2025-04-25") });
    assert_eq!((event.zone.name(), plan.header().zone.name()), ("Asia/Bishkek", "Asia/Bishkek"));
    assert_eq!(event.hours, Some(DayHours { from_min: 540, to_min: 1080 }));
    assert_eq!((plan.rooms().len(), plan.sessions().len()), (4, 6), "four rooms; coffee, lunch and coffee on two days");
    assert!(plan.header().identity.is_some());
    assert!(harness.state().path().is_none());
    assert!(harness.query_by_label("Make the plan").is_none(), "the page is closed");
    assert!(harness.state().window_title().starts_with('●'), "it is not saved yet");
}

#[test]
fn rooms_are_typed_as_a_list_and_days_off_are_chips() {
    let mut harness = page();
    type_text(&mut harness, "Congress");
    fill(&mut harness, "First day", "3 june 2027");
    fill(&mut harness, "Last day", "8 june 2027");
    for room in ["Main hall", "Room 1", "Room 2", "Foyer"] {
        harness.get_by_label(&format!("Remove {room}")).click();
        harness.run_steps(3);
    }
    assert!(harness.query_by_label_contains("At least one room is needed").is_some());
    harness.get_by_role_and_label(Role::MultilineTextInput, "Add rooms").focus();
    harness.run_steps(3);
    type_text(&mut harness, "Hall A: 300, Room 101, Garden (80)");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("Remove Sun").click();
    harness.run_steps(3);
    fill(&mut harness, "Room 2: Seats", "45");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let plan = plan(&harness);
    let mut rooms: Vec<_> =
        plan.rooms().iter().map(|room| (room.order, room.title.get(plan.header().language), room.capacity)).collect();
    rooms.sort_unstable();
    assert_eq!(rooms, [(10, "Hall A", Some(300)), (20, "Room 101", Some(45)), (30, "Garden", Some(80))]);
    let off: Vec<EventDates> =
        plan.events().iter().filter(|event| event.kind == EventKind::Holiday).map(|event| event.dates).collect();
    assert_eq!(off, [EventDates::day(day("2027-06-05"))], "Saturday is off, Sunday is not");
}

#[test]
fn a_template_is_begun_on_the_dates_that_are_typed() {
    let mut harness = page();
    harness.get_by_role_and_label(Role::RadioButton, "Small congress").click();
    harness.run_steps(3);
    fill(&mut harness, "First day", "14.10.2027");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let plan = plan(&harness);
    assert_eq!(main_event(plan).dates, EventDates::Days { first: day("2027-10-14"), last: day("2027-10-15") });
    let template = Template::TwoDays.plan();
    assert_eq!(plan.sessions().len(), template.sessions().len());
    assert_eq!(main_event(plan).title, main_event(&template).title, "in all its languages");
    for session in template.sessions().iter() {
        let Some(was) = session.span() else { continue };
        let is = plan.sessions().get(session.id).unwrap().span().unwrap();
        assert_eq!(was.start.clock(), is.start.clock());
        assert_eq!((is.start.date() - was.start.date()).num_days(), (day("2027-10-14") - day("2026-03-05")).num_days());
    }
}

#[test]
fn bad_input_is_told_in_one_sentence_where_it_stands() {
    let mut harness = page();
    let before = plan(&harness).clone();
    assert!(harness.query_by_label_contains("The conference needs a name").is_none(), "not before it is tried");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label_contains("The conference needs a name").is_some());
    type_text(&mut harness, "Congress");
    for (field, text, told) in [
        ("Last day", "1.1.2026", "It ends before it begins."),
        ("Last day", "5.4.2027", "It would last 400 days"),
        ("Last day", "whenever", "This is no day"),
        ("Last day", "3.3.2026", ""),
        ("From", "20:00", "The day ends before it begins."),
        ("From", "early", "This is no time of day"),
        ("From", "9", ""),
        ("Lunch ends", "11", "Lunch must lie within"),
        ("Lunch ends", "14", ""),
        ("Coffee in the morning", "3:00", "Coffee must lie within"),
        ("Coffee in the morning", "", ""),
        ("Room 1: Seats", "many", "Seats and booths are whole numbers"),
        ("Room 1: Seats", "10", ""),
        ("Room 1: Name", "", "A room has no name."),
    ] {
        fill(&mut harness, field, text);
        if !told.is_empty() {
            assert!(harness.query_by_label_contains(told).is_some(), "{field} {text}: {told}");
            key(&mut harness, Modifiers::NONE, Key::Enter);
            assert_eq!(plan(&harness), &before, "{field} {text}");
        }
    }
}

#[test]
fn a_table_is_asked_for_once_the_plan_for_it_is_made() {
    let mut harness = page();
    harness.get_by_role_and_label(Role::RadioButton, "From a table").click();
    harness.run_steps(3);
    type_text(&mut harness, "Congress");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(plan(&harness).sessions().is_empty());
    harness.event(Event::Paste("Title\tDay\tStart\tEnd\nFirst talk\t2.3.2026\t9:00\t9:30\n".to_owned()));
    harness.run_steps(4);
    assert!(harness.query_all_by_label_contains("First talk").count() > 0, "it is seen before it is taken");
}

#[test]
fn escape_leaves_all_as_it_was() {
    let mut harness = page();
    let before = plan(&harness).clone();
    type_text(&mut harness, "Congress");
    key(&mut harness, Modifiers::COMMAND, Key::T);
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Make the plan").is_none());
    assert_eq!((plan(&harness), harness.state().document().done().len()), (&before, 0));
    assert_eq!(&before, &Template::Wtdc25.plan());
}

#[test]
fn unsaved_work_is_asked_about_and_the_page_stays_until_it_is_answered() {
    let mut harness = desk_with(Template::TwoDays.plan(), None, Settings::default());
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Run(UiCommand::AddRoom));
    harness.run_steps(3);
    key(&mut harness, Modifiers::COMMAND, Key::N);
    type_text(&mut harness, "Congress");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("Save the changes first?");
    harness.get_all_by_label("Cancel").last().unwrap().click();
    harness.run_steps(3);
    assert_eq!(plan(&harness).rooms().len(), 5);
    harness.get_by_label("Make the plan").click();
    harness.run_steps(3);
    harness.get_by_label("Do not save").click();
    harness.run_steps(3);
    assert_eq!(main_event(plan(&harness)).title.get(plenary::model::Language::English), "Congress");
}

#[test]
fn a_click_in_the_calendar_sets_the_first_day_and_the_last_one_follows() {
    let mut harness = page();
    harness.get_by_label("Wednesday 25 March 2026").click();
    harness.run_steps(3);
    assert_eq!(harness.get_by_role_and_label(Role::TextInput, "Last day").value().as_deref(), Some("Fri 27 Mar 2026"));
    harness.get_by_role_and_label(Role::TextInput, "Last day").focus();
    harness.run_steps(3);
    harness.get_by_label("Thursday 26 March 2026").click();
    harness.run_steps(3);
    assert_eq!(harness.get_by_role_and_label(Role::TextInput, "First day").value().as_deref(), Some("Wed 25 Mar 2026"));
    assert_eq!(harness.get_by_role_and_label(Role::TextInput, "Last day").value().as_deref(), Some("Thu 26 Mar 2026"));
    harness.get_by_label("2 days");
}

#[test]
fn what_was_typed_stays_with_another_beginning() {
    let mut harness = page();
    type_text(&mut harness, "Chemistry days");
    fill(&mut harness, "First day", "3 june 2027");
    fill(&mut harness, "Last day", "4 june 2027");
    fill(&mut harness, "Place", "Paris, France");
    for start in ["Small congress", "From a table", "Conference"] {
        let found = harness.get_all_by_role(Role::RadioButton).find(|node| {
            node.accesskit_node().label().is_some_and(|label| label.to_lowercase().contains(&start.to_lowercase()))
        });
        found.unwrap_or_else(|| panic!("{start} is not offered")).click();
        harness.run_steps(3);
    }
    key(&mut harness, Modifiers::COMMAND, Key::Enter);
    let plan = plan(&harness);
    let event = main_event(plan);
    let language = plan.header().language;
    assert_eq!((event.title.get(language), event.place.get(language)), ("Chemistry days", "Paris, France"));
    assert_eq!(event.dates, EventDates::Days { first: day("2027-06-03"), last: day("2027-06-04") });
    assert_eq!(event.zone.name(), "Europe/Paris");
}

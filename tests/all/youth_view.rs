//! The view of the youth celebration as a planner uses it: elements are given to sessions, groups to visits, by keys and by click.

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::edit::{Command, Document};
use plenary::model::{EventDates, Plan, Session, VisitGroup, YouthElement};
use plenary::store::Template;

use crate::desk::{desk_with, key, plan, steps, write};
use crate::inspector::click;

fn desk(plan: Plan) -> Harness<'static, Desk> {
    let mut harness = desk_with(plan, None, Settings { view: "youth".to_owned(), ..Settings::default() });
    harness.run_steps(4);
    harness
}

fn built_in() -> Harness<'static, Desk> {
    desk(Template::Wtdc25.plan())
}

fn says(harness: &Harness<'_, Desk>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn session<'a>(harness: &'a Harness<'_, Desk>, id: &str) -> &'a Session {
    plan(harness).sessions().get(id.parse().unwrap()).unwrap()
}

/// With numbers as samples: one group has too few seats, one departs too early, of one nothing is known.
pub fn drawn() -> Plan {
    let mut document = Document::new(Template::Wtdc25.plan());
    let visit = document.plan().sessions().get("S05".parse().unwrap()).unwrap().clone();
    let mut groups = visit.groups.clone();
    let clock = |hour: u16, minute: u16| Some(hour * 60 + minute);
    let set = |group: &mut VisitGroup, people, seats, hours: (Option<u16>, Option<u16>)| {
        (group.people, group.seats, group.departs, group.returns) = (Some(people), Some(seats), hours.0, hours.1);
    };
    set(&mut groups[0], 46, 45, (clock(15, 15), clock(18, 30)));
    set(&mut groups[1], 24, 30, (clock(14, 45), clock(18, 0)));
    set(&mut groups[2], 28, 30, (clock(15, 15), clock(18, 15)));
    groups.push(VisitGroup { name: "Press".into(), ..VisitGroup::default() });
    let after = document.plan().sessions().get("S04".parse().unwrap()).unwrap().clone();
    let elements = after.elements.with(YouthElement::Activities, false);
    let rows = vec![
        Session { groups, ..Session::clone(&visit) }.into(),
        Session { elements, ..Session::clone(&after) }.into(),
    ];
    document.perform(&Command::PutMany(rows)).unwrap();
    document.plan().clone()
}

#[test]
fn elements_stand_against_the_sessions_and_what_is_asked_is_told() {
    let harness = built_in();
    assert!(says(&harness, "5 of 5 elements"));
    assert!(says(&harness, "(a) Dialogue between generations: Intergenerational dialogue"));
    assert!(says(&harness, "(a) Dialogue between generations, Opening: does not serve it"));
    assert!(says(
        &harness,
        "(e) Visits organized by the host country, Youth visits organized by the host country: serves it"
    ));
    assert!(says(&harness, "Opening, 10:00–11:00, Plenary Hall, 500 of 1200 seats"));
    assert!(says(&harness, "Before WTDC-25 opens") && says(&harness, "No outcome documents"));
    assert!(says(&harness, "amplify the voices of young people"), "what it is for");
    assert!(says(&harness, "National Aviation Academy, how many go is not known"));
    assert!(says(&harness, "3 groups, 0 people, 0 seats"));
    assert!(says(&harness, "5 of 5 elements are served · 3 groups on visits · 3 to look at"));
}

#[test]
fn a_click_gives_an_element_to_a_session_and_takes_it_back() {
    let mut harness = built_in();
    click(&mut harness, Role::Cell, "(b) Inspirational talks, Inspirational talks: serves it");
    assert_eq!(steps(&harness), 1);
    assert!(!session(&harness, "S04").elements.contains(YouthElement::Talks));
    harness.run_steps(3);
    assert!(says(&harness, "(b) Inspirational talks: no session") && says(&harness, "4 of 5 elements"));
    assert!(says(&harness, "1 element has no session"));
    click(&mut harness, Role::Cell, "(b) Inspirational talks, Inspirational talks: does not serve it");
    assert_eq!(*plan(&harness), Template::Wtdc25.plan());
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(!session(&harness, "S04").elements.contains(YouthElement::Talks), "each is one step");
}

#[test]
fn keys_alone_give_an_element_to_a_session() {
    let mut harness = built_in();
    let row =
        harness.get_by_label("(c) Activities on the role of youth in digital development: Inspirational talks").rect();
    crate::inspector::click_at(&mut harness, row.left_center() + egui::vec2(60.0, 0.0));
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    key(&mut harness, Modifiers::NONE, Key::Space);
    assert!(session(&harness, "S03").elements.contains(YouthElement::Activities));
    key(&mut harness, Modifiers::NONE, Key::ArrowUp);
    key(&mut harness, Modifiers::NONE, Key::Space);
    assert!(session(&harness, "S03").elements.contains(YouthElement::Talks));
    key(&mut harness, Modifiers::NONE, Key::Space);
    assert!(!session(&harness, "S03").elements.contains(YouthElement::Talks));
    assert_eq!(steps(&harness), 3);
}

#[test]
fn a_group_is_added_and_typed_by_keys_alone() {
    let mut harness = built_in();
    let row = "Youth visits organized by the host country, Azercosmos Space Academy";
    let row = harness.get_all_by_label_contains(row).next().unwrap().rect();
    crate::inspector::click_at(&mut harness, row.left_center() + egui::vec2(230.0, 0.0));
    key(&mut harness, Modifiers::NONE, Key::Insert);
    assert_eq!(session(&harness, "S05").groups.len(), 4);
    write(&mut harness, "Bus 4");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    write(&mut harness, "46");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    write(&mut harness, "45");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    write(&mut harness, "15.20");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    write(&mut harness, "18:10");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let group = session(&harness, "S05").groups.last().unwrap().clone();
    assert_eq!(
        (group.name.get(plenary::model::Language::English), group.people, group.seats),
        ("Bus 4", Some(46), Some(45))
    );
    assert_eq!((group.departs, group.returns), (Some(15 * 60 + 20), Some(18 * 60 + 10)));
    assert!(says(&harness, "1 seat too few") && says(&harness, "4 groups, 46 people, 45 seats"));
    let before = steps(&harness);
    key(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!((session(&harness, "S05").groups.len(), steps(&harness)), (3, before + 1));
}

#[test]
fn a_group_of_the_button_is_named_at_once_and_no_letter_is_lost() {
    let mut harness = built_in();
    harness.get_by_role_and_label(Role::Button, "Group").click();
    harness.run_steps(4);
    // Whoever types fast types several letters within a frame.
    for text in ["B", "u", "s", " ", "5"] {
        harness.event(egui::Event::Text(text.to_owned()));
    }
    harness.run_steps(2);
    key(&mut harness, Modifiers::NONE, Key::Tab);
    for text in ["1", "2"] {
        harness.event(egui::Event::Text(text.to_owned()));
    }
    harness.run_steps(2);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let group = session(&harness, "S05").groups.last().unwrap().clone();
    assert_eq!((group.name.get(plenary::model::Language::English), group.people), ("Bus 5", Some(12)));
}

#[test]
fn the_key_of_the_view_gives_it_the_keyboard() {
    let mut harness = crate::desk::desk();
    let before = plan(&harness).clone();
    key(&mut harness, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::H);
    harness.run_steps(3);
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    key(&mut harness, Modifiers::NONE, Key::Space);
    assert!(!session(&harness, "S02").elements.is_empty(), "the first element is given to the first session");
    assert_eq!(plan(&harness).sessions().len(), before.sessions().len(), "no session is made");
}

#[test]
fn what_can_not_stand_in_a_cell_is_told_and_nothing_is_changed() {
    let mut harness = built_in();
    let row = harness.get_all_by_label_contains("Azercosmos Space Academy").next().unwrap().rect();
    crate::inspector::click_at(&mut harness, row.left_center() + egui::vec2(230.0, 0.0));
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    write(&mut harness, "many");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(steps(&harness), 0);
    assert!(says(&harness, "many"));
}

#[test]
fn a_celebration_on_the_day_of_the_opening_and_an_outcome_are_told() {
    let mut document = Document::new(Template::Wtdc25.plan());
    let event = document.plan().events().get("youth".parse().unwrap()).unwrap().clone();
    let event = plenary::model::Event {
        dates: EventDates::day("2025-11-17".parse().unwrap()),
        ..plenary::model::Event::clone(&event)
    };
    let paper = plenary::model::Document {
        title: "Youth declaration".into(),
        event: Some(event.id),
        ..plenary::model::Document::new("Y1".parse().unwrap(), "Y/1")
    };
    document.perform(&Command::PutMany(vec![event.into(), paper.into()])).unwrap();
    let harness = desk(document.plan().clone());
    assert!(says(&harness, "Not over when WTDC-25 opens"));
    assert!(says(&harness, "1 outcome document, and none is to be adopted"));
    assert!(says(&harness, "Youth declaration: an outcome, which is not to be adopted"));
}

#[test]
fn a_plan_without_a_celebration_says_how_to_begin_one() {
    let harness = desk(Template::TwoDays.plan());
    assert!(says(&harness, "This plan has no youth celebration"));
}

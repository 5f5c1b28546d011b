//! The preparation as a planner sees it: by labels and keys.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::Action;
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::model::{CivilTime, Document, DocumentKind, DocumentStage, EventDates, Language, RowId, StepState};
use plenary::store::Template;

use crate::desk::{act, harness_of, key, plan, write};

const NONE: Modifiers = Modifiers::NONE;

fn open(today: &str) -> Harness<'static, Desk> {
    let settings = Settings { view: "preparation".to_owned(), reduced_motion: true, ..Settings::default() };
    let now = CivilTime::at(today.parse().unwrap(), 9, 0);
    harness_of(Desk::new(Template::Wtdc25.plan(), None, settings).with_clock(Box::new(move |_| Some(now))))
}

fn labels(harness: &Harness<'_, Desk>, start: &str) -> Vec<String> {
    let all = harness.query_all_by_label_contains(start);
    let all = all.filter_map(|node| node.accesskit_node().label());
    all.filter(|label| label.starts_with(start)).collect()
}

#[track_caller]
fn label(harness: &Harness<'_, Desk>, start: &str) -> String {
    labels(harness, start).into_iter().next().unwrap_or_else(|| panic!("no {start}"))
}

/// Whether a message says so.
fn tells(harness: &Harness<'_, Desk>, message: &str) -> bool {
    harness.query_all_by_label_contains(message).any(|node| node.accesskit_node().value().is_some())
}

fn click(harness: &mut Harness<'_, Desk>, start: &str) {
    let starts =
        |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|all| all.starts_with(start));
    harness.query_all_by_label_contains(start).find(starts).unwrap_or_else(|| panic!("no {start}")).click();
    harness.run_steps(4);
}

fn state(harness: &Harness<'_, Desk>, event: &str) -> Option<StepState> {
    plan(harness).events().get(event.parse().unwrap()).unwrap().state
}

#[test]
fn steps_say_how_far_they_are_and_why_they_are_at_risk() {
    let mut harness = open("2025-06-18");
    assert_eq!(label(&harness, "RPM-CIS,"), "RPM-CIS, 24\u{2013}25 April 2025, done");
    assert!(
        label(&harness, "TDAG-25,")
            .ends_with("late, 33 days late: its result is not there, waits for RPM-CM, which is late")
    );
    let irm = label(&harness, "IRM-1,");
    assert!(irm.contains("at risk, waits for RPM-CM, which is late, waits for TDAG-25, which is late"), "{irm}");
    assert!(irm.ends_with("7 posts are open or not confirmed"), "{irm}");
    label(&harness, "Late 2");
    label(&harness, "At risk 3");
    // What is late is done, and nothing is late any more.
    for event in ["RPM-CM,", "TDAG-25,"] {
        click(&mut harness, event);
        key(&mut harness, NONE, Key::Backspace);
    }
    assert_eq!((state(&harness, "rpm-cm"), state(&harness, "tdag-25")), (Some(StepState::Done), Some(StepState::Done)));
    assert!(labels(&harness, "Late ").is_empty());
    act(&mut harness, Action::Run(plenary::app::action::UiCommand::Undo));
    assert_eq!(state(&harness, "tdag-25"), None);
    label(&harness, "Late 1");
}

#[test]
fn keys_lead_along_the_road() {
    let mut harness = open("2025-06-18");
    click(&mut harness, "RPM-CM,");
    key(&mut harness, NONE, Key::ArrowDown);
    key(&mut harness, NONE, Key::Space);
    assert_eq!(state(&harness, "irm-1"), Some(StepState::Open), "the next lane");
    key(&mut harness, NONE, Key::End);
    // What was out of sight has come into it.
    let last = label(&harness, "Last day by the practice of earlier");
    assert!(last.contains("14 days before WTDC-25"), "{last}");
}

#[test]
fn planning_areas_are_typed_into_and_stepped() {
    let mut harness = open("2025-06-18");
    assert_eq!(
        label(&harness, "Host country agreement"),
        "Host country agreement, State under way, Signature at the 2025 session of the Council, 27 Jun, the last day of Council-25"
    );
    click(&mut harness, "Guest services");
    for _ in 0..5 {
        key(&mut harness, NONE, Key::ArrowLeft);
    }
    key(&mut harness, NONE, Key::ArrowRight);
    key(&mut harness, NONE, Key::Enter);
    write(&mut harness, "Host country, protocol");
    key(&mut harness, NONE, Key::Tab);
    let guests = || "area-guests".parse().unwrap();
    assert_eq!(plan(&harness).events().get(guests()).unwrap().owner.get(Language::English), "Host country, protocol");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(state(&harness, "area-guests"), Some(StepState::Done), "a state goes a step further");
    for _ in 0..3 {
        key(&mut harness, NONE, Key::ArrowRight);
    }
    key(&mut harness, NONE, Key::Enter);
    write(&mut harness, "WTDC -31");
    key(&mut harness, NONE, Key::Enter);
    let row = plan(&harness).events().get(guests()).unwrap();
    assert_eq!(row.dates, EventDates::day("2025-10-17".parse().unwrap()));
    assert!(labels(&harness, "Guest services")[0].contains("17 Oct, 31 days before WTDC-25"));
}

#[test]
fn a_document_is_brought_from_stage_to_stage() {
    let mut harness = open("2025-06-18");
    click(&mut harness, "Documents");
    act(&mut harness, Action::Reveal(RowId::Document("TDAG-25-18R1".parse().unwrap())));
    harness.run_steps(4);
    click(&mut harness, "TDAG-25/18(Rev.1)");
    for _ in 0..13 {
        key(&mut harness, NONE, Key::ArrowLeft);
    }
    for _ in 0..6 {
        key(&mut harness, NONE, Key::ArrowRight);
    }
    let stage = |harness: &Harness<'_, Desk>| {
        let row = plan(harness).documents().get("TDAG-25-18R1".parse().unwrap()).unwrap().clone();
        (
            row.stages
                .get(Language::English)
                .map(|reached| (reached.stage, reached.days.into_iter().flatten().count())),
            row.languages,
        )
    };
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(stage(&harness).0, Some((DocumentStage::Received, 1)));
    key(&mut harness, NONE, Key::Enter);
    assert!(label(&harness, "TDAG-25/18(Rev.1)").contains("English in translation 18 Jun"));
    key(&mut harness, NONE, Key::Space);
    assert_eq!(stage(&harness).0, Some((DocumentStage::Posted, 3)));
    assert!(stage(&harness).1.contains(Language::English));
    key(&mut harness, NONE, Key::Backspace);
    assert_eq!(stage(&harness).0, Some((DocumentStage::InTranslation, 2)));
    act(&mut harness, Action::Run(plenary::app::action::UiCommand::Undo));
    assert_eq!(stage(&harness).0, Some((DocumentStage::Posted, 3)));
}

#[test]
fn groups_show_reports_meetings_and_letters() {
    let mut harness = open("2025-06-18");
    click(&mut harness, "Groups");
    assert!(label(&harness, "TDAG-WG-DEC").contains("TDAG-24, TDAG-25/18(Rev.1)"));
    let meeting = label(&harness, "RPM-ARB");
    assert!(meeting.contains("Report of RPM-ARB"), "{meeting}");
    assert_eq!(meeting.matches("was put to the meeting").count(), 5, "{meeting}");
    assert!(label(&harness, "CL-24/38").ends_with("majority reached"));
    let changed = |harness: &Harness<'_, Desk>| {
        let row = plan(harness).events().get("rpm-arb".parse().unwrap()).unwrap();
        row.documents.contains(&"KEY-DECLARATION".parse().unwrap())
    };
    click(&mut harness, "RPM-ARB");
    for _ in 0..12 {
        key(&mut harness, NONE, Key::ArrowLeft);
    }
    for _ in 0..4 {
        key(&mut harness, NONE, Key::ArrowRight);
    }
    let before = changed(&harness);
    key(&mut harness, NONE, Key::Enter);
    assert_ne!(changed(&harness), before);
}

fn dates(harness: &Harness<'_, Desk>, event: &str) -> EventDates {
    plan(harness).events().get(event.parse().unwrap()).unwrap().dates
}

/// Types into the field of this name, over what stands in it.
fn type_into(harness: &mut Harness<'_, Desk>, name: &str, text: &str) {
    harness.get_by_role_and_label(egui::Role::TextInput, name).focus();
    harness.run_steps(2);
    key(harness, Modifiers::COMMAND, Key::A);
    write(harness, text);
    key(harness, NONE, Key::Enter);
}

#[test]
fn days_of_a_step_are_typed_and_what_has_one_day_goes_as_a_whole() {
    let mut harness = open("2025-06-18");
    act(&mut harness, Action::Inspect(RowId::Event("t10-majority".parse().unwrap())));
    harness.run_steps(4);
    type_into(&mut harness, "First day", "5 nov 2024");
    assert_eq!(dates(&harness, "t10-majority"), EventDates::day("2024-11-05".parse().unwrap()));
    type_into(&mut harness, "First day", "1.10.2024");
    assert_eq!(dates(&harness, "t10-majority"), EventDates::day("2024-10-01".parse().unwrap()), "also back");
    type_into(&mut harness, "Last day", "3.10.2024");
    let days = EventDates::Days { first: "2024-10-01".parse().unwrap(), last: "2024-10-03".parse().unwrap() };
    assert_eq!(dates(&harness, "t10-majority"), days);
    type_into(&mut harness, "Last day", "soon");
    assert_eq!(dates(&harness, "t10-majority"), days, "what is no day changes nothing");
    // The conference does not leave its sessions behind.
    act(&mut harness, Action::Inspect(RowId::Event("wtdc25".parse().unwrap())));
    harness.run_steps(4);
    let before = dates(&harness, "wtdc25");
    type_into(&mut harness, "First day", "20.11.2025");
    assert_eq!(dates(&harness, "wtdc25"), before);
    assert!(harness.query_by_label_contains("would be left behind").is_some());
}

#[test]
fn a_step_says_what_a_key_has_done_and_what_is_done_stays_done() {
    let mut harness = open("2025-06-18");
    click(&mut harness, "TDAG-25,");
    key(&mut harness, NONE, Key::Space);
    assert_eq!(state(&harness, "tdag-25"), Some(StepState::Open));
    assert!(tells(&harness, "TDAG-25: open"));
    assert!(label(&harness, "TDAG-25,").contains("late, open"), "it is late, and how far it is stands there as well");
    key(&mut harness, NONE, Key::Space);
    key(&mut harness, NONE, Key::Space);
    assert_eq!(state(&harness, "tdag-25"), Some(StepState::Done));
    key(&mut harness, NONE, Key::Space);
    assert_eq!(state(&harness, "tdag-25"), Some(StepState::Done));
    assert!(tells(&harness, "TDAG-25 is done"));
}

#[test]
fn a_new_step_lies_on_the_road_and_its_name_is_typed() {
    let mut harness = open("2026-12-01");
    click(&mut harness, "Step");
    write(&mut harness, "Sign the agreement");
    key(&mut harness, NONE, Key::Enter);
    let row = plan(&harness).events().iter().find(|row| row.title.get(Language::English) == "Sign the agreement");
    let first = plan(&harness).main_event().unwrap().dates.first_and_last().0;
    assert_eq!(row.unwrap().dates, EventDates::day(first), "a year after the conference it is no step of today");
}

#[test]
fn the_road_is_looked_at_as_of_another_day_and_documents_count_as_late() {
    let mut harness = open("2025-06-18");
    label(&harness, "Late 2");
    click(&mut harness, "As of 18 Jun");
    for _ in 0..5 {
        click(&mut harness, "A month on");
    }
    click(&mut harness, "Monday 3 November 2025");
    assert!(labels(&harness, "Late 2").is_empty(), "more is late in November");
    label(&harness, "As of 3 Nov");
    // The inspector counts from that day as well.
    let irm = RowId::Event("irm-1".parse().unwrap());
    act(&mut harness, Action::Inspect(irm));
    harness.run_steps(4);
    let says = |harness: &Harness<'_, Desk>, words: &str| harness.query_all_by_label_contains(words).next().is_some();
    assert!(says(&harness, "111 days late"), "15 July to 3 November");
    click(&mut harness, "As of today");
    assert!(!says(&harness, "111 days late"));
    label(&harness, "Late 2");
    act(&mut harness, Action::Run(plenary::app::action::UiCommand::SelectNone));
    let row = plan(&harness).documents().get("TDAG-25-18R1".parse().unwrap()).unwrap().clone();
    let late =
        plenary::model::Document { due: Some("2025-06-01".parse().unwrap()), ..plenary::model::Document::clone(&row) };
    act(&mut harness, Action::Perform(plenary::edit::Command::Put(late.into())));
    click(&mut harness, "Documents overdue 1");
    label(&harness, "Stages missing 1");
    assert_eq!(labels(&harness, "TDAG-25/18(Rev.1)").len(), 1);
    assert!(labels(&harness, "CL-24/38").is_empty(), "only what is late");
}

#[test]
fn links_of_reports_and_videos_are_typed_where_they_are_missing() {
    let mut harness = open("2025-06-18");
    click(&mut harness, "Groups");
    click(&mut harness, "RPM-ARB");
    for _ in 0..12 {
        key(&mut harness, NONE, Key::ArrowLeft);
    }
    for _ in 0..2 {
        key(&mut harness, NONE, Key::ArrowRight);
    }
    let links = |harness: &Harness<'_, Desk>, kind: DocumentKind| {
        let of =
            |row: &&std::sync::Arc<Document>| row.event == Some("rpm-arb".parse().unwrap()) && row.kind == Some(kind);
        plan(harness).documents().iter().filter(of).map(|row| row.link.clone()).collect::<Vec<_>>()
    };
    assert_eq!(links(&harness, DocumentKind::Report), [""]);
    key(&mut harness, NONE, Key::Enter);
    write(&mut harness, "https://example.int/rpm-arb");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(links(&harness, DocumentKind::Report), ["https://example.int/rpm-arb"]);
    assert!(label(&harness, "RPM-ARB").contains("https://example.int/rpm-arb"));
    // What is no link is told, and nothing changes.
    click(&mut harness, "RPM-ARB");
    key(&mut harness, NONE, Key::F2);
    key(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "ask Amina");
    key(&mut harness, NONE, Key::Enter);
    assert_eq!(links(&harness, DocumentKind::Report), ["https://example.int/rpm-arb"]);
}

#[test]
fn a_key_document_is_put_to_all_regional_meetings() {
    let mut harness = open("2025-06-18");
    click(&mut harness, "Groups");
    let given = |harness: &Harness<'_, Desk>| label(harness, "RPM-CIS").matches("was put to the meeting").count();
    assert_eq!(given(&harness), 5);
    click(&mut harness, "Key document");
    assert_eq!(given(&harness), 6);
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(given(&harness), 5, "one step");
}

#[test]
fn a_consultation_that_was_announced_takes_its_numbers_and_says_what_they_come_to() {
    let mut harness = open("2025-06-18");
    act(&mut harness, Action::Inspect(RowId::Event("t08-consultation".parse().unwrap())));
    harness.run_steps(4);
    type_into(&mut harness, "In favour", "90");
    type_into(&mut harness, "Needed", "98");
    let tally = plan(&harness).events().get("t08-consultation".parse().unwrap()).unwrap().tally.unwrap();
    assert_eq!((tally.in_favour, tally.needed, tally.announced), (Some(90), Some(98), Some(true)));
    assert!(harness.query_by_value("majority not reached").is_some(), "the numbers say it");
}

#[test]
fn looking_at_a_state_does_not_change_it() {
    let mut harness = open("2025-06-18");
    let before = plan(&harness).clone();
    let row = harness.get_all_by_label_contains("Guest services, ").next().unwrap().rect();
    crate::inspector::click_at(&mut harness, egui::pos2(row.left() + row.width() * 0.43, row.center().y));
    assert!(*plan(&harness) == before);
}

#[test]
fn a_step_without_a_state_has_a_row_for_it_and_a_consultation_begins_empty() {
    let mut harness = open("2025-06-18");
    act(&mut harness, Action::Inspect(RowId::Event("council-25".parse().unwrap())));
    harness.run_steps(4);
    assert_eq!(state(&harness, "council-25"), None);
    label(&harness, "State");
    let before = plan(&harness).clone();
    click(&mut harness, "Consultation");
    assert!(*plan(&harness) == before, "nothing is noted before somebody says a number");
    type_into(&mut harness, "Replies", "98");
    let tally = plan(&harness).events().get("council-25".parse().unwrap()).unwrap().tally.unwrap();
    assert_eq!((tally.replies, tally.asked), (Some(98), None));
}

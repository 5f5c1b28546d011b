//! The windows that find a slot and repair, and the menu of fixes, as a planner uses them.

use std::time::Duration;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::check::Checker;
use plenary::edit::Command;
use plenary::model::RowId;

use crate::desk::{desk, place, steps};

fn run(harness: &mut Harness<'_, Desk>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.run_steps(4);
}

fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    let exact = harness.query_all_by_label(label).next();
    let any = exact.or_else(|| harness.query_all_by_label_contains(label).next());
    any.unwrap_or_else(|| panic!("nothing is called {label}")).click();
    harness.run_steps(4);
}

fn open(harness: &Harness<'_, Desk>, rule: &str) -> usize {
    let checker = Checker::new(harness.state().document().plan());
    checker.findings().filter(|finding| finding.is_open() && finding.rule == rule).count()
}

#[test]
fn a_slot_is_found_and_taken_as_one_step() {
    let mut harness = desk();
    run(&mut harness, Action::Run(UiCommand::FindSlot));
    assert!(harness.query_by_label("Select one or several sessions first").is_some());
    run(&mut harness, Action::Select(Selection::only("S41".parse::<plenary::model::SessionId>().unwrap().into())));
    let before = place(&harness, "S41");
    click(&mut harness, "Take");
    assert_ne!(place(&harness, "S41"), before);
    assert_eq!(steps(&harness), 1);
    assert!(harness.query_by_label("Keep the order of the body's sessions").is_none(), "the window has closed");
}

#[test]
fn a_slot_for_a_pinned_session_and_one_from_the_tray_leaves_the_pinned_one_alone() {
    let mut harness = desk();
    let ids = ["S41", "S42"].map(|id| id.parse::<plenary::model::SessionId>().unwrap());
    run(&mut harness, Action::Perform(Command::Unschedule(vec![ids[1]])));
    run(&mut harness, Action::Perform(Command::Pin(vec![ids[0]], true)));
    let before = place(&harness, "S41");
    run(&mut harness, Action::Select(Selection::sessions(ids)));
    run(&mut harness, Action::Run(UiCommand::FindSlot));
    click(&mut harness, "Take");
    assert_eq!((place(&harness, "S41"), steps(&harness)), (before, 3));
    assert_ne!(place(&harness, "S42"), "unscheduled");
    run(&mut harness, Action::Select(Selection::only(ids[0].into())));
    run(&mut harness, Action::Run(UiCommand::FindSlot));
    assert!(harness.query_by_label_contains("is pinned and stays").is_some());
}

#[test]
fn a_repair_is_searched_for_and_taken() {
    let mut harness = desk();
    let before = open(&harness, "social-overlap");
    assert_eq!(before, 1);
    let both = ["S38", "S39"].map(|id| id.parse::<plenary::model::SessionId>().unwrap());
    run(&mut harness, Action::Select(Selection::sessions(both)));
    run(&mut harness, Action::Run(UiCommand::Repair));
    click(&mut harness, "findings of the selected sessions");
    click(&mut harness, "Search");
    // The search runs beside the window.
    for _ in 0..600 {
        if harness.query_by_label("Take the chosen moves").is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
        harness.run_steps(2);
    }
    assert!(harness.query_by_label("No fewer moves can do it.").is_some());
    click(&mut harness, "Take the chosen moves");
    assert_eq!(open(&harness, "social-overlap"), 0);
    assert_eq!(steps(&harness), 1);
    run(&mut harness, Action::Run(UiCommand::Undo));
    assert_eq!(open(&harness, "social-overlap"), before);
}

#[test]
fn a_fix_from_the_list_of_findings_clears_it() {
    let mut harness = desk();
    run(&mut harness, Action::Run(UiCommand::NextFinding));
    // The first finding, a side event, has no way out within the conference; the filter leads to one that has.
    let filter = harness.get_by_label("Filter findings");
    filter.focus();
    harness.run_steps(2);
    harness.get_by_label("Filter findings").type_text("luncheon");
    harness.run_steps(4);
    click(&mut harness, "Fix: ");
    harness.run_steps(4);
    click(&mut harness, "Move “Luncheon hosted by Thailand” to");
    assert_eq!(open(&harness, "social-overlap"), 0);
    assert_eq!(steps(&harness), 1);
}

#[test]
fn a_chair_that_is_missing_is_added_where_the_finding_stands() {
    let mut harness = desk();
    let missing = |harness: &Harness<'_, Desk>| {
        let checker = Checker::new(harness.state().document().plan());
        checker.findings().filter(|finding| finding.message == "finding-irm-chair").count()
    };
    let chair = "IRM-CHAIR".parse().unwrap();
    run(&mut harness, Action::Perform(Command::Remove(vec![RowId::Post(chair)])));
    assert_eq!(missing(&harness), 2, "the post is gone, and nobody chairs");
    click(&mut harness, "Add a chair to IRM-1");
    // The list of people is open already, and takes what is typed.
    harness.event(egui::Event::Text("Amina Diallo".to_owned()));
    harness.run_steps(3);
    harness.key_press(egui::Key::Enter);
    harness.run_steps(4);
    let plan = harness.state().document().plan();
    let person = plan.people().iter().find(|person| person.name == "Amina Diallo").expect("she is in the plan");
    let chairs = plan.sessions().iter().filter(|session| {
        session.people.iter().any(|part| part.person == person.id && part.role == plenary::model::Role::Chair)
    });
    assert!(chairs.map(|session| session.event.as_str()).eq(["irm-1"]));
    assert_eq!((missing(&harness), steps(&harness)), (1, 2));
}

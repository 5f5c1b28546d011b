//! What follows the open plan is the same as if it were made anew, whatever was done.

use plenary::check::{Checker, Finding};
use plenary::edit::{AnyRow, Command, Document};
use plenary::model::{Event, EventDates, EventKind, Patch, Plan, RowId, Severity};
use plenary::store::Template;
use plenary::workbench::{Index, Load, Loads, Workbench};
use proptest::prelude::*;

use super::edit::{command, rolls};
use super::plans;

/// Everything that follows agrees with a fresh look at the plan.
#[track_caller]
fn check(workbench: &Workbench) {
    let plan = workbench.plan();
    assert_eq!(*workbench.index(), Index::new(plan));
    assert_eq!(*workbench.loads(), Loads::new(plan, &workbench.checker()));
    let findings = |checker: &Checker| checker.sorted().into_iter().cloned().collect::<Vec<Finding>>();
    assert_eq!(findings(&workbench.checker()), findings(&Checker::new(plan)));
    let checker = workbench.checker();
    let of_days = || checker.findings().filter(|finding| finding.is_open() && finding.sessions.is_empty());
    for date in of_days().filter_map(Finding::date) {
        let worst = of_days().filter(|finding| finding.date() == Some(date)).map(|finding| finding.severity).max();
        assert_eq!(Some(checker.mark_of_day(date)), worst);
    }
}

/// The patches that a follower is given lead from what it knew to what is.
#[track_caller]
fn check_since(workbench: &Workbench, known: &(Plan, plenary::workbench::Generation)) {
    let mut plan = known.0.clone();
    workbench.since(known.1).unwrap().for_each(|patch| plan.apply(patch).unwrap());
    assert_eq!(plan, *workbench.plan());
}

/// What names no session is marked on no session, and so on the day that it is about.
#[test]
fn a_day_is_marked_with_what_names_no_session_until_that_is_gone() {
    let mut workbench = Workbench::new(Template::Wtdc25.plan());
    let plan = workbench.plan();
    let (event, before) = plan.events().iter().find_map(|event| Some((event, event.after.first()?))).unwrap();
    let date = event.dates.first_and_last().1;
    let late = Event { dates: EventDates::day(date), ..Event::clone(plan.events().get(*before).unwrap()) };
    assert_eq!(workbench.checker().mark_of_day(date), Severity::Off);
    workbench.perform(&Command::Put(AnyRow::Event(Box::new(late)))).unwrap();
    assert!(workbench.checker().mark_of_day(date) >= Severity::Warning, "it is over only when what follows is");
    check(&workbench);
    workbench.undo();
    assert_eq!(workbench.checker().mark_of_day(date), Severity::Off);
}

#[test]
fn a_plan_is_about_its_longest_event_of_days_not_about_a_year() {
    let mut workbench = Workbench::new(Template::Wtdc25.plan());
    let main = workbench.index().main_event();
    assert_eq!(main, Some("wtdc25".parse().unwrap()));
    let year = Event {
        id: "year".parse().unwrap(),
        kind: EventKind::Forum,
        dates: EventDates::Year(2025),
        ..Event::clone(workbench.plan().events().get(main.unwrap()).unwrap())
    };
    assert!(year.hours.is_some());
    workbench.perform(&Command::Put(AnyRow::Event(Box::new(year)))).unwrap();
    assert_eq!(workbench.index().main_event(), main);
    check(&workbench);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn index_and_findings_follow_any_commands(rolls in rolls()) {
        let mut workbench = Workbench::new(Template::Wtdc25.plan());
        let known = (workbench.plan().clone(), workbench.generation());
        for roll in &rolls {
            let Some(command) = command(workbench.plan(), roll) else { continue };
            let _ = workbench.perform(&command);
            if roll.kind == 5 {
                workbench.undo();
            }
        }
        check(&workbench);
        check_since(&workbench, &known);
        while workbench.undo().is_some() {}
        check(&workbench);
        while workbench.redo().is_some() {}
        check(&workbench);
    }

    #[test]
    fn the_index_follows_changes_of_every_table(from in plans::plan(), to in plans::plan()) {
        let mut workbench = Workbench::new(from.clone());
        let _ = workbench.perform(&Command::Take(Box::new(Patch::between(&from, &to))));
        check(&workbench);
        workbench.undo();
        prop_assert_eq!(workbench.plan(), &from);
        check(&workbench);
    }

    #[test]
    fn with_an_index_as_much_is_removed_as_without(plan in plans::plan(), picks in any::<[u16; 2]>()) {
        let rows: Vec<RowId> = Patch::between(&Plan::new((**plan.header()).clone()), &plan).rows().collect();
        prop_assume!(!rows.is_empty());
        let command = Command::Remove(picks.map(|pick| rows[usize::from(pick) % rows.len()]).to_vec());
        let mut document = Document::new(plan.clone());
        let mut workbench = Workbench::new(plan);
        prop_assert_eq!(document.perform(&command).map(|step| step.is_some()), workbench.perform(&command).map(|change| change.is_some()));
        prop_assert_eq!(document.plan(), workbench.plan());
    }
}

#[test]
fn no_two_states_of_any_plans_share_a_generation() {
    let (mut one, other) = (Workbench::new(Template::Wtdc25.plan()), Workbench::new(Template::Wtdc25.plan()));
    let mut seen = vec![one.generation(), other.generation()];
    let pin = Command::Pin(vec!["S08".parse().unwrap()], true);
    seen.push(one.perform(&pin).unwrap().unwrap().generation);
    seen.push(one.undo().unwrap().generation);
    assert!(one.since(other.generation()).is_none(), "what another plan was is no help");
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 4, "nor is a state that undo brings back the same");
}

/// Breaks are sessions of their day as they are of the plan, but do not fill it; a session over midnight counts on both days.
#[test]
fn a_day_counts_its_sessions_their_minutes_and_their_marks() {
    let workbench = Workbench::new(Template::Wtdc25.plan());
    let date = chrono::NaiveDate::from_ymd_opt(2025, 11, 20).unwrap();
    let load = workbench.loads().on(date);
    let sessions = workbench.index().sessions_on(date);
    assert_eq!(sessions.len() as u32, load.count());
    let marked = sessions.iter().filter(|&&id| workbench.checker().mark(id) >= Severity::Warning).count();
    assert_eq!(load.marked() as usize, marked);
    let worst = sessions.iter().map(|&id| workbench.checker().mark(id)).max().unwrap();
    assert_eq!(load.worst(), worst);
    assert_eq!(load.sessions, 9);
    let monday = workbench.loads().on(date - chrono::Days::new(3));
    assert_eq!((monday.count(), monday.breaks), (10, 2));
    assert_eq!(workbench.loads().on(date + chrono::Days::new(100)), Load::default());
}

/// The interregional meetings are on the clock of Geneva, the plan on that of Baku.
#[test]
fn a_moment_is_read_on_the_clock_of_the_event_of_its_day() {
    let workbench = Workbench::new(Template::Wtdc25.plan());
    let read = |home: &str| workbench.where_it_is_read(home.parse().unwrap()).to_string();
    assert_eq!(read("2025-11-20T10:00"), "2025-11-20T10:00");
    assert_eq!(read("2025-07-14T15:00"), "2025-07-14T13:00");
    assert_eq!(read("2025-07-16T01:30"), "2025-07-15T23:30", "the second day of the meeting is not over there");
    assert_eq!(read("2025-07-16T02:00"), "2025-07-16T02:00", "on no day of an event, the plan's own clock counts");
    assert_eq!(read("2025-07-14T01:00"), "2025-07-14T01:00");
    let zone = |date: &str| workbench.zone_on(date.parse().unwrap()).name();
    assert_eq!(
        (zone("2025-07-15"), zone("2025-11-20"), zone("2025-08-01")),
        ("Europe/Zurich", "Asia/Baku", "Asia/Baku")
    );
}

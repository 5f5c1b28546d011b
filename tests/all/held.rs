//! Real times of meetings, the numbers that they fix, and zones that change under sessions.

use std::collections::BTreeSet;

use plenary::edit::zones::{ChangeZone, at_other_instants};
use plenary::edit::{Command, Deed, Document, Refusal, resolve};
use plenary::model::zone::{self, Reading, Tz};
use plenary::model::{
    CivilTime, Event, EventId, Held, HeldStep, PatchError, Plan, RowError, RowId, Session, SessionId, Status,
};
use plenary::store::{Template, plan_text, read_plan};
use plenary::workbench::Workbench;
use proptest::prelude::*;

use super::plans;

fn id(id: &str) -> SessionId {
    id.parse().unwrap()
}

fn at(time: &str) -> CivilTime {
    time.parse().unwrap()
}

fn session(plan: &Plan, name: &str) -> Session {
    Session::clone(plan.sessions().get(id(name)).unwrap())
}

fn hold(workbench: &mut Workbench, name: &str, step: HeldStep, time: &str) {
    workbench.perform(&Command::Hold(step, vec![(id(name), at(time))])).unwrap();
}

fn number(workbench: &Workbench, name: &str) -> Option<u16> {
    workbench.index().meeting(id(name)).map(|meeting| meeting.number)
}

/// Removes a row of the plan, or calls it off.
fn call_off(workbench: &mut Workbench, name: &str) {
    let off = Session { status: Status::Cancelled, ..session(workbench.plan(), name) };
    workbench.perform(&Command::Put(off.into())).unwrap();
}

#[test]
fn a_meeting_that_was_opened_keeps_its_number_whatever_happens_to_others() {
    let mut workbench = Workbench::new(Template::Wtdc25.plan());
    // First plenary, second in two parts.
    assert_eq!(
        [number(&workbench, "S10"), number(&workbench, "S18"), number(&workbench, "S20")],
        [Some(1), Some(2), Some(3)]
    );
    let steps = workbench.document().done().len();
    hold(&mut workbench, "S18", HeldStep::Open, "2025-11-18T09:34");
    assert_eq!(workbench.document().done().len(), steps + 1, "one step");
    assert_eq!(session(workbench.plan(), "S18").number, Some(2), "written down in the same step");
    call_off(&mut workbench, "S10");
    assert_eq!([number(&workbench, "S18"), number(&workbench, "S20")], [Some(2), Some(3)]);
    // One more before it takes what is free, and never its number.
    let first = session(workbench.plan(), "S10");
    let early = Session { id: id("EARLY"), status: Status::Confirmed, ..first };
    workbench.perform(&Command::Create(Box::new(early))).unwrap();
    let earlier = Session { id: id("SECOND"), ..session(workbench.plan(), "EARLY") };
    workbench.perform(&Command::Create(Box::new(earlier))).unwrap();
    let early = [number(&workbench, "EARLY"), number(&workbench, "SECOND")];
    assert!(early.contains(&Some(1)) && !early.contains(&Some(2)), "{early:?}");
    assert_eq!(number(&workbench, "S18"), Some(2));
    while workbench.document().done().len() > steps {
        workbench.undo();
    }
    assert_eq!(session(workbench.plan(), "S18"), session(&Template::Wtdc25.plan(), "S18"));
}

#[test]
fn a_number_is_fixed_also_where_the_opening_is_typed_and_can_be_counted_again() {
    let mut workbench = Workbench::new(Template::Wtdc25.plan());
    let typed = Session { held: Some(Held::since(at("2025-11-18T09:34"))), ..session(workbench.plan(), "S20") };
    workbench.perform(&Command::Put(typed.clone().into())).unwrap();
    assert_eq!(session(workbench.plan(), "S20").number, Some(3));
    workbench.perform(&Command::Put(typed.into())).unwrap();
    assert_eq!(session(workbench.plan(), "S20").number, None, "taken away by hand it stays away");
    // A coffee break that was held is no meeting.
    hold(&mut workbench, "S23", HeldStep::Open, "2025-11-18T15:50");
    assert_eq!(session(workbench.plan(), "S23").number, None);
}

#[test]
fn what_is_opened_takes_place_and_its_copies_were_not_held() {
    let mut workbench = Workbench::new(Template::Wtdc25.plan());
    let reserve = Session { status: Status::Reserve, ..session(workbench.plan(), "S18") };
    workbench.perform(&Command::Put(reserve.into())).unwrap();
    hold(&mut workbench, "S18", HeldStep::Open, "2025-11-18T09:34");
    hold(&mut workbench, "S18", HeldStep::Adjourn, "2025-11-18T10:50");
    assert_eq!(session(workbench.plan(), "S18").status, Status::Confirmed);
    let change = workbench.perform(&Command::Duplicate(vec![(id("S18"), None)])).unwrap().unwrap();
    let copy = change.patch.changes::<Session>().find_map(|(_, change)| change.after.clone()).unwrap();
    assert_eq!((copy.held.as_ref(), copy.number), (None, None));
    assert_eq!(change.label.deed, Deed::Duplicate);
}

#[test]
fn what_does_not_follow_is_refused_and_changes_nothing() {
    let mut workbench = Workbench::new(Template::Wtdc25.plan());
    workbench.perform(&Command::Unschedule(vec![id("S20")])).unwrap();
    let before = workbench.plan().clone();
    let mut refused =
        |name: &str, step, time: &str| workbench.perform(&Command::Hold(step, vec![(id(name), at(time))])).unwrap_err();
    let out_of_order = |name: &str| {
        Refusal::Patch(PatchError::Impossible { row: RowId::Session(id(name)), why: RowError::HeldOutOfOrder })
    };
    assert_eq!(refused("S20", HeldStep::Open, "2025-11-18T11:00"), Refusal::Unscheduled(id("S20")));
    assert_eq!(refused("S18", HeldStep::Adjourn, "2025-11-18T11:00"), out_of_order("S18"));
    assert_eq!(refused("none", HeldStep::Open, "2025-11-18T11:00"), Refusal::Missing(id("none").into()));
    let mut crossed = session(&before, "S18");
    crossed.held = Some(Held { adjourned: Some(at("2025-11-18T09:00")), ..Held::since(at("2025-11-18T09:00")) });
    assert_eq!(workbench.perform(&Command::Put(crossed.into())).unwrap_err(), out_of_order("S18"));
    assert_eq!(workbench.plan(), &before);
}

#[test]
fn what_was_opened_stays_when_others_move() {
    let mut workbench = Workbench::new(Template::Wtdc25.plan());
    hold(&mut workbench, "S18", HeldStep::Open, "2025-11-18T09:34");
    let stays = session(workbench.plan(), "S18");
    assert!(stays.keeps_place() && !stays.pinned);
    let order = plenary::edit::dates::MoveDates {
        event: stays.event,
        events: BTreeSet::from([stays.event]),
        days: 7,
        pinned: BTreeSet::new(),
        place: None,
    };
    workbench.perform(&Command::MoveDates(Box::new(order))).unwrap();
    assert_eq!(session(workbench.plan(), "S18").placement, stays.placement);
    // The planner moves it itself, and what was held stays as it was.
    let elsewhere = plenary::edit::placing::shifted(stays.placement.as_ref().unwrap(), 30);
    workbench.perform(&Command::Place(vec![(id("S18"), elsewhere.clone())])).unwrap();
    let moved = session(workbench.plan(), "S18");
    assert_eq!((moved.placement, moved.held), (Some(elsewhere), stays.held));
}

#[test]
fn real_times_are_kept_by_files_and_files_are_read_with_care() {
    let mut workbench = Workbench::new(Template::Wtdc25.plan());
    for (step, time) in [
        (HeldStep::Open, "2025-11-18T09:34"),
        (HeldStep::Suspend, "2025-11-18T10:00"),
        (HeldStep::Resume, "2025-11-18T10:10"),
        (HeldStep::Adjourn, "2025-11-18T10:50"),
    ] {
        hold(&mut workbench, "S18", step, time);
    }
    let text = plan_text(workbench.plan());
    assert!(text.contains("held: (opened: \"2025-11-18T09:34\""), "as it reads");
    assert_eq!(&read_plan(text.as_bytes()).unwrap(), workbench.plan());
    for (old, new) in [
        ("opened: \"2025-11-18T09:34\"", "opened: \"2025-11-18T12:34\""),
        ("resumed: \"2025-11-18T10:10\"", "resumed: \"1825-11-18T10:10\""),
        ("resumed: \"2025-11-18T10:10\"", "resume: \"2025-11-18T10:10\""),
        ("adjourned: \"2025-11-18T10:50\"", "adjourned: \"2026-11-18T10:50\""),
    ] {
        assert!(text.contains(old), "{old}");
        assert!(read_plan(text.replace(old, new).as_bytes()).is_err(), "{new}");
    }
}

fn instants(plan: &Plan, event: EventId) -> Vec<(SessionId, Vec<chrono::DateTime<chrono::Utc>>)> {
    let zone = plan.events().get(event).unwrap().zone;
    let of = |session: &Session| {
        let span = session.span().into_iter().flat_map(|span| [span.start, span.end]);
        let held: Vec<CivilTime> = session.held.iter().flat_map(Held::times).collect();
        span.chain(held).map(|time| zone::instant(time, zone)).collect()
    };
    let sessions = plan.sessions().iter().filter(|session| session.event == event);
    sessions.map(|session| (session.id, of(session))).collect()
}

#[test]
fn times_stay_as_written_unless_the_instants_are_to_be_kept() {
    let plan = Template::Wtdc25.plan();
    let event: EventId = "irm-1".parse().ok().filter(|&id| plan.events().contains(id)).unwrap_or_else(|| {
        let found = plan.events().iter().find(|event| plan.sessions().iter().any(|session| session.event == event.id));
        found.unwrap().id
    });
    let before = instants(&plan, event);
    let row = Event { zone: Tz::Asia__Tokyo, ..Event::clone(plan.events().get(event).unwrap()) };
    let mut document = Document::new(plan.clone());
    document.perform(&Command::Put(row.into())).unwrap();
    assert_ne!(instants(document.plan(), event), before);
    assert!(document.plan().sessions() == plan.sessions(), "as written");
    document.undo();
    let order = ChangeZone::of_all(&plan, event, Tz::Asia__Tokyo);
    document.perform(&Command::ChangeZone(Box::new(order))).unwrap();
    assert_eq!(document.done().len(), 1, "one step");
    assert_eq!(instants(document.plan(), event), before);
    assert!(document.plan().sessions() != plan.sessions());
    document.undo();
    assert_eq!(document.plan(), &plan);
}

#[test]
fn clock_changes_and_midnights_are_told_or_right() {
    let mut document = Document::new(Template::Blank.plan());
    let event = Event { zone: Tz::UTC, ..plenary::edit::new_event(document.plan(), "Night") };
    document.perform(&Command::Put(event.clone().into())).unwrap();
    for (name, start, mins) in [
        // The night of 26 October 2025: at 01:00 UTC clocks in Zurich go back from 03:00 to 02:00.
        ("evening", "2025-10-25T22:30", 60),
        ("first", "2025-10-26T00:30", 15),
        ("second", "2025-10-26T01:30", 15),
        ("over", "2025-10-25T23:30", 180),
        ("morning", "2025-10-26T08:00", 60),
    ] {
        let mut row = Session::new(id(name), event.id, plenary::model::SessionKind::Other);
        let length = plenary::model::Length::clamped(mins);
        row.placement = Some(plenary::model::Placement { start: at(start), length, rooms: Vec::new() });
        document.perform(&Command::Create(Box::new(row))).unwrap();
    }
    let before = document.plan().clone();
    let order = Command::ChangeZone(Box::new(ChangeZone::of_all(&before, event.id, Tz::Europe__Zurich)));
    let patch = resolve(&before, &order).unwrap();
    document.perform(&order).unwrap();
    let span = |name: &str| session(document.plan(), name).span().map(|span| format!("{}–{}", span.start, span.end));
    assert_eq!(span("evening").unwrap(), "2025-10-26T00:30–2025-10-26T01:30", "over midnight");
    assert_eq!(span("first").unwrap(), "2025-10-26T02:30–2025-10-26T02:45");
    assert_eq!(span("morning").unwrap(), "2025-10-26T09:00–2025-10-26T10:00");
    // Three hours of which the clock shows two.
    assert_eq!(span("over").unwrap(), "2025-10-26T01:30–2025-10-26T03:30");
    // The hour that is shown twice can be written only once.
    assert_eq!(span("second"), span("first"));
    assert!(matches!(zone::read(at("2025-10-26T02:30"), Tz::Europe__Zurich), Reading::Twice(..)));
    assert_eq!(at_other_instants(&before, &patch), [id("second")], "and that is told");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn instants_are_kept_except_where_it_is_told(plan in plans::plan(), pick in any::<u16>(), zone in plans::zone()) {
        let events: Vec<EventId> = plan.events().ids().collect();
        let event = events[usize::from(pick) % events.len()];
        let order = Command::ChangeZone(Box::new(ChangeZone::of_all(&plan, event, zone)));
        let Ok(patch) = resolve(&plan, &order) else { return Ok(()) };
        let mut after = plan.clone();
        after.apply(&patch).unwrap();
        let told: BTreeSet<SessionId> = at_other_instants(&plan, &patch).into_iter().collect();
        prop_assert_eq!(after.events().get(event).unwrap().zone, zone);
        for (session, row) in plan.sessions().iter().filter_map(|row| Some((row, after.sessions().get(row.id)?))) {
            if session.event != event {
                prop_assert_eq!(session, row);
            }
            let old = plan.events().get(session.event).unwrap().zone;
            let new = after.events().get(session.event).unwrap().zone;
            let (Some(before), Some(now)) = (session.span(), row.span()) else { continue };
            let is_kept = zone::instant(before.start, old) == zone::instant(now.start, new)
                && zone::instant(before.end, old) == zone::instant(now.end, new);
            prop_assert_eq!(is_kept, !told.contains(&session.id));
            // What is told is told because a clock is changed there, or because clocks differed by seconds.
            if !is_kept {
                let ends = [(before.start, old), (before.end, old), (now.start, new), (now.end, new)];
                let is_odd = |&(time, zone): &(CivilTime, Tz)| {
                    let is_changed = !matches!(zone::read(time, zone), Reading::Once(_));
                    let seconds = (zone::instant(time, zone).timestamp() - time.to_chrono().and_utc().timestamp()) % 60;
                    is_changed || seconds != 0
                };
                prop_assert!(ends.iter().any(is_odd) || before.mins() > 13 * 1440, "{:?} {:?} {} {}", before, now, old, new);
            }
        }
        after.apply(&patch.inverse()).unwrap();
        prop_assert_eq!(after, plan);
    }
}

#[cfg(feature = "window")]
#[path = "held/desk.rs"]
mod desk_tests;

//! Fixes, slots and repairs on the built-in plan: each proposal is judged again from scratch.

use std::sync::atomic::AtomicBool;

use plenary::arrange::plan::Wishes;
use plenary::arrange::{Remedy, SlotLimits, fixes, repair, slots};
use plenary::check::{Checker, Finding};
use plenary::edit::{Command, Document};
use plenary::model::{HeldStep, Placement, Plan, SessionId, Severity};
use plenary::store::{Template, read_plan};

/// Nothing is stopped here.
static NEVER: AtomicBool = AtomicBool::new(false);

fn id(text: &str) -> SessionId {
    text.parse().unwrap()
}

fn open(plan: &Plan) -> Vec<Finding> {
    Checker::new(plan).sorted().into_iter().filter(|finding| finding.is_open()).cloned().collect()
}

fn of_rule(plan: &Plan, rule: &str) -> Vec<Finding> {
    open(plan).into_iter().filter(|finding| finding.rule == rule).collect()
}

/// The built-in plan with some sessions elsewhere.
fn moved(moves: &[(&str, &str, &[&str])]) -> Document {
    let mut document = Document::new(Template::Wtdc25.plan());
    for (session, start, rooms) in moves {
        let at = document.plan().sessions().get(id(session)).unwrap().placement.clone().unwrap();
        let rooms = rooms.iter().map(|room| room.parse().unwrap()).collect();
        let at = Placement { start: start.parse().unwrap(), rooms, ..at };
        document.perform(&Command::Place(vec![(id(session), at)])).unwrap();
    }
    document
}

#[test]
fn every_fix_clears_its_finding_and_causes_nothing_as_bad() {
    // S48 on top of S47 in Room A, S64 beside a plenary, S73 too late for its successors.
    let document = moved(&[
        ("S48", "2025-11-21T15:00", &["room-a"]),
        ("S64", "2025-11-27T10:00", &["room-b"]),
        ("S76", "2025-11-26T11:00", &["room-b"]),
    ]);
    let plan = document.plan();
    let before = open(plan);
    let mut fixed = std::collections::BTreeSet::new();
    for finding in &before {
        for fix in fixes((plan, &mut Checker::new(plan)), finding, &NEVER) {
            let mut copy = Document::new(plan.clone());
            copy.perform(&Command::Take(Box::new(fix.patch.clone()))).unwrap();
            let after = open(copy.plan());
            assert!(!after.iter().any(|left| left.is_like(finding)), "{:?} leaves {finding:?}", fix.remedy);
            let worse = after.iter().filter(|found| found.severity >= finding.severity);
            let new: Vec<_> = worse.filter(|found| !before.iter().any(|known| known.is_like(found))).collect();
            assert!(new.is_empty(), "{:?} causes {new:?}", fix.remedy);
            fixed.insert(finding.rule);
        }
    }
    for rule in ["room-overlap", "beside-plenary", "predecessors", "social-overlap", "weekend"] {
        assert!(fixed.contains(rule), "no fix for {rule}: {fixed:?}");
    }
}

#[test]
fn a_room_taken_twice_has_another_room_and_another_time_for_a_fix() {
    let document = moved(&[("S48", "2025-11-21T15:00", &["room-a"])]);
    let plan = document.plan();
    let finding = of_rule(plan, "room-overlap").remove(0);
    let fixes = fixes((plan, &mut Checker::new(plan)), &finding, &NEVER);
    let has = |which: fn(&Remedy) -> bool| fixes.iter().any(|fix| which(&fix.remedy));
    assert!(has(|remedy| matches!(remedy, Remedy::OtherRoom(_))), "{fixes:?}");
    assert!(has(|remedy| matches!(remedy, Remedy::Slot(_))), "{fixes:?}");
}

#[test]
fn pinned_sessions_are_left_alone() {
    let mut document = moved(&[("S48", "2025-11-21T15:00", &["room-a"])]);
    document.perform(&Command::Pin(vec![id("S48"), id("S47")], true)).unwrap();
    let plan = document.plan();
    let finding = of_rule(plan, "room-overlap").remove(0);
    assert!(fixes((plan, &mut Checker::new(plan)), &finding, &NEVER).is_empty());
    let proposal = repair(plan, &[finding], (1, Wishes::default()), &AtomicBool::new(false));
    assert!(proposal.moves.is_empty());
    assert_eq!(proposal.left.len(), 1);
}

#[test]
fn what_was_opened_is_left_alone() {
    let mut document = moved(&[("S48", "2025-11-21T15:00", &["room-a"])]);
    for name in ["S48", "S47"] {
        let start = document.plan().sessions().get(id(name)).unwrap().span().unwrap().start;
        document.perform(&Command::Hold(HeldStep::Open, vec![(id(name), start)])).unwrap();
    }
    let plan = document.plan();
    let finding = of_rule(plan, "room-overlap").remove(0);
    let fixes = fixes((plan, &mut Checker::new(plan)), &finding, &NEVER);
    assert!(fixes.iter().all(|fix| fix.moves.is_empty()), "{fixes:?}");
    let proposal = repair(plan, &[finding], (1, Wishes::default()), &AtomicBool::new(false));
    assert!(proposal.moves.is_empty());
}

fn limits() -> SlotLimits {
    SlotLimits {
        first: "2025-11-17".parse().unwrap(),
        last: "2025-11-28".parse().unwrap(),
        from_min: 8 * 60,
        to_min: 20 * 60,
        rooms: Vec::new(),
        keeps_order: true,
    }
}

#[test]
fn slots_keep_to_the_limits_and_tell_the_truth() {
    let plan = Template::Wtdc25.plan();
    let limits = SlotLimits { rooms: vec!["room-a".parse().unwrap(), "room-b".parse().unwrap()], ..limits() };
    let slots = slots((&plan, &mut Checker::new(&plan)), &[id("S41")], &limits, &NEVER);
    assert!((1..=10).contains(&slots.len()), "{}", slots.len());
    for slot in &slots {
        let (session, at) = &slot.moves[0];
        assert_eq!(*session, id("S41"));
        assert!(limits.rooms.contains(&at.rooms[0]) && at.rooms.len() == 1);
        assert!(at.start.minute_of_day() >= limits.from_min && at.end().minute_of_day() <= limits.to_min);
        let mut copy = Document::new(plan.clone());
        copy.perform(&Command::Place(slot.moves.clone())).unwrap();
        let against: Vec<_> =
            open(copy.plan()).into_iter().filter(|finding| finding.sessions.contains(&id("S41"))).collect();
        assert_eq!(against.len(), slot.against.len(), "{:?}", slot.moves);
    }
    assert!(slots[0].against.iter().all(|finding| finding.severity < Severity::Warning), "{:?}", slots[0].against);
}

#[test]
fn several_sessions_keep_their_distances() {
    let plan = Template::Wtdc25.plan();
    let slots = slots((&plan, &mut Checker::new(&plan)), &[id("S38"), id("S39")], &limits(), &NEVER);
    assert!(!slots.is_empty());
    for slot in slots {
        assert_eq!(slot.moves[0].1.start, slot.moves[1].1.start);
    }
}

#[test]
fn a_repair_moves_as_few_as_possible_and_says_so() {
    // One session on top of three others in turn: moving it is enough.
    let document = moved(&[
        ("S47", "2025-11-21T14:30", &["room-b"]),
        ("S51", "2025-11-25T15:00", &["room-a"]),
        ("S52", "2025-11-24T10:00", &["room-a"]),
    ]);
    let plan = document.plan();
    let chosen: Vec<Finding> = of_rule(plan, "room-overlap");
    assert_eq!(chosen.len(), 3);
    let stop = AtomicBool::new(false);
    let proposal = repair(plan, &chosen, (7, Wishes::default()), &stop);
    assert_eq!(proposal.moves.len(), 3, "{proposal:?}");
    assert!(proposal.is_proven && proposal.left.is_empty());
    assert_eq!(repair(plan, &chosen, (7, Wishes::default()), &stop), proposal, "the same seed gives the same answer");
    let mut copy = Document::new(plan.clone());
    copy.perform(&Command::Place(proposal.moves)).unwrap();
    assert!(of_rule(copy.plan(), "room-overlap").is_empty());
}

#[test]
fn one_move_clears_two_findings() {
    // S36 (Room A, 09:30–12:30) and S37 move together with S48 in the middle: only S48 is in the way of both.
    let document = moved(&[
        ("S37", "2025-11-20T09:30", &["room-b"]),
        ("S41", "2025-11-20T11:15", &["room-b"]),
        ("S48", "2025-11-20T10:00", &["room-b"]),
    ]);
    let mut document = document;
    let long = Placement {
        start: "2025-11-20T10:00".parse().unwrap(),
        length: plenary::model::Length::from_mins(105).unwrap(),
        rooms: vec!["room-b".parse().unwrap()],
    };
    document.perform(&Command::Place(vec![(id("S48"), long)])).unwrap();
    let plan = document.plan();
    let chosen = of_rule(plan, "room-overlap");
    assert_eq!(chosen.len(), 2, "{chosen:?}");
    let proposal = repair(plan, &chosen, (1, Wishes::default()), &AtomicBool::new(false));
    assert_eq!(proposal.moves.iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>(), ["S48"]);
    assert!(proposal.is_proven);
}

#[test]
fn a_finding_without_a_way_out_does_not_keep_the_others() {
    // The side event can go nowhere within the conference; the two luncheons can.
    let plan = Template::Wtdc25.plan();
    let chosen: Vec<Finding> =
        open(&plan).into_iter().filter(|finding| ["side-event", "social-overlap"].contains(&finding.rule)).collect();
    assert_eq!(chosen.len(), 2);
    let proposal = repair(&plan, &chosen, (1, Wishes::default()), &AtomicBool::new(false));
    assert_eq!(proposal.moves.len(), 1, "{proposal:?}");
    assert_eq!(proposal.cleared.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["social-overlap"]);
    assert_eq!(proposal.left.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["side-event"]);
    assert!(!proposal.is_proven);
}

#[test]
fn searches_run_on_a_thread_of_their_own_and_end_when_told_to() {
    let document = moved(&[("S47", "2025-11-21T14:30", &["room-b"])]);
    let plan = document.plan();
    let finding = of_rule(plan, "room-overlap").remove(0);
    let checker = Checker::new(plan);
    let search = |stop: bool| {
        let (mut checker, stop, limits) = (checker.clone(), AtomicBool::new(stop), limits());
        let (plan, finding) = (plan.clone(), finding.clone());
        let run = move || {
            let fixes = fixes((&plan, &mut checker), &finding, &stop);
            (fixes.len(), slots((&plan, &mut checker), &[id("S47")], &limits, &stop).len())
        };
        std::thread::spawn(run).join().unwrap()
    };
    let (fixes, slots) = search(false);
    assert!(fixes > 0 && slots > 0, "{fixes} fixes, {slots} slots");
    assert_eq!(search(true), (0, 0));
}

/// Every session that some fix moves to another time, and where to.
fn all_moves(plan: &Plan) -> Vec<(SessionId, Placement)> {
    let mut checker = Checker::new(plan);
    let fixes = open(plan).into_iter().flat_map(|finding| fixes((plan, &mut checker), &finding, &NEVER));
    let other_time = |(id, at): &(SessionId, Placement)| {
        plan.sessions().get(*id).and_then(|session| session.span()).is_some_and(|span| span.start != at.start)
    };
    fixes.flat_map(|fix| fix.moves).filter(other_time).collect()
}

/// Whether a placement lies within the hours of the session's event.
fn is_within_hours(plan: &Plan, (id, at): &(SessionId, Placement)) -> bool {
    let event = plan.sessions().get(*id).and_then(|session| plan.events().get(session.event)).unwrap();
    let hours = event.hours.unwrap();
    let start = at.start.minute_of_day();
    start >= i32::from(hours.from_min) && start + at.length.mins() <= i32::from(hours.to_min)
}

#[test]
fn fixes_keep_to_the_hours_of_the_event() {
    let plan = Template::Wtdc25.plan();
    let moves = all_moves(&plan);
    assert!(!moves.is_empty());
    let outside: Vec<_> = moves.iter().filter(|each| !is_within_hours(&plan, each)).collect();
    assert!(outside.is_empty(), "{} of {} moves: {outside:?}", outside.len(), moves.len());
}

#[test]
fn luncheons_stay_at_lunchtime_and_go_to_the_nearest_day() {
    let plan = Template::Wtdc25.plan();
    let finding = of_rule(&plan, "social-overlap").remove(0);
    let fixes = fixes((&plan, &mut Checker::new(&plan)), &finding, &NEVER);
    let found: Vec<_> =
        fixes.iter().filter_map(|fix| if let Remedy::Slot(at) = &fix.remedy { Some(at) } else { None }).collect();
    assert!(!found.is_empty(), "{fixes:?}");
    for at in found {
        assert!((11 * 60 + 30..=13 * 60 + 30).contains(&at.start.minute_of_day()), "{at:?}");
        let days = (at.start.date() - "2025-11-20".parse::<chrono::NaiveDate>().unwrap()).num_days();
        assert_eq!(days.abs(), 1, "{at:?}");
    }
    let slots = slots((&plan, &mut Checker::new(&plan)), &[id("S38")], &limits(), &NEVER);
    assert!(!slots.is_empty());
    for slot in slots {
        let minute = slot.moves[0].1.start.minute_of_day();
        assert!((11 * 60 + 30..=13 * 60 + 30).contains(&minute), "{:?}", slot.moves);
    }
}

#[test]
fn a_repair_keeps_to_the_hours_of_the_event() {
    let plan = Template::Wtdc25.plan();
    let chosen: Vec<Finding> =
        open(&plan).into_iter().filter(|finding| ["weekend", "social-overlap"].contains(&finding.rule)).collect();
    let proposal = repair(&plan, &chosen, (1, Wishes::default()), &NEVER);
    assert!(proposal.cleared.iter().any(|finding| finding.rule == "social-overlap"), "{proposal:?}");
    assert!(!proposal.moves.is_empty());
    assert!(proposal.moves.iter().all(|each| is_within_hours(&plan, each)), "{proposal:?}");
}

#[test]
fn what_lies_on_another_session_moves_within_its_half_day_where_it_can() {
    let document = moved(&[("S48", "2025-11-21T15:00", &["room-a"])]);
    let plan = document.plan();
    let finding = of_rule(plan, "room-overlap").remove(0);
    let first = fixes((plan, &mut Checker::new(plan)), &finding, &NEVER).remove(0);
    for (id, at) in first.moves {
        let was = plan.sessions().get(id).unwrap().span().unwrap().start;
        assert_eq!(at.start.date(), was.date());
        assert_eq!(at.start.minute_of_day() < 13 * 60, was.minute_of_day() < 13 * 60);
    }
}

#[test]
fn meetings_are_not_sent_to_restaurants_nor_luncheons_to_halls() {
    let plan = Template::Wtdc25.plan();
    let room = |text: &str| text.parse::<plenary::model::RoomId>().unwrap();
    let restaurants = [room("restaurant-1"), room("restaurant-2")];
    let is_there = |at: &Placement| at.rooms.iter().any(|room| restaurants.contains(room));
    // An afternoon on which the halls are full leaves the restaurants free.
    let afternoon = SlotLimits { from_min: 14 * 60, to_min: 16 * 60, ..limits() };
    let places = |session: &str, limits: &SlotLimits| -> Vec<Placement> {
        let found = slots((&plan, &mut Checker::new(&plan)), &[id(session)], limits, &NEVER);
        found.into_iter().flat_map(|slot| slot.moves).map(|(_, at)| at).collect()
    };
    let meetings = places("S41", &afternoon);
    assert!(!meetings.is_empty() && !meetings.iter().any(is_there), "{meetings:?}");
    let lunch = plan.sessions().iter().find(|session| session.placement.as_ref().is_some_and(is_there)).unwrap();
    let luncheons = places(lunch.id.as_str(), &limits());
    assert!(!luncheons.is_empty() && luncheons.iter().all(is_there), "{luncheons:?}");
    // Who asks for a room by name has it.
    let asked = SlotLimits { rooms: vec![restaurants[0]], ..afternoon };
    assert!(places("S41", &asked).iter().all(is_there));
}

/// The built-in plan and all plans of `cases/`.
fn all_plans() -> Vec<Plan> {
    let folder = format!("{}/tests/all/cases", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let plans = files.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
    let read = |path: std::path::PathBuf| read_plan(&std::fs::read(path).unwrap()).unwrap();
    std::iter::once(Template::Wtdc25.plan()).chain(plans.map(read)).collect()
}

/// Rules that are not cleared by a place, a length or a team: what is wrong is what a session is made of (its agenda, documents,
/// statements, whom it names), or, in the plans at hand, no place is left.
const NOT_BY_MOVING: &[&str] = &[
    "agenda-missing",
    "agenda-time",
    "circular-order",
    "document-languages",
    "editorial-path",
    "eligibility",
    "interpreters",
    "irm-agenda",
    "statement-odd",
    "statement-one-each",
    "statement-present",
    "statement-slot",
    "statement-text",
    "statement-waits",
    "team-week",
    "youth-no-outcome",
];

#[test]
fn each_rule_about_places_has_ways_out_and_they_hold() {
    let (mut fixed, mut stuck) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    for plan in all_plans() {
        let before = open(&plan);
        let mut checker = Checker::new(&plan);
        for finding in before.iter().filter(|finding| !finding.sessions.is_empty()) {
            let found = fixes((&plan, &mut checker), finding, &NEVER);
            for fix in &found {
                let mut later = plan.clone();
                later.apply(&fix.patch).unwrap();
                let after = open(&later);
                assert!(!after.iter().any(|left| left.is_like(finding)), "{:?} leaves {finding:?}", fix.remedy);
                let is_new = |found: &&Finding| !before.iter().any(|known| known.is_like(found));
                let worse = after.iter().filter(|found| found.severity >= finding.severity).find(is_new);
                assert!(worse.is_none(), "{:?} causes {worse:?}", fix.remedy);
            }
            if found.is_empty() {
                stuck.insert(finding.rule)
            } else {
                fixed.insert(finding.rule)
            };
        }
    }
    let stuck: Vec<&str> = stuck.difference(&fixed).copied().collect();
    assert_eq!(stuck, NOT_BY_MOVING, "fixed: {fixed:?}");
}

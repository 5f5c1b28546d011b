//! The engine as a whole: it follows any edit, tells what an edit would do, and tints lanes.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;

use super::edits::{NAMES, ROOMS, any_plan, edit, filled_known, ground, patch, session_of};
use super::{NONE, changed, committee, day, fixture, id, messages, plan, reports, room, session, set, with};
use crate::check::rule::RuleSet;
use crate::check::rules::RULES;
use crate::check::{Checker, Finding, Outcome, Value};
use crate::model::{
    CivilTime, Event, EventDates, Length, Patch, Placement, Plan, RoomId, RuleChoice, RuleId, Session, SessionId,
    Severity, Span, Status, Waiver,
};

fn applied(plan: &Plan, patch: &Patch) -> Plan {
    let mut after = plan.clone();
    after.apply(patch).unwrap();
    after
}

fn assert_same(checker: &Checker, plan: &Plan) -> Result<(), TestCaseError> {
    let fresh = Checker::new(plan);
    prop_assert_eq!(checker.sorted(), fresh.sorted());
    prop_assert_eq!(checker.counts(), fresh.counts());
    prop_assert_eq!(checker.lapsed_waivers(plan), fresh.lapsed_waivers(plan));
    let mut counts = [0; 5];
    fresh.findings().for_each(|one| counts[if one.is_open() { one.severity as usize } else { 4 }] += 1);
    prop_assert_eq!(fresh.counts(), counts);
    for name in plan.sessions().ids() {
        prop_assert_eq!(checker.mark(name), fresh.mark(name), "{}", name);
        prop_assert_eq!(checker.of_session(name), fresh.of_session(name), "{}", name);
        let worst = fresh.of_session(name).first().map_or(Severity::Off, |finding| finding.severity);
        prop_assert_eq!(checker.mark(name), worst, "{}", name);
        let all = fresh.findings().filter(|finding| finding.is_open() && finding.sessions.contains(&name));
        prop_assert_eq!(fresh.of_session(name).len(), all.count(), "{}", name);
    }
    Ok(())
}

fn open(checker: &Checker) -> Vec<&Finding> {
    checker.findings().filter(|finding| finding.is_open()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn following_edits_is_judging_anew(plan in any_plan(), edits in prop::collection::vec(edit(), 1..12)) {
        let (mut plan, mut checker) = (plan.clone(), Checker::new(&plan));
        for edit in &edits {
            let patch = patch(&plan, edit);
            let marks = |checker: &Checker| NAMES.map(|name| checker.mark(id(name)));
            let told = |checker: &Checker| checker.sorted().into_iter().cloned().collect::<Vec<_>>();
            let before = (checker.version(), marks(&checker), told(&checker));
            plan.apply(&patch).unwrap();
            let followed = checker.follow(&plan, &patch);
            assert_same(&checker, &plan)?;
            // What views are told.
            prop_assert_eq!(followed.findings, checker.version() != before.0);
            if !followed.findings {
                prop_assert_eq!(told(&checker), before.2);
            }
            if let Some(changed) = followed.marks {
                for (name, (mark, old)) in NAMES.iter().zip(marks(&checker).into_iter().zip(before.1)) {
                    prop_assert_eq!(changed.contains(&id(name)), mark != old, "{}", name);
                }
            }
        }
    }

    #[test]
    fn what_an_edit_would_do_is_what_it_does(
        (plan, edits, edit) in (any_plan(), prop::collection::vec(edit(), 0..3), edit()),
    ) {
        // Waivers, statements and the like come by edits.
        let plan = edits.iter().fold(plan, |plan, edit| applied(&plan, &patch(&plan, edit)));
        let mut checker = Checker::new(&plan);
        let patch = patch(&plan, &edit);
        let outcome = checker.what_if(&plan, &patch);
        assert_same(&checker, &plan)?;
        let later = Checker::new(&applied(&plan, &patch));
        let (before, after) = (open(&checker), open(&later));
        let told = |list: &[Finding]| list.iter().map(|one| format!("{:?}", one.trouble())).collect::<BTreeSet<_>>();
        let keys = |list: &[&Finding]| list.iter().map(|one| format!("{:?}", one.trouble())).collect::<BTreeSet<_>>();
        prop_assert_eq!(told(&outcome.caused), &keys(&after) - &keys(&before));
        prop_assert_eq!(told(&outcome.solved), &keys(&before) - &keys(&after));
        let moved: Vec<SessionId> = patch.changes::<Session>().map(|(id, _)| id).collect();
        let names = |finding: &&Finding| finding.sessions.iter().any(|id| moved.contains(id));
        let facts = |finding: &Finding| (finding.severity, finding.facts());
        let mut concerning: Vec<_> = outcome.concerning.iter().map(facts).collect();
        let mut expected: Vec<_> = after.into_iter().filter(names).map(facts).collect();
        concerning.sort();
        expected.sort();
        prop_assert_eq!(concerning, expected);
        for list in [&outcome.caused, &outcome.solved, &outcome.concerning] {
            prop_assert!(list.is_sorted_by_key(|finding| std::cmp::Reverse(finding.severity)));
        }
    }

    #[test]
    fn the_tint_is_what_the_rules_say(
        (plan, index, picks) in (any_plan(), 0..12_usize, prop::collection::vec((0..1440_i32 * 14, select(ROOMS.to_vec())), 6)),
    ) {
        tint_is_right(&plan, id(NAMES[index]), &picks)?;
    }

    #[test]
    fn the_tint_is_right_where_clocks_change(
        (ground, sessions) in (ground(), ["S01", "S02", "S03", "S04"].map(|name| session_of(name, "IRM")).to_vec()),
        picks in prop::collection::vec((1440 + 1320..1440 + 1440 + 360_i32, select(ROOMS.to_vec())), 6),
        starts in prop::collection::vec(0..96_i32, 3),
    ) {
        // The others sit in the night of the change.
        let night = super::time("2025-10-25T22:00");
        let mut sessions = sessions;
        for (session, start) in sessions.iter_mut().skip(1).zip(&starts) {
            session.after.clear();
            if let Some(placement) = &mut session.placement {
                placement.start = night.plus_mins(start * 5);
                placement.length = Length::clamped(placement.length.mins().min(180));
            }
        }
        sessions[0].after.retain(|&before| ["S02", "S03", "S04"].map(id).contains(&before));
        let plan = filled_known(ground, sessions);
        tint_is_right(&plan, id("S01"), &picks)?;
    }
}

/// It is on no body's track, and its room needs no setting up for the same body all the same.
#[test]
fn the_tint_knows_what_is_held_only_if_required() {
    let mut reserve = committee("S01", "COM3").at("19T09:30", 60).room("a");
    reserve.0.status = Status::Reserve;
    let plan = plan([reserve, committee("S02", "COM3").at("19T14:00", 60).room("a")]);
    let picks: Vec<_> = (0..600).map(|minute| (2 * 1440 + 8 * 60 + minute, "a")).collect();
    tint_is_right(&plan, id("S02"), &picks).unwrap();
}

/// Holds every rule's obstacles against what it says about the plan with the session there. Starts are minutes from the
/// day before the event's first.
fn tint_is_right(plan: &Plan, moving: SessionId, picks: &[(i32, &'static str)]) -> Result<(), TestCaseError> {
    let mut row = (**plan.sessions().get(moving).unwrap()).clone();
    let days = plan.events().get(row.event).unwrap().dates.span();
    let within = Span::new(days.start.plus_mins(-1440), days.end.plus_mins(1440));
    // A session of several rooms is not judged by one of them.
    row.planned_length = row.length();
    row.placement = None;
    row.status = Status::Confirmed;
    let plan = with(plan.clone(), row.clone());
    let checker = Checker::new(&plan);
    let tint = checker.tint(&row, &[moving], within);
    for &(start, room) in picks {
        let room: RoomId = id(room);
        // Mostly the minutes at which the answer of some rule changes.
        let rooms = [room];
        let intervals = checker.intervals(&tint, &rooms);
        let rules: Vec<usize> = intervals.iter().map(|one| one.rule).collect::<BTreeSet<_>>().into_iter().collect();
        let roll = usize::try_from(start).unwrap();
        let rule = rules.get(roll % (rules.len() + 1)).copied();
        let of_rule = intervals.iter().filter(|one| Some(one.rule) == rule);
        let edges: Vec<i32> = of_rule.flat_map(|one| [one.from - 1, one.from, one.to - 1, one.to]).collect();
        let start = match edges.get(roll / 20 % edges.len().max(1)) {
            Some(&edge) if within.contains(CivilTime::from_minutes(i64::from(edge))) => {
                CivilTime::from_minutes(i64::from(edge))
            }
            _ => within.start.plus_mins(start % within.mins()),
        };
        let placement = Placement { start, length: row.planned_length, rooms: vec![room] };
        let there = with(plan.clone(), Session { placement: Some(placement), ..row.clone() });
        let judged = Checker::new(&there);
        let tells = |finding: &&Finding| {
            RULES.iter().any(|rule| rule.name == finding.rule && rule.obstacles.is_some())
                && !["finding-predecessor-waits", "finding-region-zone"].contains(&finding.message)
        };
        let of_rules: BTreeSet<&str> =
            judged.of_session(moving).into_iter().filter(tells).map(|one| one.rule).collect();
        let speak = intervals.iter().filter(|one| one.from <= start.minutes() && start.minutes() < one.to);
        let speaking: BTreeSet<&str> = speak.map(|one| RULES[one.rule].name).collect();
        prop_assert_eq!(&speaking, &of_rules, "{} at {} in {}", moving, start, room);
        let worst = judged.of_session(moving).into_iter().filter(tells).map(|one| one.severity).max();
        let stretches = checker.stretches(&tint, &rooms);
        let stretch = stretches.iter().find(|one| one.0 <= start.minutes() && start.minutes() < one.1).unwrap();
        prop_assert_eq!(stretch.2, worst.unwrap_or(Severity::Off));
        // One after the other, each as long as can be, from the first start to the last.
        prop_assert!(stretches.windows(2).all(|two| two[0].1 == two[1].0 && two[0].2 != two[1].2));
        prop_assert!(stretches.iter().all(|one| one.0 < one.1));
        let ends = (stretches.first().map(|one| one.0), stretches.last().map(|one| one.1));
        prop_assert_eq!(ends, (Some(within.start.minutes()), Some(within.end.minutes())));
    }
    Ok(())
}

/// S1 and S2 overlap in a room; the finding is accepted.
fn waived() -> (Plan, Session) {
    let moved = session("S2").at("19T10:00", 60).room("a");
    let plan = plan([session("S1").at("19T09:30", 60).room("a"), moved.clone()]);
    let finding = super::findings("room-overlap", &plan).remove(0);
    let waiver = Waiver {
        id: id("W1"),
        rule: id("room-overlap"),
        sessions: finding.sessions.clone(),
        facts: finding.facts(),
        reason: "agreed".into(),
    };
    (with(plan, waiver), moved.0)
}

#[test]
fn a_waiver_covers_what_it_was_given_for() {
    let (mut plan, row) = waived();
    let mut checker = Checker::new(&plan);
    let one = id::<Session>("S1");
    assert_eq!(reports("room-overlap", &plan), NONE);
    assert_eq!((checker.mark(one), checker.counts()[4]), (Severity::Off, 1));
    assert_eq!(checker.lapsed_waivers(&plan), []);
    // Another overlap is another finding.
    let mut later = row.clone();
    later.placement.as_mut().unwrap().start = super::time("19T10:05");
    let mut patch = Patch::default();
    patch.put(&plan, later);
    let outcome = checker.what_if(&plan, &patch);
    assert_eq!(outcome.caused.len(), 1, "what the waiver does not cover any more is new");
    plan.apply(&patch).unwrap();
    checker.follow(&plan, &patch);
    assert_eq!((checker.mark(one), checker.counts()[4]), (Severity::Error, 0));
    assert_eq!(checker.lapsed_waivers(&plan), [id("W1")]);
    assert_eq!(checker.sorted(), Checker::new(&plan).sorted());
    // And back.
    let back = patch.inverse();
    assert_eq!(checker.what_if(&plan, &back).solved.len(), 1);
    plan.apply(&back).unwrap();
    checker.follow(&plan, &back);
    assert_eq!((checker.mark(one), checker.counts()[4]), (Severity::Off, 1));
    assert_eq!(checker.lapsed_waivers(&plan), []);
    assert_eq!(checker.what_if(&plan, &Patch::default()), Outcome::default());
}

#[test]
fn what_says_the_same_is_not_told_as_new() {
    let pair = [session("S1").at("19T10:00", 60).room("a"), session("S2").at("19T10:30", 60).room("a")];
    let plan = plan([pair[0].clone(), pair[1].clone(), session("S3").at("20T10:00", 60).room("b")]);
    let follow = |name: &str, change: fn(&mut Session)| {
        let after = changed(plan.clone(), name, change);
        let mut checker = Checker::new(&plan);
        let version = checker.version();
        let followed = checker.follow(&after, &Patch::between(&plan, &after));
        (followed.findings, checker.version() != version, followed.marks)
    };
    let later = |session: &mut Session| {
        let at = session.placement.as_mut().unwrap();
        at.start = at.start.plus_mins(15);
    };
    assert_eq!(follow("S3", later), (false, false, Some(Vec::new())), "nothing is said about it");
    assert_eq!(follow("S1", |session| session.title = "Another".into()), (false, false, Some(Vec::new())));
    assert_eq!(follow("S1", later), (true, true, Some(Vec::new())), "another overlap, as bad as before");
    let (findings, _, marks) = follow("S1", |session| session.placement = None);
    assert_eq!((findings, marks.unwrap().len()), (true, 2), "both are well now");
}

#[test]
fn a_waiver_put_in_or_taken_away_is_followed() {
    let (with_waiver, _) = waived();
    let mut patch = Patch::default();
    patch.remove::<Waiver>(&with_waiver, id("W1"));
    let mut checker = Checker::new(&with_waiver);
    let outcome = checker.what_if(&with_waiver, &patch);
    assert_eq!(outcome.caused.len(), 1);
    let without = applied(&with_waiver, &patch);
    checker.follow(&without, &patch);
    assert_eq!(checker.mark(id("S1")), Severity::Error);
}

#[test]
fn numbers_out_of_range_are_told_and_not_used() {
    let crowd = [committee("S1", "COM3").at("19T10:00", 60), committee("S2", "COM4").at("19T10:00", 60)];
    let own = set(plan(crowd), "small-delegation", None, &[("delegates", 51)]);
    assert_eq!(reports("small-delegation", &own), [["S1", "S2"]], "the rule's own number");
    assert_eq!(messages("settings", &own), ["finding-settings-range"]);
    let told = super::findings("settings", &own).remove(0);
    assert_eq!(told.severity, Severity::Error);
    for (name, value) in [("value", 51), ("least", 1), ("most", 50), ("own", 1)] {
        assert!(told.values.contains(&(name, Value::Count(value))), "{name}");
    }
    assert!(told.values.contains(&("rule", Value::Word("small-delegation"))));
    assert_eq!(messages("settings", &set(fixture(), "small-delegation", None, &[("delegates", 50)])), [""; 0]);
    assert_eq!(
        messages("settings", &set(fixture(), "small-delegation", None, &[("odd", 1)])),
        ["finding-settings-number"]
    );
}

#[test]
fn unknown_rules_are_a_hint() {
    let plan = set(fixture(), "no-such-rule", Some(Severity::Error), &[]);
    let told = super::findings("settings", &plan);
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].message, told[0].severity), ("finding-settings-unknown", Severity::Hint));
    assert_eq!(told[0].values, [("row", Value::Row(id::<RuleChoice>("no-such-rule").into()))]);
}

#[test]
fn a_severity_chosen_is_the_severity_told() {
    let crowd = [session("S1").at("19T10:00", 60).room("a"), session("S2").at("19T10:00", 60).room("a")];
    for severity in Severity::ALL {
        let plan = set(plan(crowd.clone()), "room-overlap", Some(severity), &[]);
        let checker = Checker::new(&plan);
        let found = checker.findings().find(|finding| finding.rule == "room-overlap").map(|finding| finding.severity);
        assert_eq!(found, (severity != Severity::Off).then_some(severity));
        let (row, days) = (&crowd[0].0, Span::new(super::time("17T00:00"), super::time("29T00:00")));
        let start = super::time("19T10:00").minutes();
        let stretches = checker.stretches(&checker.tint(row, &[row.id], days), &[id("a")]);
        let at = stretches.iter().find(|one| one.0 <= start && start < one.1);
        assert_eq!(at.map(|one| one.2), Some(severity));
    }
}

#[test]
fn rules_have_names_of_their_own_and_numbers_within_their_range() {
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len());
    assert!(RULES.len() < RuleSet::MOST, "one place is for the settings");
    for rule in RULES {
        assert!(RuleId::new(rule.name).is_ok(), "{}", rule.name);
        let numbers: BTreeSet<&str> = rule.numbers.iter().map(|number| number.name).collect();
        assert_eq!(numbers.len(), rule.numbers.len());
        assert!(rule.numbers.iter().all(|number| number.allows(number.default)), "{}", rule.name);
    }
}

#[test]
fn rows_other_than_sessions_are_followed() {
    let plan = plan([committee("S1", "COM3").at("19T10:00", 60).languages(6).room("a")]);
    let mut checker = Checker::new(&plan);
    let mut patch = Patch::default();
    patch.put(&plan, room("a", 2, None));
    assert!(checker.what_if(&plan, &patch).caused.iter().any(|finding| finding.rule == "booths"));
    let after = applied(&plan, &patch);
    checker.follow(&after, &patch);
    assert_eq!(checker.sorted(), Checker::new(&after).sorted());
    let moved = changed(after.clone(), "E", |event: &mut Event| {
        event.dates = EventDates::Days { first: day("2025-11-20"), last: day("2025-11-28") };
    });
    let patch = Patch::between(&after, &moved);
    checker.follow(&moved, &patch);
    assert_eq!(reports("outside-event", &moved), [["S1"]]);
    assert_eq!(checker.sorted(), Checker::new(&moved).sorted());
}

#[test]
fn what_stands_elsewhere_because_its_session_is_cancelled_is_told() {
    let mut plan = plan([
        session("S1").at("17T09:00", 60).after("S2"),
        session("S2").at("17T11:00", 60).after("S1"),
        session("S3").at("17T10:00", 60).after("S4"),
        session("S4").at("17T12:00", 60).after("S3"),
    ]);
    // What other rules say of it would be told in any case.
    for rule in RULES.iter().filter(|rule| rule.name != "circular-order") {
        plan = set(plan, rule.name, Some(Severity::Off), &[]);
    }
    let mut checker = Checker::new(&plan);
    let circles = |checker: &Checker| -> Vec<SessionId> {
        let circles = checker.sorted().into_iter().filter(|finding| finding.rule == "circular-order");
        circles.map(|finding| finding.sessions[0]).collect()
    };
    assert_eq!(circles(&checker), [id("S1"), id("S3")]);
    let mut patch = Patch::default();
    let row = plan.sessions().get(id("S3")).unwrap();
    patch.put(&plan, Session { status: Status::Cancelled, ..Session::clone(row) });
    plan.apply(&patch).unwrap();
    let followed = checker.follow(&plan, &patch);
    assert_eq!(circles(&checker), [id("S3"), id("S1")]);
    assert!(followed.findings);
}

#[test]
fn what_was_accepted_of_a_conference_stays_so_when_all_of_it_moves() {
    let (plan, _) = waived();
    let plan = changed(plan.clone(), "W1", |waiver: &mut Waiver| {
        let bare = changed(plan, "W1", |waiver: &mut Waiver| waiver.facts = String::new());
        let checker = Checker::new(&bare);
        let finding = checker.sorted().into_iter().find(|finding| finding.rule == "room-overlap").unwrap();
        waiver.facts = checker.accepted(finding);
    });
    for days in [-7, 7, 364] {
        let later = |day: chrono::NaiveDate| day + chrono::Duration::days(days.into());
        let mut after = changed(plan.clone(), "E", |event: &mut Event| {
            let (first, last) = event.dates.first_and_last();
            event.dates = EventDates::Days { first: later(first), last: later(last) };
        });
        for name in ["S1", "S2"] {
            after = changed(after, name, |session: &mut Session| {
                let placement = session.placement.as_mut().unwrap();
                placement.start = placement.start.plus_mins(days * 1440);
            });
        }
        assert_eq!(reports("room-overlap", &after), NONE, "{days}");
        let mut checker = Checker::new(&plan);
        let moved = Patch::between(&plan, &after);
        assert!(checker.what_if(&plan, &moved).caused.iter().all(|finding| finding.rule != "room-overlap"), "{days}");
        checker.follow(&after, &moved);
        assert_eq!(checker.lapsed_waivers(&after), [], "{days}");
    }
    // One session alone on another day says something else.
    let apart = changed(plan, "S1", |session: &mut Session| {
        let placement = session.placement.as_mut().unwrap();
        placement.start = placement.start.plus_mins(15);
    });
    assert_eq!(reports("room-overlap", &apart).len(), 1);
}

//! The engine as a whole: it follows any edit, tells what an edit would do, tints lanes, and stays within bounds.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{
    Draft, NONE, changed, committee, day, filled, fixture, id, languages, messages, of_kind, plan, region, reports,
    room, session, set, with,
};
use crate::check::rule::RuleSet;
use crate::check::rules::RULES;
use crate::check::track::work;
use crate::check::{Checker, Finding, Outcome, Value};
use crate::model::zone::Tz;
use crate::model::{
    Body, BodyKind, CivilTime, Document, Event, EventDates, EventFormat, EventKind, Header, Id, Length, Office,
    OfficeRole, Participation, Patch, Person, Placement, Plan, Rank, Role, RoomId, RuleChoice, RuleId, Session,
    SessionId, SessionKind, Severity, Span, Statement, Status, Topic, TopicKind, Waiver,
};

const NAMES: [&str; 12] = ["S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12"];
const BODIES: [&str; 12] = ["PL", "COM2", "COM3", "COM4", "COM5", "WG", "ARB", "AMS", "TDAG", "TDAG-WG", "HOST", "MS"];
const ROOMS: [&str; 5] = ["hall", "a", "b", "lobby", "net"];

fn some<R: 'static>(names: &[&'static str], most: usize) -> impl Strategy<Value = Vec<Id<R>>> + use<R> {
    subsequence(names.to_vec(), 0..=most).prop_map(|names| names.into_iter().map(id).collect())
}

/// Sits in the days around an event's first, so that much is in the way of much, at 5 minutes' steps.
fn placement(event: &'static str) -> impl Strategy<Value = Placement> {
    let first = super::time(if event == "IRM" { "2025-10-24T00:00" } else { "19T00:00" });
    let near = (0..6_i32, 84..240_i32).prop_map(|(day, slot)| day * 1440 + slot * 5);
    let any = (0..6 * 288_i32).prop_map(|slot| slot * 5);
    let start = prop_oneof![4 => near, 1 => any];
    let length = prop_oneof![6 => 1..40_i32, 1 => 40..400_i32].prop_map(|steps| steps * 5);
    let rooms = prop_oneof![8 => some(&ROOMS, 1), 1 => some(&ROOMS, 3)];
    (start, length, rooms).prop_map(move |(start, length, rooms)| Placement {
        start: first.plus_mins(start),
        length: Length::clamped(length),
        rooms,
    })
}

fn kind() -> impl Strategy<Value = SessionKind> {
    prop_oneof![2 => select(SessionKind::ALL.to_vec()), 1 => Just(SessionKind::Committee), 1 => Just(SessionKind::Social)]
}

fn any_session(name: &'static str) -> BoxedStrategy<Session> {
    prop_oneof![3 => Just("E"), 2 => Just("IRM")].prop_flat_map(move |event| session_of(name, event)).boxed()
}

fn session_of(name: &'static str, event: &'static str) -> BoxedStrategy<Session> {
    let others: Vec<&'static str> = NAMES.into_iter().filter(|&other| other != name).collect();
    let roles = select(vec![Role::Chair, Role::ViceChair, Role::Speaker]);
    let people = prop::collection::vec((select(vec!["p1", "p2", "chair3", "chair4"]), roles), 0..2);
    let status = prop_oneof![9 => Just(Status::Confirmed), 1 => Just(Status::Cancelled)];
    let expected = prop::option::of(select(vec![20_u32, 21, 100, 101]));
    let when = (prop::option::weighted(0.9, placement(event)), status, some(&others, 2));
    let what = (kind(), some(&BODIES, 2), select(vec![0_usize, 1, 2, 6]), people, some(&["D1", "D2"], 1));
    (when, what, some(&["T1", "T2"], 1), expected)
        .prop_map(move |(when, what, topics, expected)| {
            let (placement, status, after) = when;
            let (kind, bodies, spoken, people, documents) = what;
            let people = people.into_iter().map(|(person, role)| Participation { person: id(person), role }).collect();
            Session {
                bodies,
                languages: languages(spoken),
                people,
                documents,
                topics,
                // Few have to come first, or everything would be in disorder.
                after: if after.len() == 2 { after } else { Vec::new() },
                expected_attendance: expected,
                placement,
                status,
                ..Session::new(id(name), id(event), kind)
            }
        })
        .boxed()
}

/// The fixture, a region without a zone, and other numbers in some rules.
fn ground() -> BoxedStrategy<Plan> {
    let numbers = select(vec![
        &[] as &[(&str, &str, i32)],
        &[("interpreted-at-once", "teams", 0), ("lunch", "lunch-least", 0), ("room-setup", "setup-mins", 0)],
        &[
            ("friday-midday", "friday-to", 600),
            ("interpreted-evening", "evening-from", 1440),
            ("irm-hours", "awake-from", 0),
        ],
        &[("irm-hours", "awake-to", 1440), ("walking-body", "walk-mins", 45), ("lunch", "lunch-to", 700)],
        &[
            ("first-evening", "evening-from", 1440),
            ("working-hours", "sittings-to", 600),
            ("lunch", "lunch-least", 121),
        ],
        &[("irm-hours", "awake-to", 360), ("walking-person", "walk-mins", 120), ("formal-at-once", "most-at-once", 1)],
    ]);
    numbers
        .prop_map(|numbers| {
            let plan = with(fixture(), region("CIS", None));
            numbers.iter().fold(plan, |plan, &(rule, number, value)| set(plan, rule, None, &[(number, value)]))
        })
        .boxed()
}

fn any_plan() -> BoxedStrategy<Plan> {
    (ground(), NAMES.map(any_session).to_vec())
        .prop_map(|(plan, sessions)| filled(plan, sessions.into_iter().map(Draft)))
        .boxed()
}

/// One change of a plan: a session put in the place of another or taken away, a part of it changed, two at once; a row of
/// another table, chosen by numbers.
#[derive(Clone, Debug)]
enum Edit {
    Put(Box<Session>),
    Part(Box<Session>, u8),
    Both(Box<Session>, Box<Session>),
    Remove(SessionId),
    Row(usize, usize, usize),
    Together(Vec<Edit>),
}

fn edit() -> BoxedStrategy<Edit> {
    let any = || select(NAMES.to_vec()).prop_flat_map(any_session).prop_map(Box::new);
    let row = || (0..11_usize, 0..64_usize, 0..64_usize).prop_map(|(table, pick, value)| Edit::Row(table, pick, value));
    let one = prop_oneof![
        10 => row(),
        2 => any().prop_map(Edit::Put),
        6 => (any(), 0..8_u8).prop_map(|(session, part)| Edit::Part(session, part)),
        2 => (any(), any()).prop_map(|(one, other)| Edit::Both(one, other)),
        1 => select(NAMES.to_vec()).prop_map(|name| Edit::Remove(id(name))),
    ];
    let one = one.boxed();
    let parts = prop_oneof![
        row(),
        (any(), 0..8_u8).prop_map(|(session, part)| Edit::Part(session, part)),
        any().prop_map(Edit::Put),
    ];
    prop_oneof![4 => one, 1 => prop::collection::vec(parts, 2..5).prop_map(Edit::Together)].boxed()
}

fn patch(plan: &Plan, edit: &Edit) -> Patch {
    let mut patch = Patch::default();
    put(plan, edit, &mut patch);
    patch
}

fn put(plan: &Plan, edit: &Edit, patch: &mut Patch) {
    let known = |session: &Session| {
        let mut session = session.clone();
        session.after.retain(|&id| plan.sessions().contains(id));
        session
    };
    match edit {
        Edit::Put(session) => patch.put(plan, known(session)),
        Edit::Both(one, other) => {
            patch.put(plan, known(one));
            patch.put(plan, known(other));
        }
        Edit::Remove(gone) => {
            for row in plan.sessions().iter().filter(|row| row.after.contains(gone)) {
                let mut row = (**row).clone();
                row.after.retain(|id| id != gone);
                patch.put(plan, row);
            }
            for row in plan.statements().iter().filter(|row| row.session == Some(*gone)) {
                patch.put(plan, Statement { session: None, ..(**row).clone() });
            }
            for row in plan.waivers().iter().filter(|row| row.sessions.contains(gone)) {
                let mut row = (**row).clone();
                row.sessions.retain(|id| id != gone);
                patch.put(plan, row);
            }
            patch.remove(plan, *gone);
        }
        Edit::Row(table, pick, value) => other_row(plan, (*table, *pick, *value), patch),
        Edit::Together(edits) => edits.iter().for_each(|edit| put(plan, edit, patch)),
        Edit::Part(session, part) => {
            let new = known(session);
            if let Some(old) = plan.sessions().get(session.id) {
                let mut row = (**old).clone();
                match part {
                    0 => row.placement = new.placement,
                    1 => row.placement = None,
                    2 => row.kind = new.kind,
                    3 => (row.bodies, row.people) = (new.bodies, new.people),
                    4 => row.languages = new.languages,
                    5 => row.after = new.after,
                    6 => (row.documents, row.topics) = (new.documents, new.topics),
                    _ => row.status = new.status,
                }
                patch.put(plan, row);
            }
        }
    }
}

/// A row of any table as the plan has it, with something about it changed; new rows and rows taken away too.
fn other_row(plan: &Plan, (table, pick, value): (usize, usize, usize), patch: &mut Patch) {
    fn one<T: Copy>(of: &[T], at: usize) -> T {
        of[at % of.len()]
    }
    let (what, value) = (value % 8, value / 8);
    let person = |at| one(&["p1", "p2", "chair3", "chair4"], at);
    let document = [None, Some(id("D1")), Some(id("D2"))];
    match table {
        0 | 1 => {
            let name = one(&["E", "IRM", "IRM", "H"], pick);
            let new = super::event(name, EventKind::Holiday, "2025-11-19", "2025-11-19", Tz::Asia__Baku);
            let mut row = plan.events().get(id(name)).map_or(new, |row| (**row).clone());
            let days = [("2025-11-17", "2025-11-28"), ("2025-11-20", "2025-11-21"), ("2025-10-25", "2025-11-19")];
            let (first, last) = one(&days, value);
            match what {
                0 | 1 => row.dates = EventDates::Days { first: day(first), last: day(last) },
                2 | 3 => row.kind = one(&EventKind::ALL, value * 5 + pick),
                4 => row.zone = one(&[Tz::Asia__Baku, Tz::Europe__Zurich, Tz::America__New_York], value),
                5 => row.format = one(&[None, Some(EventFormat::Virtual)], value),
                6 => row.documents = one(&document, value).into_iter().collect(),
                _ if name == "H" => return patch.remove::<Event>(plan, row.id),
                _ => row.after = one(&[vec![], vec![id("E")], vec![id("IRM")]].each_ref(), value).clone(),
            }
            patch.put(plan, row);
        }
        2 | 3 => {
            let names = [&BODIES[..], &["EUR", "CIS", "SEC", "COM1"]].concat();
            let mut row = (**plan.bodies().get(id(one(&names, pick))).unwrap()).clone();
            let office = |person, role| Office { person: id(person), role };
            match what {
                0 | 1 => row.kind = one(&BodyKind::ALL, value * 2 + pick),
                2 | 3 => row.officers = vec![office(person(value), one(&OfficeRole::ALL, value))],
                4 => row.officers.clear(),
                5 => row.zone = one(&[None, Some(Tz::Asia__Baku), Some(Tz::Asia__Tokyo)], value),
                6 => row.report = one(&document, value),
                _ => row.parent = one(&[None, Some(id("PL"))], value),
            }
            patch.put(plan, row);
        }
        4 => {
            let mut row = (**plan.rooms().get(id(one(&ROOMS, pick))).unwrap()).clone();
            match what {
                0 | 1 => row.capacity = one(&[None, Some(20), Some(100)], value),
                2 | 3 => row.booths = one(&[0, 1, 6], value),
                4 | 5 => row.is_virtual = !row.is_virtual,
                _ => row.is_shared = !row.is_shared,
            }
            patch.put(plan, row);
        }
        5 => {
            let mut row = (**plan.people().get(id(person(pick))).unwrap()).clone();
            match what {
                0..3 => row.rank = one(&Rank::ALL, value),
                3 | 4 => row.represents = one(&["", "p1", "Somewhere"], value).to_owned(),
                _ => row.region = one(&[None, Some(id("AMS")), Some(id("EUR"))], value),
            }
            patch.put(plan, row);
        }
        6 => {
            let name = one(&["D1", "D2", "D3"], pick);
            let mut row = plan.documents().get(id(name)).map_or(super::document(name, None, 0), |row| (**row).clone());
            match what {
                0..3 => row.issued = one(&[None, Some(day("2025-11-19")), Some(day("2025-10-28"))], value),
                3 | 4 => row.languages = languages(value),
                5 | 6 => row.event = one(&[None, Some(id("E")), Some(id("IRM"))], value),
                _ if name == "D3" => return patch.remove::<Document>(plan, row.id),
                _ => row.link = "https://example.org".to_owned(),
            }
            patch.put(plan, row);
        }
        7 => {
            let name = one(&["T1", "T2", "T3"], pick);
            let new = super::topic(name, TopicKind::AgendaItem);
            let mut row = plan.topics().get(id(name)).map_or(new, |row| (**row).clone());
            match what {
                0..3 => row.kind = one(&TopicKind::ALL, value),
                3 | 4 => row.region = one(&[None, Some(id("AMS"))], value),
                5 | 6 => row.event = one(&[None, Some(id("E"))], value),
                _ if name == "T3" => return patch.remove::<Topic>(plan, row.id),
                _ => row.code = "T".to_owned(),
            }
            patch.put(plan, row);
        }
        8 => {
            let name = one(&["st1", "st2", "st3"], pick);
            if what == 0 {
                return patch.remove::<Statement>(plan, id(name));
            }
            let session = one(&NAMES, value * 3 + pick);
            let session = plan.sessions().contains(id(session)).then_some(session).filter(|_| what > 1);
            let length = one(&[60, 181, 1000], value);
            patch.put(
                plan,
                Statement { text_received: what > 2, ..super::statement(name, person(value), session, length) },
            );
        }
        9 => {
            let held = plan.waivers().ids().nth(pick);
            match (what, held) {
                (0 | 1, Some(held)) => patch.remove::<Waiver>(plan, held),
                _ => {
                    let checker = Checker::new(plan);
                    let sorted = checker.sorted();
                    let Some(finding) = sorted.get((pick * 8 + value) % sorted.len().max(1)) else { return };
                    let facts = if what == 2 { "0123456789abcdef".to_owned() } else { finding.facts() };
                    patch.put(
                        plan,
                        Waiver {
                            id: id(one(&["W1", "W2", "W3"], value)),
                            rule: id(finding.rule),
                            sessions: finding.sessions.clone(),
                            facts,
                            reason: "agreed".to_owned(),
                        },
                    );
                }
            }
        }
        _ if what == 0 => {
            let zone = one(&[Tz::Asia__Baku, Tz::Europe__Zurich], value);
            patch.put_header(plan, Header { zone, ..(**plan.header()).clone() });
        }
        _ => {
            let rule = &RULES[(pick * 8 + value) % RULES.len()];
            let severity = one(&[None, Some(Severity::Off), Some(Severity::Error), Some(Severity::Hint)], value);
            let numbers =
                rule.numbers.first().filter(|_| what > 4).map(|number| (number.name.to_owned(), number.range.0));
            patch.put(plan, RuleChoice { id: id(rule.name), severity, numbers: numbers.into_iter().collect() });
        }
    }
}

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
            prop_assert!(followed.findings || told(&checker) == before.2);
            if let Some(changed) = followed.marks {
                prop_assert_eq!(followed.findings, told(&checker) != before.2);
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
        let plan = filled(ground, sessions.into_iter().map(Draft));
        tint_is_right(&plan, id("S01"), &picks)?;
    }
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

#[test]
fn thousands_of_sessions_at_once_are_reported_in_bounds() {
    for kind in [SessionKind::Committee, SessionKind::Plenary, SessionKind::Social, SessionKind::RegionalCoordination] {
        let crowd = (0..3000).map(|at| {
            let draft = of_kind(&format!("S{at:04}"), kind, "19T10:00", 60).body("COM3").body("ARB").room("b");
            draft.person("p1", Role::Speaker).languages(6).expected(50).document("D2")
        });
        let plan = filled(fixture(), crowd);
        let mut checker = Checker::new(&plan);
        for (judged, kept) in checker.reported.by_judged() {
            for rule in 0..RULES.len() {
                let count = kept.iter().filter(|kept| kept.rule == rule).count();
                assert!(count <= 65, "{kind:?}: {count} of {} about {judged:?}", RULES[rule].name);
            }
        }
        let patch = {
            let mut patch = Patch::default();
            let mut row = (**plan.sessions().get(id("S0007")).unwrap()).clone();
            row.placement = None;
            patch.put(&plan, row);
            patch
        };
        // Millions of pairs would not come to an end.
        let _ = checker.what_if(&plan, &patch);
    }
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

/// How many rules are asked about how many things, and how many pairs they look at, while a patch is followed.
fn work_of<R: crate::model::Tabled>(plan: &Plan, name: &str, change: impl FnOnce(&mut R)) -> usize {
    let after = changed(plan.clone(), name, change);
    let patch = Patch::between(plan, &after);
    let mut checker = Checker::new(plan);
    let work = work::of(|| _ = checker.follow(&after, &patch));
    assert_eq!(checker.sorted(), Checker::new(&after).sorted());
    work
}

#[test]
fn rows_are_followed_where_somebody_looks_at_them() {
    let bodies = ["COM3", "COM4", "COM5", "WG", "DG"];
    let many = (0..100).map(|at: i32| {
        let draft = committee(&format!("S{at:03}"), bodies[at as usize % 5]).at("19T10:00", 30);
        let draft = draft.room(["hall", "a", "b"][at as usize % 3]);
        if at < 4 { draft.document("D1").topic("T2") } else { draft }
    });
    let mut plan = filled(fixture(), many);
    // The rest of the house is at its work on other days.
    for at in 0..100 {
        plan = changed(plan, &format!("S{at:03}"), |session: &mut Session| {
            let placement = session.placement.as_mut().unwrap();
            placement.start = placement.start.plus_mins(at % 5 * 1440 + at * 40 % 400);
        });
    }
    let all = work::of(|| _ = Checker::new(&plan));
    let asked = RULES.len();
    let mut plan_with_waiver = plan.clone();
    let finding = Checker::new(&plan).sorted()[0].clone();
    let waiver = Waiver {
        id: id("W1"),
        rule: id(finding.rule),
        sessions: finding.sessions.clone(),
        facts: finding.facts(),
        reason: "agreed".into(),
    };
    plan_with_waiver = with(plan_with_waiver, waiver);
    let reworded = work_of(&plan_with_waiver, "W1", |waiver: &mut Waiver| waiver.reason = "why not".into());
    let lapsed = work_of(&plan_with_waiver, "W1", |waiver: &mut Waiver| waiver.facts = "0".into());
    assert_eq!((reworded, lapsed), (0, 0), "no rule is asked about a waiver");
    let title = work_of(&plan, "E", |event: &mut Event| event.title = "Conference".into());
    let name = work_of(&plan, "p1", |person: &mut Person| person.name = "Somebody".into());
    let document = work_of(&plan, "D1", |document: &mut Document| document.issued = None);
    let topic = work_of(&plan, "T2", |topic: &mut Topic| topic.kind = TopicKind::AgendaItem);
    let room = work_of(&plan, "net", |room: &mut crate::model::Room| room.booths = 1);
    let report = work_of(&plan, "COM3", |body: &mut Body| body.report = Some(id("D2")));
    for (what, work) in
        [("title", title), ("name", name), ("document", document), ("topic", topic), ("room", room), ("report", report)]
    {
        assert!(work < 5 * asked, "{what}: {work} of {all}");
    }
    let dates = work_of(&plan, "IRM", |event: &mut Event| event.format = Some(EventFormat::Virtual));
    assert!(dates < asked, "{dates}: the meeting has no sessions");
    assert!(all > 25 * asked, "{all}");
}

/// A plan of so many sessions that no conference has.
fn odd(sort: usize, count: i32) -> Plan {
    let name = |at: i32| format!("S{at:05}");
    let drafts = (0..count).map(|at| {
        let late = if sort == 1 && at % 2 == 1 { "19T11:00" } else { "19T10:00" };
        let kind = match (sort, at) {
            (2, 0) => SessionKind::RegionalCoordination,
            (2, 1) => SessionKind::Social,
            (2, _) => SessionKind::Committee,
            (3, 0) => SessionKind::Committee,
            (3, _) => SessionKind::RegionalCoordination,
            (4, at) if at < count / 2 => SessionKind::Plenary,
            (4, _) => SessionKind::Service,
            _ => SessionKind::Other,
        };
        let draft = of_kind(&name(at), kind, late, 60).body("SEC").room("a");
        match sort {
            5 if at > 0 => draft.after(&name(at - 1)),
            6 => draft.after(&name((at + count - 1) % count)),
            7 if at > 0 => draft.after(&name(0)),
            _ => draft,
        }
    });
    filled(fixture(), drafts)
}

#[test]
fn plans_that_no_conference_has_cost_no_more_than_their_size() {
    for sort in 0..8 {
        let of = |count| work::of(|| _ = Checker::new(&odd(sort, count)));
        let (one, two) = (of(400), of(800));
        assert!(two < one * 5 / 2, "{sort}: {one} for 400, {two} for 800");
    }
}

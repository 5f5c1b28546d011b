//! Plans and edits that nobody thought of: patches of every table.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{day, fixture, id, languages, region, set, with};
use crate::check::Checker;
use crate::check::rules::RULES;
use crate::model::zone::Tz;
use crate::model::{
    Absence, AgendaItem, BodyKind, Document, Event, EventDates, EventFormat, EventKind, Header, Id, ItemKind,
    ItemOrigin, Length, OfficeRole, OwnRank, Participation, Patch, Placement, Plan, Post, Purpose, Rank, RequestAnswer,
    Role, RoomRequest, RuleChoice, Session, SessionId, SessionKind, Severity, Statement, Status, TextState, Topic,
    TopicKind, Waiver,
};

mod teams;

pub(super) use teams::filled_known;
use teams::{other_team, some_teams};

pub(super) const NAMES: [&str; 12] =
    ["S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12"];
const BODIES: [&str; 12] = ["PL", "COM2", "COM3", "COM4", "COM5", "WG", "ARB", "AMS", "TDAG", "TDAG-WG", "HOST", "MS"];
pub(super) const ROOMS: [&str; 5] = ["hall", "a", "b", "lobby", "net"];

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

pub(super) fn session_of(name: &'static str, event: &'static str) -> BoxedStrategy<Session> {
    let others: Vec<&'static str> = NAMES.into_iter().filter(|&other| other != name).collect();
    let roles = select(vec![Role::Chair, Role::ViceChair, Role::Speaker]);
    let people = prop::collection::vec((select(vec!["p1", "p2", "chair3", "chair4"]), roles), 0..2);
    let status = prop_oneof![9 => Just(Status::Confirmed), 1 => Just(Status::Cancelled), 1 => Just(Status::Reserve)];
    let expected = prop::option::of(select(vec![20_u32, 21, 100, 101]));
    let when = (prop::option::weighted(0.9, placement(event)), status, some(&others, 2));
    let what = (kind(), some(&BODIES, 2), select(vec![0_usize, 1, 2, 6]), people, some(&["D1", "D2"], 1));
    (when, what, some(&["T1", "T2"], 1), some(&["A", "B"], 2), expected)
        .prop_map(move |(when, what, topics, teams, expected)| {
            let (placement, status, after) = when;
            let (kind, bodies, spoken, people, documents) = what;
            let people = people.into_iter().map(|(person, role)| Participation { person: id(person), role }).collect();
            Session {
                bodies,
                languages: languages(spoken),
                people,
                documents,
                topics,
                teams,
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
pub(super) fn ground() -> BoxedStrategy<Plan> {
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
        .prop_flat_map(some_teams)
        .boxed()
}

pub(super) fn any_plan() -> BoxedStrategy<Plan> {
    (ground(), NAMES.map(any_session).to_vec()).prop_map(|(plan, sessions)| filled_known(plan, sessions)).boxed()
}

/// One change of a plan: a session put in the place of another or taken away, a part of it changed, two at once; a row of
/// another table, chosen by numbers.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    Put(Box<Session>),
    Part(Box<Session>, u8),
    Both(Box<Session>, Box<Session>),
    Remove(SessionId),
    Row(usize, usize, usize),
    Together(Vec<Edit>),
}

pub(super) fn edit() -> BoxedStrategy<Edit> {
    let any = || select(NAMES.to_vec()).prop_flat_map(any_session).prop_map(Box::new);
    let row = || (0..15_usize, 0..64_usize, 0..64_usize).prop_map(|(table, pick, value)| Edit::Row(table, pick, value));
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

pub(super) fn patch(plan: &Plan, edit: &Edit) -> Patch {
    let mut patch = Patch::default();
    put(plan, edit, &mut patch);
    patch
}

fn put(plan: &Plan, edit: &Edit, patch: &mut Patch) {
    let known = |session: &Session| {
        let mut session = session.clone();
        session.after.retain(|&id| plan.sessions().contains(id));
        session.teams.retain(|&id| plan.teams().contains(id));
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
            for row in plan.requests().iter().filter(|row| row.session == Some(*gone)) {
                patch.put(plan, RoomRequest { session: None, ..(**row).clone() });
            }
            for row in plan.items().iter().filter(|row| row.session == *gone) {
                patch.remove(plan, row.id);
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
                    4 => (row.languages, row.teams) = (new.languages, new.teams),
                    5 => row.after = new.after,
                    6 => (row.documents, row.topics) = (new.documents, new.topics),
                    _ => row.status = new.status,
                }
                patch.put(plan, row);
            }
        }
    }
}

/// Numbers that choose a row, what of it is changed, and how.
#[derive(Clone, Copy)]
struct Roll {
    pick: usize,
    what: usize,
    value: usize,
}

fn one<T: Copy>(of: &[T], at: usize) -> T {
    of[at % of.len()]
}

fn some_person(at: usize) -> &'static str {
    one(&["p1", "p2", "chair3", "chair4"], at)
}

fn some_document(at: usize) -> Option<Id<Document>> {
    [None, Some(id("D1")), Some(id("D2"))][at % 3]
}

/// A row of any table as the plan has it, with something about it changed; new rows and rows taken away too.
fn other_row(plan: &Plan, (table, pick, value): (usize, usize, usize), patch: &mut Patch) {
    let roll = Roll { pick, what: value % 8, value: value / 8 };
    let change = match table {
        0 | 1 => other_event,
        2 | 3 => other_body,
        4 => other_room,
        5 => other_person,
        6 => other_document,
        7 => other_topic,
        8 => other_statement,
        11 => other_item,
        12 => other_team,
        13 | 14 => other_request,
        9 => other_waiver,
        _ => other_settings,
    };
    change(plan, roll, patch);
}

fn other_event(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
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
        6 if value % 2 == 0 => row.place = one(&["", "Baku", "Geneva"], value / 2).into(),
        6 => row.documents = some_document(value).into_iter().collect(),
        _ if name == "H" => return patch.remove::<Event>(plan, row.id),
        _ => row.after = one(&[vec![], vec![id("E")], vec![id("IRM")]].each_ref(), value).clone(),
    }
    patch.put(plan, row);
}

fn other_body(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
    let names = [&BODIES[..], &["EUR", "CIS", "SEC", "COM1"]].concat();
    let mut row = (**plan.bodies().get(id(one(&names, pick))).unwrap()).clone();
    match what {
        0 | 1 => row.kind = one(&BodyKind::ALL, value * 2 + pick),
        2..=4 => return other_post(plan, Roll { pick, what, value }, patch),
        5 => row.zone = one(&[None, Some(Tz::Asia__Baku), Some(Tz::Asia__Tokyo)], value),
        6 => row.report = some_document(value),
        _ => row.parent = one(&[None, Some(id("PL")), Some(id("COM3"))], value).filter(|&parent| parent != row.id),
    }
    patch.put(plan, row);
}

fn other_post(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
    let names = ["post3", "post3v", "post4", "post5", "new-post"];
    let body = id(one(&[&BODIES[..], &["EUR", "COM1"]].concat(), value));
    let new = Post::new(id(one(&names, pick)), body, one(&OfficeRole::ALL, value));
    let mut row = plan.posts().get(new.id).map_or(new, |row| (**row).clone());
    match (what, value % 4) {
        (2, 0) => row.body = body,
        (2, 1) => row.kept_for = one(&[None, Some(id("EUR")), Some(id("AMS"))], value),
        (2, _) => row.role = one(&OfficeRole::ALL, value),
        (3, _) => row.person = Some(id(some_person(value))),
        (_, 0) => row.person = None,
        _ => return patch.remove::<Post>(plan, row.id),
    }
    patch.put(plan, row);
}

fn other_room(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
    let mut row = (**plan.rooms().get(id(one(&ROOMS, pick))).unwrap()).clone();
    match what {
        0 if value % 2 == 0 => row.closed = some_absence(value / 2),
        1 if value % 2 == 0 => {
            (row.setup_mins, row.turnaround_mins) = (one(&[None, Some(0), Some(45)], value / 2), None)
        }
        0 | 1 => row.capacity = one(&[None, Some(20), Some(100)], value),
        2 | 3 => row.booths = one(&[0, 1, 6], value),
        4 | 5 if value % 2 == 0 => row.is_virtual = !row.is_virtual,
        4 | 5 => row.place = one(&["", "Centre", "Hotel"], value / 2).to_owned(),
        _ => row.is_shared = !row.is_shared,
    }
    patch.put(plan, row);
}

fn some_absence(value: usize) -> Vec<Absence> {
    let times = [
        ("2025-11-19T08:00", "2025-11-19T12:00"),
        ("2025-11-18T00:00", "2025-11-21T00:00"),
        ("2025-11-19T12:00", "2025-11-19T11:00"),
    ];
    let absence =
        |(from, to): (&str, &str)| Absence { from: super::time(from), to: super::time(to), reason: String::new() };
    times.into_iter().skip(value % 4).take(1).map(absence).collect()
}

fn other_person(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
    let mut row = (**plan.people().get(id(some_person(pick))).unwrap()).clone();
    match what {
        0 => row.rank = one(&Rank::BUILT_IN, value),
        1 => return other_rank(plan, value, patch),
        2 => row.away = some_absence(value),
        3 | 4 => row.represents = one(&["", "p1", "Somewhere"], value).to_owned(),
        _ => row.region = one(&[None, Some(id("AMS")), Some(id("EUR"))], value),
    }
    patch.put(plan, row);
}

fn other_rank(plan: &Plan, value: usize, patch: &mut Patch) {
    let Some(id) = one(&Rank::BUILT_IN, value).row() else { return };
    if plan.ranks().contains(id) && value.is_multiple_of(3) {
        return patch.remove::<OwnRank>(plan, id);
    }
    patch.put(plan, OwnRank { class: one(&[None, Some(1), Some(7)], value / 8), ..OwnRank::usual(id) });
}

fn other_document(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
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

fn other_topic(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
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

fn other_item(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
    let name = one(&["I1", "I2", "I3"], pick);
    if what == 0 {
        return patch.remove::<AgendaItem>(plan, id(name));
    }
    let session: SessionId = id(one(&NAMES, value * 3 + pick));
    if !plan.sessions().contains(session) {
        return;
    }
    let item = AgendaItem {
        presentation_secs: one(&[0, 600, 5400], value),
        speakers: if what > 4 { vec![id(some_person(value))] } else { Vec::new() },
        topics: if what % 2 == 0 { vec![id("T1")] } else { Vec::new() },
        origin: one(&[None, Some(ItemOrigin::Bureau)], what),
        fixed_mins: one(&[None, Some(30)], pick / 3),
        kind: one(&[ItemKind::Item, ItemKind::Pause], what / 2),
        order: i32::try_from(pick).unwrap_or_default(),
        ..AgendaItem::new(id(name), session)
    };
    patch.put(plan, item);
}

fn other_statement(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
    let name = one(&["st1", "st2", "st3"], pick);
    if what == 0 {
        return patch.remove::<Statement>(plan, id(name));
    }
    let session = one(&NAMES, value * 3 + pick);
    let session = plan.sessions().contains(id(session)).then_some(session).filter(|_| what > 1);
    let length = one(&[60, 181, 1000], value);
    patch.put(
        plan,
        Statement {
            text: TextState::ALL[usize::from(what > 2)],
            minister_absent: what.is_multiple_of(2),
            ..super::statement(name, some_person(value), session, length)
        },
    );
}

fn other_request(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
    let name = one(&["R1", "R2", "R3", "R4"], pick);
    if what == 0 {
        return patch.remove::<RoomRequest>(plan, id(name));
    }
    let session: SessionId = id(one(&NAMES, value * 3 + pick));
    let made = (what > 2 && plan.sessions().contains(session)).then_some(session);
    patch.put(
        plan,
        RoomRequest {
            event: id(one(&["E", "IRM"], pick / 4)),
            purpose: one(&Purpose::ALL, value + pick),
            body: one(&[None, Some(id("ARB")), Some(id("MS"))], value),
            start: one(&[None, Some("19T09:00"), Some("20T12:30"), Some("30T12:30")], pick).map(super::time),
            length: Length::clamped(one(&[60, 90, 91], value)),
            headcount: one(&[None, Some(20), Some(21), Some(101)], value),
            received: one(&[None, Some("01T08:00"), Some("20T08:00")], value).map(super::time),
            answer: if made.is_some() { RequestAnswer::Accepted } else { one(&RequestAnswer::ALL, what) },
            session: made,
            ..super::request(name, one(&["Kenya", "Chad"], value))
        },
    );
}

fn other_waiver(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
    if let (0 | 1, Some(held)) = (what, plan.waivers().ids().nth(pick % plan.waivers().len().max(1))) {
        return patch.remove::<Waiver>(plan, held);
    }
    let checker = Checker::new(plan);
    let sorted = checker.sorted();
    let Some(finding) = sorted.get((pick * 8 + value) % sorted.len().max(1)) else { return };
    let facts = if what == 2 { "0123456789abcdef".to_owned() } else { checker.accepted(finding) };
    let waiver = Waiver {
        id: id(one(&["W1", "W2", "W3"], value)),
        rule: id(finding.rule),
        sessions: finding.sessions.clone(),
        facts,
        reason: "agreed".to_owned(),
    };
    patch.put(plan, waiver);
}

/// What judges everything again.
fn other_settings(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
    if what == 0 {
        let zone = one(&[Tz::Asia__Baku, Tz::Europe__Zurich], value);
        return patch.put_header(plan, Header { zone, ..(**plan.header()).clone() });
    }
    let rule = &RULES[(pick * 8 + value) % RULES.len()];
    let severity = one(&[None, Some(Severity::Off), Some(Severity::Error), Some(Severity::Hint)], value);
    let numbers = rule.numbers.first().filter(|_| what > 4).map(|number| (number.name.to_owned(), number.range.0));
    patch.put(plan, RuleChoice { id: id(rule.name), severity, numbers: numbers.into_iter().collect() });
}

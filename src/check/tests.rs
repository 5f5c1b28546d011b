//! A small conference for the tests of rules, and tests of the engine as a whole.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::zone::Tz;
use crate::model::{
    Body, BodyKind, CivilTime, Document, Event, EventDates, EventKind, Header, Id, Language, LanguageSet, Length,
    LocalText, OfficeRole, Participation, Patch, Person, Placement, Plan, Post, Rank, Role, Room, RoomRequest, Row,
    RuleChoice, Session, SessionKind, Severity, Statement, Status, Tabled, Topic, TopicKind,
};

use super::{Checker, Finding};

mod bounds;
mod edits;
mod engine;

/// No findings.
pub(crate) const NONE: [[&str; 0]; 0] = [];

/// An id in a test.
pub(crate) fn id<R>(text: &str) -> Id<R> {
    Id::new(text).unwrap()
}

/// `19T09:30` in November 2025, or a whole time.
pub(crate) fn time(text: &str) -> CivilTime {
    let whole = if text.len() == 8 { format!("2025-11-{text}") } else { text.to_owned() };
    whole.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// A day, whole.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The first so many languages.
pub(crate) fn languages(count: usize) -> LanguageSet {
    Language::ALL.into_iter().take(count).collect()
}

/// A session to be.
#[derive(Clone, Debug)]
pub(crate) struct Draft(pub Session);

/// A session of the conference, an hour in the tray as long as nothing else is said.
pub(crate) fn session(name: &str) -> Draft {
    Draft(Session::new(id(name), id("E"), SessionKind::Other))
}

/// A committee meeting of this body.
pub(crate) fn committee(name: &str, body: &str) -> Draft {
    session(name).kind(SessionKind::Committee).body(body)
}

/// A session of this kind at this time.
pub(crate) fn of_kind(name: &str, kind: SessionKind, start: &str, mins: i32) -> Draft {
    session(name).kind(kind).at(start, mins)
}

impl Draft {
    pub fn event(mut self, event: &str) -> Self {
        self.0.event = id(event);
        self
    }
    pub fn kind(mut self, kind: SessionKind) -> Self {
        self.0.kind = kind;
        self
    }
    pub fn body(mut self, body: &str) -> Self {
        self.0.bodies.push(id(body));
        self
    }
    pub fn at(mut self, start: &str, mins: i32) -> Self {
        let rooms = self.0.rooms().to_vec();
        self.0.placement = Some(Placement { start: time(start), length: Length::clamped(mins), rooms });
        self
    }
    /// After `at`.
    pub fn room(mut self, room: &str) -> Self {
        self.0.placement.as_mut().expect("`at` comes before `room`").rooms.push(id(room));
        self
    }
    pub fn languages(mut self, count: usize) -> Self {
        self.0.languages = languages(count);
        self
    }
    pub fn after(mut self, before: &str) -> Self {
        self.0.after.push(id(before));
        self
    }
    pub fn person(mut self, person: &str, role: Role) -> Self {
        self.0.people.push(Participation { person: id(person), role });
        self
    }
    pub fn document(mut self, document: &str) -> Self {
        self.0.documents.push(id(document));
        self
    }
    pub fn topic(mut self, topic: &str) -> Self {
        self.0.topics.push(id(topic));
        self
    }
    pub fn expected(mut self, people: u32) -> Self {
        self.0.expected_attendance = Some(people);
        self
    }
    pub fn cancelled(mut self) -> Self {
        self.0.status = Status::Cancelled;
        self
    }
}

pub(crate) fn event(name: &str, kind: EventKind, first: &str, last: &str, zone: Tz) -> Event {
    Event::new(id(name), kind, EventDates::Days { first: day(first), last: day(last) }, zone)
}

pub(crate) fn body(name: &str, kind: BodyKind) -> Body {
    Body::new(id(name), kind)
}

pub(crate) fn region(name: &str, zone: Option<Tz>) -> Body {
    Body { zone, ..body(name, BodyKind::Region) }
}

pub(crate) fn room(name: &str, booths: u8, capacity: Option<u32>) -> Room {
    Room { capacity, booths, ..Room::new(id(name), LocalText::default()) }
}

pub(crate) fn person(name: &str, rank: Rank, represents: &str) -> Person {
    Person { rank, represents: represents.to_owned(), ..Person::new(id(name), name) }
}

pub(crate) fn document(name: &str, issued: Option<&str>, known_languages: usize) -> Document {
    let languages = languages(known_languages);
    Document { issued: issued.map(day), languages, ..Document::new(id(name), "") }
}

pub(crate) fn topic(name: &str, kind: TopicKind) -> Topic {
    Topic::new(id(name), kind)
}

pub(crate) fn statement(name: &str, speaker: &str, session: Option<&str>, length_secs: u32) -> Statement {
    Statement {
        session: session.map(id),
        length_secs,
        text: crate::model::TextState::Received,
        ..Statement::new(id(name), id(speaker))
    }
}

/// A request for a room at any time, of a party.
pub(crate) fn request(name: &str, asked_by: &str) -> RoomRequest {
    RoomRequest { asked_by: asked_by.to_owned(), ..RoomRequest::new(id(name), id("E")) }
}

/// The plan with this row, new or in the place of the one of its name.
pub(crate) fn with<R: Tabled>(mut plan: Plan, row: R) -> Plan {
    let mut patch = Patch::default();
    patch.put(&plan, row);
    plan.apply(&patch).unwrap();
    plan
}

/// The plan with a row changed.
pub(crate) fn changed<R: Tabled>(plan: Plan, name: &str, change: impl FnOnce(&mut R)) -> Plan {
    let mut row = (**R::of_plan(&plan).get(id(name)).unwrap_or_else(|| panic!("no row {name}"))).clone();
    change(&mut row);
    with(plan, row)
}

/// The plan with a rule set.
pub(crate) fn set(plan: Plan, rule: &str, severity: Option<Severity>, numbers: &[(&str, i32)]) -> Plan {
    let numbers: BTreeMap<String, i32> = numbers.iter().map(|&(name, value)| (name.to_owned(), value)).collect();
    with(plan, RuleChoice { id: id(rule), severity, numbers })
}

/// Adds rows of one sort.
fn add<R: Tabled>(plan: Plan, rows: impl IntoIterator<Item = R>) -> Plan {
    rows.into_iter().fold(plan, with)
}

/// A conference `E` in Baku, 17–28 November 2025 (Monday to Friday), and a meeting `IRM` in Geneva on the weekend on which
/// the clocks go back, 25–26 October; without sessions.
///
/// Rooms: `hall` (six booths, 100 seats), `a` (six booths), `b` (none, 20 seats), `lobby` (shared), `net` (virtual).
/// `COM3` is chaired by `chair3` with `vice3` beside, `COM4` by `chair4`, who is also the secretary of `COM5`.
pub(crate) fn fixture() -> Plan {
    let plan = Plan::new(Header::in_zone(Tz::Asia__Baku));
    let plan = with(plan, event("E", EventKind::Conference, "2025-11-17", "2025-11-28", Tz::Asia__Baku));
    let irm = event("IRM", EventKind::InterregionalMeeting, "2025-10-25", "2025-10-26", Tz::Europe__Zurich);
    let plan = with(plan, irm);
    let people = ["p1", "p2", "p3", "chair3", "vice3", "chair4"];
    let plan = add(plan, people.map(|name| person(name, Rank::Minister, name)));
    let kinds = [
        ("PL", BodyKind::Plenary),
        ("HOD", BodyKind::HeadsOfDelegation),
        ("COM1", BodyKind::SteeringCommittee),
        ("COM2", BodyKind::BudgetCommittee),
        ("COM3", BodyKind::Committee),
        ("COM4", BodyKind::Committee),
        ("COM5", BodyKind::EditorialCommittee),
        ("WG", BodyKind::WorkingGroup),
        ("DG", BodyKind::DraftingGroup),
        ("RTO", BodyKind::RegionalOrganization),
        ("TDAG", BodyKind::AdvisoryGroup),
        ("TDAG-WG", BodyKind::AdvisoryGroup),
        ("SEC", BodyKind::Secretariat),
        ("HOST", BodyKind::Host),
        ("MS", BodyKind::Delegation),
        ("NOW", BodyKind::Other),
    ];
    let plan = add(plan, kinds.map(|(name, kind)| body(name, kind)));
    let zones = [("AMS", Tz::America__New_York), ("ARB", Tz::Asia__Riyadh), ("EUR", Tz::Europe__London)];
    let plan = add(plan, zones.map(|(name, zone)| region(name, Some(zone))));
    let held = |name: &str, body, role, person| Post::held(id(name), id(body), role, id(person));
    let plan = add(
        plan,
        [
            held("post3", "COM3", OfficeRole::Chair, "chair3"),
            held("post3v", "COM3", OfficeRole::ViceChair, "vice3"),
            held("post4", "COM4", OfficeRole::Chair, "chair4"),
            held("post5", "COM5", OfficeRole::Secretary, "chair4"),
        ],
    );
    let plan = add(plan, [room("hall", 6, Some(100)), room("a", 6, None), room("b", 0, Some(20))]);
    let plan = with(plan, Room { is_shared: true, ..room("lobby", 0, None) });
    let plan = with(plan, Room { is_virtual: true, ..room("net", 0, None) });
    let plan = with(plan, document("D1", Some("2025-10-01"), 6));
    let plan = with(plan, document("D2", Some("2025-11-20"), 1));
    add(plan, [topic("T1", TopicKind::AgendaItem), topic("T2", TopicKind::Initiative)])
}

/// The fixture with these sessions.
pub(crate) fn plan<const N: usize>(sessions: [Draft; N]) -> Plan {
    filled(fixture(), sessions)
}

/// A plan with these sessions.
pub(crate) fn filled(mut plan: Plan, sessions: impl IntoIterator<Item = Draft>) -> Plan {
    let mut patch = Patch::default();
    for draft in sessions {
        patch.put(&plan, draft.0);
    }
    plan.apply(&patch).unwrap();
    plan
}

/// What a rule reports, without what is waived.
pub(crate) fn findings(rule: &str, plan: &Plan) -> Vec<Finding> {
    let checker = Checker::new(plan);
    checker.sorted().into_iter().filter(|finding| finding.rule == rule && finding.is_open()).cloned().collect()
}

/// The sessions of each open finding of a rule.
pub(crate) fn reports(rule: &str, plan: &Plan) -> Vec<Vec<String>> {
    findings(rule, plan).iter().map(|finding| finding.sessions.iter().map(ToString::to_string).collect()).collect()
}

/// The sentences of each open finding of a rule.
pub(crate) fn messages(rule: &str, plan: &Plan) -> Vec<&'static str> {
    findings(rule, plan).iter().map(|finding| finding.message).collect()
}

/// Whether a rule reports anything, for tables of boundaries.
pub(crate) fn is_reported<const N: usize>(rule: &str, sessions: [Draft; N]) -> bool {
    !reports(rule, &plan(sessions)).is_empty()
}

/// Whether turning the rule off silences it.
pub(crate) fn is_quiet_when_off(rule: &str, plan: &Plan) -> bool {
    !reports(rule, plan).is_empty() && reports(rule, &set(plan.clone(), rule, Some(Severity::Off), &[])).is_empty()
}

#[test]
fn the_fixture_is_quiet_but_for_what_it_lacks() {
    let checker = Checker::new(&fixture());
    let mut rules: Vec<&str> = checker.findings().map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    assert_eq!(rules, ["agenda-uncovered", "document-unused", "irm-bureau", "regional-slot", "topic-region"]);
    assert!(fixture().sessions().is_empty() && Row::check(&**fixture().events().get(id("E")).unwrap()).is_ok());
}

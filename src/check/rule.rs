//! What a rule is: its name, its numbers, what it judges, and what stands in the way of a placement.

use crate::model::{
    Body, Document, Event, Patch, Person, Room, RoomId, RowId, Session, SessionKind, Severity, Span, Tabled, Team,
};

use super::facts::{Entry, Facts};
use super::finding::{Finding, Value};
use super::obstacles::{Moving, Obstacles};
use super::rows::Slot;
use super::track::{Busy, Track};

/// One rule. Its name, its explanation and its source are texts: `rule-NAME`, `rule-NAME-about`, `rule-NAME-basis`.
pub struct Rule {
    /// How plans and reports name it.
    pub name: &'static str,
    /// How bad its findings are, unless the plan says otherwise.
    pub severity: Severity,
    /// Its numbers, each of which a plan can set.
    pub numbers: &'static [Number],
    /// What it looks at.
    pub(super) judge: Judge,
    /// Which starts of a session it speaks against, as far as that can be told without trying each.
    pub(super) obstacles: Option<Against>,
}

/// A number of a rule. Its name is a text: `number-NAME`.
#[derive(Debug, PartialEq, Eq)]
pub struct Number {
    /// How plans name it.
    pub name: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// What it is, unless the plan says otherwise.
    pub default: i32,
    /// The smallest and the largest value allowed.
    pub range: (i32, i32),
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    Count,
    /// Minutes.
    Minutes,
    /// A time of day, in minutes since midnight.
    Clock,
    /// Days.
    Days,
    /// Seconds.
    Seconds,
}

impl Number {
    /// A count.
    pub(super) const fn count(name: &'static str, default: i32, range: (i32, i32)) -> Self {
        Self { name, unit: Unit::Count, default, range }
    }

    /// Minutes, from 0 to a day.
    pub(super) const fn minutes(name: &'static str, default: i32) -> Self {
        Self { name, unit: Unit::Minutes, default, range: (0, 1440) }
    }

    /// A time of day.
    pub(super) const fn clock(name: &'static str, hour: i32, minute: i32) -> Self {
        Self { name, unit: Unit::Clock, default: hour * 60 + minute, range: (0, 1440) }
    }

    /// Days, from 0 to a year.
    pub(super) const fn days(name: &'static str, default: i32) -> Self {
        Self { name, unit: Unit::Days, default, range: (0, 366) }
    }

    /// Seconds, from 0 to an hour.
    pub(super) const fn seconds(name: &'static str, default: i32) -> Self {
        Self { name, unit: Unit::Seconds, default, range: (0, 3600) }
    }

    /// Whether the plan may set it to `value`.
    #[must_use]
    pub fn allows(&self, value: i32) -> bool {
        (self.range.0..=self.range.1).contains(&value)
    }
}

/// What a rule looks at, one by one. After a change only what the change touches is looked at again, so a rule may use no
/// more than what stands here; a test changes rows of every table and holds that against judging anew.
pub(super) enum Judge {
    /// Each session that is placed: the session, its event, rooms, bodies, documents and topics, the sessions it comes
    /// after; conferences, holidays, regions, and which teams are there when.
    Placed(fn(&Case<'_>, &Entry, &mut Report)),
    /// Each session, placed or not: the same.
    Session(fn(&Case<'_>, Slot<Session>, &Session, &mut Report)),
    /// Each room: the sessions in it, on the clock of UTC.
    Room(fn(&Case<'_>, &Room, &Track, &mut Report)),
    /// Each body: its sessions, on the clock of UTC, and whether their rooms are virtual.
    Body(fn(&Case<'_>, &Body, &Track, &mut Report)),
    /// Each person: their sessions, on the clock of UTC, and whether the rooms of these are virtual.
    Person(fn(&Case<'_>, &Person, &Track, &mut Report)),
    /// Each team of interpreters: what it interprets, on the clock of UTC, each for its turn.
    Team(fn(&Case<'_>, &Team, &Track, &mut Report)),
    /// Each day of each event, and of all others in its house: those of their sessions, on the event's clock, for which the
    /// second function answers yes; their bodies, and the kind and the parent of these.
    Day(fn(&Case<'_>, Day<'_>, &mut Report), Counts),
    /// Each week of each event, Monday first: the same.
    Week(fn(&Case<'_>, Week<'_>, &mut Report), Counts),
    /// The plan, whenever a patch concerns the rule.
    Plan(fn(&Case<'_>, &mut Report), Concerns),
}

impl Judge {
    /// What it looks at.
    pub fn sort(&self) -> Sort {
        match self {
            Self::Placed(_) | Self::Session(_) => Sort::Session,
            Self::Room(_) => Sort::Room,
            Self::Body(_) => Sort::Body,
            Self::Person(_) => Sort::Person,
            Self::Team(_) => Sort::Team,
            Self::Day(..) => Sort::Day,
            Self::Week(..) => Sort::Week,
            Self::Plan(..) => Sort::Plan,
        }
    }
}

/// The sorts of what is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Session,
    Room,
    Body,
    Person,
    Team,
    Day,
    Week,
    Plan,
}

impl Sort {
    /// How many there are.
    pub const COUNT: usize = 8;
}

/// Something that is judged by itself, so that only what a change touches is judged again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Judged {
    /// One session, placed or not.
    Session(Slot<Session>),
    /// What happens in a room.
    Room(Slot<Room>),
    /// The sessions of a body.
    Body(Slot<Body>),
    /// The sessions of a person.
    Person(Slot<Person>),
    /// What a team interprets.
    Team(Slot<Team>),
    /// A day of an event and its house, counted from 1970.
    Day(Slot<Event>, i32),
    /// A week of an event, Monday to Sunday, by its Monday.
    Week(Slot<Event>, i32),
    /// The plan as a whole.
    Plan,
    /// How the rules are set.
    Settings,
}

/// Some of the rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RuleSet(u128);

impl RuleSet {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// There can be no more rules.
    pub const MOST: usize = 128;

    /// Adds the rule of this place.
    pub fn add(&mut self, rule: usize) {
        self.0 |= 1 << rule;
    }

    /// Adds all of another set.
    pub fn add_all(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether it holds the rule of this place.
    pub fn contains(self, rule: usize) -> bool {
        rule < Self::MOST && self.0 & (1 << rule) != 0
    }

    /// The places of its rules.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let next = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(next)
        })
    }
}

/// Whether a rule about days looks at a session.
pub(super) type Counts = fn(&Busy) -> bool;

/// Whether a patch that has been applied can change what a rule about the plan says.
pub(super) type Concerns = fn(&Facts, &Patch) -> bool;

/// Whether a patch changes what `look` sees in the rows of a table, where a row that is not there is `None`.
pub(super) fn differs<R: Tabled>(patch: &Patch, differ: impl Fn(Option<&R>, Option<&R>) -> bool) -> bool {
    patch.changes::<R>().any(|(_, change)| differ(change.before.as_deref(), change.after.as_deref()))
}

/// Which starts of a session a rule speaks against.
pub(super) enum Against {
    /// Whatever the room, or in all rooms but some.
    Starts(fn(&Case<'_>, &Moving, &mut Obstacles)),
    /// In one room, when that room is asked for.
    InRoom(fn(&Case<'_>, &Moving, (Slot<Room>, &Room), &mut Obstacles)),
}

/// A day of an event that has sessions.
#[derive(Clone, Copy)]
pub(super) struct Day<'a> {
    /// Which day, counted from 1970.
    pub day: i32,
    /// Every session that touches it, on the event's clock.
    pub track: &'a Track,
}

/// A week of an event.
#[derive(Clone, Copy)]
pub(super) struct Week<'a> {
    /// Of which event.
    pub event: Slot<Event>,
    /// Its Monday, counted from 1970.
    pub monday: i32,
    /// Its days from Monday on.
    pub days: [Option<&'a Track>; 7],
}

/// What a rule is given.
pub(super) struct Case<'a> {
    /// Everything there is to look at.
    pub facts: &'a Facts,
    /// The rule's numbers, in its order.
    pub numbers: &'a [i32],
}

impl<'a> Case<'a> {
    /// The number at this place of the rule's list.
    pub fn number(&self, index: usize) -> i32 {
        self.numbers.get(index).copied().unwrap_or_default()
    }

    /// A placed session.
    pub fn entry(&self, session: Slot<Session>) -> Option<&'a Entry> {
        self.facts.entry(session)
    }

    /// The event of a placed session.
    pub fn event(&self, entry: &Entry) -> Option<&'a Event> {
        self.facts.events.get(entry.event).map(|event| &**event)
    }

    /// The bodies of a session.
    pub fn bodies(&self, session: &'a Session) -> impl Iterator<Item = &'a Body> {
        let facts = self.facts;
        session.bodies.iter().filter_map(|&id| facts.bodies.named(id)).map(|body| &**body)
    }

    /// The documents of a session.
    pub fn documents(&self, session: &'a Session) -> impl Iterator<Item = &'a Document> {
        let facts = self.facts;
        session.documents.iter().filter_map(|&id| facts.documents.named(id)).map(|document| &**document)
    }

    /// Rooms by their names.
    pub fn rooms(&self, rooms: &'a [RoomId]) -> impl Iterator<Item = &'a Room> {
        let facts = self.facts;
        rooms.iter().filter_map(|&id| facts.rooms.named(id)).map(|room| &**room)
    }
}

/// The most findings of one rule about one thing: a room with thousands of sessions at once gets no millions of pairs.
const MAX_PER_JUDGED: usize = 64;

/// A finding as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    /// The place of its rule in the list of rules; beyond the list for what is no rule.
    pub rule: usize,
    /// The sessions it names.
    pub sessions: Vec<Slot<Session>>,
    /// What is told.
    pub finding: Finding,
}

/// Takes what one rule says about one thing.
pub(super) struct Report<'a> {
    facts: &'a Facts,
    rule: (usize, &'static str, Severity),
    first: usize,
    is_of_day: bool,
    kept: &'a mut Vec<Kept>,
}

impl<'a> Report<'a> {
    /// For a rule (its place, its name, its severity) and what it judges; adds to `kept`.
    pub fn new(
        facts: &'a Facts,
        rule: (usize, &'static str, Severity),
        judged: Judged,
        kept: &'a mut Vec<Kept>,
    ) -> Self {
        let is_of_day = matches!(judged, Judged::Day(..) | Judged::Week(..));
        Self { facts, rule, first: kept.len(), is_of_day, kept }
    }

    /// Whether as much was said as can be listed.
    pub fn is_full(&self) -> bool {
        self.kept.len() - self.first > MAX_PER_JUDGED
    }

    /// Says something about these sessions.
    pub fn add(&mut self, message: &'static str, sessions: Vec<Slot<Session>>, values: Vec<(&'static str, Value)>) {
        self.add_as(self.rule.2, message, sessions, values);
    }

    /// Says that it can not be judged, which is a hint whatever the rule's severity.
    pub fn unjudged(
        &mut self,
        message: &'static str,
        sessions: Vec<Slot<Session>>,
        values: Vec<(&'static str, Value)>,
    ) {
        self.add_as(Severity::Hint, message, sessions, values);
    }

    /// Says that there may be more than was looked at.
    pub fn more(&mut self, session: Slot<Session>) {
        self.add(MORE, vec![session], Vec::new());
    }

    fn add_as(
        &mut self,
        severity: Severity,
        message: &'static str,
        sessions: Vec<Slot<Session>>,
        values: Vec<(&'static str, Value)>,
    ) {
        let listed = self.kept.len() - self.first;
        if listed > MAX_PER_JUDGED {
            return;
        }
        let (message, values) = if listed == MAX_PER_JUDGED { (MORE, Vec::new()) } else { (message, values) };
        let ids = sessions.iter().map(|&slot| self.facts.sessions.id(slot)).collect();
        let (rule, name, _) = self.rule;
        let finding =
            Finding { rule: name, severity, message, sessions: ids, values, is_of_day: self.is_of_day, waiver: None };
        self.kept.push(Kept { rule, sessions, finding });
    }
}

const MORE: &str = "finding-more";

/// Minutes since 1970 as a span.
pub(super) fn span(from: i32, to: i32) -> Span {
    let time = |minutes| crate::model::CivilTime::from_minutes(i64::from(minutes));
    Span::new(time(from), time(to))
}

/// Whether everybody is expected there, so that nothing should be beside it: an opening and a high-level dialogue too.
pub(super) fn is_for_all(kind: SessionKind) -> bool {
    matches!(kind, SessionKind::Plenary | SessionKind::Statements | SessionKind::Dialogue | SessionKind::Ceremony)
}

/// The row as what it is called.
pub(super) fn row(id: impl Into<RowId>) -> Value {
    Value::Row(id.into())
}

//! What a rule is: its name, its numbers, what it judges, and what stands in the way of a placement.

use std::collections::BTreeSet;

use crate::model::{Body, EventId, Person, Plan, Room, RowId, Session, SessionId, SessionKind, Severity, Span};

use super::facts::{DAY, Entry, Facts, Subject, Track};
use super::finding::{Finding, Value};
use super::obstacles::{Moving, Obstacles};

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
    pub(super) obstacles: Option<fn(&Case<'_>, &Moving<'_>, &mut Obstacles)>,
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

/// What a rule looks at, one by one. After a change only what the change touches is looked at again, so a rule that
/// looks at a session may use that session and its predecessors, one that looks at a room the sessions in it, and so on.
pub(super) enum Judge {
    /// Each session that is placed.
    Placed(fn(&Case<'_>, &Entry, &mut Report)),
    /// Each session, placed or not.
    Session(fn(&Case<'_>, &Session, &mut Report)),
    /// The sessions in each room, on the clock of UTC.
    Room(fn(&Case<'_>, &Room, &Track, &mut Report)),
    /// The sessions of each body, on the clock of UTC.
    Body(fn(&Case<'_>, &Body, &Track, &mut Report)),
    /// The sessions of each person, on the clock of UTC.
    Person(fn(&Case<'_>, &Person, &Track, &mut Report)),
    /// The sessions of each day of each event, on the event's clock.
    Day(fn(&Case<'_>, Day<'_>, &mut Report)),
    /// The days of each week of each event, Monday first, on the event's clock.
    Week(fn(&Case<'_>, Week<'_>, &mut Report)),
    /// The plan, whenever a session changes in a way that concerns the rule.
    Plan(fn(&Case<'_>, &mut Report), Concerns),
}

impl Judge {
    /// How many sorts there are.
    pub const SORTS: usize = 8;

    /// Which sort it is.
    pub fn sort(&self) -> usize {
        match self {
            Self::Placed(_) => 0,
            Self::Session(_) => 1,
            Self::Room(_) => 2,
            Self::Body(_) => 3,
            Self::Person(_) => 4,
            Self::Day(_) => 5,
            Self::Week(_) => 6,
            Self::Plan(..) => 7,
        }
    }
}

/// Whether it matters to a rule that a session was the first and is the second; `None` where it was not there, or is not
/// there any more.
pub(super) type Concerns = fn(Option<&Session>, Option<&Session>) -> bool;

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
    pub event: EventId,
    /// Its Monday, counted from 1970.
    pub monday: i32,
    /// Its days from Monday on.
    pub days: [Option<&'a Track>; 7],
}

/// What a rule is given.
pub(super) struct Case<'a> {
    /// All rows but sessions.
    pub plan: &'a Plan,
    /// Sessions.
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
    pub fn entry(&self, id: SessionId) -> Option<&'a Entry> {
        self.facts.entry(id)
    }
}

/// The most findings of one rule about one subject: a room with thousands of sessions at once gets no millions of pairs.
const MAX_PER_SUBJECT: usize = 64;

/// Takes what one rule says about one subject.
pub(super) struct Report<'a> {
    rule: &'static str,
    severity: Severity,
    first: usize,
    subject: Subject,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Report<'a> {
    /// For this rule and subject; adds to `findings`.
    pub fn new(rule: &'static str, severity: Severity, subject: Subject, findings: &'a mut Vec<Finding>) -> Self {
        Self { rule, severity, first: findings.len(), subject, findings }
    }

    /// Whether as much was said as can be listed.
    pub fn is_full(&self) -> bool {
        self.findings.len() - self.first > MAX_PER_SUBJECT
    }

    /// Says something about these sessions.
    pub fn add(&mut self, message: &'static str, sessions: Vec<SessionId>, values: Vec<(&'static str, Value)>) {
        self.add_as(self.severity, message, sessions, values);
    }

    /// Says that it can not be judged, which is a hint whatever the rule's severity.
    pub fn unjudged(&mut self, message: &'static str, sessions: Vec<SessionId>, values: Vec<(&'static str, Value)>) {
        self.add_as(Severity::Hint, message, sessions, values);
    }

    fn add_as(
        &mut self,
        severity: Severity,
        message: &'static str,
        sessions: Vec<SessionId>,
        values: Vec<(&'static str, Value)>,
    ) {
        let listed = self.findings.len() - self.first;
        if listed > MAX_PER_SUBJECT {
            return;
        }
        let (rule, subject) = (self.rule, self.subject);
        self.findings.push(if listed == MAX_PER_SUBJECT {
            Finding { rule, severity, message: "finding-more", sessions, values: Vec::new(), subject, waiver: None }
        } else {
            Finding { rule, severity, message, sessions, values, subject, waiver: None }
        });
    }
}

/// Every pair of a track whose sessions share a minute; the earlier first.
pub(super) fn pairs(
    track: &Track,
    report: &mut Report<'_>,
    mut pair: impl FnMut(SessionId, SessionId, &mut Report<'_>),
) {
    let all = track.all();
    for (index, first) in all.iter().enumerate() {
        for second in &all[index + 1..] {
            if second.start >= first.end || report.is_full() {
                break;
            }
            pair(first.id, second.id, report);
        }
    }
}

/// Every pair of a track of which the second begins when the first is over, less than `margin_mins` later; the earlier
/// first.
pub(super) fn followers(
    track: &Track,
    margin_mins: i32,
    report: &mut Report<'_>,
    mut pair: impl FnMut(SessionId, SessionId, &mut Report<'_>),
) {
    let all = track.all();
    for first in all {
        // Not all pairs with a look at the pause: thousands of sessions at once have millions of pairs without any.
        let from = all.partition_point(|second| second.start < first.end);
        for second in all[from..].iter().take_while(|second| second.start < first.end + margin_mins) {
            if report.is_full() {
                return;
            }
            pair(first.id, second.id, report);
        }
    }
}

/// The stretches in which more than `limit` of the sessions that count run at once, with those that run in it.
///
/// A session that another of its day follows at once does not end a stretch.
pub(super) fn crowds(track: &Track, limit: i32, counts: impl Fn(&super::facts::Busy) -> i32) -> Vec<Crowd> {
    let mut counted: Vec<(&super::facts::Busy, i32)> =
        track.all().iter().map(|busy| (busy, counts(busy))).filter(|&(_, weight)| weight > 0).collect();
    counted.sort_unstable_by_key(|(busy, _)| (busy.start, busy.id));
    // Time, whether it begins, which. Ends before starts: touching sessions do not meet.
    let mut edges: Vec<(i32, bool, usize)> = Vec::with_capacity(counted.len() * 2);
    for (at, (busy, _)) in counted.iter().enumerate() {
        edges.push((busy.start, true, at));
        edges.push((busy.end, false, at));
    }
    edges.sort_unstable();
    let (mut level, mut running, mut found): (i32, BTreeSet<usize>, Vec<Crowd>) = (0, BTreeSet::new(), Vec::new());
    let mut open: Option<Crowd> = None;
    let mut rest = edges.as_slice();
    while let Some(&(time, ..)) = rest.first() {
        let (now, later) = rest.split_at(rest.partition_point(|edge| edge.0 == time));
        rest = later;
        for &(_, begins, at) in now {
            if begins {
                level += counted[at].1;
                running.insert(at);
            } else {
                level -= counted[at].1;
                running.remove(&at);
            }
        }
        let id = |at: usize| counted[at].0.id;
        match (level > limit, &mut open) {
            (true, None) => {
                let sessions = running.iter().map(|&at| id(at)).collect();
                open = Some(Crowd { from: time, to: time, peak: level, sessions, last_joined: time });
            }
            (true, Some(crowd)) => {
                crowd.peak = crowd.peak.max(level);
                let before = crowd.sessions.len();
                crowd.sessions.extend(now.iter().filter(|edge| edge.1).map(|edge| id(edge.2)));
                if crowd.sessions.len() > before {
                    crowd.last_joined = time;
                }
            }
            (false, _) => found.extend(open.take().map(|crowd| Crowd { to: time, ..crowd })),
        }
    }
    found
}

/// Too much at once.
pub(super) struct Crowd {
    /// From when.
    pub from: i32,
    /// Until when.
    pub to: i32,
    /// How much at most.
    pub peak: i32,
    /// What runs in it, in the order of starts.
    pub sessions: Vec<SessionId>,
    /// When the last of them came to it.
    last_joined: i32,
}

impl Crowd {
    /// Whether it is told on a day whose track it was found on: where it begins, and where it goes on from the day before,
    /// if somebody joins it whom the day before does not know.
    pub fn is_told_on(&self, day: i32) -> bool {
        self.last_joined.div_euclid(DAY) == day
    }

    /// Its first minute to the one after its last.
    pub fn span(&self) -> Span {
        span(self.from, self.to)
    }
}

/// Minutes since 1970 as a span.
pub(super) fn span(from: i32, to: i32) -> Span {
    let time = |minutes| crate::model::CivilTime::from_minutes(i64::from(minutes));
    Span::new(time(from), time(to))
}

/// Whether everybody is expected there, so that nothing should be beside it.
pub(super) fn is_for_all(kind: SessionKind) -> bool {
    matches!(kind, SessionKind::Plenary | SessionKind::Statements)
}

/// The row as what it is called.
pub(super) fn row(id: impl Into<RowId>) -> Value {
    Value::Row(id.into())
}

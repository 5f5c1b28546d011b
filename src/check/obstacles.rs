//! What speaks against a start: the intervals of starts at which a session would be reported, room by room.
//!
//! A rule that can tell does so once for all starts, instead of being asked for each: that makes the tint of all lanes
//! and the search for a slot quick. What hangs on a room is asked when that room is. A test holds every rule to what it
//! says here.

use crate::model::zone::Tz;
use crate::model::{Event, Room, Session, SessionId, Severity, Span};

use super::facts::{DAY, Facts, Parts};
use super::rows::Slot;

/// A session whose placement is sought, as if it had none.
#[derive(Clone, Debug)]
pub(super) struct Moving {
    /// The row; its placement does not count, except for rooms it keeps.
    pub session: Session,
    /// Its number, if it is in the plan.
    pub slot: Option<Slot<Session>>,
    /// The event it belongs to.
    pub event: Slot<Event>,
    /// Its bodies and people.
    pub parts: Parts,
    /// Its event's zone.
    pub zone: Tz,
    /// The offset of that zone from UTC, where it stays the same all the time of interest: nearly always.
    pub offset: Option<i32>,
    /// How long it is.
    pub length_mins: i32,
    /// The starts of interest, on the event's clock.
    pub within: Span,
    /// Sessions that move with it, itself among them, in order: they are no obstacles.
    away: Vec<Slot<Session>>,
}

impl Moving {
    /// This session, within a span of its event's clock, while `away` are lifted off.
    pub fn new(facts: &Facts, session: &Session, away: &[SessionId], within: Span) -> Option<Self> {
        let event = facts.events.slot(session.event)?;
        let zone = facts.events.get(event)?.zone;
        let length_mins = session.length().mins();
        let (from, to) = (within.start.minutes() - 2 * DAY, within.end.minutes() + length_mins + 2 * DAY);
        let mut parts = Parts::default();
        facts.parts(session, &mut parts);
        let mut away: Vec<_> = away.iter().filter_map(|&id| facts.sessions.slot(id)).collect();
        away.sort_unstable();
        let offset = facts.constant_offset(zone, from, to);
        let slot = facts.sessions.slot(session.id);
        Some(Self { session: session.clone(), slot, event, parts, zone, offset, length_mins, within, away })
    }

    /// Whether another session stays, and so can be in the way.
    pub fn stays(&self, session: Slot<Session>) -> bool {
        self.away.binary_search(&session).is_err()
    }

    /// From the first to the last minute it can take, on the event's clock.
    pub fn reach(&self) -> (i32, i32) {
        (self.within.start.minutes(), self.within.end.minutes() + self.length_mins)
    }

    /// The same on the clock of UTC, and some more.
    pub fn reach_utc(&self, facts: &Facts) -> (i32, i32) {
        (facts.utc(self.within.start, self.zone) - DAY, facts.utc(self.within.end, self.zone) + self.length_mins + DAY)
    }
}

/// Starts from `from` up to, not including, `to`, in minutes of the event's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Interval {
    /// The first start.
    pub from: i32,
    /// The start after the last.
    pub to: i32,
    /// How bad a start there would be.
    pub severity: Severity,
    /// The rule that speaks against it, by its place in the list of rules.
    pub rule: usize,
}

/// What speaks against starts of one session, as far as it was asked.
pub(super) struct Obstacles {
    /// Whatever the room; or in the room that was asked for.
    pub everywhere: Vec<Interval>,
    /// In all rooms but these.
    pub elsewhere: Vec<(Interval, Vec<Slot<Room>>)>,
    /// The first start of interest, and the one after the last.
    pub limits: (i32, i32),
    severity: Severity,
    rule: usize,
    length_mins: i32,
}

impl Obstacles {
    /// None yet.
    pub fn new(moving: &Moving) -> Self {
        Self {
            everywhere: Vec::new(),
            elsewhere: Vec::new(),
            limits: (moving.within.start.minutes(), moving.within.end.minutes()),
            severity: Severity::Off,
            rule: 0,
            length_mins: moving.length_mins,
        }
    }

    /// What follows is said by this rule.
    pub fn speak(&mut self, rule: usize, severity: Severity) {
        (self.rule, self.severity) = (rule, severity);
    }

    /// The part of a stretch of starts that is of interest.
    fn interval(&self, from: i32, to: i32) -> Option<Interval> {
        let (from, to) = (from.max(self.limits.0), to.min(self.limits.1));
        (from < to).then_some(Interval { from, to, severity: self.severity, rule: self.rule })
    }

    /// It must not start from `from` up to, not including, `to`.
    pub fn starts(&mut self, from: i32, to: i32) {
        self.everywhere.extend(self.interval(from, to));
    }

    /// It must not share a minute with `from..to`.
    pub fn overlaps(&mut self, from: i32, to: i32) {
        self.starts(from - self.length_mins + 1, to);
    }

    /// In any room but these, it must not start from `from` up to, not including, `to`.
    pub fn starts_but_in(&mut self, rooms: &[Slot<Room>], from: i32, to: i32) {
        self.elsewhere.extend(self.interval(from, to).map(|interval| (interval, rooms.to_vec())));
    }

    /// It must not start at all.
    pub fn never(&mut self) {
        self.starts(self.limits.0, self.limits.1);
    }
}

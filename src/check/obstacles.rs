//! What speaks against a start: the intervals of starts at which a session would be reported, room by room.
//!
//! A rule that can tell does so once for all starts, instead of being asked for each: that makes the tint of all lanes
//! and the search for a slot quick. A test holds every rule to what it says here.

use rustc_hash::FxHashMap;

use crate::model::zone::Tz;
use crate::model::{EventId, RoomId, Session, SessionId, Severity, Span};

use super::facts::{DAY, Facts};

/// A session whose placement is sought, as if it had none.
pub(super) struct Moving<'a> {
    /// The row; its placement does not count, except for rooms it keeps.
    pub session: &'a Session,
    /// Sessions that move with it, itself among them: they are no obstacles.
    pub away: &'a [SessionId],
    /// Its event's zone.
    pub zone: Tz,
    /// The offset of that zone from UTC, where it stays the same all the time of interest: nearly always.
    pub offset: Option<i32>,
    /// How long it is.
    pub length_mins: i32,
    /// The starts of interest, on the event's clock.
    pub within: Span,
}

impl Moving<'_> {
    /// Whether another session stays, and so can be in the way.
    pub fn stays(&self, id: SessionId) -> bool {
        !self.away.contains(&id)
    }

    /// From the first to the last minute it can take, on the event's clock.
    pub fn reach(&self) -> (i32, i32) {
        (self.within.start.minutes(), self.within.end.minutes() + self.length_mins)
    }

    /// The same on the clock of UTC, and some more.
    pub fn reach_utc(&self, facts: &Facts) -> (i32, i32) {
        (facts.utc(self.within.start, self.zone) - DAY, facts.utc(self.within.end, self.zone) + self.length_mins + DAY)
    }

    /// The event it belongs to.
    pub fn event(&self) -> EventId {
        self.session.event
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
    pub rule: u16,
}

/// Everything that speaks against starts of one session.
pub(super) struct Obstacles {
    severity: Severity,
    rule: u16,
    everywhere: Vec<Interval>,
    elsewhere: Vec<(Interval, Vec<RoomId>)>,
    rooms: FxHashMap<RoomId, Vec<Interval>>,
    limits: (i32, i32),
    length_mins: i32,
}

impl Obstacles {
    /// None yet.
    pub fn new(moving: &Moving<'_>) -> Self {
        Self {
            severity: Severity::Off,
            rule: 0,
            everywhere: Vec::new(),
            elsewhere: Vec::new(),
            rooms: FxHashMap::default(),
            limits: (moving.within.start.minutes(), moving.within.end.minutes()),
            length_mins: moving.length_mins,
        }
    }

    /// What follows is said by this rule.
    pub fn speak(&mut self, rule: u16, severity: Severity) {
        (self.rule, self.severity) = (rule, severity);
    }

    /// Everything collected, ready to be asked.
    pub fn finish(self) -> Tint {
        Tint { everywhere: self.everywhere, elsewhere: self.elsewhere, rooms: self.rooms, limits: self.limits }
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
    pub fn starts_but_in(&mut self, rooms: &[RoomId], from: i32, to: i32) {
        self.elsewhere.extend(self.interval(from, to).map(|interval| (interval, rooms.to_vec())));
    }

    /// In this room, it must not start from `from` up to, not including, `to`.
    pub fn starts_in(&mut self, room: RoomId, from: i32, to: i32) {
        if let Some(interval) = self.interval(from, to) {
            self.rooms.entry(room).or_default().push(interval);
        }
    }

    /// It must not be in this room at all.
    pub fn never_in(&mut self, room: RoomId) {
        self.starts_in(room, self.limits.0, self.limits.1);
    }
}

/// How bad each start of a session would be, room by room.
#[derive(Clone, Debug, Default)]
pub struct Tint {
    everywhere: Vec<Interval>,
    elsewhere: Vec<(Interval, Vec<RoomId>)>,
    rooms: FxHashMap<RoomId, Vec<Interval>>,
    limits: (i32, i32),
}

impl Tint {
    /// Starts in these rooms, from the first to the last, each stretch with how bad it is; what fits is `Off`.
    #[must_use]
    pub fn stretches(&self, rooms: &[RoomId]) -> Vec<(i32, i32, Severity)> {
        let (first, last) = self.limits;
        if first >= last {
            return Vec::new();
        }
        let mut edges: Vec<(i32, Severity, bool)> = Vec::new();
        let mut add = |interval: &Interval| {
            edges.push((interval.from, interval.severity, true));
            edges.push((interval.to, interval.severity, false));
        };
        self.intervals(rooms).for_each(&mut add);
        edges.sort_unstable_by_key(|edge| edge.0);
        let mut open = [0_i32; 4];
        let worst = |open: &[i32; 4]| {
            let worst = Severity::ALL.into_iter().rev().find(|&severity| open[severity as usize] > 0);
            worst.unwrap_or(Severity::Off)
        };
        let (mut stretches, mut from) = (Vec::new(), first);
        let mut push = |from: i32, to: i32, severity: Severity| match stretches.last_mut() {
            Some((_, end, last)) if *end == from && *last == severity => *end = to,
            _ if from < to => stretches.push((from, to, severity)),
            _ => {}
        };
        for (at, severity, begins) in edges {
            if at > from {
                push(from, at, worst(&open));
                from = at;
            }
            open[severity as usize] += if begins { 1 } else { -1 };
        }
        push(from, last, worst(&open));
        stretches
    }

    /// Everything that speaks against starts in these rooms.
    pub(super) fn intervals<'a>(&'a self, rooms: &'a [RoomId]) -> impl Iterator<Item = &'a Interval> {
        let elsewhere = self.elsewhere.iter().filter(move |(_, but)| !rooms.iter().any(|room| but.contains(room)));
        let inside = rooms.iter().filter_map(|room| self.rooms.get(room)).flatten();
        self.everywhere.iter().chain(elsewhere.map(|(interval, _)| interval)).chain(inside)
    }

    /// How bad a start there would be.
    #[must_use]
    pub fn at(&self, start: i32, rooms: &[RoomId]) -> Severity {
        let there = self.intervals(rooms).filter(|interval| interval.from <= start && start < interval.to);
        there.map(|interval| interval.severity).max().unwrap_or(Severity::Off)
    }
}

//! What speaks against a start: the intervals of starts at which a session would be reported, room by room.
//!
//! A rule that can tell does so once for all starts, instead of being asked for each: that makes the tint of all lanes
//! and the search for a slot quick. What hangs on a room is asked when that room is. A test holds every rule to what it
//! says here.

use crate::model::zone::Tz;
use crate::model::{Event, Room, RoomId, Session, SessionId, Severity, Span};

use super::checker::Checker;
use super::facts::{DAY, Facts, Parts};
use super::rows::Slot;
use super::rule::Against;
use super::rules::RULES;

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
    fn new(facts: &Facts, session: &Session, away: &[SessionId], within: Span) -> Option<Self> {
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
    severity: Severity,
    rule: usize,
    everywhere: Vec<Interval>,
    elsewhere: Vec<(Interval, Vec<Slot<Room>>)>,
    limits: (i32, i32),
    length_mins: i32,
}

impl Obstacles {
    fn new(moving: &Moving) -> Self {
        Self {
            severity: Severity::Off,
            rule: 0,
            everywhere: Vec::new(),
            elsewhere: Vec::new(),
            limits: (moving.within.start.minutes(), moving.within.end.minutes()),
            length_mins: moving.length_mins,
        }
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

/// Starts from the first up to, not including, the second, in minutes of the event's clock, and how bad they would be.
pub type Stretch = (i32, i32, Severity);

/// How bad each start of a session would be: made once, and asked for rooms with [`Checker::stretches`].
#[derive(Clone, Debug, Default)]
pub struct Tint {
    moving: Option<Moving>,
    /// What speaks against starts whatever the room.
    stretches: Vec<Stretch>,
    elsewhere: Vec<(Interval, Vec<Slot<Room>>)>,
}

impl Checker {
    /// How bad each start of a session would be within a span of its event's clock, while `away` are lifted off.
    ///
    /// Rooms are looked at when [`Self::stretches`] asks for them, so the lanes out of sight can follow later.
    #[must_use]
    pub fn tint(&self, session: &Session, away: &[SessionId], within: Span) -> Tint {
        let Some(moving) = Moving::new(&self.facts, session, away, within) else { return Tint::default() };
        let mut out = self.everywhere(&moving);
        let stretches = sweep(out.limits, &mut out.everywhere);
        Tint { moving: Some(moving), stretches, elsewhere: out.elsewhere }
    }

    /// The starts of a tint in these rooms, from the first to the last, each stretch with how bad it is; what fits is
    /// `Off`.
    #[must_use]
    pub fn stretches(&self, tint: &Tint, rooms: &[RoomId]) -> Vec<Stretch> {
        let Some(moving) = &tint.moving else { return Vec::new() };
        let mut intervals = self.inside(tint, moving, rooms);
        if intervals.is_empty() {
            return tint.stretches.clone();
        }
        let bad = tint.stretches.iter().filter(|stretch| stretch.2 != Severity::Off);
        intervals.extend(bad.map(|&(from, to, severity)| Interval { from, to, severity, rule: 0 }));
        sweep((moving.within.start.minutes(), moving.within.end.minutes()), &mut intervals)
    }

    /// Everything that speaks against starts in these rooms.
    #[cfg(test)]
    pub(super) fn intervals(&self, tint: &Tint, rooms: &[RoomId]) -> Vec<Interval> {
        let Some(moving) = &tint.moving else { return Vec::new() };
        let inside = self.inside(tint, moving, rooms);
        self.everywhere(moving).everywhere.into_iter().chain(inside).collect()
    }

    /// What speaks against starts whatever the room, or in all rooms but some.
    fn everywhere(&self, moving: &Moving) -> Obstacles {
        let mut out = Obstacles::new(moving);
        for (index, against) in self.speaking() {
            if let Against::Starts(find) = against {
                (out.rule, out.severity) = (index, self.settings.severity(index));
                find(&self.case(index), moving, &mut out);
            }
        }
        out
    }

    /// What speaks against starts in these rooms and not everywhere.
    fn inside(&self, tint: &Tint, moving: &Moving, rooms: &[RoomId]) -> Vec<Interval> {
        let mut out = Obstacles::new(moving);
        let slots: Vec<Slot<Room>> = rooms.iter().filter_map(|&room| self.facts.rooms.slot(room)).collect();
        for &slot in &slots {
            let Some(room) = self.facts.rooms.get(slot) else { continue };
            for (index, against) in self.speaking() {
                if let Against::InRoom(find) = against {
                    (out.rule, out.severity) = (index, self.settings.severity(index));
                    find(&self.case(index), moving, (slot, room), &mut out);
                }
            }
        }
        let elsewhere = tint.elsewhere.iter().filter(|(_, but)| !slots.iter().any(|room| but.contains(room)));
        out.everywhere.extend(elsewhere.map(|(interval, _)| *interval));
        out.everywhere
    }

    /// The rules that are not off and can tell what they speak against.
    fn speaking(&self) -> impl Iterator<Item = (usize, &'static Against)> {
        let rules = RULES.iter().enumerate().filter(|(index, _)| self.settings.severity(*index) != Severity::Off);
        rules.filter_map(|(index, rule)| Some((index, rule.obstacles.as_ref()?)))
    }
}

/// At every start within the limits the worst of some intervals; they are put in order.
fn sweep((first, last): (i32, i32), intervals: &mut [Interval]) -> Vec<Stretch> {
    if first >= last {
        return Vec::new();
    }
    // Of those that are equally bad and have begun, the one that lasts longest is enough.
    intervals.sort_by_key(|interval| interval.from);
    let mut ends = [first; 4];
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut push = |from: i32, to: i32, severity: Severity| match stretches.last_mut() {
        Some((_, end, last)) if *end == from && *last == severity => *end = to,
        _ if from < to => stretches.push((from, to, severity)),
        _ => {}
    };
    // From `at` to `to`, all that has begun is told.
    let mut tell = |mut at: i32, to: i32, ends: &[i32; 4]| {
        while at < to {
            let worst = Severity::ALL.into_iter().rev().find(|&severity| ends[severity as usize] > at);
            let (severity, end) = worst.map_or((Severity::Off, to), |worst| (worst, ends[worst as usize].min(to)));
            push(at, end, severity);
            at = end;
        }
    };
    let mut at = first;
    for interval in intervals.iter() {
        if interval.from > at {
            tell(at, interval.from, &ends);
            at = interval.from;
        }
        let end = &mut ends[interval.severity as usize];
        *end = (*end).max(interval.to);
    }
    tell(at, last, &ends);
    stretches
}

//! The colour of starts: what all rules speak against, room by room.

use crate::model::{Room, RoomId, Session, SessionId, Severity, Span};

use super::checker::Checker;
use super::obstacles::{Interval, Moving, Obstacles};
use super::rows::Slot;
use super::rule::Against;
use super::rules::RULES;

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
                out.speak(index, self.settings.severity(index));
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
                    out.speak(index, self.settings.severity(index));
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

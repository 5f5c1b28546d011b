//! How good every start is for what is dragged, lane by lane: what its places are made of.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use crate::check::{Stretch, Tint};
use crate::model::{CivilTime, DAY_MINS, RoomId, Session, SessionId, Span};
use crate::workbench::Generation;

use super::places::{Place, places};
use crate::app::context::ViewContext;
use crate::app::paint::lanes::LaneKey;

/// Sessions beyond this many move along without a say in where they fit; the words beside the ghost count them all.
const MOST: usize = 12;
/// So many days before and after an event are looked at.
const MARGIN_DAYS: i32 = 10;
/// Minutes of a week: so much is made at a time.
const WEEK: i32 = 7 * DAY_MINS;

/// The starts of one drag. They are judged week by week when a week comes into sight, a few in each frame, and lane by
/// lane when a lane does.
#[derive(Debug)]
pub struct Starts {
    generation: Generation,
    copies: bool,
    /// The sessions that have a say, each with how far behind its start the pointer holds it, in minutes: negative where
    /// it holds it before.
    sessions: Vec<(SessionId, i32)>,
    /// How far behind its start the pointer holds the first of them, in minutes.
    grab_mins: i32,
    /// How long a place has to be, in minutes.
    length: i32,
    /// Sessions that are no obstacles, because they move along.
    away: Vec<SessionId>,
    /// Before and after, nothing is looked at.
    limits: (i32, i32),
    weeks: BTreeMap<i32, Vec<Tint>>,
    lanes: RefCell<HashMap<(LaneKey, i32), Vec<Stretch>>>,
}

impl Starts {
    /// For the sessions `ids`, the first of which is held `grab_mins` behind its start; none of it is made yet.
    #[must_use]
    pub fn new(cx: &ViewContext<'_>, ids: &[SessionId], grab_mins: i32, copies: bool) -> Self {
        let away = if copies { Vec::new() } else { ids.to_vec() };
        let (mut limits, margin) = ((i32::MIN, i32::MAX), MARGIN_DAYS * DAY_MINS);
        let mut first_start = None;
        let mut next = 0;
        let mut sessions = Vec::new();
        for session in ids.iter().take(MOST).filter_map(|&id| cx.plan.sessions().get(id)) {
            let start = session.placement.as_ref().map(|at| at.start);
            let offset = match (start, first_start) {
                (Some(start), Some(first)) => start.mins_since(first),
                _ => next,
            };
            first_start = first_start.or(start);
            next = offset + session.length().mins();
            let Some(event) = cx.plan.events().get(session.event) else { continue };
            let (days, behind) = (event.dates.span(), grab_mins - offset);
            let (from, to) = (days.start.minutes() - margin + behind, days.end.minutes() + margin + behind);
            limits = (limits.0.max(from), limits.1.min(to));
            sessions.push((session.id, behind));
        }
        let generation = cx.workbench.generation();
        // Out of the tray, they come one after the other.
        let length = if first_start.is_some() { ids.first().map_or(0, |&id| length_of(cx, id)) } else { next };
        let (weeks, lanes) = (BTreeMap::new(), RefCell::default());
        Self { generation, copies, sessions, grab_mins, length, away, limits, weeks, lanes }
    }

    /// Whether it still holds.
    #[must_use]
    pub fn is_for(&self, cx: &ViewContext<'_>, copies: bool) -> bool {
        (self.generation, self.copies) == (cx.workbench.generation(), copies)
    }

    /// Makes what is missing between two times, the nearest to `pointer` first, and not more than a frame should take.
    /// Returns whether all of it is there now.
    pub fn make(&mut self, cx: &ViewContext<'_>, sight: (f64, f64), pointer: f64) -> bool {
        let mut missing: Vec<i32> = self.weeks_between(sight).filter(|week| !self.weeks.contains_key(week)).collect();
        let middle = pointer / f64::from(WEEK) - 0.5;
        missing.sort_by(|a, b| (f64::from(*a) - middle).abs().total_cmp(&(f64::from(*b) - middle).abs()));
        let now = (MOST / self.sessions.len().max(1)).max(1);
        for &week in missing.iter().take(now) {
            let tints = self.sessions.iter().filter_map(|&(id, behind)| {
                let (from, to) = self.part(week);
                let at = |minutes: i32| CivilTime::from_minutes(i64::from(minutes - behind));
                let session = cx.plan.sessions().get(id)?;
                Some(cx.workbench.checker().tint(session, &self.away, Span::new(at(from), at(to))))
            });
            let tints = tints.collect();
            self.weeks.insert(week, tints);
        }
        missing.len() <= now
    }

    /// The stretches of a lane between two times, as far as they are made; `rooms` tells the rooms of a session dropped
    /// in that lane.
    #[must_use]
    pub fn lane(
        &self,
        cx: &ViewContext<'_>,
        lane: LaneKey,
        sight: (f64, f64),
        rooms: impl Fn(SessionId) -> Vec<RoomId>,
    ) -> Vec<Stretch> {
        let mut shown = Vec::new();
        for week in self.weeks_between(sight) {
            let Some(tints) = self.weeks.get(&week) else { continue };
            let mut lanes = self.lanes.borrow_mut();
            let stretches = lanes.entry((lane, week)).or_insert_with(|| {
                let each = self.sessions.iter().zip(tints).map(|(&(id, behind), tint)| {
                    let stretches = cx.workbench.checker().stretches(tint, &rooms(id)).into_iter();
                    stretches.map(|(from, to, severity)| (from + behind, to + behind, severity)).collect()
                });
                worst(each.collect())
            });
            let first = stretches.partition_point(|stretch| f64::from(stretch.1) <= sight.0);
            shown.extend(stretches[first..].iter().take_while(|stretch| f64::from(stretch.0) < sight.1));
        }
        shown
    }

    /// How long a place has to be, in minutes.
    #[must_use]
    pub fn length(&self) -> i32 {
        self.length
    }

    /// Whether anything holds for any of the sessions.
    #[must_use]
    pub fn any(&self, cx: &ViewContext<'_>, holds: impl Fn(&Session) -> bool) -> bool {
        self.sessions.iter().filter_map(|&(id, _)| cx.plan.sessions().get(id)).any(|session| holds(session))
    }

    /// The places of a lane between two times, as far as they are known; `rooms` is as for [`Self::lane`].
    #[must_use]
    pub fn places(
        &self,
        cx: &ViewContext<'_>,
        lane: LaneKey,
        (from, to): (f64, f64),
        rooms: impl Fn(SessionId) -> Vec<RoomId>,
    ) -> Vec<Place> {
        let grab = f64::from(self.grab_mins);
        let sight = (from + grab - f64::from(self.length), to + grab);
        let starts = self.lane(cx, lane, sight, rooms).into_iter();
        let starts = starts.map(|(from, to, severity)| (from - self.grab_mins, to - self.grab_mins, severity));
        places(starts, self.length, cx.settings.snap_mins)
    }

    /// The weeks to look at between two times, by their number since 1970.
    fn weeks_between(&self, (from, to): (f64, f64)) -> std::ops::Range<i32> {
        let (from, to) =
            ((from.floor() as i32).max(self.limits.0), (to.floor() as i32).saturating_add(1).min(self.limits.1));
        if from >= to { 0..0 } else { from.div_euclid(WEEK)..(to - 1).div_euclid(WEEK) + 1 }
    }

    /// The part of a week to look at.
    fn part(&self, week: i32) -> (i32, i32) {
        let from = week.saturating_mul(WEEK);
        (from.max(self.limits.0), from.saturating_add(WEEK).min(self.limits.1))
    }
}

fn length_of(cx: &ViewContext<'_>, id: SessionId) -> i32 {
    cx.plan.sessions().get(id).map_or(0, |session| session.length().mins())
}

/// At every time the worst of several lists, for the times that all of them know.
fn worst(mut lists: Vec<Vec<Stretch>>) -> Vec<Stretch> {
    let Some(mut merged) = lists.pop() else { return Vec::new() };
    for list in lists {
        let mut both: Vec<Stretch> = Vec::new();
        let (mut one, mut other) = (merged.iter().peekable(), list.iter().peekable());
        while let (Some(a), Some(b)) = (one.peek(), other.peek()) {
            let (from, to) = (a.0.max(b.0), a.1.min(b.1));
            if from < to {
                both.push((from, to, a.2.max(b.2)));
            }
            if a.1 <= b.1 {
                one.next()
            } else {
                other.next()
            };
        }
        merged = both;
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_counts_where_both_are_known() {
        use crate::model::Severity::{Error, Off, Warning};
        let merged =
            worst(vec![vec![(0, 10, Off), (10, 20, Error), (20, 30, Off)], vec![(5, 15, Warning), (15, 40, Off)]]);
        assert_eq!(merged, [(5, 10, Warning), (10, 15, Error), (15, 20, Error), (20, 30, Off)]);
    }
}

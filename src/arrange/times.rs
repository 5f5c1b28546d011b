//! Times at which a planner would hold a session: in the hours of its event, a lunch at lunchtime; and how near another
//! time is to the one it has. What a rule does not forbid is not yet something to propose.

use crate::check::Checker;
use crate::model::{CivilTime, DAY_MINS, Event, Plan, Session, SessionKind};

/// The hours of an event that says none, in minutes since midnight.
const USUAL: (i32, i32) = (8 * 60, 20 * 60);
/// Breaks and receptions begin no more than this earlier or later than now, in minutes.
const SWAY: i32 = 60;
/// A break of at least so many minutes is a meal and no coffee.
const MEAL: i32 = 45;
/// Where the forenoon ends, in minutes since midnight.
const NOON: i32 = 13 * 60;

/// When one session can be proposed.
#[derive(Clone, Debug)]
pub struct Times {
    /// From when to when, in minutes since midnight.
    hours: (i32, i32),
    /// When it begins now.
    now: Option<CivilTime>,
    /// The first and the last minute of the day at which it can begin, where its nature has its time.
    natural: Option<(i32, i32)>,
}

/// How far one start is from another as planners feel it: less is nearer. The days between them; whether it is in the
/// other half of the day; the minutes between the two times of day.
pub(super) type Distance = (i32, bool, i32);

impl Times {
    /// Of a session where it stands, or in the tray.
    pub fn new(plan: &Plan, checker: &Checker, session: &Session) -> Self {
        let event = plan.events().get(session.event);
        let hours = event.map_or(USUAL, |event| hours(event));
        let now = session.placement.as_ref().map(|at| at.start);
        let natural = match (session.kind, now) {
            (SessionKind::Break | SessionKind::Social, Some(now)) => {
                Some((now.minute_of_day() - SWAY, now.minute_of_day() + SWAY))
            }
            (SessionKind::Break, None) if session.length().mins() >= MEAL => {
                let (from, to) = checker.lunchtime();
                Some((from, (to - session.length().mins()).max(from)))
            }
            _ => None,
        };
        Self { hours, now, natural }
    }

    /// Whether it would be held at this time, so long.
    #[must_use]
    pub fn allow(&self, start: CivilTime, length_mins: i32) -> bool {
        let (minute, (from, to)) = (start.minute_of_day(), self.hours);
        // Who put a reception beyond the hours meant it: it can be on another evening.
        let is_its_own = self.natural.is_some() && self.now.is_some_and(|now| now.minute_of_day() == minute);
        self.now == Some(start) || is_its_own || (from <= minute && minute + length_mins <= to && self.suits(start))
    }

    /// Whether the time of day suits what it is, whatever the hours.
    #[must_use]
    pub fn suits(&self, start: CivilTime) -> bool {
        self.natural.is_none_or(|(first, last)| (first..=last).contains(&start.minute_of_day()))
    }

    /// How far a start is from where it is now; nothing is far from the tray.
    #[must_use]
    pub fn distance(&self, start: CivilTime) -> Distance {
        self.now.map_or((0, false, 0), |now| distance(now, start))
    }
}

/// The hours of an event, in minutes since midnight: its own, or the usual ones.
pub(super) fn hours(event: &Event) -> (i32, i32) {
    event.hours.map_or(USUAL, |hours| (i32::from(hours.from_min), i32::from(hours.to_min)))
}

/// How far a start is from another.
pub(super) fn distance(now: CivilTime, start: CivilTime) -> Distance {
    let day = |time: CivilTime| time.minutes().div_euclid(DAY_MINS);
    let (was, is) = (now.minute_of_day(), start.minute_of_day());
    ((day(start) - day(now)).abs(), (was < NOON) != (is < NOON), (is - was).abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::{committee, of_kind, plan, time};

    fn times(kind: SessionKind, start: &str, mins: i32) -> Times {
        let plan = plan([of_kind("S1", kind, start, mins)]);
        let session = plan.sessions().iter().next().unwrap();
        Times::new(&plan, &Checker::new(&plan), session)
    }

    #[test]
    fn sittings_keep_to_the_hours_and_lunch_to_lunchtime() {
        let sitting = times(SessionKind::Committee, "19T09:30", 60);
        let (from, to) = sitting.hours;
        for (minute, allowed) in [(0, false), (5 * 60 + 45, false), (from - 1, false), (from, true), (to - 60, true)] {
            assert_eq!(sitting.allow(time("20T00:00").plus_mins(minute), 60), allowed, "{minute}");
        }
        assert!(!sitting.allow(time("20T00:00").plus_mins(to - 59), 60));
        let lunch = times(SessionKind::Break, "19T12:30", 120);
        for (start, allowed) in [("20T12:30", true), ("20T13:30", true), ("20T13:31", false), ("19T09:30", false)] {
            assert_eq!(lunch.allow(time(start), 120), allowed, "{start}");
        }
        let reception = times(SessionKind::Social, "19T21:00", 150);
        assert!(reception.allow(time("20T21:00"), 150) && !reception.allow(time("20T21:15"), 150));
        let night = times(SessionKind::Committee, "19T00:00", 60);
        assert!(night.allow(time("19T00:00"), 30), "where it is, it can be in another room");
        assert!(!night.allow(time("20T00:00"), 60));
    }

    #[test]
    fn a_meal_from_the_tray_is_at_lunchtime() {
        let plan = plan([crate::check::tests::session("S1").kind(SessionKind::Break)]);
        let session = plan.sessions().iter().next().unwrap();
        let times = Times::new(&plan, &Checker::new(&plan), session);
        assert!(times.suits(time("19T12:30")) && times.suits(time("19T13:30")));
        assert!(!times.suits(time("19T10:45")) && !times.suits(time("19T13:45")));
    }

    #[test]
    fn the_same_day_and_half_day_come_first() {
        let plan = plan([committee("S1", "COM3").at("19T09:30", 60)]);
        let times = Times::new(&plan, &Checker::new(&plan), plan.sessions().iter().next().unwrap());
        let mut starts = ["20T09:30", "19T16:00", "21T09:30", "19T11:30", "20T10:00", "19T14:30", "18T15:00"].map(time);
        starts.sort_by_key(|&start| times.distance(start));
        let sorted = ["19T11:30", "19T14:30", "19T16:00", "20T09:30", "20T10:00", "18T15:00", "21T09:30"].map(time);
        assert_eq!(starts, sorted);
    }
}

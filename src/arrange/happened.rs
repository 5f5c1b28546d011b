//! What has happened to a plan that was good: a room is lost, somebody is away, a day is lost or changed for another one, a
//! session is longer than planned.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::model::{
    Absence, CivilTime, Length, Patch, Person, PersonId, Placement, Plan, Room, RoomId, RuleChoice, Session, SessionId,
    Severity,
};

/// Something that was not planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// A room can not be used from one day to another, both included.
    RoomLost(RoomId, NaiveDate, NaiveDate),
    /// Somebody is away from one day to another, both included.
    PersonAway(PersonId, NaiveDate, NaiveDate),
    /// Nothing can be held on a day.
    DayLost(NaiveDate),
    /// What is on one of two days is on the other.
    DaysSwapped(NaiveDate, NaiveDate),
    /// A session takes so many minutes more, or less.
    Longer(SessionId, i32),
}

/// The rules that say that a room or a person is not there: once that has happened, nobody can look past it.
const ABSENCES: [&str; 2] = ["room-closed", "person-away"];

impl Happened {
    /// What it makes of the plan by itself: absences that are noted, sessions that are elsewhere or longer. On a day that is
    /// lost, all rooms are closed, and what has none goes to the tray. What is pinned or was held stays.
    #[must_use]
    pub fn patch(&self, plan: &Plan) -> Patch {
        let mut patch = Patch::default();
        match *self {
            Self::RoomLost(room, first, last) => {
                if let Some(room) = plan.rooms().get(room) {
                    patch.put(plan, closed(room, first, last));
                }
            }
            Self::PersonAway(person, first, last) => {
                if let Some(person) = plan.people().get(person) {
                    let mut person = Person::clone(person);
                    person.away.push(absence(first, last));
                    patch.put(plan, person);
                }
            }
            Self::DayLost(day) => {
                for room in plan.rooms().iter().filter(|room| !room.is_virtual) {
                    patch.put(plan, closed(room, day, day));
                }
                let is_there = |at: &Placement| at.rooms.is_empty() && at.start.date() == day;
                for session in movable(plan).filter(|session| session.placement.as_ref().is_some_and(is_there)) {
                    let mut session = Session::clone(session);
                    session.unschedule();
                    patch.put(plan, session);
                }
            }
            Self::DaysSwapped(one, other) => {
                for session in movable(plan) {
                    let Some(at) = &session.placement else { continue };
                    let to = if at.start.date() == one { other } else { one };
                    if ![one, other].contains(&at.start.date()) || !CivilTime::has_day(to) {
                        continue;
                    }
                    let start = CivilTime::midnight(to).plus_mins(at.start.minute_of_day());
                    patch.put(plan, Session { placement: Some(Placement { start, ..at.clone() }), ..session.clone() });
                }
            }
            Self::Longer(id, mins) => {
                if let Some(session) = plan.sessions().get(id)
                    && let Some(at) = &session.placement
                    && let Ok(length) = Length::from_mins(i64::from(at.length.mins()) + i64::from(mins))
                {
                    let placement = Some(Placement { length, ..at.clone() });
                    patch.put(plan, Session { placement, ..Session::clone(session) });
                }
            }
        }
        patch
    }
}

/// What is to be done after something has happened, or without anything: the plan of which that is asked. Absences are errors in
/// it, also where its own rules say less; what has begun before `now` is pinned, and so are the sessions of `fixed`, at
/// these placements.
#[must_use]
pub fn strict(
    plan: &Plan,
    happened: Option<&Happened>,
    now: Option<CivilTime>,
    fixed: &[(SessionId, Placement)],
) -> Plan {
    let mut changed = plan.clone();
    // Each patch is made of the plan as it is then, so nothing is refused; a plan in which it is would be asked of as it is.
    if let Some(happened) = happened {
        let _ = changed.apply(&happened.patch(plan));
        let mut patch = Patch::default();
        for name in ABSENCES {
            if let Ok(id) = name.parse() {
                let known = changed.rules().get(id).map(|choice| RuleChoice::clone(choice));
                let choice = known.unwrap_or(RuleChoice { id, severity: None, numbers: BTreeMap::default() });
                patch.put(&changed, RuleChoice { severity: Some(Severity::Error), ..choice });
            }
        }
        let _ = changed.apply(&patch);
    }
    let mut patch = Patch::default();
    for session in changed.sessions().iter() {
        let lies_at = fixed.iter().find(|(id, _)| *id == session.id).map(|(_, at)| at);
        let is_past = session.placement.as_ref().zip(now).is_some_and(|(at, now)| at.start < now);
        if lies_at.is_some() && !session.keeps_place() {
            patch.put(&changed, Session { pinned: true, placement: lies_at.cloned(), ..Session::clone(session) });
        } else if is_past && !session.pinned {
            patch.put(&changed, Session { pinned: true, ..Session::clone(session) });
        }
    }
    let _ = changed.apply(&patch);
    changed
}

fn movable(plan: &Plan) -> impl Iterator<Item = &Session> {
    plan.sessions().iter().filter(|session| !session.keeps_place()).map(|session| &**session)
}

/// From the beginning of one day to the end of another.
fn absence(first: NaiveDate, last: NaiveDate) -> Absence {
    let (first, last) = (first.min(last), first.max(last));
    let next = last.checked_add_days(Days::new(1)).filter(|&day| CivilTime::has_day(day));
    let to = next.map_or_else(|| CivilTime::midnight(last).plus_mins(23 * 60 + 59), CivilTime::midnight);
    Absence { from: CivilTime::midnight(first), to, reason: String::new() }
}

fn closed(room: &Room, first: NaiveDate, last: NaiveDate) -> Room {
    let mut room = room.clone();
    room.closed.push(absence(first, last));
    room
}

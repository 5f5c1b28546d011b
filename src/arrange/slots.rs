//! Finding a slot: the best placements for one session, or for several that keep their distances.

use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::check::{Checker, Finding, Stretch, Tint};
use crate::model::{CivilTime, DAY_MINS, Event, Length, Placement, Plan, RoomId, Session, SessionId, Severity, Span};

use super::STEP;
use super::placing::{disturbing, patch_of, weight};
use super::rooms::Rooms;
use super::times::{self, Times};

/// Where a slot may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotLimits {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// The earliest start of a day, in minutes since midnight.
    pub from_min: i32,
    /// The latest end of a day, in minutes since midnight.
    pub to_min: i32,
    /// The rooms; none for any.
    pub rooms: Vec<RoomId>,
    /// Whether the sessions stay between their neighbours of the same body.
    pub keeps_order: bool,
}

impl SlotLimits {
    /// The days and the hours of an event, in any room, in the order there is.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        let (first, last) = event.dates.first_and_last();
        let (from_min, to_min) = times::hours(event);
        Self { first, last, from_min, to_min, rooms: Vec::new(), keeps_order: true }
    }
}

/// One placement that could be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Where each session would be.
    pub moves: Vec<(SessionId, Placement)>,
    /// What speaks against it: open findings that would name the sessions, the worst first.
    pub against: Vec<Finding>,
    /// How many findings it would clear.
    pub solved: usize,
    /// Minutes from where the first session is now; `None` if it is in the tray.
    pub distance_mins: Option<i32>,
    /// Whether every session keeps its rooms.
    pub keeps_rooms: bool,
}

/// How many are proposed.
const PROPOSED: usize = 10;
/// How many of the most promising are judged in full.
const JUDGED: usize = 60;

/// How many of the most promising of one day in one room are looked at: ten times the same afternoon is no choice.
const OF_A_DAY: usize = 3;
/// So many days around where the sessions are now are looked at first.
const FIRST_DAYS: i32 = 4;

/// The best ten placements of these sessions within the limits, the best first. Several sessions keep their distances,
/// and the rooms they have; those in the tray follow one after the other. `stop` ends the search early, with nothing.
#[must_use]
pub fn slots(
    (plan, checker): (&Plan, &mut Checker),
    ids: &[SessionId],
    limits: &SlotLimits,
    stop: &AtomicBool,
) -> Vec<Slot> {
    let group = Group::new(plan, ids);
    if group.sessions.is_empty() {
        return Vec::new();
    }
    let choices = group.rooms(plan, limits);
    let found = candidates((plan, checker, &group), ids, (limits, &choices), stop);
    let mut slots = Vec::new();
    for candidate in found {
        if stop.load(Ordering::Relaxed) {
            return Vec::new();
        }
        slots.push(slot((plan, checker, &group), candidate.start, &choices[candidate.choice]));
    }
    let now = group.sessions[0].placement.as_ref().map(|at| at.start);
    slots.sort_by_cached_key(|slot| {
        let weight: i64 = slot.against.iter().map(|finding| weight(finding.severity)).sum();
        let worst = slot.against.first().map_or(Severity::Off, |finding| finding.severity);
        let start = slot.moves.first().map(|(_, at)| at.start);
        let (days, other_half, mins) =
            now.zip(start).map(|(now, start)| times::distance(now, start)).unwrap_or_default();
        (disturbing(worst), (days, other_half), weight, (mins, !slot.keeps_rooms))
    });
    slots.truncate(PROPOSED);
    slots
}

/// The most promising starts, the best first: by their tint, then by their distance in days, then in the rooms they
/// have, then by their distance.
///
/// Days are looked at from near to far, and no further than good ones are wanting.
fn candidates(
    (plan, checker, group): (&Plan, &Checker, &Group),
    ids: &[SessionId],
    (limits, choices): (&SlotLimits, &[Vec<RoomId>]),
    stop: &AtomicBool,
) -> Vec<Candidate> {
    let first = CivilTime::midnight(limits.first).minutes();
    let last = CivilTime::midnight(limits.last.max(limits.first)).minutes() + DAY_MINS;
    let now = group.sessions[0].placement.as_ref().map(|at| at.start.minutes());
    let bounds: Vec<(i32, i32)> = group
        .sessions
        .iter()
        .map(|session| if limits.keeps_order { checker.neighbours(session, ids) } else { (i32::MIN, i32::MAX) })
        .collect();
    let suited: Vec<Times> = group.sessions.iter().map(|session| Times::new(plan, checker, session)).collect();
    let mut found: [Promising; 4] = Default::default();
    let (mut done, mut days) = (0, FIRST_DAYS);
    let origin = now.unwrap_or(first);
    loop {
        let from = origin.saturating_sub(days * DAY_MINS).max(first);
        let to = origin.saturating_add(days * DAY_MINS).min(last);
        let time = |minutes: i32| CivilTime::from_minutes(i64::from(minutes));
        if from < to {
            let within = Span::new(time(from), time(to).plus_mins(group.length_mins));
            let tints: Vec<Tint> = group.sessions.iter().map(|session| checker.tint(session, ids, within)).collect();
            let lanes: Vec<Vec<Vec<Stretch>>> = choices
                .iter()
                .map(|rooms| {
                    let all = tints.iter().zip(&group.sessions);
                    all.map(|(tint, session)| checker.stretches(tint, &group.rooms_of(session, rooms))).collect()
                })
                .collect();
            for ring in done..days {
                if stop.load(Ordering::Relaxed) {
                    return Vec::new();
                }
                let mut starts = Vec::new();
                for start in starts_at(ring, origin, limits, group.length_mins) {
                    let placed = group.offsets.iter().zip(&group.sessions).zip(bounds.iter().zip(&suited));
                    let mut fits = placed.map(|((offset, session), (&(low, high), times))| {
                        let begins = start + offset;
                        let is_in_order = begins >= low && begins + session.length().mins() <= high;
                        is_in_order && times.suits(time(begins))
                    });
                    if (from..to).contains(&start) && fits.all(|fits| fits) {
                        starts.push(start);
                    }
                }
                let mut candidates = Vec::new();
                for (choice, lanes) in lanes.iter().enumerate() {
                    let keeps = group.sessions[0].rooms() == choices[choice];
                    for (&start, worst) in starts.iter().zip(worst_of(lanes, &group.offsets, &starts)) {
                        if !(keeps && now == Some(start)) {
                            let distance = (start - origin).abs();
                            candidates.push((worst, Candidate { other_room: !keeps, distance, start, choice }));
                        }
                    }
                }
                candidates.sort_unstable();
                for (worst, candidate) in candidates {
                    found[worst as usize].take(candidate, &choices[candidate.choice]);
                }
                if found[Severity::Off as usize].list.len() >= JUDGED {
                    break;
                }
            }
        }
        let is_all = from <= first && to >= last;
        if is_all || found[Severity::Off as usize].list.len() >= JUDGED {
            break;
        }
        (done, days) = (days, days.saturating_mul(4).min(MOST_DAYS));
    }
    let mut best = Promising { most: JUDGED, ..Promising::default() };
    for candidate in found.into_iter().flat_map(|promising| promising.list) {
        best.take(candidate, &choices[candidate.choice]);
    }
    best.list
}

fn slot((plan, checker, group): (&Plan, &mut Checker, &Group), start: i32, rooms: &[RoomId]) -> Slot {
    let moves: Vec<(SessionId, Placement)> = group
        .sessions
        .iter()
        .zip(&group.offsets)
        .map(|(session, offset)| {
            let start = CivilTime::from_minutes(i64::from(start + offset));
            let rooms = group.rooms_of(session, rooms);
            (session.id, Placement { start, length: session.length(), rooms })
        })
        .collect();
    let outcome = checker.what_if(plan, &patch_of(plan, &moves));
    let now = group.sessions[0].placement.as_ref().map(|at| at.start.minutes());
    let keeps_rooms = moves.iter().zip(&group.sessions).all(|(moved, session)| moved.1.rooms == session.rooms());
    Slot {
        against: outcome.concerning,
        solved: outcome.solved.len(),
        distance_mins: now.map(|now| start - now),
        keeps_rooms,
        moves,
    }
}

/// Years enough for every event.
const MOST_DAYS: i32 = 400 * 366;

/// A start of the first session, in an order that puts the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    other_room: bool,
    distance: i32,
    start: i32,
    /// Which of the choices of rooms.
    choice: usize,
}

/// The most promising starts, no more than a few of one day in one room.
struct Promising {
    list: Vec<Candidate>,
    of_day: FxHashMap<(i32, RoomId), usize>,
    most: usize,
}

impl Default for Promising {
    fn default() -> Self {
        // As many again may stand behind better ones of the same day and room.
        Self { list: Vec::new(), of_day: FxHashMap::default(), most: 2 * JUDGED }
    }
}

impl Promising {
    fn take(&mut self, candidate: Candidate, rooms: &[RoomId]) {
        if self.list.len() >= self.most {
            return;
        }
        if let Some(&room) = rooms.first() {
            let same = self.of_day.entry((candidate.start.div_euclid(DAY_MINS), room)).or_default();
            *same += 1;
            if *same > OF_A_DAY {
                return;
            }
        }
        self.list.push(candidate);
    }
}

/// The starts that lie so many whole days from `origin`, at multiples of [`STEP`] within the hours, in order.
fn starts_at(ring: i32, origin: i32, limits: &SlotLimits, length_mins: i32) -> impl Iterator<Item = i32> {
    let first = limits.from_min + (STEP - limits.from_min.rem_euclid(STEP)) % STEP;
    let last = limits.to_min - length_mins;
    let (near, far) = (ring * DAY_MINS, ring * DAY_MINS + DAY_MINS);
    let days = [origin - far, origin + near].into_iter().flat_map(|from| [from, from + DAY_MINS]);
    let mut days: Vec<i32> = days.map(|minute| minute.div_euclid(DAY_MINS)).collect();
    days.sort_unstable();
    days.dedup();
    let of_day = move |day: i32| {
        let minutes = (first..=last).step_by(usize::try_from(STEP).unwrap_or(15));
        minutes.map(move |minute| day * DAY_MINS + minute)
    };
    days.into_iter().flat_map(of_day).filter(move |start| (near..far).contains(&(start - origin).abs()))
}

/// The worst that speaks against any session of a group at each of these starts of the first, which are in order.
fn worst_of(lanes: &[Vec<Stretch>], offsets: &[i32], starts: &[i32]) -> Vec<Severity> {
    let mut worst = vec![Severity::Off; starts.len()];
    for (stretches, offset) in lanes.iter().zip(offsets) {
        let mut rest = stretches.as_slice();
        for (worst, start) in worst.iter_mut().zip(starts) {
            let begun = rest.iter().position(|stretch| stretch.1 > start + offset).unwrap_or(rest.len());
            rest = &rest[begun..];
            *worst = rest.first().map_or(*worst, |stretch| stretch.2.max(*worst));
        }
    }
    worst
}

/// Sessions that move together, the first in time first.
struct Group {
    sessions: Vec<Session>,
    /// How much later than the first each begins, in minutes.
    offsets: Vec<i32>,
    /// From the first start to the last end.
    length_mins: i32,
}

impl Group {
    fn new(plan: &Plan, ids: &[SessionId]) -> Self {
        let mut sessions: Vec<Session> =
            ids.iter().filter_map(|&id| plan.sessions().get(id)).map(|session| (**session).clone()).collect();
        sessions
            .sort_by_key(|session| (session.placement.is_none(), session.span().map(|span| span.start), session.id));
        let first = sessions.first().and_then(Session::span).map(|span| span.start);
        let mut next = 0;
        let mut offsets = Vec::new();
        for session in &sessions {
            let offset = match (first, session.span()) {
                (Some(first), Some(span)) => span.start.mins_since(first),
                _ => next,
            };
            next = next.max(offset + session.length().mins());
            offsets.push(offset);
        }
        Self { sessions, offsets, length_mins: next.clamp(Length::MIN.mins(), i32::MAX) }
    }

    /// The rooms to try for the first session: those it has, then each alone.
    fn rooms(&self, plan: &Plan, limits: &SlotLimits) -> Vec<Vec<RoomId>> {
        let Some(first) = self.sessions.first() else { return Vec::new() };
        let own = first.rooms().to_vec();
        let mut tried = Vec::new();
        if limits.rooms.is_empty() || (!own.is_empty() && own.iter().all(|room| limits.rooms.contains(room))) {
            tried.push(own.clone());
        }
        // What needs several rooms, or none, keeps them.
        if own.len() > 1 || (own.is_empty() && first.placement.is_some()) || self.sessions.len() > 1 {
            return tried;
        }
        let suited = Rooms::new(plan).of(first).into_iter().map(|(rooms, _)| rooms);
        let asked = plan.rooms().ids().filter(|room| limits.rooms.contains(room)).map(|room| vec![room]);
        let all: Vec<_> = if limits.rooms.is_empty() { suited.collect() } else { asked.collect() };
        tried.extend(all.into_iter().filter(|rooms| *rooms != own));
        if first.placement.is_none() && tried.len() > 1 {
            // Without a room only where no room is to be had.
            tried.retain(|rooms| !rooms.is_empty());
        }
        tried
    }

    /// The rooms of a session when the first is in `rooms`.
    fn rooms_of(&self, session: &Session, rooms: &[RoomId]) -> Vec<RoomId> {
        let is_first = self.sessions.first().is_some_and(|first| first.id == session.id);
        if is_first || session.placement.is_none() { rooms.to_vec() } else { session.rooms().to_vec() }
    }
}

//! Finding a slot: the best placements for one session, or for several that keep their distances.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::model::{CivilTime, Length, Placement, Plan, RoomId, Session, SessionId, Severity, Span};

use super::checker::Checker;
use super::facts::DAY;
use super::finding::Finding;
use super::fixes::{STEP, patch_of};

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

impl Checker {
    /// The best ten placements of these sessions within the limits, the best first. Several sessions keep their distances,
    /// and the rooms they have; those in the tray follow one after the other.
    #[must_use]
    pub fn slots(&mut self, plan: &Plan, ids: &[SessionId], limits: &SlotLimits) -> Vec<Slot> {
        let group = Group::new(plan, ids);
        let Some(first) = group.sessions.first() else { return Vec::new() };
        let within = Span::new(
            CivilTime::midnight(limits.first),
            CivilTime::midnight(limits.last.max(limits.first)).plus_mins(DAY),
        );
        let tints: Vec<_> = group
            .sessions
            .iter()
            .map(|session| {
                let from = within.start;
                let to = within.end.plus_mins(group.length_mins);
                self.tint(plan, session, ids, Span::new(from, to))
            })
            .collect();
        let bounds: Vec<(i32, i32)> = group
            .sessions
            .iter()
            .map(|session| if limits.keeps_order { self.neighbours(plan, session, ids) } else { (i32::MIN, i32::MAX) })
            .collect();
        let mut candidates: Vec<(Severity, bool, i32, i32, usize)> = Vec::new();
        let choices = group.rooms(plan, limits);
        for (choice, rooms) in choices.iter().enumerate() {
            let stretches: Vec<Vec<(i32, i32, Severity)>> = tints
                .iter()
                .zip(&group.sessions)
                .map(|(tint, session)| tint.stretches(&group.rooms_of(session, rooms)))
                .collect();
            let keeps = first.rooms() == *rooms;
            for day in (within.start.minutes() / DAY)..(within.end.minutes() / DAY) {
                let last = limits.to_min - group.length_mins;
                let mut minute = limits.from_min + (STEP - limits.from_min.rem_euclid(STEP)) % STEP;
                while minute <= last {
                    let start = day * DAY + minute;
                    minute += STEP;
                    let placed = group.offsets.iter().zip(&group.sessions).zip(&bounds);
                    let in_order = placed.clone().all(|((offset, session), &(low, high))| {
                        start + offset >= low && start + offset + session.length().mins() <= high
                    });
                    if !in_order || (keeps && first.placement.as_ref().is_some_and(|at| at.start.minutes() == start)) {
                        continue;
                    }
                    let worst = stretches.iter().zip(&group.offsets).map(|(stretches, offset)| {
                        let at = stretches.partition_point(|stretch| stretch.1 <= start + offset);
                        stretches.get(at).map_or(Severity::Off, |stretch| stretch.2)
                    });
                    let worst = worst.max().unwrap_or(Severity::Off);
                    let distance = first.placement.as_ref().map_or(start, |at| (start - at.start.minutes()).abs());
                    candidates.push((worst, !keeps, distance, start, choice));
                }
            }
        }
        // A day away counts more than another room.
        candidates.sort_unstable_by_key(|(worst, other_room, distance, start, choice)| {
            (*worst, distance / DAY, *other_room, *distance, *start, *choice)
        });
        let mut per_day: FxHashMap<(i32, RoomId), usize> = FxHashMap::default();
        let mut slots = Vec::new();
        for (_, _, _, start, choice) in candidates {
            let rooms = &choices[choice];
            if slots.len() == JUDGED {
                break;
            }
            // Ten times the same afternoon is no choice.
            if let Some(&room) = rooms.first() {
                let same = per_day.entry((start.div_euclid(DAY), room)).or_default();
                *same += 1;
                if *same > 3 {
                    continue;
                }
            }
            slots.push(self.slot(plan, &group, start, rooms));
        }
        slots.sort_by_cached_key(|slot| {
            let weight: u32 = slot.against.iter().map(|finding| 8_u32.pow(finding.severity as u32)).sum();
            (
                slot.against.first().map(|finding| finding.severity),
                weight,
                slot.distance_mins.map(i32::abs),
                !slot.keeps_rooms,
            )
        });
        slots.truncate(PROPOSED);
        slots
    }

    fn slot(&mut self, plan: &Plan, group: &Group, start: i32, rooms: &[RoomId]) -> Slot {
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
        let outcome = self.what_if(plan, &patch_of(plan, &moves));
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

    /// The end of the session before and the start of the one after, of any body of a session, on its event's clock.
    fn neighbours(&self, plan: &Plan, session: &Session, away: &[SessionId]) -> (i32, i32) {
        let (mut low, mut high) = (i32::MIN, i32::MAX);
        let (Some(at), Some(event)) = (&session.placement, plan.events().get(session.event)) else {
            return (low, high);
        };
        for body in &session.bodies {
            for other in self.sessions_of_body(*body).filter(|id| !away.contains(id)) {
                let Some(entry) = self.entry(other).filter(|entry| entry.session.event == event.id) else { continue };
                if entry.span.start < at.start {
                    low = low.max(entry.span.end.minutes());
                } else {
                    high = high.min(entry.span.start.minutes());
                }
            }
        }
        (low, high)
    }
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
        let is_virtual = own.first().and_then(|&id| plan.rooms().get(id)).is_some_and(|room| room.is_virtual);
        for room in plan.rooms().iter() {
            let fits = if limits.rooms.is_empty() {
                !room.is_shared && (room.is_virtual == is_virtual)
            } else {
                limits.rooms.contains(&room.id)
            };
            if fits && own != [room.id] {
                tried.push(vec![room.id]);
            }
        }
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

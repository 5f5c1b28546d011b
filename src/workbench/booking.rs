//! Where a request for a room would be held: at the wanted time, else as near to it as there is a room.

use std::collections::BTreeSet;

use crate::check::{Finding, Stretch};
use crate::edit::{Command, requests, resolve};
use crate::model::{
    CivilTime, DAY_MINS, Event, Placement, Room, RoomId, RoomRequest, RoomRequestId, SessionKind, Severity, Span,
    Status,
};

use super::Workbench;

/// A place that a request could get.
#[derive(Clone, Debug, PartialEq)]
pub struct Booking {
    /// When and where.
    pub at: Placement,
    /// What would be wrong then and is not now, the worst first.
    pub against: Vec<Finding>,
}

/// Why there is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// There is no room that somebody could have alone.
    NoRoom,
    /// No room has so many seats; the largest has these.
    Seats(u32),
    /// It is longer than a day of the event is open.
    TooLong,
    /// The event is over.
    Over,
    /// Every room that is large enough is taken.
    Full,
}

/// Starts are tried at multiples of this, as everywhere.
const STEP: i32 = 15;
/// When an event is open that says nothing of it, in minutes since midnight.
const USUAL_HOURS: (i32, i32) = (9 * 60, DAY_MINS);
/// So many of the nearest places are judged in full, and so many of one day, on which all may be wrong alike; the first of
/// them is taken where none is without reproach.
const JUDGED: usize = 64;
const JUDGED_OF_A_DAY: usize = 8;
/// So many days around the wanted one are looked at.
const DAYS: i32 = 62;

impl Workbench {
    /// The nearest place for a request that is not before `now`: at the wanted time, else on that day, else on another one of
    /// its event; in the smallest room that seats all, with the time that rooms need to be set up.
    ///
    /// # Errors
    /// Why there is none.
    pub fn booking(&self, request: &RoomRequest, now: Option<CivilTime>) -> Result<Booking, NoPlace> {
        let event = self.plan().events().get(request.event).ok_or(NoPlace::Over)?;
        let rooms = self.rooms_for(request)?;
        let open = Open::new(event, request, now)?;
        let mut tried = 0;
        let mut best: Option<Booking> = None;
        for starts in open.days(request.start) {
            for at in self.free_on(request, &rooms, &starts).into_iter().take(JUDGED_OF_A_DAY) {
                let against = self.against(request.id, &at);
                let is_clear = against.iter().all(|finding| finding.severity < Severity::Warning);
                if is_clear {
                    return Ok(Booking { at, against });
                }
                best.get_or_insert(Booking { at, against });
                tried += 1;
                if tried >= JUDGED {
                    return best.ok_or(NoPlace::Full);
                }
            }
        }
        best.ok_or(NoPlace::Full)
    }

    /// What would be wrong, and is not now, if a request were accepted there.
    #[must_use]
    pub fn against(&self, request: RoomRequestId, at: &Placement) -> Vec<Finding> {
        let accept = Command::Request(requests::OnRequest::Accept(request, at.clone(), None));
        resolve(self.plan(), &accept).map(|patch| self.what_if(&patch).caused).unwrap_or_default()
    }

    /// The rooms that seat all, the smallest first; those whose seats nobody knows come last.
    fn rooms_for(&self, request: &RoomRequest) -> Result<Vec<RoomId>, NoPlace> {
        let own = self.plan().rooms().iter().filter(|room| !room.is_shared && !room.is_virtual);
        let mut own: Vec<&Room> = own.map(|room| &**room).collect();
        if own.is_empty() {
            return Err(NoPlace::NoRoom);
        }
        let most = own.iter().filter_map(|room| room.capacity).max().unwrap_or(0);
        let needed = request.headcount.unwrap_or(0);
        own.retain(|room| room.capacity.is_none_or(|seats| seats >= needed));
        own.sort_by_key(|room| (room.capacity.is_none(), room.capacity, room.order, room.id));
        if own.is_empty() { Err(NoPlace::Seats(most)) } else { Ok(own.into_iter().map(|room| room.id).collect()) }
    }

    /// Where a request fits on a day, at each of the starts in the first room that is free then.
    fn free_on(&self, request: &RoomRequest, rooms: &[RoomId], starts: &[CivilTime]) -> Vec<Placement> {
        let (Some(&first), Some(&last)) = (starts.iter().min(), starts.iter().max()) else { return Vec::new() };
        let at = |start, rooms| Placement { start, length: request.length, rooms };
        let session = requests::session_of(self.plan(), request, at(first, Vec::new()));
        let sitting = self.sittings(Span::new(first, last.plus_mins(request.length.mins())));
        let checker = self.checker();
        let tint = checker.tint(&session, &[], Span::new(first, last.plus_mins(1)));
        let lanes: Vec<(RoomId, Vec<Stretch>)> =
            rooms.iter().map(|&room| (room, checker.stretches(&tint, &[room]))).collect();
        let is_free = |lane: &[Stretch], start: CivilTime| {
            let minute = start.minutes();
            let held = lane.iter().find(|(from, to, _)| (*from..*to).contains(&minute));
            held.is_none_or(|(.., severity)| *severity < Severity::Warning)
        };
        let mut found = Vec::new();
        for &start in starts {
            let free = lanes.iter().filter(|(_, lane)| is_free(lane, start));
            // A hall in which there is a sitting on that day is kept for it as long as there is another room.
            let room = free.min_by_key(|(room, _)| sitting.contains(room));
            found.extend(room.map(|(room, _)| at(start, vec![*room])));
        }
        found
    }

    /// The rooms in which there are sittings on the days of a span.
    fn sittings(&self, span: Span) -> BTreeSet<RoomId> {
        let days = [span.start.date(), span.last_day()];
        let held = days.iter().flat_map(|day| self.index().sessions_on(*day));
        let held = held.filter_map(|&id| self.plan().sessions().get(id));
        let sits = held.filter(|row| row.status != Status::Cancelled && SessionKind::keeps_hours(row.kind));
        sits.flat_map(|row| row.rooms().to_vec()).collect()
    }
}

/// When an event is open for a request.
struct Open {
    event: Span,
    /// From which minute of a day to which.
    hours: (i32, i32),
    length: i32,
    earliest: CivilTime,
}

impl Open {
    fn new(event: &Event, request: &RoomRequest, now: Option<CivilTime>) -> Result<Self, NoPlace> {
        let span = event.dates.span();
        let length = request.length.mins();
        let hours = event.hours.map(|hours| (i32::from(hours.from_min), i32::from(hours.to_min)));
        let hours = hours.unwrap_or(USUAL_HOURS);
        let earliest = now.map_or(span.start, |now| now.max(span.start));
        if earliest >= span.end {
            return Err(NoPlace::Over);
        }
        let open = Self { event: span, hours, length, earliest };
        let wanted = request.start.is_some_and(|start| open.allows(start));
        if length > hours.1 - hours.0 && !wanted {
            return Err(NoPlace::TooLong);
        }
        Ok(open)
    }

    /// Whether it can begin then: not earlier than now, and over before the event is.
    fn allows(&self, start: CivilTime) -> bool {
        let end = start.plus_mins(self.length);
        start >= self.earliest && end <= self.event.end && end.mins_since(start) == self.length
    }

    /// The starts of each day, the nearest day and the nearest start first. A wanted time counts whatever the hours.
    fn days(&self, wanted: Option<CivilTime>) -> impl Iterator<Item = Vec<CivilTime>> {
        let last = self.event.end.plus_mins(-1);
        let near = wanted.unwrap_or(self.earliest).clamp(self.earliest, last);
        let midnight = CivilTime::midnight(near.date());
        // The day itself, then the next, the one before, the second next …
        let offsets = (0..=DAYS).flat_map(|by| [by, -by].into_iter().take(if by == 0 { 1 } else { 2 }));
        offsets.map(move |by| {
            let day = midnight.plus_mins(by * DAY_MINS);
            let aim = wanted.map(|wanted| day.plus_mins(wanted.minute_of_day()));
            let first = self.hours.0 + (STEP - self.hours.0.rem_euclid(STEP)) % STEP;
            let grid = (first..=self.hours.1 - self.length).step_by(STEP.unsigned_abs() as usize);
            let mut starts: Vec<CivilTime> = grid.map(|minute| day.plus_mins(minute)).collect();
            starts.extend(wanted.filter(|wanted| wanted.date() == day.date()));
            starts.retain(|&start| self.allows(start) && start.date() == day.date());
            starts.sort_by_key(|&start| (aim.map(|aim| start.mins_since(aim).abs()), start));
            starts.dedup();
            starts
        })
    }
}

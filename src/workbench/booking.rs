//! Where a request for a room would be held: at the wanted time, else as near to it as there is a room.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;

use crate::arrange::Rooms;
use crate::check::{Checker, Finding, Stretch};
use crate::edit::{Command, requests, resolve};
use crate::model::{
    CivilTime, DAY_MINS, Event, Patch, Placement, Plan, Room, RoomId, RoomRequest, RoomRequestId, Session, SessionKind,
    Severity, Span, Status,
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
/// At the wanted time so many rooms are offered.
const ROOMS_AT_ONCE: usize = 3;
/// So many days around the wanted one are looked at.
const DAYS: i32 = 62;

impl Workbench {
    /// What would be wrong, and is not now, if a request were accepted there.
    #[must_use]
    pub fn against(&self, request: RoomRequestId, at: &Placement) -> Vec<Finding> {
        accepting(self.plan(), request, at).map(|patch| self.what_if(&patch).caused).unwrap_or_default()
    }
}

fn accepting(plan: &Plan, request: RoomRequestId, at: &Placement) -> Option<Patch> {
    let accept = Command::Request(requests::OnRequest::Accept(request, at.clone(), None));
    resolve(plan, &accept).ok()
}

/// A search for places, on a copy of a plan and its findings; so it can be done elsewhere than in the window.
#[derive(Debug)]
pub struct Bookings {
    plan: Plan,
    checker: Checker,
    /// By day, the rooms in which there are sittings.
    sittings: BTreeMap<NaiveDate, BTreeSet<RoomId>>,
}

impl Bookings {
    /// A search on [`Workbench::copy`].
    #[must_use]
    pub fn new((plan, checker): (Plan, Checker)) -> Self {
        let mut sittings: BTreeMap<NaiveDate, BTreeSet<RoomId>> = BTreeMap::new();
        let sits = |row: &Session| row.status != Status::Cancelled && SessionKind::keeps_hours(row.kind);
        for session in plan.sessions().iter().filter(|row| sits(row)) {
            let Some(span) = session.span() else { continue };
            for day in [span.start.date(), span.last_day()] {
                sittings.entry(day).or_default().extend(session.rooms());
            }
        }
        Self { plan, checker, sittings }
    }

    /// The nearest places for a request that are not before `now`, the best first, [`MOST`](Self::MOST) at most: at the wanted
    /// time, else on that day, else on another one of its event; in the smallest room that seats all, with the time that
    /// rooms need to be set up. What no rule speaks against comes first; last the wanted time, where that is not among it.
    /// Ends early, with what it has, when `stop` is set.
    ///
    /// # Errors
    /// Why there is none.
    pub fn find(
        &mut self,
        request: &RoomRequest,
        now: Option<CivilTime>,
        stop: &AtomicBool,
    ) -> Result<Vec<Booking>, NoPlace> {
        let event = self.plan.events().get(request.event).ok_or(NoPlace::Over)?;
        let rooms = self.rooms_for(request)?;
        let open = Open::new(event, request, now)?;
        let (mut clear, mut other): (Vec<Booking>, Vec<Booking>) = (Vec::new(), Vec::new());
        let mut tried = 0;
        for starts in open.days(request.start) {
            for at in self.free_on(request, &rooms, &starts).into_iter().take(JUDGED_OF_A_DAY) {
                let against = self.against(request.id, &at);
                tried += 1;
                match against.iter().map(|finding| finding.severity).max() {
                    // A room that somebody else has is no place.
                    Some(Severity::Error) => {}
                    Some(Severity::Warning) => other.push(Booking { at, against }),
                    _ => clear.push(Booking { at, against }),
                }
            }
            if clear.len() >= Self::MOST || tried >= JUDGED || stop.load(Ordering::Relaxed) {
                break;
            }
        }
        if !clear.is_empty() {
            // Whoever wants that very time may have it all the same.
            other.retain(|booking| Some(booking.at.start) == request.start);
            other.truncate(1);
            clear.truncate(Self::MOST - other.len());
        }
        clear.extend(other.into_iter().take(Self::MOST));
        if clear.is_empty() { Err(NoPlace::Full) } else { Ok(clear) }
    }

    /// So many places are told.
    pub const MOST: usize = 6;

    fn against(&mut self, request: RoomRequestId, at: &Placement) -> Vec<Finding> {
        let patch = accepting(&self.plan, request, at);
        patch.map(|patch| self.checker.what_if(&self.plan, &patch).caused).unwrap_or_default()
    }

    /// The rooms that seat all, the smallest first; those whose seats nobody knows come last. Nobody meets in a restaurant.
    fn rooms_for(&self, request: &RoomRequest) -> Result<Vec<RoomId>, NoPlace> {
        let own = self.plan.rooms().iter().filter(|room| !room.is_shared && !room.is_virtual);
        let mut own: Vec<&Room> = own.map(|room| &**room).collect();
        if request.purpose.session_kind() != SessionKind::Social {
            let suited = Rooms::new(&self.plan);
            own.retain(|room| suited.is_for_meetings(room.id));
        }
        if own.is_empty() {
            return Err(NoPlace::NoRoom);
        }
        let most = own.iter().filter_map(|room| room.capacity).max().unwrap_or(0);
        let needed = request.headcount.unwrap_or(0);
        own.retain(|room| room.capacity.is_none_or(|seats| seats >= needed));
        own.sort_by_key(|room| (room.capacity.is_none(), room.capacity, room.order, room.id));
        if own.is_empty() { Err(NoPlace::Seats(most)) } else { Ok(own.into_iter().map(|room| room.id).collect()) }
    }

    /// Where a request fits on a day: at the wanted time in each room that is free then, at each other start in the first one.
    fn free_on(&self, request: &RoomRequest, rooms: &[RoomId], starts: &[CivilTime]) -> Vec<Placement> {
        let (Some(&first), Some(&last)) = (starts.iter().min(), starts.iter().max()) else { return Vec::new() };
        let at = |start, rooms| Placement { start, length: request.length, rooms };
        let session = requests::session_of(&self.plan, request, at(first, Vec::new()));
        let span = Span::new(first, last.plus_mins(request.length.mins()));
        let sits = |room: &RoomId| {
            let on = |day| self.sittings.get(&day).is_some_and(|rooms| rooms.contains(room));
            on(span.start.date()) || on(span.last_day())
        };
        let tint = self.checker.tint(&session, &[], Span::new(first, last.plus_mins(1)));
        let lanes: Vec<(RoomId, Vec<Stretch>)> =
            rooms.iter().map(|&room| (room, self.checker.stretches(&tint, &[room]))).collect();
        let is_free = |lane: &[Stretch], start: CivilTime| {
            let minute = start.minutes();
            let held = lane.iter().find(|(from, to, _)| (*from..*to).contains(&minute));
            held.is_none_or(|(.., severity)| *severity < Severity::Warning)
        };
        let mut found = Vec::new();
        for &start in starts {
            let mut free: Vec<RoomId> =
                lanes.iter().filter(|(_, lane)| is_free(lane, start)).map(|(room, _)| *room).collect();
            let is_wanted = Some(start) == request.start;
            // What speaks against every room, such as a day outside of the event, does not forbid the wanted time.
            if is_wanted && free.is_empty() {
                free = rooms.to_vec();
            }
            // A hall in which there is a sitting on that day is kept for it as long as there is another room.
            free.sort_by_key(sits);
            let most = if is_wanted { ROOMS_AT_ONCE } else { 1 };
            found.extend(free.into_iter().take(most).map(|room| at(start, vec![room])));
        }
        found
    }
}

/// When an event is open for a request.
struct Open {
    event: Span,
    /// The day for which it is asked, which may be none of the event: a rehearsal before it, a visit after it.
    wanted: Option<Span>,
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
        let day = |start: CivilTime| {
            let midnight = CivilTime::midnight(start.date());
            Span::new(midnight, midnight.plus_mins(DAY_MINS).max(start.plus_mins(length)))
        };
        let wanted = request.start.map(day).filter(|day| day.start < span.start || day.start >= span.end);
        let (first, end) =
            wanted.map_or((span.start, span.end), |day| (span.start.min(day.start), span.end.max(day.end)));
        let earliest = now.map_or(first, |now| now.max(first));
        if earliest >= end {
            return Err(NoPlace::Over);
        }
        let open = Self { event: span, wanted, hours, length, earliest };
        let wanted = request.start.is_some_and(|start| open.allows(start));
        if length > hours.1 - hours.0 && !wanted {
            return Err(NoPlace::TooLong);
        }
        Ok(open)
    }

    /// Whether it can begin then: not earlier than now, and over before the event is, or the day for which it is asked.
    fn allows(&self, start: CivilTime) -> bool {
        let end = start.plus_mins(self.length);
        let is_in = |span: Span| start >= span.start && end <= span.end;
        let is_open = is_in(self.event) || self.wanted.is_some_and(is_in);
        start >= self.earliest && is_open && end.mins_since(start) == self.length
    }

    /// The starts of each day, the nearest day and the nearest start first. A wanted time counts whatever the hours.
    fn days(&self, wanted: Option<CivilTime>) -> impl Iterator<Item = Vec<CivilTime>> {
        let last = self.wanted.map_or(self.event.end, |day| day.end.max(self.event.end)).plus_mins(-1);
        let near = wanted.unwrap_or(self.earliest.max(self.event.start)).clamp(self.earliest, last.max(self.earliest));
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

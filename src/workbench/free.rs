//! Where a session that has no time yet would be put: when a day begins, after what is there already, never over a break
//! of everybody.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Workbench;
use crate::edit::placing;
use crate::model::{CivilTime, EventId, Length, Placement, RoomId, Session, SessionKind, Span, Status};

/// When work begins, where the hours of an event begin earlier, in minutes since midnight: doors open before.
const USUAL: i32 = 9 * 60;

impl Workbench {
    /// The first time from `start` on at which these rooms are free, and that is no break of everybody.
    #[must_use]
    pub fn first_free(&self, start: CivilTime, length: Length, rooms: Vec<RoomId>) -> Placement {
        let start = Taken::on(self, start.date()).first_free(start, length, &rooms);
        Placement { start, length, rooms }
    }

    /// The first time of a day that is free in a room, in the first room in which it is; without rooms, in none.
    #[must_use]
    pub fn first_free_room(&self, event: EventId, day: NaiveDate, length: Length) -> Placement {
        let taken = Taken::on(self, day);
        let (start, rooms) = taken.first_room(self.index().rooms(), self.begin_of(event, day, length), length);
        Placement { start, length, rooms }
    }

    /// Where a session that waits goes: to the time and the rooms that it is wished at. Where no time is, to the first one of
    /// its day that is free, also of what goes there with it; where no room is, to one that is free then. `None` where nobody
    /// has said on which day.
    #[must_use]
    pub fn place_of(&self, session: &Session, along: &[Placement]) -> Option<Placement> {
        let wished = placing::wished(self.plan(), session)?;
        if session.wish.minute.is_some() {
            return Some(wished);
        }
        let day = wished.start.date();
        let mut taken = Taken::on(self, day);
        let begin = self.begin_of(session.event, day, wished.length);
        for at in along {
            taken.add(at);
        }
        let (start, rooms) = if wished.rooms.is_empty() {
            taken.first_room(self.index().rooms(), begin, wished.length)
        } else {
            (taken.first_free(begin, wished.length, &wished.rooms), wished.rooms.clone())
        };
        Some(Placement { start, rooms, ..wished })
    }

    /// When work begins on a day.
    fn begin_of(&self, event: EventId, day: NaiveDate, length: Length) -> CivilTime {
        let opening = placing::opening(self.plan(), event, day);
        let hours = self.plan().events().get(event).and_then(|event| event.hours);
        let is_open = hours.is_none_or(|hours| USUAL + length.mins() <= i32::from(hours.to_min));
        if is_open { opening.max(CivilTime::midnight(day).plus_mins(USUAL)) } else { opening }
    }
}

/// What takes up time on a day.
#[derive(Default)]
struct Taken {
    /// When nobody is free for anything else.
    breaks: Vec<Span>,
    rooms: BTreeMap<RoomId, Vec<Span>>,
}

impl Taken {
    /// Looks at each session of the day once.
    fn on(workbench: &Workbench, day: NaiveDate) -> Self {
        let mut taken = Self::default();
        let held = workbench.index().sessions_on(day).iter().filter_map(|&id| workbench.plan().sessions().get(id));
        for session in held.filter(|session| session.status != Status::Cancelled) {
            let Some(at) = &session.placement else { continue };
            if session.kind == SessionKind::Break {
                taken.breaks.push(at.span());
            } else {
                taken.add(at);
            }
        }
        taken
    }

    fn add(&mut self, at: &Placement) {
        for &room in &at.rooms {
            self.rooms.entry(room).or_default().push(at.span());
        }
    }

    /// The first start from `begin` on at which these rooms are free, and everybody is.
    fn first_free(&self, begin: CivilTime, length: Length, rooms: &[RoomId]) -> CivilTime {
        let in_rooms = rooms.iter().filter_map(|room| self.rooms.get(room)).flatten();
        let spans: Vec<Span> = self.breaks.iter().chain(in_rooms).copied().collect();
        placing::first_free(begin, length.mins(), &spans)
    }

    /// The first start at which any of these rooms is free, and the first such room; none where there is none.
    fn first_room(&self, rooms: &[RoomId], begin: CivilTime, length: Length) -> (CivilTime, Vec<RoomId>) {
        let earliest = self.first_free(begin, length, &[]);
        let mut best: Option<(CivilTime, RoomId)> = None;
        for &room in rooms {
            let start = self.first_free(begin, length, &[room]);
            if best.is_none_or(|(found, _)| start < found) {
                best = Some((start, room));
            }
            if start == earliest {
                break;
            }
        }
        best.map_or((earliest, Vec::new()), |(start, room)| (start, vec![room]))
    }
}

//! Events in one house: what is held at once there takes the same people, rooms and interpreters.

use rustc_hash::FxHashMap;

use crate::model::zone::Tz;
use crate::model::{
    Event, EventFormat, EventId, EventKind, Patch, Room, RoomId, Session, SessionId, Tabled as _, folded,
};

use super::super::rows::Slot;
use super::super::rule::differs;
use super::Facts;

/// Which events are in one house: those of one zone and of one place, or that share a room. Each is named with the one
/// under whose days all of them are judged; an event alone is not named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::check) struct Houses(FxHashMap<EventId, EventId>);

impl Houses {
    /// Of all events; `sessions` with the event and the rooms of each, `is_real` says which rooms join those that share them.
    fn of<'a>(
        events: impl Iterator<Item = &'a Event>,
        sessions: impl Iterator<Item = &'a Session>,
        is_real: impl Fn(RoomId) -> bool,
    ) -> Self {
        let mut events: Vec<&Event> = events.filter(|event| is_held_somewhere(event)).collect();
        // All are judged under the conference, if there is one among them.
        events.sort_unstable_by_key(|event| (event.kind != EventKind::Conference, event.id));
        let mut first_at: FxHashMap<(Tz, String), usize> = FxHashMap::default();
        let mut house: Vec<usize> = Vec::with_capacity(events.len());
        for (at, event) in events.iter().enumerate() {
            let place = folded(event.place.get(crate::model::Language::English).trim());
            house.push(*first_at.entry((event.zone, place)).or_insert(at));
        }
        let apart = |one: usize, other: usize| one != other && events[one].zone == events[other].zone;
        if (0..events.len()).any(|one| house[..one].iter().any(|&other| apart(other, house[one]))) {
            let numbers: FxHashMap<EventId, usize> =
                events.iter().enumerate().map(|(at, event)| (event.id, at)).collect();
            let mut first_in: FxHashMap<(RoomId, Tz), usize> = FxHashMap::default();
            for session in sessions {
                let Some(&event) = numbers.get(&session.event) else { continue };
                for &room in session.rooms().iter().filter(|&&room| is_real(room)) {
                    let other = *first_in.entry((room, events[event].zone)).or_insert(event);
                    let (one, other) = (house[event].min(house[other]), house[event].max(house[other]));
                    if one != other {
                        house.iter_mut().filter(|house| **house == other).for_each(|house| *house = one);
                    }
                }
            }
        }
        let alone = |at: usize| house.iter().filter(|&&other| other == house[at]).count() < 2;
        let shared = (0..events.len()).filter(|&at| !alone(at));
        Self(shared.map(|at| (events[at].id, events[house[at]].id)).collect())
    }
}

/// What has sessions in some place. A holiday or a deadline has none, a virtual meeting no place.
fn is_held_somewhere(event: &Event) -> bool {
    !matches!(event.format, Some(EventFormat::Virtual | EventFormat::Correspondence))
        && !matches!(event.kind, EventKind::Milestone | EventKind::Deadline | EventKind::Holiday)
}

fn joins(room: &Room) -> bool {
    !room.is_virtual && !room.is_shared
}

impl Facts {
    /// The event under whose days the sessions of an event are judged: one for all that are in one house.
    pub fn house(&self, event: Slot<Event>) -> Slot<Event> {
        self.house_of.get(&event).copied().unwrap_or(event)
    }

    /// Finds the houses anew.
    pub(super) fn settle_houses(&mut self) {
        let rooms = &self.rooms;
        self.houses = Houses::of(
            self.events.iter().map(|(_, event)| &**event),
            self.sessions.iter().map(|(_, session)| &**session),
            |room| rooms.named(room).is_some_and(|room| joins(room)),
        );
        let slot = |id: &EventId| self.events.slot(*id);
        self.house_of = self.houses.0.iter().filter_map(|(event, house)| Some((slot(event)?, slot(house)?))).collect();
    }

    /// Whether other events would be in one house after a patch.
    pub fn moves_house(&self, patch: &Patch) -> bool {
        let of_event =
            |event: Option<&Event>| event.map(|event| (event.kind, event.format, event.zone, event.place.clone()));
        let of_session = |session: Option<&Session>| session.map(|session| (session.event, session.rooms().to_vec()));
        let joins_others = |room: Option<&Room>| room.map(joins);
        let may = differs::<Event>(patch, |before, after| of_event(before) != of_event(after))
            || differs::<Session>(patch, |before, after| of_session(before) != of_session(after))
            || differs::<Room>(patch, |before, after| joins_others(before) != joins_others(after));
        if !may {
            return false;
        }
        let changed = Event::of_patch(patch);
        let events =
            self.events.iter().filter(|(_, event)| !changed.contains_key(&event.id)).map(|(_, event)| &**event);
        let events = events.chain(changed.values().filter_map(|change| change.after.as_deref()));
        let moved = Session::of_patch(patch);
        let is_moved = |id: SessionId| !moved.is_empty() && moved.contains_key(&id);
        let sessions = self.sessions.iter().filter(|(_, row)| !is_moved(row.id)).map(|(_, session)| &**session);
        let sessions = sessions.chain(moved.values().filter_map(|change| change.after.as_deref()));
        let rooms = Room::of_patch(patch);
        let is_real = |id: RoomId| match rooms.get(&id) {
            Some(change) => change.after.as_deref().is_some_and(joins),
            None => self.rooms.named(id).is_some_and(|room| joins(room)),
        };
        Houses::of(events, sessions, is_real) != self.houses
    }
}

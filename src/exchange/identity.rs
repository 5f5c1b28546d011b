//! Names of what is handed out that stay the same from export to export and that nothing else on earth has, so that
//! other programs know a session again after it was moved.

use uuid::{Uuid, uuid};

use super::programme::{Entry, Event, Person, Programme, Room, Waiting};
use crate::model::{EventId, PersonId, RoomId, SessionId};

/// The namespace of the names of plans that have no identity, drawn by lot once. Whoever changes it makes every calendar show every session twice.
const NAMESPACE: Uuid = uuid!("f5ca9a25-ffdd-4f03-9743-4102fc7f7a2e");

/// The name of a session: made of what it is called in the plan, not of when and where it is and what it is part of.
#[must_use]
pub fn of_entry(programme: &Programme, entry: &Entry) -> Uuid {
    named(programme.identity, entry.id.as_str())
}

/// The name of a session that waits: the same as when it had its place.
#[must_use]
pub fn of_waiting(programme: &Programme, waiting: &Waiting) -> Uuid {
    named(programme.identity, waiting.id.as_str())
}

/// The name of a session in one of its rooms, for formats in which a session has one room only.
#[must_use]
pub fn of_entry_in(programme: &Programme, entry: &Entry, room: &Room) -> Uuid {
    named(programme.identity, &format!("{}/{}", entry.id, room.id))
}

// An id is never empty and holds no slash, so names that begin with one can not be those of sessions.

/// The name of an event.
#[must_use]
pub fn of_event(programme: &Programme, event: &Event) -> Uuid {
    named(programme.identity, &format!("/event/{}", event.id))
}

/// The name of a room.
#[must_use]
pub fn of_room(programme: &Programme, room: &Room) -> Uuid {
    named(programme.identity, &format!("/room/{}", room.id))
}

/// The name of the room in which sessions are that have none.
#[must_use]
pub fn of_no_room(programme: &Programme) -> Uuid {
    named(programme.identity, "/room/")
}

/// The name of a person.
#[must_use]
pub fn of_person(programme: &Programme, person: &Person) -> Uuid {
    named(programme.identity, &format!("/person/{}", person.id))
}

/// The name of a session of a plan, or of it in one of its rooms where that is not the first one.
#[must_use]
pub fn of_session(plan: Option<Uuid>, session: SessionId, room: Option<RoomId>) -> Uuid {
    match room {
        Some(room) => named(plan, &format!("{session}/{room}")),
        None => named(plan, session.as_str()),
    }
}

/// The name of the event `id` of a plan.
#[must_use]
pub fn of_event_id(plan: Option<Uuid>, id: EventId) -> Uuid {
    named(plan, &format!("/event/{id}"))
}

/// The name of the person `id` of a plan.
#[must_use]
pub fn of_person_id(plan: Option<Uuid>, id: PersonId) -> Uuid {
    named(plan, &format!("/person/{id}"))
}

/// A name made of a text: RFC 9562 §5.5 (version 5). The identity of a plan is the namespace of its names.
fn named(plan: Option<Uuid>, text: &str) -> Uuid {
    Uuid::new_v5(&plan.unwrap_or(NAMESPACE), text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_what_they_are() {
        assert_eq!(named(None, "wtdc/S01").to_string(), "7cee7a00-733b-508c-959a-3dd3e33c2ea5");
        let plan = uuid!("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
        assert_ne!(named(Some(plan), "wtdc/S01"), named(None, "wtdc/S01"));
    }
}

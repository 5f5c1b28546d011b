//! Which rooms a planner would send a session to, and how badly each fits: one idea for every search of this floor.

use std::collections::HashSet;

use crate::model::{EventFormat, Plan, Room, RoomId, Session, SessionKind};

/// The rooms of a plan, as places for sessions.
pub struct Rooms<'a> {
    plan: &'a Plan,
    /// Rooms in which the plan has nothing but breaks and social events: nobody else is sent there.
    hospitality: HashSet<RoomId>,
    /// The most seats that a room has.
    largest: Option<u32>,
}

impl<'a> Rooms<'a> {
    /// Of a plan.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        let largest = plan.rooms().iter().filter_map(|room| room.capacity).max();
        Self { plan, hospitality: hospitality(plan), largest }
    }

    /// Whether a room is one for meetings: not one in which there is nothing but breaks and social events.
    #[must_use]
    pub fn is_for_meetings(&self, room: RoomId) -> bool {
        !self.hospitality.contains(&room)
    }

    /// The rooms that a session can have, with how badly each fits, from 0 on: those it has, or wishes, first; then each other
    /// one alone, what fits best and is most like its own first. What has several rooms keeps them.
    #[must_use]
    pub fn of(&self, session: &Session) -> Vec<(Vec<RoomId>, i64)> {
        let own = session.rooms_or_wished();
        let needs_none = is_hospitality(session.kind);
        if own.is_empty() && needs_none {
            return vec![(Vec::new(), 0)];
        }
        let mut found = if own.is_empty() { Vec::new() } else { vec![(own.to_vec(), 0)] };
        if own.len() > 1 {
            return found;
        }
        let room = own.first().and_then(|&id| self.plan.rooms().get(id));
        let event = self.plan.events().get(session.event);
        let is_virtual = room.map_or_else(
            || event.is_some_and(|event| event.format == Some(EventFormat::Virtual)),
            |room| room.is_virtual,
        );
        let of_its_sort = |other: &Room| needs_none != self.is_for_meetings(other.id);
        // A plan without a restaurant has its receptions in the halls.
        let has_its_sort = !needs_none || self.hospitality.iter().any(|id| own != [*id]);
        let others = self.plan.rooms().iter().filter(|other| {
            other.is_virtual == is_virtual
                && !other.is_shared
                && own != [other.id]
                && (!has_its_sort || of_its_sort(other))
        });
        let mut others: Vec<_> = others.map(|other| (misfit(session, other, self.largest), other)).collect();
        others.sort_by_key(|(misfit, other)| (*misfit, unlike(room.map(|room| &**room), other)));
        found.extend(others.into_iter().map(|(misfit, other)| (vec![other.id], misfit)));
        found
    }
}

/// How little a room is like another: booths count first, then seats.
fn unlike(own: Option<&Room>, other: &Room) -> (i32, i64) {
    let like = |room: &Room| (i32::from(room.booths), room.capacity.map_or(0, i64::from));
    let ((booths, seats), (own_booths, own_seats)) = (like(other), own.map(like).unwrap_or_default());
    ((booths - own_booths).abs(), (seats - own_seats).abs())
}

/// Whether it is no meeting: it is where it is, and rooms that have nothing else are for it.
fn is_hospitality(kind: SessionKind) -> bool {
    matches!(kind, SessionKind::Break | SessionKind::Social | SessionKind::Visit | SessionKind::Service)
}

/// The rooms in which a plan has nothing but that: restaurants, the foyer.
fn hospitality(plan: &Plan) -> HashSet<RoomId> {
    let (mut found, mut met) = (HashSet::new(), HashSet::new());
    for session in plan.sessions().iter() {
        let rooms = session.rooms_or_wished().iter().copied();
        if is_hospitality(session.kind) { found.extend(rooms) } else { met.extend(rooms) }
    }
    found.retain(|room| !met.contains(room));
    found
}

/// How badly a room fits, from 0 on.
fn misfit(session: &Session, room: &Room, largest: Option<u32>) -> i64 {
    use SessionKind::{Ceremony, Dialogue, Plenary, Statements};
    if matches!(session.kind, Plenary | Statements | Dialogue | Ceremony) {
        return if room.capacity == largest { 0 } else { 10 };
    }
    let seats = room.capacity.map_or(0, i64::from);
    match session.expected_attendance.map(i64::from) {
        Some(expected) if seats > 0 && seats < expected => 12,
        Some(expected) if seats > 6 * expected.max(1) => 4,
        Some(expected) if seats > 3 * expected.max(1) => 2,
        Some(_) => 0,
        None if room.capacity == largest && largest.is_some() => 2,
        None if room.booths > 0 && session.languages.len() <= 1 => 1,
        None => 0,
    }
}

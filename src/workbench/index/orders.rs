//! The orders in which rooms, bodies and events stand, wherever they are listed.

use rustc_hash::FxHashMap;

use crate::model::{Body, BodyId, Event, EventId, Patch, Plan, Room, RoomId};

/// Rooms, bodies and events in order. A patch that does not change an order costs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Orders {
    rooms: Vec<RoomId>,
    room_places: FxHashMap<RoomId, usize>,
    bodies: Vec<(BodyId, usize)>,
    events: Vec<EventId>,
}

/// No body is listed deeper than this; what belongs to it stands beside it.
const DEEPEST: usize = 6;

impl Orders {
    pub fn new(plan: &Plan) -> Self {
        let mut orders = Self { bodies: bodies(plan), events: events(plan), ..Self::default() };
        orders.sort_rooms(plan);
        orders
    }

    pub fn follow(&mut self, plan: &Plan, patch: &Patch) {
        if patch.changes::<Room>().any(|(_, change)| change.differs(|room| room.order)) {
            self.sort_rooms(plan);
        }
        if patch.changes::<Body>().any(|(_, change)| change.differs(|body| (body.kind, body.parent))) {
            self.bodies = bodies(plan);
        }
        if patch.changes::<Event>().any(|(_, change)| change.differs(|event| event.dates.span().start)) {
            self.events = events(plan);
        }
    }

    pub fn rooms(&self) -> &[RoomId] {
        &self.rooms
    }

    pub fn room_place(&self, room: RoomId) -> Option<usize> {
        self.room_places.get(&room).copied()
    }

    pub fn bodies(&self) -> &[(BodyId, usize)] {
        &self.bodies
    }

    pub fn events(&self) -> &[EventId] {
        &self.events
    }

    fn sort_rooms(&mut self, plan: &Plan) {
        let mut rooms: Vec<(i32, RoomId)> = plan.rooms().iter().map(|room| (room.order, room.id)).collect();
        rooms.sort_unstable();
        self.rooms = rooms.into_iter().map(|(_, id)| id).collect();
        self.room_places = self.rooms.iter().enumerate().map(|(place, &id)| (id, place)).collect();
    }
}

fn events(plan: &Plan) -> Vec<EventId> {
    let mut events: Vec<_> = plan.events().iter().map(|event| (event.dates.span().start, event.id)).collect();
    events.sort_unstable();
    events.into_iter().map(|(_, id)| id).collect()
}

fn bodies(plan: &Plan) -> Vec<(BodyId, usize)> {
    let mut sorted: Vec<&Body> = plan.bodies().iter().map(|body| &**body).collect();
    sorted.sort_by_key(|body| (body.kind, body.id));
    let mut groups: FxHashMap<BodyId, Vec<BodyId>> = FxHashMap::default();
    for body in &sorted {
        if let Some(parent) = body.parent {
            groups.entry(parent).or_default().push(body.id);
        }
    }
    let mut listed = Vec::with_capacity(sorted.len());
    let mut list = |first: BodyId, groups: &mut FxHashMap<BodyId, Vec<BodyId>>| {
        let mut todo = vec![(first, 0)];
        while let Some((id, depth)) = todo.pop() {
            listed.push((id, depth));
            let below = (depth + 1).min(DEEPEST);
            todo.extend(groups.remove(&id).into_iter().flatten().rev().map(|group| (group, below)));
        }
    };
    for body in sorted.iter().filter(|body| body.parent.is_none()) {
        list(body.id, &mut groups);
    }
    // Bodies that belong to each other in a circle have no beginning: they begin with the first of them.
    for parent in sorted.iter().filter_map(|body| body.parent) {
        for group in groups.remove(&parent).into_iter().flatten() {
            list(group, &mut groups);
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::zone::Tz;
    use crate::model::{BodyKind, Header};

    /// Bodies named by single letters, each with the body it belongs to.
    #[track_caller]
    fn check(all: &[(&str, Option<&str>)], expected: &str) {
        let mut plan = Plan::new(Header::in_zone(Tz::UTC));
        let mut patch = Patch::default();
        for &(name, parent) in all {
            let body = Body {
                parent: parent.map(|parent| parent.parse().unwrap()),
                ..Body::new(name.parse().unwrap(), BodyKind::Committee)
            };
            patch.put(&plan, body);
        }
        plan.apply(&patch).unwrap();
        let found: Vec<String> = bodies(&plan).into_iter().map(|(id, depth)| format!("{id}{depth}")).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn groups_follow_what_they_belong_to() {
        check(&[("a", None), ("b", Some("d")), ("c", Some("a")), ("d", None), ("e", Some("c"))], "a0 c1 e2 d0 b1");
    }

    #[test]
    fn bodies_in_a_circle_and_those_below_are_listed_once() {
        check(&[("a", Some("b")), ("b", Some("a")), ("c", Some("a")), ("d", Some("d")), ("e", None)], "e0 a0 b1 c1 d0");
    }

    #[test]
    fn a_long_chain_stops_moving_to_the_right() {
        let names: Vec<String> = (0..9).map(|n| format!("x{n}")).collect();
        let all: Vec<_> = (0..9).map(|n| (names[n].as_str(), n.checked_sub(1).map(|p| names[p].as_str()))).collect();
        check(&all, "x00 x11 x22 x33 x44 x55 x66 x76 x86");
    }
}

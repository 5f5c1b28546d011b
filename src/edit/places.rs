//! Another place for events that move: city and zone, days off there, and for each room of the old place one of the new one.
//!
//! It is a part of moving dates, so that a change of host is one step. What is held
//! elsewhere, such as a virtual meeting, keeps place and zone although it moves along.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Refusal;
use super::free_ids::FreeIds;
use super::zones::placed;
use crate::model::zone::{self, Tz};
use crate::model::{
    Event, EventDates, EventFormat, EventId, EventKind, Header, LocalText, Patch, Plan, Room, RoomId, Session,
    SessionId, Wish, folded,
};

/// Where events are held from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlace {
    /// City and country.
    pub place: LocalText,
    /// The clock there.
    pub zone: Tz,
    /// Whether sessions stay at their instants and are written on the new clock; else times stay as they are written.
    pub keeps_instants: bool,
    /// The house: where new rooms are.
    pub house: String,
    /// What becomes of rooms; those that are not named stay.
    pub rooms: BTreeMap<RoomId, NewRoom>,
    /// Days on which nobody works there, besides those that the plan knows.
    pub days_off: BTreeSet<NaiveDate>,
    /// What these are called.
    pub day_off: LocalText,
}

/// What stands in for a room of the old place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewRoom {
    /// A room of the plan.
    Known(RoomId),
    /// A new one, of which nothing is known but its name.
    New(String),
    /// None: sessions lose it.
    None,
}

impl NewPlace {
    /// The place where an event is now.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        Self {
            place: event.place.clone(),
            zone: event.zone,
            keeps_instants: false,
            house: String::new(),
            rooms: BTreeMap::new(),
            days_off: BTreeSet::new(),
            day_off: LocalText::default(),
        }
    }

    /// Whether it changes anything about an event that is there.
    #[must_use]
    pub fn changes(&self, event: &Event) -> bool {
        let is_same = |(&id, to): (&RoomId, &NewRoom)| *to == NewRoom::Known(id);
        (&self.place, self.zone) != (&event.place, event.zone)
            || !self.rooms.iter().all(is_same)
            || !self.days_off.is_empty()
    }
}

/// The events among those that move which are held where the first one is: in the same city, or on the same clock where no city is
/// named. Virtual meetings are held nowhere.
#[must_use]
pub fn held_there(plan: &Plan, (event, events): (EventId, &BTreeSet<EventId>)) -> BTreeSet<EventId> {
    let Some(main) = plan.events().get(event) else { return BTreeSet::new() };
    let is_there = |event: &Event| {
        event.id == main.id
            || event.zone == main.zone
                && event.format != Some(EventFormat::Virtual)
                && main.format != Some(EventFormat::Virtual)
                && (event.place == main.place || event.place.is_empty() && event.kind != EventKind::Holiday)
    };
    events.iter().filter_map(|&id| plan.events().get(id)).filter(|event| is_there(event)).map(|row| row.id).collect()
}

/// The rooms of sessions of some events, the first ones first.
#[must_use]
pub fn rooms_of(plan: &Plan, events: &BTreeSet<EventId>) -> Vec<RoomId> {
    let of = plan.sessions().iter().filter(|row| events.contains(&row.event));
    let ids: BTreeSet<RoomId> = of.flat_map(|row| row.rooms_or_wished().iter().copied()).collect();
    let mut rooms: Vec<&Room> = ids.into_iter().filter_map(|id| plan.rooms().get(id)).map(|room| &**room).collect();
    rooms.sort_by_key(|room| (room.order, room.id));
    rooms.into_iter().map(|room| room.id).collect()
}

/// For each room one of another house: of the same name, else the smallest that has as many seats and stands in for none yet.
#[must_use]
pub fn matched(plan: &Plan, rooms: &[RoomId], house: &str) -> BTreeMap<RoomId, NewRoom> {
    let wanted = folded(house);
    let there: Vec<&Room> =
        plan.rooms().iter().map(|room| &**room).filter(|room| folded(&room.place) == wanted).collect();
    let mut found: BTreeMap<RoomId, NewRoom> = BTreeMap::new();
    let mut taken: BTreeSet<RoomId> = BTreeSet::new();
    let old: Vec<&Room> = rooms.iter().filter_map(|&id| plan.rooms().get(id)).map(|room| &**room).collect();
    let is_elsewhere = |room: &&&Room| folded(&room.place) != wanted;
    let names = |room: &Room| -> Vec<String> { room.title.iter().map(|(_, title)| folded(title)).collect() };
    for room in old.iter().filter(is_elsewhere) {
        let like = there.iter().find(|other| names(other).iter().any(|name| names(room).contains(name)));
        if let Some(other) = like.filter(|other| taken.insert(other.id)) {
            found.insert(room.id, NewRoom::Known(other.id));
        }
    }
    // The largest is looked for first, so that none takes its place.
    let mut rest: Vec<&&Room> = old.iter().filter(is_elsewhere).filter(|room| !found.contains_key(&room.id)).collect();
    rest.sort_by_key(|room| (std::cmp::Reverse(room.capacity), room.order, room.id));
    for room in rest {
        let holds = |other: &&&Room| !taken.contains(&other.id) && other.capacity >= room.capacity;
        if let Some(other) = there.iter().filter(holds).min_by_key(|other| (other.capacity, other.order, other.id)) {
            taken.insert(other.id);
            found.insert(room.id, NewRoom::Known(other.id));
        }
    }
    found
}

/// What goes to another place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Going<'a> {
    /// The event that goes there, and what moves with it.
    pub events: (EventId, &'a BTreeSet<EventId>),
    /// Sessions that go although they keep their places.
    pub pinned: &'a BTreeSet<SessionId>,
    /// Where to.
    pub to: &'a NewPlace,
}

/// Puts what moves into the new place; the patch has it on its new days.
pub(super) fn put_there(plan: &Plan, going: Going<'_>, patch: &mut Patch) -> Result<(), Refusal> {
    let ((main, _), to) = (going.events, going.to);
    let old = plan.events().get(main).ok_or(Refusal::Missing(main.into()))?;
    let events = held_there(plan, going.events);
    let rooms = new_rooms(plan, to, patch)?;
    for &id in &events {
        let Some(event) = patch.after(plan, id) else { continue };
        let place = if event.place == old.place { to.place.clone() } else { event.place.clone() };
        let event = Event { place, zone: to.zone, ..Event::clone(event) };
        patch.put(plan, event);
    }
    let is_held = |list: &[RoomId]| -> Vec<RoomId> {
        let mut found: Vec<RoomId> = Vec::new();
        for room in list.iter().filter_map(|&id| rooms.get(&id).copied().unwrap_or(Some(id))) {
            if !found.contains(&room) {
                found.push(room);
            }
        }
        found
    };
    for session in plan.sessions().iter().filter(|session| events.contains(&session.event)) {
        if session.placement.is_some() && session.keeps_place() && !going.pinned.contains(&session.id) {
            continue;
        }
        let Some(moved) = patch.after(plan, session.id) else { continue };
        let mut moved = Session::clone(moved);
        if let Some(at) = &mut moved.placement {
            if to.keeps_instants {
                *at = placed(at, |time| zone::convert(time, old.zone, to.zone));
            }
            at.rooms = is_held(&at.rooms);
        }
        moved.wish = Wish { rooms: is_held(&moved.wish.rooms), ..moved.wish };
        patch.put(plan, moved);
    }
    put_days_off(plan, to, patch);
    let is_main = plan.main_event().is_some_and(|event| event.id == main);
    if is_main && plan.header().zone == old.zone {
        patch.put_header(plan, Header { zone: to.zone, ..Header::clone(plan.header()) });
    }
    Ok(())
}

/// What stands in for each room; new ones are made.
fn new_rooms(plan: &Plan, to: &NewPlace, patch: &mut Patch) -> Result<BTreeMap<RoomId, Option<RoomId>>, Refusal> {
    let mut free = FreeIds::new(plan.rooms(), "room-");
    let mut made: BTreeMap<&str, RoomId> = BTreeMap::new();
    let mut rooms = BTreeMap::new();
    for (&old, new) in &to.rooms {
        let id = match new {
            NewRoom::None => None,
            NewRoom::Known(id) if plan.rooms().contains(*id) => Some(*id),
            NewRoom::Known(id) => return Err(Refusal::Missing((*id).into())),
            // One name is one room.
            NewRoom::New(name) => Some(*made.entry(name.as_str()).or_insert_with(|| {
                let order = plan.rooms().get(old).map_or(0, |room| room.order);
                let title = LocalText::one(plan.header().language, name);
                let room = Room { place: to.house.clone(), order, ..Room::new(free.give(), title) };
                let id = room.id;
                patch.put(plan, room);
                id
            })),
        };
        rooms.insert(old, id);
    }
    Ok(rooms)
}

/// Days off that the plan does not know on that clock yet.
fn put_days_off(plan: &Plan, to: &NewPlace, patch: &mut Patch) {
    let mut free = FreeIds::new(plan.events(), "holiday-");
    for &day in &to.days_off {
        let dates = EventDates::day(day);
        let is_known = |event: &Event| {
            event.kind == EventKind::Holiday && event.zone == to.zone && event.dates.span().overlaps(dates.span())
        };
        if !plan.events().iter().any(|event| is_known(event)) {
            let event = Event::new(free.give(), EventKind::Holiday, dates, to.zone);
            patch.put(plan, Event { title: to.day_off.clone(), ..event });
        }
    }
}

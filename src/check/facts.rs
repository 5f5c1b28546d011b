//! Who and what is taken when: rows by number, and sessions sorted by room, body, person and day. They follow patches.
//!
//! Each list is sorted by time, so that neighbours are found by bisection. Overlaps of rooms, bodies and people are
//! judged on one clock (UTC), because their sessions may lie in events of different zones; days are days of an event.

use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::model::bureaus::is_elected;
use crate::model::roster::turn;
use crate::model::zone::{self, Tz};
use crate::model::{
    AgendaItem, Body, BodyKind, CivilTime, Delegate, Document, Event, EventKind, OfficeRole, OwnRank, Person, Plan,
    Post, Role, Room, RoomRequest, Session, SessionKind, Span, Statement, Status, Team, Topic,
};

use super::rows::{Each, Rows, Slot};
use super::track::{Busy, Track};

mod houses;
mod seating;

/// Minutes of a day without a clock change.
pub(super) const DAY: i32 = crate::model::DAY_MINS;

/// A session that is placed and will take place, with its time on both clocks.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The row.
    pub session: Arc<Session>,
    /// Its number.
    pub slot: Slot<Session>,
    /// The event it belongs to.
    pub event: Slot<Event>,
    /// On the clock of its event.
    pub span: Span,
    /// Minutes since 1970 on the clock of UTC: start, and the minute after the last.
    pub utc: (i32, i32),
    /// What sort of session it is. This and what follows stands in the row too, and is what rules ask of each: rows lie
    /// far apart.
    pub kind: SessionKind,
    /// In how many languages it is held.
    pub languages: u8,
    /// How many people are expected.
    pub expected: Option<u32>,
    /// Whether it deals with documents.
    pub has_documents: bool,
    /// Whether it comes after others.
    pub has_order: bool,
}

impl Entry {
    /// As it stands in lists on the clock of UTC.
    pub fn busy_utc(&self) -> Busy {
        self.busy(self.utc)
    }

    /// As it stands in lists on the clock of its event.
    pub fn busy_local(&self) -> Busy {
        self.busy((self.span.start.minutes(), self.span.end.minutes()))
    }

    fn busy(&self, (start, end): (i32, i32)) -> Busy {
        Busy { start, end, slot: self.slot, kind: self.kind, languages: self.languages }
    }

    /// The days it touches, counted from 1970.
    pub fn days(&self) -> std::ops::RangeInclusive<i32> {
        self.span.start.minutes().div_euclid(DAY)..=(self.span.end.minutes() - 1).div_euclid(DAY)
    }
}

/// What a session takes, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// Its rooms.
    pub rooms: Vec<Slot<Room>>,
    /// Its bodies.
    pub bodies: Vec<Slot<Body>>,
    /// Who must be there: whoever has a part in it, and the chairs and secretaries of its bodies.
    pub people: Vec<Slot<Person>>,
    /// The teams that interpret it, in the order in which they take over from one another.
    pub teams: Vec<Slot<Team>>,
}

/// Everything the rules look up.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub events: Rows<Event>,
    pub bodies: Rows<Body>,
    pub rooms: Rows<Room>,
    pub people: Rows<Person>,
    pub topics: Rows<Topic>,
    pub documents: Rows<Document>,
    pub statements: Rows<Statement>,
    pub items: Rows<AgendaItem>,
    pub posts: Rows<Post>,
    pub teams: Rows<Team>,
    pub requests: Rows<RoomRequest>,
    pub delegates: Rows<Delegate>,
    pub ranks: Rows<OwnRank>,
    pub sessions: Rows<Session>,
    entries: Each<Session, Option<Entry>>,
    in_rooms: Each<Room, Track>,
    of_bodies: Each<Body, Track>,
    of_people: Each<Person, Track>,
    of_teams: Each<Team, Track>,
    /// By the event of their house.
    days: FxHashMap<(Slot<Event>, i32), Track>,
    houses: houses::Houses,
    house_of: FxHashMap<Slot<Event>, Slot<Event>>,
    /// Sessions by what they refer to, placed or not, in no order.
    of_events: Each<Event, Vec<Slot<Session>>>,
    of_documents: Each<Document, Vec<Slot<Session>>>,
    of_topics: Each<Topic, Vec<Slot<Session>>>,
    after: FxHashMap<Slot<Session>, Vec<Slot<Session>>>,
    /// Posts by their body, in the order of ids.
    posts_of: Each<Body, Vec<Slot<Post>>>,
    /// By `BodyKind as usize` and `EventKind as usize`, in the order of ids.
    bodies_by_kind: Vec<Vec<Slot<Body>>>,
    events_by_kind: Vec<Vec<Slot<Event>>>,
    offsets: RefCell<FxHashMap<(Tz, i32), Option<i32>>>,
}

impl Facts {
    /// Sorts everything in `plan`.
    pub fn new(plan: &Plan) -> Self {
        let mut facts = Self {
            events: Rows::new(plan.events()),
            bodies: Rows::new(plan.bodies()),
            rooms: Rows::new(plan.rooms()),
            people: Rows::new(plan.people()),
            topics: Rows::new(plan.topics()),
            documents: Rows::new(plan.documents()),
            statements: Rows::new(plan.statements()),
            items: Rows::new(plan.items()),
            posts: Rows::new(plan.posts()),
            teams: Rows::new(plan.teams()),
            requests: Rows::new(plan.requests()),
            delegates: Rows::new(plan.delegates()),
            ranks: Rows::new(plan.ranks()),
            sessions: Rows::new(plan.sessions()),
            bodies_by_kind: vec![Vec::new(); BodyKind::ALL.len()],
            events_by_kind: vec![Vec::new(); EventKind::ALL.len()],
            ..Self::default()
        };
        for (slot, event) in facts.events.iter() {
            facts.events_by_kind[event.kind as usize].push(slot);
        }
        for (slot, body) in facts.bodies.iter() {
            facts.bodies_by_kind[body.kind as usize].push(slot);
        }
        for (slot, post) in facts.posts.iter() {
            if let Some(body) = facts.bodies.slot(post.body) {
                facts.posts_of.at(body).push(slot);
            }
        }
        facts.seat_all();
        facts
    }

    /// Sorts all sessions: numbers are in the order of ids.
    fn seat_all(&mut self) {
        self.settle_houses();
        let count = self.sessions.len();
        let mut entries = Each::with_len(count);
        let mut of_events: Each<Event, Vec<Slot<Session>>> = Each::default();
        let mut of_documents: Each<Document, Vec<Slot<Session>>> = Each::default();
        let mut of_topics: Each<Topic, Vec<Slot<Session>>> = Each::default();
        let mut after: FxHashMap<Slot<Session>, Vec<Slot<Session>>> = FxHashMap::default();
        let (mut rooms, mut bodies) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let (mut people, mut teams) = (Vec::with_capacity(count), Vec::new());
        let mut days: FxHashMap<(Slot<Event>, i32), Track> = FxHashMap::default();
        let (mut parts, mut event) = (Parts::default(), None);
        for (slot, session) in self.sessions.iter() {
            // Most belong to the event of the one before.
            if event.is_none_or(|(id, _)| id != session.event) {
                event = self.events.slot(session.event).map(|event| (session.event, event));
            }
            let event = event.map(|(_, event)| event);
            if let Some(event) = event {
                of_events.at(event).push(slot);
            }
            self.documents_of(session).for_each(|document| of_documents.at(document).push(slot));
            self.topics_of(session).for_each(|topic| of_topics.at(topic).push(slot));
            self.before(session).for_each(|before| after.entry(before).or_default().push(slot));
            let Some(entry) = self.entry_of(slot, session, event) else { continue };
            self.parts(session, &mut parts);
            let busy = entry.busy_utc();
            rooms.extend(parts.rooms.iter().map(|&room| (room, busy)));
            bodies.extend(parts.bodies.iter().map(|&body| (body, busy)));
            people.extend(parts.people.iter().map(|&person| (person, busy)));
            teams.extend(turns(&parts.teams, busy));
            for day in entry.days() {
                days.entry((self.house(entry.event), day)).or_default().push(entry.busy_local());
            }
            *entries.at(slot) = Some(entry);
        }
        days.values_mut().for_each(Track::sort);
        (self.entries, self.days, self.after) = (entries, days, after);
        (self.of_events, self.of_documents, self.of_topics) = (of_events, of_documents, of_topics);
        self.in_rooms = Track::each(self.rooms.slots(), &rooms);
        self.of_bodies = Track::each(self.bodies.slots(), &bodies);
        self.of_people = Track::each(self.people.slots(), &people);
        self.of_teams = Track::each(self.teams.slots(), &teams);
    }

    /// A placed session.
    pub fn entry(&self, slot: Slot<Session>) -> Option<&Entry> {
        self.entries.get(slot)?.as_ref()
    }

    /// The sessions in a room.
    pub fn in_room(&self, room: Slot<Room>) -> Option<&Track> {
        self.in_rooms.get(room)
    }

    /// The sessions of a body.
    pub fn of_body(&self, body: Slot<Body>) -> Option<&Track> {
        self.of_bodies.get(body)
    }

    /// The sessions of a person.
    pub fn of_person(&self, person: Slot<Person>) -> Option<&Track> {
        self.of_people.get(person)
    }

    /// What a team interprets, each for the time of its turn.
    pub fn of_team(&self, team: Slot<Team>) -> Option<&Track> {
        self.of_teams.get(team)
    }

    /// The sessions of a day of an event, and of all others in its house.
    pub fn on_day(&self, event: Slot<Event>, day: i32) -> Option<&Track> {
        self.days.get(&(self.house(event), day))
    }

    /// The days on which there are sessions, or were, each with the event of its house.
    pub fn days(&self) -> impl Iterator<Item = (Slot<Event>, i32)> {
        self.days.keys().copied()
    }

    /// The days of an event, and of all others in its house, that have sessions and touch `from..to` on its clock.
    pub fn days_of(&self, event: Slot<Event>, from: i32, to: i32) -> impl Iterator<Item = &Track> {
        (from.div_euclid(DAY)..=to.div_euclid(DAY)).filter_map(move |day| self.on_day(event, day))
    }

    /// The sessions of an event, placed or not.
    pub fn of_event(&self, event: Slot<Event>) -> &[Slot<Session>] {
        self.of_events.get(event).map_or(&[], Vec::as_slice)
    }

    /// The sessions that deal with a document.
    pub fn of_document(&self, document: Slot<Document>) -> &[Slot<Session>] {
        self.of_documents.get(document).map_or(&[], Vec::as_slice)
    }

    /// The sessions that cover a topic.
    pub fn of_topic(&self, topic: Slot<Topic>) -> &[Slot<Session>] {
        self.of_topics.get(topic).map_or(&[], Vec::as_slice)
    }

    /// The sessions that come after this one.
    pub fn followers(&self, session: Slot<Session>) -> &[Slot<Session>] {
        self.after.get(&session).map_or(&[], Vec::as_slice)
    }

    /// The posts of a body, in no order.
    pub fn posts_of(&self, body: Slot<Body>) -> impl Iterator<Item = &Post> {
        let slots = self.posts_of.get(body).into_iter().flatten();
        slots.filter_map(|&slot| Some(&**self.posts.get(slot)?))
    }

    /// The posts without whose holders a body can not meet: its chairs and secretaries, and those of the chairs whom a steering
    /// committee brings together.
    fn needed(&self, body: Slot<Body>) -> impl Iterator<Item = &Post> {
        let is_steering = self.bodies.get(body).is_some_and(|body| body.kind == BodyKind::SteeringCommittee);
        let brought = is_steering.then(|| self.bodies.iter().filter(|(_, body)| self.is_elected(body)));
        let brought = brought.into_iter().flatten().flat_map(|(slot, _)| self.posts_of(slot));
        let own = self.posts_of(body).filter(|one| matches!(one.role, OfficeRole::Chair | OfficeRole::Secretary));
        own.chain(brought.filter(|one| one.role == OfficeRole::Chair))
    }

    fn is_elected(&self, body: &Body) -> bool {
        is_elected(body, || body.parent.and_then(|id| self.bodies.named(id)).map(|body| &**body))
    }

    /// The bodies of a kind, in the order of ids.
    pub fn bodies_of(&self, kind: BodyKind) -> impl Iterator<Item = (Slot<Body>, &Body)> {
        let slots = self.bodies_by_kind.get(kind as usize).into_iter().flatten();
        slots.filter_map(|&slot| Some((slot, &**self.bodies.get(slot)?)))
    }

    /// The events of a kind, in the order of ids.
    pub fn events_of(&self, kind: EventKind) -> impl Iterator<Item = (Slot<Event>, &Event)> {
        let slots = self.events_by_kind.get(kind as usize).into_iter().flatten();
        slots.filter_map(|&slot| Some((slot, &**self.events.get(slot)?)))
    }

    /// Fills in what a session takes.
    pub fn parts(&self, session: &Session, parts: &mut Parts) {
        parts.rooms.clear();
        parts.rooms.extend(session.rooms().iter().filter_map(|&room| self.rooms.slot(room)));
        parts.bodies.clear();
        parts.people.clear();
        parts.teams.clear();
        if session.languages.len() > 1 {
            parts.teams.extend(session.teams.iter().filter_map(|&team| self.teams.slot(team)));
        }
        // What takes place only if required keeps its rooms and its interpreters, and nobody's time.
        if session.status == Status::Reserve {
            return;
        }
        parts.bodies.extend(session.bodies.iter().filter_map(|&body| self.bodies.slot(body)));
        let own = session.people.iter().filter(|part| part.role != Role::ViceChair);
        parts.people.extend(own.filter_map(|part| self.people.slot(part.person)));
        let has_acting = session.people.iter().any(|part| part.role == Role::ActingChair);
        for body in &parts.bodies {
            // Of several bodies that meet together the first one leads.
            let replaced = has_acting.then(|| session.bodies.first().copied()).flatten();
            let needed = self.needed(*body);
            let needed = needed.filter(|post| Some(post.body) != replaced || post.role != OfficeRole::Chair);
            parts.people.extend(needed.filter_map(|post| self.people.slot(post.person?)));
        }
        once(&mut parts.bodies);
        once(&mut parts.people);
    }

    /// Minutes on the clock of UTC.
    pub fn utc(&self, local: CivilTime, zone: Tz) -> i32 {
        let minutes = local.minutes();
        minutes - self.offset(zone, minutes).unwrap_or_else(|| zone::offset_mins(local, zone))
    }

    /// Minutes on the clock of `zone`.
    pub fn local(&self, utc: i32, zone: Tz) -> i32 {
        // Clocks differ by less than a day, and the offset of a day is the offset of all of it, or not known.
        match self.offset(zone, utc) {
            Some(offset) => utc + offset,
            None => match chrono::DateTime::from_timestamp(i64::from(utc) * 60, 0) {
                Some(instant) => zone::civil(instant, zone).minutes(),
                None => utc,
            },
        }
    }

    /// Whether the clocks of a zone do not change around a span.
    pub fn is_even(&self, zone: Tz, span: Span) -> bool {
        self.offset(zone, span.start.minutes()).is_some() && self.offset(zone, span.end.minutes()).is_some()
    }

    /// Whether the clocks of a zone do not change from some minute to another on them, with a day before and after.
    pub fn is_constant(&self, zone: Tz, from: i32, to: i32) -> bool {
        let offset = self.offset(zone, from);
        offset.is_some() && offset == self.offset(zone, to)
    }

    /// The offset of a zone from UTC, where it stays the same on all days from some minute to another.
    pub fn constant_offset(&self, zone: Tz, from: i32, to: i32) -> Option<i32> {
        let first = self.offset(zone, from)?;
        let days = from.div_euclid(DAY)..=to.div_euclid(DAY);
        days.into_iter().all(|day| self.offset(zone, day * DAY) == Some(first)).then_some(first)
    }

    /// The offset of a zone from UTC where it is the same from the day before to the day after.
    fn offset(&self, zone: Tz, minutes: i32) -> Option<i32> {
        let day = minutes.div_euclid(DAY);
        let mut offsets = self.offsets.borrow_mut();
        *offsets.entry((zone, day)).or_insert_with(|| {
            let at = |day: i32| zone::offset_mins(CivilTime::from_minutes(i64::from(day) * i64::from(DAY)), zone);
            let (before, after) = (at(day - 1), at(day + 2));
            (before == after && at(day) == before && at(day + 1) == before).then_some(before)
        })
    }

    /// What a session stands for when it is placed and will take place.
    fn entry_of(&self, slot: Slot<Session>, session: &Arc<Session>, event: Option<Slot<Event>>) -> Option<Entry> {
        if session.status == Status::Cancelled {
            return None;
        }
        let (span, event) = (session.span()?, event?);
        let zone = self.events.get(event)?.zone;
        let utc = (self.utc(span.start, zone), self.utc(span.end, zone));
        Some(Entry {
            session: Arc::clone(session),
            slot,
            event,
            span,
            // Clocks put back inside a session must not turn it around.
            utc: (utc.0, utc.1.max(utc.0 + 1)),
            // Whom nobody may need to attend is in nobody's way.
            kind: if session.status == Status::Reserve { SessionKind::Other } else { session.kind },
            languages: u8::try_from(session.languages.len()).unwrap_or(u8::MAX),
            expected: session.expected_attendance,
            has_documents: !session.documents.is_empty(),
            has_order: !session.after.is_empty(),
        })
    }

    fn documents_of(&self, session: &Session) -> impl Iterator<Item = Slot<Document>> {
        session.documents.iter().filter_map(|&id| self.documents.slot(id))
    }

    fn topics_of(&self, session: &Session) -> impl Iterator<Item = Slot<Topic>> {
        session.topics.iter().filter_map(|&id| self.topics.slot(id))
    }

    /// The sessions that a session comes after.
    fn before(&self, session: &Session) -> impl Iterator<Item = Slot<Session>> {
        session.after.iter().filter_map(|&id| self.sessions.slot(id))
    }
}

/// The turns of teams in a session.
fn turns(teams: &[Slot<Team>], busy: Busy) -> impl Iterator<Item = (Slot<Team>, Busy)> {
    teams.iter().enumerate().map(move |(at, &team)| {
        let (start, end) = turn((busy.start, busy.end), at, teams.len());
        (team, Busy { start, end, ..busy })
    })
}

/// Leaves each out but once, in order.
fn once<T: Ord>(list: &mut Vec<T>) {
    if list.len() > 1 {
        list.sort_unstable();
        list.dedup();
    }
}

/// The Monday of the week a day lies in; 1 January 1970 was a Thursday.
pub(super) fn monday_of(day: i32) -> i32 {
    day - (day + 3).rem_euclid(7)
}

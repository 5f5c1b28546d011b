//! Who and what is taken when: sessions sorted by room, body, person and day, kept up to date step by step.
//!
//! Each list is sorted by time, so that neighbours are found by bisection. Overlaps of rooms, bodies and people are
//! judged on one clock (UTC), because their sessions may lie in events of different zones; days are days of an event.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::model::zone::{self, Tz};
use crate::model::{
    BodyId, BodyKind, CivilTime, DocumentId, EventId, OfficeRole, PersonId, Plan, Role, RoomId, Session, SessionId,
    SessionKind, Span, Status,
};

/// Minutes of a day without a clock change.
pub(super) const DAY: i32 = 24 * 60;

/// A session that is placed and will take place, with its time on both clocks.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The row.
    pub session: Arc<Session>,
    /// On the clock of its event.
    pub span: Span,
    /// Minutes since 1970 on the clock of UTC: start, and the minute after the last.
    pub utc: (i32, i32),
}

impl Entry {
    /// Its name.
    pub fn id(&self) -> SessionId {
        self.session.id
    }
}

/// One session in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Busy {
    /// The first minute: UTC in lists of rooms, bodies and people; the event's clock in lists of days.
    pub start: i32,
    /// The minute after the last.
    pub end: i32,
    /// Which.
    pub id: SessionId,
    /// What sort of session it is.
    pub kind: SessionKind,
    /// In how many languages it is held.
    pub languages: u8,
}

/// Sessions in the order of their starts.
#[derive(Clone, Debug, Default)]
pub(super) struct Track {
    busy: Vec<Busy>,
    /// No session in it is longer. Grows only: it bounds where to begin to look.
    longest: i32,
}

impl Track {
    /// All of them.
    pub fn all(&self) -> &[Busy] {
        &self.busy
    }

    /// Those that may share a minute with `from..to`: begin to look here, and test each.
    pub fn near(&self, from: i32, to: i32) -> impl Iterator<Item = &Busy> {
        let first = self.busy.partition_point(|busy| busy.start.saturating_add(self.longest) <= from);
        self.busy[first..].iter().take_while(move |busy| busy.start < to).filter(move |busy| busy.end > from)
    }

    fn insert(&mut self, busy: Busy) {
        let at = self.busy.partition_point(|other| *other < busy);
        self.busy.insert(at, busy);
        self.longest = self.longest.max(busy.end - busy.start);
    }

    fn remove(&mut self, busy: Busy) {
        if let Ok(at) = self.busy.binary_search(&busy) {
            self.busy.remove(at);
        }
    }

    fn sort(&mut self) {
        self.busy.sort_unstable();
    }

    fn push(&mut self, busy: Busy) {
        self.busy.push(busy);
        self.longest = self.longest.max(busy.end - busy.start);
    }
}

/// Something that is judged by itself, so that only what a change touches is judged again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Subject {
    /// One session, placed or not.
    Session(SessionId),
    /// What happens in a room.
    Room(RoomId),
    /// The sessions of a body.
    Body(BodyId),
    /// The sessions of a person.
    Person(PersonId),
    /// A day of an event, counted from 1970.
    Day(EventId, i32),
    /// A week of an event, Monday to Sunday, by its Monday.
    Week(EventId, i32),
    /// The plan as a whole, as the rule of this number sees it.
    Plan(u16),
}

/// Everything the rules look up about sessions. Other rows they read from the plan.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    entries: FxHashMap<SessionId, Entry>,
    /// The rows, also of sessions that wait or are cancelled.
    rows: BTreeMap<SessionId, Arc<Session>>,
    pub rooms: FxHashMap<RoomId, Track>,
    pub bodies: FxHashMap<BodyId, Track>,
    pub people: FxHashMap<PersonId, Track>,
    pub days: FxHashMap<(EventId, i32), Track>,
    followers: FxHashMap<SessionId, Vec<SessionId>>,
    documents: FxHashMap<DocumentId, u32>,
    /// Who a body can not meet without.
    needed: FxHashMap<BodyId, Vec<PersonId>>,
    /// The groups of the advisory group.
    pub groups: Vec<BodyId>,
    /// The zones of events.
    zones: FxHashMap<EventId, Tz>,
    offsets: RefCell<FxHashMap<(Tz, i32), Option<i32>>>,
}

impl Facts {
    /// Sorts every session of `plan`.
    pub fn new(plan: &Plan) -> Self {
        let mut facts = Self::default();
        facts.entries.reserve(plan.sessions().len());
        let groups = plan.bodies().iter().filter(|body| body.kind == BodyKind::AdvisoryGroup);
        facts.groups = groups.map(|body| body.id).collect();
        facts.zones = plan.events().iter().map(|event| (event.id, event.zone)).collect();
        for body in plan.bodies().iter().filter(|body| !body.officers.is_empty()) {
            let offices = body.officers.iter();
            let needed = offices.filter(|office| matches!(office.role, OfficeRole::Chair | OfficeRole::Secretary));
            facts.needed.insert(body.id, needed.map(|office| office.person).collect());
        }
        for session in plan.sessions().iter() {
            facts.each_track(session, true, &mut Track::push);
        }
        facts.rows = plan.sessions().iter().map(|session| (session.id, Arc::clone(session))).collect();
        let Self { rooms, bodies, people, days, .. } = &mut facts;
        let tracks = rooms.values_mut().chain(bodies.values_mut()).chain(people.values_mut()).chain(days.values_mut());
        tracks.for_each(Track::sort);
        facts
    }

    /// A placed session.
    pub fn entry(&self, id: SessionId) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// A session, placed or not.
    pub fn session(&self, id: SessionId) -> Option<&Arc<Session>> {
        self.rows.get(&id)
    }

    /// Every session, placed or not, in the order of ids.
    pub fn sessions(&self) -> impl Iterator<Item = &Arc<Session>> {
        self.rows.values()
    }

    /// The sessions that come after this one.
    pub fn followers(&self, id: SessionId) -> &[SessionId] {
        self.followers.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Who must be there: whoever has a part in the session, and the chairs and secretaries of its bodies, each once.
    pub fn people_of(&self, session: &Session) -> Vec<PersonId> {
        let parts = session.people.iter().filter(|part| part.role != Role::ViceChair).map(|part| part.person);
        let needed = session.bodies.iter().filter_map(|body| self.needed.get(body)).flatten().copied();
        let mut people: Vec<PersonId> = parts.chain(needed).collect();
        if people.len() > 1 {
            people.sort_unstable();
            people.dedup();
        }
        people
    }

    /// How many sessions deal with a document.
    pub fn uses(&self, document: DocumentId) -> u32 {
        self.documents.get(&document).copied().unwrap_or(0)
    }

    /// The days of an event that have sessions and touch `from..to` on its clock.
    pub fn days_of(&self, event: EventId, from: i32, to: i32) -> impl Iterator<Item = &Track> {
        (from.div_euclid(DAY)..=to.div_euclid(DAY)).filter_map(move |day| self.days.get(&(event, day)))
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

    /// Puts `after` in the place of `before`, and collects what that touches.
    pub fn change(&mut self, before: Option<&Arc<Session>>, after: Option<&Arc<Session>>, touched: &mut Vec<Subject>) {
        for session in [before, after].into_iter().flatten() {
            touched.push(Subject::Session(session.id));
            touched.extend(self.followers(session.id).iter().map(|&id| Subject::Session(id)));
        }
        if let Some(before) = before {
            self.subjects(before, touched);
            self.each_track(before, false, &mut Track::remove);
            self.rows.remove(&before.id);
        }
        if let Some(after) = after {
            self.each_track(after, true, &mut Track::insert);
            self.rows.insert(after.id, Arc::clone(after));
            self.subjects(after, touched);
        }
    }

    /// What a session has a part in.
    fn subjects(&self, session: &Session, touched: &mut Vec<Subject>) {
        touched.push(Subject::Session(session.id));
        let Some(entry) = self.entries.get(&session.id) else { return };
        touched.extend(session.rooms().iter().map(|&id| Subject::Room(id)));
        touched.extend(session.bodies.iter().map(|&id| Subject::Body(id)));
        touched.extend(self.people_of(session).into_iter().map(Subject::Person));
        for day in days_of(entry.span) {
            touched.push(Subject::Day(session.event, day));
            touched.push(Subject::Week(session.event, monday_of(day)));
        }
    }

    /// Calls `put` with every list a session belongs in, and keeps the other facts about it.
    fn each_track(&mut self, session: &Arc<Session>, add: bool, put: &mut dyn FnMut(&mut Track, Busy)) {
        for before in &session.after {
            let followers = self.followers.entry(*before).or_default();
            if add {
                followers.push(session.id);
                followers.sort_unstable();
                followers.dedup();
            } else {
                followers.retain(|&id| id != session.id);
            }
        }
        for document in &session.documents {
            let uses = self.documents.entry(*document).or_default();
            *uses = if add { *uses + 1 } else { uses.saturating_sub(1) };
        }
        let (Some(span), Some(&zone)) = (session.span(), self.zones.get(&session.event)) else { return };
        if session.status == Status::Cancelled {
            return;
        }
        let utc = (self.utc(span.start, zone), self.utc(span.end, zone));
        // Clocks put back inside a session must not turn it around.
        let utc = (utc.0, utc.1.max(utc.0 + 1));
        let busy = |(start, end)| Busy {
            start,
            end,
            id: session.id,
            kind: session.kind,
            languages: u8::try_from(session.languages.len()).unwrap_or(u8::MAX),
        };
        let on_utc = busy(utc);
        for room in session.rooms() {
            put(self.rooms.entry(*room).or_default(), on_utc);
        }
        for (index, body) in session.bodies.iter().enumerate() {
            if !session.bodies[..index].contains(body) {
                put(self.bodies.entry(*body).or_default(), on_utc);
            }
        }
        for person in self.people_of(session) {
            put(self.people.entry(person).or_default(), on_utc);
        }
        let on_event = busy((span.start.minutes(), span.end.minutes()));
        for day in days_of(span) {
            put(self.days.entry((session.event, day)).or_default(), on_event);
        }
        if add {
            self.entries.insert(session.id, Entry { session: Arc::clone(session), span, utc });
        } else {
            self.entries.remove(&session.id);
        }
    }
}

/// The days a span touches, counted from 1970.
fn days_of(span: Span) -> std::ops::RangeInclusive<i32> {
    span.start.minutes().div_euclid(DAY)..=(span.end.minutes() - 1).div_euclid(DAY)
}

/// The Monday of the week a day lies in; 1 January 1970 was a Thursday.
pub(super) fn monday_of(day: i32) -> i32 {
    day - (day + 3).rem_euclid(7)
}

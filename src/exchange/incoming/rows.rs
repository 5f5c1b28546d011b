//! What a table would make of a plan, row by row: new sessions, changed ones, rooms and people that are missing, and what
//! is not understood, with its reason. It is looked at before anything changes.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::columns::{Field, Pasted};
use super::grid::GridRow;
use super::matched::Matched;
use super::names::{self, Known};
use super::values::{self, Days};
use crate::edit::{AnyRow, Command, FreeSessionIds, event_at, new_person, new_room, placing};
use crate::model::{
    CivilTime, EventId, Kind, Language, Length, OwnKind, Participation, Person, PersonId, Placement, Plan, Role, Room,
    RoomId, Session, SessionId, SessionKind,
};
use crate::texts::{folded, typed};

/// What is left out of a table is near this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// The day of times without one, and in whose event sessions without a day are.
    pub day: NaiveDate,
    /// The language of titles whose letters do not tell.
    pub language: Language,
}

/// What a table would make of a plan.
#[derive(Debug, Default)]
pub struct Incoming {
    /// Each row of the table, in its order.
    pub rows: Vec<Row>,
    /// Rooms that it would make.
    pub rooms: Vec<Room>,
    /// People that it would make.
    pub people: Vec<Person>,
    /// Sessions that it would make.
    new: Vec<Session>,
    /// Sessions that it would change.
    changed: Vec<Session>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What becomes of it.
    pub outcome: Outcome,
    /// What of it is left out, though the row is taken.
    pub notes: Vec<(Field, Note)>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new session.
    New,
    /// These fields of this session are changed.
    Changed(SessionId, Vec<Field>),
    /// It says what is so already.
    Same(SessionId),
    /// It names the day of the rows below it.
    Day(NaiveDate),
    /// It is not understood, and nothing comes of it.
    Not(Field, Flaw),
}

/// Why a row is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No title says what it is.
    NoTitle,
    /// It is no day.
    Day,
    /// It is no time.
    Clock,
    /// It is no length.
    Length,
    /// The end is not after the start.
    End,
    /// It is no number.
    Number,
    /// The session is pinned and would move.
    Pinned,
    /// The time lies outside the years that times have.
    OutOfRange,
    /// There is no event that it could belong to.
    NoEvent,
}

/// What of a row that is taken is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// There is no such kind, and it is another one.
    Kind,
    /// There is no such body.
    Body,
    /// There is no such event.
    Event,
    /// There is no such status.
    Status,
    /// It has a day and no time, and waits in the tray.
    NoTime,
}

/// Sessions whose length nothing tells last until the next one in their room, if that is not longer, in minutes.
const LONGEST_GAP: i32 = 4 * 60;

impl Incoming {
    /// What `pasted` would make of `plan`, of which is `known` what things are called.
    #[must_use]
    pub fn new(pasted: &Pasted, plan: &Plan, mut known: Known, near: Near) -> Self {
        let mut times = times_of(pasted, plan, near);
        if ![Field::End, Field::Time, Field::Length].into_iter().any(|field| pasted.has(field)) {
            fill_gaps(pasted, &mut times);
        }
        let matched = Matched::new(pasted, plan);
        let mut incoming = Self::default();
        let mut maker = Maker {
            pasted,
            plan,
            near,
            known: &mut known,
            ids: FreeSessionIds::new(plan),
            taken: HashSet::new(),
            incoming: &mut incoming,
        };
        let rows: Vec<Row> = pasted
            .rows()
            .iter()
            .zip(&times)
            .map(|(row, when)| {
                let mut notes = Vec::new();
                let outcome = match when {
                    When::Heading(day) => Outcome::Day(*day),
                    When::Not(field, flaw) => Outcome::Not(*field, *flaw),
                    When::At(at) => maker
                        .outcome(row, *at, &matched, &mut notes)
                        .unwrap_or_else(|(field, flaw)| Outcome::Not(field, flaw)),
                };
                Row { outcome, notes }
            })
            .collect();
        incoming.rows = rows;
        incoming
    }

    /// The new sessions.
    #[must_use]
    pub fn new_sessions(&self) -> &[Session] {
        &self.new
    }

    /// The sessions that change, as they would be.
    #[must_use]
    pub fn changed_sessions(&self) -> &[Session] {
        &self.changed
    }

    /// How many rows are not understood.
    #[must_use]
    pub fn not_understood(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.outcome, Outcome::Not(..))).count()
    }

    /// The command that takes all of it, as one step; `None` where nothing would change.
    #[must_use]
    pub fn command(&self) -> Option<Command> {
        let sessions = self.new.iter().chain(&self.changed).cloned().map(AnyRow::from);
        let rooms = self.rooms.iter().cloned().map(AnyRow::from);
        let rows: Vec<AnyRow> = sessions.chain(rooms).chain(self.people.iter().cloned().map(AnyRow::from)).collect();
        (!rows.is_empty()).then_some(Command::PutMany(rows))
    }
}

/// When a row is, as far as it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct At {
    /// The day, of its own or of a row above.
    day: Option<NaiveDate>,
    /// Whether the row itself names its day.
    own_day: bool,
    start: Option<u16>,
    end: Option<u16>,
    length: Option<Length>,
}

enum When {
    At(At),
    Heading(NaiveDate),
    Not(Field, Flaw),
}

/// The times of all rows. A day counts for the rows below it, as where cells are joined.
fn times_of(pasted: &Pasted, plan: &Plan, near: Near) -> Vec<When> {
    let event = event_at(plan, CivilTime::midnight(near.day)).and_then(|id| plan.events().get(id));
    let within = event.map_or((near.day, near.day), |event| event.dates.first_and_last());
    let cells = || pasted.rows().iter().flat_map(|row| [pasted.cell(row, Field::Day), pasted.cell(row, Field::Start)]);
    let days = Days { within, month_first: values::is_month_first(cells()) };
    let mut above = None;
    let mut times = Vec::with_capacity(pasted.rows().len());
    for row in pasted.rows() {
        if let Some(day) = heading_day(row, days) {
            above = Some(day);
            times.push(When::Heading(day));
            continue;
        }
        match at_of(pasted, row, days) {
            Ok(mut at) => {
                above = at.day.or(above);
                at.day = above;
                times.push(When::At(at));
            }
            Err((field, flaw)) => times.push(When::Not(field, flaw)),
        }
    }
    times
}

/// The day that a row names which says nothing else.
fn heading_day(row: &GridRow, days: Days) -> Option<NaiveDate> {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let only = filled.next().filter(|_| filled.next().is_none() && row.cells.len() > 1)?;
    only.contains(|c: char| c.is_ascii_digit()).then(|| values::day(only, days)).flatten()
}

fn at_of(pasted: &Pasted, row: &GridRow, days: Days) -> Result<At, (Field, Flaw)> {
    let mut at = At::default();
    let cell = |field| Some(pasted.cell(row, field)).filter(|cell| !cell.is_empty());
    if let Some(text) = cell(Field::Day) {
        let (day, minute) = values::day_and_time(text, days).ok_or((Field::Day, Flaw::Day))?;
        (at.day, at.own_day) = (Some(day), true);
        // A day alone is shown with midnight by some.
        at.start = minute.filter(|&minute| minute > 0);
    }
    for field in [Field::Time, Field::Start] {
        let Some(text) = cell(field) else { continue };
        match values::times(text) {
            Some((start, end)) => (at.start, at.end) = (Some(start), end.or(at.end)),
            None => match values::day_and_time(text, days) {
                Some((day, Some(minute))) => {
                    (at.day, at.own_day, at.start) = (Some(day), true, Some(minute));
                }
                _ => return Err((field, Flaw::Clock)),
            },
        }
    }
    if let Some(text) = cell(Field::End) {
        let end = values::clock(text).or_else(|| values::day_and_time(text, days).and_then(|(_, minute)| minute));
        at.end = Some(end.ok_or((Field::End, Flaw::Clock))?);
    }
    if let Some(text) = cell(Field::Length) {
        at.length = Some(values::length(text).ok_or((Field::Length, Flaw::Length))?);
    }
    if at.start.is_some_and(|minute| minute >= 24 * 60) {
        return Err((Field::Start, Flaw::Clock));
    }
    Ok(at)
}

/// Lets rows of which only the start is known last until the next one of the same day and room.
fn fill_gaps(pasted: &Pasted, times: &mut [When]) {
    let mut last: HashMap<(Option<NaiveDate>, &str), usize> = HashMap::new();
    for (index, row) in pasted.rows().iter().enumerate() {
        let When::At(At { day, start: Some(start), .. }) = times[index] else { continue };
        let before = last.insert((day, pasted.cell(row, Field::Room)), index);
        let Some(When::At(earlier)) = before.map(|before| &mut times[before]) else { continue };
        let gap = i32::from(start) - i32::from(earlier.start.unwrap_or(start));
        if (1..=LONGEST_GAP).contains(&gap) {
            earlier.length = Some(Length::clamped(gap));
        }
    }
}

/// Makes sessions of rows.
struct Maker<'a, 'p> {
    pasted: &'a Pasted,
    plan: &'p Plan,
    near: Near,
    known: &'a mut Known,
    ids: FreeSessionIds<'p>,
    /// Sessions that a row has changed already: another one means another session.
    taken: HashSet<SessionId>,
    incoming: &'a mut Incoming,
}

impl Maker<'_, '_> {
    fn outcome(
        &mut self,
        row: &GridRow,
        at: At,
        matched: &Matched,
        notes: &mut Vec<(Field, Note)>,
    ) -> Result<Outcome, (Field, Flaw)> {
        let cell = |field| self.pasted.cell(row, field);
        let title = cell(Field::Title);
        let found = matched.find(self.plan, cell(Field::Id), title, at.day.zip(at.start));
        let found = found.filter(|id| !self.taken.contains(id)).and_then(|id| self.plan.sessions().get(id));
        let mut session = match found {
            Some(session) => Session::clone(session),
            None if title.is_empty() => return Err((Field::Title, Flaw::NoTitle)),
            None => self.blank(row, at, notes)?,
        };
        if !title.is_empty() && found.is_none_or(|found| found.title.iter().all(|(_, known)| known != title)) {
            session.title.set(names::language_of(title, self.near.language), title);
        }
        self.describe(row, &mut session, notes)?;
        self.place(row, at, &mut session, notes)?;
        let Some(before) = found else {
            self.incoming.new.push(session);
            return Ok(Outcome::New);
        };
        self.taken.insert(session.id);
        if session == **before {
            return Ok(Outcome::Same(session.id));
        }
        if before.pinned && before.placement.is_some() && before.placement != session.placement {
            return Err((Field::Start, Flaw::Pinned));
        }
        let outcome = Outcome::Changed(session.id, changed_fields(before, &session));
        self.incoming.changed.push(session);
        Ok(outcome)
    }

    /// A new session of the event and the kind that a row says, or that its day and its title tell.
    fn blank(&mut self, row: &GridRow, at: At, notes: &mut Vec<(Field, Note)>) -> Result<Session, (Field, Flaw)> {
        let day = CivilTime::midnight(at.day.unwrap_or(self.near.day));
        let time = day.plus_mins(at.start.unwrap_or_default().into());
        let event = self.event(row, notes).or_else(|| event_at(self.plan, time));
        let event = event.ok_or((Field::Event, Flaw::NoEvent))?;
        let last = self.plan.sessions().iter().next_back().map(|session| session.id);
        let like = last.or_else(|| SessionId::new("S").ok()).ok_or((Field::Id, Flaw::NoEvent))?;
        let kind = match names::kind_of_title(self.pasted.cell(row, Field::Title)) {
            // Somebody speaks.
            SessionKind::Other if !self.pasted.cell(row, Field::People).is_empty() => SessionKind::Talk,
            kind => kind,
        };
        Ok(Session::new(self.ids.like(like), event, kind))
    }

    fn event(&self, row: &GridRow, notes: &mut Vec<(Field, Note)>) -> Option<EventId> {
        let text = self.pasted.cell(row, Field::Event);
        let found = self.known.event(text);
        if !text.is_empty() && found.is_none() && notes.iter().all(|(field, _)| *field != Field::Event) {
            notes.push((Field::Event, Note::Event));
        }
        found
    }

    /// Everything but when and where.
    fn describe(
        &mut self,
        row: &GridRow,
        session: &mut Session,
        notes: &mut Vec<(Field, Note)>,
    ) -> Result<(), (Field, Flaw)> {
        let pasted = self.pasted;
        let cell = |field| Some(pasted.cell(row, field)).filter(|cell| !cell.is_empty());
        if let Some(event) = self.event(row, notes) {
            session.event = event;
        }
        if let Some(text) = cell(Field::Kind) {
            let wanted = folded(text);
            let is_named = |own: &&Arc<OwnKind>| own.title.iter().any(|(_, title)| folded(title) == wanted);
            let own = self.plan.kinds().iter().find(is_named).map(|own| Kind::Own(own.id));
            match own.or_else(|| names::kind(text).map(Kind::BuiltIn)) {
                Some(kind) => session.call(self.plan, kind),
                None => notes.push((Field::Kind, Note::Kind)),
            }
        }
        if let Some(text) = cell(Field::Status) {
            match names::status(text) {
                Some(status) => session.status = status,
                None => notes.push((Field::Status, Note::Status)),
            }
        }
        if let Some(text) = cell(Field::Body) {
            let parts = values::split_outside_brackets(text, &[";", ",", "/", "+"]);
            let found: Vec<_> = match self.known.body(text) {
                Some(body) => vec![body],
                None => parts.iter().filter_map(|part| self.known.body(part)).collect(),
            };
            if found.is_empty() || (found.len() < parts.len() && self.known.body(text).is_none()) {
                notes.push((Field::Body, Note::Body));
            }
            if !found.is_empty() {
                session.bodies = found;
            }
        }
        if let Some(text) = cell(Field::Attendance) {
            session.expected_attendance = typed::count(text).map_err(|()| (Field::Attendance, Flaw::Number))?;
        }
        if let Some(text) = cell(Field::Remarks) {
            text.clone_into(&mut session.remarks);
        }
        let represents = cell(Field::Affiliation).unwrap_or_default();
        for (field, role) in
            [(Field::Chairs, Role::Chair), (Field::Moderators, Role::Moderator), (Field::People, Role::Speaker)]
        {
            let Some(text) = cell(field) else { continue };
            let represents = if field == Field::People { represents } else { "" };
            let people: Vec<PersonId> =
                values::people(text).into_iter().map(|named| self.person(named, represents)).collect();
            take_part(session, &people, role);
        }
        Ok(())
    }

    /// Who is named, known or new.
    fn person(&mut self, named: values::Named, represents: &str) -> PersonId {
        if let Some(known) = self.known.person(&named.name) {
            return known;
        }
        let first = u32::try_from(self.plan.people().len() + self.incoming.people.len()).unwrap_or(0) + 1;
        let id = PersonId::numbered("person-", first, |id| self.plan.people().contains(id));
        self.known.add_person(&named.name, id);
        let represents = if named.aside.is_empty() { represents.to_owned() } else { named.aside };
        self.incoming.people.push(Person { id, represents, ..new_person(self.plan, &named.name) });
        id
    }

    /// The rooms that a cell names, known or new.
    fn rooms(&mut self, text: &str) -> Vec<RoomId> {
        if let Some(known) = self.known.room(text) {
            return vec![known];
        }
        let parts = values::split_outside_brackets(text, &[";", ",", "+", "&", "/"]);
        if parts.len() > 1 && parts.iter().all(|part| self.known.room(part).is_some()) {
            return parts.iter().filter_map(|part| self.known.room(part)).collect();
        }
        let parts = values::split_outside_brackets(text, &[";"]);
        parts.iter().map(|part| self.known.room(part).unwrap_or_else(|| self.new_room(part))).collect()
    }

    fn new_room(&mut self, name: &str) -> RoomId {
        let made = self.incoming.rooms.len();
        let first = u32::try_from(self.plan.rooms().len() + made).unwrap_or(0) + 1;
        let id = RoomId::numbered("room-", first, |id| self.plan.rooms().contains(id));
        self.known.add_room(name, id);
        let new = new_room(self.plan, "");
        let mut title = new.title.clone();
        title.set(names::language_of(name, self.near.language), name);
        let order = new.order.saturating_add(i32::try_from(made).unwrap_or(0).saturating_mul(10));
        self.incoming.rooms.push(Room { id, title, order, ..new });
        id
    }

    fn place(
        &mut self,
        row: &GridRow,
        at: At,
        session: &mut Session,
        notes: &mut Vec<(Field, Note)>,
    ) -> Result<(), (Field, Flaw)> {
        let room = self.pasted.cell(row, Field::Room);
        let rooms = if room.is_empty() { None } else { Some(self.rooms(room)) };
        if let Some(length) = at.length {
            placing::set_length(session, length);
        }
        // Only what the row itself says moves what has its place already.
        let day = at.day.filter(|_| at.own_day || at.start.is_some());
        let mut placement = match (&session.placement, day, at.start) {
            (Some(known), day, start) => {
                let moved = day.map_or_else(|| known.clone(), |day| placing::on_day(known, day));
                start.map_or_else(|| moved.clone(), |start| placing::starting(&moved, start))
            }
            (None, day, Some(start)) => {
                let day = CivilTime::midnight(day.unwrap_or(self.near.day));
                Placement { start: day.plus_mins(start.into()), length: session.planned_length, rooms: Vec::new() }
            }
            (None, day, None) => {
                if day.is_some() {
                    (session.wish.day, session.wish.rooms) = (day, rooms.unwrap_or_default());
                    notes.push((Field::Day, Note::NoTime));
                } else if let Some(rooms) = rooms {
                    session.wish.rooms = rooms;
                }
                return Ok(());
            }
        };
        if let Some(end) = at.end {
            placement = placing::ending(&placement, end).ok_or((Field::End, Flaw::End))?;
        }
        if let Some(rooms) = rooms {
            placement = placing::in_rooms(&placement, rooms);
        }
        if placement.end().mins_since(placement.start) != placement.length.mins() {
            return Err((Field::Day, Flaw::OutOfRange));
        }
        session.placement = Some(placement);
        Ok(())
    }
}

/// Gives these people a role, and nobody else.
fn take_part(session: &mut Session, people: &[PersonId], role: Role) {
    if session.kind == SessionKind::Break {
        return;
    }
    // Who is there in another role keeps that.
    session.people.retain(|part| part.role != role || people.contains(&part.person));
    for &person in people {
        if session.people.iter().all(|part| part.person != person) {
            session.people.push(Participation { person, role });
        }
    }
}

/// What is different.
fn changed_fields(before: &Session, after: &Session) -> Vec<Field> {
    let times = |session: &Session| {
        let at = session.placement.as_ref();
        (at.map(|at| at.start.date()), at.map(|at| at.start.minute_of_day()), at.map(|at| at.end()))
    };
    let ((day, start, end), (new_day, new_start, new_end)) = (times(before), times(after));
    let people = |session: &Session, role| {
        session.people.iter().filter(|part| part.role == role).map(|part| part.person).collect::<Vec<_>>()
    };
    let is_other = |role| people(before, role) != people(after, role);
    let all = [
        (Field::Title, before.title != after.title),
        (Field::Kind, before.called() != after.called()),
        (Field::Day, day != new_day),
        (Field::Start, start != new_start),
        (Field::Time, start != new_start || end != new_end),
        (Field::End, end != new_end),
        (Field::Length, before.length() != after.length()),
        (Field::Room, before.rooms() != after.rooms()),
        (Field::Chairs, is_other(Role::Chair)),
        (Field::Moderators, is_other(Role::Moderator)),
        (Field::People, is_other(Role::Speaker)),
        (Field::Body, before.bodies != after.bodies),
        (Field::Event, before.event != after.event),
        (Field::Status, before.status != after.status),
        (Field::Attendance, before.expected_attendance != after.expected_attendance),
        (Field::Remarks, before.remarks != after.remarks),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}

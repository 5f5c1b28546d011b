//! Makes sessions of the rows of a table, and the rooms and people that they need.

mod named;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::again::{again, came_from};
use super::columns::Pasted;
use super::field::Field;
use super::grid::GridRow;
use super::meanings::{Meanings, Meant, Unclear};
use super::names::Known;

use super::outcome::{Flaw, Near, Note, Outcome};
use super::own::OwnColumn;
use super::times::{At, days_near};
use super::values::Days;
use super::{values, words};
use crate::edit::{AnyRow, Command, FreeIds, FreeSessionIds, event_at, placing};
use crate::model::{
    CivilTime, EventId, OwnField, Participation, Person, PersonId, Placement, Plan, Role, Room, RoomId, Session,
    SessionId, SessionKind,
};
use crate::texts::typed;

/// What comes of the rows of a table.
#[derive(Debug, Default)]
pub struct Made {
    /// Rooms that are missing.
    pub rooms: Vec<Room>,
    /// People who are missing.
    pub people: Vec<Person>,
    /// New sessions.
    pub new: Vec<Session>,
    /// Sessions that change, as they would be.
    pub changed: Vec<Session>,
    /// Sessions of which only is new that they came from there.
    pub noted: Vec<Session>,
}

impl Made {
    /// The command that puts it into the plan; `None` where nothing would change.
    pub fn command(&self) -> Option<Command> {
        let Self { rooms, people, new, changed, noted } = self;
        let sessions = new.iter().chain(changed).chain(noted).cloned().map(AnyRow::from);
        let rooms = rooms.iter().cloned().map(AnyRow::from);
        let rows: Vec<AnyRow> = sessions.chain(rooms).chain(people.iter().cloned().map(AnyRow::from)).collect();
        (!rows.is_empty()).then_some(Command::PutMany(rows))
    }
}

/// Makes sessions of rows.
pub struct Maker<'a> {
    pasted: &'a Pasted,
    plan: &'a Plan,
    near: Near,
    known: Known,
    own: Vec<OwnColumn<'a>>,
    session_ids: FreeSessionIds<'a>,
    room_ids: FreeIds<'a, Room>,
    person_ids: FreeIds<'a, Person>,
    /// Sessions that a row has changed already: another one means another session.
    taken: HashSet<SessionId>,
    made: Made,
    meanings: &'a Meanings,
    /// Where the table comes from; empty where nobody knows.
    source: &'a str,
    /// Names of this row that are almost those of the plan.
    unclear: Vec<Unclear>,
    /// What stays of this row because the planner has changed it here.
    ours: Vec<Field>,
    /// The day on which this row was put although nothing tells its day.
    guessed_day: Option<NaiveDate>,
    /// The rooms and the people of the session that came from there before: a name almost theirs means them again.
    before: (Vec<RoomId>, Vec<PersonId>),
    /// What was found near a name before, by where it stands.
    near_known: HashMap<(Field, String), Vec<Meant>>,
}

/// A row that is looked at.
#[derive(Clone, Copy)]
pub struct Looked<'a> {
    /// Its cells.
    pub row: &'a GridRow,
    /// When it is.
    pub at: At,
    /// The session of the plan that it means, if it means one.
    pub meant: Option<SessionId>,
    /// Whether it counts wherever it differs, also where a planner has changed something since.
    pub theirs: bool,
}

impl<'a> Maker<'a> {
    /// Nothing is made yet.
    pub fn new(
        (pasted, source): (&'a Pasted, &'a str),
        plan: &'a Plan,
        known: Known,
        near: Near,
        meanings: &'a Meanings,
    ) -> Self {
        Self {
            pasted,
            plan,
            near,
            known,
            own: own_columns(pasted, plan, days_near(plan, near)),
            session_ids: FreeSessionIds::new(plan),
            room_ids: FreeIds::new(plan.rooms(), "room-"),
            person_ids: FreeIds::new(plan.people(), "person-"),
            taken: HashSet::new(),
            made: Made::default(),
            meanings,
            source,
            unclear: Vec::new(),
            ours: Vec::new(),
            guessed_day: None,
            before: (Vec::new(), Vec::new()),
            near_known: HashMap::new(),
        }
    }

    /// The names of the last row that are almost those of the plan.
    pub fn take_unclear(&mut self) -> Vec<Unclear> {
        std::mem::take(&mut self.unclear)
    }

    /// What of the last row stays as it is here.
    pub fn take_ours(&mut self) -> Vec<Field> {
        std::mem::take(&mut self.ours)
    }

    /// The day on which the last row was put although nothing tells its day.
    pub fn take_guessed_day(&mut self) -> Option<NaiveDate> {
        self.guessed_day.take()
    }

    /// What has been made.
    pub fn finish(self) -> Made {
        self.made
    }

    /// What becomes of a row. One that is not understood leaves nothing behind.
    pub fn make(&mut self, looked: Looked<'_>, notes: &mut Vec<(Field, Note)>) -> Outcome {
        let (rooms, people) = (self.made.rooms.len(), self.made.people.len());
        self.outcome(looked, notes).unwrap_or_else(|(field, flaw)| {
            for room in self.made.rooms.drain(rooms..) {
                room.title.iter().for_each(|(_, name)| self.known.forget_room(name));
            }
            for person in self.made.people.drain(people..) {
                self.known.forget_person(&person.name);
            }
            Outcome::Not(field, flaw)
        })
    }

    fn outcome(&mut self, looked: Looked<'_>, notes: &mut Vec<(Field, Note)>) -> Result<Outcome, (Field, Flaw)> {
        let Looked { row, at, meant, theirs } = looked;
        let title = self.pasted.cell(row, Field::Title);
        let found = meant.filter(|id| !self.taken.contains(id)).and_then(|id| self.plan.sessions().get(id));
        let came = found.filter(|session| came_from(session, self.source));
        self.before = came.map_or_else(Default::default, |session| {
            (session.rooms().to_vec(), session.people.iter().map(|part| part.person).collect())
        });
        let mut session = match found {
            Some(session) => Session::clone(session),
            None if let Some(lost) = self.lost(row) => lost,
            None if title.is_empty() => return Err((Field::Title, Flaw::NoTitle)),
            None => self.blank(row, at, notes)?,
        };
        if !title.is_empty() && found.is_none_or(|found| found.title.iter().all(|(_, known)| known != title)) {
            session.title.set(words::language_of(title, self.near.language), title);
        }
        self.describe(row, &mut session, notes)?;
        self.place(row, at, &mut session, notes)?;
        if !self.source.is_empty() {
            let here = found.map(|found| &**found);
            let came = again((self.pasted, row, at), (here, session), (self.source, theirs));
            notes.extend(came.fixed.into_iter().map(|field| (field, Note::Fixed)));
            (session, self.ours) = (came.session, came.ours);
        }
        let Some(before) = found else {
            self.made.new.push(session);
            return Ok(Outcome::New);
        };
        if before.pinned && before.placement.is_some() && before.placement != session.placement {
            return Err((Field::Start, Flaw::Pinned));
        }
        self.taken.insert(session.id);
        if session == **before {
            return Ok(Outcome::Same(session.id));
        }
        let id = session.id;
        if session == (Session { arrived: session.arrived.clone(), ..Session::clone(before) }) {
            self.made.noted.push(session);
            return Ok(Outcome::Same(id));
        }
        let outcome = Outcome::Changed(id, self.changed_fields(before, &session));
        self.made.changed.push(session);
        Ok(outcome)
    }

    /// Whether a cell says of everybody as what they are there, `Ann Lee (Chair); Bo Chan (Speaker)`, as what is handed out does;
    /// then a session has these people and no others.
    fn all_with_roles(&mut self, text: &str, field: Field, session: &mut Session) -> bool {
        let named = values::people(text);
        let roles: Option<Vec<Role>> = named.iter().map(|named| words::role(&named.aside)).collect();
        let Some(roles) = roles.filter(|roles| !roles.is_empty() && session.kind != SessionKind::Break) else {
            return false;
        };
        let people = named.into_iter().map(|named| values::Named { aside: String::new(), ..named });
        let people: Vec<PersonId> = people.map(|named| self.person(named, (field, ""))).collect();
        session.people.clear();
        for (person, role) in people.into_iter().zip(roles) {
            if session.people.iter().all(|part| part.person != person) {
                session.people.push(Participation { person, role });
            }
        }
        true
    }

    /// A new session of the event and the kind that a row says, or that its day and its title tell.
    fn blank(&mut self, row: &GridRow, at: At, notes: &mut Vec<(Field, Note)>) -> Result<Session, (Field, Flaw)> {
        let day = CivilTime::midnight(at.day.unwrap_or(self.near.day));
        let time = day.plus_mins(at.start.unwrap_or_default().into());
        let event = self.event(row, notes).or_else(|| event_at(self.plan, time));
        let event = event.ok_or((Field::Event, Flaw::NoEvent))?;
        let last = self.plan.sessions().iter().next_back().map(|session| session.id);
        let like = last.or_else(|| SessionId::new("S").ok()).ok_or((Field::Id, Flaw::NoEvent))?;
        let kind = match words::kind_of_title(self.pasted.cell(row, Field::Title)) {
            // Somebody speaks.
            SessionKind::Other if !self.pasted.cell(row, Field::People).is_empty() => SessionKind::Talk,
            kind => kind,
        };
        let mut id = self.session_ids.like(like);
        // What the plan has lost may come back under its own.
        while self.pasted.returned.as_ref().is_some_and(|returned| returned.has(id)) {
            id = self.session_ids.like(like);
        }
        let mut session = Session::new(id, event, kind);
        session.planned_length = at.gap.unwrap_or(session.planned_length);
        // What has no time is wished on the day of the rows above, too.
        session.wish.day = at.day;
        Ok(session)
    }

    /// The session that a row was when it was handed out, and that the plan has lost since.
    fn lost(&self, row: &GridRow) -> Option<Session> {
        let id = self.pasted.cell(row, Field::Id).parse().ok().filter(|&id| !self.plan.sessions().contains(id))?;
        let is_made = self.made.new.iter().any(|made| made.id == id);
        self.pasted.returned.as_ref().filter(|_| !is_made)?.session(id, self.plan)
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
            match self.known.kind(text) {
                Some(kind) => session.call(self.plan, kind),
                None => notes.push((Field::Kind, Note::Kind)),
            }
        }
        if let Some(text) = cell(Field::Status) {
            match words::status(text) {
                Some(status) => session.status = status,
                None => notes.push((Field::Status, Note::Status)),
            }
        }
        if let Some(text) = cell(Field::Body) {
            let parts = values::split_outside_brackets(text, &[";", "؛", "；", ",", "،", "、", "/", "+"]);
            let found: Vec<_> = match self.known.body(text) {
                Some(body) => vec![body],
                None => parts.iter().filter_map(|part| self.known.body(part)).collect(),
            };
            if found.is_empty() || (found.len() < parts.len() && self.known.body(text).is_none()) {
                notes.push((Field::Body, Note::Body));
                for part in &parts {
                    self.note_near(Field::Body, part, |maker| match maker.known.body(part) {
                        Some(_) => Vec::new(),
                        None => maker.known.near_bodies(part).into_iter().map(Meant::Body).collect(),
                    });
                }
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
            if self.all_with_roles(text, field, session) {
                continue;
            }
            let represents = if field == Field::People { represents } else { "" };
            let people: Vec<PersonId> =
                values::people(text).into_iter().map(|named| self.person(named, (field, represents))).collect();
            take_part(session, &people, role);
        }
        for column in &self.own {
            let Some(text) = cell(Field::Own(column.field.id)) else { continue };
            match column.value(text) {
                Ok(value) => session.own.set(column.field.id, value),
                Err(note) => notes.push((Field::Own(column.field.id), note)),
            }
        }
        Ok(())
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
                let told = day.or(session.wish.day);
                self.guessed_day = if told.is_none() { Some(self.near.day) } else { None };
                let day = CivilTime::midnight(told.unwrap_or(self.near.day));
                let rooms = session.wish.rooms.clone();
                Placement { start: day.plus_mins(start.into()), length: session.planned_length, rooms }
            }
            (None, day, None) => {
                session.wish.day = day.or(session.wish.day);
                session.wish.rooms = rooms.unwrap_or_else(|| session.wish.rooms.clone());
                // What waits here already goes on waiting.
                if day.is_some() && !self.plan.sessions().contains(session.id) {
                    notes.push((Field::Day, Note::NoTime));
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

    /// What is different, also in what is wished for.
    fn changed_fields(&self, before: &Session, after: &Session) -> Vec<Field> {
        let times = |session: &Session| match &session.placement {
            Some(at) => (Some(at.start.date()), Some(at.start.minute_of_day()), Some(at.end())),
            None => (session.wish.day, session.wish.minute.map(i32::from), None),
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
            (Field::Room, before.rooms_or_wished() != after.rooms_or_wished()),
            (Field::Chairs, is_other(Role::Chair)),
            (Field::Moderators, is_other(Role::Moderator)),
            (Field::People, is_other(Role::Speaker)),
            (Field::Body, before.bodies != after.bodies),
            (Field::Event, before.event != after.event),
            (Field::Status, before.status != after.status),
            (Field::Attendance, before.expected_attendance != after.expected_attendance),
            (Field::Remarks, before.remarks != after.remarks),
        ];
        let own = self.own.iter().map(|column| column.field.id);
        let own = own.map(|id| (Field::Own(id), before.own.get(id) != after.own.get(id)));
        all.into_iter().chain(own).filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
    }
}

/// The own fields that the columns of a table hold. What is left out of a day is filled in from these days.
fn own_columns<'a>(pasted: &Pasted, plan: &'a Plan, within: (NaiveDate, NaiveDate)) -> Vec<OwnColumn<'a>> {
    let held = pasted.fields.iter().flatten().filter_map(|field| match field {
        Field::Own(id) => plan.fields().get(*id).map(Arc::as_ref),
        _ => None,
    });
    let column = |field: &'a OwnField| {
        let cells = pasted.rows().iter().map(|row| pasted.cell(row, Field::Own(field.id)));
        OwnColumn::new(field, Days { within, month_first: values::is_month_first(cells) })
    };
    held.map(column).collect()
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

//! What is being typed into a cell, and the command it stands for. A draft names its session, so it can never be written
//! to another one, and it is thrown away when that session changes under it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::edit::{AnyRow, Command, PlaceDeed};
use crate::model::{BodyId, CivilTime, Language, Length, Placement, Plan, RoomId, Session, SessionId};
use crate::texts::{tid, typed};

use super::columns::{Column, Editor};
use super::options::{Choice, Value};

/// An open editor.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The session as it was when the editor opened.
    pub before: Arc<Session>,
    /// Which of its cells.
    pub column: Column,
    /// What has been typed: the new value, or the words that shorten the list.
    pub text: String,
    /// What the text was at first.
    untouched: String,
    /// What there is to choose from.
    pub choices: Vec<Choice>,
    /// What is chosen.
    pub chosen: Vec<Value>,
    /// The place among the choices left that Enter takes.
    pub at: usize,
    /// Whether the planner has done anything but look.
    pub touched: bool,
    /// Whether several have been ticked one by one.
    pub ticked: bool,
    /// Why it can not be taken as it is.
    pub flaw: Option<Flaw>,
    /// Whether it still has to take the keyboard.
    pub wants_focus: bool,
}

/// Why what was typed can not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is no time of day.
    Clock,
    /// It is no day.
    Day,
    /// It is no length.
    Length,
    /// The end would not be after the start.
    End,
    /// A session without a start can have no room and no end.
    Unscheduled,
    /// A pinned session does not move.
    Pinned,
    /// None of the choices is meant.
    NoChoice,
}

impl Flaw {
    /// The id of the sentence about it.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Clock => tid("list-flaw-clock"),
            Self::Day => tid("list-flaw-day"),
            Self::Length => tid("list-flaw-length"),
            Self::End => tid("list-flaw-end"),
            Self::Unscheduled => tid("list-flaw-unscheduled"),
            Self::Pinned => tid("list-flaw-pinned"),
            Self::NoChoice => tid("list-flaw-no-choice"),
        }
    }
}

impl Draft {
    /// Opens an editor; `None` where the column has none.
    #[must_use]
    pub fn new(session: &Arc<Session>, column: Column, choices: Vec<Choice>, titles: Language) -> Option<Self> {
        column.editor()?;
        let text = match column {
            Column::Title => session.title.get(titles).to_owned(),
            Column::Day => session.span().map_or_else(String::new, |span| span.start.date().to_string()),
            Column::Start => session.span().map_or_else(String::new, |span| span.start.clock()),
            Column::End => session.span().map_or_else(String::new, |span| span.end.clock()),
            Column::Length => typed::length_text(session.length()),
            _ => String::new(),
        };
        let chosen = Value::of(session, column);
        let at = choices.iter().position(|choice| chosen.first() == Some(&choice.value)).unwrap_or(0);
        Some(Self {
            before: Arc::clone(session),
            column,
            untouched: text.clone(),
            text,
            choices,
            chosen,
            at,
            touched: false,
            ticked: false,
            flaw: None,
            wants_focus: true,
        })
    }

    /// Whose it is.
    #[must_use]
    pub fn id(&self) -> SessionId {
        self.before.id
    }

    /// Whether the session is still what it was when the editor opened.
    #[must_use]
    pub fn is_fresh(&self, plan: &Plan) -> bool {
        plan.sessions().get(self.id()).is_some_and(|now| Arc::ptr_eq(now, &self.before) || *now == self.before)
    }

    /// Adds one of several, or takes it away.
    pub fn tick(&mut self, value: Value) {
        (self.ticked, self.touched) = (true, true);
        if value == Value::Nothing {
            self.chosen.clear();
        } else if let Some(at) = self.chosen.iter().position(|&known| known == value) {
            self.chosen.remove(at);
        } else {
            self.chosen.retain(|&known| known != Value::Nothing);
            self.chosen.push(value);
        }
    }

    /// Whether it holds something when the planner goes elsewhere: a list that was only looked through does not.
    #[must_use]
    pub fn is_worth_taking(&self) -> bool {
        self.ticked || matches!(self.column.editor(), Some(Editor::Text | Editor::Suggested))
    }

    /// What it asks for; `None` where it changes nothing.
    ///
    /// # Errors
    /// A [`Flaw`], and the editor stays open.
    pub fn command(&self, plan: &Plan, titles: Language) -> Result<Option<Command>, Flaw> {
        let typed = matches!(self.column.editor(), Some(Editor::Text | Editor::Suggested));
        if if typed { self.text.trim() == self.untouched.trim() } else { !self.touched } {
            return Ok(None);
        }
        let session = &*self.before;
        let text = self.text.trim();
        let schedules = matches!(self.column, Column::Start | Column::Day);
        if schedules && text.is_empty() {
            return if session.pinned { Err(Flaw::Pinned) } else { Ok(Some(Command::Unschedule(vec![session.id]))) };
        }
        let place = |placement| place(session, placement);
        let placed = || session.placement.clone().ok_or(Flaw::Unscheduled);
        match self.column {
            Column::Title => put(session, |row| row.title.set(titles, text)),
            Column::Start => {
                let mins = typed::clock(text).map(i32::from).filter(|&mins| mins < 24 * 60).ok_or(Flaw::Clock)?;
                let at = placement_or_first(plan, session);
                place(Placement { start: CivilTime::midnight(at.start.date()).plus_mins(mins), ..at })
            }
            Column::Day => {
                let at = placement_or_first(plan, session);
                let date = typed::day(text, at.start.date()).ok_or(Flaw::Day)?;
                place(Placement { start: CivilTime::midnight(date).plus_mins(at.start.minute_of_day()), ..at })
            }
            Column::End => {
                let at = placed()?;
                let mins = typed::clock(text).map(i32::from).ok_or(Flaw::Clock)?;
                place(Placement { length: length_to(&at, mins).ok_or(Flaw::End)?, ..at })
            }
            Column::Length => {
                let length = typed::length(text).ok_or(Flaw::Length)?;
                match session.placement.clone() {
                    Some(at) => place(Placement { length, ..at }),
                    None => put(session, |row| row.planned_length = length),
                }
            }
            Column::Room => place(Placement { rooms: self.rooms(), ..placed()? }),
            Column::Body => put(session, |row| {
                row.bodies = self.chosen.iter().filter_map(|value| value.body()).collect();
            }),
            Column::Kind => self.put_one(|row, value| {
                if let Value::Kind(kind) = value {
                    row.kind = kind
                }
            }),
            Column::Event => self.put_one(|row, value| {
                if let Value::Event(event) = value {
                    row.event = event
                }
            }),
            Column::Status => self.put_one(|row, value| {
                if let Value::Status(status) = value {
                    row.status = status
                }
            }),
            Column::Id | Column::Languages | Column::Marks => Ok(None),
        }
    }

    fn rooms(&self) -> Vec<RoomId> {
        self.chosen.iter().filter_map(|value| value.room()).collect()
    }

    fn put_one(&self, set: impl FnOnce(&mut Session, Value)) -> Result<Option<Command>, Flaw> {
        let value = *self.chosen.first().ok_or(Flaw::NoChoice)?;
        put(&self.before, |row| set(row, value))
    }
}

fn put(session: &Session, change: impl FnOnce(&mut Session)) -> Result<Option<Command>, Flaw> {
    let mut row = session.clone();
    change(&mut row);
    Ok((row != *session).then(|| Command::Put(AnyRow::Session(Box::new(row)))))
}

fn place(session: &Session, placement: Placement) -> Result<Option<Command>, Flaw> {
    let deed = match &session.placement {
        Some(before) if *before == placement => return Ok(None),
        Some(_) if session.pinned => return Err(Flaw::Pinned),
        Some(before) if before.length != placement.length => PlaceDeed::Resize,
        Some(_) => PlaceDeed::Move,
        None => PlaceDeed::Schedule,
    };
    Ok(Some(Command::Place(deed, vec![(session.id, placement)])))
}

/// Where it is; where it would be if it were put at the beginning of its event.
fn placement_or_first(plan: &Plan, session: &Session) -> Placement {
    session.placement.clone().unwrap_or_else(|| {
        let event = plan.events().get(session.event);
        let first: NaiveDate = event.map(|event| event.dates.first_and_last().0).unwrap_or_default();
        let from = event.and_then(|event| event.hours).map_or(9 * 60, |hours| i32::from(hours.from_min));
        Placement {
            start: CivilTime::midnight(first).plus_mins(from),
            length: session.planned_length,
            rooms: Vec::new(),
        }
    })
}

/// How long it is when it ends at this minute of the day: on the day it ends now, or else on the day after its start.
fn length_to(at: &Placement, mins: i32) -> Option<Length> {
    let of_days = [at.end().plus_mins(-1).date(), at.start.date(), at.start.plus_mins(24 * 60).date()];
    let ends = of_days.into_iter().map(|day| CivilTime::midnight(day).plus_mins(mins));
    let length = ends.map(|end| end.mins_since(at.start)).find(|&length| length > 0)?;
    Length::from_mins(length.into()).ok()
}

impl Value {
    fn body(&self) -> Option<BodyId> {
        if let Self::Body(id) = *self { Some(id) } else { None }
    }

    fn room(&self) -> Option<RoomId> {
        if let Self::Room(id) = *self { Some(id) } else { None }
    }

    /// What a session has in a column now.
    fn of(session: &Session, column: Column) -> Vec<Self> {
        let one = |value| vec![value];
        match column {
            Column::Kind => one(Self::Kind(session.kind)),
            Column::Status => one(Self::Status(session.status)),
            Column::Event => one(Self::Event(session.event)),
            Column::Day => session.span().map(|span| Self::Day(span.start.date())).into_iter().collect(),
            Column::Body => session.bodies.iter().map(|&id| Self::Body(id)).collect(),
            Column::Room => session.rooms().iter().map(|&id| Self::Room(id)).collect(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Document;
    use crate::store::Template;

    /// What a session becomes when `text` is typed into one of its cells.
    fn typed(id: &str, column: Column, text: &str) -> Result<Session, Flaw> {
        let mut document = Document::new(Template::TwoDays.plan());
        let id: SessionId = id.parse().unwrap();
        let session = Arc::clone(document.plan().sessions().get(id).unwrap());
        let mut draft = Draft::new(&session, column, Vec::new(), Language::English).unwrap();
        draft.text = text.to_owned();
        if let Some(command) = draft.command(document.plan(), Language::English)? {
            document.perform(&command).unwrap();
        }
        Ok((**document.plan().sessions().get(id).unwrap()).clone())
    }

    fn any_id() -> String {
        let plan = Template::TwoDays.plan();
        let session = plan.sessions().iter().find(|session| session.placement.is_some() && !session.pinned);
        session.unwrap().id.to_string()
    }

    #[test]
    fn typed_values_change_just_their_cell() {
        let id = any_id();
        let before = typed(&id, Column::Title, "").unwrap();
        assert_ne!(before.title.exact(Language::Russian), None, "only one language is edited");
        let date = before.span().unwrap().start.date();
        assert_eq!(typed(&id, Column::Start, "13:05").unwrap().span().unwrap().start, CivilTime::at(date, 13, 5));
        assert_eq!(typed(&id, Column::Length, "1:15").unwrap().length().mins(), 75);
        assert_eq!(typed(&id, Column::End, "24:00").unwrap().span().unwrap().end, CivilTime::at(date, 24, 0));
        let moved = typed(&id, Column::Day, "2026-03-06").unwrap();
        assert_eq!(moved.span().unwrap().start.minute_of_day(), before.span().unwrap().start.minute_of_day());
        assert_eq!(moved.span().unwrap().start.date().to_string(), "2026-03-06");
        assert_eq!(typed(&id, Column::Day, "").unwrap().placement, None, "nothing typed: back to the tray");
    }

    #[test]
    fn nonsense_is_refused_with_its_reason() {
        let id = any_id();
        for (column, text, flaw) in [
            (Column::Start, "24:00", Flaw::Clock),
            (Column::Start, "soon", Flaw::Clock),
            (Column::End, "99", Flaw::Clock),
            (Column::Day, "31.2.", Flaw::Day),
            (Column::Length, "0", Flaw::Length),
        ] {
            assert_eq!(typed(&id, column, text).unwrap_err(), flaw, "{column:?} {text}");
        }
    }

    #[test]
    fn an_end_on_the_clock_is_looked_for_after_the_start() {
        let at = |start: &str, mins| Placement {
            start: start.parse().unwrap(),
            length: Length::clamped(mins),
            rooms: Vec::new(),
        };
        let length = |at: &Placement, mins| length_to(at, mins).map(Length::mins);
        let evening = at("2025-11-17T22:00", 60);
        assert_eq!(length(&evening, 23 * 60 + 30), Some(90));
        assert_eq!(length(&evening, 60), Some(180), "one in the morning");
        assert_eq!(length(&evening, 24 * 60), Some(120));
        let night = at("2025-11-17T22:00", 180);
        assert_eq!(length(&night, 2 * 60), Some(240), "the day it ends on stays");
        assert_eq!(length(&night, 23 * 60), Some(25 * 60));
    }
}

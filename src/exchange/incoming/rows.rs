//! What a table would make of a plan, row by row: new sessions, changed ones, rooms and people that are missing, and what
//! is not understood, with its reason. It is looked at before anything changes.

use std::collections::BTreeSet;

use super::columns::{Field, Pasted};
use super::making::{Looked, Made, Maker};
use super::matched::Matched;
use super::meanings::{Meanings, Meant};
use super::names::Known;

use super::outcome::{Near, Outcome, Row};
use super::times::{When, days_near, times_of};
use crate::edit::{AnyRow, Command};
use crate::model::{Person, Plan, Room, Session};

/// What somebody decided about the rows of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// Rows that are left out, by their places below the headings.
    pub left_out: BTreeSet<usize>,
    /// What names mean that are almost those of the plan.
    pub meanings: Meanings,
}

/// What a table would make of a plan.
#[derive(Debug, Default)]
pub struct Incoming {
    /// Each row of the table, in its order.
    pub rows: Vec<Row>,
    made: Made,
}

impl Incoming {
    /// What `pasted` would make of `plan`, of which is `known` what things are called.
    #[must_use]
    pub fn new(pasted: &Pasted, plan: &Plan, known: Known, near: Near) -> Self {
        Self::decided(pasted, plan, known, near, &Decided::default())
    }

    /// The same, after somebody has decided on rows and names.
    #[must_use]
    pub fn decided(pasted: &Pasted, plan: &Plan, mut known: Known, near: Near, decided: &Decided) -> Self {
        for (name, meant) in decided.meanings.iter() {
            match meant {
                Meant::Room(id) => known.add_room(name, id),
                Meant::Person(id) => known.add_person(name, id),
                Meant::Body(id) => known.add_body(name, id),
                Meant::New => {}
            }
        }
        let times = times_of(pasted, days_near(plan, near));
        let matched = Matched::new(pasted, plan);
        let mut maker = Maker::new(pasted, plan, known, near, &decided.meanings);
        let mut rows = Vec::with_capacity(times.len());
        for (index, (row, when)) in pasted.rows().iter().zip(&times).enumerate() {
            let mut notes = Vec::new();
            let outcome = match when {
                When::Heading(day) => Outcome::Day(*day),
                _ if decided.left_out.contains(&index) => Outcome::LeftOut,
                When::Not(field, flaw) => Outcome::Not(*field, *flaw),
                When::At(at) => {
                    let cell = |field| pasted.cell(row, field);
                    let meant = matched.find(plan, cell(Field::Id), cell(Field::Title), at.day.zip(at.start));
                    maker.make(Looked { row, at: *at, meant }, &mut notes)
                }
            };
            rows.push(Row { outcome, notes, unclear: maker.take_unclear() });
        }
        Self { rows, made: maker.finish() }
    }

    /// The rooms that it would make.
    #[must_use]
    pub fn rooms(&self) -> &[Room] {
        &self.made.rooms
    }

    /// The people whom it would make.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.made.people
    }

    /// The new sessions.
    #[must_use]
    pub fn new_sessions(&self) -> &[Session] {
        &self.made.new
    }

    /// The sessions that change, as they would be.
    #[must_use]
    pub fn changed_sessions(&self) -> &[Session] {
        &self.made.changed
    }

    /// How many rows are not understood.
    #[must_use]
    pub fn not_understood(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.outcome, Outcome::Not(..))).count()
    }

    /// The command that takes all of it, as one step; `None` where nothing would change.
    #[must_use]
    pub fn command(&self) -> Option<Command> {
        let Made { rooms, people, new, changed } = &self.made;
        let sessions = new.iter().chain(changed).cloned().map(AnyRow::from);
        let rooms = rooms.iter().cloned().map(AnyRow::from);
        let rows: Vec<AnyRow> = sessions.chain(rooms).chain(people.iter().cloned().map(AnyRow::from)).collect();
        (!rows.is_empty()).then_some(Command::PutMany(rows))
    }
}

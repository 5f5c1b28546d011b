//! What a table would make of a plan, row by row: new sessions, changed ones, rooms and people that are missing, and what
//! is not understood, with its reason. It is looked at before anything changes.

use std::collections::{BTreeSet, HashSet};

use super::again::{gone, name_of};
use super::columns::Pasted;
use super::field::Field;
use super::grid::GridRow;
use super::making::{Looked, Made, Maker};
use super::matched::Matched;
use super::meanings::{Meanings, Meant};
use super::names::Known;

use super::outcome::{Near, Outcome, Row};
use super::times::{When, days_near, times_of};
use crate::edit::Command;
use crate::exchange::dismissed::{OfSource, taken};
use crate::model::{Person, Plan, Room, Session, SessionId};

/// What somebody decided about the rows of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// Rows that are left out, by their places below the headings.
    pub left_out: BTreeSet<usize>,
    /// What names mean that are almost those of the plan.
    pub meanings: Meanings,
    /// Where the table comes from ([`super::source_of`]); empty where nobody knows. Only then is known what is gone there, and
    /// what a planner has changed since.
    pub source: String,
    /// Rows that count wherever they differ.
    pub theirs: Chosen<usize>,
    /// Sessions that are gone there, and are taken away here.
    pub gone: Chosen<SessionId>,
    /// Rows of sessions that were removed here and come again all the same.
    pub restored: Chosen<usize>,
}

impl Decided {
    /// Takes a row, also one of what was removed here, or leaves it out.
    pub fn tick(&mut self, row: usize, is_taken: bool) {
        self.restored.set(row, is_taken);
        _ = if is_taken { self.left_out.remove(&row) } else { self.left_out.insert(row) };
    }
}

/// Those of which somebody decided something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen<T> {
    /// All.
    All,
    /// These.
    These(BTreeSet<T>),
}

impl<T> Default for Chosen<T> {
    fn default() -> Self {
        Self::These(BTreeSet::new())
    }
}

impl<T: Ord + Copy> Chosen<T> {
    /// Whether one is among them.
    pub fn has(&self, one: T) -> bool {
        match self {
            Self::All => true,
            Self::These(these) => these.contains(&one),
        }
    }

    /// Adds one, or takes it out.
    pub fn set(&mut self, one: T, inside: bool) {
        if let Self::These(these) = self {
            _ = if inside { these.insert(one) } else { these.remove(&one) };
        }
    }
}

/// How much is done is told after so many rows.
const WATCHED: usize = 128;

/// What a table would make of a plan.
#[derive(Debug, Default)]
pub struct Incoming {
    /// Each row of the table, in its order.
    pub rows: Vec<Row>,
    /// Sessions that came from there and are there no more.
    pub gone: Vec<SessionId>,
    made: Made,
    removed: usize,
    /// All of it, where something is taken away or comes again.
    whole: Option<Command>,
}

impl Incoming {
    /// What `pasted` would make of `plan`, of which is `known` what things are called.
    #[must_use]
    pub fn new(pasted: &Pasted, plan: &Plan, known: Known, near: Near) -> Self {
        Self::decided(pasted, plan, known, near, &Decided::default())
    }

    /// The same, after somebody has decided on rows and names.
    #[must_use]
    pub fn decided(pasted: &Pasted, plan: &Plan, known: Known, near: Near, decided: &Decided) -> Self {
        Self::watched(pasted, plan, (known, near, decided), &|_| {})
    }

    /// The same; `watch` is told how much is done, 0 to 1.
    #[must_use]
    pub fn watched(
        pasted: &Pasted,
        plan: &Plan,
        (mut known, near, decided): (Known, Near, &Decided),
        watch: &dyn Fn(f32),
    ) -> Self {
        for (name, meant) in decided.meanings.iter() {
            match meant {
                Meant::Room(id) => known.add_room(name, *id),
                Meant::Person(id) => known.add_person(name, *id),
                Meant::Body(id) => known.add_body(name, *id),
                Meant::New | Meant::Called(_) => {}
            }
        }
        let times = times_of(pasted, days_near(plan, near));
        let matched = Matched::new(pasted, plan);
        let meant = matched.all(pasted, plan, (&times, &known, &decided.source));
        let mut maker = Maker::new((pasted, &decided.source), plan, known, near, &decided.meanings);
        let (dismissed, mut restored) = (OfSource::new(plan, &decided.source), Vec::new());
        let mut rows = Vec::with_capacity(times.len());
        for (index, (row, when)) in pasted.rows().iter().zip(&times).enumerate() {
            if index % WATCHED == 0 {
                watch(index as f32 / times.len() as f32);
            }
            let mut notes = Vec::new();
            let outcome = match when {
                When::Heading(day) => Outcome::Day(*day),
                _ if decided.left_out.contains(&index) => Outcome::LeftOut,
                When::Not(field, flaw) => Outcome::Not(*field, *flaw),
                When::At(at) => {
                    let title = pasted.cell(row, Field::Title);
                    let find = || dismissed.find(&name_of(pasted, row, *at), std::iter::once(title));
                    let is_gone_here = meant[index].is_none().then(find).flatten();
                    if is_gone_here.is_some() && !decided.restored.has(index) {
                        rows.push(Row { outcome: Outcome::Dismissed, ..Row::default() });
                        continue;
                    }
                    restored.extend(is_gone_here.cloned());
                    let theirs = decided.theirs.has(index);
                    maker.make(Looked { row, at: *at, meant: meant[index], theirs }, &mut notes)
                }
            };
            let (unclear, ours, guessed_day) = (maker.take_unclear(), maker.take_ours(), maker.take_guessed_day());
            rows.push(Row { outcome, notes, unclear, ours, guessed_day });
        }
        // What a row means that is not understood is there all the same.
        let titled = |(row, when): (&GridRow, &When)| match when {
            When::Not(..) => matched.find(plan, pasted.cell(row, Field::Id), pasted.cell(row, Field::Title), None),
            _ => None,
        };
        let others = pasted.rows().iter().zip(&times).filter_map(titled);
        let meant: HashSet<SessionId> = meant.into_iter().flatten().chain(others).collect();
        // A table of which nothing is there says nothing of what is gone.
        let sessions = plan.sessions().iter().map(|row| &**row).filter(|_| !meant.is_empty());
        let gone = gone(sessions, &decided.source, |id| meant.contains(&id));
        let removed: Vec<SessionId> = gone.iter().copied().filter(|&id| decided.gone.has(id)).collect();
        let made = maker.finish();
        let is_plain = removed.is_empty() && restored.is_empty();
        let patch = || taken(plan, made.command().as_ref(), (&removed, &restored)).ok();
        let whole = if is_plain { None } else { patch().map(|patch| Command::Import(Box::new(patch))) };
        let removed = if whole.is_some() { removed.len() } else { 0 };
        Self { rows, gone, made, removed, whole }
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

    /// How many sessions are taken away.
    #[must_use]
    pub fn removed(&self) -> usize {
        self.removed
    }

    /// The command that takes all of it, as one step; `None` where nothing would change.
    #[must_use]
    pub fn command(&self) -> Option<Command> {
        self.whole.clone().or_else(|| self.made.command())
    }
}

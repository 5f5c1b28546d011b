//! Ids for several new rows at once, none given out twice.

use std::collections::BTreeMap;

use crate::model::{Id, Plan, Row, Session, SessionId, Table};

/// Gives out ids for new rows of one table: letters and a number, none twice.
#[derive(Debug)]
pub struct FreeIds<'a, R: Row> {
    table: &'a Table<R>,
    stem: String,
    /// The number after the last one given out.
    next: u32,
}

impl<'a, R: Row> FreeIds<'a, R> {
    /// Ids that the table does not have; `stem` are the letters before the number.
    #[must_use]
    pub fn new(table: &'a Table<R>, stem: &str) -> Self {
        let next = u32::try_from(table.len()).unwrap_or(0) + 1;
        Self { table, stem: stem.to_owned(), next }
    }

    /// The next one.
    pub fn give(&mut self) -> Id<R> {
        let id = Id::numbered(&self.stem, self.next, |id| self.table.contains(id));
        let number = id.as_str().get(self.stem.len()..).and_then(|number| number.parse::<u32>().ok());
        self.next = number.map_or(u32::MAX, |number| number.saturating_add(1));
        id
    }
}

/// Gives out ids for new sessions, none twice.
#[derive(Debug)]
pub struct FreeSessionIds<'a> {
    plan: &'a Plan,
    /// By the letters before the number.
    free: BTreeMap<String, FreeIds<'a, Session>>,
}

impl<'a> FreeSessionIds<'a> {
    /// Ids that `plan` does not have.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        Self { plan, free: BTreeMap::new() }
    }

    /// The next one in the style of `like`: the letters before its number, then a free number.
    pub fn like(&mut self, like: SessionId) -> SessionId {
        let stem = like.as_str().trim_end_matches(|c: char| c.is_ascii_digit());
        let stem = if stem.len() > 16 { "S" } else { stem };
        if let Some(free) = self.free.get_mut(stem) {
            return free.give();
        }
        self.free.entry(stem.to_owned()).or_insert(FreeIds::new(self.plan.sessions(), stem)).give()
    }
}

//! The speaking list of a programme: who speaks, in which order, and when.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::super::super::plain::harmless;
use super::super::{Entry, Statement};
use super::Gathering;
use crate::model::agenda::{self, Agendas, Taken};
use crate::model::{PersonId, StatementId, TextState};

impl Gathering<'_> {
    /// Who delivers a statement in a chosen session, or waits to deliver one where all is chosen.
    pub(super) fn speakers(&self) -> BTreeSet<PersonId> {
        let chosen: BTreeSet<_> = self.placed.iter().map(|timed| timed.session.id).collect();
        let statements = self.plan.statements().iter();
        let chosen = statements.filter(|row| row.session.is_some_and(|id| chosen.contains(&id)));
        chosen.map(|row| row.speaker).filter(|speaker| self.is_listed(*speaker)).collect()
    }

    /// Whether what somebody says is on the speaking list: who asks for people asks for what these say.
    fn is_listed(&self, speaker: PersonId) -> bool {
        let selection = self.wish.selection;
        let represents = self.plan.people().get(speaker).map_or("", |person| person.represents.as_str());
        !selection.asks_for_people() || selection.asks_for(speaker, represents)
    }

    pub(super) fn statements(&self, entries: &[Entry], people: &FxHashMap<PersonId, usize>) -> Vec<Statement> {
        let places: BTreeMap<_, usize> = entries.iter().enumerate().map(|(place, entry)| (entry.id, place)).collect();
        let place = |row: &crate::model::Statement| row.session.and_then(|id| places.get(&id).copied());
        // For the team, in the whole plan also those without a session, or with one that waits itself. Who does not speak is on no list.
        let all = self.wish.selection.is_everything() && self.wish.is_internal;
        let is_wanted = |row: &&Arc<crate::model::Statement>| row.speaks() && (all || place(row).is_some());
        let mut rows: Vec<_> = self.plan.statements().iter().filter(is_wanted).collect();
        rows.sort_by_cached_key(|row| (place(row).unwrap_or(usize::MAX), row.order, row.requested, natural(row.id)));
        let dues = self.dues(entries);
        let mut statements: Vec<Statement> = Vec::new();
        let (mut of, mut number) = (None, 0);
        for row in rows {
            let entry = place(row);
            if number == 0 || entry != of {
                (of, number) = (entry, 0);
            }
            number += 1;
            let minutes = dues.get(&row.id).copied().unwrap_or(0);
            let Some(&speaker) = people.get(&row.speaker).filter(|_| self.is_listed(row.speaker)) else { continue };
            statements.push(Statement {
                id: row.id,
                speaker,
                entry,
                number,
                start: entry.map(|place| entries[place].span.start.plus_mins(minutes)),
                length_secs: row.length_secs,
                text_received: self.wish.is_internal.then_some(row.text != TextState::Missing),
                language: row.language,
                remarks: if self.wish.is_internal { harmless(&row.remarks) } else { String::new() },
            });
        }
        statements
    }

    /// When the statements of sessions are due, in minutes after the beginning, with the changeovers between them.
    fn dues(&self, entries: &[Entry]) -> FxHashMap<StatementId, i32> {
        let mut dues = FxHashMap::default();
        if self.plan.statements().is_empty() {
            return dues;
        }
        let agendas = Agendas::new(self.plan);
        for session in entries.iter().filter_map(|entry| self.plan.sessions().get(entry.id)) {
            let taken = agenda::taken(self.plan, &agendas, session.id);
            for (taken, due) in taken.iter().zip(agenda::times(Some(session), &taken).dues) {
                if let Taken::Statement(row) = taken {
                    dues.insert(row.id, i32::try_from(due.start_secs.div_euclid(60)).unwrap_or(i32::MAX / 4));
                }
            }
        }
        dues
    }
}

/// Names in the order in which people count: `M2` before `M10`.
fn natural(id: StatementId) -> (usize, StatementId) {
    (id.as_str().len(), id)
}

//! What is selected, and which sessions the filters let through.

use std::collections::{BTreeSet, HashSet};

use crate::model::{Plan, RowId, Session, SessionId};

/// Selected sessions, and the one row that the inspector shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Sessions that move together.
    pub sessions: BTreeSet<SessionId>,
    /// What the inspector shows: the session selected last, or a row of another kind.
    pub focus: Option<RowId>,
}

impl Selection {
    /// Just this row.
    #[must_use]
    pub fn only(row: RowId) -> Self {
        let sessions = if let RowId::Session(id) = row { BTreeSet::from([id]) } else { BTreeSet::new() };
        Self { sessions, focus: Some(row) }
    }

    /// These sessions; the inspector shows the last of them.
    #[must_use]
    pub fn sessions(ids: impl IntoIterator<Item = SessionId>) -> Self {
        let sessions: BTreeSet<SessionId> = ids.into_iter().collect();
        let focus = sessions.last().map(|&id| RowId::Session(id));
        Self { sessions, focus }
    }

    /// Whether this session is selected.
    #[must_use]
    pub fn contains(&self, id: SessionId) -> bool {
        self.sessions.contains(&id)
    }

    /// Adds the session, or takes it away.
    pub fn toggle(&mut self, id: SessionId) {
        if self.sessions.remove(&id) {
            self.focus = self.sessions.last().map(|&id| RowId::Session(id));
        } else {
            self.sessions.insert(id);
            self.focus = Some(RowId::Session(id));
        }
    }

    /// Forgets rows that are gone.
    pub fn retain_existing(&mut self, plan: &Plan) {
        self.sessions.retain(|&id| plan.sessions().contains(id));
        if self.focus.is_some_and(|row| !plan.contains(row)) {
            self.focus = self.sessions.last().map(|&id| RowId::Session(id));
        }
    }
}

/// Rows by which sessions are filtered: within one table any will do, between tables all must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Events, bodies, rooms, people, topics and documents.
    pub rows: BTreeSet<RowId>,
    /// Words that must all occur in the session's texts.
    pub words: String,
}

impl Filter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.words.trim().is_empty()
    }

    /// The sessions it lets through; `None` when it is empty and lets all through.
    #[must_use]
    pub fn matches(&self, plan: &Plan) -> Option<HashSet<SessionId>> {
        if self.is_empty() {
            return None;
        }
        let words: Vec<String> = self.words.split_whitespace().map(folded).collect();
        let sessions = plan.sessions().iter();
        Some(sessions.filter(|session| self.lets(plan, session, &words)).map(|session| session.id).collect())
    }

    fn lets(&self, plan: &Plan, session: &Session, words: &[String]) -> bool {
        let by_rows = self.rows.iter().all(|wanted| {
            // Any row of the same table will do.
            let alike = |row: &&RowId| row.kind() == wanted.kind();
            self.rows.iter().filter(alike).any(|&row| touches(plan, session, row))
        });
        by_rows
            && (words.is_empty() || {
                let text = folded(&search_text(plan, session));
                words.iter().all(|word| text.contains(word.as_str()))
            })
    }
}

/// Whether a session has to do with a row; a body also stands for its groups.
fn touches(plan: &Plan, session: &Session, row: RowId) -> bool {
    use crate::model::Row as _;
    let mut found = false;
    session.references(&mut |id| found |= id == row);
    if let RowId::Body(body) = row {
        found |= session.bodies.iter().any(|&own| {
            let mut at = plan.bodies().get(own).and_then(|row| row.parent);
            // A chain of bodies is short; the limit guards against bodies that belong to each other.
            for _ in 0..8 {
                let Some(parent) = at else { return false };
                if parent == body {
                    return true;
                }
                at = plan.bodies().get(parent).and_then(|row| row.parent);
            }
            false
        });
    }
    found
}

/// Everything by which a session is searched: its id, titles in all languages, bodies, rooms, topics, remarks.
#[must_use]
pub fn search_text(plan: &Plan, session: &Session) -> String {
    let mut text = session.id.to_string();
    let mut add = |part: &str| {
        text.push(' ');
        text.push_str(part);
    };
    session.title.iter().for_each(|(_, title)| add(title));
    for body in session.bodies.iter().filter_map(|&id| plan.bodies().get(id)) {
        body.code.iter().chain(body.title.iter()).for_each(|(_, title)| add(title));
    }
    for room in session.rooms().iter().filter_map(|&id| plan.rooms().get(id)) {
        room.title.iter().for_each(|(_, title)| add(title));
    }
    for topic in session.topics.iter().filter_map(|&id| plan.topics().get(id)) {
        add(&topic.code);
    }
    for document in session.documents.iter().filter_map(|&id| plan.documents().get(id)) {
        add(&document.symbol);
    }
    for person in session.people.iter().filter_map(|part| plan.people().get(part.person)) {
        add(&person.name);
    }
    add(&session.remarks);
    text
}

/// `text` as it is compared: small letters, every dash and blank alike, Cyrillic С in symbols as Latin C. The source
/// document mixes them (oddities A19 and A20).
#[must_use]
pub fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{0441}' => 'c',
            'ё' => 'е',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_ignores_the_many_dashes_and_the_cyrillic_c() {
        assert_eq!(folded("TDAG\u{2011}25/21"), folded("tdag-25/21"));
        assert_eq!(folded("Решение 637 (С24)"), folded("решение 637 (C24)"));
        assert_eq!(folded("2026\u{2212}2028"), folded("2026\u{2013}2028"));
    }

    #[test]
    fn toggling_twice_changes_nothing() {
        let id: SessionId = "S01".parse().unwrap();
        let mut selection = Selection::default();
        selection.toggle(id);
        assert_eq!(selection.focus, Some(RowId::Session(id)));
        selection.toggle(id);
        assert_eq!(selection, Selection::default());
    }
}

//! What is selected.

use std::collections::BTreeSet;

use crate::model::{Plan, RowId, SessionId};

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

#[cfg(test)]
mod tests {
    use super::*;

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

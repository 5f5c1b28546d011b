//! What is selected.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Patch, Plan, RowId, Session, SessionId};

/// Selected sessions, and the one row that the inspector shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Sessions that move together. Shared, so that whoever remembers a selection sees quickly that it is still the same.
    pub sessions: Arc<BTreeSet<SessionId>>,
    /// What the inspector shows: the session selected last, or a row of another kind.
    pub focus: Option<RowId>,
}

impl Selection {
    /// Just this row.
    #[must_use]
    pub fn only(row: RowId) -> Self {
        let sessions = if let RowId::Session(id) = row { BTreeSet::from([id]) } else { BTreeSet::new() };
        Self { sessions: Arc::new(sessions), focus: Some(row) }
    }

    /// These sessions; the inspector shows the last of them.
    #[must_use]
    pub fn sessions(ids: impl IntoIterator<Item = SessionId>) -> Self {
        let sessions: BTreeSet<SessionId> = ids.into_iter().collect();
        let focus = sessions.last().map(|&id| RowId::Session(id));
        Self { sessions: Arc::new(sessions), focus }
    }

    /// Whether this session is selected.
    #[must_use]
    pub fn contains(&self, id: SessionId) -> bool {
        self.sessions.contains(&id)
    }

    /// Adds the session, or takes it away.
    pub fn toggle(&mut self, id: SessionId) {
        if Arc::make_mut(&mut self.sessions).remove(&id) {
            self.focus = self.sessions.last().map(|&id| RowId::Session(id));
        } else {
            self.add(id);
        }
    }

    /// Adds the session, which the inspector then shows.
    pub fn add(&mut self, id: SessionId) {
        if !self.sessions.contains(&id) {
            Arc::make_mut(&mut self.sessions).insert(id);
        }
        self.focus = Some(RowId::Session(id));
    }

    /// Forgets rows that a patch has taken away: `plan` is the plan after it.
    pub fn follow(&mut self, plan: &Plan, patch: &Patch) {
        let gone = patch.changes::<Session>().filter(|(_, change)| change.after.is_none());
        for (id, _) in gone.filter(|&(id, _)| !plan.sessions().contains(id)) {
            if self.sessions.contains(&id) {
                Arc::make_mut(&mut self.sessions).remove(&id);
            }
        }
        if self.focus.is_some_and(|row| !plan.contains(row) && !row.is_built_in()) {
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

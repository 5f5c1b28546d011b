//! What a form can edit: a row, several sessions, or the plan's header. Knows nothing of widgets.

use std::fmt::Debug;
use std::hash::Hash;
use std::sync::Arc;

use crate::edit::Command;
use crate::model::{
    Body, BodyId, Document, DocumentId, Event, EventId, Header, Id, Note, NoteId, Person, PersonId, Plan, Room, RoomId,
    Session, SessionId, Statement, StatementId, Tabled, Topic, TopicId,
};

/// Something that is edited as a whole: what is changed is a copy, and the command puts the copy in its place.
pub trait Subject: Clone + PartialEq + 'static {
    /// Names it in any later state of the plan.
    type Key: Clone + Hash + Debug + 'static;

    /// Its name.
    fn key(&self) -> Self::Key;

    /// It, as it is in `plan`; `None` when it is gone.
    fn fetch(plan: &Plan, key: &Self::Key) -> Option<Self>;

    /// The command that puts `self` where `before` was.
    fn command(self, before: &Self) -> Command;
}

macro_rules! plain_subjects {
    ($($row:ident $id:ident),*) => {
        $(impl Subject for $row {
            type Key = $id;

            fn key(&self) -> $id {
                self.id
            }

            fn fetch(plan: &Plan, key: &$id) -> Option<Self> {
                fetch_row(plan, *key)
            }

            fn command(self, _before: &Self) -> Command {
                Command::Put(self.into())
            }
        })*
    };
}
plain_subjects!(Event EventId, Body BodyId, Room RoomId, Person PersonId, Topic TopicId, Document DocumentId);
plain_subjects!(Statement StatementId, Note NoteId);

fn fetch_row<R: Tabled>(plan: &Plan, id: Id<R>) -> Option<R> {
    R::of_plan(plan).get(id).map(|row| R::clone(row))
}

impl Subject for Session {
    type Key = SessionId;

    fn key(&self) -> SessionId {
        self.id
    }

    fn fetch(plan: &Plan, key: &SessionId) -> Option<Self> {
        fetch_row(plan, *key)
    }

    fn command(self, before: &Self) -> Command {
        Command::change(before, self)
    }
}

impl Subject for Header {
    type Key = ();

    fn key(&self) {}

    fn fetch(plan: &Plan, _key: &()) -> Option<Self> {
        Some(Self::clone(plan.header()))
    }

    fn command(self, _before: &Self) -> Command {
        Command::PutHeader(Box::new(self))
    }
}

/// Several sessions, changed together in one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Several(pub Vec<Arc<Session>>);

impl Several {
    /// Those of `ids` that exist.
    pub fn of(plan: &Plan, ids: impl IntoIterator<Item = SessionId>) -> Self {
        Self(ids.into_iter().filter_map(|id| plan.sessions().get(id).cloned()).collect())
    }

    /// Changes every one of them; those that stay the same are not copied.
    pub fn each(&mut self, change: impl Fn(&mut Session)) {
        for session in &mut self.0 {
            let mut changed = Session::clone(session);
            change(&mut changed);
            if changed != **session {
                *session = Arc::new(changed);
            }
        }
    }

    /// What they have in common; `None` where they differ.
    pub fn common<T: PartialEq>(&self, read: impl Fn(&Session) -> T) -> Option<T> {
        let (first, rest) = self.0.split_first()?;
        let value = read(first);
        rest.iter().all(|session| read(session) == value).then_some(value)
    }
}

impl Subject for Several {
    type Key = Vec<SessionId>;

    fn key(&self) -> Vec<SessionId> {
        self.0.iter().map(|session| session.id).collect()
    }

    fn fetch(plan: &Plan, key: &Vec<SessionId>) -> Option<Self> {
        let found = Self::of(plan, key.iter().copied());
        (!found.0.is_empty()).then_some(found)
    }

    fn command(self, before: &Self) -> Command {
        let changed = self.0.iter().zip(&before.0).filter(|(after, before)| !Arc::ptr_eq(after, before));
        let changed: Vec<&Arc<Session>> = changed.map(|(after, _)| after).collect();
        let pinned = changed.first().is_some_and(|session| session.pinned);
        let only_pinned = self
            .0
            .iter()
            .zip(&before.0)
            .all(|(after, before)| Session { pinned: before.pinned, ..Session::clone(after) } == **before);
        if only_pinned && changed.iter().all(|session| session.pinned == pinned) {
            return Command::Pin(changed.iter().map(|session| session.id).collect(), pinned);
        }
        Command::PutMany(changed.into_iter().map(|session| Session::clone(session).into()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Length, Placement, SessionKind, Status};

    fn session() -> Session {
        let mut session = Session::new("S01".parse().unwrap(), "E".parse().unwrap(), SessionKind::Plenary);
        let start = "2025-11-17T09:30".parse().unwrap();
        session.placement = Some(Placement { start, length: Length::HOUR, rooms: Vec::new() });
        session
    }

    #[test]
    fn several_put_only_what_changed_and_pin_as_one() {
        let (a, mut b) = (session(), session());
        b.id = "S02".parse().unwrap();
        b.status = Status::Confirmed;
        let before = Several(vec![Arc::new(a), Arc::new(b)]);
        let mut after = before.clone();
        after.each(|session| session.status = Status::Confirmed);
        assert!(matches!(after.command(&before), Command::PutMany(rows) if rows.len() == 1));
        let mut after = before.clone();
        after.each(|session| session.pinned = true);
        assert!(matches!(after.command(&before), Command::Pin(ids, true) if ids.len() == 2));
        assert_eq!(before.common(|session| session.kind), Some(SessionKind::Plenary));
        assert_eq!(before.common(|session| session.status), None);
    }
}

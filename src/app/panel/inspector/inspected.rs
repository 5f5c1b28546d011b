//! What a form can edit: a row, several sessions, or the plan's header. Knows nothing of widgets.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::hash::{Hash, Hasher};
use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHasher;

use crate::app::widget::ranks::rank_row;
use crate::edit::Command;
use crate::model::{
    AgendaItem, AgendaItemId, Body, BodyId, Comment, CommentId, Delegate, DelegateId, Document, DocumentId, Event,
    EventId, FieldId, FieldValue, Header, Id, Kind, KindId, LanguageSet, Length, Note, NoteId, OwnField, OwnKind,
    OwnRank, Person, PersonId, Plan, Post, PostId, RankId, Role, Room, RoomId, RoomRequest, RoomRequestId, Session,
    SessionId, Span, Statement, StatementId, Status, Tabled, Team, TeamId, Topic, TopicId,
};

/// Something that is edited as a whole: what is changed is a copy, and the command puts the copy in its place.
pub trait Inspected: Clone + PartialEq + 'static {
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
        $(impl Inspected for $row {
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
plain_subjects!(OwnField FieldId, OwnKind KindId, Event EventId, Body BodyId, Room RoomId, Person PersonId, Topic TopicId, Document DocumentId);
plain_subjects!(Statement StatementId, Note NoteId, Comment CommentId, AgendaItem AgendaItemId, Post PostId, Team TeamId, RoomRequest RoomRequestId, Delegate DelegateId);

fn fetch_row<R: Tabled>(plan: &Plan, id: Id<R>) -> Option<R> {
    R::of_plan(plan).get(id).map(|row| R::clone(row))
}

impl Inspected for OwnRank {
    type Key = RankId;

    fn key(&self) -> RankId {
        self.id
    }

    fn fetch(plan: &Plan, key: &RankId) -> Option<Self> {
        rank_row(plan, *key)
    }

    fn command(self, _before: &Self) -> Command {
        Command::Put(self.into())
    }
}

impl Inspected for Session {
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

impl Inspected for Header {
    type Key = ();

    fn key(&self) {}

    fn fetch(plan: &Plan, _key: &()) -> Option<Self> {
        Some(Self::clone(plan.header()))
    }

    fn command(self, _before: &Self) -> Command {
        Command::PutHeader(Box::new(self))
    }
}

/// Several sessions, changed together in one step. Copies are cheap until something changes.
#[derive(Clone, Debug)]
pub struct Several {
    sessions: Rc<Vec<Arc<Session>>>,
    key: SeveralKey,
    together: Rc<OnceCell<Together>>,
}

/// Which sessions they are.
#[derive(Clone, Debug)]
pub struct SeveralKey {
    ids: Rc<[SessionId]>,
    /// Worked out once for all of them.
    hash: u64,
}

impl Hash for SeveralKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

/// What sessions have in an own field.
#[derive(Clone, Debug, PartialEq)]
pub enum Common {
    /// The same, or all nothing.
    Same(Option<FieldValue>),
    /// Not all the same.
    Different,
}

/// What sessions have in common, and what they are together.
#[derive(Debug)]
pub struct Together {
    pub kind: Option<Kind>,
    pub status: Option<Status>,
    pub length: Option<Length>,
    /// The day that all of those with a time are on.
    pub day: Option<NaiveDate>,
    /// The minute of the day at which they begin.
    pub start: Option<i32>,
    pub rooms: Option<Vec<RoomId>>,
    pub bodies: Option<Vec<BodyId>>,
    pub pinned: Option<bool>,
    pub languages: Option<LanguageSet>,
    pub event: Option<EventId>,
    pub attendance: Spread<Option<u32>>,
    pub webcast: Option<bool>,
    pub captioned: Option<bool>,
    pub people: Spread<PersonId>,
    pub topics: Spread<TopicId>,
    pub documents: Spread<DocumentId>,
    /// What they have in own fields, where any has something.
    pub own: BTreeMap<FieldId, Common>,
    /// Whether none of them would refuse to be moved.
    pub free: bool,
    /// From the first start to the last end.
    pub span: Option<Span>,
    /// The length of those that have a time, in minutes.
    pub placed_mins: i32,
    /// The earliest of them.
    pub named: Vec<Arc<Session>>,
}

/// What sessions have, each with how many of them have it.
#[derive(Clone, Debug)]
pub struct Spread<T> {
    /// In the order of ids.
    pub rows: Vec<(T, usize)>,
}

impl<T: Copy + Ord> Spread<T> {
    /// How many have this.
    pub fn of(&self, row: T) -> usize {
        self.rows.binary_search_by_key(&row, |(known, _)| *known).map_or(0, |at| self.rows[at].1)
    }
}

impl PartialEq for Several {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.sessions, &other.sessions) || self.sessions == other.sessions
    }
}

impl Several {
    /// So many are named one by one.
    const MOST_NAMED: usize = 40;

    /// Those of `ids` that exist.
    pub fn of(plan: &Plan, ids: impl IntoIterator<Item = SessionId>) -> Self {
        Self::new(ids.into_iter().filter_map(|id| plan.sessions().get(id).cloned()).collect())
    }

    fn new(sessions: Vec<Arc<Session>>) -> Self {
        let ids: Rc<[SessionId]> = sessions.iter().map(|session| session.id).collect();
        let mut hasher = FxHasher::default();
        ids.hash(&mut hasher);
        let key = SeveralKey { ids, hash: hasher.finish() };
        Self { sessions: Rc::new(sessions), key, together: Rc::default() }
    }

    /// The sessions, in the order of ids.
    pub fn sessions(&self) -> &[Arc<Session>] {
        &self.sessions
    }

    /// What they have in common; worked out once.
    pub fn together(&self) -> &Together {
        self.together.get_or_init(|| {
            let spans = || self.sessions.iter().filter_map(|session| session.span());
            let mut named: Vec<_> = self.sessions.iter().collect();
            let by_start = |session: &&Arc<Session>| (session.span().map(|span| span.start), session.id);
            if named.len() > Self::MOST_NAMED {
                named.select_nth_unstable_by_key(Self::MOST_NAMED, by_start);
                named.truncate(Self::MOST_NAMED);
            }
            named.sort_by_key(by_start);
            Together {
                kind: self.common(Session::called),
                status: self.common(|session| session.status),
                length: self.common(Session::length),
                day: self.common(|session| session.span().map(|span| span.start.date())).flatten(),
                start: self.common(|session| session.span().map(|span| span.start.minute_of_day())).flatten(),
                rooms: self.common(|session| session.rooms().to_vec()),
                bodies: self.common(|session| session.bodies.clone()),
                pinned: self.common(|session| session.pinned),
                languages: self.common(|session| session.languages),
                event: self.common(|session| session.event),
                attendance: self.spread(|session| vec![session.expected_attendance]),
                webcast: self.common(|session| session.webcast),
                captioned: self.common(|session| session.captioned),
                people: self.spread(|session| session.people.iter().map(|part| part.person).collect()),
                topics: self.spread(|session| session.topics.clone()),
                documents: self.spread(|session| session.documents.clone()),
                own: self.own(),
                free: self.sessions.iter().all(|session| !session.pinned || session.placement.is_none()),
                span: spans().reduce(Span::hull),
                placed_mins: spans().map(Span::mins).fold(0, i32::saturating_add),
                named: named.into_iter().cloned().collect(),
            }
        })
    }

    fn own(&self) -> BTreeMap<FieldId, Common> {
        let filled: BTreeSet<FieldId> =
            self.sessions.iter().flat_map(|session| session.own.iter().map(|(field, _)| field)).collect();
        filled
            .into_iter()
            .map(|field| {
                (field, self.common(|session| session.own.get(field).cloned()).map_or(Common::Different, Common::Same))
            })
            .collect()
    }

    /// What all of them have in an own field.
    pub fn together_own(&self, field: FieldId) -> Common {
        self.together().own.get(&field).map_or(Common::Same(None), Clone::clone)
    }

    /// Changes every one of them; those that stay the same are not copied.
    pub fn each(&mut self, change: impl Fn(&mut Session)) {
        self.together = Rc::default();
        for session in Rc::make_mut(&mut self.sessions) {
            let mut changed = Session::clone(session);
            change(&mut changed);
            if changed != **session {
                *session = Arc::new(changed);
            }
        }
    }

    /// What somebody does in all of them in which they are.
    pub fn role_of(&self, person: PersonId) -> Option<Role> {
        let parts = self.sessions.iter().flat_map(|session| &session.people).filter(|part| part.person == person);
        let mut roles = parts.map(|part| part.role);
        let first = roles.next()?;
        roles.all(|role| role == first).then_some(first)
    }

    /// How many of them have each of what they have.
    fn spread<T: Copy + Ord>(&self, read: impl Fn(&Session) -> Vec<T>) -> Spread<T> {
        let mut counts: BTreeMap<T, usize> = BTreeMap::new();
        for session in &*self.sessions {
            let each: BTreeSet<T> = read(session).into_iter().collect();
            for row in each {
                *counts.entry(row).or_default() += 1;
            }
        }
        Spread { rows: counts.into_iter().collect() }
    }

    /// What they have in common; `None` where they differ.
    fn common<T: PartialEq>(&self, read: impl Fn(&Session) -> T) -> Option<T> {
        let (first, rest) = self.sessions.split_first()?;
        let value = read(first);
        rest.iter().all(|session| read(session) == value).then_some(value)
    }
}

impl Inspected for Several {
    type Key = SeveralKey;

    fn key(&self) -> SeveralKey {
        self.key.clone()
    }

    fn fetch(plan: &Plan, key: &SeveralKey) -> Option<Self> {
        let found = Self::of(plan, key.ids.iter().copied());
        (!found.sessions.is_empty()).then_some(found)
    }

    fn command(self, before: &Self) -> Command {
        let changed =
            self.sessions.iter().zip(before.sessions.iter()).filter(|(after, before)| !Arc::ptr_eq(after, before));
        let changed: Vec<&Arc<Session>> = changed.map(|(after, _)| after).collect();
        let pinned = changed.first().is_some_and(|session| session.pinned);
        let only_pinned = self
            .sessions
            .iter()
            .zip(before.sessions.iter())
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
        let before = Several::new(vec![Arc::new(a), Arc::new(b)]);
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

//! Patches: rows before and after. Undo, journal, comparison and merge all rest on this one idea.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::meeting::{Series, numbered, series};
use super::table::{for_each_table, with_id};
use super::{
    AgendaItem, Body, ChangeRecord, Comment, Delegate, Document, Event, FieldForm, FieldId, Header, Id, KindId, Note,
    OwnField, OwnKind, OwnRank, Person, Plan, Post, Referrers, Release, Room, RoomRequest, Row, RowError, RowId,
    RuleChoice, Session, SessionId, Statement, Team, Topic, Waiver, Wish,
};

/// One row before and after; `None` before is a new row, `None` after a removed one.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<R> {
    /// The row that must be there.
    pub before: Option<Arc<R>>,
    /// The row that takes its place.
    pub after: Option<Arc<R>>,
}

impl<R> Change<R> {
    /// Whether something that is read from the row differs before and after; always where the row is new or goes.
    #[must_use]
    pub fn differs<T: PartialEq>(&self, read: impl Fn(&R) -> T) -> bool {
        self.before.as_deref().map(&read) != self.after.as_deref().map(&read)
    }
}

/// The header before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct HeaderChange {
    /// The header that must be there.
    pub before: Arc<Header>,
    /// The header that takes its place.
    pub after: Arc<Header>,
}

/// What is undecided in a plan before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct UndecidedChange {
    /// What must be undecided.
    pub before: Arc<Patch>,
    /// What is undecided then.
    pub after: Arc<Patch>,
}

/// A set of row replacements, each row at most once. Changes that change nothing are never in one that is made for a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patch {
    pub(super) header: Option<HeaderChange>,
    pub(super) undecided: Option<UndecidedChange>,
    pub(super) kinds: BTreeMap<Id<OwnKind>, Change<OwnKind>>,
    pub(super) fields: BTreeMap<Id<OwnField>, Change<OwnField>>,
    pub(super) ranks: BTreeMap<Id<OwnRank>, Change<OwnRank>>,
    pub(super) events: BTreeMap<Id<Event>, Change<Event>>,
    pub(super) bodies: BTreeMap<Id<Body>, Change<Body>>,
    pub(super) rooms: BTreeMap<Id<Room>, Change<Room>>,
    pub(super) people: BTreeMap<Id<Person>, Change<Person>>,
    pub(super) topics: BTreeMap<Id<Topic>, Change<Topic>>,
    pub(super) documents: BTreeMap<Id<Document>, Change<Document>>,
    pub(super) sessions: BTreeMap<Id<Session>, Change<Session>>,
    pub(super) statements: BTreeMap<Id<Statement>, Change<Statement>>,
    pub(super) items: BTreeMap<Id<AgendaItem>, Change<AgendaItem>>,
    pub(super) posts: BTreeMap<Id<Post>, Change<Post>>,
    pub(super) teams: BTreeMap<Id<Team>, Change<Team>>,
    pub(super) delegates: BTreeMap<Id<Delegate>, Change<Delegate>>,
    pub(super) requests: BTreeMap<Id<RoomRequest>, Change<RoomRequest>>,
    pub(super) notes: BTreeMap<Id<Note>, Change<Note>>,
    pub(super) rules: BTreeMap<Id<RuleChoice>, Change<RuleChoice>>,
    pub(super) waivers: BTreeMap<Id<Waiver>, Change<Waiver>>,
    pub(super) releases: BTreeMap<Id<Release>, Change<Release>>,
    pub(super) records: BTreeMap<Id<ChangeRecord>, Change<ChangeRecord>>,
    pub(super) comments: BTreeMap<Id<Comment>, Change<Comment>>,
}

/// Why a patch can not be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatchError {
    /// The plan's header is not the one the patch was made for, or something else is undecided.
    HeaderChanged,
    /// A row is not the one the patch was made for.
    Changed(RowId),
    /// A row of this name is there already.
    Duplicate(RowId),
    /// A row is impossible by itself.
    Impossible {
        /// Which row.
        row: RowId,
        /// What is wrong with it.
        why: RowError,
    },
    /// A row would refer to one that does not exist.
    Dangling {
        /// The row that refers.
        row: RowId,
        /// What it refers to.
        target: RowId,
    },
}

/// A table of a plan and of a patch, chosen by the type of its rows.
pub trait Tabled: Row {
    /// The plan's rows of this type.
    fn of_plan(plan: &Plan) -> &super::Table<Self>;
    /// The patch's changes of this type.
    fn of_patch(patch: &Patch) -> &BTreeMap<Id<Self>, Change<Self>>;
    /// The patch's changes of this type, to add to.
    #[doc(hidden)]
    fn of_patch_mut(patch: &mut Patch) -> &mut BTreeMap<Id<Self>, Change<Self>>;
}

macro_rules! tabled {
    ($table:ident $row:ident) => {
        impl Tabled for $row {
            fn of_plan(plan: &Plan) -> &super::Table<Self> {
                plan.$table()
            }
            fn of_patch(patch: &Patch) -> &BTreeMap<Id<Self>, Change<Self>> {
                &patch.$table
            }
            fn of_patch_mut(patch: &mut Patch) -> &mut BTreeMap<Id<Self>, Change<Self>> {
                &mut patch.$table
            }
        }
    };
}
for_each_table!(tabled);

impl Patch {
    /// Puts `row` into the plan, new or in the place of the row of that name.
    ///
    /// Within one patch the last word on a row counts.
    pub fn put<R: Tabled>(&mut self, plan: &Plan, row: R) {
        let id = row.id();
        self.set(plan, id, Some(Arc::new(row)));
    }

    /// Takes the row away.
    pub fn remove<R: Tabled>(&mut self, plan: &Plan, id: Id<R>) {
        self.set(plan, id, None);
    }

    /// Makes sessions behave as their own kinds do: those of this patch, and all others of a kind whose nature it changes.
    pub fn settle_natures(&mut self, plan: &Plan, referrers: &dyn Referrers) {
        let renatured: BTreeSet<RowId> = self.renatured().map(RowId::from).collect();
        let mut sessions: BTreeSet<SessionId> = self.sessions.keys().copied().collect();
        if !renatured.is_empty() {
            referrers.each_referrer(&renatured, &mut |row, _| {
                if let RowId::Session(id) = row {
                    sessions.insert(id);
                }
            });
        }
        for id in sessions {
            let Some(session) = self.after(plan, id) else { continue };
            let own = session.own_kind.and_then(|kind| self.after(plan, kind));
            if let Some(nature) = own.map(|own| own.nature).filter(|&nature| nature != session.kind) {
                let session = Session { kind: nature, ..(**session).clone() };
                self.put(plan, session);
            }
        }
    }

    /// Takes out of rows what their own fields can not hold any more after this patch, such as a choice that is gone.
    pub fn settle_fields(&mut self, plan: &Plan, referrers: &dyn Referrers) {
        let narrowed: BTreeSet<RowId> = self.narrowed().map(RowId::from).collect();
        if narrowed.is_empty() {
            return;
        }
        let mut rows: BTreeSet<RowId> = self.rows().collect();
        referrers.each_referrer(&narrowed, &mut |row, _| _ = rows.insert(row));
        for row in rows {
            with_id!(row, id => self.settle_row(plan, id, &narrowed));
        }
    }

    fn settle_row<R: Tabled>(&mut self, plan: &Plan, id: Id<R>, narrowed: &BTreeSet<RowId>) {
        let Some(row) = self.after(plan, id).filter(|row| !row.own().is_empty()) else { return };
        let mut settled = R::clone(row);
        if let Some(own) = settled.own_mut() {
            own.retain(|id, value| {
                !narrowed.contains(&id.into()) || self.after(plan, id).is_none_or(|field| field.takes(value))
            });
        }
        self.put(plan, settled);
    }

    /// Takes from sessions that have a place what they wished for while they waited.
    pub fn settle_wishes(&mut self, plan: &Plan) {
        let placed = |change: &Change<Session>| {
            let session = change.after.as_deref()?;
            let is_stale = session.placement.is_some() && session.wish != Wish::default();
            is_stale.then(|| Session { wish: Wish::default(), ..session.clone() })
        };
        let settled: Vec<Session> = self.sessions.values().filter_map(placed).collect();
        for session in settled {
            self.put(plan, session);
        }
    }

    /// Fixes the numbers of the meetings that this patch opens, or makes meetings of: whatever is called off or put in
    /// between later, what was held keeps its number. A number that is taken away again is counted.
    ///
    /// What was announced under a number keeps it, too: that is fixed when a release is issued (`edit::releases`).
    pub fn settle_numbers(&mut self, plan: &Plan, referrers: &dyn Referrers) {
        let opens = |change: &Change<Session>| {
            let after = change.after.as_deref()?;
            let of = series(after).filter(|_| after.held.is_some() && after.number.is_none())?;
            let counted = change.before.as_deref().filter(|before| before.held.is_some()).and_then(series);
            (counted != Some(of)).then_some((after.id, of))
        };
        let opened: Vec<(SessionId, Series)> = self.sessions.values().filter_map(opens).collect();
        let all: BTreeSet<Series> = opened.iter().map(|&(_, of)| of).collect();
        for of in all {
            let mut ids: BTreeSet<SessionId> = self.sessions.keys().copied().collect();
            referrers.each_referrer(&BTreeSet::from([of.0.into()]), &mut |row, _| {
                if let RowId::Session(id) = row {
                    ids.insert(id);
                }
            });
            let rows = ids.into_iter().filter_map(|id| self.after(plan, id)).map(|row| &**row);
            let numbered = numbered(rows.filter(|session| series(session) == Some(of)));
            for (id, number) in numbered {
                if opened.contains(&(id, of))
                    && Session::NUMBERS.contains(&number)
                    && let Some(session) = self.after(plan, id)
                {
                    let session = Session { number: Some(number), ..(**session).clone() };
                    self.put(plan, session);
                }
            }
        }
    }

    /// The own fields that can not hold any more what they could hold.
    pub(super) fn narrowed(&self) -> impl Iterator<Item = FieldId> {
        let narrows = |change: &&Change<OwnField>| match (&change.before, &change.after) {
            (Some(before), Some(after)) => match (&before.form, &after.form) {
                (FieldForm::Choice(choices), FieldForm::Choice(_)) => {
                    choices.iter().any(|choice| after.choice(choice.id).is_none())
                }
                (before, after) => before != after,
            },
            _ => false,
        };
        self.fields.iter().filter(move |(_, change)| narrows(change)).map(|(&id, _)| id)
    }

    /// The own kinds that behave differently after this patch.
    pub(super) fn renatured(&self) -> impl Iterator<Item = KindId> {
        let differs = |change: &&Change<OwnKind>| match (&change.before, &change.after) {
            (Some(before), Some(after)) => before.nature != after.nature,
            _ => false,
        };
        self.kinds.iter().filter(move |(_, change)| differs(change)).map(|(&id, _)| id)
    }

    /// Replaces the header.
    pub fn put_header(&mut self, plan: &Plan, header: Header) {
        self.header = (header != **plan.header())
            .then(|| HeaderChange { before: Arc::clone(plan.header()), after: Arc::new(header) });
    }

    /// The row as it stands after this patch: the patch's word if it has one, else the plan's.
    #[must_use]
    pub fn after<'a, R: Tabled>(&'a self, plan: &'a Plan, id: Id<R>) -> Option<&'a Arc<R>> {
        match R::of_patch(self).get(&id) {
            Some(change) => change.after.as_ref(),
            None => R::of_plan(plan).get(id),
        }
    }

    /// The changes of one table, in the order of ids.
    pub fn changes<R: Tabled>(&self) -> impl Iterator<Item = (Id<R>, &Change<R>)> {
        R::of_patch(self).iter().map(|(&id, change)| (id, change))
    }

    /// The header before and after, where it changes.
    #[must_use]
    pub fn header_change(&self) -> Option<&HeaderChange> {
        self.header.as_ref()
    }

    /// Replaces what is undecided in the plan.
    pub fn put_undecided(&mut self, plan: &Plan, undecided: Patch) {
        self.undecided = (undecided != **plan.undecided())
            .then(|| UndecidedChange { before: Arc::clone(plan.undecided()), after: Arc::new(undecided) });
    }

    /// What is undecided before and after, where it changes.
    #[must_use]
    pub fn undecided_change(&self) -> Option<&UndecidedChange> {
        self.undecided.as_ref()
    }

    /// Says what somebody did to a row of a plan of theirs, for [`Plan::undecided`].
    pub fn tell<R: Tabled>(&mut self, id: Id<R>, change: Change<R>) {
        R::of_patch_mut(self).insert(id, change);
    }

    /// Says what somebody did to the header of a plan of theirs.
    pub fn tell_header(&mut self, change: HeaderChange) {
        self.header = Some(change);
    }

    /// Takes back what was said of a row.
    pub fn forget(&mut self, row: RowId) {
        with_id!(row, id => _ = Tabled::of_patch_mut(self).remove(&id));
    }

    /// Takes back what was said of the header.
    pub fn forget_header(&mut self) {
        self.header = None;
    }

    /// Whether it changes this row.
    #[must_use]
    pub fn contains(&self, row: RowId) -> bool {
        with_id!(row, id => Tabled::of_patch(self).contains_key(&id))
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.header.is_none() && self.undecided.is_none() && self.rows().next().is_none()
    }

    /// Every row it names.
    pub fn rows(&self) -> impl Iterator<Item = RowId> {
        let mut rows: Vec<RowId> = Vec::new();
        macro_rules! collect {
            ($table:ident $row:ident) => {
                rows.extend(self.$table.keys().map(|&id| RowId::from(id)));
            };
        }
        for_each_table!(collect);
        rows.into_iter()
    }

    /// The patch that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let mut inverse = Self {
            header: self.header.clone().map(|change| HeaderChange { before: change.after, after: change.before }),
            undecided: self
                .undecided
                .clone()
                .map(|change| UndecidedChange { before: change.after, after: change.before }),
            ..Self::default()
        };
        macro_rules! swap {
            ($table:ident $row:ident) => {
                inverse.$table = self
                    .$table
                    .iter()
                    .map(|(&id, change)| (id, Change { before: change.after.clone(), after: change.before.clone() }))
                    .collect();
            };
        }
        for_each_table!(swap);
        inverse
    }

    /// The patch that turns `from` into `to`.
    #[must_use]
    pub fn between(from: &Plan, to: &Plan) -> Self {
        let mut patch = Self::default();
        patch.put_header(from, (**to.header()).clone());
        patch.put_undecided(from, (**to.undecided()).clone());
        macro_rules! compare {
            ($table:ident $row:ident) => {
                for row in from.$table().iter().filter(|row| !to.$table().contains(row.id)) {
                    patch.set(from, row.id, None);
                }
                for row in to.$table().iter() {
                    patch.set(from, row.id, Some(Arc::clone(row)));
                }
            };
        }
        for_each_table!(compare);
        patch
    }

    fn set<R: Tabled>(&mut self, plan: &Plan, id: Id<R>, after: Option<Arc<R>>) {
        let before = R::of_plan(plan).get(id).cloned();
        let unchanged = match (&before, &after) {
            (Some(before), Some(after)) => Arc::ptr_eq(before, after) || before == after,
            (None, None) => true,
            _ => false,
        };
        let changes = R::of_patch_mut(self);
        if unchanged {
            changes.remove(&id);
        } else {
            changes.insert(id, Change { before, after });
        }
    }
}

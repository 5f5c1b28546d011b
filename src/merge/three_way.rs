//! Taking over what somebody did to a copy: what they changed and nobody here did is taken, part by part of each field;
//! what both changed differently stays as it is here, and is kept as undecided.
//!
//! A row of theirs that refers to one that was removed here, and a row that they removed and something here refers to,
//! are undecided, too: the plan is whole at every moment, and nothing comes back unless somebody says so.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::content::Ground;
use super::fields::{self, Merges, Merging};
use super::names::FieldName;
use super::twins::{Renamed, told_apart};
use super::undecided::{with_what_they_need, without_natures};
use crate::model::{
    AgendaItem, Body, Change, ChangeRecord, Comment, Delegate, Document, Event, FieldId, FieldValue, HeaderChange, Id,
    Note, OwnField, OwnKind, OwnRank, OwnValues, Patch, Person, Plan, Post, Referrers, Release, Room, RoomRequest, Row,
    RowId, RuleChoice, Session, Statement, Tabled, Team, Topic, Waiver, for_each_table, with_id,
};

/// Two plans in one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The merged plan. What is undecided stands in it ([`super::conflicts`]), and is as here until then.
    pub plan: Plan,
    /// The patch that makes it of the plan here.
    pub patch: Patch,
    /// Rows of theirs that are called otherwise now, because others had their names here: old names with new ones.
    pub renamed: Renamed,
}

/// Takes into `ours` what `theirs` has changed since both were `base`.
#[must_use]
pub fn merge(base: &Plan, ours: &Plan, theirs: &Plan) -> Merged {
    let (told, renamed) = told_apart(base, ours, theirs);
    let mut held = Held::default();
    loop {
        let open = Patch::clone(ours.undecided());
        let mut round = Round { ours, told: &told, held: &held, patch: Patch::default(), open };
        let mut left = round.tables();
        round.header();
        left.add(round.holds());
        let Round { patch, open, .. } = round;
        if held.add(left) {
            continue;
        }
        return whole((ours, theirs), &told, patch, open, renamed);
    }
}

/// Takes into `ours` what `theirs` has, where nobody knows what both were made from: rows that are only there are taken,
/// those that are only here stay, and what differs is left to be decided.
#[must_use]
pub fn merge_apart(ours: &Plan, theirs: &Plan) -> Merged {
    let told = Patch::between(ours, theirs);
    let (mut patch, mut open) = (Patch::default(), Patch::clone(ours.undecided()));
    macro_rules! look {
        ($table:ident $row:ident) => {
            for (id, change) in told.changes::<$row>() {
                match (&change.before, &change.after) {
                    (None, Some(row)) => patch.put(ours, $row::clone(row)),
                    (Some(_), Some(_)) => open.tell(id, change.clone()),
                    _ => {}
                }
            }
        };
    }
    for_each_table!(look);
    if let Some(change) = told.header_change() {
        open.tell_header(change.clone());
    }
    whole((ours, theirs), &told, patch, open, Renamed::new())
}

/// The merged plan of what is taken and what is open.
fn whole((ours, theirs): (&Plan, &Plan), told: &Patch, mut patch: Patch, open: Patch, renamed: Renamed) -> Merged {
    let open = with_undecided_of(theirs, open);
    let open = with_what_they_need(ours, &patch, open, &|row| of_theirs(row, told, theirs));
    patch.put_undecided(ours, without_natures(open));
    patch.settle_natures(ours, ours);
    patch.settle_fields(ours, ours);
    patch.settle_wishes(ours);
    let mut plan = ours.clone();
    if let Err(error) = plan.apply(&patch) {
        // Whatever it is, nothing is lost: all of it is left to be decided.
        debug_assert!(false, "what was merged is not whole: {error:?}");
        patch = Patch::default();
        patch.put_undecided(ours, without_natures(told.clone()));
        plan.replace(&patch);
    }
    Merged { plan, patch, renamed }
}

/// What they have of a row, to be told.
fn of_theirs(row: RowId, told: &Patch, theirs: &Plan) -> Option<Patch> {
    fn tell<R: Tabled>(id: Id<R>, told: &Patch, theirs: &Plan) -> Option<Patch> {
        let row = told.after(theirs, id)?;
        let mut patch = Patch::default();
        patch.tell(id, Change { before: Some(Arc::clone(row)), after: Some(Arc::clone(row)) });
        Some(patch)
    }
    with_id!(row, id => tell(id, told, theirs))
}

/// With what is undecided in their plan, where nothing is known of it here.
fn with_undecided_of(theirs: &Plan, mut open: Patch) -> Patch {
    macro_rules! add {
        ($table:ident $row:ident) => {
            for (id, change) in theirs.undecided().changes::<$row>() {
                if !open.contains(id.into()) {
                    open.tell(id, change.clone());
                }
            }
        };
    }
    for_each_table!(add);
    open
}

/// What is not done although nobody here did anything against it.
#[derive(Default)]
struct Held {
    /// Rows that are not removed, because something here refers to them.
    removals: BTreeSet<RowId>,
    /// New rows that are not taken, because they can not be without what was removed here.
    additions: BTreeSet<RowId>,
    /// Own fields that go on holding what they held, because something here stands in them.
    forms: BTreeSet<FieldId>,
}

impl Held {
    /// Whether that was more.
    fn add(&mut self, other: Self) -> bool {
        let count = |held: &Self| held.removals.len() + held.additions.len() + held.forms.len();
        let before = count(self);
        self.removals.extend(other.removals);
        self.additions.extend(other.additions);
        self.forms.extend(other.forms);
        count(self) > before
    }
}

/// One attempt, which knows what the attempts before could not do.
struct Round<'a> {
    ours: &'a Plan,
    told: &'a Patch,
    held: &'a Held,
    patch: Patch,
    open: Patch,
}

impl Ground for Round<'_> {
    fn has(&self, row: RowId) -> bool {
        fn is_new<R: Tabled>(told: &Patch, id: Id<R>) -> bool {
            R::of_patch(told).get(&id).is_some_and(|change| change.before.is_none() && change.after.is_some())
        }
        self.ours.contains(row) || with_id!(row, id => is_new(self.told, id)) && !self.held.additions.contains(&row)
    }

    fn takes(&self, field: FieldId, value: &FieldValue) -> bool {
        self.patch.after(self.ours, field).is_some_and(|field| field.takes(value))
    }
}

impl Round<'_> {
    /// Goes through all tables, and tells which new rows could not be taken.
    fn tables(&mut self) -> Held {
        let mut left = Held::default();
        macro_rules! table {
            ($table:ident $row:ident) => {
                for (id, change) in self.told.changes::<$row>() {
                    if !self.row(id, change) {
                        left.additions.insert(id.into());
                    }
                }
            };
        }
        for_each_table!(table);
        left
    }

    /// Does what they did to a row; false where that is new and can not be taken.
    fn row<R: Merges>(&mut self, id: Id<R>, change: &Change<R>) -> bool
    where
        RowId: From<Id<R>>,
    {
        let known = R::of_patch(self.ours.undecided()).get(&id);
        let says_same = |known: &Change<R>| match (&known.after, &change.after) {
            (Some(known), Some(told)) => fields::is_same(&**known, &**told),
            (known, told) => known.is_none() && told.is_none(),
        };
        if known.is_some_and(says_same) {
            return true;
        }
        // What of theirs has been taken into account is what they began from, as far as it concerns us.
        let before = known.map_or(&change.before, |known| &known.before).as_deref();
        let ours = R::of_plan(self.ours).get(id).map(Arc::as_ref);
        self.open.forget(id.into());
        match (before, ours, change.after.as_deref()) {
            (_, None, None) | (None, Some(_), None) => {}
            (None, None, Some(theirs)) => {
                let is_held = self.held.additions.contains(&id.into());
                let standing = fields::standing(theirs, self).filter(|row| !is_held && row.check().is_ok());
                let Some(row) = standing else {
                    self.leave(id, None, Some(theirs));
                    return is_held;
                };
                if !fields::is_same(&row, theirs) {
                    self.leave(id, Some(row.clone()), Some(theirs));
                }
                self.patch.put(self.ours, row);
            }
            (Some(base), None, Some(theirs)) => {
                if !fields::is_same(base, theirs) {
                    self.leave(id, Some(base.clone()), Some(theirs));
                }
            }
            (Some(base), Some(ours), None) => {
                if self.held.removals.contains(&id.into()) || !fields::is_same(base, ours) {
                    self.leave(id, Some(base.clone()), None);
                } else {
                    self.patch.remove(self.ours, id);
                }
            }
            (base, Some(ours), Some(theirs)) => {
                let holds_form = matches!(id.into(), RowId::Field(field) if self.held.forms.contains(&field));
                let held = holds_form.then_some(FieldName::Form);
                let (merged, seen) = Merging { base, ours, theirs, ground: self, held }.run();
                // Each part may be possible, and all together not.
                let (merged, seen) = match merged.check() {
                    Ok(()) => (merged, seen),
                    Err(_) => (ours.clone(), base.unwrap_or(ours).clone()),
                };
                if !fields::is_same(&seen, theirs) {
                    self.leave(id, Some(seen), Some(theirs));
                }
                self.patch.put(self.ours, merged);
            }
        }
        true
    }

    /// Leaves what they did to a row to be decided: as far as it has been taken into account, and as they have it.
    fn leave<R: Tabled>(&mut self, id: Id<R>, seen: Option<R>, theirs: Option<&R>) {
        self.open.tell(id, Change { before: seen.map(Arc::new), after: theirs.cloned().map(Arc::new) });
    }

    fn header(&mut self) {
        let Some(change) = self.told.header_change() else { return };
        let known = self.ours.undecided().header_change();
        if known.is_some_and(|known| known.after == change.after) {
            return;
        }
        let base = known.map_or(&change.before, |known| &known.before);
        self.open.forget_header();
        let (ours, theirs) = (&**self.ours.header(), &*change.after);
        let (merged, seen) = Merging { base: Some(&**base), ours, theirs, ground: self, held: None }.run();
        if seen != *theirs {
            self.open.tell_header(HeaderChange { before: Arc::new(seen), after: Arc::clone(&change.after) });
        }
        self.patch.put_header(self.ours, merged);
    }

    /// What must not be done after all: rows that something refers to stay, and fields go on taking what is in them.
    fn holds(&self) -> Held {
        let mut holds = Held::default();
        let mut gone = BTreeSet::new();
        macro_rules! collect {
            ($table:ident $row:ident) => {
                let removed = self.patch.changes::<$row>().filter(|(_, change)| change.after.is_none());
                gone.extend(removed.map(|(id, _)| RowId::from(id)));
            };
        }
        for_each_table!(collect);
        macro_rules! look {
            ($table:ident $row:ident) => {
                for row in self.patch.changes::<$row>().filter_map(|(_, change)| change.after.as_deref()) {
                    row.references(&mut |target| {
                        if gone.contains(&target) {
                            holds.removals.insert(target);
                        }
                    });
                }
            };
        }
        if !gone.is_empty() {
            for_each_table!(look);
            self.ours.each_referrer(&gone, &mut |row, target| {
                if !self.patch.contains(row) {
                    holds.removals.insert(target);
                }
            });
        }
        let other_form = |change: &Change<OwnField>| match (&change.before, &change.after) {
            (Some(before), Some(after)) => before.form != after.form,
            _ => false,
        };
        let changed = self.patch.changes::<OwnField>().filter(|(_, change)| other_form(change));
        let fields: BTreeSet<RowId> = changed.map(|(id, _)| id.into()).collect();
        let mut hold = |own: &OwnValues| {
            for (field, value) in own.iter() {
                if fields.contains(&field.into()) && !self.takes(field, value) {
                    holds.forms.insert(field);
                }
            }
        };
        if !fields.is_empty() {
            let mut rows: BTreeSet<RowId> = self.patch.rows().collect();
            self.ours.each_referrer(&fields, &mut |row, _| _ = rows.insert(row));
            for row in rows {
                if let Some(own) = with_id!(row, id => self.patch.after(self.ours, id).map(|row| row.own())) {
                    hold(own);
                }
            }
        }
        holds
    }
}

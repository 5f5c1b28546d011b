//! Deciding what is undecided.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::conflicts::{Clash, Conflict};
use super::fields::{self, Merges, Spot};
use super::undecided::{is_there, pruned};
use super::value::Subject;
use crate::model::{
    AgendaItem, Body, Change, ChangeRecord, Comment, Delegate, Document, Event, HeaderChange, Id, Note, OwnField,
    OwnKind, OwnRank, Patch, Person, Plan, Post, Referrers, Release, Room, RoomRequest, RowId, RuleChoice, Session,
    Statement, Tabled, Team, Topic, Waiver, for_each_table, with_id,
};

/// What to do about a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// It stays as it is here.
    Mine,
    /// It becomes as it is there.
    Theirs,
    /// It becomes both; for lists, rooms and times only.
    Both,
}

impl Decision {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Mine, Self::Theirs, Self::Both];
}

/// Whether a conflict can be decided so.
#[must_use]
pub fn is_possible(plan: &Plan, conflict: &Conflict, decision: Decision) -> bool {
    decide(plan, conflict, decision).is_some()
}

/// The patch that decides a conflict; `None` where that can not be, or nothing is to be decided there.
///
/// Rows that theirs needs come back with it. A row that they removed and that stayed only because something referred to
/// it goes when nothing does any more.
#[must_use]
pub fn decide(plan: &Plan, conflict: &Conflict, decision: Decision) -> Option<Patch> {
    let mut deciding = Deciding { plan, open: Patch::clone(plan.undecided()), patch: Patch::default() };
    match conflict.subject {
        Subject::Header => deciding.header(&conflict.clash, decision)?,
        Subject::Row(row) => with_id!(row, id => deciding.row(id, &conflict.clash, decision)?),
    }
    deciding.settled()
}

struct Deciding<'a> {
    plan: &'a Plan,
    open: Patch,
    patch: Patch,
}

impl Deciding<'_> {
    fn header(&mut self, clash: &Clash, decision: Decision) -> Option<()> {
        let Clash::Field { spot, .. } = clash else { return None };
        let HeaderChange { before, after } = self.open.header_change()?.clone();
        if decision != Decision::Mine {
            let header = chosen(&**self.plan.header(), spot, &*after, decision)?;
            self.patch.put_header(self.plan, header);
        }
        let seen = fields::with(&*before, spot, &*after);
        self.open.tell_header(HeaderChange { before: Arc::new(seen), after });
        Some(())
    }

    fn row<R: Merges>(&mut self, id: Id<R>, clash: &Clash, decision: Decision) -> Option<()>
    where
        RowId: From<Id<R>>,
    {
        let Change { before, after } = R::of_patch(&self.open).get(&id)?.clone();
        let ours = R::of_plan(self.plan).get(id);
        match clash {
            Clash::Field { spot, .. } => {
                let (ours, theirs) = (ours?, after?);
                if decision != Decision::Mine {
                    let row = chosen(&**ours, spot, &*theirs, decision)?;
                    self.put(row)?;
                }
                let seen = fields::with(&**before.as_ref().unwrap_or(ours), spot, &*theirs);
                self.open.tell(id, Change { before: Some(Arc::new(seen)), after: Some(theirs) });
            }
            _ if decision == Decision::Both => return None,
            _ => {
                match (decision, clash, after) {
                    (Decision::Mine, ..) => {}
                    (_, Clash::RemovedThere, None) => self.take_away(id.into()),
                    (_, Clash::RemovedHere | Clash::New, Some(theirs)) if ours.is_none() => {
                        self.put(R::clone(&theirs))?;
                    }
                    _ => return None,
                }
                self.open.forget(id.into());
            }
        }
        Some(())
    }

    /// Puts a row, and brings back what it needs.
    fn put<R: Tabled>(&mut self, row: R) -> Option<()> {
        let mut needed = fields::references(&row);
        self.patch.put(self.plan, row);
        while let Some(target) = needed.pop() {
            if !is_there(target, self.plan, &self.patch) {
                needed.extend(with_id!(target, id => self.bring(id))?);
            }
        }
        Some(())
    }

    /// Brings a row of theirs, and tells what it refers to.
    fn bring<R: Tabled>(&mut self, id: Id<R>) -> Option<Vec<RowId>> {
        let row = R::of_patch(&self.open).get(&id)?.after.clone()?;
        let needed = fields::references(&*row);
        self.patch.put(self.plan, R::clone(&row));
        Some(needed)
    }

    /// Takes a row away, out of those that refer to it, and with it those that can not be without.
    fn take_away(&mut self, row: RowId) {
        let mut gone = BTreeSet::from([row]);
        loop {
            let mut touched = BTreeSet::new();
            self.plan.each_referrer(&gone, &mut |row, _| _ = touched.insert(row));
            let fallen: BTreeSet<RowId> = touched
                .difference(&gone)
                .filter(|&&row| !with_id!(row, id => self.clean(id, &gone)))
                .copied()
                .collect();
            if fallen.is_empty() {
                break;
            }
            gone.extend(fallen);
        }
        for row in gone {
            with_id!(row, id => self.patch.remove(self.plan, id));
        }
    }

    /// Takes what is gone out of a row; false where it can not be without.
    fn clean<R: Merges>(&mut self, id: Id<R>, gone: &BTreeSet<RowId>) -> bool {
        let Some(row) = self.patch.after(self.plan, id).cloned() else { return true };
        let cleaned = fields::redirected(&*row, &|row| (!gone.contains(&row)).then_some(row));
        cleaned.map(|row| self.patch.put(self.plan, row)).is_some()
    }

    /// The patch, with what follows from it.
    fn settled(mut self) -> Option<Patch> {
        let plan = loop {
            self.patch.settle_natures(self.plan, self.plan);
            self.patch.settle_fields(self.plan, self.plan);
            self.patch.settle_wishes(self.plan);
            let mut plan = self.plan.clone();
            plan.apply(&self.patch).ok()?;
            let Some(row) = self.held_for_nothing(&plan) else { break plan };
            with_id!(row, id => self.patch.remove(self.plan, id));
            self.open.forget(row);
        };
        let open = pruned(&self.open, &plan);
        self.patch.put_undecided(self.plan, open);
        Some(self.patch)
    }

    /// A row that they removed, that nobody changed, and to which nothing refers any more.
    fn held_for_nothing(&self, plan: &Plan) -> Option<RowId> {
        let mut held = BTreeSet::new();
        macro_rules! collect {
            ($table:ident $row:ident) => {
                for (id, change) in self.open.changes::<$row>() {
                    let (Some(before), None) = (&change.before, &change.after) else { continue };
                    if plan.$table().get(id).is_some_and(|row| fields::is_same(&**row, &**before)) {
                        held.insert(RowId::from(id));
                    }
                }
            };
        }
        for_each_table!(collect);
        if held.is_empty() {
            return None;
        }
        let mut needed = BTreeSet::new();
        plan.each_referrer(&held, &mut |_, target| _ = needed.insert(target));
        held.difference(&needed).next().copied()
    }
}

/// The row with what was decided at a spot.
fn chosen<R: fields::Fields>(ours: &R, spot: &Spot, theirs: &R, decision: Decision) -> Option<R> {
    match decision {
        Decision::Mine => Some(ours.clone()),
        Decision::Theirs => Some(fields::with(ours, spot, theirs)),
        Decision::Both => fields::with_both(ours, spot, theirs),
    }
}

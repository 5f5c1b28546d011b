//! What can stand in a field, and how it merges. Which field is of which sort is said by its type.

mod dismissed;
mod lists;
mod parted;
mod whole;

use super::value::{Part, Value};
use crate::model::{FieldId, FieldValue, RowId};

/// What a merged row can stand on.
pub(super) trait Ground {
    /// Whether there will be such a row.
    fn has(&self, row: RowId) -> bool;

    /// Whether this can stand in an own field then.
    fn takes(&self, field: FieldId, value: &FieldValue) -> bool;
}

/// Where a reference leads now: to the same row, another one of its kind, or nowhere.
pub(super) type Redirection<'a> = &'a dyn Fn(RowId) -> Option<RowId>;

/// A merged field.
pub(super) struct Outcome<C> {
    /// What stands in it now.
    pub value: C,
    /// What of theirs has been taken into account: what it still lacks of theirs is undecided.
    pub seen: C,
}

/// What stands in a field. What is implemented here is how a value merges that has no parts.
pub(super) trait Content: Clone + PartialEq {
    /// What stands in a part of it.
    fn value(&self, part: &Part) -> Value;

    /// What a new row has before anybody says something; `None` where there is no such thing.
    fn empty() -> Option<Self> {
        None
    }

    /// The parts in which they differ.
    fn differing(&self, other: &Self) -> Vec<Part> {
        if self == other { Vec::new() } else { vec![Part::Whole] }
    }

    /// Whether they are the same in a part.
    fn agrees(&self, other: &Self, _part: &Part) -> bool {
        self == other
    }

    /// Takes a part over.
    fn take(&mut self, _part: &Part, from: &Self) {
        *self = from.clone();
    }

    /// What has both in a part, where that makes sense.
    fn both(&self, _part: &Part, _theirs: &Self) -> Option<Self> {
        None
    }

    /// Visits the rows it refers to.
    fn references(&self, _visit: &mut dyn FnMut(RowId)) {}

    /// Leads its references elsewhere. False where it can not be without one that leads nowhere now.
    fn redirect(&mut self, _to: Redirection) -> bool {
        true
    }

    /// Whether all of it can stand.
    fn stands(&self, ground: &dyn Ground) -> bool {
        let mut stands = true;
        self.references(&mut |row| stands &= ground.has(row));
        stands
    }

    /// Whether a part of it can.
    fn stands_at(&self, _part: &Part, ground: &dyn Ground) -> bool {
        self.stands(ground)
    }

    /// What of it can stand; `None` where that is not enough.
    fn standing(&self, ground: &dyn Ground) -> Option<Self> {
        let mut standing = self.clone();
        standing.redirect(&|row| ground.has(row).then_some(row)).then_some(standing)
    }

    /// Brings together what was made of `base` on two sides; where that can not be, it is as here.
    fn merge(base: &Self, ours: &Self, theirs: &Self, ground: &dyn Ground) -> Outcome<Self> {
        by_parts(base, ours, theirs, ground)
    }
}

/// Takes what they changed and nobody here did, part by part.
fn by_parts<C: Content>(base: &C, ours: &C, theirs: &C, ground: &dyn Ground) -> Outcome<C> {
    let (mut value, mut seen) = (ours.clone(), theirs.clone());
    for part in base.differing(theirs) {
        if ours.agrees(theirs, &part) {
            continue;
        }
        let mut taken = value.clone();
        taken.take(&part, theirs);
        if ours.agrees(base, &part) && taken.stands_at(&part, ground) {
            value = taken;
        } else {
            seen.take(&part, base);
        }
    }
    Outcome { value, seen }
}

/// Leads one reference elsewhere; false where it leads nowhere now.
fn redirect_id<I: Copy + Into<RowId> + TryFrom<RowId>>(id: &mut I, to: Redirection) -> bool {
    let found = to((*id).into()).and_then(|row| I::try_from(row).ok());
    found.inspect(|found| *id = *found).is_some()
}

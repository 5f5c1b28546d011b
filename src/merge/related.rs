//! Whether two plans have anything to do with one another.

use super::fields::{self, Merges};
use crate::model::{
    AgendaItem, Body, ChangeRecord, Comment, Delegate, Document, Event, Note, OwnField, OwnKind, OwnRank, Person, Plan,
    Post, Release, Room, RoomRequest, RowId, RuleChoice, Session, Statement, Tabled, Team, Topic, Waiver,
    for_each_table,
};

/// Whether two plans are copies of one, or one was begun from the other: they have one identity or a row in common, or one of
/// them is still without rows. Plans that are not have nothing that could be compared or merged.
#[must_use]
pub fn are_related(one: &Plan, other: &Plan) -> bool {
    let identities = [one, other].map(|plan| plan.header().identity);
    if identities[0].is_some() && identities[0] == identities[1] {
        return true;
    }
    let (mut has_rows, mut have_common) = ([false; 2], false);
    macro_rules! look {
        ($table:ident $row:ident) => {
            has_rows[0] |= one.$table().len() > 0;
            has_rows[1] |= other.$table().len() > 0;
            have_common = have_common || has_common::<$row>(one, other);
        };
    }
    for_each_table!(look);
    have_common || has_rows != [true; 2]
}

/// Whether a table of both has a row that is about the same thing.
fn has_common<R: Merges + Tabled>(one: &Plan, other: &Plan) -> bool
where
    RowId: From<crate::model::Id<R>>,
{
    R::of_plan(one).iter().any(|row| {
        R::of_plan(other).get(row.id()).is_some_and(|other| fields::is_same(&**row, &**other) || row.is_twin(other))
    })
}

//! Ranks as rows that can be changed, also those that are built in and of which a plan says nothing yet.

use crate::model::{OwnRank, Plan, Rank, RankId};
use crate::texts::names;

/// The row of a rank as the plan has it, or as it would be put there; `None` for an own one that is gone.
#[must_use]
pub fn rank_row(plan: &Plan, id: RankId) -> Option<OwnRank> {
    if let Some(row) = plan.ranks().get(id) {
        return Some(OwnRank::clone(row));
    }
    let rank = Rank::of_row(id);
    (rank != Rank::Own(id)).then(|| OwnRank { title: names::rank_title(rank), ..OwnRank::usual(id) })
}

//! Reading what is undecided in a plan.

use super::fields::{self, Fields, Spot};
use super::value::{Subject, Value};
use crate::model::{
    AgendaItem, Body, Change, ChangeRecord, Comment, Delegate, Document, Event, Id, Note, OwnField, OwnKind, OwnRank,
    Patch, Person, Plan, Post, Release, Room, RoomRequest, RuleChoice, Session, Statement, Tabled, Team, Topic, Waiver,
    for_each_table,
};

/// One thing to decide.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// About what.
    pub subject: Subject,
    /// What it is.
    pub clash: Clash,
}

/// How what was done here and what was done there do not go together.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "most are fields, and there are few at all")]
pub enum Clash {
    /// Both changed a field, or they put something there that can not stand here.
    Field {
        /// Where.
        spot: Spot,
        /// What stood there before; nothing where both made the row.
        before: Value,
        /// What stands there here.
        ours: Value,
        /// What stands there in their plan.
        theirs: Value,
    },
    /// They removed the row; here it was changed, or something refers to it.
    RemovedThere,
    /// The row was removed here; they changed it.
    RemovedHere,
    /// They made the row, and it can not be without something that was removed here.
    New,
}

/// What is to be decided in a plan: the header first, and then the rows, table by table, in the order of ids.
#[must_use]
pub fn conflicts(plan: &Plan) -> Vec<Conflict> {
    conflicts_of(plan.undecided(), plan)
}

/// What is to be decided in a plan of `open`.
pub(super) fn conflicts_of(open: &Patch, plan: &Plan) -> Vec<Conflict> {
    let mut found = Vec::new();
    if let Some(change) = open.header_change() {
        let clashes = clashes(Some(&*change.before), &**plan.header(), &*change.after);
        found.extend(clashes.into_iter().map(|clash| Conflict { subject: Subject::Header, clash }));
    }
    macro_rules! look {
        ($table:ident $row:ident) => {
            for (id, change) in open.changes::<$row>() {
                let clashes = of_row(plan, id, change);
                found.extend(clashes.into_iter().map(|clash| Conflict { subject: Subject::Row(id.into()), clash }));
            }
        };
    }
    for_each_table!(look);
    found
}

fn of_row<R: Tabled + Fields>(plan: &Plan, id: Id<R>, change: &Change<R>) -> Vec<Clash> {
    let ours = R::of_plan(plan).get(id).map(|row| &**row);
    match (change.before.as_deref(), ours, change.after.as_deref()) {
        (base, Some(ours), Some(theirs)) => clashes(base, ours, theirs),
        (_, Some(_), None) => vec![Clash::RemovedThere],
        (None, None, Some(_)) => vec![Clash::New],
        // A row that nobody changed is there because others need it.
        (Some(base), None, Some(theirs)) if !fields::is_same(base, theirs) => vec![Clash::RemovedHere],
        _ => Vec::new(),
    }
}

/// What of theirs has not been taken into account, and is not so here.
fn clashes<R: Fields>(base: Option<&R>, ours: &R, theirs: &R) -> Vec<Clash> {
    let spots = fields::differing(base.unwrap_or(ours), theirs);
    let is_open = |spot: &Spot| !fields::agrees(ours, theirs, spot);
    let clash = |spot: Spot| Clash::Field {
        before: base.map_or(Value::Nothing, |base| fields::value(base, &spot)),
        ours: fields::value(ours, &spot),
        theirs: fields::value(theirs, &spot),
        spot,
    };
    spots.into_iter().filter(is_open).map(clash).collect()
}

//! What becomes of a plan: row by row, field by field, and for sessions in the words of those who plan.

use super::fields::{self, Fields, Spot};
use super::names::FieldName;
use super::value::{Subject, Value};
use crate::model::{
    AgendaItem, Body, Change, ChangeRecord, Comment, Delegate, Document, Event, Id, Note, OwnField, OwnKind, OwnRank,
    Patch, Person, Placement, Plan, Post, Release, Room, RoomRequest, RowId, RuleChoice, Session, Statement, Status,
    Tabled, Team, Topic, Waiver, for_each_table,
};

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// It is there only afterwards.
    New,
    /// It was there only before.
    Removed,
    /// It says something else.
    Changed,
}

/// What became of a session, in one word; the first that is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// It is new.
    New,
    /// It is gone.
    Removed,
    /// It will not take place.
    Cancelled,
    /// It will take place after all.
    Revived,
    /// It has got a place.
    Placed,
    /// It has lost its place.
    Unplaced,
    /// It sits at another time, or in other rooms.
    Moved {
        /// Whether at another time.
        time: bool,
        /// Whether in other rooms.
        rooms: bool,
    },
    /// It says something else.
    Changed,
}

/// A part of a field before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// Where.
    pub spot: Spot,
    /// What stood there.
    pub before: Value,
    /// What stands there now.
    pub after: Value,
}

/// What became of one row, or of the header.
#[derive(Clone, Debug, PartialEq)]
pub struct RowChange {
    /// Which one.
    pub subject: Subject,
    /// What became of it.
    pub deed: Deed,
    /// What became of it if it is a session.
    pub turn: Option<Turn>,
    /// The fields that say something else; none where the whole row is new or gone.
    pub fields: Vec<FieldChange>,
}

/// What differs between two plans.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The patch that turns the first into the second.
    pub patch: Patch,
    /// The header if it changed, and then the rows, table by table, in the order of ids.
    pub rows: Vec<RowChange>,
}

/// What differs between two plans.
#[must_use]
pub fn compare(from: &Plan, to: &Plan) -> Comparison {
    let patch = Patch::between(from, to);
    let mut rows = Vec::new();
    if let Some(change) = patch.header_change() {
        let fields = field_changes(&*change.before, &*change.after);
        rows.push(RowChange { subject: Subject::Header, deed: Deed::Changed, turn: None, fields });
    }
    macro_rules! tell {
        ($table:ident $row:ident) => {
            rows.extend(patch.changes::<$row>().filter_map(|(id, change)| row_change(id, change)));
        };
    }
    for_each_table!(tell);
    for row in &mut rows {
        if let Subject::Row(RowId::Session(id)) = row.subject {
            row.turn = Session::of_patch(&patch).get(&id).map(turn);
        }
    }
    rows.retain_mut(is_told);
    Comparison { patch, rows }
}

/// Leaves out what is only noted, and what nobody planned. Of releases: which was the last one, how its file is known, how
/// sessions were told to the world and that the numbers of their meetings are fixed since then. Of sessions that were brought
/// in: what they were the last time. Whether anything is left.
fn is_told(row: &mut RowChange) -> bool {
    let was_changed = row.deed == Deed::Changed;
    match row.subject {
        // What was removed is told by its row.
        Subject::Header => {
            row.fields.retain(|field| !matches!(field.spot.field, FieldName::Release | FieldName::Dismissed));
        }
        Subject::Row(RowId::Release(_)) => row.fields.retain(|field| field.spot.field != FieldName::Content),
        Subject::Row(RowId::Session(_)) => {
            let is_issued = row.fields.iter().any(|field| field.spot.field == FieldName::Issued);
            row.fields.retain(|field| match field.spot.field {
                FieldName::Issued => false,
                FieldName::Number if is_issued => ![&field.before, &field.after].contains(&&Value::Nothing),
                FieldName::ArrivedFrom => field.before != field.after,
                _ => true,
            });
        }
        Subject::Row(_) => {}
    }
    !was_changed || !row.fields.is_empty()
}

/// What became of a row; `None` where only what follows from other rows is different.
fn row_change<R: Fields + Tabled>(id: Id<R>, change: &Change<R>) -> Option<RowChange>
where
    RowId: From<Id<R>>,
{
    let (deed, fields) = match (change.before.as_deref(), change.after.as_deref()) {
        (Some(before), Some(after)) => (Deed::Changed, field_changes(before, after)),
        (None, _) => (Deed::New, Vec::new()),
        (_, None) => (Deed::Removed, Vec::new()),
    };
    let is_told = deed != Deed::Changed || !fields.is_empty();
    is_told.then(|| RowChange { subject: Subject::Row(id.into()), deed, turn: None, fields })
}

fn field_changes<R: Fields>(before: &R, after: &R) -> Vec<FieldChange> {
    let change =
        |spot: Spot| FieldChange { before: fields::value(before, &spot), after: fields::value(after, &spot), spot };
    fields::differing(before, after).into_iter().map(change).collect()
}

fn turn(change: &Change<Session>) -> Turn {
    let (Some(before), Some(after)) = (change.before.as_deref(), change.after.as_deref()) else {
        return if change.after.is_some() { Turn::New } else { Turn::Removed };
    };
    let [was_off, is_off] = [before, after].map(|session| session.status == Status::Cancelled);
    match (&before.placement, &after.placement) {
        _ if is_off && !was_off => Turn::Cancelled,
        _ if was_off && !is_off => Turn::Revived,
        (None, Some(_)) => Turn::Placed,
        (Some(_), None) => Turn::Unplaced,
        (Some(from), Some(to)) if from != to => {
            let time = |at: &Placement| (at.start, at.length);
            Turn::Moved { time: time(from) != time(to), rooms: from.rooms != to.rooms }
        }
        _ => Turn::Changed,
    }
}

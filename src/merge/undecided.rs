//! What is undecided in a plan: what of it still is, and the rows that it needs.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::conflicts::conflicts_of;
use super::fields;
use super::value::Subject;
use crate::model::{Change, Id, Patch, Plan, RowId, Session, SessionKind, Tabled, with_id};

/// With the rows that it refers to and that will not be there, so that they can be brought back, and rows that those
/// refer to.
pub(super) fn with_what_they_need(
    plan: &Plan,
    patch: &Patch,
    mut open: Patch,
    find: &dyn Fn(RowId) -> Option<Patch>,
) -> Patch {
    let mut asked: BTreeSet<RowId> = BTreeSet::new();
    let mut rows: Vec<RowId> = open.rows().collect();
    while let Some(row) = rows.pop() {
        for target in needed(row, &open) {
            if !is_there(target, plan, patch)
                && !open.contains(target)
                && asked.insert(target)
                && let Some(found) = find(target)
            {
                copy(target, &found, &mut open);
                rows.push(target);
            }
        }
    }
    open
}

/// As it is kept in files: what a session of an own kind behaves like is not said there. It follows from the kind when
/// the row is taken.
pub(super) fn without_natures(mut open: Patch) -> Patch {
    let plain = |row: &Arc<Session>| match row.own_kind {
        Some(_) => Arc::new(Session { kind: SessionKind::Other, ..Session::clone(row) }),
        None => Arc::clone(row),
    };
    let sessions: Vec<_> = open.changes::<Session>().map(|(id, change)| (id, change.clone())).collect();
    for (id, change) in sessions {
        let [before, after] = [&change.before, &change.after].map(|row| row.as_ref().map(plain));
        open.tell(id, Change { before, after });
    }
    open
}

/// Without what has been decided, and without rows that nothing needs any more.
pub(super) fn pruned(open: &Patch, plan: &Plan) -> Patch {
    let mut left = Patch::default();
    let mut rows: Vec<RowId> = Vec::new();
    for conflict in conflicts_of(open, plan) {
        match conflict.subject {
            Subject::Row(row) => rows.push(row),
            Subject::Header => open.header_change().cloned().into_iter().for_each(|change| left.tell_header(change)),
        }
    }
    while let Some(row) = rows.pop() {
        if left.contains(row) {
            continue;
        }
        copy(row, open, &mut left);
        rows.extend(needed(row, open).into_iter().filter(|&target| open.contains(target) && !plan.contains(target)));
    }
    left
}

/// Whether there is such a row after a patch.
pub(super) fn is_there(row: RowId, plan: &Plan, patch: &Patch) -> bool {
    with_id!(row, id => patch.after(plan, id).is_some())
}

/// What their row refers to.
fn needed(row: RowId, open: &Patch) -> Vec<RowId> {
    fn of<R: Tabled>(id: Id<R>, open: &Patch) -> Vec<RowId> {
        let theirs = R::of_patch(open).get(&id).and_then(|change| change.after.as_deref());
        theirs.map_or_else(Vec::new, fields::references)
    }
    with_id!(row, id => of(id, open))
}

fn copy(row: RowId, from: &Patch, to: &mut Patch) {
    fn of<R: Tabled>(id: Id<R>, from: &Patch, to: &mut Patch) {
        if let Some(change) = R::of_patch(from).get(&id) {
            to.tell(id, change.clone());
        }
    }
    with_id!(row, id => of(id, from, to));
}

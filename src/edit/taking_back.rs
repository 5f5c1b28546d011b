//! Taking single changes back, long after they were made: a row, or a part of a session, as it was in an earlier state of
//! the plan, and nothing else.

use std::sync::Arc;

use super::command::Command;
use super::refusal::Refusal;
use super::resolve::resolve;
use crate::model::{ChangedPart, Patch, Placement, Plan, RowId, Session, SessionId, Tabled, with_id};

/// What is taken back: a row, or the time or the rooms of a session.
pub type Taken = (RowId, ChangedPart);

/// The patch that makes these as they were in `earlier`, and leaves alone whatever else came after. What is new is removed,
/// what was removed comes back, and so do the rows that it cannot be without.
///
/// # Errors
/// [`Refusal`] where the plan would be impossible.
pub fn taken_back(plan: &Plan, earlier: &Plan, taken: &[Taken]) -> Result<Patch, Refusal> {
    let (back, new): (Vec<Taken>, Vec<Taken>) = taken.iter().partition(|(row, _)| earlier.contains(*row));
    let mut after = plan.clone();
    let gone: Vec<RowId> = new.into_iter().map(|(row, _)| row).filter(|&row| plan.contains(row)).collect();
    if !gone.is_empty() {
        after.apply(&resolve(plan, &Command::Remove(gone))?)?;
    }
    let mut patch = Patch::default();
    let (mut needed, mut sought) = (Vec::new(), Vec::new());
    for (row, part) in back {
        match (SessionId::try_from(row), part) {
            (Ok(id), part) => put_session(&mut patch, (&after, earlier), id, part),
            _ => put(&mut patch, (&after, earlier), row),
        }
        sought.push(row);
    }
    while let Some(row) = sought.pop() {
        with_id!(row, id => if let Some(row) = patch.after(&after, id) {
            crate::model::Row::references(&**row, &mut |target| needed.push(target));
        });
        for target in needed.drain(..) {
            // A session can be without those that it was to come after.
            if matches!((row, target), (RowId::Session(_), RowId::Session(_))) {
                continue;
            }
            if !after.contains(target) && !patch.contains(target) && earlier.contains(target) {
                put(&mut patch, (&after, earlier), target);
                sought.push(target);
            }
        }
    }
    forget_predecessors(&mut patch, &after);
    patch.settle_natures(&after, &after);
    patch.settle_fields(&after, &after);
    patch.settle_wishes(&after);
    after.apply(&patch)?;
    Ok(Patch::between(plan, &after))
}

/// Takes sessions that are not there out of those that sessions come after.
fn forget_predecessors(patch: &mut Patch, plan: &Plan) {
    let rows: Vec<Session> =
        patch.changes::<Session>().filter_map(|(_, change)| change.after.as_deref().cloned()).collect();
    for mut row in rows {
        row.after.retain(|&id| plan.sessions().contains(id) || patch.contains(id.into()));
        patch.put(plan, row);
    }
}

fn put(patch: &mut Patch, (plan, earlier): (&Plan, &Plan), row: RowId) {
    with_id!(row, id => if let Some(row) = Tabled::of_plan(earlier).get(id) {
        patch.put(plan, Clone::clone(&**row));
    });
}

/// A session as it was, or only a part of it. How it was told to the world is no part of it.
fn put_session(patch: &mut Patch, (plan, earlier): (&Plan, &Plan), id: SessionId, part: ChangedPart) {
    let Some(was) = earlier.sessions().get(id) else { return };
    let Some(is) = patch.after(plan, id).map(Arc::clone) else { return put(patch, (plan, earlier), id.into()) };
    let told = Session { issued: is.issued.clone(), number: is.number.or(was.number), ..Session::clone(was) };
    let row = match (part, &is.placement, &was.placement) {
        (ChangedPart::Session, Some(at), Some(_)) => Session { placement: Some(at.clone()), ..told },
        (ChangedPart::Time, Some(at), Some(before)) => {
            let placement = Placement { start: before.start, length: before.length, rooms: at.rooms.clone() };
            Session { placement: Some(placement), ..Session::clone(&is) }
        }
        (ChangedPart::Rooms, Some(at), Some(before)) => {
            let placement = Placement { rooms: before.rooms.clone(), ..at.clone() };
            Session { placement: Some(placement), ..Session::clone(&is) }
        }
        _ => told,
    };
    patch.put(plan, row);
}

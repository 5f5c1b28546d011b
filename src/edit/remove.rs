//! Removing rows without leaving references behind.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{
    Body, Document, Event, Note, Patch, Person, Placement, Plan, Room, RowId, RuleChoice, Session, Statement, Tabled,
    Topic, Waiver,
};

/// The patch that removes `ids`, takes them out of the rows that name them, and removes the rows that can not be
/// without them: the sessions of an event, the statements of a speaker, the waivers that name a session.
pub(super) fn remove_rows(plan: &Plan, ids: &[RowId]) -> Patch {
    let mut gone: BTreeSet<RowId> = ids.iter().copied().collect();
    // A session falls with its event, a statement with its speaker, and then a waiver with its sessions.
    let orphans = plan.sessions().iter().filter(|row| gone.contains(&row.event.into())).map(|row| RowId::from(row.id));
    let speechless =
        plan.statements().iter().filter(|row| gone.contains(&row.speaker.into())).map(|row| RowId::from(row.id));
    let fallen: Vec<RowId> = orphans.chain(speechless).collect();
    gone.extend(fallen);
    let names_gone = |row: &Waiver| row.sessions.iter().any(|&id| gone.contains(&id.into()));
    let waivers = plan.waivers().iter().filter(|row| names_gone(row)).map(|row| RowId::from(row.id));
    let void: Vec<RowId> = waivers.collect();
    gone.extend(void);

    let mut patch = Patch::default();
    clean::<Event>(plan, &gone, &mut patch);
    clean::<Body>(plan, &gone, &mut patch);
    clean::<Room>(plan, &gone, &mut patch);
    clean::<Person>(plan, &gone, &mut patch);
    clean::<Topic>(plan, &gone, &mut patch);
    clean::<Document>(plan, &gone, &mut patch);
    clean::<Session>(plan, &gone, &mut patch);
    clean::<Statement>(plan, &gone, &mut patch);
    clean::<Note>(plan, &gone, &mut patch);
    clean::<RuleChoice>(plan, &gone, &mut patch);
    clean::<Waiver>(plan, &gone, &mut patch);
    patch
}

fn clean<R: Tabled + Forget>(plan: &Plan, gone: &BTreeSet<RowId>, patch: &mut Patch)
where
    RowId: From<crate::model::Id<R>>,
{
    for row in R::of_plan(plan).iter() {
        if gone.contains(&RowId::from(row.id())) {
            patch.remove(plan, row.id());
            continue;
        }
        let mut refers = false;
        row.references(&mut |id| refers |= gone.contains(&id));
        if refers {
            let mut row = R::clone(Arc::as_ref(row));
            row.forget(&|id| gone.contains(&id));
            patch.put(plan, row);
        }
    }
}

/// Dropping references that a row can do without.
trait Forget {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool);
}

fn forget_one<I: Copy + Into<RowId>>(reference: &mut Option<I>, gone: &dyn Fn(RowId) -> bool) {
    if reference.is_some_and(|id| gone(id.into())) {
        *reference = None;
    }
}

fn forget_some<I: Copy + Into<RowId>>(references: &mut Vec<I>, gone: &dyn Fn(RowId) -> bool) {
    references.retain(|&id| !gone(id.into()));
}

impl Forget for Event {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_some(&mut self.documents, gone);
        forget_some(&mut self.after, gone);
    }
}

impl Forget for Body {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.parent, gone);
        self.officers.retain(|office| !gone(office.person.into()));
        forget_one(&mut self.set_up_at, gone);
        forget_one(&mut self.report, gone);
    }
}

impl Forget for Room {
    fn forget(&mut self, _gone: &dyn Fn(RowId) -> bool) {}
}

impl Forget for Person {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.region, gone);
    }
}

impl Forget for Topic {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.region, gone);
        forget_one(&mut self.event, gone);
    }
}

impl Forget for Document {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.event, gone);
    }
}

impl Forget for Session {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_some(&mut self.bodies, gone);
        if let Some(Placement { rooms, .. }) = &mut self.placement {
            forget_some(rooms, gone);
        }
        self.people.retain(|part| !gone(part.person.into()));
        forget_some(&mut self.documents, gone);
        forget_some(&mut self.topics, gone);
        forget_some(&mut self.after, gone);
    }
}

impl Forget for Statement {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_one(&mut self.session, gone);
    }
}

impl Forget for RuleChoice {
    fn forget(&mut self, _gone: &dyn Fn(RowId) -> bool) {}
}

impl Forget for Waiver {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        forget_some(&mut self.sessions, gone);
    }
}

impl Forget for Note {
    fn forget(&mut self, gone: &dyn Fn(RowId) -> bool) {
        self.about.retain(|&id| !gone(id));
    }
}

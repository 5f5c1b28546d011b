//! Copies of sessions: what comes along, and what only the original has. Duplicating, repeating on other days and pasting
//! all come here.

use std::collections::BTreeMap;

use crate::model::{Patch, Placement, Plan, Podium, Referrers, Session, SessionId};

use super::agenda;
use super::free_ids::FreeSessionIds;
use super::refusal::Refusal;

/// The patch that adds copies of sessions, each at the placement beside it or in the tray, with the items of their agendas
/// as new ones. What was said and decided stays with the original, and so do numbers, the speaking list and the teams of
/// interpreters, who are not free at another time because they are at this one; a copy goes on
/// with an agenda only if the session that this begins with is copied with it.
pub(super) fn copied(
    plan: &Plan,
    referrers: &dyn Referrers,
    copies: &[(SessionId, Option<Placement>)],
) -> Result<Patch, Refusal> {
    let mut patch = Patch::default();
    let (mut ids, mut item_ids) = (FreeSessionIds::new(plan), agenda::free_ids(plan));
    // Where sessions are copied several times, to several days, those of one turn belong together.
    let mut all: BTreeMap<SessionId, Vec<SessionId>> = BTreeMap::new();
    let mut turns = Vec::with_capacity(copies.len());
    for &(id, _) in copies {
        let of_it = all.entry(id).or_default();
        turns.push(of_it.len());
        of_it.push(ids.like(id));
    }
    for ((id, placement), turn) in copies.iter().zip(turns) {
        let original = plan.sessions().get(*id).ok_or(Refusal::Missing((*id).into()))?;
        let copy_of = |id: SessionId| all.get(&id).and_then(|of_it| of_it.get(turn)).copied();
        let Some(name) = copy_of(*id) else { continue };
        let mut copy = Session {
            id: name,
            pinned: false,
            number: None,
            held: None,
            podium: Podium::default(),
            teams: Vec::new(),
            issued: None,
            arrived: None,
            agenda_adopted: None,
            agenda_continues: original.agenda_continues.and_then(copy_of),
            sources: Vec::new(),
            ..Session::clone(original)
        };
        // One that waits wishes itself where the other is held.
        copy.unschedule();
        copy.placement.clone_from(placement);
        for item in agenda::copies(plan, referrers, (*id, name), &mut item_ids) {
            patch.put(plan, item);
        }
        patch.put(plan, copy);
    }
    Ok(patch)
}

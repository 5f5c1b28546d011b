//! What a planner has removed here of what came from elsewhere: it does not come again unasked.

use std::collections::{HashMap, HashSet};

use super::incoming::names::key;
use crate::edit::{Command, Refusal, resolve};
use crate::model::{Dismissed, Header, Patch, Plan, RowId, SessionId};

/// The sessions of one source that were removed here.
pub struct OfSource<'a> {
    /// By what they are called there.
    by_id: HashMap<&'a str, &'a Dismissed>,
    /// By title, where they have no name there that stays.
    by_title: HashMap<String, &'a Dismissed>,
}

impl<'a> OfSource<'a> {
    /// Those of a plan.
    pub fn new(plan: &'a Plan, source: &str) -> Self {
        let mut found = Self { by_id: HashMap::new(), by_title: HashMap::new() };
        for dismissed in plan.header().dismissed.iter().filter(|dismissed| dismissed.source == source) {
            // A row of a table without a code is called by its time and room.
            if dismissed.id.is_empty() || dismissed.id.starts_with('@') {
                found.by_title.insert(key(&dismissed.title), dismissed);
            } else {
                found.by_id.insert(&dismissed.id, dismissed);
            }
        }
        found.by_title.remove("");
        found
    }

    /// The one that is called so there, or has one of these titles.
    pub fn find<'t>(&self, id: &str, mut titles: impl Iterator<Item = &'t str>) -> Option<&'a Dismissed> {
        let by_title = || titles.find_map(|title| self.by_title.get(&key(title)));
        self.by_id.get(id).or_else(by_title).copied()
    }
}

/// What `put` makes of a plan, without the sessions that are gone there; what was removed here and is `restored` is known as
/// removed no more.
///
/// # Errors
/// Why the plan refuses it.
pub fn taken(
    plan: &Plan,
    put: Option<&Command>,
    (gone, restored): (&[SessionId], &[Dismissed]),
) -> Result<Patch, Refusal> {
    let mut patch = put.map_or_else(|| Ok(Patch::default()), |put| resolve(plan, put))?;
    if !gone.is_empty() {
        let mut after = plan.clone();
        after.apply(&patch)?;
        let mut removed = resolve(&after, &Command::Remove(gone.iter().map(|&id| RowId::from(id)).collect()))?;
        // What is gone there may come again.
        removed.forget_header();
        after.apply(&removed)?;
        patch = Patch::between(plan, &after);
    }
    if !restored.is_empty() {
        let mut header = Header::clone(plan.header());
        let restored: HashSet<&Dismissed> = restored.iter().collect();
        header.dismissed.retain(|dismissed| !restored.contains(dismissed));
        patch.put_header(plan, header);
    }
    Ok(patch)
}

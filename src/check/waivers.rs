//! Which findings were accepted. A waiver covers what names the same session first and says the same.

use rustc_hash::FxHashMap;

use crate::model::{Patch, Plan, SessionId, Waiver, WaiverId};

use super::finding::Finding;

/// The waivers of a plan, by the session they name first; finding the facts of a finding costs more than all else.
#[derive(Clone, Debug, Default)]
pub(super) struct Waivers {
    by_first: FxHashMap<Option<SessionId>, Vec<(WaiverId, String)>>,
}

impl Waivers {
    /// The waivers of a plan.
    pub fn new(plan: &Plan) -> Self {
        let mut waivers = Self::default();
        plan.waivers().iter().for_each(|waiver| waivers.put(waiver));
        waivers
    }

    /// The waiver that covers a finding; of several the last.
    pub fn cover(&self, finding: &Finding) -> Option<WaiverId> {
        let known = self.by_first.get(&finding.sessions.first().copied())?;
        let facts = finding.facts();
        known.iter().filter(|(_, waived)| *waived == facts).map(|&(id, _)| id).max()
    }

    /// Follows a patch, and tells the sessions that the waivers of it name first.
    pub fn change(&mut self, patch: &Patch) -> Vec<Option<SessionId>> {
        let mut touched = Vec::new();
        for (id, change) in patch.changes::<Waiver>() {
            if let Some(before) = &change.before {
                let first = before.sessions.first().copied();
                touched.push(first);
                if let Some(known) = self.by_first.get_mut(&first) {
                    known.retain(|(other, _)| *other != id);
                    if known.is_empty() {
                        self.by_first.remove(&first);
                    }
                }
            }
            if let Some(after) = &change.after {
                touched.push(after.sessions.first().copied());
                self.put(after);
            }
        }
        touched
    }

    fn put(&mut self, waiver: &Waiver) {
        let first = waiver.sessions.first().copied();
        self.by_first.entry(first).or_default().push((waiver.id, waiver.facts.clone()));
    }
}

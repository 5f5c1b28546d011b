//! Which findings were accepted. A waiver covers what names the same session first and says the same, or says the same of days
//! counted from the first one of its event: a conference that moves as a whole keeps what was accepted of it.

use chrono::NaiveDate;
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

    /// The waiver that covers a finding of an event that begins on this day; of several the last.
    pub fn cover(&self, finding: &Finding, first: impl FnOnce() -> Option<NaiveDate>) -> Option<WaiverId> {
        let known = self.by_first.get(&finding.sessions.first().copied())?;
        let (facts, moved) = (finding.facts(), first().map(|first| finding.facts_from(first)));
        // Those of earlier plans hold the first part alone.
        let is_covered = |waived: &str| waived.split(' ').any(|part| part == facts || Some(part) == moved.as_deref());
        known.iter().filter(|(_, waived)| is_covered(waived)).map(|&(id, _)| id).max()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_first.is_empty()
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

//! What is reported: findings by what was judged, with what follows from them for each session.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::model::{Session, Severity, WaiverId};

use super::rows::{Each, Slot};
use super::rule::{Judged, Kept, RuleSet};

/// The findings of a plan.
#[derive(Clone, Debug, Default)]
pub(super) struct Reported {
    /// In the order of rules; nothing where all is well.
    by: FxHashMap<Judged, Vec<Kept>>,
    /// How many open findings of each severity name a session.
    marks: Each<Session, [u32; 4]>,
    /// How many open findings of each severity say something of a day and name no session.
    days: FxHashMap<NaiveDate, [u32; 4]>,
    /// How many open findings there are of each severity, and how many waived ones at the end.
    counts: [usize; 5],
    /// How many findings each waiver covers.
    held: FxHashMap<WaiverId, u32>,
    /// The sessions whose mark changed since it was last asked, with the mark before; perhaps several times.
    stirred: Vec<(Slot<Session>, Severity)>,
    is_changed: bool,
}

impl Reported {
    /// Every finding, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Kept> {
        self.by.values().flatten()
    }

    /// Everything that is said, by what was judged.
    #[cfg(test)]
    pub fn by_judged(&self) -> impl Iterator<Item = (Judged, &[Kept])> {
        self.by.iter().map(|(&judged, kept)| (judged, kept.as_slice()))
    }

    /// What is said about one thing.
    pub fn of(&self, judged: Judged) -> &[Kept] {
        self.by.get(&judged).map_or(&[], Vec::as_slice)
    }

    /// The worst open finding that names a session; `Off` where there is none.
    pub fn mark(&self, session: Slot<Session>) -> Severity {
        self.marks.get(session).map_or(Severity::Off, worst)
    }

    /// The worst open finding that says something of a day and names no session; `Off` where there is none.
    pub fn mark_of_day(&self, date: NaiveDate) -> Severity {
        self.days.get(&date).map_or(Severity::Off, worst)
    }

    /// How many open findings there are of each severity, and how many waived ones at the end.
    pub fn counts(&self) -> [usize; 5] {
        self.counts
    }

    /// Whether a waiver covers a finding.
    pub fn holds(&self, waiver: WaiverId) -> bool {
        self.held.contains_key(&waiver)
    }

    /// Puts in what was never judged before.
    pub fn enter(&mut self, judged: Judged, kept: Vec<Kept>) {
        if !kept.is_empty() {
            for kept in &kept {
                self.count(kept, true);
            }
            self.by.insert(judged, kept);
        }
    }

    /// Puts `kept` in the place of what these rules said about one thing.
    pub fn replace(&mut self, judged: Judged, rules: RuleSet, kept: Vec<Kept>) {
        let is_of = |kept: &Kept| rules.contains(kept.rule);
        let Some(list) = self.by.get_mut(&judged) else {
            if !kept.is_empty() {
                self.is_changed = true;
                self.enter(judged, kept);
            }
            return;
        };
        if list.iter().filter(|&one| is_of(one)).eq(&kept) {
            return;
        }
        self.is_changed = true;
        let mut list = std::mem::take(list);
        // In first, so that the mark of a session that stays named does not fall and rise.
        for kept in &kept {
            self.count(kept, true);
        }
        list.extract_if(.., |one| is_of(one)).for_each(|gone| self.count(&gone, false));
        list.extend(kept);
        if list.is_empty() {
            self.by.remove(&judged);
        } else {
            list.sort_by_key(|kept| kept.rule);
            self.by.insert(judged, list);
        }
    }

    /// Gives the findings about one thing the waivers that `cover` tells.
    pub fn match_again(&mut self, judged: Judged, cover: impl Fn(&Kept) -> Option<WaiverId>) {
        let Some(mut list) = self.by.remove(&judged) else { return };
        for kept in &mut list {
            let waiver = cover(kept);
            if kept.finding.waiver != waiver {
                self.is_changed = true;
                self.count(kept, false);
                kept.finding.waiver = waiver;
                self.count(kept, true);
            }
        }
        self.by.insert(judged, list);
    }

    /// Whether anything changed since this was last asked, and the sessions whose mark did.
    pub fn take_changes(&mut self) -> (bool, Vec<Slot<Session>>) {
        let mut stirred = std::mem::take(&mut self.stirred);
        // What was told first is what stood before.
        stirred.sort_by_key(|&(slot, _)| slot);
        stirred.dedup_by_key(|one| one.0);
        stirred.retain(|&(slot, before)| self.mark(slot) != before);
        (std::mem::take(&mut self.is_changed), stirred.into_iter().map(|(slot, _)| slot).collect())
    }

    /// Counts a finding in, or out.
    fn count(&mut self, kept: &Kept, add: bool) {
        let finding = &kept.finding;
        let step = |count: usize| if add { count + 1 } else { count.saturating_sub(1) };
        if let Some(waiver) = finding.waiver {
            self.counts[4] = step(self.counts[4]);
            let held = self.held.entry(waiver).or_default();
            *held = if add { *held + 1 } else { held.saturating_sub(1) };
            if *held == 0 {
                self.held.remove(&waiver);
            }
            return;
        }
        let severity = finding.severity as usize;
        self.counts[severity] = step(self.counts[severity]);
        let step = |count: u32| if add { count + 1 } else { count.saturating_sub(1) };
        if let Some(date) = finding.date().filter(|_| kept.sessions.is_empty()) {
            let marks = self.days.entry(date).or_default();
            marks[severity] = step(marks[severity]);
            if worst(marks) == Severity::Off {
                self.days.remove(&date);
            }
        }
        for &session in &kept.sessions {
            let marks = self.marks.at(session);
            let before = worst(marks);
            marks[severity] = step(marks[severity]);
            if worst(marks) != before {
                self.stirred.push((session, before));
            }
        }
    }
}

fn worst(counts: &[u32; 4]) -> Severity {
    Severity::ALL.into_iter().rev().find(|&severity| counts[severity as usize] > 0).unwrap_or(Severity::Off)
}

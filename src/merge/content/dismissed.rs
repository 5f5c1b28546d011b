//! What was removed of what came from other tools: as many as a plan has sessions, and of no meaning in their order. So it is
//! merged as a set, and nobody is ever asked.

use std::collections::HashSet;

use super::{Content, Ground, Outcome};
use crate::merge::value::{Part, Value};
use crate::model::Dismissed;

impl Content for Vec<Dismissed> {
    fn value(&self, _part: &Part) -> Value {
        let told = |dismissed: &Dismissed| {
            Value::Text(if dismissed.title.is_empty() { &dismissed.id } else { &dismissed.title }.clone())
        };
        if self.is_empty() { Value::Nothing } else { Value::List(self.iter().map(told).collect()) }
    }

    fn empty() -> Option<Self> {
        Some(Self::new())
    }

    fn both(&self, _part: &Part, theirs: &Self) -> Option<Self> {
        Some(merged(&[], self, theirs))
    }

    fn merge(base: &Self, ours: &Self, theirs: &Self, _ground: &dyn Ground) -> Outcome<Self> {
        let value = match () {
            () if ours == theirs || base == theirs => ours.clone(),
            () if ours == base => theirs.clone(),
            () => merged(base, ours, theirs),
        };
        Outcome { value, seen: theirs.clone() }
    }
}

/// What both have kept in the order in which it was, then what is new, in one order whoever merges; no more than a plan keeps.
fn merged(base: &[Dismissed], ours: &[Dismissed], theirs: &[Dismissed]) -> Vec<Dismissed> {
    let [was, here, there] = [base, ours, theirs].map(|list| list.iter().collect::<HashSet<_>>());
    let kept = base.iter().filter(|&dismissed| here.contains(dismissed) && there.contains(dismissed));
    let mut new: Vec<&Dismissed> = here.union(&there).copied().filter(|&dismissed| !was.contains(dismissed)).collect();
    new.sort_unstable();
    let mut merged = kept.chain(new).cloned().collect();
    Dismissed::bound(&mut merged);
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: impl IntoIterator<Item = usize>) -> Vec<Dismissed> {
        names.into_iter().map(|name| Dismissed { id: format!("{name:06}"), ..Dismissed::default() }).collect()
    }

    #[test]
    fn what_either_has_removed_stays_removed_and_what_either_has_restored_does_not() {
        let (base, ours, theirs) = (named([3, 1, 2]), named([1, 2, 5]), named([3, 1, 4]));
        assert_eq!(merged(&base, &ours, &theirs), named([1, 4, 5]));
        assert_eq!(merged(&base, &theirs, &ours), named([1, 4, 5]));
    }

    #[test]
    fn long_lists_merge_and_stay_bounded() {
        let base = named(0..10);
        let [ours, theirs] = [10..Dismissed::MOST, Dismissed::MOST..Dismissed::MOST + 30]
            .map(|new| base.iter().cloned().chain(named(new)).collect::<Vec<_>>());
        let merged = merged(&base, &ours, &theirs);
        assert_eq!((merged.len(), merged.first()), (Dismissed::MOST, named([30]).first()));
    }
}

//! What has happened to the open plan, for those who follow it.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::edit::Label;
use crate::model::Patch;

/// One state of one plan. No two states of any two plans in one run of the program share it, not even a state that undo
/// brings back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Generation(u64);

impl Generation {
    fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self(LAST.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

/// What one command, undo or redo has done to the plan.
#[derive(Clone, Debug)]
pub struct Change {
    /// What the step is called.
    pub label: Label,
    /// The rows before and after.
    pub patch: Arc<Patch>,
    /// The state of the plan now.
    pub generation: Generation,
}

/// So many changes are remembered for those who follow late; who comes later begins from scratch.
const REMEMBERED: usize = 64;

/// The latest changes.
#[derive(Debug)]
pub(super) struct Changes {
    generation: Generation,
    /// Each with the generation before it, the oldest first.
    latest: VecDeque<(Generation, Arc<Patch>)>,
}

impl Changes {
    /// None yet, to a plan just opened.
    pub fn new() -> Self {
        Self { generation: Generation::next(), latest: VecDeque::new() }
    }

    /// The state of the plan now.
    pub fn generation(&self) -> Generation {
        self.generation
    }

    /// Remembers a change that has just been made.
    pub fn push(&mut self, label: Label, patch: Arc<Patch>) -> Change {
        if self.latest.len() == REMEMBERED {
            self.latest.pop_front();
        }
        self.latest.push_back((self.generation, Arc::clone(&patch)));
        self.generation = Generation::next();
        Change { label, patch, generation: self.generation }
    }

    /// The patches since `generation`, the first one first; `None` where they are not known.
    pub fn since(&self, generation: Generation) -> Option<impl Iterator<Item = &Patch>> {
        let first = if generation == self.generation {
            self.latest.len()
        } else {
            self.latest.binary_search_by_key(&generation, |(before, _)| *before).ok()?
        };
        Some(self.latest.range(first..).map(|(_, patch)| &**patch))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Deed;
    use crate::model::LocalText;

    fn push(changes: &mut Changes) -> Generation {
        let label = Label { deed: Deed::Move, title: LocalText::default(), count: 1 };
        changes.push(label, Arc::default()).generation
    }

    #[test]
    fn followers_get_what_they_missed_and_nothing_of_another_plan() {
        let (mut one, mut other) = (Changes::new(), Changes::new());
        let start = one.generation();
        let first = push(&mut one);
        push(&mut other);
        let second = push(&mut one);
        let count = |changes: &Changes, from| changes.since(from).map(Iterator::count);
        assert_eq!([start, first, second].map(|from| count(&one, from)), [Some(2), Some(1), Some(0)]);
        assert_eq!(count(&other, first), None);
        for _ in 0..REMEMBERED {
            push(&mut one);
        }
        assert_eq!(count(&one, first), None, "too long ago");
        assert_eq!(count(&one, second), Some(REMEMBERED));
    }
}

//! The moves of the search: each changes a few items, or nothing at all, and can be taken back.

mod cells;
mod items;

use super::problem::{Problem, Spot};
use super::random::Random;
use super::state::State;

/// An arrangement with a note of what was last done to it.
pub(super) struct Moves<'a> {
    pub state: State<'a>,
    pub random: Random,
    done: Vec<Deed>,
    /// Lists that are used again and again.
    first: Vec<(usize, Spot)>,
    second: Vec<(usize, Spot)>,
    /// The starts of each table that are not out of the question.
    starts: Vec<Vec<u32>>,
}

#[derive(Clone, Copy)]
enum Deed {
    Put(usize),
    Took(usize, Spot),
}

impl<'a> Moves<'a> {
    /// From this arrangement on.
    pub fn new(state: State<'a>, random: Random) -> Self {
        let allowed = |table: &std::sync::Arc<[i64]>| {
            let starts = table.iter().enumerate().filter(|&(_, &cost)| cost != super::problem::NEVER);
            starts.map(|(at, _)| at as u32).collect()
        };
        let starts = state.problem.tables.iter().map(allowed).collect();
        Self { state, random, done: Vec::new(), first: Vec::new(), second: Vec::new(), starts }
    }

    /// Tries one move chosen by lot; whether anything was done. What was done can be undone until the next one.
    pub fn step(&mut self) -> bool {
        self.done.clear();
        let did = if self.state.problem.groups.count > 0 { self.move_in_cells() } else { self.move_items() };
        if !did {
            self.undo();
        }
        did
    }

    /// Whether something is left out that could be somewhere.
    pub fn is_lacking(&self) -> bool {
        let could = |item: &u32| {
            let row = &self.problem().items[*item as usize];
            !row.choices.is_empty() && !self.starts[row.starts].is_empty()
        };
        self.state.idle().iter().any(could)
    }

    /// Takes back what was last done.
    pub fn undo(&mut self) {
        while let Some(deed) = self.done.pop() {
            match deed {
                Deed::Put(item) => {
                    self.state.take(item);
                }
                Deed::Took(item, spot) => self.state.put(item, spot),
            }
        }
    }

    fn problem(&self) -> &'a Problem {
        self.state.problem
    }

    /// Takes an item away, if it is anywhere.
    fn take(&mut self, item: usize) -> Option<Spot> {
        self.state.spot(item)?;
        let spot = self.state.take(item);
        self.done.push(Deed::Took(item, spot));
        Some(spot)
    }

    /// Puts an item where it is free; whether it is.
    fn put(&mut self, item: usize, spot: Spot) -> bool {
        let is_free = self.state.is_free(item, spot);
        if is_free {
            self.state.put(item, spot);
            self.done.push(Deed::Put(item));
        }
        is_free
    }

    /// One of the items, those that are left out more often than others.
    fn any_item(&mut self) -> usize {
        let idle = self.state.idle().len();
        if idle > 0 && self.random.below(4) == 0 {
            return self.state.idle()[self.random.below(idle)] as usize;
        }
        self.random.below(self.problem().items.len())
    }
}

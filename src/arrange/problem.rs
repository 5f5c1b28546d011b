//! What is to be arranged, in words that know nothing of plans: items that take steps of time in rooms.
//!
//! Time is a row of *steps*, cut into *frames* (a day, a slot of a conference): an item lies within one frame. A *cell* is one
//! room in one frame. Items of a *group* (a track of talks) share cells with their own group only. All costs are whole numbers:
//! what must not be costs so much that nothing outweighs it, so that a search can pass through it.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

/// The cost of a start, or of a choice of rooms, that is out of the question.
pub const NEVER: i64 = i64::MAX;

/// What is to be arranged, and what each arrangement costs.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// The steps of each frame, one after the other from 0 on.
    pub frames: Vec<Range<usize>>,
    /// How many rooms there are.
    pub rooms: usize,
    /// Stretches of steps in which a room is taken whatever is arranged.
    pub taken: Vec<(usize, Range<usize>)>,
    /// What is to be placed.
    pub items: Vec<Item>,
    /// What each start costs, step by step; items and choices name one by its place.
    pub tables: Vec<Arc<[i64]>>,
    /// What goes on at once, counted at each step.
    pub pools: Vec<Limit>,
    /// Stretches of steps in which a pool has one more, whatever is arranged.
    pub counted: Vec<(usize, Range<usize>)>,
    /// What belongs to one frame, counted in each.
    pub loads: Vec<Limit>,
    /// Groups of items, if there are any.
    pub groups: Groups,
}

/// Something to be placed.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// So many steps, one at least.
    pub length: usize,
    /// What its starts cost: a place in [`Problem::tables`].
    pub starts: usize,
    /// The rooms it can have; what many items have in common stands in memory once.
    pub choices: Arc<[Choice]>,
    /// What it costs to leave it out.
    pub idle: i64,
    /// The group it belongs to.
    pub group: Option<usize>,
    /// Which one of its group it should be, from 1 on; 0 where that does not matter.
    pub order: usize,
    /// What it has to do with other items; each tie stands with both.
    pub ties: Vec<Tie>,
    /// The pools it counts in.
    pub pools: Vec<usize>,
    /// The loads it counts in.
    pub loads: Vec<usize>,
}

/// One way to house an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Choice {
    /// All the rooms it takes; none for what needs none.
    pub rooms: Vec<usize>,
    /// What that costs.
    pub cost: i64,
    /// What starts cost besides, in these rooms.
    pub starts: Option<usize>,
}

/// What one item has to do with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The other item.
    pub other: usize,
    /// What must not be, or should not.
    pub bond: Bond,
    /// What it costs where it is so.
    pub cost: i64,
}

/// What must not be between an item and another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// Less than so many steps between them, in one room and otherwise; no two steps at once.
    Apart {
        /// In one room.
        near: usize,
        /// In two rooms.
        far: usize,
    },
    /// The same step: the cost is for each that they share.
    Step,
    /// The same frame, in different rooms.
    Beside,
    /// The same frame.
    SameFrame,
    /// It begins before the other has been over for so many steps; the cost grows with how much too early.
    After(usize),
    /// The other begins before it has been over for so many steps; the same.
    Before(usize),
    /// Different rooms.
    OtherRoom,
}

impl Bond {
    /// The same as the other item has it.
    #[must_use]
    pub fn back(self) -> Self {
        match self {
            Self::After(gap) => Self::Before(gap),
            Self::Before(gap) => Self::After(gap),
            same => same,
        }
    }
}

/// So many at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The most that costs nothing.
    pub most: usize,
    /// What each one more costs.
    pub cost: i64,
}

/// What groups cost.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// How many there are.
    pub count: usize,
    /// What it costs that a group has a cell: group by group, frame by frame, room by room.
    pub cells: Vec<i64>,
    /// What it costs that two groups each have a cell of one frame: group by group, symmetric.
    pub pairs: Vec<i64>,
    /// For each room of a group beyond the first.
    pub rooms: i64,
    /// For each cell of a group in one frame beyond the first.
    pub parallel: i64,
    /// For each group that skips frames between its first and its last.
    pub gap: i64,
    /// For each item that is not where its order says, and each two of a group with an order at one step.
    pub order: i64,
}

impl Problem {
    /// How many steps there are.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.end)
    }

    /// Ties two items; an item is not tied to itself.
    pub fn tie(&mut self, one: usize, other: usize, bond: Bond, cost: i64) {
        if one != other {
            self.items[one].ties.push(Tie { other, bond, cost });
            self.items[other].ties.push(Tie { other: one, bond: bond.back(), cost });
        }
    }

    /// A new pool with these items in it; its place.
    pub fn count_together(&mut self, limit: Limit, items: &[usize]) -> usize {
        let pool = self.pools.len();
        self.pools.push(limit);
        for &item in items {
            self.items[item].pools.push(pool);
        }
        pool
    }

    /// What it costs that an item begins at a step in the rooms of a choice; [`NEVER`] where it can not.
    #[must_use]
    pub fn own_cost(&self, item: usize, start: usize, choice: usize) -> i64 {
        let item = &self.items[item];
        let Some(choice) = item.choices.get(choice) else { return NEVER };
        let (first, second) = (self.tables[item.starts][start], choice.starts.map_or(0, |at| self.tables[at][start]));
        if first == NEVER || second == NEVER || choice.cost == NEVER { NEVER } else { first + second + choice.cost }
    }
}

/// Where an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Its first step.
    pub start: usize,
    /// Which of its choices of rooms.
    pub choice: usize,
}

/// Where all items are; `None` for what is left out.
pub type Answer = Vec<Option<Spot>>;

/// The tables of a problem that is being made, each of which stands in it once.
#[derive(Debug, Default)]
pub struct Tables(FxHashMap<Arc<[i64]>, usize>);

impl Tables {
    /// The place of a table.
    pub fn place(&mut self, problem: &mut Problem, table: Vec<i64>) -> usize {
        *self.0.entry(table.into()).or_insert_with_key(|table| {
            problem.tables.push(table.clone());
            problem.tables.len() - 1
        })
    }
}

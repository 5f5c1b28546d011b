//! An arrangement that is being changed, and what it costs at every moment.
//!
//! Everything is done by two deeds, [`State::put`] and [`State::take`]; each brings the cost up to date by looking at what the
//! one item touches.

use super::problem::{Answer, Bond, NEVER, Problem, Spot, Tie};

mod cells;

pub(super) use cells::Cells;

/// No item, no place.
pub(super) const NONE: u32 = u32::MAX;
/// A step of a room that nothing can take.
const TAKEN: u32 = u32::MAX - 1;

/// Where an item is, with all that is asked of it often.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub start: u32,
    pub end: u32,
    pub choice: u32,
    pub frame: u32,
    /// The first of its rooms; [`NONE`] where it has none.
    pub room: u32,
}

const NOWHERE: At = At { start: NONE, end: NONE, choice: NONE, frame: NONE, room: NONE };

/// An arrangement.
#[derive(Clone, Debug)]
pub(super) struct State<'a> {
    pub problem: &'a Problem,
    pub cost: i64,
    pub cells: Cells,
    at: Vec<At>,
    /// Room by room, step by step: who is there.
    grid: Vec<u32>,
    steps: usize,
    frame_of: Vec<u32>,
    pools: Vec<u16>,
    loads: Vec<u16>,
    /// The items that are left out, and where each stands in that list.
    idle: Vec<u32>,
    idle_at: Vec<u32>,
}

impl<'a> State<'a> {
    /// Everything left out.
    pub fn new(problem: &'a Problem) -> Self {
        let (steps, count) = (problem.steps(), problem.items.len());
        let mut frame_of = vec![0; steps];
        for (at, frame) in problem.frames.iter().enumerate() {
            frame_of[frame.clone()].fill(at as u32);
        }
        let mut grid = vec![NONE; steps * problem.rooms];
        for (room, span) in &problem.taken {
            grid[room * steps + span.start..room * steps + span.end].fill(TAKEN);
        }
        let mut pools = vec![0; problem.pools.len() * steps];
        for (pool, span) in &problem.counted {
            pools[pool * steps + span.start..pool * steps + span.end].iter_mut().for_each(|count| *count += 1);
        }
        Self {
            problem,
            cost: problem.items.iter().map(|item| item.idle).sum(),
            cells: Cells::new(problem),
            at: vec![NOWHERE; count],
            grid,
            steps,
            frame_of,
            pools,
            loads: vec![0; problem.loads.len() * problem.frames.len()],
            idle: (0..count as u32).collect(),
            idle_at: (0..count as u32).collect(),
        }
    }

    /// As in an answer; what does not fit into it is left out.
    pub fn of(problem: &'a Problem, answer: &Answer) -> Self {
        let mut state = Self::new(problem);
        for (item, spot) in answer.iter().enumerate() {
            if let Some(spot) = spot
                && state.is_free(item, *spot)
            {
                state.put(item, *spot);
            }
        }
        state
    }

    /// Where everything is.
    pub fn answer(&self) -> Answer {
        (0..self.at.len()).map(|item| self.spot(item)).collect()
    }

    /// Where an item is.
    pub fn spot(&self, item: usize) -> Option<Spot> {
        let at = self.at[item];
        (at.start != NONE).then_some(Spot { start: at.start as usize, choice: at.choice as usize })
    }

    /// Where an item is, in full.
    pub fn at(&self, item: usize) -> At {
        self.at[item]
    }

    /// What is left out.
    pub fn idle(&self) -> &[u32] {
        &self.idle
    }

    /// The frame of a step.
    pub fn frame_of(&self, step: usize) -> usize {
        self.frame_of[step] as usize
    }

    /// Who has a room at a step; `None` as well where nobody can.
    pub fn in_room(&self, room: usize, step: usize) -> Option<usize> {
        let id = self.grid[room * self.steps + step];
        (id < TAKEN).then_some(id as usize)
    }

    /// Whether a room is free for so many steps.
    pub fn is_room_free(&self, room: usize, start: usize, length: usize) -> bool {
        let from = room * self.steps + start;
        self.grid[from..from + length].iter().all(|&id| id == NONE)
    }

    /// Whether an item can begin there: within a frame, allowed, its rooms free, the cell open to its group.
    pub fn is_free(&self, item: usize, spot: Spot) -> bool {
        self.is_allowed(item, spot)
            && self.problem.items[item].choices[spot.choice].rooms.iter().all(|&room| {
                self.is_room_free(room, spot.start, self.problem.items[item].length)
                    && self.cells.admits(self.problem.items[item].group, self.frame_of(spot.start), room)
            })
    }

    /// Whether an item could begin there if nobody else were there.
    pub fn is_allowed(&self, item: usize, spot: Spot) -> bool {
        let end = spot.start + self.problem.items[item].length;
        end <= self.problem.frames[self.frame_of(spot.start)].end
            && self.problem.own_cost(item, spot.start, spot.choice) != NEVER
    }

    /// Puts an item that is left out where it is free.
    pub fn put(&mut self, item: usize, spot: Spot) {
        let problem = self.problem;
        let row = &problem.items[item];
        let choice = &row.choices[spot.choice];
        let end = spot.start + row.length;
        let at = At {
            start: spot.start as u32,
            end: end as u32,
            choice: spot.choice as u32,
            frame: self.frame_of[spot.start],
            room: choice.rooms.first().map_or(NONE, |&room| room as u32),
        };
        for &room in &choice.rooms {
            self.grid[room * self.steps + spot.start..room * self.steps + end].fill(item as u32);
        }
        let last = self.idle.pop().unwrap_or(NONE);
        if last != item as u32 {
            let hole = self.idle_at[item];
            self.idle[hole as usize] = last;
            self.idle_at[last as usize] = hole;
        }
        self.idle_at[item] = NONE;
        self.at[item] = at;
        let own = problem.own_cost(item, spot.start, spot.choice);
        debug_assert_ne!(own, NEVER, "nothing is put where it must not be");
        self.cost += own - row.idle + self.tied(item);
        self.count(item, at, true);
        if let Some(group) = row.group {
            self.cost += self.cells.enter(problem, group, at.frame as usize, at.room as usize);
            self.cost += self.reorder(group);
        }
    }

    /// Takes an item away, and says where it was.
    pub fn take(&mut self, item: usize) -> Spot {
        let problem = self.problem;
        let row = &problem.items[item];
        let at = self.at[item];
        let spot = Spot { start: at.start as usize, choice: at.choice as usize };
        self.cost -= problem.own_cost(item, spot.start, spot.choice) - row.idle + self.tied(item);
        for &room in &row.choices[spot.choice].rooms {
            self.grid[room * self.steps + spot.start..room * self.steps + at.end as usize].fill(NONE);
        }
        self.at[item] = NOWHERE;
        self.idle_at[item] = self.idle.len() as u32;
        self.idle.push(item as u32);
        self.count(item, at, false);
        if let Some(group) = row.group {
            self.cost -= self.cells.leave(problem, group, at.frame as usize, at.room as usize);
            self.cost += self.reorder(group);
        }
        spot
    }

    /// What an item costs with all that are placed, through its ties.
    pub fn tied(&self, item: usize) -> i64 {
        let at = self.at[item];
        self.problem.items[item].ties.iter().map(|tie| broken(at, self.at[tie.other], tie)).sum()
    }

    /// Counts an item in, or out.
    fn count(&mut self, item: usize, at: At, comes: bool) {
        let (problem, row) = (self.problem, &self.problem.items[item]);
        for &pool in &row.pools {
            let limit = problem.pools[pool];
            let from = pool * self.steps;
            for count in &mut self.pools[from + at.start as usize..from + at.end as usize] {
                self.cost += step(count, comes, limit.most, limit.cost);
            }
        }
        for &load in &row.loads {
            let limit = problem.loads[load];
            let count = &mut self.loads[load * problem.frames.len() + at.frame as usize];
            self.cost += step(count, comes, limit.most, limit.cost);
        }
    }

    /// Works out again how far a group is from its order; by how much that changes the cost.
    fn reorder(&mut self, group: usize) -> i64 {
        if self.problem.groups.order == 0 || !self.cells.has_order(group) {
            return 0;
        }
        let cost = self.problem.groups.order * order_of(self.problem, self.cells.members(group), |item| self.at[item]);
        self.cells.set_order(group, cost)
    }
}

/// One more or one less of something that has a limit: by how much the cost changes.
fn step(count: &mut u16, comes: bool, most: usize, cost: i64) -> i64 {
    if comes {
        *count += 1;
        if usize::from(*count) > most { cost } else { 0 }
    } else {
        *count -= 1;
        if usize::from(*count) >= most { -cost } else { 0 }
    }
}

/// What a tie costs between two places; nothing where one of them is none.
pub(super) fn broken(at: At, other: At, tie: &Tie) -> i64 {
    if at.start == NONE || other.start == NONE {
        return 0;
    }
    let is_broken = match tie.bond {
        Bond::Apart { near, far } => {
            let gap = if at.room == other.room { near } else { far } as u32;
            at.start < other.end + gap && other.start < at.end + gap
        }
        Bond::Step => {
            let shared = at.end.min(other.end).saturating_sub(at.start.max(other.start));
            return tie.cost * i64::from(shared);
        }
        Bond::Beside => at.frame == other.frame && at.room != other.room,
        Bond::SameFrame => at.frame == other.frame,
        Bond::After(gap) => return early(at.start, other.end + gap as u32, tie.cost),
        Bond::Before(gap) => return early(other.start, at.end + gap as u32, tie.cost),
        Bond::OtherRoom => at.room != other.room,
    };
    if is_broken { tie.cost } else { 0 }
}

/// So many steps too early cost as much again: a search finds its way out of an order that is far from right.
const AGAIN: i64 = 64;

/// What it costs to begin before something else is over.
fn early(start: u32, over: u32, cost: i64) -> i64 {
    if start < over { cost + cost * i64::from(over - start) / AGAIN } else { 0 }
}

/// How many of a group are not where their order says, and how many pairs of them are at one step.
pub(super) fn order_of(problem: &Problem, members: &[u32], at: impl Fn(usize) -> At) -> i64 {
    let mut placed: Vec<(u32, u32, u32, usize)> = members
        .iter()
        .map(|&item| (at(item as usize), item as usize))
        .filter(|(at, _)| at.start != NONE)
        .map(|(at, item)| (at.frame, at.room, at.start, item))
        .collect();
    placed.sort_unstable();
    let order = |item: usize| problem.items[item].order;
    let astray = placed.iter().zip(1..).filter(|((.., item), due)| order(*item) != 0 && order(*item) != *due).count();
    let mut at_once = 0;
    for (first, one) in placed.iter().enumerate() {
        for other in &placed[first + 1..] {
            if order(one.3) != 0 && order(other.3) != 0 && one.0 == other.0 {
                let (a, b) = (at(one.3), at(other.3));
                at_once += i64::from(a.end.min(b.end).saturating_sub(a.start.max(b.start)));
            }
        }
    }
    astray as i64 + at_once
}

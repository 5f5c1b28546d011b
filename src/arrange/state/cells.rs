//! Which group has which cell, and what that costs.

use super::NONE;
use crate::arrange::problem::{Groups, Problem};

/// The cells of all groups. Without groups it is empty, and says yes to everything.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cells {
    rooms: usize,
    frames: usize,
    /// How many items are in each cell, frame by frame, room by room.
    filled: Vec<u16>,
    /// Whose it is.
    owner: Vec<u32>,
    /// How many cells of each frame a group has; of each room; and of how many rooms it has any.
    in_frame: Vec<u16>,
    in_room: Vec<u16>,
    rooms_of: Vec<u16>,
    /// From its first to its last frame, and how many it has.
    has_gap: Vec<bool>,
    members: Vec<Vec<u32>>,
    ordered: Vec<bool>,
    order: Vec<i64>,
    /// The cells of each group, those of nobody last, and where each cell stands in its list.
    owned: Vec<Vec<u32>>,
    place: Vec<u32>,
}

impl Cells {
    /// All of them empty.
    pub fn new(problem: &Problem) -> Self {
        let Groups { count, .. } = problem.groups;
        if count == 0 {
            return Self::default();
        }
        let (rooms, frames) = (problem.rooms, problem.frames.len());
        let mut members = vec![Vec::new(); count];
        let mut ordered = vec![false; count];
        for (at, item) in problem.items.iter().enumerate() {
            if let Some(group) = item.group {
                members[group].push(at as u32);
                ordered[group] |= item.order != 0;
            }
        }
        let mut owned = vec![Vec::new(); count];
        owned.push((0..(rooms * frames) as u32).collect());
        Self {
            rooms,
            frames,
            filled: vec![0; rooms * frames],
            owner: vec![NONE; rooms * frames],
            in_frame: vec![0; count * frames],
            in_room: vec![0; count * rooms],
            rooms_of: vec![0; count],
            has_gap: vec![false; count],
            members,
            ordered,
            order: vec![0; count],
            owned,
            place: (0..(rooms * frames) as u32).collect(),
        }
    }

    /// Whether something of this group can be there.
    pub fn admits(&self, group: Option<usize>, frame: usize, room: usize) -> bool {
        let Some(&owner) = self.owner.get(frame * self.rooms + room) else { return true };
        owner == NONE || Some(owner as usize) == group
    }

    /// The group that has a cell.
    pub fn owner(&self, cell: usize) -> Option<usize> {
        (self.owner[cell] != NONE).then_some(self.owner[cell] as usize)
    }

    /// The cells of a group.
    pub fn of(&self, group: usize) -> &[u32] {
        &self.owned[group]
    }

    /// The cells of nobody.
    pub fn free(&self) -> &[u32] {
        self.owned.last().map_or(&[], Vec::as_slice)
    }

    /// The frame and the room of a cell.
    pub fn parts(&self, cell: usize) -> (usize, usize) {
        (cell / self.rooms, cell % self.rooms)
    }

    /// The items of a group.
    pub fn members(&self, group: usize) -> &[u32] {
        &self.members[group]
    }

    /// Whether some of a group have an order.
    pub fn has_order(&self, group: usize) -> bool {
        self.ordered[group]
    }

    /// Notes what the order of a group costs; by how much that is more.
    pub fn set_order(&mut self, group: usize, cost: i64) -> i64 {
        cost - std::mem::replace(&mut self.order[group], cost)
    }

    /// One more item of a group in a cell; by how much the cost rises.
    pub fn enter(&mut self, problem: &Problem, group: usize, frame: usize, room: usize) -> i64 {
        let cell = frame * self.rooms + room;
        self.filled[cell] += 1;
        if self.filled[cell] > 1 {
            return 0;
        }
        let mut cost = self.with_others(problem, group, frame, cell);
        self.hand_over(cell, self.owned.len() - 1, group);
        self.owner[cell] = group as u32;
        let in_frame = &mut self.in_frame[group * self.frames + frame];
        *in_frame += 1;
        if *in_frame > 1 {
            cost += problem.groups.parallel;
        } else {
            cost += self.regap(problem, group);
        }
        let in_room = &mut self.in_room[group * self.rooms + room];
        *in_room += 1;
        if *in_room == 1 {
            self.rooms_of[group] += 1;
            if self.rooms_of[group] > 1 {
                cost += problem.groups.rooms;
            }
        }
        cost
    }

    /// One item less of a group in a cell; by how much the cost falls.
    pub fn leave(&mut self, problem: &Problem, group: usize, frame: usize, room: usize) -> i64 {
        let cell = frame * self.rooms + room;
        self.filled[cell] -= 1;
        if self.filled[cell] > 0 {
            return 0;
        }
        self.owner[cell] = NONE;
        self.hand_over(cell, group, self.owned.len() - 1);
        let mut cost = self.with_others(problem, group, frame, cell);
        let in_frame = &mut self.in_frame[group * self.frames + frame];
        *in_frame -= 1;
        if *in_frame > 0 {
            cost += problem.groups.parallel;
        } else {
            cost -= self.regap(problem, group);
        }
        let in_room = &mut self.in_room[group * self.rooms + room];
        *in_room -= 1;
        if *in_room == 0 {
            self.rooms_of[group] -= 1;
            if self.rooms_of[group] > 0 {
                cost += problem.groups.rooms;
            }
        }
        cost
    }

    /// What a cell costs a group, alone and beside the others of its frame.
    fn with_others(&self, problem: &Problem, group: usize, frame: usize, cell: usize) -> i64 {
        let groups = &problem.groups;
        let row = &groups.pairs[group * groups.count..(group + 1) * groups.count];
        let beside = self.owner[frame * self.rooms..(frame + 1) * self.rooms].iter();
        let pairs: i64 = beside.filter(|&&owner| owner != NONE).map(|&owner| row[owner as usize]).sum();
        groups.cells[group * self.frames * self.rooms + cell] + pairs
    }

    /// Looks again whether a group skips frames; by how much the cost rises.
    fn regap(&mut self, problem: &Problem, group: usize) -> i64 {
        if problem.groups.gap == 0 {
            return 0;
        }
        let frames = &self.in_frame[group * self.frames..(group + 1) * self.frames];
        let first = frames.iter().position(|&cells| cells > 0).unwrap_or(0);
        let last = frames.iter().rposition(|&cells| cells > 0).unwrap_or(0);
        let has_gap = first < last && frames[first..last].contains(&0);
        let had = std::mem::replace(&mut self.has_gap[group], has_gap);
        problem.groups.gap * (i64::from(has_gap) - i64::from(had))
    }

    /// Moves a cell from one list to another.
    fn hand_over(&mut self, cell: usize, from: usize, to: usize) {
        let place = self.place[cell] as usize;
        let list = &mut self.owned[from];
        list.swap_remove(place);
        if let Some(&moved) = list.get(place) {
            self.place[moved as usize] = place as u32;
        }
        self.place[cell] = self.owned[to].len() as u32;
        self.owned[to].push(cell as u32);
    }
}

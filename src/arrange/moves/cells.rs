//! Moves where items belong to groups, and cells to one group each: talks of tracks into sessions.

use super::Moves;
use crate::arrange::problem::Spot;

impl Moves<'_> {
    /// Tries one move chosen by lot.
    pub(super) fn move_in_cells(&mut self) -> bool {
        match self.random.below(100) {
            0..30 => self.move_to_cell(),
            30..58 => self.swap_in_group(),
            58..76 => self.swap_cells(),
            76..84 => self.rotate_cells(),
            84..90 => self.dissolve(),
            90..96 => self.mix_cell(),
            96..98 => self.swap_rooms(),
            _ => self.swap_frames(),
        }
    }

    /// The choice of an item that is this room alone.
    fn choice_in(&self, item: usize, room: usize) -> Option<usize> {
        let choices = &self.problem().items[item].choices;
        let is_it = |choice: &crate::arrange::problem::Choice| choice.rooms == [room];
        if choices.get(room).is_some_and(is_it) { Some(room) } else { choices.iter().position(is_it) }
    }

    /// An item moves to a cell of its group, or opens one.
    fn move_to_cell(&mut self) -> bool {
        let item = self.any_item();
        let Some(group) = self.problem().items[item].group else { return false };
        let opens = self.random.below(3) == 0;
        let cells = if opens { self.state.cells.free() } else { self.state.cells.of(group) };
        let count = cells.len();
        if count == 0 {
            return false;
        }
        let at = self.random.below(count);
        let cell = if opens { self.state.cells.free()[at] } else { self.state.cells.of(group)[at] };
        self.take(item);
        self.put_in_cell(item, cell as usize)
    }

    /// Puts an item into the first free steps of a cell; makes them free by moving up what is there, if that helps.
    fn put_in_cell(&mut self, item: usize, cell: usize) -> bool {
        let (frame, room) = self.state.cells.parts(cell);
        let Some(choice) = self.choice_in(item, room) else { return false };
        let (span, length) = (self.problem().frames[frame].clone(), self.problem().items[item].length);
        for start in span.start..(span.end + 1).saturating_sub(length) {
            if self.put(item, Spot { start, choice }) {
                return true;
            }
        }
        let mut list = std::mem::take(&mut self.first);
        self.list_cell(cell, &mut list);
        let needed: usize = list.iter().map(|&(other, _)| self.problem().items[other].length).sum();
        let mut fits = !list.is_empty() && needed + length <= span.len();
        if fits {
            for &(other, _) in &list {
                self.take(other);
            }
            let at = self.random.below(list.len() + 1);
            list.insert(at, (item, Spot { start: 0, choice }));
            fits = self.lay(&list, cell);
        }
        self.first = list;
        fits
    }

    /// Who is in a cell, and where.
    fn list_cell(&self, cell: usize, list: &mut Vec<(usize, Spot)>) {
        list.clear();
        let (frame, room) = self.state.cells.parts(cell);
        let span = self.problem().frames[frame].clone();
        let mut step = span.start;
        while step < span.end {
            step += 1;
            if let Some(item) = self.state.in_room(room, step - 1)
                && let Some(spot) = self.state.spot(item)
            {
                list.push((item, spot));
                step = spot.start + self.problem().items[item].length;
            }
        }
    }

    /// Puts items into a cell one after the other, from its first step on.
    fn lay(&mut self, list: &[(usize, Spot)], cell: usize) -> bool {
        let (frame, room) = self.state.cells.parts(cell);
        let span = self.problem().frames[frame].clone();
        let mut start = span.start;
        list.iter().all(|&(item, _)| {
            let length = self.problem().items[item].length;
            let Some(choice) = self.choice_in(item, room) else { return false };
            start += length;
            start <= span.end && self.put(item, Spot { start: start - length, choice })
        })
    }

    /// Puts what was in a cell into another, each as far from its beginning as it was where that is possible.
    fn carry(&mut self, list: &[(usize, Spot)], from: usize, to: usize) -> bool {
        let (was, is) = (self.state.cells.parts(from).0, self.state.cells.parts(to).0);
        let (was, is) = (self.problem().frames[was].clone(), self.problem().frames[is].clone());
        let Some(&(last, spot)) = list.last() else { return true };
        if spot.start - was.start + self.problem().items[last].length > is.len() {
            return self.lay(list, to);
        }
        let room = self.state.cells.parts(to).1;
        list.iter().all(|&(item, spot)| {
            let Some(choice) = self.choice_in(item, room) else { return false };
            self.put(item, Spot { start: spot.start - was.start + is.start, choice })
        })
    }

    /// Two items of a group change places.
    fn swap_in_group(&mut self) -> bool {
        let item = self.any_item();
        let Some(group) = self.problem().items[item].group else { return false };
        let members = self.state.cells.members(group);
        let other = members[self.random.below(members.len())] as usize;
        let (a, b) = (self.state.at(item), self.state.at(other));
        if (a.frame, a.room) == (b.frame, b.room) {
            return false;
        }
        let (Some(here), Some(there)) = (self.take(item), self.take(other)) else { return false };
        if self.problem().items[item].length == self.problem().items[other].length {
            return self.put(item, there) && self.put(other, here);
        }
        let cell = |frame: u32, room: u32| frame as usize * self.problem().rooms + room as usize;
        let (to, from) = (cell(b.frame, b.room), cell(a.frame, a.room));
        self.put_in_cell(item, to) && self.put_in_cell(other, from)
    }

    fn any_cell(&mut self) -> Option<usize> {
        // One that has something: by way of an item.
        let item = self.random.below(self.problem().items.len());
        let at = self.state.at(item);
        self.state.spot(item)?;
        Some(at.frame as usize * self.problem().rooms + at.room as usize)
    }

    /// Another cell for what is in one: in the same room, in the same frame, or anywhere.
    fn other_cell(&mut self, cell: usize) -> usize {
        let (frame, room) = self.state.cells.parts(cell);
        let (rooms, frames) = (self.problem().rooms, self.problem().frames.len());
        match self.random.below(4) {
            0 => self.random.below(frames) * rooms + room,
            1 => frame * rooms + self.random.below(rooms),
            2 if !self.state.cells.free().is_empty() => {
                let free = self.random.below(self.state.cells.free().len());
                self.state.cells.free()[free] as usize
            }
            _ => self.random.below(rooms * frames),
        }
    }

    /// What is in two cells changes places.
    fn swap_cells(&mut self) -> bool {
        let Some(one) = self.any_cell() else { return false };
        let other = self.other_cell(one);
        self.exchange(one, other)
    }

    fn exchange(&mut self, one: usize, other: usize) -> bool {
        if one == other || self.state.cells.owner(one) == self.state.cells.owner(other) && self.is_same(one, other) {
            return false;
        }
        let (mut here, mut there) = (std::mem::take(&mut self.first), std::mem::take(&mut self.second));
        self.list_cell(one, &mut here);
        self.list_cell(other, &mut there);
        for &(item, _) in here.iter().chain(&there) {
            self.take(item);
        }
        let did = self.carry(&here, one, other) && self.carry(&there, other, one);
        (self.first, self.second) = (here, there);
        did
    }

    /// Whether it makes no difference that two cells of a group are exchanged: both are empty.
    fn is_same(&self, one: usize, other: usize) -> bool {
        self.state.cells.owner(one).is_none() && self.state.cells.owner(other).is_none()
    }

    /// What is in three cells goes around.
    fn rotate_cells(&mut self) -> bool {
        let Some(one) = self.any_cell() else { return false };
        let (two, three) = (self.other_cell(one), self.other_cell(one));
        if one == two || two == three || one == three {
            return false;
        }
        let mut lists = [one, two, three].map(|cell| {
            let mut list = Vec::new();
            self.list_cell(cell, &mut list);
            list
        });
        for &(item, _) in lists.iter().flatten() {
            self.take(item);
        }
        lists.rotate_left(1);
        self.carry(&lists[0], two, one) && self.carry(&lists[1], three, two) && self.carry(&lists[2], one, three)
    }

    /// What is in a cell goes to other cells of its group.
    fn dissolve(&mut self) -> bool {
        let Some(cell) = self.any_cell() else { return false };
        let Some(group) = self.state.cells.owner(cell) else { return false };
        if self.state.cells.of(group).len() < 2 {
            return false;
        }
        let mut list = Vec::new();
        self.list_cell(cell, &mut list);
        for &(item, _) in &list {
            self.take(item);
        }
        list.iter().all(|&(item, _)| {
            let count = self.state.cells.of(group).len();
            let first = self.random.below(count.max(1));
            (0..count).any(|more| {
                let to = self.state.cells.of(group).get((first + more) % count).copied();
                to.is_some_and(|to| self.put_in_cell(item, to as usize))
            })
        })
    }

    /// What is in a cell changes its order.
    fn mix_cell(&mut self) -> bool {
        let Some(cell) = self.any_cell() else { return false };
        let mut list = Vec::new();
        self.list_cell(cell, &mut list);
        if list.len() < 2 {
            return false;
        }
        for &(item, _) in &list {
            self.take(item);
        }
        let (one, other) = (self.random.below(list.len()), self.random.below(list.len()));
        list.swap(one, other);
        one != other && self.lay(&list, cell)
    }

    /// All cells of a group in one room go to another room, and what is there to this one.
    fn swap_rooms(&mut self) -> bool {
        let Some(cell) = self.any_cell() else { return false };
        let Some(group) = self.state.cells.owner(cell) else { return false };
        let (rooms, room) = (self.problem().rooms, self.state.cells.parts(cell).1);
        let other = self.random.below(rooms);
        if room == other {
            return false;
        }
        let cells: Vec<usize> = self.state.cells.of(group).iter().map(|&cell| cell as usize).collect();
        let here = cells.into_iter().filter(|cell| cell % rooms == room);
        let here: Vec<usize> = here.collect();
        here.into_iter().all(|cell| self.exchange(cell, cell - room + other))
    }

    /// All of one frame and all of another change places.
    fn swap_frames(&mut self) -> bool {
        let (rooms, frames) = (self.problem().rooms, self.problem().frames.len());
        let (one, other) = (self.random.below(frames), self.random.below(frames));
        // Mostly only some rooms of them.
        let (from, count) = (self.random.below(rooms), 1 + self.random.below(rooms));
        one != other
            && (0..count).map(|more| (from + more) % rooms).all(|room| {
                let (here, there) = (one * rooms + room, other * rooms + room);
                self.is_same(here, there) || self.exchange(here, there)
            })
    }
}

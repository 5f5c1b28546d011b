//! Moves where every item stands for itself: sessions in rooms.

use super::Moves;
use crate::arrange::problem::Spot;

/// So many items at most make way for one.
const IN_THE_WAY: usize = 3;
/// So many places are tried for one that made way.
const TRIES: usize = 6;

impl Moves<'_> {
    /// Tries one move chosen by lot.
    pub(super) fn move_items(&mut self) -> bool {
        if self.problem().items.is_empty() {
            return false;
        }
        match self.random.below(100) {
            0..25 => self.shift(),
            25..40 => self.other_choice(),
            40..70 => self.move_anywhere(),
            70..90 => self.swap_items(),
            90..95 => self.swap_blocks(true),
            _ => self.swap_blocks(false),
        }
    }

    /// An item begins a little earlier or later.
    fn shift(&mut self) -> bool {
        let item = self.any_item();
        let Some(was) = self.take(item) else { return false };
        let by = 1 + self.random.below(8);
        let start = if self.random.below(2) == 0 { was.start.checked_sub(by) } else { Some(was.start + by) };
        start.is_some_and(|start| start < self.problem().steps() && self.put(item, Spot { start, ..was }))
    }

    /// An item goes to other rooms at its time.
    fn other_choice(&mut self) -> bool {
        let item = self.any_item();
        let Some(was) = self.take(item) else { return false };
        let choice = self.random.below(self.problem().items[item].choices.len());
        choice != was.choice && self.put_and_make_way(item, Spot { choice, ..was }, Some(was))
    }

    /// An item goes anywhere, and who is there makes way.
    fn move_anywhere(&mut self) -> bool {
        let item = self.any_item();
        let Some(spot) = self.any_spot(item) else { return false };
        let was = self.take(item);
        self.put_and_make_way(item, spot, was)
    }

    /// One of the places that an item can have.
    fn any_spot(&mut self, item: usize) -> Option<Spot> {
        let row = &self.problem().items[item];
        if row.choices.is_empty() {
            return None;
        }
        let choice = self.random.below(row.choices.len());
        let starts = &self.starts[row.choices[choice].starts.unwrap_or(row.starts)];
        if starts.is_empty() {
            return None;
        }
        let spot = Spot { start: starts[self.random.below(starts.len())] as usize, choice };
        self.state.is_allowed(item, spot).then_some(spot)
    }

    /// Puts an item where others may be: they go where it was, or anywhere else that is free, or are left out.
    fn put_and_make_way(&mut self, item: usize, spot: Spot, was: Option<Spot>) -> bool {
        if !self.state.is_allowed(item, spot) {
            return false;
        }
        let row = &self.problem().items[item];
        let mut away: Vec<usize> = Vec::new();
        for &room in &row.choices[spot.choice].rooms {
            for step in spot.start..spot.start + row.length {
                match self.state.in_room(room, step) {
                    Some(other) if !away.contains(&other) => away.push(other),
                    _ => {}
                }
            }
        }
        if away.len() > IN_THE_WAY {
            return false;
        }
        for &other in &away {
            self.take(other);
        }
        if !self.put(item, spot) {
            return false;
        }
        for other in away {
            let back = was.and_then(|was| self.like(other, item, was));
            if back.is_some_and(|back| self.put(other, back)) {
                continue;
            }
            for _ in 0..TRIES {
                if let Some(spot) = self.any_spot(other)
                    && self.put(other, spot)
                {
                    break;
                }
            }
        }
        true
    }

    /// Where an item would be in the place of another: at its start, in its rooms if it can have them.
    fn like(&self, item: usize, other: usize, spot: Spot) -> Option<Spot> {
        let rooms = &self.problem().items[other].choices[spot.choice].rooms;
        let choices = &self.problem().items[item].choices;
        let choice = choices.iter().position(|choice| choice.rooms == *rooms)?;
        Some(Spot { start: spot.start, choice })
    }

    /// Two items change places.
    fn swap_items(&mut self) -> bool {
        let (one, other) = (self.any_item(), self.random.below(self.problem().items.len()));
        if one == other {
            return false;
        }
        let (Some(here), Some(there)) = (self.take(one), self.take(other)) else { return false };
        // Where they can not have each other's rooms, they change times.
        let there_for = self.like(one, other, there).unwrap_or(Spot { start: there.start, choice: here.choice });
        let here_for = self.like(other, one, here).unwrap_or(Spot { start: here.start, choice: there.choice });
        self.put(one, there_for) && self.put(other, here_for)
    }

    /// What is in a room in one frame changes places with what is in another room of that frame, or in the same room in
    /// another frame.
    fn swap_blocks(&mut self, in_frame: bool) -> bool {
        let (rooms, frames) = (self.problem().rooms, self.problem().frames.len());
        if rooms == 0 || frames == 0 {
            return false;
        }
        let (room, frame) = (self.random.below(rooms), self.random.below(frames));
        let (to_room, to_frame) =
            if in_frame { (self.random.below(rooms), frame) } else { (room, self.random.below(frames)) };
        if (room, frame) == (to_room, to_frame) {
            return false;
        }
        let (here, there) = (self.in_block(room, frame), self.in_block(to_room, to_frame));
        let frames = &self.problem().frames;
        let by = frames[to_frame].start as isize - frames[frame].start as isize;
        for &(item, _) in here.iter().chain(&there) {
            self.take(item);
        }
        let mut carry = |list: &[(usize, Spot)], by: isize, room: usize| {
            list.iter().all(|&(item, spot)| {
                let choices = &self.problem().items[item].choices;
                let choice = choices.iter().position(|choice| choice.rooms == [room]);
                let start = spot.start.checked_add_signed(by).filter(|&start| start < self.problem().steps());
                let spot = choice.zip(start).map(|(choice, start)| Spot { start, choice });
                spot.is_some_and(|spot| self.put(item, spot))
            })
        };
        !(here.is_empty() && there.is_empty()) && carry(&here, by, to_room) && carry(&there, -by, room)
    }

    /// The items that have this room and no other in a frame, if no item there has more.
    fn in_block(&self, room: usize, frame: usize) -> Vec<(usize, Spot)> {
        let mut list: Vec<(usize, Spot)> = Vec::new();
        for step in self.problem().frames[frame].clone() {
            if let Some(item) = self.state.in_room(room, step)
                && list.last().is_none_or(|&(last, _)| last != item)
                && let Some(spot) = self.state.spot(item)
                && self.problem().items[item].choices[spot.choice].rooms.len() == 1
            {
                list.push((item, spot));
            }
        }
        list
    }
}

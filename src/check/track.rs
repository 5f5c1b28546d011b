//! Sessions in the order of their starts.

use crate::model::{Session, SessionKind};

use super::rows::{Each, Rows, Slot};

/// One session in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Busy {
    /// The first minute: UTC in lists of rooms, bodies and people; the event's clock in lists of days.
    pub start: i32,
    /// The minute after the last.
    pub end: i32,
    /// Which.
    pub slot: Slot<Session>,
    /// What sort of session it is.
    pub kind: SessionKind,
    /// In how many languages it is held.
    pub languages: u8,
}

/// Sessions in the order of their starts; those of one start by their ends, then by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Track {
    busy: Vec<Busy>,
    /// No session in it is longer. Grows only: it bounds where to begin to look.
    longest: i32,
}

impl Track {
    /// Of sessions that are in order.
    pub fn of(busy: impl Iterator<Item = Busy>) -> Self {
        let busy: Vec<Busy> = busy.collect();
        let longest = busy.iter().map(|busy| busy.end - busy.start).max().unwrap_or(0);
        Self { busy, longest }
    }

    /// All of them.
    pub fn all(&self) -> &[Busy] {
        &self.busy
    }

    /// Those that share a minute with `from..to`.
    pub fn near(&self, from: i32, to: i32) -> impl Iterator<Item = &Busy> {
        self.places_near(from, to).map(|(_, busy)| busy)
    }

    /// The same, with their places among all.
    pub fn places_near(&self, from: i32, to: i32) -> impl Iterator<Item = (usize, &Busy)> {
        let first = self.busy.partition_point(|busy| busy.start.saturating_add(self.longest) <= from);
        let begun = (first..).zip(&self.busy[first..]).take_while(move |(_, busy)| busy.start < to);
        begun.filter(move |(_, busy)| busy.end > from)
    }

    /// Puts a session in.
    pub fn insert(&mut self, busy: Busy, sessions: &Rows<Session>) {
        let at = self.place(busy, sessions);
        self.busy.insert(at, busy);
        self.longest = self.longest.max(busy.end - busy.start);
    }

    /// Takes a session out.
    pub fn remove(&mut self, busy: Busy, sessions: &Rows<Session>) {
        let at = self.place(busy, sessions);
        if self.busy.get(at).is_some_and(|there| there.slot == busy.slot) {
            self.busy.remove(at);
        }
    }

    fn place(&self, busy: Busy, sessions: &Rows<Session>) -> usize {
        let when = |busy: &Busy| (busy.start, busy.end);
        self.busy.partition_point(|other| {
            when(other).cmp(&when(&busy)).then_with(|| sessions.by_id(other.slot, busy.slot)).is_lt()
        })
    }

    /// Adds a session out of order, before [`Self::sort`].
    pub fn push(&mut self, busy: Busy) {
        self.busy.push(busy);
        self.longest = self.longest.max(busy.end - busy.start);
    }

    /// Puts in order what was pushed, while numbers are in the order of ids.
    pub fn sort(&mut self) {
        if !self.busy.is_sorted() {
            self.busy.sort_unstable();
        }
    }

    /// One track for each row, of what belongs to which; numbers are in the order of ids.
    pub fn each<R>(rows: usize, parts: &[(Slot<R>, Busy)]) -> Each<R, Self> {
        let mut counts: Each<R, usize> = Each::with_len(rows);
        for (slot, _) in parts {
            *counts.at(*slot) += 1;
        }
        let mut tracks: Each<R, Self> = Each::with_len(rows);
        for (slot, busy) in parts {
            let track = tracks.at(*slot);
            if track.busy.capacity() == 0 {
                track.busy.reserve_exact(*counts.at(*slot));
            }
            track.push(*busy);
        }
        tracks.values_mut().for_each(Self::sort);
        tracks
    }
}

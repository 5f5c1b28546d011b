//! Lanes: sessions sorted by room, body, kind or event, and stacked in rows so that none lies on another.
//!
//! A lane's rows hold sessions that do not overlap, in order of time. So what is on the screen is found by bisection,
//! and what is off the screen costs nothing. Where nothing overlaps, stacking begins anew in the first row: sessions that
//! overlap, even by way of others, are stacked independently of all others. So lanes follow a patch by stacking again
//! only what stands around a session that left or came.

mod key;

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::model::{Body, Event, Kind, Patch, Plan, Room, Row as _, Session, SessionId, Status};

pub use key::{LaneKey, LanesBy};

/// One session in one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which.
    pub session: SessionId,
    /// Its start, in minutes since 1970 of the civil calendar.
    pub start: i32,
    /// The minute after its last.
    pub end: i32,
    /// Its kind, which gives it its colour.
    pub kind: Kind,
    /// Whether it will not take place.
    pub is_cancelled: bool,
}

impl Block {
    /// A session that has a time.
    #[must_use]
    pub fn of(session: &Session) -> Option<Self> {
        session.span().map(|span| Self {
            session: session.id(),
            start: span.start.minutes(),
            end: span.end.minutes(),
            kind: session.called(),
            is_cancelled: session.status == Status::Cancelled,
        })
    }

    /// Earlier ones first; of those that begin together, longer ones.
    pub(crate) fn by_start(&self) -> (i32, std::cmp::Reverse<i32>, SessionId) {
        (self.start, std::cmp::Reverse(self.end), self.session)
    }
}

/// One lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// What it stands for.
    pub key: LaneKey,
    /// Rows of sessions that do not overlap, each in order of time.
    pub rows: Vec<Vec<Block>>,
}

impl Lane {
    fn new(key: LaneKey, mut blocks: Vec<Block>) -> Self {
        blocks.sort_unstable_by_key(Block::by_start);
        Self { key, rows: stacked(blocks) }
    }

    /// How many rows it is high, at least one.
    #[must_use]
    pub fn height_rows(&self) -> usize {
        self.rows.len().max(1)
    }

    /// How many rows have a session between two times, counted from the first.
    #[must_use]
    pub fn rows_between(&self, from: f64, to: f64) -> usize {
        self.rows.iter().rposition(|row| !visible(row, from, to).is_empty()).map_or(0, |last| last + 1)
    }

    /// The row in which a block of this lane stands.
    #[must_use]
    pub fn row_of(&self, block: &Block) -> Option<usize> {
        let has = |row: &Vec<Block>| {
            let at = row.partition_point(|other| other.start < block.start);
            row.get(at).is_some_and(|found| found.session == block.session)
        };
        self.rows.iter().position(has)
    }

    /// Takes sessions out and puts blocks in, and stacks what stands around them again.
    fn restack(&mut self, mut moved: Moved) {
        moved.times.sort_unstable();
        moved.come.sort_unstable_by_key(Block::by_start);
        let (mut times, mut come) = (moved.times.into_iter().peekable(), moved.come.into_iter().peekable());
        while let Some((mut from, mut to)) = times.next() {
            // Whatever overlaps belongs to it, and whatever overlaps that.
            loop {
                let before = (from, to);
                while let Some(next) = times.next_if(|next| next.0 < to) {
                    to = to.max(next.1);
                }
                for row in &self.rows {
                    if let [first, ..] = between(row, from, to) {
                        from = from.min(first.start);
                    }
                    if let [.., last] = between(row, from, to) {
                        to = to.max(last.end);
                    }
                }
                if (from, to) == before {
                    break;
                }
            }
            let stay = self
                .rows
                .iter()
                .flat_map(|row| between(row, from, to))
                .filter(|block| !moved.gone.contains(&block.session));
            let mut blocks: Vec<Block> = stay.copied().collect();
            while let Some(block) = come.next_if(|block| block.start < to) {
                blocks.push(block);
            }
            blocks.sort_unstable_by_key(Block::by_start);
            let mut new = stacked(blocks);
            self.rows.resize_with(self.rows.len().max(new.len()), Vec::new);
            new.resize_with(self.rows.len(), Vec::new);
            for (row, new) in self.rows.iter_mut().zip(new) {
                let range = range_between(row, from, to);
                row.splice(range, new);
            }
        }
        while self.rows.last().is_some_and(Vec::is_empty) {
            self.rows.pop();
        }
    }
}

/// What leaves a lane and what comes into it.
#[derive(Default)]
struct Moved {
    gone: BTreeSet<SessionId>,
    come: Vec<Block>,
    /// The times of both.
    times: Vec<(i32, i32)>,
}

/// The blocks of a row that have a minute between two.
fn between(row: &[Block], from: i32, to: i32) -> &[Block] {
    &row[range_between(row, from, to)]
}

fn range_between(row: &[Block], from: i32, to: i32) -> std::ops::Range<usize> {
    let first = row.partition_point(|block| block.end <= from);
    let last = row.partition_point(|block| block.start < to);
    first..last.max(first)
}

/// Puts blocks, sorted by start, into as few rows as possible: always the first row that is free.
#[must_use]
pub fn stacked(blocks: Vec<Block>) -> Vec<Vec<Block>> {
    let mut rows: Vec<Vec<Block>> = Vec::new();
    // Rows by the time they become free; the index breaks ties so that the picture is stable.
    let mut free: std::collections::BinaryHeap<std::cmp::Reverse<usize>> = std::collections::BinaryHeap::new();
    let mut busy: std::collections::BinaryHeap<std::cmp::Reverse<(i32, usize)>> = std::collections::BinaryHeap::new();
    for block in blocks {
        while let Some(&std::cmp::Reverse((end, row))) = busy.peek() {
            if end > block.start {
                break;
            }
            busy.pop();
            free.push(std::cmp::Reverse(row));
        }
        let row = free.pop().map_or(rows.len(), |std::cmp::Reverse(row)| row);
        if row == rows.len() {
            rows.push(Vec::new());
        }
        rows[row].push(block);
        busy.push(std::cmp::Reverse((block.end, row)));
    }
    rows
}

/// The blocks of a row that show between two times.
#[must_use]
pub fn visible(row: &[Block], from: f64, to: f64) -> &[Block] {
    let first = row.partition_point(|block| f64::from(block.end) <= from);
    let last = row.partition_point(|block| f64::from(block.start) < to);
    &row[first..last.max(first)]
}

/// All lanes of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Lanes {
    by: LanesBy,
    all: Vec<Lane>,
    everybody: Lane,
    places: FxHashMap<LaneKey, usize>,
}

impl Lanes {
    /// Sorts every placed session of `plan` into lanes. Every room has a lane, also an empty one, so that it can be
    /// dropped on; bodies, kinds and events have one when they have a session, events also when they have hours.
    #[must_use]
    pub fn new(plan: &Plan, by: LanesBy) -> Self {
        let mut blocks: BTreeMap<LaneKey, Vec<Block>> = BTreeMap::new();
        for session in plan.sessions().iter() {
            let Some(block) = Block::of(session) else { continue };
            for key in LaneKey::of_session(session, by) {
                blocks.entry(key).or_default().push(block);
            }
        }
        match by {
            LanesBy::Room => {
                plan.rooms().ids().for_each(|id| _ = blocks.entry(LaneKey::Room(id)).or_default());
            }
            LanesBy::Event => {
                let open = plan.events().iter().filter(|event| event.hours.is_some());
                open.for_each(|event| _ = blocks.entry(LaneKey::Event(event.id)).or_default());
            }
            LanesBy::Body | LanesBy::Kind => {}
        }
        let everybody = Lane::new(LaneKey::Everybody, blocks.remove(&LaneKey::Everybody).unwrap_or_default());
        let mut lanes: Vec<Lane> = blocks.into_iter().map(|(key, blocks)| Lane::new(key, blocks)).collect();
        lanes.sort_by_cached_key(|lane| rank(plan, lane.key));
        let mut lanes = Self { by, all: lanes, everybody, places: FxHashMap::default() };
        lanes.find_places();
        lanes
    }

    /// Follows patches that have been applied, the first one first: `plan` is the plan after all of them. Answers whether
    /// anything is different.
    pub fn follow<'a>(&mut self, plan: &Plan, patches: impl Iterator<Item = &'a Patch>) -> bool {
        let patches: Vec<&Patch> = patches.collect();
        if patches.iter().any(|patch| self.is_reordered(patch)) {
            *self = Self::new(plan, self.by);
            return true;
        }
        let mut is_changed = false;
        for patch in patches {
            let mut moved: BTreeMap<LaneKey, Moved> = BTreeMap::new();
            for (_, change) in patch.changes::<Session>() {
                let of = |session: Option<&Session>| {
                    let block = session.and_then(Block::of)?;
                    Some((block, LaneKey::of_session(session?, self.by)))
                };
                let (before, after) = (of(change.before.as_deref()), of(change.after.as_deref()));
                if before == after {
                    continue;
                }
                if let Some((block, keys)) = before {
                    for key in keys {
                        let moved = moved.entry(key).or_default();
                        moved.gone.insert(block.session);
                        moved.times.push((block.start, block.end));
                    }
                }
                if let Some((block, keys)) = after {
                    for key in keys {
                        let moved = moved.entry(key).or_default();
                        moved.come.push(block);
                        moved.times.push((block.start, block.end));
                    }
                }
            }
            is_changed |= !moved.is_empty();
            for (key, moved) in moved {
                self.restack(plan, key, moved);
            }
        }
        is_changed
    }

    /// Whether a patch changes which lanes there are for other reasons than sessions, or in which order.
    fn is_reordered(&self, patch: &Patch) -> bool {
        match self.by {
            LanesBy::Room => patch.changes::<Room>().any(|(_, change)| change.differs(|room| room.order)),
            LanesBy::Body => {
                patch.changes::<Body>().any(|(_, change)| change.differs(|body| (body.kind, body.parent.is_some())))
            }
            LanesBy::Event => patch
                .changes::<Event>()
                .any(|(_, change)| change.differs(|event| (event.dates.span().start, event.hours.is_some()))),
            LanesBy::Kind => false,
        }
    }

    fn restack(&mut self, plan: &Plan, key: LaneKey, moved: Moved) {
        if key == LaneKey::Everybody {
            return self.everybody.restack(moved);
        }
        let at = self.position(key).unwrap_or_else(|| {
            let own = rank(plan, key);
            let at = self.all.partition_point(|lane| rank(plan, lane.key) < own);
            self.all.insert(at, Lane { key, rows: Vec::new() });
            self.find_places();
            at
        });
        self.all[at].restack(moved);
        if self.all[at].rows.is_empty() && !stays_empty(plan, key) {
            self.all.remove(at);
            self.find_places();
        }
    }

    fn find_places(&mut self) {
        self.places = self.all.iter().enumerate().map(|(at, lane)| (lane.key, at)).collect();
    }

    /// What the lanes stand for.
    #[must_use]
    pub fn by(&self) -> LanesBy {
        self.by
    }

    /// The lanes from top to bottom.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.all
    }

    /// What concerns everybody.
    #[must_use]
    pub fn everybody(&self) -> &Lane {
        &self.everybody
    }

    /// The place of a lane among [`Self::lanes`].
    #[must_use]
    pub fn position(&self, key: LaneKey) -> Option<usize> {
        self.places.get(&key).copied()
    }

    /// The uppermost lane and row in which a session of the plan stands.
    #[must_use]
    pub fn find(&self, session: &Session) -> Option<(usize, usize)> {
        let block = Block::of(session)?;
        let lanes = LaneKey::of_session(session, self.by).into_iter().filter_map(|key| self.position(key));
        lanes.filter_map(|at| Some((at, self.all[at].row_of(&block)?))).min()
    }
}

/// Whether a lane is there also without sessions.
fn stays_empty(plan: &Plan, key: LaneKey) -> bool {
    match key {
        LaneKey::Room(_) => true,
        LaneKey::Event(id) => plan.events().get(id).is_some_and(|event| event.hours.is_some()),
        LaneKey::NoRoom | LaneKey::NoBody | LaneKey::Body(_) | LaneKey::Kind(_) | LaneKey::Everybody => false,
    }
}

/// Rooms in their own order, bodies by kind, kinds in theirs, events by date; what has no lane of its own comes last.
fn rank(plan: &Plan, key: LaneKey) -> (u8, i64, LaneKey) {
    let (class, order) = match key {
        LaneKey::Room(id) => (0, plan.rooms().get(id).map_or(0, |room| i64::from(room.order))),
        LaneKey::Body(id) => {
            (0, plan.bodies().get(id).map_or(0, |body| body.kind as i64 * 2 + i64::from(body.parent.is_some())))
        }
        LaneKey::Kind(Kind::BuiltIn(kind)) => (0, kind as i64),
        // Own kinds stand before the built-in ones, as wherever they are listed.
        LaneKey::Kind(Kind::Own(_)) => (0, -1),
        LaneKey::Event(id) => {
            (0, plan.events().get(id).map_or(0, |event| i64::from(event.dates.span().start.minutes())))
        }
        LaneKey::NoRoom | LaneKey::NoBody | LaneKey::Everybody => (1, 0),
    };
    (class, order, key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SessionKind;

    fn block(name: &str, start: i32, end: i32) -> Block {
        Block { session: name.parse().unwrap(), start, end, kind: SessionKind::Other.into(), is_cancelled: false }
    }

    #[test]
    fn overlapping_sessions_stand_beside_each_other_and_touching_ones_in_one_row() {
        let rows = stacked(vec![block("a", 0, 60), block("b", 30, 90), block("c", 60, 120), block("d", 60, 61)]);
        let names: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|block| block.session.to_string()).collect()).collect();
        assert_eq!(names, [vec!["a", "c"], vec!["b"], vec!["d"]]);
    }

    #[test]
    fn no_two_blocks_of_a_row_overlap_and_identical_ones_never_share() {
        let blocks = (0..200).map(|n| block(&format!("s{n}"), (n * 37) % 600, (n * 37) % 600 + 15 + (n * 13) % 90));
        let mut blocks: Vec<Block> = blocks.chain([block("x", 10, 20), block("y", 10, 20)]).collect();
        blocks.sort_unstable_by_key(|block| block.start);
        for row in stacked(blocks) {
            assert!(row.windows(2).all(|pair| pair[0].end <= pair[1].start), "{row:?}");
        }
    }

    #[test]
    fn what_stands_elsewhere_is_left_alone_and_what_overlaps_is_stacked_anew() {
        // Two groups of staggered sessions with a gap between them.
        let all: Vec<Block> =
            (0..40).map(|n| block(&format!("s{n:02}"), n * 40 + n / 20 * 1000, n * 40 + n / 20 * 1000 + 70)).collect();
        let mut lane = Lane::new(LaneKey::NoRoom, all.clone());
        for (gone, come) in [(&all[3..4], None), (&all[..0], Some((810, 1810))), (&all[30..33], Some((0, 3000)))] {
            let mut left: Vec<Block> = lane.rows.iter().flatten().copied().collect();
            left.retain(|block| !gone.iter().any(|other| other.session == block.session));
            let come = come.map(|(start, end)| block(&format!("n{start}"), start, end));
            left.extend(come);
            let times = gone.iter().chain(&come).map(|block| (block.start, block.end)).collect();
            let gone = gone.iter().map(|block| block.session).collect();
            lane.restack(Moved { gone, come: come.into_iter().collect(), times });
            assert_eq!(lane, Lane::new(LaneKey::NoRoom, left));
        }
    }

    #[test]
    fn only_what_shows_is_visible() {
        let row: Vec<Block> = (0..10).map(|n| block(&format!("s{n}"), n * 100, n * 100 + 50)).collect();
        let names = |from, to| visible(&row, from, to).iter().map(|b| b.start).collect::<Vec<_>>();
        assert_eq!(names(149.0, 301.0), [100, 200, 300]);
        assert_eq!(names(150.0, 300.0), [200]);
        assert_eq!(names(5000.0, 6000.0), Vec::<i32>::new());
        assert_eq!(names(60.0, 40.0), Vec::<i32>::new());
    }
}

//! Lanes: sessions sorted by room, body, kind or event, and stacked in rows so that none lies on another.
//!
//! A lane's rows hold sessions that do not overlap, in order of time. So what is on the screen is found by bisection,
//! and what is off the screen costs nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{BodyId, EventId, Language, LocalText, Plan, RoomId, Row as _, Session, SessionId, SessionKind};

/// What lanes stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum LanesBy {
    /// Rooms.
    #[default]
    Room,
    /// Bodies.
    Body,
    /// Kinds of session.
    Kind,
    /// Events.
    Event,
}

impl LanesBy {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Room, Self::Body, Self::Kind, Self::Event];
}

/// What one lane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneKey {
    /// A room.
    Room(RoomId),
    /// Sessions that take no room.
    NoRoom,
    /// A body.
    Body(BodyId),
    /// Sessions of no body.
    NoBody,
    /// A kind of session.
    Kind(SessionKind),
    /// An event.
    Event(EventId),
}

impl LaneKey {
    /// The lanes of these rooms.
    #[must_use]
    pub fn of_rooms(rooms: &[RoomId]) -> Vec<Self> {
        if rooms.is_empty() { vec![Self::NoRoom] } else { rooms.iter().map(|&room| Self::Room(room)).collect() }
    }

    /// The lanes in which a session stands.
    #[must_use]
    pub fn of_session(session: &Session, by: LanesBy) -> Vec<Self> {
        let or = |keys: Vec<Self>, none: Self| if keys.is_empty() { vec![none] } else { keys };
        match by {
            LanesBy::Room => Self::of_rooms(session.rooms()),
            LanesBy::Body => or(session.bodies.iter().map(|&body| Self::Body(body)).collect(), Self::NoBody),
            LanesBy::Kind => vec![Self::Kind(session.kind)],
            LanesBy::Event => vec![Self::Event(session.event)],
        }
    }

    /// What it stands for, in the plan's own words; empty where the screen has the word.
    #[must_use]
    pub fn title(self, plan: &Plan, language: Language) -> String {
        let short = |code: &LocalText, title: &LocalText| {
            let code = code.get(language);
            if code.is_empty() { title.get(language).to_owned() } else { code.to_owned() }
        };
        match self {
            Self::Room(id) => plan.rooms().get(id).map(|room| room.title.get(language).to_owned()),
            Self::Body(id) => plan.bodies().get(id).map(|body| short(&body.code, &body.title)),
            Self::Event(id) => plan.events().get(id).map(|event| short(&event.code, &event.title)),
            Self::NoRoom | Self::NoBody | Self::Kind(_) => None,
        }
        .unwrap_or_default()
    }
}

/// One session in one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which.
    pub session: SessionId,
    /// Its start, in minutes since 1970 of the civil calendar.
    pub start: i32,
    /// The minute after its last.
    pub end: i32,
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
        blocks.sort_unstable_by_key(|block| (block.start, std::cmp::Reverse(block.end), block.session));
        Self { key, rows: stacked(blocks) }
    }

    /// How many rows it is high, at least one.
    #[must_use]
    pub fn height_rows(&self) -> usize {
        self.rows.len().max(1)
    }
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    by: LanesBy,
    lanes: Vec<Lane>,
}

impl Lanes {
    /// Sorts every placed session of `plan` into lanes. Every room has a lane, also an empty one, so that it can be
    /// dropped on; bodies, kinds and events have one when they have a session, events also when they have hours.
    #[must_use]
    pub fn new(plan: &Plan, by: LanesBy) -> Self {
        let mut blocks: BTreeMap<LaneKey, Vec<Block>> = BTreeMap::new();
        for session in plan.sessions().iter() {
            let Some(block) = block_of(session) else { continue };
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
        let mut lanes: Vec<Lane> = blocks.into_iter().map(|(key, blocks)| Lane::new(key, blocks)).collect();
        lanes.sort_by_cached_key(|lane| rank(plan, lane.key));
        Self { by, lanes }
    }

    /// What the lanes stand for.
    #[must_use]
    pub fn by(&self) -> LanesBy {
        self.by
    }

    /// The lanes from top to bottom.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }
}

fn block_of(session: &Session) -> Option<Block> {
    session.span().map(|span| Block { session: session.id(), start: span.start.minutes(), end: span.end.minutes() })
}

/// Rooms in their own order, bodies by kind, kinds in theirs, events by date; what has no lane of its own comes last.
fn rank(plan: &Plan, key: LaneKey) -> (u8, i64, LaneKey) {
    let (class, order) = match key {
        LaneKey::Room(id) => (0, plan.rooms().get(id).map_or(0, |room| i64::from(room.order))),
        LaneKey::Body(id) => {
            (0, plan.bodies().get(id).map_or(0, |body| body.kind as i64 * 2 + i64::from(body.parent.is_some())))
        }
        LaneKey::Kind(kind) => (0, kind as i64),
        LaneKey::Event(id) => {
            (0, plan.events().get(id).map_or(0, |event| i64::from(event.dates.span().start.minutes())))
        }
        LaneKey::NoRoom | LaneKey::NoBody => (1, 0),
    };
    (class, order, key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(name: &str, start: i32, end: i32) -> Block {
        Block { session: name.parse().unwrap(), start, end }
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
    fn only_what_shows_is_visible() {
        let row: Vec<Block> = (0..10).map(|n| block(&format!("s{n}"), n * 100, n * 100 + 50)).collect();
        let names = |from, to| visible(&row, from, to).iter().map(|b| b.start).collect::<Vec<_>>();
        assert_eq!(names(149.0, 301.0), [100, 200, 300]);
        assert_eq!(names(150.0, 300.0), [200]);
        assert_eq!(names(5000.0, 6000.0), Vec::<i32>::new());
        assert_eq!(names(60.0, 40.0), Vec::<i32>::new());
    }
}

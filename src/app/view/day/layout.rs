//! One day as it is laid out: its rooms as columns, its hours, and sessions side by side where they overlap.
//!
//! Times and shares only; knows nothing of the screen.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::{CivilTime, DAY_MINS, Event, EventDates, Patch, Room, Session, SessionKind};

use crate::app::paint::lanes::{Block, LaneKey, LanesBy, stacked};
use crate::workbench::Workbench;

/// What a day shows at least, in minutes after midnight.
const USUAL: (i32, i32) = (8 * 60, 19 * 60);

/// No day shows less, in minutes.
const LEAST: i32 = 4 * 60;

/// One day.
#[derive(Debug, PartialEq)]
pub struct DayLayout {
    /// Which.
    pub date: NaiveDate,
    /// From the first to the last hour to be seen, in minutes after midnight; whole hours.
    pub hours: (i32, i32),
    /// The hours kept open by the events of the day.
    pub open: Option<(i32, i32)>,
    /// From left to right: what has no room, then every room in its order.
    pub columns: Vec<Column>,
    /// Breaks: bands across all columns, in order of time.
    pub pauses: Vec<Block>,
}

/// A room, or none.
#[derive(Debug, PartialEq)]
pub struct Column {
    /// Which.
    pub key: LaneKey,
    /// Its sessions in order of time.
    pub places: Vec<Place>,
}

impl Column {
    /// How many sessions stand side by side where it is fullest.
    #[must_use]
    pub fn tracks(&self) -> usize {
        self.places.iter().map(|place| place.tracks).max().unwrap_or(0)
    }
}

/// A session in a column, with its share of the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The session, with all its time, also on other days.
    pub block: Block,
    /// How many stand to its left.
    pub track: usize,
    /// How many share the width.
    pub tracks: usize,
}

impl DayLayout {
    /// Lays out a day of the plan.
    #[must_use]
    pub fn new(workbench: &Workbench, date: NaiveDate) -> Self {
        let (plan, index) = (workbench.plan(), workbench.index());
        let mut blocks: BTreeMap<LaneKey, Vec<Block>> = BTreeMap::new();
        let mut pauses = Vec::new();
        for session in index.sessions_on(date).iter().filter_map(|&id| plan.sessions().get(id)) {
            let Some(block) = Block::of(session) else { continue };
            if session.kind == SessionKind::Break {
                pauses.push(block);
                continue;
            }
            for key in LaneKey::of_session(session, LanesBy::Room) {
                blocks.entry(key).or_default().push(block);
            }
        }
        let rooms = index.rooms().iter().map(|&id| LaneKey::Room(id));
        let columns = std::iter::once(LaneKey::NoRoom)
            .chain(rooms)
            .map(|key| Column { key, places: side_by_side(blocks.remove(&key).unwrap_or_default()) })
            .collect();
        pauses.sort_unstable_by_key(Block::by_start);
        let mut layout = Self { date, hours: USUAL, open: None, columns, pauses };
        layout.find_hours(workbench);
        layout
    }

    /// Follows patches that have been applied, the first one first: only columns that a session leaves or comes into
    /// are laid out anew.
    pub fn follow<'a>(&mut self, workbench: &Workbench, patches: impl Iterator<Item = &'a Patch>) {
        let patches: Vec<&Patch> = patches.collect();
        let other_columns =
            |patch: &&Patch| patch.changes::<Room>().any(|(_, change)| change.differs(|room| room.order));
        if patches.iter().any(other_columns) {
            *self = Self::new(workbench, self.date);
            return;
        }
        let mut is_changed = false;
        for patch in patches {
            let mut events = patch.changes::<Event>();
            is_changed |= events.any(|(_, change)| change.differs(|event| (event.dates, event.hours)));
            for (id, change) in patch.changes::<Session>() {
                let pause = |session: Option<&Session>| {
                    let pause = session.filter(|session| session.kind == SessionKind::Break);
                    pause.filter(|session| self.holds(session)).and_then(Block::of)
                };
                let (before, after) = (pause(change.before.as_deref()), pause(change.after.as_deref()));
                if before != after {
                    is_changed = true;
                    self.pauses.retain(|block| block.session != id);
                    self.pauses.extend(after);
                    self.pauses.sort_unstable_by_key(Block::by_start);
                }
                let (before, after) =
                    (self.blocks_of(change.before.as_deref()), self.blocks_of(change.after.as_deref()));
                if before != after {
                    is_changed = true;
                    self.exchange(workbench, &before, &after);
                }
            }
        }
        if is_changed {
            self.find_hours(workbench);
        }
    }

    /// Whether a session has a minute of this day.
    fn holds(&self, session: &Session) -> bool {
        session.span().is_some_and(|span| span.overlaps(EventDates::day(self.date).span()))
    }

    /// A session in each of its columns, if it has a minute of this day.
    fn blocks_of(&self, session: Option<&Session>) -> Vec<(LaneKey, Block)> {
        let here = session.filter(|session| session.kind != SessionKind::Break && self.holds(session));
        let block = here.and_then(Block::of);
        let keys = here.map(|session| LaneKey::of_session(session, LanesBy::Room)).unwrap_or_default();
        block.into_iter().flat_map(|block| keys.iter().map(move |&key| (key, block)).collect::<Vec<_>>()).collect()
    }

    fn exchange(&mut self, workbench: &Workbench, before: &[(LaneKey, Block)], after: &[(LaneKey, Block)]) {
        let keys: BTreeSet<LaneKey> = before.iter().chain(after).map(|&(key, _)| key).collect();
        for key in keys {
            let place = match key {
                LaneKey::Room(room) => workbench.index().room_place(room).map(|place| place + 1),
                _ => Some(0),
            };
            let Some(column) = place.and_then(|place| self.columns.get_mut(place)) else { continue };
            let mut blocks: Vec<Block> = column.places.iter().map(|place| place.block).collect();
            let here = |all: &[(LaneKey, Block)]| all.iter().find(|&&(other, _)| other == key).map(|&(_, block)| block);
            blocks.retain(|block| here(before).is_none_or(|gone| gone.session != block.session));
            blocks.extend(here(after));
            column.places = side_by_side(blocks);
        }
    }

    /// Works out hours from what stands in the columns.
    fn find_hours(&mut self, workbench: &Workbench) {
        let midnight = self.midnight().minutes();
        let day = EventDates::day(self.date).span();
        let part = |block: &Block| ((block.start - midnight).max(0), (block.end - midnight).min(DAY_MINS));
        let placed = self.columns.iter().flat_map(|column| column.places.iter().map(|place| &place.block));
        let busy = placed.chain(&self.pauses).fold(USUAL, |all, block| hull(all, part(block)));
        let open = workbench
            .plan()
            .events()
            .iter()
            .filter(|event| matches!(event.dates, EventDates::Days { .. }) && event.dates.span().overlaps(day))
            .filter_map(|event| event.hours)
            .map(|hours| (i32::from(hours.from_min), i32::from(hours.to_min)))
            .reduce(hull);
        (self.hours, self.open) = (whole_hours(busy.0, busy.1), open);
    }

    /// Midnight at its start.
    #[must_use]
    pub fn midnight(&self) -> CivilTime {
        CivilTime::midnight(self.date)
    }

    /// Points per minute at which sessions that stand right under each other are each `height` high.
    #[must_use]
    pub fn legible_scale(&self, height: f32) -> f32 {
        let follow = |pair: &[Place]| {
            let [first, second] = pair else { return None };
            let mins = second.block.start - first.block.start;
            (first.tracks == 1 && second.block.start < first.block.end + 15).then_some(mins)
        };
        let tightest = self.columns.iter().flat_map(|column| column.places.windows(2).filter_map(follow)).min();
        tightest.map_or(0.0, |mins| height / mins.max(1) as f32)
    }

    /// Whether nothing is planned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.iter().all(|column| column.places.is_empty()) && self.pauses.is_empty()
    }

    /// How many rooms have no session.
    #[must_use]
    pub fn empty_rooms(&self) -> usize {
        let is_empty = |column: &&Column| column.places.is_empty() && column.key != LaneKey::NoRoom;
        self.columns.iter().filter(is_empty).count()
    }
}

fn hull(all: (i32, i32), part: (i32, i32)) -> (i32, i32) {
    (all.0.min(part.0), all.1.max(part.1))
}

/// The whole hours around `from` and `to`, inside the day.
#[must_use]
pub fn whole_hours(from: i32, to: i32) -> (i32, i32) {
    let (first, last) = (from.div_euclid(60) * 60, (to + 59).div_euclid(60) * 60);
    let first = first.clamp(0, DAY_MINS - LEAST);
    (first, last.clamp(first + LEAST, DAY_MINS))
}

/// Sessions that overlap, even by way of others, share the width; all others have it for themselves.
fn side_by_side(mut blocks: Vec<Block>) -> Vec<Place> {
    blocks.sort_unstable_by_key(Block::by_start);
    let mut places = Vec::with_capacity(blocks.len());
    let mut from = 0;
    while from < blocks.len() {
        let mut end = blocks[from].end;
        let mut to = from + 1;
        while to < blocks.len() && blocks[to].start < end {
            end = end.max(blocks[to].end);
            to += 1;
        }
        let tracks = stacked(blocks[from..to].to_vec());
        for (track, row) in tracks.iter().enumerate() {
            places.extend(row.iter().map(|&block| Place { block, track, tracks: tracks.len() }));
        }
        from = to;
    }
    places.sort_unstable_by_key(|place| (place.block.start, place.track));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Command;
    use crate::model::{Length, Placement, SessionId};

    fn block(name: &str, start: i32, end: i32) -> Block {
        Block { session: name.parse().unwrap(), start, end, kind: SessionKind::Other.into(), is_cancelled: false }
    }

    #[test]
    fn only_what_overlaps_shares_the_width() {
        let places = side_by_side(vec![
            block("c", 200, 260),
            block("a", 0, 60),
            block("b", 30, 90),
            block("d", 80, 100),
            block("e", 100, 120),
        ]);
        let shares: Vec<(String, usize, usize)> =
            places.iter().map(|place| (place.block.session.to_string(), place.track, place.tracks)).collect();
        let expected = [("a", 0, 2), ("b", 1, 2), ("d", 0, 2), ("e", 0, 1), ("c", 0, 1)];
        assert_eq!(shares, expected.map(|(name, track, tracks)| (name.to_owned(), track, tracks)));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

        /// Each move: of which session, to which half hour after the first midnight, how long, into which room.
        #[test]
        fn a_day_follows_any_moves(moves in proptest::collection::vec((0_usize..9, -20_i32..120, 1_i32..60, 0_usize..4), 1..40)) {
            let plan = crate::store::Template::Wtdc25.plan();
            let date = NaiveDate::from_ymd_opt(2025, 11, 17).unwrap();
            let mut workbench = Workbench::new(plan);
            let mut layout = DayLayout::new(&workbench, date);
            let ids: Vec<SessionId> = workbench.plan().sessions().ids().skip(6).take(9).collect();
            let rooms = workbench.index().rooms().to_vec();
            for (session, start, length, room) in moves {
                let placement = Placement {
                    start: CivilTime::midnight(date).plus_mins(start * 30),
                    length: Length::clamped(length * 15),
                    rooms: rooms.get(room + 1).copied().filter(|_| room > 0).into_iter().collect(),
                };
                let before = workbench.generation();
                let _ = workbench.perform(&Command::Place(vec![(ids[session], placement)]));
                if length % 5 == 0 {
                    workbench.perform(&Command::Unschedule(vec![ids[session]])).unwrap();
                }
                layout.follow(&workbench, workbench.since(before).unwrap());
                proptest::prop_assert_eq!(&layout, &DayLayout::new(&workbench, date));
            }
        }
    }

    #[test]
    fn hours_are_whole_and_stay_inside_the_day() {
        assert_eq!(whole_hours(495, 1141), (480, 1200));
        assert_eq!(whole_hours(-30, 1500), (0, 1440));
        assert_eq!(whole_hours(1440, 1440), (1200, 1440));
        assert_eq!(whole_hours(60, 60), (60, 300));
    }
}

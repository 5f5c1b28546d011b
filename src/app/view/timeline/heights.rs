//! How high lanes are: all lanes that have sessions alike, so that a height that differs means something; neighbours without
//! sessions share one slim line, unless there is room for all of them. Nothing here knows of screens or plans.

use crate::app::style::size::{LANE, LANE_MAX, SLIM};

/// A row of sessions in a lane is not lower than this, in points.
pub const LEAST_ROW: f32 = 24.0;
/// Where there is room, it is as high as this.
const GOOD_ROW: f32 = 38.0;
/// Above the rows of a lane, and below them with its line.
pub const ABOVE: f32 = 2.0;
/// See [`ABOVE`].
pub const BELOW: f32 = 3.0;
/// Between the rows of a lane.
pub const GAP: f32 = 2.0;

/// What shows of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// How many rows have sessions in the days in sight.
    pub rows: usize,
    /// Whether it is open although it has none.
    pub is_open: bool,
    /// Whether it opens for as long as something is held over it: it pushes those below it down, and no other lane gets
    /// lower for it.
    pub gives_way: bool,
}

impl Use {
    fn is_slim(self) -> bool {
        self.rows == 0 && !self.is_open
    }
}

/// Where lanes are, from the first one down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heights {
    /// The upper edge of each lane and the lower edge of the last, in points. Of slim neighbours the first one has the
    /// line, the others no height.
    pub edges: Vec<f32>,
    /// How many rows each lane has; none where it is slim.
    pub rows: Vec<usize>,
    /// The lanes that have any height.
    pub leads: Vec<usize>,
}

impl Heights {
    /// Shares `room` among lanes. Where all lanes can be as high as lanes ever are, or none has sessions, none is slim:
    /// nothing would be gained by it.
    #[must_use]
    pub fn new(lanes: &[Use], room: f32, least: f32) -> Self {
        let all_open = lanes.iter().all(|lane| lane.is_slim()) || LANE_MAX * lanes.len() as f32 <= room;
        let mut slim: Vec<bool> = lanes.iter().map(|lane| lane.is_slim() && !all_open).collect();
        let groups = slim.chunk_by(|a, b| a == b).filter(|group| group[0]).count();
        let open = slim.iter().filter(|&&slim| !slim).count().max(1);
        let height = ((room - groups as f32 * SLIM) / open as f32).floor().clamp(least, LANE_MAX);
        // What is left over goes to lanes in which sessions overlap, until a title and a range fit into each row.
        let needed = |lane: &Use, row: f32| ABOVE + BELOW + lane.rows.max(1) as f32 * (row + GAP) - GAP;
        let taken = |lane: &Use| height.max(needed(lane, LEAST_ROW));
        let used = lanes.iter().zip(&slim).filter(|(_, slim)| !**slim).map(|(lane, _)| taken(lane)).sum::<f32>();
        let mut left = room - groups as f32 * SLIM - used;
        let mut heights = Self {
            edges: Vec::with_capacity(lanes.len() + 1),
            rows: Vec::with_capacity(lanes.len()),
            leads: Vec::new(),
        };
        for (slim, lane) in slim.iter_mut().zip(lanes) {
            *slim &= !lane.gives_way;
        }
        let mut bottom = 0.0;
        heights.edges.push(bottom);
        for (index, (lane, &is_slim)) in lanes.iter().zip(&slim).enumerate() {
            if is_slim {
                let leads = index == 0 || !slim[index - 1];
                bottom += if leads { SLIM } else { 0.0 };
                heights.rows.push(0);
            } else if lane.is_slim() && lane.gives_way && !all_open {
                bottom += least;
                heights.rows.push(1);
            } else {
                let more = (needed(lane, GOOD_ROW) - taken(lane)).clamp(0.0, left.max(0.0));
                left -= more;
                bottom += taken(lane) + more;
                heights.rows.push(lane.rows.max(1));
            }
            if heights.edges.last().is_some_and(|&top| top < bottom) {
                heights.leads.push(index);
            }
            heights.edges.push(bottom);
        }
        heights
    }

    /// The slim neighbours of which a lane is one, if it is.
    #[must_use]
    pub fn slim_group(&self, lane: usize) -> Option<std::ops::Range<usize>> {
        let is_slim = |at: usize| self.rows.get(at) == Some(&0);
        if !is_slim(lane) {
            return None;
        }
        let first = (0..lane).rev().take_while(|&at| is_slim(at)).last().unwrap_or(lane);
        let end = (lane..self.rows.len()).take_while(|&at| is_slim(at)).last().unwrap_or(lane) + 1;
        Some(first..end)
    }

    /// How high one row of a lane is.
    #[must_use]
    pub fn row_height(&self, lane: usize) -> f32 {
        let rows = self.rows[lane].max(1) as f32;
        let inside = self.edges[lane + 1] - self.edges[lane] - ABOVE - BELOW + GAP;
        (inside / rows - GAP).max(2.0)
    }

    /// The upper edge of a row.
    #[must_use]
    pub fn row_top(&self, lane: usize, row: usize) -> f32 {
        self.edges[lane] + ABOVE + row as f32 * (self.row_height(lane) + GAP)
    }
}

/// The usual least height.
pub const LEAST: f32 = LANE;
/// The same where days are columns: so that all rooms of a conference are in sight.
pub const LEAST_WHOLE: f32 = 40.0;

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(text: &str) -> Vec<Use> {
        let of = |letter: char| Use {
            rows: letter.to_digit(10).unwrap_or(0) as usize,
            is_open: letter == 'o',
            gives_way: letter == '>',
        };
        text.chars().map(of).collect()
    }

    #[track_caller]
    fn check(text: &str, room: f32, expected: &[f32]) {
        let heights = Heights::new(&uses(text), room, LEAST);
        let found: Vec<f32> = heights.edges.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!(found, expected, "{text} in {room}");
    }

    #[test]
    fn lanes_share_what_there_is_and_empty_neighbours_one_line() {
        // Thursday 20 November at 1440 x 900, as drawn.
        check(
            "1111-----1-11--",
            596.0,
            &[72.0, 72.0, 72.0, 72.0, 24.0, 0.0, 0.0, 0.0, 0.0, 72.0, 24.0, 72.0, 72.0, 24.0, 0.0],
        );
        // Tuesday 18 November at 1280 x 800.
        check("1--11", 216.0, &[64.0, 24.0, 0.0, 64.0, 64.0]);
    }

    #[test]
    fn never_lower_than_44_and_never_higher_than_72() {
        check("111", 90.0, &[44.0, 44.0, 44.0]);
        check("11", 600.0, &[72.0, 72.0]);
        check("1o1", 150.0, &[50.0, 50.0, 50.0]);
    }

    #[test]
    fn what_opens_under_a_drag_moves_no_lane_above_it_and_makes_none_lower() {
        check("1--1-1", 300.0, &[72.0, 24.0, 0.0, 72.0, 24.0, 72.0]);
        check("1>>1-1", 300.0, &[72.0, 44.0, 44.0, 72.0, 24.0, 72.0]);
        check("1>>1>1", 300.0, &[72.0, 44.0, 44.0, 72.0, 44.0, 72.0]);
        check(">>", 100.0, &[50.0, 50.0]);
    }

    #[test]
    fn where_nothing_is_all_lanes_are_open() {
        check("---", 150.0, &[50.0, 50.0, 50.0]);
        check("", 150.0, &[]);
    }

    #[test]
    fn where_all_lanes_have_room_none_is_slim() {
        check("-1--", 288.0, &[72.0, 72.0, 72.0, 72.0]);
        check("-1--", 287.0, &[24.0, 72.0, 24.0, 0.0]);
        check("->1", 216.0, &[72.0, 72.0, 72.0]);
    }

    #[test]
    fn what_overlaps_shares_the_lane_until_it_would_be_too_low() {
        check("21", 144.0, &[72.0, 72.0]);
        check("41", 144.0, &[107.0, 72.0]);
        check("21", 160.0, &[83.0, 72.0]);
        let heights = Heights::new(&uses("21"), 144.0, LEAST);
        assert_eq!((heights.row_height(0), heights.row_height(1)), (32.5, 67.0));
        assert_eq!((heights.row_top(0, 1), heights.row_top(1, 0)), (36.5, 74.0));
    }

    #[test]
    fn a_slim_lane_knows_its_neighbours() {
        let heights = Heights::new(&uses("1--1-"), 350.0, LEAST);
        assert_eq!(heights.slim_group(1), Some(1..3));
        assert_eq!(heights.slim_group(2), Some(1..3));
        assert_eq!(heights.slim_group(4), Some(4..5));
        assert_eq!(heights.slim_group(0), None);
        assert_eq!(heights.leads, [0, 1, 3, 4], "the second has no line of its own");
    }
}

//! The lanes as they lie on the screen in one frame, and what is under the pointer.

use egui::{Pos2, Rect, pos2};

use crate::model::{CivilTime, Session, SessionId};

use super::axis::{Axis, Layout};
use super::heights::Heights;
use super::viewport::Viewport;
use crate::app::gesture::{Flow, Spot, Surface};
use crate::app::paint::lanes::{Block, LaneKey, Lanes, LanesBy, visible};

/// Hours are too narrow for words where a day is narrower than this, in points.
const WHOLE_DAY: f64 = 130.0;
/// Narrower days are not read session by session, in points.
const READ_DAY: f64 = 36.0;
/// More breaks at one time are not shown beside each other.
pub(super) const MOST_BANDS: usize = 3;
/// In front of what stands next, free ground ends.
const APART: f32 = 4.0;

/// The lanes as they lie on the screen in this frame.
pub(super) struct Sheet<'a> {
    pub(super) lanes: &'a Lanes,
    pub(super) axis: &'a Axis,
    pub(super) viewport: Viewport,
    pub(super) area: Rect,
    /// The band of everybody, above the lanes.
    pub(super) band: Rect,
    pub(super) heights: &'a Heights,
    pub(super) scroll: f32,
}

/// A block on the screen.
pub(super) struct Shown {
    pub(super) block: Block,
    pub(super) lane: LaneKey,
    pub(super) rect: Rect,
    /// Where what stands before it ends, and what comes after it begins.
    pub(super) neighbours: (f32, f32),
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        (lanes, heights): (&'a Lanes, &'a Heights),
        (axis, viewport): (&'a Axis, Viewport),
        (area, band): (Rect, Rect),
        scroll: f32,
    ) -> Self {
        let most = (heights.edges.last().copied().unwrap_or_default() - area.height()).max(0.0);
        Self { lanes, axis, viewport, area, band, heights, scroll: scroll.clamp(0.0, most) }
    }

    /// Whether days are so narrow that they are read as columns.
    pub(super) fn is_whole(&self) -> bool {
        is_whole(self.axis, self.viewport)
    }

    pub(super) fn x(&self, minutes: f64) -> f32 {
        self.area.left() + self.viewport.x_from_units(self.axis.units_from_minutes(minutes))
    }

    /// The minute at a place on the screen.
    pub(super) fn time_at(&self, x: f32) -> CivilTime {
        CivilTime::containing(self.axis.minutes_from_units(self.viewport.units_from_x(x - self.area.left())))
    }

    pub(super) fn y(&self, in_lanes: f32) -> f32 {
        self.area.top() + in_lanes - self.scroll
    }

    pub(super) fn lane_rect(&self, index: usize) -> Rect {
        let edges = &self.heights.edges;
        Rect::from_x_y_ranges(self.area.x_range(), self.y(edges[index])..=self.y(edges[index + 1]))
    }

    /// Below the last lane.
    pub(super) fn bottom(&self) -> f32 {
        self.y(self.heights.edges.last().copied().unwrap_or_default())
    }

    /// The lanes that show; of slim neighbours the first, which has the line of all of them.
    pub(super) fn lanes_in_sight(&self) -> impl Iterator<Item = usize> + use<'_> {
        let Heights { edges, leads, .. } = self.heights;
        let first = leads.partition_point(|&lane| edges[lane + 1] <= self.scroll);
        let bottom = self.scroll + self.area.height();
        leads[first..].iter().copied().take_while(move |&lane| edges[lane] < bottom)
    }

    pub(super) fn rect(&self, lane: usize, row: usize, start: i32, end: i32) -> Rect {
        let (left, right) = (self.x(f64::from(start)), self.x(f64::from(end)));
        self.block_rect((left, right), self.rows_y(lane, row))
    }

    /// From the top of a row to its bottom.
    fn rows_y(&self, lane: usize, row: usize) -> (f32, f32) {
        let top = self.y(self.heights.row_top(lane, row));
        (top, top + self.heights.row_height(lane))
    }

    /// The rows of a lane that show.
    fn rows_in_sight(&self, lane: usize) -> std::ops::Range<usize> {
        let rows = self.heights.rows[lane].min(self.lanes.lanes()[lane].rows.len());
        let (top, _) = self.rows_y(lane, 0);
        let step = self.heights.row_height(lane) + super::heights::GAP;
        let at = |y: f32| ((y - top) / step).floor().max(0.0) as usize;
        let first = at(self.area.top()).min(rows);
        first..(at(self.area.bottom()) + 1).clamp(first, rows)
    }

    fn block_rect(&self, (left, right): (f32, f32), (top, bottom): (f32, f32)) -> Rect {
        // A hair of ground between neighbours, where there is room for one.
        let gap = if right - left > 6.0 { 1.0 } else { 0.0 };
        let is_whole = self.is_whole();
        // On the whole conference, what can be told apart can also be grabbed.
        let least = if is_whole && right - left >= self.speck() { 3.0 } else { 1.0 };
        let (top, bottom) = if is_whole { (top + 2.0, (top + 14.0).min(bottom)) } else { (top, bottom) };
        Rect::from_min_max(pos2(left, top), pos2((right - gap).max(left + least), bottom))
    }

    /// What is narrower stands for its neighbours, too, in points.
    fn speck(&self) -> f32 {
        let day = f64::from(super::axis::HOURS.1 - super::axis::HOURS.0) * self.viewport.scale;
        if self.is_whole() && day >= READ_DAY { 1.0 } else { 2.0 }
    }

    /// Visits every block in sight. Blocks thinner than two points stand for their neighbours, too; a session in several
    /// neighbouring rooms is visited once.
    pub(super) fn for_each_block(&self, mut visit: impl FnMut(Shown)) {
        /// Where so many blocks share a point, the next point is sought.
        const NEAR: usize = 8;
        let (from, to) = self.times_in_sight();
        let speck = self.speck();
        let x = |units: f64| self.area.left() + self.viewport.x_from_units(units);
        let first = self.lanes_in_sight().next().unwrap_or_default();
        for index in self.lanes_in_sight() {
            let lane = &self.lanes.lanes()[index];
            for row in self.rows_in_sight(index) {
                let rows_y = self.rows_y(index, row);
                let mut walk = self.axis.walk();
                let mut free = f32::NEG_INFINITY;
                let mut behind = 0;
                let seen = visible(&lane.rows[row], from, to);
                let mut rest = seen;
                let mut before = f32::NEG_INFINITY;
                while let [block, others @ ..] = rest {
                    let left = x(walk.units_from_minutes(block.start));
                    if left < free {
                        behind += 1;
                        rest = others;
                        if behind == NEAR {
                            let until =
                                self.axis.minutes_from_units(self.viewport.units_from_x(free - self.area.left()));
                            rest = &rest[rest.partition_point(|next| f64::from(next.start) < until)..];
                        }
                        continue;
                    }
                    let right = x(walk.units_from_minutes(block.end));
                    let mut rect = self.block_rect((left, right), rows_y);
                    let is_speck = right - left < speck;
                    let after = match others.first() {
                        Some(next) if !is_speck => self.x(f64::from(next.start)),
                        _ => f32::INFINITY,
                    };
                    rest = others;
                    (free, behind) = (if is_speck { left + 1.0 } else { f32::NEG_INFINITY }, 0);
                    let neighbours = (std::mem::replace(&mut before, right), after);
                    if !is_speck && self.lanes.by() == LanesBy::Room {
                        let run = self.run_of(index, block);
                        if run.start.max(first) != index {
                            continue;
                        }
                        if run.len() > 1 {
                            let (top, _) = self.rows_y(run.start, 0);
                            let (last, bottom) = self.rows_y(run.end - 1, 0);
                            let bottom =
                                if self.is_whole() { last + self.heights.row_height(run.end - 1) } else { bottom };
                            rect = Rect::from_x_y_ranges(rect.x_range(), top..=bottom);
                        }
                    }
                    visit(Shown { block: *block, lane: lane.key, rect, neighbours });
                }
            }
        }
    }

    /// The neighbouring lanes over which a block of a lane goes. Only lanes of one row: else it would lie on others.
    fn run_of(&self, index: usize, block: &Block) -> std::ops::Range<usize> {
        let has =
            |at: usize| self.heights.rows[at] == 1 && self.lanes.lanes()[at].row_of(block).is_some_and(|row| row == 0);
        if !has(index) {
            return index..index + 1;
        }
        let first = (0..index).rev().take_while(|&at| has(at)).last().unwrap_or(index);
        let end = (index + 1..self.lanes.lanes().len()).take_while(|&at| has(at)).last().unwrap_or(index) + 1;
        first..end
    }

    /// How much ground is free left and right of a block, up to its neighbours, what concerns everybody and begins after
    /// it or ends before it, and the ends of the day.
    pub(super) fn free_beside(&self, shown: &Shown) -> (f32, f32) {
        let (mut from, mut to) = shown.neighbours;
        let (start, end) = (shown.block.start, shown.block.end);
        let day = self.axis.piece_at(f64::from(start));
        if let Some(day) = day.filter(|day| day.layout == Layout::Open) {
            let x = |units| self.area.left() + self.viewport.x_from_units(units);
            from = from.max(x(day.start_units));
            to = to.min(x(day.start_units + day.len_units));
            for row in self.lanes.everybody().rows.iter().take(MOST_BANDS) {
                let (first, last) = (f64::from(day.span.start.minutes()), f64::from(day.span.end.minutes()));
                for band in visible(row, first, last) {
                    if band.end <= start {
                        from = from.max(self.x(f64::from(band.end)));
                    } else if band.start >= end {
                        to = to.min(self.x(f64::from(band.start)));
                    }
                }
            }
        }
        (from, to) = (from.max(self.area.left()), to.min(self.area.right()));
        (shown.rect.left() - from - APART, to - APART - shown.rect.right())
    }

    pub(super) fn lane_at(&self, y: f32) -> Option<usize> {
        let inside = y - self.area.top() + self.scroll;
        let lanes = self.lanes.lanes().len();
        let edges = &self.heights.edges;
        (lanes > 0).then(|| edges.partition_point(|&edge| edge <= inside).saturating_sub(1).min(lanes - 1))
    }
}

/// Whether days are so narrow that they are read as columns, not as hours.
pub(super) fn is_whole(axis: &Axis, viewport: Viewport) -> bool {
    axis.pieces().len() > 1 && f64::from(super::axis::HOURS.1 - super::axis::HOURS.0) * viewport.scale < WHOLE_DAY
}

/// The upper edge of the first block of a session, in points from the first lane.
pub(super) fn top_of((lanes, heights): (&Lanes, &Heights), session: &Session) -> Option<f32> {
    let (lane, row) = lanes.find(session)?;
    Some(heights.row_top(lane, row.min(heights.rows[lane].saturating_sub(1))))
}

impl Surface for Sheet<'_> {
    fn spot(&self, pos: Pos2) -> Option<Spot> {
        let units = self.viewport.units_from_x(pos.x - self.area.left());
        let lane = if self.band.contains(pos) {
            Some(LaneKey::Everybody)
        } else {
            self.lane_at(pos.y).map(|index| self.lanes.lanes()[index].key)
        };
        Some(Spot { minutes: self.axis.minutes_from_units(units), lane })
    }

    fn takes(&self, pos: Pos2) -> bool {
        self.band.contains(pos) || self.area.contains(pos) && (pos.y < self.bottom() || self.lanes.lanes().is_empty())
    }

    fn flow(&self) -> Flow {
        Flow::Right
    }

    fn times_in_sight(&self) -> (f64, f64) {
        let at = |x| self.axis.minutes_from_units(self.viewport.units_from_x(x));
        (at(0.0), at(self.area.width()))
    }

    fn sessions_in(&self, rect: Rect) -> Vec<SessionId> {
        // Also what was scrolled out of sight since the band began.
        let at = |x: f32| self.axis.minutes_from_units(self.viewport.units_from_x(x - self.area.left()));
        let (from, to) = (at(rect.left()), at(rect.right()));
        let mut touched = Vec::new();
        for (index, lane) in self.lanes.lanes().iter().enumerate() {
            if !self.lane_rect(index).y_range().intersects(rect.y_range()) {
                continue;
            }
            for (row, blocks) in lane.rows.iter().enumerate() {
                let (top, bottom) = self.rows_y(index, row);
                if top < rect.bottom() && bottom > rect.top() {
                    touched.extend(visible(blocks, from, to).iter().map(|block| block.session));
                }
            }
        }
        touched
    }
}

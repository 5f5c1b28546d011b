//! The lanes as they lie on the screen in one frame, and what is under the pointer.

use egui::{Pos2, Rect, pos2};

use crate::model::SessionId;

use super::axis::{Axis, Viewport};
use crate::app::gesture::{Flow, Spot, Surface};
use crate::app::paint::lanes::{Block, LaneKey, Lanes, visible};

/// Height of one row of sessions, in points.
pub(super) const ROW: f32 = 42.0;
/// Between rows.
const GAP: f32 = 3.0;
/// Above and below the rows of a lane.
pub(super) const LANE_PADDING: f32 = 4.0;

/// The lanes as they lie on the screen in this frame.
pub(super) struct Sheet<'a> {
    pub(super) lanes: &'a Lanes,
    pub(super) axis: &'a Axis,
    pub(super) viewport: Viewport,
    pub(super) area: Rect,
    /// The upper edge of each lane and the lower edge of the last, in points from the first, before scrolling.
    pub(super) edges: Vec<f32>,
    pub(super) scroll: f32,
}

/// A block on the screen.
pub(super) struct Shown {
    pub(super) block: Block,
    pub(super) lane: LaneKey,
    pub(super) rect: Rect,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(lanes: &'a Lanes, axis: &'a Axis, viewport: Viewport, area: Rect, scroll: f32) -> Self {
        let mut edges = vec![0.0];
        for lane in lanes.lanes() {
            let top = edges.last().copied().unwrap_or_default();
            edges.push(top + lane_height(lane.height_rows()));
        }
        let most = (edges.last().copied().unwrap_or_default() - area.height()).max(0.0);
        Self { lanes, axis, viewport, area, edges, scroll: scroll.clamp(0.0, most) }
    }

    pub(super) fn x(&self, minutes: f64) -> f32 {
        self.area.left() + self.viewport.x_from_units(self.axis.units_from_minutes(minutes))
    }

    pub(super) fn y(&self, in_lanes: f32) -> f32 {
        self.area.top() + in_lanes - self.scroll
    }

    pub(super) fn lane_rect(&self, index: usize) -> Rect {
        Rect::from_x_y_ranges(self.area.x_range(), self.y(self.edges[index])..=self.y(self.edges[index + 1]))
    }

    /// The lanes that show.
    pub(super) fn lanes_in_sight(&self) -> std::ops::Range<usize> {
        let first = self.edges.partition_point(|&edge| edge <= self.scroll).saturating_sub(1);
        let last = self.edges.partition_point(|&edge| edge < self.scroll + self.area.height());
        first..last.min(self.lanes.lanes().len()).max(first)
    }

    pub(super) fn rect(&self, lane: usize, row: usize, start: i32, end: i32) -> Rect {
        let top = self.y(self.edges[lane]) + LANE_PADDING + row as f32 * (ROW + GAP);
        let (left, right) = (self.x(f64::from(start)), self.x(f64::from(end)));
        // A hair of ground between neighbours, where there is room for one.
        let gap = if right - left > 6.0 { 1.5 } else { 0.0 };
        Rect::from_min_max(pos2(left, top), pos2((right - gap).max(left + 1.0), top + ROW))
    }

    /// Every block in sight. Blocks thinner than a point stand for their neighbours, too.
    pub(super) fn blocks(&self) -> Vec<Shown> {
        let (from, to) = self.times_in_sight();
        let mut shown = Vec::new();
        for index in self.lanes_in_sight() {
            let lane = &self.lanes.lanes()[index];
            for (row, blocks) in lane.rows.iter().enumerate() {
                let top = self.y(self.edges[index]) + LANE_PADDING + row as f32 * (ROW + GAP);
                if top > self.area.bottom() || top + ROW < self.area.top() {
                    continue;
                }
                let mut rest = visible(blocks, from, to);
                while let Some(&block) = rest.first() {
                    let rect = self.rect(index, row, block.start, block.end);
                    shown.push(Shown { block, lane: lane.key, rect });
                    let skip = if rect.width() < 2.0 {
                        let units = self.viewport.units_from_x(rect.left() + 1.0 - self.area.left());
                        let until = self.axis.minutes_from_units(units);
                        rest.partition_point(|next| f64::from(next.start) < until).max(1)
                    } else {
                        1
                    };
                    rest = &rest[skip..];
                }
            }
        }
        shown
    }

    pub(super) fn lane_at(&self, y: f32) -> Option<usize> {
        let inside = y - self.area.top() + self.scroll;
        let lanes = self.lanes.lanes().len();
        (lanes > 0).then(|| self.edges.partition_point(|&edge| edge <= inside).saturating_sub(1).min(lanes - 1))
    }
}

pub(super) fn lane_height(rows: usize) -> f32 {
    2.0 * LANE_PADDING + rows as f32 * (ROW + GAP) - GAP
}

/// The upper edge of the first block of a session, in points from the first lane.
pub(super) fn top_of(lanes: &Lanes, id: SessionId) -> Option<f32> {
    let mut top = 0.0;
    for lane in lanes.lanes() {
        for (row, blocks) in lane.rows.iter().enumerate() {
            if blocks.iter().any(|block| block.session == id) {
                return Some(top + LANE_PADDING + row as f32 * (ROW + GAP));
            }
        }
        top += lane_height(lane.height_rows());
    }
    None
}

impl Surface for Sheet<'_> {
    fn spot(&self, pos: Pos2) -> Option<Spot> {
        let units = self.viewport.units_from_x(pos.x - self.area.left());
        let lane = self.lane_at(pos.y).map(|index| self.lanes.lanes()[index].key);
        Some(Spot { minutes: self.axis.minutes_from_units(units), lane })
    }

    fn takes(&self, pos: Pos2) -> bool {
        let bottom = self.edges.last().map_or(self.area.top(), |&edge| self.y(edge));
        self.area.contains(pos) && (pos.y < bottom || self.lanes.lanes().is_empty())
    }

    fn flow(&self) -> Flow {
        Flow::Right
    }

    fn times_in_sight(&self) -> (f64, f64) {
        let at = |x| self.axis.minutes_from_units(self.viewport.units_from_x(x));
        (at(0.0), at(self.area.width()))
    }

    fn sessions_in(&self, rect: Rect) -> Vec<SessionId> {
        let touched = |shown: &Shown| shown.rect.intersects(rect).then_some(shown.block.session);
        self.blocks().iter().filter_map(touched).collect()
    }
}

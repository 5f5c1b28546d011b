//! The plan grid as it lies on the screen in one frame: where its cells are, and what is under the pointer.

use std::ops::Range;

use egui::{Pos2, Rect, pos2, vec2};

use crate::model::{CivilTime, Placement, SessionId};

use super::layout::{CELL_PADDING, CHIP_GAP, Chip, DayPart, GridDay, GridLayout, LOWEST_ROW};
use crate::app::gesture::{Flow, Spot, Surface};

/// Between days that do not follow each other, in points.
const GAP: f32 = 12.0;

/// A cell: column and part of the day.
pub type Cell = (usize, DayPart);

/// A session where it would be.
#[derive(Clone, Debug)]
pub struct Ghost {
    /// Which; only lent for a new one.
    pub session: SessionId,
    /// Where it would be.
    pub placement: Placement,
    /// The cell in which it would be.
    pub cell: Cell,
    /// Before which chip of the cell.
    pub index: usize,
    /// How high it is, in points.
    pub height: f32,
    /// How much room the ghosts before it take in its cell, in points; see [`Ghosts`].
    pub above: f32,
}

/// Sessions where they would be, cell by cell and in order of time.
#[derive(Debug, Default)]
pub struct Ghosts(Vec<Ghost>);

impl Ghosts {
    /// Puts them into their cells.
    #[must_use]
    pub fn new(mut ghosts: Vec<Ghost>) -> Self {
        ghosts.sort_by_key(|ghost| (ghost.cell, ghost.placement.start));
        for at in 1..ghosts.len() {
            if ghosts[at].cell == ghosts[at - 1].cell {
                ghosts[at].above = ghosts[at - 1].below();
            }
        }
        Self(ghosts)
    }

    /// Those of a cell.
    #[must_use]
    pub fn of(&self, cell: Cell) -> &[Ghost] {
        let first = self.0.partition_point(|ghost| ghost.cell < cell);
        let last = self.0.partition_point(|ghost| ghost.cell <= cell);
        &self.0[first..last]
    }

    /// How much room those of a cell take.
    fn room(&self, cell: Cell) -> f32 {
        self.of(cell).last().map_or(0.0, Ghost::below)
    }
}

impl Ghost {
    /// How much room it takes in its cell with the ghosts before it.
    fn below(&self) -> f32 {
        self.above + self.height + CHIP_GAP
    }
}

/// The grid on the screen.
pub struct Sheet<'a> {
    /// What is shown.
    pub layout: &'a GridLayout,
    /// Left edges of the columns, from the left of the first.
    pub lefts: Vec<f32>,
    /// Width of a column.
    pub column: f32,
    /// Upper edges of the rows and the lower edge of the last, from the top of the first.
    pub rows: [f32; 4],
    /// What would be where.
    pub ghosts: &'a Ghosts,
    /// The part of the screen it has.
    pub area: Rect,
    /// Where its upper left corner would be on the screen.
    pub origin: Pos2,
    /// Whether cells stand for the hour at which meetings usually begin, and not for their first one.
    pub usual: bool,
}

/// Left edges of the columns.
#[must_use]
pub fn lefts(layout: &GridLayout, column: f32) -> Vec<f32> {
    let mut left = 0.0;
    let place = |day: &GridDay| {
        left += if day.after_gap { GAP } else { 0.0 };
        left += column;
        left - column
    };
    layout.days.iter().map(place).collect()
}

/// How wide the columns are where there is `room` for all of them.
#[must_use]
pub fn fitting(layout: &GridLayout, room: f32) -> f32 {
    let gaps = layout.days.iter().filter(|day| day.after_gap).count() as f32 * GAP;
    (room - gaps) / layout.days.len().max(1) as f32
}

/// The columns of which something lies between two distances from the left of the first.
#[must_use]
pub fn days_between(lefts: &[f32], column: f32, (left, right): (f32, f32)) -> Range<usize> {
    let first = lefts.partition_point(|&edge| edge + column <= left + 1.0);
    let last = lefts.partition_point(|&edge| edge < right - 1.0);
    first..last.max(first)
}

/// How high the rows are for their fullest cells among some columns.
#[must_use]
pub fn rows((layout, days): (&GridLayout, Range<usize>), ghosts: &Ghosts) -> [f32; 3] {
    let mut heights = [LOWEST_ROW; 3];
    for (index, day) in layout.days.iter().enumerate().take(days.end).skip(days.start) {
        for part in DayPart::ALL {
            let more = ghosts.room((index, part));
            let own = day.heights[part as usize];
            let own = if own == 0.0 && more > 0.0 { 2.0 * CELL_PADDING } else { own };
            heights[part as usize] = heights[part as usize].max(own + more);
        }
    }
    heights
}

impl Sheet<'_> {
    /// How wide everything is.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.lefts.last().map_or(0.0, |left| left + self.column)
    }

    /// A cell.
    #[must_use]
    pub fn cell_rect(&self, (day, part): Cell) -> Rect {
        let left = self.origin.x + self.lefts[day];
        let y = |edge: usize| self.origin.y + self.rows[edge];
        Rect::from_x_y_ranges(left..=left + self.column, y(part as usize)..=y(part as usize + 1))
    }

    /// The columns that show.
    #[must_use]
    pub fn days_in_sight(&self) -> Range<usize> {
        let (left, right) = (self.area.left() - self.origin.x, self.area.right() - self.origin.x);
        days_between(&self.lefts, self.column, (left - 1.0, right + 1.0))
    }

    /// The place of a chip, with room for the ghosts before it.
    fn chip_rect(&self, cell: Cell, top: f32, height: f32, index: usize) -> Rect {
        let ghosts = self.ghosts.of(cell);
        let above = ghosts[..ghosts.partition_point(|ghost| ghost.index <= index)].last().map_or(0.0, Ghost::below);
        let rect = self.cell_rect(cell);
        let y = rect.top() + top + above;
        let size = vec2(self.column - 2.0 * CELL_PADDING, height);
        Rect::from_min_size(pos2(rect.left() + CELL_PADDING, y), size)
    }

    /// Every chip in sight.
    #[must_use]
    pub fn shown(&self) -> Vec<(Chip, Rect)> {
        let mut shown = Vec::new();
        for day in self.days_in_sight() {
            for part in DayPart::ALL {
                let chips = &self.layout.days[day].cells[part as usize];
                let from = self.area.top() - self.cell_rect((day, part)).top();
                // Ghosts only push down: whatever is above without them may still be in sight.
                let most = self.ghosts.room((day, part));
                let first = chips.partition_point(|chip| chip.top + chip.height + most < from);
                for (index, &chip) in chips.iter().enumerate().skip(first) {
                    let rect = self.chip_rect((day, part), chip.top, chip.height, index);
                    if rect.top() > self.area.bottom() {
                        break;
                    }
                    shown.push((chip, rect));
                }
            }
        }
        shown
    }

    /// Every ghost in sight.
    pub fn shown_ghosts(&self) -> impl Iterator<Item = (&Ghost, Rect)> {
        let cells = self.days_in_sight().flat_map(|day| DayPart::ALL.map(|part| (day, part)));
        let ghosts = cells.flat_map(|cell| self.ghosts.of(cell)).map(|ghost| (ghost, self.ghost_rect(ghost)));
        ghosts.filter(|(_, rect)| rect.intersects(self.area))
    }

    fn ghost_rect(&self, ghost: &Ghost) -> Rect {
        let cell = self.cell_rect(ghost.cell);
        let chips = &self.layout.days[ghost.cell.0].cells[ghost.cell.1 as usize];
        let own = ghost.index.checked_sub(1).and_then(|before| chips.get(before));
        let top = own.map_or(CELL_PADDING, |chip| chip.top + chip.height + CHIP_GAP);
        let size = vec2(self.column - 2.0 * CELL_PADDING, ghost.height);
        Rect::from_min_size(cell.min + vec2(CELL_PADDING, top + ghost.above), size)
    }

    /// The cell at a place on the screen: the nearest where there is none.
    #[must_use]
    pub fn cell_at(&self, pos: Pos2) -> Option<Cell> {
        let (x, y) = (pos.x - self.origin.x, pos.y - self.origin.y);
        let day = self.lefts.partition_point(|&left| left <= x).saturating_sub(1);
        let part = self.rows[1..3].partition_point(|&edge| edge <= y);
        (!self.lefts.is_empty()).then(|| (day, DayPart::ALL[part]))
    }
}

impl Surface for Sheet<'_> {
    fn spot(&self, pos: Pos2) -> Option<Spot> {
        let (day, part) = self.cell_at(pos)?;
        let start = if self.usual { part.usual_start() } else { part.start() };
        let time = CivilTime::midnight(self.layout.days[day].date).plus_mins(start);
        Some(Spot { minutes: f64::from(time.minutes()), lane: None })
    }

    fn takes(&self, pos: Pos2) -> bool {
        self.area.contains(pos) && self.cell_at(pos).is_some_and(|cell| self.cell_rect(cell).contains(pos))
    }

    fn flow(&self) -> Flow {
        Flow::Cells
    }

    fn times_in_sight(&self) -> (f64, f64) {
        let days = self.layout.days.get(self.days_in_sight()).unwrap_or_default();
        let at = |day: Option<&GridDay>| day.map_or(0, |day| CivilTime::midnight(day.date).minutes());
        (f64::from(at(days.first())), f64::from(at(days.last()) + 24 * 60))
    }

    fn sessions_in(&self, rect: Rect) -> Vec<SessionId> {
        self.shown().into_iter().filter(|(_, own)| own.intersects(rect)).map(|(chip, _)| chip.session).collect()
    }
}

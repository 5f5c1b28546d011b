//! The plan grid as it lies on the screen in one frame: where its cells are, and what is under the pointer.

use std::ops::Range;

use egui::{Pos2, Rect, pos2, vec2};

use crate::model::{CivilTime, DAY_MINS, Placement, SessionId};

use super::cell::{GridDay, Item};
use super::layout::{GridLayout, WEEK};
use super::part::DayPart;
use super::stack::{GAP, HEAD, PADDING, row};
use crate::app::gesture::{Flow, Spot, Surface};

/// A cell: column, counted through all weeks, and part of the day.
pub type Place = (usize, DayPart);

/// A session where it would be.
#[derive(Clone, Debug)]
pub struct Ghost {
    /// Which; only lent for a new one.
    pub session: SessionId,
    /// Where it would be.
    pub placement: Placement,
    /// The cell in which it would be.
    pub place: Place,
    /// Before which card of the cell.
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
        ghosts.sort_by_key(|ghost| (ghost.place, ghost.placement.start));
        for at in 1..ghosts.len() {
            if ghosts[at].place == ghosts[at - 1].place {
                ghosts[at].above = ghosts[at - 1].below();
            }
        }
        Self(ghosts)
    }

    /// Those of a cell.
    #[must_use]
    pub fn of(&self, place: Place) -> &[Ghost] {
        let first = self.0.partition_point(|ghost| ghost.place < place);
        let last = self.0.partition_point(|ghost| ghost.place <= place);
        &self.0[first..last]
    }

    /// How much room those of a cell take.
    fn room(&self, place: Place) -> f32 {
        self.of(place).last().map_or(0.0, Ghost::below)
    }

    /// How high the rows are with them.
    #[must_use]
    pub fn heights(&self, layout: &GridLayout) -> Vec<[f32; DayPart::COUNT]> {
        let mut heights: Vec<_> = layout.weeks.iter().map(|week| week.heights).collect();
        for same in self.0.chunk_by(|one, other| one.place == other.place) {
            let (day, part) = same[0].place;
            let cards = layout.days[day].cells[part as usize].items.last();
            let cards = cards.map_or(0.0, |item| item.top - PADDING + item.height + GAP);
            let wanted = row(cards + self.room(same[0].place) - GAP);
            let height = &mut heights[day / WEEK][part as usize];
            *height = height.max(wanted);
        }
        heights
    }
}

impl Ghost {
    /// How much room it takes in its cell with the ghosts before it.
    fn below(&self) -> f32 {
        self.above + self.height + GAP
    }
}

/// Where weeks and their rows are, from the top of the first week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// Where the names of the days of each week begin, and the lower edge of the last week.
    pub tops: Vec<f32>,
    /// How high the parts of the day are.
    pub heights: Vec<[f32; DayPart::COUNT]>,
}

impl Rows {
    /// Rows that are so high.
    #[must_use]
    pub fn new(heights: Vec<[f32; DayPart::COUNT]>) -> Self {
        let mut tops = vec![0.0];
        for week in &heights {
            tops.push(tops[tops.len() - 1] + HEAD + week.iter().sum::<f32>());
        }
        Self { tops, heights }
    }

    /// How high everything is.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// The week at a distance from the top: the nearest where there is none.
    #[must_use]
    pub fn week_at(&self, y: f32) -> usize {
        self.tops.partition_point(|&top| top <= y).saturating_sub(1).min(self.heights.len().saturating_sub(1))
    }

    /// The weeks of which something lies between two distances from the top.
    #[must_use]
    pub fn weeks_between(&self, top: f32, bottom: f32) -> Range<usize> {
        let count = self.heights.len();
        let first = self.tops.get(1..).unwrap_or_default().partition_point(|&edge| edge <= top);
        let last = self.tops.partition_point(|&edge| edge < bottom).min(count);
        first.min(count)..last.max(first.min(count))
    }

    /// From where to where a part of the day goes.
    #[must_use]
    pub fn part(&self, week: usize, part: DayPart) -> (f32, f32) {
        let heights = &self.heights[week];
        let top = self.tops[week] + HEAD + heights[..part as usize].iter().sum::<f32>();
        (top, top + heights[part as usize])
    }
}

/// The grid on the screen.
pub struct Sheet<'a> {
    /// What is shown.
    pub layout: &'a GridLayout,
    /// Left edges of the columns of a week and the right edge of the last, from the left of the first.
    pub lefts: [f32; WEEK + 1],
    /// Where the rows are.
    pub rows: &'a Rows,
    /// What would be where.
    pub ghosts: &'a Ghosts,
    /// The part of the screen it has.
    pub area: Rect,
    /// Where its upper left corner would be on the screen.
    pub origin: Pos2,
    /// Whether cells stand for the hour at which meetings usually begin, and not for their first one.
    pub usual: bool,
    /// How many minutes after the start of its part of the day the grabbed session begins.
    pub grabbed: i32,
}

impl Sheet<'_> {
    /// How large everything is.
    #[must_use]
    pub fn size(&self) -> egui::Vec2 {
        vec2(self.lefts[WEEK], self.rows.height())
    }

    /// From left to right, a column.
    #[must_use]
    pub fn column(&self, day: usize) -> egui::Rangef {
        let at = day % WEEK;
        egui::Rangef::new(self.origin.x + self.lefts[at], self.origin.x + self.lefts[at + 1])
    }

    /// A cell.
    #[must_use]
    pub fn cell_rect(&self, (day, part): Place) -> Rect {
        let (top, bottom) = self.rows.part(day / WEEK, part);
        Rect::from_x_y_ranges(self.column(day), self.origin.y + top..=self.origin.y + bottom)
    }

    /// The names of the days of a week: they stay in sight while anything of the week is.
    #[must_use]
    pub fn head_rect(&self, week: usize) -> Rect {
        let (top, bottom) = (self.origin.y + self.rows.tops[week], self.origin.y + self.rows.tops[week + 1]);
        let top = top.max(self.area.top()).min(bottom - HEAD);
        Rect::from_x_y_ranges(self.area.x_range(), top..=top + HEAD)
    }

    /// The weeks that show.
    #[must_use]
    pub fn weeks_in_sight(&self) -> Range<usize> {
        self.rows.weeks_between(self.area.top() - self.origin.y, self.area.bottom() - self.origin.y)
    }

    /// The days that show.
    pub fn days_in_sight(&self) -> impl Iterator<Item = usize> {
        let x = self.area.x_range();
        let days = self.weeks_in_sight().flat_map(GridLayout::days_of);
        days.filter(move |&day| self.column(day).min < x.max - 1.0 && self.column(day).max > x.min + 1.0)
    }

    /// The place of a card, with room for the ghosts before it.
    fn card_rect(&self, place: Place, (top, height): (f32, f32), index: usize) -> Rect {
        let ghosts = self.ghosts.of(place);
        let above = ghosts[..ghosts.partition_point(|ghost| ghost.index <= index)].last().map_or(0.0, Ghost::below);
        self.in_cell(place, top + above, height)
    }

    fn in_cell(&self, place: Place, top: f32, height: f32) -> Rect {
        let cell = self.cell_rect(place);
        let size = vec2(cell.width() - 2.0 * PADDING, height);
        Rect::from_min_size(pos2(cell.left() + PADDING, cell.top() + top), size)
    }

    /// Every card in sight.
    #[must_use]
    pub fn shown(&self) -> Vec<(Place, Item, Rect)> {
        let mut shown = Vec::new();
        for place in self.days_in_sight().flat_map(|day| DayPart::ALL.map(|part| (day, part))) {
            let items = &self.layout.days[place.0].cells[place.1 as usize].items;
            let from = self.area.top() - self.cell_rect(place).top();
            // Ghosts only push down: whatever is above without them may still be in sight.
            let most = self.ghosts.room(place);
            let first = items.partition_point(|item| item.top + item.height + most < from);
            for (index, &item) in items.iter().enumerate().skip(first) {
                let rect = self.card_rect(place, (item.top, item.height), index);
                if rect.top() > self.area.bottom() {
                    break;
                }
                shown.push((place, item, rect));
            }
        }
        shown
    }

    /// Every ghost in sight.
    pub fn shown_ghosts(&self) -> impl Iterator<Item = (&Ghost, Rect)> {
        let places = self.days_in_sight().flat_map(|day| DayPart::ALL.map(|part| (day, part)));
        let ghosts = places.flat_map(|place| self.ghosts.of(place)).map(|ghost| (ghost, self.ghost_rect(ghost)));
        ghosts.filter(|(_, rect)| rect.intersects(self.area))
    }

    fn ghost_rect(&self, ghost: &Ghost) -> Rect {
        let items = &self.layout.days[ghost.place.0].cells[ghost.place.1 as usize].items;
        let own = ghost.index.checked_sub(1).and_then(|before| items.get(before));
        let top = own.map_or(PADDING, |item| item.top + item.height + GAP);
        self.in_cell(ghost.place, top + ghost.above, ghost.height)
    }

    /// The cell at a place on the screen: the nearest where there is none.
    #[must_use]
    pub fn cell_at(&self, pos: Pos2) -> Option<Place> {
        if self.layout.days.is_empty() {
            return None;
        }
        let (x, y) = (pos.x - self.origin.x, pos.y - self.origin.y);
        let column = self.lefts[1..WEEK].partition_point(|&left| left <= x);
        let week = self.rows.week_at(y);
        let part = DayPart::ALL.into_iter().find(|&part| y < self.rows.part(week, part).1);
        Some((week * WEEK + column, part.unwrap_or(DayPart::Evening)))
    }

    /// When something begins that is let go in a cell.
    #[must_use]
    pub fn start(&self, (day, part): Place) -> CivilTime {
        let minute = if self.usual { part.usual_start() } else { part.landing(self.grabbed) - self.grabbed };
        CivilTime::midnight(self.layout.days[day].date).plus_mins(minute)
    }
}

impl Surface for Sheet<'_> {
    fn spot(&self, pos: Pos2) -> Option<Spot> {
        let time = self.start(self.cell_at(pos)?);
        Some(Spot { minutes: f64::from(time.minutes()), lane: None })
    }

    fn takes(&self, pos: Pos2) -> bool {
        let on_head = || self.weeks_in_sight().any(|week| self.head_rect(week).contains(pos));
        let in_cell = || self.cell_at(pos).is_some_and(|place| self.cell_rect(place).contains(pos));
        self.area.contains(pos) && !on_head() && in_cell()
    }

    fn flow(&self) -> Flow {
        Flow::Cells
    }

    fn times_in_sight(&self) -> (f64, f64) {
        let weeks = self.weeks_in_sight();
        let days = self.layout.days.get(weeks.start * WEEK..weeks.end * WEEK).unwrap_or_default();
        let at = |day: Option<&GridDay>| day.map_or(0, |day| CivilTime::midnight(day.date).minutes());
        (f64::from(at(days.first())), f64::from(at(days.last()) + DAY_MINS))
    }

    fn sessions_in(&self, rect: Rect) -> Vec<SessionId> {
        let touched = self.shown().into_iter().filter(|(_, _, own)| own.intersects(rect));
        let sessions = touched.flat_map(|((day, part), item, _)| {
            let chips = &self.layout.days[day].cells[part as usize].chips;
            chips[item.first..item.first + item.count].iter().map(|chip| chip.session)
        });
        sessions.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_weeks_are_found_by_their_distance_from_the_top() {
        let rows = Rows::new(vec![[40.0; 5], [50.0; 5], [40.0; 5]]);
        assert_eq!(rows.tops, [0.0, 228.0, 506.0, 734.0]);
        assert_eq!(rows.part(1, DayPart::Lunch), (228.0 + 28.0 + 100.0, 228.0 + 28.0 + 150.0));
        assert_eq!([-5.0, 0.0, 227.0, 228.0, 9999.0].map(|y| rows.week_at(y)), [0, 0, 0, 1, 2]);
        assert_eq!(rows.weeks_between(0.0, 228.0), 0..1);
        assert_eq!(rows.weeks_between(227.0, 507.0), 0..3);
        assert_eq!(rows.weeks_between(228.0, 300.0), 1..2);
        assert_eq!(rows.weeks_between(9000.0, 9999.0), 3..3);
    }
}

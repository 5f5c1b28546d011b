//! A day as it lies on the screen in one frame: where columns and hours are, and what is under the pointer.

use egui::{Pos2, Rect, pos2};

use crate::model::{SessionId, Span};

use super::layout::{Column, DayLayout, Place};
use crate::app::gesture::{Flow, Spot, Surface};
use crate::app::paint::lanes::LaneKey;

/// Sessions are at least so high where nothing stands under them: a line of text fits.
pub const LOWEST: f32 = 20.0;
/// Between a session and the edges of its column.
const GUTTER: f32 = 2.0;
/// The least width of a column, per session side by side.
const NARROWEST: f32 = 72.0;
/// Width of all rooms together that are empty and folded.
pub const FOLDED: f32 = 24.0;

/// Left edges of the columns, and the right edge of the last, from the left of the first. Rooms without sessions take no
/// width, unless all are `open` or none has any; the others share the room there is.
#[must_use]
pub fn column_edges(columns: &[Column], room: f32, open: bool) -> Vec<f32> {
    let is_nowhere = |column: &Column| column.key == LaneKey::NoRoom && columns.len() > 1;
    let none_busy = columns.iter().all(|column| column.places.is_empty());
    let weight = |column: &Column| match column.tracks().min(4) {
        0 if is_nowhere(column) || !(open || none_busy) => 0.0,
        tracks => tracks.max(1) as f32,
    };
    let weights: f32 = columns.iter().map(weight).sum();
    let share = (room / weights.max(1.0)).max(NARROWEST);
    let mut edges = vec![0.0];
    let mut sum = 0.0;
    for column in columns {
        sum += weight(column) * share;
        edges.push(sum.round());
    }
    edges
}

/// The day on the screen.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// What is shown.
    pub layout: &'a DayLayout,
    /// See [`column_edges`].
    pub edges: &'a [f32],
    /// From the first to the last hour, in minutes after midnight.
    pub hours: (i32, i32),
    /// Points per minute.
    pub scale: f32,
    /// The upper edge of the view: above it there is no hour.
    pub head: f32,
    /// The part of the screen it has.
    pub area: Rect,
    /// Where its upper left corner would be on the screen.
    pub origin: Pos2,
}

/// A session on the screen.
pub struct Shown {
    /// The session and its share of the column.
    pub place: Place,
    /// The column.
    pub lane: LaneKey,
    /// All of it, also what lies on other days.
    pub rect: Rect,
}

impl Sheet<'_> {
    /// How high all hours are.
    #[must_use]
    pub fn height(hours: (i32, i32), scale: f32) -> f32 {
        (hours.1 - hours.0) as f32 * scale
    }

    /// Where a minute after midnight is.
    #[must_use]
    pub fn y(&self, of_day: f32) -> f32 {
        self.origin.y + (of_day - self.hours.0 as f32) * self.scale
    }

    /// The minute after midnight at a height.
    #[must_use]
    pub fn of_day(&self, y: f32) -> f32 {
        (y - self.origin.y) / self.scale + self.hours.0 as f32
    }

    /// The part of the screen where there are hours: sessions are cut there.
    #[must_use]
    pub fn hours_rect(&self) -> Rect {
        let (top, bottom) = (self.y(self.hours.0 as f32), self.y(self.hours.1 as f32));
        Rect::from_x_y_ranges(self.area.x_range(), top..=bottom).intersect(self.area)
    }

    /// A column, over all heights.
    #[must_use]
    pub fn column_rect(&self, index: usize) -> Rect {
        let x = |edge: f32| self.origin.x + edge;
        Rect::from_x_y_ranges(x(self.edges[index])..=x(self.edges[index + 1]), self.area.y_range())
    }

    /// The columns that show.
    pub fn columns_in_sight(&self) -> impl Iterator<Item = usize> + use<'_> {
        let (left, right) = (self.area.left() - self.origin.x, self.area.right() - self.origin.x);
        let first = self.edges.partition_point(|&edge| edge <= left).saturating_sub(1);
        let last = self.edges.partition_point(|&edge| edge < right).min(self.layout.columns.len());
        (first..last.max(first)).filter(|&index| self.edges[index + 1] > self.edges[index])
    }

    /// The middle of the screen between the first and the last column, over the hours in sight.
    #[must_use]
    pub fn across(&self, (from, to): (f32, f32)) -> Rect {
        let right = self.origin.x + self.edges.last().copied().unwrap_or_default();
        let x = self.area.left()..=right.min(self.area.right());
        Rect::from_x_y_ranges(x, self.y(from)..=self.y(to)).intersect(self.hours_rect())
    }

    /// From the first to the last full hour in sight, in minutes after midnight.
    pub fn hours_in_sight(&self) -> impl Iterator<Item = i32> + use<> {
        let from = (self.of_day(self.area.top() - 10.0) / 60.0).floor() as i32 * 60;
        let to = self.of_day(self.area.bottom() + 10.0) as i32;
        (from.max(self.hours.0)..=to.min(self.hours.1)).step_by(60)
    }

    /// A time of this day or another in a column.
    #[must_use]
    pub fn rect(&self, column: usize, (start, end): (i32, i32), (track, tracks): (usize, usize)) -> Rect {
        let midnight = self.layout.midnight().minutes();
        let inner = self.column_rect(column).shrink2(egui::vec2(GUTTER, 0.0));
        let share = inner.width() / tracks.max(1) as f32;
        let left = inner.left() + share * track as f32;
        let gap = if track + 1 < tracks { 2.0 } else { 0.0 };
        let (top, bottom) = (self.y((start - midnight) as f32), self.y((end - midnight) as f32));
        // A hair of ground between sessions that touch, where there is room for one.
        let below = if bottom - top > 8.0 { 1.0 } else { 0.0 };
        let rect = Rect::from_min_max(pos2(left, top + 1.0), pos2(left + share - gap, bottom - below));
        Rect::from_min_max(rect.min.round(), rect.max.round())
    }

    /// The part of `rect` to be painted: a session is cut at midnight, and straight there.
    #[must_use]
    pub fn cut(&self, rect: Rect) -> Rect {
        let (top, bottom) = (self.y(self.hours.0 as f32), self.y(self.hours.1 as f32));
        Rect::from_x_y_ranges(rect.x_range(), rect.top().max(top)..=rect.bottom().min(bottom))
    }

    /// Every session in sight. Where more stand side by side than there are points, some stand for the others, too.
    #[must_use]
    pub fn shown(&self) -> Vec<Shown> {
        let sight = self.hours_rect();
        let midnight = self.layout.midnight().minutes();
        let (from, to) = (self.of_day(sight.top()), self.of_day(sight.bottom()));
        let of_day = |minutes: i32| (minutes - midnight) as f32;
        let mut shown = Vec::new();
        for index in self.columns_in_sight() {
            let column = &self.layout.columns[index];
            let points = self.column_rect(index).width().max(1.0) as usize;
            let until = column.places.partition_point(|place| of_day(place.block.start) < to);
            for (at, &place) in column.places[..until].iter().enumerate() {
                if of_day(place.block.end) <= from || !place.track.is_multiple_of(place.tracks.div_ceil(points)) {
                    continue;
                }
                let mut rect = self.rect(index, (place.block.start, place.block.end), (place.track, place.tracks));
                if rect.height() < LOWEST {
                    let next = column.places[at + 1..].iter().find(|next| next.block.start >= place.block.end);
                    let free = next.map_or(f32::INFINITY, |next| self.y(of_day(next.block.start)) - 1.0);
                    rect.max.y = rect.bottom().max((rect.top() + LOWEST).min(free));
                }
                shown.push(Shown { place, lane: column.key, rect });
            }
        }
        shown
    }

    /// The share of a column's width that is left beside sessions that stay: all of it, or what is right of the middle.
    #[must_use]
    pub fn ghost_share(&self, column: usize, span: Span, stays: impl Fn(SessionId) -> bool) -> (usize, usize) {
        let (start, end) = (span.start.minutes(), span.end.minutes());
        let in_the_way =
            |place: &Place| place.block.start < end && place.block.end > start && stays(place.block.session);
        if self.layout.columns[column].places.iter().any(in_the_way) { (1, 2) } else { (0, 1) }
    }

    /// The column at a place on the screen: the nearest where there is none.
    #[must_use]
    pub fn column_at(&self, x: f32) -> Option<usize> {
        let inside = x - self.origin.x;
        let count = self.layout.columns.len();
        let at = self.edges.partition_point(|&edge| edge <= inside).saturating_sub(1).min(count.checked_sub(1)?);
        let shows = |index: &usize| self.edges[index + 1] > self.edges[*index];
        (0..=at).rev().chain(at..count).find(shows)
    }
}

impl Surface for Sheet<'_> {
    fn spot(&self, pos: Pos2) -> Option<Spot> {
        if pos.y < self.head {
            return None;
        }
        // Beyond the last hour time goes on, but not into other days.
        let of_day = self.of_day(pos.y).clamp(0.0, 24.0 * 60.0);
        let lane = self.column_at(pos.x).map(|index| self.layout.columns[index].key);
        Some(Spot { minutes: f64::from(self.layout.midnight().minutes()) + f64::from(of_day), lane })
    }

    fn takes(&self, pos: Pos2) -> bool {
        let (left, right) = (self.edges.first(), self.edges.last());
        let x = pos.x - self.origin.x;
        self.area.contains(pos) && left.is_some_and(|&left| left <= x) && right.is_some_and(|&right| x < right)
    }

    fn flow(&self) -> Flow {
        Flow::Down
    }

    fn times_in_sight(&self) -> (f64, f64) {
        let midnight = self.layout.midnight().minutes();
        (f64::from(midnight + self.hours.0), f64::from(midnight + self.hours.1))
    }

    fn sessions_in(&self, rect: Rect) -> Vec<SessionId> {
        let touched = |shown: &Shown| self.cut(shown.rect).intersects(rect).then_some(shown.place.block.session);
        self.shown().iter().filter_map(touched).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::paint::lanes::Block;
    use crate::model::{CivilTime, SessionKind};

    /// How many of so many sessions at one time are shown.
    fn shown(count: usize) -> usize {
        let date = chrono::NaiveDate::default();
        let start = CivilTime::midnight(date).minutes() + 600;
        let block = |n: usize| Block {
            session: format!("s{n}").parse().unwrap(),
            start,
            end: start + 60,
            kind: SessionKind::Other.into(),
            is_cancelled: false,
        };
        let places = (0..count).map(|track| Place { block: block(track), track, tracks: count }).collect();
        let columns = vec![Column { key: LaneKey::NoRoom, places }];
        let layout = DayLayout { date, hours: (480, 1200), open: None, columns, pauses: Vec::new() };
        let area = Rect::from_min_max(pos2(0.0, 0.0), pos2(1000.0, 800.0));
        let edges = column_edges(&layout.columns, 1000.0, false);
        let sheet =
            Sheet { layout: &layout, edges: &edges, hours: (480, 1200), scale: 1.0, head: 0.0, area, origin: area.min };
        sheet.shown().len()
    }

    #[test]
    fn rooms_share_the_width_and_empty_ones_take_none_unless_they_are_open() {
        let place = |track, tracks| Place {
            block: Block {
                session: "s".parse().unwrap(),
                start: 0,
                end: 60,
                kind: SessionKind::Other.into(),
                is_cancelled: false,
            },
            track,
            tracks,
        };
        let column = |name: Option<&str>, places| Column {
            key: name.map_or(LaneKey::NoRoom, |name| LaneKey::Room(name.parse().unwrap())),
            places,
        };
        let columns = vec![
            column(None, Vec::new()),
            column(Some("a"), vec![place(0, 1)]),
            column(Some("b"), Vec::new()),
            column(Some("c"), vec![place(0, 2), place(1, 2)]),
        ];
        assert_eq!(column_edges(&columns, 600.0, false), [0.0, 0.0, 200.0, 200.0, 600.0]);
        assert_eq!(column_edges(&columns, 600.0, true), [0.0, 0.0, 150.0, 300.0, 600.0]);
        assert_eq!(column_edges(&columns, 60.0, false), [0.0, 0.0, 72.0, 72.0, 216.0], "and then it scrolls");
        let empty = vec![column(None, Vec::new()), column(Some("a"), Vec::new()), column(Some("b"), Vec::new())];
        assert_eq!(column_edges(&empty, 600.0, false), [0.0, 0.0, 300.0, 600.0]);
    }

    #[test]
    fn a_column_shows_no_more_sessions_than_it_has_points() {
        assert_eq!([0, 1, 12, 300].map(shown), [0, 1, 12, 300]);
        assert!((400..=1000).contains(&shown(20_000)), "{}", shown(20_000));
    }
}

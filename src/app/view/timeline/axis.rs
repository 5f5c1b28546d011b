//! The map between civil time and the width of the timeline, with nights and empty days folded.
//!
//! The axis is cut into pieces. An open piece is as long as its minutes; a folded one has a small fixed length, however
//! long the night; days that only hold milestones and other events without hours are compact, as wide as a name. Lengths on the axis are called *units*: one unit is one open minute. What a unit is in points is the
//! business of the [`Viewport`]. Nothing here knows of egui, sessions or screens.

use chrono::{Datelike, NaiveDate};

use crate::model::{CivilTime, DayHours, Event, EventDates, Plan, Span};

use super::busy::Busy;

/// How long a fold is, in units: a night takes as much room as this many minutes.
pub const FOLD_UNITS: f64 = 36.0;
/// How long a day of a milestone is, in units.
const COMPACT_DAY_UNITS: f64 = 100.0;

/// Pieces of time, open and folded, in order and without gaps.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pieces: Vec<Piece>,
}

/// How a piece of the axis is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Minute by minute.
    Open,
    /// Days of events without hours, as wide as a name.
    Compact,
    /// A night, or days on which nothing is.
    Folded,
}

/// A piece of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Its time.
    pub span: Span,
    /// How it is laid out.
    pub layout: Layout,
    /// Where it begins, in units from the start of the axis.
    pub start_units: f64,
    /// How long it is, in units.
    pub len_units: f64,
}

impl Axis {
    /// One open piece over `span`.
    #[must_use]
    pub fn unfolded(span: Span) -> Self {
        Self::from_pieces(std::iter::once((span, Layout::Open)))
    }

    /// Folds whatever lies between the open hours and the compact days. `kept` must be in order and without overlaps.
    #[must_use]
    pub fn folded(range: Span, kept: &[(Span, Layout)]) -> Self {
        let mut pieces = Vec::with_capacity(kept.len() * 2 + 1);
        let mut at = range.start;
        for &(span, layout) in kept {
            let span = Span::new(span.start.max(at), span.end.min(range.end).max(at));
            if span.mins() == 0 {
                continue;
            }
            if at < span.start {
                pieces.push((Span::new(at, span.start), Layout::Folded));
            }
            pieces.push((span, layout));
            at = span.end;
        }
        if at < range.end {
            pieces.push((Span::new(at, range.end), Layout::Folded));
        }
        Self::from_pieces(pieces.into_iter())
    }

    fn from_pieces(spans: impl Iterator<Item = (Span, Layout)>) -> Self {
        let mut start_units = 0.0;
        let pieces = spans
            .map(|(span, layout)| {
                let minutes = f64::from(span.mins());
                let len_units = match layout {
                    Layout::Open => minutes,
                    Layout::Compact => {
                        (minutes / 1440.0 * COMPACT_DAY_UNITS).clamp(COMPACT_DAY_UNITS, 3.0 * COMPACT_DAY_UNITS)
                    }
                    Layout::Folded => minutes.min(FOLD_UNITS),
                };
                let piece = Piece { span, layout, start_units, len_units };
                start_units += len_units;
                piece
            })
            .collect();
        Self { pieces }
    }

    /// Every piece, in order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The length of the whole axis, in units.
    #[must_use]
    pub fn len_units(&self) -> f64 {
        self.pieces.last().map_or(0.0, |last| last.start_units + last.len_units)
    }

    /// Where `time` lies, in units; outside the axis it goes on minute by minute.
    #[must_use]
    pub fn units_from_time(&self, time: CivilTime) -> f64 {
        self.units_from_minutes(f64::from(time.minutes()))
    }

    /// Like [`Self::units_from_time`], for a time between two minutes.
    #[must_use]
    pub fn units_from_minutes(&self, minutes: f64) -> f64 {
        let index = self.pieces.partition_point(|piece| f64::from(piece.span.start.minutes()) <= minutes);
        self.pieces.get(index.saturating_sub(1)).map_or(minutes, |piece| piece.units_from_minutes(minutes))
    }

    /// For many times, each not before the one before.
    #[must_use]
    pub fn walk(&self) -> Walk<'_> {
        Walk { pieces: &self.pieces }
    }

    /// The time at `units`, in minutes since 1970 with their fraction.
    #[must_use]
    pub fn minutes_from_units(&self, units: f64) -> f64 {
        let index = self.pieces.partition_point(|piece| piece.start_units <= units);
        let Some(piece) = self.pieces.get(index.saturating_sub(1)) else { return units };
        let start = f64::from(piece.span.start.minutes());
        let inside = units - piece.start_units;
        if inside < 0.0 {
            start + inside
        } else if inside > piece.len_units {
            start + f64::from(piece.span.mins()) + (inside - piece.len_units)
        } else {
            start + inside * f64::from(piece.span.mins()) / piece.len_units
        }
    }

    /// The pieces that lie between two places, in units.
    pub fn pieces_between(&self, from: f64, to: f64) -> impl Iterator<Item = &Piece> {
        let first = self.pieces.partition_point(|piece| piece.start_units + piece.len_units <= from);
        self.pieces[first..].iter().take_while(move |piece| piece.start_units < to)
    }
}

impl Piece {
    /// Where a time lies; before and after the piece it goes on minute by minute.
    fn units_from_minutes(&self, minutes: f64) -> f64 {
        let inside = minutes - f64::from(self.span.start.minutes());
        let length = f64::from(self.span.mins());
        if inside < 0.0 {
            self.start_units + inside
        } else if inside > length {
            self.start_units + self.len_units + (inside - length)
        } else {
            self.start_units + inside * self.len_units / length
        }
    }
}

/// Goes along an axis from piece to piece, which is quicker than to seek the piece of each time.
#[derive(Clone, Copy, Debug)]
pub struct Walk<'a> {
    /// The piece it stands on, and all later ones.
    pieces: &'a [Piece],
}

impl Walk<'_> {
    /// Where `minutes` lies, in units; not before the times asked for until now.
    pub fn units_from_minutes(&mut self, minutes: i32) -> f64 {
        while let [_, next, ..] = self.pieces
            && next.span.start.minutes() <= minutes
        {
            self.pieces = &self.pieces[1..];
        }
        self.pieces.first().map_or(f64::from(minutes), |piece| piece.units_from_minutes(f64::from(minutes)))
    }
}

/// What is kept in sight: open hours, and between them the days of dated events without hours.
#[must_use]
pub fn kept(plan: &Plan, busy: &Busy, opened: &[NaiveDate]) -> Vec<(Span, Layout)> {
    let open = open_hours(plan, busy, opened);
    let mut marked: Vec<Span> = plan
        .events()
        .iter()
        .filter(|event| event.hours.is_none() && matches!(event.dates, EventDates::Days { .. }))
        .map(|event| event.dates.span())
        .collect();
    marked.sort_unstable();
    let mut kept: Vec<(Span, Layout)> = open.iter().map(|&span| (span, Layout::Open)).collect();
    let mut last: Option<CivilTime> = None;
    for span in marked {
        // Of days that belong to several events, only those not yet on the axis; days with open hours stay open.
        let span = Span::new(span.start.max(last.unwrap_or(span.start)).min(span.end), span.end);
        let next = open.partition_point(|open| open.end <= span.start);
        let touches_open = open.get(next).is_some_and(|open| open.overlaps(span));
        if span.mins() > 0 && !touches_open {
            kept.push((span, Layout::Compact));
            last = Some(span.end);
        }
    }
    kept.sort_unstable_by_key(|&(span, _)| span);
    kept
}

/// The hours to keep open: on each day of a meeting its hours, and wherever sessions are, hours around them. Days of
/// `opened` are open from midnight to midnight.
#[must_use]
fn open_hours(plan: &Plan, busy: &Busy, opened: &[NaiveDate]) -> Vec<Span> {
    let mut spans: Vec<Span> = busy.hours().collect();
    for event in plan.events().iter() {
        spans.extend(event_hours(event));
    }
    for &date in opened {
        let midnight = CivilTime::midnight(date);
        spans.push(Span::new(midnight, midnight.plus_mins(24 * 60)));
    }
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            // A fold of an hour or less would save nothing.
            Some(last) if span.start.mins_since(last.end) <= 60 => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

/// The hours of an event on each of its days.
fn event_hours(event: &Event) -> Vec<Span> {
    let Some(DayHours { from_min, to_min }) = event.hours else { return Vec::new() };
    let (first, _) = event.dates.first_and_last();
    (0..event.dates.len_days())
        .map(|day| {
            let midnight = CivilTime::midnight(first).plus_mins(day * 24 * 60);
            Span::new(midnight.plus_mins(i32::from(from_min)), midnight.plus_mins(i32::from(to_min)))
        })
        .collect()
}

/// The years that a plan touches, from 1 January of the first to 31 December of the last.
#[must_use]
pub fn years_of(plan: &Plan, busy: &Busy) -> Span {
    let spans = plan.events().iter().map(|event| event.dates.span());
    let spans = spans.chain(busy.hours());
    let hull = spans.reduce(Span::hull).unwrap_or_else(|| {
        let day = CivilTime::midnight(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default());
        Span::new(day, day)
    });
    let new_year = |year| CivilTime::midnight(NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default());
    Span::new(new_year(hull.start.date().year()), new_year(hull.end.plus_mins(-1).date().year() + 1))
}

/// What part of the axis is on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The place at the left edge, in units.
    pub left_units: f64,
    /// Points per unit.
    pub scale: f64,
}

impl Viewport {
    /// Five minutes fill about a third of a laptop's screen.
    pub const MAX_SCALE: f64 = 80.0;

    /// Shows `from` to `to` (in units) on `width` points.
    #[must_use]
    pub fn showing(from: f64, to: f64, width: f32) -> Self {
        let scale = (f64::from(width) / (to - from).max(1.0)).min(Self::MAX_SCALE);
        Self { left_units: from, scale }
    }

    /// Points from the left edge.
    #[must_use]
    pub fn x_from_units(self, units: f64) -> f32 {
        ((units - self.left_units) * self.scale) as f32
    }

    /// The place at `x` points from the left edge.
    #[must_use]
    pub fn units_from_x(self, x: f32) -> f64 {
        self.left_units + f64::from(x) / self.scale
    }

    /// Zoomed by `factor` with the place under `x` fixed, between all of `axis` and [`Self::MAX_SCALE`].
    #[must_use]
    pub fn zoomed(self, factor: f64, x: f32, axis: &Axis, width: f32) -> Self {
        let under = self.units_from_x(x);
        let least = f64::from(width) / axis.len_units().max(1.0);
        let scale = (self.scale * factor).clamp(least.min(Self::MAX_SCALE), Self::MAX_SCALE);
        Self { left_units: under - f64::from(x) / scale, scale }.kept_on(axis, width)
    }

    /// Moved by `points` to the right.
    #[must_use]
    pub fn panned(self, points: f32, axis: &Axis, width: f32) -> Self {
        Self { left_units: self.left_units + f64::from(points) / self.scale, ..self }.kept_on(axis, width)
    }

    /// Moved so that it does not leave the axis.
    #[must_use]
    pub fn kept_on(self, axis: &Axis, width: f32) -> Self {
        let shown = f64::from(width) / self.scale;
        let left_units = self.left_units.min(axis.len_units() - shown).max(0.0);
        Self { left_units, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> CivilTime {
        text.parse().unwrap()
    }

    fn span(a: &str, b: &str) -> Span {
        Span::new(time(a), time(b))
    }

    fn two_days() -> Axis {
        Axis::folded(
            span("2025-11-16T00:00", "2025-11-19T00:00"),
            &[
                (span("2025-11-17T08:00", "2025-11-17T20:00"), Layout::Open),
                (span("2025-11-18T08:00", "2025-11-18T20:00"), Layout::Open),
            ],
        )
    }

    #[test]
    fn nights_take_little_room_and_all_time_stays_on_the_axis() {
        let axis = two_days();
        assert_eq!(axis.pieces().len(), 5);
        assert!((axis.len_units() - (2.0 * 720.0 + 3.0 * FOLD_UNITS)).abs() < 1e-9);
        let (first, last) = (axis.pieces.first().unwrap(), axis.pieces.last().unwrap());
        assert_eq!(Span::new(first.span.start, last.span.end), span("2025-11-16T00:00", "2025-11-19T00:00"));
    }

    #[test]
    fn time_to_units_and_back_is_exact_to_the_minute() {
        let axis = two_days();
        let mut at = time("2025-11-15T12:00");
        while at < time("2025-11-20T00:00") {
            let back = axis.minutes_from_units(axis.units_from_time(at));
            assert!((back - f64::from(at.minutes())).abs() < 1e-6, "{at}: {back}");
            at = at.plus_mins(1);
        }
    }

    #[test]
    fn a_walk_finds_the_same_places_as_a_search() {
        let axis = two_days();
        let mut walk = axis.walk();
        let mut at = time("2025-11-15T12:00");
        while at < time("2025-11-20T00:00") {
            assert_eq!(walk.units_from_minutes(at.minutes()).to_bits(), axis.units_from_time(at).to_bits(), "{at}");
            at = at.plus_mins(7);
        }
    }

    #[test]
    fn later_is_always_further_right() {
        let axis = two_days();
        let mut before = f64::NEG_INFINITY;
        let mut at = time("2025-11-15T23:00");
        while at < time("2025-11-19T02:00") {
            let units = axis.units_from_time(at);
            assert!(units > before, "{at}");
            before = units;
            at = at.plus_mins(1);
        }
    }

    #[test]
    fn zooming_keeps_the_time_under_the_pointer() {
        let axis = two_days();
        let view = Viewport::showing(300.0, 900.0, 600.0);
        let under = view.units_from_x(200.0);
        let zoomed = view.zoomed(1.7, 200.0, &axis, 600.0);
        assert!((zoomed.units_from_x(200.0) - under).abs() < 1e-9);
    }

    #[test]
    fn zoom_ends_at_everything_and_at_minutes_and_panning_stays_on_the_axis() {
        let axis = two_days();
        let mut view = Viewport::showing(0.0, axis.len_units(), 600.0);
        for _ in 0..100 {
            view = view.zoomed(0.5, 300.0, &axis, 600.0);
        }
        assert!((view.x_from_units(axis.len_units()) - 600.0).abs() < 0.01 && view.left_units.abs() < 1e-9);
        for _ in 0..100 {
            view = view.zoomed(2.0, 300.0, &axis, 600.0);
        }
        assert!((view.scale - Viewport::MAX_SCALE).abs() < 1e-9);
        assert!(view.panned(-1e9, &axis, 600.0).left_units.abs() < 1e-9);
        let right = view.panned(1e9, &axis, 600.0);
        assert!((right.x_from_units(axis.len_units()) - 600.0).abs() < 0.01);
    }

    #[test]
    fn an_axis_without_pieces_is_harmless() {
        let axis = Axis::folded(span("2025-11-16T00:00", "2025-11-16T00:00"), &[]);
        assert!(axis.len_units().abs() < 1e-9);
        assert!(Viewport::showing(0.0, 0.0, 600.0).zoomed(2.0, 10.0, &axis, 600.0).scale.is_finite());
    }
}

//! The map between civil time and the width of the timeline, with nights and empty days folded.
//!
//! The axis is cut into pieces. An open piece is as long as its minutes; a folded one has the same few points of the screen
//! however long the night and however near one looks, and less where days are narrow; days that only hold milestones and
//! other events without hours are compact: as wide as a name, three of them at most. Lengths on the axis are called
//! *units*: one unit is one open minute. What a unit is in points is the business of the viewport; the axis is fitted to
//! it, because folds do not grow with it. Nothing here knows of egui, sessions or screens.

use crate::model::{CivilTime, DAY_MINS, Span};

/// How wide a fold is, in points.
pub const FOLD: f64 = 20.0;
/// How wide a day of a milestone is, in points.
const COMPACT_DAY: f64 = 100.0;
/// The hours that every day shows, in minutes since midnight.
pub const HOURS: (i32, i32) = (8 * 60, 19 * 60);

/// Days are columns that can be read, in points per minute.
const READABLE: f64 = 0.086;

/// Five minutes fill about a third of a laptop's screen; in points per minute.
pub const MAX_SCALE: f64 = 80.0;

/// Pieces of time, open and folded, in order and without gaps.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pieces: Vec<Piece>,
    /// What it is fitted to, in points per unit.
    scale: f64,
    sums: Sums,
}

/// What its length comes of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sums {
    open_mins: f64,
    nights: f64,
    /// Folds of days and compact days, in points.
    points: f64,
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

/// How wide the fold of a night is, in points: where days are narrow, nothing of them is given away to nights.
fn night_points(scale: f64) -> f64 {
    let day = f64::from(HOURS.1 - HOURS.0) * scale;
    // Never nothing, so that each time has a place of its own.
    (FOLD * (day - 110.0) / 70.0).clamp(0.02, FOLD)
}

impl Axis {
    /// One open piece over `span`.
    #[must_use]
    pub fn unfolded(span: Span) -> Self {
        Self::from_pieces(std::iter::once((span, Layout::Open)))
    }

    /// Folds whatever lies between the open hours and the compact days. `kept` must be in order and without overlaps;
    /// at each of `cuts` another fold begins.
    #[must_use]
    pub fn folded(range: Span, kept: &[(Span, Layout)], cuts: &[CivilTime]) -> Self {
        let mut pieces = Vec::with_capacity(kept.len() * 2 + 1);
        let fold = |pieces: &mut Vec<(Span, Layout)>, from: CivilTime, to: CivilTime| {
            let mut at = from;
            for &cut in cuts.iter().filter(|&&cut| cut > from && cut < to) {
                pieces.push((Span::new(at, cut), Layout::Folded));
                at = cut;
            }
            if at < to {
                pieces.push((Span::new(at, to), Layout::Folded));
            }
        };
        let mut at = range.start;
        for &(span, layout) in kept {
            let span = Span::new(span.start.max(at), span.end.min(range.end).max(at));
            if span.mins() == 0 {
                continue;
            }
            fold(&mut pieces, at, span.start);
            pieces.push((span, layout));
            at = span.end;
        }
        fold(&mut pieces, at, range.end);
        Self::from_pieces(pieces.into_iter())
    }

    fn from_pieces(spans: impl Iterator<Item = (Span, Layout)>) -> Self {
        let pieces: Vec<Piece> =
            spans.map(|(span, layout)| Piece { span, layout, start_units: 0.0, len_units: 0.0 }).collect();
        let mut sums = Sums::default();
        for piece in &pieces {
            match piece.layout {
                Layout::Open => sums.open_mins += f64::from(piece.span.mins()),
                Layout::Compact => sums.points += piece.compact_points(),
                Layout::Folded if piece.is_night() => sums.nights += 1.0,
                Layout::Folded => sums.points += FOLD,
            }
        }
        let mut axis = Self { pieces, scale: 0.0, sums };
        axis.fit(1.0);
        axis
    }

    /// What it is fitted to, in points per unit.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Gives folds their width at so many points per unit.
    pub fn fit(&mut self, scale: f64) {
        if self.scale.to_bits() == scale.to_bits() {
            return;
        }
        self.scale = scale;
        let mut start_units = 0.0;
        for piece in &mut self.pieces {
            piece.start_units = start_units;
            piece.len_units = match piece.layout {
                Layout::Open => f64::from(piece.span.mins()),
                Layout::Compact => piece.compact_points() / scale,
                Layout::Folded if piece.is_night() => night_points(scale) / scale,
                Layout::Folded => FOLD / scale,
            };
            start_units += piece.len_units;
        }
    }

    /// At so many points per unit, this is how long all of it is, in points.
    fn points(&self, scale: f64) -> f64 {
        self.sums.open_mins * scale + self.sums.nights * night_points(scale) + self.sums.points
    }

    /// The scale at which all of it is so wide.
    #[must_use]
    pub fn scale_of_all(&self, width: f32) -> f64 {
        let width = f64::from(width).max(1.0);
        if self.sums.points > width * 0.6 {
            // What was opened by hand does not fit on the screen beside readable days.
            return READABLE;
        }
        let (mut low, mut high) = (1e-7, MAX_SCALE);
        for _ in 0..60 {
            let middle = (low * high).sqrt();
            if self.points(middle) > width { high = middle } else { low = middle }
        }
        low
    }

    /// Whether it is cut like another, whatever they are fitted to.
    #[must_use]
    pub fn has_pieces_of(&self, other: &Self) -> bool {
        let cuts = |axis: &Self| axis.pieces.iter().map(|piece| (piece.span, piece.layout)).collect::<Vec<_>>();
        self.pieces.len() == other.pieces.len() && cuts(self) == cuts(other)
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

    /// The piece in which a time lies.
    #[must_use]
    pub fn piece_at(&self, minutes: f64) -> Option<&Piece> {
        let index = self.pieces.partition_point(|piece| f64::from(piece.span.start.minutes()) <= minutes);
        self.pieces.get(index.saturating_sub(1))
    }

    /// The pieces that lie between two places, in units.
    pub fn pieces_between(&self, from: f64, to: f64) -> impl Iterator<Item = &Piece> {
        let first = self.pieces.partition_point(|piece| piece.start_units + piece.len_units <= from);
        self.pieces[first..].iter().take_while(move |piece| piece.start_units < to)
    }
}

impl Piece {
    /// Whether it is shorter than a day.
    #[must_use]
    pub fn is_night(&self) -> bool {
        self.span.mins() < DAY_MINS
    }

    /// Whether it is open for one day, which may go on past midnight; what is longer is read hour by hour.
    #[must_use]
    pub fn is_one_day(&self) -> bool {
        self.span.mins() <= DAY_MINS + DAY_MINS / 2
    }

    fn compact_points(&self) -> f64 {
        (f64::from(self.span.mins()) / f64::from(DAY_MINS) * COMPACT_DAY).clamp(COMPACT_DAY, 3.0 * COMPACT_DAY)
    }

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
            &[],
        )
    }

    #[test]
    fn nights_take_little_room_and_all_time_stays_on_the_axis() {
        let axis = two_days();
        assert_eq!(axis.pieces().len(), 5);
        assert!((axis.len_units() - (2.0 * 720.0 + 3.0 * FOLD)).abs() < 1e-9);
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
    fn folds_keep_their_width_at_every_zoom_and_nights_vanish_where_days_are_narrow() {
        let mut axis = Axis::folded(
            span("2025-11-01T00:00", "2025-11-19T00:00"),
            &[
                (span("2025-11-17T08:00", "2025-11-17T19:00"), Layout::Open),
                (span("2025-11-18T08:00", "2025-11-18T19:00"), Layout::Open),
            ],
            &[time("2025-11-10T00:00")],
        );
        for scale in [0.3, 1.0, 1.2, 40.0] {
            axis.fit(scale);
            let widths: Vec<f64> = axis.pieces().iter().map(|piece| piece.len_units * scale).collect();
            // The long fold is cut in two.
            assert_eq!(widths.len(), 6);
            for (index, width) in widths.iter().enumerate() {
                let expected = if [2, 4].contains(&index) { 660.0 * scale } else { FOLD };
                assert!((width - expected).abs() < 1e-6, "{index} at {scale}: {width}");
            }
        }
        axis.fit(0.1);
        let widths: Vec<i32> = axis.pieces().iter().map(|piece| (piece.len_units * 0.1).round() as i32).collect();
        assert_eq!(widths, [20, 20, 66, 0, 66, 0]);
    }
}

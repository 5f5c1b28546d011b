//! What part of the axis is on the screen, and how it moves and zooms.

use super::axis::{Axis, MAX_SCALE};

/// What part of the axis is on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The place at the left edge, in units.
    pub left_units: f64,
    /// Points per unit.
    pub scale: f64,
}

/// A viewport that outlives a change of scale: where its left edge is in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// Minutes since 1970 of the civil calendar, with their fraction.
    pub left_minutes: f64,
    /// Points per unit.
    pub scale: f64,
}

impl Sight {
    /// As a viewport of the axis, which is fitted to it.
    #[must_use]
    pub fn on(self, axis: &mut Axis, width: f32) -> Viewport {
        axis.fit(self.scale);
        Viewport { left_units: axis.units_from_minutes(self.left_minutes), scale: self.scale }.kept_on(axis, width)
    }
}

impl Viewport {
    /// All of the axis, which is fitted to it.
    #[must_use]
    pub fn of_all(axis: &mut Axis, width: f32) -> Self {
        let scale = axis.scale_of_all(width);
        axis.fit(scale);
        Self { left_units: 0.0, scale }
    }

    /// Shows two times and what is between them on `width` points, with so many points left at both sides.
    #[must_use]
    pub fn showing(axis: &mut Axis, (from, to): (f64, f64), margin: f32, width: f32) -> Self {
        let room = f64::from((width - 2.0 * margin).max(1.0));
        let all = axis.scale_of_all(width);
        let mut scale = axis.scale();
        // Folds between the two take of the room, and how much depends on the scale.
        for _ in 0..24 {
            axis.fit(scale);
            let shown = (axis.units_from_minutes(to) - axis.units_from_minutes(from)) * scale;
            scale = (scale * room / shown.max(1e-6)).clamp(all.min(MAX_SCALE), MAX_SCALE);
        }
        axis.fit(scale);
        let left_units = axis.units_from_minutes(from) - f64::from(margin) / scale;
        Self { left_units, scale }.kept_on(axis, width)
    }

    /// Where it is in time.
    #[must_use]
    pub fn sight(self, axis: &Axis) -> Sight {
        Sight { left_minutes: axis.minutes_from_units(self.left_units), scale: self.scale }
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

    /// Zoomed by `factor` with the time under `x` fixed, between all of `axis` and [`MAX_SCALE`]; the axis is
    /// fitted to it.
    #[must_use]
    pub fn zoomed(self, factor: f64, x: f32, axis: &mut Axis, width: f32) -> Self {
        let under = axis.minutes_from_units(self.units_from_x(x));
        let least = axis.scale_of_all(width);
        let scale = (self.scale * factor).clamp(least.min(MAX_SCALE), MAX_SCALE);
        axis.fit(scale);
        Self { left_units: axis.units_from_minutes(under) - f64::from(x) / scale, scale }.kept_on(axis, width)
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
    use super::super::axis::Layout;
    use super::*;
    use crate::model::{CivilTime, Span};

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
    fn a_day_fills_the_width_with_a_fold_at_both_ends() {
        let mut axis = two_days();
        let day = axis.pieces()[3];
        let minutes = |time: CivilTime| f64::from(time.minutes());
        let view = Viewport::showing(&mut axis, (minutes(day.span.start), minutes(day.span.end)), 20.0, 808.0);
        let day = axis.pieces()[3];
        let (left, right) = (view.x_from_units(day.start_units), view.x_from_units(day.start_units + day.len_units));
        assert!((left - 20.0).abs() < 0.01 && (right - 788.0).abs() < 0.01, "{left} {right}");
        assert!((view.x_from_units(axis.pieces()[2].start_units)).abs() < 0.01);
    }

    #[test]
    fn zooming_keeps_the_time_under_the_pointer() {
        let mut axis = two_days();
        let view = Viewport { left_units: 300.0, scale: 1.0 };
        let under = axis.minutes_from_units(view.units_from_x(200.0));
        let zoomed = view.zoomed(1.7, 200.0, &mut axis, 600.0);
        assert!((axis.minutes_from_units(zoomed.units_from_x(200.0)) - under).abs() < 1e-6);
    }

    #[test]
    fn zoom_ends_at_everything_and_at_minutes_and_panning_stays_on_the_axis() {
        let mut axis = two_days();
        let mut view = Viewport::of_all(&mut axis, 600.0);
        for _ in 0..100 {
            view = view.zoomed(0.5, 300.0, &mut axis, 600.0);
        }
        assert!((view.x_from_units(axis.len_units()) - 600.0).abs() < 0.01 && view.left_units.abs() < 1e-9);
        for _ in 0..100 {
            view = view.zoomed(2.0, 300.0, &mut axis, 600.0);
        }
        assert!((view.scale - MAX_SCALE).abs() < 1e-9);
        assert!(view.panned(-1e9, &axis, 600.0).left_units.abs() < 1e-9);
        let right = view.panned(1e9, &axis, 600.0);
        assert!((right.x_from_units(axis.len_units()) - 600.0).abs() < 0.01);
    }

    #[test]
    fn an_axis_without_pieces_is_harmless() {
        let mut axis = Axis::folded(span("2025-11-16T00:00", "2025-11-16T00:00"), &[], &[]);
        assert!(axis.len_units().abs() < 1e-9);
        let view = Viewport::showing(&mut axis, (0.0, 0.0), 20.0, 600.0);
        assert!(view.zoomed(2.0, 10.0, &mut axis, 600.0).scale.is_finite());
    }
}

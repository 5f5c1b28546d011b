//! Outlines as steps of a pen, in whatever unit, for the writers that fill them.

use super::Area;

/// A step of a pen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    Move([f32; 2]),
    Line([f32; 2]),
    /// The control point, and the end.
    Quad([f32; 2], [f32; 2]),
    /// Two control points, and the end.
    Cubic([f32; 2], [f32; 2], [f32; 2]),
    Close,
}

impl Step {
    /// The same with each of its points moved.
    pub fn map(self, to: impl Fn([f32; 2]) -> [f32; 2]) -> Self {
        match self {
            Self::Move(end) => Self::Move(to(end)),
            Self::Line(end) => Self::Line(to(end)),
            Self::Quad(control, end) => Self::Quad(to(control), to(end)),
            Self::Cubic(first, second, end) => Self::Cubic(to(first), to(second), to(end)),
            Self::Close => Self::Close,
        }
    }
}

/// How far the control points of a quarter of a circle are from its ends, as a part of the radius.
const QUARTER: f32 = 0.552_285;

/// The outline of a rectangle with round corners.
pub(super) fn rounded(area: Area, radius: f32) -> Vec<Step> {
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    let radius = if radius.is_finite() { radius.clamp(0.0, area.width.min(area.height) / 2.0) } else { 0.0 };
    if radius == 0.0 {
        return vec![
            Step::Move([left, top]),
            Step::Line([right, top]),
            Step::Line([right, bottom]),
            Step::Line([left, bottom]),
            Step::Close,
        ];
    }
    let near = radius * (1.0 - QUARTER);
    vec![
        Step::Move([left + radius, top]),
        Step::Line([right - radius, top]),
        Step::Cubic([right - near, top], [right, top + near], [right, top + radius]),
        Step::Line([right, bottom - radius]),
        Step::Cubic([right, bottom - near], [right - near, bottom], [right - radius, bottom]),
        Step::Line([left + radius, bottom]),
        Step::Cubic([left + near, bottom], [left, bottom - near], [left, bottom - radius]),
        Step::Line([left, top + radius]),
        Step::Cubic([left, top + near], [left + near, top], [left + radius, top]),
        Step::Close,
    ]
}

/// The middle of the line that draws a frame inside an area: where it runs, how round it is, and how thick. A frame
/// thicker than its area fills it.
pub(super) fn frame(area: Area, radius: f32, width: f32) -> Option<(Area, f32, f32)> {
    let width = width.min(area.width / 2.0).min(area.height / 2.0);
    (width > 0.0).then(|| (area.shrink(width / 2.0), (radius - width / 2.0).max(0.0), width))
}

/// Dash and gap of a dashed line of a width.
pub(super) fn dashes(width: f32) -> [f32; 2] {
    [3.0 * width.max(0.5), 2.0 * width.max(0.5)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_never_rounder_than_the_rectangle() {
        let area = Area::new(10.0, 20.0, 30.0, 8.0);
        for radius in [0.0, 3.0, 4.0, 100.0, f32::NAN, -1.0] {
            for step in rounded(area, radius) {
                let (Step::Move(at) | Step::Line(at) | Step::Cubic(_, _, at)) = step else {
                    continue;
                };
                assert!(area.contains(crate::exchange::drawing::Point::new(at[0], at[1])), "{radius} {at:?}");
            }
        }
        assert_eq!(rounded(area, 0.0).len(), 5);
        assert_eq!(rounded(area, 100.0)[0], Step::Move([14.0, 20.0]));
    }

    #[test]
    fn a_frame_lies_inside_its_area() {
        let area = Area::new(0.0, 0.0, 30.0, 8.0);
        assert_eq!(frame(area, 3.0, 2.0), Some((Area::new(1.0, 1.0, 28.0, 6.0), 2.0, 2.0)));
        assert_eq!(frame(area, 3.0, 100.0).map(|(_, _, width)| width), Some(4.0));
        assert_eq!(frame(area, 3.0, 0.0), None);
        assert_eq!(frame(area, 3.0, f32::NAN).map(|(_, _, width)| width), Some(4.0));
    }
}

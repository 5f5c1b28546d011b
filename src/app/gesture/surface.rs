//! A view as a gesture sees it: where time and lanes are, and which way time runs.

use egui::{Pos2, Rect};

use crate::app::paint::lanes::LaneKey;
use crate::edit::placing::Edge;
use crate::model::SessionId;

/// A view as a gesture sees it.
pub trait Surface {
    /// The time and the lane at a place on the screen: the nearest ones, where it lies beside all of them.
    fn spot(&self, pos: Pos2) -> Option<Spot>;
    /// Whether sessions can be dropped there: it lies inside, in a row or a column.
    fn takes(&self, pos: Pos2) -> bool;
    /// Which way time runs.
    fn flow(&self) -> Flow;
    /// From the first to the last time in sight, in minutes since 1970 of the civil calendar.
    fn times_in_sight(&self) -> (f64, f64);
    /// The sessions that show in a part of the screen.
    fn sessions_in(&self, rect: Rect) -> Vec<SessionId>;
}

/// A place in a view: a time, and the lane there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Minutes since 1970 of the civil calendar, with their fraction.
    pub minutes: f64,
    /// The lane under the pointer.
    pub lane: Option<LaneKey>,
}

/// Which way time runs in a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To the right.
    Right,
    /// Down.
    Down,
    /// In cells that stand for a part of a day: sessions keep their hours inside them and have no edges to pull.
    Cells,
}

/// The part of a block that was grabbed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// One of its edges.
    Edge(Edge),
}

/// How near to an edge a block is pulled rather than moved, in points.
const EDGE: f32 = 6.0;

impl Part {
    /// Which part of a block lies under `pos`.
    #[must_use]
    pub fn under(rect: Rect, pos: Pos2, flow: Flow) -> Self {
        let (at, start, end) = match flow {
            Flow::Right => (pos.x, rect.left(), rect.right()),
            Flow::Down => (pos.y, rect.top(), rect.bottom()),
            Flow::Cells => return Self::Whole,
        };
        let edge = EDGE.min((end - start) / 4.0);
        if at < start + edge {
            Self::Edge(Edge::Start)
        } else if at > end - edge {
            Self::Edge(Edge::End)
        } else {
            Self::Whole
        }
    }
}

//! How the Timeline lies on the screen.

use egui::{Rect, pos2};

use crate::app::style::size;

/// Its parts.
pub(super) struct Parts {
    /// Left of the rulers.
    pub(super) corner: Rect,
    pub(super) ruler: Rect,
    pub(super) events_head: Rect,
    pub(super) events: Rect,
    pub(super) band_head: Rect,
    pub(super) band: Rect,
    pub(super) heads: Rect,
    pub(super) lanes: Rect,
    pub(super) legend_head: Rect,
    pub(super) legend: Rect,
    pub(super) overview_head: Rect,
    pub(super) overview: Rect,
}

impl Parts {
    /// In so much room, with heads so wide.
    pub(super) fn new(
        (whole, heads): (Rect, f32),
        ruler: f32,
        event_rows: usize,
        (legend, has_overview): (f32, bool),
    ) -> Self {
        let left = whole.left() + heads;
        let at = |x0, y0, x1, y1| Rect::from_min_max(pos2(x0, y0), pos2(x1, y1));
        let (from, to) = (whole.left(), whole.right());
        let overview = whole.bottom() - if has_overview { size::OVERVIEW } else { 0.0 };
        let bottom = (overview - legend).max(whole.top());
        let under_ruler = whole.top() + ruler;
        let events = if event_rows == 0 { 0.0 } else { event_rows as f32 * super::events::ROW + 5.0 };
        let band = under_ruler + events;
        let top = band + super::paint::BAND;
        Self {
            corner: at(from, whole.top(), left, under_ruler),
            ruler: at(left, whole.top(), to, under_ruler),
            events_head: at(from, under_ruler, left, band),
            events: at(left, under_ruler, to, band),
            band_head: at(from, band, left, top),
            band: at(left, band, to, top),
            heads: at(from, top, left, bottom),
            lanes: at(left, top, to, bottom),
            legend_head: at(from, bottom, left, overview),
            legend: at(left, bottom, to, overview),
            overview_head: at(from, overview, left, whole.bottom()),
            overview: at(left, overview, to, whole.bottom()),
        }
    }

    /// Folds go from the ruler down to the legend.
    pub(super) fn folds(&self) -> Rect {
        self.ruler.with_max_y(self.lanes.bottom())
    }
}

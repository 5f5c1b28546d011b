//! Lanes that open and close: the way from the heights they had to those they have.

use egui::Ui;

use super::heights::Heights;
use crate::app::style::motion;

/// The way from some heights to others.
#[derive(Clone, Debug, Default)]
pub(super) struct Opening {
    /// Where lanes were, and since when they move, in seconds; nothing where they stand.
    from: Option<(Vec<f32>, f64)>,
}

impl Opening {
    /// From where lanes are to `heights`; they are there at once where there are other lanes, or where motion is reduced.
    pub(super) fn new(ui: &Ui, before: Vec<f32>, heights: &Heights) -> Self {
        let is_still = ui.style().animation_time <= 0.0;
        let moves = !is_still && before.len() == heights.edges.len() && before != heights.edges;
        Self { from: moves.then(|| (before, ui.input(|input| input.time))) }
    }

    /// The heights in this frame, where these are others than those they go to.
    pub(super) fn heights(&self, ui: &Ui, to: &Heights) -> Option<Heights> {
        let (from, since) = self.from.as_ref()?;
        let share = ((ui.input(|input| input.time) - since) as f32 / motion::MOVE).clamp(0.0, 1.0);
        if share >= 1.0 {
            return None;
        }
        ui.ctx().request_repaint();
        let eased = 1.0 - (1.0 - share).powi(3);
        let edges = from.iter().zip(&to.edges).map(|(from, to)| from + (to - from) * eased).collect();
        Some(Heights { edges, ..to.clone() })
    }
}

//! How much is done of what a thread reads or looks at.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use egui::{ProgressBar, Ui};

use crate::app::context::ViewContext;

/// How wide the bar is, in points.
const WIDTH: f32 = 160.0;
/// The bar is drawn again after so long.
const AGAIN: Duration = Duration::from_millis(60);

/// Shared between who works and who watches.
#[derive(Clone, Debug, Default)]
pub struct Share(Arc<AtomicU32>);

impl Share {
    /// Says how much is done, 0 to 1.
    pub fn set(&self, share: f32) {
        self.0.store((share.clamp(0.0, 1.0) * 1000.0) as u32, Ordering::Relaxed);
    }

    /// Draws it as a bar, or as a sign that something goes on of which nobody knows how long it takes, with words behind.
    pub fn ui(&self, ui: &mut Ui, cx: &ViewContext<'_>, words: &str) {
        let share = self.0.load(Ordering::Relaxed) as f32 / 1000.0;
        ui.horizontal(|ui| {
            if share > 0.0 && share < 1.0 {
                ui.add(ProgressBar::new(share).desired_width(WIDTH).fill(cx.theme.accent));
                ui.ctx().request_repaint_after(AGAIN);
            } else {
                ui.spinner();
            }
            ui.label(words);
        });
    }
}

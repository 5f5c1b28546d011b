//! What is remembered of the journal of one open plan.

use crate::keeping::Keeper;

/// The journal of one open plan.
#[derive(Default)]
pub(super) struct Kept {
    pub keeper: Option<Keeper>,
    /// Whether it was told that it can not be written.
    pub is_told: bool,
    /// Since when something has been on its way to the disk, in seconds of the screen.
    pub writing_since: Option<f64>,
}

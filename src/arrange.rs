//! Arranging: where many sessions go at once.
//!
//! [`problem`] says in words of its own what is to be placed and what each arrangement costs, [`search`](fn@search) finds one that
//! costs little: from a first one on by moves, with costs that follow each move. Benches give it the problems of others.
//! This floor knows nothing of how a plan is edited, of files and of screens.

pub mod fewest;
mod fixes;
pub mod happened;
mod moves;
mod placing;
pub mod plan;
pub mod problem;
mod random;
mod repair;
mod rooms;
mod score;
mod search;
mod slots;
mod state;
pub mod talks;
mod times;

pub use fixes::{Fix, Remedy, fixes};
pub use repair::{Proposal, repair};
pub use rooms::Rooms;
pub use score::cost_of;
pub use search::{Found, LANES, Until, search};
pub use slots::{Slot, SlotLimits, slots};

/// Sessions begin at multiples of so many minutes.
const STEP: i32 = 15;

#[cfg(test)]
mod tests;

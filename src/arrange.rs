//! Arranging: where many sessions go at once.
//!
//! [`problem`] says in words of its own what is to be placed and what each arrangement costs, [`search`](fn@search) finds one that
//! costs little: from a first one on by moves, with costs that follow each move. Benches give it the problems of others.
//! This floor knows nothing of how a plan is edited, of files and of screens.

pub mod fewest;
pub mod happened;
mod moves;
pub mod plan;
pub mod problem;
mod random;
mod score;
mod search;
mod state;

pub use score::cost_of;
pub use search::{Found, LANES, Until, search};

#[cfg(test)]
mod tests;

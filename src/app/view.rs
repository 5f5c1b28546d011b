//! The ways to see the plan.

pub mod day;
pub mod days;
pub mod grid;
pub mod list;
pub mod pane;
pub mod timeline;

//! Windows that lie over the desk.

pub mod export;
pub mod palette;
pub mod repair;
pub mod rules;
pub mod slots;

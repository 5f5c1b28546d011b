//! What stands around the view.

pub mod date_strip;
pub mod findings;
pub mod inspector;
pub mod navigator;
pub mod status_line;
pub mod top_line;

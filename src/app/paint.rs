//! How sessions are painted, wherever they show: lanes and the bars in them, and the text on bars.

pub mod blocks;
pub mod lanes;
pub mod text;

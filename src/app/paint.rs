//! How sessions are painted, wherever they show: lanes and the bars in them, and where the words of bars stand.

pub mod bar;
pub mod blocks;
pub mod held;
pub mod items;
pub mod label;
pub mod lanes;
pub mod places;
pub mod text;

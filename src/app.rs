//! The window: panels, views, gestures and everything a planner sees.
//!
//! Views read the plan and hand back [`action::Action`]s; only [`desk::Desk`] gives them to the document. Nothing here
//! knows of the command line.

pub mod action;
pub mod blocks;
pub mod context;
mod day;
pub mod desk;
pub mod export;
mod findings;
mod focus;
pub mod gesture;
mod grid;
pub mod headless;
mod inspector;
pub mod lanes;
pub mod lettering;
mod list;
mod menus;
mod navigator;
mod palette;
mod phrases;
pub mod render;
mod repair;
mod rules;
pub mod selection;
pub mod settings;
mod slots;
mod status_line;
pub mod theme;
pub mod timeline;
mod tint;
mod tips;
mod top_bar;
mod typed;
mod window;
mod zones;

pub use window::run;

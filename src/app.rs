//! The window: panels, views, gestures and everything a planner sees.
//!
//! Views and panels read the plan and hand back [`action::Action`]s; only [`desk::Desk`] gives them to the plan. Nothing
//! here knows of the command line.

pub mod action;
mod agendas;
pub mod commands;
pub mod compared;
mod context;
pub mod desk;
pub mod filter;
mod gesture;
mod hall;
mod paint;
mod panel;
mod phrases;
pub mod selection;
pub mod settings;
pub mod style;
pub mod system;
pub mod view;
mod votes;
mod widget;
mod window;

pub use paint::lanes;
pub use system::window::{Start, run};
pub use window::is_imported;

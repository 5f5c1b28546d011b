//! Changing a plan: what was meant ([`Command`]), what that does to rows ([`resolve`]), and the [`Document`] that keeps
//! every step so that all of them can be taken back.
//!
//! This floor knows nothing of findings, files or screens.

mod command;
mod document;
mod remove;
mod resolve;

pub use command::{AnyRow, Command, Deed, Label, PlaceDeed};
pub use document::{Document, Step};
pub use resolve::{Refusal, free_session_id, resolve};

//! Changing a plan: what was meant ([`Command`]), what that does to rows ([`resolve`]), and the [`Document`] that keeps
//! every step so that all of them can be taken back.
//!
//! This floor knows nothing of findings, files or screens.

pub mod agenda;
pub mod begin;
mod command;
pub mod comments;
mod copies;
pub mod dates;
mod document;
pub mod edges;
pub mod following;
mod free_ids;
pub mod holding;
mod new_rows;
pub mod places;
pub mod placing;
pub mod podium;
mod refusal;
pub mod releases;
mod remove;
mod repeat;
mod replacing;
pub mod requests;
mod resolve;
pub mod roster;
pub mod statements;
mod taking_back;
pub mod zones;

pub use command::{AnyRow, Command, Deed, Label};
pub use document::{Document, SavePoint, Step};
pub use free_ids::{FreeIds, FreeSessionIds};
pub use new_rows::{
    event_at, first_day, new_body, new_document, new_event, new_field, new_kind, new_person, new_rank, new_room,
    new_session, new_topic,
};
pub use refusal::Refusal;
pub use repeat::{first_day_of, holidays, repeated, week_of, working_days};
pub use replacing::{Replaced, Search, replacements};
pub use resolve::resolve;
pub use taking_back::{Taken, taken_back};

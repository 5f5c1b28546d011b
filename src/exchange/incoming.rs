//! What comes in from elsewhere. [`Grid`] reads a table, of which nothing is known yet; [`Pasted`] says what its columns
//! hold, by their headings or by what stands in them; [`Incoming`] is what it would make of a plan, row by row, and the
//! command for it. [`Requests`] is the same for the speaking list, with what is asked. Nothing here changes a plan, and nothing knows of screens.
//!
//! Readers are lenient: what can not be used is told with its reason, and the rest is taken.

mod again;
mod begun;
mod by_file;
mod columns;
mod copied;
mod copied_items;
mod copied_youth;
mod copying;
mod field;
mod grid;
mod making;
mod matched;
mod meanings;
pub(super) mod names;
pub(super) mod near;
mod outcome;
mod own;
mod requests;
mod returned;
mod room_requests;
mod rows;
pub mod sheets;
mod times;
mod unfold;
mod values;
pub mod votes;
pub(super) mod words;

pub use again::source_of;
pub use begun::{NewPlan, begun, title_of};
pub use by_file::{OfFile, TableWish, begun_of_file, of_file};
pub use columns::{Meaning, Pasted, Remembered, holds_items};
pub use copied::Copied;
pub use copying::copied_text;
pub use field::Field;
pub use grid::{Grid, GridRow, MOST_ROWS, Unread};
pub use meanings::{Meanings, Meant, Unclear};
pub use names::Known;

pub use outcome::{Flaw, Near, Note, Outcome, Row};
pub use own::own_value;
pub use requests::{Answer, Answers, Asked, Question, RequestField, RequestNote, RequestOutcome, RequestRow, Requests};
pub use returned::{Returned, returning};
pub use room_requests::{RoomField, RoomOutcome, RoomRequests, body_called};
pub use rows::{Chosen, Decided, Incoming};
pub use times::{asks_for_order, days_near};
pub use unfold::{Unfolded, unfolded, unfolded_all};

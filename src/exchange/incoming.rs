//! What comes in from elsewhere. [`Grid`] reads a table, of which nothing is known yet; [`Pasted`] says what its columns
//! hold, by their headings or by what stands in them; [`Incoming`] is what it would make of a plan, row by row, and the
//! command for it. Nothing here changes a plan, and nothing knows of screens.
//!
//! Readers are lenient: what can not be used is told with its reason, and the rest is taken.

mod columns;
mod copied;
mod grid;
mod matched;
mod names;
mod rows;
mod values;

pub use columns::{Field, Pasted};
pub use copied::{Copied, copied_text};
pub use grid::{Grid, GridRow, MOST_ROWS, Unread};
pub use names::Known;
pub use rows::{Flaw, Incoming, Near, Note, Outcome, Row};

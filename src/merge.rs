//! Two plans side by side: what differs, and what both changed brought together.
//!
//! Everything here works on rows and their fields, which [`fields`](self) are declared once for each table; nothing lists
//! cases beside that. This floor knows nothing of files, words and screens.
//!
//! - [`compare`] tells what becomes of a plan, row by row and field by field.
//! - [`merge`] takes over what somebody did to a copy. What both changed differently stays as it is here, and stands in
//!   [`Plan::undecided`](crate::model::Plan::undecided) until somebody decides it.
//! - [`conflicts`] reads what is undecided, and [`decide`] makes the patch that decides one of them.

mod compare;
mod conflicts;
mod content;
mod decide;
mod fields;
mod names;
mod related;
mod three_way;
mod twins;
mod undecided;
mod value;

pub use compare::{Comparison, Deed, FieldChange, RowChange, Turn, compare};
pub use conflicts::{Clash, Conflict, conflicts};
pub use decide::{Decision, decide, is_possible};
pub use fields::Spot;
pub use names::FieldName;
pub use related::are_related;
pub use three_way::{Merged, merge, merge_apart};
pub use value::{Part, Subject, Value};

//! Files of other tools, on their way into a plan. An [`Importer`] reads one format into a [`Draft`], which knows nothing of
//! plans, and says in a [`Report`] what it could not use; [`Arrival`] is what the draft would make of a plan, session by
//! session, and the command for it. Nothing here changes a plan, and nothing of a file is trusted.
//!
//! To add a format: a file with an [`Importer`] in it, and its line in [`IMPORTERS`]. Tables, of which somebody must say
//! what their columns hold, are read in [`incoming`](super::incoming).

mod clocks;
mod draft;
mod fitting;
mod formats;
mod ics;
mod importer;
mod indico;
mod json;
mod own;
mod plain;
mod pretalx;
mod report;
mod schedule;
mod sessionize;
pub(in crate::exchange) mod settled;

pub use draft::{
    Draft, DraftDocument, DraftEvent, DraftItem, DraftName, DraftPerson, DraftRoom, DraftSession, Moment, Origin, Said,
};
pub use fitting::{Arrival, ArrivedRow, Choices, Named, Near, NearAnswer, NearAnswers, State, Which};
pub use formats::{IMPORTERS, Understood, importer, read};
pub use importer::{Given, Importer, MOST_BYTES, Unusable};
pub use report::{Remark, Report, Spot, Weight};
pub use settled::Part;

//! Handing a plan out: [`Programme`] is what is handed out, in plain data; each exporter turns it into files of one
//! format; [`export`] does both.
//!
//! What comes in from elsewhere is read in [`incoming`].
//!
//! To add a format: a file with an [`Exporter`] in it, and its line in [`EXPORTERS`].

mod address;
pub mod arriving;
mod carried;
mod changes;
mod csv;
mod details;
mod dismissed;
mod distinct;
mod docx;
pub mod drawing;
mod encoding;
pub mod errors;
mod everything;
mod export;
mod exporter;
mod file_names;
mod formats;
mod handout;
mod html;
mod ics;
mod identity;
pub mod incoming;
mod json;
mod layout;
mod logo;
mod mail;
pub mod notice;
mod pages;
mod paper;
mod papers;
mod pdf;
mod plain;
mod png;
pub mod programme;
mod progress;
mod real_times;
mod reserved;
mod schedule;
mod schedule_json;
mod schedule_xml;
mod selection;
mod sittings;
mod split;
mod statistics;
mod svg;
mod table;
mod weeks;
mod words;
mod xlsx;

pub use everything::export_all;
pub use export::{export, first_file, preview};
pub use exporter::{Exporter, Material, Medium, Part, Request};
pub use file_names::{file_stem, joined_stem};
pub use formats::{EXPORTERS, exporter};
pub use handout::{Handout, NotWritten, Target, write_files};
pub use layout::{Layout, Orientation, Paper, ParsePictureSizeError, PictureSize};
pub use logo::{LogoError, USUAL_INK, logo, logo_flaw};
pub use programme::Programme;
pub use progress::{ExportError, Loss, Progress};
pub use selection::{Selection, Split, delegate_name, delegations, whose};
pub use statistics::{Findings, Statistics, severity_word};
pub use words::Words;

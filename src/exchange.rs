//! Handing a plan out: [`Programme`] is what is handed out, in plain data; each exporter turns it into files of one
//! format; [`export`] does both.
//!
//! To add a format: a file with an [`Exporter`] in it, and its line in [`EXPORTERS`].

mod address;
mod csv;
mod details;
mod docx;
pub mod drawing;
mod everything;
mod exporter;
mod file_names;
mod handout;
mod html;
mod ics;
mod identity;
mod json;
mod pages;
mod pdf;
mod plain;
mod png;
pub mod programme;
mod request;
mod schedule;
mod schedule_json;
mod schedule_xml;
mod selection;
mod split;
mod statistics;
mod svg;
mod table;
mod words;
mod xlsx;

use chrono::{DateTime, Utc};

use crate::model::Plan;
use file_names::{Names, joined_stem};

pub use everything::export_all;
pub use exporter::{ExportError, Exporter, Material, Medium, Part, Progress};
pub use file_names::file_stem;
pub use handout::{Handout, NotWritten, Target, write_files};
pub use programme::Programme;
pub use request::{Layout, NoSize, Orientation, Paper, PictureSize, Request};
pub use selection::{Selection, Split};
pub use statistics::{Findings, Statistics, severity_word};
pub use words::Words;

/// Every format, in the order in which they are offered.
pub const EXPORTERS: [&Exporter; 11] = [
    &html::EXPORTER,
    &pdf::EXPORTER,
    &docx::EXPORTER,
    &xlsx::EXPORTER,
    &csv::EXPORTER,
    &ics::EXPORTER,
    &schedule_xml::EXPORTER,
    &schedule_json::EXPORTER,
    &svg::EXPORTER,
    &png::EXPORTER,
    &json::EXPORTER,
];

/// The exporter of this name.
#[must_use]
pub fn exporter(name: &str) -> Option<&'static Exporter> {
    EXPORTERS.into_iter().find(|exporter| exporter.name == name)
}

/// Makes what is asked for: one file, or several where it is split or has a file for each page. `made` is the moment
/// that is printed on it.
///
/// # Errors
/// [`ExportError`], and no file at all.
pub fn export(
    plan: &Plan,
    request: &Request,
    made: DateTime<Utc>,
    progress: &Progress,
) -> Result<Vec<Handout>, ExportError> {
    let exporter = request.exporter;
    request.check_layout()?;
    let title = plan.header().title.get(plan.header().language);
    let mut names = Names::default();
    let mut files = Vec::new();
    let portions = split::portions(plan, request);
    progress.expect(portions.len());
    for portion in portions {
        let programme = Programme::new(plan, &request.wish(&portion.selection, made));
        progress.step()?;
        // Of many files the empty ones are left out; a single one that is empty is a mistake, unless the plan is.
        if programme.entries.is_empty() && request.split.is_some() {
            continue;
        }
        if programme.entries.is_empty() && !request.selection.is_everything() {
            return Err(ExportError::Nothing);
        }
        for part in (exporter.write)(
            &Material { programme: &programme, request, selection: &portion.selection, plan },
            progress,
        )? {
            let stem = joined_stem(&[title, &portion.name, &part.name]);
            files.push(Handout { name: names.free(&stem, exporter.extension), bytes: part.bytes });
        }
    }
    if files.is_empty() { Err(ExportError::Nothing) } else { Ok(files) }
}

/// The pages of what is asked for, as far as its format has any: what a preview shows. Of a request that is split, the
/// first portion that is not empty.
///
/// # Errors
/// [`ExportError`] as in [`export`].
pub fn preview(plan: &Plan, request: &Request, made: DateTime<Utc>) -> Result<Vec<drawing::Page>, ExportError> {
    request.check_layout()?;
    for portion in split::portions(plan, request) {
        let programme = Programme::new(plan, &request.wish(&portion.selection, made));
        if !programme.entries.is_empty() {
            let material = Material { programme: &programme, request, selection: &portion.selection, plan };
            return pages::compose(&material, pages::Sheet::of(&material), &Progress::default());
        }
    }
    Err(ExportError::Nothing)
}

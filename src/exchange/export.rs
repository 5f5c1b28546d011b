//! From a plan to files, or to the pages that show what they will be.

use chrono::{DateTime, Utc};

use crate::model::Plan;

use super::exporter::{Material, Request};
use super::file_names::{Names, joined_stem};
use super::handout::Handout;
use super::programme::Programme;
use super::progress::{ExportError, Progress};
use super::{drawing, pages, split};

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
            let stem = joined_stem(&[title, exporter.file_part(request.layout), &portion.name, &part.name]);
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
pub fn preview(
    plan: &Plan,
    request: &Request,
    made: DateTime<Utc>,
    progress: &Progress,
) -> Result<Vec<drawing::Page>, ExportError> {
    request.check_layout()?;
    for portion in split::portions(plan, request) {
        let programme = Programme::new(plan, &request.wish(&portion.selection, made));
        if !programme.entries.is_empty() {
            let material = Material { programme: &programme, request, selection: &portion.selection, plan };
            return pages::compose(&material, pages::Sheet::of(&material), progress);
        }
    }
    Err(ExportError::Nothing)
}

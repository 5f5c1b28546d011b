//! From a plan to files, or to the pages that show what they will be.

use chrono::{DateTime, Utc};

use crate::check::Checker;
use crate::model::Plan;

use super::exporter::{Material, Medium, Request};
use super::file_names::{Names, joined_stem};
use super::handout::Handout;
use super::layout::Layout;
use super::logo::logo_flaw;
use super::programme::Programme;
use super::progress::{ExportError, Loss, Progress};
use super::selection::{Selection, Split};
use super::split::{Portion, portions};
use super::{drawing, pages};

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
    let work = Work::new(plan, request, made)?;
    // What is data only shows no mark.
    if !request.exporter.layouts.is_empty() {
        progress.lose(Loss { logo: logo_flaw(plan.header()), ..Loss::default() });
    }
    let mut files = Vec::new();
    let mut names = Names::default();
    progress.expect(work.portions.len());
    work.each(|portion, material| {
        progress.step()?;
        files.extend(work.files(portion, material, &mut names, progress)?);
        Ok(None::<()>)
    })?;
    Ok(files)
}

/// The first file of what is asked for: what a preview shows of a format without pages.
///
/// # Errors
/// [`ExportError`] as in [`export`].
pub fn first_file(
    plan: &Plan,
    request: &Request,
    made: DateTime<Utc>,
    progress: &Progress,
) -> Result<Handout, ExportError> {
    let work = Work::new(plan, request, made)?;
    let file = work.each(|portion, material| {
        Ok(work.files(portion, material, &mut Names::default(), progress)?.into_iter().next())
    })?;
    file.ok_or(ExportError::Nothing)
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
    let work = Work::new(plan, request, made)?;
    progress.lose(Loss { logo: logo_flaw(plan.header()), ..Loss::default() });
    let pages = work.each(|_, material| pages::compose(material, pages::Sheet::of(material), progress).map(Some))?;
    pages.ok_or(ExportError::Nothing)
}

/// A request with what it falls into.
struct Work<'a> {
    plan: &'a Plan,
    request: Request,
    made: DateTime<Utc>,
    portions: Vec<Portion>,
    /// The rules, asked once, for formats that print what they report.
    checker: Option<Checker>,
}

impl<'a> Work<'a> {
    fn new(plan: &'a Plan, request: &Request, made: DateTime<Utc>) -> Result<Self, ExportError> {
        request.check_layout()?;
        let mut request = request.clone();
        if request.exporter.medium == Medium::Plan {
            (request.selection, request.split) = (Selection::default(), None);
        }
        let portions = portions(plan, &request);
        if portions.is_empty() {
            // Days are those of what is chosen; everything else is there or not.
            let of_plan = request.split.filter(|split| *split != Split::Day);
            return Err(
                of_plan.map_or(ExportError::Nothing, |split| ExportError::NothingToSplit { split: split.name() })
            );
        }
        let checker = (request.exporter.with_findings && request.is_internal).then(|| Checker::new(plan));
        Ok(Self { plan, request, made, portions, checker })
    }

    /// Calls `make` with each portion until it answers with something. Portions in which there is nothing are left out;
    /// a single one is a mistake, and so are those of which nothing is left.
    fn each<T>(
        &self,
        mut make: impl FnMut(&Portion, &Material<'_>) -> Result<Option<T>, ExportError>,
    ) -> Result<Option<T>, ExportError> {
        let mut empty = None;
        let mut is_made = false;
        for portion in &self.portions {
            let wish = self.request.wish(&portion.selection, self.made, self.checker.as_ref());
            let programme = Programme::new(self.plan, &wish);
            let (request, selection) = (&self.request, &portion.selection);
            let material = Material { programme: &programme, request, selection, plan: self.plan };
            match has_content(&material).and_then(|()| make(portion, &material)) {
                Ok(Some(answer)) => return Ok(Some(answer)),
                Ok(None) => is_made = true,
                Err(error) if error.is_for_want_of_content() => empty = Some(error),
                Err(error) => return Err(error),
            }
        }
        empty.filter(|_| !is_made).map_or(Ok(None), Err)
    }

    fn files(
        &self,
        portion: &Portion,
        material: &Material<'_>,
        names: &mut Names,
        progress: &Progress,
    ) -> Result<Vec<Handout>, ExportError> {
        let (exporter, header) = (self.request.exporter, self.plan.header());
        let title = header.title.get(header.language);
        let parts = (exporter.write)(material, progress)?.into_iter().map(|part| {
            let stem = joined_stem(&[title, exporter.file_part(self.request.layout), &portion.name, &part.name]);
            Handout::new(names.free(&stem, exporter.extension), part.bytes)
        });
        Ok(parts.collect())
    }
}

/// Whether there is something to hand out. A plan in which nothing is placed yet is not wrong, a choice of nothing is.
fn has_content(material: &Material<'_>) -> Result<(), ExportError> {
    let Material { programme, request, selection, .. } = material;
    let exporter = request.exporter;
    match request.layout {
        layout if !exporter.layouts.contains(&layout) => {}
        Layout::Statements | Layout::PodiumList | Layout::SpeakerCards if programme.statements.is_empty() => {
            return Err(ExportError::NoStatements);
        }
        Layout::Agendas if !programme.has_items() => return Err(ExportError::NoItems),
        _ => {}
    }
    let has_events = exporter.with_events && selection.is_of_whole_events() && !programme.events.is_empty();
    let is_nothing = programme.entries.is_empty() && !selection.is_everything() && !has_events;
    if is_nothing { Err(ExportError::Nothing) } else { Ok(()) }
}

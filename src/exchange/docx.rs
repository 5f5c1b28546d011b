//! Word documents: the time management plan as ITU conferences hand it out, the speaking list, and the papers.
//!
//! The markup (ECMA-376, part 1) is written here, in the order that its schema asks for, because what makes a
//! document one that others can work in has to be in it: headings, languages of texts, directions, heads of tables that
//! are repeated. The same plan gives the same bytes.

mod grid;
mod markup;
mod notice;
mod package;
mod paper;
mod sheet;
mod statements;
mod styles;

use maud::html;

use super::exporter::{Exporter, Material, Medium, Part};
use super::layout::Layout;
use super::papers::{self, meetings};
use super::progress::{ExportError, Progress};
use crate::texts::tid;
use markup::Writer;
pub(super) use notice::notice;

/// The plan and the list that offices work on, and all papers.
const LAYOUTS: [Layout; Layout::PAPERS.len() + 2] = Layout::with_papers([Layout::Grid, Layout::Statements]);

/// DOCX, Office Open XML.
pub const EXPORTER: Exporter = Exporter {
    name: "docx",
    label: tid("format-docx"),
    extension: "docx",
    content: "",
    layouts: &LAYOUTS,
    medium: Medium::Paper,
    shown_as: Some(&super::pdf::EXPORTER),
    with_findings: false,
    with_events: false,
    write,
};

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let programme = material.programme;
    let writer = Writer::new(programme);
    let sheet = sheet::Sheet::new(material.request);
    let label = |id: &'static str| programme.labels.text(id);
    progress.expect(programme.entries.len());
    let (name, body) = match material.request.layout {
        Layout::Statements => (label(tid("handout-speaking-list")), statements::lists(&writer, &sheet)),
        Layout::Grid => {
            let grids = grid::grids(&writer, &sheet);
            progress.step()?;
            let meetings = paper::pieces(&writer, &sheet, &meetings::pieces(programme));
            (label(tid("handout-plan-grid")), html! { (grids) @for piece in &meetings { (piece) } })
        }
        _ => {
            let paper = papers::paper(material)?;
            progress.step()?;
            let body = paper::body(&writer, &sheet, &paper);
            (paper.title, body)
        }
    };
    let is_document = matches!(material.request.layout, Layout::Grid | Layout::Statements);
    let document = package::Document {
        body: html! { (sheet::title_block(&writer, &sheet, &name, is_document)) (body) },
        header: sheet::header(&writer, &sheet, &name),
        footer: sheet::footer(&writer, &sheet),
    };
    let bytes = package::pack(&writer, &sheet, document);
    Ok(Part::only(bytes.map_err(|why| failed(&why))?))
}

/// The archive can not be written.
fn failed(why: &zip::result::ZipError) -> ExportError {
    ExportError::Failed { format: "DOCX", why: why.to_string() }
}

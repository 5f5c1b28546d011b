//! Word documents: the time management plan as ITU conferences hand it out, and the speaking list.
//!
//! The markup (ECMA-376, part 1) is written here, in the order that its schema asks for, because what makes a
//! document one that others can work in has to be in it: headings, languages of texts, directions, heads of tables that
//! are repeated. The same plan gives the same bytes.

mod grid;
mod markup;
mod meeting;
mod notice;
mod package;
mod sheet;
mod statements;
mod styles;

use maud::html;

use super::exporter::{Exporter, Material, Medium, Part};
use super::layout::Layout;
use super::progress::{ExportError, Progress};
use crate::texts::tid;
use markup::Writer;
pub(super) use notice::notice;

/// DOCX, Office Open XML.
pub const EXPORTER: Exporter = Exporter {
    name: "docx",
    label: tid("format-docx"),
    extension: "docx",
    content: "",
    layouts: &[Layout::Grid, Layout::Statements],
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
    let is_list = material.request.layout == Layout::Statements;
    let name = if is_list { tid("handout-speaking-list") } else { tid("handout-plan-grid") };
    let name = programme.labels.each(|texts| texts.text(name).to_owned());
    progress.expect(programme.entries.len());
    let body = if is_list {
        statements::lists(&writer, &sheet)
    } else {
        let grids = grid::grids(&writer, &sheet);
        let meetings = meeting::meetings(&writer, &sheet, progress)?;
        html! { (grids) (meetings) }
    };
    let document = package::Document {
        body: html! { (sheet::title_block(&writer, &name)) (body) },
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

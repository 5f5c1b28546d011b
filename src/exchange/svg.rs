//! SVG: a layout as drawings, for web pages and posters.

use super::drawing::svg::svg;
use super::exporter::{ExportError, Exporter, Material, Part, Progress};
use super::pages::{self, PICTURES, Sheet};
use crate::texts::tid;

/// SVG 1.1, with letters as outlines, so that it looks the same everywhere.
pub const EXPORTER: Exporter = Exporter {
    name: "svg",
    label: tid("format-svg"),
    extension: "svg",
    layouts: &PICTURES,
    with_findings: false,
    write,
};

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let pages = pages::compose(material, Sheet::picture(material), progress)?;
    progress.expect(pages.len());
    pages::parts(&pages, |page| {
        progress.step()?;
        Ok(svg(page).into_bytes())
    })
}

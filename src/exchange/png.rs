//! PNG: a layout as pictures.

use super::drawing::png::png;
use super::exporter::{ExportError, Exporter, Material, Part, Progress};
use super::pages::{self, PICTURES, Sheet};
use crate::texts::tid;

/// PNG, a pixel for each unit of the size that is asked for.
pub const EXPORTER: Exporter = Exporter {
    name: "png",
    label: tid("format-png"),
    extension: "png",
    layouts: &PICTURES,
    with_findings: false,
    write,
};

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let pages = pages::compose(material, Sheet::picture(material), progress)?;
    progress.expect(pages.len());
    pages::parts(&pages, |page| {
        progress.step()?;
        png(page, 1.0).map_err(|why| ExportError::Failed { format: "PNG", why: why.to_string() })
    })
}

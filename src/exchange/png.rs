//! PNG: a layout as pictures.

use super::drawing::DrawingError;
use super::drawing::png::png;
use super::exporter::{Exporter, Material, Medium, Part};
use super::pages::{self, PICTURES};
use super::progress::{ExportError, Progress};
use crate::texts::tid;

/// PNG, a pixel for each unit of the size that is asked for.
pub const EXPORTER: Exporter = Exporter {
    name: "png",
    label: tid("format-png"),
    extension: "png",
    content: "",
    layouts: &PICTURES,
    medium: Medium::Picture,
    shown_as: None,
    with_findings: false,
    with_events: false,
    write,
};

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let failed = |why: DrawingError| ExportError::Drawing { format: "PNG", why };
    pages::pictures(material, progress, |page| png(page, 1.0).map_err(failed))
}

//! SVG: a layout as drawings, for web pages and posters.

use super::drawing::svg::svg;
use super::exporter::{Exporter, Material, Medium, Part};
use super::pages::{self, PICTURES};
use super::progress::{ExportError, Progress};
use crate::texts::tid;

/// SVG 1.1, with letters as outlines, so that it looks the same everywhere.
pub const EXPORTER: Exporter = Exporter {
    name: "svg",
    label: tid("format-svg"),
    extension: "svg",
    content: "",
    layouts: &PICTURES,
    medium: Medium::Picture,
    shown_as: None,
    with_findings: false,
    with_events: false,
    write,
};

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    pages::pictures(material, progress, |page| Ok(svg(page).into_bytes()))
}

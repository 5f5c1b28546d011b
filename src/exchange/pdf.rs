//! PDF: every layout as printed pages.

use super::drawing::pdf::{About, pdf};
use super::exporter::{Exporter, Material, Medium, Part};
use super::layout::Layout;
use super::pages::{self, Sheet};
use super::progress::{ExportError, Progress};
use crate::texts::tid;

/// PDF, tagged, with its fonts in it.
pub const EXPORTER: Exporter = Exporter {
    name: "pdf",
    label: tid("format-pdf"),
    extension: "pdf",
    content: "",
    layouts: &Layout::PAGES,
    medium: Medium::Paper,
    shown_as: None,
    with_findings: false,
    with_events: false,
    write,
};

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let pages = pages::compose(material, Sheet::of(material), progress)?;
    let programme = material.programme;
    let about = About {
        title: programme.title.joined().into_owned(),
        language: programme.language(),
        creator: concat!("Plenary ", env!("CARGO_PKG_VERSION")).to_owned(),
        date: programme.made,
    };
    let bytes = pdf(&pages, &about).map_err(|why| ExportError::Drawing { format: "PDF", why })?;
    Ok(Part::only(bytes))
}

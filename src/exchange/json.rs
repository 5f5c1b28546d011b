//! JSON of the whole plan, for scripts: the words of the plan file.

use super::exporter::{Exporter, Material, Medium, Part};
use super::progress::{ExportError, Progress};
use crate::store;
use crate::texts::tid;

/// JSON.
pub const EXPORTER: Exporter = Exporter {
    name: "json",
    label: tid("format-json"),
    extension: "json",
    content: "plan",
    layouts: &[],
    medium: Medium::Plan,
    shown_as: None,
    with_findings: false,
    with_events: false,
    write,
};

fn write(material: &Material<'_>, _progress: &Progress) -> Result<Vec<Part>, ExportError> {
    Ok(Part::only(store::plan_json(material.plan)))
}

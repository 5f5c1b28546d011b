//! Every format that plans are handed out in.

use super::exporter::Exporter;
use super::{csv, docx, html, ics, json, mail, pdf, png, schedule_json, schedule_xml, svg, xlsx};

/// Every format, in the order in which they are offered.
pub const EXPORTERS: [&Exporter; 12] = [
    &html::EXPORTER,
    &pdf::EXPORTER,
    &docx::EXPORTER,
    &xlsx::EXPORTER,
    &csv::EXPORTER,
    &ics::EXPORTER,
    &mail::EXPORTER,
    &schedule_xml::EXPORTER,
    &schedule_json::EXPORTER,
    &svg::EXPORTER,
    &png::EXPORTER,
    &json::EXPORTER,
];

/// The exporter of this name.
#[must_use]
pub fn exporter(name: &str) -> Option<&'static Exporter> {
    EXPORTERS.into_iter().find(|exporter| exporter.name == name)
}

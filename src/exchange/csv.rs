//! Comma-separated values: a row for each session, those in the tray last, for each statement, or for each item of an agenda.

use super::exporter::{Exporter, Material, Medium, Part};
use super::layout::Layout;
use super::progress::{ExportError, Progress};
use super::table::{self, Cell};
use crate::texts::tid;

/// CSV as RFC 4180 has it, UTF-8 with a byte-order mark, without which Excel takes it for another encoding.
pub const EXPORTER: Exporter = Exporter {
    name: "csv",
    label: tid("format-csv"),
    extension: "csv",
    content: "",
    layouts: &[Layout::Programme, Layout::Statements, Layout::Agendas],
    medium: Medium::Data,
    shown_as: None,
    with_findings: false,
    with_events: false,
    write,
};

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let failed = |why: &dyn std::fmt::Display| ExportError::Failed { format: "CSV", why: why.to_string() };
    let programme = material.programme;
    let table = match material.request.layout {
        Layout::Statements => table::statements(programme),
        Layout::Agendas => table::items(programme),
        _ => table::sessions_and_waiting(programme),
    };
    let mut writer =
        ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec());
    writer
        .write_record(table.columns.iter().map(|column| column.head.joined().into_owned()))
        .map_err(|e| failed(&e))?;
    progress.expect(table.rows.len());
    for row in &table.rows {
        writer.write_record(row.iter().map(text)).map_err(|e| failed(&e))?;
        progress.step()?;
    }
    Ok(Part::only(writer.into_inner().map_err(|e| failed(&e))?))
}

/// A cell as text that every spreadsheet reads as what it is and that none runs as a formula.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => table::defused(text),
        Cell::Number(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Day(date) => date.to_string(),
        Cell::Clock(time) | Cell::EndClock(time) => time.clock(),
        Cell::Seconds(secs) => format!("{}:{:02}:{:02}", secs / 3600, secs / 60 % 60, secs % 60),
        Cell::Minutes(mins) => format!("{}:{:02}", mins / 60, mins % 60),
        Cell::Link(address) => address.clone(),
    }
}

//! Comma-separated values: a row for each session, those in the tray last, for each statement, or for each item of an agenda.

use super::carried::carried;
use super::exporter::{Exporter, Material, Medium, Part};
use super::layout::Layout;
use super::progress::{ExportError, Progress};
use super::table;
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
    // Sessions come back with what was changed in them.
    let (heads, carried) = match material.request.layout {
        Layout::Statements | Layout::Agendas => (Vec::new(), Vec::new()),
        _ => {
            let placed = programme.entries.iter().map(|entry| entry.id);
            let ids = placed.chain(programme.tray().iter().map(|waiting| waiting.id)).collect();
            carried(material, &[(&table, ids)])
        }
    };
    let own_heads = table.columns.iter().map(|column| column.head.joined().into_owned());
    writer.write_record(own_heads.chain(heads)).map_err(|e| failed(&e))?;
    progress.expect(table.rows.len());
    for (place, row) in table.rows.iter().enumerate() {
        let more = carried.get(place).into_iter().flatten().map(|cell| table::defused(cell));
        writer.write_record(row.iter().map(table::plain).chain(more)).map_err(|e| failed(&e))?;
        progress.step()?;
    }
    Ok(Part::only(writer.into_inner().map_err(|e| failed(&e))?))
}

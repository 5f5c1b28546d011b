//! Workbooks: all sessions, a sheet for each day, and what belongs to them, in cells that a spreadsheet can sort and
//! reckon with.

mod look;
mod names;
mod sheet;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use super::carried::carried;
use super::exporter::{Exporter, Material, Medium, Part};
use super::programme::Programme;
use super::progress::{ExportError, Progress};
use super::table::{self, Cell, Column, Table};
use super::words::Words;
use crate::texts::tid;
use look::{Look, RowLook};
use names::SheetNames;

/// XLSX, Office Open XML (ECMA-376).
pub const EXPORTER: Exporter = Exporter {
    name: "xlsx",
    label: tid("format-xlsx"),
    extension: "xlsx",
    content: "",
    layouts: &[],
    medium: Medium::Paper,
    shown_as: Some(&super::csv::EXPORTER),
    with_findings: true,
    with_events: true,
    write,
};

/// The sheet of what is carried besides what people read.
const CARRIED_SHEET: &str = "Plenary";

fn write(material: &Material<'_>, progress: &Progress) -> Result<Vec<Part>, ExportError> {
    let tables = tables(material);
    progress.expect(tables.len());
    let failed = |why: XlsxError| ExportError::Failed { format: "XLSX", why: why.to_string() };
    let programme = material.programme;
    let mut workbook = Workbook::new();
    // The moment of creation is the only one that is stamped; with it fixed, the same plan gives the same bytes.
    let properties = DocProperties::new()
        .set_title(sheet::clean(&programme.title.joined()))
        .set_subject(sheet::clean(&programme.release_words().joined()))
        .set_creation_datetime(&programme.made);
    workbook.set_properties(&properties);
    let mut look = Look::default();
    let mut names = SheetNames::default();
    for (name, table, rows) in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(names.free(&name)).map_err(failed)?;
        sheet::fill(sheet, &table, &rows, &mut look).map_err(failed)?;
        sheet::set_page(sheet, material).map_err(failed)?;
        progress.step()?;
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(names.free(CARRIED_SHEET)).map_err(failed)?.set_hidden(true);
    sheet::fill_plain(sheet, &carried_table(material)).map_err(failed)?;
    Ok(Part::only(workbook.save_to_buffer().map_err(failed)?))
}

/// A workbook of one sheet.
///
/// # Errors
/// [`ExportError::Failed`] where it can not be written.
pub(super) fn workbook(table: &Table, programme: &Programme) -> Result<Vec<u8>, ExportError> {
    let failed = |why: XlsxError| ExportError::Failed { format: "XLSX", why: why.to_string() };
    let mut workbook = Workbook::new();
    let properties =
        DocProperties::new().set_title(sheet::clean(&programme.title.joined())).set_creation_datetime(&programme.made);
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(SheetNames::default().free(table.name.first())).map_err(failed)?;
    sheet::fill(sheet, table, &[], &mut Look::default()).map_err(failed)?;
    workbook.save_to_buffer().map_err(failed)
}

/// Every sheet: its name, what is in it, and how its rows look.
fn tables(material: &Material<'_>) -> Vec<(String, Table, Vec<RowLook>)> {
    let programme = material.programme;
    let named = |table: Table, rows: Vec<RowLook>| (table.name.first().to_owned(), table, rows);
    let mut tables = vec![named(table::sessions(programme), RowLook::of_entries(programme.entries.iter()))];
    for day in &programme.days {
        let entries = programme.entries_on(day);
        let name = programme.labels.day_short(day.date).first().to_owned();
        tables.push((name, table::of_entries(programme, entries.clone()), RowLook::of_entries(entries)));
    }
    if !programme.tray().is_empty() {
        tables.push(named(table::waiting(programme), programme.tray().iter().map(RowLook::of_waiting).collect()));
    }
    tables.push(named(table::events(programme), Vec::new()));
    tables.push(named(table::rooms(programme), Vec::new()));
    tables.push(named(table::people(programme), Vec::new()));
    if programme.has_items() {
        tables.push(named(table::items(programme), Vec::new()));
    }
    if !programme.statements.is_empty() {
        tables.push(named(table::statements(programme), Vec::new()));
    }
    let lists = [table::catering(programme), table::name_plates(programme), table::badges(programme)];
    tables.extend(lists.into_iter().filter(|list| !list.rows.is_empty()).map(|list| named(list, Vec::new())));
    if programme.is_internal {
        tables.push(named(table::findings(programme), Vec::new()));
    }
    tables
}

/// The sheet that nobody reads: by it the workbook comes back with what was changed in it.
fn carried_table(material: &Material<'_>) -> Table {
    let programme = material.programme;
    let (placed, waiting) = (table::sessions(programme), table::waiting(programme));
    let ids = programme.entries.iter().map(|entry| entry.id).collect();
    let waiting_ids = programme.tray().iter().map(|waiting| waiting.id).collect();
    let (heads, rows) = carried(material, &[(&placed, ids), (&waiting, waiting_ids)]);
    let language = programme.language();
    let column = |head: &String| Column { head: Words::one(language, head), width: 12 };
    let cell = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
    let rows = rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    Table { name: Words::one(language, CARRIED_SHEET), columns: heads.iter().map(column).collect(), rows }
}

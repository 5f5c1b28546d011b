//! Workbooks of Office Open XML and their binary form, read by calamine: cell by cell, so that no corner far away makes
//! a table large.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader as _, SheetVisible, Xlsb, Xlsx};

use super::parts::{Parts, packed};
use super::room::{Growing, MOST_SHEETS, Room};
use super::{Sheet, serial};
use crate::exchange::incoming::grid::Unread;

/// Reads the parts of a workbook.
///
/// # Errors
/// It is none, or too large.
pub fn read(parts: &Parts) -> Result<Vec<Sheet>, Unread> {
    let archive = Cursor::new(packed(parts)?);
    if parts.contains_key("xl/workbook.bin") {
        return binary(archive);
    }
    let mut workbook = Xlsx::new(archive).map_err(|_| Unread::Broken)?;
    let tables = workbook.sheets_metadata().to_vec();
    let mut room = Room::default();
    let mut sheets = Vec::new();
    for table in tables.iter().filter(|table| table.typ == calamine::SheetType::WorkSheet).take(MOST_SHEETS) {
        let mut growing = Growing::new(&table.name);
        growing.hide(table.visible != SheetVisible::Visible);
        let Ok(mut cells) = workbook.worksheet_cells_reader(&table.name) else { continue };
        while let Some(cell) = cells.next_cell().map_err(|_| Unread::Broken)? {
            let (row, column) = cell.get_position();
            growing.put(&mut room, (row as usize, column as usize), text(cell.get_value()))?;
        }
        drop(cells);
        for joined in workbook.merge_cells_by_sheet_name(&table.name).unwrap_or_default() {
            let (begin, end) = (joined.start, joined.end);
            let size = (end.0.saturating_sub(begin.0) + 1, end.1.saturating_sub(begin.1) + 1);
            growing.join((begin.0 as usize, begin.1 as usize), (size.0 as usize, size.1 as usize));
        }
        sheets.push(growing.done()?);
    }
    Ok(sheets)
}

fn binary(archive: Cursor<Vec<u8>>) -> Result<Vec<Sheet>, Unread> {
    let mut workbook = Xlsb::new(archive).map_err(|_| Unread::Broken)?;
    let tables = workbook.sheets_metadata().to_vec();
    let mut room = Room::default();
    let mut sheets = Vec::new();
    for table in tables.iter().take(MOST_SHEETS) {
        let mut growing = Growing::new(&table.name);
        growing.hide(table.visible != SheetVisible::Visible);
        let Ok(mut cells) = workbook.worksheet_cells_reader(&table.name) else { continue };
        while let Some(cell) = cells.next_cell().map_err(|_| Unread::Broken)? {
            let (row, column) = cell.get_position();
            growing.put(&mut room, (row as usize, column as usize), text(cell.get_value()))?;
        }
        sheets.push(growing.done()?);
    }
    Ok(sheets)
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => of_data(&Data::from(other.clone())),
    }
}

/// A value as people write it.
pub fn of_data(value: &Data) -> String {
    match value {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => serial::number(*number),
        Data::Bool(is_so) => if *is_so { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(time) => of_time(*time),
        // What went wrong in a formula is shown, and not understood.
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

fn of_time(time: ExcelDateTime) -> String {
    let value = time.as_f64();
    let read = if time.is_duration() { serial::length(value) } else { serial::moment(value) };
    read.unwrap_or_else(|| serial::number(value))
}

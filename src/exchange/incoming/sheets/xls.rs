//! Workbooks of Excel 97. calamine reads them in one piece, so first it is looked where their cells lie.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader as _, SheetVisible, Xls};

use super::Sheet;
use super::room::{Growing, MOST_SHEETS, Room};
use super::xlsx::of_data;
use crate::exchange::incoming::grid::{MOST_ROWS, Unread};

/// A longer one is not read.
const MOST_BYTES: usize = 16 << 20;
/// The last row and the last column in which something may stand, all tables together as if they were one.
const MOST_AREA: usize = 8_000_000;

/// Reads such a workbook.
///
/// # Errors
/// It is none, or too large.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Unread> {
    if bytes.len() > MOST_BYTES {
        return Err(Unread::TooLong);
    }
    if area(&stream(bytes).ok_or(Unread::Unknown)?) > MOST_AREA {
        return Err(Unread::Swollen);
    }
    // Its format is so full of offsets that a reader may stumble; then the file is broken.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|_| Unread::Broken)?;
        let tables = workbook.sheets_metadata().to_vec();
        let mut room = Room::default();
        let mut sheets = Vec::new();
        for table in tables.iter().take(MOST_SHEETS) {
            let Ok(range) = workbook.worksheet_range(&table.name) else { continue };
            let mut growing = Growing::new(&table.name);
            growing.hide(table.visible != SheetVisible::Visible);
            let (row, column) = range.start().unwrap_or_default();
            for (below, behind, value) in range.used_cells() {
                let at = (row as usize + below, column as usize + behind);
                growing.put(&mut room, at, of_data(value))?;
            }
            sheets.push(growing.done()?);
        }
        Ok(sheets)
    }));
    read.unwrap_or(Err(Unread::Broken))
}

/// How many cells all tables would have if each reached as far as its last one.
fn area(stream: &[u8]) -> usize {
    let (mut sum, mut last) = (0_usize, (0_usize, 0_usize));
    let mut rest = stream;
    while let [kind_low, kind_high, size_low, size_high, more @ ..] = rest {
        let kind = u16::from_le_bytes([*kind_low, *kind_high]);
        let size = usize::from(u16::from_le_bytes([*size_low, *size_high]));
        let Some(content) = more.get(..size) else { break };
        rest = &more[size..];
        match kind {
            // Where a table begins.
            0x0809 | 0x0409 | 0x0209 | 0x0009 => {
                sum = sum.saturating_add((last.0 + 1) * (last.1 + 1));
                last = (0, 0);
            }
            // Numbers, texts, truths, formulas; all begin with row and column.
            0x0006
            | 0x0203
            | 0x0204
            | 0x0205
            | 0x027e
            | 0x00fd
            | 0x00be
            | 0x00bd
            | 0x00d6
            | 0x0406
            | 0x0003..=0x0005 => {
                if let [row_low, row_high, column_low, column_high, ..] = content {
                    let row = usize::from(u16::from_le_bytes([*row_low, *row_high]));
                    let column = usize::from(u16::from_le_bytes([*column_low, *column_high]));
                    last = (last.0.max(row), last.1.max(column.min(255)));
                }
            }
            _ => {}
        }
    }
    sum.saturating_add((last.0 + 1) * (last.1 + 1))
}

/// The stream that is the workbook, out of its compound file ([MS-CFB]); `None` where there is none.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let word = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let shift = u16::from_le_bytes(bytes.get(30..32)?.try_into().ok()?);
    let size = 1_usize << Some(shift).filter(|shift| (7..=12).contains(shift))?;
    let sector = |number: u32| {
        bytes.get((number as usize).checked_add(1)?.checked_mul(size)?..).map(|rest| &rest[..rest.len().min(size)])
    };
    let numbers =
        |part: &[u8]| part.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect::<Vec<u32>>();
    let is_number = |&number: &u32| number < 0xffff_fff8;
    // Which sectors say which one follows which.
    let mut tables: Vec<u32> = numbers(bytes.get(76..512)?);
    let mut more = word(68)?;
    for _ in 0..bytes.len() / size {
        let Some(part) = Some(more).filter(is_number).and_then(sector) else { break };
        let mut listed = numbers(part);
        more = listed.pop()?;
        tables.extend(listed);
    }
    let next: Vec<u32> = tables
        .into_iter()
        .filter(is_number)
        .filter_map(sector)
        .flat_map(numbers)
        .take(bytes.len() / size + size)
        .collect();
    let chain = |first: u32| {
        let mut content = Vec::new();
        let mut at = first;
        while is_number(&at) && content.len() <= bytes.len() {
            let Some(part) = sector(at) else { break };
            content.extend_from_slice(part);
            at = next.get(at as usize).copied().unwrap_or(u32::MAX);
        }
        content
    };
    let folder = chain(word(48)?);
    let entries = folder.as_chunks::<128>().0;
    let is_called = |entry: &[u8; 128], name: &str| {
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.starts_with(&units) && entry[units.len()..units.len() + 2] == [0, 0]
    };
    let entry = entries.iter().find(|entry| is_called(entry, "Workbook") || is_called(entry, "Book"))?;
    let at = |from: usize| Some(u32::from_le_bytes(entry.get(from..from + 4)?.try_into().ok()?));
    let (first, length) = (at(116)?, at(120)? as usize);
    // A short stream lies in small pieces within the first entry; so few bytes hold no harm.
    if length < 4096 {
        return Some(Vec::new()).filter(|_| length > 0);
    }
    let mut content = chain(first);
    content.truncate(length);
    Some(content)
}

const _: () = assert!(MOST_ROWS * 256 <= MOST_AREA, "a table of as many rows as are read is not refused");

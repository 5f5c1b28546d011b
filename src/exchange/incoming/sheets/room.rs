//! The room that tables may take, and rows that grow within it.

use std::collections::BTreeMap;

use super::{GridRow, Joined, Sheet};
use crate::exchange::incoming::grid::{MOST_ROWS, Unread};

/// Columns beyond are left out.
pub const MOST_COLUMNS: usize = 256;
/// So many tables of a file are read.
pub const MOST_SHEETS: usize = 256;
/// So many cells that are joined are remembered.
const MOST_JOINED: usize = 20_000;
/// What stands in a cell beyond so many bytes is left out: what a cell of a workbook can hold, in any letters.
const MOST_BYTES: usize = 128 << 10;

/// What is left of the room for all tables of a file.
pub struct Room {
    cells: usize,
    bytes: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { cells: 4_000_000, bytes: 96 << 20 }
    }
}

/// A table that is being read.
pub struct Growing {
    sheet: Sheet,
    rows: BTreeMap<usize, Vec<String>>,
}

impl Growing {
    /// A table without rows.
    pub fn new(name: &str) -> Self {
        Self { sheet: Sheet { name: name.to_owned(), ..Sheet::default() }, rows: BTreeMap::new() }
    }

    /// Puts a text into a cell, of which row and column are counted from 0.
    ///
    /// # Errors
    /// There is no room for it.
    pub fn put(&mut self, room: &mut Room, (row, column): (usize, usize), mut text: String) -> Result<(), Unread> {
        if text.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            self.sheet.beyond += 1;
            return Ok(());
        }
        if text.len() > MOST_BYTES {
            let end = (0..=MOST_BYTES).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
            text.truncate(end);
        }
        room.bytes = room.bytes.checked_sub(text.len()).ok_or(Unread::TooLong)?;
        if self.rows.len() > MOST_ROWS {
            return Err(Unread::TooManyRows(self.rows.len()));
        }
        let cells = self.rows.entry(row).or_default();
        if cells.len() <= column {
            room.cells = room.cells.checked_sub(column + 1 - cells.len()).ok_or(Unread::TooLong)?;
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        Ok(())
    }

    /// Joins cells: where they begin, counted from 0, and how many rows and columns they are.
    pub fn join(&mut self, (row, column): (usize, usize), size: (usize, usize)) {
        let is_any = size.0.max(size.1) > 1 && column < MOST_COLUMNS;
        if is_any && self.sheet.joined.len() < MOST_JOINED {
            self.sheet.joined.push(Joined { at: (row.saturating_add(1), column), size });
        }
    }

    /// Marks it as hidden.
    pub fn hide(&mut self, is_hidden: bool) {
        self.sheet.is_hidden = is_hidden;
    }

    /// The table.
    pub fn done(self) -> Result<Sheet, Unread> {
        if self.rows.len() > MOST_ROWS {
            return Err(Unread::TooManyRows(self.rows.len()));
        }
        let rows = self.rows.into_iter().map(|(row, cells)| GridRow { number: row.saturating_add(1), cells }).collect();
        Ok(Sheet { rows, ..self.sheet })
    }
}

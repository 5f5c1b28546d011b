//! Files of tables: text with separators, workbooks, documents with tables in them. What they are is told by their bytes,
//! never by their names. Out come [`Sheet`]s of plain text; what they mean is for others to find out.
//!
//! A file is never trusted: what is unpacked, how many cells there are and how deep they lie has limits, formulas are what
//! they last came to, and nothing that a file points to is opened.

mod archive;
mod docx;
mod markup;
mod ods;
mod parts;
mod plain_text;
mod room;
mod serial;
mod xls;
mod xlsx;

use std::fmt;

pub use crate::exchange::encoding::{ENCODINGS, Encoding, encoding_called};
pub use plain_text::SEPARATORS;

use super::grid::{GridRow, Unread};

/// A longer file is not read.
pub const MOST_FILE: u64 = 64 << 20;

/// What a file of tables holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFile {
    /// What it is.
    pub form: Form,
    /// Its tables, in their order; none is empty.
    pub sheets: Vec<Sheet>,
}

/// What a file of tables is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Text in this encoding, with this between its cells.
    Text(Encoding, u8),
    /// Office Open XML, or its binary form.
    Xlsx,
    /// A workbook of Excel 97.
    Xls,
    /// An `OpenDocument` spreadsheet.
    Ods,
    /// A Word document.
    Docx,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty where it has none.
    pub name: String,
    /// Whether its author has hidden it.
    pub is_hidden: bool,
    /// The rows in which something stands, as they are.
    pub rows: Vec<GridRow>,
    /// Cells that are joined into one.
    pub joined: Vec<Joined>,
    /// How many cells lie beyond what is read.
    pub beyond: usize,
}

/// Cells that are joined into one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// Where they begin: the number of the row, from 1, and the column, from 0.
    pub at: (usize, usize),
    /// How many rows and columns.
    pub size: (usize, usize),
}

/// How a text is to be read, where its reader is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextChoices {
    /// Its encoding.
    pub encoding: Option<Encoding>,
    /// What stands between cells.
    pub separator: Option<u8>,
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(encoding, separator) => write!(f, "Text({}, {:?})", encoding.name(), char::from(*separator)),
            Self::Xlsx => f.write_str("Xlsx"),
            Self::Xls => f.write_str("Xls"),
            Self::Ods => f.write_str("Ods"),
            Self::Docx => f.write_str("Docx"),
        }
    }
}

/// Reads a file.
///
/// # Errors
/// [`Unread`], where there is no table in it, or it is too large.
pub fn read(bytes: &[u8], choices: TextChoices) -> Result<SheetFile, Unread> {
    if bytes.len() as u64 > MOST_FILE {
        return Err(Unread::TooLong);
    }
    let (form, mut sheets) = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        archive::read(bytes)?
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        (Form::Xls, xls::read(bytes)?)
    } else {
        plain_text::read(bytes, choices)?
    };
    sheets.retain(|sheet| !sheet.rows.is_empty());
    if sheets.is_empty() {
        return Err(Unread::Nothing);
    }
    Ok(SheetFile { form, sheets })
}

impl Sheet {
    /// Its rows, in which what is joined over several rows stands in each of them: who reads a row needs no other one.
    #[must_use]
    pub fn filled(&self) -> Vec<GridRow> {
        let mut rows = self.rows.clone();
        for joined in self.joined.iter().filter(|joined| joined.size.0 > 1) {
            let (number, column) = joined.at;
            let begin = rows.partition_point(|row| row.number < number);
            let end = rows.partition_point(|row| row.number < number.saturating_add(joined.size.0));
            let text =
                rows.get(begin).filter(|row| row.number == number).and_then(|row| row.cells.get(column)).cloned();
            let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
            for row in rows.get_mut(begin + 1..end).unwrap_or_default() {
                if row.cells.len() <= column {
                    row.cells.resize(column + 1, String::new());
                }
                row.cells[column].clone_from(&text);
            }
        }
        rows
    }
}

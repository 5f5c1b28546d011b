//! A table as text: cells as spreadsheets put them on the clipboard, or values separated by commas.

use std::borrow::Cow;

use crate::texts::{Texts, Value, tid};

/// Cells in rows, cleaned of what no cell should hold; every row has as many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The rows that are not empty.
    pub rows: Vec<GridRow>,
    /// How many cells each has.
    pub width: usize,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// Its place in the table, from 1, empty rows counted.
    pub number: usize,
    /// Its cells: one line each, nothing around it.
    pub cells: Vec<String>,
}

/// Why a text or a file can not be read as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is nothing in it.
    Nothing,
    /// It has more rows than [`MOST_ROWS`].
    TooManyRows(usize),
    /// It is longer than any table that somebody would look through.
    TooLong,
    /// It is no text.
    NoText,
    /// It begins like a file of tables, and is broken.
    Broken,
    /// It would be far larger than it is when it is unpacked.
    Swollen,
    /// It can not be read without its password.
    Locked,
    /// It is a list of items of agendas, not of sessions.
    Items,
    /// It is a file of another sort.
    Unknown,
}

impl Unread {
    /// Why a text that was pasted, or a file, can not be read.
    #[must_use]
    pub fn sentence(self, texts: &Texts, is_file: bool) -> String {
        let id = match (self, is_file) {
            (Self::Nothing, true) => tid("paste-refused-empty-file"),
            (Self::Nothing, false) => tid("paste-refused-nothing"),
            (Self::NoText, true) | (Self::Unknown, _) => tid("paste-refused-unknown"),
            (Self::NoText, false) => tid("paste-refused-picture"),
            (Self::TooLong, true) => tid("paste-refused-long-file"),
            (Self::TooLong, false) => tid("paste-refused-long"),
            (Self::Broken, _) => tid("paste-refused-broken"),
            (Self::Swollen, _) => tid("paste-refused-swollen"),
            (Self::Items, _) => tid("paste-refused-items"),
            (Self::Locked, _) => tid("paste-refused-locked"),
            (Self::TooManyRows(count), _) => {
                let values = [("count", Value::from(count)), ("most", Value::from(MOST_ROWS))];
                return texts.text_with("paste-refused-rows", &values);
            }
        };
        texts.text(id).to_owned()
    }
}

/// A longer table is refused.
pub const MOST_ROWS: usize = 20_000;
/// A longer text is refused, in bytes.
const MOST_BYTES: usize = 8 << 20;
/// Columns beyond are left out.
const MOST_COLUMNS: usize = 128;
/// What stands in a cell beyond so many letters is left out.
const MOST_LETTERS: usize = 2_000;

impl Grid {
    /// Reads a table.
    ///
    /// # Errors
    /// [`Unread`], where there is none, or one too large.
    pub fn read(text: &str) -> Result<Self, Unread> {
        let text = text.trim_start_matches('\u{feff}');
        if text.contains('\0') || text.starts_with("\u{fffd}PNG") {
            return Err(Unread::NoText);
        }
        let lines = text.bytes().filter(|&byte| byte == b'\n').count();
        // Each line more than is allowed may be a break inside a cell, but not all of them.
        if lines > 4 * MOST_ROWS {
            return Err(Unread::TooManyRows(lines + usize::from(!text.ends_with('\n'))));
        }
        if text.len() > MOST_BYTES {
            return Err(Unread::TooLong);
        }
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            // A quotation mark without its other half is an ordinary one.
            .quoting(text.bytes().filter(|&byte| byte == b'"').count() % 2 == 0)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        let mut within = 0;
        let mut record = csv::StringRecord::new();
        while let Ok(true) = reader.read_record(&mut record) {
            // Lines without a cell are skipped by the reader; lines within cells are none of the table.
            let number = record.position().map_or(0, |position| position.line() as usize).saturating_sub(within);
            within += record.iter().flat_map(str::bytes).filter(|&byte| byte == b'\n').count();
            rows.push((number, record.iter().map(clean).map(Cow::into_owned).take(MOST_COLUMNS).collect()));
        }
        Self::of(rows)
    }

    /// A table of rows as they stand in a file.
    ///
    /// # Errors
    /// [`Unread`], where there is none, or one too large.
    pub fn of_rows(rows: &[GridRow]) -> Result<Self, Unread> {
        let cleaned =
            |row: &GridRow| row.cells.iter().take(MOST_COLUMNS).map(|cell| clean(cell).into_owned()).collect();
        Self::of(rows.iter().map(|row| (row.number, cleaned(row))).collect())
    }

    fn of(cleaned: Vec<(usize, Vec<String>)>) -> Result<Self, Unread> {
        let (mut rows, mut width) = (Vec::with_capacity(cleaned.len()), 0);
        for (number, cells) in cleaned {
            let Some(last) = cells.iter().rposition(|cell| !cell.is_empty()) else { continue };
            width = width.max(last + 1);
            rows.push(GridRow { number, cells });
        }
        if rows.len() > MOST_ROWS {
            return Err(Unread::TooManyRows(rows.len()));
        }
        if rows.is_empty() {
            return Err(Unread::Nothing);
        }
        for row in &mut rows {
            row.cells.resize(width, String::new());
        }
        Ok(Self { rows, width })
    }
}

/// What separates cells: tabs, where there is any; else what comes equally often in the first lines.
fn delimiter(text: &str) -> u8 {
    if text.contains('\t') {
        return b'\t';
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(8).collect();
    let counts = |separator: char| lines.iter().map(move |line| outside_quotes(line, separator));
    let even = |&&(separator, _): &&(char, u8)| {
        let least = counts(separator).min().unwrap_or(0);
        lines.len() > 1 && least > 0 && counts(separator).all(|count| count == least)
    };
    let separators = [(';', b';'), ('|', b'|'), (',', b',')];
    separators.iter().find(even).map_or(b'\t', |&(_, byte)| byte)
}

/// How often a separator stands in a line, apart from what is in quotation marks.
fn outside_quotes(line: &str, separator: char) -> usize {
    line.split('"').step_by(2).flat_map(str::chars).filter(|&c| c == separator).count()
}

/// In one line, without marks that nobody sees.
fn clean(cell: &str) -> Cow<'_, str> {
    let unseen = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let is_plain = cell.bytes().all(|byte| (b' '..0x7f).contains(&byte)) && !cell.contains("  ");
    if is_plain && cell.len() <= MOST_LETTERS {
        return Cow::Borrowed(cell.trim());
    }
    let spaced: String = cell
        .chars()
        .filter(|&c| c.is_whitespace() || !unseen(c))
        .take(MOST_LETTERS)
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    Cow::Owned(spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        Grid::read(text).unwrap().rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn cells_of_spreadsheets_are_read_with_their_quotes_and_breaks() {
        let text = "\u{feff}Title\tStart\r\n\"Two\nlines \"\"said\"\"\"\t 9:30 \r\n\r\nLast\r\n";
        assert_eq!(cells(text), [["Title", "Start"], ["Two lines \"said\"", "9:30"], ["Last", ""]]);
        assert_eq!(cells("27\" screens\tRoom A\nMore\tRoom B"), [["27\" screens", "Room A"], ["More", "Room B"]]);
    }

    #[test]
    fn values_are_separated_by_whatever_comes_equally_often() {
        assert_eq!(cells("a;b, c\nd;e"), [["a", "b, c"], ["d", "e"]]);
        assert_eq!(cells("a,b\n\"c, d\",e"), [["a", "b"], ["c, d", "e"]]);
        assert_eq!(cells("One talk, and more\nAnother talk"), [["One talk, and more"], ["Another talk"]]);
    }

    #[test]
    fn empty_rows_are_left_out_and_counted() {
        let grid = Grid::read("a\tb\n\t\nc\td\n").unwrap();
        assert_eq!(grid.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn what_is_no_table_or_too_large_is_refused() {
        assert_eq!(Grid::read(" \t\n"), Err(Unread::Nothing));
        assert_eq!(Grid::read("\u{fffd}PNG\0\0"), Err(Unread::NoText));
        assert_eq!(Grid::read(&"talk\t9:30\n".repeat(100_000)), Err(Unread::TooManyRows(100_000)));
        assert_eq!(Grid::read(&"talk\t9:30\n".repeat(MOST_ROWS + 1)), Err(Unread::TooManyRows(MOST_ROWS + 1)));
        assert_eq!(Grid::read(&"x".repeat(MOST_BYTES + 1)), Err(Unread::TooLong));
        assert!(Grid::read(&"talk\t9:30\n".repeat(MOST_ROWS)).is_ok());
        let hidden = cells("a\u{202e}b\tc\u{200b}");
        assert_eq!(hidden, [["ab", "c"]]);
    }
}

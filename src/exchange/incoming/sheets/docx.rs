//! Tables in Word documents (ECMA-376): each is a sheet, called by the words before it.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Sheet;
use super::markup::{attribute, count, referred};
use super::room::{Growing, MOST_COLUMNS, MOST_SHEETS, Room};
use crate::exchange::incoming::grid::Unread;

/// Tables within tables deeper than this are part of their text.
const DEEPEST: usize = 8;
/// So many letters of what stands before a table are its name.
const MOST_NAME: usize = 80;

/// Reads a document.
///
/// # Errors
/// It is broken, or too large.
pub fn read(document: &str) -> Result<Vec<Sheet>, Unread> {
    let mut reader = Reader::from_str(document);
    let mut state = State::default();
    loop {
        let event = reader.read_event().map_err(|_| Unread::Broken)?;
        match &event {
            Event::Start(tag) => state.begin(tag.name().as_ref(), tag)?,
            Event::Empty(tag) => {
                state.begin(tag.name().as_ref(), tag)?;
                state.end(tag.name().as_ref())?;
            }
            Event::End(tag) => state.end(tag.name().as_ref())?,
            Event::Text(text) if state.is_text => state.say(&text.xml10_content()),
            Event::GeneralRef(reference) if state.is_text => {
                if let Some(c) = referred(reference) {
                    state.say(c.encode_utf8(&mut [0; 4]));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(state.done)
}

/// A table that is being read.
struct Table {
    growing: Growing,
    row: usize,
    column: usize,
    text: String,
    paragraphs: usize,
    span: usize,
    goes_on: bool,
    /// For each column, in which row a cell begins that goes on downwards.
    above: Vec<Option<(usize, usize)>>,
    tall: Vec<(usize, usize, usize, usize)>,
}

#[derive(Default)]
struct State {
    room: Room,
    open: Vec<Table>,
    /// Tables that lie too deep.
    deeper: usize,
    is_text: bool,
    /// What was said last outside of tables.
    before: String,
    done: Vec<Sheet>,
}

impl State {
    fn begin(&mut self, name: &str, tag: &BytesStart<'_>) -> Result<(), Unread> {
        match name {
            "w:tbl" if self.open.len() >= DEEPEST => self.deeper += 1,
            "w:tbl" => {
                let name: String = self.before.trim().chars().take(MOST_NAME).collect();
                self.open.push(Table {
                    growing: Growing::new(&name),
                    row: 0,
                    column: 0,
                    text: String::new(),
                    paragraphs: 0,
                    span: 1,
                    goes_on: false,
                    above: Vec::new(),
                    tall: Vec::new(),
                });
            }
            "w:p" => match self.open.last_mut() {
                Some(table) if table.paragraphs > 0 => {
                    table.text.push('\n');
                    table.paragraphs += 1;
                }
                Some(table) => table.paragraphs = 1,
                None => self.before.clear(),
            },
            "w:t" => self.is_text = true,
            "w:br" | "w:cr" => self.say("\n"),
            "w:tab" => self.say("\t"),
            _ if self.deeper > 0 => {}
            "w:tc" => {
                if let Some(table) = self.open.last_mut() {
                    (table.text, table.paragraphs, table.span, table.goes_on) = (String::new(), 0, 1, false);
                }
            }
            "w:gridSpan" => {
                if let Some(table) = self.open.last_mut() {
                    table.span = count(tag, "w:val").min(MOST_COLUMNS);
                }
            }
            "w:gridBefore" => {
                if let Some(table) = self.open.last_mut() {
                    table.column += attribute(tag, "w:val").parse::<usize>().unwrap_or(0).min(MOST_COLUMNS);
                }
            }
            "w:vMerge" => {
                if let Some(table) = self.open.last_mut() {
                    table.goes_on = attribute(tag, "w:val") != "restart";
                    if !table.goes_on {
                        let at = (table.row, table.tall.len());
                        table.tall.push((table.row, table.column, 1, table.span));
                        table.above.resize(table.above.len().max(table.column + 1), None);
                        table.above[table.column] = Some(at);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn say(&mut self, text: &str) {
        match self.open.last_mut() {
            Some(table) => table.text.push_str(text),
            None if self.before.len() < 4 * MOST_NAME => self.before.push_str(text),
            None => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Unread> {
        match name {
            "w:t" => self.is_text = false,
            "w:tbl" if self.deeper > 0 => self.deeper -= 1,
            "w:tbl" => {
                let Some(mut table) = self.open.pop() else { return Ok(()) };
                for (row, column, rows, columns) in table.tall {
                    table.growing.join((row, column), (rows, columns));
                }
                if self.done.len() < MOST_SHEETS {
                    self.done.push(table.growing.done()?);
                }
            }
            _ if self.deeper > 0 => {}
            "w:tr" => {
                if let Some(table) = self.open.last_mut() {
                    (table.row, table.column) = (table.row + 1, 0);
                }
            }
            "w:tc" => {
                let Some(table) = self.open.last_mut() else { return Ok(()) };
                let at = (table.row, table.column);
                let begun = table.above.get(table.column).copied().flatten();
                match begun.filter(|_| table.goes_on) {
                    Some((row, place)) => table.tall[place].2 = table.row - row + 1,
                    None => {
                        let text = std::mem::take(&mut table.text);
                        table.growing.put(&mut self.room, at, text.trim().to_owned())?;
                        if let Some(above) = table.above.get_mut(table.column)
                            && above.is_some_and(|(row, _)| row != table.row)
                        {
                            *above = None;
                        }
                        if above_is_none(&table.above, table.column) {
                            table.growing.join(at, (1, table.span));
                        }
                    }
                }
                table.column = (table.column + table.span).min(2 * MOST_COLUMNS);
            }
            _ => {}
        }
        Ok(())
    }
}

fn above_is_none(above: &[Option<(usize, usize)>], column: usize) -> bool {
    above.get(column).copied().flatten().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(properties: &str, paragraphs: &[&str]) -> String {
        let paragraph = |text: &&str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
        let text = paragraphs.iter().map(paragraph).collect::<Vec<_>>().concat();
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>")
    }

    #[test]
    fn tables_are_called_by_what_stands_before_them_and_cells_are_joined() {
        let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
        let document = format!(
            "<w:document><w:body><w:p><w:r><w:t>First week &amp; more</w:t></w:r></w:p><w:tbl>{}{}{}</w:tbl></w:body></w:document>",
            row(&[cell("", &[""]), cell("<w:gridSpan w:val=\"2\"/>", &["Mon 17"])]),
            row(&[cell("<w:vMerge w:val=\"restart\"/>", &["AM"]), cell("", &["9:30", "Opening"]), cell("", &["COM1"])]),
            row(&[cell("<w:vMerge/>", &[""]), cell("", &["11:00"]), cell("", &["COM2"])]),
        );
        let sheets = read(&document).unwrap();
        assert_eq!(sheets[0].name, "First week & more");
        let rows: Vec<Vec<&str>> =
            sheets[0].rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
        assert_eq!(rows, [vec!["", "Mon 17"], vec!["AM", "9:30\nOpening", "COM1"], vec!["", "11:00", "COM2"]]);
        let joined: Vec<_> = sheets[0].joined.iter().map(|joined| (joined.at, joined.size)).collect();
        assert_eq!(joined, [((1, 1), (1, 2)), ((2, 0), (2, 1))]);
        assert_eq!(sheets[0].filled()[2].cells[0], "AM");
    }

    #[test]
    fn tables_within_tables_without_end_are_bounded() {
        let deep = "<w:tbl><w:tr><w:tc>".repeat(100_000);
        let document = format!("<w:document>{deep}<w:p><w:r><w:t>x</w:t></w:r></w:p>");
        assert!(matches!(read(&document), Ok(_) | Err(Unread::Broken)));
    }
}

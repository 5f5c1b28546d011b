//! Spreadsheets of `OpenDocument` (ISO/IEC 26300): repeated cells and rows are counted, not written out.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::markup::{attribute, count, referred};
use super::room::{Growing, MOST_SHEETS, Room};
use super::{Sheet, serial};
use crate::exchange::incoming::grid::Unread;

/// A text is repeated so often at most; nobody writes one out more often.
const MOST_REPEATED: usize = 1_000;

/// Reads the content of a spreadsheet.
///
/// # Errors
/// It is none, or too large.
pub fn read(content: &str) -> Result<Vec<Sheet>, Unread> {
    let mut reader = Reader::from_str(content);
    let (mut state, mut sheets, mut is_spreadsheet) = (State::default(), Vec::new(), false);
    let mut room = Room::default();
    let mut hidden_styles = Vec::new();
    loop {
        let event = reader.read_event().map_err(|_| Unread::Broken)?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "office:spreadsheet" => is_spreadsheet = true,
                "style:style" => state.style = attribute(tag, "style:name"),
                "style:table-properties" if attribute(tag, "table:display") == "false" => {
                    hidden_styles.push(state.style.clone());
                }
                "table:table" if is_spreadsheet && state.growing.is_none() && sheets.len() < MOST_SHEETS => {
                    let mut growing = Growing::new(&attribute(tag, "table:name"));
                    growing.hide(hidden_styles.contains(&attribute(tag, "table:style-name")));
                    (state.growing, state.row) = (Some(growing), 0);
                }
                name => state.begin(name, tag),
            },
            Event::Text(text) => state.say(&text.xml10_content()),
            Event::CData(text) => state.say(text),
            Event::GeneralRef(reference) => {
                if let Some(c) = referred(reference) {
                    state.say(c.encode_utf8(&mut [0; 4]));
                }
            }
            Event::Eof => break,
            _ => {}
        }
        let ended = match &event {
            Event::End(tag) => Some(tag.name().as_ref().to_owned()),
            Event::Empty(tag) => Some(tag.name().as_ref().to_owned()),
            _ => None,
        };
        if let Some(name) = ended {
            if name == "table:table" {
                if let Some(growing) = state.growing.take() {
                    sheets.push(growing.done()?);
                }
            } else {
                state.end(&name, &mut room)?;
            }
        }
    }
    if is_spreadsheet { Ok(sheets) } else { Err(Unread::Unknown) }
}

/// Where the reader is.
#[derive(Default)]
struct State {
    style: String,
    growing: Option<Growing>,
    row: usize,
    row_repeats: usize,
    /// What stands in the row, and from which column on.
    cells: Vec<(usize, usize, String)>,
    column: usize,
    cell: Option<Cell>,
    /// How deep in a remark of somebody.
    remark: usize,
    paragraph: usize,
    /// Whether what is said now belongs to a paragraph; what stands between them is only how the file is laid out.
    is_within: bool,
}

/// A cell that is being read.
struct Cell {
    repeats: usize,
    joined: (usize, usize),
    /// What it holds besides its text.
    value: Option<String>,
    text: String,
}

impl State {
    fn begin(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "table:table-row" => {
                self.row_repeats = count(tag, "table:number-rows-repeated");
                (self.column, self.cells) = (0, Vec::new());
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let joined = (count(tag, "table:number-rows-spanned"), count(tag, "table:number-columns-spanned"));
                let repeats = count(tag, "table:number-columns-repeated");
                let value = value(tag).filter(|_| name == "table:table-cell");
                self.cell = Some(Cell { repeats, joined, value, text: String::new() });
                self.paragraph = 0;
            }
            "office:annotation" => self.remark += 1,
            "text:p" if self.remark == 0 => {
                self.is_within = true;
                if self.paragraph > 0 {
                    self.say("\n");
                }
                self.paragraph += 1;
            }
            "text:s" => {
                for _ in 0..count(tag, "text:c").min(100) {
                    self.say(" ");
                }
            }
            "text:tab" => self.say("\t"),
            "text:line-break" => self.say("\n"),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.remark == 0 && self.is_within) {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str, room: &mut Room) -> Result<(), Unread> {
        match name {
            "office:annotation" => self.remark = self.remark.saturating_sub(1),
            "text:p" if self.remark == 0 => self.is_within = false,
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(Cell { repeats, joined, value, text }) = self.cell.take() else { return Ok(()) };
                let text = value.unwrap_or(text);
                if let Some(growing) = &mut self.growing {
                    growing.join((self.row, self.column), joined);
                }
                if !text.is_empty() {
                    self.cells.push((self.column, repeats.min(MOST_REPEATED), text));
                }
                self.column = self.column.saturating_add(repeats);
            }
            "table:table-row" => {
                let Some(growing) = &mut self.growing else { return Ok(()) };
                let repeats = if self.cells.is_empty() { 0 } else { self.row_repeats.min(MOST_REPEATED) };
                for row in 0..repeats {
                    for (column, times, text) in &self.cells {
                        for further in 0..*times {
                            let at = (self.row.saturating_add(row), column.saturating_add(further));
                            growing.put(room, at, text.clone())?;
                        }
                    }
                }
                self.row = self.row.saturating_add(self.row_repeats);
            }
            _ => {}
        }
        Ok(())
    }
}

/// What a cell holds by its type, where that says more than its text.
fn value(tag: &BytesStart<'_>) -> Option<String> {
    match attribute(tag, "office:value-type").as_str() {
        "float" | "percentage" | "currency" => attribute(tag, "office:value").parse().ok().map(serial::number),
        "date" => {
            let text = attribute(tag, "office:date-value");
            let (day, time) = text.split_once('T').unwrap_or((&text, ""));
            let time = time.split('.').next().unwrap_or_default().trim_end_matches('Z');
            let time = time.strip_suffix(":00").filter(|time| time.contains(':')).unwrap_or(time);
            Some(format!("{day} {time}").trim().trim_end_matches(" 00:00").to_owned())
        }
        "time" => duration(&attribute(tag, "office:time-value")),
        "boolean" => Some(if attribute(tag, "office:boolean-value") == "true" { "TRUE" } else { "FALSE" }.to_owned()),
        _ => None,
    }
}

/// `PT09H30M00S` as `09:30`.
fn duration(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (mins, rest) = rest.split_once('M')?;
    let secs = rest.split(['S', '.', ',']).next().unwrap_or_default();
    let number = |text: &str| text.parse::<u32>().ok();
    let (hours, mins, secs) = (number(hours)?, number(mins)?, number(secs).unwrap_or(0));
    Some(if secs == 0 { format!("{hours:02}:{mins:02}") } else { format!("{hours:02}:{mins:02}:{secs:02}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_by_their_types_and_repeats_are_counted() {
        let content = r#"<office:document-content><office:automatic-styles>
            <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
            </office:automatic-styles><office:body><office:spreadsheet>
            <table:table table:name="Day &amp; night"><table:table-row>
            <table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Title<text:s text:c="2"/>A</text:p><text:p>B</text:p>
            <office:annotation><text:p>said by somebody</text:p></office:annotation></table:table-cell>
            <table:covered-table-cell/>
            <table:table-cell office:value-type="date" office:date-value="2025-11-17"><text:p>17.11.</text:p></table:table-cell>
            <table:table-cell office:value-type="time" office:time-value="PT09H30M00S"><text:p>9:30</text:p></table:table-cell>
            <table:table-cell office:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2025-11-17T09:30:00"/>
            <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row>
            </table:table><table:table table:name="H" table:style-name="ta2"/></office:spreadsheet></office:body></office:document-content>"#;
        let sheets = read(content).unwrap();
        assert_eq!((sheets[0].name.as_str(), sheets[0].is_hidden, sheets[1].is_hidden), ("Day & night", false, true));
        let rows: Vec<(usize, Vec<&str>)> =
            sheets[0].rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect())).collect();
        let first = vec!["Title  A\nB", "", "2025-11-17", "09:30", "1.5", "2025-11-17 09:30"];
        assert_eq!(rows, [(1, first), (1_048_002, vec!["x", "x"]), (1_048_003, vec!["x", "x"])]);
        assert_eq!(sheets[0].joined[0].size, (1, 2));
    }

    #[test]
    fn a_text_that_is_repeated_forever_is_bounded() {
        let content = r#"<office:spreadsheet><table:table><table:table-row table:number-rows-repeated="99999999">
            <table:table-cell table:number-columns-repeated="99999999"><text:p>xxxxxxxx</text:p></table:table-cell>
            </table:table-row></table:table></office:spreadsheet>"#;
        let sheets = read(content).unwrap();
        assert_eq!((sheets[0].rows.len(), sheets[0].rows[0].cells.len()), (1_000, 256));
        assert!(matches!(read("<office:spreadsheet><table:table>"), Ok(_) | Err(Unread::Broken)));
        assert_eq!(read("<office:text/>"), Err(Unread::Unknown));
    }
}

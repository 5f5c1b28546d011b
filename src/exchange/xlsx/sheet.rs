//! One table on one sheet.

use std::borrow::Cow;

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::exporter::Material;
use super::super::layout::{Orientation, Paper};
use super::super::plain;
use super::super::table::{Cell, Table};
use super::look::{Look, RowLook, Shape};
use super::names::cut;
use crate::model::Language;
use crate::texts::tid;

/// The most UTF-16 units that a cell holds.
const MOST_UNITS: usize = 32_767;
/// A column is made wider for words as long as this.
const MOST_WORD: usize = 24;
/// How high a line is.
const LINE_POINTS: f64 = 15.0;
/// How high a row may be.
const MOST_POINTS: f64 = 409.0;
/// The most UTF-16 units of a text in a header or footer, which hold 255 in all; each `&` counts twice.
const MOST_FOOT_UNITS: usize = 100;

/// Writes `table`; `rows` says how its rows look, none means plain.
pub fn fill(sheet: &mut Worksheet, table: &Table, rows: &[RowLook], look: &mut Look) -> Result<(), XlsxError> {
    let head = Look::head();
    let mut widths = Vec::new();
    let mut head_lines = 1;
    for (column, place) in table.columns.iter().zip(0_u16..) {
        let text = column.head.joined();
        let is_empty = table.rows.iter().all(|line| line[usize::from(place)] == Cell::Empty);
        // No word of a head is cut, beside the arrow of the filter, and hardly one of a cell; what holds nothing takes
        // no more room than its head.
        let least = longest_word(&text) + 3;
        let words = table.rows.iter().map(|line| match &line[usize::from(place)] {
            Cell::Text(text) => longest_word(text).min(MOST_WORD) + 1,
            _ => 0,
        });
        let width = if is_empty { least } else { words.max().unwrap_or_default().max(least).max(column.width.into()) };
        head_lines = head_lines.max(lines_of(&text, width - 2));
        sheet.write_string_with_format(0, place, clean(&text), &head)?;
        sheet.set_column_width(place, width as f64)?;
        widths.push(width);
    }
    sheet.set_row_height(0, LINE_POINTS * head_lines as f64 + 4.0)?;
    for (row, (line, number)) in table.rows.iter().zip(1..).enumerate() {
        let row_look = rows.get(row).copied().unwrap_or_default();
        let mut lines = 1;
        for (cell, (width, place)) in line.iter().zip(widths.iter().zip(0..)) {
            let format = look.of(shape(cell), row_look, place == 0);
            if let Cell::Text(text) = cell {
                lines = lines.max(lines_of(text, *width));
            }
            match cell {
                Cell::Empty => sheet.write_blank(number, place, format)?,
                // Never a formula and never a hyperlink, whatever it begins with.
                Cell::Text(text) | Cell::Link(text) => {
                    sheet.write_string_with_format(number, place, clean(text), format)?
                }
                Cell::Number(value) => sheet.write_number_with_format(number, place, *value as f64, format)?,
                Cell::Decimal(value) => sheet.write_number_with_format(number, place, *value, format)?,
                Cell::EndDay(time) => sheet.write_date_with_format(number, place, time.plus_mins(-1).date(), format)?,
                Cell::Day(date) => sheet.write_date_with_format(number, place, date, format)?,
                Cell::Clock(time) => {
                    sheet.write_number_with_format(number, place, days(time.minute_of_day()), format)?
                }
                Cell::EndClock(time) => {
                    let mins = if time.minute_of_day() == 0 { 24 * 60 } else { time.minute_of_day() };
                    sheet.write_number_with_format(number, place, days(mins), format)?
                }
                Cell::Seconds(secs) => {
                    sheet.write_number_with_format(number, place, f64::from(*secs) / 86_400.0, format)?
                }
                Cell::Minutes(mins) => sheet.write_number_with_format(number, place, days(*mins), format)?,
            };
        }
        // Not every program makes a row as high as its text when it opens a file.
        sheet.set_row_height(number, (LINE_POINTS * lines as f64 + 2.0).min(MOST_POINTS))?;
    }
    let last_column = u16::try_from(table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// Writes a table of texts that nobody reads, without any looks.
pub fn fill_plain(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    for (column, place) in table.columns.iter().zip(0_u16..) {
        sheet.write_string(0, place, clean(&column.head.joined()))?;
    }
    for (line, number) in table.rows.iter().zip(1..) {
        for (cell, place) in line.iter().zip(0..) {
            if let Cell::Text(text) = cell {
                sheet.write_string(number, place, clean(text))?;
            }
        }
    }
    Ok(())
}

/// How the sheet is printed: one page wide, its head on every page.
pub fn set_page(sheet: &mut Worksheet, material: &Material<'_>) -> Result<(), XlsxError> {
    let (programme, request) = (material.programme, material.request);
    sheet.set_right_to_left(programme.language() == Language::Arabic);
    // The numbers that Excel has for sheets of paper.
    sheet.set_paper_size(match request.paper {
        Paper::Letter => 1,
        Paper::A3 => 8,
        Paper::A4 => 9,
    });
    if request.orientation == Some(Orientation::Portrait) {
        sheet.set_portrait()
    } else {
        sheet.set_landscape()
    };
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    let title = programme.title.first();
    sheet.set_header(format!("&L&\"-,Bold\"{}&R&A", edge_text(title)));
    let release = format!("{} · {}", programme.release_words().first(), programme.made_words().first());
    let page = programme.labels.text_with(tid("handout-page"), &[("page", "&P".into()), ("pages", "&N".into())]);
    sheet.set_footer(format!("&L{}&R{}", edge_text(&release), page.first()));
    Ok(())
}

/// `text` as a cell can hold it: without what XML forbids, and not longer than a cell.
pub fn clean(text: &str) -> Cow<'_, str> {
    let text = if text.contains(['\u{fffe}', '\u{ffff}']) {
        Cow::Owned(text.replace(['\u{fffe}', '\u{ffff}'], ""))
    } else {
        Cow::Borrowed(text)
    };
    let kept = cut(&text, MOST_UNITS);
    if kept.len() == text.len() { text } else { Cow::Owned(format!("{}…", cut(&text, MOST_UNITS - 1))) }
}

/// `text` for a header or a footer, where `&` begins a command.
fn edge_text(text: &str) -> String {
    let text = clean(text).replace(|c: char| c.is_control(), " ");
    cut(&text, MOST_FOOT_UNITS).replace('&', "&&")
}

/// Minutes as a spreadsheet counts time: a day is 1.
fn days(mins: i32) -> f64 {
    f64::from(mins) / (24.0 * 60.0)
}

/// How many lines a text takes in a column of so many characters, roughly.
fn lines_of(text: &str, width: usize) -> usize {
    // Words are not cut, so a line is seldom full.
    let full = (width * 9 / 10).max(1);
    text.lines().map(|line| plain::columns(line).div_ceil(full).max(1)).sum::<usize>().max(1)
}

fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(plain::columns).max().unwrap_or_default()
}

fn shape(cell: &Cell) -> Shape {
    match cell {
        Cell::Empty | Cell::Text(_) => Shape::Text,
        Cell::Link(_) => Shape::Address,
        Cell::Number(_) => Shape::Number,
        Cell::Decimal(_) => Shape::Decimal,
        Cell::Day(_) | Cell::EndDay(_) => Shape::Day,
        Cell::Clock(_) => Shape::Clock,
        Cell::EndClock(_) => Shape::EndClock,
        Cell::Minutes(_) => Shape::Length,
        Cell::Seconds(_) => Shape::ShortLength,
    }
}

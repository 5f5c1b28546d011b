//! The grid of every week: days as columns, sittings as rows, breaks as bands, with what colours and signs mean below it.

use maud::{Markup, html};

use super::super::plain;
use super::super::programme::{Day, Entry};
use super::super::sittings::{Cell, Footnotes, Held, Sitting, legend, rows};
use super::super::weeks::{dates_words, weeks};
use super::markup::{Look, Writer};
use super::sheet::{Row, Sheet, Twips, table};
use crate::model::Status;
use crate::texts::tid;

/// A week stands on one sheet.
const DAYS_OF_WEEK: usize = 7;

/// The column with the names of the rows.
const NAME_WIDTH: Twips = 1100;

/// A row of more lines than this may not fit on a sheet, and goes on over the page. The others stay whole.
const MOST_LINES: usize = 42;

/// How wide a letter is, about.
const LETTER: Twips = 75;

/// A grid for each week in which something starts.
pub fn grids(writer: &Writer<'_>, sheet: &Sheet) -> Markup {
    let notes = Footnotes::new(writer.programme);
    html! { @for days in weeks(writer.programme, DAYS_OF_WEEK) { (grid(writer, sheet, days, &notes)) } }
}

fn grid(writer: &Writer<'_>, sheet: &Sheet, days: &[Day], notes: &Footnotes) -> Markup {
    let labels = &writer.programme.labels;
    let is_first = writer.programme.days.first() == days.first();
    // A single day is not stretched over the sheet.
    let width = (sheet.inside() - NAME_WIDTH) / Twips::try_from(days.len().max(2)).unwrap_or(2);
    let widths: Vec<Twips> = std::iter::once(NAME_WIDTH).chain(days.iter().map(|_| width)).collect();
    let heads = days.iter().map(|day| writer.stacked("CellHead", &labels.day_short(day.date), Look::PLAIN));
    let mut table_rows = vec![Row::head(std::iter::once(Markup::default()).chain(heads).collect())];
    for row in rows(writer.programme, days) {
        // Not as heads of columns: those stay with the next row, and then no page could end in the table.
        let name = writer.stacked("Cell", &row.name, Look::BOLD);
        let cells = row.cells.iter().map(|cell| cell_markup(writer, cell, notes));
        table_rows.push(Row {
            may_split: lines(writer, &row, width) > MOST_LINES,
            is_band: row.is_between,
            ..Row::of(std::iter::once(name).chain(cells).collect())
        });
    }
    html! {
        // A week of work begins a sheet, unless it is the first; a meeting of a day or two may share one.
        (writer.heading(days.len() > 2 && !is_first, &writer.lines(&dates_words(writer.programme, days), Look::PLAIN)))
        (table(writer, "Grid", &widths, &table_rows))
        (below(writer, days, notes))
    }
}

fn cell_markup(writer: &Writer<'_>, cell: &Cell<'_>, notes: &Footnotes) -> Markup {
    html! {
        @if let Some(pause) = cell.pause { (writer.paragraph("Cell", &writer.lines(&pause.title, Look::SOFT))) }
        @for held in &cell.sessions { (session(writer, *held, notes)) }
    }
}

/// How many lines the highest cell of a row takes, about.
fn lines(writer: &Writer<'_>, row: &Sitting<'_>, width: Twips) -> usize {
    let letters = (width / LETTER).max(1) as usize;
    let text =
        |entry: &Entry| plain::columns(&entry.title.joined()) + plain::columns(&writer.programme.room_names(entry));
    let of = |held: &Held<'_>| 1 + if held.goes_on { 0 } else { text(held.entry).div_ceil(letters) };
    row.cells.iter().map(|cell| cell.sessions.iter().map(of).sum()).max().unwrap_or(0)
}

fn session(writer: &Writer<'_>, held: Held<'_>, notes: &Footnotes) -> Markup {
    let (programme, entry) = (writer.programme, held.entry);
    let is_off = entry.status == Status::Cancelled;
    let (code, rooms, signs) = (programme.meeting_or_bodies(entry), programme.room_names(entry), notes.signs(entry));
    let hours = programme.labels.hours_on(entry, held.date);
    let says_hours = !held.keeps_hours && (!held.goes_on || code.is_empty());
    let gap = || writer.run("  ", Look::PLAIN);
    html! {
        w:p {
            w:pPr {
                w:pStyle w:val="GridSession" {}
                w:keepLines {}
                w:pBdr {
                    // Borders are not turned with the paragraph, indents are.
                    @if writer.is_rtl() { w:right w:val="single" w:sz="18" w:space="4" w:color=(hue(entry)) {} }
                    @else { w:left w:val="single" w:sz="18" w:space="4" w:color=(hue(entry)) {} }
                }
                @if writer.is_rtl() { w:bidi {} }
                w:ind w:left="113" {}
            }
            @if says_hours { (writer.run(&hours, Look::BOLD.struck(is_off))) }
            @if says_hours && !code.is_empty() { (gap()) }
            @if !code.is_empty() { (writer.run(&code, Look::BOLD.struck(is_off))) }
            @if held.goes_on {
                (gap()) (writer.label(tid("handout-cont"), Look::SOFT))
            } @else {
                @if is_off { (gap()) (writer.label(tid("handout-cancelled"), Look::OFF)) }
                @if says_hours || !code.is_empty() || is_off { w:r { w:br {} } }
                (writer.lines(&entry.title, Look::PLAIN.struck(is_off)))
                @if !signs.is_empty() { (writer.run(&format!("\u{a0}{signs}"), Look::SOFT)) }
                @if !rooms.is_empty() { (writer.run(&format!("  ·  {rooms}"), Look::SOFT)) }
            }
        }
    }
}

fn hue(entry: &Entry) -> String {
    let [red, green, blue] = entry.hue.ink();
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// What colours and signs mean, as far as these days have them.
fn below(writer: &Writer<'_>, days: &[Day], notes: &Footnotes) -> Markup {
    let entries = || days.iter().flat_map(|day| writer.programme.entries_on(day));
    let colours = html! {
        @for entry in legend(entries()) {
            w:r { w:rPr { w:color w:val=(hue(entry)) {} } w:t xml:space="preserve" { "▌" } }
            (writer.words(&entry.kind_name, Look::SOFT)) (writer.run("    ", Look::PLAIN))
        }
    };
    let signs = html! {
        @for (sign, words) in notes.of(entries()) {
            (writer.run(&format!("{sign} "), Look::SOFT)) (writer.words(words, Look::SOFT)) (writer.run("    ", Look::PLAIN))
        }
    };
    html! {
        (writer.paragraph("Legend", &colours))
        @if !signs.0.is_empty() { (writer.paragraph("Legend", &signs)) }
    }
}

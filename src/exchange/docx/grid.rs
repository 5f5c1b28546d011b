//! The grid of every week: days as columns; forenoon, afternoon and evening as rows (as Council-17 had it).

use maud::{Markup, html};

use super::super::plain;
use super::super::programme::{Day, Entry, Programme};
use super::super::weeks::{PARTS, dates_words, part_of, weeks};
use super::markup::{Look, Writer};
use super::sheet::{Row, Sheet, Twips, table};
use crate::model::{SessionKind, Status};
use crate::texts::tid;

/// A week stands on one sheet.
const DAYS_OF_WEEK: usize = 7;

/// The column with the names of the parts.
const PART_WIDTH: Twips = 1100;

/// A row of more lines than this may not fit on a sheet, and goes on over the page. The others stay whole.
const MOST_LINES: usize = 42;

/// How wide a letter is, about.
const LETTER: Twips = 75;

/// A grid for each week in which something starts.
pub fn grids(writer: &Writer<'_>, sheet: &Sheet) -> Markup {
    html! { @for days in weeks(writer.programme, DAYS_OF_WEEK) { (grid(writer, sheet, days)) } }
}

fn grid(writer: &Writer<'_>, sheet: &Sheet, days: &[Day]) -> Markup {
    let labels = &writer.programme.labels;
    let is_first = writer.programme.days.first() == days.first();
    // A single day is not stretched over the sheet.
    let width = (sheet.inside() - PART_WIDTH) / Twips::try_from(days.len().max(2)).unwrap_or(2);
    let widths: Vec<Twips> = std::iter::once(PART_WIDTH).chain(days.iter().map(|_| width)).collect();
    let heads = days.iter().map(|day| writer.stacked("CellHead", &labels.day_short(day.date), Look::PLAIN));
    let mut rows = vec![Row::head(std::iter::once(Markup::default()).chain(heads).collect())];
    for (place, (_, name)) in PARTS.into_iter().enumerate() {
        let cells: Vec<Markup> = days.iter().map(|day| cell(writer, day, place)).collect();
        if cells.iter().all(|cell| cell.0.is_empty()) {
            continue;
        }
        let name = writer.stacked("CellHead", &labels.each(|texts| texts.text(name).to_owned()), Look::PLAIN);
        let lines = days.iter().map(|day| lines(writer.programme, day, place, width)).max().unwrap_or_default();
        rows.push(Row { may_split: lines > MOST_LINES, ..Row::of(std::iter::once(name).chain(cells).collect()) });
    }
    html! {
        // A week of work begins a sheet, unless it is the first; a meeting of a day or two may share one.
        (writer.heading(days.len() > 2 && !is_first, &writer.words(&dates_words(writer.programme, days), Look::PLAIN)))
        (table(writer, "Grid", &widths, &rows))
    }
}

/// What is told in one part of a day: what goes on from days before in the first one.
fn entries<'a>(programme: &'a Programme, day: &'a Day, part: usize) -> impl Iterator<Item = &'a Entry> {
    let part_on = |entry: &Entry| if entry.span.start.date() == day.date { part_of(entry) } else { 0 };
    programme.entries_on(day).filter(move |entry| part_on(entry) == part)
}

fn cell(writer: &Writer<'_>, day: &Day, part: usize) -> Markup {
    html! { @for entry in entries(writer.programme, day, part) { (session(writer, entry, day)) } }
}

/// How many lines a cell takes, about; the hours of a session are one.
fn lines(programme: &Programme, day: &Day, part: usize, width: Twips) -> usize {
    let letters = (width / LETTER).max(1) as usize;
    let text = |entry: &Entry| plain::columns(&entry.title.joined()) + plain::columns(&programme.room_names(entry));
    entries(programme, day, part).map(|entry| 1 + text(entry).div_ceil(letters)).sum()
}

fn session(writer: &Writer<'_>, entry: &Entry, day: &Day) -> Markup {
    let programme = writer.programme;
    let is_off = entry.status == Status::Cancelled;
    // Breaks recede.
    let look = if entry.kind == SessionKind::Break { Look::SOFT } else { Look::PLAIN };
    let hours = if entry.kind == SessionKind::Break { Look::SOFT } else { Look::BOLD };
    let [red, green, blue] = entry.hue.ink();
    let hue = format!("{red:02X}{green:02X}{blue:02X}");
    let (bodies, rooms) = (programme.meeting_or_bodies(entry), programme.room_names(entry));
    html! {
        w:p {
            w:pPr {
                w:pStyle w:val="GridSession" {}
                w:keepLines {}
                w:pBdr {
                    // Borders are not turned with the paragraph, indents are.
                    @if writer.is_rtl() { w:right w:val="single" w:sz="18" w:space="4" w:color=(hue) {} }
                    @else { w:left w:val="single" w:sz="18" w:space="4" w:color=(hue) {} }
                }
                @if writer.is_rtl() { w:bidi {} }
                w:ind w:left="113" {}
            }
            (writer.run(&programme.labels.hours_on(entry, day.date), hours.struck(is_off)))
            @if !bodies.is_empty() {
                (writer.run("  ", Look::PLAIN)) (writer.run(&bodies, Look::BOLD.struck(is_off)))
            }
            @if is_off { (writer.run("  ", Look::PLAIN)) (writer.label(tid("handout-cancelled"), Look::OFF)) }
            w:r { w:br {} }
            (writer.words(&entry.title, look.struck(is_off)))
            @if !rooms.is_empty() { (writer.run(&format!("  ·  {rooms}"), Look::SOFT)) }
        }
    }
}

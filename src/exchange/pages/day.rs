//! One day on one page: rooms as columns, hours down. Where there are more rooms than a page has space for, further pages
//! show the others.

use super::super::drawing::{Area, Page, Part, Point};
use super::super::programme::{Day, Entry};
use super::super::progress::{ExportError, Progress};
use super::block::Block;
use super::composer::Composer;
use super::flow::Flow;
use super::hours::{Hours, clock, minutes, tracks};
use super::session::{self, Room as Space};
use crate::texts::tid;

/// How wide the column of hours is.
const AXIS: f32 = 34.0;
/// The least width of a column, in points on A4: a narrower one has no space for titles.
const LEAST_COLUMN: f32 = 36.0;
/// The sizes of letters that the heads of columns can have, in points on A4.
const HEADS: [f32; 4] = [8.5, 7.6, 6.8, 6.0];

pub fn pages(composer: &mut Composer<'_>, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    progress.expect(programme.days.len());
    let mut flow = Flow::new();
    for day in &programme.days {
        let words = super::programme::day_words(programme, day);
        let columns = columns(composer, day);
        for columns in columns.chunks(columns_of_page(composer, columns.len())) {
            flow.date(day);
            flow.fill_page(composer, &words, |composer, height| sheet(composer, day, columns, height));
        }
        progress.step()?;
    }
    Ok(flow.finish(composer))
}

/// A column: what stands above it, and its sessions.
struct Column<'a> {
    title: String,
    entries: Vec<&'a Entry>,
}

fn columns<'a>(composer: &Composer<'a>, day: &Day) -> Vec<Column<'a>> {
    let programme = composer.programme;
    let entries = programme.entries_of(day);
    let of_room = programme.rooms.iter().enumerate().map(|(room, row)| Column {
        title: row.title.joined().into_owned(),
        entries: entries.iter().filter(|entry| entry.rooms.contains(&room)).collect(),
    });
    let roomless = Column {
        title: programme.labels.text(tid("handout-no-room")).joined().into_owned(),
        entries: entries.iter().filter(|entry| entry.rooms.is_empty()).collect(),
    };
    of_room.chain([roomless]).filter(|column| !column.entries.is_empty()).collect()
}

/// How many of `count` columns stand on each page, about as many on one as on another.
fn columns_of_page(composer: &Composer<'_>, count: usize) -> usize {
    let unit = composer.unit();
    let most = ((composer.inner_width() - AXIS * unit) / (LEAST_COLUMN * unit)).max(1.0) as usize;
    count.div_ceil(count.div_ceil(most).max(1)).max(1)
}

/// Some rooms and the hours of a day, `height` high.
fn sheet(composer: &mut Composer<'_>, day: &Day, columns: &[Column<'_>], height: f32) -> Block {
    let hours = Hours::around(composer.programme.entries_of(day).iter());
    let margin = composer.sheet.margin;
    let unit = composer.unit();
    let axis = AXIS * unit;
    let width = (composer.inner_width() - axis) / columns.len().max(1) as f32;
    let mut block = composer.block();
    let head_size = head_size(composer, columns, width - 8.0);
    let style = composer.strong(head_size * unit);
    let mut heads = Vec::new();
    for column in columns {
        heads.push(composer.set_leading(&column.title, style, width - 8.0, 2));
    }
    let head = heads.iter().map(|head| head.height()).fold(0.0, f32::max) + 8.0;
    let (top, bottom) = (head, height - 4.0);
    let per_minute = (bottom - top) / hours.len() as f32;
    let y = |minute: i32| top + (minute - hours.from) as f32 * per_minute;
    lines(composer, &mut block, hours, &y);
    for (at, (column, title)) in columns.iter().zip(&heads).enumerate() {
        let left = margin + axis + width * at as f32;
        block.fill(Area::new(left, 0.0, 0.5, bottom), 0.0, composer.colours.line);
        block.group(Part::Section, |block| {
            block.group(Part::Heading(2), |block| {
                block.text(left + 4.0, 2.0, width - 8.0, title);
            });
            let spans: Vec<(i32, i32)> = column.entries.iter().map(|entry| minutes(entry)).collect();
            for (entry, (&(start, end), (track, of))) in column.entries.iter().zip(spans.iter().zip(tracks(&spans))) {
                let share = (width - 4.0) / of as f32;
                let area = Area::new(
                    left + 2.5 + share * track as f32,
                    y(start) + 0.5,
                    share - 1.0,
                    (y(end.min(hours.to)) - y(start) - 1.0).max(3.0),
                );
                session::draw(composer, block, entry, Space { area, size: 7.5 * unit });
            }
        });
    }
    block.height = height;
    block
}

/// The largest size of letters, in points on A4, in which no word of a head is broken.
fn head_size(composer: &mut Composer<'_>, columns: &[Column<'_>], width: f32) -> f32 {
    let unit = composer.unit();
    let keeps_words = |size: &f32| {
        let style = composer.strong(size * unit);
        let mut words = columns.iter().flat_map(|column| column.title.split_whitespace());
        words.all(|word| !composer.set_leading(word, style, width, 1).is_cut())
    };
    HEADS.into_iter().find(keeps_words).unwrap_or(HEADS[HEADS.len() - 1])
}

/// The full hours.
fn lines(composer: &mut Composer<'_>, block: &mut Block, hours: Hours, y: &dyn Fn(i32) -> f32) {
    let unit = composer.unit();
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    block.group(Part::Decoration, |block| {
        for hour in hours.each() {
            let at = y(hour);
            let (from, to) = (Point::new(margin + AXIS * unit - 4.0, at), Point::new(margin + inner, at));
            block.line(from, to, composer.colours.line, 0.5);
            let style = composer.weak(7.0 * unit);
            let label = composer.set_leading(&clock(hour), style, AXIS * unit, 1);
            block.text(margin, at - label.height() / 2.0, AXIS * unit, &label);
        }
    });
}

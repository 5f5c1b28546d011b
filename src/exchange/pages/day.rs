//! One day on one page: rooms as columns, hours down. Where there are more rooms, or more sessions side by side in one, than
//! a page has space for, further pages show the others.

use super::super::drawing::{Area, Page, Part, Point};
use super::super::programme::{Day, Entry};
use super::super::progress::{ExportError, Progress};
use super::block::Block;
use super::composer::{Composer, LEAST_LETTERS};
use super::flow::Flow;
use super::hours::{Hours, clock, times, tracks};
use super::numbers::{self, Numbers};
use super::session::{self, Room as Space};
use crate::texts::tid;

/// How wide the column of hours is.
const AXIS: f32 = 34.0;
/// The least width of a column, in points on A4: a narrower one has no space for titles.
const LEAST_COLUMN: f32 = 54.0;
/// The sizes of letters that the heads of columns can have, in points on A4.
const HEADS: [f32; 3] = [8.5, 7.6, 6.8];
/// What the title of a page and the heads of columns take at most, and how much of the rest a list beneath may: what is
/// short is drawn high enough for its number also then.
const ABOVE: f32 = 110.0;
const LEFT: f32 = 0.63;

pub fn pages(composer: &mut Composer<'_>, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    progress.expect(programme.days.len());
    let mut flow = Flow::new();
    for day in &programme.days {
        let words = super::programme::day_words(programme, day);
        let hours = Hours::around(programme.entries_on(day).map(|entry| times(entry, day.date)));
        flow.date(day);
        for columns in by_page(composer, columns(composer, day, hours)) {
            numbers::page(composer, &mut flow, &words, std::slice::from_ref(day), &|composer, height, numbers| {
                sheet(composer, hours, &columns, height, numbers)
            });
        }
        progress.step()?;
    }
    Ok(flow.finish(composer))
}

/// A column: what stands above it, and its sessions.
struct Column<'a> {
    title: String,
    sessions: Vec<Placed<'a>>,
    /// How many sessions stand side by side in it.
    tracks: usize,
    /// The least width of each of them.
    track: f32,
}

/// A session in a column: from when to when, and in which of how many tracks.
#[derive(Clone)]
struct Placed<'a> {
    entry: &'a Entry,
    minutes: (i32, i32),
    track: (usize, usize),
}

impl Column<'_> {
    fn least_width(&self, composer: &Composer<'_>) -> f32 {
        (LEAST_COLUMN * composer.unit()).max(self.track * self.tracks as f32 + 4.0)
    }
}

/// What there is for columns on a page.
fn width_of_columns(composer: &Composer<'_>) -> f32 {
    composer.inner_width() - AXIS * composer.unit()
}

/// The rooms that are in use on a day. One with more sessions at once than a page has space for falls into several.
fn columns<'a>(composer: &Composer<'a>, day: &Day, hours: Hours) -> Vec<Column<'a>> {
    let programme = composer.programme;
    let entries: Vec<&'a Entry> = programme.entries_on(day).collect();
    let (track, low) = session::least_size(entries.len());
    let height = (Flow::whole(composer) - ABOVE * composer.unit()).max(100.0) * LEFT;
    let least = (low * hours.len() as f32 / height).ceil() as i32;
    let most = ((width_of_columns(composer) - 4.0) / track).floor().max(1.0) as usize;
    let mut columns: Vec<Column<'a>> = Vec::new();
    let mut add = |title: String, is_in: &dyn Fn(&Entry) -> bool| {
        let entries: Vec<&'a Entry> = entries.iter().copied().filter(|entry| is_in(entry)).collect();
        let spans: Vec<_> = entries.iter().map(|entry| hours.taken(times(entry, day.date), least)).collect();
        let placed = entries.into_iter().zip(spans.iter().copied().zip(tracks(&spans)));
        let placed: Vec<_> = placed.map(|(entry, (minutes, track))| Placed { entry, minutes, track }).collect();
        columns.extend(portions(&placed, most).map(|(sessions, tracks)| Column {
            title: title.clone(),
            sessions,
            tracks,
            track,
        }));
    };
    for (room, row) in programme.rooms.iter().enumerate() {
        add(row.title.joined().into_owned(), &|entry| entry.rooms.contains(&room));
    }
    add(programme.labels.text(tid("handout-no-room")).joined().into_owned(), &|entry| entry.rooms.is_empty());
    columns
}

/// Sessions by columns in which at most so many stand side by side, each with how many that are.
fn portions<'b, 'a>(
    placed: &'b [Placed<'a>],
    most: usize,
) -> impl Iterator<Item = (Vec<Placed<'a>>, usize)> + use<'b, 'a> {
    let tracks = placed.iter().map(|session| session.track.1).max().unwrap_or(0);
    (0..tracks.div_ceil(most)).map(move |portion| {
        let first = portion * most;
        let inside = |session: &&Placed<'_>| (first..first + most).contains(&session.track.0);
        let narrowed = |session: &Placed<'a>| Placed {
            track: (session.track.0 - first, (session.track.1 - first).min(most)),
            ..session.clone()
        };
        (placed.iter().filter(inside).map(narrowed).collect(), (tracks - first).min(most))
    })
}

/// Which columns stand on which page, about as many on one as on another.
fn by_page<'a>(composer: &Composer<'_>, columns: Vec<Column<'a>>) -> Vec<Vec<Column<'a>>> {
    let most = width_of_columns(composer);
    let all = columns.iter().map(|column| column.least_width(composer)).sum::<f32>();
    let share = all / (all / most).ceil().max(1.0);
    let mut pages: Vec<Vec<Column<'a>>> = Vec::new();
    let mut taken = 0.0;
    for column in columns {
        let width = column.least_width(composer);
        // A column begins a page where most of it would stand beyond an even share.
        let goes_over = taken + width > most || taken + width * 0.5 > share;
        if pages.is_empty() || (goes_over && taken > 0.0) {
            pages.push(Vec::new());
            taken = 0.0;
        }
        taken += width;
        if let Some(page) = pages.last_mut() {
            page.push(column);
        }
    }
    pages
}

/// Some rooms and the hours of a day, `height` high.
fn sheet<'a>(
    composer: &mut Composer<'a>,
    hours: Hours,
    columns: &[Column<'a>],
    height: f32,
    numbers: &mut Numbers<'a>,
) -> Block {
    let margin = composer.sheet.margin;
    let unit = composer.unit();
    let least: Vec<f32> = columns.iter().map(|column| column.least_width(composer)).collect();
    let spare = (width_of_columns(composer) - least.iter().sum::<f32>()).max(0.0) / columns.len().max(1) as f32;
    let mut block = composer.block();
    let narrowest = least.iter().copied().fold(f32::MAX, f32::min) + spare;
    let head_size = head_size(composer, columns, narrowest - 8.0);
    let style = composer.strong(head_size * unit);
    let mut heads = Vec::new();
    for (column, least) in columns.iter().zip(&least) {
        heads.push(composer.set_leading(&column.title, style, least + spare - 8.0, 12));
    }
    let head = heads.iter().map(|head| head.height()).fold(0.0, f32::max) + 8.0;
    let (top, bottom) = (head, height - 4.0);
    let per_minute = (bottom - top) / hours.len() as f32;
    let y = |minute: i32| top + (minute - hours.from) as f32 * per_minute;
    lines(composer, &mut block, hours, &y);
    let mut left = margin + AXIS * unit;
    for ((column, title), least) in columns.iter().zip(&heads).zip(&least) {
        let width = least + spare;
        block.fill(Area::new(left, 0.0, 0.5, bottom), 0.0, composer.colours.line);
        block.group(Part::Section, |block| {
            block.group(Part::Heading(2), |block| {
                block.text(left + 4.0, 2.0, width - 8.0, title);
            });
            for Placed { entry, minutes: (start, end), track: (track, of) } in &column.sessions {
                let share = (width - 4.0) / *of as f32;
                let area = Area::new(
                    left + 2.5 + share * *track as f32,
                    y(*start) + 0.5,
                    share - 1.0,
                    (y(*end) - y(*start) - 1.0).max(3.0),
                );
                session::draw(composer, block, entry, Space { area, size: 7.5 * unit }, numbers);
            }
        });
        left += width;
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
        words.all(|word| composer.set_whole(&[(word, style)], width, 1).is_some())
    };
    HEADS.into_iter().find(keeps_words).unwrap_or(LEAST_LETTERS.max(HEADS[HEADS.len() - 1]))
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

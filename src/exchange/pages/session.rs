//! A session drawn as a block of time, as large as it lasts. What is not whole in it gets a number.

use std::sync::Arc;

use super::super::drawing::{Area, Paragraph, Part};
use super::super::programme::Entry;
use super::block::Block;
use super::composer::{Composer, LEAST_LETTERS, Style};
use super::numbers::Numbers;
use crate::model::Status;

/// The space that a session has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Where.
    pub area: Area,
    /// The size of its letters where there is enough space.
    pub size: f32,
}

/// From line to line, as a multiple of the size of letters.
const LINE: f32 = 1.28;
/// How much smaller letters may get for a title to be whole; never below [`LEAST_LETTERS`].
const SMALLER: [f32; 4] = [1.0, 0.93, 0.87, 0.8];
/// A box that is no wider than this, in points, has hardly any space before and after its text.
const TIGHT: f32 = 30.0;
/// The space before and after the text of such a box.
const TIGHT_SPACE: (f32, f32) = (3.2, 1.0);
/// How wide a figure is, as a multiple of the size of its letters.
const FIGURE: f32 = 0.68;

/// The width and height that a block needs for a number up to `most`, with space around it.
pub fn least_size(most: usize) -> (f32, f32) {
    let figures = most.max(1).ilog10() + 1;
    let (before, after) = TIGHT_SPACE;
    (before + after + 1.5 + FIGURE * LEAST_LETTERS * figures as f32, LEAST_LETTERS * LINE + 1.6)
}

/// Draws a session: all of it in words as far as that can be read, or else its number and as much as there is room for.
pub fn draw<'a>(
    composer: &mut Composer<'a>,
    block: &mut Block,
    entry: &'a Entry,
    space: Room,
    numbers: &mut Numbers<'a>,
) {
    let area = space.area;
    let (before, after) = if area.width < TIGHT { TIGHT_SPACE } else { (5.0, 2.0) };
    // What is low has hardly any space above and below.
    let above = (area.height * 0.1).min(1.2);
    let (width, room) = (area.width - before - after, area.height - 2.0 * above);
    let told = whole(composer, entry, (width, room), space.size);
    let lines = told.unwrap_or_else(|| numbered(composer, entry, (width, room), numbers));
    ground(composer, block, entry, area);
    block.group(Part::Paragraph, |block| {
        let mut y = area.y + above;
        for paragraph in &lines {
            y = block.text(area.x + before, y, width, paragraph);
        }
    });
}

/// The colour of its kind; a frame around what is cancelled.
fn ground(composer: &Composer<'_>, block: &mut Block, entry: &Entry, area: Area) {
    let tones = composer.colours.tones(entry.hue);
    block.fill(area, 2.0, tones.fill);
    block.fill(Area::new(area.x, area.y, 2.0, area.height), 1.0, tones.bar);
    if entry.status == Status::Cancelled {
        block.frame(area, 2.0, composer.colours.strong_line, 0.75);
    }
}

/// The title in all languages, with the hours where there is room for them, in letters of `size` or smaller; nothing where
/// it would have to be cut, or words broken.
fn whole(
    composer: &mut Composer<'_>,
    entry: &Entry,
    (width, room): (f32, f32),
    size: f32,
) -> Option<Vec<Arc<Paragraph>>> {
    if width < LEAST_LETTERS || room < LEAST_LETTERS * LINE {
        return None;
    }
    let title = composer.title(entry).joined().into_owned();
    let hours = composer.programme.labels.hours(entry);
    for size in sizes(size) {
        let lines = lines_of(room, size);
        let (strong, weak) = styles(composer, entry, size);
        // Where a block stands says when it is.
        let Some(alone) = composer.set_whole(&[(&title, strong)], width, lines) else { continue };
        if lines > 1
            && let Some(title) = composer.set_whole(&[(&title, strong)], width, lines - 1)
            && let Some(hours) = composer.set_whole(&[(&hours, weak)], width, 1)
        {
            return Some(vec![title, hours]);
        }
        let start = entry.span.start.clock();
        let beside = [(start.as_str(), weak), (" ", weak), (title.as_str(), strong)];
        return Some(vec![composer.set_whole(&beside, width, lines).unwrap_or(alone)]);
    }
    None
}

/// The number of an entry, and behind it as much of its title as there is room for.
fn numbered<'a>(
    composer: &mut Composer<'a>,
    entry: &'a Entry,
    (width, room): (f32, f32),
    numbers: &mut Numbers<'a>,
) -> Vec<Arc<Paragraph>> {
    let number = numbers.of(entry).to_string();
    let (lines, side) = (lines_of(room, LEAST_LETTERS), composer.side());
    let (plain, strong) = (composer.plain(LEAST_LETTERS), composer.strong(LEAST_LETTERS));
    let (plain, strong) = (composer.of_entry(entry, plain), Style { colour: composer.colours.accent, ..strong });
    if lines > 1 || width > LEAST_LETTERS * 9.0 {
        let title = composer.title(entry);
        let pieces = [(number.as_str(), strong), (" ", plain), (title.first(), plain)];
        let beside = composer.set_all(&pieces, width, lines, side);
        // So little of a title says nothing.
        let shown = beside.text().chars().count().saturating_sub(number.len());
        if !beside.breaks_a_word() && (!beside.is_cut() || shown > 8) {
            // All of it stands in the list.
            return vec![if beside.is_cut() { Arc::new(beside.told_elsewhere()) } else { beside }];
        }
    }
    vec![composer.set_leading(&number, strong, width, 1)]
}

/// Sizes from `size` down to the least that can be read.
fn sizes(size: f32) -> impl Iterator<Item = f32> {
    let least = LEAST_LETTERS.min(size);
    SMALLER.into_iter().map(move |share| size * share).filter(move |size| *size >= least).chain([least])
}

/// How titles and hours look in letters of `size`.
fn styles(composer: &Composer<'_>, entry: &Entry, size: f32) -> (Style, Style) {
    (composer.of_entry(entry, composer.medium(size)), composer.weak((size * 0.9).max(LEAST_LETTERS)))
}

/// How many lines of letters of `size` there is room for, at least one.
fn lines_of(height: f32, size: f32) -> usize {
    (height / (size * LINE)).floor().max(1.0) as usize
}

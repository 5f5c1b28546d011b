//! A session drawn as a block of time, as large as it lasts.

use std::sync::Arc;

use super::super::drawing::{Align, Area, Paragraph, Part};
use super::super::programme::Entry;
use super::block::Block;
use super::composer::{Composer, Style};
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

/// A box narrower than so many letters are high is narrow: words have to be looked at one by one.
const NARROW: f32 = 6.5;
/// A box that is no wider than this, in points, has hardly any space before and after its text.
const TIGHT: f32 = 30.0;
/// How much smaller letters may get in a wide box for a title to be whole.
const SMALLER_WIDE: [f32; 3] = [1.0, 0.88, 0.78];
/// The smallest letters in a wide box, in points; smaller ones are for what has room for nothing else.
const LEAST_WIDE: f32 = 5.0;
/// How much smaller letters may get in a narrow box.
const SMALLER: [f32; 4] = [1.0, 0.86, 0.74, 0.64];
/// The smallest letters that can be read on paper, in points.
const LEAST: f32 = 3.6;

/// Draws a session. Its text is made smaller and then cut where there is little space, and left out where there is none;
/// the group has a label with all of it then.
pub fn draw(composer: &mut Composer<'_>, block: &mut Block, entry: &Entry, space: Room) {
    let area = space.area;
    let (before, after) = if area.width < TIGHT { (3.2, 1.0) } else { (5.0, 2.0) };
    // What is low has hardly any space above and below.
    let above = (area.height * 0.1).min(1.2);
    let (width, room) = (area.width - before - after, area.height - 2.0 * above);
    // A low block has room for one small line or for none.
    let size = space.size.min(room / LINE);
    let lines = if size < LEAST || width < 9.0 { None } else { text(composer, entry, (width, room, size)) };
    let Some(lines) = lines else {
        let label = format!("{} {}", composer.programme.labels.hours(entry), entry.title.joined());
        block.labelled(Part::Figure, label, |block| ground(composer, block, entry, area));
        return;
    };
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

/// What stands in a box of `width` and `room` (its height), in letters of `size` or smaller; nothing where none fit.
fn text(
    composer: &mut Composer<'_>,
    entry: &Entry,
    (width, room, size): (f32, f32, f32),
) -> Option<Vec<Arc<Paragraph>>> {
    let title = composer.title(entry);
    let hours = composer.programme.labels.hours(entry);
    if width < size * NARROW {
        let codes = codes(composer, entry);
        let least = (size * SMALLER[SMALLER.len() - 1]).max(LEAST);
        // Where no letters are small enough for a long word, it is broken rather than left out of a box with much room.
        let is_roomy = lines_of(room, least) >= 5 && width >= least * 4.0;
        let (title, size) = match fitting(composer, title.first(), size, (width, room)) {
            Some(size) => (title.first(), size),
            None if is_roomy => (title.first(), least),
            None => (codes.as_str(), fitting(composer, &codes, size, (width, room))?),
        };
        let lines = lines_of(room, size);
        let (strong, weak) = styles(composer, entry, size);
        let hours = composer.set_leading(&hours, weak, width, 1);
        if hours.is_cut() || lines == 1 {
            return Some(vec![composer.set(title, strong, width, lines)]);
        }
        return Some(vec![composer.set(title, strong, width, lines - 1), hours]);
    }
    // All languages if they fit, in smaller letters if they must; then the leading one; then as much of it as there is
    // room for.
    let (all, first) = (title.joined(), title.first());
    let sizes: Vec<f32> =
        SMALLER_WIDE.into_iter().map(|share| size * share).filter(|size| *size >= LEAST_WIDE).collect();
    let sizes = if sizes.is_empty() { vec![size] } else { sizes };
    for title in [&*all, first] {
        for &size in &sizes {
            let lines = lines_of(room, size);
            let (strong, weak) = styles(composer, entry, size);
            if lines > 1 {
                let title = composer.set(title, strong, width, lines - 1);
                if !title.is_cut() {
                    return Some(vec![title, composer.set_leading(&hours, weak, width, 1)]);
                }
            }
            let beside = beside(composer, entry, title, (strong, weak), (width, lines));
            if !beside.is_cut() {
                return Some(vec![beside]);
            }
        }
    }
    // Titles of one series differ at their end, which is cut; the bodies that meet differ, too.
    let codes = codes(composer, entry);
    let told;
    let first = if codes.is_empty() || first.contains(&codes) {
        first
    } else {
        told = composer.programme.labels.labelled(&codes, first);
        &told
    };
    let size = *sizes.last()?;
    let (lines, (strong, weak)) = (lines_of(room, size), styles(composer, entry, size));
    if lines > 2 {
        let title = composer.set(first, strong, width, lines - 1);
        return Some(vec![title, composer.set_leading(&hours, weak, width, 1)]);
    }
    Some(vec![beside(composer, entry, first, (strong, weak), (width, lines))])
}

/// When a session starts, and its title behind that.
fn beside(
    composer: &mut Composer<'_>,
    entry: &Entry,
    title: &str,
    (strong, weak): (Style, Style),
    (width, lines): (f32, usize),
) -> Arc<Paragraph> {
    let start = entry.span.start.clock();
    composer.set_all(&[(start.as_str(), weak), (" ", weak), (title, strong)], width, lines, Align::Start)
}

/// How titles and hours look in letters of `size`.
fn styles(composer: &Composer<'_>, entry: &Entry, size: f32) -> (Style, Style) {
    (composer.of_entry(entry, composer.medium(size)), composer.weak(size * 0.9))
}

/// The short names of the bodies that meet, in the leading language.
fn codes(composer: &Composer<'_>, entry: &Entry) -> String {
    let codes = entry.bodies.iter().map(|&body| composer.programme.bodies[body].code.first());
    codes.collect::<Vec<_>>().join(", ")
}

/// The size of letters in which `text` can be set in a box of `width` and `height` without breaking a word: the largest at
/// which all of it has room, or else the largest at which it begins. None for no text.
fn fitting(composer: &mut Composer<'_>, text: &str, size: f32, (width, height): (f32, f32)) -> Option<f32> {
    if text.is_empty() {
        return None;
    }
    let sizes: Vec<f32> = SMALLER.into_iter().map(|share| size * share).filter(|size| *size >= LEAST).collect();
    let mut keeps_words = |size: &f32| {
        let style = composer.medium(*size);
        // Chinese may break between any two characters.
        let is_breakable = |word: &str| word.chars().any(|c| c >= '\u{2e80}') && width >= size * 2.0;
        let mut words = text.split_whitespace();
        words.all(|word| is_breakable(word) || !composer.set_leading(word, style, width, 1).is_cut())
    };
    let first = sizes.iter().position(&mut keeps_words)?;
    let has_room = |size: &&f32| !composer.set(text, composer.medium(**size), width, lines_of(height, **size)).is_cut();
    Some(*sizes[first..].iter().find(has_room).unwrap_or(&sizes[first]))
}

/// How many lines of letters of `size` there is room for, at least one.
fn lines_of(height: f32, size: f32) -> usize {
    (height / (size * LINE)).floor().max(1.0) as usize
}

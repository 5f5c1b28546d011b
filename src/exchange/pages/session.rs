//! A session drawn as a block of time, as large as it lasts.

use super::super::drawing::{Area, Part};
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
    /// Whether its rooms are told; they need not be in a column of a room.
    pub shows_rooms: bool,
}

/// From line to line, as a multiple of the size of letters.
const LINE: f32 = 1.28;

/// A box narrower than so many letters are high is narrow: words have to be looked at one by one.
const NARROW: f32 = 6.5;
/// How much smaller letters may get in a narrow box.
const SMALLER: [f32; 4] = [1.0, 0.86, 0.74, 0.64];
/// The smallest letters that can be read on paper, in points.
const LEAST: f32 = 3.6;

/// Draws a session. Its text is made smaller and then cut where there is little space, and left out where there is none;
/// the group has a label with all of it then.
pub fn draw(composer: &mut Composer<'_>, block: &mut Block, entry: &Entry, space: Room) {
    let Room { area, size, shows_rooms } = space;
    let tones = composer.colours.tones(entry.kind);
    let frame = composer.colours.strong_line;
    let ground = |block: &mut Block| {
        block.fill(area, 2.0, tones.fill);
        block.fill(Area::new(area.x, area.y, 2.0, area.height), 1.0, tones.bar);
        if entry.status == Status::Cancelled {
            block.frame(area, 2.0, frame, 0.75);
        }
    };
    let width = area.width - 7.0;
    let room = area.height - 2.5;
    // A low block has room for one small line or for none.
    let size = size.min(room / LINE);
    let hours = composer.programme.labels.hours(entry);
    if size < LEAST || width < 12.0 {
        block.labelled(Part::Figure, format!("{hours} {}", entry.title.joined()), ground);
        return;
    }
    let cancelled = entry.status == Status::Cancelled;
    let mark = cancelled.then(|| composer.programme.labels.text("handout-cancelled").first().to_owned());
    let leading = match &mark {
        Some(mark) => format!("{mark}: {}", entry.title.first()),
        None => entry.title.first().to_owned(),
    };
    let is_narrow = width < size * NARROW;
    let (title, size) = if is_narrow {
        let codes: Vec<&str> = entry.bodies.iter().map(|&body| composer.programme.bodies[body].code.first()).collect();
        let Some(fitting) = fitting(composer, &[&leading, &codes.join(", ")], size, (width, room)) else {
            block.labelled(Part::Figure, format!("{hours} {}", entry.title.joined()), ground);
            return;
        };
        fitting
    } else if mark.is_none() && lines_of(room, size) >= 3 {
        (entry.title.joined().into_owned(), size)
    } else {
        (leading, size)
    };
    ground(block);
    let lines = lines_of(room, size);
    let strong = composer.medium(size);
    let weak = Style { size: size * 0.9, ..composer.weak(size) };
    let (left, top) = (area.x + 5.0, area.y + 1.2);
    block.group(Part::Paragraph, |block| {
        if lines == 1 && !is_narrow {
            let start = entry.span.start.clock();
            let both = [(start.as_str(), weak), (" ", weak), (title.as_str(), strong)];
            let line = composer.set_all(&both, width, 1, super::super::drawing::Align::Start);
            block.text(left, top, width, &line);
            return;
        }
        let hours = composer.set_leading(&hours, weak, width, 1);
        if is_narrow && (hours.is_cut() || lines == 1) {
            let title = composer.set(&title, strong, width, lines);
            block.text(left, top, width, &title);
            return;
        }
        let title = composer.set(&title, strong, width, lines - 1);
        let below = block.text(left, top, width, &title);
        let below = block.text(left, below, width, &hours);
        let place = composer.place(entry);
        if shows_rooms && !place.is_empty() && lines > title.lines().len() + 1 {
            let place = composer.set_leading(&place, weak, width, 1);
            block.text(left, below, width, &place);
        }
    });
}

/// The first of `texts` that can be set in a box of `width` and `height` without breaking a word, with a size of letters:
/// the largest at which all of it has room, or else the largest at which it begins.
fn fitting(
    composer: &mut Composer<'_>,
    texts: &[&str],
    size: f32,
    (width, height): (f32, f32),
) -> Option<(String, f32)> {
    let sizes: Vec<f32> = SMALLER.into_iter().map(|share| size * share).filter(|size| *size >= LEAST).collect();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        let mut keeps_words = |size: &f32| {
            let style = composer.medium(*size);
            // Chinese may break between any two characters.
            let is_breakable = |word: &str| word.chars().any(|c| c >= '\u{2e80}') && width >= size * 2.0;
            let mut words = text.split_whitespace();
            words.all(|word| is_breakable(word) || !composer.set_leading(word, style, width, 1).is_cut())
        };
        let Some(first) = sizes.iter().position(&mut keeps_words) else { continue };
        let has_room =
            |size: &&f32| !composer.set(text, composer.medium(**size), width, lines_of(height, **size)).is_cut();
        let size = sizes[first..].iter().find(has_room).unwrap_or(&sizes[first]);
        return Some(((*text).to_owned(), *size));
    }
    None
}

/// How many lines of letters of `size` there is room for, at least one.
fn lines_of(height: f32, size: f32) -> usize {
    (height / (size * LINE)).floor().max(1.0) as usize
}

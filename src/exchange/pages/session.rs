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
    if size < 3.6 || width < 12.0 {
        block.labelled(Part::Figure, format!("{hours} {}", entry.title.joined()), ground);
        return;
    }
    // Where a word would be broken, a short name says more, or nothing at all does.
    let codes: Vec<&str> = entry.bodies.iter().map(|&body| composer.programme.bodies[body].code.first()).collect();
    let code = codes.join(", ");
    if width < size * 6.5 {
        let style = composer.medium(size);
        let code = composer.set_leading(&code, style, width, 1);
        if code.is_cut() || code.text().is_empty() {
            block.labelled(Part::Figure, format!("{hours} {}", entry.title.joined()), ground);
        } else {
            ground(block);
            block.group(Part::Paragraph, |block| {
                block.text(area.x + 5.0, area.y + 1.2, width, &code);
            });
        }
        return;
    }
    ground(block);
    let lines = (room / (size * LINE)).floor().max(1.0) as usize;
    let cancelled = entry.status == Status::Cancelled;
    let mark = cancelled.then(|| composer.programme.labels.text("handout-cancelled").first().to_owned());
    let title = match (&mark, lines >= 3) {
        (Some(mark), _) => format!("{mark}: {}", entry.title.first()),
        (None, true) => entry.title.joined().into_owned(),
        (None, false) => entry.title.first().to_owned(),
    };
    let strong = composer.medium(size);
    let weak = Style { size: size * 0.9, ..composer.weak(size) };
    let (left, top) = (area.x + 5.0, area.y + 1.2);
    block.group(Part::Paragraph, |block| {
        if lines == 1 {
            let start = entry.span.start.clock();
            let both = [(start.as_str(), weak), (" ", weak), (title.as_str(), strong)];
            let line = composer.set_all(&both, width, 1, super::super::drawing::Align::Start);
            block.text(left, top, width, &line);
            return;
        }
        let title = composer.set(&title, strong, width, lines - 1);
        let below = block.text(left, top, width, &title);
        let hours = composer.set_leading(&hours, weak, width, 1);
        let below = block.text(left, below, width, &hours);
        let place = composer.place(entry);
        if shows_rooms && !place.is_empty() && lines > title.lines().len() + 1 {
            let place = composer.set_leading(&place, weak, width, 1);
            block.text(left, below, width, &place);
        }
    });
}

//! What became of the place of a session: `moved from 09:30 to 10:00, Room A → Room B`.

use crate::merge::Turn;
use crate::model::{Placement, RoomId, SessionId};
use crate::texts::{Value as Word, dates};

use super::{Side, Told, turn_word};

impl Told<'_> {
    /// What became of a session, with its place where that is what one wants to know; `None` where only fields changed.
    pub(super) fn turn_part(&self, id: SessionId, turn: Turn) -> Option<String> {
        let place = |side| self.session(id, side).and_then(|session| session.placement.as_ref());
        let (was, is) = (place(Side::Before), place(Side::After));
        let (at, side) = match turn {
            Turn::Changed => return None,
            Turn::Moved { .. } => return Some(self.moved(was?, is?)),
            Turn::Removed | Turn::Unplaced => (was, Side::Before),
            // Where it was to be is what everybody knows of it.
            Turn::Cancelled => (was.or(is), if was.is_some() { Side::Before } else { Side::After }),
            Turn::New | Turn::Revived | Turn::Placed => (is, Side::After),
        };
        let word = self.texts.text(turn_word(turn));
        Some(at.map_or_else(|| word.to_owned(), |at| self.labelled(word, &self.place(at, side))))
    }

    /// `moved from 09:30 to 10:00, Room A → Room B`
    fn moved(&self, was: &Placement, is: &Placement) -> String {
        let rooms = (was.rooms != is.rooms)
            .then(|| self.was_is(&self.rooms(&was.rooms, Side::Before), &self.rooms(&is.rooms, Side::After)));
        let time = ((was.start, was.length) != (is.start, is.length)).then(|| self.moved_in_time(was, is));
        match (time, rooms) {
            (Some(time), rooms) => self.joined("change-beside", std::iter::once(time).chain(rooms)),
            (None, rooms) => self.labelled(self.texts.text("change-moved"), &rooms.unwrap_or_default()),
        }
    }

    /// As much of the two times as differs: the day only where that is another one, the end only where the length is.
    fn moved_in_time(&self, was: &Placement, is: &Placement) -> String {
        let (from, to) = (was.span(), is.span());
        if was.start == is.start && from.last_day() == to.last_day() {
            return self.between("change-ends", [from, to].map(|span| span.end_clock()));
        }
        let is_same_day = was.start.date() == is.start.date();
        let said = [from, to].map(|span| match (is_same_day, was.length == is.length) {
            (true, true) => span.start.clock(),
            (true, false) => dates::clock_span(self.texts, span),
            (false, true) => dates::moment_text(self.texts, span.start),
            (false, false) => dates::span_text(self.texts, span),
        });
        let said = if is_same_day { said.map(|text| self.left_to_right(text)) } else { said };
        self.between("change-moved-from", said)
    }

    fn between(&self, id: &str, [from, to]: [String; 2]) -> String {
        self.texts.text_with(id, &[("from", Word::from(&from)), ("to", Word::from(&to))])
    }

    /// `Fri 21 Nov 09:30–12:30, Room A`
    pub(super) fn place(&self, at: &Placement, side: Side) -> String {
        let span = self.span(at.span());
        if at.rooms.is_empty() { span } else { self.joined("change-beside", [span, self.rooms(&at.rooms, side)]) }
    }

    /// `Room A, Room B`
    pub(super) fn rooms(&self, rooms: &[RoomId], side: Side) -> String {
        if rooms.is_empty() {
            return self.texts.text("handout-no-room").to_owned();
        }
        self.joined("change-listed", rooms.iter().map(|&room| self.name(room.into(), side)))
    }

    /// Hours run from the left also in Arabic, and are kept apart from what is around them (Unicode Standard Annex #9, §2.4).
    pub(super) fn left_to_right(&self, hours: String) -> String {
        if self.is_arabic() { format!("\u{2066}{hours}\u{2069}") } else { hours }
    }
}

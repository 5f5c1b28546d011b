//! The weeks and the parts of days that a time management plan has as columns and rows.

use chrono::{Datelike as _, NaiveDate};

use super::programme::{Day, Entry, Programme};
use super::words::Words;
use crate::texts::{dates, tid};

/// The parts of a day: from which minute on, and the id of the name. 13:00 and 18:00 lie in the lunch break and after the
/// last sitting of the plan of Council-17.
pub const PARTS: [(i32, &str); 3] =
    [(0, tid("handout-forenoon")), (13 * 60, tid("handout-afternoon")), (18 * 60, tid("handout-evening"))];

/// The part of the day in which an entry starts, in [`PARTS`].
pub fn part_of(entry: &Entry) -> usize {
    let start = entry.span.start.minute_of_day();
    PARTS.iter().rposition(|&(from, _)| from <= start).unwrap_or(0)
}

/// The days of a programme from Monday to Sunday, cut where more than `most` (at least 1) would stand side by side.
pub fn weeks(programme: &Programme, most: usize) -> Vec<&[Day]> {
    let same_week = |a: &Day, b: &Day| a.date.iso_week() == b.date.iso_week();
    programme.days.chunk_by(same_week).flat_map(|week| week.chunks(most.max(1))).collect()
}

/// `17–22 November 2025`
pub fn dates_words(programme: &Programme, days: &[Day]) -> Words {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Words::default() };
    let (first, last): (NaiveDate, NaiveDate) = (first.date, last.date);
    programme.labels.each(|texts| dates::dates_text(texts, first, last))
}

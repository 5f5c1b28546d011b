//! Days in portions that fit side by side: weeks from Monday to Sunday, cut where they have more days than fit.

use chrono::{Datelike as _, NaiveDate};

use super::super::programme::{Day, Programme};
use super::super::words::Words;
use crate::texts::dates;

/// The days of a programme week by week, at most `most` (at least 1) together.
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

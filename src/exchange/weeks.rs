//! The weeks of a programme.

use chrono::{Datelike as _, NaiveDate};

use super::programme::{Day, Programme};
use super::words::Words;
use crate::texts::dates;

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

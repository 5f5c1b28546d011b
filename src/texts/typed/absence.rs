//! Times at which somebody or something is not there, as people type them.

use chrono::NaiveDate;

use super::{clock, date};
use crate::model::{Absence, CivilTime};

/// `24 nov 09:00 – 25 nov 18:00 rehearsal`, `24 nov 9:00-18:00`; the second day may be left out, and the reason. Days are read
/// near one of those that matter.
#[must_use]
pub fn absence(text: &str, within: (NaiveDate, NaiveDate)) -> Option<Absence> {
    let (from, to) = text.split_once(['–', '—']).or_else(|| text.split_once(" - ")).or_else(|| dashed(text))?;
    let (first, start, rest) = moment(from, within)?;
    let first = first.filter(|_| rest.is_empty())?;
    let (last, end, reason) = moment(to, within)?;
    let at = |day: NaiveDate, minute: u16| CivilTime::at(day, 0, 0).plus_mins(minute.into());
    Some(Absence { from: at(first, start), to: at(last.unwrap_or(first), end), reason })
}

/// `9:00-18:00`: a dash between two times.
fn dashed(text: &str) -> Option<(&str, &str)> {
    let dashes = text.match_indices('-').map(|(at, _)| at);
    let between = |&at: &usize| {
        let before = text[..at].split_whitespace().next_back().is_some_and(|word| clock(word).is_some());
        before && text[at + 1..].split_whitespace().next().is_some()
    };
    dashes.filter(|at| between(at)).map(|at| (&text[..at], &text[at + 1..])).next()
}

/// A day, if there is one, a time, and what stands behind that.
fn moment(text: &str, within: (NaiveDate, NaiveDate)) -> Option<(Option<NaiveDate>, u16, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|word| word.contains(':') && clock(word).is_some())?;
    let day = match &words[..at] {
        [] => None,
        day => Some(date(&day.join(" "), within.0, within)?),
    };
    Some((day, clock(words[at])?, words[at + 1..].join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String, String)> {
        let day = |text: &str| text.parse().unwrap();
        let found = absence(text, (day("2025-11-17"), day("2025-11-28")))?;
        Some((found.from.to_string(), found.to.to_string(), found.reason))
    }

    #[test]
    fn two_times_and_a_reason() {
        let told = |from: &str, to: &str, reason: &str| Some((from.to_owned(), to.to_owned(), reason.to_owned()));
        let whole = told("2025-11-24T09:00", "2025-11-25T18:00", "sound check");
        assert_eq!(read("24 nov 09:00 – 25 nov 18:00 sound check"), whole);
        assert_eq!(read("24 nov 9:00-18:00"), told("2025-11-24T09:00", "2025-11-24T18:00", ""));
        assert_eq!(read("2025-11-24 9:00 - 18:00"), told("2025-11-24T09:00", "2025-11-24T18:00", ""));
        assert_eq!(read("24 ноя 9:00 – 24:00 ремонт"), told("2025-11-24T09:00", "2025-11-25T00:00", "ремонт"));
        for odd in ["", "24 nov", "24 nov 9:00", "9:00 – 18:00", "24 nov 9:00 – soon"] {
            assert_eq!(read(odd), None, "{odd}");
        }
    }
}

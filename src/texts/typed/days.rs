//! Reading days as people type them: in figures, or in words of the languages of the screen or of all six.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::super::{Texts, bundle, dates, files, other_words};
use super::{UNITS, plain, whole};
use crate::model::Language;

/// A day: `2025-11-17`, `17.11.2025`, `17.11.`, `17/11`, `17`; what is left out is taken from `near`.
#[must_use]
pub fn day(text: &str, near: NaiveDate) -> Option<NaiveDate> {
    let text = plain(text);
    let parts: Vec<u32> = {
        let separators = ['-', '.', '/'];
        let parts = text.trim_end_matches('.').split(separators);
        parts.map(|part| whole(part.trim()).and_then(|part| u32::try_from(part).ok())).collect::<Option<_>>()?
    };
    let year = |year: u32| i32::try_from(if year < 100 { year + 2000 } else { year }).ok();
    let date = match parts[..] {
        [y, m, d] if text.contains('-') => NaiveDate::from_ymd_opt(year(y)?, m, d),
        [d, m, y] => NaiveDate::from_ymd_opt(year(y)?, m, d),
        [d, m] if !text.contains('-') => NaiveDate::from_ymd_opt(near.year(), m, d),
        [d] => NaiveDate::from_ymd_opt(near.year(), near.month(), d),
        _ => None,
    };
    date.filter(|date| (1900..=2199).contains(&date.year()))
}

/// By how many days something is moved: `-7`, `+364`, `− 7 d`; nothing without a sign, and nothing beyond ten years.
#[must_use]
pub fn days_on(text: &str) -> Option<i32> {
    let text = plain(text);
    let (sign, rest) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+')?),
    };
    let digits = rest.trim().trim_end_matches(|c: char| c.is_alphabetic() || c == ' ' || c == '.');
    let days: i32 = whole(digits).and_then(|days| i32::try_from(days).ok()).filter(|days| *days <= 3660)?;
    Some(sign * days)
}

/// A day in words: `24 nov`, `Nov 24`, `mon`, `monday 24`, `24 ноября`, or as [`day`] reads it; in every language of the
/// screen. What is left out is taken from `near`. A weekday alone is the next one after `near`, or the first one of the
/// days that matter where that lies behind them; a month alone is its first day of those.
#[must_use]
pub fn date(text: &str, near: NaiveDate, within: (NaiveDate, NaiveDate)) -> Option<NaiveDate> {
    date_by(&CALENDAR, text, near, within)
}

/// The same, in words of all six languages, for what others wrote.
#[must_use]
pub fn date_in_any(text: &str, near: NaiveDate, within: (NaiveDate, NaiveDate)) -> Option<NaiveDate> {
    date_by(&CALENDAR_OF_ALL, text, near, within)
}

fn date_by(calendar: &Calendar, text: &str, near: NaiveDate, within: (NaiveDate, NaiveDate)) -> Option<NaiveDate> {
    if let Some(date) = day(text, near) {
        return Some(date);
    }
    let text = plain(text);
    let (mut number, mut month, mut year, mut weekday, mut unclear) = (None, None, None, None, None);
    for word in text.split([' ', ',', '.', '/', '-']).filter(|word| !word.is_empty()) {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        // `18 de noviembre`, `18th of November`.
        if matches!(word, "de" | "of") {
            continue;
        }
        // Behind a number stands how it ends when it is spoken, `24th`, `24го`, or right away the month.
        let (digits, rest) = word.split_at(digits.len());
        let glued = place_of(&calendar.months, rest).filter(|_| !digits.is_empty());
        if !digits.is_empty() && glued.is_none() && rest.chars().count() > 2 {
            return None;
        }
        if let Some(found) = glued
            && month.replace(found + 1).is_some()
        {
            return None;
        }
        if let Some(value) = whole(digits) {
            let value = u32::try_from(value).ok()?;
            let place = if value > 31 || number.is_some() { &mut year } else { &mut number };
            if place.replace(value).is_some() {
                return None;
            }
        } else if let Some(found) = place_of(&calendar.months, word) {
            // `mar` is March, and Tuesday in French and Spanish.
            let or_weekday = place_of(&calendar.weekdays, word);
            match (month, unclear) {
                (None, _) => (month, unclear) = (Some(found + 1), or_weekday),
                (Some(_), Some(_)) => (month, weekday, unclear) = (Some(found + 1), unclear, None),
                (Some(_), None) if or_weekday.is_some() => weekday = or_weekday,
                (Some(_), None) => return None,
            }
        } else if let Some(found) = place_of(&calendar.weekdays, word) {
            weekday = Some(found);
        } else if number.is_none() || month.is_none() || !UNITS.years.iter().any(|year| year == word) {
            return None;
        }
    }
    let in_year = |year: Option<u32>| match year {
        Some(year) => i32::try_from(if year < 100 { year + 2000 } else { year }).ok(),
        None => Some(near.year()),
    };
    let (first, last) = within;
    let found = match (number, month) {
        // Two numbers alone are no day and year.
        (Some(_), None) if year.is_some() => None,
        (Some(day), month) => NaiveDate::from_ymd_opt(in_year(year)?, month.unwrap_or(near.month()), day),
        (None, Some(month)) => {
            let begin = NaiveDate::from_ymd_opt(in_year(year)?, month, 1)?;
            let in_it = (begin.year(), month) == (first.year(), first.month());
            Some(if in_it { first } else { begin })
        }
        (None, None) => {
            let weekday = weekday.filter(|_| year.is_none())?;
            let next = |from: NaiveDate| from.iter_days().find(|date| date.weekday().num_days_from_monday() == weekday);
            next(near.succ_opt()?).filter(|&date| date <= last || near > last).or_else(|| next(first))
        }
    };
    found.filter(|date| (1900..=2199).contains(&date.year()))
}

/// As [`date`] reads it; where no year is told and the day of this year lies before `from`, that of the next one is meant.
#[must_use]
pub fn coming(text: &str, from: NaiveDate) -> Option<NaiveDate> {
    let found = date(text, from, (from, from))?;
    let later = from.checked_add_months(chrono::Months::new(12)).and_then(|near| date(text, near, (near, near)));
    // What does not follow the year of `from` has one of its own.
    let follows = later.filter(|later| later.year() == found.year() + 1 && later.month() == found.month());
    Some(follows.filter(|_| found < from).unwrap_or(found))
}

/// What months and days of the week are called, in small letters, each in every way.
struct Calendar {
    months: Vec<Vec<String>>,
    weekdays: Vec<Vec<String>>,
}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| calendar_of(Texts::AVAILABLE.into_iter().map(words_of)));

static CALENDAR_OF_ALL: LazyLock<Calendar> =
    LazyLock::new(|| calendar_of(Language::ALL.into_iter().map(words_of).chain(std::iter::once_with(other_words))));

/// The words for times in a language.
pub(super) fn words_of(language: Language) -> HashMap<String, String> {
    let files: Vec<_> = files(language).iter().copied().filter(|(name, _)| *name == "time").collect();
    let mut texts = HashMap::new();
    bundle(language, &files, &mut texts);
    texts
}

fn calendar_of(languages: impl Iterator<Item = HashMap<String, String>>) -> Calendar {
    let mut calendar = Calendar { months: vec![Vec::new(); 12], weekdays: vec![Vec::new(); 7] };
    for texts in languages {
        let names = |ids: &[&str], names: &mut [Vec<String>]| {
            for (id, names) in ids.iter().zip(names) {
                let all = texts.get(*id).into_iter().flat_map(|names| names.split('|'));
                names.extend(all.map(|name| plain(name).trim_end_matches('.').to_owned()));
            }
        };
        for ids in [&dates::MONTHS, &dates::NOMINATIVE_MONTHS, &dates::SHORT_MONTHS] {
            names(ids, &mut calendar.months);
        }
        for ids in [&dates::WEEKDAYS, &dates::SHORT_WEEKDAYS] {
            names(ids, &mut calendar.weekdays);
        }
    }
    calendar
}

/// Which of them is called so: by a whole name, or by at least three letters of it.
fn place_of(names: &[Vec<String>], word: &str) -> Option<u32> {
    let is_meant = |name: &String| name == word || (word.chars().count() >= 3 && name.starts_with(word));
    let place = names.iter().position(|names| names.iter().any(is_meant))?;
    u32::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_a_sign_is_so_many_days() {
        for (text, days) in [("-7", -7), ("+364", 364), ("\u{2212} 7 d", -7), ("+1 day", 1), (" +7 дн.", 7)] {
            assert_eq!(days_on(text), Some(days), "{text}");
        }
        for text in ["7", "2025-11-17", "-", "+", "+99999", "-7-8", "+7.5"] {
            assert_eq!(days_on(text), None, "{text}");
        }
    }

    #[test]
    fn days_take_from_their_neighbour_what_is_left_out() {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let near = date(2025, 11, 20);
        for (text, expected) in [
            ("2025-11-17", date(2025, 11, 17)),
            ("17.11.2026", date(2026, 11, 17)),
            ("17.11.26", date(2026, 11, 17)),
            ("17.11", date(2025, 11, 17)),
            ("17.11.", date(2025, 11, 17)),
            ("1/12", date(2025, 12, 1)),
            (" 28 ", date(2025, 11, 28)),
        ] {
            assert_eq!(day(text, near), Some(expected), "{text}");
        }
        for text in ["", "31", "31.11.", "2025-11", "1899-01-01", "17.11.2025.1", "Monday", "2025-02-30", "."] {
            assert_eq!(day(text, near), None, "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_the_next_one() {
        let on = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let from = on(2026, 11, 26);
        for (text, expected) in [
            ("14 oct", on(2027, 10, 14)),
            ("14.10.", on(2027, 10, 14)),
            ("14 dec", on(2026, 12, 14)),
            ("26 nov", on(2026, 11, 26)),
            ("14.10.2025", on(2025, 10, 14)),
            ("14 oct 2026", on(2026, 10, 14)),
        ] {
            assert_eq!(coming(text, from), Some(expected), "{text}");
        }
        assert_eq!(coming("some day", from), None);
    }

    #[test]
    fn days_are_read_in_words_of_the_languages_of_the_screen() {
        let on = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap();
        let (near, within) = (on(11, 20), (on(11, 17), on(11, 28)));
        for (text, expected) in [
            ("24 nov", on(11, 24)),
            ("24 Nov 2025", on(11, 24)),
            ("24dec", on(12, 24)),
            ("24dec 2025", on(12, 24)),
            ("24декабря", on(12, 24)),
            ("24го декабря", on(12, 24)),
            ("nov 24", on(11, 24)),
            ("November 24th, 2025", on(11, 24)),
            ("24.11", on(11, 24)),
            ("24", on(11, 24)),
            ("mon", on(11, 24)),
            ("Thursday", on(11, 27)),
            ("thu 20 nov", on(11, 20)),
            ("monday 24", on(11, 24)),
            ("14 jul", on(7, 14)),
            ("nov", on(11, 17)),
            ("sep", on(9, 1)),
            ("24 ноя", on(11, 24)),
            ("24 ноября 2025 г.", on(11, 24)),
            ("24 ноября 2025 года", on(11, 24)),
            ("пн", on(11, 24)),
            ("Понедельник, 24 ноября", on(11, 24)),
            ("пятница", on(11, 21)),
        ] {
            assert_eq!(date(text, near, within), Some(expected), "{text}");
        }
        assert_eq!(date("mon", on(11, 28), within), Some(on(11, 17)), "the next one would lie behind the conference");
        assert_eq!(date("mon", on(12, 3), within), Some(on(12, 8)), "who is behind it stays there");
        for text in [
            "",
            "com3",
            "monda",
            "no",
            "31 nov",
            "24 nov nov",
            "hall a",
            "24 nov 25 26",
            "m",
            "24 x",
            "24hours",
            "24nov nov",
        ] {
            assert_eq!(date(text, near, within), if text == "monda" { Some(on(11, 24)) } else { None }, "{text}");
        }
    }
}

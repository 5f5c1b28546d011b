//! Reading times, lengths and numbers as people type them; days have a file of their own. The words for hours and minutes are those of all
//! languages (`time.ftl`), whichever the screen is in.

mod absence;
mod agenda;
mod days;
mod ranks;
mod requests;
mod room_requests;

use std::sync::LazyLock;

use super::{numbers, other_words, tid};
use crate::model::{DAY_MINS, Language, Length, Number};

pub use absence::absence;
pub use agenda::{TypedItem, item, seconds_text, shares};
pub use days::{coming, date, date_in_any, day, days_on};
pub use ranks::{SaidRank, is_bare_rank, rank};
pub use requests::{language, request};
pub use room_requests::{moment, purpose, room_request};

/// What people call hours, minutes, seconds and years beside a number, in small letters.
struct Units {
    hours: Vec<String>,
    mins: Vec<String>,
    secs: Vec<String>,
    /// What stands behind the number of a year.
    years: Vec<String>,
}

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let mut units = Units { hours: Vec::new(), mins: Vec::new(), secs: Vec::new(), years: Vec::new() };
    for texts in Language::ALL.into_iter().map(days::words_of).chain(std::iter::once_with(other_words)) {
        for (id, words) in [
            (tid("typed-hours"), &mut units.hours),
            (tid("typed-mins"), &mut units.mins),
            (tid("typed-secs"), &mut units.secs),
            (tid("typed-years"), &mut units.years),
        ] {
            words.extend(texts.get(id).into_iter().flat_map(|text| text.split_whitespace().map(plain)));
        }
    }
    // The longer word first: the shorter one may be its beginning.
    units.hours.sort_by_key(|word| std::cmp::Reverse(word.len()));
    units
});

/// Minutes since midnight, `0..=1440`: `930`, `9:30`, `14.30`, `0930`, `9 h 30`, `9`, `9:30 pm`, `24:00`.
#[must_use]
pub fn clock(text: &str) -> Option<u16> {
    let text = plain(text);
    let (text, half) = match text.strip_suffix('m').map(str::trim_end) {
        Some(rest) if rest.ends_with('a') => (rest.trim_end_matches('a').trim_end(), Some(0)),
        Some(rest) if rest.ends_with('p') => (rest.trim_end_matches('p').trim_end(), Some(12)),
        _ => (text.as_str(), None),
    };
    // `9:30 h`, `9.30 Uhr`.
    let bare = UNITS.hours.iter().find_map(|word| text.strip_suffix(word.as_str()));
    let text = bare.map(str::trim_end).filter(|bare| bare.contains([':', '.'])).unwrap_or(text);
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let (hour, minute) = if rest.is_empty() && digits.len() > 2 {
        digits.split_at(digits.len() - 2)
    } else if rest.is_empty() {
        (digits, "00")
    } else {
        let rest = rest.trim();
        match UNITS.hours.iter().find_map(|word| rest.strip_prefix(word.as_str())) {
            Some("") => (digits, "00"),
            Some(minute) => (digits, minute.trim_start()),
            None => (digits, rest.trim_start_matches([':', '.', ',', '-']).trim_start()),
        }
    };
    let short = |digits: &str, most: usize| {
        let fits = (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) = (short(hour, 2)?, short(minute, 2).filter(|_| minute.len() == 2)?);
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
        None => hour,
    };
    let whole = hour * 60 + minute;
    (minute < 60 && whole <= 24 * 60).then_some(whole)
}

/// The same, when something can begin: `0..1440`.
#[must_use]
pub fn start(text: &str) -> Option<u16> {
    clock(text).filter(|&minute| i32::from(minute) < DAY_MINS)
}

/// `09:30`, as [`clock`] reads it.
#[must_use]
pub fn clock_text(minute_of_day: u16) -> String {
    format!("{:02}:{:02}", minute_of_day / 60, minute_of_day % 60)
}

/// A length: `75` minutes, `1:15`, `1h15`, `1 h 15 min`, `1.5 h`, `90 min`, `2 ч`.
#[must_use]
pub fn length(text: &str) -> Option<Length> {
    let text = plain(text).replace(',', ".");
    let mins = if let Some((hours, mins)) = text.split_once(':') {
        let is_minute = mins.len() == 2 && mins.bytes().all(|byte| byte.is_ascii_digit());
        let mins: i64 = mins.parse().ok().filter(|&mins| is_minute && mins < 60)?;
        whole(hours)? * 60 + mins
    } else {
        worded(&text)?
    };
    Length::from_mins(mins).ok()
}

/// By how much something is shifted, in minutes: a [`length`], with `-` or `−` before it for earlier; `0` is nothing.
#[must_use]
pub fn shift(text: &str) -> Option<i32> {
    let text = plain(text);
    let earlier = text.strip_prefix(['-', '\u{2212}', '\u{2013}']);
    let amount = earlier.or_else(|| text.strip_prefix('+')).unwrap_or(&text).trim_start();
    let mins = if amount.parse() == Ok(0_u8) { 0 } else { length(amount)?.mins() };
    Some(if earlier.is_some() { -mins } else { mins })
}

/// `1:15`, as [`length`] reads it.
#[must_use]
pub fn length_text(length: Length) -> String {
    format!("{}:{:02}", length.mins() / 60, length.mins() % 60)
}

/// A number from 0 on; blanks, commas, points and apostrophes may stand between thousands. Nothing for an empty text.
///
/// # Errors
/// Nothing more to say: the text is no such number.
pub fn count(text: &str) -> Result<Option<u32>, ()> {
    let text = plain(text).replace('\u{2019}', "'");
    if text.is_empty() {
        return Ok(None);
    }
    let digits = [' ', '\'', ',', '.'].iter().find_map(|&mark| ungrouped(&text, mark)).ok_or(())?;
    digits.parse().map(Some).map_err(|_| ())
}

/// The digits of a whole number that has this mark between thousands, or none.
fn ungrouped(text: &str, mark: char) -> Option<String> {
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let groups: Vec<&str> = groups.collect();
    let is_first = groups.is_empty() || ((1..=3).contains(&first.len()) && !first.starts_with('0'));
    let are_whole = is_first && groups.iter().all(|group| group.len() == 3);
    let digits = first.to_owned() + &groups.concat();
    (are_whole && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// A whole number, with a sign or without.
#[must_use]
pub fn integer(text: &str) -> Option<i32> {
    plain(text).replace('\u{2212}', "-").parse().ok()
}

/// A number with a sign or without, a point or a comma before its fraction, and marks between thousands. `1,200` is
/// read as it is written in a language; where that does not tell, it could be either, and is none.
#[must_use]
pub fn number(text: &str, written_in: Option<Language>) -> Option<Number> {
    let text = plain(text).replace('\u{2019}', "'").replace('\u{2212}', "-");
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    let (whole, fraction) = whole_and_fraction(digits, written_in)?;
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let whole = [' ', '\'', ',', '.'].iter().find_map(|&mark| ungrouped(whole, mark));
    let text = format!("{sign}{}.{fraction}", whole.filter(|_| is_fraction)?);
    text.parse().ok().and_then(Number::new)
}

/// A number in two: what stands before its fraction, and that; `None` where it can not be told where it begins.
fn whole_and_fraction(digits: &str, written_in: Option<Language>) -> Option<(&str, &str)> {
    let is_whole = Some((digits, "0"));
    let count = |mark| digits.matches(mark).count();
    let mark = match (count('.'), count(',')) {
        (1.., 1..) => return digits.rsplit_once(['.', ',']),
        (1, 0) => '.',
        (0, 1) => ',',
        // What comes twice stands between thousands.
        _ => return is_whole,
    };
    let (before, behind) = digits.split_once(mark)?;
    let could_be_thousands = behind.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if !could_be_thousands {
        return Some((before, behind));
    }
    match numbers::fraction_mark(written_in?) {
        own if own == mark => Some((before, behind)),
        '.' => is_whole,
        _ => None,
    }
}

/// Minutes out of numbers with units: each number is hours or minutes by the letter behind it; a bare number is minutes.
fn worded(text: &str) -> Option<i64> {
    let mut rest = text.trim();
    let mut total = 0;
    let mut parts = 0;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let after = after.trim_start();
        let end = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let (unit, after) = after.split_at(end);
        let unit = unit.trim().trim_end_matches('.');
        let is_one_of = |words: &[String]| words.iter().any(|word| word == unit);
        total += if is_one_of(&UNITS.hours) {
            in_minutes(number)?
        } else if unit.is_empty() || is_one_of(&UNITS.mins) {
            whole(number)?
        } else {
            return None;
        };
        parts += 1;
        rest = after;
    }
    (1..=2).contains(&parts).then_some(total)
}

fn whole(digits: &str) -> Option<i64> {
    let fits = (1..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

/// Hours such as `1.5` in minutes.
#[expect(clippy::cast_possible_truncation, reason = "a float cast saturates, and the length is checked after")]
fn in_minutes(hours: &str) -> Option<i64> {
    let hours: f64 = hours.parse().ok()?;
    Some((hours * 60.0).round() as i64)
}

/// Small letters, plain blanks, ASCII digits and colons, nothing around.
fn plain(text: &str) -> String {
    let plain = text.trim().chars().flat_map(char::to_lowercase).map(|c| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap_or(c),
        '：' => ':',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    plain.collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Texts, dates};
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for written in [-1200.5, 0.0, 12.0, 1e15, 1.234, -0.125] {
            for language in Language::ALL {
                let kept = Number::new(written).unwrap();
                assert_eq!(number(&numbers::number_text(language, kept), Some(language)), Some(kept));
            }
        }
        for odd in
            ["", "twelve", "inf", "NaN", "1e5", "1.2.3", "--1", ".", "1.", "1,2,3", "12 34", "1.200.5", "1,2.3,4"]
        {
            assert_eq!(number(odd, None), None, "{odd}");
        }
    }

    #[test]
    fn a_mark_before_three_digits_is_told_by_what_else_is_known() {
        for (text, expected) in [
            ("1 200,5", 1200.5),
            ("1'200", 1200.0),
            ("1,200.5", 1200.5),
            ("1.200,5", 1200.5),
            ("1,200,000", 1_200_000.0),
            ("1.200.000", 1_200_000.0),
            ("1 200,125", 1200.125),
            ("0,125", 0.125),
            ("1200.125", 1200.125),
            ("1,25", 1.25),
            ("-12.5", -12.5),
        ] {
            assert_eq!(number(text, None), Number::new(expected), "{text}");
        }
        for (text, english, russian) in [("1,200", Some(1200.0), Some(1.2)), ("1.200", Some(1.2), None)] {
            let read = |language| number(text, language).map(Number::get);
            assert_eq!(read(None), None, "{text} could be either");
            assert_eq!((read(Some(Language::English)), read(Some(Language::Russian))), (english, russian), "{text}");
        }
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, expected) in [
            ("930", "09:30"),
            ("9:30", "09:30"),
            ("14.30", "14:30"),
            ("14,30", "14:30"),
            ("0930", "09:30"),
            (" 9 h 30 ", "09:30"),
            ("9.30 Uhr", "09:30"),
            ("9:30 h", "09:30"),
            ("14h30", "14:30"),
            ("14ч", "14:00"),
            ("14 часов 30", "14:30"),
            ("14 heures", "14:00"),
            ("9", "09:00"),
            ("2400", "24:00"),
            ("9:30 pm", "21:30"),
            ("12 am", "00:00"),
            ("٠٩:٣٠", "09:30"),
        ] {
            assert_eq!(clock(text).map(clock_text).as_deref(), Some(expected), "{text:?}");
        }
        for text in ["", "9:3", "25", "24:01", "9:60", "noon", "123456", "-5", "13 pm", "9:30:00", "ч", ":30", "дней"]
        {
            assert_eq!(clock(text), None, "{text:?}");
        }
    }

    #[test]
    fn shifts_are_lengths_with_a_sign() {
        for (text, expected) in
            [("30", 30), ("+30", 30), ("-15", -15), ("\u{2212} 15", -15), ("1:15", 75), ("-2 h", -120), ("0", 0)]
        {
            assert_eq!(shift(text), Some(expected), "{text:?}");
        }
        for text in ["", "-", "later", "--5", "99999999"] {
            assert_eq!(shift(text), None, "{text:?}");
        }
    }

    #[test]
    fn lengths_are_minutes_or_hours_and_minutes() {
        for (text, expected) in [
            ("75", 75),
            ("1:15", 75),
            ("1h15", 75),
            ("1 h 15 min", 75),
            ("1 ч 15 мин", 75),
            ("1 hour 5", 65),
            ("45 мин", 45),
            ("1.5 h", 90),
            ("1,5ч", 90),
            ("90 min.", 90),
            ("2h", 120),
            ("2 heures 30 minutes", 150),
            ("1小时15分钟", 75),
            ("3 horas", 180),
            ("0:45", 45),
            ("336:00", 20_160),
        ] {
            assert_eq!(length(text).map(Length::mins), Some(expected), "{text:?}");
        }
        for text in ["", "0", "1:5", "1:75", "-30", "1.5", "an hour", "1 h 2 h 3 h", "336:01", "99999999"] {
            assert_eq!(length(text), None, "{text:?}");
        }
        assert_eq!(length_text(Length::clamped(75)), "1:15");
        assert_eq!(length(&length_text(Length::MAX)), Some(Length::MAX));
    }

    #[test]
    fn lengths_are_read_as_they_are_written() {
        for language in
            [Texts::AVAILABLE.as_slice(), &[Language::French, Language::Spanish, Language::Chinese]].concat()
        {
            let texts = Texts::new(language);
            for mins in [5, 60, 75, 600] {
                let written = dates::length_text(&texts, mins);
                assert_eq!(length(&written).map(Length::mins), Some(mins), "{written}");
            }
        }
    }

    #[test]
    fn numbers_may_be_missing_but_not_wrong() {
        assert_eq!(count(""), Ok(None));
        assert_eq!(count("1 200"), Ok(Some(1200)));
        for text in ["1,200", "1.200", "1'200", "1\u{2019}200"] {
            assert_eq!(count(text), Ok(Some(1200)), "{text}");
        }
        for text in ["many", "1,2", "12,00", "0,200", "1.200,5", "12 34", ","] {
            assert_eq!(count(text), Err(()), "{text}");
        }
        assert_eq!(count("99999999999"), Err(()));
        assert_eq!(integer("\u{2212}3"), Some(-3));
        assert_eq!(integer("3x"), None);
    }
}

//! Times, lengths and days as planners type them. Pure: text in, values out.

use chrono::{Datelike, NaiveDate};

use crate::model::Length;

/// Minutes since midnight, `0..=1440`: `9:30`, `09.30`, `9h30`, `0930`, `9`, `24:00`.
#[must_use]
pub fn clock(text: &str) -> Option<i32> {
    let text = text.trim();
    let (hours, mins) = match text.split_once([':', '.', ',', 'h', 'H', 'ч']) {
        Some((hours, mins)) => (number(hours.trim())?, if mins.trim().is_empty() { 0 } else { number(mins.trim())? }),
        None if text.len() > 2 => {
            text.split_at_checked(text.len() - 2).and_then(|(hours, mins)| Some((number(hours)?, number(mins)?)))?
        }
        None => (number(text)?, 0),
    };
    (mins < 60 && (hours < 24 || (hours, mins) == (24, 0))).then_some(hours * 60 + mins)
}

/// A length: `75`, `75 min`, `1:15`, `1h15`, `1 h 15 min`, `2 ч`.
#[must_use]
pub fn length(text: &str) -> Option<Length> {
    let text = text.trim().to_lowercase();
    let mins = match text.split_once([':', 'h', 'ч']) {
        Some((hours, rest)) => {
            let rest = rest.trim().trim_start_matches(char::is_alphabetic).trim_start();
            let mins = if rest.is_empty() { 0 } else { minutes(rest)? };
            (mins < 60).then_some(number(hours.trim())? * 60 + mins)?
        }
        None => minutes(&text)?,
    };
    Length::from_mins(i64::from(mins)).ok()
}

/// How a length is typed: minutes, or hours and minutes from one hour on.
#[must_use]
pub fn typed_length(length: Length) -> String {
    let mins = length.mins();
    if mins < 60 { mins.to_string() } else { format!("{}:{:02}", mins / 60, mins % 60) }
}

/// A day: `2025-11-17`, `17.11.2025`, `17.11.`, `17/11`, `17`; what is left out is taken from `near`.
#[must_use]
pub fn day(text: &str, near: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    let parts: Vec<u32> = {
        let separators = ['-', '.', '/'];
        let parts = text.trim_end_matches('.').split(separators);
        parts.map(|part| number(part.trim()).and_then(|part| u32::try_from(part).ok())).collect::<Option<_>>()?
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

/// `15`, `15 min`, `15 мин`.
fn minutes(text: &str) -> Option<i32> {
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.').trim_end();
    let unit = text[digits.len()..].trim();
    let known = unit.is_empty() || unit.starts_with(['m', 'м', '\'']);
    number(digits).filter(|_| known)
}

/// At most five digits and nothing else.
fn number(text: &str) -> Option<i32> {
    let plain = !text.is_empty() && text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_read_as_people_type_them() {
        for (text, mins) in [
            ("9:30", 570),
            (" 09.30 ", 570),
            ("9h30", 570),
            ("14ч", 840),
            ("0930", 570),
            ("930", 570),
            ("9", 540),
            ("0:00", 0),
            ("24:00", 1440),
        ] {
            assert_eq!(clock(text), Some(mins), "{text}");
        }
        for text in ["", ":", "9:60", "24:01", "25", "9:3x", "-1", "12345", "noon", "９"] {
            assert_eq!(clock(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_are_read_as_people_type_them() {
        for (text, mins) in [
            ("75", 75),
            ("75 min", 75),
            ("45 мин", 45),
            ("1:15", 75),
            ("1h15", 75),
            ("1 h 15 min", 75),
            ("1 ч 15 мин", 75),
            ("2h", 120),
            ("1 hour 5", 65),
            ("20160", 20_160),
        ] {
            assert_eq!(length(text).map(Length::mins), Some(mins), "{text}");
        }
        for text in ["", "0", "20161", "1:60", "x", "1:15:00", "5 kg", "-5", "99999h"] {
            assert_eq!(length(text), None, "{text}");
        }
        for mins in [1, 59, 60, 75, 1440] {
            assert_eq!(length(&typed_length(Length::clamped(mins))).map(Length::mins), Some(mins));
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
}

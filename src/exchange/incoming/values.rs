//! Times, days and names as they stand in the cells of tables.

use chrono::{Datelike, NaiveDate};

use crate::model::Length;
use crate::texts::typed;

/// The days by which what is left out of a day is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first and the last day that matter.
    pub within: (NaiveDate, NaiveDate),
    /// Whether the month stands before the day in days of numbers alone.
    pub month_first: bool,
}

/// A time of day, in minutes since midnight, `0..=1440`; seconds do not count.
pub fn clock(text: &str) -> Option<u16> {
    let text = text.trim();
    let without_seconds = || {
        let (rest, tail) = text.split_at(text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len()));
        let (clock, seconds) = rest.trim().rsplit_once(':')?;
        let are_seconds = seconds.len() == 2 && seconds.bytes().all(|byte| byte.is_ascii_digit());
        (are_seconds && clock.contains(':')).then(|| typed::clock(&format!("{clock} {tail}"))).flatten()
    };
    typed::clock(text).or_else(without_seconds).or_else(|| fraction_of_day(text))
}

/// A time as a spreadsheet counts it where a cell has lost its format: `0.3958333` is half past nine.
fn fraction_of_day(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("0.").or_else(|| text.strip_prefix("0,"))?;
    let is_exact = (digits.len() > 2 || digits == "5") && digits.bytes().all(|byte| byte.is_ascii_digit());
    let value: f64 = format!("0.{digits}").parse().ok().filter(|_| is_exact)?;
    Some((value * 1440.0).round() as u16)
}

/// A day as a spreadsheet counts it, between 1954 and 2119: `45978`, perhaps with a time behind it.
fn serial(text: &str) -> Option<(NaiveDate, Option<u16>)> {
    let (days, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let days: u64 = days.parse().ok().filter(|days| days_of_serials().contains(days) && is_number(fraction))?;
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(days))?;
    let minute = format!("0.{fraction}0").parse::<f64>().ok().map(|part| (part * 1440.0).round() as u16);
    Some((day, minute.filter(|&minute| minute > 0 && minute < 1440)))
}

fn days_of_serials() -> std::ops::Range<u64> {
    20_000..80_000
}

/// Whether a text is a time for certain, and not a number that could be anything.
pub fn is_surely_clock(text: &str) -> bool {
    text.contains([':', '.', 'h', 'ч', 'm', 'M']) && text.len() < 14 && clock(text).is_some()
}

/// From when to when, `9:00–10:30`; or only from when.
pub fn times(text: &str) -> Option<(u16, Option<u16>)> {
    if let Some(minute) = clock(text) {
        return Some((minute, None));
    }
    for separator in [" - ", "–", "—", "-", "−", " to ", " до ", " bis ", " à ", " a ", " alle ", ".."] {
        let Some((from, to)) = text.split_once(separator) else { continue };
        let from = from.trim();
        let from =
            ["с ", "from ", "von ", "de ", "dalle "].iter().find_map(|word| from.strip_prefix(word)).unwrap_or(from);
        let half = |text: &str| text.find(['a', 'p', 'A', 'P']).map(|at| text[at..].to_owned());
        // `2–3 pm` means both in the afternoon.
        let begin = match half(to) {
            Some(half) if !from.contains(char::is_alphabetic) => clock(&format!("{from} {half}")),
            _ => clock(from),
        };
        if let (Some(begin), Some(end)) = (begin, clock(to)) {
            return Some((begin, Some(end)));
        }
    }
    None
}

/// A length; seconds do not count.
pub fn length(text: &str) -> Option<Length> {
    let without_seconds = || {
        let (rest, seconds) = text.rsplit_once(':')?;
        (seconds == "00" && rest.contains(':')).then(|| typed::length(rest)).flatten()
    };
    // A spreadsheet may show whole numbers with a fraction.
    let whole = typed::length(text.trim_end_matches(".0").trim_end_matches(",0")).or_else(without_seconds);
    whole.or_else(|| Length::from_mins(fraction_of_day(text)?.into()).ok())
}

/// A day.
pub fn day(text: &str, days: Days) -> Option<NaiveDate> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() > 4 {
        let compact = || (text.len() == 8).then(|| NaiveDate::parse_from_str(text, "%Y%m%d").ok()).flatten();
        return serial(text).map(|(day, _)| day).or_else(compact);
    }
    if text.contains(['年', '月']) {
        return day(text.replace(['年', '月'], "-").trim_end_matches(['日', '号']), days);
    }
    let (first, last) = days.within;
    // What names no weekday alone is taken as it is; a weekday is one of these days.
    let near = first.pred_opt().unwrap_or(first);
    let read = |text: &str| typed::date_in_any(text, near, (first, last));
    let read_near = |text: &str| {
        // A weekday before a day of numbers says nothing more.
        let (before, numbers) = text.rsplit_once([' ', ',']).unwrap_or(("", text));
        let in_numbers = Some(numbers).filter(|_| !before.contains(|c: char| c.is_ascii_digit()));
        let in_numbers = in_numbers.filter(|numbers| numbers.contains(['.', '/', '-']));
        in_numbers
            .and_then(|numbers| typed::day(numbers, first))
            .or_else(|| typed::date_in_any(text, first, (first, last)))
    };
    let turned = || {
        let mut parts = text.split(['/', '.', '-']);
        let (month, day) = (parts.next()?, parts.next()?);
        let rest = parts.next().map(|year| format!(".{year}")).unwrap_or_default();
        read_near(&format!("{day}.{month}{rest}"))
    };
    let is_numbers = text.bytes().all(|byte| byte.is_ascii_digit() || b"/.-".contains(&byte));
    let is_year_first = text.find(['/', '.', '-']).is_some_and(|at| at == 4);
    if days.month_first && is_numbers && !is_year_first {
        return turned();
    }
    if text.contains(|c: char| c.is_ascii_digit()) { read_near(text) } else { read(text) }
}

/// Whether a text is a day of some year, whichever number stands first.
pub fn is_day(text: &str) -> bool {
    // A leap year: every day there is can be read.
    let new_year = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    let days = |month_first| Days { within: (new_year, new_year), month_first };
    [true, false].into_iter().any(|month_first| day(text, days(month_first)).is_some())
}

/// Whether a text is a day with its year, which no pair of times looks like.
pub fn is_dated(text: &str) -> bool {
    let numbers = || text.split(|c: char| !c.is_ascii_digit());
    text.len() > 6 && numbers().count() > 1 && numbers().any(|number| number.len() == 4) && is_day(text)
}

/// A day with a time behind it, as tables of data have it: `2025-11-17 09:30`, `2025-11-17T09:30:00`.
pub fn day_and_time(text: &str, days: Days) -> Option<(NaiveDate, Option<u16>)> {
    if let Some(day) = day(text, days) {
        return Some((day, None));
    }
    if let Some((day, Some(minute))) = serial(text) {
        return Some((day, Some(minute)));
    }
    let mut breaks = text.char_indices().filter(|&(_, c)| c == ' ' || c == 'T' || c == ',');
    breaks.find_map(|(at, c)| {
        let (before, behind) = (text[..at].trim(), text[at + c.len_utf8()..].trim());
        Some((day(before, days)?, Some(clock(behind)?)))
    })
}

/// Whether days of numbers have the month first: one of them could not be read otherwise.
pub fn is_month_first<'a>(mut texts: impl Iterator<Item = &'a str>) -> bool {
    texts.any(|text| {
        let numbers: Vec<Option<u32>> = text.split(['/', ' ', ',']).take(3).map(|part| part.parse().ok()).collect();
        matches!(numbers[..], [Some(month), Some(day), Some(_)] if (1..=12).contains(&month) && (13..=31).contains(&day))
    })
}

/// Whether days of numbers could be meant in two ways, and no other one tells: `3/4/2025`. What lies within the days that
/// matter in one way only is clear.
pub fn is_ambiguous<'a>(texts: impl Iterator<Item = &'a str> + Clone, (first, last): (NaiveDate, NaiveDate)) -> bool {
    let numbers = |text: &str| {
        let mut parts = text.split([' ', ',']).next().unwrap_or_default().split(['/', '.']).map(str::parse::<u32>);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(Ok(one)), Some(Ok(other)), year) => Some((one, other, year.and_then(Result::ok))),
            _ => None,
        }
    };
    let slashed = texts.filter(|text| text.contains('/')).filter_map(numbers);
    let mut is_any = false;
    for (one, other, year) in slashed {
        if one > 12 || other > 12 {
            return false;
        }
        let year = year.map_or(first.year(), |year| if year < 100 { 2000 + year as i32 } else { year as i32 });
        let is_within =
            |month, day| NaiveDate::from_ymd_opt(year, month, day).is_some_and(|day| (first..=last).contains(&day));
        is_any |= one != other && is_within(one, other) == is_within(other, one);
    }
    is_any
}

/// Whether days of numbers mean the month first because only so they are within the days that matter.
pub fn is_month_first_within<'a>(texts: impl Iterator<Item = &'a str>, (first, last): (NaiveDate, NaiveDate)) -> bool {
    let days = |month_first| Days { within: (first, last), month_first };
    let is_within =
        |text: &str, month_first| day(text, days(month_first)).is_some_and(|day| (first..=last).contains(&day));
    let mut slashed = texts.filter(|text| text.contains('/')).peekable();
    slashed.peek().is_some() && slashed.all(|text| is_within(text, true) && !is_within(text, false))
}

/// Somebody named in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Their name.
    pub name: String,
    /// What stands in brackets behind it.
    pub aside: String,
}

/// Everybody named in a cell: `Ann Lee (MIT); Bo Chan`, `Lee, Ann`, `Ann Lee and Bo Chan`.
pub fn people(text: &str) -> Vec<Named> {
    let strong = split_outside_brackets(text, &[";", "|", " / "]);
    let parts = if strong.len() > 1 {
        strong
    } else {
        let commas = split_outside_brackets(text, &[","]);
        let is_one_word = |part: &&str| !part.contains(' ');
        // Two single words are the name of one person, the family's first.
        if commas.len() == 2 && commas.iter().all(|part| is_one_word(&part.as_str())) {
            return named(text).into_iter().collect();
        }
        commas.iter().flat_map(|part| split_outside_brackets(part, &[" and ", " & ", " и ", " und ", " et "])).collect()
    };
    parts.iter().filter_map(|part| named(part)).collect()
}

fn named(text: &str) -> Option<Named> {
    let text = text.trim();
    let (name, aside) = match text.split_once('(') {
        Some((name, aside)) => (name.trim(), aside.trim_end_matches(')').trim()),
        None => (text, ""),
    };
    name.contains(char::is_alphabetic).then(|| Named { name: name.to_owned(), aside: aside.to_owned() })
}

/// The parts of a text between these separators; none within brackets counts.
pub fn split_outside_brackets(text: &str, separators: &[&str]) -> Vec<String> {
    let (mut parts, mut begin, mut at, mut depth) = (Vec::new(), 0, 0, 0_usize);
    while let Some(c) = text[at..].chars().next() {
        depth = match c {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        let found = separators.iter().find(|separator| depth == 0 && text[at..].starts_with(**separator));
        if let Some(separator) = found {
            parts.push(text[begin..at].trim().to_owned());
            at += separator.len();
            begin = at;
        } else {
            at += c.len_utf8();
        }
    }
    parts.push(text[begin..].trim().to_owned());
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, month, day).unwrap()
    }

    #[test]
    fn times_of_spreadsheets_have_seconds_halves_and_ends() {
        assert_eq!(clock("9:30:00"), Some(570));
        assert_eq!(clock("9:30:00 PM"), Some(21 * 60 + 30));
        assert_eq!(clock("9:30 AM"), Some(570));
        assert_eq!(clock("9:30:15:00"), None);
        for text in [
            "9:00-10:30",
            "09:00 – 10:30",
            "9.00 to 10.30",
            "9:00 до 10:30",
            "с 9:00 до 10:30",
            "von 9 bis 10.30 Uhr",
            "9h à 10h30",
            "9.00 Uhr - 10.30 Uhr",
        ] {
            assert_eq!(times(text), Some((540, Some(630))), "{text}");
        }
        assert_eq!(times("2-3 pm"), Some((14 * 60, Some(15 * 60))));
        assert_eq!(times("9:00"), Some((540, None)));
        assert_eq!(times("2-3 PM"), Some((14 * 60, Some(15 * 60))));
        for text in ["all day", "Panel - İDİL AŞK", "9 - İİİa"] {
            assert_eq!(times(text), None, "{text}");
        }
        assert_eq!(length("1:30:00"), Length::from_mins(90).ok());
        assert_eq!(length("90"), Length::from_mins(90).ok());
    }

    #[test]
    fn days_are_read_with_their_times_and_with_the_month_first_where_that_is_so() {
        let days = Days { within: (date(11, 17), date(11, 28)), month_first: false };
        for text in [
            "18.11.2025",
            "2025-11-18",
            "Tue 18 Nov",
            "Tuesday, 18 November 2025",
            "18 ноября",
            "вторник 18.11.",
            "tuesday",
        ] {
            assert_eq!(day(text, days), Some(date(11, 18)), "{text}");
        }
        assert_eq!(day("mon", days), Some(date(11, 17)));
        let american = Days { month_first: true, ..days };
        assert_eq!(day("11/18/2025", american), Some(date(11, 18)));
        assert_eq!(day("2025-11-18", american), Some(date(11, 18)));
        assert_eq!(day_and_time("2025-11-18T09:30:00", days), Some((date(11, 18), Some(570))));
        assert_eq!(day_and_time("18.11.2025 9:30", days), Some((date(11, 18), Some(570))));
        for (text, minute) in [("45979", None), ("45979.395833", Some(570)), ("20251118", None)] {
            assert_eq!(day_and_time(text, days), Some((date(11, 18), minute)), "{text}");
        }
        for text in ["Dienstag, 18. November 2025", "Di. 18.11.", "18. Nov. 2025"] {
            assert_eq!(day(text, days), Some(date(11, 18)), "{text}");
        }
        assert_eq!(day("3. Dezember 2025", days), Some(date(12, 3)));
        for text in ["18 novembre 2025", "mar. 18 nov. 2025", "martes 18 de noviembre", "2025年11月18日", "18 نوفمبر"]
        {
            assert_eq!(day(text, days), Some(date(11, 18)), "{text}");
        }
        assert_eq!(
            (clock("0.3958333"), clock("0.5"), length("0.0416667")),
            (Some(570), Some(720), Length::from_mins(60).ok())
        );
        assert!(is_ambiguous(["11/10/2025", "11/11/2025"].into_iter(), days.within));
        assert!(!is_ambiguous(["11/10/2025", "13/11/2025"].into_iter(), days.within));
        assert!(!is_ambiguous(["12/11/2025"].into_iter(), (date(11, 1), date(11, 30))));
        assert!(is_month_first_within(["11/12/2025"].into_iter(), (date(11, 1), date(11, 30))));
        assert!(is_month_first(["11/17/2025"].into_iter()) && !is_month_first(["17/11/2025", "1/2/2025"].into_iter()));
    }

    #[test]
    fn people_are_told_apart() {
        let names = |text: &str| people(text).into_iter().map(|named| named.name).collect::<Vec<_>>();
        assert_eq!(names("Ann Lee, Bo Chan and Cy Dor"), ["Ann Lee", "Bo Chan", "Cy Dor"]);
        assert_eq!(names("Lee, Ann; Chan, Bo"), ["Lee, Ann", "Chan, Bo"]);
        assert_eq!(names("Иванов, Иван"), ["Иванов, Иван"]);
        assert_eq!(names("Анна Ли и Бо Чан"), ["Анна Ли", "Бо Чан"]);
        assert_eq!(names("Anna Beck, Bo Chan und Cy Dor"), ["Anna Beck", "Bo Chan", "Cy Dor"]);
        assert_eq!(people("Ann Lee (MIT, Boston)"), [Named { name: "Ann Lee".into(), aside: "MIT, Boston".into() }]);
        assert_eq!(names(" ; - "), Vec::<String>::new());
    }
}

//! Days of presence as they stand in one cell.

use chrono::{Datelike as _, NaiveDate};

use super::super::values::{self, Days};

/// No more days are read from one cell.
const MOST: usize = 62;

/// The days that a cell names, in their order: `17 Nov`, `17–19 Nov`, `17, 18 and 20 November`, `17.11.2025; 18.11.2025`,
/// `2025-11-17 – 2025-11-19`. Nothing where a part of it is no day.
pub fn days(text: &str, near: Days) -> Option<Vec<NaiveDate>> {
    let mut found = Vec::new();
    let mut last = None;
    // What the last of them says of month and year holds for those before it.
    for part in values::split_outside_brackets(text, &[";", ",", " and ", " & ", " и ", " et ", " y "]).iter().rev() {
        let (first, end) = range(part, near, last)?;
        found.extend(first.iter_days().take_while(|day| *day <= end).take(MOST + 1));
        if first > end || found.len() > MOST {
            return None;
        }
        last = Some(first);
    }
    found.sort_unstable();
    found.dedup();
    (!found.is_empty()).then_some(found)
}

/// A day, or from one day to another.
fn range(text: &str, near: Days, behind: Option<NaiveDate>) -> Option<(NaiveDate, NaiveDate)> {
    let one = |text: &str, behind: Option<NaiveDate>| {
        let text = text.trim();
        let number = text.parse().ok().filter(|_| text.len() <= 2);
        match (number, behind) {
            (Some(number), Some(behind)) => NaiveDate::from_ymd_opt(behind.year(), behind.month(), number),
            _ => values::day(text, near),
        }
    };
    let from_to = |(first, last): (&str, &str)| {
        let last = one(last, behind)?;
        Some((one(first.trim().trim_start_matches("с "), Some(last))?, last))
    };
    let split = |marks: &[&str]| marks.iter().find_map(|mark| text.split_once(mark).and_then(from_to));
    // `17-18 Nov` is no day of 2018.
    let is_worded = text.split_once('-').is_some_and(|(_, last)| last.contains(char::is_alphabetic));
    let surely = split(&[" - ", "–", "—", " to ", " по ", " au ", " al ", ".."]);
    surely
        .or_else(|| if is_worded { split(&["-"]) } else { None })
        .or_else(|| one(text, behind).map(|day| (day, day)))
        .or_else(|| split(&["/", "-"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let day = |month, day| NaiveDate::from_ymd_opt(2025, month, day).unwrap();
        let near = Days { within: (day(11, 17), day(11, 28)), month_first: false };
        let of = |days: &[u32]| Some(days.iter().map(|&number| day(11, number)).collect::<Vec<_>>());
        for text in [
            "17–19 Nov",
            "17, 18 and 19 November",
            "17.11.2025; 18.11.2025; 19.11.2025",
            "2025-11-17 – 2025-11-19",
            "2025-11-17/2025-11-19",
            "17-19",
            "17-19.11",
            "с 17 по 19 ноября",
            "17 Nov to 19 Nov",
            "19 Nov, 17-18 Nov",
        ] {
            assert_eq!(days(text, near), of(&[17, 18, 19]), "{text}");
        }
        assert_eq!(
            (days("20", near), days("17-Nov-2025", near), days("17/11", near)),
            (of(&[20]), of(&[17]), of(&[17]))
        );
        assert_eq!(days("Mon, Wed", near), of(&[17, 19]));
        assert_eq!(days("30 Nov – 2 Dec", near), Some(vec![day(11, 30), day(12, 1), day(12, 2)]));
        for text in
            ["", "always", "19–17 Nov", "17 Nov, soon", "1 Jan 2000 – 31 Dec 2100", "2025-11-17-18-19", "17 18 19"]
        {
            assert_eq!(days(text, near), None, "{text}");
        }
        assert_eq!(days(&"17,".repeat(1000), near), None, "bounded");
    }
}

//! What is typed of a request for a room.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::super::{Texts, names};
use super::{count, date, length, start};
use crate::model::{CivilTime, Language, Length, Purpose, folded};

/// A request in one line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypedRoomRequest {
    /// Who asks.
    pub asked_by: String,
    /// What for.
    pub title: String,
    /// What sort of meeting it is, where that is said.
    pub purpose: Option<Purpose>,
    /// When it is to begin.
    pub start: Option<CivilTime>,
    /// How long, where that is said.
    pub length: Option<Length>,
    /// How many will come.
    pub headcount: Option<u32>,
}

/// A request in one line: `Kenya; Talks with Chad; 18 nov 10:00; 12`, with tabs or semicolons between, else with commas. Who
/// asks comes first, what for after that, everything else in any order. A time alone is one of the day `near`; what has a
/// clock and cannot be read, and a number that is none, are told. Nothing for an empty line.
///
/// # Errors
/// The words that are not understood.
pub fn room_request(
    line: &str,
    near: NaiveDate,
    within: (NaiveDate, NaiveDate),
) -> Result<Option<TypedRoomRequest>, String> {
    let mark = ['\t', ';', ','].into_iter().find(|&mark| line.contains(mark)).unwrap_or('\t');
    let parts = line.split(mark).map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut parts = parts.filter(|part| !part.is_empty());
    let Some(asked_by) = parts.next() else { return Ok(None) };
    let mut request = TypedRoomRequest { asked_by, ..TypedRoomRequest::default() };
    let mut titles: Vec<String> = Vec::new();
    // Spreadsheets have the day in a column of its own, before the time.
    let mut day: Option<(NaiveDate, String)> = None;
    for part in parts {
        let begins_with_digit = part.starts_with(|c: char| c.is_ascii_digit());
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(purpose) = purpose(&part).filter(|_| request.purpose.is_none()) {
            request.purpose = Some(purpose);
        } else if is_number {
            request.headcount = Some(count(&part).ok().flatten().ok_or(part)?);
        } else if let Some((from, to)) =
            when(&part, day.as_ref().map_or(near, |day| day.0), within).filter(|_| request.start.is_none())
        {
            request.start = Some(from);
            request.length = to.or(request.length);
            day = None;
        } else if let Some(found) = date(&part, near, within).filter(|_| begins_with_digit && day.is_none()) {
            day = Some((found, part));
        } else if let Some(mins) = length(&part).filter(|_| begins_with_digit && !part.contains(':')) {
            request.length = Some(mins);
        } else if begins_with_digit && part.contains(':') {
            return Err(part);
        } else {
            titles.push(part);
        }
    }
    // A day without a time is no time: it stays as it was written.
    titles.extend(day.map(|(_, words)| words));
    request.title = titles.join(", ");
    Ok(Some(request))
}

/// `18 nov 10:00`, `10:00`, `18.11. 10:00–11:30`: when it begins, and how long it is where that is said.
fn when(text: &str, near: NaiveDate, within: (NaiveDate, NaiveDate)) -> Option<(CivilTime, Option<Length>)> {
    let (day, clock) = text.rsplit_once(' ').unwrap_or(("", text));
    let (from, to) = clock.split_once(['–', '-']).map_or((clock, None), |(from, to)| (from, Some(to)));
    if !from.contains([':', '.', 'h']) {
        return None;
    }
    let day = if day.is_empty() { near } else { date(day, near, within)? };
    let begin = CivilTime::at(day, 0, start(from)?);
    let end = to.map(|to| start(to).map(i32::from).ok_or(())).transpose().ok()?;
    let length =
        end.map(|end| (end - begin.minute_of_day()).rem_euclid(crate::model::DAY_MINS)).filter(|mins| *mins > 0);
    Some((begin, length.map(Length::clamped)))
}

/// A day and a time, `18 nov 10:00`, or a time of the day `near`.
#[must_use]
pub fn moment(text: &str, near: NaiveDate, within: (NaiveDate, NaiveDate)) -> Option<CivilTime> {
    when(text.trim(), near, within).map(|(from, _)| from)
}

/// The purpose that a text names, in any of the languages of the screen.
#[must_use]
pub fn purpose(text: &str) -> Option<Purpose> {
    static WORDS: LazyLock<Vec<(String, Purpose)>> = LazyLock::new(|| {
        let texts = Language::ALL.map(Texts::new);
        let of = |purpose| texts.each_ref().map(|texts| (folded(texts.text(names::purpose(purpose))), purpose));
        Purpose::ALL.into_iter().flat_map(of).collect()
    });
    let text = folded(text);
    // `Bilateral` for `Bilateral meeting`, but no single letters.
    let is_meant = |word: &str| word == text || (text.chars().count() >= 6 && word.split(' ').next() == Some(&text));
    WORDS.iter().find(|(word, _)| is_meant(word)).map(|&(_, purpose)| purpose)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Option<TypedRoomRequest>, String> {
        let day = |day| NaiveDate::from_ymd_opt(2025, 11, day).unwrap();
        room_request(line, day(18), (day(17), day(28)))
    }

    #[test]
    fn one_line_says_who_when_and_how_many() {
        let time = |text: &str| Some(text.parse().unwrap());
        let all = read("Kenya; Talks with Chad; 20 nov 10:00; 12").unwrap().unwrap();
        let expected = TypedRoomRequest {
            asked_by: "Kenya".to_owned(),
            title: "Talks with Chad".to_owned(),
            start: time("2025-11-20T10:00"),
            headcount: Some(12),
            ..TypedRoomRequest::default()
        };
        assert_eq!(all, expected);
        let spread = read("Kenya\t12\t20.11. 10:00–11:15\tTalks with Chad").unwrap().unwrap();
        assert_eq!(spread, TypedRoomRequest { length: Length::from_mins(75).ok(), ..expected });
        let of = |line: &str| read(line).unwrap().unwrap();
        assert_eq!(of("Kenya, 10:00").start, time("2025-11-18T10:00"), "of the day in sight");
        assert_eq!(of("Mali; 24 ноября 9:30").start, time("2025-11-24T09:30"));
        assert_eq!(of("Mali\tTalks\t20.11.2025\t10:00").start, time("2025-11-20T10:00"), "in two columns");
        assert_eq!(of("Mali; 20 nov").title, "20 nov", "no time is made up");
        assert_eq!(of("Mali; 90 min").length, Some(Length::clamped(90)));
        assert_eq!(of("Mali; 23:30-00:30").length, Some(Length::HOUR), "over midnight");
        assert_eq!(of("Mali; reception").purpose, Some(Purpose::Reception));
        assert_eq!(of("Mali; Bilateral; Двусторонняя встреча").purpose, Some(Purpose::Bilateral));
        let day = NaiveDate::from_ymd_opt(2025, 11, 18).unwrap();
        assert_eq!(moment(" 2025-11-20 10:00 ", day, (day, day)), time("2025-11-20T10:00"));
        assert_eq!(moment("20 nov", day, (day, day)), None);
        assert_eq!(of("Mali").title, "");
        assert_eq!(read(" ; ;"), Ok(None));
    }

    #[test]
    fn what_can_not_be_is_told() {
        for (line, bad) in
            [("Kenya; 99999999999", "99999999999"), ("Kenya; 25:00", "25:00"), ("Kenya; 10:00; 12:00", "12:00")]
        {
            assert_eq!(read(line).unwrap_err(), bad, "{line}");
        }
        assert_eq!(read("Kenya; 4000000000").unwrap().unwrap().headcount, Some(4_000_000_000));
    }
}

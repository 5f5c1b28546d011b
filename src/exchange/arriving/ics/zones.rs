//! VTIMEZONE (RFC 5545 §3.6.5): what a clock does of which only the calendar knows.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveDateTime, Utc};

use super::super::clocks;
use super::super::draft::Moment;
use super::lines::Line;
use super::recurring::Rule;
use crate::model::zone::Tz;

/// The clocks of a calendar, by the names that it has for them.
#[derive(Debug, Default)]
pub struct Clocks {
    own: HashMap<String, Clock>,
}

/// A clock that a calendar describes.
#[derive(Debug, Default)]
struct Clock {
    /// What it is in the IANA database.
    known: Option<Tz>,
    /// From when on it is so far ahead of UTC, in seconds, by itself; in order.
    changes: Vec<(NaiveDateTime, i32)>,
}

/// A clock of this name, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is that of the database.
    Known(Tz),
    /// Only the calendar knows it.
    Own,
    /// Nobody knows it.
    Not,
}

/// What a VTIMEZONE says, line by line.
#[derive(Debug, Default)]
pub struct Reading {
    name: String,
    location: Option<Tz>,
    part: Part,
    clock: Clock,
}

#[derive(Clone, Debug, Default)]
struct Part {
    start: Option<NaiveDateTime>,
    to_secs: Option<i32>,
    rule: Option<String>,
    dates: Vec<NaiveDateTime>,
}

/// Years in which clocks are looked at.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2100;
/// The most changes of a clock.
const MOST_CHANGES: usize = 1000;

impl Reading {
    /// One more line.
    pub fn line(&mut self, line: &Line<'_>) {
        match line.name.as_str() {
            "TZID" => self.name = line.text(),
            "X-LIC-LOCATION" => self.location = clocks::zone(&line.text()),
            "BEGIN" => self.part = Part::default(),
            "DTSTART" => self.part.start = time(line.value),
            "TZOFFSETTO" => self.part.to_secs = offset(line.value),
            "RRULE" => self.part.rule = Some(line.value.to_owned()),
            "RDATE" => self.part.dates.extend(line.value.split(',').filter_map(time)),
            "END" => self.part_ends(),
            _ => {}
        }
    }

    fn part_ends(&mut self) {
        let Part { start: Some(start), to_secs: Some(secs), rule, dates } = std::mem::take(&mut self.part) else {
            return;
        };
        // A rule since the year 1 or 1601 is one since there are clocks.
        let first = if YEARS.contains(&start.year()) { Some(start) } else { start.with_year(*YEARS.start()) };
        let first = first.unwrap_or(start);
        let rule = rule.as_deref().and_then(Rule::read);
        let until = rule.as_ref().and_then(|rule| rule.until.as_deref()).and_then(time);
        let last =
            NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or_default().and_hms_opt(0, 0, 0).unwrap_or_default();
        let last = until.map_or(last, |until| until.min(last));
        let mut onsets = rule.map_or_else(Vec::new, |rule| rule.times(first, last, 150));
        onsets.extend(dates);
        onsets.push(start);
        let free = MOST_CHANGES.saturating_sub(self.clock.changes.len());
        self.clock.changes.extend(onsets.into_iter().take(free).map(|onset| (onset, secs)));
    }
}

impl Clocks {
    /// Remembers a clock that has been read.
    pub fn add(&mut self, reading: Reading) {
        let Reading { name, location, mut clock, .. } = reading;
        clock.changes.sort_unstable();
        clock.known = clocks::zone(&name).or(location);
        if !name.is_empty() && self.own.len() < MOST_CHANGES {
            self.own.insert(name, clock);
        }
    }

    /// The clock of this name.
    pub fn find(&self, name: &str) -> Found {
        match self.own.get(name) {
            Some(Clock { known: Some(zone), .. }) => Found::Known(*zone),
            Some(clock) if !clock.changes.is_empty() => Found::Own,
            _ => clocks::zone(name).map_or(Found::Not, Found::Known),
        }
    }

    /// What a clock means when it shows this.
    pub fn moment(&self, name: &str, time: NaiveDateTime) -> Moment {
        match self.find(name) {
            Found::Known(Tz::UTC | Tz::Etc__UTC) => Moment::Instant(time.and_utc()),
            Found::Known(zone) => Moment::Civil(time, zone),
            Found::Own => Moment::Instant(self.instant(name, time)),
            Found::Not => Moment::Floating(time),
        }
    }

    fn instant(&self, name: &str, time: NaiveDateTime) -> DateTime<Utc> {
        let changes = self.own.get(name).map_or(&[][..], |clock| &clock.changes);
        let at = changes.partition_point(|&(onset, _)| onset <= time);
        let secs = changes.get(at.saturating_sub(1)).map_or(0, |&(_, secs)| secs);
        time.checked_sub_signed(Duration::seconds(secs.into())).unwrap_or(time).and_utc()
    }
}

/// `20251117T093000`, also with dashes and colons, without seconds; `Z` and what is behind it does not count.
pub fn time(text: &str) -> Option<NaiveDateTime> {
    let digits: String = text.trim().chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let digits = digits.trim_end_matches(['Z', 'z']);
    let forms = ["%Y%m%dT%H%M%S", "%Y%m%dT%H%M"];
    let time = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(digits, form).ok());
    time.or_else(|| NaiveDate::parse_from_str(digits, "%Y%m%d").ok()?.and_hms_opt(0, 0, 0))
}

/// `+0400`, `-033000`, in seconds.
fn offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| digits.get(from..from + 2).map_or(Some(0), |part| part.parse::<i32>().ok());
    let secs = sign * (part(0)? * 3600 + part(2)? * 60 + part(4)?);
    FixedOffset::east_opt(secs).map(|_| secs)
}

#[cfg(test)]
mod tests {
    use super::super::lines::line;
    use super::*;

    fn clocks(text: &str) -> Clocks {
        let mut reading = Reading::default();
        text.lines().filter_map(|text| line(1, text)).for_each(|line| reading.line(&line));
        let mut clocks = Clocks::default();
        clocks.add(reading);
        clocks
    }

    #[test]
    fn a_clock_of_which_only_the_calendar_knows_goes_by_its_rules() {
        let own = clocks(
            "TZID:Customized\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n\
             RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\n\
             TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT",
        );
        assert_eq!(own.find("Customized"), Found::Own);
        for (text, expected) in [
            ("20250701T120000", "2025-07-01T10:00:00Z"),
            ("20251117T120000", "2025-11-17T11:00:00Z"),
            ("20251026T023000", "2025-10-26T00:30:00Z"),
        ] {
            let moment = own.moment("Customized", time(text).unwrap());
            assert_eq!(moment, Moment::Instant(expected.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn a_clock_that_the_database_knows_is_taken_from_there() {
        let named = clocks(
            "TZID:Mine\nX-LIC-LOCATION:Asia/Baku\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:+0400\nEND:STANDARD",
        );
        assert_eq!(named.find("Mine"), Found::Known(Tz::Asia__Baku));
        assert_eq!(named.find("Romance Standard Time"), Found::Known(Tz::Europe__Paris));
        assert_eq!(named.find("Nowhere"), Found::Not);
        assert_eq!(
            ["+0400", "-0330", "+001932", "0100", "+99999", "é"].map(offset),
            [Some(14_400), Some(-12_600), Some(1172), Some(3600), None, None]
        );
    }
}

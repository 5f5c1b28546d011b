//! Civil time to the minute: what a clock on the wall of the event shows, without a zone.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

/// A date and a time of day to the minute, between the years 1900 and 2199.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilTime {
    /// Minutes since 1970-01-01T00:00 of the same civil calendar.
    minutes: i32,
}

/// Minutes in a day without a clock change.
pub const DAY_MINS: i32 = 24 * 60;

/// Saturday or Sunday.
#[must_use]
pub fn is_weekend(date: NaiveDate) -> bool {
    date.weekday().num_days_from_monday() >= 5
}

/// Why a text or a value is no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeError {
    /// The text has another shape than `2025-11-17T09:30`.
    Shape,
    /// The text has the right shape and names no day or hour that exists.
    NoSuchTime,
    /// The year lies outside 1900–2199.
    Range,
    /// A length that is not between one minute and fourteen days.
    Length,
}

impl CivilTime {
    /// 1900-01-01T00:00.
    pub const MIN: Self = Self { minutes: -25_567 * DAY_MINS };
    /// 2199-12-31T23:59.
    pub const MAX: Self = Self { minutes: 84_006 * DAY_MINS - 1 };

    /// Whether `date` lies in the supported years.
    #[must_use]
    pub fn has_day(date: NaiveDate) -> bool {
        (Self::MIN.date()..=Self::MAX.date()).contains(&date)
    }

    /// Midnight at the start of `date`, moved into the supported years.
    #[must_use]
    pub fn midnight(date: NaiveDate) -> Self {
        let days = date.num_days_from_ce() - Self::EPOCH_DAYS_FROM_CE;
        Self::from_minutes(i64::from(days) * i64::from(DAY_MINS))
    }

    /// `date` at `hour`:`minute`; hours beyond 23 run on into the next days.
    #[must_use]
    pub fn at(date: NaiveDate, hour: u16, minute: u16) -> Self {
        Self::midnight(date).plus_mins(i32::from(hour) * 60 + i32::from(minute))
    }

    /// The time that lies `minutes` after 1970-01-01T00:00, moved into the supported years.
    #[must_use]
    pub fn from_minutes(minutes: i64) -> Self {
        let inside = minutes.clamp(i64::from(Self::MIN.minutes), i64::from(Self::MAX.minutes));
        Self { minutes: i32::try_from(inside).unwrap_or(0) }
    }

    /// The minute in which a place on an axis lies, in minutes since 1970-01-01T00:00 with their fraction.
    #[must_use]
    pub fn containing(minutes: f64) -> Self {
        Self::from_minutes(minutes.floor() as i64)
    }

    /// From chrono's type; seconds are cut off.
    #[must_use]
    pub fn from_chrono(time: NaiveDateTime) -> Self {
        Self::midnight(time.date()).plus_mins(i32::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(0))
    }

    /// Minutes since 1970-01-01T00:00 of the same civil calendar.
    #[must_use]
    pub fn minutes(self) -> i32 {
        self.minutes
    }

    /// The day it falls on.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        let days = self.minutes.div_euclid(DAY_MINS) + Self::EPOCH_DAYS_FROM_CE;
        NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default()
    }

    /// Minutes since midnight, `0..1440`.
    #[must_use]
    pub fn minute_of_day(self) -> i32 {
        self.minutes.rem_euclid(DAY_MINS)
    }

    /// As chrono's type.
    #[must_use]
    pub fn to_chrono(self) -> NaiveDateTime {
        let seconds = u32::try_from(self.minute_of_day() * 60).unwrap_or(0);
        let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
        self.date().and_time(time)
    }

    /// Later by `minutes` (earlier when negative); stops at the ends of the supported years.
    #[must_use]
    pub fn plus_mins(self, minutes: i32) -> Self {
        Self::from_minutes(i64::from(self.minutes) + i64::from(minutes))
    }

    /// Minutes from `earlier` to `self`.
    #[must_use]
    pub fn mins_since(self, earlier: Self) -> i32 {
        self.minutes - earlier.minutes
    }

    /// The nearest multiple of `step_mins` counted from midnight; a step of 0 or 1 changes nothing.
    #[must_use]
    pub fn snapped(self, step_mins: i32) -> Self {
        if step_mins <= 1 {
            return self;
        }
        let of_day = self.minute_of_day();
        let steps = (of_day + step_mins / 2).div_euclid(step_mins);
        self.plus_mins(steps * step_mins - of_day)
    }

    /// `14:30`.
    #[must_use]
    pub fn clock(self) -> String {
        let of_day = self.minute_of_day();
        format!("{:02}:{:02}", of_day / 60, of_day % 60)
    }

    const EPOCH_DAYS_FROM_CE: i32 = 719_163;
}

impl fmt::Display for CivilTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.date(), self.clock())
    }
}

impl fmt::Debug for CivilTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for CivilTime {
    type Err = TimeError;

    /// Reads `2025-11-17T09:30` and nothing else.
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let pattern = b"0000-00-00T00:00";
        let fits = text.len() == pattern.len()
            && text
                .bytes()
                .zip(pattern)
                .all(|(byte, &want)| if want == b'0' { byte.is_ascii_digit() } else { byte == want });
        if !fits {
            return Err(TimeError::Shape);
        }
        let time = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").map_err(|_| TimeError::NoSuchTime)?;
        if !(1900..=2199).contains(&time.year()) {
            return Err(TimeError::Range);
        }
        Ok(Self::from_chrono(time))
    }
}

/// How long a session lasts: 1 minute to 14 days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Length {
    minutes: u16,
}

impl Length {
    /// One minute.
    pub const MIN: Self = Self { minutes: 1 };
    /// Fourteen days, longer than any conference of the kind.
    pub const MAX: Self = Self { minutes: 20_160 };
    /// One hour: what a new session gets where nothing else is known.
    pub const HOUR: Self = Self { minutes: 60 };

    /// A length of so many minutes.
    ///
    /// # Errors
    /// [`TimeError::Length`] outside 1–20160.
    pub fn from_mins(minutes: i64) -> Result<Self, TimeError> {
        match u16::try_from(minutes) {
            Ok(inside) if (1..=Self::MAX.minutes).contains(&inside) => Ok(Self { minutes: inside }),
            _ => Err(TimeError::Length),
        }
    }

    /// The nearest allowed length.
    #[must_use]
    pub fn clamped(minutes: i32) -> Self {
        Self::from_mins(i64::from(minutes.clamp(1, i32::from(Self::MAX.minutes)))).unwrap_or(Self::MIN)
    }

    /// In minutes.
    #[must_use]
    pub fn mins(self) -> i32 {
        i32::from(self.minutes)
    }
}

/// The time from `start` up to, not including, `end`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// The first minute inside.
    pub start: CivilTime,
    /// The first minute after it; never before `start`.
    pub end: CivilTime,
}

impl Span {
    /// From `start` to `end`, in whichever order they come.
    #[must_use]
    pub fn new(start: CivilTime, end: CivilTime) -> Self {
        Self { start: start.min(end), end: start.max(end) }
    }

    /// Whether the two share at least one minute: identical spans do, touching ones do not.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `time` lies inside.
    #[must_use]
    pub fn contains(self, time: CivilTime) -> bool {
        self.start <= time && time < self.end
    }

    /// The day of the last minute inside: an end at midnight belongs to the day before.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.end.plus_mins(-1).max(self.start).date()
    }

    /// The end on the clock of [`Self::last_day`], which can be `24:00`.
    #[must_use]
    pub fn end_clock(self) -> String {
        let is_midnight = self.end.minute_of_day() == 0 && self.end > self.start;
        if is_midnight { "24:00".to_owned() } else { self.end.clock() }
    }

    /// Minutes between start and end.
    #[must_use]
    pub fn mins(self) -> i32 {
        self.end.mins_since(self.start)
    }

    /// The shortest span that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> CivilTime {
        text.parse().unwrap()
    }

    #[test]
    fn text_round_trips_and_ends_hold() {
        for text in ["2025-11-17T09:30", "1900-01-01T00:00", "2199-12-31T23:59", "2024-02-29T00:01"] {
            assert_eq!(time(text).to_string(), text);
        }
        assert_eq!(CivilTime::MIN, time("1900-01-01T00:00"));
        assert_eq!(CivilTime::MAX, time("2199-12-31T23:59"));
        assert_eq!(CivilTime::MAX.plus_mins(i32::MAX), CivilTime::MAX);
        assert_eq!(CivilTime::MIN.plus_mins(i32::MIN), CivilTime::MIN);
    }

    #[test]
    fn refuses_what_is_no_time() {
        for (text, expected) in [
            ("2025-02-30T10:00", TimeError::NoSuchTime),
            ("2025-11-17T24:00", TimeError::NoSuchTime),
            ("2025-11-17 10:00", TimeError::Shape),
            ("2025-11-17T10:00:30", TimeError::Shape),
            ("1899-12-31T23:59", TimeError::Range),
        ] {
            assert_eq!(text.parse::<CivilTime>(), Err(expected), "{text}");
        }
    }

    #[test]
    fn before_the_epoch_days_and_minutes_agree() {
        let eve = time("1969-12-31T23:59");
        assert_eq!((eve.minutes(), eve.minute_of_day()), (-1, 1439));
        assert_eq!(eve.date().to_string(), "1969-12-31");
    }

    #[test]
    fn snaps_to_the_nearest_step_from_midnight() {
        assert_eq!(time("2025-11-17T09:37").snapped(15), time("2025-11-17T09:30"));
        assert_eq!(time("2025-11-17T09:38").snapped(15), time("2025-11-17T09:45"));
        assert_eq!(time("2025-11-17T23:55").snapped(30), time("2025-11-18T00:00"));
        assert_eq!(time("2025-11-17T09:37").snapped(1), time("2025-11-17T09:37"));
    }

    #[test]
    fn spans_are_half_open() {
        let span = |a: &str, b: &str| Span::new(time(&format!("2025-11-17T{a}")), time(&format!("2025-11-17T{b}")));
        assert!(span("09:00", "10:00").overlaps(span("09:00", "10:00")), "identical");
        assert!(!span("09:00", "10:00").overlaps(span("10:00", "11:00")), "touching");
        assert!(span("09:00", "10:01").overlaps(span("10:00", "11:00")), "one minute");
    }

    #[test]
    fn lengths_have_limits() {
        assert_eq!(Length::from_mins(0), Err(TimeError::Length));
        assert_eq!(Length::from_mins(20_161), Err(TimeError::Length));
        assert_eq!(Length::from_mins(1), Ok(Length::MIN));
        assert_eq!(Length::clamped(-5), Length::MIN);
        assert_eq!(Length::clamped(i32::MAX), Length::MAX);
    }
}

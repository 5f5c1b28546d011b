//! VTIMEZONE (RFC 5545 §3.6.5): what the clocks of a zone do in some years, as the IANA database tells it.

use std::ops::RangeInclusive;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Offset as _, TimeZone as _, Utc};
use chrono_tz::{OffsetComponents as _, OffsetName as _};

use super::lines::Lines;
use crate::model::zone::Tz;

/// Writes what the clocks of `zone` do in `years`.
pub fn write(lines: &mut Lines, zone: Tz, years: RangeInclusive<i32>) {
    lines.value("BEGIN", "VTIMEZONE");
    lines.value("TZID", zone.name());
    let mut from_secs = None;
    for observance in observances(zone, years) {
        // The first one begins with the years, not with a change.
        let from = from_secs.unwrap_or(observance.clock.offset_secs);
        let onset = observance.begin.naive_utc() + Duration::seconds(from.into());
        let part = if observance.clock.is_daylight { "DAYLIGHT" } else { "STANDARD" };
        lines.value("BEGIN", part);
        lines.value("DTSTART", &onset.format("%Y%m%dT%H%M%S").to_string());
        lines.value("TZOFFSETFROM", &offset_text(from));
        lines.value("TZOFFSETTO", &offset_text(observance.clock.offset_secs));
        lines.prose("TZNAME", &observance.clock.name);
        lines.value("END", part);
        from_secs = Some(observance.clock.offset_secs);
    }
    lines.value("END", "VTIMEZONE");
}

/// How a clock is set.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Clock {
    offset_secs: i32,
    is_daylight: bool,
    name: String,
}

/// A time from which on a clock is set in one way.
#[derive(Debug)]
struct Observance {
    begin: DateTime<Utc>,
    clock: Clock,
}

/// How the clocks of `zone` are set in `years`, in order; the first one from before they begin anywhere on earth.
fn observances(zone: Tz, years: RangeInclusive<i32>) -> Vec<Observance> {
    let begin = new_year(*years.start()) - Duration::days(1);
    let end = new_year(years.end() + 1) + Duration::days(1);
    let mut found = vec![Observance { begin, clock: clock(zone, begin) }];
    let (mut at, mut before) = (begin, clock(zone, begin));
    while at < end {
        // No zone has changed its clocks and changed them back within a day.
        let next = at + Duration::days(1);
        let after = clock(zone, next);
        if before != after {
            let (mut low, mut high) = (at.timestamp(), next.timestamp());
            while high - low > 1 {
                let middle = low.midpoint(high);
                if clock(zone, instant(middle)) == before { low = middle } else { high = middle }
            }
            found.push(Observance { begin: instant(high), clock: after.clone() });
        }
        (at, before) = (next, after);
    }
    found
}

fn clock(zone: Tz, instant: DateTime<Utc>) -> Clock {
    let offset = zone.offset_from_utc_datetime(&instant.naive_utc());
    Clock {
        offset_secs: offset.fix().local_minus_utc(),
        // Where winter time is the one that differs (Dublin, Casablanca), both are standard: it is never put forward.
        is_daylight: offset.dst_offset() > Duration::zero(),
        name: offset.abbreviation().unwrap_or_default().to_owned(),
    }
}

fn instant(secs: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(secs, 0).unwrap_or_default()
}

fn new_year(year: i32) -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default().and_time(NaiveTime::MIN).and_utc()
}

/// `+0400`, `-0330`, `+003508` (RFC 5545 §3.3.14).
fn offset_text(secs: i32) -> String {
    let sign = if secs < 0 { '-' } else { '+' };
    let (hours, mins, rest) = (secs.abs() / 3600, secs.abs() / 60 % 60, secs.abs() % 60);
    if rest == 0 { format!("{sign}{hours:02}{mins:02}") } else { format!("{sign}{hours:02}{mins:02}{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_without_changes_is_standard_time() {
        let mut lines = Lines::default();
        write(&mut lines, Tz::Asia__Baku, 2025..=2025);
        assert_eq!(
            String::from_utf8(lines.into_bytes()).unwrap().lines().collect::<Vec<_>>(),
            [
                "BEGIN:VTIMEZONE",
                "TZID:Asia/Baku",
                "BEGIN:STANDARD",
                "DTSTART:20241231T040000",
                "TZOFFSETFROM:+0400",
                "TZOFFSETTO:+0400",
                "END:STANDARD",
                "END:VTIMEZONE",
            ]
        );
    }

    #[test]
    fn changes_are_found_to_the_second() {
        let mut lines = Lines::default();
        write(&mut lines, Tz::Europe__Zurich, 2025..=2025);
        let text = String::from_utf8(lines.into_bytes()).unwrap();
        for part in [
            "BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n",
            "BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n",
        ] {
            assert!(text.contains(part), "{text}");
        }
        assert_eq!(text.matches("DTSTART").count(), 3);
    }

    /// All zones, also those that put clocks back for Ramadan, skipped a day or left summer time for good.
    #[test]
    fn every_hour_of_every_zone_is_as_the_database_has_it() {
        for zone in chrono_tz::TZ_VARIANTS {
            let years = if zone == Tz::Pacific__Apia { 2011..=2012 } else { 2024..=2025 };
            let found = observances(zone, years.clone());
            let mut at = new_year(*years.start());
            while at < new_year(years.end() + 1) {
                let told = found.iter().rev().find(|observance| observance.begin <= at).unwrap();
                assert_eq!(told.clock, clock(zone, at), "{zone} at {at}");
                at += Duration::hours(1);
            }
        }
    }

    #[test]
    fn offsets_have_seconds_where_they_must() {
        assert_eq!([0, 14_400, -12_600, 1172].map(offset_text), ["+0000", "+0400", "-0330", "+001932"]);
    }
}

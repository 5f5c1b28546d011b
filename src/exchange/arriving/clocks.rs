//! Times and zones as files of other tools write them.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::draft::Moment;
use crate::model::zone::Tz;

/// The zone of a name: of the IANA database, of Windows, or behind the name of who made the calendar
/// (`/mozilla.org/20050126_1/Europe/Berlin`).
pub fn zone(name: &str) -> Option<Tz> {
    static WINDOWS: LazyLock<HashMap<&'static str, Tz>> = LazyLock::new(|| {
        let lines = include_str!("../../../assets/windows-zones.tsv").lines();
        lines
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(name, zone)| Some((name, zone.parse().ok()?)))
            .collect()
    });
    let name = name.trim().trim_matches('"').trim();
    if name.is_empty() || name.len() > 200 {
        return None;
    }
    let known = |name: &str| name.parse().ok().or_else(|| WINDOWS.get(name).copied());
    let in_any_letters = || chrono_tz::TZ_VARIANTS.into_iter().find(|zone| zone.name().eq_ignore_ascii_case(name));
    known(name).or_else(in_any_letters).or_else(|| behind(name))
}

/// A name behind others: the last two or three words between strokes. Short names are words of other zones, too.
fn behind(name: &str) -> Option<Tz> {
    let starts = name.match_indices('/').map(|(at, _)| at + 1);
    starts.map(|at| &name[at..]).filter(|rest| rest.contains('/')).find_map(|rest| rest.parse().ok())
}

/// A time with its offset, or without one: `2026-01-31T09:30:00+01:00`, `2026-01-31 09:30`, `…Z`.
pub fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(Moment::Instant(time.to_utc()));
    }
    let spaced = text.replacen(' ', "T", 1);
    let spaced = spaced.strip_suffix(['Z', 'z']).map_or(spaced.clone(), |time| format!("{time}+00:00"));
    if let Ok(time) = DateTime::parse_from_rfc3339(&spaced) {
        return Some(Moment::Instant(time.to_utc()));
    }
    for form in ["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%dT%H:%M%:z"] {
        if let Ok(time) = DateTime::parse_from_str(&spaced, form) {
            return Some(Moment::Instant(time.to_utc()));
        }
    }
    let forms = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
    forms.iter().find_map(|form| NaiveDateTime::parse_from_str(&spaced, form).ok()).map(Moment::Floating)
}

/// A day: `2026-01-31`, also with a time behind it.
pub fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim().get(..10)?, "%Y-%m-%d").ok()
}

/// A time of day: `9:30`, `0930`, `09:30:00`.
pub fn clock(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
    let (hour, minute) = match text.split_once(':') {
        Some((hour, rest)) => (number(hour)?, number(rest.split(':').next()?)?),
        None if text.len() == 4 => (number(text.get(..2)?)?, number(text.get(2..)?)?),
        None => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// A length: `00:30`, `1:00:00:00` with days, a number of minutes.
pub fn length(text: &str) -> Option<i64> {
    let parts: Option<Vec<i64>> =
        text.trim().split(':').map(|part| part.trim().parse::<u32>().ok().map(i64::from)).collect();
    match parts?[..] {
        [minutes] => Some(minutes),
        [hours, minutes] => Some(hours * 60 + minutes),
        [hours, minutes, seconds] => Some(hours * 60 + minutes + i64::from(seconds > 0 && hours + minutes == 0)),
        [days, hours, minutes, _] => Some((days * 24 + hours) * 60 + minutes),
        _ => None,
    }
}

/// Minutes from one moment to another one.
pub fn minutes(from: Moment, to: Moment) -> i64 {
    let instant = |moment: Moment| -> Option<DateTime<Utc>> {
        match moment {
            Moment::Instant(instant) => Some(instant),
            Moment::Civil(time, zone) => {
                Some(crate::model::zone::instant(crate::model::CivilTime::from_chrono(time), zone))
            }
            Moment::Floating(_) => None,
        }
    };
    match (from, to) {
        // What stands on one clock is as long as it shows.
        (Moment::Civil(one, zone), Moment::Civil(other, same)) if zone == same => (other - one).num_minutes(),
        _ => match (instant(from), instant(to)) {
            (Some(one), Some(other)) => (other - one).num_minutes(),
            _ => (to.on_its_clock() - from.on_its_clock()).num_minutes(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_have_many_names() {
        for (name, expected) in [
            ("Europe/Berlin", Some(Tz::Europe__Berlin)),
            ("W. Europe Standard Time", Some(Tz::Europe__Berlin)),
            ("\"Pacific Standard Time\"", Some(Tz::America__Los_Angeles)),
            ("/mozilla.org/20050126_1/America/New_York", Some(Tz::America__New_York)),
            (
                "/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires",
                Some(Tz::America__Argentina__Buenos_Aires),
            ),
            ("europe/zurich", Some(Tz::Europe__Zurich)),
            ("Customized Time Zone", None),
            ("", None),
        ] {
            assert_eq!(zone(name), expected, "{name}");
        }
        let lines = include_str!("../../../assets/windows-zones.tsv").lines();
        for line in lines.filter(|line| !line.starts_with('#')) {
            let (name, _) = line.split_once('\t').unwrap();
            assert!(zone(name).is_some(), "{line}");
        }
    }

    #[test]
    fn times_are_read_as_tools_write_them() {
        let utc = |text: &str| Some(Moment::Instant(text.parse().unwrap()));
        assert_eq!(moment("2026-01-31T09:30:00+01:00"), utc("2026-01-31T08:30:00Z"));
        assert_eq!(moment("2026-01-31 09:30:00+0100"), utc("2026-01-31T08:30:00Z"));
        assert_eq!(moment("2026-01-31T09:30Z"), utc("2026-01-31T09:30:00Z"));
        let floating = Moment::Floating(NaiveDate::from_ymd_opt(2026, 1, 31).unwrap().and_hms_opt(9, 30, 0).unwrap());
        assert_eq!((moment("2026-01-31T09:30:00"), moment("2026-01-31 09:30")), (Some(floating), Some(floating)));
        assert_eq!(moment("tomorrow"), None);
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        for (text, expected) in
            [("9:30", at(9, 30)), ("0930", at(9, 30)), ("09:30:00", at(9, 30)), ("25:00", None), ("+9:30", None)]
        {
            assert_eq!(clock(text), expected, "{text}");
        }
        for (text, expected) in [("00:30", Some(30)), ("1:00:00:00", Some(1440)), ("45", Some(45)), ("x", None)] {
            assert_eq!(length(text), expected, "{text}");
        }
    }
}

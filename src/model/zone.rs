//! Where two zones meet: civil times turned into instants and back, with the IANA database compiled in.

use chrono::{DateTime, MappedLocalTime, Offset, TimeZone, Utc};
pub use chrono_tz::Tz;

use super::CivilTime;

/// What a civil time means in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// One instant, as nearly always.
    Once(DateTime<Utc>),
    /// Two instants: clocks were put back. The earlier one comes first.
    Twice(DateTime<Utc>, DateTime<Utc>),
    /// None: clocks were put forward over it.
    Never,
}

/// What `time` means in `zone`.
#[must_use]
pub fn read(time: CivilTime, zone: Tz) -> Reading {
    match zone.from_local_datetime(&time.to_chrono()) {
        MappedLocalTime::Single(instant) => Reading::Once(instant.to_utc()),
        MappedLocalTime::Ambiguous(earlier, later) => Reading::Twice(earlier.to_utc(), later.to_utc()),
        MappedLocalTime::None => Reading::Never,
    }
}

/// The instant for drawing and sorting: the earlier of two; for a time that does not exist, what a clock that was not
/// put forward would mean.
#[must_use]
pub fn instant(time: CivilTime, zone: Tz) -> DateTime<Utc> {
    match read(time, zone) {
        Reading::Once(instant) | Reading::Twice(instant, _) => instant,
        Reading::Never => {
            // No zone has put its clock forward by more than a day (Samoa, 2011).
            let before = time.plus_mins(-super::time::DAY_MINS - 60);
            match read(before, zone) {
                Reading::Once(instant) | Reading::Twice(_, instant) => {
                    instant + chrono::Duration::minutes(i64::from(time.mins_since(before)))
                }
                Reading::Never => time.to_chrono().and_utc(),
            }
        }
    }
}

/// What a clock in `zone` shows at `instant`.
#[must_use]
pub fn civil(instant: DateTime<Utc>, zone: Tz) -> CivilTime {
    CivilTime::from_chrono(instant.with_timezone(&zone).naive_local())
}

/// What a clock shows at a moment, in seconds of UTC since 1970, and the seconds it shows beside; `None` for a moment that is
/// further away than years are counted.
#[must_use]
pub fn civil_at(moment: i64, zone: Tz) -> Option<(CivilTime, i64)> {
    let time = civil(DateTime::from_timestamp(moment, 0)?, zone);
    // Zones differ by whole minutes since long before there were plans.
    Some((time, moment.rem_euclid(60)))
}

/// The moment of [`instant`], in seconds of UTC since 1970.
#[must_use]
pub fn moment(time: CivilTime, zone: Tz) -> i64 {
    instant(time, zone).timestamp()
}

/// What a clock in `to` shows when one in `from` shows `time`.
#[must_use]
pub fn convert(time: CivilTime, from: Tz, to: Tz) -> CivilTime {
    if from == to { time } else { civil(instant(time, from), to) }
}

/// Minutes that `zone` is ahead of UTC when its clock shows `time`.
#[must_use]
pub fn offset_mins(time: CivilTime, zone: Tz) -> i32 {
    instant(time, zone).with_timezone(&zone).offset().fix().local_minus_utc() / 60
}

/// Seats of the United Nations system after which no zone is called, and the zone that each lies in
/// (<https://www.un.org/en/about-us/un-system>; IANA, zone1970.tab).
const SEATS: [(&str, Tz); 13] = [
    ("bern", Tz::Europe__Zurich),
    ("berne", Tz::Europe__Zurich),
    ("bonn", Tz::Europe__Berlin),
    ("geneva", Tz::Europe__Zurich),
    ("genève", Tz::Europe__Zurich),
    ("gland", Tz::Europe__Zurich),
    ("hamburg", Tz::Europe__Berlin),
    ("montreal", Tz::America__Toronto),
    ("montréal", Tz::America__Toronto),
    ("the_hague", Tz::Europe__Amsterdam),
    ("turin", Tz::Europe__Rome),
    ("washington", Tz::America__New_York),
    ("женева", Tz::Europe__Zurich),
];

/// The zone of a place, where a zone is named after its city, such as `Bishkek, Kyrgyzstan`, or where it is a seat of the United
/// Nations.
#[must_use]
pub fn of_place(place: &str) -> Option<Tz> {
    let city = place.split([',', '(', '/']).next()?.trim().replace(' ', "_");
    let is_named = |zone: &&Tz| zone.name().rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case(&city));
    let named = || chrono_tz::TZ_VARIANTS.iter().find(is_named).copied();
    let seat = || SEATS.iter().find(|(seat, _)| *seat == city.to_lowercase()).map(|(_, zone)| *zone);
    if city.is_empty() { None } else { named().or_else(seat) }
}

/// The release of the IANA database compiled in, such as `2025b`.
#[must_use]
pub fn database_version() -> &'static str {
    chrono_tz::IANA_TZDB_VERSION
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> CivilTime {
        text.parse().unwrap()
    }

    #[test]
    fn baku_is_four_hours_ahead_all_year() {
        for text in ["2025-07-14T12:00", "2025-11-17T12:00"] {
            assert_eq!(offset_mins(time(text), Tz::Asia__Baku), 240);
        }
    }

    #[test]
    fn geneva_and_baku_differ_by_two_hours_in_summer_and_three_in_november() {
        let to_baku = |text: &str| convert(time(text), Tz::Europe__Zurich, Tz::Asia__Baku);
        assert_eq!(to_baku("2025-07-14T13:00"), time("2025-07-14T15:00"));
        assert_eq!(to_baku("2025-11-17T13:00"), time("2025-11-17T16:00"));
    }

    /// The dates that changed lately: a database older than these facts would be wrong for this plan.
    #[test]
    fn zones_that_changed_lately_are_right() {
        assert_eq!(
            offset_mins(time("2025-04-01T09:00"), Tz::America__Asuncion),
            -180,
            "Paraguay, permanent since 2024"
        );
        assert_eq!(
            offset_mins(time("2025-02-04T09:00"), Tz::Asia__Almaty),
            300,
            "Kazakhstan, one zone since March 2024"
        );
        assert_eq!(offset_mins(time("2025-07-14T09:00"), Tz::Africa__Cairo), 180, "Egypt, summer time since 2023");
        assert_eq!(
            offset_mins(time("2025-09-29T09:00"), Tz::Pacific__Auckland),
            780,
            "New Zealand, since 28 September"
        );
        assert_eq!(offset_mins(time("2025-02-04T09:00"), Tz::Asia__Amman), 180, "Jordan, permanent since 2022");
    }

    #[test]
    fn a_zone_is_found_by_its_city() {
        assert_eq!(of_place("Bishkek, Kyrgyzstan"), Some(Tz::Asia__Bishkek));
        assert_eq!(of_place(" new york "), Some(Tz::America__New_York));
        assert_eq!(of_place("Geneva, Switzerland"), Some(Tz::Europe__Zurich));
        assert_eq!(of_place("Atlantis"), None);
        assert_eq!(of_place(", Kyrgyzstan"), None);
    }

    #[test]
    fn clock_changes_are_told_and_never_panic() {
        let zurich = Tz::Europe__Zurich;
        assert_eq!(read(time("2025-03-30T02:30"), zurich), Reading::Never);
        assert!(matches!(read(time("2025-10-26T02:30"), zurich), Reading::Twice(a, b) if (b - a).num_minutes() == 60));
        assert_eq!(civil(instant(time("2025-03-30T02:30"), zurich), zurich), time("2025-03-30T03:30"));
        assert_eq!(read(time("2011-12-30T12:00"), Tz::Pacific__Apia), Reading::Never);
        assert_eq!(
            civil(instant(time("2011-12-30T12:00"), Tz::Pacific__Apia), Tz::Pacific__Apia),
            time("2011-12-31T12:00")
        );
        for end in [CivilTime::MIN, CivilTime::MAX] {
            let _ = convert(end, Tz::Pacific__Kiritimati, Tz::America__Los_Angeles);
        }
    }
}

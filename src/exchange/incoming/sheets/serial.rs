//! Days and times as workbooks count them: days since the end of 1899, a day is 1.

use chrono::{Days, NaiveDate};

const DAY_SECS: i64 = 86_400;

/// A day, a time, or both, as text that is read again: `2025-11-17`, `09:30`, `2025-11-17 09:30`.
pub fn moment(serial: f64) -> Option<String> {
    // Fractions of a minute come from reckoning, unless they are whole seconds.
    let secs = (serial * DAY_SECS as f64).round() as i64;
    if !serial.is_finite() || !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    let (days, secs) = (secs / DAY_SECS, secs % DAY_SECS);
    Some(match (day(days).filter(|_| days > 0), secs) {
        (None, _) => clock(secs),
        (Some(day), 0) => day.to_string(),
        (Some(day), _) => format!("{day} {}", clock(secs)),
    })
}

/// A length: `1:15`, `26:00`; with seconds where there are any.
pub fn length(serial: f64) -> Option<String> {
    let secs = (serial * DAY_SECS as f64).round() as i64;
    (serial.is_finite() && (0.0..100_000.0).contains(&serial)).then(|| {
        let (hours, mins, secs) = (secs / 3600, secs / 60 % 60, secs % 60);
        if secs == 0 { format!("{hours}:{mins:02}") } else { format!("{hours}:{mins:02}:{secs:02}") }
    })
}

/// The day of a serial number, where it is one that a programme may have.
pub fn day(days: i64) -> Option<NaiveDate> {
    let days = u64::try_from(days).ok()?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

fn clock(secs: i64) -> String {
    let (hours, mins, secs) = (secs / 3600, secs / 60 % 60, secs % 60);
    if secs == 0 { format!("{hours:02}:{mins:02}") } else { format!("{hours:02}:{mins:02}:{secs:02}") }
}

/// A number as people write it: without a fraction where there is none.
pub fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 { format!("{value:.0}") } else { value.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_numbers_are_days_times_and_lengths() {
        assert_eq!(moment(45978.0).as_deref(), Some("2025-11-17"));
        assert_eq!(moment(45978.0 + 9.5 / 24.0).as_deref(), Some("2025-11-17 09:30"));
        assert_eq!(moment(9.5 / 24.0).as_deref(), Some("09:30"));
        assert_eq!(moment(0.0).as_deref(), Some("00:00"));
        assert_eq!(moment(f64::NAN), None);
        assert_eq!(moment(-1.0), None);
        assert_eq!(moment(1e300), None);
        assert_eq!(length(1.0 / 24.0 / 60.0 * 75.0).as_deref(), Some("1:15"));
        assert_eq!(length(26.0 / 24.0).as_deref(), Some("26:00"));
        assert_eq!((number(12.0).as_str(), number(-0.25).as_str()), ("12", "-0.25"));
    }
}

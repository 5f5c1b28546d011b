//! Starts and ends that the clocks of the event's zone skip, or show twice.

use crate::model::zone::{Reading, read};
use crate::model::{CivilTime, Severity};

use super::super::facts::{DAY, Entry};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Judge, Report, Rule};
use super::shared;

/// Clocks are put forward over it: nobody's clock will show it.
pub(super) const SKIPPED: Rule = Rule {
    name: "skipped-hour",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Placed(judge_skipped),
    obstacles: Some(Against::Starts(obstacles_skipped)),
};

/// Clocks are put back over it: it comes twice.
pub(super) const DOUBLED: Rule = Rule {
    name: "doubled-hour",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Placed(judge_doubled),
    obstacles: Some(Against::Starts(obstacles_doubled)),
};

fn is_skipped(reading: Reading) -> bool {
    reading == Reading::Never
}

fn is_doubled(reading: Reading) -> bool {
    matches!(reading, Reading::Twice(..))
}

fn judge_skipped(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    judge(case, entry, is_skipped, "finding-skipped-hour", report);
}

fn judge_doubled(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    judge(case, entry, is_doubled, "finding-doubled-hour", report);
}

fn judge(case: &Case<'_>, entry: &Entry, odd: fn(Reading) -> bool, message: &'static str, report: &mut Report<'_>) {
    let Some(zone) = case.event(entry).map(|event| event.zone) else { return };
    // On nearly all days no clock changes, which is known without asking the database for each session.
    if case.facts.is_even(zone, entry.span) {
        return;
    }
    for time in [entry.span.start, entry.span.end] {
        if odd(read(time, zone)) {
            report.add(message, vec![entry.slot], vec![("time", Value::Time(time))]);
            return;
        }
    }
}

fn obstacles_skipped(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    obstacles(case, moving, is_skipped, out);
}

fn obstacles_doubled(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    obstacles(case, moving, is_doubled, out);
}

fn obstacles(case: &Case<'_>, moving: &Moving, odd: fn(Reading) -> bool, out: &mut Obstacles) {
    for day in shared::days(moving) {
        let time = |minute: i32| CivilTime::from_minutes(i64::from(minute));
        let whole = crate::model::Span::new(time(day * DAY), time((day + 1) * DAY));
        if case.facts.is_even(moving.zone, whole) {
            continue;
        }
        for minute in day * DAY..(day + 1) * DAY {
            if odd(read(time(minute), moving.zone)) {
                out.starts(minute, minute + 1);
                out.starts(minute - moving.length_mins, minute - moving.length_mins + 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{is_quiet_when_off, is_reported, plan, session};

    #[test]
    fn the_hour_that_comes_twice() {
        // On 26 October clocks go back from 3:00 to 2:00.
        for (start, mins, told) in [
            ("2025-10-26T01:00", 59, false),
            ("2025-10-26T01:00", 60, true),
            ("2025-10-26T02:00", 120, true),
            ("2025-10-26T02:59", 60, true),
            ("2025-10-26T03:00", 60, false),
            ("2025-10-26T01:00", 120, false),
            ("2025-10-25T02:30", 60, false),
        ] {
            let one = session("S1").event("IRM").at(start, mins);
            assert_eq!(is_reported("doubled-hour", [one.clone()]), told, "{start} {mins}");
            assert!(!is_reported("skipped-hour", [one]));
            assert!(!is_reported("doubled-hour", [session("S1").at(start, mins)]), "Baku knows no summer time");
        }
        assert!(is_quiet_when_off("doubled-hour", &plan([session("S1").event("IRM").at("2025-10-26T02:30", 10)])));
    }

    #[test]
    fn the_hour_that_never_comes() {
        // On 30 March clocks go forward from 2:00 to 3:00.
        for (start, mins, told) in [
            ("2025-03-30T01:00", 59, false),
            ("2025-03-30T01:00", 60, true),
            ("2025-03-30T02:59", 60, true),
            ("2025-03-30T03:00", 60, false),
            ("2025-03-30T01:00", 120, false),
        ] {
            let one = session("S1").event("IRM").at(start, mins);
            assert_eq!(is_reported("skipped-hour", [one.clone()]), told, "{start} {mins}");
            assert!(!is_reported("doubled-hour", [one]));
        }
    }
}

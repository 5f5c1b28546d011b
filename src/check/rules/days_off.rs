//! Formal meetings at times that are not for work: the weekend, Friday at midday, days off in the host country.

use crate::model::{Event, EventKind, Severity};

use super::super::facts::{DAY, Entry};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Judge, Number, Report, Rule, row};
use super::shared;

pub(super) const WEEKEND: Rule = Rule {
    name: "weekend",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Placed(judge_weekend),
    obstacles: Some(Against::Starts(obstacles_weekend)),
};

/// Saturday and Sunday; 1 January 1970 was a Thursday.
fn is_weekend(day: i32) -> bool {
    (day + 3).rem_euclid(7) >= 5
}

fn judge_weekend(_: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if entry.kind.is_formal()
        && let Some(day) = entry.days().find(|&day| is_weekend(day))
    {
        report.add("finding-weekend", vec![entry.slot], vec![("day", Value::Day(shared::date(day)))]);
    }
}

fn obstacles_weekend(_: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    if moving.session.kind.is_formal() {
        for day in shared::days(moving).filter(|&day| is_weekend(day)) {
            out.overlaps(day * DAY, (day + 1) * DAY);
        }
    }
}

/// Time for Friday prayer.
pub(super) const FRIDAY: Rule = Rule {
    name: "friday-midday",
    severity: Severity::Warning,
    numbers: &[Number::clock("friday-from", 12, 30), Number::clock("friday-to", 14, 30)],
    judge: Judge::Placed(judge_friday),
    obstacles: Some(Against::Starts(obstacles_friday)),
};

fn is_friday(day: i32) -> bool {
    (day + 3).rem_euclid(7) == 4
}

fn judge_friday(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let (start, end) = (entry.span.start.minutes(), entry.span.end.minutes());
    let (from, to) = (case.number(0), case.number(1));
    let clashes = |day: i32| from < to && start < day * DAY + to && end > day * DAY + from;
    if entry.kind.is_formal() && entry.days().any(|day| is_friday(day) && clashes(day)) {
        let values = vec![("from", Value::Clock(from)), ("to", Value::Clock(to))];
        report.add("finding-friday-midday", vec![entry.slot], values);
    }
}

fn obstacles_friday(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    if moving.session.kind.is_formal() && case.number(0) < case.number(1) {
        for day in shared::days(moving).filter(|&day| is_friday(day)) {
            out.overlaps(day * DAY + case.number(0), day * DAY + case.number(1));
        }
    }
}

/// Days off in the host country, which the plan keeps as events.
pub(super) const HOLIDAY: Rule = Rule {
    name: "host-holiday",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Placed(judge_holiday),
    obstacles: Some(Against::Starts(obstacles_holiday)),
};

fn judge_holiday(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    for (_, holiday) in case.facts.events_of(EventKind::Holiday) {
        if holiday.dates.span().overlaps(entry.span) && is_there(case, holiday, entry.event) {
            report.add("finding-host-holiday", vec![entry.slot], vec![("event", row(holiday.id))]);
        }
    }
}

/// Whether a day off is one where an event is held.
fn is_there(case: &Case<'_>, holiday: &Event, event: Slot<Event>) -> bool {
    case.facts.events.get(event).is_some_and(|event| holiday.is_day_off_at(event))
}

fn obstacles_holiday(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    let all = case.facts.events_of(EventKind::Holiday);
    for (_, holiday) in all.filter(|(_, holiday)| is_there(case, holiday, moving.event)) {
        let days = holiday.dates.span();
        out.overlaps(days.start.minutes(), days.end.minutes());
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        Draft, NONE, changed, committee, event, is_quiet_when_off, is_reported, of_kind, plan, reports, set, with,
    };
    use crate::model::zone::Tz;
    use crate::model::{Event, EventFormat, EventKind, SessionKind};

    fn sits(start: &str, mins: i32) -> [Draft; 1] {
        [committee("S1", "COM3").at(start, mins)]
    }

    #[test]
    fn saturday_and_sunday() {
        for (start, mins, told) in [
            ("21T23:00", 60, false),
            ("21T23:00", 61, true),
            ("22T09:30", 60, true),
            ("23T23:59", 1, true),
            ("24T00:00", 60, false),
        ] {
            assert_eq!(is_reported("weekend", sits(start, mins)), told, "{start} {mins}");
        }
        assert!(!is_reported("weekend", [of_kind("S1", SessionKind::Social, "22T09:30", 60)]), "an excursion");
        assert!(is_quiet_when_off("weekend", &plan(sits("22T09:30", 60))));
    }

    #[test]
    fn friday_from_half_past_twelve_to_half_past_two() {
        for (start, mins, told) in [
            ("21T11:30", 60, false),
            ("21T11:30", 61, true),
            ("21T14:30", 60, false),
            ("21T14:29", 60, true),
            ("20T13:00", 60, false),
            ("20T23:00", 840, true),
        ] {
            assert_eq!(is_reported("friday-midday", sits(start, mins)), told, "{start} {mins}");
        }
        let long = plan(sits("21T09:30", 480));
        assert!(is_quiet_when_off("friday-midday", &long));
        for empty in [[("friday-from", 780), ("friday-to", 780)], [("friday-from", 870), ("friday-to", 750)]] {
            assert_eq!(
                reports("friday-midday", &set(long.clone(), "friday-midday", None, &empty)),
                NONE,
                "no time at all"
            );
        }
    }

    #[test]
    fn days_off_of_the_host() {
        let holiday = || event("H", EventKind::Holiday, "2025-11-19", "2025-11-19", Tz::Asia__Baku);
        let with_holiday = |start, mins| reports("host-holiday", &with(plan(sits(start, mins)), holiday()));
        assert_eq!(with_holiday("19T10:00", 60), [["S1"]]);
        assert_eq!(with_holiday("18T23:00", 60), NONE);
        assert_eq!(with_holiday("18T23:00", 61), [["S1"]]);
        assert_eq!(with_holiday("20T00:00", 60), NONE);
        assert_eq!(reports("host-holiday", &plan(sits("19T10:00", 60))), NONE);
        let virtual_one = with(plan(sits("19T10:00", 60)), holiday());
        assert!(is_quiet_when_off("host-holiday", &virtual_one));
        let virtual_one = changed(virtual_one, "E", |event: &mut Event| event.format = Some(EventFormat::Virtual));
        assert_eq!(reports("host-holiday", &virtual_one), NONE);
    }
}

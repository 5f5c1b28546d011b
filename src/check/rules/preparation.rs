//! The road to the conference: steps without a day between them, steps in a circle, and days that are counted from others.

use crate::model::{Event, Patch, Severity, preparation};

use super::super::facts::Facts;
use super::super::finding::Value;
use super::super::rule::{Case, Judge, Report, Rule, differs, row};

/// An event that begins on the day on which one ends that it waits for: what comes of the one had to be ready within the day.
pub(super) const SAME_DAY: Rule = Rule {
    name: "event-same-day",
    severity: Severity::Hint,
    numbers: &[],
    judge: Judge::Plan(judge_same_day, concerns),
    obstacles: None,
};

/// Events that wait for themselves, or are counted from themselves, directly or in a circle.
pub(super) const CIRCLE: Rule = Rule {
    name: "event-circle",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge_circle, concerns),
    obstacles: None,
};

/// A day that is counted from another event and is not on the day that this gives, because the plan was merged or written by
/// hand.
pub(super) const COUNTED: Rule = Rule {
    name: "counted-day",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_counted, concerns),
    obstacles: None,
};

fn concerns(_: &Facts, patch: &Patch) -> bool {
    let order = |event: Option<&Event>| event.map(|event| (event.dates, event.after.clone(), event.counts_from));
    differs::<Event>(patch, |before, after| order(before) != order(after))
}

fn judge_same_day(case: &Case<'_>, report: &mut Report<'_>) {
    for (_, event) in case.facts.events.iter() {
        let first = event.dates.first_and_last().0;
        for before in event.after.iter().filter_map(|&id| case.facts.events.named(id)) {
            if before.id != event.id && before.dates.first_and_last().1 == first {
                report.add(
                    "finding-event-same-day",
                    Vec::new(),
                    vec![("event", row(event.id)), ("before", row(before.id)), ("day", Value::Day(first))],
                );
                if report.is_full() {
                    return;
                }
            }
        }
    }
}

fn judge_circle(case: &Case<'_>, report: &mut Report<'_>) {
    for id in preparation::circular(case.facts.events.iter().map(|(_, event)| &**event)) {
        report.add("finding-event-circle", Vec::new(), vec![("event", row(id))]);
        if report.is_full() {
            return;
        }
    }
}

fn judge_counted(case: &Case<'_>, report: &mut Report<'_>) {
    for (_, event) in case.facts.events.iter() {
        let Some(counts) = event.counts_from.filter(|counts| counts.event != event.id) else { continue };
        let from = case.facts.events.named(counts.event);
        let Some(day) = from.and_then(|from| counts.day(from.dates)) else { continue };
        if event.dates.first_and_last().0 != day {
            report.add(
                "finding-counted-day",
                Vec::new(),
                vec![("event", row(event.id)), ("from", row(counts.event)), ("day", Value::Day(day))],
            );
            if report.is_full() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{changed, event, fixture, id, is_quiet_when_off, reports, with};
    use crate::model::zone::Tz;
    use crate::model::{CountsFrom, DayEdge, Event, EventKind, Plan};

    fn before(last: &str) -> Plan {
        let before = event("B", EventKind::CoordinationMeeting, "2025-11-10", last, Tz::Europe__Zurich);
        changed(with(fixture(), before), "E", |event: &mut Event| event.after = vec![id("B")])
    }

    fn told(rule: &str, plan: &Plan) -> usize {
        reports(rule, plan).len()
    }

    #[test]
    fn without_a_day_between_two_steps() {
        assert_eq!(told("event-same-day", &before("2025-11-16")), 0);
        assert_eq!(told("event-same-day", &before("2025-11-17")), 1);
        assert_eq!(told("event-order", &before("2025-11-17")), 0, "told once");
        assert_eq!(told("event-same-day", &before("2025-11-18")), 0, "that is an error");
        assert_eq!(told("event-order", &before("2025-11-18")), 1);
        assert!(is_quiet_when_off("event-same-day", &before("2025-11-17")));
    }

    #[test]
    fn a_circle_is_told_of_each_that_is_in_it() {
        let counts = |plan: Plan, name: &str, from: &str| {
            let from = CountsFrom { event: id(from), edge: DayEdge::First, days: -7 };
            changed(plan, name, |event: &mut Event| event.counts_from = Some(from))
        };
        let plan = before("2025-11-10");
        assert_eq!(told("event-circle", &plan), 0);
        let plan = counts(plan, "B", "E");
        assert_eq!(told("event-circle", &plan), 2, "one waits for what counts from it");
        let alone = counts(fixture(), "E", "E");
        assert_eq!(told("event-circle", &alone), 1);
        assert!(is_quiet_when_off("event-circle", &alone));
    }

    #[test]
    fn a_counted_day_is_the_one_that_is_counted() {
        let on = |day: &str, edge: DayEdge, days: i32| {
            let plan = with(fixture(), event("D", EventKind::Deadline, day, day, Tz::Asia__Baku));
            let counts_from = Some(CountsFrom { event: id("E"), edge, days });
            changed(plan, "D", |event: &mut Event| event.counts_from = counts_from)
        };
        assert_eq!(told("counted-day", &on("2025-10-13", DayEdge::First, -35)), 0);
        assert_eq!(told("counted-day", &on("2025-10-14", DayEdge::First, -35)), 1);
        assert_eq!(told("counted-day", &on("2025-11-28", DayEdge::Last, 0)), 0);
        assert!(is_quiet_when_off("counted-day", &on("2025-10-14", DayEdge::First, -35)));
    }
}

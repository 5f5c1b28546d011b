//! Events in their order, sessions within the days of their events.

use crate::model::{Event, Patch, Severity};

use super::super::facts::{Entry, Facts};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Judge, Report, Rule, differs, row};

/// An event that begins before one that must come first is over: reports of the RPMs go to the coordination meeting,
/// from there to TDAG and the IRMs, and to the conference (C25/30-R §3.4, §4.21, §4.22).
pub(super) const ORDER: Rule = Rule {
    name: "event-order",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge_order, concerns),
    obstacles: None,
};

fn concerns(_: &Facts, patch: &Patch) -> bool {
    let order = |event: Option<&Event>| event.map(|event| (event.dates, event.after.clone()));
    differs::<Event>(patch, |before, after| order(before) != order(after))
}

fn judge_order(case: &Case<'_>, report: &mut Report<'_>) {
    for (_, event) in case.facts.events.iter() {
        for before in event.after.iter().filter_map(|&id| case.facts.events.named(id)) {
            // On the same day it is `event-same-day` that tells so.
            if before.dates.first_and_last().1 > event.dates.first_and_last().0 {
                report.add(
                    "finding-event-order",
                    Vec::new(),
                    vec![
                        ("event", row(event.id)),
                        ("before", row(before.id)),
                        ("day", Value::Day(before.dates.first_and_last().1)),
                    ],
                );
            }
        }
    }
}

/// A session that does not lie within the days of its event.
pub(super) const OUTSIDE: Rule = Rule {
    name: "outside-event",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Placed(judge_outside),
    obstacles: Some(Against::Starts(obstacles_outside)),
};

fn judge_outside(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let Some(event) = case.event(entry) else { return };
    let days = event.dates.span();
    if entry.span.start < days.start || entry.span.end > days.end {
        report.add("finding-outside-event", vec![entry.slot], vec![("event", row(event.id))]);
    }
}

fn obstacles_outside(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    let Some(event) = case.facts.events.get(moving.event) else { return };
    let (days, (from, to)) = (event.dates.span(), moving.reach());
    out.starts(from, days.start.minutes());
    out.starts(days.end.minutes() - moving.length_mins + 1, to);
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        changed, event, fixture, id, is_quiet_when_off, is_reported, plan, reports, session, with,
    };
    use crate::model::zone::Tz;
    use crate::model::{Event, EventKind};

    #[test]
    fn events_follow_each_other() {
        let told = |first: &str, last: &str| {
            let before = event("B", EventKind::AdvisoryGroup, first, last, Tz::Europe__Zurich);
            let plan = changed(with(fixture(), before), "E", |event: &mut Event| event.after = vec![id("B")]);
            reports("event-order", &plan).len()
        };
        assert_eq!(told("2025-11-10", "2025-11-16"), 0);
        assert_eq!(told("2025-11-10", "2025-11-17"), 0);
        assert_eq!(told("2025-11-10", "2025-11-18"), 1);
        assert_eq!(told("2025-12-10", "2025-12-17"), 1);
    }

    #[test]
    fn sessions_lie_within_their_event() {
        for (start, mins, told) in [
            ("17T00:00", 60, false),
            ("16T23:59", 60, true),
            ("28T23:00", 60, false),
            ("28T23:00", 61, true),
            ("29T00:00", 60, true),
        ] {
            assert_eq!(is_reported("outside-event", [session("S1").at(start, mins)]), told, "{start} {mins}");
        }
        assert!(!is_reported("outside-event", [session("S1")]));
        assert!(is_quiet_when_off("outside-event", &plan([session("S1").at("16T12:00", 60)])));
    }
}

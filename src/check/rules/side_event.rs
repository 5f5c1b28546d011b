//! Side events during the conference, which are not held so as not to disadvantage small delegations (C25/30-R §6).

use crate::model::{EventId, EventKind, SessionKind, Severity, Span};

use super::super::facts::Entry;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Judge, Report, Rule, row};

pub(super) const RULE: Rule = Rule {
    name: "side-event",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Placed(judge),
    obstacles: Some(Against::Starts(obstacles)),
};

fn conferences<'a>(case: &Case<'a>) -> impl Iterator<Item = (EventId, Span)> + 'a {
    case.facts.events_of(EventKind::Conference).map(|(_, event)| (event.id, event.dates.span()))
}

fn judge(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if entry.kind != SessionKind::SideEvent {
        return;
    }
    if let Some((event, _)) = conferences(case).find(|(_, days)| days.overlaps(entry.span)) {
        report.add("finding-side-event", vec![entry.slot], vec![("event", row(event))]);
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    if moving.session.kind == SessionKind::SideEvent {
        conferences(case).for_each(|(_, days)| out.overlaps(days.start.minutes(), days.end.minutes()));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{is_quiet_when_off, is_reported, of_kind, plan};
    use crate::model::SessionKind;

    #[test]
    fn not_during_a_conference_of_any_event() {
        for (start, mins, told) in [
            ("16T23:00", 60, false),
            ("16T23:00", 61, true),
            ("19T19:00", 60, true),
            ("28T23:59", 1, true),
            ("29T00:00", 60, false),
        ] {
            let side = of_kind("S1", SessionKind::SideEvent, start, mins);
            assert_eq!(is_reported("side-event", [side.clone()]), told, "{start}");
            assert_eq!(is_reported("side-event", [side.event("IRM")]), told, "of another event");
        }
        assert!(!is_reported("side-event", [of_kind("S1", SessionKind::Network, "19T19:00", 60)]));
        assert!(is_quiet_when_off("side-event", &plan([of_kind("S1", SessionKind::SideEvent, "19T19:00", 60)])));
    }
}

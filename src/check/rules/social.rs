//! Social events: not beside a formal meeting, not beside each other, and the first evening is the host's. Protocol keeps
//! a calendar of them for this reason (ITU social-events pages of PP-22 and WTDC-25).

use crate::model::{BodyKind, EventKind, Session, SessionKind, Severity, Span};

use super::super::facts::{DAY, Entry};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Day, Judge, Number, Report, Rule, span};
use super::shared::Apart;

pub(super) const OVERLAP: Rule = Rule {
    name: "social-overlap",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Day(judge_overlap, |busy| SOCIAL_AND_OTHERS.counts(busy)),
    obstacles: Some(Against::Starts(obstacles_overlap)),
};

const SOCIAL_AND_OTHERS: Apart = Apart {
    one: |kind| kind == SessionKind::Social,
    other: |kind| kind == SessionKind::Social || kind.is_formal(),
    message: "finding-social-overlap",
};

fn judge_overlap(_: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    SOCIAL_AND_OTHERS.judge(day, report);
}

fn obstacles_overlap(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    SOCIAL_AND_OTHERS.obstacles(case, moving, out);
}

pub(super) const FIRST_EVENING: Rule = Rule {
    name: "first-evening",
    severity: Severity::Warning,
    numbers: &[Number::clock("evening-from", 17, 0)],
    judge: Judge::Placed(judge_first_evening),
    obstacles: Some(Against::Starts(obstacles_first_evening)),
};

/// The evening of the conference's first day.
fn evening(case: &Case<'_>, session: &Session) -> Option<Span> {
    let event = case.facts.events.named(session.event).filter(|event| event.kind == EventKind::Conference)?;
    let first = event.dates.span().start.minutes();
    Some(span(first + case.number(0), first + DAY))
}

fn is_a_guests(case: &Case<'_>, session: &Session) -> bool {
    session.kind == SessionKind::Social && !case.bodies(session).any(|body| body.kind == BodyKind::Host)
}

fn judge_first_evening(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if entry.kind == SessionKind::Social
        && is_a_guests(case, &entry.session)
        && evening(case, &entry.session).is_some_and(|evening| evening.overlaps(entry.span))
    {
        report.add("finding-first-evening", vec![entry.slot], vec![("from", Value::Clock(case.number(0)))]);
    }
}

fn obstacles_first_evening(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    if is_a_guests(case, &moving.session)
        && let Some(evening) = evening(case, &moving.session)
    {
        out.overlaps(evening.start.minutes(), evening.end.minutes());
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{Draft, NONE, is_quiet_when_off, is_reported, of_kind, plan, reports, set};
    use crate::model::SessionKind;

    fn reception(name: &str, start: &str, mins: i32) -> Draft {
        of_kind(name, SessionKind::Social, start, mins)
    }

    #[test]
    fn not_beside_each_other_or_a_formal_meeting() {
        for kind in SessionKind::ALL {
            let sessions = [of_kind("S1", kind, "19T18:00", 90), reception("S2", "19T19:00", 60)];
            let told = kind == SessionKind::Social || kind.is_formal();
            assert_eq!(is_reported("social-overlap", sessions), told, "{kind:?}");
        }
        let meets = of_kind("S1", SessionKind::AdHoc, "19T18:00", 60);
        assert!(!is_reported("social-overlap", [meets.clone(), reception("S2", "19T19:00", 60)]));
        let plan = plan([meets, reception("S2", "19T18:59", 60)]);
        assert_eq!(reports("social-overlap", &plan), [["S2", "S1"]], "the reception first");
        assert!(is_quiet_when_off("social-overlap", &plan));
    }

    #[test]
    fn around_midnight_it_is_told_once() {
        let both = [reception("S1", "19T22:00", 240), reception("S2", "19T23:00", 240)];
        assert_eq!(reports("social-overlap", &plan(both)), [["S1", "S2"]]);
        let both = [reception("S1", "19T22:00", 240), reception("S2", "20T01:00", 60)];
        assert_eq!(reports("social-overlap", &plan(both)), [["S1", "S2"]]);
    }

    #[test]
    fn the_first_evening_is_the_hosts() {
        for (start, mins, told) in [
            ("17T16:00", 60, false),
            ("17T16:00", 61, true),
            ("17T19:00", 60, true),
            ("18T00:00", 60, false),
            ("18T19:00", 60, false),
        ] {
            assert_eq!(is_reported("first-evening", [reception("S1", start, mins).body("MS")]), told, "{start} {mins}");
            assert!(!is_reported("first-evening", [reception("S1", start, mins).body("MS").body("HOST")]));
            assert!(!is_reported("first-evening", [reception("S1", start, mins).event("IRM")]));
        }
        let plan = plan([reception("S1", "17T17:30", 60)]);
        assert!(is_quiet_when_off("first-evening", &plan));
        assert_eq!(reports("first-evening", &set(plan, "first-evening", None, &[("evening-from", 1110)])), NONE);
    }
}

//! Groups of the advisory group do not meet at the same time as one another (terms of reference of TDAG-WG-Prep).

use crate::model::{BodyKind, Session, Severity, Status};

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Day, Judge, Report, Rule, span};
use super::shared;

pub(super) const RULE: Rule = Rule {
    name: "advisory-groups",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Day(judge, |_| true),
    obstacles: Some(Against::Starts(obstacles)),
};

/// Whether a session takes the time of a group; what is held only if required takes nobody's.
fn has_group(case: &Case<'_>, session: &Session) -> bool {
    session.status != Status::Reserve && case.bodies(session).any(|body| body.kind == BodyKind::AdvisoryGroup)
}

fn is_group(case: &Case<'_>, session: Slot<Session>) -> bool {
    case.entry(session).is_some_and(|entry| has_group(case, &entry.session))
}

/// Whether there is any, which saves looking at every session.
fn are_groups(case: &Case<'_>) -> bool {
    case.facts.bodies_of(BodyKind::AdvisoryGroup).next().is_some()
}

fn judge(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    if !are_groups(case) {
        return;
    }
    shared::pairs_of_day(
        day,
        |busy| is_group(case, busy.slot),
        report,
        |first, second, report| {
            let common = span(first.start.max(second.start), first.end.min(second.end));
            report.add("finding-advisory-groups", vec![first.slot, second.slot], vec![("span", Value::Span(common))]);
        },
    );
}

fn obstacles(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    if has_group(case, &moving.session) {
        for busy in shared::neighbours(case, moving).filter(|busy| is_group(case, busy.slot)) {
            out.overlaps(busy.start, busy.end);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{is_quiet_when_off, is_reported, plan, reports, session};
    use crate::model::Status;

    #[test]
    fn one_group_at_a_time() {
        let meets = |name, body, start| session(name).body(body).at(start, 60);
        for (body, start, told) in [
            ("TDAG-WG", "19T10:00", true),
            ("TDAG", "19T10:59", true),
            ("TDAG-WG", "19T11:00", false),
            ("TDAG-WG", "19T09:00", false),
            ("COM3", "19T10:00", false),
        ] {
            let sessions = [meets("S1", "TDAG", "19T10:00"), meets("S2", body, start)];
            assert_eq!(is_reported("advisory-groups", sessions), told, "{body} {start}");
        }
        let both = plan([meets("S1", "TDAG", "19T23:30"), meets("S2", "TDAG-WG", "19T23:45")]);
        assert_eq!(reports("advisory-groups", &both), [["S1", "S2"]], "once, around midnight");
        assert!(is_quiet_when_off("advisory-groups", &both));
        let mut reserve = meets("S2", "TDAG-WG", "19T10:00");
        reserve.0.status = Status::Reserve;
        assert!(!is_reported("advisory-groups", [meets("S1", "TDAG", "19T10:00"), reserve]), "only if required");
        let apart = [meets("S1", "TDAG", "19T10:00"), meets("S2", "TDAG-WG", "19T10:00").event("IRM")];
        assert!(!is_reported("advisory-groups", apart), "another event");
    }
}

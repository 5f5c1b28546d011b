//! One body in two sessions at once.

use crate::model::{Body, BodyKind, Severity};

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Judge, Report, Rule, row};
use super::super::track::Track;
use super::super::walk::pairs;
use super::shared;

pub(super) const RULE: Rule = Rule {
    name: "body-overlap",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Body(judge),
    obstacles: Some(Against::Starts(obstacles)),
};

/// Bodies of many people can be in several places: the secretariat, the host, "a Member State".
pub(in crate::check) fn meets_once(body: &Body) -> bool {
    !matches!(body.kind, BodyKind::Secretariat | BodyKind::Host | BodyKind::Delegation)
}

fn judge(case: &Case<'_>, body: &Body, track: &Track, report: &mut Report<'_>) {
    if !meets_once(body) {
        return;
    }
    pairs(track, report, |first, second, report| {
        if let Some(common) = shared::common(case, first.slot, second.slot) {
            let values = vec![("body", row(body.id)), ("span", Value::Span(common))];
            report.add("finding-body-overlap", vec![first.slot, second.slot], values);
        }
    });
}

fn obstacles(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    for &body in &moving.parts.bodies {
        if case.facts.bodies.get(body).is_some_and(|body| meets_once(body)) {
            shared::overlaps(case, moving, case.facts.of_body(body), out);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{committee, is_quiet_when_off, is_reported, plan, reports, session};

    #[test]
    fn a_body_sits_once_at_a_time() {
        for (start, told) in [("19T09:30", true), ("19T10:29", true), ("19T10:30", false), ("19T08:30", false)] {
            let sessions = || [committee("S1", "COM3").at("19T09:30", 60), committee("S2", "COM3").at(start, 60)];
            assert_eq!(is_reported("body-overlap", sessions()), told, "{start}");
            let [one, other] = sessions();
            assert!(!is_reported("body-overlap", [one, other.cancelled()]));
        }
        let joint = committee("S1", "COM3").body("COM4").at("19T09:30", 60);
        let other = committee("S2", "COM4").at("19T10:00", 60);
        assert_eq!(reports("body-overlap", &plan([joint.clone(), other.clone()])), [["S1", "S2"]]);
        assert!(is_quiet_when_off("body-overlap", &plan([joint, other])));
    }

    #[test]
    fn the_secretariat_the_host_and_member_states_are_many() {
        for (body, told) in [("SEC", false), ("HOST", false), ("MS", false), ("ARB", true), ("NOW", true)] {
            let sessions = [session("S1").body(body).at("19T09:30", 60), session("S2").body(body).at("19T09:30", 60)];
            assert_eq!(is_reported("body-overlap", sessions), told, "{body}");
        }
    }
}

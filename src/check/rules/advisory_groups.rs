//! Groups of the advisory group do not meet at the same time as one another (terms of reference of TDAG-WG-Prep).

use crate::model::{BodyId, BodyKind, SessionId, Severity};

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Day, Judge, Report, Rule, span};
use super::shared;

pub(super) const RULE: Rule = Rule {
    name: "advisory-groups",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Day(judge),
    obstacles: Some(obstacles),
};

fn has_group(case: &Case<'_>, bodies: &[BodyId]) -> bool {
    bodies.iter().any(|&id| case.plan.bodies().get(id).is_some_and(|body| body.kind == BodyKind::AdvisoryGroup))
}

fn is_group(case: &Case<'_>, id: SessionId) -> bool {
    case.entry(id).is_some_and(|entry| has_group(case, &entry.session.bodies))
}

fn any_group(case: &Case<'_>) -> bool {
    case.plan
        .bodies()
        .iter()
        .any(|body| body.kind == BodyKind::AdvisoryGroup && case.facts.bodies.contains_key(&body.id))
}

fn judge(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    if !any_group(case) {
        return;
    }
    shared::pairs_of_day(
        day,
        |busy| is_group(case, busy.id),
        report,
        |first, second, report| {
            let common = span(first.start.max(second.start), first.end.min(second.end));
            report.add("finding-advisory-groups", vec![first.id, second.id], vec![("span", Value::Span(common))]);
        },
    );
}

fn obstacles(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    if has_group(case, &moving.session.bodies) {
        for busy in shared::neighbours(case, moving).filter(|busy| is_group(case, busy.id)) {
            out.overlaps(busy.start, busy.end);
        }
    }
}

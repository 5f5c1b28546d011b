//! One body in two sessions at once.

use crate::model::{Body, BodyKind, Severity};

use super::super::facts::Track;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Judge, Report, Rule, pairs, row};
use super::shared;

pub(super) const RULE: Rule = Rule {
    name: "body-overlap",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Body(judge),
    obstacles: Some(obstacles),
};

/// Bodies of many people can be in several places: the secretariat, the host, "a Member State".
fn meets_once(body: &Body) -> bool {
    !matches!(body.kind, BodyKind::Secretariat | BodyKind::Host | BodyKind::Delegation)
}

fn judge(case: &Case<'_>, body: &Body, track: &Track, report: &mut Report<'_>) {
    if !meets_once(body) {
        return;
    }
    pairs(track, 0, report, |first, second, report| {
        if let Some(common) = shared::common(case, first, second) {
            let values = vec![("body", row(body.id)), ("span", Value::Span(common))];
            report.add("finding-body-overlap", vec![first, second], values);
        }
    });
}

fn obstacles(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    let bodies = moving.session.bodies.iter().filter_map(|&id| case.plan.bodies().get(id));
    for body in bodies.filter(|body| meets_once(body)) {
        shared::overlaps(case, moving, case.facts.bodies.get(&body.id), out);
    }
}

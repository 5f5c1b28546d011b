//! One person needed in two sessions at once: a chair, a secretary, a speaker.

use crate::model::{Person, Severity};

use super::super::facts::{Track, people_of};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Judge, Report, Rule, pairs, row};
use super::shared;

pub(super) const RULE: Rule = Rule {
    name: "person-overlap",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Person(judge),
    obstacles: Some(obstacles),
};

fn judge(case: &Case<'_>, person: &Person, track: &Track, report: &mut Report<'_>) {
    pairs(track, 0, report, |first, second, report| {
        if let Some(common) = shared::common(case, first, second) {
            let values = vec![("person", row(person.id)), ("span", Value::Span(common))];
            report.add("finding-person-overlap", vec![first, second], values);
        }
    });
}

fn obstacles(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    for person in people_of(case.plan, moving.session) {
        shared::overlaps(case, moving, case.facts.people.get(&person), out);
    }
}

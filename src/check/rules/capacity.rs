//! More people expected than there are seats.

use crate::model::Severity;

use super::super::facts::Entry;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Judge, Report, Rule};

pub(super) const RULE: Rule = Rule {
    name: "capacity",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Placed(judge),
    obstacles: Some(obstacles),
};

fn judge(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let Some(expected) = entry.session.expected_attendance else { return };
    let rooms = entry.session.rooms().iter().filter_map(|&id| case.plan.rooms().get(id));
    // A room without a number of seats has no limit, or none is known.
    let seats = rooms.map(|room| room.capacity).try_fold(0_u32, |sum, seats| Some(sum.saturating_add(seats?)));
    if let Some(seats) = seats.filter(|&seats| seats < expected && !entry.session.rooms().is_empty()) {
        let count = |n| Value::Count(i32::try_from(n).unwrap_or(i32::MAX));
        report.add("finding-capacity", vec![entry.id()], vec![("seats", count(seats)), ("expected", count(expected))]);
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    let Some(expected) = moving.session.expected_attendance.filter(|_| moving.session.rooms().len() < 2) else {
        return;
    };
    for room in case.plan.rooms().iter().filter(|room| room.capacity.is_some_and(|seats| seats < expected)) {
        out.never_in(room.id);
    }
}

//! Two sessions in one room at once.

use crate::model::{Room, Severity};

use super::super::facts::Track;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Judge, Report, Rule, pairs, row};
use super::shared;

pub(super) const RULE: Rule = Rule {
    name: "room-overlap",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Room(judge),
    obstacles: Some(obstacles),
};

fn judge(case: &Case<'_>, room: &Room, track: &Track, report: &mut Report<'_>) {
    if room.is_shared {
        return;
    }
    pairs(track, 0, report, |first, second, report| {
        if let Some(common) = shared::common(case, first, second) {
            let values = vec![("room", row(room.id)), ("span", Value::Span(common))];
            report.add("finding-room-overlap", vec![first, second], values);
        }
    });
}

fn obstacles(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    let (from, to) = moving.reach_utc(case.facts);
    for (&id, track) in &case.facts.rooms {
        if case.plan.rooms().get(id).is_none_or(|room| room.is_shared) {
            continue;
        }
        for busy in track.near(from, to).filter(|busy| moving.stays(busy.id)) {
            let local = |utc| case.facts.local(utc, moving.zone);
            out.overlaps_in(id, local(busy.start), local(busy.end));
        }
    }
}

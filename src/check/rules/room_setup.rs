//! Too little time in a room between two sessions of different bodies, to set it up anew.

use crate::model::{Room, Session, Severity};

use super::super::facts::Track;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Judge, Number, Report, Rule, pairs, row};

const SETUP_MINS: usize = 0;

pub(super) const RULE: Rule = Rule {
    name: "room-setup",
    severity: Severity::Warning,
    numbers: &[Number::minutes("setup-mins", 10)],
    judge: Judge::Room(judge),
    obstacles: Some(obstacles),
};

fn judge(case: &Case<'_>, room: &Room, track: &Track, report: &mut Report<'_>) {
    if room.is_shared || room.is_virtual {
        return;
    }
    pairs(track, case.number(SETUP_MINS), report, |first, second, report| {
        let (Some(before), Some(after)) = (case.entry(first), case.entry(second)) else { return };
        let pause = after.utc.0 - before.utc.1;
        if pause >= 0 && needs_setup(&before.session, &after.session) {
            let values = vec![
                ("room", row(room.id)),
                ("pause", Value::Minutes(pause)),
                ("least", Value::Minutes(case.number(SETUP_MINS))),
            ];
            report.add("finding-room-setup", vec![second, first], values);
        }
    });
}

/// Nothing needs to be changed for those who stay.
fn needs_setup(before: &Session, after: &Session) -> bool {
    !before.bodies.iter().any(|body| after.bodies.contains(body))
}

fn obstacles(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    let (from, to) = moving.reach_utc(case.facts);
    for (&id, track) in &case.facts.rooms {
        if case.plan.rooms().get(id).is_none_or(|room| room.is_shared || room.is_virtual) {
            continue;
        }
        for busy in track.near(from, to).filter(|busy| moving.stays(busy.id)) {
            if case.entry(busy.id).is_some_and(|other| needs_setup(&other.session, moving.session)) {
                let local = |utc| case.facts.local(utc, moving.zone);
                out.near_in(id, local(busy.start), local(busy.end), case.number(SETUP_MINS));
            }
        }
    }
}

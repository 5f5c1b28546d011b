//! An interpreted session in a room with too few booths.

use crate::model::{Room, RoomId, Severity};

use super::super::facts::Entry;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Judge, Report, Rule, row};

pub(super) const RULE: Rule = Rule {
    name: "booths",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Placed(judge),
    obstacles: Some(obstacles),
};

/// One room with enough booths serves a session; the others may be overflow rooms.
fn most_booths<'a>(case: &Case<'a>, rooms: &[RoomId]) -> Option<&'a Room> {
    let rooms = rooms.iter().filter_map(|&id| case.plan.rooms().get(id)).map(|room| &**room);
    rooms.max_by_key(|room| if room.is_virtual { u8::MAX } else { room.booths })
}

fn judge(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let languages = entry.session.languages.len();
    if languages < 2 {
        return;
    }
    let Some(room) = most_booths(case, entry.session.rooms()) else { return };
    if !room.is_virtual && usize::from(room.booths) < languages {
        let values = vec![
            ("room", row(room.id)),
            ("booths", Value::Count(i32::from(room.booths))),
            ("languages", Value::Count(i32::try_from(languages).unwrap_or(i32::MAX))),
        ];
        report.add("finding-booths", vec![entry.id()], values);
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    // A session of several rooms is not judged by one of them.
    if moving.session.languages.len() > 1 && moving.session.rooms().len() < 2 {
        for room in case.plan.rooms().iter() {
            if !room.is_virtual && usize::from(room.booths) < moving.session.languages.len() {
                out.never_in(room.id);
            }
        }
    }
}

//! More people expected than there are seats.

use crate::model::{Room, Severity};

use super::super::facts::Entry;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Judge, Report, Rule};

pub(super) const RULE: Rule = Rule {
    name: "capacity",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Placed(judge),
    obstacles: Some(Against::InRoom(obstacles)),
};

fn judge(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    let Some(expected) = entry.expected else { return };
    let rooms = case.rooms(entry.session.rooms());
    // A room without a number of seats has no limit, or none is known.
    let seats = rooms.map(|room| room.capacity).try_fold(0_u32, |sum, seats| Some(sum.saturating_add(seats?)));
    if let Some(seats) = seats.filter(|&seats| seats < expected && !entry.session.rooms().is_empty()) {
        let count = |n| Value::Count(i32::try_from(n).unwrap_or(i32::MAX));
        report.add("finding-capacity", vec![entry.slot], vec![("seats", count(seats)), ("expected", count(expected))]);
    }
}

fn obstacles(_: &Case<'_>, moving: &Moving, (_, room): (Slot<Room>, &Room), out: &mut Obstacles) {
    let expected = moving.session.expected_attendance.filter(|_| moving.session.rooms().len() < 2);
    if expected.is_some_and(|expected| room.capacity.is_some_and(|seats| seats < expected)) {
        out.never();
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{is_quiet_when_off, is_reported, plan, session};

    #[test]
    fn seats_of_all_rooms_together() {
        let sits = |expected: u32, rooms: &[&str]| {
            let draft = session("S1").at("19T10:00", 60).expected(expected);
            [rooms.iter().fold(draft, |draft, room| draft.room(room))]
        };
        for (expected, rooms, told) in [
            (100, &["hall"] as &[&str], false),
            (101, &["hall"], true),
            (120, &["hall", "b"], false),
            (121, &["hall", "b"], true),
            (999, &["hall", "a"], false),
            (999, &["a"], false),
            (999, &["net"], false),
            (999, &[], false),
        ] {
            assert_eq!(is_reported("capacity", sits(expected, rooms)), told, "{expected} {rooms:?}");
        }
        assert!(is_quiet_when_off("capacity", &plan(sits(101, &["hall"]))));
        let unknown = session("S1").at("19T10:00", 60).room("b");
        assert!(!is_reported("capacity", [unknown]), "nobody knows how many");
    }
}

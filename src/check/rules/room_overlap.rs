//! Two sessions in one room at once.

use crate::model::{Room, Severity};

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Judge, Report, Rule, row};
use super::super::track::Track;
use super::super::walk::pairs;
use super::shared;

pub(super) const RULE: Rule = Rule {
    name: "room-overlap",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Room(judge),
    obstacles: Some(Against::InRoom(obstacles)),
};

fn judge(case: &Case<'_>, room: &Room, track: &Track, report: &mut Report<'_>) {
    if room.is_shared {
        return;
    }
    pairs(track, report, |first, second, report| {
        if let Some(common) = shared::common(case, first.slot, second.slot) {
            let values = vec![("room", row(room.id)), ("span", Value::Span(common))];
            report.add("finding-room-overlap", vec![first.slot, second.slot], values);
        }
    });
}

fn obstacles(case: &Case<'_>, moving: &Moving, (slot, room): (Slot<Room>, &Room), out: &mut Obstacles) {
    if !room.is_shared {
        shared::overlaps(case, moving, case.facts.in_room(slot), out);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Value;
    use crate::check::tests::{NONE, findings, is_quiet_when_off, plan, reports, session, time};
    use crate::model::Span;

    fn both(first: (&str, i32), second: (&str, i32), room: &str) -> Vec<Vec<String>> {
        let one = session("S1").at(first.0, first.1).room(room);
        reports("room-overlap", &plan([one, session("S2").at(second.0, second.1).room(room)]))
    }

    #[test]
    fn sessions_of_one_room_may_touch_and_not_overlap() {
        let first = ("19T09:30", 60);
        for (second, told) in [
            (("19T09:30", 60), true),
            (("19T10:29", 60), true),
            (("19T10:30", 60), false),
            (("19T08:30", 60), false),
            (("19T08:31", 60), true),
            (("19T09:45", 5), true),
            (("18T09:30", 1440), false),
            (("18T09:30", 1441), true),
        ] {
            assert_eq!(!both(first, second, "a").is_empty(), told, "{second:?}");
            assert_eq!(!both(second, first, "net").is_empty(), told, "a virtual room is one too, {second:?}");
            assert!(both(first, second, "lobby").is_empty(), "a shared room");
        }
        assert_eq!(both(("19T10:00", 60), ("19T09:30", 60), "a"), [["S2", "S1"]], "the earlier first");
    }

    #[test]
    fn only_what_takes_place_in_the_same_room_counts() {
        let one = || session("S1").at("19T09:30", 60).room("hall").room("a");
        assert_eq!(reports("room-overlap", &plan([one(), session("S2").at("19T09:30", 60).room("a")])), [["S1", "S2"]]);
        assert_eq!(reports("room-overlap", &plan([one(), session("S2").at("19T09:30", 60).room("b")])), NONE);
        assert_eq!(reports("room-overlap", &plan([one(), session("S2").at("19T09:30", 60)])), NONE);
        assert_eq!(
            reports("room-overlap", &plan([one(), session("S2").at("19T09:30", 60).room("a").cancelled()])),
            NONE
        );
        assert!(is_quiet_when_off("room-overlap", &plan([one(), session("S2").at("19T09:30", 60).room("a")])));
    }

    #[test]
    fn events_of_two_zones_are_compared_on_one_clock() {
        // 25 October: Geneva is two hours behind Baku.
        let far = |start| session("S2").at(start, 60).room("a");
        let here = || session("S1").event("IRM").at("2025-10-25T10:00", 60).room("a");
        assert_eq!(reports("room-overlap", &plan([here(), far("2025-10-25T10:00")])), NONE);
        let told = findings("room-overlap", &plan([here(), far("2025-10-25T12:30")]));
        let common = Span::new(time("2025-10-25T10:30"), time("2025-10-25T11:00"));
        assert_eq!(told[0].values[1], ("span", Value::Span(common)), "on the clock of the first");
    }
}

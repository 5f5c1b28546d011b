//! Too little time in a room between two sessions of different bodies, to set it up anew.

use crate::model::{Room, Session, Severity};

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Judge, Number, Report, Rule, row};
use super::super::track::Track;
use super::super::walk::followers;
use super::shared;

const SETUP_MINS: usize = 0;

pub(super) const RULE: Rule = Rule {
    name: "room-setup",
    severity: Severity::Warning,
    numbers: &[Number::minutes("setup-mins", 10)],
    judge: Judge::Room(judge),
    obstacles: Some(Against::InRoom(obstacles)),
};

fn judge(case: &Case<'_>, room: &Room, track: &Track, report: &mut Report<'_>) {
    if room.is_shared || room.is_virtual {
        return;
    }
    let least = least_mins(case, room);
    followers(track, least, report, |first, second, report| {
        let (Some(before), Some(after)) = (case.entry(first.slot), case.entry(second.slot)) else { return };
        let pause = after.utc.0 - before.utc.1;
        if needs_setup(&before.session, &after.session) {
            let values =
                vec![("room", row(room.id)), ("pause", Value::Minutes(pause)), ("least", Value::Minutes(least))];
            report.add("finding-room-setup", vec![second.slot, first.slot], values);
        }
    });
}

/// How much time there must be between: what is said of the room, else what the rule says.
fn least_mins(case: &Case<'_>, room: &Room) -> i32 {
    room.pause_mins().unwrap_or(case.number(SETUP_MINS))
}

/// Nothing needs to be changed for those who stay.
fn needs_setup(before: &Session, after: &Session) -> bool {
    !before.bodies.iter().any(|body| after.bodies.contains(body))
}

fn obstacles(case: &Case<'_>, moving: &Moving, (slot, room): (Slot<Room>, &Room), out: &mut Obstacles) {
    if room.is_shared || room.is_virtual {
        return;
    }
    let (from, to) = moving.reach_utc(case.facts);
    // Asked of the rows: what is held only if required is on no body's track, and stays in its room all the same.
    let needs =
        |busy: Slot<Session>| case.entry(busy).is_some_and(|entry| needs_setup(&entry.session, &moving.session));
    let track = case.facts.in_room(slot).into_iter().flat_map(|track| track.near(from, to));
    for busy in track.filter(|busy| moving.stays(busy.slot) && needs(busy.slot)) {
        for (from, to) in shared::close_to(case, moving, (busy.start, busy.end), least_mins(case, room)) {
            out.starts(from, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NONE, changed, committee, plan, reports, set};
    use crate::model::{Plan, Room};

    fn told(start: &str, room: &str, body: &str, plan_of: impl Fn(Plan) -> Plan) -> Vec<Vec<String>> {
        let one = committee("S1", "COM3").at("19T09:30", 60).room(room);
        reports("room-setup", &plan_of(plan([one, committee("S2", body).at(start, 60).room(room)])))
    }

    #[test]
    fn ten_minutes_between_two_bodies() {
        for (start, is_told) in
            [("19T10:30", true), ("19T10:39", true), ("19T10:40", false), ("19T10:29", false), ("19T08:30", true)]
        {
            assert_eq!(!told(start, "a", "COM4", |plan| plan).is_empty(), is_told, "{start}");
            for free in ["lobby", "net"] {
                assert_eq!(told(start, free, "COM4", |plan| plan), NONE, "{free}");
            }
            assert_eq!(told(start, "a", "COM3", |plan| plan), NONE, "the same body stays");
        }
        assert_eq!(told("19T10:35", "a", "COM4", |plan| plan), [["S2", "S1"]], "the later first");
        let own = |setup, turnaround| {
            move |plan| {
                changed(plan, "a", |room: &mut Room| (room.setup_mins, room.turnaround_mins) = (setup, turnaround))
            }
        };
        assert_eq!(told("19T10:59", "a", "COM4", own(Some(20), Some(10))), [["S2", "S1"]], "both together");
        assert_eq!(told("19T11:00", "a", "COM4", own(Some(20), Some(10))), NONE);
        assert_eq!(told("19T10:30", "a", "COM4", own(Some(0), None)), NONE, "less than the rule says");
        let set_up = |mins| move |plan| set(plan, "room-setup", None, &[("setup-mins", mins)]);
        assert_eq!(told("19T10:40", "a", "COM4", set_up(11)), [["S2", "S1"]]);
        assert_eq!(told("19T10:30", "a", "COM4", set_up(0)), NONE);
    }
}

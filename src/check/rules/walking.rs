//! Too little time for a body or a person to walk from one room to the next.

use crate::model::{Body, BodyKind, Person, RowId, Session, SessionKind, Severity};

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Judge, Number, Report, Rule};
use super::super::track::Track;
use super::super::walk::followers;
use super::shared;

const WALK_MINS: usize = 0;
const NUMBERS: &[Number] = &[Number::minutes("walk-mins", 10)];

pub(super) const RULE: Rule = Rule {
    name: "walking-body",
    severity: Severity::Warning,
    numbers: NUMBERS,
    judge: Judge::Body(judge_body),
    obstacles: Some(Against::Starts(obstacles_body)),
};

pub(super) const RULE_FOR_PEOPLE: Rule = Rule {
    name: "walking-person",
    severity: Severity::Warning,
    numbers: NUMBERS,
    judge: Judge::Person(judge_person),
    obstacles: Some(Against::Starts(obstacles_person)),
};

fn judge_body(case: &Case<'_>, body: &Body, track: &Track, report: &mut Report<'_>) {
    if walks_as_one(body) {
        judge(case, body.id.into(), track, report);
    }
}

fn judge_person(case: &Case<'_>, person: &Person, track: &Track, report: &mut Report<'_>) {
    judge(case, person.id.into(), track, report);
}

fn judge(case: &Case<'_>, who: RowId, track: &Track, report: &mut Report<'_>) {
    let least = case.number(WALK_MINS);
    followers(track, least, report, |first, second, report| {
        let (Some(before), Some(after)) = (case.entry(first.slot), case.entry(second.slot)) else { return };
        let pause = after.utc.0 - before.utc.1;
        if must_walk(case, &before.session, &after.session) {
            let values =
                vec![("who", Value::Row(who)), ("pause", Value::Minutes(pause)), ("least", Value::Minutes(least))];
            report.add("finding-walking", vec![second.slot, first.slot], values);
        }
    });
}

fn walks_as_one(body: &Body) -> bool {
    !matches!(body.kind, BodyKind::Secretariat | BodyKind::Host | BodyKind::Delegation)
}

/// A photograph, a reception or a break has the way built in; nobody walks to a virtual room.
fn is_seated(session: &Session) -> bool {
    !matches!(
        session.kind,
        SessionKind::Ceremony | SessionKind::Break | SessionKind::Social | SessionKind::Visit | SessionKind::Service
    )
}

fn must_walk(case: &Case<'_>, one: &Session, other: &Session) -> bool {
    is_seated(one)
        && is_seated(other)
        && !one.rooms().iter().any(|room| other.rooms().contains(room))
        && is_in_a_place(case, one)
        && is_in_a_place(case, other)
}

fn is_in_a_place(case: &Case<'_>, session: &Session) -> bool {
    !session.rooms().is_empty() && case.rooms(session.rooms()).all(|room| !room.is_virtual)
}

fn obstacles_body(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    for &body in &moving.parts.bodies {
        if case.facts.bodies.get(body).is_some_and(|body| walks_as_one(body)) {
            obstacles(case, moving, case.facts.of_body(body), out);
        }
    }
}

fn obstacles_person(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    for &person in &moving.parts.people {
        obstacles(case, moving, case.facts.of_person(person), out);
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving, track: Option<&Track>, out: &mut Obstacles) {
    if !is_seated(&moving.session) {
        return;
    }
    let rooms = case.facts.rooms.iter();
    let virtual_rooms: Vec<_> = rooms.filter(|(_, room)| room.is_virtual).map(|(slot, _)| slot).collect();
    let (from, to) = moving.reach_utc(case.facts);
    for busy in track.into_iter().flat_map(|track| track.near(from, to)).filter(|busy| moving.stays(busy.slot)) {
        let Some(other) = case.entry(busy.slot) else { continue };
        if is_seated(&other.session) && is_in_a_place(case, &other.session) {
            let own = other.session.rooms().iter().filter_map(|&room| case.facts.rooms.slot(room));
            let free: Vec<_> = own.chain(virtual_rooms.iter().copied()).collect();
            for (from, to) in shared::close_to(case, moving, (busy.start, busy.end), case.number(WALK_MINS)) {
                out.starts_but_in(&free, from, to);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{Draft, NONE, committee, is_reported, plan, reports, session, set};
    use crate::model::{Role, SessionKind};

    fn from_hall(rule: &str, second: Draft) -> bool {
        let first = committee("S1", "COM3").at("19T09:30", 60).room("hall");
        is_reported(rule, [first, second])
    }

    #[test]
    fn ten_minutes_from_room_to_room() {
        for (start, told) in
            [("19T10:30", true), ("19T10:39", true), ("19T10:40", false), ("19T10:29", false), ("19T08:30", true)]
        {
            let body = committee("S2", "COM3").at(start, 60).room("a");
            let person = session("S2").person("chair3", Role::Speaker).at(start, 60).room("a");
            assert_eq!(from_hall("walking-body", body.clone()), told, "{start}");
            assert_eq!(from_hall("walking-person", body), told, "with the chair, {start}");
            assert_eq!(from_hall("walking-person", person.clone()), told, "{start}");
            assert!(!from_hall("walking-body", person));
        }
    }

    #[test]
    fn nobody_walks_to_the_same_room_a_virtual_one_or_a_reception() {
        let later = || committee("S2", "COM3").at("19T10:35", 60);
        for (second, told) in [
            (later().room("a"), true),
            (later().room("lobby"), true),
            (later().room("hall"), false),
            (later().room("a").room("hall"), false),
            (later().room("net"), false),
            (later(), false),
            (later().kind(SessionKind::Social).room("a"), false),
            (later().kind(SessionKind::Break).room("lobby"), false),
        ] {
            assert_eq!(from_hall("walking-body", second.clone()), told, "{second:?}");
            assert_eq!(from_hall("walking-person", second), told);
        }
        let many = |name: &str, start, room: &str| session(name).body("SEC").at(start, 60).room(room);
        assert!(!is_reported("walking-body", [many("S1", "19T09:30", "hall"), many("S2", "19T10:30", "a")]));
    }

    #[test]
    fn the_walk_can_be_set() {
        let plan = plan([
            committee("S1", "COM3").at("19T09:30", 60).room("hall"),
            committee("S2", "COM3").at("19T10:40", 60).room("a"),
        ]);
        for rule in ["walking-body", "walking-person"] {
            assert_eq!(reports(rule, &plan), NONE);
            assert_eq!(reports(rule, &set(plan.clone(), rule, None, &[("walk-mins", 11)])), [["S2", "S1"]]);
        }
    }
}

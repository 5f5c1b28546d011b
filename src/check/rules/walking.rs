//! Too little time for a body or a person to get from one room to the next, or from one place to another.

use crate::model::{Body, BodyKind, Person, Room, RowId, Session, SessionKind, Severity, folded};

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Judge, Number, Report, Rule};
use super::super::track::Track;
use super::super::walk::followers;
use super::shared;

const WALK_MINS: usize = 0;
const TRAVEL_MINS: usize = 1;
const NUMBERS: &[Number] = &[Number::minutes("walk-mins", 10), Number::minutes("travel-mins", 30)];

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
    // Where all is in one place, nobody looks further than a walk.
    let numbers = [WALK_MINS, TRAVEL_MINS].map(|number| case.number(number));
    let far = if are_far(track, case) { numbers[0].max(numbers[1]) } else { numbers[0] };
    followers(track, far, report, |first, second, report| {
        let (Some(before), Some(after)) = (case.entry(first.slot), case.entry(second.slot)) else { return };
        let pause = after.utc.0 - before.utc.1;
        let way = way(case, (&before.session, &after.session));
        if let Some((message, least)) = way.map(|(message, number)| (message, case.number(number)))
            && pause < least
        {
            let values =
                vec![("who", Value::Row(who)), ("pause", Value::Minutes(pause)), ("least", Value::Minutes(least))];
            report.add(message, vec![second.slot, first.slot], values);
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

/// What lies between two sessions in rooms: the way to another place, or only to another room.
fn way(case: &Case<'_>, (one, other): (&Session, &Session)) -> Option<(&'static str, usize)> {
    if !is_in_a_place(case, one) || !is_in_a_place(case, other) {
        return None;
    }
    let mut rooms = case.rooms(one.rooms());
    let is_far = rooms.all(|room| case.rooms(other.rooms()).all(|other| is_elsewhere(room, other)));
    if is_far && travels(one) && travels(other) {
        return Some(("finding-travel", TRAVEL_MINS));
    }
    let is_same = one.rooms().iter().any(|room| other.rooms().contains(room));
    (!is_same && is_seated(one) && is_seated(other)).then_some(("finding-walking", WALK_MINS))
}

/// To another place one has to travel for a reception and a visit too, and back.
fn travels(session: &Session) -> bool {
    !matches!(session.kind, SessionKind::Break | SessionKind::Service)
}

/// Whether two rooms are in different places, as far as it is said where they are. A room that everybody shares and that is in
/// no place, such as one for what is held off-site, is elsewhere than one of which the place is known.
fn is_elsewhere(one: &Room, other: &Room) -> bool {
    let place = |room: &Room| folded(room.place.trim());
    match (place(one), place(other)) {
        (here, there) if !here.is_empty() && !there.is_empty() => here != there,
        (here, there) if here.is_empty() && there.is_empty() => false,
        (here, _) => if here.is_empty() { one } else { other }.is_shared,
    }
}

/// Whether a track leads to more than one place.
fn are_far(track: &Track, case: &Case<'_>) -> bool {
    let sessions = track.all().iter().filter_map(|busy| case.entry(busy.slot));
    let mut rooms = sessions.flat_map(|entry| case.rooms(entry.session.rooms())).filter(|room| !room.is_virtual);
    let Some(first) = rooms.next() else { return false };
    let place = folded(first.place.trim());
    rooms.any(|room| folded(room.place.trim()) != place)
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
    if !travels(&moving.session) {
        return;
    }
    let rooms: Vec<(Slot<Room>, &Room)> = case.facts.rooms.iter().map(|(slot, room)| (slot, &**room)).collect();
    let (from, to) = moving.reach_utc(case.facts);
    let (walk, travel) = (case.number(WALK_MINS), case.number(TRAVEL_MINS));
    for busy in track.into_iter().flat_map(|track| track.near(from, to)).filter(|busy| moving.stays(busy.slot)) {
        let Some(other) = case.entry(busy.slot) else { continue };
        if !travels(&other.session) || !is_in_a_place(case, &other.session) {
            continue;
        }
        let is_far = |room: &Room| case.rooms(other.session.rooms()).all(|other| is_elsewhere(room, other));
        let free = |is_free: &dyn Fn(&Room) -> bool| -> Vec<Slot<Room>> {
            rooms.iter().filter(|(_, room)| room.is_virtual || is_free(room)).map(|(slot, _)| *slot).collect()
        };
        let mut stretches = |free: &[Slot<Room>], margin: i32| {
            for (from, to) in shared::close_to(case, moving, (busy.start, busy.end), margin) {
                out.starts_but_in(free, from, to);
            }
        };
        stretches(&free(&|room| !is_far(room)), travel);
        if is_seated(&moving.session) && is_seated(&other.session) {
            stretches(&free(&|room| is_far(room) || other.session.rooms().contains(&room.id)), walk);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        Draft, NONE, changed, committee, filled, fixture, is_reported, messages, plan, reports, room, session, set,
        with,
    };
    use crate::model::{Role, Room, SessionKind};

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

    #[test]
    fn half_an_hour_from_place_to_place() {
        let ground = || {
            let place =
                |plan, name: &str, place: &str| changed(plan, name, |room: &mut Room| room.place = place.into());
            let plan = place(place(place(fixture(), "hall", "Centre"), "a", "centre "), "b", "Hotel");
            with(plan, Room { is_shared: true, ..room("off-site", 0, None) })
        };
        let told = |first: (SessionKind, &str), second: (&str, &str)| {
            let drafts = [
                committee("S1", "COM3").kind(first.0).at("19T09:30", 60).room(first.1),
                committee("S2", "COM3").at(second.1, 60).room(second.0),
            ];
            messages("walking-body", &filled(ground(), drafts))
        };
        let (committee, social) = (SessionKind::Committee, SessionKind::Social);
        assert_eq!(told((committee, "hall"), ("b", "19T10:59")), ["finding-travel"]);
        assert_eq!(told((committee, "hall"), ("b", "19T11:00")), [""; 0]);
        assert_eq!(told((committee, "hall"), ("a", "19T10:39")), ["finding-walking"], "in one place");
        assert_eq!(told((committee, "hall"), ("a", "19T10:40")), [""; 0]);
        assert_eq!(told((committee, "hall"), ("off-site", "19T10:59")), ["finding-travel"], "shared, and in no place");
        assert_eq!(told((social, "off-site"), ("hall", "19T10:59")), ["finding-travel"], "back from a breakfast");
        assert_eq!(told((social, "a"), ("hall", "19T10:30")), [""; 0], "a reception in the house");
        assert_eq!(told((committee, "hall"), ("lobby", "19T10:59")), ["finding-travel"]);
        assert_eq!(told((committee, "off-site"), ("lobby", "19T10:45")), [""; 0], "nothing is known of both");
        assert_eq!(told((SessionKind::Break, "b"), ("hall", "19T10:45")), [""; 0]);
        let far = filled(
            ground(),
            [
                session("S1").person("p1", Role::Speaker).at("19T09:30", 60).room("hall"),
                session("S2").person("p1", Role::Speaker).at("19T10:45", 60).room("b"),
            ],
        );
        assert_eq!(reports("walking-person", &far), [["S2", "S1"]]);
        assert_eq!(reports("walking-person", &set(far, "walking-person", None, &[("travel-mins", 15)])), NONE);
    }
}

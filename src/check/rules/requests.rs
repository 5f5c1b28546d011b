//! Requests for rooms: what was promised is held, who comes first is served first, and what is wanted can be.

use std::collections::BTreeSet;

use crate::model::{
    Event, Patch, RequestAnswer, Room, RoomRequest, Session, SessionId, Severity, Status, booking::Turn,
};

use super::super::facts::{Entry, Facts};
use super::super::finding::Value;
use super::super::rows::Slot;
use super::super::rule::{Case, Judge, Report, Rule, differs, row};
use super::super::track::Track;

/// A wanted time at which nobody can meet.
pub(super) const TIME: Rule = Rule {
    name: "request-time",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_time, concerns_time),
    obstacles: None,
};

/// Somebody was promised a room and has none.
pub(super) const HELD: Rule = Rule {
    name: "request-held",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_held, concerns_held),
    obstacles: None,
};

/// Somebody has a room at a time for which somebody waits who comes first.
pub(super) const PRECEDENCE: Rule = Rule {
    name: "request-precedence",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_precedence, concerns_precedence),
    obstacles: None,
};

fn count(number: u32) -> Value {
    Value::Count(i32::try_from(number).unwrap_or(i32::MAX))
}

fn any_request(patch: &Patch) -> bool {
    patch.changes::<RoomRequest>().next().is_some()
}

fn concerns_time(_: &Facts, patch: &Patch) -> bool {
    any_request(patch)
        || differs::<Event>(patch, |before, after| before.map(|event| event.dates) != after.map(|event| event.dates))
}

fn judge_time(case: &Case<'_>, report: &mut Report<'_>) {
    for (_, request) in case.facts.requests.iter().filter(|(_, request)| request.waits()) {
        let (Some(start), Some(event)) = (request.start, case.facts.events.named(request.event)) else { continue };
        let (open, mins) = (event.dates.span(), request.length.mins());
        let is_inside = open.contains(start) && open.end.mins_since(start) >= mins;
        let values = vec![("request", row(request.id)), ("time", Value::Time(start))];
        if !is_inside {
            let values = [values, vec![("event", row(event.id))]].concat();
            report.add("finding-request-outside", Vec::new(), values);
        } else if let Some(received) = request.received.filter(|received| *received > start) {
            let values = [values, vec![("received", Value::Time(received))]].concat();
            report.add("finding-request-past", Vec::new(), values);
        }
    }
}

/// The sessions that were made of requests.
fn made(facts: &Facts) -> BTreeSet<SessionId> {
    facts.requests.iter().filter_map(|(_, request)| request.session).collect()
}

fn concerns_held(facts: &Facts, patch: &Patch) -> bool {
    let mut sessions = patch.changes::<Session>().map(|(id, _)| id).peekable();
    any_request(patch)
        || sessions.peek().is_some() && {
            let made = made(facts);
            sessions.any(|id| made.contains(&id))
        }
        || differs::<Room>(patch, |before, after| before.map(|room| room.capacity) != after.map(|room| room.capacity))
}

fn judge_held(case: &Case<'_>, report: &mut Report<'_>) {
    let accepted = case.facts.requests.iter().filter(|(_, request)| request.answer == RequestAnswer::Accepted);
    for (_, request) in accepted {
        let who = ("request", row(request.id));
        let slot = request.session.and_then(|id| case.facts.sessions.slot(id));
        let session = slot.and_then(|slot| Some((slot, case.facts.sessions.get(slot)?)));
        let Some((slot, session)) = session else {
            report.add("finding-request-gone", Vec::new(), vec![who]);
            continue;
        };
        if session.status == Status::Cancelled {
            report.add("finding-request-cancelled", vec![slot], vec![who]);
        } else if session.placement.is_none() {
            report.add("finding-request-unplaced", vec![slot], vec![who]);
        } else if let Some((headcount, seats)) = request.headcount.zip(seats(case, session.rooms())) {
            // What the session itself says is the matter of another rule.
            let is_told = session.expected_attendance.is_some_and(|expected| expected > seats);
            if headcount > seats && !is_told {
                let values = vec![who, ("headcount", count(headcount)), ("seats", count(seats))];
                report.add("finding-request-seats", vec![slot], values);
            }
        }
    }
}

/// The seats of all of these rooms; `None` where one has no number of them, or there is none.
fn seats(case: &Case<'_>, rooms: &[crate::model::RoomId]) -> Option<u32> {
    let all = case.rooms(rooms).map(|room| room.capacity);
    let sum = all.collect::<Option<Vec<u32>>>()?.into_iter().fold(0_u32, u32::saturating_add);
    (!rooms.is_empty()).then_some(sum)
}

fn concerns_precedence(facts: &Facts, patch: &Patch) -> bool {
    let place =
        |session: Option<&Session>| session.map(|session| (session.placement.clone(), session.event, session.status));
    let has_waiting = || facts.requests.iter().any(|(_, request)| request.waits() && request.start.is_some());
    any_request(patch)
        || (differs::<Session>(patch, |before, after| place(before) != place(after))
            || patch.changes::<Room>().next().is_some())
            && has_waiting()
}

fn judge_precedence(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = case.facts;
    let accepted = facts.requests.iter().filter(|(_, request)| request.answer == RequestAnswer::Accepted);
    let mut served: Vec<(&Entry, Turn)> = accepted
        .filter_map(|(_, request)| Some((case.entry(facts.sessions.slot(request.session?)?)?, request.turn())))
        .collect();
    served.sort_by_key(|(entry, turn)| (entry.utc, *turn));
    let turns: std::collections::BTreeMap<usize, Turn> =
        served.iter().map(|(entry, turn)| (entry.slot.index(), *turn)).collect();
    let track = Track::of(served.iter().map(|(entry, _)| entry.busy_utc()));
    for (_, request) in facts.requests.iter().filter(|(_, request)| request.waits()) {
        let (Some(start), Some(event)) = (request.start, facts.events.named(request.event)) else { continue };
        if report.is_full() {
            return;
        }
        let from = facts.utc(start, event.zone);
        let (to, turn) = (from + request.length.mins(), request.turn());
        let in_the_way = track.near(from, to).find(|busy| {
            let is_later = turns.get(&busy.slot.index()).is_some_and(|served| *served > turn);
            is_later && has_room_for(case, busy.slot, request)
        });
        let Some(busy) = in_the_way else { continue };
        if !is_any_free(case, request, (from, to)) {
            let values = vec![("request", row(request.id)), ("time", Value::Time(start))];
            report.add("finding-request-precedence", vec![busy.slot], values);
        }
    }
}

/// Whether somebody could have this room alone, and all of them have a seat.
fn suits(room: &Room, request: &RoomRequest) -> bool {
    let needed = request.headcount.unwrap_or(0);
    !room.is_shared && !room.is_virtual && room.capacity.is_none_or(|seats| seats >= needed)
}

fn has_room_for(case: &Case<'_>, slot: Slot<Session>, request: &RoomRequest) -> bool {
    case.entry(slot).is_some_and(|entry| case.rooms(entry.session.rooms()).any(|room| suits(room, request)))
}

fn is_any_free(case: &Case<'_>, request: &RoomRequest, (from, to): (i32, i32)) -> bool {
    let mut rooms = case.facts.rooms.iter().filter(|(_, room)| suits(room, request));
    rooms.any(|(slot, _)| case.facts.in_room(slot).is_none_or(|track| track.near(from, to).next().is_none()))
}

#[cfg(test)]
mod tests {
    use crate::check::Value;
    use crate::check::tests::{
        NONE, changed, findings, fixture, id, is_quiet_when_off, messages, plan, reports, request, session, time, with,
    };
    use crate::model::{Length, Plan, Purpose, RequestAnswer, Room, RoomRequest, Session};

    fn wants(name: &str, start: &str) -> RoomRequest {
        RoomRequest { start: Some(time(start)), ..request(name, "Kenya") }
    }

    #[test]
    fn what_is_wanted_can_be() {
        let told = |row: RoomRequest| messages("request-time", &with(fixture(), row));
        assert!(told(request("R1", "Kenya")).is_empty(), "any time will do");
        for (start, mins, is_told) in [
            ("17T00:00", 90, false),
            ("2025-11-16T23:59", 90, true),
            ("28T22:30", 90, false),
            ("28T22:30", 91, true),
            ("2025-11-29T00:00", 90, true),
            ("20T09:00", 20160, true),
        ] {
            let row = RoomRequest { length: Length::clamped(mins), ..wants("R1", start) };
            assert_eq!(told(row) == ["finding-request-outside"], is_told, "{start} {mins}");
        }
        let came = |received| RoomRequest { received: Some(time(received)), ..wants("R1", "20T09:00") };
        assert!(told(came("20T09:00")).is_empty());
        assert_eq!(told(came("20T09:01")), ["finding-request-past"]);
        let answered = RoomRequest { answer: RequestAnswer::Declined, ..came("20T09:01") };
        assert!(told(answered).is_empty(), "it waits no more");
        assert!(is_quiet_when_off("request-time", &with(fixture(), came("20T09:01"))));
    }

    fn accepted(name: &str, session: Option<&str>) -> RoomRequest {
        RoomRequest { answer: RequestAnswer::Accepted, session: session.map(id), ..request(name, "Chad") }
    }

    #[test]
    fn who_was_promised_a_room_has_one() {
        let held = || plan([session("S1").at("20T09:00", 90).room("b")]);
        let promised = |plan: Plan| with(plan, accepted("R1", Some("S1")));
        assert_eq!(reports("request-held", &promised(held())), NONE);
        assert_eq!(messages("request-held", &with(held(), accepted("R1", None))), ["finding-request-gone"]);
        let cancelled = promised(plan([session("S1").at("20T09:00", 90).cancelled()]));
        assert_eq!(messages("request-held", &cancelled), ["finding-request-cancelled"]);
        assert_eq!(messages("request-held", &promised(plan([session("S1")]))), ["finding-request-unplaced"]);
        assert!(is_quiet_when_off("request-held", &cancelled));
        let seated = |headcount, expected| {
            let expects = changed(held(), "S1", |row: &mut Session| row.expected_attendance = expected);
            with(expects, RoomRequest { headcount: Some(headcount), ..accepted("R1", Some("S1")) })
        };
        assert_eq!(reports("request-held", &seated(20, None)), NONE);
        assert_eq!(messages("request-held", &seated(21, Some(20))), ["finding-request-seats"]);
        assert_eq!(reports("request-held", &seated(21, Some(21))), NONE, "told by another rule");
        let many = findings("request-held", &seated(4_000_000_000, None));
        assert_eq!(many[0].values[1], ("headcount", Value::Count(i32::MAX)));
    }

    #[test]
    fn who_comes_first_is_served_first() {
        let rooms_taken = || {
            let at = |name, room| session(name).at("20T09:00", 90).room(room);
            plan([at("S1", "a"), at("S2", "b"), at("S3", "hall")])
        };
        let received = |row: RoomRequest, at| RoomRequest { received: Some(time(at)), ..row };
        let both = |plan: Plan, waits, served| {
            let plan = with(plan, received(wants("R1", "20T10:29"), waits));
            with(plan, received(accepted("R2", Some("S1")), served))
        };
        let told = |plan: &Plan| messages("request-precedence", plan);
        let later = both(rooms_taken(), "01T08:00", "01T08:01");
        assert_eq!(reports("request-precedence", &later), [["S1"]]);
        assert!(is_quiet_when_off("request-precedence", &later));
        assert!(told(&both(rooms_taken(), "01T08:01", "01T08:00")).is_empty(), "who came first has it");
        let first = changed(later.clone(), "R2", |row: &mut RoomRequest| row.purpose = Purpose::Committee);
        assert!(told(&first).is_empty(), "committees come first");
        let touching = changed(later.clone(), "R1", |row: &mut RoomRequest| row.start = Some(time("20T10:30")));
        assert!(told(&touching).is_empty());
        let many = changed(later.clone(), "R1", |row: &mut RoomRequest| row.headcount = Some(u32::MAX));
        assert_eq!(told(&many), ["finding-request-precedence"], "nobody counts the seats of room a");
        let small = changed(many, "a", |room: &mut Room| room.capacity = Some(100));
        assert!(told(&small).is_empty(), "it would not seat them");
        let free = changed(later, "S2", |row: &mut Session| row.unschedule());
        assert!(told(&free).is_empty(), "there is another room");
    }
}

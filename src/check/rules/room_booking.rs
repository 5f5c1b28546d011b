//! Rooms for delegations and groups are rationed: an hour and a half at most, twice a day at most and not in a row (ITU
//! room-booking pages of WTSA-24, Council-24 and PP-22).

use std::collections::{BTreeMap, BTreeSet};

use crate::model::booking::Entity;
use crate::model::{
    Body, BodyKind, Patch, RequestAnswer, RoomRequest, RowId, Session, SessionId, SessionKind, Severity, Status,
};

use super::super::facts::{DAY, Facts};
use super::super::finding::Value;
use super::super::rows::Slot;
use super::super::rule::{Case, Judge, Number, Report, Rule, differs, row};

const LONGEST: usize = 0;
const A_DAY: usize = 1;

pub(super) const RULE: Rule = Rule {
    name: "room-booking",
    severity: Severity::Warning,
    numbers: &[Number::minutes("booking-mins", 90), Number::count("bookings-a-day", 2, (1, 20))],
    judge: Judge::Plan(judge, concerns),
    obstacles: None,
};

/// What somebody has, in the order of time; what it is called in findings.
type Booked = BTreeMap<Entity, (RowId, BTreeSet<(i32, i32, SessionId)>)>;

fn is_group(body: &Body) -> bool {
    matches!(body.kind, BodyKind::Region | BodyKind::RegionalOrganization | BodyKind::Delegation)
}

fn concerns(facts: &Facts, patch: &Patch) -> bool {
    let coordinates =
        |session: Option<&Session>| session.is_some_and(|session| session.kind == SessionKind::RegionalCoordination);
    let made: BTreeSet<SessionId> = facts.requests.iter().filter_map(|(_, request)| request.session).collect();
    let is_made = |session: Option<&Session>| session.is_some_and(|session| made.contains(&session.id));
    differs::<RoomRequest>(patch, |before, after| before != after)
        || differs::<Body>(patch, |before, after| before.map(is_group) != after.map(is_group))
        || differs::<Session>(patch, |before, after| coordinates(before) || coordinates(after) || is_made(after))
}

fn judge(case: &Case<'_>, report: &mut Report<'_>) {
    for (_, request) in case.facts.requests.iter().filter(|(_, request)| request.waits()) {
        let length = request.length.mins();
        if request.purpose.is_rationed() && length > case.number(LONGEST) {
            let values = vec![("request", row(request.id)), ("length", Value::Minutes(length)), most(case)];
            report.add("finding-request-length", Vec::new(), values);
        }
    }
    for (who, all) in booked(case).into_values() {
        judge_one(case, (Value::Row(who), &all), report);
    }
}

fn most(case: &Case<'_>) -> (&'static str, Value) {
    ("most", Value::Minutes(case.number(LONGEST)))
}

/// What groups and those who asked have got. What was asked for by a group is on its track already, and counted once.
fn booked(case: &Case<'_>) -> Booked {
    let mut booked = Booked::new();
    for (slot, body) in case.facts.bodies.iter().filter(|(_, body)| is_group(body)) {
        let held = case.facts.of_body(slot).into_iter().flat_map(|track| track.all());
        for busy in held.filter(|busy| busy.kind == SessionKind::RegionalCoordination) {
            let one = (busy.start, busy.end, case.facts.sessions.id(busy.slot));
            booked.entry(Entity::Body(body.id)).or_insert_with(|| (body.id.into(), BTreeSet::new())).1.insert(one);
        }
    }
    let accepted = case.facts.requests.iter().filter(|(_, request)| request.answer == RequestAnswer::Accepted);
    for (_, request) in accepted.filter(|(_, request)| request.purpose.is_rationed()) {
        let entry = request.session.and_then(|id| case.entry(case.facts.sessions.slot(id)?));
        let Some(entry) = entry.filter(|entry| entry.session.status != Status::Reserve) else { continue };
        if let Some(who) = request.entity() {
            let name = if let Entity::Body(body) = &who { (*body).into() } else { request.id.into() };
            let (start, end) = entry.utc;
            booked.entry(who).or_insert_with(|| (name, BTreeSet::new())).1.insert((start, end, entry.session.id));
        }
    }
    booked
}

fn judge_one(case: &Case<'_>, (who, all): (Value, &BTreeSet<(i32, i32, SessionId)>), report: &mut Report<'_>) {
    let mut of_day: Vec<Slot<Session>> = Vec::new();
    let mut before: Option<(i32, i32, Slot<Session>)> = None;
    for &(start, end, id) in all {
        let Some(slot) = case.facts.sessions.slot(id) else { continue };
        if end - start > case.number(LONGEST) {
            let values = vec![("body", who), ("length", Value::Minutes(end - start)), most(case)];
            report.add("finding-booking-length", vec![slot], values);
        }
        match before.filter(|(earlier, _, other)| day(case, *earlier, *other) == day(case, start, slot)) {
            None => of_day.clear(),
            Some((_, over, other)) if over >= start => {
                report.add("finding-booking-row", vec![other, slot], vec![("body", who)]);
            }
            Some(_) => {}
        }
        of_day.push(slot);
        if i32::try_from(of_day.len()).is_ok_and(|count| count == case.number(A_DAY) + 1) {
            let values = vec![("body", who), ("most", Value::Count(case.number(A_DAY)))];
            report.add("finding-booking-count", of_day.clone(), values);
        }
        before = Some((start, end, slot));
    }
}

/// The day on the clock of its event on which a session begins.
fn day(case: &Case<'_>, utc: i32, slot: Slot<Session>) -> i32 {
    let zone = case.entry(slot).and_then(|entry| case.event(entry)).map(|event| event.zone);
    zone.map_or(utc, |zone| case.facts.local(utc, zone)).div_euclid(DAY)
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        Draft, NONE, filled, id, is_quiet_when_off, messages, of_kind, plan, reports, request, session, set, with,
    };
    use crate::model::{Length, Plan, Purpose, RequestAnswer, RoomRequest, SessionKind};

    fn group(name: &str, body: &str, start: &str, mins: i32) -> Draft {
        of_kind(name, SessionKind::RegionalCoordination, start, mins).body(body)
    }

    #[test]
    fn rooms_are_rationed() {
        let told = |drafts: [Draft; 3]| messages("room-booking", &plan(drafts));
        let apart = || {
            [group("S1", "ARB", "18T08:00", 60), group("S2", "ARB", "18T12:30", 60), group("S3", "ARB", "19T08:00", 90)]
        };
        assert!(told(apart()).is_empty());
        let [one, two, three] = apart();
        assert_eq!(told([one.clone(), two.clone(), three.clone().at("19T08:00", 91)]), ["finding-booking-length"]);
        assert_eq!(told([one.clone(), two.clone(), three.clone().at("18T18:00", 90)]), ["finding-booking-count"]);
        assert_eq!(told([one.clone(), two.clone().at("18T09:00", 60), three.clone()]), ["finding-booking-row"]);
        assert!(told([one.clone(), two.clone().at("18T09:01", 60), three.clone()]).is_empty());
        let other = [one.body("MS"), two.at("18T09:00", 60), three];
        assert_eq!(told(other.clone()), ["finding-booking-row"]);
        let sits = other.map(|draft| draft.kind(SessionKind::Briefing));
        assert!(told(sits).is_empty(), "no group of its own");
        let four = filled(plan(apart()), [group("S4", "ARB", "18T18:00", 60), group("S5", "ARB", "18T20:00", 60)]);
        assert_eq!(reports("room-booking", &four), [["S1", "S2", "S4"]], "told once");
        assert_eq!(reports("room-booking", &set(four, "room-booking", None, &[("bookings-a-day", 4)])), NONE);
    }

    /// The plan with requests of somebody that were accepted, each for a session.
    fn accepted<const N: usize>(drafts: [Draft; N], change: impl Fn(&mut RoomRequest)) -> Plan {
        let sessions = drafts.each_ref().map(|draft| draft.0.id);
        sessions.into_iter().fold(plan(drafts), |plan, session| {
            let mut row = request(&format!("R{session}"), "Kenya");
            (row.answer, row.session) = (RequestAnswer::Accepted, Some(session));
            change(&mut row);
            with(plan, row)
        })
    }

    #[test]
    fn so_are_those_of_delegations_that_asked() {
        let at = |name, start, mins| session(name).at(start, mins).room("a");
        let told = |drafts: [Draft; 3]| messages("room-booking", &accepted(drafts, |_| ()));
        let three = || [at("S1", "18T08:00", 90), at("S2", "18T12:00", 90), at("S3", "19T12:00", 90)];
        assert!(told(three()).is_empty(), "90 minutes and twice a day are allowed");
        let [one, two, _] = three();
        assert_eq!(told([one.clone(), two.clone(), at("S3", "19T12:00", 91)]), ["finding-booking-length"]);
        assert_eq!(told([one.clone(), two, at("S3", "18T18:00", 90)]), ["finding-booking-count"]);
        let after = |start| [one.clone(), at("S2", start, 90), at("S3", "19T12:00", 90)];
        assert_eq!(told(after("18T09:30")), ["finding-booking-row"], "a gap of nothing");
        assert!(told(after("18T09:31")).is_empty());
        let free = |purpose| messages("room-booking", &accepted(after("18T09:30"), |row| row.purpose = purpose));
        assert!(free(Purpose::Committee).is_empty() && free(Purpose::Reception).is_empty(), "no ration");
        assert_eq!(free(Purpose::Other), ["finding-booking-row"]);
        let names = accepted(after("18T09:30"), |row| {
            row.asked_by = if row.id == id("RS1") { "Russia" } else { "Russian Federation" }.to_owned();
        });
        assert_eq!(messages("room-booking", &names), ["finding-booking-row"], "one State under two names");
        let others = accepted(after("18T09:30"), |row| row.asked_by = row.id.to_string());
        assert!(messages("room-booking", &others).is_empty(), "of others");
    }

    #[test]
    fn what_a_group_asked_for_is_counted_once() {
        let drafts = [group("S1", "ARB", "18T08:00", 90), group("S2", "ARB", "18T12:00", 90)];
        let plan = accepted(drafts, |row| (row.purpose, row.body) = (Purpose::Regional, Some(id("ARB"))));
        assert_eq!(reports("room-booking", &plan), NONE);
    }

    #[test]
    fn what_is_too_long_is_told_while_it_waits() {
        let of = |mins| {
            let length = Length::clamped(mins);
            with(plan([]), RoomRequest { length, ..request("R1", "Kenya") })
        };
        assert!(messages("room-booking", &of(90)).is_empty());
        assert_eq!(messages("room-booking", &of(91)), ["finding-request-length"]);
        assert_eq!(messages("room-booking", &of(i32::MAX)), ["finding-request-length"], "fourteen days");
        assert!(is_quiet_when_off("room-booking", &of(91)));
    }
}

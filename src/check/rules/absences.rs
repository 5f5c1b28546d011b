//! Rooms that are closed and people who are away, as the plan has it.

use crate::model::{Absence, Patch, Person, Room, Severity};

use super::super::facts::Facts;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Judge, Report, Rule, differs, row};
use super::super::track::Track;

/// A session in a room at a time at which that is closed.
pub(super) const CLOSED: Rule = Rule {
    name: "room-closed",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Room(judge_room),
    obstacles: Some(Against::InRoom(obstacles_room)),
};

/// A session that somebody must come to who is away.
pub(super) const AWAY: Rule = Rule {
    name: "person-away",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Person(judge_person),
    obstacles: Some(Against::Starts(obstacles_person)),
};

/// An absence that ends before it begins: nobody knows what was meant, and nothing is dropped.
pub(super) const REVERSED: Rule = Rule {
    name: "absence-reversed",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_reversed, concerns),
    obstacles: None,
};

/// Tells each session of a track that takes a minute of an absence.
fn judge(
    case: &Case<'_>,
    track: &Track,
    absences: &[Absence],
    mut told: impl FnMut(Slot<crate::model::Session>, &Absence) -> bool,
) {
    if absences.is_empty() {
        return;
    }
    for busy in track.all() {
        let absence = case.entry(busy.slot).and_then(|entry| Absence::within(absences, entry.span));
        if absence.is_some_and(|absence| !told(busy.slot, absence)) {
            return;
        }
    }
}

fn judge_room(case: &Case<'_>, room: &Room, track: &Track, report: &mut Report<'_>) {
    judge(case, track, &room.closed, |session, absence| {
        let values = vec![("room", row(room.id)), ("from", Value::Time(absence.from)), ("to", Value::Time(absence.to))];
        report.add("finding-room-closed", vec![session], values);
        !report.is_full()
    });
}

fn judge_person(case: &Case<'_>, person: &Person, track: &Track, report: &mut Report<'_>) {
    judge(case, track, &person.away, |session, absence| {
        let times = [("from", Value::Time(absence.from)), ("to", Value::Time(absence.to))];
        let values = [vec![("person", row(person.id))], times.to_vec()].concat();
        report.add("finding-person-away", vec![session], values);
        !report.is_full()
    });
}

fn obstacles_room(_: &Case<'_>, _: &Moving, (_, room): (Slot<Room>, &Room), out: &mut Obstacles) {
    against(&room.closed, out);
}

fn obstacles_person(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    for person in moving.parts.people.iter().filter_map(|&slot| case.facts.people.get(slot)) {
        against(&person.away, out);
    }
}

fn against(absences: &[Absence], out: &mut Obstacles) {
    for span in absences.iter().filter_map(Absence::span) {
        out.overlaps(span.start.minutes(), span.end.minutes());
    }
}

fn concerns(_: &Facts, patch: &Patch) -> bool {
    differs::<Room>(patch, |before, after| before.map(|room| &room.closed) != after.map(|room| &room.closed))
        || differs::<Person>(patch, |before, after| {
            before.map(|person| &person.away) != after.map(|person| &person.away)
        })
}

fn judge_reversed(case: &Case<'_>, report: &mut Report<'_>) {
    let is_reversed = |absences: &[Absence]| absences.iter().any(|absence| absence.span().is_none());
    let rooms = case.facts.rooms.iter().filter(|(_, room)| is_reversed(&room.closed)).map(|(_, room)| row(room.id));
    let people = case.facts.people.iter().filter(|(_, person)| is_reversed(&person.away));
    let rows = rooms.chain(people.map(|(_, person)| row(person.id)));
    for row in rows {
        if report.is_full() {
            return;
        }
        report.add("finding-absence-reversed", Vec::new(), vec![("row", row)]);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NONE, changed, committee, is_quiet_when_off, messages, plan, reports, time};
    use crate::model::{Absence, Person, Plan, Room};

    fn absence(from: &str, to: &str) -> Absence {
        Absence { from: time(from), to: time(to), reason: "rehearsal".to_owned() }
    }

    fn sits(start: &str) -> Plan {
        plan([committee("S1", "COM3").at(start, 60).room("a")])
    }

    #[test]
    fn a_closed_room_and_a_chair_who_is_away() {
        let closed = |plan: Plan, from: &str, to: &str| {
            changed(plan, "a", |room: &mut Room| room.closed = vec![absence(from, to)])
        };
        let away = |plan: Plan, from: &str, to: &str| {
            changed(plan, "chair3", |person: &mut Person| person.away = vec![absence(from, to)])
        };
        for (from, to, told) in [
            ("19T08:00", "19T09:30", false),
            ("19T08:00", "19T09:31", true),
            ("19T10:29", "20T12:00", true),
            ("19T10:30", "20T12:00", false),
            ("19T12:00", "19T09:00", false),
        ] {
            let sits = || sits("19T09:30");
            assert_eq!(!reports("room-closed", &closed(sits(), from, to)).is_empty(), told, "{from} {to}");
            assert_eq!(!reports("person-away", &away(sits(), from, to)).is_empty(), told, "{from} {to}");
        }
        let both = away(closed(sits("19T09:30"), "19T09:00", "19T18:00"), "18T00:00", "20T00:00");
        assert!(is_quiet_when_off("room-closed", &both) && is_quiet_when_off("person-away", &both));
        assert_eq!(reports("room-closed", &sits("19T09:30")), NONE);
    }

    #[test]
    fn what_ends_before_it_begins_is_told_at_its_row() {
        let plan =
            changed(sits("19T09:30"), "a", |room: &mut Room| room.closed = vec![absence("19T12:00", "19T12:00")]);
        assert_eq!(messages("absence-reversed", &plan), ["finding-absence-reversed"]);
        let plan = changed(plan, "p1", |person: &mut Person| person.away = vec![absence("20T12:00", "19T12:00")]);
        assert_eq!(messages("absence-reversed", &plan).len(), 2);
        assert!(is_quiet_when_off("absence-reversed", &plan));
    }
}

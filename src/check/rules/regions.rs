//! The six regional groups: time for each to coordinate, and not beside a sitting.

use crate::model::{Body, BodyKind, EventKind, Session, SessionId, SessionKind, Severity};

use super::super::facts::{DAY, Track};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Day, Judge, Number, Report, Rule, row, span};
use super::shared;

/// Each region coordinates at least once during the conference.
pub(super) const SLOT: Rule = Rule {
    name: "regional-slot",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_slot, |before, after| {
        before.into_iter().chain(after).any(|session| session.kind == SessionKind::RegionalCoordination)
    }),
    obstacles: None,
};

fn judge_slot(case: &Case<'_>, report: &mut Report<'_>) {
    for conference in case.plan.events().iter().filter(|event| event.kind == EventKind::Conference) {
        let coordinates = |session: &&std::sync::Arc<Session>| {
            session.kind == SessionKind::RegionalCoordination
                && session.event == conference.id
                && case.entry(session.id).is_some()
        };
        let meetings: Vec<_> = case.facts.sessions().filter(coordinates).collect();
        for region in case.plan.bodies().iter().filter(|body| body.kind == BodyKind::Region) {
            if !meetings.iter().any(|session| session.bodies.contains(&region.id)) {
                let values = vec![("region", row(region.id)), ("event", row(conference.id))];
                report.add("finding-regional-slot", Vec::new(), values);
            }
        }
    }
}

/// A regional group that meets beside a sitting its members should be at.
pub(super) const CLASH: Rule = Rule {
    name: "regional-clash",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Day(judge_clash),
    obstacles: Some(obstacles_clash),
};

fn judge_clash(_: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    if !day.track.all().iter().any(|busy| busy.kind == SessionKind::RegionalCoordination) {
        return;
    }
    let counts = |kind: SessionKind| kind == SessionKind::RegionalCoordination || kind.keeps_hours();
    shared::pairs_of_day(
        day,
        |busy| counts(busy.kind),
        report,
        |first, second, report| {
            let sessions = match (first.kind, second.kind) {
                (SessionKind::RegionalCoordination, other) if other.keeps_hours() => vec![first.id, second.id],
                (other, SessionKind::RegionalCoordination) if other.keeps_hours() => vec![second.id, first.id],
                _ => return,
            };
            let common = span(first.start.max(second.start), first.end.min(second.end));
            report.add("finding-regional-clash", sessions, vec![("span", Value::Span(common))]);
        },
    );
}

fn obstacles_clash(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    let own = moving.session.kind;
    for busy in shared::neighbours(case, moving) {
        let group = SessionKind::RegionalCoordination;
        if (own == group && busy.kind.keeps_hours()) || (busy.kind == group && own.keeps_hours()) {
            out.overlaps(busy.start, busy.end);
        }
    }
}

const LONGEST: usize = 0;
const A_DAY: usize = 1;

/// Rooms for delegations and regional groups are rationed: an hour and a half at most, twice a day at most and not in a
/// row (ITU room-booking pages of WTSA-24, Council-24 and PP-22).
pub(super) const BOOKING: Rule = Rule {
    name: "room-booking",
    severity: Severity::Warning,
    numbers: &[Number::minutes("booking-mins", 90), Number::count("bookings-a-day", 2, (1, 20))],
    judge: Judge::Body(judge_booking),
    obstacles: None,
};

fn judge_booking(case: &Case<'_>, body: &Body, track: &Track, report: &mut Report<'_>) {
    if !matches!(body.kind, BodyKind::Region | BodyKind::RegionalOrganization | BodyKind::Delegation) {
        return;
    }
    let booked: Vec<_> = track.all().iter().filter(|busy| busy.kind == SessionKind::RegionalCoordination).collect();
    let mut of_day: Vec<SessionId> = Vec::new();
    for (index, busy) in booked.iter().enumerate() {
        let length = busy.end - busy.start;
        if length > case.number(LONGEST) {
            let values = vec![
                ("body", row(body.id)),
                ("length", Value::Minutes(length)),
                ("most", Value::Minutes(case.number(LONGEST))),
            ];
            report.add("finding-booking-length", vec![busy.id], values);
        }
        let day = |utc: i32, id| {
            let zone = case.entry(id).map(|entry| shared::zone_of(case, entry.session.event));
            zone.map_or(utc, |zone| case.facts.local(utc, zone)).div_euclid(DAY)
        };
        let before = index.checked_sub(1).map(|at| booked[at]);
        if before.is_none_or(|before| day(before.start, before.id) != day(busy.start, busy.id)) {
            of_day.clear();
        } else if let Some(before) = before.filter(|before| before.end >= busy.start) {
            report.add("finding-booking-row", vec![before.id, busy.id], vec![("body", row(body.id))]);
        }
        of_day.push(busy.id);
        if i32::try_from(of_day.len()).is_ok_and(|count| count == case.number(A_DAY) + 1) {
            let values = vec![("body", row(body.id)), ("most", Value::Count(case.number(A_DAY)))];
            report.add("finding-booking-count", of_day.clone(), values);
        }
    }
}

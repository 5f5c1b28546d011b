//! The six regional groups: time for each to coordinate, and not beside a sitting.

use crate::model::{Body, BodyKind, Event, EventKind, Patch, Session, SessionKind, Severity};

use super::super::facts::{DAY, Facts};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rows::Slot;
use super::super::rule::{Against, Case, Day, Judge, Number, Report, Rule, differs, row};
use super::super::track::Track;
use super::shared::Apart;

/// Each region coordinates at least once during the conference.
pub(super) const SLOT: Rule = Rule {
    name: "regional-slot",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_slot, concerns),
    obstacles: None,
};

fn concerns(_: &Facts, patch: &Patch) -> bool {
    let coordinates =
        |session: Option<&Session>| session.is_some_and(|session| session.kind == SessionKind::RegionalCoordination);
    differs::<Session>(patch, |before, after| coordinates(before) || coordinates(after))
        || differs::<Event>(patch, |before, after| before.map(|event| event.kind) != after.map(|event| event.kind))
        || differs::<Body>(patch, |before, after| before.map(|body| body.kind) != after.map(|body| body.kind))
}

fn judge_slot(case: &Case<'_>, report: &mut Report<'_>) {
    for (event, conference) in case.facts.events_of(EventKind::Conference) {
        for (slot, region) in case.facts.bodies_of(BodyKind::Region) {
            let mut sessions = case.facts.of_body(slot).into_iter().flat_map(|track| track.all());
            let coordinates = sessions.any(|busy| {
                busy.kind == SessionKind::RegionalCoordination
                    && case.entry(busy.slot).is_some_and(|entry| entry.event == event)
            });
            if !coordinates {
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
    judge: Judge::Day(judge_clash, |busy| GROUP_AND_SITTING.counts(busy)),
    obstacles: Some(Against::Starts(obstacles_clash)),
};

const GROUP_AND_SITTING: Apart = Apart {
    one: |kind| kind == SessionKind::RegionalCoordination,
    other: SessionKind::keeps_hours,
    message: "finding-regional-clash",
};

fn judge_clash(_: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    GROUP_AND_SITTING.judge(day, report);
}

fn obstacles_clash(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    GROUP_AND_SITTING.obstacles(case, moving, out);
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
    let mut of_day: Vec<Slot<Session>> = Vec::new();
    for (index, busy) in booked.iter().enumerate() {
        let length = busy.end - busy.start;
        if length > case.number(LONGEST) {
            let values = vec![
                ("body", row(body.id)),
                ("length", Value::Minutes(length)),
                ("most", Value::Minutes(case.number(LONGEST))),
            ];
            report.add("finding-booking-length", vec![busy.slot], values);
        }
        let day = |utc: i32, slot| {
            let zone = case.entry(slot).and_then(|entry| case.event(entry)).map(|event| event.zone);
            zone.map_or(utc, |zone| case.facts.local(utc, zone)).div_euclid(DAY)
        };
        let before = index.checked_sub(1).map(|at| booked[at]);
        if before.is_none_or(|before| day(before.start, before.slot) != day(busy.start, busy.slot)) {
            of_day.clear();
        } else if let Some(before) = before.filter(|before| before.end >= busy.start) {
            report.add("finding-booking-row", vec![before.slot, busy.slot], vec![("body", row(body.id))]);
        }
        of_day.push(busy.slot);
        if i32::try_from(of_day.len()).is_ok_and(|count| count == case.number(A_DAY) + 1) {
            let values = vec![("body", row(body.id)), ("most", Value::Count(case.number(A_DAY)))];
            report.add("finding-booking-count", of_day.clone(), values);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rule::row;
    use crate::check::tests::{
        Draft, NONE, committee, filled, findings, id, is_quiet_when_off, is_reported, messages, of_kind, plan, reports,
        session, set,
    };
    use crate::model::{Body, SessionKind};

    fn group(name: &str, body: &str, start: &str, mins: i32) -> Draft {
        of_kind(name, SessionKind::RegionalCoordination, start, mins).body(body)
    }

    #[test]
    fn each_region_coordinates_during_the_conference() {
        let told = |drafts: [Draft; 3]| reports("regional-slot", &plan(drafts)).len();
        let all =
            || [("S1", "AMS"), ("S2", "ARB"), ("S3", "EUR")].map(|(name, body)| group(name, body, "18T08:15", 60));
        assert_eq!(told(all()), 0);
        assert_eq!(told(all().map(Draft::cancelled)), 3);
        assert_eq!(told(all().map(|draft| draft.event("IRM"))), 3, "of another event");
        assert_eq!(told(all().map(|draft| draft.kind(SessionKind::Briefing))), 3);
        let joint = session("S1").kind(SessionKind::RegionalCoordination).body("AMS").body("ARB");
        assert_eq!(reports("regional-slot", &plan([joint.clone()])).len(), 3, "waiting");
        let plan = plan([joint.at("18T08:15", 60)]);
        assert_eq!(findings("regional-slot", &plan)[0].values[0], ("region", row(id::<Body>("EUR"))));
        assert!(is_quiet_when_off("regional-slot", &plan));
    }

    #[test]
    fn not_beside_a_sitting() {
        for kind in SessionKind::ALL {
            let sessions = [of_kind("S1", kind, "18T09:00", 60), group("S2", "ARB", "18T08:15", 60)];
            assert_eq!(is_reported("regional-clash", sessions), kind.keeps_hours(), "{kind:?}");
        }
        let sits = || committee("S1", "COM3").at("18T09:30", 60);
        assert!(!is_reported("regional-clash", [sits(), group("S2", "ARB", "18T08:30", 60)]), "touching");
        let plan = plan([sits(), group("S2", "ARB", "18T08:30", 61)]);
        assert_eq!(reports("regional-clash", &plan), [["S2", "S1"]], "the group first");
        assert!(is_quiet_when_off("regional-clash", &plan));
        let groups = [group("S1", "AMS", "18T08:00", 60), group("S2", "ARB", "18T08:00", 60)];
        assert!(!is_reported("regional-clash", groups));
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
}

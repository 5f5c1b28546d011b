//! The six regional groups: time for each to coordinate, and not beside a sitting.

use crate::model::{Body, BodyKind, Event, EventKind, Patch, Session, SessionKind, Severity};

use super::super::facts::Facts;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Day, Judge, Report, Rule, differs, row};
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

#[cfg(test)]
mod tests {
    use crate::check::rule::row;
    use crate::check::tests::{
        Draft, committee, findings, id, is_quiet_when_off, is_reported, of_kind, plan, reports, session,
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
}

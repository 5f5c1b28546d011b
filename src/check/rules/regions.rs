//! The six regional groups: time for each to coordinate, and not beside a sitting or what is drafted for the region.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Body, BodyId, BodyKind, Event, EventKind, Patch, Session, SessionKind, Severity, Topic};

use super::super::facts::{Entry, Facts};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Day, Judge, Report, Rule, differs, row};
use super::super::track::{Busy, Track};
use super::super::walk::work;
use super::shared::{self, Apart};

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

/// A drafting group that writes for a region while the region coordinates: the same delegates are wanted in both.
pub(super) const DRAFTING: Rule = Rule {
    name: "regional-drafting",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_drafting, concerns_drafting),
    obstacles: Some(Against::Starts(obstacles_drafting)),
};

fn concerns_drafting(_: &Facts, patch: &Patch) -> bool {
    let is_any =
        |session: Option<&Session>| session.is_some_and(|session| is_drafting(session) || coordinates(session));
    let body = |body: Option<&Body>| body.map(|body| (body.kind, body.parent));
    let topic = |topic: Option<&Topic>| topic.map(|topic| topic.region);
    differs::<Session>(patch, |before, after| is_any(before) || is_any(after))
        || differs::<Body>(patch, |before, after| body(before) != body(after))
        || differs::<Topic>(patch, |before, after| topic(before) != topic(after))
}

fn is_drafting(session: &Session) -> bool {
    session.kind == SessionKind::Drafting
}

fn coordinates(session: &Session) -> bool {
    session.kind == SessionKind::RegionalCoordination
}

/// The regions of a session: those that its bodies stand for, and where it drafts, those of its topics.
fn regions(case: &Case<'_>, session: &Session) -> BTreeSet<BodyId> {
    let facts = case.facts;
    let is_region = |id: &BodyId| facts.bodies.named(*id).is_some_and(|body| body.kind == BodyKind::Region);
    let of_bodies = case.bodies(session).filter_map(Body::stands_for);
    let topics = session.topics.iter().filter(|_| is_drafting(session));
    let of_topics = topics.filter_map(|&id| facts.topics.named(id)?.region);
    of_bodies.chain(of_topics).filter(is_region).collect()
}

/// The placed sessions of each region that `which` says, on the clock of UTC.
fn of_regions<'a>(case: &Case<'a>, which: fn(&Session) -> bool) -> BTreeMap<BodyId, Vec<&'a Entry>> {
    let facts = case.facts;
    let mut found: BTreeMap<BodyId, Vec<&Entry>> = BTreeMap::new();
    let all = facts.sessions.iter().filter(|(_, session)| which(session)).filter_map(|(slot, _)| facts.entry(slot));
    // What is held only if required takes nobody's time.
    for entry in all.filter(|entry| entry.kind == entry.session.kind) {
        for region in regions(case, &entry.session) {
            found.entry(region).or_default().push(entry);
        }
    }
    for entries in found.values_mut() {
        entries.sort_unstable_by_key(|entry| (entry.utc, entry.session.id));
    }
    found
}

/// Sessions of one body are told of by another rule.
fn share_a_body(one: &Session, other: &Session) -> bool {
    one.bodies.iter().any(|body| other.bodies.contains(body))
}

fn judge_drafting(case: &Case<'_>, report: &mut Report<'_>) {
    let mut coordinating = of_regions(case, coordinates);
    if coordinating.is_empty() {
        return;
    }
    for (region, drafting) in of_regions(case, is_drafting) {
        let meetings = coordinating.remove(&region).unwrap_or_default();
        let meetings = Track::of(meetings.into_iter().map(Entry::busy_utc));
        for group in drafting {
            for meeting in meetings.near(group.utc.0, group.utc.1) {
                if report.is_full() {
                    return;
                }
                work::count();
                let shares = case.entry(meeting.slot).is_some_and(|other| share_a_body(&group.session, &other.session));
                let common = shared::common(case, group.slot, meeting.slot).filter(|_| !shares);
                if let Some(common) = common {
                    let values = vec![("region", row(region)), ("span", Value::Span(common))];
                    report.add("finding-regional-drafting", vec![group.slot, meeting.slot], values);
                }
            }
        }
    }
}

fn obstacles_drafting(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    let session = &moving.session;
    let others: fn(&Session) -> bool = match session.kind {
        SessionKind::Drafting => coordinates,
        SessionKind::RegionalCoordination => is_drafting,
        _ => return,
    };
    let others = of_regions(case, others);
    for entry in regions(case, session).iter().filter_map(|region| others.get(region)).flatten() {
        if moving.stays(entry.slot) && !share_a_body(session, &entry.session) {
            let Busy { start, end, .. } = entry.busy_utc();
            shared::overlapping(case, moving, (start, end)).for_each(|(from, to)| out.starts(from, to));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rule::row;
    use crate::check::tests::{
        Draft, NONE, body, changed, committee, filled, findings, fixture, id, is_quiet_when_off, is_reported, of_kind,
        plan, reports, session, with,
    };
    use crate::model::{Body, BodyKind, SessionKind, Topic};

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
    fn no_drafting_for_a_region_beside_its_coordination() {
        let drafts = |name: &str, body: &str| of_kind(name, SessionKind::Drafting, "18T08:45", 60).body(body);
        let ground = || {
            let topic = changed(fixture(), "T2", |topic: &mut Topic| topic.region = Some(id("ARB")));
            with(topic, Body { parent: Some(id("EUR")), ..body("DG-EUR", BodyKind::DraftingGroup) })
        };
        let told = |drafting: Draft, region: &str| {
            let plan = filled(ground(), [drafting, group("S2", region, "18T08:15", 60)]);
            reports("regional-drafting", &plan)
        };
        assert_eq!(told(drafts("S1", "DG").topic("T2"), "ARB"), [["S1", "S2"]], "by its topics");
        assert_eq!(told(drafts("S1", "DG").topic("T2"), "EUR"), NONE, "of another region");
        assert_eq!(told(drafts("S1", "DG-EUR"), "EUR"), [["S1", "S2"]], "by its body");
        assert_eq!(told(drafts("S1", "DG"), "ARB"), NONE, "of no region");
        assert_eq!(told(drafts("S1", "ARB"), "ARB"), NONE, "a body in two sessions is told of by another rule");
        assert_eq!(told(drafts("S1", "DG").topic("T2").at("18T09:15", 60), "ARB"), NONE, "touching");
        assert_eq!(told(drafts("S1", "DG").topic("T2").kind(SessionKind::AdHoc), "ARB"), NONE);
        let joint = group("S2", "ARB", "18T08:15", 60).body("EUR");
        let both = filled(ground(), [drafts("S1", "DG").topic("T2"), joint]);
        assert_eq!(reports("regional-drafting", &both), [["S1", "S2"]], "all regions at once");
        assert!(is_quiet_when_off("regional-drafting", &both));
    }
}

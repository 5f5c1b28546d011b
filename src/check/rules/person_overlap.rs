//! One person needed in two sessions at once: a chair, a secretary, a speaker.

use crate::model::{Person, Severity};

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Judge, Report, Rule, row};
use super::super::track::Track;
use super::super::walk::pairs;
use super::shared;

pub(super) const RULE: Rule = Rule {
    name: "person-overlap",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Person(judge),
    obstacles: Some(Against::Starts(obstacles)),
};

fn judge(case: &Case<'_>, person: &Person, track: &Track, report: &mut Report<'_>) {
    pairs(track, report, |first, second, report| {
        if let Some(common) = shared::common(case, first.slot, second.slot) {
            let values = vec![("person", row(person.id)), ("span", Value::Span(common))];
            report.add("finding-person-overlap", vec![first.slot, second.slot], values);
        }
    });
}

fn obstacles(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    for &person in &moving.parts.people {
        shared::overlaps(case, moving, case.facts.of_person(person), out);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        NONE, changed, committee, filled, fixture, id, is_quiet_when_off, is_reported, plan, reports, session,
    };
    use crate::model::{Body, Plan, Role};

    #[test]
    fn chairs_secretaries_and_speakers_are_needed() {
        let speaks = |name: &str, person: &str, role| session(name).at("19T09:30", 60).person(person, role);
        for (one, other, told) in [
            (speaks("S1", "p1", Role::Speaker), speaks("S2", "p1", Role::Participant), true),
            (speaks("S1", "p1", Role::Speaker), speaks("S2", "p2", Role::Speaker), false),
            (speaks("S1", "p1", Role::Chair), speaks("S2", "p1", Role::ViceChair), false),
            (committee("S1", "COM3").at("19T09:30", 60), speaks("S2", "chair3", Role::Speaker), true),
            (committee("S1", "COM3").at("19T09:30", 60), speaks("S2", "vice3", Role::Speaker), false),
            // In the chair of one, secretary of the other.
            (committee("S1", "COM4").at("19T09:30", 60), committee("S2", "COM5").at("19T10:00", 60), true),
            (committee("S1", "COM4").at("19T09:30", 60), committee("S2", "COM5").at("19T10:30", 60), false),
            (committee("S1", "COM4").at("19T09:30", 61), committee("S2", "COM5").at("19T10:30", 60), true),
            (committee("S1", "COM4").at("19T09:30", 60), committee("S2", "COM5").at("19T10:00", 60).cancelled(), false),
        ] {
            let sessions = [one, other];
            assert_eq!(is_reported("person-overlap", sessions.clone()), told, "{sessions:?}");
        }
    }

    #[test]
    fn an_acting_chair_comes_in_the_place_of_the_chair() {
        let sits = || committee("S1", "COM3").at("19T09:30", 60);
        let speaks = |person: &str| session("S2").at("19T09:30", 60).person(person, Role::Speaker);
        let led = || sits().person("vice3", Role::ActingChair);
        assert!(is_reported("person-overlap", [sits(), speaks("chair3")]));
        assert!(!is_reported("person-overlap", [led(), speaks("chair3")]));
        assert!(is_reported("person-overlap", [led(), speaks("vice3")]));
    }

    #[test]
    fn a_steering_committee_brings_the_chairs_of_the_others_together() {
        let body = |plan: Plan, name: &str, parent: Option<&str>| {
            changed(plan, name, |body: &mut Body| body.parent = parent.map(id))
        };
        let plan = |parent| {
            let steers = committee("S1", "COM1").at("19T09:30", 60);
            let speaks = session("S2").at("19T09:30", 60).person("chair3", Role::Speaker);
            filled(body(body(fixture(), "PL", None), "COM3", parent), [steers, speaks])
        };
        assert_eq!(reports("person-overlap", &plan(Some("PL"))), [["S1", "S2"]]);
        assert_eq!(reports("person-overlap", &plan(None)), NONE, "COM3 is no committee of the plenary");
    }

    #[test]
    fn a_part_in_two_ways_is_one_part() {
        let twice = committee("S1", "COM3").at("19T09:30", 60).person("chair3", Role::Chair);
        let other = session("S2").at("19T10:00", 60).person("chair3", Role::Speaker).person("chair3", Role::Chair);
        let plan = plan([twice, other]);
        assert_eq!(reports("person-overlap", &plan), [["S1", "S2"]]);
        assert!(is_quiet_when_off("person-overlap", &plan));
    }
}

//! A session that begins before one that must come first is over.

use crate::model::{SessionKind, Severity, Status};

use super::super::facts::Entry;
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Judge, Report, Rule};
use super::shared;

pub(super) const RULE: Rule = Rule {
    name: "predecessors",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Placed(judge),
    obstacles: Some(Against::Starts(obstacles)),
};

fn judge(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if !entry.has_order {
        return;
    }
    let slots = entry.session.after.iter().filter_map(|&before| case.facts.sessions.slot(before));
    for before in slots {
        match case.entry(before) {
            Some(first) if first.utc.1 > entry.utc.0 => {
                let late = first.utc.1 - entry.utc.0;
                report.add("finding-predecessor", vec![entry.slot, before], vec![("late", Value::Minutes(late))]);
            }
            Some(_) => {}
            None => {
                // Whether the order holds can not be told while one of the two waits; one that is cancelled is no longer
                // waited for.
                let waits = case.facts.sessions.get(before).is_some_and(|first| first.status != Status::Cancelled);
                if waits && entry.kind != SessionKind::Break {
                    report.unjudged("finding-predecessor-waits", vec![entry.slot, before], Vec::new());
                }
            }
        }
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    let (from, to) = moving.reach();
    let slots = moving.session.after.iter().filter_map(|&before| case.facts.sessions.slot(before));
    for before in slots.filter(|&slot| moving.stays(slot)) {
        if let Some(first) = case.entry(before) {
            let over = case.facts.local(first.utc.1, moving.zone);
            if case.facts.is_constant(moving.zone, over, over) {
                out.starts(from, over);
            } else {
                out.starts(from, over - shared::CHANGE_MINS);
                for (from, to) in shared::tried(case, moving, (over, over), |(start, _)| start < first.utc.1) {
                    out.starts(from, to);
                }
            }
        }
    }
    let followers = moving.slot.map_or(&[][..], |slot| case.facts.followers(slot));
    for &after in followers.iter().filter(|&&slot| moving.stays(slot)) {
        if let Some(next) = case.entry(after) {
            let begins = case.facts.local(next.utc.0, moving.zone);
            let first_late = begins - moving.length_mins + 1;
            if case.facts.is_constant(moving.zone, begins, begins) {
                out.starts(first_late, to);
            } else {
                let around = (first_late, first_late);
                for (from, to) in shared::tried(case, moving, around, |(_, end)| end > next.utc.0) {
                    out.starts(from, to);
                }
                out.starts(first_late + shared::CHANGE_MINS, to);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Value;
    use crate::check::tests::{Draft, findings, is_quiet_when_off, is_reported, plan, reports, session};
    use crate::model::{SessionKind, Severity};

    #[test]
    fn the_first_must_be_over() {
        for (start, late) in
            [("19T10:30", None), ("19T10:29", Some(1)), ("19T09:30", Some(60)), ("19T08:00", Some(150))]
        {
            let plan = plan([session("S1").at("19T09:30", 60), session("S2").at(start, 60).after("S1")]);
            let told = findings("predecessors", &plan);
            assert_eq!(told.first().map(|finding| finding.values[0]), late.map(|mins| ("late", Value::Minutes(mins))));
            assert_eq!(reports("predecessors", &plan).len(), usize::from(late.is_some()), "{start}");
        }
        let wrong = plan([session("S1").at("19T09:30", 60), session("S2").at("19T09:00", 60).after("S1")]);
        assert_eq!(reports("predecessors", &wrong), [["S2", "S1"]]);
        assert!(is_quiet_when_off("predecessors", &wrong));
    }

    #[test]
    fn who_waits_is_a_hint_and_who_is_cancelled_is_nothing() {
        let told = |first, second: Draft| {
            let plan = plan([first, second.after("S1")]);
            findings("predecessors", &plan).iter().map(|one| (one.message, one.severity)).collect::<Vec<_>>()
        };
        let placed = |name| session(name).at("19T09:30", 60);
        let waits = vec![("finding-predecessor-waits", Severity::Hint)];
        assert_eq!(told(session("S1"), placed("S2")), waits);
        assert_eq!(told(session("S1"), placed("S2").kind(SessionKind::Break)), []);
        assert_eq!(told(placed("S1").cancelled(), placed("S2")), []);
        assert_eq!(told(placed("S1"), session("S2")), []);
        assert_eq!(told(placed("S1"), placed("S2").cancelled()), []);
    }

    #[test]
    fn across_zones_and_events() {
        let first = session("S1").event("IRM").at("2025-10-25T10:00", 60);
        let next = |start| session("S2").at(start, 60).after("S1");
        assert!(is_reported("predecessors", [first.clone(), next("2025-10-25T12:59")]));
        assert!(!is_reported("predecessors", [first, next("2025-10-25T13:00")]));
    }
}

//! A session that begins before one that must come first is over.

use crate::model::{Session, SessionKind, Severity, Status};

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Judge, Report, Rule};

pub(super) const RULE: Rule = Rule {
    name: "predecessors",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Session(judge),
    obstacles: Some(obstacles),
};

fn judge(case: &Case<'_>, session: &Session, report: &mut Report<'_>) {
    let Some(entry) = case.entry(session.id) else { return };
    for &before in &session.after {
        match case.entry(before) {
            Some(first) if first.utc.1 > entry.utc.0 => {
                let late = first.utc.1 - entry.utc.0;
                report.add("finding-predecessor", vec![session.id, before], vec![("late", Value::Minutes(late))]);
            }
            Some(_) => {}
            None => {
                // Whether the order holds can not be told while one of the two waits; one that is cancelled is no longer
                // waited for.
                let waits = case.facts.session(before).is_some_and(|first| first.status != Status::Cancelled);
                if waits && session.kind != SessionKind::Break {
                    report.unjudged("finding-predecessor-waits", vec![session.id, before], Vec::new());
                }
            }
        }
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    let (from, to) = moving.reach();
    for &before in moving.session.after.iter().filter(|&&id| moving.stays(id)) {
        if let Some(first) = case.entry(before) {
            out.starts(from, case.facts.local(first.utc.1, moving.zone));
        }
    }
    for &after in case.facts.followers(moving.session.id).iter().filter(|&&id| moving.stays(id)) {
        if let Some(next) = case.entry(after) {
            out.starts(case.facts.local(next.utc.0, moving.zone) - moving.length_mins + 1, to);
        }
    }
}

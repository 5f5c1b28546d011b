//! The youth celebration (C25/30-R §7.1): before the conference, and without outcome documents.

use crate::model::{EventKind, Session, Severity};

use super::super::rule::{Case, Judge, Report, Rule, row};

pub(super) const BEFORE: Rule = Rule {
    name: "youth-before",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge_before, never),
    obstacles: None,
};

fn never(_: Option<&Session>, _: Option<&Session>) -> bool {
    false
}

fn judge_before(case: &Case<'_>, report: &mut Report<'_>) {
    let of_kind = |kind| case.plan.events().iter().filter(move |event| event.kind == kind);
    for youth in of_kind(EventKind::YouthCelebration) {
        for conference in of_kind(EventKind::Conference) {
            if youth.dates.span().end > conference.dates.span().start {
                let values = vec![("event", row(youth.id)), ("conference", row(conference.id))];
                report.add("finding-youth-before", Vec::new(), values);
            }
        }
    }
}

pub(super) const NO_OUTCOME: Rule = Rule {
    name: "youth-no-outcome",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge_no_outcome, never),
    obstacles: None,
};

fn judge_no_outcome(case: &Case<'_>, report: &mut Report<'_>) {
    for youth in case.plan.events().iter().filter(|event| event.kind == EventKind::YouthCelebration) {
        for document in case.plan.documents().iter() {
            if document.event == Some(youth.id) || youth.documents.contains(&document.id) {
                let values = vec![("event", row(youth.id)), ("document", row(document.id))];
                report.add("finding-youth-no-outcome", Vec::new(), values);
            }
        }
    }
}

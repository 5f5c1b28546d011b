//! Side events during the conference, which are not held so as not to disadvantage small delegations (C25/30-R §6).

use crate::model::{EventKind, SessionKind, Severity, Span};

use super::super::facts::Entry;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Judge, Report, Rule, row};

pub(super) const RULE: Rule = Rule {
    name: "side-event",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Placed(judge),
    obstacles: Some(obstacles),
};

fn conferences<'a>(case: &Case<'a>) -> impl Iterator<Item = (crate::model::EventId, Span)> + 'a {
    let conferences = case.plan.events().iter().filter(|event| event.kind == EventKind::Conference);
    conferences.map(|event| (event.id, event.dates.span()))
}

fn judge(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if entry.session.kind != SessionKind::SideEvent {
        return;
    }
    if let Some((event, _)) = conferences(case).find(|(_, days)| days.overlaps(entry.span)) {
        report.add("finding-side-event", vec![entry.id()], vec![("event", row(event))]);
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    if moving.session.kind == SessionKind::SideEvent {
        conferences(case).for_each(|(_, days)| out.overlaps(days.start.minutes(), days.end.minutes()));
    }
}

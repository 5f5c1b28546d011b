//! Social events: not beside a formal meeting, not beside each other, and the first evening is the host's. Protocol keeps
//! a calendar of them for this reason (ITU social-events pages of PP-22 and WTDC-25).

use crate::model::{BodyKind, EventKind, Session, SessionKind, Severity, Span};

use super::super::facts::{DAY, Entry};
use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Case, Day, Judge, Number, Report, Rule, span};
use super::shared;

pub(super) const OVERLAP: Rule = Rule {
    name: "social-overlap",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Day(judge_overlap),
    obstacles: Some(obstacles_overlap),
};

fn judge_overlap(_: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    if !day.track.all().iter().any(|busy| busy.kind == SessionKind::Social) {
        return;
    }
    let counts = |kind: SessionKind| kind == SessionKind::Social || kind.is_formal();
    shared::pairs_of_day(
        day,
        |busy| counts(busy.kind),
        report,
        |first, second, report| {
            let sessions = match (first.kind, second.kind) {
                (SessionKind::Social, _) => vec![first.id, second.id],
                (_, SessionKind::Social) => vec![second.id, first.id],
                _ => return,
            };
            let common = span(first.start.max(second.start), first.end.min(second.end));
            report.add("finding-social-overlap", sessions, vec![("span", Value::Span(common))]);
        },
    );
}

fn obstacles_overlap(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    let own = moving.session.kind;
    for busy in shared::neighbours(case, moving) {
        let social = own == SessionKind::Social && (busy.kind == SessionKind::Social || busy.kind.is_formal());
        if social || (own.is_formal() && busy.kind == SessionKind::Social) {
            out.overlaps(busy.start, busy.end);
        }
    }
}

pub(super) const FIRST_EVENING: Rule = Rule {
    name: "first-evening",
    severity: Severity::Warning,
    numbers: &[Number::clock("evening-from", 17, 0)],
    judge: Judge::Placed(judge_first_evening),
    obstacles: Some(obstacles_first_evening),
};

/// The evening of the conference's first day.
fn evening(case: &Case<'_>, session: &Session) -> Option<Span> {
    let event = case.plan.events().get(session.event).filter(|event| event.kind == EventKind::Conference)?;
    let first = event.dates.span().start.minutes();
    Some(span(first + case.number(0), first + DAY))
}

fn is_a_guests(case: &Case<'_>, session: &Session) -> bool {
    let bodies = session.bodies.iter().filter_map(|&id| case.plan.bodies().get(id));
    session.kind == SessionKind::Social && !bodies.into_iter().any(|body| body.kind == BodyKind::Host)
}

fn judge_first_evening(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if is_a_guests(case, &entry.session)
        && evening(case, &entry.session).is_some_and(|evening| evening.overlaps(entry.span))
    {
        report.add("finding-first-evening", vec![entry.id()], Vec::new());
    }
}

fn obstacles_first_evening(case: &Case<'_>, moving: &Moving<'_>, out: &mut Obstacles) {
    if is_a_guests(case, moving.session)
        && let Some(evening) = evening(case, moving.session)
    {
        out.overlaps(evening.start.minutes(), evening.end.minutes());
    }
}

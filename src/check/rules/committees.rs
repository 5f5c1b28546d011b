//! The way of a text to the plenary: through the Editorial Committee; and the report on the budget.

use crate::model::{BodyId, BodyKind, EventId, Session, SessionKind, Severity};

use super::super::finding::Value;
use super::super::rule::{Case, Judge, Report, Rule, row};

/// Texts of a committee go through the Editorial Committee before a plenary adopts them in series (Convention Art. 32;
/// WTDC-98 Doc. 243: series of texts from COM5 to the plenary).
pub(super) const EDITORIAL: Rule = Rule {
    name: "editorial-path",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_editorial, concerns),
    obstacles: None,
};

/// The Budget Control Committee reports to the plenary on what was spent and on what decisions will cost (WTDC-14).
pub(super) const BUDGET: Rule = Rule {
    name: "budget-report",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_budget, concerns),
    obstacles: None,
};

fn concerns(before: Option<&Session>, after: Option<&Session>) -> bool {
    let sits = |kind| matches!(kind, SessionKind::Plenary | SessionKind::Committee | SessionKind::WorkingGroup);
    before.into_iter().chain(after).any(|session| sits(session.kind))
}

/// The sittings of a body in an event, `(start, end)` on the clock of UTC, in order.
fn sittings(case: &Case<'_>, body: BodyId, event: Option<EventId>) -> Vec<(i32, i32, crate::model::SessionId)> {
    let track = case.facts.bodies.get(&body);
    let all = track.into_iter().flat_map(|track| track.all()).filter(|busy| {
        matches!(busy.kind, SessionKind::Plenary | SessionKind::Committee | SessionKind::WorkingGroup)
            && event.is_none_or(|event| case.entry(busy.id).is_some_and(|entry| entry.session.event == event))
    });
    all.map(|busy| (busy.start, busy.end, busy.id)).collect()
}

fn bodies(case: &Case<'_>, which: impl Fn(BodyKind) -> bool) -> Vec<BodyId> {
    case.plan.bodies().iter().filter(|body| body.parent.is_none() && which(body.kind)).map(|body| body.id).collect()
}

fn plenaries(case: &Case<'_>, event: EventId) -> Vec<(i32, i32)> {
    let of_plenaries = bodies(case, |kind| kind == BodyKind::Plenary);
    let all = of_plenaries.into_iter().flat_map(|body| sittings(case, body, Some(event)));
    all.filter(|&(.., id)| case.entry(id).is_some_and(|entry| entry.session.kind == SessionKind::Plenary))
        .map(|(start, end, _)| (start, end))
        .collect()
}

fn judge_editorial(case: &Case<'_>, report: &mut Report<'_>) {
    let editors = bodies(case, |kind| kind == BodyKind::EditorialCommittee);
    if editors.is_empty() {
        return;
    }
    for body in bodies(case, |kind| matches!(kind, BodyKind::Committee | BodyKind::WorkingGroup)) {
        let Some((_, end, last)) = sittings(case, body, None).into_iter().max_by_key(|&(_, end, _)| end) else {
            continue;
        };
        let Some(event) = case.entry(last).map(|entry| entry.session.event) else { continue };
        let plenaries = plenaries(case, event);
        let edited = editors.iter().flat_map(|&editor| sittings(case, editor, Some(event))).any(|(_, done, _)| {
            // It may begin while the committee still sits, as long as it ends after it.
            done > end && plenaries.iter().any(|&(start, _)| start >= done)
        });
        if !edited {
            report.add("finding-editorial-path", vec![last], vec![("body", row(body))]);
        }
    }
}

fn judge_budget(case: &Case<'_>, report: &mut Report<'_>) {
    for body in bodies(case, |kind| kind == BodyKind::BudgetCommittee) {
        let Some((_, end, last)) = sittings(case, body, None).into_iter().max_by_key(|&(_, end, _)| end) else {
            continue;
        };
        let Some(event) = case.entry(last).map(|entry| entry.session.event) else { continue };
        if !plenaries(case, event).iter().any(|&(start, _)| start >= end) {
            report.add("finding-budget-report", vec![last], vec![("body", Value::Row(body.into()))]);
        }
    }
}

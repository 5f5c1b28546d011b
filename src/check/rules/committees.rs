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

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        Draft, NONE, changed, committee, fixture, id, is_quiet_when_off, of_kind, plan, reports,
    };
    use crate::model::{Body, BodyKind, SessionKind};

    fn sits(name: &str, body: &str, start: &str) -> Draft {
        committee(name, body).at(start, 60)
    }
    fn plenary(start: &str) -> Draft {
        of_kind("S9", SessionKind::Plenary, start, 60).body("PL")
    }

    #[test]
    fn texts_pass_the_editors_and_then_a_plenary() {
        let told = |editors: &str, adopts: &str| {
            reports(
                "editorial-path",
                &plan([sits("S1", "COM3", "19T09:30"), sits("S2", "COM5", editors), plenary(adopts)]),
            )
        };
        assert_eq!(told("19T10:30", "19T11:30"), NONE);
        assert_eq!(told("19T09:31", "19T10:31"), NONE, "the editors may begin beside it");
        assert_eq!(told("19T09:30", "19T11:30"), [["S1"]], "and must end after it");
        assert_eq!(told("19T10:30", "19T11:29"), [["S1"]], "the plenary begins too early");
        assert_eq!(told("20T10:30", "19T12:00"), [["S1"]]);
    }

    #[test]
    fn without_editors_or_for_small_groups_there_is_no_path() {
        let alone = |body| plan([sits("S1", body, "19T09:30")]);
        assert_eq!(reports("editorial-path", &alone("COM3")), [["S1"]]);
        assert_eq!(reports("editorial-path", &alone("WG")), [["S1"]]);
        for body in ["COM1", "COM2", "DG", "RTO"] {
            assert_eq!(reports("editorial-path", &alone(body)), NONE, "{body}");
        }
        let no_editors = changed(alone("COM3"), "COM5", |body: &mut Body| body.kind = BodyKind::Other);
        assert_eq!(reports("editorial-path", &no_editors), NONE);
        let under = changed(alone("WG"), "WG", |body: &mut Body| body.parent = Some(id("COM3")));
        assert_eq!(reports("editorial-path", &under), NONE, "what a group writes goes through its committee");
        let ad_hoc = plan([sits("S1", "COM3", "19T09:30").kind(SessionKind::AdHoc)]);
        assert_eq!(reports("editorial-path", &ad_hoc), NONE, "no sitting of the committee itself");
        assert!(is_quiet_when_off("editorial-path", &alone("COM3")));
    }

    #[test]
    fn the_budget_is_reported_to_a_plenary() {
        let told = |adopts: &str| reports("budget-report", &plan([sits("S1", "COM2", "19T09:30"), plenary(adopts)]));
        assert_eq!(told("19T10:30"), NONE);
        assert_eq!(told("19T10:29"), [["S1"]]);
        assert_eq!(told("18T10:30"), [["S1"]]);
        let last = plan([sits("S1", "COM2", "19T09:30"), sits("S2", "COM2", "20T09:30"), plenary("19T11:00")]);
        assert_eq!(reports("budget-report", &last), [["S2"]], "the last meeting counts");
        assert!(is_quiet_when_off("budget-report", &last));
        let elsewhere = plan([sits("S1", "COM2", "19T09:30"), plenary("19T11:00").event("IRM")]);
        assert_eq!(reports("budget-report", &elsewhere), [["S1"]], "a plenary of another event");
        assert_eq!(reports("budget-report", &fixture()), NONE, "nothing to report");
    }
}

//! The plenary and its committees: it sets them up, their texts come back to it through the Editorial Committee, and the
//! report on the budget.

use rustc_hash::FxHashMap;

use crate::model::{Body, BodyKind, Event, EventKind, Patch, Session, SessionKind, Severity};

use super::super::facts::{Entry, Facts};
use super::super::rows::Slot;
use super::super::rule::{Case, Judge, Report, Rule, differs, row};
use super::super::track::Busy;

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

/// The first plenary sets up the committees (Convention 1992, Art. 32), and they their groups; nobody meets before.
pub(super) const SET_UP: Rule = Rule {
    name: "committee-set-up",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_set_up, concerns_set_up),
    obstacles: None,
};

fn concerns_set_up(facts: &Facts, patch: &Patch) -> bool {
    let event = |event: Option<&Event>| event.map(|event| event.kind);
    let body = |body: Option<&Body>| body.map(|body| body.set_up_at);
    concerns(facts, patch)
        || differs::<Event>(patch, |before, after| event(before) != event(after))
        || differs::<Body>(patch, |before, after| body(before) != body(after))
}

fn concerns(_: &Facts, patch: &Patch) -> bool {
    let sits = |session: Option<&Session>| session.is_some_and(|session| is_sitting(session.kind));
    let body = |body: Option<&Body>| body.map(|body| (body.kind, body.parent));
    differs::<Session>(patch, |before, after| sits(before) || sits(after))
        || differs::<Body>(patch, |before, after| body(before) != body(after))
}

fn is_sitting(kind: SessionKind) -> bool {
    matches!(kind, SessionKind::Plenary | SessionKind::Committee | SessionKind::WorkingGroup)
}

/// The sittings of a body, on the clock of UTC, in order.
fn sittings<'a>(case: &Case<'a>, body: Slot<Body>) -> impl Iterator<Item = &'a Busy> {
    let track = case.facts.of_body(body);
    track.into_iter().flat_map(|track| track.all()).filter(|busy| is_sitting(busy.kind))
}

/// The last sitting of a body, with its event.
fn last_sitting<'a>(case: &Case<'a>, body: Slot<Body>) -> Option<(&'a Busy, Slot<Event>)> {
    let last = sittings(case, body).max_by_key(|busy| busy.end)?;
    Some((last, case.entry(last.slot)?.event))
}

/// The bodies of a kind that belong to no other but to the plenary, in the order of ids.
fn bodies<'a>(case: &Case<'a>, kind: BodyKind) -> impl Iterator<Item = (Slot<Body>, &'a Body)> {
    let facts = case.facts;
    let is_plenary = |id| facts.bodies.named(id).is_some_and(|parent| parent.kind == BodyKind::Plenary);
    facts.bodies_of(kind).filter(move |(_, body)| body.parent.is_none_or(is_plenary))
}

/// When the last plenary of each event begins.
fn last_plenaries(case: &Case<'_>) -> FxHashMap<Slot<Event>, i32> {
    let mut last: FxHashMap<Slot<Event>, i32> = FxHashMap::default();
    for plenary in plenaries(case) {
        let begins = last.entry(plenary.event).or_insert(plenary.utc.0);
        *begins = plenary.utc.0.max(*begins);
    }
    last
}

/// The plenary meetings on the timeline, in no order.
fn plenaries<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Entry> {
    let facts = case.facts;
    let all = facts.sessions.iter().filter(|(_, session)| session.kind == SessionKind::Plenary);
    all.filter_map(|(slot, _)| facts.entry(slot)).filter(|entry| entry.kind == SessionKind::Plenary)
}

fn judge_set_up(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = case.facts;
    let mut first: FxHashMap<Slot<Event>, &Entry> = FxHashMap::default();
    for plenary in plenaries(case) {
        let known = first.entry(plenary.event).or_insert(plenary);
        let key = |entry: &Entry| (entry.utc.0, entry.session.id);
        if key(plenary) < key(known) {
            *known = plenary;
        }
    }
    first.retain(|&event, _| facts.events.get(event).is_some_and(|event| event.kind == EventKind::Conference));
    if first.is_empty() {
        return;
    }
    let mut bodies: Vec<_> = SET_UP_THERE.into_iter().flat_map(|kind| facts.bodies_of(kind)).collect();
    bodies.sort_unstable_by_key(|(_, body)| body.id);
    for (slot, body) in bodies {
        // Whoever was set up at another event was there before.
        let is_set_up_at = |event| body.set_up_at.is_none_or(|id| facts.events.slot(id) == Some(event));
        let early = sittings(case, slot).find_map(|sitting| {
            let entry = case.entry(sitting.slot)?;
            let plenary = first.get(&entry.event).filter(|plenary| sitting.start < plenary.utc.0)?;
            is_set_up_at(entry.event).then_some((sitting.slot, plenary.slot))
        });
        if let Some((sitting, plenary)) = early {
            report.add("finding-committee-set-up", vec![sitting, plenary], vec![("body", row(body.id))]);
        }
        if report.is_full() {
            break;
        }
    }
}

const SET_UP_THERE: [BodyKind; 6] = [
    BodyKind::Committee,
    BodyKind::SteeringCommittee,
    BodyKind::BudgetCommittee,
    BodyKind::EditorialCommittee,
    BodyKind::WorkingGroup,
    BodyKind::DraftingGroup,
];

fn judge_editorial(case: &Case<'_>, report: &mut Report<'_>) {
    if bodies(case, BodyKind::EditorialCommittee).next().is_none() {
        return;
    }
    // When the editors are done for the last time, of those before the last plenary.
    let (plenaries, mut edited): (_, FxHashMap<Slot<Event>, i32>) = (last_plenaries(case), FxHashMap::default());
    for sitting in bodies(case, BodyKind::EditorialCommittee).flat_map(|(editor, _)| sittings(case, editor)) {
        let Some(event) = case.entry(sitting.slot).map(|entry| entry.event) else { continue };
        if plenaries.get(&event).is_some_and(|&plenary| plenary >= sitting.end) {
            let done = edited.entry(event).or_insert(sitting.end);
            *done = sitting.end.max(*done);
        }
    }
    let mut committees: Vec<_> =
        bodies(case, BodyKind::Committee).chain(bodies(case, BodyKind::WorkingGroup)).collect();
    committees.sort_unstable_by_key(|(_, body)| body.id);
    for (slot, body) in committees {
        let Some((last, event)) = last_sitting(case, slot) else { continue };
        // It may begin while the committee still sits, as long as it ends after it.
        if edited.get(&event).is_none_or(|&done| done <= last.end) {
            report.add("finding-editorial-path", vec![last.slot], vec![("body", row(body.id))]);
        }
        if report.is_full() {
            break;
        }
    }
}

fn judge_budget(case: &Case<'_>, report: &mut Report<'_>) {
    if bodies(case, BodyKind::BudgetCommittee).next().is_none() {
        return;
    }
    let plenaries = last_plenaries(case);
    for (slot, body) in bodies(case, BodyKind::BudgetCommittee) {
        let Some((last, event)) = last_sitting(case, slot) else { continue };
        if plenaries.get(&event).is_none_or(|&plenary| plenary < last.end) {
            report.add("finding-budget-report", vec![last.slot], vec![("body", row(body.id))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        Draft, NONE, changed, committee, fixture, id, is_quiet_when_off, of_kind, plan, reports,
    };
    use crate::model::{Body, BodyKind, Plan, SessionKind};

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
        for body in ["COM3", "WG"] {
            assert_eq!(reports("editorial-path", &of_plenary(alone(body))), [["S1"]], "{body} of the plenary");
        }
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
        assert_eq!(reports("budget-report", &of_plenary(last)), [["S2"]], "the committees are of the plenary");
        let of_nobody = of_kind("S9", SessionKind::Plenary, "19T11:00", 60);
        assert_eq!(reports("budget-report", &plan([sits("S1", "COM2", "19T09:30"), of_nobody])), NONE);
    }

    /// The bodies as in the conference: all committees are of the plenary.
    fn of_plenary(plan: Plan) -> Plan {
        let all = ["COM1", "COM2", "COM3", "COM4", "COM5", "WG"].into_iter();
        all.fold(plan, |plan, name| changed(plan, name, |body: &mut Body| body.parent = Some(id("PL"))))
    }

    #[test]
    fn nobody_meets_before_the_plenary_that_sets_them_up() {
        let told =
            |body, start: &str| reports("committee-set-up", &plan([sits("S1", body, start), plenary("19T09:30")]));
        for body in ["COM1", "COM2", "COM3", "COM5", "WG", "DG"] {
            assert_eq!(told(body, "19T08:30"), [["S1", "S9"]], "{body}");
            assert_eq!(told(body, "19T09:30"), NONE, "at once is told of by another rule");
            assert_eq!(told(body, "20T09:30"), NONE);
        }
        for body in ["HOD", "RTO", "TDAG", "PL"] {
            assert_eq!(told(body, "19T08:30"), NONE, "{body}");
        }
        let early = plan([sits("S1", "WG", "19T08:30"), sits("S2", "WG", "18T08:30"), plenary("19T09:30")]);
        assert_eq!(reports("committee-set-up", &early), [["S2", "S9"]], "the first of them");
        assert!(is_quiet_when_off("committee-set-up", &early));
        let known = changed(early, "WG", |body: &mut Body| body.set_up_at = Some(id("IRM")));
        assert_eq!(reports("committee-set-up", &known), NONE, "set up at an earlier event");
        assert_eq!(reports("committee-set-up", &plan([sits("S1", "COM3", "19T08:30")])), NONE, "no plenary is planned");
        let other = plan([sits("S1", "COM3", "19T08:30").event("IRM"), plenary("19T09:30").event("IRM")]);
        assert_eq!(reports("committee-set-up", &other), NONE, "no conference");
    }
}

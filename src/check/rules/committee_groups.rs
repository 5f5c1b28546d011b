//! A committee beside its own groups, or two working groups of it at once: the same delegates sit in them.

use std::collections::BTreeMap;

use crate::model::{Body, BodyId, BodyKind, Session, Severity};

use super::super::finding::Value;
use super::super::obstacles::{Moving, Obstacles};
use super::super::rule::{Against, Case, Day, Judge, Report, Rule, is_for_all, row, span};
use super::super::track::Busy;
use super::shared;

/// Working groups of one committee do not meet in parallel (weekly plan of work of WCIT-12). Drafting groups may.
pub(super) const RULE: Rule = Rule {
    name: "committee-groups",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Day(judge, counts),
    obstacles: Some(Against::Starts(obstacles)),
};

fn counts(busy: &Busy) -> bool {
    busy.kind.is_formal() && !is_for_all(busy.kind)
}

/// What a body is to a committee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Committee,
    WorkingGroup(BodyId),
    Drafting,
}

impl Part {
    fn clashes(self, other: Self) -> bool {
        match (self, other) {
            (Self::WorkingGroup(one), Self::WorkingGroup(other)) => one != other,
            (Self::Committee, other) | (other, Self::Committee) => other != Self::Committee,
            _ => false,
        }
    }
}

fn is_committee(kind: BodyKind) -> bool {
    use BodyKind::{BudgetCommittee, Committee, EditorialCommittee, SteeringCommittee};
    matches!(kind, Committee | SteeringCommittee | BudgetCommittee | EditorialCommittee)
}

/// The committee that a body is, or is a group of.
fn part(case: &Case<'_>, body: &Body) -> Option<(BodyId, Part)> {
    if is_committee(body.kind) {
        return Some((body.id, Part::Committee));
    }
    let committee = case.facts.bodies.named(body.parent?).filter(|parent| is_committee(parent.kind))?;
    match body.kind {
        BodyKind::WorkingGroup => Some((committee.id, Part::WorkingGroup(body.id))),
        BodyKind::DraftingGroup => Some((committee.id, Part::Drafting)),
        _ => None,
    }
}

/// What a session is to committees. A joint meeting of a committee and its group is one of both, and no clash in itself.
fn parts<'a>(case: &'a Case<'a>, session: &'a Session) -> impl Iterator<Item = (BodyId, Part)> + 'a {
    case.bodies(session).filter_map(|body| part(case, body))
}

fn judge(case: &Case<'_>, day: Day<'_>, report: &mut Report<'_>) {
    let mut of_committees: BTreeMap<BodyId, Vec<(&Busy, Part)>> = BTreeMap::new();
    for busy in day.track.all().iter().filter(|busy| counts(busy)) {
        let Some(entry) = case.entry(busy.slot) else { continue };
        for (committee, part) in parts(case, &entry.session) {
            of_committees.entry(committee).or_default().push((busy, part));
        }
    }
    for (committee, list) in of_committees {
        // A committee that sits twice at once is told of by another rule.
        shared::some_pairs(day, &list, Part::clashes, report, |first, second, report| {
            let common = span(first.start.max(second.start), first.end.min(second.end));
            let values = vec![("committee", row(committee)), ("span", Value::Span(common))];
            report.add("finding-committee-groups", vec![first.slot, second.slot], values);
        });
    }
}

fn obstacles(case: &Case<'_>, moving: &Moving, out: &mut Obstacles) {
    let own: Vec<(BodyId, Part)> = parts(case, &moving.session).collect();
    if own.is_empty() || !moving.session.kind.is_formal() || is_for_all(moving.session.kind) {
        return;
    }
    for busy in shared::neighbours(case, moving).filter(|busy| counts(busy)) {
        let Some(entry) = case.entry(busy.slot) else { continue };
        let mut others = parts(case, &entry.session);
        let clash = |(committee, part): (BodyId, Part)| own.iter().any(|one| one.0 == committee && one.1.clashes(part));
        if others.any(clash) {
            out.overlaps(busy.start, busy.end);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        Draft, NONE, body, changed, filled, fixture, id, is_quiet_when_off, of_kind, reports, with,
    };
    use crate::model::{Body, BodyKind, Plan, SessionKind};

    /// COM3 under the plenary, with two working groups and a drafting group.
    fn ground() -> Plan {
        let under = |name: &str, kind, parent: &str| Body { parent: Some(id(parent)), ..body(name, kind) };
        let plan = changed(fixture(), "COM3", |body: &mut Body| body.parent = Some(id("PL")));
        let plan = with(plan, under("WG3A", BodyKind::WorkingGroup, "COM3"));
        let plan = with(plan, under("WG3B", BodyKind::WorkingGroup, "COM3"));
        let plan = with(plan, under("WG4A", BodyKind::WorkingGroup, "COM4"));
        let plan = with(plan, under("WG-PL", BodyKind::WorkingGroup, "PL"));
        let plan = with(plan, under("DG3A", BodyKind::DraftingGroup, "COM3"));
        with(plan, under("DG3B", BodyKind::DraftingGroup, "COM3"))
    }

    fn sits(name: &str, body: &str, start: &str) -> Draft {
        of_kind(name, SessionKind::WorkingGroup, start, 60).body(body)
    }

    fn told(one: &str, other: &str) -> bool {
        let plan = filled(ground(), [sits("S1", one, "19T09:30"), sits("S2", other, "19T10:00")]);
        !reports("committee-groups", &plan).is_empty()
    }

    #[test]
    fn groups_of_one_committee_do_not_meet_at_once_or_beside_it() {
        for (one, other, is_told) in [
            ("WG3A", "WG3B", true),
            ("COM3", "WG3A", true),
            ("DG3A", "COM3", true),
            ("DG3A", "DG3B", false),
            ("DG3A", "WG3A", false),
            ("WG3A", "WG3A", false),
            ("WG3A", "WG4A", false),
            ("COM4", "WG3A", false),
            ("WG-PL", "WG3A", false),
            ("COM3", "COM4", false),
        ] {
            assert_eq!((told(one, other), told(other, one)), (is_told, is_told), "{one} and {other}");
        }
        let touching = filled(ground(), [sits("S1", "WG3A", "19T09:30"), sits("S2", "WG3B", "19T10:30")]);
        assert_eq!(reports("committee-groups", &touching), NONE);
        let social = sits("S2", "WG3B", "19T09:30").kind(SessionKind::Social);
        assert_eq!(reports("committee-groups", &filled(ground(), [sits("S1", "WG3A", "19T09:30"), social])), NONE);
    }

    #[test]
    fn around_midnight_it_is_told_once() {
        let plan = filled(ground(), [sits("S1", "WG3A", "19T23:30"), sits("S2", "WG3B", "19T23:45")]);
        assert_eq!(reports("committee-groups", &plan), [["S1", "S2"]]);
        assert!(is_quiet_when_off("committee-groups", &plan));
        let joint = sits("S1", "WG3A", "19T09:30").body("COM3");
        assert_eq!(reports("committee-groups", &filled(ground(), [joint])), NONE, "a joint meeting");
    }
}

//! Placements as patches, and what the rules say of them as a weight: the same for every search of this floor.

use crate::check::Checker;
use crate::model::{Patch, Placement, Plan, Session, SessionId, Severity};

/// What is out of the question outweighs all else in a search; what is left out, even that.
pub(super) const ERROR: i64 = 20_000;
pub(super) const IDLE: i64 = 200_000;

/// Whether a session has a placement that may change.
pub(super) fn is_movable(plan: &Plan, id: SessionId) -> bool {
    plan.sessions().get(id).is_some_and(|session| session.placement.is_some() && !session.keeps_place())
}

/// The patch that gives sessions these placements.
pub(super) fn patch_of(plan: &Plan, moves: &[(SessionId, Placement)]) -> Patch {
    let mut patch = Patch::default();
    for (id, placement) in moves {
        if let Some(session) = plan.sessions().get(*id) {
            patch.put(plan, Session { placement: Some(placement.clone()), ..(**session).clone() });
        }
    }
    patch
}

/// How much worse a severity makes a proposal: a hint is no reason to send anybody to another day.
pub(super) fn disturbing(severity: Severity) -> Severity {
    if severity < Severity::Warning { Severity::Off } else { severity }
}

/// The patch that takes these sessions off the timeline.
pub(super) fn tray_of(plan: &Plan, ids: &[SessionId]) -> Patch {
    let mut patch = Patch::default();
    for session in ids.iter().filter_map(|&id| plan.sessions().get(id)) {
        patch.put(plan, Session { placement: None, ..(**session).clone() });
    }
    patch
}

/// The plan and the checker as they would be with these sessions off the timeline.
pub(super) fn lifted(plan: &Plan, checker: &Checker, ids: &[SessionId]) -> (Plan, Checker) {
    let patch = tray_of(plan, ids);
    let mut changed = plan.clone();
    let mut checker = checker.clone();
    if changed.apply(&patch).is_ok() {
        checker.follow(&changed, &patch);
    }
    (changed, checker)
}

/// What a finding weighs: an error more than any number of warnings that a plan has, and so on.
pub(super) fn weight(severity: Severity) -> i64 {
    match severity {
        Severity::Off => 0,
        Severity::Hint => 1,
        Severity::Warning => 40,
        Severity::Error => 100_000,
    }
}

//! Fewest moves: when the world has changed, the plan that breaks nothing with as little moved as can be, and why not less.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use crate::check::{Checker, Finding, Proposal, repair};
use crate::model::{Plan, SessionId, Severity};

/// Moves that make a plan whole, with what is known of how few they can be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fewest {
    /// The moves, what they clear, and what they can not.
    pub proposal: Proposal,
    /// No fewer moves clear as much.
    pub least: usize,
    /// Why: findings of which no two share a session that can move, so that each needs a move of its own. Without any one of
    /// them, one move fewer would be known to be needed.
    pub reasons: Vec<Finding>,
}

impl Fewest {
    /// Whether it is proven that no fewer moves are enough.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.proposal.is_proven || self.least == self.proposal.moves.len()
    }
}

/// The fewest moves found that clear all open findings that are at least as bad as `least`, and cause none as bad.
#[must_use]
pub fn fewest(plan: &Plan, least: Severity, seed: u64, stop: &AtomicBool) -> Fewest {
    let checker = Checker::new(plan);
    let broken: Vec<Finding> = checker
        .sorted()
        .into_iter()
        .filter(|finding| finding.is_open() && finding.severity >= least && finding.severity != Severity::Off)
        .cloned()
        .collect();
    let proposal = repair(plan, &broken, seed, stop);
    let reasons = apart(plan, &proposal.cleared);
    let least = if proposal.is_proven { proposal.moves.len() } else { reasons.len() };
    Fewest { proposal, least, reasons }
}

/// Findings of which no two share a session that can move: those first that leave the least choice.
fn apart(plan: &Plan, findings: &[Finding]) -> Vec<Finding> {
    let movable = |id: &&SessionId| {
        plan.sessions().get(**id).is_some_and(|session| session.placement.is_some() && !session.keeps_place())
    };
    let mut sets: Vec<(BTreeSet<SessionId>, &Finding)> =
        findings.iter().map(|finding| (finding.sessions.iter().filter(movable).copied().collect(), finding)).collect();
    sets.sort_by_key(|(set, _)| set.len());
    let mut taken: BTreeSet<SessionId> = BTreeSet::new();
    let mut chosen = Vec::new();
    for (set, finding) in sets.into_iter().filter(|(set, _)| !set.is_empty()) {
        if set.is_disjoint(&taken) {
            taken.extend(set);
            chosen.push(finding.clone());
        }
    }
    chosen
}

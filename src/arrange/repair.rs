//! Repair: the fewest moves that clear chosen findings.
//!
//! Which sessions must move is a small exact model: each finding needs one of its sessions to move, and what remains when
//! the chosen ones are lifted off needs one more (`microlp`). Where they can go is searched with the rules themselves. The
//! number of moves is proven when the search succeeds with as few sessions as the model says are needed.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolutionStatus, SolveOutcome};

use crate::check::{Checker, Finding};
use crate::model::{Placement, Plan, Session, SessionId, Severity};

use super::fixes::good_starts;
use super::placing::{disturbing, is_movable, lifted, patch_of};
use super::plan::Wishes;
use super::rooms::Rooms;
use super::times;

/// Moves that clear findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// Which session goes where.
    pub moves: Vec<(SessionId, Placement)>,
    /// The chosen findings that these clear.
    pub cleared: Vec<Finding>,
    /// The chosen findings that remain, such as those that no move can clear.
    pub left: Vec<Finding>,
    /// Whether no fewer moves can clear as much.
    pub is_proven: bool,
}

/// The exact model is asked for so many sessions and findings at most; beyond that the search is greedy.
const EXACT_SESSIONS: usize = 60;
const EXACT_SETS: usize = 240;
/// A model that takes longer, which none of that size did, is given up for the greedy search.
const LONGEST: Duration = Duration::from_secs(5);
/// How many findings are taken in one by one where not all can be cleared together.
const MOST_TARGETS: usize = 40;
/// How many sets of sessions are tried.
const SETS: usize = 24;
/// How many orders of placing a set are tried.
const ORDERS: usize = 6;

/// The fewest moves found that clear `chosen` and cause nothing as bad as the mildest of them. Pinned sessions stay. The
/// same seed gives the same answer; the first one gives the nearest places, others may give others. `stop` ends the search early,
/// without moves.
#[must_use]
pub fn repair(plan: &Plan, chosen: &[Finding], (seed, wishes): (u64, Wishes), stop: &AtomicBool) -> Proposal {
    let (checker, rooms) = (Checker::new(plan), Rooms::new(plan));
    let movable = |finding: &Finding| -> BTreeSet<SessionId> {
        finding.sessions.iter().copied().filter(|&id| is_movable(plan, id)).collect()
    };
    // What names no session, or stays wherever its sessions go, is not for moves to clear.
    let lifted_all = |finding: &Finding| {
        let ids: Vec<SessionId> = movable(finding).into_iter().collect();
        !ids.is_empty() && !remains(&lifted(plan, &checker, &ids).1, finding, &ids)
    };
    let (targets, hopeless): (Vec<Finding>, Vec<Finding>) = chosen.iter().cloned().partition(lifted_all);
    let search = |targets: Vec<Finding>| {
        let mut search = Search {
            plan,
            checker: &checker,
            limit: targets.iter().map(|finding| finding.severity).min().unwrap_or(Severity::Off),
            sets: targets.iter().map(&movable).collect(),
            had: checker
                .findings()
                .filter(|finding| finding.is_open() && disturbing(finding.severity) > Severity::Off)
                .filter(|finding| !targets.iter().any(|target| target.is_like(finding)))
                .cloned()
                .collect(),
            targets,
            banned: Vec::new(),
            rooms: &rooms,
            wishes,
            passes: seed > 1,
            random: seed,
        };
        search.run(stop)
    };
    let mut proposal = search(targets.clone()).unwrap_or_else(|| {
        // One finding without a way out must not keep the others: they are taken in one by one, the worst first.
        let (mut best, mut possible) = (Proposal::default(), Vec::new());
        let mut order = targets;
        order.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        for target in order.into_iter().take(MOST_TARGETS) {
            let more: Vec<Finding> = possible.iter().cloned().chain([target]).collect();
            if let Some(better) = search(more.clone()) {
                (best, possible) = (better, more);
            }
        }
        best
    });
    let cleared = |finding: &&Finding| proposal.cleared.iter().any(|cleared| cleared.is_like(finding));
    proposal.left = chosen.iter().filter(|finding| !cleared(finding)).cloned().collect();
    proposal.is_proven &= hopeless.len() == proposal.left.len();
    proposal
}

/// Whether a finding of the same rule is left among those of its sessions that stay.
fn remains(checker: &Checker, finding: &Finding, away: &[SessionId]) -> bool {
    let staying: Vec<SessionId> = finding.sessions.iter().copied().filter(|id| !away.contains(id)).collect();
    !left_of(checker, finding, &staying).is_empty()
}

/// The open findings of the same rule about some of these sessions and no others.
fn left_of<'a>(checker: &'a Checker, finding: &Finding, staying: &[SessionId]) -> Vec<&'a Finding> {
    checker
        .findings()
        .filter(|other| {
            !staying.is_empty()
                && other.is_open()
                && other.rule == finding.rule
                && other.message == finding.message
                && !other.sessions.is_empty()
                && other.sessions.iter().all(|id| staying.contains(id))
        })
        .collect()
}

struct Search<'a> {
    plan: &'a Plan,
    checker: &'a Checker,
    limit: Severity,
    targets: Vec<Finding>,
    /// Of each set at least one session must move.
    sets: Vec<BTreeSet<SessionId>>,
    /// What else is wrong in the plan.
    had: Vec<Finding>,
    /// Sets of sessions that were tried in vain.
    banned: Vec<BTreeSet<SessionId>>,
    rooms: &'a Rooms<'a>,
    wishes: Wishes,
    /// Whether a good place may be passed by for another one.
    passes: bool,
    random: u64,
}

impl Search<'_> {
    fn run(&mut self, stop: &AtomicBool) -> Option<Proposal> {
        if self.targets.is_empty() {
            return None;
        }
        let mut fewest = None;
        for _ in 0..SETS {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            let (chosen, is_exact) = self.choose()?;
            // What is wrong even without them needs somebody else to move as well.
            let ids: Vec<SessionId> = chosen.iter().copied().collect();
            let (_, without) = lifted(self.plan, self.checker, &ids);
            let mut grew = false;
            for target in &self.targets {
                let staying: Vec<SessionId> =
                    target.sessions.iter().copied().filter(|id| !chosen.contains(id)).collect();
                for left in left_of(&without, target, &staying) {
                    let set: BTreeSet<SessionId> =
                        left.sessions.iter().copied().filter(|&id| is_movable(self.plan, id)).collect();
                    if !set.is_empty() && !self.sets.contains(&set) {
                        self.sets.push(set);
                        grew = true;
                    }
                }
            }
            if grew && self.sets.len() < 4 * EXACT_SETS {
                continue;
            }
            let least = *fewest.get_or_insert(if is_exact { chosen.len() } else { 0 });
            for order in 0..ORDERS {
                if let Some(moves) = self.place(&ids, order > 0, stop) {
                    let is_proven = is_exact && moves.len() <= least;
                    return Some(Proposal { moves, cleared: self.targets.clone(), left: Vec::new(), is_proven });
                }
                if ids.len() < 2 {
                    break;
                }
            }
            self.banned.push(chosen);
        }
        None
    }

    /// The smallest set of sessions that meets every set and was not tried in vain; whether none is smaller.
    fn choose(&self) -> Option<(BTreeSet<SessionId>, bool)> {
        let ids: Vec<SessionId> = self.sets.iter().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
        if ids.len() <= EXACT_SESSIONS && self.sets.len() <= EXACT_SETS {
            let mut problem = Problem::new(OptimizationDirection::Minimize);
            // One move less is worth more than all preferences together: short sessions of many findings move first.
            let variables: Vec<_> = ids
                .iter()
                .map(|&id| {
                    let length = self.plan.sessions().get(id).map_or(60, |session| session.length().mins()).min(600);
                    problem.add_binary_var(1.0 + f64::from(length) / 600_000.0)
                })
                .collect();
            let index = |id: &SessionId| ids.binary_search(id).ok();
            for set in &self.sets {
                let row: Vec<_> = set.iter().filter_map(index).map(|at| (variables[at], 1.0)).collect();
                problem.add_constraint(&row, ComparisonOp::Ge, 1.0);
            }
            for banned in &self.banned {
                // Another set of this size, or a larger one.
                let row: Vec<_> = ids
                    .iter()
                    .enumerate()
                    .map(|(at, id)| (variables[at], if banned.contains(id) { -1.0 } else { 1.0 }))
                    .collect();
                problem.add_constraint(&row, ComparisonOp::Ge, 1.0 - banned.len() as f64);
            }
            problem.set_time_limit(LONGEST);
            if let Ok(SolveOutcome::Solution(solution)) = problem.solve()
                && solution.status() == SolutionStatus::Optimal
            {
                let chosen: BTreeSet<SessionId> = ids
                    .iter()
                    .zip(&variables)
                    .filter(|&(_, &variable)| solution[variable] > 0.5)
                    .map(|(&id, _)| id)
                    .collect();
                // Its answer is checked, not believed.
                let holds = self.sets.iter().all(|set| !set.is_disjoint(&chosen)) && !self.banned.contains(&chosen);
                if holds {
                    return Some((chosen, true));
                }
            }
        }
        self.greedy().map(|chosen| (chosen, false))
    }

    /// Always the session that meets most sets.
    fn greedy(&self) -> Option<BTreeSet<SessionId>> {
        let mut open: Vec<&BTreeSet<SessionId>> = self.sets.iter().collect();
        let mut chosen = BTreeSet::new();
        let spoilt: BTreeSet<SessionId> = self.banned.iter().filter_map(|set| set.first().copied()).collect();
        while !open.is_empty() {
            let mut counts: std::collections::BTreeMap<SessionId, usize> = std::collections::BTreeMap::new();
            for id in open.iter().flat_map(|set| set.iter()) {
                *counts.entry(*id).or_default() += 1;
            }
            let best = counts.iter().max_by_key(|(id, count)| (!spoilt.contains(id), **count, std::cmp::Reverse(**id)));
            let (&best, _) = best?;
            chosen.insert(best);
            open.retain(|set| !set.contains(&best));
        }
        (!self.banned.contains(&chosen)).then_some(chosen)
    }

    /// Places for a set of sessions, one after the other, the longest first unless `shuffled`; `None` where one finds
    /// none, or the outcome does not hold.
    fn place(&mut self, ids: &[SessionId], shuffled: bool, stop: &AtomicBool) -> Option<Vec<(SessionId, Placement)>> {
        let mut order = ids.to_vec();
        order.sort_by_key(|&id| std::cmp::Reverse(self.plan.sessions().get(id).map(|session| session.length())));
        if shuffled {
            self.shuffle(&mut order);
        }
        let (mut plan, mut checker) = lifted(self.plan, self.checker, ids);
        let mut moves = Vec::new();
        for id in order {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            let original = self.plan.sessions().get(id)?;
            let placement = self.best_place(&plan, &mut checker, original)?;
            let patch = patch_of(&plan, &[(id, placement.clone())]);
            plan.apply(&patch).ok()?;
            checker.follow(&plan, &patch);
            moves.push((id, placement));
        }
        // The rules have the last word: the targets are gone, and nothing as bad has come.
        let mut judge = self.checker.clone();
        let outcome = judge.what_if(self.plan, &patch_of(self.plan, &moves));
        let all_gone = self.targets.iter().all(|target| outcome.solved.iter().any(|solved| solved.is_like(target)));
        let harmless = outcome.caused.iter().all(|caused| caused.severity < self.limit);
        (all_gone && harmless).then_some(moves)
    }

    /// The nearest place for a session that is free of anything as bad as what is to be cleared.
    fn best_place(&mut self, plan: &Plan, checker: &mut Checker, session: &Session) -> Option<Placement> {
        let at = session.placement.as_ref()?;
        let mut candidates = Vec::new();
        for (rooms, misfit) in self.rooms.of(session).into_iter().take(40) {
            let keeps = rooms == at.rooms;
            let unfit = i32::try_from(misfit * self.wishes.fitting_rooms).unwrap_or(0);
            let starts = good_starts(checker, plan, session, &rooms, self.limit);
            // Its own time may be no good one either, and is the nearest all the same.
            for start in std::iter::once(at.start).chain(starts.into_iter().filter(|&start| start != at.start).take(12))
            {
                // Another room that fits is as good as half an hour.
                let (days, other_half, mins) = times::distance(at.start, start);
                let placement = Placement { start, rooms: rooms.clone(), ..at.clone() };
                if placement != *at {
                    candidates.push(((days, other_half, mins + if keeps { 0 } else { 30 + unfit }), placement));
                }
            }
        }
        candidates.sort_by_key(|(distance, _)| *distance);
        let mut best: Option<(Severity, Placement)> = None;
        for (_, placement) in candidates.into_iter().take(40) {
            let outcome = checker.what_if(plan, &patch_of(plan, &[(session.id, placement.clone())]));
            // What the plan had before, though not while these are lifted off, is no reason to go elsewhere.
            let new = outcome.caused.iter().filter(|caused| !self.had.iter().any(|had| had.is_like(caused)));
            let worst = new.map(|finding| finding.severity).max().unwrap_or(Severity::Off);
            let clean = disturbing(worst) == Severity::Off;
            if worst < self.limit && best.as_ref().is_none_or(|(known, _)| worst < *known || (clean && self.passes)) {
                best = Some((worst, placement));
                if clean && !(self.passes && self.drawn(2) == 0) {
                    break;
                }
            }
        }
        best.map(|(_, placement)| placement)
    }

    /// Another order each time; the same ones for the same seed.
    fn shuffle(&mut self, order: &mut [SessionId]) {
        for at in (1..order.len()).rev() {
            let other = self.drawn(at + 1);
            order.swap(at, other);
        }
    }

    /// A number below this one, which is not 0, by lot.
    fn drawn(&mut self, below: usize) -> usize {
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.random >> 33).unwrap_or(0) % below
    }
}

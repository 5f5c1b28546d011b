//! The last word of the rules: an arrangement as a plan with its findings, made better move by move, each judged in full.

use super::made::Made;
use super::{Arranged, counts, set};
use crate::arrange::placing::weight;
use crate::arrange::problem::{Answer, NEVER, Spot};
use crate::arrange::random::Random;
use crate::check::{Checker, Finding, Outcome};
use crate::model::{Patch, Placement, Plan, Session, SessionId, Severity};

/// So many places are judged in full for one session at a time.
const TRIES: usize = 24;
/// So often in vain, and the search for something better ends.
const IN_VAIN: usize = 400;

/// A plan that is being arranged.
pub(super) struct Judged<'a> {
    plan: Plan,
    checker: Checker,
    made: &'a Made,
    random: Random,
    tries: usize,
}

impl<'a> Judged<'a> {
    /// The plan with an answer in it.
    pub fn new(base: Plan, made: &'a Made, answer: &Answer, seed: u64) -> Self {
        let mut patch = Patch::default();
        for (id, placement) in made.placements(answer) {
            if let Some(session) = base.sessions().get(id) {
                patch.put(&base, Session { placement: Some(placement), ..(**session).clone() });
            }
        }
        let mut plan = base;
        // Every place is one that a session can have, so nothing is refused.
        let _ = plan.apply(&patch);
        Self { checker: Checker::new(&plan), plan, made, random: Random::new(seed, u64::MAX), tries: 0 }
    }

    /// Moves what is in trouble, the worst first, until nothing better is found, so many places have been judged, or it is `over`.
    pub fn improve(&mut self, tries: usize, over: &dyn Fn() -> bool) {
        for least in [Severity::Error, Severity::Warning] {
            let mut vain = 0;
            while vain < IN_VAIN && self.tries < tries && !over() {
                let waiting: Vec<usize> =
                    (0..self.made.ids.len()).filter(|&item| self.placement(item).is_none()).collect();
                let troubled = self.troubled(least);
                let all: Vec<usize> = waiting.into_iter().chain(troubled).collect();
                if all.is_empty() {
                    break;
                }
                let item = all[self.random.below(all.len())];
                let did = self.better_place(item, over) || (vain % 3 == 2 && self.swapped(item));
                vain = if did { 0 } else { vain + 1 };
            }
        }
        if self.made.moved == 0 { self.clear() } else { self.settle() }
    }

    fn session(&self, item: usize) -> Option<&Session> {
        self.plan.sessions().get(self.made.ids[item]).map(|session| &**session)
    }

    fn placement(&self, item: usize) -> Option<&Placement> {
        self.session(item)?.placement.as_ref()
    }

    /// Sessions at hand that findings as bad as this, or worse, name.
    fn troubled(&self, least: Severity) -> Vec<usize> {
        let is_bad = |&item: &usize| self.checker.mark(self.made.ids[item]) >= least && self.placement(item).is_some();
        (0..self.made.ids.len()).filter(is_bad).collect()
    }

    fn patch(&self, moves: &[(usize, Option<Placement>)]) -> Patch {
        let mut patch = Patch::default();
        for (item, placement) in moves {
            if let Some(session) = self.session(*item) {
                patch.put(&self.plan, Session { placement: placement.clone(), ..session.clone() });
            }
        }
        patch
    }

    fn apply(&mut self, patch: &Patch) {
        if self.plan.apply(patch).is_ok() {
            self.checker.follow(&self.plan, patch);
        }
    }

    /// The best of some places that are promising, if it is better than where the session is.
    fn better_place(&mut self, item: usize, over: &dyn Fn() -> bool) -> bool {
        let now = self.placement(item).cloned();
        let waits = now.is_none();
        let mut best: Option<(i64, Patch)> = None;
        for spot in self.promising(item) {
            if over() {
                return false;
            }
            let placement = self.made.placement(item, spot);
            if now.as_ref() == Some(&placement) {
                continue;
            }
            let patch = self.patch(&[(item, Some(placement))]);
            self.tries += 1;
            let outcome = self.checker.what_if(&self.plan, &patch);
            let gain = gain(&outcome) + if waits { weight(Severity::Error) - 1 } else { 0 } + self.nearer(item, &patch);
            if gain > 0 && best.as_ref().is_none_or(|(known, _)| gain > *known) {
                best = Some((gain, patch));
            }
        }
        best.map(|(_, patch)| self.apply(&patch)).is_some()
    }

    /// Places that the rules say least against, as far as they can tell at a glance.
    fn promising(&mut self, item: usize) -> Vec<Spot> {
        let Some(session) = self.session(item).cloned() else { return Vec::new() };
        let Some(event) = self.plan.events().get(session.event) else { return Vec::new() };
        let tint = self.checker.tint(&session, &[session.id], event.dates.span());
        let problem = &self.made.problem;
        let mut found = Vec::new();
        for choice in 0..problem.items[item].choices.len() {
            let any = self.made.placement(item, Spot { start: 0, choice });
            let stretches = self.checker.stretches(&tint, &any.rooms);
            for start in 0..problem.steps() {
                let cost = problem.own_cost(item, start, choice);
                if cost == NEVER {
                    continue;
                }
                let at = self.made.time(start).minutes();
                let place = stretches.partition_point(|&(_, to, _)| to <= at);
                let severity =
                    stretches.get(place).filter(|&&(from, ..)| from <= at).map_or(Severity::Off, |one| one.2);
                found.push((severity, cost + self.random.below(20) as i64, Spot { start, choice }));
            }
        }
        let count = found.len().min(TRIES);
        if count < found.len() && count > 0 {
            found.select_nth_unstable_by_key(count - 1, |&(severity, cost, _)| (severity, cost));
        }
        found.truncate(count);
        found.sort_by_key(|&(severity, cost, spot)| (severity, cost, spot));
        found.into_iter().map(|(.., spot)| spot).collect()
    }

    /// Changes places with another session by lot, if that is better.
    fn swapped(&mut self, item: usize) -> bool {
        let other = self.random.below(self.made.ids.len());
        let (Some(here), Some(there)) = (self.placement(item).cloned(), self.placement(other).cloned()) else {
            return false;
        };
        let (Some(one), Some(two)) = (self.session(item), self.session(other)) else { return false };
        if item == other || one.event != two.event {
            return false;
        }
        let (here_for, there_for) =
            (Placement { length: there.length, ..here.clone() }, Placement { length: here.length, ..there.clone() });
        if !self.is_open(item, &there_for) || !self.is_open(other, &here_for) {
            return false;
        }
        let patch = self.patch(&[(item, Some(there_for)), (other, Some(here_for))]);
        self.tries += 1;
        let nearer = self.nearer(item, &patch) + self.nearer(other, &patch);
        let is_better = gain(&self.checker.what_if(&self.plan, &patch)) + nearer > 0;
        if is_better {
            self.apply(&patch);
        }
        is_better
    }

    /// Whether the problem lets a session be there.
    fn is_open(&self, item: usize, at: &Placement) -> bool {
        self.made
            .spot(&self.plan, item, at)
            .is_some_and(|spot| self.made.problem.own_cost(item, spot.start, spot.choice) != NEVER)
    }

    /// What a patch saves of the cost of moving a session.
    fn nearer(&self, item: usize, patch: &Patch) -> i64 {
        let was = self.made.was[item].as_ref();
        let to = patch.changes::<Session>().find(|(id, _)| *id == self.made.ids[item]);
        let to = to.and_then(|(_, change)| change.after.as_ref()?.placement.as_ref());
        let moves = |at: Option<&Placement>| i64::from(at != was) * self.made.moved;
        moves(self.placement(item)) - moves(to)
    }

    /// What need not have moved goes back, and so does what has found no place.
    fn settle(&mut self) {
        loop {
            let mut any = false;
            for item in 0..self.made.ids.len() {
                let was = self.made.was[item].clone();
                if was.is_none() || self.placement(item) == was.as_ref() {
                    continue;
                }
                let waits = self.placement(item).is_none();
                let patch = self.patch(&[(item, was)]);
                if waits || gain(&self.checker.what_if(&self.plan, &patch)) + self.made.moved > 0 {
                    self.apply(&patch);
                    any = true;
                }
            }
            if !any {
                break;
            }
        }
    }

    /// What is still in an error that goes when it waits goes to the tray.
    fn clear(&mut self) {
        loop {
            let mut best: Option<(i64, Patch)> = None;
            for item in self.troubled(Severity::Error) {
                let patch = self.patch(&[(item, None)]);
                let gain = gain(&self.checker.what_if(&self.plan, &patch));
                if gain >= weight(Severity::Error) / 2 && best.as_ref().is_none_or(|(known, _)| gain > *known) {
                    best = Some((gain, patch));
                }
            }
            let Some((_, patch)) = best else { break };
            self.apply(&patch);
        }
    }

    /// How bad the arrangement is: what waits that could be somewhere, then what the rules say.
    pub fn badness(&self) -> (usize, i64) {
        let could = |item: &usize| !self.made.problem.items[*item].choices.is_empty();
        let waits = (0..self.made.ids.len()).filter(could).filter(|&item| self.placement(item).is_none()).count();
        let [_, hints, warnings, errors] = counts(&self.checker).map(|count| count as i64);
        let weigh = |count, severity| count * weight(severity);
        let sum = weigh(hints, Severity::Hint) + weigh(warnings, Severity::Warning) + weigh(errors, Severity::Error);
        let moves = (0..self.made.ids.len()).filter(|&item| self.placement(item) != self.made.was[item].as_ref());
        (waits, sum + self.made.moved * moves.count() as i64)
    }

    /// What that makes of the plan.
    pub fn answer(mut self, plan: &Plan, before: [usize; 4], judged: u64) -> Arranged {
        let after = counts(&self.checker);
        let (mut moves, mut left) = (Vec::new(), Vec::new());
        for item in 0..self.made.ids.len() {
            let id = self.made.ids[item];
            match self.placement(item).cloned() {
                Some(at) => {
                    if plan.sessions().get(id).is_some_and(|session| session.placement.as_ref() != Some(&at)) {
                        moves.push((id, at));
                    }
                }
                None => left.push((id, self.against(item))),
            }
        }
        Arranged { moves, left, counts: [before, after], judged: judged + self.tries as u64 }
    }

    /// What speaks against the place of a session that speaks least against it.
    fn against(&mut self, item: usize) -> Vec<Finding> {
        let Some(session) = self.session(item).cloned() else { return Vec::new() };
        let wish = self.made.nominal(&self.plan, item, &session);
        let patch = self.patch(&[(item, wish)]);
        let mut found = self.checker.what_if(&self.plan, &patch).caused;
        found.retain(|finding| finding.severity == Severity::Error && set(&finding.sessions).contains(&session.id));
        found.truncate(3);
        found
    }
}

/// How much better an outcome makes a plan.
fn gain(outcome: &Outcome) -> i64 {
    let sum = |findings: &[Finding]| findings.iter().map(|finding| weight(finding.severity)).sum::<i64>();
    sum(&outcome.solved) - sum(&outcome.caused)
}

impl Made {
    /// The spot of a placement, if it has one.
    fn spot(&self, plan: &Plan, item: usize, at: &Placement) -> Option<Spot> {
        let session: SessionId = self.ids[item];
        let event = plan.events().get(plan.sessions().get(session)?.event)?;
        self.find(item, event.zone, at)
    }
}

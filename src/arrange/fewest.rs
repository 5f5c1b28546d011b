//! Fewest moves: when the world has changed, the plan that breaks nothing with as little moved as can be, and why not less.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::check::{Checker, Finding};
use crate::model::{Plan, Session, SessionId, Severity};

use super::STEP;
use super::happened::{Happened, strict};
use super::plan::{Arranged, Better, Task, What, Wishes, arrange};
use super::random::Random;
use super::repair::{Proposal, repair};
use super::search::Until;

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

/// How moves are looked for.
#[derive(Clone, Copy, Debug)]
pub struct How {
    /// The first one gives the nearest places, others may give others.
    pub seed: u64,
    /// How long a search for fewer moves goes on.
    pub until: Until,
    /// What counts beside few moves.
    pub wishes: Wishes,
}

impl Default for How {
    fn default() -> Self {
        let wishes = Wishes { keep: 5, fitting_rooms: 3, small_delegations: 0, balance: 0, regions: 0 };
        Self { seed: 1, until: Until::Steps(20_000), wishes }
    }
}

/// So many searches are begun, one after the other.
const ROUNDS: u32 = 5;
/// So many others are looked at by lot in all searches but the first.
const BY_LOT: usize = 12;

/// So many sessions at most are looked at that could make room.
const AROUND: usize = 240;

/// The open findings of a plan that are at least as bad as `least`.
#[must_use]
pub fn open(checker: &Checker, least: Severity) -> Vec<Finding> {
    let sorted = checker.sorted().into_iter();
    let bad = sorted.filter(|finding| finding.is_open() && finding.severity >= least.max(Severity::Hint));
    bad.cloned().collect()
}

/// What is broken in a plan by what has happened to it: `strict` is the plan in which it has.
#[must_use]
pub fn broken_by(plan: &Plan, strict: &Plan) -> Vec<Finding> {
    let before = open(&Checker::new(plan), Severity::Error);
    let is_new = |finding: &Finding| !before.iter().any(|known| known.is_like(finding));
    open(&Checker::new(strict), Severity::Error).into_iter().filter(is_new).collect()
}

/// The fewest moves found after something has happened, of a plan made [`strict`] by it.
#[must_use]
pub fn after(plan: &Plan, happened: &Happened, how: How, stop: &AtomicBool) -> Fewest {
    let strict = strict(plan, Some(happened), None, &[]);
    fewest(&strict, &broken_by(plan, &strict), how, stop, &|_, _| {})
}

/// The fewest moves found that clear these findings and cause none as bad. What is pinned or was held stays. The moves are
/// found by [`repair`]; where that can not say that there are no fewer, and errors alone are to go, a search goes on in which
/// also others make room. `better` is told of its arrangements; `stop` ends it with what is known by then.
#[must_use]
pub fn fewest(
    plan: &Plan,
    chosen: &[Finding],
    How { seed, until, wishes }: How,
    stop: &AtomicBool,
    better: Better<'_>,
) -> Fewest {
    let mut known = Fewest::of(plan, repair(plan, chosen, (seed, wishes), stop));
    if !chosen.iter().all(|finding| finding.severity == Severity::Error) {
        return known;
    }
    if !known.proposal.moves.is_empty() {
        better(i64::MAX, known.proposal.moves.clone());
    }
    let until = match until {
        Until::Time(time) => Until::Time(time / ROUNDS),
        steps @ Until::Steps(_) => steps,
    };
    let (named, others) = around(plan, chosen);
    for round in 0..u64::from(ROUNDS) {
        // What is left when one search was made will be left by the next one, too.
        let is_whole = (round > 0 || known.proposal.left.is_empty()) && known.is_proven();
        if known.proposal.is_proven || is_whole || stop.load(Ordering::Relaxed) {
            break;
        }
        // First all of them; then those that move so far with a few by lot, among whom fewer moves are found sooner.
        let mut ids: BTreeSet<SessionId> = named.iter().copied().collect();
        if round == 0 {
            ids.extend(&others);
        } else {
            let mut random = Random::new(seed, round);
            ids.extend(known.proposal.moves.iter().map(|(id, _)| *id));
            ids.extend((0..BY_LOT.min(others.len())).map(|_| others[random.below(others.len())]));
        }
        let what = What::Sessions(ids.into_iter().collect());
        let found =
            searched(plan, chosen, what, How { seed: seed.wrapping_add(round << 40), until, wishes }, stop, better);
        let worth = |one: &Proposal| (one.left.len(), one.moves.len());
        if let Some(found) = found.filter(|found| worth(found) < worth(&known.proposal)) {
            known = Fewest::of(plan, found);
        }
    }
    known
}

impl Fewest {
    fn of(plan: &Plan, mut proposal: Proposal) -> Self {
        proposal.moves.sort_by_key(|(id, at)| (at.start, *id));
        let reasons = apart(plan, &proposal.cleared);
        let least = if proposal.is_proven { proposal.moves.len() } else { reasons.len() };
        Self { proposal, least, reasons }
    }
}

/// The same by the search: every session that can make room is moved in it, at a price.
fn searched(
    plan: &Plan,
    chosen: &[Finding],
    what: What,
    How { seed, until, wishes }: How,
    stop: &AtomicBool,
    better: Better<'_>,
) -> Option<Proposal> {
    let mut checker = Checker::new(plan);
    let task = Task { what, wishes, conflicts: Vec::new(), now: None, fewest: true, seed, until };
    let found: Arranged = arrange(plan, &task, stop, better);
    if found.moves.is_empty() || !found.left.is_empty() {
        return None;
    }
    // The rules have the last word: nothing that is as bad has come.
    let outcome = checker.what_if(plan, &found.patch(plan));
    if outcome.caused.iter().any(|caused| caused.severity >= Severity::Error) {
        return None;
    }
    let is_cleared = |finding: &&Finding| outcome.solved.iter().any(|solved| solved.is_like(finding));
    let (cleared, left) = chosen.iter().partition::<Vec<&Finding>, _>(is_cleared);
    let owned = |findings: Vec<&Finding>| findings.into_iter().cloned().collect();
    Some(Proposal { moves: found.moves, cleared: owned(cleared), left: owned(left), is_proven: false })
}

/// The sessions of these findings, and those of the same events that could make room for them, the nearest in time first: such
/// as are in no other trouble.
fn around(plan: &Plan, chosen: &[Finding]) -> (Vec<SessionId>, Vec<SessionId>) {
    let checker = Checker::new(plan);
    let is_placed = |id: &SessionId| plan.sessions().get(*id).is_some_and(|session| session.placement.is_some());
    let named = chosen.iter().flat_map(|finding| finding.sessions.iter().copied());
    let named: BTreeSet<SessionId> = named.filter(is_placed).collect();
    let rows: Vec<&Session> = named.iter().filter_map(|&id| Some(&**plan.sessions().get(id)?)).collect();
    let starts: Vec<i32> = rows.iter().filter_map(|row| Some(row.placement.as_ref()?.start.minutes())).collect();
    let is_of_event = |session: &Session| rows.iter().any(|row| row.event == session.event);
    let mut others: Vec<(i32, SessionId)> = plan
        .sessions()
        .iter()
        .filter(|session| !named.contains(&session.id) && checker.mark(session.id) < Severity::Error)
        .filter(|session| is_of_event(session))
        .filter_map(|session| {
            let start = session.placement.as_ref()?.start.minutes();
            // Where the search can not put it, it could not leave it either.
            (start.rem_euclid(STEP) == 0).then_some(())?;
            Some((starts.iter().map(|other| (other - start).abs()).min()?, session.id))
        })
        .collect();
    others.sort_unstable();
    let rest = AROUND.saturating_sub(named.len());
    (named.into_iter().collect(), others.into_iter().take(rest).map(|(_, id)| id).collect())
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

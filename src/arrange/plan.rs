//! Arranging sessions of a plan: a problem is made of it, searched, and the answer judged again by the rules.

mod judged;
mod made;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::check::{Checker, Finding};
use crate::model::{CivilTime, EventId, Patch, Placement, Plan, Session, SessionId, Status};

use super::placing::{patch_of, tray_of};
use super::problem::Answer;
use super::search::{Found, LANES, Until, search};
use judged::Judged;
use made::Made;

/// What is to be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// What waits in the tray.
    Tray,
    /// All of an event that is not pinned.
    Event(EventId),
    /// These sessions.
    Sessions(Vec<SessionId>),
    /// Everything that is not pinned.
    All,
}

/// What counts, each from 0, not at all, to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// That sessions stay at their time and in their rooms, or come where they are wished.
    pub keep: i64,
    /// That rooms fit those who are expected.
    pub fitting_rooms: i64,
    /// That small delegations can follow: little at once.
    pub small_delegations: i64,
    /// That days, and the days of each body, are equally full.
    pub balance: i64,
    /// That meetings to which people come from afar are at hours that ask little of every region (§4.22).
    pub regions: i64,
}

impl Default for Wishes {
    fn default() -> Self {
        Self { keep: 5, fitting_rooms: 5, small_delegations: 5, balance: 5, regions: 5 }
    }
}

/// What is to be arranged, and how.
#[derive(Clone, Debug)]
pub struct Task {
    /// What is to be placed.
    pub what: What,
    /// What counts.
    pub wishes: Wishes,
    /// How many people would like to be at both of two sessions.
    pub conflicts: Vec<(SessionId, SessionId, u32)>,
    /// Nothing that begins before this is touched, on the clock of its event; what is past stays.
    pub now: Option<CivilTime>,
    /// Whether as few as can be move: each move then costs more than all warnings that it could save, and what finds no place
    /// stays where it is.
    pub fewest: bool,
    /// Another seed gives another answer.
    pub seed: u64,
    /// How long to search.
    pub until: Until,
}

/// An arrangement of sessions of a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arranged {
    /// Which session goes where: only those whose place is another one than in the plan.
    pub moves: Vec<(SessionId, Placement)>,
    /// What could not be placed without an error, with what speaks against it; it waits in the tray.
    pub left: Vec<(SessionId, Vec<Finding>)>,
    /// How many open findings there were, by `Severity as usize`, and how many there are.
    pub counts: [[usize; 4]; 2],
    /// How many moves were judged.
    pub judged: u64,
}

impl Arranged {
    /// What it changes.
    #[must_use]
    pub fn patch(&self, plan: &Plan) -> Patch {
        let mut patch = patch_of(plan, &self.moves);
        for (id, _) in &self.left {
            if let Some(session) = plan.sessions().get(*id).filter(|session| session.placement.is_some()) {
                let mut session = (**session).clone();
                session.unschedule();
                patch.put(plan, session);
            }
        }
        patch
    }
}

/// The sessions that are to be placed: neither pinned nor held, cancelled or past.
#[must_use]
pub fn chosen(plan: &Plan, what: &What, now: Option<CivilTime>) -> Vec<SessionId> {
    let is_meant = |session: &Session| match what {
        What::Tray => session.placement.is_none(),
        What::Event(event) => session.event == *event,
        What::Sessions(ids) => ids.contains(&session.id),
        What::All => true,
    };
    let is_past = |session: &Session| session.placement.as_ref().zip(now).is_some_and(|(at, now)| at.start < now);
    let may = |session: &&std::sync::Arc<Session>| {
        is_meant(session) && !session.keeps_place() && session.status != Status::Cancelled && !is_past(session)
    };
    plan.sessions().iter().filter(may).map(|session| session.id).collect()
}

/// Is told of the cost of an arrangement, and where it puts sessions.
pub type Better<'a> = &'a (dyn Fn(i64, Vec<(SessionId, Placement)>) + Sync);

/// Arranges sessions of a plan. `better` is told of the cost of each arrangement that is better than all before, and of its
/// moves; `stop` ends the search with the best so far.
#[must_use]
pub fn arrange(plan: &Plan, task: &Task, stop: &AtomicBool, better: Better<'_>) -> Arranged {
    let since = Instant::now();
    let ids = chosen(plan, &task.what, task.now);
    let before = counts(&Checker::new(plan));
    if ids.is_empty() {
        return Arranged { counts: [before; 2], ..Arranged::default() };
    }
    let mut base = plan.clone();
    // What is pinned is not among them, so nothing is refused.
    let _ = base.apply(&tray_of(plan, &ids));
    let made = Made::new(plan, &base, &ids, task);
    let first: Answer = made.now(plan);
    let mut best: Option<((usize, i64), Judged<'_>)> = None;
    let (mut judged, mut from) = (0, 0.0);
    for (round, (search_to, judge_to)) in ROUNDS.into_iter().enumerate() {
        let (until, end) = match task.until {
            Until::Steps(steps) => (Until::Steps(steps), None),
            Until::Time(time) => {
                let at = |share: f64| since + time.mul_f64(share);
                // What was made ready took its time from the first round.
                let begin = at(from).max(Instant::now());
                (Until::Time(at(search_to).saturating_duration_since(begin)), Some(at(judge_to)))
            }
        };
        from = judge_to;
        let seed = task.seed.wrapping_add((round as u64) << 32);
        let tell = |found: &Found| better(found.cost, made.placements(&found.answer));
        let found = search(&made.problem, &first, seed, until, stop, &tell);
        judged += found.judged;
        let mut answer = Judged::new(base.clone(), &made, &found.answer, seed);
        let tries =
            if let Until::Steps(steps) = task.until { (steps * LANES as u64 / 16) as usize } else { usize::MAX };
        answer.improve(tries, &|| stop.load(Ordering::Relaxed) || end.is_some_and(|end| Instant::now() >= end));
        let badness = answer.badness();
        if best.as_ref().is_none_or(|(known, _)| badness < *known) {
            best = Some((badness, answer));
        }
        if stop.load(Ordering::Relaxed) {
            break;
        }
    }
    best.map_or_else(Arranged::default, |(_, answer)| answer.answer(plan, before, judged))
}

/// Each round is a search and a judgement, until these parts of the time; the best of them is the answer.
const ROUNDS: [(f64, f64); 2] = [(0.38, 0.52), (0.82, 0.95)];

/// The open findings of each severity.
pub(super) fn counts(checker: &Checker) -> [usize; 4] {
    let all = checker.counts();
    [all[0], all[1], all[2], all[3]]
}

/// What a move weighs where as few as can be move: less than an error, more than any number of warnings that one move saves.
const MOVED: i64 = 2_000;

/// The sessions of a list, each once.
fn set(ids: &[SessionId]) -> BTreeSet<SessionId> {
    ids.iter().copied().collect()
}

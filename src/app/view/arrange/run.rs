//! A search on a thread of its own, with the best that it has found so far.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use egui::Context;

use crate::app::system::tasks::{Ended, Task, is_at_once};
use crate::arrange::Until;
use crate::arrange::fewest::{Fewest, How, broken_by, fewest, open};
use crate::arrange::happened::{Happened, strict};
use crate::arrange::plan::{self, Better, Wishes, arrange};
use crate::arrange::talks::{ArrangedTalks, TalkTask, arrange_talks};
use crate::check::{Checker, Finding};
use crate::exchange::incoming::votes::Votes;
use crate::model::{CivilTime, Placement, Plan, SessionId, Severity};
use crate::workbench::Generation;

use super::question::Aim;

/// What is to be searched for.
pub struct Order {
    pub plan: Plan,
    pub aim: Aim,
    pub wishes: Wishes,
    pub votes: Option<Arc<Votes>>,
    pub now: Option<CivilTime>,
    pub seed: u64,
    /// Moves that are to stay as they are.
    pub locked: Vec<(SessionId, Placement)>,
    /// How long, in seconds.
    pub secs: u64,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Which session goes where.
    pub moves: Vec<(SessionId, Placement)>,
    /// What finds no place, with what speaks against the best one.
    pub left: Vec<(SessionId, Vec<Finding>)>,
    /// What had happened.
    pub happened: Option<Happened>,
    /// Which talk is given where, if that was asked.
    pub talks: Option<ArrangedTalks>,
    /// What is known of how few moves there can be, where that was asked.
    pub bound: Option<Bound>,
}

/// How few moves there can be.
#[derive(Clone, Debug, Default)]
pub struct Bound {
    pub least: usize,
    pub is_proven: bool,
    /// Whether that is so beside moves that were locked.
    pub with_locked: bool,
    /// What needs a move of its own, each.
    pub reasons: Vec<Finding>,
    /// What no moves were found for.
    pub stays: Vec<Finding>,
}

/// The best so far, not yet judged in full.
#[derive(Clone, Debug)]
pub struct Sofar {
    cost: i64,
    pub moves: Vec<(SessionId, Placement)>,
    /// After how long it was found.
    pub after: Duration,
}

/// A search that goes on.
#[derive(Debug)]
pub struct Run {
    /// The state of the plan that it is for.
    pub generation: Generation,
    task: Task<Found>,
    since: Instant,
    /// How long it goes on.
    most: Duration,
    best: Arc<Mutex<Option<Sofar>>>,
    /// Whether it was asked to stop.
    pub is_stopping: bool,
}

/// Pictures and tests search for so many moves, so that the same events always give the same answer.
const STEPS: u64 = 1_500;

impl Run {
    /// Begins.
    pub fn start(ctx: &Context, generation: Generation, order: Order) -> Self {
        let best = Arc::new(Mutex::new(None));
        let most = Duration::from_secs(order.secs);
        let until = if is_at_once(ctx) { Until::Steps(STEPS) } else { Until::Time(most) };
        let (kept, repaint, since) = (Arc::clone(&best), ctx.clone(), Instant::now());
        let was = order.plan.clone();
        let better = move |cost: i64, mut moves: Vec<(SessionId, Placement)>| {
            let mut best = kept.lock().unwrap_or_else(PoisonError::into_inner);
            if best.as_ref().is_none_or(|known: &Sofar| cost < known.cost) {
                moves.retain(|(id, at)| was.sessions().get(*id).is_some_and(|row| row.placement.as_ref() != Some(at)));
                moves.sort_by_key(|(id, at)| (at.start, *id));
                *best = Some(Sofar { cost, moves, after: since.elapsed() });
                repaint.request_repaint();
            }
        };
        let task = Task::start(ctx, "arrange", move |stop| work(order, until, stop, &better));
        Self { generation, task, since, most, best, is_stopping: false }
    }

    /// Asks it to stop with the best so far.
    pub fn stop(&mut self) {
        self.is_stopping = true;
        self.task.stop();
    }

    /// What came of it, if it is done.
    pub fn poll(&self) -> Option<Result<Found, Ended>> {
        self.task.poll()
    }

    /// The best so far.
    pub fn best(&self) -> Option<Sofar> {
        self.best.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How long it has gone on, and how long it will, in seconds.
    pub fn seconds(&self) -> (f32, f32) {
        let most = self.most.as_secs_f32();
        (self.since.elapsed().as_secs_f32().min(most), most)
    }
}

fn work(order: Order, until: Until, stop: &AtomicBool, better: Better<'_>) -> Found {
    let Order { plan, aim, wishes, votes, now, seed, locked, .. } = order;
    let (what, happened) = match aim {
        Aim::Talks(among) => {
            let conflicts = votes.map(|votes| votes.talks.clone()).unwrap_or_default();
            let task = TalkTask { among, wishes, conflicts, now, seed, until };
            let arranged = arrange_talks(&plan, &task, stop, &|cost| better(cost, Vec::new()));
            return Found { talks: Some(arranged), ..Found::default() };
        }
        Aim::Place(what) => (Some(what), None),
        Aim::Mend(happened) => (None, happened),
    };
    let asked = strict(&plan, happened.as_ref(), now, &locked);
    let mut found = match what {
        Some(what) => {
            let conflicts = votes.map(|votes| votes.sessions.clone()).unwrap_or_default();
            let task = plan::Task { what, wishes, conflicts, now, fewest: false, seed, until };
            let arranged = arrange(&asked, &task, stop, better);
            Found { moves: arranged.moves, left: arranged.left, ..Found::default() }
        }
        None => {
            let broken = match &happened {
                Some(_) => broken_by(&plan, &asked),
                None => open(&Checker::new(&asked), Severity::Error),
            };
            let known: Fewest = fewest(&asked, &broken, How { seed, until, wishes }, stop, better);
            let bound = Bound {
                least: known.least + locked.len(),
                is_proven: known.is_proven(),
                with_locked: !locked.is_empty(),
                reasons: known.reasons,
                stays: known.proposal.left,
            };
            Found { moves: known.proposal.moves, bound: Some(bound), ..Found::default() }
        }
    };
    found.happened = happened;
    found.moves.extend(locked);
    found.moves.sort_by_key(|(id, at)| (at.start, *id));
    found
}

//! The search: from a first arrangement on by moves, of which also some that make it worse are taken, ever fewer.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::moves::Moves;
use super::problem::{Answer, Problem};
use super::random::Random;
use super::state::State;

/// How long a search goes on.
#[derive(Clone, Copy, Debug)]
pub enum Until {
    /// So many moves in each of [`LANES`] lanes: the same answer on every machine.
    Steps(u64),
    /// So long.
    Time(Duration),
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where everything is.
    pub answer: Answer,
    /// What that costs.
    pub cost: i64,
    /// How many moves were judged.
    pub judged: u64,
}

/// So many searches run side by side where the number of moves is given.
pub const LANES: usize = 4;

/// How many moves are made between two looks at the clock.
const STRETCH: u64 = 512;

/// The best arrangement found, from `first` on. `better` is told of each one that is better than all before.
pub fn search(
    problem: &Problem,
    first: &Answer,
    seed: u64,
    until: Until,
    stop: &AtomicBool,
    better: &(dyn Fn(&Found) + Sync),
) -> Found {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let lanes = match until {
        Until::Steps(_) => LANES,
        Until::Time(_) => cores,
    };
    let best = std::sync::Mutex::new(i64::MAX);
    let tell = |found: &Found| {
        let mut best = best.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if found.cost < *best {
            *best = found.cost;
            better(found);
        }
    };
    let next = std::sync::atomic::AtomicUsize::new(0);
    let results = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..cores.min(lanes) {
            scope.spawn(|| {
                loop {
                    let lane = next.fetch_add(1, Ordering::Relaxed);
                    if lane >= lanes {
                        break;
                    }
                    let found = Lane::new(problem, first, seed, lane as u64, until).run(stop, &tell);
                    results.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((found.cost, lane, found));
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    results.sort_by_key(|&(cost, lane, _)| (cost, lane));
    let judged = results.iter().map(|(.., found)| found.judged).sum();
    let best = results.into_iter().next().map(|(.., found)| found);
    best.map_or_else(|| Found { answer: first.clone(), cost: i64::MAX, judged }, |found| Found { judged, ..found })
}

struct Lane<'a> {
    moves: Moves<'a>,
    best: Found,
    /// Whether the arrangement at hand is better than [`Self::best`] and was not written down yet.
    is_new: bool,
    judged: u64,
    until: Until,
    since: Instant,
}

impl<'a> Lane<'a> {
    fn new(problem: &'a Problem, first: &Answer, seed: u64, lane: u64, until: Until) -> Self {
        let state = State::of(problem, first);
        let best = Found { answer: state.answer(), cost: state.cost, judged: 0 };
        let moves = Moves::new(state, Random::new(seed, lane));
        Self { moves, best, is_new: false, judged: 0, until, since: Instant::now() }
    }

    /// How far the search has come, from 0 to 1.
    fn share(&self) -> f64 {
        match self.until {
            Until::Steps(steps) => self.judged as f64 / steps.max(1) as f64,
            Until::Time(time) => self.since.elapsed().as_secs_f64() / time.as_secs_f64().max(0.001),
        }
    }

    fn run(mut self, stop: &AtomicBool, tell: &dyn Fn(&Found)) -> Found {
        self.begin(BEGIN, stop);
        let heat = self.warm();
        for (round, &(from, to)) in ROUNDS.iter().enumerate() {
            let mut hot = heat.hot;
            if round > 0 {
                self.back();
                if self.moves.is_lacking() {
                    self.begin(from + BEGIN * (to - from), stop);
                } else {
                    hot = heat.cold * (heat.hot / heat.cold).powf(REHEAT);
                }
            }
            loop {
                let share = self.share();
                if share >= to || stop.load(Ordering::Relaxed) {
                    break;
                }
                let done = ((share - from) / (to - from)).clamp(0.0, 1.0);
                let heat = hot * (heat.cold / hot).powf(done);
                for _ in 0..STRETCH {
                    self.one(heat);
                }
                self.note(tell);
            }
        }
        self.note(tell);
        Found { judged: self.judged, ..self.best }
    }

    /// Back to the best arrangement.
    fn back(&mut self) {
        self.keep();
        let random = self.moves.random.clone();
        self.moves = Moves::new(State::of(self.moves.state.problem, &self.best.answer), random);
    }

    /// One move, taken if it is better, and by lot, the hotter the more often, if it is not.
    fn one(&mut self, heat: f64) {
        self.judged += 1;
        let before = self.moves.state.cost;
        if !self.moves.step() {
            return;
        }
        let worse = self.moves.state.cost - before;
        if worse <= 0 {
            self.is_new |= self.moves.state.cost < self.best.cost;
        } else if self.moves.random.share() < (-(worse as f64) / heat).exp() {
            if self.is_new {
                // Before the best arrangement is left, it is written down instead.
                self.moves.undo();
                self.keep();
            }
        } else {
            self.moves.undo();
        }
        if self.is_new && self.moves.state.cost < self.best.cost {
            self.best.cost = self.moves.state.cost;
        }
    }

    /// Writes the best arrangement down, if that was not done.
    fn keep(&mut self) {
        if self.is_new {
            self.best = Found { answer: self.moves.state.answer(), cost: self.moves.state.cost, judged: self.judged };
            self.is_new = false;
        }
    }

    /// Tells of the best arrangement; who hears it knows whether it is new.
    fn note(&mut self, tell: &dyn Fn(&Found)) {
        self.keep();
        tell(&self.best);
    }

    /// Finds something to go on from: where everything fits in barely, not every beginning does.
    fn begin(&mut self, to: f64, stop: &AtomicBool) {
        self.descend(to, stop);
        for _ in 0..BEGINNINGS {
            if !self.moves.is_lacking() || self.share() > to || stop.load(Ordering::Relaxed) {
                break;
            }
            self.keep();
            let random = self.moves.random.clone();
            self.moves = Moves::new(State::new(self.moves.state.problem), random);
            self.descend(to, stop);
        }
        self.back();
    }

    /// Takes only what is better, until this part of the time.
    fn descend(&mut self, to: f64, stop: &AtomicBool) {
        let count = self.moves.state.problem.items.len() as u64;
        for at in 0..count * 200 {
            if at % STRETCH == 0 && (self.share() > to || stop.load(Ordering::Relaxed)) {
                break;
            }
            self.one(0.01);
        }
    }

    /// How much worse moves are as a rule: from that follow the first and the last heat.
    fn warm(&mut self) -> Heat {
        let mut worse: Vec<i64> = Vec::new();
        for _ in 0..4096 {
            let before = self.moves.state.cost;
            if self.moves.step() {
                let by = self.moves.state.cost - before;
                self.moves.undo();
                if by > 0 {
                    worse.push(by);
                }
            }
        }
        worse.sort_unstable();
        let at = |share: f64| worse.get((worse.len() as f64 * share) as usize).copied().unwrap_or(1) as f64;
        let cold = (at(0.0) / 8.0).max(1e-3);
        Heat { hot: (at(HOT) * 0.5).max(cold * 4.0), cold }
    }
}

/// So many beginnings are tried where something is left out that could be somewhere, in so much of the time.
const BEGINNINGS: usize = 60;
const BEGIN: f64 = 0.12;
/// So many of the moves that make it worse make it less worse than the first heat is made for.
const HOT: f64 = 0.3;
/// How far each later round begins from the last heat towards the first.
const REHEAT: f64 = 0.6;
/// From where to where of the time each round goes.
const ROUNDS: [(f64, f64); 3] = [(0.0, 0.6), (0.6, 0.8), (0.8, 1.0)];

/// How much worse an arrangement may become: at first, and in the end.
#[derive(Clone, Copy, Debug)]
struct Heat {
    hot: f64,
    cold: f64,
}

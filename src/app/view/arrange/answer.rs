//! An answer: its moves row by row, which of them are to be taken, and what the rules say of that. It is judged on a thread,
//! anew whenever a tick or the plan changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::Context;

use crate::app::context::ViewContext;
use crate::app::system::tasks::Task;
use crate::arrange::happened::{Happened, strict};
use crate::check::{Checker, Finding};
use crate::edit::Command;
use crate::model::{Patch, Placement, Plan, Session, SessionId, Severity, Status};
use crate::workbench::Generation;

use super::run::{Bound, Found};

/// A session that goes elsewhere: to a place, or to the tray.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub session: SessionId,
    pub to: Option<Placement>,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The state of the plan that it was found for.
    pub generation: Generation,
    pub happened: Option<Happened>,
    pub bound: Option<Bound>,
    pub rows: Vec<Row>,
    /// What found no place, with what speaks against the best one.
    pub left: Vec<(SessionId, Vec<Finding>)>,
    pub ticked: BTreeSet<SessionId>,
    /// What stays as it is here when another answer is looked for.
    pub locked: BTreeSet<SessionId>,
    /// Whether it was taken: what is done then leaves it.
    pub is_taken: bool,
    /// Another number whenever something else is ticked.
    ticks: u64,
    followed: Option<Generation>,
    judging: Option<(Key, Task<Judgement>)>,
    judged: Option<(Key, Arc<Judgement>)>,
}

/// For which state of the plan, and which ticks.
type Key = (Generation, u64);

/// What the rules say of what is ticked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// Each rule that has open findings: how bad it is, how many it has without the moves, and how many with them.
    pub rules: Vec<(&'static str, Severity, usize, usize)>,
    /// What each row is for, by session: what would be broken without it, or what stays broken because it is not ticked.
    pub why: BTreeMap<SessionId, Finding>,
}

/// So many rows are asked what they are for.
const MOST_ASKED: usize = 400;

impl Answer {
    /// Of what was found; everything in it is ticked.
    pub fn new(plan: &Plan, found: Found, generation: Generation) -> Self {
        let moved = found.moves.into_iter().map(|(session, at)| Row { session, to: Some(at) });
        let is_placed = |id: SessionId| plan.sessions().get(id).is_some_and(|row| row.placement.is_some());
        let trayed = found.left.iter().filter(|(id, _)| is_placed(*id)).map(|&(session, _)| Row { session, to: None });
        let rows: Vec<Row> = moved.chain(trayed).collect();
        Self {
            generation,
            happened: found.happened,
            bound: found.bound,
            ticked: rows.iter().map(|row| row.session).collect(),
            rows,
            left: found.left,
            locked: BTreeSet::new(),
            is_taken: false,
            ticks: 0,
            followed: None,
            judging: None,
            judged: None,
        }
    }

    /// Forgets what is no longer there, must not move any more, or is done; whether anything is left to look at.
    pub fn follow(&mut self, plan: &Plan, now: Generation) -> bool {
        if self.followed.replace(now) == Some(now) {
            return true;
        }
        let may = |id: SessionId| plan.sessions().get(id).is_some_and(|session| !session.keeps_place());
        self.rows.retain(|row| may(row.session));
        self.left.retain(|(id, _)| may(*id));
        if self.is_taken {
            let place = |id: SessionId| plan.sessions().get(id).and_then(|session| session.placement.as_ref());
            self.rows.retain(|row| place(row.session) != row.to.as_ref());
        }
        let there: BTreeSet<SessionId> = self.rows.iter().map(|row| row.session).collect();
        self.ticked.retain(|id| there.contains(id));
        self.locked.retain(|id| there.contains(id));
        !self.is_taken || !self.rows.is_empty()
    }

    /// Ticks a row, or does not any more.
    pub fn tick(&mut self, id: SessionId) {
        if !self.ticked.remove(&id) {
            self.ticked.insert(id);
        }
        self.ticks += 1;
    }

    /// Changes whenever something else is ticked, or goes elsewhere.
    pub fn ticks(&self) -> u64 {
        self.ticks
    }

    /// The plan with what is ticked, and with the move of this session; what has happened is strict in it.
    pub fn plan_with(&self, plan: &Plan, id: SessionId) -> Plan {
        let mut later = strict(plan, self.happened.as_ref(), None, &[]);
        let patch = moves(&later, &self.rows, |row| row == id || self.ticked.contains(&row), false);
        let _ = later.apply(&patch);
        later
    }

    /// A session goes here instead, and stays there when another answer is looked for.
    pub fn send(&mut self, id: SessionId, to: Placement) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.session == id) {
            row.to = Some(to);
            self.left.retain(|(left, _)| *left != id);
            self.ticked.insert(id);
            self.locked.insert(id);
            self.ticks += 1;
        }
    }

    /// Whether another answer moves the same to the same places.
    pub fn is_like(&self, other: &Self) -> bool {
        let places = |answer: &Self| -> BTreeMap<SessionId, Option<Placement>> {
            answer.rows.iter().map(|row| (row.session, row.to.clone())).collect()
        };
        places(self) == places(other)
    }

    /// The moves that are locked.
    pub fn locked_moves(&self) -> Vec<(SessionId, Placement)> {
        let locked = self.rows.iter().filter(|row| self.locked.contains(&row.session));
        locked.filter_map(|row| Some((row.session, row.to.clone()?))).collect()
    }

    /// What is ticked, as one step, with what has happened; `None` where that changes nothing.
    pub fn command(&self, plan: &Plan, is_provisional: bool) -> Option<Command> {
        let happened = self.happened.as_ref().map(|happened| happened.patch(plan)).unwrap_or_default();
        let mut later = plan.clone();
        later.apply(&happened).ok()?;
        later.apply(&moves(&later, &self.rows, |id| self.ticked.contains(&id), is_provisional)).ok()?;
        let patch = Patch::between(plan, &later);
        (!patch.is_empty()).then(|| Command::Take(Box::new(patch)))
    }

    /// What the rules say of it now; nothing while that is worked out. To be called in each frame.
    pub fn judgement(&mut self, ctx: &Context, cx: &ViewContext<'_>) -> Option<Arc<Judgement>> {
        let key = (cx.workbench.generation(), self.ticks);
        if let Some(done) = self.judging.as_ref().and_then(|(_, task)| task.poll()) {
            let of = self.judging.take().map(|(of, _)| of);
            self.judged = of.zip(done.ok().map(Arc::new));
        }
        let is_known = self.judged.as_ref().is_some_and(|(of, _)| *of == key);
        let is_coming = self.judging.as_ref().is_some_and(|(of, _)| *of == key);
        if !is_known && !is_coming {
            let (plan, rows, ticked) = (cx.plan.clone(), self.rows.clone(), self.ticked.clone());
            let happened = self.happened.clone();
            let work = move |stop: &AtomicBool| judge(&plan, happened.as_ref(), (&rows, &ticked), stop);
            self.judging = Some((key, Task::start(ctx, "judge answer", work)));
        }
        // A tick older than a moment is better than nothing.
        self.judged.as_ref().map(|(_, judgement)| Arc::clone(judgement))
    }
}

/// What some rows do to a plan.
fn moves(plan: &Plan, rows: &[Row], is_meant: impl Fn(SessionId) -> bool, is_provisional: bool) -> Patch {
    let mut patch = Patch::default();
    for row in rows.iter().filter(|row| is_meant(row.session)) {
        let Some(session) = plan.sessions().get(row.session).filter(|session| !session.keeps_place()) else { continue };
        let mut session = Session::clone(session);
        match &row.to {
            Some(_) => session.placement.clone_from(&row.to),
            None => session.unschedule(),
        }
        if is_provisional && session.status == Status::Confirmed {
            session.status = Status::Provisional;
        }
        patch.put(plan, session);
    }
    patch
}

/// What the rules say with these rows taken, and what each of them is for.
fn judge(
    plan: &Plan,
    happened: Option<&Happened>,
    (rows, ticked): (&[Row], &BTreeSet<SessionId>),
    stop: &AtomicBool,
) -> Judgement {
    let mut before = plan.clone();
    let _ = before.apply(&happened.map(|happened| happened.patch(plan)).unwrap_or_default());
    let was = Checker::new(&before);
    let mut later = before.clone();
    let _ = later.apply(&moves(&before, rows, |id| ticked.contains(&id), false));
    let mut checker = Checker::new(&later);
    let mut rules: BTreeMap<&'static str, (Severity, usize, usize)> = BTreeMap::new();
    for (of, is_later) in [(&was, false), (&checker, true)] {
        for finding in of.findings().filter(|finding| finding.is_open()) {
            let line = rules.entry(finding.rule).or_insert((finding.severity, 0, 0));
            line.0 = line.0.max(finding.severity);
            if is_later { line.2 += 1 } else { line.1 += 1 }
        }
    }
    let mut rules: Vec<_> = rules.into_iter().map(|(rule, (severity, was, is))| (rule, severity, was, is)).collect();
    // What changes comes first, the worst of it at the top.
    rules.sort_by_key(|&(rule, severity, was, is)| (was == is, std::cmp::Reverse(severity), rule));
    let mut why = BTreeMap::new();
    for row in rows.iter().take(MOST_ASKED) {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let is_ticked = ticked.contains(&row.session);
        let mut patch = Patch::default();
        if is_ticked {
            if let Some(session) = before.sessions().get(row.session) {
                patch.put(&later, Session::clone(session));
            }
        } else {
            patch = moves(&later, rows, |id| id == row.session, false);
        }
        let outcome = checker.what_if(&later, &patch);
        let told = if is_ticked { outcome.caused } else { outcome.solved };
        let names_it = |finding: &&Finding| finding.sessions.contains(&row.session);
        if let Some(finding) = told.iter().find(names_it).or(told.first()) {
            why.insert(row.session, finding.clone());
        }
    }
    Judgement { rules, why }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    #[test]
    fn what_is_ticked_is_told_what_it_is_for_and_what_is_not_what_stays_broken() {
        let plan = Template::Wtdc25.plan();
        let (room, day) = ("room-b".parse().unwrap(), "2025-11-20".parse().unwrap());
        let happened = Happened::RoomLost(room, day, day);
        let lost: SessionId = "S41".parse().unwrap();
        let at = plan.sessions().get(lost).unwrap().placement.clone().unwrap();
        let to = Placement { rooms: vec!["room-a".parse().unwrap()], ..at };
        let rows = [Row { session: lost, to: Some(to) }];
        for ticked in [true, false] {
            let ticks = if ticked { [lost].into() } else { BTreeSet::new() };
            let found = judge(&plan, Some(&happened), (&rows, &ticks), &AtomicBool::new(false));
            assert_eq!(found.why[&lost].rule, "room-closed");
            let closed = found.rules.iter().find(|(rule, ..)| *rule == "room-closed").unwrap();
            assert_eq!((closed.2, closed.3), (1, usize::from(!ticked)));
        }
    }
}

//! Talks among sessions: which talk is given in which session, and when. Sessions stay where they are; their talks, items of their
//! agendas, change places so that nobody speaks in two rooms at once, like topics come together, and everything fits.

mod made;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::atomic::AtomicBool;

use crate::check::Checker;
use crate::model::agenda::{self, Agendas, Taken};
use crate::model::{
    AgendaItem, AgendaItemId, CivilTime, EventId, ItemKind, Kind, Patch, Plan, Session, SessionId, Status,
};

use super::plan::{Wishes, counts};
use super::search::{Until, search};
use made::Made;

/// Of which sessions the talks are arranged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Among {
    /// Those of an event that have talks, and others of their kind that have none yet.
    Event(EventId),
    /// These, also such as have none yet.
    Sessions(Vec<SessionId>),
}

/// What is to be arranged, and how.
#[derive(Clone, Debug)]
pub struct TalkTask {
    /// Of which sessions.
    pub among: Among,
    /// What counts: that talks stay in their sessions ([`Wishes::keep`]).
    pub wishes: Wishes,
    /// How many people would like to hear both of two talks.
    pub conflicts: Vec<(AgendaItemId, AgendaItemId, u32)>,
    /// Sessions that begin before this stay as they are, on the clock of their event.
    pub now: Option<CivilTime>,
    /// Another seed gives another answer.
    pub seed: u64,
    /// How long to search.
    pub until: Until,
}

/// Where a talk is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// The talk.
    pub talk: AgendaItemId,
    /// In which session.
    pub session: SessionId,
    /// So many seconds after the session begins.
    pub at_secs: i64,
    /// Whether it begins then whatever comes before it: who gives it speaks elsewhere until then.
    pub is_fixed: bool,
}

/// An arrangement of talks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArrangedTalks {
    /// The talks that change their session or their place among the others, by session and time.
    pub moves: Vec<Given>,
    /// Talks that find no place in any session; they stay where they are.
    pub left: Vec<AgendaItemId>,
    /// How many open findings there were, by `Severity as usize`, and how many there are when all moves are done.
    pub counts: [[usize; 4]; 2],
    /// How many moves were judged.
    pub judged: u64,
}

/// The sessions whose talks can be arranged: they have a place that is still to come, and an agenda that is no fixed one.
#[must_use]
pub fn sessions(plan: &Plan, among: &Among, now: Option<CivilTime>) -> Vec<SessionId> {
    let talks = plan.items().iter().filter(|item| item.kind == ItemKind::Talk);
    let with_talks = talks.filter_map(|item| plan.sessions().get(item.session));
    let kinds: HashSet<(EventId, Kind)> = with_talks.map(|session| (session.event, session.called())).collect();
    let is_meant = |session: &Session| match among {
        Among::Event(event) => session.event == *event && kinds.contains(&(*event, session.called())),
        Among::Sessions(ids) => ids.contains(&session.id),
    };
    let is_to_come = |session: &Session| {
        session.placement.as_ref().is_some_and(|at| now.is_none_or(|now| at.start >= now)) && session.held.is_none()
    };
    let may = |session: &Session| {
        is_meant(session)
            && is_to_come(session)
            && session.status != Status::Cancelled
            && agenda::adopted(plan, session.id).is_none()
    };
    plan.sessions().iter().filter(|session| may(session)).map(|session| session.id).collect()
}

/// How many talks can be arranged.
#[must_use]
pub fn count(plan: &Plan, among: &Among, now: Option<CivilTime>) -> usize {
    let sessions: BTreeSet<SessionId> = sessions(plan, among, now).into_iter().collect();
    let is_meant =
        |item: &AgendaItem| item.kind == ItemKind::Talk && item.level == 0 && sessions.contains(&item.session);
    plan.items().iter().filter(|item| is_meant(item)).count()
}

/// Arranges the talks of sessions among these. `better` is told of the cost of each arrangement that is better than all before;
/// `stop` ends the search with the best so far.
#[must_use]
pub fn arrange_talks(plan: &Plan, task: &TalkTask, stop: &AtomicBool, better: &(dyn Fn(i64) + Sync)) -> ArrangedTalks {
    let before = counts(&Checker::new(plan));
    let made = Made::new(plan, &sessions(plan, &task.among, task.now), task);
    if made.talks.is_empty() {
        return ArrangedTalks { counts: [before; 2], ..ArrangedTalks::default() };
    }
    let found = search(&made.problem, &made.now, task.seed, task.until, stop, &|found| better(found.cost));
    let mut arranged = ArrangedTalks { judged: found.judged, ..ArrangedTalks::default() };
    for (talk, given) in made.talks.iter().zip(made.given(&found.answer)) {
        match given {
            Some(given) => arranged.moves.push(given),
            None => arranged.left.push(talk.id),
        }
    }
    arranged.moves.sort_by_key(|given| (given.session, given.at_secs, given.talk));
    // Who comes to the place that it has among the others does not move.
    let after = placed(plan, &arranged.moves);
    let was = agendas(plan, after.keys().copied());
    let follows = |all: &BTreeMap<SessionId, Vec<Taken>>, session: SessionId, talk: AgendaItemId| {
        let taken = all.get(&session)?;
        let at = taken.iter().position(|taken| taken.row() == talk.into())?;
        Some(at.checked_sub(1).map(|before| taken[before].row()))
    };
    arranged.moves.retain(|given| {
        let stays = plan.items().get(given.talk).is_some_and(|item| item.session == given.session);
        !stays
            || given.is_fixed
            || follows(&was, given.session, given.talk) != follows(&after, given.session, given.talk)
    });
    let mut arranged_plan = plan.clone();
    let after =
        if arranged_plan.apply(&arranged.patch(plan)).is_ok() { counts(&Checker::new(&arranged_plan)) } else { before };
    arranged.counts = [before, after];
    arranged
}

impl ArrangedTalks {
    /// What it changes.
    #[must_use]
    pub fn patch(&self, plan: &Plan) -> Patch {
        patch_of(plan, &self.moves)
    }
}

/// What these moves change: talks come where their time says, together with what stands below them; everything else keeps its
/// order.
#[must_use]
pub fn patch_of(plan: &Plan, moves: &[Given]) -> Patch {
    let mut patch = Patch::default();
    for (session, taken) in placed(plan, moves) {
        for (order, taken) in (1..).map(|place: i32| place.saturating_mul(10)).zip(taken) {
            match taken {
                Taken::Item(was) => {
                    let given = moves.iter().find(|given| given.talk == was.id && given.is_fixed);
                    let begins = given.and_then(|given| u32::try_from(given.at_secs.div_euclid(60)).ok());
                    let item = AgendaItem { session, order, fixed_mins: begins.or(was.fixed_mins), ..(*was).clone() };
                    if item != *was {
                        patch.put(plan, item);
                    }
                }
                Taken::Statement(row) if row.order != order => {
                    patch.put(plan, crate::model::Statement { order, ..(*row).clone() });
                }
                Taken::Statement(_) => {}
            }
        }
    }
    patch
}

/// What sessions take, in its order.
fn agendas(plan: &Plan, sessions: impl Iterator<Item = SessionId>) -> BTreeMap<SessionId, Vec<Taken>> {
    let all = Agendas::new(plan);
    sessions.map(|session| (session, agenda::taken(plan, &all, session))).collect()
}

/// What each session that these moves touch takes afterwards, in its order.
fn placed(plan: &Plan, moves: &[Given]) -> BTreeMap<SessionId, Vec<Taken>> {
    // Both may be gone meanwhile.
    let is_there = |given: &&Given| plan.items().contains(given.talk) && plan.sessions().contains(given.session);
    let moves = || moves.iter().filter(is_there);
    let to: BTreeMap<AgendaItemId, &Given> = moves().map(|given| (given.talk, given)).collect();
    let from = moves().filter_map(|given| plan.items().get(given.talk)).map(|item| item.session);
    let touched: BTreeSet<SessionId> = from.chain(moves().map(|given| given.session)).collect();
    let mut found: BTreeMap<SessionId, Vec<(i64, Taken)>> = touched.iter().map(|&id| (id, Vec::new())).collect();
    for (session, taken) in agendas(plan, touched.iter().copied()) {
        let dues = agenda::times(plan.sessions().get(session).map(|row| &**row), &taken).dues;
        let first = taken.iter().position(is_talk).unwrap_or(taken.len());
        let last = taken.iter().rposition(is_talk).unwrap_or(taken.len());
        let mut group: Option<(SessionId, i64)> = None;
        for (at, (taken, due)) in taken.into_iter().zip(dues).enumerate() {
            let given = taken.item().and_then(|item| to.get(&item.id));
            let is_fixed = taken.slot().fixed_secs.is_some();
            // What stands below a talk goes where it goes.
            let place = match (given, group) {
                (Some(given), _) => (given.session, given.at_secs),
                (None, Some(group)) if taken.level() > 0 => group,
                (None, _) if at < first && !is_fixed => (session, -1),
                (None, _) if at > last && !is_fixed => (session, i64::MAX),
                (None, _) => (session, due.start_secs),
            };
            group = Some(place);
            if let Some(list) = found.get_mut(&place.0) {
                list.push((place.1, taken));
            }
        }
    }
    let in_order = |mut list: Vec<(i64, Taken)>| {
        list.sort_by_key(|(at, _)| *at);
        list.into_iter().map(|(_, taken)| taken).collect()
    };
    found.into_iter().map(|(session, list)| (session, in_order(list))).collect()
}

/// Whether an item is a talk that can be given at another time.
fn is_movable(item: &AgendaItem) -> bool {
    item.kind == ItemKind::Talk && item.level == 0 && item.fixed_mins.is_none()
}

fn is_talk(taken: &Taken) -> bool {
    taken.item().is_some_and(|item| is_movable(item))
}

#[cfg(test)]
mod tests;

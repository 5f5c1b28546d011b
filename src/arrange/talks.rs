//! Talks among sessions: which talk is given in which session, and when. Sessions stay where they are; their talks, items of their
//! agendas, change places so that nobody speaks in two rooms at once, like topics come together, and everything fits.

mod made;
mod standing;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::atomic::AtomicBool;

use crate::check::Checker;
use crate::model::agenda::{self, Agendas, Taken};
use crate::model::{
    AgendaItem, AgendaItemId, CivilTime, EventId, ItemKind, Kind, Patch, Plan, RowId, Session, SessionId, Statement,
    Status,
};

use super::plan::{Wishes, counts};
use super::search::{Until, search};
use made::Made;
use standing::{Place, Role, Standing, is_movable};

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

impl Given {
    /// When that is on the clock of the event; `None` where the session has no place.
    #[must_use]
    pub fn time(&self, plan: &Plan) -> Option<CivilTime> {
        let start = plan.sessions().get(self.session)?.placement.as_ref()?.start;
        Some(start.plus_mins(i32::try_from(self.at_secs.div_euclid(60)).ok()?))
    }
}

/// An arrangement of talks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArrangedTalks {
    /// Where each talk is given that found a place.
    given: Vec<Given>,
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
    let is_meant = |item: &AgendaItem| is_movable(item) && sessions.contains(&item.session);
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
            Some(given) => arranged.given.push(given),
            None => arranged.left.push(talk.id),
        }
    }
    arranged.given.sort_by_key(|given| (given.session, given.at_secs, given.talk));
    // Who stays in its session, and behind the same one of those that stay there, does not move.
    let (was, after) = (now_taken(plan, &arranged.given), placed(plan, &arranged.given));
    let follows = |all: &BTreeMap<SessionId, Vec<Taken>>, others: &BTreeMap<SessionId, Vec<Taken>>, given: &Given| {
        let rows = |all: &BTreeMap<SessionId, Vec<Taken>>| -> Vec<RowId> {
            all.get(&given.session).map(|taken| taken.iter().map(Taken::row).collect()).unwrap_or_default()
        };
        let (mut own, others) = (rows(all), rows(others));
        own.retain(|row| others.contains(row));
        let at = own.iter().position(|row| *row == given.talk.into())?;
        Some(at.checked_sub(1).map(|before| own[before]))
    };
    let moves = |given: &&Given| {
        let stays = plan.items().get(given.talk).is_some_and(|item| item.session == given.session);
        !stays || given.is_fixed || follows(&was, &after, given) != follows(&after, &was, given)
    };
    arranged.moves = arranged.given.iter().filter(moves).copied().collect();
    let mut later = plan.clone();
    let is_later = later.apply(&arranged.patch(plan)).is_ok();
    arranged.counts = [before, if is_later { counts(&Checker::new(&later)) } else { before }];
    arranged
}

impl ArrangedTalks {
    /// What it changes.
    #[must_use]
    pub fn patch(&self, plan: &Plan) -> Patch {
        self.patch_of(plan, &|_| true)
    }

    /// What it changes where of the moves only these are done: the other talks stay.
    #[must_use]
    pub fn patch_of(&self, plan: &Plan, is_done: &dyn Fn(AgendaItemId) -> bool) -> Patch {
        let is_move = |given: &Given| self.moves.iter().any(|moved| moved.talk == given.talk);
        let done: Vec<Given> =
            self.given.iter().filter(|given| is_done(given.talk) || !is_move(given)).copied().collect();
        patch_of(plan, &done)
    }
}

/// What talks at these places change; everything else keeps its order.
fn patch_of(plan: &Plan, given: &[Given]) -> Patch {
    let fixed: BTreeMap<AgendaItemId, u32> = given
        .iter()
        .filter(|given| given.is_fixed)
        .filter_map(|given| Some((given.talk, u32::try_from((given.at_secs + 59).div_euclid(60)).ok()?)))
        .collect();
    let was = now_taken(plan, given);
    let mut patch = Patch::default();
    for (session, taken) in placed(plan, given) {
        let rows = |taken: &[Taken]| taken.iter().map(Taken::row).collect::<Vec<_>>();
        let is_fixed = |taken: &Taken| taken.item().is_some_and(|item| fixed.contains_key(&item.id));
        if was.get(&session).is_some_and(|was| rows(was) == rows(&taken)) && !taken.iter().any(is_fixed) {
            continue;
        }
        for (order, taken) in (1..).map(|place: i32| place.saturating_mul(10)).zip(taken) {
            match taken {
                Taken::Item(was) => {
                    let fixed_mins = fixed.get(&was.id).copied().or(was.fixed_mins);
                    let item = AgendaItem { session, order, fixed_mins, ..(*was).clone() };
                    if item != *was {
                        patch.put(plan, item);
                    }
                }
                Taken::Statement(row) if row.order != order => {
                    patch.put(plan, Statement { order, ..(*row).clone() });
                }
                Taken::Statement(_) => {}
            }
        }
    }
    patch
}

/// The sessions that talks leave and come to.
fn touched(plan: &Plan, given: &[Given]) -> BTreeSet<SessionId> {
    let from = given.iter().filter_map(|given| plan.items().get(given.talk)).map(|item| item.session);
    from.chain(given.iter().map(|given| given.session)).filter(|&id| plan.sessions().contains(id)).collect()
}

/// What each session that these talks leave or come to takes now, in its order.
fn now_taken(plan: &Plan, given: &[Given]) -> BTreeMap<SessionId, Vec<Taken>> {
    let all = Agendas::new(plan);
    touched(plan, given).into_iter().map(|session| (session, agenda::taken(plan, &all, session))).collect()
}

/// What each session that these talks leave or come to takes afterwards, in its order.
fn placed(plan: &Plan, given: &[Given]) -> BTreeMap<SessionId, Vec<Taken>> {
    // Both may be gone meanwhile.
    let is_there = |given: &&Given| plan.items().contains(given.talk) && plan.sessions().contains(given.session);
    let to: BTreeMap<AgendaItemId, &Given> = given.iter().filter(is_there).map(|given| (given.talk, given)).collect();
    let now = now_taken(plan, given);
    let mut found: BTreeMap<SessionId, Vec<(Place, Taken)>> = now.keys().map(|&id| (id, Vec::new())).collect();
    for (session, taken) in now {
        let Some(row) = plan.sessions().get(session) else { continue };
        let standing = Standing::new(row, taken);
        let places = standing.places();
        for (at, taken) in standing.taken.iter().enumerate() {
            // What goes with a talk goes where it goes.
            let talk = if let Role::With(talk) = standing.roles[at] { talk } else { at };
            let given = standing.taken[talk].item().and_then(|item| to.get(&item.id));
            let (session, place) = given.map_or((session, places[at]), |given| (given.session, (given.at_secs, 2)));
            if let Some(list) = found.get_mut(&session) {
                list.push((place, taken.clone()));
            }
        }
    }
    let in_order = |mut list: Vec<(Place, Taken)>| {
        list.sort_by_key(|(place, _)| *place);
        list.into_iter().map(|(_, taken)| taken).collect()
    };
    found.into_iter().map(|(session, list)| (session, in_order(list))).collect()
}

#[cfg(test)]
mod tests;

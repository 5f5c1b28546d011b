//! *Later ones follow*: a session that moves or gets longer takes along what comes after it.
//!
//! What follows are the sessions of the same event that begin after it on the same day, in any of its rooms; where it has
//! no room, those of its bodies; after a break, all of them. Who has further rooms takes along what comes after it there.
//! Breaks, pinned sessions and what has been opened stay and stop it, and so does the end of the event's hours: what follows eats up the gaps
//! before them, and goes no further. Nothing follows over midnight.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::{CivilTime, DAY_MINS, Placement, Plan, Session, SessionId, SessionKind, Status};

use super::placing;

/// What moves, and what stopped it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Following {
    /// Where sessions come to be: those that were meant, then those that follow, in the order of time.
    pub moves: Vec<(SessionId, Placement)>,
    /// So many of them were meant.
    pub meant: usize,
    /// What did not let all of it pass.
    pub stop: Option<Stop>,
}

/// What stopped those that follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// What stays.
    pub by: Halt,
    /// When that is.
    pub at: CivilTime,
    /// So many minutes of what was meant find no room before it; 0 where shorter gaps were enough.
    pub over_mins: i32,
}

/// What stays and stops the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halt {
    /// A break, or a session that keeps its place.
    Session(SessionId),
    /// The end of the event's hours.
    Hours,
}

/// The sessions that are held on a day, as somebody knows them; none twice.
pub type Held<'a> = dyn Fn(NaiveDate) -> Vec<SessionId> + 'a;

/// Gives sessions these placements and lets later ones follow.
#[must_use]
pub fn following(plan: &Plan, held: &Held<'_>, moves: Vec<(SessionId, Placement)>) -> Following {
    let mut known: BTreeSet<SessionId> = moves.iter().map(|&(id, _)| id).collect();
    let mut out = Following { meant: moves.len(), moves, stop: None };
    let mut movers = out.moves.clone();
    movers.sort_by_key(|(id, _)| (plan.sessions().get(*id).and_then(|row| row.span()).map(|span| span.start), *id));
    for (id, at) in &movers {
        let Some(session) = plan.sessions().get(*id) else { continue };
        let Some(push) = Push::new(session, at) else { continue };
        let day = held(at.start.date());
        let placed = day.into_iter().filter(|other| !known.contains(other)).filter_map(|other| Entry::new(plan, other));
        let mut day: Vec<Entry<'_>> = placed
            .filter(|entry| entry.session.event == session.event && entry.session.status != Status::Cancelled)
            .filter(|entry| entry.at.start.date() == at.start.date())
            .collect();
        day.sort_by_key(|entry| (entry.at.start, entry.session.id));
        let end_of_hours = end_of_hours(plan, session, at.start.date());
        let (pushed, stop) = push.carry(&day, (session, at), end_of_hours);
        let stays = |(id, at): &(SessionId, Placement)| {
            plan.sessions().get(*id).is_some_and(|row| row.placement.as_ref() == Some(at))
        };
        for each in pushed.into_iter().filter(|each| !stays(each)) {
            known.insert(each.0);
            out.moves.push(each);
        }
        out.stop = out.stop.or(stop);
    }
    out
}

/// Sessions, and what comes after each of them, so many minutes later; earlier where they are negative.
#[must_use]
pub fn from_here_on(plan: &Plan, held: &Held<'_>, ids: &[SessionId], mins: i32) -> Following {
    let placed = ids.iter().filter_map(|&id| Some((id, plan.sessions().get(id)?.placement.as_ref()?)));
    following(plan, held, placed.map(|(id, at)| (id, placing::shifted(at, mins))).collect())
}

/// When the hours of a session's event end on a day.
fn end_of_hours(plan: &Plan, session: &Session, day: NaiveDate) -> CivilTime {
    let hours = plan.events().get(session.event).and_then(|event| event.hours);
    CivilTime::midnight(day).plus_mins(hours.map_or(DAY_MINS, |hours| i32::from(hours.to_min)))
}

/// A session with its placement.
#[derive(Clone, Copy)]
struct Entry<'a> {
    session: &'a Session,
    at: &'a Placement,
}

impl<'a> Entry<'a> {
    fn new(plan: &'a Plan, id: SessionId) -> Option<Self> {
        let session = plan.sessions().get(id)?;
        Some(Self { session, at: session.placement.as_ref()? })
    }

    /// Whether it can not be held at the same time as another: they share a room, or a body where one has no room.
    fn meets(&self, other: &Self) -> bool {
        self.shares(other.session, other.at)
    }

    fn shares(&self, session: &Session, at: &Placement) -> bool {
        if self.at.rooms.is_empty() || at.rooms.is_empty() {
            return self.session.bodies.iter().any(|body| session.bodies.contains(body));
        }
        self.at.rooms.iter().any(|room| at.rooms.contains(room))
    }
}

/// By how much those that begin from a time on are pushed.
struct Push {
    from: CivilTime,
    /// Where room is only made for a newcomer, as much as the first of them needs.
    by: Amount,
}

enum Amount {
    Mins(i32),
    Needed,
}

impl Push {
    /// What a session pushes that goes there; `None` where its end stays.
    fn new(session: &Session, to: &Placement) -> Option<Self> {
        let was = session.placement.as_ref();
        let stays = |was: &&Placement| was.rooms == to.rooms && was.start.date() == to.start.date();
        Some(match was.filter(stays) {
            Some(was) => {
                let mins = to.end().mins_since(was.end());
                (mins != 0).then_some(Self { from: was.end(), by: Amount::Mins(mins) })?
            }
            None => Self { from: to.start, by: Amount::Needed },
        })
    }

    /// Where the sessions of a day come to be that follow `mover`, and what stops them.
    fn carry(
        &self,
        day: &[Entry<'_>],
        mover: (&Session, &Placement),
        end_of_hours: CivilTime,
    ) -> (Vec<(SessionId, Placement)>, Option<Stop>) {
        let chain = Chain::new(day, mover, self.from);
        let mins = match self.by {
            Amount::Mins(mins) => mins,
            Amount::Needed => {
                let first = chain.followers.iter().map(|entry| entry.at.start).min();
                first.map_or(0, |first| mover.1.end().mins_since(first).max(0))
            }
        };
        let pushed = match mins {
            0 => Vec::new(),
            1.. => return chain.later(mins, mover, end_of_hours),
            _ => chain.earlier(mins, day),
        };
        (pushed, None)
    }
}

/// What follows a session, and what stays.
struct Chain<'a> {
    /// In the order of time.
    followers: Vec<Entry<'a>>,
    /// Sessions that keep their places, what comes after them in their rooms, and the break that stops everything.
    fixed: Vec<Entry<'a>>,
}

impl<'a> Chain<'a> {
    fn new(day: &[Entry<'a>], (mover, to): (&Session, &Placement), from: CivilTime) -> Self {
        let mut chain = Self { followers: Vec::new(), fixed: Vec::new() };
        for &entry in day.iter().filter(|entry| entry.at.start >= from) {
            if entry.session.kind == SessionKind::Break {
                // A break through which somebody sits is none for this room.
                if chain.followers.iter().all(|other| other.at.end() <= entry.at.start) {
                    chain.fixed.push(entry);
                    break;
                }
                continue;
            }
            let follows = mover.kind == SessionKind::Break
                || entry.shares(mover, to)
                || chain.followers.iter().any(|other| entry.meets(other));
            if entry.session.keeps_place() || chain.fixed.iter().any(|fixed| entry.meets(fixed)) {
                chain.fixed.push(entry);
            } else if follows {
                chain.followers.push(entry);
            }
        }
        chain
    }

    /// What stands in the way of a session that follows, and from when on; those behind it not counted.
    fn halt_of(&self, entry: &Entry<'_>, end_of_hours: CivilTime) -> Option<(CivilTime, Halt)> {
        let stops = |fixed: &&Entry<'_>| {
            fixed.at.start >= entry.at.end() && (fixed.session.kind == SessionKind::Break || fixed.meets(entry))
        };
        let fixed = self.fixed.iter().filter(stops).map(|fixed| (fixed.at.start, Halt::Session(fixed.session.id)));
        let hours = (entry.at.end() <= end_of_hours).then_some((end_of_hours, Halt::Hours));
        fixed.chain(hours).min_by_key(|(at, _)| *at)
    }

    fn later(
        &self,
        mins: i32,
        (mover, to): (&Session, &Placement),
        end_of_hours: CivilTime,
    ) -> (Vec<(SessionId, Placement)>, Option<Stop>) {
        let mut moved: Vec<(Entry<'_>, Placement)> = Vec::new();
        let mut stop: Option<Stop> = None;
        for entry in self.followers.iter().rev() {
            let halt = self.halt_of(entry, end_of_hours);
            let behind = moved.iter().filter(|(other, _)| other.meets(entry) && other.at.start >= entry.at.end());
            let limit = behind.map(|(_, at)| at.start).chain(halt.map(|(at, _)| at)).min();
            let wanted = entry.at.start.plus_mins(mins);
            let latest = limit.map_or(wanted, |limit| wanted.min(limit.plus_mins(-entry.at.length.mins())));
            let start = latest.max(entry.at.start);
            if start < wanted
                && let Some((at, by)) = halt
            {
                stop = Some(Stop { by, at, over_mins: 0 });
            }
            moved.push((*entry, Placement { start, ..entry.at.clone() }));
        }
        let meets_mover = |entry: &Entry<'_>| mover.kind == SessionKind::Break || entry.shares(mover, to);
        // What was meant itself may not pass either.
        if stop.is_none() {
            let stays = |fixed: &&Entry<'_>| fixed.session.kind == SessionKind::Break || fixed.shares(mover, to);
            let fixed = self.fixed.iter().filter(stays).map(|fixed| (fixed.at.start, Halt::Session(fixed.session.id)));
            let was_inside = mover.placement.as_ref().is_none_or(|was| was.end() <= end_of_hours);
            let halts = fixed.chain(was_inside.then_some((end_of_hours, Halt::Hours)));
            let own = halts.filter(|(at, _)| *at < to.end()).min_by_key(|(at, _)| *at);
            stop = own.map(|(at, by)| Stop { by, at, over_mins: 0 });
        }
        let first = moved.iter().filter(|(entry, _)| meets_mover(entry)).map(|(_, at)| at.start).min();
        if let Some(stop) = &mut stop {
            stop.over_mins = to.end().mins_since(first.unwrap_or(stop.at).min(stop.at)).max(0);
        }
        moved.reverse();
        (moved.into_iter().map(|(entry, at)| (entry.session.id, at)).collect(), stop)
    }

    /// Earlier, as far as what stays before them lets them.
    fn earlier(&self, mins: i32, day: &[Entry<'_>]) -> Vec<(SessionId, Placement)> {
        let follows = |id: SessionId| self.followers.iter().any(|entry| entry.session.id == id);
        let mut moved: Vec<(Entry<'_>, Placement)> = Vec::new();
        for entry in &self.followers {
            let staying = day.iter().filter(|other| !follows(other.session.id));
            let staying = staying.map(|other| (other, other.at.end()));
            let all = staying.chain(moved.iter().map(|(other, at)| (other, at.end())));
            let before = all.filter(|(other, _)| other.meets(entry) && other.at.end() <= entry.at.start);
            let floor = before.map(|(_, end)| end).max();
            let wanted = entry.at.start.plus_mins(mins);
            let start = floor.map_or(wanted, |floor| wanted.max(floor));
            moved.push((*entry, Placement { start, ..entry.at.clone() }));
        }
        moved.into_iter().map(|(entry, at)| (entry.session.id, at)).collect()
    }
}

#[cfg(test)]
mod tests;

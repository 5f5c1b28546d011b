//! What would let a delegation follow what it must miss now: one meeting moved, or one delegate who stays.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::arrange::{SlotLimits, slots};
use crate::check::{Checker, Finding};
use crate::edit::{Command, resolve};
use crate::model::attendance::{Attendance, Delegation, Sitting};
use crate::model::{CivilTime, EventId, Placement, Plan, SessionId, Severity, Span};

/// One thing that would help.
#[derive(Clone, Debug, PartialEq)]
pub struct Help {
    /// What is missed now and could be attended then.
    pub missed: SessionId,
    /// What is done.
    pub way: Way,
    /// So many minutes less are missed.
    pub frees_mins: i32,
    /// What would be wrong, and is not now, the worst first.
    pub against: Vec<Finding>,
    /// So many minutes more of lunchtime the meeting would take.
    pub lunch_mins: i32,
}

/// What is done to help.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    /// The meeting is held there.
    Move(Placement),
    /// A delegate, by the place in the delegation, comes at that time already.
    Come(usize, CivilTime),
    /// A delegate, by the place in the delegation, stays until then.
    Stay(usize, CivilTime),
}

impl Help {
    /// Whether the same delegate comes earlier, or stays longer, for as much.
    fn frees_alike(&self, other: &Self) -> bool {
        let is_alike = match (&self.way, &other.way) {
            (Way::Come(one, _), Way::Come(other, _)) | (Way::Stay(one, _), Way::Stay(other, _)) => one == other,
            _ => false,
        };
        is_alike && self.frees_mins == other.frees_mins
    }
}

impl Way {
    /// The delegation as it would be there.
    fn with(&self, delegation: &Delegation) -> Delegation {
        let mut changed = delegation.clone();
        match *self {
            Self::Come(place, from) => Arc::make_mut(&mut changed.delegates[place]).from = Some(from),
            Self::Stay(place, until) => Arc::make_mut(&mut changed.delegates[place]).until = Some(until),
            Self::Move(_) => {}
        }
        changed
    }
}

/// So many meetings that are missed are looked at.
const MOST: usize = 12;

/// What helps a delegation to an event, the meetings in the order of time; of all formal meetings where `all_count`. For each
/// at most one move, the least harmful, and one delegate who comes earlier or stays longer. Nothing, where it is asked to stop.
#[must_use]
pub fn what_helps(
    (plan, checker): (&Plan, &mut Checker),
    (event, delegation, all_count): (EventId, &Delegation, bool),
    stop: &AtomicBool,
) -> Vec<Help> {
    let now = Attendance::of(plan, event, delegation, all_count);
    let (missed_now, mut found) = (now.missed_mins(), Vec::new());
    let Some(row) = plan.events().get(event) else { return found };
    let limits = SlotLimits::of(row);
    for sitting in now.missed().take(MOST) {
        let is_pinned = plan.sessions().get(sitting.session).is_some_and(|session| session.pinned);
        let slots = if is_pinned { Vec::new() } else { slots((plan, checker), &[sitting.session], &limits, stop) };
        if stop.load(Ordering::Relaxed) {
            return Vec::new();
        }
        let lunchtime = checker.lunchtime();
        let at_lunch = |span: Span| minutes_within(span, lunchtime);
        let taken = |at: &Placement| (at_lunch(at.span()) - at_lunch(sitting.span)).max(0);
        let mut slots = slots;
        // Of what breaks no rule, what leaves lunch alone comes first.
        slots.sort_by_key(|slot| {
            let worst = slot.against.iter().map(|finding| finding.severity).max().filter(|at| *at > Severity::Hint);
            (worst, worst.is_none() && slot.moves.first().is_some_and(|(_, at)| taken(at) > 0))
        });
        let moved = slots.into_iter().find_map(|slot| {
            let (_, at) = slot.moves.first()?.clone();
            let lunch_mins = taken(&at);
            let mut after = plan.clone();
            after.apply(&resolve(plan, &Command::Place(slot.moves)).ok()?).ok()?;
            let then = Attendance::of(&after, event, delegation, all_count);
            let frees_mins = missed_now - then.missed_mins();
            let is_attended = !then.missed().any(|other| other.session == sitting.session);
            let against: Vec<Finding> =
                slot.against.into_iter().filter(|finding| finding.severity > Severity::Hint).collect();
            let is_harmless = against.iter().all(|finding| finding.severity < Severity::Error);
            let way = Way::Move(at);
            (is_attended && frees_mins > 0 && is_harmless).then_some(Help {
                missed: sitting.session,
                way,
                frees_mins,
                against,
                lunch_mins,
            })
        });
        found.extend(moved);
        let longer = presence(&now, delegation, sitting).map(|way| {
            let then = Attendance::of(plan, event, &way.with(delegation), all_count);
            let frees_mins = missed_now - then.missed_mins();
            Help { missed: sitting.session, way, frees_mins, against: Vec::new(), lunch_mins: 0 }
        });
        // Of several days that free the same, the first is enough.
        let is_new = |help: &Help| found.iter().all(|known: &Help| !known.frees_alike(help));
        found.extend(longer.filter(is_new));
    }
    found
}

/// How many minutes of a span lie between two times of its first day, in minutes since midnight.
fn minutes_within(span: Span, (from, to): (i32, i32)) -> i32 {
    let start = span.start.minute_of_day();
    ((start + span.mins()).min(to) - start.max(from)).max(0)
}

/// A delegate who would be free if they came earlier or stayed longer, by the least.
fn presence(now: &Attendance, delegation: &Delegation, sitting: &Sitting) -> Option<Way> {
    let (start, end) = (sitting.span.start, sitting.span.end);
    let all = delegation.delegates.iter().enumerate();
    let ways = all.filter(|(at, _)| !now.of_delegate(*at).any(|other| other.span.overlaps(sitting.span)));
    let ways = ways.filter_map(|(at, delegate)| {
        let is_there = |from: Option<CivilTime>| from.is_none_or(|from| from <= start);
        match (delegate.from, delegate.until) {
            (Some(from), until) if start < from && until.is_none_or(|until| end <= until) => {
                Some((from.mins_since(start), Way::Come(at, start)))
            }
            (from, Some(until)) if until < end && is_there(from) => Some((end.mins_since(until), Way::Stay(at, end))),
            _ => None,
        }
    });
    ways.min_by_key(|(mins, _)| *mins).map(|(_, way)| way)
}

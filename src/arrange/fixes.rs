//! Ways out of a finding, each tried by the rules themselves before it is proposed.

mod teams;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::check::{Checker, Finding, Outcome, Value};
use crate::model::{
    CivilTime, DAY_MINS, Length, LocalText, Patch, PersonId, Placement, Plan, RoomId, RowId, Session, SessionId,
    Severity, Span, Statement, TeamId,
};

use super::STEP;
use super::placing::{disturbing, is_movable, patch_of};
use super::rooms::Rooms;
use super::times::{Times, distance};

/// One way out of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What is done.
    pub remedy: Remedy,
    /// The session it is done to, where it is a session.
    pub session: Option<SessionId>,
    /// What that changes.
    pub patch: Patch,
    /// Where the sessions it moves would be.
    pub moves: Vec<(SessionId, Placement)>,
    /// What it would cause, none of it as bad as what it clears.
    pub caused: Vec<Finding>,
}

/// What a fix does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// A session stays in its time and goes to another room.
    OtherRoom(RoomId),
    /// A session goes to the nearest time and room that fit.
    Slot(Placement),
    /// A session changes places with this one.
    Swap(SessionId),
    /// A session ends earlier.
    Shorten(Length),
    /// So many sessions begin so many minutes later.
    Later {
        /// How many sessions.
        count: usize,
        /// By how much.
        mins: i32,
    },
    /// A session goes back to the tray: the last resort.
    Tray,
    /// A session is given to another team of interpreters.
    Team(TeamId),
    /// A session is given to a new team of this name, which is there from that day on.
    NewTeam(LocalText, chrono::NaiveDate),
    /// The statement of somebody is cut to so many seconds.
    StatementLength(PersonId, u32),
}

/// What a way out is sought of.
struct Sought<'a> {
    checker: &'a mut Checker,
    plan: &'a Plan,
    finding: &'a Finding,
    rooms: Rooms<'a>,
    stop: &'a AtomicBool,
}

/// How many starts are tried for one session, and how many of them on one day.
const TRIES: usize = 40;
const TRIES_OF_A_DAY: usize = 8;
/// How many other sessions are tried for a swap.
const SWAPS: usize = 24;

/// Ways out of a finding, at most one of each sort for each session, the one that disturbs least first. Each clears the finding
/// and causes none that is as bad.
/// `stop` ends the search early, with what was found until then.
#[must_use]
pub fn fixes((plan, checker): (&Plan, &mut Checker), finding: &Finding, stop: &AtomicBool) -> Vec<Fix> {
    let (mut sought, mut fixes) = (Sought { checker, plan, finding, rooms: Rooms::new(plan), stop }, Vec::new());
    let movable: Vec<SessionId> = finding.sessions.iter().copied().filter(|&id| is_movable(plan, id)).collect();
    // A crowd of a hundred sessions has too many ways out to try them all.
    for &id in movable.iter().take(6) {
        // What stays although the session is nowhere stays wherever it goes.
        if sought.hangs_on(id) {
            fixes.extend(sought.other_room(id));
            fixes.extend(sought.nearest_slot(id));
            fixes.extend(sought.shorter(id));
            fixes.extend(sought.swapped(id));
        }
        fixes.extend(sought.later(id));
    }
    fixes.extend(sought.shorter_statement());
    fixes.extend(sought.other_teams());
    if fixes.is_empty() {
        fixes.extend(movable.first().and_then(|&id| sought.trayed(id)));
    }
    let effort = |fix: &Fix| {
        let worst = fix.caused.first().map_or(Severity::Off, |worst| worst.severity);
        let moved = fix.moves.iter().filter_map(|(id, at)| Some(distance(start_of(plan, *id)?, at.start)));
        let (days, other_half, _) = moved.max().unwrap_or_default();
        (disturbing(worst), fix.moves.len(), days, other_half, worst)
    };
    fixes.sort_by_key(effort);
    let mut seen = Vec::new();
    fixes.retain(|fix| {
        let new = !seen.contains(&fix.moves) || fix.moves.is_empty();
        seen.push(fix.moves.clone());
        new
    });
    fixes.truncate(8);
    fixes
}

impl Sought<'_> {
    /// The fix if `moves` clear the finding, cause nothing as bad, and put nothing where no planner would hold it.
    fn tried(&mut self, (id, remedy): (SessionId, Remedy), moves: Vec<(SessionId, Placement)>) -> Option<Fix> {
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        let suits = |(id, at): &(SessionId, Placement)| {
            let session = self.plan.sessions().get(*id);
            session.is_some_and(|row| Times::new(self.plan, self.checker, row).allow(at.start, at.length.mins()))
        };
        if !moves.iter().all(suits) {
            return None;
        }
        let patch = patch_of(self.plan, &moves);
        let caused = clears(&self.checker.what_if(self.plan, &patch), self.finding)?;
        Some(Fix { remedy, session: Some(id), patch, moves, caused })
    }

    /// Whether the finding goes when a session is taken off the timeline.
    fn hangs_on(&mut self, id: SessionId) -> bool {
        let Some(patch) = self.off(id) else { return false };
        let outcome = self.checker.what_if(self.plan, &patch);
        outcome.solved.iter().any(|solved| solved.is_like(self.finding))
    }

    /// Takes a session off the timeline.
    fn off(&self, id: SessionId) -> Option<Patch> {
        let mut patch = Patch::default();
        let mut session = Session::clone(self.plan.sessions().get(id)?);
        session.unschedule();
        patch.put(self.plan, session);
        Some(patch)
    }

    fn other_room(&mut self, id: SessionId) -> Option<Fix> {
        let plan = self.plan;
        let session = plan.sessions().get(id)?;
        let at = session.placement.clone().filter(|at| at.rooms.len() <= 1)?;
        let tint = self.checker.tint(session, &[id], Span { start: at.start, end: at.start.plus_mins(1) });
        let worst = |checker: &Checker, rooms: &[RoomId]| {
            checker.stretches(&tint, rooms).first().map_or(Severity::Off, |stretch| stretch.2)
        };
        // What a room itself speaks against needs no trial; what is wrong in any room is not for a room to mend.
        let anywhere = worst(self.checker, &[]);
        let others = self.rooms.of(session).into_iter().filter(|(rooms, _)| *rooms != at.rooms);
        let others = others.filter_map(|(rooms, _)| rooms.first().copied()).take(60);
        let open: Vec<RoomId> =
            others.filter(|&room| worst(self.checker, &[room]) <= anywhere.max(below(self.finding.severity))).collect();
        open.into_iter().find_map(|room| {
            let placement = Placement { rooms: vec![room], ..at.clone() };
            self.tried((id, Remedy::OtherRoom(room)), vec![(id, placement)])
        })
    }

    fn nearest_slot(&mut self, id: SessionId) -> Option<Fix> {
        let plan = self.plan;
        let session = plan.sessions().get(id)?.clone();
        let at = session.placement.clone()?;
        let starts = good_starts(self.checker, plan, &session, &at.rooms, self.finding.severity);
        // What speaks against a whole day must not use up all tries.
        let mut of_day: BTreeMap<chrono::NaiveDate, usize> = BTreeMap::new();
        let spread = starts.into_iter().filter(|start| {
            let count = of_day.entry(start.date()).or_default();
            *count += 1;
            *start != at.start && *count <= TRIES_OF_A_DAY
        });
        spread.take(TRIES).find_map(|start| {
            let placement = Placement { start, ..at.clone() };
            self.tried((id, Remedy::Slot(placement.clone())), vec![(id, placement)])
        })
    }

    fn shorter(&mut self, id: SessionId) -> Option<Fix> {
        let plan = self.plan;
        let at = plan.sessions().get(id)?.placement.clone()?;
        let least = (at.length.mins() / 2).max(STEP);
        let mut length = at.length.mins() - 5;
        while length >= least {
            let shorter = Length::from_mins(i64::from(length)).ok()?;
            let placement = Placement { length: shorter, ..at.clone() };
            let fix = self.tried((id, Remedy::Shorten(shorter)), vec![(id, placement)]);
            if fix.is_some() {
                return fix;
            }
            length -= 5;
        }
        None
    }

    fn swapped(&mut self, id: SessionId) -> Option<Fix> {
        let plan = self.plan;
        let session = plan.sessions().get(id)?.clone();
        let at = session.placement.clone()?;
        let mut others: Vec<(i32, SessionId)> = plan
            .sessions()
            .iter()
            .filter(|other| {
                other.event == session.event && other.id != id && other.kind == session.kind && !other.keeps_place()
            })
            .filter_map(|other| Some((other.placement.as_ref()?.start.mins_since(at.start).abs(), other.id)))
            .collect();
        others.sort_unstable();
        others.into_iter().take(SWAPS).find_map(|(_, other)| {
            let theirs = plan.sessions().get(other)?.placement.clone()?;
            let moves = vec![
                (id, Placement { length: at.length, ..theirs.clone() }),
                (other, Placement { length: theirs.length, ..at.clone() }),
            ];
            self.tried((id, Remedy::Swap(other)), moves)
        })
    }

    /// The session and everything after it that day in its rooms or of its bodies begin later, by as much as it needs.
    fn later(&mut self, id: SessionId) -> Option<Fix> {
        let plan = self.plan;
        let session = plan.sessions().get(id)?.clone();
        let at = session.placement.clone()?;
        let day = at.start.minutes().div_euclid(DAY_MINS);
        let moved: Vec<(SessionId, Placement)> = plan
            .sessions()
            .iter()
            .filter(|other| other.event == session.event)
            .filter_map(|other| Some((other, other.placement.as_ref()?)))
            .filter(|(other, place)| {
                place.start >= at.start
                    && place.start.minutes().div_euclid(DAY_MINS) == day
                    && (other.id == id
                        || place.rooms.iter().any(|room| at.rooms.contains(room))
                        || other.bodies.iter().any(|body| session.bodies.contains(body)))
            })
            .filter(|(other, place)| other.id == id || place.start > at.start)
            .map(|(other, place)| (other.id, place.clone()))
            .collect();
        if moved.len() < 2 || moved.len() > 40 || moved.iter().any(|&(other, _)| !is_movable(plan, other)) {
            return None;
        }
        [5, 10, 15, 30, 45, 60, 75, 90].into_iter().find_map(|mins| {
            let moves: Vec<(SessionId, Placement)> = moved
                .iter()
                .map(|(id, place)| (*id, Placement { start: place.start.plus_mins(mins), ..place.clone() }))
                .collect();
            let remedy = Remedy::Later { count: moves.len(), mins };
            self.tried((id, remedy), moves)
        })
    }

    /// The session is taken off the plan, for what can be held nowhere.
    fn trayed(&mut self, id: SessionId) -> Option<Fix> {
        let plan = self.plan;
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        let patch = self.off(id)?;
        let caused = clears(&self.checker.what_if(plan, &patch), self.finding)?;
        Some(Fix { remedy: Remedy::Tray, session: Some(id), patch, moves: Vec::new(), caused })
    }

    /// A statement that is too long is cut to what is allowed.
    fn shorter_statement(&mut self) -> Option<Fix> {
        let (plan, finding) = (self.plan, self.finding);
        let value = |name: &str| finding.values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let (Some(Value::Row(RowId::Person(person))), Some(Value::Seconds(most))) = (value("person"), value("most"))
        else {
            return None;
        };
        let secs = u32::try_from(most).ok()?;
        let mut patch = Patch::default();
        for statement in plan.statements().iter() {
            if statement.speaker == person && statement.length_secs > secs {
                patch.put(plan, Statement { length_secs: secs, ..(**statement).clone() });
            }
        }
        let caused = clears(&self.checker.what_if(plan, &patch), finding)?;
        let remedy = Remedy::StatementLength(person, secs);
        Some(Fix { remedy, session: None, patch, moves: Vec::new(), caused })
    }
}

/// Starts in these rooms at which a planner would hold it and no finding is to be expected that is as bad as `limit`:
/// those without a warning first, then on the same day and in the same half of it, then the nearest.
pub(super) fn good_starts(
    checker: &Checker,
    plan: &Plan,
    session: &Session,
    rooms: &[RoomId],
    limit: Severity,
) -> Vec<CivilTime> {
    let (Some(now), Some(within)) = (session.placement.as_ref(), search_span(plan, session)) else {
        return Vec::new();
    };
    let tint = checker.tint(session, &[session.id], within);
    let times = Times::new(plan, checker, session);
    let mut starts = Vec::new();
    for (from, to, severity) in checker.stretches(&tint, rooms).into_iter().filter(|stretch| stretch.2 < limit) {
        let first = from + (STEP - from.rem_euclid(STEP)) % STEP;
        let all = (first..to).step_by(usize::try_from(STEP).unwrap_or(15));
        let all = all.map(|start| CivilTime::from_minutes(i64::from(start)));
        let held = all.filter(|&start| times.allow(start, now.length.mins()));
        starts.extend(held.map(|start| (disturbing(severity), times.distance(start), severity, start)));
    }
    starts.sort_unstable();
    starts.into_iter().map(|(.., start)| start).collect()
}

/// The worst that is not as bad.
fn below(severity: Severity) -> Severity {
    match severity {
        Severity::Error => Severity::Warning,
        Severity::Warning => Severity::Hint,
        Severity::Hint | Severity::Off => Severity::Off,
    }
}

fn start_of(plan: &Plan, id: SessionId) -> Option<CivilTime> {
    plan.sessions().get(id)?.placement.as_ref().map(|at| at.start)
}

/// What an outcome causes, if it clears the finding and causes nothing as bad.
fn clears(outcome: &Outcome, finding: &Finding) -> Option<Vec<Finding>> {
    let cleared = outcome.solved.iter().any(|solved| solved.is_like(finding));
    let harmless = outcome.caused.iter().all(|caused| caused.severity < finding.severity);
    (cleared && harmless).then(|| outcome.caused.clone())
}

/// Where to look for a place for a session: the days of its event, a year of them at most around where it is.
pub(super) fn search_span(plan: &Plan, session: &Session) -> Option<Span> {
    const HALF_A_YEAR: i32 = 183 * DAY_MINS;
    let days = plan.events().get(session.event)?.dates.span();
    let middle = session.placement.as_ref().map_or(days.start, |at| at.start);
    let start = days.start.max(middle.plus_mins(-HALF_A_YEAR));
    let end = days.end.min(middle.plus_mins(HALF_A_YEAR));
    // A session outside its event's days still finds them.
    Some(if start < end { Span { start, end } } else { days })
}

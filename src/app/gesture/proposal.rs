//! What a drag means: where it would put things, the command for it, and what the rules would say.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

use super::aim::{Aim, touching};
use super::drag::Drag;
use super::surface::{Flow, Spot};
use crate::app::context::ViewContext;
use crate::app::paint::lanes::LaneKey;
use crate::check::{Finding, Outcome};
use crate::edit::edges;
use crate::edit::following::Following;
use crate::edit::placing::{self, Edge};
use crate::edit::{Command, Refusal, new_session, resolve};
use crate::model::{CivilTime, DAY_MINS, Length, Patch, Placement, RoomId, Session, SessionId, SessionKind, Severity};
use crate::workbench::Generation;

/// What letting go now would do.
#[derive(Clone, Debug)]
pub struct WhatIf {
    pub(super) target: Target,
    /// The state of the plan it was made for.
    pub generation: Generation,
    /// The command.
    pub command: Command,
    /// What the command would change, or why it would be refused.
    pub patch: Result<Patch, Refusal>,
    /// Where sessions would be; for a new one the id is only lent, for a copy it is that of the original.
    pub placements: Vec<(SessionId, Placement)>,
    /// What the rules would say; nothing where it is refused.
    pub outcome: Outcome,
    /// So many of `outcome.concerning` would be new: they come first.
    pub new_findings: usize,
    /// What follows, where later ones do.
    pub following: Option<Following>,
}

/// Where letting go would put what is dragged. While it stays the same, nothing is judged anew.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Target {
    /// Sessions so many minutes later and in other rooms; their copies, or they themselves.
    Moved { mins: i32, rooms: Rooms, copies: bool },
    /// Sessions with an edge so many minutes later; the neighbour that touches it there gives way.
    Resized { mins: i32, neighbour: Option<SessionId> },
    /// A new session.
    New { start: CivilTime, end: CivilTime, lane: Option<LaneKey> },
    /// Sessions one after the other, in this room or in those that they have; their copies, or they themselves.
    Scheduled { start: CivilTime, room: Option<RoomId>, copies: bool },
    /// Sessions on another day, in its place that is nearest, or at the same hours in the same rooms; their copies, or
    /// they themselves.
    Day { date: NaiveDate, copies: bool, landing: Option<Landing> },
    /// Sessions back in the tray; their copies, or they themselves.
    Tray { copies: bool },
    /// An event so many days later.
    Days(i32),
}

/// The place of a day that is nearest to where what is dragged is now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Landing {
    /// So many minutes later, in these rooms.
    Moved(i32, Rooms),
    /// From this time on, in this room.
    Scheduled(CivilTime, Option<RoomId>),
}

/// What a move does to the rooms of a session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Rooms {
    /// Nothing.
    Kept,
    /// It gives up all of them.
    Left,
    /// It takes only this one.
    Taken(RoomId),
    /// It goes from the first to the second one, and others of a group by as many rooms.
    Changed(RoomId, RoomId),
}

impl Rooms {
    /// From one lane to another.
    pub fn between(from: Option<LaneKey>, to: Option<LaneKey>) -> Self {
        match (from, to) {
            _ if from == to || from == Some(LaneKey::Everybody) => Self::Kept,
            (Some(LaneKey::Room(from)), Some(LaneKey::Room(to))) => Self::Changed(from, to),
            (_, Some(LaneKey::Room(to))) => Self::Taken(to),
            (_, Some(LaneKey::NoRoom)) => Self::Left,
            _ => Self::Kept,
        }
    }

    /// The rooms of a session that had `own`; `group` says whether others move with it.
    pub fn of(self, cx: &ViewContext<'_>, own: &[RoomId], group: bool) -> Vec<RoomId> {
        let (from, to) = match self {
            Self::Kept => return own.to_vec(),
            Self::Left => return Vec::new(),
            Self::Taken(room) => return vec![room],
            Self::Changed(from, to) => (from, to),
        };
        let (order, place) = (cx.index().rooms(), |room| cx.index().room_place(room));
        let steps = match (place(from), place(to)) {
            (Some(from), Some(to)) => to as isize - from as isize,
            _ => 0,
        };
        let beside = |room| {
            let target = place(room).and_then(|at| at.checked_add_signed(steps)).and_then(|at| order.get(at));
            target.copied().unwrap_or(room)
        };
        let mut known = FxHashSet::default();
        let moved = own.iter().map(|&room| match room {
            room if room == from => to,
            room if group => beside(room),
            room => room,
        });
        moved.filter(|&room| known.insert(room)).collect()
    }
}

pub(super) fn snapped(minutes: f64, step: i32) -> CivilTime {
    CivilTime::containing(minutes.round()).snapped(step)
}

impl Target {
    /// Where `drag` would end at `to`; `None` where that is nowhere.
    pub fn new(cx: &ViewContext<'_>, drag: &Drag, to: Spot, aim: &Aim<'_>) -> Option<Self> {
        let (step, flow, modifiers) = (aim.step, aim.flow, aim.modifiers);
        match *drag {
            Drag::Move { grabbed, from, .. } => {
                let own = cx.plan.sessions().get(grabbed)?.placement.as_ref()?;
                let delta = (to.minutes - from.minutes).round() as i32;
                let wanted = own.start.plus_mins(delta);
                // In cells, and while the pointer has not moved along time, hours stay as odd as they are.
                let stays = flow == Flow::Cells || delta == 0;
                let start = if stays { wanted } else { aim.start(drag, own, wanted, to.lane) };
                let mut mins = start.mins_since(own.start);
                let mut rooms = Rooms::between(from.lane, to.lane);
                if modifiers.shift {
                    // Shift keeps whichever has moved less: the room or the time.
                    if rooms != Rooms::Kept && mins.abs() < 60 { mins = 0 } else { rooms = Rooms::Kept }
                }
                Some(Self::Moved { mins, rooms, copies: modifiers.command })
            }
            Drag::Resize { grabbed, edge, ref ids } => {
                let own = cx.plan.sessions().get(grabbed)?.placement.as_ref()?;
                let wanted = aim.edge(drag, CivilTime::from_minutes(to.minutes.round() as i64), to.lane);
                let at = placing::pulled(own, edge, wanted, step.max(1));
                let mins = match edge {
                    Edge::Start => at.start.mins_since(own.start),
                    Edge::End => at.end().mins_since(own.end()),
                };
                let rolls = modifiers.shift && ids.len() == 1;
                let neighbour = if rolls { touching(cx, grabbed, edge) } else { None };
                Some(Self::Resized { mins, neighbour })
            }
            Drag::Create { from } => {
                let (a, b) = (snapped(from.minutes, step), snapped(to.minutes, step));
                (a != b).then_some(Self::New { start: a.min(b), end: a.max(b), lane: from.lane })
            }
            Drag::FromTray { .. } => {
                let start = snapped(to.minutes, if flow == Flow::Cells { 1 } else { step });
                let room = if let Some(LaneKey::Room(room)) = to.lane { Some(room) } else { None };
                Some(Self::Scheduled { start, room, copies: modifiers.command })
            }
            Drag::Event { from, .. } => {
                let date = |spot: Spot| CivilTime::containing(spot.minutes).date();
                let days = i32::try_from((date(to) - date(from)).num_days()).unwrap_or(0);
                (days != 0).then_some(Self::Days(days))
            }
            Drag::Band { .. } => None,
        }
    }
}

impl WhatIf {
    /// What it would do to put what is dragged there.
    pub(super) fn new(cx: &ViewContext<'_>, drag: &Drag, target: Target) -> Option<Self> {
        #[cfg(test)]
        super::tests::JUDGED.with(|judged| judged.set(judged.get() + 1));
        let (mut command, mut placements) = command(cx, drag, target)?;
        let mut following = None;
        if let Command::Place(moves) = &command
            && cx.settings.later_follow
            && !matches!(target, Target::Resized { neighbour: Some(_), .. })
        {
            let found = cx.following(moves.clone());
            placements.clone_from(&found.moves);
            command = Command::Place(found.moves.clone());
            following = Some(found);
        }
        let patch = resolve(cx.plan, &command);
        let mut outcome = patch.as_ref().map(|patch| cx.workbench.what_if(patch)).unwrap_or_default();
        if let (Command::ShiftEvent(..), Ok(patch)) = (&command, &patch) {
            let moved = patch.changes::<Session>();
            placements =
                moved.filter_map(|(id, change)| Some((id, change.after.as_ref()?.placement.clone()?))).collect();
        }
        let mut caused: FxHashMap<_, Vec<&Finding>> = FxHashMap::default();
        for finding in &outcome.caused {
            caused.entry((finding.rule, finding.sessions.as_slice())).or_default().push(finding);
        }
        let is_new = |finding: &Finding| {
            let alike = caused.get(&(finding.rule, finding.sessions.as_slice()));
            alike.is_some_and(|alike| alike.contains(&finding))
        };
        let (mut concerning, known): (Vec<_>, Vec<_>) =
            std::mem::take(&mut outcome.concerning).into_iter().partition(is_new);
        let new_findings = concerning.len();
        concerning.extend(known);
        outcome.concerning = concerning;
        let generation = cx.workbench.generation();
        Some(Self { target, generation, command, patch, placements, outcome, new_findings, following })
    }

    /// Why it would be refused.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        self.patch.as_ref().err()
    }

    /// How bad the worst is that would be new; what is refused is an error.
    #[must_use]
    pub fn worst_new(&self) -> Severity {
        let caused = self.outcome.caused.first().map_or(Severity::Off, |finding| finding.severity);
        if self.refusal().is_some() { Severity::Error } else { caused }
    }

    /// Where those would be that follow what is dragged.
    #[must_use]
    pub fn followers(&self) -> &[(SessionId, Placement)] {
        self.following.as_ref().map_or(&[], |found| &found.moves[found.meant..])
    }

    /// Whether a boundary moves, with what is on both sides of it.
    #[must_use]
    pub fn rolls(&self) -> bool {
        matches!(self.target, Target::Resized { neighbour: Some(_), .. })
    }

    /// Whether sessions stay where they are, and copies of them go elsewhere.
    #[must_use]
    pub fn is_of_copies(&self) -> bool {
        matches!(self.command, Command::Duplicate(_))
    }
}

/// The command that puts what is dragged there, and where sessions would be.
fn command(cx: &ViewContext<'_>, drag: &Drag, target: Target) -> Option<(Command, Vec<(SessionId, Placement)>)> {
    Some(match (drag, target) {
        (Drag::Move { ids, .. }, Target::Tray { copies: false }) => {
            (Command::Unschedule(ids.iter().copied().collect()), Vec::new())
        }
        (Drag::Move { ids, .. }, Target::Tray { copies: true }) => {
            (Command::Duplicate(ids.iter().map(|&id| (id, None)).collect()), Vec::new())
        }
        (Drag::Move { ids, .. }, Target::Moved { mins, rooms, copies }) => placed(moved(cx, ids, mins, rooms), copies),
        (Drag::Move { ids, .. }, Target::Day { copies, landing: Some(Landing::Moved(mins, rooms)), .. }) => {
            placed(moved(cx, ids, mins, rooms), copies)
        }
        (Drag::FromTray { ids }, Target::Day { copies, landing: Some(Landing::Scheduled(start, room)), .. }) => {
            placed(one_after_the_other(cx, ids, start, room), copies)
        }
        (Drag::Move { grabbed, ids, .. }, Target::Day { date, copies, .. }) => {
            let own = cx.plan.sessions().get(*grabbed)?.span()?.start.date();
            let days = i32::try_from((date - own).num_days()).ok()?;
            placed(moved(cx, ids, days * DAY_MINS, Rooms::Kept), copies)
        }
        (Drag::FromTray { ids }, Target::Day { date, copies, .. }) => {
            let start = CivilTime::midnight(date).plus_mins(morning(cx, date));
            placed(one_after_the_other(cx, ids, start, None), copies)
        }
        (Drag::Resize { grabbed, edge, .. }, Target::Resized { mins, neighbour: Some(neighbour) }) => {
            let placed = rolled(cx, (*grabbed, *edge, mins), neighbour)?;
            (Command::Place(placed.clone()), placed)
        }
        (Drag::Resize { edge, ids, .. }, Target::Resized { mins, neighbour: None }) => {
            let least = cx.settings.snap_mins.max(1);
            let pulled = edges::pulled_together(cx.plan, ids.iter().copied(), (*edge, mins), least);
            (Command::Place(pulled.clone()), pulled)
        }
        (_, Target::New { start, end, lane }) => {
            let length = Length::from_mins(i64::from(end.mins_since(start))).ok()?;
            let session = session_in(cx, start, length, lane)?;
            let placements = session.placement.clone().map(|placement| (session.id, placement)).into_iter().collect();
            (Command::Create(Box::new(session)), placements)
        }
        (Drag::FromTray { ids }, Target::Scheduled { start, room, copies }) => {
            placed(one_after_the_other(cx, ids, start, room), copies)
        }
        (Drag::Event { id, .. }, Target::Days(days)) => (Command::ShiftEvent(*id, days), Vec::new()),
        _ => return None,
    })
}

/// A session with an edge pulled, and the neighbour there that gives way.
fn rolled(
    cx: &ViewContext<'_>,
    (grabbed, edge, mins): (SessionId, Edge, i32),
    neighbour: SessionId,
) -> Option<Vec<(SessionId, Placement)>> {
    let placed = |id: SessionId| cx.plan.sessions().get(id)?.placement.clone();
    let (first, second) = if edge == Edge::Start { (neighbour, grabbed) } else { (grabbed, neighbour) };
    let (one, other) = (placed(first)?, placed(second)?);
    let (one, other) = edges::rolled(&one, &other, one.end().plus_mins(mins), cx.settings.snap_mins.max(1));
    Some(vec![(first, one), (second, other)])
}

/// Puts sessions, or copies of them, where they are to be.
fn placed(moved: Vec<(SessionId, Placement)>, copies: bool) -> (Command, Vec<(SessionId, Placement)>) {
    let command = if copies {
        Command::Duplicate(moved.iter().map(|(id, placement)| (*id, Some(placement.clone()))).collect())
    } else {
        Command::Place(moved.clone())
    };
    (command, moved)
}

/// Sessions from a time on, in this room or in those that they have.
fn one_after_the_other(
    cx: &ViewContext<'_>,
    ids: &BTreeSet<SessionId>,
    mut start: CivilTime,
    room: Option<RoomId>,
) -> Vec<(SessionId, Placement)> {
    let mut placements = Vec::with_capacity(ids.len());
    for session in ids.iter().filter_map(|&id| cx.plan.sessions().get(id)) {
        let rooms = room.map_or_else(|| session.rooms_or_wished().to_vec(), |room| vec![room]);
        let placement = Placement { start, length: session.planned_length, rooms };
        start = placement.end();
        placements.push((session.id, placement));
    }
    placements
}

/// When sessions begin on a day for which nobody has said an hour: the usual forenoon, or the first hour that is open
/// after that.
pub(super) fn morning(cx: &ViewContext<'_>, date: NaiveDate) -> i32 {
    const USUAL: i32 = 9 * 60 + 30;
    let time = CivilTime::midnight(date);
    let events = cx.plan.events().iter().filter(|event| event.dates.span().contains(time));
    let from = events.filter_map(|event| event.hours).map(|hours| i32::from(hours.from_min)).min();
    from.unwrap_or(0).max(USUAL)
}

/// Sessions so many minutes later, in other rooms.
fn moved(cx: &ViewContext<'_>, ids: &BTreeSet<SessionId>, mins: i32, rooms: Rooms) -> Vec<(SessionId, Placement)> {
    let placed = |&id: &SessionId| Some((id, cx.plan.sessions().get(id)?.placement.as_ref()?));
    let moved = |(id, at): (SessionId, &Placement)| {
        let rooms = rooms.of(cx, &at.rooms, ids.len() > 1);
        (id, Placement { start: at.start.plus_mins(mins), length: at.length, rooms })
    };
    ids.iter().filter_map(placed).map(moved).collect()
}

/// A new session with what its lane stands for; `None` where there is no event it could belong to.
pub(super) fn session_in(
    cx: &ViewContext<'_>,
    start: CivilTime,
    length: Length,
    lane: Option<LaneKey>,
) -> Option<Session> {
    let mut session = new_session(cx.plan, start)?;
    session.title = cx.new_title();
    let mut rooms = Vec::new();
    match lane {
        Some(LaneKey::Event(event)) => session.event = event,
        Some(LaneKey::Room(room)) => rooms.push(room),
        Some(LaneKey::Body(body)) => session.bodies.push(body),
        Some(LaneKey::Kind(kind)) => session.call(cx.plan, kind),
        Some(LaneKey::Everybody) => session.call(cx.plan, SessionKind::Break.into()),
        Some(LaneKey::NoRoom | LaneKey::NoBody) | None => {}
    }
    session.planned_length = length;
    session.placement = Some(Placement { start, length, rooms });
    Some(session)
}

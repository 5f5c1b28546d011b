//! What a drag means as a command, and what the rules would say to it.

use egui::Modifiers;

use super::{Drag, Flow, Part, Spot};
use crate::app::context::ViewContext;
use crate::app::paint::lanes::LaneKey;
use crate::check::Outcome;
use crate::edit::{Command, PlaceDeed, Refusal, resolve};
use crate::model::{CivilTime, Length, Placement, RoomId, SessionId};

use super::new_session;

/// What letting go now would do.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// The command.
    pub command: Command,
    /// Where sessions would be; for a new one the id is only lent.
    pub placements: Vec<(SessionId, Placement)>,
    /// Why it would be refused.
    pub refusal: Option<Refusal>,
    /// What the rules would say; nothing where it is refused.
    pub outcome: Outcome,
}

/// The step to which times snap: none while Alt is held.
pub(super) fn step(cx: &ViewContext<'_>, modifiers: Modifiers) -> i32 {
    if modifiers.alt { 1 } else { cx.settings.snap_mins }
}

pub(super) fn snapped(minutes: f64, step: i32) -> CivilTime {
    CivilTime::from_minutes(minutes.round() as i64).snapped(step)
}

pub(super) fn what_if(cx: &ViewContext<'_>, command: Command, placements: Vec<(SessionId, Placement)>) -> WhatIf {
    let (outcome, refusal) = match resolve(cx.plan, &command) {
        Ok(patch) => (cx.workbench.what_if(&patch), None),
        Err(refusal) => (Outcome::default(), Some(refusal)),
    };
    WhatIf { command, placements, refusal, outcome }
}

pub(super) fn propose(cx: &ViewContext<'_>, drag: &Drag, to: Spot, modifiers: Modifiers, flow: Flow) -> Option<WhatIf> {
    match drag {
        Drag::Move { grabbed, from, ids } => propose_move(cx, (*grabbed, *from, to), ids, modifiers, flow),
        Drag::Resize { id, edge } => propose_resize(cx, *id, *edge, to, modifiers),
        Drag::Create { from } => {
            let step = step(cx, modifiers);
            let (a, b) = (snapped(from.minutes, step), snapped(to.minutes, step));
            let (start, end) = (a.min(b), a.max(b));
            let length = Length::from_mins(i64::from(end.mins_since(start))).ok()?;
            let session = new_session(cx.plan, start, length, from.lane)?;
            let placements = session.placement.clone().map(|placement| (session.id, placement)).into_iter().collect();
            Some(what_if(cx, Command::Create(Box::new(session)), placements))
        }
        Drag::FromTray { ids } => {
            let mut start = snapped(to.minutes, if flow == Flow::Cells { 1 } else { step(cx, modifiers) });
            let mut placements = Vec::new();
            for &id in ids {
                let session = cx.plan.sessions().get(id)?;
                let rooms = match to.lane {
                    Some(LaneKey::Room(room)) => vec![room],
                    _ => session.rooms().to_vec(),
                };
                let placement = Placement { start, length: session.planned_length, rooms };
                start = placement.end();
                placements.push((id, placement));
            }
            Some(what_if(cx, Command::Place(PlaceDeed::Schedule, placements.clone()), placements))
        }
        Drag::Band { .. } => None,
    }
}

fn propose_move(
    cx: &ViewContext<'_>,
    (grabbed, from, to): (SessionId, Spot, Spot),
    ids: &[SessionId],
    modifiers: Modifiers,
    flow: Flow,
) -> Option<WhatIf> {
    let own = cx.plan.sessions().get(grabbed)?.placement.as_ref()?;
    let delta = (to.minutes - from.minutes).round() as i32;
    let wanted = own.start.plus_mins(delta);
    // In cells, and while the pointer has not moved along time, hours stay as odd as they are.
    let start = if flow == Flow::Cells || delta == 0 { wanted } else { wanted.snapped(step(cx, modifiers)) };
    let mut shift_mins = start.mins_since(own.start);
    let mut rooms = match (from.lane, to.lane) {
        (Some(LaneKey::Room(a)), Some(LaneKey::Room(b))) if a != b => Some((a, b)),
        _ => None,
    };
    if modifiers.shift {
        // Shift keeps whichever has moved less: the room or the time.
        if rooms.is_some() && shift_mins.abs() < 60 { shift_mins = 0 } else { rooms = None }
    }
    let to_no_room = to.lane == Some(LaneKey::NoRoom) && from.lane != to.lane;
    let mut placements = Vec::new();
    for &id in ids {
        let Some(placement) = cx.plan.sessions().get(id).and_then(|session| session.placement.clone()) else {
            continue;
        };
        let start = placement.start.plus_mins(shift_mins);
        let new_rooms = match (rooms, from.lane, to.lane) {
            _ if to_no_room => Vec::new(),
            (Some((a, b)), ..) => replaced(&placement.rooms, a, b, ids.len() > 1, cx),
            (None, Some(LaneKey::NoRoom), Some(LaneKey::Room(b))) if !modifiers.shift => vec![b],
            _ => placement.rooms.clone(),
        };
        placements.push((id, Placement { start, rooms: new_rooms, ..placement }));
    }
    if modifiers.command {
        let copies = placements.iter().map(|(id, placement)| (*id, Some(placement.clone()))).collect();
        return Some(what_if(cx, Command::Duplicate(copies), placements));
    }
    Some(what_if(cx, Command::Place(PlaceDeed::Move, placements.clone()), placements))
}

/// `rooms` with the grabbed room `a` replaced by `b`. In a group every session moves by as many rooms as the grabbed one.
pub(super) fn replaced(rooms: &[RoomId], a: RoomId, b: RoomId, group: bool, cx: &ViewContext<'_>) -> Vec<RoomId> {
    let order = cx.index().rooms();
    let place = |room: RoomId| cx.index().room_place(room);
    let steps = match (place(a), place(b)) {
        (Some(from), Some(to)) => to as isize - from as isize,
        _ => 0,
    };
    let mut new: Vec<RoomId> = Vec::with_capacity(rooms.len());
    for &room in rooms {
        let target = if room == a {
            b
        } else if group {
            place(room)
                .and_then(|at| at.checked_add_signed(steps))
                .and_then(|at| order.get(at))
                .copied()
                .unwrap_or(room)
        } else {
            room
        };
        if !new.contains(&target) {
            new.push(target);
        }
    }
    new
}

fn propose_resize(cx: &ViewContext<'_>, id: SessionId, edge: Part, to: Spot, modifiers: Modifiers) -> Option<WhatIf> {
    let placement = cx.plan.sessions().get(id)?.placement.clone()?;
    let step = step(cx, modifiers);
    let time = snapped(to.minutes, step);
    let least = step.max(1);
    let (start, end) = match edge {
        Part::Start => (time.min(placement.end().plus_mins(-least)), placement.end()),
        _ => (placement.start, time.max(placement.start.plus_mins(least))),
    };
    let length = Length::clamped(end.mins_since(start));
    let resized = vec![(id, Placement { start, length, ..placement })];
    Some(what_if(cx, Command::Place(PlaceDeed::Resize, resized.clone()), resized))
}

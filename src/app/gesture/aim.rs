//! What a drag aims with: the modifiers that are held, the step to which times snap, and the edges of neighbours, which
//! times snap to as well.

use egui::{Context, Key, Modifiers};

use super::drag::Drag;
use super::surface::Flow;
use crate::app::context::ViewContext;
use crate::app::paint::lanes::LaneKey;
use crate::edit::edges;
use crate::edit::placing::Edge;
use crate::model::{CivilTime, Placement, Session, SessionId, SessionKind};

/// How a drag aims in this frame.
pub(super) struct Aim<'a> {
    cx: &'a ViewContext<'a>,
    /// What is held.
    pub modifiers: Modifiers,
    /// The step to which times snap, in minutes; 1 while that is suspended.
    pub step: i32,
    /// Which way time runs.
    pub flow: Flow,
    is_free: bool,
}

/// The step to which times snap: none while Alt or S is held.
pub(super) fn step(cx: &ViewContext<'_>, ctx: &Context) -> i32 {
    if is_free(ctx) { 1 } else { cx.settings.snap_mins }
}

fn is_free(ctx: &Context) -> bool {
    ctx.input(|input| input.modifiers.alt || input.key_down(Key::S))
}

/// The session that touches an edge of another, on the same clock.
pub(super) fn touching(cx: &ViewContext<'_>, id: SessionId, edge: Edge) -> Option<SessionId> {
    edges::touching(cx.plan, &|day| cx.held_on(day), id, edge)
}

impl<'a> Aim<'a> {
    /// With the keys that are held now.
    pub fn new(ctx: &Context, cx: &'a ViewContext<'a>, flow: Flow) -> Self {
        let modifiers = ctx.input(|input| input.modifiers);
        Self { cx, modifiers, step: step(cx, ctx), flow, is_free: is_free(ctx) }
    }

    /// Where something begins that is meant to begin at `wanted` in a lane.
    pub fn start(&self, drag: &Drag, at: &Placement, wanted: CivilTime, lane: Option<LaneKey>) -> CivilTime {
        edges::snapped(
            at,
            wanted,
            self.step,
            &self.neighbours(drag, (wanted, wanted.plus_mins(at.length.mins())), lane),
        )
    }

    /// Where an edge comes to be that is meant to be at `wanted` in a lane.
    pub fn edge(&self, drag: &Drag, wanted: CivilTime, lane: Option<LaneKey>) -> CivilTime {
        edges::snapped_edge(wanted, self.step, &self.neighbours(drag, (wanted, wanted), lane))
    }

    /// Where what is dragged begins or ends as a neighbour in its lane does.
    pub fn guides(&self, lead: Option<&Placement>, drag: &Drag, lane: Option<LaneKey>) -> Vec<CivilTime> {
        let Some(lead) = lead.filter(|_| self.flow != Flow::Cells) else { return Vec::new() };
        edges::met(lead, &self.neighbours(drag, (lead.start, lead.end()), lane))
    }

    /// The edges of the sessions in a lane and of the breaks on the days of a start and an end; none while times do not
    /// snap.
    fn neighbours(&self, drag: &Drag, (from, to): (CivilTime, CivilTime), lane: Option<LaneKey>) -> Vec<CivilTime> {
        let dragged = |id: &SessionId| match drag {
            Drag::Move { ids, .. } | Drag::Resize { ids, .. } | Drag::FromTray { ids } => ids.contains(id),
            Drag::Create { .. } | Drag::Band { .. } | Drag::Event { .. } => false,
        };
        let Some(lane) = lane.filter(|_| !self.is_free) else { return Vec::new() };
        let index = self.cx.index();
        let last = Some(to.date()).filter(|last| *last != from.date());
        let days = [Some(from.date()), last].into_iter().flatten();
        let ids = days.flat_map(|day| index.sessions_on(day)).filter(|id| !dragged(id));
        let sessions = ids.filter_map(|&id| self.cx.plan.sessions().get(id)).filter(|row| stands_in(row, lane));
        let mut edges: Vec<CivilTime> =
            sessions.filter_map(|session| session.span()).flat_map(|span| [span.start, span.end]).collect();
        edges.sort_unstable();
        edges.dedup();
        edges
    }
}

/// Whether a session stands in a lane, or across all of them.
fn stands_in(session: &Session, lane: LaneKey) -> bool {
    session.kind == SessionKind::Break
        || match lane {
            LaneKey::Room(room) => session.rooms().contains(&room),
            LaneKey::NoRoom => session.rooms().is_empty(),
            LaneKey::Body(body) => session.bodies.contains(&body),
            LaneKey::NoBody => session.bodies.is_empty(),
            LaneKey::Kind(kind) => session.called() == kind,
            LaneKey::Event(event) => session.event == event,
            LaneKey::Everybody => false,
        }
}

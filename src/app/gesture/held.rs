//! What is being dragged, where it would go, and what letting it go does.

use std::cell::Cell;

use egui::{CursorIcon, Rect};

use super::aim::Aim;
use super::days;
use super::drag::Drag;
use super::proposal::{Target, WhatIf};
use super::starts::Starts;
use super::surface::Flow;
use crate::app::action::{Action, Message};
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::model::{CivilTime, Placement, SessionId};
use crate::workbench::Generation;

/// What is being dragged, and what is known about it.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) drag: Drag,
    /// The state of the plan that it is held in.
    pub(super) generation: Generation,
    pub(super) what_if: Option<WhatIf>,
    pub(super) starts: Option<Starts>,
    /// Which days have a place for it.
    pub(super) days: days::Landings,
    /// Where the ghost is on the screen, in this frame.
    pub(super) ghost: Cell<Option<Rect>>,
    /// Whether all is told that the rules would say.
    pub(super) tells_all: bool,
    /// Where it begins or ends as a neighbour does, in this frame.
    pub(super) guides: Vec<CivilTime>,
    /// Whether the button was let go in this frame.
    pub(super) let_go: bool,
}

impl Held {
    /// Sees what letting go there would do, unless that is known.
    pub(super) fn aim(&mut self, cx: &ViewContext<'_>, target: Option<Target>) {
        let known = self.what_if.as_ref().map(|what_if| (what_if.target, what_if.generation));
        if known != target.map(|target| (target, cx.workbench.generation())) {
            self.what_if = target.and_then(|target| WhatIf::new(cx, &self.drag, target));
        }
    }

    /// Finds which starts in sight fit, or some of them; says whether all of it is there.
    pub(super) fn make_starts(&mut self, cx: &ViewContext<'_>, copies: bool, sight: (f64, f64), pointer: f64) -> bool {
        if self.starts.as_ref().is_none_or(|starts| !starts.is_for(cx, copies)) {
            let (ids, grab_mins): (Vec<SessionId>, i32) = match &self.drag {
                Drag::Move { grabbed, from, ids } => {
                    let span = cx.plan.sessions().get(*grabbed).and_then(|session| session.span());
                    let Some(start) = span.map(|span| span.start) else { return true };
                    let rest = ids.iter().copied().filter(|id| id != grabbed);
                    (std::iter::once(*grabbed).chain(rest).collect(), from.minutes.round() as i32 - start.minutes())
                }
                Drag::FromTray { ids } => (ids.iter().copied().collect(), 0),
                _ => return true,
            };
            self.starts = Some(Starts::new(cx, &ids, grab_mins, copies));
            self.days.clear();
        }
        self.starts.as_mut().is_none_or(|starts| starts.make(cx, sight, pointer))
    }

    /// Where what the pointer holds would be, the first of several.
    pub(super) fn lead(&self) -> Option<&Placement> {
        let placements = &self.what_if.as_ref()?.placements;
        let grabbed = match self.drag {
            Drag::Move { grabbed, .. } | Drag::Resize { grabbed, .. } => {
                placements.iter().find(|(id, _)| *id == grabbed)
            }
            _ => None,
        };
        grabbed.or(placements.first()).map(|(_, placement)| placement)
    }

    pub(super) fn cursor(&self, aim: &Aim) -> CursorIcon {
        match (&self.drag, &self.what_if) {
            (Drag::Band { .. }, _) => CursorIcon::Crosshair,
            (_, Some(what_if)) if what_if.refusal().is_some() => CursorIcon::NotAllowed,
            (drag, None) if drag.needs_a_place() => CursorIcon::NoDrop,
            (Drag::Resize { .. }, what_if) => cursor_of_edge(aim.flow, what_if.as_ref().is_some_and(WhatIf::rolls)),
            _ => CursorIcon::Grabbing,
        }
    }

    /// Asks for what it would do, or says why it is refused.
    pub(super) fn let_go(&mut self, cx: &ViewContext<'_>) {
        self.let_go = true;
        let Some(what_if) = &self.what_if else { return };
        cx.act(match what_if.refusal() {
            Some(refusal) => Action::Tell(Message { text: phrases::refusal(cx, refusal), is_error: true }),
            None => Action::PerformAt(what_if.generation, what_if.command.clone()),
        });
    }
}

/// The pointer on an edge; on a boundary, when both sides of it would move.
pub(super) fn cursor_of_edge(flow: Flow, is_boundary: bool) -> CursorIcon {
    match (flow, is_boundary) {
        (Flow::Right, false) => CursorIcon::ResizeHorizontal,
        (Flow::Right, true) => CursorIcon::ResizeColumn,
        (_, false) => CursorIcon::ResizeVertical,
        (_, true) => CursorIcon::ResizeRow,
    }
}

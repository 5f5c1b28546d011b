//! What is being dragged.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Pos2;

use super::surface::Spot;
use crate::app::selection::Selection;
use crate::edit::placing::Edge;
use crate::model::{Change, Event, EventId, Patch, Session, SessionId};

/// What is being dragged.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Drag {
    /// Sessions, by one of them.
    Move { grabbed: SessionId, from: Spot, ids: Arc<BTreeSet<SessionId>> },
    /// The same edge of sessions, by that of one of them.
    Resize { grabbed: SessionId, edge: Edge, ids: Arc<BTreeSet<SessionId>> },
    /// A new session, from where the pointer went down.
    Create { from: Spot },
    /// A band that selects what it touches.
    Band { from: Pos2, before: Selection },
    /// Sessions out of the tray.
    FromTray { ids: Arc<BTreeSet<SessionId>> },
    /// An event with all its sessions.
    Event { id: EventId, from: Spot },
}

impl Drag {
    /// Whether it ends at a place, in a row or a column, and not just at a time.
    pub fn needs_a_place(&self) -> bool {
        matches!(self, Self::Move { .. } | Self::FromTray { .. })
    }

    /// Whether it ends at a time in the view, and nowhere beside it.
    pub fn ends_in_the_view(&self) -> bool {
        matches!(self, Self::Resize { .. } | Self::Create { .. } | Self::Event { .. })
    }

    /// Whether a patch moves or removes what is being dragged, so that the pointer holds it no more.
    pub fn loses_hold(&self, patch: &Patch) -> bool {
        let moves = |holds: &dyn Fn(SessionId) -> bool| {
            let moved = |(id, change): (SessionId, &Change<Session>)| {
                holds(id) && change.differs(|session| session.placement.clone())
            };
            patch.changes::<Session>().any(moved)
        };
        match self {
            Self::Move { ids, .. } | Self::Resize { ids, .. } | Self::FromTray { ids } => {
                moves(&|id| ids.contains(&id))
            }
            Self::Event { id, .. } => {
                patch.changes::<Event>().any(|(moved, change)| moved == *id && change.differs(|event| event.dates))
            }
            Self::Create { .. } | Self::Band { .. } => false,
        }
    }
}

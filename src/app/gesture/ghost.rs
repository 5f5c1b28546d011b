//! The ghost: where what is dragged would be, what it looks like, and how the sessions around it recede.

use egui::{Color32, Rect};

use super::Gesture;
use super::drag::Drag;
use super::proposal::WhatIf;
use crate::app::context::ViewContext;
use crate::app::paint::blocks;
use crate::app::style::BlockColors;
use crate::edit::Command;
use crate::model::{Placement, Session, SessionId, Severity};

impl Gesture {
    /// Where what the pointer holds would be, the first of several; nothing where it has no time.
    #[must_use]
    pub fn lead(&self) -> Option<&Placement> {
        self.held.as_ref()?.lead()
    }

    /// How bad the worst is that letting go would newly bring; what is refused is an error.
    #[must_use]
    pub fn worst_new(&self) -> Severity {
        self.what_if().map_or(Severity::Off, WhatIf::worst_new)
    }

    /// The edge of the ghost: red if letting go makes an error.
    #[must_use]
    pub fn ghost_edge(&self, cx: &ViewContext<'_>) -> Color32 {
        if self.worst_new() == Severity::Error { cx.theme.error } else { cx.theme.select }
    }

    /// A session's colours on the ground: while another is dragged, it recedes.
    #[must_use]
    pub fn colors(&self, cx: &ViewContext<'_>, session: &Session) -> BlockColors {
        let colors = blocks::block_colors(cx, session, self.lifts(session.id));
        let recedes = matches!(self.drag(), Some(Drag::Move { .. } | Drag::FromTray { .. }));
        if recedes { cx.theme.receded_block(colors) } else { colors }
    }

    /// What a ghost is of: a session, or a new one.
    #[must_use]
    pub fn ghost_session<'a>(&'a self, cx: &ViewContext<'a>, id: SessionId) -> Option<&'a Session> {
        match (cx.plan.sessions().get(id), self.what_if().map(|what_if| &what_if.command)) {
            (Some(session), _) => Some(session),
            (None, Some(Command::Create(session))) => Some(session),
            _ => None,
        }
    }

    /// Tells where on the screen a part of the ghost is.
    pub fn note_ghost(&self, rect: Rect) {
        if let Some(held) = &self.held {
            held.ghost.set(Some(held.ghost.get().map_or(rect, |ghost| ghost.union(rect))));
        }
    }

    /// Where the ghost is on the screen.
    #[must_use]
    pub fn ghost(&self) -> Option<Rect> {
        self.held.as_ref()?.ghost.get()
    }

    /// Whether all is to be told that the rules would say, and not only the worst.
    #[must_use]
    pub fn tells_all(&self) -> bool {
        self.held.as_ref().is_some_and(|held| held.tells_all)
    }
}

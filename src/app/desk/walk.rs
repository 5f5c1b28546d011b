//! Where the keyboard goes: from session to session, from part to part of the desk, and back after something was closed.

use egui::Context;

use super::Desk;
use super::opened::Opened;
use crate::app::selection::Selection;
use crate::app::view::{Arrow, walk};
use crate::app::widget::focus::{self, Area, Next};
use crate::app::widget::rows::Go;
use crate::model::{RowId, SessionId};

impl Desk {
    /// Where what had the keyboard has gone because it was chosen, the keyboard is where one goes on: on what is selected.
    pub(super) fn take_back(&mut self, ctx: &Context) {
        if focus::is_free(ctx)
            && let Some(RowId::Session(id)) = self.selection().focus
        {
            self.go_on_with(ctx, id);
        }
    }

    /// Gives the keyboard to a session, or to the table in which its row is.
    pub(super) fn go_on_with(&mut self, ctx: &Context, id: SessionId) {
        if self.view().flow().is_some() {
            focus::give_to_session(ctx, id);
        } else {
            focus::give_to_ground(ctx);
        }
    }

    /// What keys act on is what has the keyboard; where that is selected, all that is selected.
    pub(super) fn take_up(&mut self, ctx: &Context) {
        if let Some(session) = focus::session(ctx)
            && !self.selection().contains(session)
            && self.plan().sessions().contains(session)
        {
            self.opened.chosen.selection = Selection::only(session.into());
        }
    }

    /// Gives the keyboard on.
    pub(super) fn go_to(&mut self, ctx: &Context, next: Option<Next>) {
        match next {
            Some(Next::Widget(id)) => focus::give_to(ctx, id),
            Some(Next::Sessions) => {
                let flows = self.view().flow().is_some();
                match flows.then(|| self.session_to_begin_with()).flatten() {
                    Some(session) => self.give_to_session(ctx, session),
                    None => match focus::first_of(ctx, Area::Sessions) {
                        Some(ground) => focus::give_to(ctx, ground),
                        None => focus::give_to_ground(ctx),
                    },
                }
            }
            None => {}
        }
    }

    /// Brings a session into sight and gives it the keyboard.
    pub(super) fn give_to_session(&mut self, ctx: &Context, session: SessionId) {
        focus::give_to_session(ctx, session);
        self.reveal(session.into());
    }

    /// The session on which the keyboard begins: the one that is selected, else the first one of the day in sight.
    fn session_to_begin_with(&mut self) -> Option<SessionId> {
        self.opened.chosen.follow();
        let date = self.view().date().or(self.opened.date);
        let cx = self.context();
        let placed = |id: SessionId| cx.plan.sessions().get(id).is_some_and(|session| session.span().is_some());
        let selected = match cx.selection.focus {
            Some(RowId::Session(id)) if placed(id) => Some(id),
            _ => cx.selection.sessions.iter().copied().find(|&id| placed(id)),
        };
        selected.or_else(|| walk::first_on(&cx, date?, |_| true))
    }

    /// Goes from session to session.
    pub(super) fn walk(&mut self, ctx: &Context, arrow: Arrow, extends: bool) {
        let Some(from) = focus::session(ctx) else {
            if let Some(session) = self.session_to_begin_with() {
                self.give_to_session(ctx, session);
            }
            return;
        };
        self.opened.chosen.follow();
        let at = Opened::view_index(&self.screen.settings);
        let cx = self.context();
        let Some(session) = cx.plan.sessions().get(from) else { return };
        // Among those that wait, it is gone up and down.
        let next = session.placement.as_ref().and_then(|_| self.opened.views[at].walk(&cx, session, arrow));
        let Some(next) = next else { return };
        if extends {
            let selection = &mut self.opened.chosen.selection;
            // Going back takes away what was gone too far.
            if selection.contains(next) && selection.contains(from) {
                selection.toggle(from);
            } else {
                selection.add(from);
            }
            selection.add(next);
        }
        self.give_to_session(ctx, next);
    }

    /// Goes from session to session among those that wait.
    pub(super) fn walk_in_tray(&mut self, ctx: &Context, go: Go, extends: bool) {
        let Some(from) = focus::session(ctx) else { return };
        let page = self.opened.navigator.tray_page();
        let chosen = &mut self.opened.chosen;
        let waiting = chosen.workbench.index().waiting();
        let place = go.target(Some(waiting.range(..from).count()), waiting.len(), page);
        let Some(&next) = waiting.iter().nth(place) else { return };
        if extends {
            let goes_back = chosen.selection.contains(next) && chosen.selection.contains(from);
            for &between in waiting.range(from.min(next)..=from.max(next)) {
                if goes_back && between != next && chosen.selection.contains(between) {
                    chosen.selection.toggle(between);
                } else {
                    chosen.selection.add(between);
                }
            }
        }
        focus::give_to_session(ctx, next);
    }
}

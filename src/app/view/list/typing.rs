//! Opening and leaving cells, and where keys go on after that.

use std::sync::Arc;

use super::ListView;
use super::columns::{Column, Shown};
use super::editor::Leave;
use super::fill;
use super::open_cell::OpenCell;
use super::options;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::selection::Selection;
use crate::edit::Command;
use crate::model::{Session, SessionId};

impl ListView {
    /// The columns that were shown in the last frame.
    pub(super) fn shown(&self, cx: &ViewContext<'_>) -> Shown {
        self.shown.clone().unwrap_or_else(|| Shown::all(cx.plan))
    }

    /// Opens a cell.
    pub(super) fn edit(&mut self, cx: &ViewContext<'_>, id: SessionId, column: Column) {
        let Some(session) = cx.plan.sessions().get(id) else { return };
        let choices = options::choices(cx, session, column);
        self.give_up(cx);
        self.open_cell = OpenCell::new(cx.plan, (session, column), choices, cx.settings.title_language());
        self.column = column;
        self.sought = Some(id.into());
    }

    /// Opens the cell that keys act on, and lets `begin` make something of it.
    pub(super) fn edit_cell(&mut self, cx: &ViewContext<'_>, id: SessionId, begin: impl FnOnce(OpenCell) -> OpenCell) {
        if self.order.index_of(cx, id).is_some() && self.column.editor(cx.plan).is_some() {
            self.edit(cx, id, self.column);
            self.open_cell = self.open_cell.take().map(begin);
        }
    }

    /// Closes the editor, unless what was typed can not be taken.
    pub(super) fn leave(&mut self, cx: &ViewContext<'_>, leave: Leave) {
        // Before what is typed moves the row elsewhere.
        let below = if let Leave::Down(back) = leave { self.below(cx, back) } else { None };
        let Some(open) = &mut self.open_cell else { return };
        if leave != Leave::Cancel && (leave != Leave::Blur || open.is_worth_taking()) {
            let language = cx.settings.title_language();
            let command = if leave == Leave::All {
                open.command_for(cx.plan, cx.selection.sessions.iter().copied(), language)
            } else {
                open.command(cx.plan, language)
            };
            match command {
                Ok(Some(command)) => {
                    cx.perform(cx.with_followers(command));
                    self.sought = Some(open.id().into()).filter(|_| leave != Leave::Blur);
                }
                Ok(None) => {}
                Err(mistake) => return open.refuse(mistake),
            }
        }
        let run = self.run.take();
        match leave {
            Leave::Onward(back) => {
                self.run = run.or(Some(open.column));
                self.next = self.onward(cx, back);
                if let Some((id, _)) = self.next.filter(|(id, _)| !cx.selection.contains(*id)) {
                    cx.select(id);
                }
            }
            Leave::Down(_) => {
                self.column = run.unwrap_or(self.column);
                if let Some(id) = below {
                    self.go_to(cx, id);
                }
            }
            _ => {}
        }
        self.open_cell = None;
    }

    /// The row below the open cell, or above it.
    fn below(&self, cx: &ViewContext<'_>, back: bool) -> Option<SessionId> {
        let index = self.order.index_of(cx, self.open_cell.as_ref()?.id())?;
        let index = if back { index.checked_sub(1)? } else { index + 1 };
        self.order.ids().get(index).copied()
    }

    /// Lets keys act on another row; what is selected stays where that is one of it.
    fn go_to(&mut self, cx: &ViewContext<'_>, id: SessionId) {
        let sessions = &cx.selection.sessions;
        if sessions.len() > 1 && sessions.contains(&id) {
            cx.act(Action::Select(Selection { sessions: Arc::clone(sessions), focus: Some(id.into()) }));
        } else {
            self.anchor = Some(id);
            cx.select(id);
        }
        self.sought = Some(id.into());
    }

    /// Closes the editor for another one, or because its row is gone: what was typed is taken, or told where it can not
    /// be.
    pub(super) fn give_up(&mut self, cx: &ViewContext<'_>) {
        let Some(open) = self.open_cell.take_if(|open| open.is_worth_taking()) else { return self.open_cell = None };
        match open.command(cx.plan, cx.settings.title_language()) {
            Ok(command) => command.into_iter().for_each(|command| cx.perform(cx.with_followers(command))),
            Err(mistake) => cx.act(Action::Tell(phrases::not_taken(cx, false, &open.told(), &mistake.text(cx)))),
        }
    }

    /// The next cell that can be edited, in this row or another one.
    fn onward(&self, cx: &ViewContext<'_>, back: bool) -> Option<(SessionId, Column)> {
        let open = self.open_cell.as_ref()?;
        let shown = self.shown(cx);
        if let Some(column) = shown.editable_beside(cx.plan, open.column, back) {
            return Some((open.id(), column));
        }
        let index = self.order.index_of(cx, open.id())?;
        let index = if back { index.checked_sub(1)? } else { index + 1 };
        self.order.ids().get(index).map(|&id| (id, shown.end_editable(cx.plan, back)))
    }

    /// Gives the selected rows what the first of them has in this column; a single one what the row above has.
    pub(super) fn fill(&self, cx: &ViewContext<'_>) {
        let mut rows: Vec<usize> = cx.selection.sessions.iter().filter_map(|&id| self.order.index_of(cx, id)).collect();
        rows.sort_unstable();
        if let [only] = rows[..] {
            rows.insert(0, only.saturating_sub(1));
        }
        if let Some((&first, below)) = rows.split_first() {
            self.fill_from(cx, self.column, &[first], below);
        }
    }

    /// Gives some rows what others have in a column: the first one what the first one has, and so on, again and again.
    pub(super) fn fill_from(&self, cx: &ViewContext<'_>, column: Column, sources: &[usize], targets: &[usize]) {
        let session = |row: &usize| cx.plan.sessions().get(*self.order.ids().get(*row)?);
        let filled = targets.iter().zip(sources.iter().cycle()).filter_map(|(to, from)| {
            let (from, before) = (session(from)?, session(to)?);
            let mut after = Session::clone(before);
            fill::copy(cx.plan, column, from, &mut after);
            (after != **before).then_some((&**before, after))
        });
        let filled: Vec<(&Session, Session)> = filled.collect();
        if !filled.is_empty() {
            cx.perform(Command::changes(filled));
        }
    }
}

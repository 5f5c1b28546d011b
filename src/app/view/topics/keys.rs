//! Keys of the matrix: arrows go from cell to cell, Space ticks a topic, Enter puts it on an item or takes it off.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::widget::rows::Go;

use super::TopicsView;
use super::columns::{Cell, ColumnOf};
use super::deeds;
use super::known::Known;
use super::layout;

impl TopicsView {
    /// Takes those that are for the matrix while it has the keyboard.
    pub(super) fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, known: &Known, (ground, height): (Id, f32)) {
        let filter =
            EventFilter { vertical_arrows: true, horizontal_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, filter));
        if egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let has_keyboard = ui.memory(|memory| memory.focused()) == Some(ground);
        if (has_keyboard || self.building.is_some()) && pressed(Key::Escape) {
            if self.building.take().is_none() {
                self.ticked.clear();
            }
            self.takes_keyboard = true;
            return;
        }
        if !has_keyboard || known.rows.is_empty() {
            return;
        }
        let (at, column) = match self.cursor {
            Some((id, column)) => (known.row_of(id), column),
            None => (None, 0),
        };
        let page = (height / layout::ROW.1) as usize;
        for (key, go) in Go::KEYS {
            if pressed(key) {
                let row = go.target(at, known.rows.len(), page);
                return self.choose(cx, known, (row, column));
            }
        }
        for (key, by) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
            if pressed(key) {
                let column = column.saturating_add_signed(by).min(known.columns.len());
                return self.choose(cx, known, (at.unwrap_or(0), column));
            }
        }
        if pressed(Key::Space)
            && let Some((topic, _)) = self.cursor
        {
            let is_ticked = self.ticked.insert(topic) || !self.ticked.remove(&topic);
            let words = if is_ticked { cx.text("topics-is-ticked") } else { cx.text("topics-is-not-ticked") };
            cx.act(Action::Say(words.to_owned()));
        }
        if pressed(Key::Enter) {
            self.enter(cx, known);
        }
    }

    /// Does what a cell is for: a topic opens in the inspector, an item takes it or lets it go, a session is selected.
    pub(super) fn enter(&mut self, cx: &ViewContext<'_>, known: &Known) {
        let Some((topic, column)) = self.cursor else { return };
        let Some(column) = column.checked_sub(1).and_then(|at| known.columns.get(at)) else {
            return cx.act(Action::Inspect(topic.into()));
        };
        match &column.of {
            ColumnOf::Item(item) => {
                // Its column stays, though it may have no topic any more.
                self.wanted.kept.insert(*item);
                if let Some(command) = deeds::toggled(cx, *item, topic) {
                    cx.perform(command);
                }
            }
            ColumnOf::Sessions(ids) | ColumnOf::Drafting(ids) => {
                if column.cell(cx.plan, &known.coverage, topic) == Cell::Absent {
                    return;
                }
                let names = |id: &&crate::model::SessionId| {
                    cx.plan.sessions().get(**id).is_some_and(|session| session.topics.contains(&topic))
                };
                if let Some(&id) = ids.iter().find(names) {
                    cx.select(id);
                }
            }
        }
    }
}

//! Keys of the table: from row to row, order and level, and what begins to be typed.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

use crate::app::context::ViewContext;
use crate::app::style::size;
use crate::app::widget::rows::Go;
use crate::edit::Command;
use crate::edit::agenda::{OnAgenda, Spot};
use crate::model::agenda::Agenda;
use crate::model::{AgendaItem, AgendaItemId, RowId, SessionId};

use super::AgendaView;
use super::rows::{self, Row};
use super::typing::Cell;

impl AgendaView {
    /// Takes those that are for the table while it has the keyboard.
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        cx: &ViewContext<'_>,
        (agenda, rows): (&Agenda, &[Row]),
        (ground, height): (Id, f32),
    ) {
        let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let at = self.cursor.and_then(|row| rows::row_at(agenda, rows, row));
        for (key, forward) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
            if pressed(Modifiers::ALT, key) {
                return self.shift(cx, agenda, forward);
            }
        }
        for (key, deeper) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
            if pressed(Modifiers::ALT, key) {
                return self.set_level(cx, agenda, deeper);
            }
        }
        let page = ((height / size::ROW) as usize).saturating_sub(3);
        for (key, go) in Go::KEYS {
            let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            for _ in 0..times {
                let from = self.cursor.and_then(|row| rows::row_at(agenda, rows, row));
                if let Some(row) = rows::next(agenda, rows, (from, go, page)) {
                    self.choose(cx, row);
                    self.sought = Some(row);
                }
            }
        }
        if pressed(Modifiers::NONE, Key::Insert) {
            self.begin_new(cx);
        }
        let Some(cursor) = self.cursor.filter(|_| at.is_some()) else {
            if pressed(Modifiers::NONE, Key::Enter) {
                self.begin_new(cx);
            }
            return;
        };
        if pressed(Modifiers::NONE, Key::Delete) || pressed(Modifiers::NONE, Key::Backspace) {
            let next = rows::next(agenda, rows, (at, Go::Down, 1)).filter(|row| *row != cursor);
            cx.perform(Command::Remove(agenda.group(cursor)));
            if let Some(row) = next {
                self.choose(cx, row);
            }
        }
        if pressed(Modifiers::NONE, Key::Enter) || pressed(Modifiers::NONE, Key::F2) {
            self.begin_cell(cx, cursor, Cell::Title);
        }
    }

    /// Takes the row with the cursor, and what stands below it, one place on or back.
    fn shift(&mut self, cx: &ViewContext<'_>, agenda: &Agenda, forward: bool) {
        let Some(row) = self.cursor else { return };
        let group = agenda.group(row);
        let all: Vec<(SessionId, RowId)> = agenda
            .sittings
            .iter()
            .flat_map(|sitting| sitting.lines.iter().map(|line| (sitting.session, line.taken.row())))
            .collect();
        let Some(first) = all.iter().position(|&(_, other)| other == row) else { return };
        let end = first + group.len();
        let session = all[first].0;
        let spot = if forward {
            match all.get(end) {
                // Behind the last of its session comes the beginning of the next one.
                Some(&(other, before)) if other != session => Spot { session: other, before: Some(before) },
                Some(_) => {
                    let before = all.get(end + 1).filter(|(other, _)| *other == session).map(|(_, row)| *row);
                    Spot { session, before }
                }
                None => return,
            }
        } else {
            match first.checked_sub(1).map(|at| all[at]) {
                Some((other, _)) if other != session => Spot::at_end(other),
                Some((_, before)) => Spot { session, before: Some(before) },
                None => return,
            }
        };
        cx.perform(Command::Agenda(OnAgenda::Move(group, spot)));
        self.sought = Some(row);
    }

    /// Lets the row with the cursor, and what stands below it, stand one level deeper or higher.
    fn set_level(&self, cx: &ViewContext<'_>, agenda: &Agenda, deeper: bool) {
        let Some(row) = self.cursor else { return };
        let ids = agenda.group(row).into_iter().filter_map(|row| AgendaItemId::try_from(row).ok());
        let items: Vec<AgendaItem> =
            ids.filter_map(|id| cx.plan.items().get(id)).map(|item| (**item).clone()).collect();
        let fits = |item: &AgendaItem| if deeper { item.level < AgendaItem::DEEPEST } else { item.level > 0 };
        if items.is_empty() || !items.iter().all(fits) {
            return;
        }
        let level = |level: u8| if deeper { level + 1 } else { level - 1 };
        let rows = items.into_iter().map(|item| AgendaItem { level: level(item.level), ..item }.into()).collect();
        cx.perform(Command::PutMany(rows));
    }
}

//! Keys of the table: from statement to statement, one place on or back, on and off the list.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

use crate::app::context::ViewContext;
use crate::app::style::size;
use crate::app::widget::rows::Go;
use crate::edit::Command;
use crate::edit::agenda::Spot;
use crate::edit::statements::OnList;
use crate::model::StatementId;
use crate::model::speaking::{ListStep, SpeakingList};

use super::rows::{self, Row};
use super::{Sought, StatementsView, open};

impl StatementsView {
    /// Takes those that are for the table while it has the keyboard.
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        cx: &ViewContext<'_>,
        (list, rows): (&SpeakingList, &[Row]),
        (ground, height): (Id, f32),
    ) {
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, onward) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
            if pressed(Modifiers::ALT, key) {
                self.shift(cx, list, onward);
                return;
            }
        }
        let page = ((height / size::ROW) as usize).saturating_sub(3);
        for (key, go) in Go::KEYS {
            let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            for _ in 0..times {
                let from = self.cursor.and_then(|id| rows::row_of(list, rows, id));
                if let Some(id) = rows::next(list, rows, (from, go, page)) {
                    self.choose(cx, id);
                    self.sought = Some(Sought::Statement(id));
                }
            }
        }
        if pressed(Modifiers::NONE, Key::Insert) {
            self.begin_new();
        }
        let Some(cursor) = self.cursor else { return };
        if pressed(Modifiers::NONE, Key::Delete) {
            let from = rows::row_of(list, rows, cursor);
            let next = rows::next(list, rows, (from, Go::Down, 1)).filter(|id| *id != cursor);
            cx.perform(Command::Remove(vec![cursor.into()]));
            if let Some(next) = next {
                self.choose(cx, next);
            }
            return;
        }
        if pressed(Modifiers::NONE, Key::Backspace) && list.place(cursor).is_some() {
            cx.perform(Command::List(OnList::TakeOff(cursor)));
        }
        if pressed(Modifiers::NONE, Key::Enter) {
            open(cx, cursor);
        }
    }

    /// One place on or back; on a published list by a swap with the neighbour.
    fn shift(&mut self, cx: &ViewContext<'_>, list: &SpeakingList, onward: bool) {
        let Some(id) = self.cursor else { return };
        if let Some(command) = shifted(list, id, onward) {
            cx.perform(command);
            self.sought = Some(Sought::Statement(id));
        }
    }
}

fn shifted(list: &SpeakingList, id: StatementId, onward: bool) -> Option<Command> {
    let (at, line) = list.place(id)?;
    let is_published = list.speaking.step() == ListStep::Published;
    let all: Vec<(usize, usize)> =
        list.parts.iter().enumerate().flat_map(|(part, row)| (0..row.lines.len()).map(move |at| (part, at))).collect();
    let place = all.iter().position(|&place| place == (at, line))?;
    let neighbour = if onward { all.get(place + 1) } else { place.checked_sub(1).and_then(|at| all.get(at)) };
    let &(part, line) = neighbour?;
    let (other, session) = (&list.parts[part].lines[line].statement, list.parts[part].session);
    if is_published {
        return Some(Command::List(OnList::Swap([id, other.id], Default::default())));
    }
    if onward && other.held_place {
        return Some(Command::List(OnList::GiveHeld(id, session)));
    }
    let spot = match (onward, part == at) {
        // Behind the neighbour is before the one after it.
        (true, true) => {
            let before = list.parts[part].lines.get(line + 1).map(|line| line.statement.id.into());
            Spot { session, before }
        }
        (true, false) | (false, true) => Spot { session, before: Some(other.id.into()) },
        (false, false) => Spot::at_end(session),
    };
    Some(Command::List(OnList::Give(id, spot)))
}

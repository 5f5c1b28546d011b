//! Keys of the grid: arrows go from cell to cell, Enter takes hold of a sitting and lets go of it, letters and figures give it to
//! a team.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

use crate::app::action::Action;
use crate::app::context::ViewContext;

use super::RosterView;
use super::carried::{Carried, handed};
use super::known::Known;

impl RosterView {
    /// Takes those that are for the grid while it has the keyboard.
    pub(super) fn keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, known: &Known, ground: Id) {
        let arrows =
            EventFilter { vertical_arrows: true, horizontal_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        if ui.memory(|memory| memory.focused()) != Some(ground) || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if self.carried.as_ref().is_some_and(|carried| carried.by_keys) {
            return self.carrying_keys(cx, known, &pressed);
        }
        let ways =
            [(Key::ArrowUp, (-1, 0)), (Key::ArrowDown, (1, 0)), (Key::ArrowLeft, (0, -1)), (Key::ArrowRight, (0, 1))];
        for (key, (down, along)) in ways {
            let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            for _ in 0..times {
                self.step(cx, known, (down, along));
            }
        }
        let Some((sitting, team)) = self.cursor.and_then(|(row, day)| {
            let at = known.sitting(row, day)?;
            Some((at, known.roster.sittings[at].team))
        }) else {
            return;
        };
        if pressed(Key::Enter) {
            self.carried = Carried::new(cx, known, sitting, true);
            if let Some(carried) = &self.carried {
                cx.act(Action::Say(carried.words(cx, known)));
            }
            return;
        }
        let sessions = known.roster.sessions(&known.roster.sittings[sitting]);
        let to = if pressed(Key::Backspace) || pressed(Key::Delete) || pressed(Key::Num0) {
            None
        } else {
            let Some(to) = TEAM_KEYS.iter().position(|(figure, letter)| pressed(*figure) || pressed(*letter)) else {
                return;
            };
            if to >= known.roster.teams.len() {
                return;
            }
            Some(to)
        };
        if let Some(command) = handed(known, sessions.clone(), (team, to)) {
            self.follows = sessions.first().copied();
            cx.perform(command);
        }
    }

    /// While a sitting is carried: up and down choose whose it would be.
    fn carrying_keys(&mut self, cx: &ViewContext<'_>, known: &Known, pressed: &dyn Fn(Key) -> bool) {
        if pressed(Key::Escape) {
            self.carried = None;
            return;
        }
        if pressed(Key::Enter) {
            return self.put_down(cx, known);
        }
        for (key, onward) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
            if pressed(key)
                && let Some(carried) = &mut self.carried
            {
                carried.step(onward);
                let outlook = carried.outlook(cx, known).map(|(words, _)| words).unwrap_or_default();
                cx.act(Action::Say(format!("{} {outlook}", carried.words(cx, known)).trim().to_owned()));
            }
        }
    }

    /// Puts the cursor on the cell so many rows below and days later.
    fn step(&mut self, cx: &ViewContext<'_>, known: &Known, (down, along): (isize, isize)) {
        if known.days.is_empty() {
            return;
        }
        let Some((row, day)) = self.cursor else {
            let first = known
                .roster
                .sittings
                .first()
                .and_then(|sitting| known.cell_of(*known.roster.sessions(sitting).first()?));
            return self.choose(cx, known, first.unwrap_or((known.rows[0], 0)));
        };
        let at = known.rows.iter().position(|one| *one == row).unwrap_or(0);
        let row = at.saturating_add_signed(down).min(known.rows.len() - 1);
        let day = day.saturating_add_signed(along).min(known.days.len() - 1);
        self.choose(cx, known, (known.rows[row], day));
    }
}

/// The keys of the first teams, each a figure and a letter.
const TEAM_KEYS: [(Key, Key); 9] = [
    (Key::Num1, Key::A),
    (Key::Num2, Key::B),
    (Key::Num3, Key::C),
    (Key::Num4, Key::D),
    (Key::Num5, Key::E),
    (Key::Num6, Key::F),
    (Key::Num7, Key::G),
    (Key::Num8, Key::H),
    (Key::Num9, Key::I),
];

//! Shortcuts, and the keys that move sessions.

use egui::{Key, Modifiers, Ui};

use super::Desk;
use crate::app::action::UiCommand;
use crate::app::settings::ViewKind;

impl Desk {
    /// Takes the keys that belong to the desk, before any widget sees them.
    pub(super) fn handle_keys(&mut self, ui: &Ui) {
        if self.files.is_asking() || self.palette.is_open() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let typing = ui.ctx().text_edit_focused();
        // The longer shortcut first: Ctrl+Z is also pressed when Ctrl+Shift+Z is.
        let mut commands: Vec<UiCommand> = UiCommand::ALL.to_vec();
        commands.sort_by_key(|command| command.shortcut().map_or(0, |keys| -i32::from(keys.modifiers.shift)));
        let text_edits_own = [UiCommand::Undo, UiCommand::Redo, UiCommand::SelectAll];
        for command in commands {
            let Some(shortcut) = command.shortcut() else { continue };
            if typing && text_edits_own.contains(&command) {
                continue;
            }
            if ui.input_mut(|input| input.consume_shortcut(&shortcut)) {
                self.run(ui.ctx(), command);
            }
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Y)) && !typing {
            self.run(ui.ctx(), UiCommand::Redo);
        }
        if self.export.is_open() && !typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.export.close();
        }
        if self.rules.is_open() && !typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.rules.toggle();
        }
        // A control of a form that has the keyboard keeps the bare keys: Enter presses it, arrows leave it. Behind the
        // Export window, which is in front of the sessions, none of them may delete or move one.
        let forms = self.inspector.has_focus(ui.ctx()) || self.findings.has_focus(ui.ctx());
        let in_front = self.export.is_open() || self.rules.has_focus(ui.ctx());
        if typing || self.gesture.is_dragging() || forms || in_front {
            return;
        }
        // Escape closes what lies on top before it lets the selection go.
        let escape = |ui: &Ui| ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if (self.slots.is_open() || self.repair.is_open()) && escape(ui) {
            _ = self.slots.close() || self.repair.close();
        }
        for command in UiCommand::ALL {
            if let Some(key) = command.bare_key()
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
            {
                self.run(ui.ctx(), command);
            }
        }
        if self.settings.view != ViewKind::List && !self.selection.sessions.is_empty() {
            self.handle_arrows(ui);
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
                self.settings.inspector_open = true;
                self.inspector.take_focus();
            }
        }
    }

    /// Arrows along time move by one snap, with Shift they resize; with Alt, arrows across time change rooms.
    fn handle_arrows(&mut self, ui: &Ui) {
        let (earlier, later, back, forth) = match self.settings.view {
            ViewKind::Day => (Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight),
            _ => (Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown),
        };
        let step = self.settings.snap_mins;
        let taken = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, sign) in [(earlier, -1), (later, 1)] {
            if taken(Modifiers::SHIFT, key) {
                self.nudge(sign * step, 0, true);
            } else if taken(Modifiers::NONE, key) {
                self.nudge(sign * step, 0, false);
            }
        }
        for (key, sign) in [(back, -1), (forth, 1)] {
            if taken(Modifiers::ALT, key) {
                self.nudge(0, sign, false);
            }
        }
    }
}

//! Shortcuts, and the keys that move sessions.

use egui::{Key, Modifiers, Ui};

use super::Desk;
use crate::app::action::UiCommand;
use crate::app::commands;
use crate::app::gesture::Flow;
use crate::app::window::Floating as _;

impl Desk {
    /// Takes the keys that belong to the desk, before any widget sees them.
    pub(super) fn handle_keys(&mut self, ui: &Ui) {
        if self.dialogs.is_asking() || self.opened.windows.palette.is_open() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let typing = ui.ctx().text_edit_focused();
        // The longer shortcut first: Ctrl+Z is also pressed when Ctrl+Shift+Z is.
        let mut commands: Vec<UiCommand> = commands::all().collect();
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
        // Escape closes what lies on top before it lets the selection go.
        self.opened.windows.note_opened();
        let escape = |ui: &Ui| ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if !typing && !self.opened.gesture.is_dragging() && self.opened.windows.is_any_open() && escape(ui) {
            self.opened.windows.close_top();
        }
        // A control of a form that has the keyboard keeps the bare keys: Enter presses it, arrows leave it. Behind the
        // Export window, which is in front of the sessions, none of them may delete or move one.
        let forms = self.opened.inspector.has_focus(ui.ctx()) || self.opened.findings.has_focus(ui.ctx());
        let in_front = self.opened.windows.export.is_open() || self.opened.windows.rules.has_focus(ui.ctx());
        if typing || self.opened.gesture.is_dragging() || forms || in_front {
            return;
        }
        for command in commands::all() {
            if let Some(key) = command.bare_key()
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
            {
                self.run(ui.ctx(), command);
            }
        }
        if let Some(flow) = self.view().flow()
            && !self.selection().sessions.is_empty()
        {
            self.handle_arrows(ui, flow);
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
                self.screen.settings.inspector_open = true;
                self.opened.inspector.take_focus();
            }
        }
    }

    /// Arrows along time move by one snap, with Shift they resize; with Alt, arrows across time change rooms.
    fn handle_arrows(&mut self, ui: &Ui, flow: Flow) {
        let (earlier, later, back, forth) = match flow {
            Flow::Down => (Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight),
            _ => (Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown),
        };
        let step = self.screen.settings.snap_mins;
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

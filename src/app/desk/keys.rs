//! Shortcuts, and the keys that act on sessions.
//!
//! Keys are taken one by one in the order in which they were pressed, each on what the ones before it have left: ten
//! presses that arrive in one frame are ten steps. Where one must have reached its field before the next one counts, the
//! rest is held for the next frame.

use std::collections::VecDeque;

use egui::{Context, Event, Key, Modifiers, Ui};

use super::Desk;
use super::commands::Nudge;
use crate::app::action::UiCommand;
use crate::app::commands;
use crate::app::context::ViewContext;
use crate::app::filter::Filter;
use crate::app::gesture::Flow;
use crate::app::widget::focus;
use crate::app::window::{Floating as _, picture_refused};

/// What a key asks of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pressed {
    /// Do what a menu entry does.
    Run(UiCommand),
    /// Move what is selected, or pull at it.
    Nudge(Nudge),
    /// Let the title of what is selected be typed.
    Rename,
    /// Close the window on top.
    CloseTop,
    /// Let all sessions through again.
    ClearFilter,
    /// Take over what was copied elsewhere.
    Paste(Pasted),
    /// It has done its work already.
    Nothing,
}

/// What was copied elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pasted {
    Text(String),
    Picture,
}

/// What has been done of the events of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    /// Nothing that others depend on.
    Nothing,
    /// A command, which may have moved the keyboard elsewhere.
    Command,
    /// Something was typed, which its field has not seen yet.
    Typed,
    /// A key that ends a field or goes to another one.
    Left,
}

impl Done {
    /// What an event does that is left to the widgets.
    fn of(event: &Event) -> Option<Self> {
        match event {
            Event::Key { key: Key::Enter | Key::Tab | Key::Escape, pressed: true, .. } => Some(Self::Left),
            _ => is_typed(event).then_some(Self::Typed),
        }
    }

    /// Whether a frame must pass before this event: a shortcut must not overtake what is typed, nor what is typed the
    /// keyboard on its way to another field. Ten shortcuts in one frame are done in one.
    fn must_be_seen_before(self, event: &Event, meaning: Option<&Pressed>) -> bool {
        match self {
            Self::Nothing => false,
            Self::Command => meaning.is_none() && is_typed(event),
            Self::Typed => meaning.is_some() || Self::of(event) == Some(Self::Left),
            Self::Left => meaning.is_some() || is_typed(event),
        }
    }
}

/// Whether an event is for the field that has the keyboard.
fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_) | Event::Cut | Event::Key { pressed: true, .. })
}

impl Desk {
    /// Takes the keys that belong to the desk, before any widget sees them.
    pub(super) fn handle_keys(&mut self, ui: &Ui) {
        self.opened.windows.note_opened();
        let new = ui.input_mut(|input| std::mem::take(&mut input.events));
        let mut events: VecDeque<Event> = std::mem::take(&mut self.held).into_iter().chain(new).collect();
        let mut left = Vec::new();
        let mut done = Done::Nothing;
        while let Some(event) = events.pop_front() {
            let meaning = self.meaning_of(ui.ctx(), &event);
            if done.must_be_seen_before(&event, meaning.as_ref()) || (is_typed(&event) && self.awaits_focus(ui.ctx())) {
                events.push_front(event);
                break;
            }
            match meaning {
                Some(pressed) => {
                    self.press(ui.ctx(), pressed);
                    done = Done::Command;
                }
                None => {
                    if let Some(typed) = Done::of(&event) {
                        done = typed;
                    }
                    left.push(event);
                }
            }
        }
        self.held = events.into();
        if self.held.is_empty() {
            self.waited = 0;
        } else {
            self.waited += 1;
            ui.ctx().request_repaint();
        }
        ui.input_mut(|input| input.events = left);
    }

    /// Whether a field that was asked for has not got the keyboard yet: what is typed meanwhile is for it. It gets it
    /// within two frames, or never.
    fn awaits_focus(&self, ctx: &Context) -> bool {
        let asked =
            self.opened.inspector.awaits_focus() || (self.opened.windows.palette.is_open() && !ctx.text_edit_focused());
        self.waited < 3 && asked
    }

    /// What an event means, if it is a key of the desk.
    fn meaning_of(&mut self, ctx: &Context, event: &Event) -> Option<Pressed> {
        match event {
            &Event::Key { key, modifiers, pressed: true, .. } => self.meaning(ctx, modifiers, key),
            Event::Paste(text) if self.is_paste_for_desk(ctx, Some(text)) => {
                Some(Pressed::Paste(Pasted::Text(text.clone())))
            }
            Event::PasteImage(_) if self.is_paste_for_desk(ctx, None) => Some(Pressed::Paste(Pasted::Picture)),
            _ => None,
        }
    }

    /// Whether what is pasted is for no field: a single value is for the cell of a table, where there is one.
    fn is_paste_for_desk(&mut self, ctx: &Context, text: Option<&str>) -> bool {
        let windows = &self.opened.windows;
        let is_free = windows.paste.is_open() || !windows.covers_desk() && !windows.palette.is_open();
        let is_value = text.is_some_and(|text| !text.trim_end().contains(['\t', '\n'])) && self.view().takes_letters();
        is_free
            && !ctx.text_edit_focused()
            && !self.dialogs.is_asking()
            && self.waiting().is_none()
            && !(is_value && !self.opened.windows.paste.is_open())
    }

    /// Does what a key says.
    fn press(&mut self, ctx: &Context, pressed: Pressed) {
        match pressed {
            Pressed::Run(command) => self.run(ctx, command),
            Pressed::Nudge(nudge) => self.nudge(nudge),
            Pressed::Rename => {
                *self.panels_mut().1 = true;
                self.opened.inspector.take_focus();
            }
            Pressed::CloseTop => _ = self.opened.windows.close_top(),
            Pressed::ClearFilter => self.opened.chosen.filter = Filter::default(),
            Pressed::Paste(pasted) => self.paste(&pasted),
            Pressed::Nothing => {}
        }
    }

    /// Shows what a table would make of the plan.
    fn paste(&mut self, pasted: &Pasted) {
        let mut cx = ViewContext::new(&self.opened.chosen, &self.screen, &[]);
        cx.date = self.opened.date;
        let refused = match pasted {
            Pasted::Text(text) => self.opened.windows.paste.show(&cx, text),
            Pasted::Picture => Some(picture_refused(&cx)),
        };
        if let Some(message) = refused {
            self.notices.tell(message);
        }
    }

    /// What a key means now; `None` where it is for something else.
    fn meaning(&mut self, ctx: &Context, modifiers: Modifiers, key: Key) -> Option<Pressed> {
        // These lie above everything, and close by themselves.
        if self.dialogs.is_asking() || self.waiting().is_some() {
            return None;
        }
        if self.opened.windows.palette.is_open() || egui::Popup::is_any_open(ctx) {
            let file = [UiCommand::Save, UiCommand::SaveAs, UiCommand::Quit];
            let command = with_shortcut(modifiers, key).filter(|command| file.contains(command))?;
            egui::Popup::close_all(ctx);
            return Some(Pressed::Run(command));
        }
        let typing = ctx.text_edit_focused();
        if let Some(command) = with_shortcut(modifiers, key) {
            let for_view = focus::is_on_sessions(ctx) && !self.opened.windows.covers_desk();
            if !typing && for_view && self.view().takes_keys_of(command) {
                return None;
            }
            let mut text_has_its_own = [UiCommand::Undo, UiCommand::Redo, UiCommand::SelectAll].contains(&command);
            // While nothing has been typed there is nothing to take back but the new session itself.
            text_has_its_own &= command != UiCommand::Undo || !self.opened.inspector.is_only_begun();
            return Some(Pressed::Run(command)).filter(|_| !(typing && text_has_its_own));
        }
        if typing || self.opened.gesture.is_dragging() {
            return None;
        }
        // Escape closes what lies on top before it lets the selection go.
        let escape = key == Key::Escape && modifiers.matches_logically(Modifiers::NONE);
        if escape && self.opened.windows.is_any_open() {
            return Some(Pressed::CloseTop);
        }
        if escape && focus::was_let_go(ctx) {
            return Some(Pressed::Nothing);
        }
        if escape
            && self.selection().sessions.is_empty()
            && self.selection().focus.is_none()
            && !self.opened.chosen.filter.is_empty()
        {
            return Some(Pressed::ClearFilter);
        }
        // What has the keyboard keeps the other keys, unless it is a session. Behind a window that is in front of the
        // sessions, none of them may go or move.
        let windows = &self.opened.windows;
        if !focus::is_on_sessions(ctx) || windows.covers_desk() {
            return None;
        }
        if modifiers.matches_logically(Modifiers::NONE)
            && let Some(command) = commands::all().find(|command| command.bare_key() == Some(key))
            && !(self.view().takes_letters() && is_letter(key))
        {
            return Some(Pressed::Run(command));
        }
        let flow = self.view().flow().filter(|_| !self.selection().sessions.is_empty())?;
        if key == Key::Enter && modifiers.matches_logically(Modifiers::NONE) {
            return Some(Pressed::Rename);
        }
        nudge(flow, modifiers, key).map(Pressed::Nudge)
    }
}

/// Whether somebody may mean to type with it, or to mend what was typed.
fn is_letter(key: Key) -> bool {
    key == Key::Backspace || key.name().chars().count() == 1
}

/// The command with this shortcut. The longer one counts: Ctrl+Z is also pressed when Ctrl+Shift+Z is.
fn with_shortcut(modifiers: Modifiers, key: Key) -> Option<UiCommand> {
    if key == Key::Y && modifiers.matches_logically(Modifiers::COMMAND) {
        return Some(UiCommand::Redo);
    }
    let fits = |keys: &egui::KeyboardShortcut| keys.logical_key == key && modifiers.matches_logically(keys.modifiers);
    let found = commands::all().filter_map(|command| Some((command.shortcut().filter(fits)?, command)));
    found.max_by_key(|(keys, _)| keys.modifiers.shift).map(|(_, command)| command)
}

/// Arrows along time move by one snap, with Shift they pull the end; with Alt, arrows across time change rooms.
fn nudge(flow: Flow, modifiers: Modifiers, key: Key) -> Option<Nudge> {
    let (earlier, later, back, forth) = match flow {
        Flow::Down => (Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight),
        _ => (Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown),
    };
    let sign = if key == later || key == forth { 1 } else { -1 };
    let along = key == earlier || key == later;
    let across = key == back || key == forth;
    if along && modifiers.matches_logically(Modifiers::SHIFT) {
        Some(Nudge::End(sign))
    } else if along && modifiers.matches_logically(Modifiers::NONE) {
        Some(Nudge::Time(sign))
    } else if across && modifiers.matches_logically(Modifiers::ALT) {
        Some(Nudge::Room(sign as isize))
    } else {
        None
    }
}

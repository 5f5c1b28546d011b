//! Shortcuts, and the keys that act on sessions: plain ones walk and look, with Shift they select, with Ctrl they move.
//!
//! Keys are taken one by one in the order in which they were pressed, each on what the ones before it have left: ten
//! presses that arrive in one frame are ten steps. Where one must have reached its field before the next one counts, the
//! rest is held for the next frame.

use std::collections::VecDeque;

use egui::{Context, Event, Key, Modifiers, Ui};

use super::Desk;
use super::commands::Nudge;
use super::opened::Opened;
use crate::app::action::UiCommand;
use crate::app::commands;
use crate::app::context::ViewContext;
use crate::app::filter::Filter;
use crate::app::gesture::Flow;
use crate::app::view::Arrow;
use crate::app::widget::rows::Go;
use crate::app::widget::{calm, focus};
use crate::app::window::{Floating as _, RowsAre, holds_programme, picture_refused};
use crate::model::{RowKind, SessionId};

/// What a key asks of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pressed {
    /// Do what a menu entry does.
    Run(UiCommand),
    /// Move what is selected, or pull at it.
    Nudge(Nudge),
    /// Go to the session that an arrow leads to, and select what is on the way where that is wanted.
    Walk(Arrow, bool),
    /// The same among sessions that wait in the tray.
    WalkInTray(Go, bool),
    /// Add the session that has the keyboard to the selection, or take it away.
    Toggle(SessionId),
    /// Go to the first property of what is selected.
    Open,
    /// Let the title of what is selected be typed.
    Rename,
    /// Out of this part of the desk, or to the next field of a form; backwards where that is wanted.
    Tab(bool),
    /// To the next part of the desk, or the one before.
    Area(bool),
    /// To something else in the same line of the desk.
    Along(egui::Id),
    /// To the menus.
    Menus,
    /// Open the menu of what has the keyboard.
    ContextMenu,
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

/// What is pasted into a field without what nobody would put there: laying out a whole table takes longer than a frame.
fn shortened(event: Event) -> Event {
    const MOST: usize = 20_000;
    match event {
        Event::Paste(text) if text.len() > MOST => Event::Paste(text.chars().take(MOST).collect()),
        event => event,
    }
}

impl Desk {
    /// Takes the keys that belong to the desk, before any widget sees them.
    pub(super) fn handle_keys(&mut self, ui: &Ui) {
        self.opened.windows.note_opened();
        let new = ui.input_mut(|input| std::mem::take(&mut input.events));
        let unseen = focus::begin_frame(ui.ctx(), &new);
        if new.iter().any(|event| matches!(event, Event::Key { pressed: true, .. } | Event::Text(_))) {
            calm::while_keys_are_used(ui.ctx());
        }
        self.take_back(ui.ctx());
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
                    if is_navigation(&event) {
                        // egui would go there in its own way.
                        ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
                    }
                    let is_tab = matches!(pressed, Pressed::Tab(_));
                    self.press(ui.ctx(), pressed);
                    done = Done::Command;
                    if is_tab {
                        // Fields see by it how they have got the keyboard.
                        left.push(event);
                    }
                }
                None => {
                    if let Some(typed) = Done::of(&event) {
                        done = typed;
                    }
                    left.push(shortened(event));
                }
            }
        }
        self.held = events.into();
        if self.held.is_empty() {
            self.waited = 0;
        } else {
            self.waited = self.waited.saturating_add(1);
            ui.ctx().request_repaint();
        }
        // What has just got the keyboard comes into sight.
        left.extend(unseen.map(scroll_to));
        ui.input_mut(|input| input.events = left);
    }

    /// Whether a field that was asked for has not got the keyboard yet: what is typed meanwhile is for it. It gets it
    /// within two frames, or never.
    fn awaits_focus(&mut self, ctx: &Context) -> bool {
        let asked = self.opened.inspector.awaits_focus() || self.view().awaits_focus();
        let asked = asked || (self.opened.windows.awaits_keyboard() && !ctx.text_edit_focused());
        self.waited < 3 && asked
    }

    /// What an event means, if it is a key of the desk.
    fn meaning_of(&mut self, ctx: &Context, event: &Event) -> Option<Pressed> {
        match event {
            &Event::Key { key: Key::Space, modifiers: Modifiers::NONE, pressed, repeat, .. } => {
                self.meaning_of_space(ctx, pressed && !repeat, !pressed)
            }
            &Event::Key { key, modifiers, pressed: true, .. } => self.meaning(ctx, modifiers, key),
            Event::Paste(text) if self.is_paste_for_desk(ctx, Some(text)) => {
                Some(Pressed::Paste(Pasted::Text(text.clone())))
            }
            Event::Copy if self.is_copied_from_desk(ctx, UiCommand::Copy) => Some(Pressed::Run(UiCommand::Copy)),
            Event::Cut if self.is_copied_from_desk(ctx, UiCommand::Cut) => Some(Pressed::Run(UiCommand::Cut)),
            Event::PasteImage(_) if self.is_paste_for_desk(ctx, None) => Some(Pressed::Paste(Pasted::Picture)),
            _ => None,
        }
    }

    /// Whether sessions are meant, and no text in a field.
    fn is_copied_from_desk(&mut self, ctx: &Context, command: UiCommand) -> bool {
        let is_free = !self.opened.windows.covers_desk() && !self.opened.windows.palette.is_open();
        let is_asked = self.dialogs.is_asking() || self.waiting().is_some() || ctx.text_edit_focused();
        let is_any = !self.selection().sessions.is_empty() || focus::session(ctx).is_some();
        is_free && !is_asked && is_any && !self.view().takes_keys_of(command)
    }

    /// Whether what is pasted is for no field: a single value is for the cell of a table, where there is one.
    fn is_paste_for_desk(&mut self, ctx: &Context, text: Option<&str>) -> bool {
        let windows = &self.opened.windows;
        let is_asked_for = windows.import.is_open();
        let is_free = is_asked_for || !windows.covers_desk() && !windows.palette.is_open();
        let is_busy = ctx.text_edit_focused() || self.dialogs.is_asking() || self.waiting().is_some();
        let is_table = text.is_none_or(|text| text.trim_end().contains(['\t', '\n']));
        is_free && !is_busy && (is_asked_for || is_table || !self.view().takes_letters())
    }

    /// Space held drags the view along, so a session is added only when it is let go.
    fn meaning_of_space(&mut self, ctx: &Context, is_pressed: bool, is_let_go: bool) -> Option<Pressed> {
        let session = focus::session(ctx).filter(|_| self.takes_session_keys(ctx))?;
        if is_pressed {
            self.space = Some(session);
        }
        let dragged = ctx.input(|input| input.pointer.primary_down());
        self.space = self.space.filter(|&held| held == session && !dragged);
        match self.space.take_if(|_| is_let_go) {
            Some(session) => Some(Pressed::Toggle(session)),
            None => Some(Pressed::Nothing),
        }
    }

    /// Whether keys are for sessions now.
    fn takes_session_keys(&mut self, ctx: &Context) -> bool {
        let is_free = !self.dialogs.is_asking() && self.waiting().is_none() && !self.opened.gesture.is_dragging();
        let windows = &self.opened.windows;
        is_free
            && !windows.palette.is_open()
            && !windows.covers_desk()
            && !egui::Popup::is_any_open(ctx)
            && !ctx.text_edit_focused()
            && focus::is_on_sessions(ctx)
    }

    /// Does what a key says.
    fn press(&mut self, ctx: &Context, pressed: Pressed) {
        match pressed {
            Pressed::Run(command) => {
                if command.is_about_selected() {
                    self.take_up(ctx);
                }
                self.run(ctx, command);
            }
            Pressed::Nudge(nudge) => {
                self.take_up(ctx);
                self.nudge(nudge);
            }
            Pressed::Walk(arrow, extends) => self.walk(ctx, arrow, extends),
            Pressed::WalkInTray(go, extends) => self.walk_in_tray(ctx, go, extends),
            Pressed::Toggle(session) => self.opened.chosen.selection.toggle(session),
            Pressed::Open => {
                self.take_up(ctx);
                *self.panels_mut().1 = true;
                self.opens = true;
            }
            Pressed::Rename => {
                self.take_up(ctx);
                *self.panels_mut().1 = true;
                self.opened.inspector.take_focus();
            }
            Pressed::Tab(back) => {
                let next = focus::after_tab(ctx, back);
                self.go_to(ctx, next);
            }
            Pressed::Area(back) => {
                let next = focus::after_f6(ctx, back);
                self.go_to(ctx, next);
            }
            Pressed::Along(next) => focus::give_to(ctx, next),
            Pressed::Menus => focus::give_to_menus(ctx),
            Pressed::ContextMenu => focus::ask_menu(ctx),
            Pressed::CloseTop => _ = self.opened.windows.close_top(),
            Pressed::ClearFilter => self.opened.chosen.filter = Filter::default(),
            Pressed::Paste(pasted) => self.paste(ctx, &pasted),
            Pressed::Nothing => {}
        }
    }

    /// Pastes sessions, a table onto cells, or shows what a table would make of the plan.
    fn paste(&mut self, ctx: &Context, pasted: &Pasted) {
        let Pasted::Text(text) = pasted else {
            let message = picture_refused(&self.context());
            self.notices.tell(message);
            return;
        };
        if !self.opened.windows.import.is_open() {
            if self.paste_sessions(ctx, text) {
                return;
            }
            let Opened { chosen, views, .. } = &mut self.opened;
            let cx = ViewContext::new(chosen, &self.screen, &[]);
            let is_for_cells = !holds_programme(text);
            if is_for_cells && views[Opened::view_index(&self.screen.settings)].paste_block(&cx, text) {
                for action in cx.into_actions() {
                    self.handle(ctx, action);
                }
                return;
            }
        }
        let rows_are = self.opened.windows.import.rows_are().unwrap_or_else(|| self.pasted_rows());
        self.paste_as(text, rows_are);
    }

    /// What rows are of a table that is pasted now.
    pub(super) fn pasted_rows(&self) -> RowsAre {
        let Opened { chosen, views, .. } = &self.opened;
        let cx = ViewContext::new(chosen, &self.screen, &[]);
        match views[Opened::view_index(&self.screen.settings)].lists(&cx) {
            Some(RowKind::Statement) => RowsAre::Requests,
            Some(RowKind::RoomRequest) => RowsAre::Rooms,
            _ => RowsAre::Sessions,
        }
    }

    /// Shows what a table would make of the plan.
    pub(super) fn paste_as(&mut self, text: &str, rows_are: RowsAre) {
        let mut cx = ViewContext::new(&self.opened.chosen, &self.screen, &[]);
        cx.date = self.opened.date;
        if let Some(message) = self.opened.windows.import.show(&cx, text, rows_are) {
            self.notices.tell(message);
        }
    }

    /// What a key means now; `None` where it is for something else.
    fn meaning(&mut self, ctx: &Context, modifiers: Modifiers, key: Key) -> Option<Pressed> {
        let (plain, shift) = (modifiers == Modifiers::NONE, modifiers == Modifiers::SHIFT);
        if key == Key::Tab && (plain || shift) && !focus::is_tab_kept(ctx, shift) {
            return Some(Pressed::Tab(shift));
        }
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
        let escape = key == Key::Escape && modifiers.matches_logically(Modifiers::NONE);
        if self.opened.windows.asks_alone() {
            let leaves = with_shortcut(modifiers, key).filter(|&command| command == UiCommand::Quit);
            return leaves.map(Pressed::Run).or(escape.then_some(Pressed::CloseTop));
        }
        match key {
            Key::F6 if plain || shift => return Some(Pressed::Area(shift)),
            Key::F10 if plain => return Some(Pressed::Menus),
            Key::F10 if shift => return Some(Pressed::ContextMenu),
            Key::Menu => return Some(Pressed::ContextMenu),
            _ => {}
        }
        let typing = ctx.text_edit_focused();
        if let Some(command) = with_shortcut(modifiers, key) {
            let windows = &self.opened.windows;
            let pastes_into_window = windows.import.is_open() && command == UiCommand::Paste;
            // Nothing acts on a plan that lies hidden behind a window.
            let is_hidden = windows.covers_desk() && !command.works_over_windows() && !pastes_into_window;
            if is_hidden {
                return None;
            }
            let for_view = focus::is_on_sessions(ctx) && !self.opened.windows.covers_desk();
            if !typing && for_view && self.view().takes_keys_of(command) {
                return None;
            }
            let mut text_has_its_own = TEXTS.contains(&command);
            // While nothing has been typed there is nothing to take back but the new session itself.
            text_has_its_own &= command != UiCommand::Undo || !self.opened.inspector.is_only_begun();
            return Some(Pressed::Run(command)).filter(|_| !(typing && text_has_its_own));
        }
        // A field in a window leaves with its window, unless it has something to put back.
        if escape && typing && self.opened.windows.covers_desk() && !focus::is_escape_kept(ctx) {
            return Some(Pressed::CloseTop);
        }
        if typing || self.opened.gesture.is_dragging() {
            return None;
        }
        let is_kept = matches!(key, Key::ArrowLeft | Key::ArrowRight) && focus::are_arrows_kept(ctx);
        if plain
            && !is_kept
            && let Some(next) = focus::along_line(ctx, key)
        {
            return Some(Pressed::Along(next));
        }
        // Escape closes what lies on top before it lets the selection go.
        if escape && self.opened.windows.is_any_open() {
            return Some(Pressed::CloseTop);
        }
        if escape && self.view().takes_keys_of(UiCommand::SelectNone) {
            return None;
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
        if !self.takes_session_keys(ctx) {
            return None;
        }
        self.meaning_for_sessions(ctx, modifiers, key)
    }

    /// What a key means on sessions and on the ground below them.
    fn meaning_for_sessions(&mut self, ctx: &Context, modifiers: Modifiers, key: Key) -> Option<Pressed> {
        let is_plain = modifiers.matches_logically(Modifiers::NONE);
        let is_list = self.view().flow().is_none();
        let in_tray = |id: SessionId| self.plan().sessions().get(id).is_some_and(|session| session.placement.is_none());
        let is_in_tray = focus::session(ctx).is_some_and(in_tray);
        if let Some(go) = Go::of(key).filter(|_| is_in_tray && (modifiers.is_none() || modifiers == Modifiers::SHIFT)) {
            return Some(Pressed::WalkInTray(go, modifiers.shift));
        }
        if is_plain
            && let Some(command) = commands::all().find(|command| command.bare_key() == Some(key))
            && !(self.view().takes_letters() && is_letter(key))
            // There, pages are pages of rows.
            && !(is_list && matches!(key, Key::PageUp | Key::PageDown))
        {
            return Some(Pressed::Run(command));
        }
        let has_session = focus::session(ctx).is_some() || !self.selection().sessions.is_empty();
        if let Some(nudge) = nudge(self.view().flow(), modifiers, key) {
            return match nudge {
                Nudge::Day(_) if !has_session => {
                    let command = if key == Key::PageUp { UiCommand::DayBefore } else { UiCommand::DayAfter };
                    Some(Pressed::Run(command))
                }
                nudge => has_session.then_some(Pressed::Nudge(nudge)),
            };
        }
        // Arrows, Enter and F2 are for its cells.
        if is_list && !is_in_tray {
            return None;
        }
        let extends = modifiers == Modifiers::SHIFT;
        match (key, arrow(key)) {
            (_, Some(arrow)) if is_plain || extends => Some(Pressed::Walk(arrow, extends)),
            (Key::Enter, _) if is_plain && has_session => Some(Pressed::Open),
            (Key::F2, _) if is_plain && has_session => Some(Pressed::Rename),
            _ => None,
        }
    }
}

/// What the same keys do with a text while one is being typed.
const TEXTS: [UiCommand; 6] =
    [UiCommand::Undo, UiCommand::Redo, UiCommand::SelectAll, UiCommand::Copy, UiCommand::Cut, UiCommand::Paste];

fn arrow(key: Key) -> Option<Arrow> {
    match key {
        Key::ArrowLeft => Some(Arrow::Left),
        Key::ArrowRight => Some(Arrow::Right),
        Key::ArrowUp => Some(Arrow::Up),
        Key::ArrowDown => Some(Arrow::Down),
        _ => None,
    }
}

/// Whether egui goes to another widget by it.
fn is_navigation(event: &Event) -> bool {
    matches!(event, Event::Key { key, pressed: true, .. } if *key == Key::Tab || arrow(*key).is_some())
}

/// Asks what is drawn for this to scroll it into sight.
fn scroll_to(id: egui::Id) -> Event {
    Event::AccessKitActionRequest(egui::accesskit::ActionRequest {
        action: egui::accesskit::Action::ScrollIntoView,
        target_tree: egui::accesskit::TreeId::ROOT,
        target_node: id.accesskit_id(),
        data: None,
    })
}

/// Whether somebody may mean to type with it, or to mend what was typed.
fn is_letter(key: Key) -> bool {
    key == Key::Backspace || key.name().chars().count() == 1
}

/// The command with this shortcut. The longer one counts: Ctrl+Z is also pressed when Ctrl+Shift+Z is.
fn with_shortcut(modifiers: Modifiers, key: Key) -> Option<UiCommand> {
    // Ctrl+Y as many know it; with Shift the keys belong to a view.
    if key == Key::Y && !modifiers.shift && modifiers.matches_logically(Modifiers::COMMAND) {
        return Some(UiCommand::Redo);
    }
    let fits = |keys: &egui::KeyboardShortcut| keys.logical_key == key && modifiers.matches_logically(keys.modifiers);
    let found = commands::all().filter_map(|command| Some((command.shortcut().filter(fits)?, command)));
    found.max_by_key(|(keys, _)| keys.modifiers.shift).map(|(_, command)| command)
}

/// With Ctrl, arrows along time move by one snap, with Shift also they pull the end; arrows across time change rooms. In
/// the Plan grid, what lies across is days. The page keys change the day everywhere.
fn nudge(flow: Option<Flow>, modifiers: Modifiers, key: Key) -> Option<Nudge> {
    let with_shift = Modifiers { shift: true, ..Modifiers::COMMAND };
    let moves = modifiers.matches_exact(Modifiers::COMMAND);
    let pulls = modifiers.matches_exact(with_shift);
    let (earlier, later, back, forth) = match flow {
        Some(Flow::Down | Flow::Cells) => (Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight),
        _ => (Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown),
    };
    let sign = if [later, forth, Key::PageDown].contains(&key) { 1 } else { -1 };
    let along = key == earlier || key == later;
    let across = key == back || key == forth;
    let pages = key == Key::PageUp || key == Key::PageDown;
    if along && pulls {
        Some(Nudge::End(sign))
    } else if along && moves {
        Some(Nudge::Time(sign))
    } else if moves && (pages || across && flow == Some(Flow::Cells)) {
        Some(Nudge::Day(sign))
    } else if across && moves {
        Some(Nudge::Room(sign as isize))
    } else {
        None
    }
}

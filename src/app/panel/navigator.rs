//! The navigator on the left: everything the plan consists of, by which sessions are found and filtered, and below it the
//! tray of sessions without a time. Folded, it is a rail of signs.
//!
//! Which lines there are is worked out once per change ([`lines`]), and only those in sight are laid out.

mod filtered;
mod groups;
mod lines;
mod rail;
mod rows;
mod tray;

use egui::{Id, Key, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::edit::Command;
use crate::model::{RoomId, RowId};

use crate::app::action::UiCommand;
use crate::app::context::ViewContext;
use crate::app::gesture::Gesture;
use crate::app::style::size;
use crate::app::widget::focus;
use crate::app::widget::rows::{self as row_keys, Sight};
use lines::{Line, Lines, Table};
use rows::{Asked, ids_of, line_ui};
use tray::Tray;

pub use rail::WIDTH as RAIL_WIDTH;

/// What the navigator remembers.
#[derive(Debug, Default)]
pub struct Navigator {
    lines: Lines,
    /// The table to bring into sight.
    sought: Option<Table>,
    /// The line that has the keyboard, and by which of its parts.
    held: Option<(Id, Line)>,
    sight: Sight,
    tray: Tray,
    /// The room that is dragged to another place among the rooms.
    dragged: Option<RoomId>,
    /// Whether words to filter by are asked for, though there are none yet.
    asks_for_words: bool,
    takes_keys: bool,
}

impl Navigator {
    /// Lets words be typed by which sessions are filtered.
    pub fn ask_for_words(&mut self) {
        (self.asks_for_words, self.takes_keys) = (true, true);
    }

    /// How many of those that wait in the tray are a page.
    #[must_use]
    pub fn tray_page(&self) -> usize {
        self.tray.page()
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, gesture: &mut Gesture) {
        let area = ui.max_rect();
        let tray = area.with_min_y(area.bottom() - tray::height(ui, cx, area.size()));
        self.tray.ui(ui, cx, tray, gesture);
        let above = Rect::from_min_max(area.min + vec2(0.0, 8.0), pos2(area.right(), tray.top()));
        let mut above = ui.new_child(UiBuilder::new().id_salt("navigator").max_rect(above));
        above.spacing_mut().item_spacing.y = 0.0;
        // The handle lies on what is scrolled, so that counts do not move when it comes.
        above.spacing_mut().scroll.floating_allocated_width = 0.0;
        if (self.asks_for_words || !cx.filter.is_empty())
            && filtered::ui(&mut above, cx, std::mem::take(&mut self.takes_keys))
        {
            self.asks_for_words = false;
        }
        self.lines.follow(cx);
        let mut scroll = ScrollArea::vertical().auto_shrink(false);
        if let Some(offset) = self.walk(&above) {
            scroll = scroll.vertical_scroll_offset(offset);
        }
        let shown = scroll.show_viewport(&mut above, |ui, sight| self.lines_ui(ui, cx, sight));
        self.sight = Sight::of(&shown);
        match shown.inner {
            Some(Asked::Toggle(line)) => self.lines.toggle(line),
            Some(Asked::Drag(RowId::Room(room))) => self.dragged = Some(room),
            Some(Asked::Move(RowId::Room(room), by)) => move_room(cx, &self.lines.rooms(), room, by),
            Some(Asked::Drag(_) | Asked::Move(..)) | None => {}
        }
    }

    /// Draws it folded.
    pub fn rail_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, gesture: &mut Gesture) {
        if let Some(table) = rail::ui(ui, cx, gesture) {
            self.lines.open(table);
            self.sought = Some(table);
            cx.run(UiCommand::ToggleNavigator);
        }
    }

    /// Gives the keyboard from line to line; answers how far to scroll so that the one that gets it is in sight.
    fn walk(&mut self, ui: &Ui) -> Option<f32> {
        let focused = ui.memory(|memory| memory.focused())?;
        let lines = self.lines.all();
        let has_it = |line: Line| ids_of(line).is_some_and(|(own, side)| own == focused || side == Some(focused));
        row_keys::walk_within(ui, || Some(ids_of(lines.iter().find(|&&(_, line)| has_it(line))?.1)?.0));
        let mut found = None;
        let keys = row_keys::take(ui, || {
            found = lines.iter().position(|&(_, line)| has_it(line));
            found.is_some()
        });
        let mut at = found.filter(|_| !keys.is_empty())?;
        let is_aside = ids_of(lines[at].1).is_some_and(|(own, _)| own != focused);
        for go in keys {
            let from = at;
            at = go.target(Some(at), lines.len(), self.sight.page(size::ROW));
            // What says that there is nothing is stepped over.
            let is_stop = |at: &usize| ids_of(lines[*at].1).is_some();
            let next = if at < from { (0..=at).rev().find(is_stop) } else { (at..lines.len()).find(is_stop) };
            at = next.unwrap_or(from);
        }
        let (top, line) = lines[at];
        let (own, side) = ids_of(line)?;
        let id = side.filter(|_| is_aside).unwrap_or(own);
        focus::give_to(ui.ctx(), id);
        self.held = Some((id, line));
        self.sight.scroll_to((top, top + line.height()))
    }

    /// Lays out what is in sight; answers what was asked of a line.
    fn lines_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, sight: Rect) -> Option<Asked> {
        let area = ui.max_rect();
        // Counted from what is in sight: the top of a long list is too far away for numbers of this precision.
        let upper = ui.clip_rect().top();
        let place = |top: f32, bottom: f32| {
            let at = |y: f32| upper + (y - sight.top());
            Rect::from_min_max(pos2(area.left(), at(top)), pos2(area.right(), at(bottom)))
        };
        if let Some(top) = self.sought.take().and_then(|table| self.lines.top_of(table)) {
            ui.scroll_to_rect(place(top, top + size::ROW), Some(egui::Align::TOP));
        }
        let mut asked = None;
        let focused = ui.memory(|memory| memory.focused());
        let has_it = |line: Line| {
            ids_of(line).and_then(|(own, side)| [Some(own), side].into_iter().flatten().find(|&id| Some(id) == focused))
        };
        // What has the keyboard keeps it out of sight, too.
        let held = self.held.take().filter(|&(id, _)| Some(id) == focused);
        let between = self.lines.between(sight.top(), sight.bottom());
        let beyond = held.and_then(|(_, held)| self.lines.all().iter().find(|&&(_, line)| line == held).copied());
        let beyond = beyond.map(|(top, line)| (top, top + line.height(), line));
        let beyond = beyond.filter(|&(top, bottom, _)| bottom <= sight.top() || top >= sight.bottom());
        for (top, bottom, line) in between.chain(beyond) {
            if let Some(id) = has_it(line) {
                self.held = Some((id, line));
            }
            let of_line = line_ui(ui, cx, place(top, bottom), (&self.lines, line));
            asked = asked.or(of_line);
        }
        if let Some(room) = self.dragged {
            let first = self.lines.top_of(Table::Rooms).map_or(0.0, |top| top + size::ROW);
            self.drag_ui(ui, cx, room, place(first, first));
        }
        ui.allocate_space(vec2(area.width(), self.lines.height() + 12.0));
        asked
    }

    /// A room that is dragged: where it would go, and lets it go there. `first` lies at the top of all rooms.
    fn drag_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, room: RoomId, first: Rect) {
        let rooms = self.lines.rooms();
        let pointer = ui.input(|input| input.pointer.latest_pos());
        let (Some(pointer), false) = (pointer, ui.input(|input| input.key_down(Key::Escape))) else {
            self.dragged = None;
            return;
        };
        let place = ((pointer.y - first.top()) / size::ROW).round().clamp(0.0, rooms.len() as f32) as usize;
        if ui.input(|input| input.pointer.any_down()) {
            let y = (first.top() + place as f32 * size::ROW).round();
            let line = Stroke::new(2.0, cx.theme.accent);
            ui.painter().hline(first.left() + 24.0..=first.right() - 8.0, y, line);
            ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
            let sight = ui.clip_rect();
            let beyond = (pointer.y - sight.bottom() + 16.0).max(0.0) - (sight.top() + 16.0 - pointer.y).max(0.0);
            if beyond != 0.0 {
                ui.scroll_with_delta(vec2(0.0, -beyond.clamp(-12.0, 12.0)));
                ui.ctx().request_repaint();
            }
            return;
        }
        self.dragged = None;
        put_room(cx, &rooms, room, place);
    }
}

/// Moves a room by one place among those that are listed.
fn move_room(cx: &ViewContext<'_>, listed: &[RoomId], room: RoomId, by: isize) {
    let Some(at) = listed.iter().position(|&other| other == room) else { return };
    // Downwards it changes places with the next one, and so stands before the one after that.
    if let Some(place) = at.checked_add_signed(if by > 0 { by + 1 } else { by }).filter(|&place| place <= listed.len())
    {
        put_room(cx, listed, room, place);
    }
}

/// Lets a room stand before the one that is listed at `place`; behind the last one, it stands right behind that also where
/// others are not listed.
fn put_room(cx: &ViewContext<'_>, listed: &[RoomId], room: RoomId, place: usize) {
    let stays = |at: usize| at == place || at + 1 == place;
    if listed.iter().position(|&other| other == room).is_some_and(stays) {
        return;
    }
    let behind = |last: &RoomId| cx.index().rooms().get(cx.index().room_place(*last)? + 1);
    let before = listed.get(place).or_else(|| behind(listed.last()?));
    cx.perform(Command::OrderRoom(room, before.copied()));
}

//! The List: every session in one row of a table, to be sorted, filtered and edited in place.
//!
//! Only rows in sight are touched at a frame; which rows there are and in which order is worked out once per change
//! ([`order`]). What is typed into a cell is an [`OpenCell`] that names its session. The List changes nothing itself.

mod cells;
mod chooser;
mod columns;
mod editor;
mod empty;
mod fill;
mod handle;
mod header;
mod kept;
mod keys;
mod line;
mod lines;
mod open_cell;
mod options;
mod order;
mod pasted;
mod rows;
mod typing;

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{EventFilter, Id, Key, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::model::{CivilTime, RowId, SessionId};

use super::days::{days, main_day};
use super::kind::ViewKind;
use super::{Entry, Tools, View};
use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::selection::Selection;
use crate::app::style::{icons, size};
use crate::app::widget::focus;
use crate::edit::Command;
use crate::texts::{Value, tid};
use cells::{Cells, ROW};
use chooser::{Chooser, Wanted};
use columns::{Column, Places, Shown, Widths};
use editor::Leave;
use handle::Filling;
use kept::Kept;
use keys::Pressed;
use lines::Lines;
use open_cell::OpenCell;
use order::{Order, Sorts, Update};
use rows::{RowRequest, Rows};

/// The height of the line with the names of the columns.
const HEADER: f32 = size::ROW;

/// The table and what it remembers.
#[derive(Debug, Default)]
pub struct ListView {
    widths: Widths,
    sorts: Sorts,
    order: Order,
    lines: Lines,
    chooser: Chooser,
    /// Whether rows stand without heads above them.
    ungrouped: bool,
    /// What is in the settings.
    kept: Option<Kept>,
    ticked: header::Ticked,
    /// Which columns were shown in the last frame.
    shown: Option<Shown>,
    cells: Cells,
    /// Where the table is scrolled to, and how much of it is in sight.
    scrolled: Vec2,
    sight: Vec2,
    /// From where Shift selects.
    anchor: Option<SessionId>,
    /// The column that keys act on.
    column: Column,
    open_cell: Option<OpenCell>,
    /// A block of cells that was pasted and is not taken yet.
    pasted: Option<pasted::Block>,
    /// What is filled by the handle.
    filling: Option<Filling>,
    /// The editor to open at the next frame.
    next: Option<(SessionId, Column)>,
    /// Where a run of Tabs began: Enter goes back below it.
    run: Option<Column>,
    /// What to bring into sight.
    sought: Option<RowId>,
    /// The day to bring into sight.
    sought_date: Option<NaiveDate>,
    /// The day in sight.
    date: Option<NaiveDate>,
}

/// The List in the list of views.
pub const VIEW: Entry = Entry {
    kind: ViewKind {
        name: "list",
        label: tid("view-list"),
        tip: tid("view-list-tip"),
        icon: icons::LIST,
        key: Key::Num4,
        with_shift: false,
        is_wide: false,
    },
    make: || Box::<ListView>::default(),
};

impl View for ListView {
    fn ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, _tools: &mut Tools<'_>) {
        let update = self.order.update(cx, &self.sorts.of(cx.plan));
        self.cells.follow(&update);
        if update == Update::All {
            let order = &self.order;
            self.widths
                .set_needs(cx.plan, |column| header::needs(ui, cx, column).max(rows::needs(ui, cx, order, column)));
        }
        let is_changed = update != Update::Some(std::collections::BTreeSet::new());
        self.make_lines(cx, is_changed);
        let ticked = self.ticked.follow(cx, &self.order, is_changed);
        self.open_cell.take_if(|open| !open.is_fresh(cx.plan, cx.settings.title_language()));
        if let Some((id, column)) = self.next.take() {
            self.edit(cx, id, column);
        }
        if self.open_cell.as_ref().is_some_and(|open| self.order.index_of(cx, open.id()).is_none()) {
            // The filter has taken the row away.
            self.give_up(cx);
        }
        if self.order.ids().is_empty() {
            empty::ui(ui, cx);
            return;
        }
        if self.date.is_none() && self.sought.is_none() {
            // Nothing has been in sight yet.
            let days = days(cx.workbench);
            let today = cx.now.map(CivilTime::date).filter(|today| days.contains_key(today));
            today.or_else(|| main_day(cx.workbench, &days)).into_iter().for_each(|date| self.show_date(date));
        }
        let whole = self.block_ui(ui, cx, ui.available_rect_before_wrap());
        let (top, body) = whole.split_top_bottom_at_y(whole.top() + HEADER);
        let ground = ui.interact(body, Id::unique("list-ground"), Sense::click());
        ground.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Table, true, cx.text("list-table")));
        focus::lends_to_ground(&ground);
        // Enter on it, which edits, is no click.
        if ground.clicked_by(egui::PointerButton::Primary) {
            cx.run(UiCommand::SelectNone);
        }
        self.handle_keys(ui, cx, ground.id);
        let places = self.widths.places(body.width() - ui.spacing().scroll.allocated_width());
        let offset = self.sought_offset(cx, &places, body.size());
        let mut body_ui = ui.new_child(UiBuilder::new().max_rect(body));
        let style = &mut body_ui.spacing_mut().scroll;
        style.fade.strength = 0.0;
        // What grows and goes to its new end in one frame would be pulled back from there, and drift on.
        (style.kinetic.decay_time, style.kinetic.rubber_band) = (0.0, false);
        let mut area = ScrollArea::both().id_salt("list").auto_shrink(false).content_margin(0.0);
        if let Some(offset) = offset {
            area = area.scroll_offset(offset);
        }
        let shown = area.show_viewport(&mut body_ui, |ui, sight| {
            ui.set_min_size(vec2(places.width, self.lines.count() as f32 * ROW));
            let request = self.rows_ui(ui, cx, &places, sight);
            self.handle_ui(ui, cx, &places, sight);
            (request, self.editor_ui(ui, cx, &places, sight))
        });
        (self.scrolled, self.sight) = (shown.state.unclamped_offset(), shown.inner_rect.size());
        self.date = self.date_in_sight(cx);
        let (request, left) = shown.inner;
        self.shown = Some(places.shown.clone());
        let header = (top, self.scrolled.x, (&self.order, ticked));
        header::ui(ui, cx, header, &places, (&mut self.widths, &mut self.sorts));
        if let Some(leave) = left {
            self.leave(cx, leave);
        }
        if let Some(request) = request {
            self.answer(ui, cx, request);
        }
        ui.allocate_rect(whole, Sense::HOVER);
    }

    /// Scrolls to a session, or to the first one that has to do with the row.
    fn reveal(&mut self, row: RowId) {
        self.sought = Some(row);
        if let Some(open) = &mut self.open_cell {
            open.wants_focus = true;
        }
    }

    fn date(&self) -> Option<NaiveDate> {
        self.date
    }

    fn show_date(&mut self, date: NaiveDate) {
        self.date = Some(date);
        self.sought_date = Some(date);
    }

    fn has_line(&self) -> bool {
        true
    }

    fn line_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        self.keep(cx);
        let sorted_by_day = self.sorts.of(cx.plan).first().column == Column::Day;
        let mut by_day = !self.ungrouped;
        if line::ui(ui, cx, &mut by_day, sorted_by_day) {
            self.sorts.choose_days();
        }
        self.ungrouped = !by_day;
        let shown = self.shown(cx);
        match chooser::ui(ui, cx, &mut self.chooser, (&shown, &self.order)) {
            // As wide as at first, too.
            Some(Wanted::Fitting) => self.widths.reset_all(),
            Some(Wanted::These(columns)) => self.widths.want(&columns),
            None => {}
        }
    }

    fn typing(&self, cx: &ViewContext<'_>) -> Option<String> {
        let Some(open) = &self.open_cell else { return self.filling_text(cx) };
        let session = cx.session_title(&open.before);
        let count = cx.selection.sessions.len();
        let values = [
            ("column", Value::from(open.column.name(cx))),
            ("session", Value::from(session)),
            ("count", Value::from(count)),
        ];
        Some(cx.texts.text_with(if count > 1 { "list-typing-all" } else { "list-typing" }, &values))
    }

    /// Ctrl+D fills down here, as in other tables; Escape gives a block up that was pasted.
    fn takes_keys_of(&self, command: UiCommand) -> bool {
        match command {
            UiCommand::Duplicate => self.open_cell.is_none(),
            UiCommand::SelectNone => self.pasted.is_some(),
            _ => false,
        }
    }

    fn fill_down(&mut self, cx: &ViewContext<'_>) -> bool {
        self.fill(cx);
        true
    }

    fn paste_block(&mut self, cx: &ViewContext<'_>, text: &str) -> bool {
        self.take_block(cx, text)
    }

    fn begin_title(&mut self, session: SessionId) -> bool {
        self.next = Some((session, Column::Title));
        (self.anchor, self.run) = (Some(session), None);
        true
    }

    fn awaits_focus(&self) -> bool {
        self.next.is_some() || self.open_cell.as_ref().is_some_and(|open| open.wants_focus)
    }

    /// Somebody who types in a table means its cells, also after Ctrl+S has closed the one that was open.
    fn takes_letters(&self) -> bool {
        true
    }

    fn finish(&mut self, cx: &ViewContext<'_>) -> Option<Command> {
        let open = self.open_cell.as_mut()?;
        // A list that was only looked through stays open.
        if !open.is_worth_taking() {
            return None;
        }
        match open.command(cx.plan, cx.settings.title_language()) {
            Ok(command) => {
                self.open_cell = None;
                command.map(|command| cx.with_followers(command))
            }
            Err(mistake) => {
                cx.act(Action::Tell(phrases::not_taken(cx, true, &open.told(), &mistake.text(cx))));
                open.refuse(mistake);
                None
            }
        }
    }
}

impl ListView {
    /// Finds the heads of the days anew where rows may have come, gone or moved.
    fn make_lines(&mut self, cx: &ViewContext<'_>, is_changed: bool) {
        let grouped = !self.ungrouped && self.sorts.of(cx.plan).first().column == Column::Day;
        if !is_changed && self.lines.rows == self.order.ids().len() && grouped != self.lines.heads.is_empty() {
            return;
        }
        let ids = self.order.ids();
        let date_of = |row: usize| Some(cx.plan.sessions().get(ids[row])?.span()?.start.date());
        self.lines = Lines::new(ids.len(), grouped.then_some(&date_of));
    }

    fn rows_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, places: &Places, sight: Rect) -> Option<RowRequest> {
        let count = self.lines.count();
        let first = (sight.top() / ROW).max(0.0) as usize;
        let last = ((sight.bottom() / ROW).max(0.0) as usize + 1).min(count);
        let left_top = Self::place(ui, first, sight);
        let focus = focused(cx);
        let rows = Rows {
            cx,
            places,
            scrolled: sight.left(),
            order: &self.order,
            lines: &self.lines,
            cursor: focus.map(|id| (id, self.column)).filter(|_| self.open_cell.is_none()),
            figures: Rows::figures(ui),
        };
        rows.ui(ui, first.min(last)..last, left_top, &mut self.cells)
    }

    /// Where a row is on the screen. Counted from what is in sight: the top of a long table is too far away for numbers
    /// of this precision.
    fn place(ui: &Ui, index: usize, sight: Rect) -> egui::Pos2 {
        let clip = ui.clip_rect();
        pos2(ui.max_rect().left(), clip.top() + (index as f32 * ROW - sight.top())).round()
    }

    fn editor_ui(&mut self, ui: &mut Ui, cx: &ViewContext<'_>, places: &Places, sight: Rect) -> Option<Leave> {
        let id = self.open_cell.as_ref()?.id();
        let index = self.order.index_of(cx, id)?;
        let at = Self::place(ui, self.lines.of_row(index), sight);
        let open = self.open_cell.as_mut()?;
        let span = places.in_sight(open.column, sight.left());
        let left = ui.clip_rect().left();
        let cell = Rect::from_x_y_ranges(left + span.min..=left + span.max, at.y..=at.y + ROW);
        editor::ui(ui, cx, open, cell)
    }

    fn answer(&mut self, ui: &Ui, cx: &ViewContext<'_>, request: RowRequest) {
        match request {
            RowRequest::Click(index, column) => {
                let modifiers = ui.input(|input| input.modifiers);
                self.column = column.unwrap_or(self.column);
                self.run = None;
                let Some(&id) = self.order.ids().get(index) else { return };
                if modifiers.shift {
                    self.select_to(cx, index, true);
                } else if modifiers.command {
                    self.anchor = Some(id);
                    cx.act(Action::Toggle(id));
                } else {
                    self.select_to(cx, index, false);
                }
                if self.open_cell.is_none() {
                    ui.memory_mut(|memory| memory.request_focus(Id::unique("list-ground")));
                }
            }
            RowRequest::Edit(id, column) => {
                self.anchor = Some(id);
                if !cx.selection.contains(id) {
                    cx.select(id);
                }
                self.edit(cx, id, column);
            }
            RowRequest::Show(id) => {
                cx.act(Action::RevealIn("timeline", id.into()));
            }
        }
    }

    /// Selects a row, or all rows from the anchor to it.
    fn select_to(&mut self, cx: &ViewContext<'_>, index: usize, range: bool) {
        let ids = self.order.ids();
        let Some(&id) = ids.get(index) else { return };
        let anchor = self.anchor.or(focused(cx)).filter(|_| range).and_then(|anchor| self.order.index_of(cx, anchor));
        match anchor {
            Some(anchor) => {
                let sessions = Arc::new(ids[anchor.min(index)..=anchor.max(index)].iter().copied().collect());
                self.anchor = Some(ids[anchor]);
                cx.act(Action::Select(Selection { sessions, focus: Some(id.into()) }));
            }
            None => {
                self.anchor = Some(id);
                cx.select(id);
            }
        }
    }

    /// Keys count here unless something else has the keyboard.
    fn handle_keys(&mut self, ui: &Ui, cx: &ViewContext<'_>, ground: Id) {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ground, arrows));
        let elsewhere = ui.memory(|memory| memory.focused()).is_some_and(|id| id != ground);
        if elsewhere || self.open_cell.is_some() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        if ui.memory(|memory| memory.focused()) == Some(ground) && focused(cx).is_some() {
            let shown = self.shown(cx);
            let ways = [true, false].map(|back| shown.beside(self.column, back).is_some());
            let (at, count) = (usize::from(ways[0]), usize::from(ways[0]) + 1 + usize::from(ways[1]));
            let by = focus::tab_in_row(ui, ground, (at, count));
            for _ in 0..by.unsigned_abs() {
                self.column = shown.beside(self.column, by < 0).unwrap_or(self.column);
            }
        }
        for pressed in keys::take(ui) {
            let focus = focused(cx);
            match (pressed, focus) {
                (Pressed::Go(go, extend), _) => {
                    let from = focus.and_then(|id| self.order.index_of(cx, id));
                    let page = (self.sight.y / ROW) as usize;
                    let index = go.target(from, self.order.ids().len(), page.saturating_sub(1));
                    self.select_to(cx, index, extend);
                    self.sought = self.order.ids().get(index).map(|&id| id.into());
                }
                (side @ (Pressed::Left | Pressed::Right), Some(_)) => {
                    let shown = self.shown(cx);
                    self.column = shown.beside(self.column, side == Pressed::Left).unwrap_or(self.column);
                }
                (Pressed::Edit, Some(id)) => self.edit_cell(cx, id, |open| open),
                (Pressed::Mend, Some(id)) => self.edit_cell(cx, id, OpenCell::at_end),
                (Pressed::Type(text), Some(id)) => self.edit_cell(cx, id, |open| open.typed_over(&text)),
                (Pressed::Toggle, Some(id)) => {
                    let mut selection = cx.selection.clone();
                    selection.toggle(id);
                    selection.focus = Some(id.into());
                    cx.act(Action::Select(selection));
                }
                (Pressed::FillDown, _) => self.fill(cx),
                _ => {}
            }
        }
    }

    /// The day of the session that keys act on where that is in sight, else the one before if it still is, else that of
    /// the first row.
    fn date_in_sight(&self, cx: &ViewContext<'_>) -> Option<NaiveDate> {
        let ids = self.order.ids();
        let row_from = |y: f32| self.lines.row_from((y.max(0.0) as usize).min(self.lines.count())).min(ids.len());
        let first = row_from((self.scrolled.y / ROW).ceil());
        let last = row_from((self.scrolled.y + self.sight.y) / ROW).max(first);
        let day = |id: &SessionId| Some(cx.plan.sessions().get(*id)?.span()?.start.date());
        let in_sight = &ids[first..last];
        let focused = focused(cx).filter(|id| in_sight.contains(id));
        let kept = self.date.filter(|date| in_sight.iter().any(|id| day(id) == Some(*date)));
        focused.as_ref().and_then(day).or(kept).or_else(|| in_sight.iter().find_map(day))
    }

    /// How far to scroll so that what is sought is in sight; `None` where it is already.
    fn sought_offset(&mut self, cx: &ViewContext<'_>, places: &Places, sight: Vec2) -> Option<Vec2> {
        let on_date = self.sought_date.take().and_then(|date| self.order.first_on(cx, date));
        let is_day = self.sought.is_none();
        let index = match self.sought.take() {
            None => on_date,
            Some(RowId::Session(id)) => self.order.index_of(cx, id),
            Some(row) => self.order.ids().iter().position(|id| cx.index().sessions_of(row).contains(id)),
        }?;
        let scroll = |from: f32, to: f32, at: f32, sight: f32| {
            // What is far away comes into the middle, what is near just into sight; of a day the most shall show.
            let near = from > at - 2.0 * ROW && to < at + sight + 2.0 * ROW;
            match (from < at, to > at + sight) {
                (true, _) if near => from,
                (_, true) if near => to - sight,
                (false, false) => at,
                _ if is_day => from,
                _ => (from + to - sight) / 2.0,
            }
        };
        let line = self.lines.of_row(index);
        // The head of a day comes along.
        let above = line.checked_sub(1).filter(|&above| matches!(self.lines.at(above), lines::Line::Head(_)));
        let top = above.unwrap_or(line) as f32 * ROW;
        let y = scroll(top, (line + 1) as f32 * ROW, self.scrolled.y, sight.y).max(0.0).round();
        let x = match self.open_cell.as_ref().map(|open| places.span(open.column)) {
            Some(span) if span.min < places.frozen() => self.scrolled.x,
            Some(span) if span.min < self.scrolled.x + places.frozen() => span.min - places.frozen(),
            Some(span) if span.max > self.scrolled.x + sight.x => span.max - sight.x,
            _ => self.scrolled.x,
        };
        Some(vec2(x, y)).filter(|&offset| offset != self.scrolled)
    }
}

fn focused(cx: &ViewContext<'_>) -> Option<SessionId> {
    match cx.selection.focus {
        Some(RowId::Session(id)) => Some(id),
        _ => None,
    }
}

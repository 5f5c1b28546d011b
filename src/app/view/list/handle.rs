//! The handle at the corner of the cell that keys act on: dragged, it fills the rows it passes with what stands there. By
//! keys, Ctrl+D does it.

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{CursorIcon, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::cells::ROW;
use super::columns::{Column, Places};
use super::{ListView, fill, focused};
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::selection::Selection;
use crate::model::SessionId;
use crate::texts::Value;

/// The side of the handle, and of what takes the pointer.
const SIDE: f32 = 7.0;
const GRIP: f32 = 16.0;
/// Of so many selected rows the pattern is repeated.
const MOST_REPEATED: usize = 64;

/// Rows that are about to be filled.
#[derive(Clone, Copy, Debug)]
pub struct Filling {
    column: Column,
    /// The first and the last of the rows that are repeated.
    ends: (SessionId, SessionId),
    /// The row under the pointer.
    to: usize,
}

impl ListView {
    /// Draws the handle, and what it would fill while it is dragged.
    pub(super) fn handle_ui(&mut self, ui: &Ui, cx: &ViewContext<'_>, places: &Places, sight: Rect) {
        if self.open_cell.is_some() || !fill::fills(cx.plan, self.column) || !places.shown.has(self.column) {
            self.filling = None;
            return;
        }
        let Some(rows) = self.repeated(cx) else { return self.filling = None };
        let column = self.filling.map_or(self.column, |filling| filling.column);
        let span = places.in_sight(column, sight.left());
        let left = ui.clip_rect().left();
        let rect_of = |this: &Self, rows: RangeInclusive<usize>| {
            let top = Self::place(ui, this.lines.of_row(*rows.start()), sight).y;
            let bottom = Self::place(ui, this.lines.of_row(*rows.end()), sight).y + ROW;
            Rect::from_x_y_ranges(left + span.min..=left + span.max, top..=bottom)
        };
        // What is scrolled goes behind the titles.
        let free = if column == Column::Title { 0.0 } else { places.frozen() };
        let clip = ui.clip_rect().with_min_x(left + free);
        let painter = ui.painter().with_clip_rect(clip);
        let cell = rect_of(self, rows.clone());
        let corner = cell.right_bottom() - vec2(1.0, 2.0);
        let grip = Rect::from_center_size(corner, vec2(GRIP, GRIP)).intersect(clip);
        let response = ui.interact(grip, Id::unique("list-fill"), Sense::DRAG);
        response.widget_info(|| {
            let values = [("column", Value::from(column.name(cx)))];
            WidgetInfo::labeled(egui::Role::Splitter, true, cx.texts.text_with("list-fill", &values))
        });
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        }
        if let (true, Some(ends)) = (response.drag_started(), self.ends_of(&rows)) {
            self.filling = Some(Filling { column, ends, to: *rows.end() });
        }
        if response.dragged()
            && let (Some(pointer), Some(mut filling)) = (response.interact_pointer_pos(), self.filling)
        {
            let line = ((pointer.y - ui.clip_rect().top() + sight.top()).max(0.0) / ROW) as usize;
            let last = self.order.ids().len().saturating_sub(1);
            filling.to = self.lines.row_from(line.min(self.lines.count())).min(last);
            self.filling = Some(filling);
            // What is beyond the edge comes into sight.
            let beyond = match pointer.y {
                y if y > clip.bottom() => Some((filling.to + 1).min(last)),
                y if y < clip.top() => Some(filling.to.saturating_sub(1)),
                _ => None,
            };
            if let Some(&id) = beyond.and_then(|row| self.order.ids().get(row)) {
                self.sought = Some(id.into());
                ui.ctx().request_repaint();
            }
            let all = rect_of(self, *rows.start().min(&filling.to)..=*rows.end().max(&filling.to));
            painter.rect_stroke(all.shrink(1.0), 4.0, Stroke::new(2.0, cx.theme.accent), StrokeKind::Inside);
        }
        let square = Rect::from_center_size(corner, vec2(SIDE, SIDE));
        painter.rect(square, 1.0, cx.theme.accent, Stroke::new(1.0, cx.theme.panel), StrokeKind::Outside);
        let filling = self.filling.take_if(|_| !response.dragged());
        // Escape ends a drag, too; then nothing is filled.
        if let Some(filling) =
            filling.filter(|_| response.drag_stopped() && !ui.input(|input| input.pointer.any_down()))
        {
            self.fill_along(cx, &rows, &filling);
        }
        response.on_hover_ui(|ui| {
            crate::app::paint::text::label_ui(
                ui,
                cx.texts.text_with("list-fill", &[("column", Value::from(column.name(cx)))]),
            );
        });
    }

    /// The rows whose cells are repeated: those that are selected next to the one that keys act on.
    fn repeated(&self, cx: &ViewContext<'_>) -> Option<RangeInclusive<usize>> {
        if let Some(Filling { ends: (first, last), .. }) = self.filling {
            return Some(self.order.index_of(cx, first)?..=self.order.index_of(cx, last)?);
        }
        let row = self.order.index_of(cx, focused(cx)?)?;
        let ids = self.order.ids();
        let is_selected = |row: usize| ids.get(row).is_some_and(|&id| cx.selection.contains(id));
        let (mut first, mut last) = (row, row);
        if cx.selection.sessions.len() <= MOST_REPEATED {
            while first > 0 && is_selected(first - 1) {
                first -= 1;
            }
            while is_selected(last + 1) {
                last += 1;
            }
        }
        Some(first..=last)
    }

    fn ends_of(&self, rows: &RangeInclusive<usize>) -> Option<(SessionId, SessionId)> {
        let ids = self.order.ids();
        Some((*ids.get(*rows.start())?, *ids.get(*rows.end())?))
    }

    /// Fills up to the row under the pointer, and selects all of it.
    fn fill_along(&mut self, cx: &ViewContext<'_>, rows: &RangeInclusive<usize>, filling: &Filling) {
        let (first, last) = (*rows.start(), *rows.end());
        let sources: Vec<usize> = rows.clone().collect();
        let targets: Vec<usize> = if filling.to > last {
            (last + 1..=filling.to).collect()
        } else {
            // Upwards the last one comes first.
            (filling.to..first).rev().collect()
        };
        if targets.is_empty() {
            return;
        }
        let is_up = filling.to < first;
        let sources: Vec<usize> = if is_up { sources.into_iter().rev().collect() } else { sources };
        self.fill_from(cx, filling.column, &sources, &targets);
        let ids = self.order.ids();
        let all = ids[first.min(filling.to)..=last.max(filling.to)].iter().copied().collect();
        self.anchor = ids.get(if is_up { last } else { first }).copied();
        let focus = focused(cx).map(Into::into);
        cx.act(Action::Select(Selection { sessions: Arc::new(all), focus }));
    }

    /// What the status line says while the handle is dragged.
    pub(super) fn filling_text(&self, cx: &ViewContext<'_>) -> Option<String> {
        let filling = self.filling?;
        let (first, last) = (self.order.index_of(cx, filling.ends.0)?, self.order.index_of(cx, filling.ends.1)?);
        let count = filling.to.saturating_sub(last) + first.saturating_sub(filling.to);
        let values = [("column", Value::from(filling.column.name(cx))), ("count", Value::from(count))];
        Some(cx.texts.text_with("list-filling", &values))
    }
}

//! The line with the names of the columns: click to sort, drag their edges to resize.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{CursorIcon, FontId, Id, Rect, RichText, Sense, Ui, WidgetInfo, vec2};

use crate::model::SessionId;
use crate::texts::{Value, tid};

use super::cells::{Figures, Look, PADDING, Set, paint_text};
use super::columns::{BOXES, Column, Places, Widths};
use super::order::{Order, Sorts};
use super::rows::box_ui;
use crate::app::action::{Action, UiCommand};
use crate::app::context::ViewContext;
use crate::app::paint::text::{displayed, elided, label_ui};
use crate::app::selection::Selection;
use crate::app::style::{Type, icons, radius};

/// The room for the arrow of the sorted column.
const ARROW: f32 = 14.0;

fn font() -> FontId {
    Type::Cap.font()
}

/// How wide a column must be for its name.
#[must_use]
pub fn needs(ui: &Ui, cx: &ViewContext<'_>, column: Column) -> f32 {
    /// The names of own fields can be long.
    const MOST: f32 = 200.0;
    let name = elided(ui, RichText::new(column.head(cx)).font(font()), f32::INFINITY);
    (name.size().x + PADDING + ARROW + 3.0).min(MOST)
}

/// Draws it over `rect`, whose left end shows the table from `scrolled` on.
pub fn ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (rect, scrolled, (order, ticked)): (Rect, f32, (&Order, Option<bool>)),
    places: &Places,
    state: (&mut Widths, &mut Sorts),
) {
    let (widths, sorts) = state;
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, cx.theme.ground);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line_strong));
    all_ui(ui, cx, rect.with_max_x(rect.left() + BOXES), (order, ticked));
    let figures = Figures::new(ui.ctx(), font());
    let sort = sorts.of(cx.plan).first();
    let free = |column: Column| {
        let left = if column == Column::Title { BOXES } else { places.frozen() };
        rect.with_min_x(rect.left() + left)
    };
    for (column, span) in places.in_order(scrolled) {
        let cell = Rect::from_x_y_ranges(rect.left() + span.min..=rect.left() + span.max, rect.y_range());
        let visible = cell.intersect(free(column));
        if visible.width() < 1.0 {
            continue;
        }
        let painter = painter.with_clip_rect(visible);
        let name = column.name(cx);
        let id = match (sort.column == column, sort.descending) {
            (false, _) => tid("list-sort"),
            (true, false) => tid("list-sorted-up"),
            (true, true) => tid("list-sorted-down"),
        };
        let spoken = || cx.texts.text_with(id, &[("column", Value::from(name))]);
        let response = ui.interact(visible, Id::unique(("list-header", column)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, spoken()));
        if response.hovered() || response.has_focus() {
            painter.rect_filled(cell.shrink2(vec2(2.0, 3.0)), radius::CONTROL, cx.theme.field);
        }
        let sorted = sort.column == column;
        let look = Look {
            figures: &figures,
            color: if sorted { cx.theme.text } else { cx.theme.text_2 },
            set: if Set::of(cx.plan, column) == Set::Right { Set::Right } else { Set::Plain },
        };
        let mut inner = cell.shrink2(vec2(PADDING, 0.0));
        let head = displayed(column.head(cx));
        if sorted {
            let icon = if sort.descending { icons::ARROW_DOWN } else { icons::ARROW_UP };
            // The arrow stands where no name moves for it.
            let width = elided(ui, RichText::new(&*head).font(font()), f32::INFINITY).size().x;
            let at = if look.set == Set::Right {
                cell.left() + 2.0
            } else {
                (inner.left() + width + 3.0).min(cell.right() - ARROW)
            };
            let arrow = Rect::from_x_y_ranges(at..=at + ARROW, rect.y_range());
            paint_text(&painter, arrow, icon, Look { color: cx.theme.text_2, set: Set::Plain, ..look });
            inner = if look.set == Set::Right { inner.with_min_x(at + ARROW) } else { inner.with_max_x(at) };
        }
        paint_text(&painter, inner, &head, look);
        if response.clicked() {
            sorts.choose(column);
        }
        response.on_hover_ui(|ui| {
            label_ui(ui, spoken());
            if column == Column::Marks {
                ui.weak(cx.text("list-marks-tip"));
            }
        });
    }
    painter.vline(rect.left() + places.frozen() - 0.5, rect.y_range(), (1.0, cx.theme.line_strong));
    for (column, span) in places.in_order(scrolled) {
        let x = rect.left() + span.max;
        edge_ui(ui, cx, (free(column), x), column, widths);
    }
}

/// Whether all rows are selected, some (`None`), or none; found out again only where the rows or the selection change.
#[derive(Debug, Default)]
pub struct Ticked {
    known: Option<(Arc<BTreeSet<SessionId>>, Option<bool>)>,
}

impl Ticked {
    /// Follows the selection; `is_changed` says whether other rows may be listed than in the last frame.
    pub fn follow(&mut self, cx: &ViewContext<'_>, order: &Order, is_changed: bool) -> Option<bool> {
        let selected = &cx.selection.sessions;
        match &self.known {
            Some((known, ticked)) if !is_changed && Arc::ptr_eq(known, selected) => *ticked,
            _ => {
                let is_selected = |id: &SessionId| selected.contains(id);
                let ticked = match order.ids() {
                    _ if selected.is_empty() => Some(false),
                    ids if selected.len() >= ids.len() && ids.iter().all(is_selected) => Some(true),
                    ids if ids.iter().any(is_selected) => None,
                    _ => Some(false),
                };
                self.known = Some((Arc::clone(selected), ticked));
                ticked
            }
        }
    }
}

/// The box above all boxes selects every row, or none.
fn all_ui(ui: &Ui, cx: &ViewContext<'_>, cell: Rect, (order, ticked): (&Order, Option<bool>)) {
    let response = ui.interact(cell, Id::unique("list-all"), Sense::CLICK);
    response
        .widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, ticked == Some(true), cx.text("list-all")));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(cell.shrink(3.0), radius::CONTROL, cx.theme.field);
    }
    box_ui(ui.painter(), cx, cell, ticked);
    if response.clicked() {
        if ticked == Some(false) {
            let sessions = Arc::new(order.ids().iter().copied().collect());
            cx.act(Action::Select(Selection { sessions, focus: None }));
        } else {
            cx.run(UiCommand::SelectNone);
        }
    }
    response.on_hover_text(cx.text("list-all"));
}

/// The right end of a column.
fn edge_ui(ui: &Ui, cx: &ViewContext<'_>, (rect, x): (Rect, f32), column: Column, widths: &mut Widths) {
    let grip = Rect::from_x_y_ranges(x - 4.0..=x + 3.0, rect.y_range()).intersect(rect);
    if !grip.is_positive() {
        return;
    }
    let response = ui.interact(grip, Id::unique(("list-edge", column)), Sense::DRAG | Sense::CLICK);
    response.widget_info(|| {
        let name = column.name(cx);
        WidgetInfo::labeled(
            egui::Role::Splitter,
            true,
            cx.texts.text_with("list-resize", &[("column", Value::from(name))]),
        )
    });
    let active = response.hovered() || response.dragged();
    let (line, margin) = if active { ((2.0, cx.theme.accent), 0.0) } else { ((1.0, cx.theme.line), 7.0) };
    let x = (x - 0.5).floor() + 0.5;
    ui.painter_at(rect).vline(x, rect.top() + margin..=rect.bottom() - margin, line);
    if active {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    if response.dragged() {
        widths.widen(column, response.drag_delta().x);
    }
    if response.double_clicked() {
        widths.reset(column);
    }
}

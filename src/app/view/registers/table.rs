//! The table: heads that put in order, and rows of which only those in sight are painted.

use egui::{Key, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::style::{Type, icons};
use crate::app::widget::cells::{ROW, cell, ground, row_fill, rows_ui, small, text, text_right};
use crate::model::RowId;
use crate::texts::{Value, short};

use super::columns::{Head, Register};
use super::lines::Line;

/// What the pointer asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To have a cell chosen.
    Choose(RowId, usize),
    /// To type in it.
    Edit(RowId, usize),
    /// To have rows in the order of a column.
    Order(usize),
}

/// What stands out.
pub struct Marks {
    /// The cell that keys act on.
    pub cursor: Option<(RowId, usize)>,
    /// The column by which rows are in order, and whether the last comes first.
    pub order: (usize, bool),
    /// Whether somebody types in the cell.
    pub is_typing: bool,
}

/// So many rows that name another one are named.
const NAMED: usize = 12;

/// Draws it; answers what is asked for, and where the cell is in which somebody types.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (register, lines): (Register, &[Line]),
    marks: &Marks,
    (whole, sought): (Rect, Option<usize>),
) -> (Option<Asked>, Option<Rect>) {
    let (top, body) = whole.split_top_bottom_at_y(whole.top() + ROW);
    let heads = register.heads(cx);
    let places = places(&heads, whole.width());
    let mut asked = heads_ui(ui, cx, (&heads, &places), marks.order, top);
    let mut typing = None;
    rows_ui(ui, ("registers", body), (lines.len(), sought), |ui, at, rect| {
        let line = &lines[at];
        let column = marks.cursor.filter(|(id, _)| *id == line.id).map(|(_, column)| column);
        if let Some(column) = column.filter(|_| marks.is_typing) {
            typing = places.get(column).map(|place| cell(rect, *place).expand2(egui::vec2(4.0, 0.0)));
        }
        asked = row_ui(ui, cx, (register, &heads, line), (&places, column), rect).or(asked);
    });
    (asked, typing)
}

/// From where to where each column goes, in points from the left edge.
fn places(columns: &[Head], width: f32) -> Vec<(f32, f32)> {
    let fixed: f32 = columns.iter().map(|column| column.width).sum();
    // Where there is little room, all get narrower alike.
    let least = 160.0;
    let room = width - 24.0;
    let squeeze = ((room - least) / fixed.max(1.0)).clamp(0.3, 1.0);
    let mut left = 12.0;
    let of = |column: &Head| {
        let wide = if column.width == 0.0 { room - fixed * squeeze } else { column.width * squeeze };
        let place = (left, left + wide - 12.0);
        left += wide;
        place
    };
    columns.iter().map(of).collect()
}

fn heads_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (heads, places): (&[Head], &[(f32, f32)]),
    (ordered, is_down): (usize, bool),
    rect: Rect,
) -> Option<Asked> {
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, cx.theme.ground);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line_strong));
    let mut asked = None;
    for (at, (column, place)) in heads.iter().zip(places).enumerate() {
        let area = cell(rect, *place);
        let name = &column.name;
        let response = ui.interact(area, egui::Id::unique(("registers-head", at)), Sense::CLICK);
        let is_ordered = at == ordered;
        let values = [("column", Value::from(name))];
        let spoken = cx.texts.text_with("registers-order", &values);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_ordered, &spoken));
        let sign = match (is_ordered, is_down) {
            (true, false) => icons::ARROW_UP,
            (true, true) => icons::ARROW_DOWN,
            (false, _) => "",
        };
        let color = if is_ordered || response.hovered() { cx.theme.text } else { cx.theme.text_2 };
        let words = small(format!("{name} {sign}").trim_end(), color);
        if column.is_number {
            text_right(ui, &painter, area, words);
        } else {
            text(ui, &painter, area, words);
        }
        if response.clicked() {
            asked = Some(Asked::Order(at));
        }
    }
    asked
}

fn row_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (register, heads, line): (Register, &[Head], &Line),
    (places, chosen): (&[(f32, f32)], Option<usize>),
    rect: Rect,
) -> Option<Asked> {
    let response = ui.interact(rect, egui::Id::unique(("registers-row", line.id)), Sense::CLICK);
    let spoken = line.cells.iter().filter(|cell| !cell.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen.is_some(), &spoken));
    let painter = ground(ui, cx, rect, row_fill(cx, (chosen.is_some(), response.hovered()), cx.theme.panel));
    for (at, ((place, words), column)) in places.iter().zip(&line.cells).zip(heads).enumerate() {
        let area = cell(rect, *place);
        let is_name = at == register.name_column();
        let (font, color) = if is_name { (Type::Strong, cx.theme.text) } else { (Type::Body, cx.theme.text_2) };
        let words = RichText::new(displayed(words)).font(font.font()).color(color);
        if column.is_number {
            text_right(ui, &painter, area, words);
        } else {
            text(ui, &painter, area, words);
        }
        if chosen == Some(at) {
            let around = area.expand2(egui::vec2(4.0, -2.0));
            painter.rect_stroke(around, 3.0, Stroke::new(1.0, cx.theme.accent), StrokeKind::Inside);
        }
    }
    let response = response.on_hover_ui(|ui| used_ui(ui, cx, line));
    let at = response.interact_pointer_pos().map_or(0, |pointer| {
        let x = pointer.x - rect.left();
        places.iter().position(|(_, right)| x < right + 6.0).unwrap_or(places.len() - 1)
    });
    if response.double_clicked() && !ui.input(|input| input.key_down(Key::Enter)) {
        return Some(Asked::Edit(line.id, at));
    }
    (response.clicked() || response.secondary_clicked()).then_some(Asked::Choose(line.id, at))
}

/// What names it.
fn used_ui(ui: &mut Ui, cx: &ViewContext<'_>, line: &Line) {
    if line.used_by.is_empty() {
        ui.label(cx.text("registers-unused"));
        return;
    }
    ui.label(RichText::new(cx.text("registers-used-by")).font(Type::Strong.font()));
    for row in line.used_by.iter().take(NAMED) {
        ui.label(short::beginning(&crate::app::phrases::row_title(cx, *row), 60));
    }
    if line.used_by.len() > NAMED {
        let values = [("count", Value::from(line.used_by.len() - NAMED))];
        ui.label(cx.texts.text_with("statements-more", &values));
    }
}

//! Who has spoken, who speaks and who comes, with the times at which each was due and begins.

use std::collections::HashMap;

use egui::{Rect, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::cells::{ROW, cell, chip, rows_ui, small, text, text_right};
use crate::app::widget::statements::{due_clock, length, speaks_for};
use crate::model::podium::{Running, Turn};
use crate::model::{Delivery, Statement, StatementId};
use crate::texts::{Value, names, tid};

use super::seconds_clock;

/// One line of the table.
enum Row<'a> {
    Given(&'a Turn),
    Speaks(&'a Turn),
    ToCome(&'a Statement, i64),
    Held(usize),
}

/// Draws it; answers who is chosen to be called next.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, running: &Running, next: Option<StatementId>) -> Option<StatementId> {
    let whole = ui.max_rect();
    let (head, body) = whole.split_top_bottom_at_y(whole.top() + ROW);
    let list = cx.plan.sessions().get(running.session).map(|row| cx.speaking_list(row.event));
    let part = list.as_ref().and_then(|list| list.parts.iter().find(|part| part.session == running.session));
    let held = list.as_ref().zip(part).map_or(0, |(list, part)| part.held(&list.speaking));
    let dues: HashMap<StatementId, (usize, String)> = part
        .iter()
        .flat_map(|part| part.lines.iter().map(move |line| (part, line)))
        .map(|(part, line)| {
            let due = line.due.map(|due| due_clock(part, due.start_secs)).unwrap_or_default();
            (line.statement.id, (line.number, due))
        })
        .collect();
    let mut rows: Vec<Row<'_>> = running.given.iter().map(Row::Given).collect();
    rows.extend(running.speaker.iter().map(Row::Speaks));
    rows.extend(running.to_come.iter().zip(running.begins()).map(|(row, at)| Row::ToCome(row, at)));
    if held > 0 {
        rows.push(Row::Held(held));
    }
    let columns = Columns::new(whole.width());
    columns.head_ui(ui, cx, head);
    let sought = running.given.len() + usize::from(running.speaker.is_some());
    let sought = running.podium.opened.is_some().then_some((sought + 2).min(rows.len().saturating_sub(1)));
    let mut chosen = None;
    rows_ui(ui, ("podium", body), (rows.len(), sought), |ui, at, rect| {
        let clicked = row_ui(ui, cx, (&rows[at], &dues), (&columns, next), rect);
        chosen = clicked.or(chosen);
    });
    chosen
}

/// Where columns begin and end, in points from the left edge.
struct Columns {
    number: (f32, f32),
    state: (f32, f32),
    language: (f32, f32),
    due: (f32, f32),
    begins: (f32, f32),
    length: (f32, f32),
}

impl Columns {
    fn new(width: f32) -> Self {
        let right = width - 10.0;
        let length = (right - 66.0, right);
        let begins = (length.0 - 74.0, length.0 - 8.0);
        let due = (begins.0 - 56.0, begins.0 - 8.0);
        let wide = if width > 430.0 { 92.0 } else { 0.0 };
        let language = (due.0 - wide, (due.0 - 8.0).max(due.0 - wide));
        Self { number: (6.0, 36.0), state: (46.0, (language.0 - 8.0).max(80.0)), language, due, begins, length }
    }

    fn head_ui(&self, ui: &Ui, cx: &ViewContext<'_>, rect: Rect) {
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, 0.0, cx.theme.ground);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line_strong));
        let words = |id| small(cx.text(id), cx.theme.text_2);
        text_right(ui, &painter, cell(rect, self.number), words(tid("statements-no")));
        text(ui, &painter, cell(rect, self.state), words(tid("statements-state")));
        text(ui, &painter, cell(rect, self.language), words(tid("inspector-language")));
        text_right(ui, &painter, cell(rect, self.due), words(tid("statements-due")));
        text_right(ui, &painter, cell(rect, self.begins), words(tid("podium-begins")));
        text_right(ui, &painter, cell(rect, self.length), words(tid("podium-length")));
    }
}

fn row_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    (row, dues): (&Row<'_>, &HashMap<StatementId, (usize, String)>),
    (columns, next): (&Columns, Option<StatementId>),
    rect: Rect,
) -> Option<StatementId> {
    let theme = cx.theme;
    let (statement, begins, secs) = match row {
        Row::Given(turn) => (&*turn.statement, turn.begun, Some(turn.secs)),
        Row::Speaks(turn) => (&*turn.statement, turn.begun, None),
        Row::ToCome(statement, at) => (*statement, *at, None),
        Row::Held(count) => {
            held_ui(ui, cx, *count, rect);
            return None;
        }
    };
    let (is_given, is_speaking) = (matches!(row, Row::Given(_)), matches!(row, Row::Speaks(_)));
    let is_next = !is_given && !is_speaking && next == Some(statement.id);
    let is_absent = statement.delivery == Delivery::NotPresent;
    let response = ui.interact(rect, egui::Id::unique(("podium-row", statement.id)), Sense::CLICK);
    let (number, due) = dues.get(&statement.id).cloned().unwrap_or_default();
    let number = if number == 0 { String::new() } else { number.to_string() };
    let (who, begins) = (speaks_for(cx, statement), seconds_clock(cx, begins));
    let state = match row {
        _ if is_absent => cx.text(names::delivery(statement.delivery)).to_owned(),
        Row::Given(turn) => length(turn.secs),
        Row::Speaks(_) => cx.text(names::delivery(Delivery::Speaking)).to_owned(),
        _ if is_next => cx.text("podium-next").to_owned(),
        _ => String::new(),
    };
    let spoken = [number.as_str(), who, &begins, &state].into_iter().filter(|part| !part.is_empty());
    let spoken = spoken.collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_next, &spoken));
    let painter = ui.painter_at(rect);
    let fill = match () {
        () if is_speaking => theme.accent_soft,
        () if is_absent => theme.warning_soft,
        () if response.hovered() => theme.field,
        () => theme.panel,
    };
    painter.rect_filled(rect, 0.0, fill);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, theme.line));
    if is_next {
        let mark = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        painter.rect_filled(mark, 0.0, theme.accent);
    }
    let color = if is_given { theme.text_2 } else { theme.text };
    let font = if is_given { Type::Body } else { Type::Strong };
    text_right(ui, &painter, cell(rect, columns.number), small(&number, theme.text_2));
    text(ui, &painter, cell(rect, columns.state), RichText::new(who).font(font.font()).color(color));
    if let Some(language) = statement.language {
        let words = cx.text(names::language(language));
        text(ui, &painter, cell(rect, columns.language), small(words, theme.text_2));
    }
    text_right(ui, &painter, cell(rect, columns.due), small(&due, theme.text_2));
    text_right(ui, &painter, cell(rect, columns.begins), small(&begins, color));
    match secs {
        Some(secs) => {
            let is_long = secs > i64::from(statement.length_secs);
            let color = if is_long { theme.warning } else { theme.text_2 };
            let sign = if is_long { format!("{} {}", icons::ARROW_UP, length(secs)) } else { length(secs) };
            text_right(ui, &painter, cell(rect, columns.length), small(&sign, color));
        }
        None if is_speaking => {
            text_right(ui, &painter, cell(rect, columns.length), small(icons::MIC, theme.accent));
        }
        None if is_absent => {
            let words = cx.text("podium-not-here");
            chip(ui, cx, &painter, (cell(rect, columns.length), theme.panel), (words, theme.warning));
        }
        None => {}
    }
    let can = matches!(row, Row::ToCome(..));
    (response.clicked() && can).then_some(statement.id)
}

fn held_ui(ui: &Ui, cx: &ViewContext<'_>, count: usize, rect: Rect) {
    let name = cx.texts.text_with("statements-held-places", &[("count", Value::from(count))]);
    let response = ui.interact(rect, egui::Id::unique("podium-held"), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, cx.theme.field);
    let words = small(&format!("{} {name}", icons::LOCK), cx.theme.text_2);
    text(ui, &painter, cell(rect, (46.0, rect.width() - 8.0)), words);
}

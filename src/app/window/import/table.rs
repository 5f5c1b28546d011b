//! The pasted table, each row with what becomes of it and what is asked. Only rows in sight are touched, whatever rows mean.

use std::sync::Arc;

use egui::{
    Button, Color32, Galley, Popup, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::exchange::incoming::Pasted;

use super::change::change_ui;
use super::part;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, elided_ui, tip};
use crate::app::style::{Type, icons, size};

/// What is shown.
pub struct Shown<'a, F> {
    /// The table.
    pub pasted: &'a Pasted<F>,
    /// What a column can hold.
    pub offered: &'a [F],
    /// What a column is called that holds this.
    pub name: &'a dyn Fn(Option<F>) -> &'a str,
    /// What becomes of the row at this place.
    pub told: &'a dyn Fn(usize) -> Told<F>,
    /// The room for what becomes of a row.
    pub room: f32,
    /// The places of the rows that are shown.
    pub places: &'a [usize],
    /// Whether the row at this place is ticked to be taken; nothing where rows have no ticks.
    pub ticked: Option<&'a dyn Fn(usize) -> bool>,
}

/// What becomes of a row.
pub struct Told<F> {
    /// A sign, its colour, and in words.
    pub sign: &'static str,
    pub color: Color32,
    pub said: String,
    /// More of it.
    pub notes: Vec<String>,
    /// What of it stands out.
    pub marks: Vec<(F, Mark)>,
    /// How fields were that it changes.
    pub was: Vec<(F, String)>,
    /// Whether nothing of it is taken.
    pub is_out: bool,
    /// What is asked.
    pub asked: Vec<AskedHere>,
}

/// How a cell stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is the reason why the row is not taken.
    Wrong,
    /// It is left out.
    Noted,
    /// It changes something.
    Changed,
}

/// A question of a row, with what can be answered.
pub struct AskedHere {
    pub words: String,
    pub choices: Vec<String>,
    pub chosen: Option<usize>,
}

/// What was chosen.
pub enum Chosen<F> {
    /// What a column is to hold; nothing where it is left out.
    Column(usize, Option<F>),
    /// A row is to be taken, or left out.
    Tick(usize, bool),
    /// An answer: of which row, to which of its questions, and which.
    Answer(usize, usize, usize),
}

/// The narrowest column, and the widest.
const WIDTHS: (f32, f32) = (76.0, 280.0);
/// Left and right of a text.
const PADDING: f32 = 8.0;
/// The room for the number of a row.
const NUMBER: f32 = 34.0;
/// The room for the tick of a row.
const TICK: f32 = 30.0;

/// Draws it into the room that is left; answers what was chosen.
pub fn ui<F: Copy + Ord>(ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_, F>) -> Option<Chosen<F>> {
    let widths = widths(shown.pasted, ui.available_width() - shown.room);
    let width = shown.room + widths.iter().sum::<f32>();
    let mut chosen = None;
    ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
        ui.set_min_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        let (head, _) = ui.allocate_exact_size(vec2(width, size::ROW), Sense::HOVER);
        ui.painter().rect_filled(head, 0.0, cx.theme.ground);
        ui.painter().hline(head.x_range(), head.bottom() - 0.5, (1.0, cx.theme.line_strong));
        let outcome = head.with_max_x(head.left() + shown.room);
        text_ui(ui, outcome, RichText::new(cx.text("paste-outcome")).font(Type::Cap.font()).color(cx.theme.text_2));
        for (column, cell) in cells(head, shown.room, &widths).enumerate() {
            chosen = head_ui(ui, cx, shown, (column, cell)).or(chosen.take());
        }
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, size::ROW, shown.places.len(), |ui, range| {
            for &index in &shown.places[range] {
                let (rect, _) = ui.allocate_exact_size(vec2(width, size::ROW), Sense::HOVER);
                chosen = row_ui(ui, cx, shown, (index, rect, &widths)).or(chosen.take());
            }
        });
    });
    chosen
}

/// Where the cells of a row are, behind what becomes of it.
fn cells(row: Rect, room: f32, widths: &[f32]) -> impl Iterator<Item = Rect> {
    let mut left = row.left() + room;
    widths.iter().map(move |&width| {
        let cell = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
        left += width;
        cell
    })
}

/// How wide columns are: as the first rows need it, and a little more where there is room.
fn widths<F>(pasted: &Pasted<F>, room: f32) -> Vec<f32> {
    let letters = |column: usize| {
        let cells = pasted.grid.rows.iter().take(40).filter_map(|row| row.cells.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let mut widths: Vec<f32> = (0..pasted.grid.width)
        .map(|column| (letters(column) as f32 * 7.0 + 2.0 * PADDING).clamp(WIDTHS.0, WIDTHS.1))
        .collect();
    let sum: f32 = widths.iter().sum();
    if sum < room {
        let each = (room - sum) / widths.len().max(1) as f32;
        for width in &mut widths {
            *width += each;
        }
    } else {
        // The widest give way first.
        let fits = |most: f32| widths.iter().map(|width| width.min(most)).sum::<f32>() <= room;
        let (mut least, mut most) = WIDTHS;
        for _ in 0..12 {
            let middle = f32::midpoint(least, most);
            if fits(middle) { least = middle } else { most = middle }
        }
        for width in &mut widths {
            *width = width.min(least).floor();
        }
    }
    widths
}

fn text_ui(ui: &mut Ui, rect: Rect, text: RichText) -> egui::Response {
    let inner = rect.shrink2(vec2(PADDING, 0.0));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), |ui| elided_ui(ui, text)).inner
}

/// What a column holds, to be chosen anew.
fn head_ui<F: Copy + Ord>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    shown: &Shown<'_, F>,
    (column, cell): (usize, Rect),
) -> Option<Chosen<F>> {
    let field = shown.pasted.fields[column];
    let name = (shown.name)(field);
    let color = if field.is_some() { cx.theme.text } else { cx.theme.text_3 };
    let room = cell.width() - 2.0 * PADDING - 16.0;
    let text = elided(ui, RichText::new(name).font(Type::Cap.font()).color(color), room);
    let response = opener_ui(ui, cx, part("head", column), (cell, text));
    response.widget_info(|| {
        let values = [("number", (column + 1).into()), ("name", name.into())];
        WidgetInfo::labeled(Role::Button, true, cx.texts.text_with("paste-column", &values))
    });
    let mut chosen = None;
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(180.0);
        ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for other in std::iter::once(None).chain(shown.offered.iter().copied().map(Some)) {
                if choice_ui(ui, other == field, (shown.name)(other)) {
                    chosen = Some(Chosen::Column(column, other));
                }
            }
        });
    });
    chosen
}

/// A button that opens a menu.
fn opener_ui(ui: &mut Ui, cx: &ViewContext<'_>, id: egui::Id, (cell, text): (Rect, Arc<Galley>)) -> egui::Response {
    let sign = RichText::new(icons::CHEVRON_DOWN).size(size::SMALL_ICON).color(cx.theme.text_3);
    ui.scope_builder(UiBuilder::new().id_salt(id).max_rect(cell.shrink2(vec2(1.0, 1.0))), |ui| {
        ui.spacing_mut().button_padding = vec2(PADDING - 1.0, 0.0);
        ui.add(Button::new((text, sign)).gap(2.0).frame_when_inactive(false).min_size(vec2(0.0, size::TARGET)))
    })
    .inner
}

/// An entry of such a menu; whether it was chosen.
fn choice_ui(ui: &mut Ui, is_chosen: bool, name: &str) -> bool {
    let name = elided(ui, RichText::new(name), 240.0);
    let clicked = ui.add(Button::selectable(is_chosen, name).min_size(vec2(160.0, size::ROW))).clicked();
    if clicked {
        ui.close();
    }
    clicked
}

/// A row; answers what was chosen in it.
fn row_ui<F: Copy + Ord>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    shown: &Shown<'_, F>,
    (index, rect, widths): (usize, Rect, &[f32]),
) -> Option<Chosen<F>> {
    let row = &shown.pasted.rows()[index];
    let told = (shown.told)(index);
    let response = ui.interact(rect, part("row", index), Sense::HOVER);
    response.widget_info(|| {
        let cells: Vec<&str> = row.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        let is_shown = |(field, was): &&(F, String)| !was.is_empty() && shown.pasted.has(*field);
        let changes = told.was.iter().filter(is_shown).map(|(field, was)| {
            let (part, is) = ((shown.name)(Some(*field)), shown.pasted.cell(row, *field));
            let values = [("part", part.into()), ("was", was.into()), ("is", is.into())];
            format!("; {}", cx.texts.text_with("import-change", &values))
        });
        let changes: String = changes.collect();
        WidgetInfo::labeled(Role::Row, true, format!("{}: {}: {}{changes}", row.number, told.said, cells.join(", ")))
    });
    let painter = ui.painter().clone();
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
    let whole = rect.with_max_x(rect.left() + shown.room);
    let (tick, whole) = whole.split_left_right_at_x(whole.left() + if shown.ticked.is_some() { TICK } else { 0.0 });
    let ticked = shown.ticked.and_then(|ticked| tick_ui(ui, cx, (tick, row.number), (index, ticked(index))));
    let (number, said_in) = whole.split_left_right_at_x(whole.left() + NUMBER);
    let weak = RichText::new(row.number.to_string()).font(Type::Meta.font()).color(cx.theme.text_3);
    text_ui(ui, number.with_max_x(number.right() + PADDING), weak);
    let answered = said_ui(ui, cx, &told, (index, row.number, said_in));
    for ((column, cell), text) in cells(rect, shown.room, widths).enumerate().zip(&row.cells) {
        let field = shown.pasted.fields[column];
        let has = |mark| told.marks.iter().any(|&(marked, as_what)| Some(marked) == field && as_what == mark);
        if has(Mark::Changed) {
            painter.rect_filled(cell.shrink(1.0), 4.0, cx.theme.accent_soft);
        }
        let edge = match () {
            () if has(Mark::Wrong) => Some(cx.theme.error),
            () if has(Mark::Noted) => Some(cx.theme.warning_mark),
            () => None,
        };
        if let Some(edge) = edge {
            painter.rect_stroke(cell.shrink2(vec2(2.0, 2.0)), 4.0, Stroke::new(1.0, edge), StrokeKind::Inside);
        }
        if text.is_empty() {
            continue;
        }
        if let Some((_, was)) = told.was.iter().find(|(changed, was)| Some(*changed) == field && !was.is_empty()) {
            change_ui(ui, cx, &painter, (cell.shrink2(vec2(PADDING, 0.0)), was, text));
            continue;
        }
        let color = if field.is_none() || told.is_out { cx.theme.text_3 } else { cx.theme.text };
        text_ui(ui, cell, RichText::new(text).color(color));
    }
    ticked.or(answered.map(|(question, choice)| Chosen::Answer(index, question, choice)))
}

/// Whether a row is taken, to be chosen.
fn tick_ui<F>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (rect, number): (Rect, usize),
    (index, is_ticked): (usize, bool),
) -> Option<Chosen<F>> {
    let mut ticks = is_ticked;
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let builder = UiBuilder::new().id_salt(part("tick", index)).max_rect(rect.shrink2(vec2(2.0, 0.0))).layout(layout);
    let response = ui.scope_builder(builder, |ui| {
        ui.spacing_mut().interact_size = vec2(size::TARGET, size::TARGET);
        ui.add(egui::Checkbox::without_text(&mut ticks))
    });
    response.inner.widget_info(|| {
        let name = cx.texts.text_with("paste-tick", &[("number", number.into())]);
        WidgetInfo::selected(Role::CheckBox, true, is_ticked, name)
    });
    (ticks != is_ticked).then_some(Chosen::Tick(index, ticks))
}

/// What becomes of a row in words; where something is asked, a menu with what can be answered.
fn said_ui<F>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    told: &Told<F>,
    (index, number, rect): (usize, usize, Rect),
) -> Option<(usize, usize)> {
    let text = RichText::new(format!("{} {}", told.sign, told.said)).font(Type::Small.font()).color(told.color);
    if told.asked.is_empty() {
        let response = text_ui(ui, rect, text);
        if !told.notes.is_empty() {
            tip(response, &told.notes.join("\n"));
        }
        return None;
    }
    let text = elided(ui, text, rect.width() - 2.0 * PADDING - 16.0);
    let response = opener_ui(ui, cx, part("answer", index), (rect, text));
    response.widget_info(|| {
        let values = [("number", number.into()), ("said", told.said.as_str().into())];
        WidgetInfo::labeled(Role::Button, true, cx.texts.text_with("paste-answer", &values))
    });
    let mut answered = None;
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(220.0);
        ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (question, asked) in told.asked.iter().enumerate() {
                let words = RichText::new(&asked.words).font(Type::Small.font()).color(cx.theme.text_2);
                let words = elided(ui, words, 320.0);
                ui.label(words);
                ui.add_space(2.0);
                for (choice, words) in asked.choices.iter().enumerate() {
                    if choice_ui(ui, asked.chosen == Some(choice), words) {
                        answered = Some((question, choice));
                    }
                }
                ui.add_space(6.0);
            }
        });
    });
    if !told.notes.is_empty() {
        tip(response, &told.notes.join("\n"));
    }
    answered
}

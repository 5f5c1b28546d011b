//! The pasted table, each row with what becomes of it and what is asked. Only rows in sight are touched, whatever rows mean.

use egui::{
    Button, Color32, Key, Popup, PopupCloseBehavior, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::exchange::incoming::Pasted;

use super::change::change_ui;
use super::keys::{self, Act, Spot};
use super::part;
use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::{elided, elided_ui, tip};
use crate::app::style::{Type, icons, size};
use crate::app::widget::cells::tick_ui;
use crate::app::widget::fields::TextField;

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
    /// Another text for a cell: of which row, in which column.
    Correct(usize, usize, String),
}

/// The narrowest column, and the widest.
const WIDTHS: (f32, f32) = (76.0, 280.0);
/// Left and right of a text.
const PADDING: f32 = 8.0;
/// The arrow between what was and what is, in letters.
const ARROW: usize = 4;
/// The room for the number of a row.
const NUMBER: f32 = 34.0;
/// The room for the tick of a row.
const TICK: f32 = 30.0;

/// How high the heads are, with what the file itself writes above its columns, and without.
const HEADS: (f32, f32) = (44.0, size::ROW);

/// Draws it into the room that is left; answers what was chosen. It is one stop for the keyboard: arrows lead through heads and
/// rows, Space ticks a row, Enter opens what can be chosen.
pub fn ui<F: Copy + Ord>(ui: &mut Ui, cx: &ViewContext<'_>, shown: &Shown<'_, F>) -> Option<Chosen<F>> {
    let whole = ui.available_rect_before_wrap();
    let ground = ui.interact(whole, part("table", 0), Sense::click());
    ground.widget_info(|| WidgetInfo::labeled(Role::Table, true, cx.text("import-table")));
    if ground.clicked() {
        ground.request_focus();
    }
    let page = ((whole.height() / size::ROW) as usize).saturating_sub(3);
    let (cursor, moved) = keys::of(ui, ground.id, (shown.places.len(), shown.pasted.grid.width, page));
    let mut ticked = None;
    if let Some(Act::Tick) = cursor.act
        && let Spot::Row(at) = cursor.spot
        && let (Some(&index), Some(is_ticked)) = (shown.places.get(at), shown.ticked)
    {
        ticked = Some(Chosen::Tick(index, !is_ticked(index)));
    }
    let has_heads = (0..shown.pasted.grid.width).any(|column| !shown.pasted.head(column).is_empty());
    let high = if has_heads { HEADS.0 } else { HEADS.1 };
    let widths = widths(shown, ui.available_width() - shown.room);
    let width = shown.room + widths.iter().sum::<f32>();
    let mut chosen = None;
    ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
        ui.set_min_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        let (head, _) = ui.allocate_exact_size(vec2(width, high), Sense::HOVER);
        ui.painter().rect_filled(head, 0.0, cx.theme.ground);
        ui.painter().hline(head.x_range(), head.bottom() - 0.5, (1.0, cx.theme.line_strong));
        let outcome = head.with_max_x(head.left() + shown.room);
        text_ui(ui, outcome, RichText::new(cx.text("paste-outcome")).font(Type::Cap.font()).color(cx.theme.text_2));
        for (column, cell) in cells(head, shown.room, &widths).enumerate() {
            let here = cursor.at(Spot::Head(column));
            if moved && here.is_some() {
                ui.scroll_to_rect(cell, None);
                cx.act(Action::Say(column_words(cx, shown, column)));
            }
            chosen = head_ui(ui, cx, shown, (column, cell, here)).or(chosen.take());
        }
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, size::ROW, shown.places.len(), |ui, range| {
            if let Spot::Row(at) = cursor.spot
                && moved
            {
                let top = ui.max_rect().top() + (at as f32 - range.start as f32) * size::ROW;
                ui.scroll_to_rect(Rect::from_x_y_ranges(whole.x_range(), top..=top + size::ROW), None);
            }
            for (at, &index) in range.clone().zip(&shown.places[range]) {
                let (rect, _) = ui.allocate_exact_size(vec2(width, size::ROW), Sense::HOVER);
                let here = cursor.at(Spot::Row(at));
                if moved && here.is_some() {
                    cx.act(Action::Say(row_words(cx, shown, index)));
                }
                chosen = row_ui(ui, cx, shown, (index, rect, &widths, here)).or(chosen.take());
            }
        });
    });
    ticked.or(chosen)
}

fn column_words<F: Copy + Ord>(cx: &ViewContext<'_>, shown: &Shown<'_, F>, column: usize) -> String {
    let name = (shown.name)(shown.pasted.fields[column]);
    cx.texts.text_with("paste-column", &[("number", (column + 1).into()), ("name", name.into())])
}

/// A row in words: what becomes of it, and what stands in it.
fn row_words<F: Copy + Ord>(cx: &ViewContext<'_>, shown: &Shown<'_, F>, index: usize) -> String {
    let (row, told) = (&shown.pasted.rows()[index], (shown.told)(index));
    let cells: Vec<&str> = row.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    let is_shown = |(field, was): &&(F, String)| !was.is_empty() && shown.pasted.has(*field);
    let changes = told.was.iter().filter(is_shown).map(|(field, was)| {
        let (part, is) = ((shown.name)(Some(*field)), shown.pasted.cell(row, *field));
        let values = [("part", part.into()), ("was", was.into()), ("is", is.into())];
        format!("; {}", cx.texts.text_with("import-change", &values))
    });
    let changes: String = changes.collect();
    format!("{}: {}: {}{changes}", row.number, told.said, cells.join(", "))
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

/// So many rows say how wide columns are.
const MEASURED: usize = 40;

/// How wide columns are: as the first rows need it, with what they change, and a little more where there is room.
fn widths<F: Copy + Ord>(shown: &Shown<'_, F>, room: f32) -> Vec<f32> {
    let pasted = shown.pasted;
    let told: Vec<(usize, Told<F>)> =
        shown.places.iter().take(MEASURED).map(|&index| (index, (shown.told)(index))).collect();
    let letters = |column: usize| {
        // What stands above the heads is no measure.
        let rows = pasted.grid.rows.iter().skip(pasted.first).take(MEASURED);
        let cells = rows.filter_map(|row| row.cells.get(column)).map(String::as_str).chain([pasted.head(column)]);
        let cells = cells.map(|cell| cell.chars().count());
        let changes = told.iter().flat_map(|(index, told)| {
            let is = pasted.rows()[*index].cells.get(column).map_or(0, |cell| cell.chars().count());
            let of_it =
                told.was.iter().filter(move |(field, was)| Some(*field) == pasted.fields[column] && !was.is_empty());
            of_it.map(move |(_, was)| was.chars().count() + ARROW + is)
        });
        cells.chain(changes).max().unwrap_or(0)
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
    (column, cell, here): (usize, Rect, Option<Act>),
) -> Option<Chosen<F>> {
    let field = shown.pasted.fields[column];
    let name = (shown.name)(field);
    let color = if field.is_some() { cx.theme.text } else { cx.theme.text_3 };
    let own = shown.pasted.head(column);
    let (upper, lower) = cell.split_top_bottom_at_y(cell.top() + if own.is_empty() { cell.height() } else { 26.0 });
    let text = RichText::new(name).font(Type::Cap.font()).color(color);
    let response = opener_ui(ui, cx, part("head", column), (upper, text, here));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, column_words(cx, shown, column)));
    if !own.is_empty() {
        let words = elided(
            ui,
            RichText::new(own).font(Type::Meta.font()).color(cx.theme.text_3),
            lower.width() - 2.0 * PADDING,
        );
        ui.painter().galley(lower.left_top() + vec2(PADDING, 0.0), words, cx.theme.text_3);
    }
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

/// What opens a menu: a click, or Enter where the cursor is (`here`). It is no stop for the keyboard.
fn opener_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    id: egui::Id,
    (cell, text, here): (Rect, RichText, Option<Act>),
) -> egui::Response {
    let inner = cell.shrink2(vec2(1.0, 1.0));
    let response = ui.interact(inner, id, Sense::CLICK);
    let fill = if response.hovered() { cx.theme.field } else { Color32::TRANSPARENT };
    ui.painter().rect_filled(inner, 4.0, fill);
    if here.is_some() {
        cursor_ui(ui, cx, inner);
    }
    let words = elided(ui, text, inner.width() - 2.0 * PADDING - 16.0);
    let at = pos2(inner.left() + PADDING - 1.0, (inner.center().y - words.size().y / 2.0).round());
    let end = at.x + words.size().x;
    ui.painter().galley(at, words, cx.theme.text);
    let sign = egui::FontId::new(size::SMALL_ICON, Type::Small.font().family);
    let at = pos2(end + 10.0, inner.center().y);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, icons::CHEVRON_DOWN, sign, cx.theme.text_3);
    if here == Some(Act::Open) {
        Popup::open_id(ui.ctx(), Popup::default_response_id(&response));
    }
    response
}

fn cursor_ui(ui: &Ui, cx: &ViewContext<'_>, rect: Rect) {
    ui.painter().rect_stroke(rect, 4.0, Stroke::new(2.0, cx.theme.focus), StrokeKind::Inside);
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
    (index, rect, widths, here): (usize, Rect, &[f32], Option<Act>),
) -> Option<Chosen<F>> {
    let row = &shown.pasted.rows()[index];
    let told = (shown.told)(index);
    let response = ui.interact(rect, part("row", index), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, row_words(cx, shown, index)));
    if here.is_some() {
        ui.painter().rect_filled(rect, 0.0, cx.theme.accent_soft);
        cursor_ui(ui, cx, rect.with_max_x(rect.left() + shown.room));
    }
    let painter = ui.painter().clone();
    painter.hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
    let whole = rect.with_max_x(rect.left() + shown.room);
    let (tick, whole) = whole.split_left_right_at_x(whole.left() + if shown.ticked.is_some() { TICK } else { 0.0 });
    let ticked = shown.ticked.and_then(|ticked| {
        let name = cx.texts.text_with("paste-tick", &[("number", row.number.into())]);
        let place = (tick.with_max_x(tick.left() + size::TARGET), part("tick", index));
        let is_ticked = ticked(index);
        tick_ui(ui, cx, place, (is_ticked, true), &name).clicked().then_some(Chosen::Tick(index, !is_ticked))
    });
    let (number, said_in) = whole.split_left_right_at_x(whole.left() + NUMBER);
    let weak = RichText::new(row.number.to_string()).font(Type::Meta.font()).color(cx.theme.text_3);
    text_ui(ui, number.with_max_x(number.right() + PADDING), weak);
    let answered = said_ui(ui, cx, (shown, &told), (index, said_in, here));
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
    ticked.or(answered)
}

/// What becomes of a row in words; where something is asked, or a cell is not understood, a menu with what can be done.
fn said_ui<F: Copy + Ord>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (shown, told): (&Shown<'_, F>, &Told<F>),
    (index, rect, here): (usize, Rect, Option<Act>),
) -> Option<Chosen<F>> {
    let row = &shown.pasted.rows()[index];
    let wrong = told.marks.iter().find(|(_, mark)| *mark == Mark::Wrong);
    let wrong = wrong.or_else(|| told.marks.iter().find(|(_, mark)| *mark == Mark::Noted && told.asked.is_empty()));
    let column = wrong.and_then(|(field, _)| shown.pasted.fields.iter().position(|other| *other == Some(*field)));
    let text = RichText::new(format!("{} {}", told.sign, told.said)).font(Type::Small.font()).color(told.color);
    if told.asked.is_empty() && wrong.is_none() {
        let response = text_ui(ui, rect, text);
        if !told.notes.is_empty() {
            tip(response, &told.notes.join("\n"));
        }
        return None;
    }
    let response = opener_ui(ui, cx, part("answer", index), (rect, text, here));
    response.widget_info(|| {
        let values = [("number", row.number.into()), ("said", told.said.as_str().into())];
        WidgetInfo::labeled(Role::Button, true, cx.texts.text_with("paste-answer", &values))
    });
    let mut chosen = None;
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_min_width(220.0);
        ui.set_max_width(340.0);
        ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (question, asked) in told.asked.iter().enumerate() {
                let words = RichText::new(&asked.words).font(Type::Small.font()).color(cx.theme.text_2);
                let words = elided(ui, words, 320.0);
                ui.label(words);
                ui.add_space(2.0);
                for (choice, words) in asked.choices.iter().enumerate() {
                    if choice_ui(ui, asked.chosen == Some(choice), words) {
                        chosen = Some(Chosen::Answer(index, question, choice));
                    }
                }
                ui.add_space(6.0);
            }
            if let Some(column) = column {
                chosen = correct_ui(ui, cx, shown, (index, column)).or(chosen.take());
            }
            if shown.ticked.is_some() && wrong.is_some() && choice_ui(ui, false, cx.text("paste-answer-leave-out")) {
                chosen = Some(Chosen::Tick(index, false));
            }
        });
    });
    if !told.notes.is_empty() {
        tip(response, &told.notes.join("\n"));
    }
    chosen
}

/// A field with the text of a cell that is not understood, to be written as it is meant.
fn correct_ui<F: Copy + Ord>(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    shown: &Shown<'_, F>,
    (index, column): (usize, usize),
) -> Option<Chosen<F>> {
    let name = (shown.name)(shown.pasted.fields[column]);
    let words = cx.texts.text_with("paste-correct", &[("column", name.into())]);
    ui.label(RichText::new(&words).font(Type::Small.font()).color(cx.theme.text_2));
    let id = part("correct", index);
    let cell = shown.pasted.rows()[index].cells.get(column).cloned().unwrap_or_default();
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| cell.clone());
    let field = TextField { name: &words, ..TextField::default() };
    ui.add_space(4.0);
    let response = field.show(ui, cx, (id, false), &mut text);
    // Menus have no frames of their own.
    let frame = Stroke::new(1.0, cx.theme.line_field);
    ui.painter().rect_stroke(response.rect.expand2(vec2(0.0, 2.0)), 4.0, frame, StrokeKind::Outside);
    ui.add_space(8.0);
    let is_done = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && text.trim() != cell;
    if is_done {
        ui.data_mut(|data| data.remove::<String>(id));
        ui.close();
        return Some(Chosen::Correct(index, column, text));
    }
    ui.data_mut(|data| data.insert_temp(id, text));
    None
}

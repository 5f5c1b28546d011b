//! The editor inside a cell: a field, and below it what there is to choose from or what is wrong.

use egui::text::CCursorRange;
use egui::{
    Area, CornerRadius, EventFilter, Frame, Id, Key, Label, Margin, Modifiers, Order, Rect, RichText, ScrollArea,
    Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::texts::Value as Word;

use super::cells::{ROW, Set};
use super::columns::{Column, Editor};
use super::open_cell::{Begin, Mistake, OpenCell};
use super::options::Value;
use crate::app::context::ViewContext;
use crate::app::filter::folded;
use crate::app::paint::text::{displayed, elided_ui};
use crate::app::style::{icons, radius, size};
use crate::app::widget::focus;

/// How an editor is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// Take what was typed, and stay in the cell.
    Stay,
    /// Take it and go to the next row, or the one before.
    Down(bool),
    /// Take it for every selected row, and stay in the cell.
    All,
    /// Take it and open the next editor, or the one before.
    Onward(bool),
    /// Forget it.
    Cancel,
    /// Take it if it can be taken; the planner is elsewhere already.
    Blur,
}

/// The least width of a field.
const MIN_WIDTH: f32 = 58.0;
/// The width of the list.
const LIST_WIDTH: f32 = 320.0;
/// The height of one choice.
const CHOICE: f32 = 28.0;
/// More choices than this are scrolled.
const CHOICES: usize = 9;

/// Keys that belong to the editor rather than to the field in it.
#[derive(Clone, Copy, Debug, Default)]
struct Keys {
    all: bool,
    /// Shift and Enter: one of several more, or to the row above.
    shifted: bool,
    enter: bool,
    tab: bool,
    back: bool,
    escape: bool,
    up: usize,
    down: usize,
}

/// Draws the editor over its cell.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &mut OpenCell, cell: Rect) -> Option<Leave> {
    let kind = open.editor;
    let id = Id::unique(("list-editor", open.id(), open.column));
    let keys = if ui.memory(|memory| memory.has_focus(id)) { take_keys(ui) } else { Keys::default() };
    let rect = Rect::from_min_size(cell.min, vec2(cell.width().max(MIN_WIDTH), cell.height()));
    let response = field_ui(ui, cx, open, (id, rect));
    focus::keeps_tab(&response);
    if response.changed() {
        open.touched = true;
        open.words_changed();
    }
    let left = left_choices(open, kind);
    if keys.up + keys.down > 0 && !left.is_empty() {
        step(open, &left, keys.down as isize - keys.up as isize);
    }
    let popup = popup_ui(ui, cx, open, (rect, &left), keys.up + keys.down > 0 || open.wants_focus);
    if open.wants_focus {
        response.request_focus();
        open.wants_focus = false;
    }
    if keys.shifted && kind == Editor::Several {
        if let Some(&at) = left.get(open.at) {
            open.tick(open.choices[at].value);
        }
        return None;
    }
    if keys.escape {
        return Some(Leave::Cancel);
    }
    // Where there is nothing to choose from, arrows are for the table.
    let (up, down) = (open.choices.is_empty() && keys.up > 0, open.choices.is_empty() && keys.down > 0);
    let leave = match keys {
        Keys { all: true, .. } => Some(Leave::All),
        Keys { enter: true, .. } => Some(Leave::Down(false)),
        Keys { shifted: true, .. } => Some(Leave::Down(true)),
        Keys { tab: true, .. } | Keys { back: true, .. } => Some(Leave::Onward(keys.back)),
        _ if up || down => Some(Leave::Down(up)),
        _ => None,
    };
    if leave.is_some() {
        if matches!(kind, Editor::One | Editor::Several) && open.touched && !open.ticked {
            let Some(&at) = left.get(open.at) else {
                if open.names_newcomer() {
                    return leave;
                }
                open.mistake = Some(Mistake::NoChoice);
                return None;
            };
            open.chosen = vec![open.choices[at].value];
        }
        return leave;
    }
    match popup {
        Popup::Picked(value) => {
            if let Value::Day(day) = value {
                open.text = day.to_string();
            }
            (open.chosen, open.touched) = (vec![value], true);
            return Some(Leave::Stay);
        }
        Popup::Ticked(value) => {
            open.tick(value);
            open.wants_focus = true;
        }
        Popup::Inside => open.wants_focus |= response.lost_focus(),
        Popup::Outside if response.lost_focus() => return Some(Leave::Blur),
        Popup::Outside => {}
    }
    None
}

fn take_keys(ui: &Ui) -> Keys {
    ui.input_mut(|input| Keys {
        all: input.consume_key(Modifiers::COMMAND, Key::Enter),
        shifted: input.consume_key(Modifiers::SHIFT, Key::Enter),
        enter: input.consume_key(Modifiers::NONE, Key::Enter),
        back: input.consume_key(Modifiers::SHIFT, Key::Tab),
        tab: input.consume_key(Modifiers::NONE, Key::Tab),
        escape: input.consume_key(Modifiers::NONE, Key::Escape),
        up: input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
        down: input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
    })
}

/// The field itself. It keeps Tab, Escape and the arrows for the editor.
fn field_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &mut OpenCell, (id, rect): (Id, Rect)) -> egui::Response {
    let border = if open.mistake.is_some() { cx.theme.error } else { cx.theme.accent };
    let hint = match open.column {
        Column::Start | Column::End => cx.text("list-hint-clock").to_owned(),
        Column::Length => cx.text("list-hint-length").to_owned(),
        Column::Day => cx.text("list-hint-day").to_owned(),
        Column::Own(_) if open.editor == Editor::Suggested => cx.text("list-hint-day").to_owned(),
        _ if open.editor == Editor::Text => String::new(),
        Column::Title => cx.text("list-hint-title").to_owned(),
        _ => {
            let chosen = open.choices.iter().filter(|choice| open.chosen.contains(&choice.value));
            let labels = chosen.map(|choice| choice.label.as_str()).collect::<Vec<_>>().join(", ");
            if labels.is_empty() { cx.text("list-hint-search").to_owned() } else { labels }
        }
    };
    let painter = ui.painter().clone();
    painter.rect(rect.shrink(1.0), 4.0, cx.theme.panel, Stroke::new(1.5, border), StrokeKind::Inside);
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    let right = Set::of(cx.plan, open.column) == Set::Right;
    let field = TextEdit::singleline(&mut open.text)
        .id(id)
        .event_filter(filter)
        .frame(Frame::NONE.inner_margin(Margin::symmetric(9, 0)))
        .hint_text(displayed(&hint).into_owned())
        .align(if right { egui::Align2::RIGHT_CENTER } else { egui::Align2::LEFT_CENTER })
        .desired_width(rect.width() - 18.0)
        .min_size(rect.size());
    let mut field_ui = ui.new_child(UiBuilder::new().max_rect(rect));
    let mut output = field.show(&mut field_ui);
    if let Some(begin) = open.begin.take() {
        let CCursorRange { primary: end, secondary: start, .. } = CCursorRange::select_all_str(&open.text);
        // All of it, with the caret in front so that the beginning of a long text shows; or behind it.
        let range = if begin == Begin::Whole { CCursorRange::two(end, start) } else { CCursorRange::one(end) };
        output.state.cursor.set_char_range(Some(range));
        output.state.store(ui.ctx(), id);
    }
    let name = cx.texts.text_with(
        "list-editor",
        &[("column", Word::from(open.column.name(cx))), ("session", Word::from(cx.session_title(&open.before)))],
    );
    output.response.response.accessible_name(name)
}

/// The choices that the typed words leave.
fn left_choices(open: &OpenCell, kind: Editor) -> Vec<usize> {
    let words = folded(&open.text);
    let all = kind == Editor::Suggested || words.trim().is_empty();
    let fits = |key: &str| words.split_whitespace().all(|word| key.contains(word));
    let numbered = open.choices.iter().enumerate();
    numbered.filter(|(_, choice)| all || fits(&choice.key)).map(|(at, _)| at).collect()
}

fn step(open: &mut OpenCell, left: &[usize], by: isize) {
    let last = left.len() - 1;
    // The first arrow goes from what is chosen already.
    open.at = open.at.saturating_add_signed(by).min(last);
    (open.touched, open.mistake) = (true, None);
    if let Value::Day(day) = open.choices[left[open.at]].value {
        open.text = day.to_string();
    }
}

/// What the pointer did in the popup.
enum Popup {
    Picked(Value),
    Ticked(Value),
    Inside,
    Outside,
}

/// The list and the sentence about a mistake, below the field or above it where there is no room.
fn popup_ui(ui: &Ui, cx: &ViewContext<'_>, open: &OpenCell, (field, left): (Rect, &[usize]), scroll: bool) -> Popup {
    let has_list = !open.choices.is_empty();
    if !has_list && open.mistake.is_none() || !ui.clip_rect().intersects(field) {
        return Popup::Outside;
    }
    let height = if has_list { left.len().clamp(1, CHOICES) as f32 * CHOICE + 16.0 } else { 0.0 }
        + if open.mistake.is_some() { 34.0 } else { 0.0 }
        + if open.editor == Editor::Several { 26.0 } else { 0.0 };
    let screen = ui.ctx().content_rect();
    let below = field.bottom() + height + 4.0 < screen.bottom();
    let y = if below { field.bottom() + 3.0 } else { field.top() - height - 3.0 };
    let mut answer = Popup::Outside;
    let area = Area::new(Id::unique("list-popup")).order(Order::Foreground).fixed_pos(pos2(field.left(), y));
    let shown = area.show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::same(5)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if let Some(mistake) = &open.mistake {
                let text = format!("{} {}", icons::WARNING, mistake.text(cx));
                line_ui(ui, RichText::new(text).color(cx.theme.error));
            }
            if has_list {
                ui.set_width(LIST_WIDTH);
                answer = list_ui(ui, cx, open, left, scroll);
            }
            if open.editor == Editor::Several {
                line_ui(ui, RichText::new(cx.text("list-several-hint")).small().color(cx.theme.text_2));
            }
        });
    });
    let pointer = ui.input(|input| input.pointer.interact_pos());
    match answer {
        Popup::Outside if pointer.is_some_and(|at| shown.response.rect.contains(at)) => Popup::Inside,
        answer => answer,
    }
}

/// A sentence in the popup.
fn line_ui(ui: &mut Ui, text: RichText) {
    Frame::NONE.inner_margin(Margin::symmetric(8, 5)).show(ui, |ui| ui.add(Label::new(text).extend()));
}

fn list_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &OpenCell, left: &[usize], scroll: bool) -> Popup {
    if left.is_empty() {
        let text = if open.names_newcomer() {
            cx.texts.text_with("list-new-person", &[("name", Word::from(open.text.trim()))])
        } else {
            cx.text("list-no-match").to_owned()
        };
        line_ui(ui, RichText::new(displayed(&text)).color(cx.theme.text_2));
        return Popup::Outside;
    }
    let mut answer = Popup::Outside;
    let mut area = ScrollArea::vertical().max_height(CHOICES as f32 * CHOICE).auto_shrink([false, true]);
    if scroll {
        // The chosen one stays in the middle where the list is longer than its window.
        area = area.vertical_scroll_offset((open.at as f32 - (CHOICES / 2) as f32).max(0.0) * CHOICE);
    }
    area.show_rows(ui, CHOICE, left.len(), |ui, range| {
        for line in range {
            if let Some(found) = choice_ui(ui, cx, open, (line, left[line])) {
                answer = found;
            }
        }
    });
    answer
}

fn choice_ui(ui: &mut Ui, cx: &ViewContext<'_>, open: &OpenCell, (line, at): (usize, usize)) -> Option<Popup> {
    let choice = &open.choices[at];
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), CHOICE), Sense::CLICK);
    let chosen = open.chosen.contains(&choice.value) || choice.value == Value::Nothing && open.chosen.is_empty();
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, chosen, &choice.label));
    if line == open.at || response.hovered() {
        let fill = if line == open.at { cx.theme.accent_soft } else { cx.theme.field };
        ui.painter().rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
    }
    let several = open.editor == Editor::Several && choice.value != Value::Nothing;
    let sign = match (several, chosen) {
        (true, true) => icons::SQUARE_CHECK,
        (true, false) => icons::SQUARE,
        (false, true) => icons::CHECK,
        (false, false) => "",
    };
    let (at_sign, rest) = rect.split_left_right_at_x(rect.left() + ROW);
    ui.painter().text(
        at_sign.center(),
        egui::Align2::CENTER_CENTER,
        sign,
        egui::FontId::proportional(size::ICON),
        if chosen { cx.theme.accent } else { cx.theme.text_2 },
    );
    let builder = UiBuilder::new().max_rect(rest).layout(egui::Layout::left_to_right(egui::Align::Center));
    ui.scope_builder(builder, |ui| {
        elided_ui(ui, RichText::new(&choice.label).color(cx.theme.text));
        if !choice.detail.is_empty() {
            elided_ui(ui, RichText::new(&choice.detail).color(cx.theme.text_2));
        }
    });
    if !response.clicked() {
        return None;
    }
    let on_sign = response.interact_pointer_pos().is_some_and(|at| at_sign.contains(at));
    let ticks = several && (on_sign || ui.input(|input| input.modifiers.command));
    Some(if ticks { Popup::Ticked(choice.value) } else { Popup::Picked(choice.value) })
}

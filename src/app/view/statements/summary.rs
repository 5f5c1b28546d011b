//! The summary beside the table: how full the parts are, who waits, and the settings of the list.

use egui::{
    Popup, PopupCloseBehavior, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::cells::{cell, small, text, text_right};
use crate::app::widget::fields::small_icon_button;
use crate::app::widget::statements::{length, person, rank_name, request_sign, speaks_for};
use crate::edit::{AnyRow, Command};
use crate::look::Hue;
use crate::model::speaking::{Part, SpeakingList};
use crate::model::{Event, Session, SessionId, Speaking, Statement, TextState};
use crate::texts::{Value, dates, tid};

/// So many of those who wait are named.
const MOST: usize = 12;

/// Draws it; answers the part that somebody asks for.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, list: &SpeakingList) -> Option<SessionId> {
    let mut asked = None;
    ScrollArea::vertical().id_salt("statements summary").auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - 12.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        ui.add_space(10.0);
        head_ui(ui, cx, list);
        for (place, part) in list.parts.iter().enumerate() {
            if part_ui(ui, cx, (list, place), part) {
                asked = Some(part.session);
            }
        }
        legend_ui(ui, cx);
        waiting_ui(ui, cx, list);
    });
    asked
}

fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, list: &SpeakingList) {
    let placed: usize = list.parts.iter().map(Part::speakers).sum();
    let held: usize = list.parts.iter().map(|part| part.held(&list.speaking)).sum();
    let places: usize = list.parts.iter().map(|part| part.places).sum();
    let values = [("placed", Value::from(placed)), ("held", Value::from(held))];
    let title = cx.texts.text_with("statements-summary", &values);
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).font(Type::Head.font()).color(cx.theme.text));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| settings_ui(ui, cx, list));
    });
    let values = [("places", Value::from(places)), ("parts", Value::from(list.parts.len()))];
    ui.label(small(&cx.texts.text_with("statements-places", &values), cx.theme.text_2));
}

/// Length, changeover and held places, in a small window of their own.
fn settings_ui(ui: &mut Ui, cx: &ViewContext<'_>, list: &SpeakingList) {
    let sessions: Vec<&Session> =
        list.parts.iter().filter_map(|part| cx.plan.sessions().get(part.session)).map(|row| &**row).collect();
    let Some(pause) = sessions.first().map(|session| session.pause_secs) else { return };
    let (usual, shown) = (length(i64::from(Statement::USUAL_SECS)), length(i64::from(pause)));
    let values = [("length", Value::from(&usual)), ("pause", Value::from(&shown))];
    let words = format!("{} {}", cx.texts.text_with("statements-settings", &values), icons::SLIDERS);
    let button = ui.button(small(&words, cx.theme.text)).on_hover_text(cx.text("statements-settings-tip"));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, cx.text("statements-settings-tip")));
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_min_width(260.0);
        ui.label(small(
            &cx.texts.text_with("statements-length-of", &[("length", Value::from(&usual))]),
            cx.theme.text_2,
        ));
        let mut secs = pause;
        if step_ui(ui, cx, (tid("statements-changeover"), &mut secs), (5, 0..=600)) {
            let rows = sessions.iter().map(|row| Session { pause_secs: secs, ..Session::clone(row) }).map(AnyRow::from);
            cx.perform(Command::PutMany(rows.collect()));
        }
        let mut held = u32::from(list.speaking.held);
        if step_ui(ui, cx, (tid("statements-hold"), &mut held), (1, 0..=100))
            && let Some(event) = cx.plan.events().get(list.event)
        {
            let speaking = Speaking { held: u8::try_from(held).unwrap_or(u8::MAX), ..list.speaking };
            cx.perform(Command::Put(Event { speaking, ..Event::clone(event) }.into()));
        }
        let mut chair_secs = list.speaking.chair_secs;
        if step_ui(ui, cx, (tid("statements-chair"), &mut chair_secs), (30, 0..=1800))
            && let Some(event) = cx.plan.events().get(list.event)
        {
            let speaking = Speaking { chair_secs, ..list.speaking };
            cx.perform(Command::Put(Event { speaking, ..Event::clone(event) }.into()));
        }
    });
}

/// A number with a button for less and one for more; answers whether it is another one now.
fn step_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (name, number): (&'static str, &mut u32),
    (by, within): (u32, std::ops::RangeInclusive<u32>),
) -> bool {
    let before = *number;
    ui.horizontal(|ui| {
        ui.label(cx.text(name));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let more = format!("{} +", cx.text(name));
            if small_icon_button(ui, icons::PLUS, &more).clicked() {
                *number = number.saturating_add(by);
            }
            ui.label(RichText::new(before.to_string()).font(Type::Strong.font()));
            let less = format!("{} −", cx.text(name));
            if small_icon_button(ui, icons::MINUS, &less).clicked() {
                *number = number.saturating_sub(by);
            }
        });
    });
    *number = (*number).clamp(*within.start(), *within.end());
    *number != before
}

/// One part: when it is, what is left of it, and a cell for each place. Answers whether it was clicked.
fn part_ui(ui: &mut Ui, cx: &ViewContext<'_>, (list, place): (&SpeakingList, usize), part: &Part) -> bool {
    const HEIGHT: f32 = 44.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::CLICK);
    let name = cx.texts.text_with("statements-part", &[("number", Value::from(place + 1))]);
    let when = dates::span_text(cx.texts, part.span);
    let over = part.over_secs();
    let rest = length(if over > 0 { over } else { part.room_secs - part.promised_secs(&list.speaking) });
    let (id, color) = match over {
        0 => (tid("statements-left"), cx.theme.text_2),
        _ => (tid("statements-over"), cx.theme.error),
    };
    let key = if over > 0 { "over" } else { "left" };
    let rest = cx.texts.text_with(id, &[(key, Value::from(&rest))]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}, {when}, {rest}")));
    let painter = ui.painter_at(rect);
    let lit = response.hovered() || response.has_focus();
    let edge = if lit { cx.theme.accent } else { cx.theme.line };
    painter.rect(rect, f32::from(radius::CARD), cx.theme.panel, Stroke::new(1.0, edge), StrokeKind::Inside);
    let line = Rect::from_min_size(rect.min + vec2(10.0, 5.0), vec2(rect.width() - 20.0, 18.0));
    let used = text_right(ui, &painter, line, small(&rest, color));
    let wide = text(ui, &painter, line, RichText::new(&name).font(Type::Strong.font()).color(cx.theme.text));
    let middle = cell(line, (wide + 8.0, line.width() - used - 8.0));
    text(ui, &painter, middle, small(&when, cx.theme.text_2));
    let cells = Rect::from_min_size(pos2(line.left(), rect.bottom() - 15.0), vec2(line.width(), 8.0));
    cells_ui(ui, cx, (list, part), cells);
    response.clicked()
}

fn cells_ui(ui: &Ui, cx: &ViewContext<'_>, (list, part): (&SpeakingList, &Part), rect: Rect) {
    let count = part.places.max(part.lines.len()).max(1);
    let step = rect.width() / count as f32;
    let colors = cx.theme.hue(Hue::Violet);
    let held = part.places.saturating_sub(usize::from(list.speaking.held));
    for at in 0..count {
        let left = rect.left() + step * at as f32;
        let cell = Rect::from_min_max(pos2(left, rect.top()), pos2(left + (step - 1.0).max(1.0), rect.bottom()));
        match part.lines.iter().find(|line| line.number == part.first + at) {
            Some(line) if line.due.is_none() => {
                ui.painter().rect_stroke(cell, 1.0, Stroke::new(1.0, cx.theme.line_strong), StrokeKind::Inside);
            }
            Some(line) => swatch(ui, cx, cell, Some(line.statement.text != TextState::Missing)),
            None if at >= held => swatch(ui, cx, cell, None),
            None => {
                ui.painter().rect_stroke(cell, 1.0, Stroke::new(1.0, colors.fill), StrokeKind::Inside);
            }
        }
    }
}

/// A place: with its text, without, or held (`None`).
fn swatch(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, has_text: Option<bool>) {
    let colors = cx.theme.hue(Hue::Violet);
    match has_text {
        Some(true) => {
            ui.painter().rect_filled(rect, 1.0, colors.bar);
        }
        Some(false) => {
            ui.painter().rect_filled(rect, 1.0, colors.fill);
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, colors.bar));
        }
        None => {
            let painter = ui.painter_at(rect);
            for part in [0.0, 0.5, 1.0] {
                let x = rect.left() + rect.width() * part - 2.0;
                painter.line_segment(
                    [pos2(x, rect.bottom()), pos2(x + rect.height() * 0.8, rect.top())],
                    (1.2, colors.bar),
                );
            }
        }
    }
}

fn legend_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        let all = [
            (Some(true), tid("statements-with-text")),
            (Some(false), tid("statements-no-text")),
            (None, tid("statements-is-held")),
        ];
        for (what, id) in all {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 8.0), Sense::HOVER);
            swatch(ui, cx, rect, what);
            ui.label(small(cx.text(id), cx.theme.text_2));
            ui.add_space(6.0);
        }
    });
}

fn waiting_ui(ui: &mut Ui, cx: &ViewContext<'_>, list: &SpeakingList) {
    ui.add_space(6.0);
    let count = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    let title = |ui: &mut Ui, id: &'static str, many: usize| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(cx.text(id)).font(Type::Head.font()).color(cx.theme.text));
            ui.label(small(&count(many), cx.theme.text_2));
        });
    };
    title(ui, tid("statements-waiting"), list.waiting.len());
    let free: usize = list.parts.iter().map(|part| part.free() - part.held(&list.speaking)).sum();
    let left_out = list.waiting.len().saturating_sub(free);
    let told = match (list.waiting.len(), left_out) {
        (0, _) => cx.text("statements-nobody-waits").to_owned(),
        (_, 0) => cx.text("statements-fits").to_owned(),
        (_, count) => cx.texts.text_with("statements-fits-not", &[("count", Value::from(count))]),
    };
    ui.add(egui::Label::new(small(&told, cx.theme.text_2)).wrap());
    people_ui(ui, cx, &list.waiting);
    if !list.by_exception.is_empty() {
        ui.add_space(6.0);
        title(ui, tid("statements-by-exception"), list.by_exception.len());
        ui.label(small(cx.text("statements-exception-why"), cx.theme.text_2));
        people_ui(ui, cx, &list.by_exception);
    }
}

fn people_ui(ui: &mut Ui, cx: &ViewContext<'_>, all: &[std::sync::Arc<Statement>]) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, statement) in all.iter().take(MOST).enumerate() {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::CLICK);
        let who = speaks_for(cx, statement);
        let rank = person(cx, statement).map(|person| rank_name(cx, person)).unwrap_or_default();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}, {who}, {rank}", at + 1)));
        let painter = ui.painter_at(rect);
        if response.hovered() || response.has_focus() {
            painter.rect_filled(rect, f32::from(radius::BAR), cx.theme.field);
        }
        let (sign, color) = request_sign(cx, statement.request);
        let used = text_right(ui, &painter, cell(rect, (0.0, rect.width() - 6.0)), small(sign, color));
        let right = rect.width() - 14.0 - used;
        text_right(ui, &painter, cell(rect, (0.0, 18.0)), small(&(at + 1).to_string(), cx.theme.text_2));
        let name = RichText::new(who).font(Type::Body.font()).color(cx.theme.text);
        let left = 34.0 + text(ui, &painter, cell(rect, (26.0, right * 0.8)), name);
        text_right(ui, &painter, cell(rect, (left, right)), small(rank, cx.theme.text_2));
        if response.clicked() {
            cx.select(statement.id);
        }
    }
    if all.len() > MOST {
        let more = cx.texts.text_with("statements-more", &[("count", Value::from(all.len() - MOST))]);
        ui.label(small(&more, cx.theme.text_2));
    }
    ui.spacing_mut().item_spacing.y = 6.0;
}

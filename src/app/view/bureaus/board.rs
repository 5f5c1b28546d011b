//! The board of one body: its chair above, and a card for each seat below.

use egui::{EventFilter, Id, Key, Modifiers, Rect, RichText, Sense, Ui, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::cells::{cell, small, text};
use crate::app::widget::fields::link_button;
use crate::app::widget::focus;
use crate::app::widget::posts::body_name;
use crate::model::{BodyId, OfficeRole, Post, bureaus};
use crate::texts::{Value, dates, names};

use super::{Asked, Sift, card, seats};

/// How high the chair's card is, and how wide at most.
const CHAIR: (f32, f32) = (64.0, 520.0);
/// Between two cards, and how wide one is at least.
const GAP: f32 = 8.0;
const LEAST: f32 = 138.0;
/// Between the chair and the others, where the lines are.
const LINES: f32 = 32.0;
const PAD: f32 = 12.0;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, body: BodyId, sift: Option<Sift>, asked: &mut Option<Asked>) {
    head_ui(ui, cx, body, asked);
    let seats = seats::seats(cx, body);
    let posts = bureaus::posts_of(cx.plan, body);
    let wide = ui.available_width() - 2.0 * PAD;
    // All in one row where they fit, else in rows as even as can be.
    let fit = (((wide + GAP) / (LEAST + GAP)) as usize).clamp(1, seats.len().max(1));
    let rows = seats.len().div_ceil(fit).max(1);
    let columns = seats.len().div_ceil(rows).max(1);
    let each = (wide - GAP * (columns - 1) as f32) / columns as f32;
    let high = CHAIR.0 + LINES + rows as f32 * (card::HIGH + GAP) + 4.0;
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::HOVER);
    let chair_wide = wide.min(CHAIR.1);
    let chair = Rect::from_min_size(
        pos2((whole.center().x - chair_wide / 2.0).round(), whole.top()),
        vec2(chair_wide, CHAIR.0),
    );
    let place = |at: usize| {
        let (row, column) = (at / columns, at % columns);
        let left = whole.left() + PAD + (each + GAP) * column as f32;
        let top = whole.top() + CHAIR.0 + LINES + (card::HIGH + GAP) * row as f32;
        Rect::from_min_size(pos2(left, top), vec2(each, card::HIGH))
    };
    lines_ui(ui, cx, chair, (0..seats.len().min(columns)).map(place).collect::<Vec<_>>().as_slice());
    let of = |role| posts.iter().find(|post| post.role == role).map(|post| &***post);
    card::chair_ui(ui, cx, (body, of(OfficeRole::Chair)), (chair, sift), asked);
    let chair_id = of(OfficeRole::Chair)
        .map_or_else(|| card::id_of_empty(cx.text(names::office(OfficeRole::Chair))), |post| card::id_of(post.id));
    let mut ids = vec![chair_id];
    for (at, &seat) in seats.iter().enumerate() {
        let is_it = |post: &Post| matches!(seat, seats::Seat::Post(_)) || post.role == OfficeRole::ViceChair;
        let post = posts.iter().find(|post| is_it(post) && seat.is_of(post));
        ids.push(post.map_or_else(|| card::id_of_empty(&seat.names(cx).0), |post| card::id_of(post.id)));
        card::ui(ui, cx, (body, seat, post.map(|post| &***post)), (place(at), sift), asked);
    }
    keys(ui, &ids, columns);
}

/// Arrows from card to card: the chair stands above the first row, the matrix below the last one.
fn keys(ui: &Ui, ids: &[Id], columns: usize) {
    let Some(at) = ui.memory(|memory| memory.focused()).and_then(|id| ids.iter().position(|&other| other == id)) else {
        return;
    };
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(ids[at], arrows));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let down = if at == 0 { 1 } else { at + columns };
    for (key, to) in [
        (Key::ArrowLeft, at.checked_sub(1)),
        (Key::ArrowRight, Some(at + 1)),
        (Key::ArrowUp, Some(at.saturating_sub(columns))),
        (Key::ArrowDown, Some(down)),
    ] {
        if pressed(key)
            && let Some(to) = to
        {
            let id = ids.get(to).copied();
            let below = (key == Key::ArrowDown).then(|| Id::unique("bureaus-matrix"));
            if let Some(id) = id.or(below) {
                focus::give_to(ui.ctx(), id);
            }
        }
    }
}

/// What body it is and when it meets first.
fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, body: BodyId, asked: &mut Option<Asked>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::HOVER);
    let painter = ui.painter_at(rect);
    let row = cx.plan.bodies().get(body);
    let title = row.map(|row| cx.title(&row.title)).unwrap_or_default();
    let strong = RichText::new(title).font(Type::Head.font()).color(cx.theme.text);
    let missing = seats::missing(cx, body).len();
    let right = if missing > 0 { rect.width() - 190.0 } else { rect.width() - PAD };
    let used = text(ui, &painter, cell(rect, (PAD, right)), strong);
    let sessions = cx.plan.sessions().iter().filter(|session| session.bodies.contains(&body));
    let first = sessions.filter_map(|session| Some(session.span()?.start.date())).min();
    if let Some(first) = first {
        let day = dates::dates_short(cx.texts, first, first);
        let words = match cx.today().map(|today| first.signed_duration_since(today).num_days()).filter(|&left| left > 0)
        {
            Some(left) => {
                cx.texts.text_with("bureaus-meets-in", &[("day", Value::from(&day)), ("count", Value::from(left))])
            }
            None => cx.texts.text_with("bureaus-meets", &[("day", Value::from(&day))]),
        };
        text(ui, &painter, cell(rect, (PAD + used + 10.0, right)), small(&words, cx.theme.text_2));
    }
    if missing > 0 {
        let place = cell(rect, (right, rect.width() - PAD));
        let words = cx.texts.text_with("bureaus-make-all", &[("count", Value::from(missing))]);
        let label = RichText::new(format!("{} {words}", icons::PLUS)).font(Type::Strong.font()).color(cx.theme.accent);
        ui.scope_builder(egui::UiBuilder::new().max_rect(place).id_salt("make all"), |ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let button = link_button(ui, label);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
                if button.clicked() {
                    *asked = Some(Asked::MakeAll(body));
                }
            });
        });
    }
    let spoken = format!("{} {title}", body_name(cx, body));
    let id = ui.make_persistent_id(egui::IdSalt::new("board head"));
    let label = ui.interact(rect.with_max_x(rect.left() + right), id, Sense::HOVER);
    label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
}

/// Lines from the chair to the cards of the first row.
fn lines_ui(ui: &Ui, cx: &ViewContext<'_>, chair: Rect, cards: &[Rect]) {
    let (Some(first), Some(last)) = (cards.first(), cards.last()) else { return };
    let stroke = (1.0, cx.theme.line_field);
    let middle = (chair.bottom() + LINES / 2.0).round() + 0.5;
    let painter = ui.painter();
    painter.vline(chair.center().x.round() + 0.5, chair.bottom()..=middle, stroke);
    painter.hline(first.center().x..=last.center().x.max(chair.center().x), middle, stroke);
    for card in cards {
        painter.vline(card.center().x.round() + 0.5, middle..=card.top(), stroke);
    }
}

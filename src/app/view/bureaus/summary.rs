//! Beside the board: how far its posts have come, what is late, and who sees to what.

use std::collections::BTreeMap;

use egui::{Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::cells::{cell, row_fill, small, text};
use crate::app::widget::fields::paragraph;
use crate::app::widget::posts::{body_name, due_text, late_days, post_name, seat_name};
use crate::model::{BodyId, Designation, Post, bureaus};
use crate::texts::{Value, names};

use super::Asked;
use super::card::state_colors;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, body: Option<BodyId>, asked: &mut Option<Asked>) {
    ScrollArea::vertical().id_salt("bureaus summary").auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - 8.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        ui.add_space(12.0);
        if let Some(body) = body {
            let name = body_name(cx, body);
            title(ui, &cx.texts.text_with("bureaus-state-of", &[("body", Value::from(&name))]));
            state_ui(ui, cx, body);
            ui.add_space(12.0);
        }
        late_ui(ui, cx, asked);
        owners_ui(ui, cx);
    });
}

fn title(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(Type::Head.font()));
}

/// A bar with a part for each state, and the same in words.
fn state_ui(ui: &mut Ui, cx: &ViewContext<'_>, body: BodyId) {
    let posts = bureaus::posts_of(cx.plan, body);
    let (bar, response) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::HOVER);
    let mut in_order = posts.clone();
    in_order.sort_by_key(|post| (std::cmp::Reverse(post.designation), late_days(cx, post)));
    let each = bar.width() / in_order.len().max(1) as f32;
    for (at, post) in in_order.iter().enumerate() {
        let left = bar.left() + each * at as f32;
        let part = Rect::from_min_max(pos2(left, bar.top()), pos2(left + each - 2.0, bar.bottom()));
        let color = if post.designation == Designation::ToBeDesignated && late_days(cx, post).is_none() {
            cx.theme.line_field
        } else {
            state_colors(cx, post).1
        };
        ui.painter().rect_filled(part, 2.0, color);
    }
    let mut words = Vec::new();
    for state in Designation::ALL.into_iter().rev() {
        let count = posts.iter().filter(|post| post.designation == state).count();
        if count > 0 {
            let values = [("count", Value::from(count)), ("state", Value::from(cx.text(names::designation(state))))];
            words.push(cx.texts.text_with("post-in-state", &values));
        }
    }
    let late = posts.iter().filter(|post| late_days(cx, post).is_some()).count();
    if late > 0 {
        words.push(cx.texts.text_with("bureaus-late-count", &[("count", Value::from(late))]));
    }
    let words = if words.is_empty() { cx.text("bureaus-no-posts").to_owned() } else { words.join(", ") };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    paragraph(ui, &words, Type::Small, cx.theme.text_2);
}

/// Every post that is late, the latest first; a click selects it.
fn late_ui(ui: &mut Ui, cx: &ViewContext<'_>, asked: &mut Option<Asked>) {
    let mut late: Vec<_> = cx.plan.posts().iter().filter_map(|post| Some((late_days(cx, post)?, post))).collect();
    if late.is_empty() {
        return;
    }
    late.sort_by_key(|(days, post)| (-days, post.id));
    title(ui, cx.text("bureaus-late-title"));
    for (_, post) in late.into_iter().take(12) {
        if line_ui(ui, cx, post) {
            *asked = Some(Asked::Select(post.id));
        }
    }
    ui.add_space(12.0);
}

fn line_ui(ui: &mut Ui, cx: &ViewContext<'_>, post: &Post) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::click());
    let fill = row_fill(cx, (false, response.hovered() || response.has_focus()), cx.theme.ground);
    ui.painter().rect_filled(rect, 4.0, fill);
    let painter = ui.painter_at(rect);
    let (upper, lower) = rect.split_top_bottom_at_fraction(0.5);
    let name = [body_name(cx, post.body), post_name(cx, post), seat_name(cx, post)];
    let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    text(ui, &painter, cell(upper, (0.0, 20.0)), small(icons::CALENDAR_CLOCK, cx.theme.error));
    let strong = RichText::new(&name).font(Type::Strong.font()).color(cx.theme.text);
    text(ui, &painter, cell(upper, (20.0, rect.width())), strong);
    let due = due_text(cx, post);
    text(ui, &painter, cell(lower, (20.0, rect.width())), small(&due, cx.theme.error));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}, {due}")));
    response.clicked()
}

/// Who sees to how many open posts.
fn owners_ui(ui: &mut Ui, cx: &ViewContext<'_>) {
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for post in cx.plan.posts().iter().filter(|post| post.is_open()) {
        *owners.entry(post.owner.as_str()).or_default() += 1;
    }
    if owners.is_empty() {
        return;
    }
    title(ui, cx.text("bureaus-owners"));
    for (owner, count) in owners.into_iter().take(20) {
        let owner = if owner.is_empty() { cx.text("bureaus-no-owner") } else { owner };
        let values = [("owner", Value::from(owner)), ("count", Value::from(count))];
        paragraph(ui, &cx.texts.text_with("bureaus-owner", &values), Type::Small, cx.theme.text_2);
    }
}

//! A card of the board: for whom a post is kept, how far it has come, by when, and what can be done next.

use egui::{Color32, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::cells::{cell, chip, small, text};
use crate::app::widget::posts::{designation_sign, due_text, late_days, post_name, state_text};
use crate::model::{BodyId, Designation, OfficeRole, Post, PostId, RowId, bureaus};
use crate::texts::{Value, dates, names};

use super::seats::Seat;
use super::{Asked, Sift};

/// What the card of a post is called among widgets.
pub fn id_of(post: PostId) -> egui::Id {
    egui::Id::unique(("bureaus-card", post))
}

/// The same of a seat without a post.
pub fn id_of_empty(name: &str) -> egui::Id {
    egui::Id::unique(("bureaus-seat", name))
}

/// How high a card is, in points.
pub const HIGH: f32 = 164.0;
/// Around what stands in it.
const PAD: f32 = 9.0;

/// The ground and the colour of how far a post has come.
pub fn state_colors(cx: &ViewContext<'_>, post: &Post) -> (Color32, Color32) {
    let theme = cx.theme;
    if late_days(cx, post).is_some() {
        return (theme.error_soft, theme.error);
    }
    match post.designation {
        Designation::ToBeDesignated => (theme.warning_soft, theme.warning),
        Designation::Asked => (theme.hint_soft, theme.hint),
        Designation::NameReceived => (theme.accent_soft, theme.accent),
        Designation::Confirmed => (theme.ok_soft, theme.ok),
    }
}

/// `reminded 16 June`: what was done last.
pub fn last_step(cx: &ViewContext<'_>, post: &Post) -> String {
    let steps = [
        (post.confirmed, "post-confirmed-on"),
        (post.received, "post-received-on"),
        (post.reminded, "post-reminded-on"),
        (post.asked, "post-asked-on"),
    ];
    let Some((day, id)) = steps.into_iter().find_map(|(day, id)| Some((day?, id))) else { return String::new() };
    let day = dates::dates_short(cx.texts, day, day);
    cx.texts.text_with(id, &[("day", Value::from(&day))])
}

/// A card for a seat of a body; one without a post offers to make it.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (body, seat, post): (BodyId, Seat, Option<&Post>),
    (rect, sift): (Rect, Option<Sift>),
    asked: &mut Option<Asked>,
) {
    let (name, title) = seat.names(cx);
    let Some(post) = post else {
        empty_ui(ui, cx, (rect, &name), Asked::Make(body, OfficeRole::ViceChair, Some(seat)), asked);
        return;
    };
    frame_ui(ui, cx, (rect, post, sift), &name, asked);
    let inner = rect.shrink(PAD);
    let painter = ui.painter_at(rect);
    let line = |top: f32, high: f32| Rect::from_min_size(inner.min + vec2(0.0, top), vec2(inner.width(), high));
    let head = line(0.0, 20.0);
    let strong = RichText::new(&name).font(Type::Title.font()).color(cx.theme.text);
    let used = text(ui, &painter, head, strong);
    let region = bureaus::region_of(cx.plan, post).map(|id| crate::app::widget::posts::body_name(cx, id));
    if let Some(region) = region.filter(|region| *region != name) {
        let tag = head.with_min_x(head.left() + used + 8.0);
        chip(ui, cx, &painter, (tag, cx.theme.field), (&region, cx.theme.text_2));
    }
    let wrapped = ui.fonts_mut(|fonts| {
        let mut job = egui::text::LayoutJob::simple(title.clone(), Type::Small.font(), cx.theme.text_2, inner.width());
        job.wrap.max_rows = 2;
        fonts.layout_job(job)
    });
    painter.galley(line(22.0, 32.0).min, wrapped, cx.theme.text_2);
    of_post_ui(ui, cx, post, line(56.0, 52.0));
    foot_ui(ui, cx, (body, seat, post), (rect, &name), asked);
}

/// How far the post has come, who it is, and by when.
fn of_post_ui(ui: &Ui, cx: &ViewContext<'_>, post: &Post, rect: Rect) {
    let painter = ui.painter_at(rect);
    let (ground, color) = state_colors(cx, post);
    let (sign, _) = designation_sign(cx, post.designation);
    let state = format!("{sign} {}", state_text(cx, post));
    chip(ui, cx, &painter, (rect.with_max_y(rect.top() + 20.0), ground), (&state, color));
    let holder = post.person.and_then(|id| cx.plan.people().get(id)).map(|person| person.name.clone());
    let due = due_text(cx, post);
    let lines = [holder.unwrap_or_else(|| last_step(cx, post)), due];
    let late = late_days(cx, post).is_some();
    let mut top = rect.top() + 22.0;
    for (at, words) in lines.iter().filter(|words| !words.is_empty()).enumerate() {
        let is_due = *words == lines[1];
        let color = match (is_due, late) {
            (true, true) => cx.theme.error,
            (false, _) if at == 0 => cx.theme.text,
            _ => cx.theme.text_2,
        };
        let line = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), 15.0));
        text(ui, &painter, line, small(words, color));
        top += 15.0;
    }
}

/// What can be done next, and how many spokespersons there are.
fn foot_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (body, seat, post): (BodyId, Seat, &Post),
    (rect, name): (Rect, &str),
    asked: &mut Option<Asked>,
) {
    let foot = Rect::from_min_max(pos2(rect.left() + PAD, rect.bottom() - 32.0), rect.right_bottom() - vec2(PAD, 4.0));
    ui.painter().hline(foot.x_range(), foot.top(), (1.0, cx.theme.line));
    ui.scope_builder(UiBuilder::new().max_rect(foot).id_salt(("foot", post.id.as_str())), |ui| {
        ui.horizontal_centered(|ui| {
            let step = post.next_steps().first().copied();
            let words = step.map_or(cx.text("post-show"), |step| cx.text(names::post_step(step)));
            let text = RichText::new(words).font(Type::Strong.font()).color(cx.theme.accent);
            let link = link_ui(ui, text, &format!("{words}: {name}"));
            if link.on_hover_text(cx.text("post-step-tip")).clicked() {
                *asked = Some(step.map_or(Asked::Select(post.id), |step| Asked::Step(post.id, step)));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let speaks = |other: &&std::sync::Arc<Post>| {
                    other.body == body && other.role == OfficeRole::Spokesperson && seat.is_of(other)
                };
                let speakers: Vec<_> = cx.plan.posts().iter().filter(speaks).collect();
                let count = match speakers.len() {
                    0 => cx.text("post-spokespersons-none").to_owned(),
                    count => count.to_string(),
                };
                let words = small(&format!("{} {count}", icons::MEGAPHONE), cx.theme.text_2);
                let spoken = cx
                    .texts
                    .text_with("post-spokespersons-of", &[("name", Value::from(name)), ("count", Value::from(&count))]);
                let button = link_ui(ui, words, &spoken);
                egui::Popup::menu(&button).show(|ui| {
                    for speaker in &speakers {
                        let person = speaker.person.and_then(|id| cx.plan.people().get(id));
                        let words = person.map_or(cx.text("post-nobody"), |person| person.name.as_str());
                        if ui.button(words).clicked() {
                            *asked = Some(Asked::Select(speaker.id));
                        }
                    }
                    if ui.button(format!("{} {}", icons::PLUS, cx.text("post-add-spokesperson"))).clicked() {
                        *asked = Some(Asked::Make(body, OfficeRole::Spokesperson, Some(seat)));
                    }
                });
            });
        });
    });
}

/// Text that can be clicked, large enough for a finger; `spoken` is what it is called.
fn link_ui(ui: &mut Ui, text: RichText, spoken: &str) -> egui::Response {
    let least = vec2(size::TARGET, size::TARGET);
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(0.0, 1.0);
        ui.add(egui::Button::new(text).frame(false).min_size(least))
    });
    response.inner.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
    response.inner.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Where the keyboard is on a card, its post can be brought a step further.
fn keys(ui: &Ui, response: &egui::Response, post: &Post, asked: &mut Option<Asked>) {
    if response.has_focus()
        && let Some(&step) = post.next_steps().first()
        && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::A))
    {
        *asked = Some(Asked::Step(post.id, step));
    }
}

/// The border, the colour of which says what is late, and the click that selects.
fn frame_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (rect, post, sift): (Rect, &Post, Option<Sift>),
    name: &str,
    asked: &mut Option<Asked>,
) {
    let response = ui.interact(rect, id_of(post.id), Sense::click());
    let is_chosen = cx.selection.focus == Some(RowId::Post(post.id));
    let steps_back = sift.is_some_and(|sift| !sift.takes(cx, post));
    let fill = match (is_chosen, response.hovered()) {
        (true, _) => cx.theme.accent_soft,
        (false, true) => cx.theme.field,
        (false, false) if steps_back => cx.theme.ground,
        (false, false) => cx.theme.panel,
    };
    let line = match (late_days(cx, post).is_some(), is_chosen) {
        (true, _) => cx.theme.error,
        (false, true) => cx.theme.accent,
        (false, false) => cx.theme.line_strong,
    };
    ui.painter().rect(rect, f32::from(radius::CARD), fill, Stroke::new(1.0, line), StrokeKind::Inside);
    let parts = [name.to_owned(), post_name(cx, post), state_text(cx, post), last_step(cx, post), due_text(cx, post)];
    let holder = post.person.and_then(|id| cx.plan.people().get(id)).map(|person| person.name.clone());
    let spoken: Vec<String> = parts.into_iter().chain(holder).filter(|part| !part.is_empty()).collect();
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, spoken.join(", ")));
    focus_ring(ui, cx, &response, rect);
    keys(ui, &response, post, asked);
    if response.clicked() {
        *asked = Some(Asked::Select(post.id));
    }
}

/// A ring around what has the keyboard.
fn focus_ring(ui: &Ui, cx: &ViewContext<'_>, response: &egui::Response, rect: Rect) {
    if response.has_focus() {
        let ring = Stroke::new(2.0, cx.theme.focus);
        ui.painter().rect_stroke(rect.expand(2.0), f32::from(radius::CARD) + 2.0, ring, StrokeKind::Outside);
    }
}

/// A seat for which there is no post yet.
fn empty_ui(ui: &mut Ui, cx: &ViewContext<'_>, (rect, name): (Rect, &str), make: Asked, asked: &mut Option<Asked>) {
    let response = ui.interact(rect, id_of_empty(name), Sense::click());
    let fill = if response.hovered() { cx.theme.field } else { cx.theme.ground };
    ui.painter().rect_filled(rect, f32::from(radius::CARD), fill);
    dashed(ui, rect.shrink(0.5), cx.theme.line_field);
    let spoken = cx.texts.text_with("post-make", &[("name", Value::from(name))]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    focus_ring(ui, cx, &response, rect);
    let painter = ui.painter_at(rect);
    let inner = rect.shrink(PAD);
    let line = |top: f32| Rect::from_min_size(inner.min + vec2(0.0, top), vec2(inner.width(), 20.0));
    text(ui, &painter, line(0.0), RichText::new(name).font(Type::Title.font()).color(cx.theme.text_2));
    text(ui, &painter, line(24.0), small(cx.text("post-none"), cx.theme.text_2));
    let add = format!("{} {}", icons::PLUS, cx.text("post-add"));
    text(ui, &painter, line(56.0), RichText::new(add).font(Type::Strong.font()).color(cx.theme.accent));
    if response.clicked() {
        *asked = Some(make);
    }
}

/// A dashed border.
pub fn dashed(ui: &Ui, rect: Rect, color: Color32) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(egui::Shape::dashed_line(&corners, Stroke::new(1.0, color), 4.0, 3.0));
}

/// The chair of a body, wider than the others, with who leads what.
pub fn chair_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (body, post): (BodyId, Option<&Post>),
    (rect, sift): (Rect, Option<Sift>),
    asked: &mut Option<Asked>,
) {
    let name = cx.text(names::office(OfficeRole::Chair));
    let Some(post) = post else {
        empty_ui(ui, cx, (rect, name), Asked::Make(body, OfficeRole::Chair, None), asked);
        return;
    };
    frame_ui(ui, cx, (rect, post, sift), name, asked);
    let inner = rect.shrink(PAD);
    let painter = ui.painter_at(rect);
    let upper = inner.with_max_y(inner.top() + 22.0);
    let strong = RichText::new(format!("{} {name}", icons::USER)).font(Type::Title.font()).color(cx.theme.text);
    let used = text(ui, &painter, upper, strong);
    let (ground, color) = state_colors(cx, post);
    let state = format!("{} {}", designation_sign(cx, post.designation).0, state_text(cx, post));
    let wide = ui.fonts_mut(|fonts| fonts.layout_no_wrap(state.clone(), Type::Small.font(), color).size().x + 12.0);
    let chip_left = (inner.width() - wide).max(used + 8.0);
    chip(ui, cx, &painter, (cell(upper, (chip_left, inner.width())), ground), (&state, color));
    let leads = if bureaus::of_interregional(cx.plan) == Some(body) { cx.text("bureaus-leads") } else { "" };
    text(ui, &painter, cell(upper, (used + 10.0, chip_left - 8.0)), small(leads, cx.theme.text_2));
    let lower = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 22.0), inner.max);
    ui.scope_builder(UiBuilder::new().max_rect(lower).id_salt("chair foot"), |ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if let Some(&step) = post.next_steps().first() {
                let words = cx.text(names::post_step(step));
                let text = RichText::new(words).font(Type::Strong.font()).color(cx.theme.accent);
                let link = link_ui(ui, text, &format!("{words}: {name}"));
                if link.on_hover_text(cx.text("post-step-tip")).clicked() {
                    *asked = Some(Asked::Step(post.id, step));
                }
            }
            let holder = post.person.and_then(|id| cx.plan.people().get(id));
            let known = holder.map_or_else(|| last_step(cx, post), |person| person.name.clone());
            let owner = cx.texts.text_with("post-owned-by", &[("owner", Value::from(&post.owner))]);
            let owner = if post.owner.is_empty() { String::new() } else { owner };
            let parts = [known, owner, due_text(cx, post)];
            let words = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            let color = if late_days(cx, post).is_some() { cx.theme.error } else { cx.theme.text_2 };
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(small(&words, color)).truncate());
            });
        });
    });
}

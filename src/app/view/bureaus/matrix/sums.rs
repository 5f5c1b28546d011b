//! Below the matrix: what each region has, who makes up the steering committee, and what stands out.

use egui::{RichText, Role, Sense, Ui, WidgetInfo, vec2};

use super::{Layout, PAD, ROW};
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons};
use crate::app::widget::cells::{cell, small, text, text_right};
use crate::app::widget::posts::{body_name, post_name, seat_name};
use crate::model::bureaus::{self, Count, Matrix, Row};
use crate::model::{BodyId, BodyKind, Language};
use crate::texts::{Value, tid};

/// How high a row of sums is, in points.
const SUM: f32 = 26.0;

/// What each region has: posts, chairs, women, men and open ones.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, layout: &Layout, matrix: &Matrix) {
    type Told = fn(&Count) -> String;
    let rows: [(&str, Told, bool); 3] = [
        (tid("bureaus-by-region"), |count| count.posts.to_string(), true),
        (tid("bureaus-chairs"), |count| count.chairs.to_string(), false),
        (tid("bureaus-genders"), |count| format!("{}, {}, {}", count.women, count.men, count.open), false),
    ];
    for (at, (id, told, is_strong)) in rows.into_iter().enumerate() {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), SUM), Sense::HOVER);
        ui.painter().rect_filled(rect, 0.0, cx.theme.ground);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
        let painter = ui.painter_at(rect);
        let color = if is_strong { cx.theme.text } else { cx.theme.text_2 };
        let font = if is_strong { Type::Strong } else { Type::Small };
        let words = |words: &str| RichText::new(words).font(font.font()).color(color);
        text(ui, &painter, cell(rect, (PAD, layout.name)), words(cx.text(id)));
        let mut spoken = vec![cx.text(id).to_owned()];
        for (column, (count, region)) in matrix.by_region.iter().zip(&matrix.regions).enumerate() {
            let figure = told(count);
            text(ui, &painter, cell(rect, layout.region(column)), words(&figure));
            spoken.push(format!("{} {figure}", body_name(cx, *region)));
        }
        let all = matrix.all;
        let figures = match at {
            0 => vec![all.posts, all.women, all.men, all.open],
            1 => vec![all.chairs],
            _ => Vec::new(),
        };
        for (column, figure) in figures.into_iter().enumerate() {
            text_right(ui, &painter, cell(rect, layout.figure(column)), words(&figure.to_string()));
        }
        if at == 0 {
            let named = matrix.rows.iter().filter(|row| is_named(cx, row)).count();
            let values = [("named", Value::from(named)), ("all", Value::from(matrix.rows.len()))];
            text(ui, &painter, cell(rect, layout.secretary()), words(&cx.texts.text_with("bureaus-of", &values)));
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, spoken.join(", ")));
    }
}

fn is_named(cx: &ViewContext<'_>, row: &Row) -> bool {
    row.secretaries.iter().any(|&id| cx.plan.posts().get(id).is_some_and(|post| !post.is_open()))
}

/// The steering committee, which follows from the others.
pub fn steering_ui(ui: &mut Ui, cx: &ViewContext<'_>, layout: &Layout) {
    let Some(body) = cx.plan.bodies().iter().find(|body| body.kind == BodyKind::SteeringCommittee) else { return };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::HOVER);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, cx.theme.line));
    let painter = ui.painter_at(rect);
    let name = body_name(cx, body.id);
    let strong = RichText::new(&name).font(Type::Strong.font()).color(cx.theme.text);
    let used = text(ui, &painter, cell(rect, (PAD, layout.name)), strong);
    let left = (PAD + used + 16.0).max(layout.name);
    let members = bureaus::steering(cx.plan);
    let held = members.iter().filter(|post| !post.is_open()).count();
    let values = [("count", Value::from(members.len())), ("held", Value::from(held))];
    let words = cx.texts.text_with("bureaus-steering", &values);
    text(ui, &painter, cell(rect, (left, layout.wide - PAD)), small(&words, cx.theme.text_2));
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, format!("{name}: {words}")));
    response.on_hover_ui(|ui| {
        for post in members.iter().take(40) {
            let person = post.person.and_then(|id| cx.plan.people().get(id)).map(|person| person.name.as_str());
            let post_words = [body_name(cx, post.body), post_name(cx, post), seat_name(cx, post)];
            let post_words = post_words.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            ui.label(format!("{post_words}: {}", person.unwrap_or(cx.text("post-nobody"))));
        }
    });
}

/// What holds and what stands out, each with its sign.
pub fn checks_ui(ui: &mut Ui, cx: &ViewContext<'_>, matrix: &Matrix) {
    if matrix.all.posts == 0 {
        return;
    }
    let chairs = matrix.by_region.iter().map(|count| count.chairs);
    let (fewest, most) = (chairs.clone().min().unwrap_or(0), chairs.max().unwrap_or(0));
    let posts = matrix.by_region.iter().map(|count| count.posts);
    let (least, greatest) = (posts.clone().min().unwrap_or(0), posts.max().unwrap_or(0));
    let range =
        |id, from: usize, to: usize| cx.texts.text_with(id, &[("least", Value::from(from)), ("most", Value::from(to))]);
    let Count { women, men, open, .. } = matrix.all;
    let genders = [("women", Value::from(women)), ("men", Value::from(men)), ("open", Value::from(open))];
    let mut checks = vec![
        (most - fewest <= 1, range("bureaus-check-chairs", fewest, most)),
        (greatest - least <= 2, range("bureaus-check-posts", least, greatest)),
        (open == 0, cx.texts.text_with("bureaus-check-genders", &genders)),
    ];
    if let Some((body, languages)) = languages(cx) {
        let name = body_name(cx, body);
        let values = [("body", Value::from(&name)), ("count", Value::from(languages))];
        checks.push((languages == Language::ALL.len(), cx.texts.text_with("bureaus-check-languages", &values)));
    }
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 4.0);
        ui.add_space(PAD);
        for (holds, words) in checks {
            let (icon, color) = if holds { (icons::CHECK, cx.theme.ok) } else { (icons::WARNING, cx.theme.warning) };
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.label(small(icon, color));
                ui.label(small(&words, cx.theme.text_2));
            });
        }
    });
}

/// The committee that edits texts, and for how many languages it has a post.
fn languages(cx: &ViewContext<'_>) -> Option<(BodyId, usize)> {
    let body = cx.plan.bodies().iter().find(|body| body.kind == BodyKind::EditorialCommittee)?;
    let mut languages: Vec<Language> =
        bureaus::posts_of(cx.plan, body.id).iter().filter_map(|post| post.language).collect();
    languages.sort_unstable();
    languages.dedup();
    (!languages.is_empty()).then_some((body.id, languages.len()))
}

//! Beside the matrix: what §7.1 asks, whether it is so, which documents the celebration has, and what it is for.

use egui::{Color32, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::paint::text::wrapped;
use crate::app::phrases;
use crate::app::style::{Type, icons, size};
use crate::app::widget::buttons::plain_button;
use crate::app::widget::cells::{row_fill, small, text};
use crate::app::widget::fields::paragraph;
use crate::model::DocumentId;
use crate::texts::{Value, tid};

use super::known::Known;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    ScrollArea::vertical().id_salt("youth beside").auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - 8.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        ui.add_space(4.0);
        head(ui, cx, cx.text("youth-asked"));
        checks_ui(ui, cx, known);
        documents_ui(ui, cx, known);
        let event = cx.plan.events().get(known.event);
        let aims = event.map(|event| cx.title(&event.description)).unwrap_or_default();
        head(ui, cx, cx.text("youth-aims"));
        if aims.is_empty() {
            paragraph(ui, cx.text("youth-no-aims"), Type::Small, cx.theme.text_2);
        } else {
            paragraph(ui, aims, Type::Small, cx.theme.text);
        }
        ui.add_space(4.0);
        if plain_button(ui, cx.text("youth-edit"), true).clicked() {
            cx.act(Action::Inspect(known.event.into()));
        }
        ui.add_space(12.0);
    });
}

fn head(ui: &mut Ui, cx: &ViewContext<'_>, words: &str) {
    ui.add_space(8.0);
    ui.label(RichText::new(words).font(Type::Head.font()).color(cx.theme.text));
}

/// Before the conference, without outcomes, every element served, every group with a seat.
fn checks_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    if let Some((conference, is_before)) = known.celebration.conference {
        let name = cx.plan.events().get(conference).map(|of| cx.short_name(&of.code, &of.title)).unwrap_or_default();
        let id = if is_before { tid("youth-before") } else { tid("youth-not-before") };
        let words = cx.texts.text_with(id, &[("what", Value::from(name))]);
        check_ui(ui, cx, (is_before, true), &words);
    }
    let outcomes = known.celebration.documents.iter().filter(|(_, is_outcome)| *is_outcome).count();
    let words = cx.texts.text_with("youth-outcomes", &[("count", Value::from(outcomes))]);
    check_ui(ui, cx, (outcomes == 0, true), &words);
    let gaps = known.rows.iter().filter(|row| !row.is_served).count();
    let words = cx.texts.text_with("youth-gaps", &[("count", Value::from(gaps))]);
    check_ui(ui, cx, (gaps == 0, false), &words);
    let words = cx.texts.text_with("youth-flawed", &[("count", Value::from(known.visitors.flawed))]);
    check_ui(ui, cx, (known.visitors.flawed == 0, false), &words);
}

/// One of them: whether it is so, and whether it must be.
fn check_ui(ui: &mut Ui, cx: &ViewContext<'_>, (is_so, must_be): (bool, bool), words: &str) {
    let (sign, color): (&str, Color32) = match (is_so, must_be) {
        (true, _) => (icons::CIRCLE_CHECK, cx.theme.ok),
        (false, true) => (icons::CIRCLE_X, cx.theme.error),
        (false, false) => (icons::WARNING, cx.theme.warning_mark),
    };
    ui.horizontal_top(|ui| {
        ui.label(RichText::new(sign).size(size::SMALL_ICON).color(color));
        let galley = wrapped(ui, small(words, cx.theme.text), ui.available_width(), 4);
        let label = ui.add(egui::Label::new(galley));
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    });
}

/// Its documents; an outcome is none that it may have.
fn documents_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    head(ui, cx, cx.text("inspector-documents"));
    if known.celebration.documents.is_empty() {
        paragraph(ui, cx.text("youth-no-documents"), Type::Small, cx.theme.text_2);
    }
    for &(id, is_outcome) in &known.celebration.documents {
        if document_ui(ui, cx, (id, is_outcome)) {
            cx.select(id);
        }
    }
}

fn document_ui(ui: &mut Ui, cx: &ViewContext<'_>, (id, is_outcome): (DocumentId, bool)) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::TARGET), Sense::click());
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 4.0, row_fill(cx, (false, response.hovered()), cx.theme.ground));
    let (sign, color) =
        if is_outcome { (icons::CIRCLE_X, cx.theme.error) } else { (icons::FILE_TEXT, cx.theme.text_2) };
    text(ui, &painter, rect.with_min_x(rect.left() + 2.0), RichText::new(sign).size(size::SMALL_ICON).color(color));
    let document = cx.plan.documents().get(id);
    let title = document.map(|row| cx.title(&row.title)).filter(|title| !title.is_empty());
    let name = title.map_or_else(|| phrases::row_title(cx, id.into()), str::to_owned);
    text(ui, &painter, rect.with_min_x(rect.left() + 22.0), small(&name, cx.theme.text));
    let spoken = if is_outcome { format!("{name}: {}", cx.text("youth-is-outcome")) } else { name };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let clicked = response.clicked();
    response.on_hover_text(&spoken);
    clicked
}

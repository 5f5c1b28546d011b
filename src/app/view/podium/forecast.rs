//! When it will end, as an addition in sight, and what the chair can do about it.

use egui::{Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::buttons::{filled_button, plain_button};
use crate::app::widget::cells::{cell, small, text, text_right};
use crate::app::widget::statements::{length, speaks_for};
use crate::edit::podium::{OnPodium, Way, WayOut};
use crate::model::podium::{PodiumStage, Running};
use crate::texts::{Value, tid};

use super::deeds::Press;
use super::{minute_clock, seconds_clock};

/// How high a way out is, and a line of the addition, in points.
const WAY: f32 = 66.0;
const LINE: f32 = 22.0;

/// Draws both; answers what is pressed.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (running, ways): (&Running, &[WayOut]),
    chosen: Option<usize>,
) -> Option<Press> {
    let mut press = None;
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    end_ui(ui, cx, running);
    ScrollArea::vertical().id_salt("podium forecast").auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - 6.0);
        count_ui(ui, cx, running);
        if ways.is_empty() {
            return;
        }
        ui.add_space(8.0);
        ui.label(RichText::new(cx.text("podium-ways")).font(Type::Head.font()).color(cx.theme.text));
        for (at, way) in ways.iter().enumerate() {
            if way_ui(ui, cx, (at, way), chosen == Some(at)) {
                press = Some(Press::Choose(at));
            }
        }
        let can = chosen.and_then(|at| ways.get(at)).is_some_and(|way| OnPodium::of(&way.way).is_some());
        if chosen.is_some() {
            ui.horizontal(|ui| {
                if filled_button(ui, cx, cx.text("podium-confirm"), can).clicked() {
                    press = Some(Press::Confirm);
                }
                if plain_button(ui, cx.text("podium-leave"), true).clicked() {
                    press = Some(Press::Leave);
                }
            });
        }
    });
    press
}

/// The end in large figures, and how late that is.
fn end_ui(ui: &mut Ui, cx: &ViewContext<'_>, running: &Running) {
    let end = running.forecast().end;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::HOVER);
    let planned = minute_clock(cx, running.ends);
    let id = if running.stage() == PodiumStage::Over { tid("podium-ended") } else { tid("podium-planned") };
    let planned = cx.texts.text_with(id, &[("planned", Value::from(&planned))]);
    let (late, color) = late_text(cx, end - running.ends);
    let end = minute_clock(cx, end);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{end} {planned}, {late}")));
    let painter = ui.painter_at(rect);
    let font = egui::FontId::new(34.0, Type::Display.font().family);
    let wide = text(ui, &painter, rect, RichText::new(end).font(font).color(cx.theme.text));
    let beside = cell(rect, (wide + 12.0, rect.width()));
    let (upper, lower) = beside.split_top_bottom_at_fraction(0.5);
    text_right(ui, &painter, upper, RichText::new(late).font(Type::Strong.font()).color(color));
    text_right(ui, &painter, lower, small(&planned, cx.theme.text_2));
}

/// `5:23 late`, with a sign.
fn late_text(cx: &ViewContext<'_>, late: i64) -> (String, egui::Color32) {
    let (id, sign, color) = match late {
        1.. => (tid("podium-late"), icons::CLOCK, cx.theme.error),
        _ => (tid("podium-early"), icons::CHECK, cx.theme.ok),
    };
    let words = cx.texts.text_with(id, &[("by", Value::from(&length(late.abs())))]);
    (format!("{sign} {words}"), color)
}

/// What is added up.
fn count_ui(ui: &mut Ui, cx: &ViewContext<'_>, running: &Running) {
    let forecast = running.forecast();
    if running.stage() == PodiumStage::Over {
        return;
    }
    let plus = |secs: i64| format!("+ {}", length(secs));
    let rest = match (&running.speaker, running.stage()) {
        (Some(turn), _) => {
            let to = length(i64::from(turn.statement.length_secs));
            let values = [("who", Value::from(speaks_for(cx, &turn.statement))), ("to", Value::from(&to))];
            cx.texts.text_with("podium-rest-of", &values)
        }
        _ => cx.text("podium-rest-of-change").to_owned(),
    };
    let mean = length(forecast.mean_secs());
    let values = [
        ("speakers", Value::from(forecast.each_secs.len())),
        ("mean", Value::from(&mean)),
        ("measured", Value::from(forecast.measured)),
    ];
    let id = if forecast.measured == 0 { tid("podium-speakers-usual") } else { tid("podium-speakers") };
    let speakers = cx.texts.text_with(id, &values);
    let pause = length(forecast.pause_secs);
    let values = [("count", Value::from(forecast.changeovers)), ("pause", Value::from(&pause))];
    let changes = cx.texts.text_with("podium-changes", &values);
    let from = if running.stage() == PodiumStage::Waiting { tid("podium-from") } else { tid("podium-now") };
    let mut lines = vec![(cx.text(from).to_owned(), seconds_clock(cx, forecast.from))];
    if forecast.rest_secs > 0 {
        lines.push((rest, plus(forecast.rest_secs)));
    }
    lines.push((speakers, plus(forecast.statements_secs())));
    lines.push((changes, plus(forecast.changeovers_secs())));
    lines.push((cx.text("podium-chair").to_owned(), plus(forecast.chair_secs)));
    for (what, secs) in lines {
        line_ui(ui, (&what, cx.theme.text_2), (&secs, cx.theme.text));
    }
    let rect =
        line_ui(ui, (cx.text("podium-end-line"), cx.theme.text), (&seconds_clock(cx, forecast.end), cx.theme.text));
    ui.painter().hline(rect.x_range(), rect.top(), (1.0, cx.theme.line_strong));
}

fn line_ui(ui: &mut Ui, (what, color): (&str, egui::Color32), (secs, secs_color): (&str, egui::Color32)) -> Rect {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{what}: {secs}")));
    let painter = ui.painter_at(rect);
    let used = text_right(ui, &painter, rect, small(secs, secs_color));
    text(ui, &painter, cell(rect, (0.0, rect.width() - used - 8.0)), small(what, color));
    rect
}

/// A way out, and whether it was clicked.
fn way_ui(ui: &mut Ui, cx: &ViewContext<'_>, (at, out): (usize, &WayOut), is_chosen: bool) -> bool {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), WAY), Sense::CLICK);
    let (what, price) = way_text(cx, out);
    let end = seconds_clock(cx, out.end);
    let saves = if out.saves_secs == 0 { end } else { format!("−{} → {end}", length(out.saves_secs)) };
    let (late, color) = late_text(cx, out.late_secs);
    let spoken = format!("{}, {what}, {price}, {saves}, {late}", at + 1);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &spoken));
    let lit = response.hovered() || response.has_focus();
    let (fill, edge) = match (is_chosen, lit) {
        (true, _) => (theme.accent_soft, Stroke::new(2.0, theme.accent)),
        (false, true) => (theme.field, Stroke::new(1.0, theme.line_strong)),
        (false, false) => (theme.panel, Stroke::new(1.0, theme.line_strong)),
    };
    ui.painter().rect(rect, f32::from(radius::CARD), fill, edge, StrokeKind::Inside);
    let painter = ui.painter_at(rect);
    let number = RichText::new((at + 1).to_string()).font(Type::Strong.font()).color(theme.text);
    text(ui, &painter, cell(rect, (12.0, 26.0)), number);
    let line = |at: f32| Rect::from_min_size(rect.min + vec2(32.0, 5.0 + 18.0 * at), vec2(rect.width() - 42.0, 18.0));
    text(ui, &painter, line(0.0), RichText::new(&what).font(Type::Bar.font()).color(theme.text));
    text(ui, &painter, line(1.0), small(&price, theme.text_2));
    text(ui, &painter, line(2.0), small(&saves, theme.text));
    text_right(ui, &painter, line(2.0), small(&late, color));
    response.on_hover_text(format!("{what}\n{price}")).clicked()
}

/// What is done, and what it costs.
fn way_text(cx: &ViewContext<'_>, out: &WayOut) -> (String, String) {
    let gap = out.gap_secs.map(|(left, planned)| {
        let (left, planned) = (length(left), length(planned));
        cx.texts.text_with("podium-gap", &[("left", Value::from(&left)), ("planned", Value::from(&planned))])
    });
    match &out.way {
        Way::Limit(secs) => {
            let secs = length(i64::from(*secs));
            let what = cx.texts.text_with("podium-way-limit", &[("length", Value::from(&secs))]);
            (what, cx.text("podium-way-limit-price").to_owned())
        }
        Way::Late => (cx.text("podium-way-late").to_owned(), gap.unwrap_or_default()),
        Way::MoveOn { who, number, due, free, is_absent, .. } => {
            let names = who.iter().filter_map(|id| cx.plan.statements().get(*id)).map(|row| speaks_for(cx, row));
            let names = names.collect::<Vec<_>>().join(", ");
            let due = minute_clock(cx, *due);
            let values = [("who", Value::from(&names)), ("number", Value::from(*number)), ("due", Value::from(&due))];
            let what = cx.texts.text_with("podium-way-move", &values);
            let values = [("used", Value::from(who.len())), ("free", Value::from(*free)), ("due", Value::from(&due))];
            let id = if *is_absent { tid("podium-way-absent-price") } else { tid("podium-way-move-price") };
            (what, cx.texts.text_with(id, &values))
        }
    }
}

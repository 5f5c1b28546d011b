//! The fairest starts, why, and how that is counted.

use egui::{Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::buttons::plain_button;
use crate::app::widget::cells::{cell, small, text, text_right};
use crate::app::widget::fields::paragraph;
use crate::model::burden::{Fairness, Measure, SEAT, Sitting};
use crate::model::zone::{self, Tz};
use crate::texts::{Value, dates};

use super::known::Known;
use super::{edges, hours_text, span_in};

/// So many starts are named.
const MOST: usize = 5;

/// Draws it; answers which sittings are to begin when.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known, pulled: i64) -> Option<Vec<(Sitting, i64)>> {
    let mut wanted = None;
    ScrollArea::vertical().id_salt("zones summary").auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - 8.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        ui.add_space(12.0);
        title(ui, cx.text("zones-best"));
        head_ui(ui, cx, known);
        for (at, (start, fairness)) in known.best.iter().take(MOST).enumerate() {
            if start_ui(ui, cx, (known, at), (*start, fairness), *start == known.sitting.start) {
                wanted = Some(vec![(known.sitting, *start)]);
            }
        }
        ui.add_space(4.0);
        ui.label(small(cx.text("zones-held"), cx.theme.text_2));
        let own = known.own_at(pulled);
        let sum = own.iter().zip(&known.others).map(|(own, others)| own + others).collect();
        let place = known.best.iter().position(|(start, _)| *start == pulled).unwrap_or(known.best.len());
        start_ui(ui, cx, (known, place), (pulled, &Fairness::of(sum)), true);
        ui.add_space(8.0);
        wanted = pair_ui(ui, cx, known).or(wanted.take());
        holidays_ui(ui, cx, known);
        ui.add_space(8.0);
        title(ui, cx.text("zones-counted"));
        counted_ui(ui, cx, &known.measure);
    });
    wanted
}

/// How it is counted, and where that is set.
fn counted_ui(ui: &mut Ui, cx: &ViewContext<'_>, measure: &Measure) {
    let (day, edge, interpreters) = (hours_text(measure.day), edges(measure), hours_text(measure.interpreters));
    let values = [
        ("day", Value::from(&day)),
        ("edge", Value::from(&edge)),
        ("edge-weight", Value::from(measure.edge)),
        ("night-weight", Value::from(measure.night)),
        ("interpreters", Value::from(&interpreters)),
    ];
    paragraph(ui, &cx.texts.text_with("zones-counted-how", &values), Type::Small, cx.theme.text_2);
    ui.add_space(4.0);
    if plain_button(ui, cx.text("zones-settings"), true).clicked() {
        cx.act(Action::ShowRule("irm-balance"));
    }
}

fn title(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(Type::Head.font()));
}

fn head_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::HOVER);
    let painter = ui.painter_at(rect);
    let over = cx.texts.text_with("zones-over-all", &[("count", Value::from(known.all.len()))]);
    let wide = |words: &str| painter.layout_no_wrap(words.to_owned(), Type::Small.font(), cx.theme.text).size().x;
    // The longer word moves the one before it, so that they do not meet.
    let mean = (wide(cx.text("zones-mean")) + 8.0).max(48.0);
    let worst = mean + (wide(cx.text("zones-worst")) + 8.0).max(40.0);
    text(ui, &painter, cell(rect, (0.0, rect.width() - worst)), small(&over, cx.theme.text_2));
    text_right(ui, &painter, cell(rect, (0.0, rect.width() - mean)), small(cx.text("zones-worst"), cx.theme.text_2));
    text_right(ui, &painter, rect, small(cx.text("zones-mean"), cx.theme.text_2));
}

/// A start: when, what the worst region and all bear, and who that is. Answers whether it was clicked.
fn start_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    (known, place): (&Known, usize),
    (start, fairness): (i64, &Fairness),
    is_now: bool,
) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::CLICK);
    let clock = |zone: Tz| zone::civil_at(start, zone).map(|(time, _)| time.clock()).unwrap_or_default();
    let (utc, seat) = (clock(Tz::UTC), clock(SEAT));
    let when = format!("{utc} UTC");
    let there = cx.texts.text_with("zones-at-seat", &[("clock", Value::from(&seat))]);
    let region = known.regions.get(fairness.worst).map(|region| region.code.as_str()).unwrap_or_default();
    let city = known.hardest_place(fairness.worst, start);
    let hours = city.map(|city| span_in(city.zone, (start, known.sitting.mins))).unwrap_or_default();
    let city = city.map(|city| city.name.as_str()).unwrap_or_default();
    let values = [("region", Value::from(region)), ("city", Value::from(city)), ("hours", Value::from(&hours))];
    let why = cx.texts.text_with("zones-why", &values);
    let (most, mean) = (format!("{:.0}", fairness.most()), format!("{:.0}", fairness.mean()));
    let number = if place < known.best.len() { (place + 1).to_string() } else { "–".to_owned() };
    let spoken = format!("{number}, {when}, {there}, {most}, {mean}, {why}");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_now, &spoken));
    let fill = match (is_now, response.hovered() || response.has_focus()) {
        (true, _) => cx.theme.accent_soft,
        (false, true) => cx.theme.field,
        (false, false) => cx.theme.ground,
    };
    ui.painter().rect_filled(rect, f32::from(radius::BAR), fill);
    let painter = ui.painter_at(rect);
    let (upper, lower) = rect.split_top_bottom_at_fraction(0.5);
    text_right(ui, &painter, cell(upper, (0.0, 18.0)), small(&number, cx.theme.text_2));
    let strong = |words: &str| RichText::new(words).font(Type::Strong.font()).color(cx.theme.text);
    let wide = text(ui, &painter, cell(upper, (26.0, rect.width() - 88.0)), strong(&when));
    text(ui, &painter, cell(upper, (32.0 + wide, rect.width() - 88.0)), small(&there, cx.theme.text_2));
    text_right(ui, &painter, cell(upper, (0.0, rect.width() - 48.0)), strong(&most));
    text_right(ui, &painter, cell(upper, (0.0, rect.width() - 6.0)), small(&mean, cx.theme.text_2));
    text(ui, &painter, cell(lower, (26.0, rect.width() - 6.0)), small(&why, cx.theme.text_2));
    response.clicked()
}

/// The fairest starts of two days, where they are fairer than those that are.
fn pair_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) -> Option<Vec<(Sitting, i64)>> {
    let (starts, fairness) = known.pair.as_ref()?;
    let now = Fairness::of(known.total());
    title(ui, cx.text("zones-pair"));
    let clock = |start: i64| zone::civil_at(start, Tz::UTC).map(|(time, _)| time.clock()).unwrap_or_default();
    if fairness.score() >= now.score() {
        paragraph(ui, cx.text("zones-pair-now"), Type::Small, cx.theme.text_2);
        return None;
    }
    let (one, other) = (clock(starts[0].1), clock(starts[1].1));
    let words = cx.texts.text_with("zones-pair-starts", &[("one", Value::from(&one)), ("other", Value::from(&other))]);
    ui.label(RichText::new(words).font(Type::Strong.font()).color(cx.theme.text));
    let figures = [fairness.most(), now.most(), fairness.mean(), now.mean()].map(|figure| format!("{figure:.0}"));
    let values = [
        ("worst", Value::from(&figures[0])),
        ("worst-now", Value::from(&figures[1])),
        ("mean", Value::from(&figures[2])),
        ("mean-now", Value::from(&figures[3])),
    ];
    paragraph(ui, &cx.texts.text_with("zones-pair-gain", &values), Type::Small, cx.theme.text_2);
    plain_button(ui, cx.text("zones-take-both"), true).clicked().then(|| starts.to_vec())
}

/// Days off in the cities, on the days of the meeting.
fn holidays_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    let mut all: Vec<(chrono::NaiveDate, &str)> = Vec::new();
    for row in known.all.iter().filter(|row| row.event == known.sitting.event) {
        for place in known.regions.iter().flat_map(|region| &region.places) {
            let date = zone::civil_at(row.start, place.zone).map(|(time, _)| time.date());
            all.extend(date.filter(|date| place.days_off.contains(date)).map(|date| (date, place.name.as_str())));
        }
    }
    if all.is_empty() {
        return;
    }
    all.sort_unstable();
    ui.add_space(8.0);
    title(ui, cx.text("zones-holidays"));
    for (date, name) in all {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::HOVER);
        let words = format!("{}: {name}", dates::day_short(cx.texts, date));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        let painter = ui.painter_at(rect);
        let sign = Rect::from_min_size(rect.min, vec2(20.0, rect.height()));
        text(ui, &painter, sign, small(icons::FLAG, cx.theme.warning));
        let line = Rect::from_min_max(pos2(rect.left() + 22.0, rect.top()), rect.max);
        text(ui, &painter, line, small(&words, cx.theme.text));
    }
}

//! The figures of a delegation, its delegates, what is of interest, and how it is shared out.

use egui::{Align2, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::{Type, icons, radius, size};
use crate::app::widget::cells::{cell, small, text, text_right};
use crate::app::widget::fields::paragraph;
use crate::model::{EventKind, StakeholderGroup};
use crate::texts::{Value, dates, names};

use super::chart::clock;
use super::known::Known;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    ScrollArea::vertical().id_salt("delegation summary").auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - 8.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        ui.add_space(12.0);
        ui.label(RichText::new(known.title(cx)).font(Type::Title.font()).color(cx.theme.text));
        if let Some(region) = known.delegation.region.and_then(|id| cx.plan.bodies().get(id)) {
            let values = [("region", Value::from(cx.title(&region.title)))];
            ui.label(small(&cx.texts.text_with("delegation-member-state", &values), cx.theme.text_2));
        }
        if known.is_small() {
            paragraph(ui, cx.text("delegation-small-hint"), Type::Small, cx.theme.text_2);
        } else if known.delegation.delegates.is_empty() {
            paragraph(ui, cx.text("delegation-nobody-hint"), Type::Small, cx.theme.text_2);
        }
        ui.add_space(6.0);
        figures_ui(ui, cx, known);
        ui.add_space(8.0);
        if !known.is_small() {
            delegates_ui(ui, cx, known);
            ui.add_space(8.0);
        }
        groups_ui(ui, cx, known);
        interest_ui(ui, cx, known);
        title_ui(ui, cx, cx.text("delegation-how"), None);
        paragraph(ui, cx.text("delegation-how-about"), Type::Small, cx.theme.text_2);
        ui.add_space(12.0);
    });
}

fn title_ui(ui: &mut Ui, cx: &ViewContext<'_>, words: &str, count: Option<usize>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(words).font(Type::Strong.font()).color(cx.theme.text));
        if let Some(count) = count {
            ui.label(small(&count.to_string(), cx.theme.text_2));
        }
    });
}

/// What it can attend, must miss, and how much of what it is interested in it attends.
fn figures_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    let attended = known.counting().filter(|sitting| sitting.attended.is_some()).count();
    let missed = known.attendance.missed().count();
    let of_interest = || known.counting().filter(|sitting| sitting.is_of_interest);
    let attended_of = of_interest().filter(|sitting| sitting.attended.is_some()).count();
    let values = [("count", Value::from(attended_of)), ("all", Value::from(of_interest().count()))];
    let interest = cx.texts.text_with("roster-of", &values);
    let error = if missed == 0 { cx.theme.text } else { cx.theme.error };
    let mut figures = vec![
        (attended.to_string(), cx.text("delegation-can-attend"), cx.theme.text),
        (missed.to_string(), cx.text("delegation-must-miss-figure"), error),
    ];
    if of_interest().next().is_some() {
        figures.push((interest, cx.text("delegation-of-interest-figure"), cx.theme.text));
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::HOVER);
    let painter = ui.painter_at(rect);
    let rounding = f32::from(radius::CONTROL);
    painter.rect(rect, rounding, cx.theme.panel, Stroke::new(1.0, cx.theme.line), StrokeKind::Inside);
    let wide = rect.width() / figures.len() as f32;
    for (at, (figure, words, color)) in figures.iter().enumerate() {
        let part = Rect::from_min_size(rect.min + vec2(wide * at as f32, 0.0), vec2(wide, rect.height()));
        if at > 0 {
            painter.vline(part.left(), part.y_range(), (1.0, cx.theme.line));
        }
        let inner = part.shrink2(vec2(6.0, 4.0));
        let (upper, lower) = inner.split_top_bottom_at_fraction(0.55);
        text(ui, &painter, upper, RichText::new(figure).font(Type::Head.font()).color(*color));
        text(ui, &painter, lower, small(words, cx.theme.text_2));
        let response = ui.interact(part, ui.scope_id().with(("figure", at)), Sense::HOVER);
        let spoken = format!("{words}: {figure}");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    }
}

fn delegates_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    title_ui(ui, cx, cx.text("rows-delegate"), Some(known.delegation.delegates.len()));
    let main = cx.plan.events().get(known.question().event).map(|event| event.dates.first_and_last());
    for (place, row) in known.delegation.delegates.iter().enumerate() {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 62.0), Sense::CLICK);
        let name = known.delegate_name(cx, place);
        let (first, last) = main.unwrap_or_default();
        let from = row.from.map_or(first, |from| from.date());
        let until = row.until.map_or(last, |until| until.date());
        let days = dates::dates_short(cx.texts, from, until);
        let own: Vec<i32> = known.attendance.of_delegate(place).map(|sitting| sitting.span.mins()).collect();
        let length = clock(own.iter().sum());
        let sum = cx
            .texts
            .text_with("delegation-sum", &[("count", Value::from(own.len())), ("length", Value::from(&length))]);
        let longest = known.loads[place].iter().enumerate().max_by_key(|(at, mins)| (**mins, std::cmp::Reverse(*at)));
        let longest = longest.filter(|(_, mins)| **mins > 0).map(|(at, mins)| {
            let when = dates::day_short(cx.texts, known.days[at]);
            let length = clock(*mins);
            let values = [("length", Value::from(&length)), ("when", Value::from(&when))];
            cx.texts.text_with("delegation-longest", &values)
        });
        let by_hand =
            known.attendance.of_delegate(place).filter(|sitting| sitting.attended == Some((place, true))).count();
        let by_hand =
            (by_hand > 0).then(|| cx.texts.text_with("delegation-count-by-hand", &[("count", Value::from(by_hand))]));
        let below = longest.into_iter().chain(by_hand).collect::<Vec<_>>().join(" · ");
        let spoken = format!("{name}, {days}, {sum}, {below}");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
        let painter = ui.painter_at(rect);
        let fill = if response.hovered() { cx.theme.field } else { cx.theme.panel };
        painter.rect(rect, f32::from(radius::CARD), fill, Stroke::new(1.0, cx.theme.line_strong), StrokeKind::Inside);
        let line = |at: f32| Rect::from_min_size(rect.min + vec2(12.0, 6.0 + at), vec2(rect.width() - 24.0, 17.0));
        text(ui, &painter, line(0.0), RichText::new(&name).font(Type::Strong.font()).color(cx.theme.text));
        text(ui, &painter, line(17.0), small(&format!("{days} · {sum}"), cx.theme.text_2));
        text(ui, &painter, line(34.0), small(&below, cx.theme.text_2));
        if response.clicked() {
            cx.act(Action::Inspect(row.id.into()));
        }
    }
}

/// Which of the groups of §4.23 the delegation to an interregional meeting includes.
fn groups_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    let event = cx.plan.events().get(known.question().event);
    if known.is_small() || event.is_none_or(|event| event.kind != EventKind::InterregionalMeeting) {
        return;
    }
    let has = |group| known.delegation.delegates.iter().any(|row| row.group == Some(group));
    let count = StakeholderGroup::ALL.into_iter().filter(|&group| has(group)).count();
    title_ui(ui, cx, cx.text("delegation-groups"), Some(count));
    for group in StakeholderGroup::ALL {
        let (sign, color) = if has(group) { (icons::CHECK, cx.theme.ok) } else { (icons::CIRCLE, cx.theme.text_3) };
        let word = if has(group) { cx.text("delegation-included") } else { cx.text("delegation-not-included") };
        let name = cx.text(names::stakeholder_group(group));
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::HOVER);
        let spoken = format!("{name}: {word}");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        let painter = ui.painter_at(rect);
        painter.text(rect.left_center() + vec2(7.0, 0.0), Align2::CENTER_CENTER, sign, Type::Small.font(), color);
        text(ui, &painter, cell(rect, (20.0, rect.width())), small(name, cx.theme.text));
    }
    ui.add_space(8.0);
}

/// What is of interest, and which delegate attends it.
fn interest_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    let all: Vec<_> = known.attendance.sittings.iter().enumerate().filter(|(_, one)| one.is_of_interest).collect();
    if all.is_empty() {
        return;
    }
    title_ui(ui, cx, cx.text("delegation-interest-title"), Some(all.len()));
    for (at, sitting) in all {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::TARGET), Sense::CLICK);
        let spoken = known.spoken(cx, at);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
        let painter = ui.painter_at(rect);
        if response.hovered() {
            painter.rect_filled(rect, f32::from(radius::BAR), cx.theme.field);
        }
        let session = cx.plan.sessions().get(sitting.session);
        let sign = session.map(|row| cx.kind_sign(row.called())).unwrap_or_default();
        let color = session.map_or(cx.theme.text_2, |row| cx.session_colors(row).bar);
        painter.text(pos2(rect.left() + 8.0, rect.center().y), Align2::CENTER_CENTER, sign, Type::Small.font(), color);
        let who = sitting.attended.map_or_else(|| icons::CIRCLE_X.to_owned(), |(place, _)| (place + 1).to_string());
        let color = if sitting.attended.is_some() { cx.theme.text_2 } else { cx.theme.error };
        text_right(ui, &painter, cell(rect, (rect.width() - 24.0, rect.width() - 4.0)), small(&who, color));
        let when = phrases::weekday_and_time(cx, sitting.span.start);
        let wide = text_right(ui, &painter, cell(rect, (100.0, rect.width() - 28.0)), small(&when, cx.theme.text_2));
        let name = cell(rect, (20.0, rect.width() - 34.0 - wide));
        text(ui, &painter, name, RichText::new(&known.names[at]).font(Type::Small.font()).color(cx.theme.text));
        if response.clicked() {
            cx.select(sitting.session);
        }
    }
    ui.add_space(8.0);
}

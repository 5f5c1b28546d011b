//! What each team carries week by week, what has a team and what has none, and the limits.

use egui::{Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::action::Action;
use crate::app::context::ViewContext;
use crate::app::style::{Type, icons, radius};
use crate::app::widget::buttons::plain_button;
use crate::app::widget::cells::{small, text, text_right};
use crate::model::roster::{Breach, Load, monday};
use crate::texts::{Value, dates, tid};

use super::known::{Known, team_name};

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    ScrollArea::vertical().id_salt("roster summary").auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - 8.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        ui.add_space(12.0);
        loads_ui(ui, cx, known);
        ui.add_space(8.0);
        limits_ui(ui, cx, known);
    });
}

fn loads_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    let theme = cx.theme;
    let most = known.roster.limits.sittings_a_week;
    let about = cx.texts.text_with("roster-load-about", &[("most", Value::from(most))]);
    title_ui(ui, cx, (cx.text("roster-load"), &about));
    for week in known.roster.weeks() {
        let met = known.roster.meetings.iter().map(|meeting| meeting.span.start.date());
        let days: Vec<_> = met.filter(|day| monday(*day) == week).collect();
        if let (Some(first), Some(last)) = (days.first(), days.last()) {
            ui.label(small(&dates::dates_short(cx.texts, *first, *last), theme.text_2));
        }
        for team in 0..known.roster.teams.len() {
            let name = team_name(cx, &known.roster, Some(team));
            load_ui(ui, cx, (&name, most), known.roster.load(Some(team), week));
        }
    }
    let all = known.roster.sittings.len();
    let of = |has_team: bool| {
        let own = known.roster.sittings.iter().filter(|sitting| sitting.team.is_some() == has_team);
        own.fold((0, 0), |(count, mins), sitting| (count + 1, mins + known.roster.mins(sitting)))
    };
    ui.separator();
    let (with, without) = (of(true), of(false));
    let figure = |count: usize| {
        let values = [("count", Value::from(count)), ("all", Value::from(all))];
        cx.texts.text_with("roster-of", &values)
    };
    line_ui(ui, cx, (cx.text("roster-with"), theme.text), (&figure(with.0), &hours(with.1)));
    let color = if without.0 > 0 && !known.roster.teams.is_empty() { theme.error } else { theme.text };
    line_ui(ui, cx, (cx.text("roster-without"), color), (&figure(without.0), &hours(without.1)));
}

/// `13:45`
fn hours(mins: i32) -> String {
    format!("{}:{:02}", mins / 60, mins % 60)
}

fn title_ui(ui: &mut Ui, cx: &ViewContext<'_>, (name, about): (&str, &str)) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::HOVER);
    let painter = ui.painter_at(rect);
    let wide = text(ui, &painter, rect, RichText::new(name).font(Type::Head.font()).color(cx.theme.text));
    text_right(ui, &painter, rect.with_min_x(rect.left() + wide + 8.0), small(about, cx.theme.text_2));
}

/// A team in a week: a bar for each sitting of those that it can carry.
fn load_ui(ui: &mut Ui, cx: &ViewContext<'_>, (name, most): (&str, i32), load: Load) {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::HOVER);
    let painter = ui.painter_at(rect);
    let most = usize::try_from(most).unwrap_or(0);
    let time = hours(load.mins);
    let values = [
        ("team", Value::from(name)),
        ("count", Value::from(load.sittings)),
        ("most", Value::from(most)),
        ("hours", Value::from(&time)),
    ];
    let spoken = cx.texts.text_with("roster-load-spoken", &values);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let names = rect.with_max_x(rect.left() + 84.0);
    text(ui, &painter, names, small(name, theme.text));
    let bars = Rect::from_min_max(pos2(names.right() + 4.0, rect.top()), pos2(rect.right() - 76.0, rect.bottom()));
    let all = most.max(load.sittings).max(1);
    let wide = bars.width() / all as f32;
    for at in 0..all {
        let left = bars.left() + wide * at as f32;
        let bar = Rect::from_min_size(pos2(left, rect.center().y - 3.5), vec2((wide - 2.0).max(1.0), 7.0));
        let color = match (at < load.sittings, at < most) {
            (true, false) => theme.error,
            (true, true) => theme.accent,
            (false, _) => theme.field,
        };
        painter.rect_filled(bar, f32::from(radius::MARK), color);
    }
    let count = rect.with_max_x(rect.right() - 48.0);
    text_right(ui, &painter, count, RichText::new(load.sittings.to_string()).font(Type::Bar.font()).color(theme.text));
    text_right(ui, &painter, rect, small(&time, theme.text_2));
}

fn line_ui(ui: &mut Ui, cx: &ViewContext<'_>, (name, color): (&str, egui::Color32), (count, hours): (&str, &str)) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {count}, {hours}")));
    let painter = ui.painter_at(rect);
    text(ui, &painter, rect.with_max_x(rect.right() - 124.0), small(name, color));
    text_right(ui, &painter, rect.with_max_x(rect.right() - 48.0), small(count, color));
    text_right(ui, &painter, rect, small(hours, if color == cx.theme.error { color } else { cx.theme.text_2 }));
}

/// Each limit, and whether every team keeps it.
fn limits_ui(ui: &mut Ui, cx: &ViewContext<'_>, known: &Known) {
    let limits = &known.roster.limits;
    title_ui(ui, cx, (cx.text("roster-limits"), ""));
    let all: Vec<Breach> = known.roster.broken.iter().flatten().map(|broken| broken.breach).collect();
    let length = |mins: i32| dates::length_text(cx.texts, mins);
    let is_day = |breach: &Breach| matches!(breach, Breach::Day(_));
    let is_stretch = |breach: &Breach| matches!(breach, Breach::Stretch(_) | Breach::Pause { .. });
    let is_pause = |breach: &Breach| matches!(breach, Breach::Pause { .. });
    let is_week = |breach: &Breach| matches!(breach, Breach::Week(_));
    let is_rest = |breach: &Breach| matches!(breach, Breach::Rest(_));
    let rows: [(&'static str, String, bool); 5] = [
        (tid("number-sittings-a-day"), limits.sittings_a_day.to_string(), all.iter().any(is_day)),
        (tid("number-longest-mins"), length(limits.longest_mins), all.iter().any(is_stretch)),
        (tid("number-sitting-pause-mins"), length(limits.pause_mins), all.iter().any(is_pause)),
        (tid("number-sittings-a-week"), limits.sittings_a_week.to_string(), all.iter().any(is_week)),
        (tid("number-rest-mins"), length(limits.rest_mins), all.iter().any(is_rest)),
    ];
    for (id, figure, is_broken) in rows {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::HOVER);
        let name = cx.text(id);
        let state = cx.text(if is_broken { tid("roster-limit-broken") } else { tid("roster-limit-kept") });
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {figure}, {state}")));
        let painter = ui.painter_at(rect);
        let (sign, color) = if is_broken { (icons::CIRCLE_X, cx.theme.error) } else { (icons::CHECK, cx.theme.ok) };
        text(ui, &painter, rect.with_max_x(rect.left() + 20.0), small(sign, color));
        let words = Rect::from_min_max(pos2(rect.left() + 22.0, rect.top()), pos2(rect.right() - 64.0, rect.bottom()));
        text(ui, &painter, words, small(name, cx.theme.text));
        text_right(ui, &painter, rect, small(&figure, cx.theme.text_2));
    }
    ui.add_space(4.0);
    if plain_button(ui, cx.text("roster-rules"), true).clicked() {
        cx.act(Action::ShowRule("team-day"));
    }
}

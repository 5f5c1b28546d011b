//! What has happened at the podium, with the second.

use egui::{RichText, ScrollArea, Ui, vec2};

use crate::app::context::ViewContext;
use crate::app::style::Type;
use crate::app::widget::cells::small;
use crate::app::widget::statements::{length, speaks_for};
use crate::model::podium::Running;
use crate::model::{Delivery, NotedDeed, states};
use crate::texts::{Value, names, tid};

use super::seconds_clock;

/// How high a line is, in points.
const LINE: f32 = 18.0;

/// Draws it, the latest first.
pub fn ui(ui: &mut Ui, cx: &ViewContext<'_>, running: &Running) {
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    ui.spacing_mut().interact_size.y = LINE;
    ui.label(RichText::new(cx.text("podium-log")).font(Type::Head.font()).color(cx.theme.text));
    if cx.moment.is_some_and(|now| now < running.latest()) {
        let text = cx.text("podium-clock-back");
        crate::app::widget::fields::flaw(ui, cx, text);
    }
    let lines = lines(cx, running);
    if lines.is_empty() {
        ui.label(small(cx.text("podium-log-empty"), cx.theme.text_2));
    }
    ScrollArea::vertical().id_salt("podium log").auto_shrink(false).show_rows(ui, LINE, lines.len(), |ui, range| {
        for (at, words) in lines.into_iter().skip(range.start).take(range.len()) {
            ui.horizontal(|ui| {
                ui.label(small(&seconds_clock(cx, at), cx.theme.text_2));
                ui.add(egui::Label::new(small(&words, cx.theme.text)).truncate());
            });
        }
    });
}

fn lines(cx: &ViewContext<'_>, running: &Running) -> Vec<(i64, String)> {
    let mut lines = Vec::new();
    let who = |row: &crate::model::Statement| speaks_for(cx, row).to_owned();
    if let Some(opened) = running.podium.opened {
        let late = opened - running.starts;
        let text = if late >= 60 {
            cx.texts.text_with("podium-log-opened-late", &[("late", Value::from(&length(late)))])
        } else {
            cx.text("podium-log-opened").to_owned()
        };
        lines.push((opened, text));
    }
    for (at, turn) in running.given.iter().chain(&running.speaker).enumerate() {
        let name = who(&turn.statement);
        let values = [("who", Value::from(&name)), ("number", Value::from(at + 1))];
        lines.push((turn.begun, cx.texts.text_with("podium-log-speaks", &values)));
    }
    for row in running.to_come.iter().filter(|row| row.delivery == Delivery::NotPresent) {
        let name = who(row);
        let text = cx.texts.text_with("podium-log-not-present", &[("who", Value::from(&name))]);
        lines.extend(row.begun.map(|at| (at, text)));
    }
    for stop in &running.podium.stops {
        let why = cx.text(names::stop_reason(stop.why));
        let text = match stop.to {
            Some(to) => {
                let length = length(to - stop.from);
                let values = [("why", Value::from(why)), ("length", Value::from(&length))];
                cx.texts.text_with("podium-log-stopped", &values)
            }
            None => why.to_owned(),
        };
        lines.push((stop.from, text));
    }
    for noted in &running.podium.noted {
        let state = |name: &str| states::named(name).map_or(name, |state| state.name(cx.texts.language())).to_owned();
        let who = state(&noted.who);
        let text = match &noted.what {
            NotedDeed::Extended(secs) => {
                let sign = if *secs < 0 { "−" } else { "+" };
                let by = format!("{sign}{}", length(i64::from(secs.unsigned_abs())));
                let values = [("who", Value::from(&who)), ("by", Value::from(&by))];
                cx.texts.text_with("podium-log-extended", &values)
            }
            NotedDeed::Swapped(other) => {
                let other = state(other);
                let values = [("who", Value::from(&who)), ("other", Value::from(&other))];
                cx.texts.text_with("podium-log-swapped", &values)
            }
        };
        lines.push((noted.at, text));
    }
    if let Some(closed) = running.podium.closed {
        lines.push((closed, cx.text(tid("podium-log-closed")).to_owned()));
    }
    lines.sort_by_key(|&(at, _)| std::cmp::Reverse(at));
    lines
}

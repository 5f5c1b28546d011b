//! The form of the plan as a whole: what shows while nothing is selected.

use egui::Ui;

use crate::look::Hue;
use crate::model::{CivilTime, Header, Language};
use crate::texts::{Value, names, tid};

use super::Head;
use super::event::zone_field;
use super::form::Form;
use crate::app::context::ViewContext;
use crate::app::paint::text::displayed;
use crate::app::style::icons;
use crate::app::widget::fields::{Lines, note};

/// The strip above the form.
#[must_use]
pub fn head(cx: &ViewContext<'_>, header: &Header) -> Head {
    Head {
        icon: icons::CALENDAR_DAYS,
        colors: cx.theme.hue(Hue::Teal),
        kind: cx.text("inspector-plan").to_owned(),
        id: String::new(),
        title: cx.title(&header.title).to_owned(),
        detail: cx.texts.text_with("status-sessions", &[("count", Value::from(cx.plan.sessions().len()))]),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Header>, ui: &mut Ui) {
    let cx = form.cx;
    let header = form.subject;
    ui.add_space(8.0);
    note(ui, cx, cx.text("inspector-nothing-selected"));
    if !form.section(ui, tid("inspector-section-plan")) {
        return;
    }
    form.local_text(ui, (tid("inspector-title"), Lines::Wrapped), |header| &header.title, |header| &mut header.title);
    let name = (tid("inspector-description"), Lines::Several(6));
    form.local_text(ui, name, |header| &header.description, |header| &mut header.description);
    let start = cx.plan.events().iter().map(|event| event.dates.span().start).max();
    let at = cx.now.or(start).unwrap_or(CivilTime::from_minutes(0));
    zone_field(form, ui, (header.zone, at), |header, zone| header.zone = zone);
    note(ui, cx, cx.text("inspector-home-zone-note"));
    let word = |language: Language| {
        let (name, own_name) = (cx.text(names::language(language)), language.own_name());
        if name == own_name { name.to_owned() } else { format!("{name} · {}", displayed(own_name)) }
    };
    form.choice(
        ui,
        tid("inspector-plan-language"),
        (Some(header.language), &Language::ALL),
        word,
        |header, language| {
            header.language = language;
        },
    );
    if header.release > 0 {
        ui.add_space(6.0);
        note(ui, cx, &cx.texts.text_with("inspector-release", &[("number", Value::from(header.release))]));
    }
}

//! The form of several sessions: what they are together, and what can be changed for all at once.

use egui::Ui;

use crate::edit::placing;
use crate::look::Hue;
use crate::model::{SessionKind, Status};
use crate::texts::{Value, dates, names, tid, typed};

use super::Head;
use super::form::Form;
use super::inspected::Several;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::note;
use crate::app::widget::signs::{kind_icon, status_icon};

/// The strip above the form: how many, from when to when, how long together.
#[must_use]
pub fn head(cx: &ViewContext<'_>, several: &Several) -> Head {
    let together = several.together();
    let whole = together.span.map(|span| dates::span_text(cx.texts, span));
    let total = dates::length_text(cx.texts, together.placed_mins);
    let total = cx.texts.text_with("inspector-together", &[("length", Value::from(&total))]);
    let same_kind = together.kind;
    Head {
        icon: same_kind.map_or(icons::LAYERS, kind_icon),
        colors: same_kind.map_or_else(|| cx.theme.hue(Hue::Slate), |kind| cx.theme.kind(kind)),
        kind: total,
        id: String::new(),
        title: cx.texts.text_with("status-selected", &[("count", Value::from(several.sessions().len()))]),
        detail: whole.unwrap_or_else(|| cx.text("session-unscheduled").to_owned()),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Several>, ui: &mut Ui) {
    let cx = form.cx;
    let several = form.subject;
    let together = several.together();
    if form.section(ui, tid("inspector-section-together")) {
        note(ui, cx, cx.text("inspector-together-note"));
        let word = |kind| format!("{}  {}", kind_icon(kind), cx.text(names::session_kind(kind)));
        form.choice(ui, tid("inspector-kind"), (together.kind, &SessionKind::ALL), word, |several, kind| {
            several.each(|session| session.kind = kind);
        });
        let word = |status| format!("{}  {}", status_icon(status), cx.text(names::status(status)));
        form.choice(ui, tid("inspector-status"), (together.status, &Status::ALL), word, |several, status| {
            several.each(|session| session.status = status);
        });
        length_ui(form, ui, several);
        ui.add_space(4.0);
        form.check(ui, tid("inspector-pinned"), together.pinned == Some(true), |several, on| {
            several.each(|session| session.pinned = on);
        });
        if together.pinned.is_none() {
            note(ui, cx, cx.text("inspector-some-pinned"));
        }
    }
    if form.section(ui, tid("inspector-section-languages")) {
        form.languages(ui, (together.languages, true), |several, change| {
            several.each(|session| session.languages = change(session.languages));
        });
    }
    if form.section(ui, tid("inspector-section-selected")) {
        let rest = several.sessions().len() - together.named.len();
        for session in &together.named {
            form.session_line(ui, session);
        }
        if rest > 0 {
            note(ui, cx, &cx.texts.text_with("inspector-and-more", &[("count", Value::from(rest))]));
        }
    }
}

/// One length for all. Where some are pinned that would be refused, so it is not offered.
fn length_ui(form: &mut Form<'_, Several>, ui: &mut Ui, several: &Several) {
    let together = several.together();
    let shown = together.length.map(typed::length_text).unwrap_or_default();
    let hint = form.cx.text("inspector-different");
    ui.add_enabled_ui(together.free, |ui| {
        let expected = tid("inspector-expected-length");
        form.parsed(
            ui,
            (tid("inspector-length"), expected),
            (&shown, hint),
            (typed::length, |several, length| {
                several.each(|session| placing::set_length(session, length));
                Ok(())
            }),
        );
    });
}

//! The form of several sessions: what they are together, and what can be changed for all at once.

use std::sync::Arc;

use egui::Ui;

use crate::edit::placing;
use crate::model::{Session, SessionKind, Span, Status};
use crate::texts::{Value, dates, names, tid, typed};

use super::Head;
use super::form::Form;
use super::subject::Several;
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::app::widget::fields::note;
use crate::app::widget::signs::{kind_icon, status_icon};

/// So many are named one by one.
const MOST_NAMED: usize = 40;

/// The strip above the form: how many, from when to when, how long together.
#[must_use]
pub fn head(cx: &ViewContext<'_>, several: &Several) -> Head {
    let spans = several.0.iter().filter_map(|session| session.span());
    let whole = spans.clone().reduce(Span::hull).map(|span| dates::span_text(cx.texts, span));
    let mins = spans.map(Span::mins).fold(0_i32, i32::saturating_add);
    let total = dates::length_text(cx.texts, mins);
    let total = cx.texts.text_with("inspector-together", &[("length", Value::from(&total))]);
    let same_kind = several.common(|session| session.kind);
    Head {
        icon: same_kind.map_or(icons::LAYERS, kind_icon),
        colors: same_kind.map_or_else(|| cx.theme.hue(14), |kind| cx.theme.kind(kind)),
        kind: total,
        id: String::new(),
        title: cx.texts.text_with("status-selected", &[("count", Value::from(several.0.len()))]),
        detail: whole.unwrap_or_else(|| cx.text("session-unscheduled").to_owned()),
    }
}

/// The form.
pub fn ui(form: &mut Form<'_, Several>, ui: &mut Ui) {
    let cx = form.cx;
    let several = form.subject;
    if form.section(ui, tid("inspector-section-together")) {
        note(ui, cx, cx.text("inspector-together-note"));
        let word = |kind| format!("{}  {}", kind_icon(kind), cx.text(names::session_kind(kind)));
        let kind = several.common(|session| session.kind);
        form.choice(ui, tid("inspector-kind"), (kind, &SessionKind::ALL), word, |several, kind| {
            several.each(|session| session.kind = kind);
        });
        let word = |status| format!("{}  {}", status_icon(status), cx.text(names::status(status)));
        let status = several.common(|session| session.status);
        form.choice(ui, tid("inspector-status"), (status, &Status::ALL), word, |several, status| {
            several.each(|session| session.status = status);
        });
        length_ui(form, ui, several);
        ui.add_space(4.0);
        let pinned = several.common(|session| session.pinned);
        form.check(ui, tid("inspector-pinned"), pinned == Some(true), |several, on| {
            several.each(|session| session.pinned = on);
        });
        if pinned.is_none() {
            note(ui, cx, cx.text("inspector-some-pinned"));
        }
    }
    if form.section(ui, tid("inspector-section-languages")) {
        let languages = several.common(|session| session.languages);
        form.languages(ui, (languages, true), |several, change| {
            several.each(|session| session.languages = change(session.languages));
        });
    }
    if form.section(ui, tid("inspector-section-selected")) {
        let rest = several.0.len().saturating_sub(MOST_NAMED);
        let mut sessions: Vec<_> = several.0.iter().collect();
        let by_start = |session: &&Arc<Session>| (session.span().map(|span| span.start), session.id);
        if rest > 0 {
            sessions.select_nth_unstable_by_key(MOST_NAMED, by_start);
            sessions.truncate(MOST_NAMED);
        }
        sessions.sort_by_key(by_start);
        for session in sessions {
            form.session_line(ui, session);
        }
        if rest > 0 {
            note(ui, cx, &cx.texts.text_with("inspector-and-more", &[("count", Value::from(rest))]));
        }
    }
}

/// One length for all. Where some are pinned that would be refused, so it is not offered.
fn length_ui(form: &mut Form<'_, Several>, ui: &mut Ui, several: &Several) {
    let shown = several.common(Session::length).map(typed::length_text).unwrap_or_default();
    let hint = form.cx.text("inspector-different");
    let free = several.0.iter().all(|session| !session.pinned || session.placement.is_none());
    ui.add_enabled_ui(free, |ui| {
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

//! Tooltips of sessions and rooms, and what stands beside the pointer while dragging.

use egui::{Response, RichText, Ui};

use crate::check::Finding;
use crate::edit::Command;
use crate::model::{Room, Session};
use crate::texts::{Value, dates, findings, names};

use crate::app::context::ViewContext;
use crate::app::gesture::{Gesture, WhatIf};
use crate::app::paint::text::{label_ui, paragraph_ui};
use crate::app::phrases;
use crate::app::style::{Type, icons};

/// Title, time, place, body, kind and provenance of a session.
pub fn session_tip(response: &Response, cx: &ViewContext<'_>, session: &Session) {
    response.clone().on_hover_ui(|ui| {
        ui.set_max_width(380.0);
        paragraph_ui(ui, strong(cx.session_title(session)));
        if let Some(at) = &session.placement {
            label_ui(ui, phrases::placement(cx, at));
        }
        let kind = cx.text(names::session_kind(session.kind));
        let codes = cx.body_codes(session);
        let length = dates::length_text(cx.texts, session.length().mins());
        let parts = [length.as_str(), kind, codes.as_str()];
        ui.weak(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
        if session.pinned {
            ui.weak(format!("{} {}", icons::PIN, cx.text("session-pinned")));
        }
        if !session.remarks.is_empty() {
            paragraph_ui(ui, RichText::new(&session.remarks).weak());
        }
        let checker = cx.workbench.checker();
        let findings = checker.of_session(session.id);
        for finding in findings.iter().take(MOST_REASONS) {
            finding_ui(ui, cx, finding);
        }
        if findings.len() > MOST_REASONS {
            let more = Value::from(findings.len() - MOST_REASONS);
            ui.weak(cx.texts.text_with("drag-more", &[("count", more)]));
        }
        if let Some(source) = session.sources.first() {
            let source = format!("{}: {}", cx.text(names::basis(source.basis)), source.reference);
            label_ui(ui, RichText::new(source).weak());
        }
    });
}

/// Text to be read first.
fn strong(text: &str) -> RichText {
    RichText::new(text).font(Type::Head.font())
}

/// So many reasons are told in words; the rest is counted.
const MOST_REASONS: usize = 4;

/// What the rules would say: the worst in words, and what is new and what is solved in numbers.
fn outcome_ui(ui: &mut Ui, cx: &ViewContext<'_>, WhatIf { outcome, new_findings, .. }: &WhatIf) {
    ui.add_space(4.0);
    if outcome.concerning.is_empty() {
        ui.colored_label(cx.theme.ok, format!("{} {}", icons::CIRCLE_CHECK, cx.text("drag-fits")));
    }
    // What is new comes first; what holds already is paler, so that the words agree with the numbers below.
    for (at, finding) in outcome.concerning.iter().take(MOST_REASONS).enumerate() {
        ui.scope(|ui| {
            if at >= *new_findings {
                ui.visuals_mut().override_text_color = Some(cx.theme.text_2);
            }
            finding_ui(ui, cx, finding);
        });
    }
    let counted = |id, count: usize| cx.texts.text_with(id, &[("count", Value::from(count))]);
    if outcome.concerning.len() > MOST_REASONS {
        ui.weak(counted("drag-more", outcome.concerning.len() - MOST_REASONS));
    }
    let mut sums = Vec::new();
    if !outcome.caused.is_empty() {
        sums.push(counted("drag-causes", outcome.caused.len()));
    }
    if !outcome.solved.is_empty() {
        sums.push(counted("drag-solves", outcome.solved.len()));
    }
    if !sums.is_empty() {
        ui.label(sums.join(" · "));
    }
}

/// A finding: its sign, and what it says.
pub fn finding_ui(ui: &mut Ui, cx: &ViewContext<'_>, finding: &Finding) {
    ui.horizontal_top(|ui| {
        ui.colored_label(cx.theme.severity(finding.severity), icons::severity(finding.severity));
        let sentence = findings::sentence(cx.texts, cx.plan, cx.settings.title_language(), finding);
        paragraph_ui(ui, &sentence);
    });
}

/// Seats and booths.
#[must_use]
pub fn room_detail(cx: &ViewContext<'_>, room: &Room) -> String {
    let mut parts = Vec::new();
    if let Some(seats) = room.capacity {
        parts.push(cx.texts.text_with("room-seats", &[("count", Value::from(seats))]));
    }
    if room.booths > 0 {
        parts.push(cx.texts.text_with("room-booths", &[("count", Value::from(u32::from(room.booths)))]));
    }
    if room.is_virtual {
        parts.push(cx.text("room-virtual").to_owned());
    }
    if room.is_shared {
        parts.push(cx.text("room-shared").to_owned());
    }
    parts.join(" · ")
}

/// New time and rooms beside the pointer while something is dragged, and what letting go would do.
pub fn ghost_tip(ui: &Ui, cx: &ViewContext<'_>, gesture: &Gesture) {
    if let Some(what_if) = gesture.what_if() {
        what_if_tip(ui, cx, what_if);
    }
}

fn what_if_tip(ui: &Ui, cx: &ViewContext<'_>, what_if: &WhatIf) {
    let over_tray = matches!(what_if.command, Command::Unschedule(_));
    egui::Tooltip::always_open(
        ui.ctx().clone(),
        ui.layer_id(),
        ui.unique_id().with("what-if"),
        egui::PopupAnchor::Pointer,
    )
    .gap(14.0)
    .show(|ui| {
        ui.set_max_width(320.0);
        if over_tray {
            ui.label(format!("{} {}", icons::INBOX, cx.text("drag-to-tray")));
        } else if let Command::ShiftEvent(id, days) = what_if.command {
            if let Some(event) = cx.plan.events().get(id) {
                ui.label(strong(&phrases::event_dates(cx, event.dates.shifted(days))));
            }
            ui.weak(several(cx, what_if.placements.len()));
        } else if let [(_, placement)] = what_if.placements.as_slice() {
            label_ui(ui, strong(&phrases::placement(cx, placement)));
            ui.weak(dates::length_text(cx.texts, placement.length.mins()));
        } else if let Some((_, first)) = what_if.placements.first() {
            ui.label(strong(&several(cx, what_if.placements.len())));
            label_ui(ui, RichText::new(phrases::placement(cx, first)).weak());
        }
        if what_if.is_of_copies() {
            ui.weak(format!("{} {}", icons::COPY, cx.text("drag-duplicates")));
        }
        if what_if.refusal().is_none() && !over_tray {
            outcome_ui(ui, cx, what_if);
        }
        if let Some(refusal) = what_if.refusal() {
            ui.colored_label(cx.theme.error, format!("{} {}", icons::LOCK, phrases::refusal(cx, refusal)));
        }
    });
}

/// `3 sessions`.
fn several(cx: &ViewContext<'_>, count: usize) -> String {
    cx.texts.text_with("drag-several", &[("count", Value::from(count))])
}

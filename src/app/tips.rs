//! Tooltips of sessions and rooms, and what stands beside the pointer while dragging.

use egui::{Response, RichText, Ui};

use crate::edit::Command;
use crate::model::{Room, Session};
use crate::texts::{Value, dates, names};

use super::context::ViewContext;
use super::gesture::WhatIf;
use super::lettering::displayed;
use super::phrases;
use super::theme::{fonts, icons};

/// Title, time, place, body, kind and provenance of a session.
pub fn session_tip(response: &Response, cx: &ViewContext<'_>, session: &Session) {
    response.clone().on_hover_ui(|ui| {
        ui.set_max_width(380.0);
        ui.label(strong(&displayed(cx.session_title(session))));
        if let Some(at) = &session.placement {
            ui.label(phrases::placement(cx, at));
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
            ui.weak(displayed(&session.remarks));
        }
        if let Some(source) = session.sources.first() {
            ui.weak(format!("{}: {}", cx.text(names::basis(source.basis)), source.reference));
        }
    });
}

/// Text to be read first.
fn strong(text: &str) -> RichText {
    RichText::new(text).family(egui::FontFamily::Name(fonts::SEMIBOLD.into()))
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

/// What letting go would do, in words.
pub fn what_if_tip(ui: &Ui, cx: &ViewContext<'_>, what_if: &WhatIf, over_tray: bool) {
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
        } else if let [(_, placement)] = what_if.placements.as_slice() {
            ui.label(strong(&phrases::placement(cx, placement)));
            ui.weak(dates::length_text(cx.texts, placement.length.mins()));
        } else if let Some((_, first)) = what_if.placements.first() {
            let count = Value::from(what_if.placements.len());
            ui.label(strong(&cx.texts.text_with("drag-several", &[("count", count)])));
            ui.weak(phrases::placement(cx, first));
        }
        if matches!(what_if.command, Command::Duplicate(_)) {
            ui.weak(format!("{} {}", icons::COPY, cx.text("drag-duplicates")));
        }
        if let Some(refusal) = &what_if.refusal {
            ui.colored_label(cx.theme.red, format!("{} {}", icons::LOCK, phrases::refusal(cx, refusal)));
        }
    });
}

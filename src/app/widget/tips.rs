//! Tooltips of sessions and rooms.

use egui::{Response, RichText, Ui};

use crate::check::Finding;
use crate::model::{Room, Session, Status};
use crate::texts::{Value, built_in, dates, findings, names};

use crate::app::context::ViewContext;
use crate::app::paint::text::{label_ui, paragraph_ui};
use crate::app::phrases;
use crate::app::style::{Type, icons};
use crate::app::widget::calm;
pub use crate::app::widget::drag_card::ghost_tip;
use crate::app::widget::signs::{stage_icon, status_icon};

/// Title, time, place, body, kind and provenance of a session.
pub fn session_tip(response: &Response, cx: &ViewContext<'_>, session: &Session) {
    if calm::reigns(&response.ctx) {
        return;
    }
    response.clone().on_hover_ui(|ui| {
        ui.set_max_width(380.0);
        paragraph_ui(ui, strong(cx.session_title(session)));
        if let Some(at) = &session.placement {
            label_ui(ui, phrases::placement(cx, at));
        }
        let kind = cx.kind_name(session.called());
        let codes = cx.body_codes(session);
        let length = dates::length_text(cx.texts, session.length().mins());
        let meeting = cx.index().meeting(session.id);
        let codes = cx.meeting_code(session.id).unwrap_or(codes);
        let last = if meeting.is_some_and(|meeting| meeting.is_last) { cx.text("meeting-last") } else { "" };
        let parts = [length.as_str(), kind, codes.as_str(), last];
        ui.weak(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
        if matches!(session.status, Status::Reserve | Status::Cancelled) {
            ui.weak(format!("{} {}", status_icon(session.status), cx.text(names::status(session.status))));
        }
        if let (Some(text), Some(held)) = (phrases::held(cx, session), &session.held) {
            label_ui(ui, format!("{} {text}", stage_icon(held.stage())));
        }
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
            let source = format!("{}: {}", cx.text(names::basis(source.basis)), built_in(cx.texts, &source.reference));
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

//! The signs that stand for what a session or an event is, the same ones everywhere.

use egui::{Align2, Color32, CornerRadius, FontId, Rect, Ui};

use crate::model::{Basis, EventKind, Held, Kind, Room, Session, Stage, Status};

use crate::app::context::ViewContext;
use crate::app::phrases;
use crate::app::style::{BlockColors, icons};
use crate::texts::{Value, tid};

/// A kind of session as it is explained: its sign on its fill, with its edge.
pub fn kind_swatch(ui: &Ui, cx: &ViewContext<'_>, rect: Rect, kind: Kind) {
    swatch(ui, rect, (cx.kind_colors(kind), cx.kind_sign(kind)));
}

/// A sign in these colours, as kinds are explained.
pub fn swatch(ui: &Ui, rect: Rect, (colors, sign): (BlockColors, &str)) {
    let corner = CornerRadius::same(3);
    ui.painter().rect_filled(rect, corner, colors.fill);
    let edge = CornerRadius { nw: 3, sw: 3, ne: 0, se: 0 };
    ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), edge, colors.bar);
    let at = rect.center() + egui::vec2(1.5, 0.0);
    ui.painter().text(at, Align2::CENTER_CENTER, sign, FontId::proportional(12.0), colors.bar);
}

/// The sign of a kind of event.
#[must_use]
pub fn event_icon(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Conference => icons::LANDMARK,
        EventKind::YouthCelebration => icons::STAR,
        EventKind::InterregionalMeeting | EventKind::RegionalPreparatoryMeeting => icons::GLOBE,
        EventKind::CoordinationMeeting => icons::NETWORK,
        EventKind::AdvisoryGroup => icons::USERS,
        EventKind::Council => icons::GAVEL,
        EventKind::Forum => icons::MEGAPHONE,
        EventKind::SiteVisit => icons::BUS,
        EventKind::Milestone => icons::MILESTONE,
        EventKind::Deadline => icons::FLAG,
        EventKind::Holiday => icons::SUN,
        EventKind::PlanningArea => icons::LAYERS,
    }
}

/// The sign of a status.
#[must_use]
pub fn status_icon(status: Status) -> &'static str {
    match status {
        Status::Provisional => icons::CIRCLE,
        Status::Confirmed => icons::CIRCLE_CHECK,
        Status::Reserve => icons::CIRCLE_DASHED,
        Status::Cancelled => icons::BLOCKED,
    }
}

/// The sign of how far a meeting is.
#[must_use]
pub fn stage_icon(stage: Stage) -> &'static str {
    match stage {
        Stage::Sitting => icons::PLAY,
        Stage::Suspended => icons::PAUSE,
        Stage::Adjourned => icons::CHECK,
    }
}

/// The colour of that sign.
#[must_use]
pub fn status_color(cx: &ViewContext<'_>, status: Status) -> Color32 {
    match status {
        Status::Provisional => cx.theme.text_2,
        Status::Confirmed => cx.theme.ok,
        Status::Reserve => cx.theme.text_2,
        Status::Cancelled => cx.theme.error,
    }
}

/// Signs for what a session is besides its fields, each with what it says.
#[must_use]
pub fn marks<'a>(cx: &ViewContext<'a>, session: &Session) -> Vec<(&'static str, &'a str)> {
    let mut marks = Vec::new();
    if let Some(stage) = session.held.as_ref().map(Held::stage) {
        marks.push((stage_icon(stage), cx.text(phrases::stage(stage))));
    }
    if session.pinned {
        marks.push((icons::PIN, cx.text("session-pinned")));
    }
    if session.sources.iter().any(|source| source.basis == Basis::Illustrative) {
        marks.push((icons::CIRCLE_DASHED, cx.text("list-illustrative")));
    }
    marks
}

/// The one sign of a session that there is room for on its block; none where it is as most are.
#[must_use]
pub fn state_icon(session: &Session) -> &'static str {
    if let Some(stage) = session.held.as_ref().map(Held::stage) {
        return stage_icon(stage);
    }
    match (session.pinned, session.status) {
        (true, _) => icons::PIN,
        (false, Status::Provisional) => "",
        (false, status) => status_icon(status),
    }
}

/// Seats and booths of a room, each with its sign.
#[must_use]
pub fn seats_and_booths(cx: &ViewContext<'_>, room: &Room) -> Vec<(&'static str, String)> {
    let seats = room.capacity.map(|seats| (icons::USERS, grouped(cx, seats)));
    let booths = (room.booths > 0).then(|| (icons::HEADPHONES, room.booths.to_string()));
    seats.into_iter().chain(booths).collect()
}

/// `1,200`; in some languages four figures stand together.
fn grouped(cx: &ViewContext<'_>, number: u32) -> String {
    let id = match number {
        0..1_000 => return number.to_string(),
        1_000..10_000 => tid("number-four"),
        10_000.. => tid("number-more"),
    };
    let (thousands, rest) = (grouped(cx, number / 1000), format!("{:03}", number % 1000));
    cx.texts.text_with(id, &[("thousands", Value::from(&thousands)), ("rest", Value::from(&rest))])
}

/// A sign beside words that say the same: screen readers pass over it.
pub fn sign_ui(ui: &mut Ui, sign: egui::RichText) {
    let response = ui.label(sign);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.clear_value();
        node.set_hidden();
    });
}

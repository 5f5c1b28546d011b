//! Words and signs of requests for rooms.

use egui::Color32;

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::edit::requests;
use crate::model::{BodyId, Placement, RequestAnswer, RoomRequest, Session, states};
use crate::texts::{Value, dates};
use crate::workbench::NoPlace;

/// Who asks: a State in the language of the screen, a body, or the words that somebody wrote.
#[must_use]
pub fn who<'a>(cx: &ViewContext<'a>, request: &'a RoomRequest) -> &'a str {
    if let Some(state) = states::named(&request.asked_by) {
        return state.name(cx.texts.language());
    }
    let body = |id: BodyId| cx.plan.bodies().get(id).map(|body| cx.short_name(&body.code, &body.title));
    let asked_by = request.asked_by.trim();
    if asked_by.is_empty() { request.body.and_then(body).unwrap_or_default() } else { asked_by }
}

/// What it is called in a sentence: who asks, and what for.
#[must_use]
pub fn name(cx: &ViewContext<'_>, request: &RoomRequest) -> String {
    let title = cx.title(&request.title);
    let all = [who(cx, request), title];
    let name = all.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    if name.is_empty() { cx.title(&requests::name_of(request)).to_owned() } else { name }
}

/// `Tue 18 Nov 10:00`; empty where any time will do.
#[must_use]
pub fn wanted(cx: &ViewContext<'_>, request: &RoomRequest) -> String {
    let Some(start) = request.start else { return String::new() };
    format!("{} {}", dates::day_short(cx.texts, start.date()), start.clock())
}

/// `Tue 18 Nov 10:00–11:30 · Room A`
#[must_use]
pub fn place(cx: &ViewContext<'_>, at: &Placement) -> String {
    let rooms = at.rooms.iter().filter_map(|&id| cx.plan.rooms().get(id)).map(|room| cx.title(&room.title));
    let when = dates::span_text(cx.texts, at.span());
    std::iter::once(when.as_str()).chain(rooms).collect::<Vec<_>>().join(" · ")
}

/// The session that was made of it.
#[must_use]
pub fn session<'a>(cx: &ViewContext<'a>, request: &RoomRequest) -> Option<&'a Session> {
    request.session.and_then(|id| cx.plan.sessions().get(id)).map(|session| &**session)
}

/// The sign and the colour of an answer.
#[must_use]
pub fn answer_sign(cx: &ViewContext<'_>, answer: RequestAnswer) -> (&'static str, Color32) {
    match answer {
        RequestAnswer::Waiting => (icons::INBOX, cx.theme.accent),
        RequestAnswer::Accepted => (icons::CHECK, cx.theme.ok),
        RequestAnswer::Declined => (icons::X, cx.theme.text_2),
        RequestAnswer::Withdrawn => (icons::UNDO, cx.theme.text_2),
    }
}

/// Why there is no place.
#[must_use]
pub fn no_place(cx: &ViewContext<'_>, why: NoPlace) -> String {
    match why {
        NoPlace::NoRoom => cx.text("requests-no-room").to_owned(),
        NoPlace::Seats(most) => cx.texts.text_with("requests-no-seats", &[("seats", Value::from(most))]),
        NoPlace::TooLong => cx.text("requests-too-long").to_owned(),
        NoPlace::Over => cx.text("requests-over").to_owned(),
        NoPlace::Full => cx.text("requests-full").to_owned(),
    }
}

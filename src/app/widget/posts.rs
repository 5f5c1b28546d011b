//! How posts are shown: what they are called, how far they have come, and by when.

use egui::Color32;

use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::model::{BodyId, Designation, Post};
use crate::texts::{Value, dates, names};

/// What a post is called: `Vice-chair`.
#[must_use]
pub fn post_name(cx: &ViewContext<'_>, post: &Post) -> String {
    cx.text(names::office(post.role)).to_owned()
}

/// For whom it is kept: `CITEL`, `French`; empty where for nobody.
#[must_use]
pub fn seat_name(cx: &ViewContext<'_>, post: &Post) -> String {
    let kept_for = post.kept_for.map(|id| body_name(cx, id));
    let language = post.language.map(|language| cx.text(names::language(language)).to_owned());
    kept_for.into_iter().chain(language).collect::<Vec<_>>().join(" · ")
}

/// A body by its short name.
#[must_use]
pub fn body_name(cx: &ViewContext<'_>, id: BodyId) -> String {
    let body = cx.plan.bodies().get(id);
    body.map_or_else(|| id.to_string(), |body| cx.short_name(&body.code, &body.title).to_owned())
}

/// How far a post has come: `to be designated, late`.
#[must_use]
pub fn state_text(cx: &ViewContext<'_>, post: &Post) -> String {
    let state = cx.text(names::designation(post.designation));
    if late_days(cx, post).is_some() {
        return cx.texts.text_with("post-state-late", &[("state", Value::from(state))]);
    }
    state.to_owned()
}

/// By how many days it is late today.
#[must_use]
pub fn late_days(cx: &ViewContext<'_>, post: &Post) -> Option<i64> {
    post.late_days(cx.today()?)
}

/// By when it is to be settled, seen from today: `by 27 June, 9 days left`; empty where nothing is said.
#[must_use]
pub fn due_text(cx: &ViewContext<'_>, post: &Post) -> String {
    let Some(due) = post.due else { return String::new() };
    let day = dates::dates_short(cx.texts, due, due);
    let is_settled = post.designation == Designation::Confirmed && !post.is_open();
    let Some(today) = cx.today().filter(|_| !is_settled) else {
        return cx.texts.text_with("post-by", &[("day", Value::from(&day))]);
    };
    let left = due.signed_duration_since(today).num_days();
    let (id, count) = if left < 0 { ("post-late", -left) } else { ("post-left", left) };
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    cx.texts.text_with(id, &[("day", Value::from(&day)), ("count", Value::from(count))])
}

/// The sign and the colour of a state.
#[must_use]
pub fn designation_sign(cx: &ViewContext<'_>, state: Designation) -> (&'static str, Color32) {
    let theme = cx.theme;
    match state {
        Designation::ToBeDesignated => (icons::CIRCLE_DASHED, theme.warning),
        Designation::Asked => (icons::SEND, theme.hint),
        Designation::NameReceived => (icons::INBOX, theme.accent),
        Designation::Confirmed => (icons::CIRCLE_CHECK, theme.ok),
    }
}

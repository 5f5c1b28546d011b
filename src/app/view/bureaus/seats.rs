//! The seats that a board has a card for: organizations, regions, or languages.

use crate::app::context::ViewContext;
use crate::app::widget::posts::body_name;
use crate::model::{Body, BodyId, BodyKind, Language, OfficeRole, Post, PostId, bureaus};
use crate::texts::names;

/// For whom a vice-chair is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seat {
    /// A region or a regional organization.
    Body(BodyId),
    /// A language, in a committee that edits texts.
    Language(Language),
    /// Nobody: it is the post itself, such as that of the secretary.
    Post(PostId),
}

impl Seat {
    /// Whether a post is kept for it.
    #[must_use]
    pub fn is_of(self, post: &Post) -> bool {
        match self {
            Self::Body(id) => post.kept_for == Some(id),
            Self::Language(language) => post.language == Some(language),
            Self::Post(id) => post.id == id,
        }
    }

    /// What it is called: a short name and the full one.
    #[must_use]
    pub fn names(self, cx: &ViewContext<'_>) -> (String, String) {
        match self {
            Self::Body(id) => {
                let title = cx.plan.bodies().get(id).map(|body| cx.title(&body.title).to_owned()).unwrap_or_default();
                (body_name(cx, id), title)
            }
            Self::Language(language) => (cx.text(names::language(language)).to_owned(), String::new()),
            Self::Post(id) => {
                let post = cx.plan.posts().get(id);
                (post.map(|post| cx.text(names::office(post.role)).to_owned()).unwrap_or_default(), String::new())
            }
        }
    }
}

/// A post of a role, kept for a seat.
#[must_use]
pub fn post(id: PostId, body: BodyId, role: OfficeRole, seat: Option<Seat>) -> Post {
    let mut post = Post::new(id, body, role);
    match seat {
        Some(Seat::Body(id)) => post.kept_for = Some(id),
        Some(Seat::Language(language)) => post.language = Some(language),
        Some(Seat::Post(_)) | None => {}
    }
    post
}

/// The seats of a body: organizations for the bureau of the interregional meetings (§4.25), languages for a committee that
/// edits texts, regions for any other; and those for which it has posts, the secretary among them.
#[must_use]
pub fn seats(cx: &ViewContext<'_>, body: BodyId) -> Vec<Seat> {
    let all = |kind: BodyKind| {
        let bodies = cx.plan.bodies().iter().filter(move |body| body.kind == kind);
        bodies.map(|body| Seat::Body(body.id)).collect::<Vec<_>>()
    };
    let kind = cx.plan.bodies().get(body).map(|body: &std::sync::Arc<Body>| body.kind);
    let organizations = all(BodyKind::RegionalOrganization);
    let mut seats = match kind {
        Some(BodyKind::EditorialCommittee) => Language::ALL.map(Seat::Language).to_vec(),
        _ if bureaus::of_interregional(cx.plan) == Some(body) && !organizations.is_empty() => organizations,
        _ => all(BodyKind::Region),
    };
    for post in bureaus::posts_of(cx.plan, body) {
        let kept = post.kept_for.map(Seat::Body).or(post.language.map(Seat::Language));
        let seat = match post.role {
            OfficeRole::ViceChair => kept.unwrap_or(Seat::Post(post.id)),
            OfficeRole::Secretary => Seat::Post(post.id),
            OfficeRole::Chair | OfficeRole::Spokesperson => continue,
        };
        let is_shown = post.role == OfficeRole::ViceChair && seats.iter().any(|seat| seat.is_of(post));
        if !is_shown {
            seats.push(seat);
        }
    }
    seats
}

/// The posts that a board has a card for and a body has not.
#[must_use]
pub fn missing(cx: &ViewContext<'_>, body: BodyId) -> Vec<(OfficeRole, Option<Seat>)> {
    let posts = bureaus::posts_of(cx.plan, body);
    let has = |role, seat: Option<Seat>| {
        posts.iter().any(|post| post.role == role && seat.is_none_or(|seat| seat.is_of(post)))
    };
    let chair = (!has(OfficeRole::Chair, None)).then_some((OfficeRole::Chair, None));
    let kept = seats(cx, body).into_iter().filter(|seat| !matches!(seat, Seat::Post(_)));
    let vice_chairs = kept.map(|seat| (OfficeRole::ViceChair, Some(seat)));
    chair.into_iter().chain(vice_chairs.filter(|&(role, seat)| !has(role, seat))).collect()
}

//! Walking from session to session by arrows: along time, and from lane to lane, also where that is out of sight.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::app::context::ViewContext;
use crate::model::{Session, SessionId, Span};

/// An arrow on the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the arrow of that name")]
pub enum Arrow {
    Left,
    Right,
    Up,
    Down,
}

/// In which lanes a session stands, by their places from the first to the last; nothing where it does not show.
pub type LanesOf<'a> = &'a dyn Fn(&Session) -> Vec<usize>;

/// The sessions of a day that the filter lets through and `shows`, in order of time.
fn on_day<'a>(cx: &ViewContext<'a>, date: NaiveDate, shows: impl Fn(&Session) -> bool) -> Vec<(Span, &'a Session)> {
    let ids: &'a BTreeSet<SessionId> = cx.index().sessions_on(date);
    let sessions =
        ids.iter().filter(|&&id| cx.is_let_through(id)).filter_map(|&id| cx.plan.sessions().get(id).map(|row| &**row));
    // One that goes over midnight counts where it begins.
    let spans =
        sessions.filter_map(|session| Some((session.span().filter(|span| span.start.date() == date)?, session)));
    let mut found: Vec<_> = spans.filter(|(_, session)| shows(session)).collect();
    found.sort_by_key(|(span, session)| (span.start, session.id));
    found
}

/// The first session of a day.
#[must_use]
pub fn first_on(cx: &ViewContext<'_>, date: NaiveDate, shows: impl Fn(&Session) -> bool) -> Option<SessionId> {
    on_day(cx, date, shows).first().map(|(_, session)| session.id)
}

/// The next session before or after one, of those that `shows`; also on another day.
#[must_use]
pub fn along(cx: &ViewContext<'_>, from: &Session, later: bool, shows: impl Fn(&Session) -> bool) -> Option<SessionId> {
    let own = (from.span()?.start, from.id);
    let days = cx.index().days();
    let date = own.0.date();
    let key = |&(span, session): &(Span, &Session)| (span.start, session.id);
    if later {
        let mut near = days.range(date..).map(|(&day, _)| on_day(cx, day, &shows));
        near.find_map(|day| day.into_iter().find(|entry| key(entry) > own)).map(|(_, session)| session.id)
    } else {
        let mut near = days.range(..=date).rev().map(|(&day, _)| on_day(cx, day, &shows));
        near.find_map(|day| day.into_iter().rfind(|entry| key(entry) < own)).map(|(_, session)| session.id)
    }
}

/// The session nearest in time in the next lane that has one on the same day.
#[must_use]
pub fn across(cx: &ViewContext<'_>, from: &Session, forth: bool, lanes: LanesOf<'_>) -> Option<SessionId> {
    let span = from.span()?;
    let own = lanes(from);
    let edge = if forth { own.iter().max() } else { own.iter().min() }?;
    let mut best: Option<(usize, i32, i32, SessionId)> = None;
    for (other, session) in on_day(cx, span.start.date(), |session| session.id != from.id) {
        let beyond = lanes(session).into_iter().filter(|lane| if forth { lane > edge } else { lane < edge });
        let Some(far) = beyond.map(|lane| lane.abs_diff(*edge)).min() else { continue };
        // One at the same time comes first, then the nearest one.
        let apart = (other.start.mins_since(span.end).max(span.start.mins_since(other.end)) + 1).max(0);
        let candidate = (far, apart, other.start.mins_since(span.start).abs(), session.id);
        if best.is_none_or(|best| candidate < best) {
            best = Some(candidate);
        }
    }
    best.map(|(.., id)| id)
}

/// On the nearest day before or after that has one: the session that begins at the nearest hour.
#[must_use]
pub fn on_day_beside(
    cx: &ViewContext<'_>,
    from: &Session,
    later: bool,
    shows: impl Fn(&Session) -> bool,
) -> Option<SessionId> {
    let start = from.span()?.start;
    let nearest = |date: NaiveDate| {
        let hour = start.minute_of_day();
        let apart = |span: Span| (span.start.minute_of_day() - hour).abs();
        on_day(cx, date, &shows).into_iter().min_by_key(|&(span, session)| (apart(span), session.id))
    };
    let days = cx.index().days();
    let found = if later {
        days.range(start.date().succ_opt()?..).find_map(|(&day, _)| nearest(day))
    } else {
        days.range(..start.date()).rev().find_map(|(&day, _)| nearest(day))
    };
    found.map(|(_, session)| session.id)
}

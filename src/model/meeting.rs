//! Counting meetings: the second of the plenary, the third of a committee. Whoever shows, keeps or fixes a number asks here,
//! so that it is one number everywhere.

use std::collections::BTreeSet;

use super::{BodyId, EventId, Session, SessionId, SessionKind, Status};

/// The meetings that are counted together: those of a body in an event.
pub type Series = (BodyId, EventId);

/// The meetings among which a session is counted; `None` where it is none, waits, or will not take place.
#[must_use]
pub fn series(session: &Session) -> Option<Series> {
    let meets = matches!(
        session.kind,
        SessionKind::Plenary
            | SessionKind::HeadsOfDelegation
            | SessionKind::Committee
            | SessionKind::WorkingGroup
            | SessionKind::AdHoc
            | SessionKind::Drafting
    );
    match session.bodies.as_slice() {
        &[body] if meets && session.placement.is_some() && session.status != Status::Cancelled => {
            Some((body, session.event))
        }
        _ => None,
    }
}

/// The sessions of one series with their numbers, in the order of time. The first is 1; a number that is fixed
/// ([`Session::number`]) is given to no other one, and those after it are counted on from there.
#[must_use]
pub fn numbered<'a>(sessions: impl IntoIterator<Item = &'a Session>) -> Vec<(SessionId, u16)> {
    let mut sessions: Vec<&Session> = sessions.into_iter().collect();
    sessions.sort_unstable_by_key(|session| (session.span().map(|span| span.start), session.id));
    let fixed: BTreeSet<u16> = sessions.iter().filter_map(|session| session.number).collect();
    let mut next = 1_u16;
    let number = |session: &Session| {
        while session.number.is_none() && fixed.contains(&next) {
            next = next.saturating_add(1);
        }
        let number = session.number.unwrap_or(next);
        next = next.max(number.saturating_add(1));
        (session.id, number)
    };
    sessions.into_iter().map(number).collect()
}

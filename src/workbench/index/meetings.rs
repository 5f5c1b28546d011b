//! Which meeting of its body a session is: the second of the plenary, the last of a committee. Derived from body and
//! order, and not stored; only a number that is fixed stands with its session.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::model::{BodyId, EventId, Patch, Plan, Session, SessionId, SessionKind, Status};

/// Which meeting a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The body that meets.
    pub body: BodyId,
    /// Its number among the meetings of the body in the event; the first is 1.
    pub number: u16,
    /// Whether no other one comes after it.
    pub is_last: bool,
}

/// The meetings of all bodies. A patch costs as much as the bodies that it concerns have sessions.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Meetings(FxHashMap<SessionId, Meeting>);

/// The meetings that are counted together.
type Series = (BodyId, EventId);

impl Meetings {
    pub fn new(plan: &Plan) -> Self {
        let mut all: BTreeMap<Series, Vec<&Session>> = BTreeMap::new();
        for session in plan.sessions().iter() {
            if let Some(series) = series(session) {
                all.entry(series).or_default().push(session);
            }
        }
        let mut meetings = Self::default();
        for (series, sessions) in all {
            meetings.count(series, sessions);
        }
        meetings
    }

    /// Follows a patch that has been applied: `plan` is the plan after it, `sessions_of` knows the sessions of a body.
    pub fn follow<'a>(&mut self, plan: &Plan, patch: &Patch, sessions_of: impl Fn(BodyId) -> &'a BTreeSet<SessionId>) {
        let mut touched = BTreeSet::new();
        for (id, change) in patch.changes::<Session>() {
            let counted = |session: &Session| series(session).map(|of| (of, start(session), session.number));
            if !change.differs(counted) {
                continue;
            }
            self.0.remove(&id);
            touched.extend([&change.before, &change.after].into_iter().flatten().filter_map(|row| series(row)));
        }
        for of in touched {
            let rows = sessions_of(of.0).iter().filter_map(|&id| plan.sessions().get(id)).map(|session| &**session);
            self.count(of, rows.filter(|session| series(session) == Some(of)).collect());
        }
    }

    pub fn of(&self, session: SessionId) -> Option<Meeting> {
        self.0.get(&session).copied()
    }

    /// Counts in order of time; a number that is fixed is given to no other one.
    fn count(&mut self, (body, _): Series, mut sessions: Vec<&Session>) {
        sessions.sort_unstable_by_key(|session| (start(session), session.id));
        let fixed: BTreeSet<u16> = sessions.iter().filter_map(|session| session.number).collect();
        let last = sessions.last().map(|session| session.id);
        let mut next = 1_u16;
        for session in sessions {
            while session.number.is_none() && fixed.contains(&next) {
                next = next.saturating_add(1);
            }
            let number = session.number.unwrap_or(next);
            next = next.max(number.saturating_add(1));
            self.0.insert(session.id, Meeting { body, number, is_last: last == Some(session.id) });
        }
    }
}

fn start(session: &Session) -> Option<i32> {
    session.span().map(|span| span.start.minutes())
}

/// The meetings among which a session is counted; `None` where it is none, waits, or will not take place.
fn series(session: &Session) -> Option<Series> {
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

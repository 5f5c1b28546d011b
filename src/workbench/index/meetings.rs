//! Which meeting of its body a session is: the second of the plenary, the last of a committee. Derived from body and
//! order, and not stored; only a number that is fixed stands with its session. How they are counted is said in
//! [`model::meeting`](crate::model::meeting).

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::model::meeting::{Series, numbered, series};
use crate::model::{BodyId, Patch, Plan, Session, SessionId};

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

    fn count(&mut self, (body, _): Series, sessions: Vec<&Session>) {
        let numbered = numbered(sessions);
        let last = numbered.last().map(|&(id, _)| id);
        for (id, number) in numbered {
            self.0.insert(id, Meeting { body, number, is_last: last == Some(id) });
        }
    }
}

fn start(session: &Session) -> Option<i32> {
    session.span().map(|span| span.start.minutes())
}

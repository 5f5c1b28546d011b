//! Which meeting of its body a session is: the second of the plenary, the last of a committee. Derived from body and
//! order, and not stored; only a number that is fixed stands with its session. How they are counted is said in
//! [`meeting`](super::meeting).

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::meeting::{Series, numbered, series};
use super::{BodyId, Language, LocalText, Patch, Plan, Session, SessionId};

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

impl Meeting {
    /// Its short code, such as `PL-2`; `None` where its body has no code.
    #[must_use]
    pub fn code(&self, plan: &Plan, language: Language) -> Option<String> {
        let code = plan.bodies().get(self.body)?.code.get(language);
        (!code.is_empty()).then(|| self.coded(code))
    }

    /// Its short code in every language in which its body has one.
    #[must_use]
    pub fn codes(&self, plan: &Plan) -> Vec<String> {
        let codes = plan.bodies().get(self.body).map(|body| &body.code).into_iter().flat_map(LocalText::iter);
        codes.map(|(_, code)| self.coded(code)).collect()
    }

    /// The code of its body with its number: `PL-2`.
    #[must_use]
    pub fn coded(&self, code: &str) -> String {
        format!("{code}-{}", self.number)
    }
}

/// The meetings of all bodies. A patch costs as much as the bodies that it concerns have sessions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meetings(FxHashMap<SessionId, Meeting>);

impl Meetings {
    /// Looks at every session once.
    #[must_use]
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
        for (id, _) in recounted(patch) {
            self.0.remove(&id);
        }
        let touched: BTreeSet<Series> = recounted(patch).flat_map(|(_, series)| series).collect();
        for of in touched {
            let rows = sessions_of(of.0).iter().filter_map(|&id| plan.sessions().get(id)).map(|session| &**session);
            self.count(of, rows.filter(|session| series(session) == Some(of)).collect());
        }
    }

    /// The bodies whose meetings a patch counts anew: any of them may have another number, or be the last one now.
    pub fn touched(patch: &Patch) -> impl Iterator<Item = BodyId> {
        recounted(patch).flat_map(|(_, series)| series).map(|(body, _)| body)
    }

    /// Which meeting a session is; `None` where it is none.
    #[must_use]
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

/// The sessions that count otherwise after a patch, with the meetings that they are among before it and after it.
fn recounted(patch: &Patch) -> impl Iterator<Item = (SessionId, impl Iterator<Item = Series>)> {
    let counted = |session: &Session| series(session).map(|of| (of, start(session), session.number));
    let changed = patch.changes::<Session>().filter(move |(_, change)| change.differs(counted));
    changed.map(|(id, change)| {
        let rows = [&change.before, &change.after].into_iter().flatten();
        (id, rows.filter_map(|row| series(row)))
    })
}

fn start(session: &Session) -> Option<i32> {
    session.span().map(|span| span.start.minutes())
}

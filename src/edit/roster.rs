//! Who interprets what: sessions are given to a team or taken from it, and the roster is filled.

use crate::model::roster::{Limits, Roster};
use crate::model::{EventId, LocalText, Patch, Plan, Session, SessionId, TeamId};

use super::refusal::Refusal;

mod filling;

pub use filling::{Filled, filled};

/// Something that is done to the roster of teams.
#[derive(Clone, Debug, PartialEq)]
pub enum OnRoster {
    /// Gives sessions to a team.
    Give(Handing),
    /// Gives a team, within the limits, to every session of an event that needs one and has none; whoever has one keeps it.
    Fill(EventId, Limits),
}

/// Sessions change hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handing {
    /// Which sessions.
    pub sessions: Vec<SessionId>,
    /// The team whose place among the teams of each is taken; with `None`, nobody's.
    pub from: Option<TeamId>,
    /// The team that takes them; with `None`, nobody does.
    pub to: Option<TeamId>,
}

/// What a step did to the roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the description")]
pub enum RosterDeed {
    Give,
    TakeAway,
    Fill,
}

impl RosterDeed {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Give, Self::TakeAway, Self::Fill];
}

impl OnRoster {
    /// What it does.
    #[must_use]
    pub fn deed(&self) -> RosterDeed {
        match self {
            Self::Give(Handing { to: Some(_), .. }) => RosterDeed::Give,
            Self::Give(_) => RosterDeed::TakeAway,
            Self::Fill(..) => RosterDeed::Fill,
        }
    }

    /// To what, where that is one thing, and to how many.
    pub(super) fn object(&self, plan: &Plan) -> (LocalText, usize) {
        match self {
            Self::Give(Handing { sessions, .. }) => match sessions.as_slice() {
                [only] => (plan.sessions().get(*only).map(|row| row.title.clone()).unwrap_or_default(), 1),
                all => (LocalText::default(), all.len()),
            },
            Self::Fill(event, _) => (plan.events().get(*event).map(|row| row.title.clone()).unwrap_or_default(), 1),
        }
    }
}

/// The patch that does it.
pub(super) fn resolve(plan: &Plan, what: &OnRoster) -> Result<Patch, Refusal> {
    let mut patch = Patch::default();
    match what {
        OnRoster::Give(handing) => {
            if let Some(team) = handing.to.filter(|&team| !plan.teams().contains(team)) {
                return Err(Refusal::Missing(team.into()));
            }
            for &id in &handing.sessions {
                let session = plan.sessions().get(id).ok_or(Refusal::Missing(id.into()))?;
                let teams = handed(&session.teams, handing.from, handing.to);
                patch.put(plan, Session { teams, ..Session::clone(session) });
            }
        }
        OnRoster::Fill(event, limits) => {
            plan.events().get(*event).ok_or(Refusal::Missing((*event).into()))?;
            for (id, team) in filled(&Roster::of(plan, *event, *limits)).given {
                if let Some(session) = plan.sessions().get(id) {
                    patch.put(plan, Session { teams: vec![team], ..Session::clone(session) });
                }
            }
        }
    }
    Ok(patch)
}

/// The teams of a session after it has changed hands; each stands there once.
fn handed(teams: &[TeamId], from: Option<TeamId>, to: Option<TeamId>) -> Vec<TeamId> {
    let place = teams.iter().position(|&team| Some(team) == from);
    let mut after: Vec<TeamId> = teams.iter().copied().filter(|&team| Some(team) != from && Some(team) != to).collect();
    if let Some(to) = to {
        let at = place.unwrap_or(after.len()).min(after.len());
        after.insert(at, to);
    }
    after
}

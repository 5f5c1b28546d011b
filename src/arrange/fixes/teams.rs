//! Ways out of what is said about teams: another team that is there and free, or one more team.

use std::sync::atomic::Ordering;

use crate::model::{Patch, RowId, Session, SessionId, Team, TeamId};

use super::{Fix, Remedy, Sought, clears};
use crate::model::roster;

/// What a finding must be about to have such ways out.
const RULES: [&str; 7] =
    ["team-missing", "team-at-once", "team-away", "team-languages", "team-rest", "team-day", "team-week"];

impl Sought<'_> {
    /// Each of the first sessions of a finding given to another team, and the first one to a new team.
    pub(super) fn other_teams(&mut self) -> Vec<Fix> {
        let mut fixes = Vec::new();
        if !RULES.contains(&self.finding.rule) || self.plan.teams().is_empty() {
            return fixes;
        }
        let from = self.finding.rows().find_map(|row| if let RowId::Team(id) = row { Some(id) } else { None });
        for &id in self.finding.sessions.iter().take(6) {
            fixes.extend(self.other_team((id, from)));
        }
        let first = self.finding.sessions.last();
        fixes.extend(first.and_then(|&id| self.new_team((id, from))));
        fixes
    }

    fn other_team(&mut self, (id, from): (SessionId, Option<TeamId>)) -> Option<Fix> {
        let session = self.plan.sessions().get(id)?;
        let day = session.span()?.start.date();
        let teams = roster::teams(self.plan);
        let others = teams.iter().filter(|team| team.is_there(day) && !session.teams.contains(&team.id));
        let mut tried: Vec<Fix> = Vec::new();
        for team in others {
            let mut patch = Patch::default();
            patch.put(self.plan, given(session, from, team.id));
            tried.extend(self.given_fix((id, Remedy::Team(team.id)), patch));
            // One that causes nothing needs no other beside it.
            if tried.last().is_some_and(|fix| fix.caused.is_empty()) {
                return tried.pop();
            }
        }
        tried.into_iter().next()
    }

    fn new_team(&mut self, (id, from): (SessionId, Option<TeamId>)) -> Option<Fix> {
        let session = self.plan.sessions().get(id)?;
        let day = session.span()?.start.date();
        let team = Team::following(self.plan, Some(day));
        let mut patch = Patch::default();
        patch.put(self.plan, given(session, from, team.id));
        let remedy = Remedy::NewTeam(team.title.clone(), day);
        patch.put(self.plan, team);
        self.given_fix((id, remedy), patch)
    }

    fn given_fix(&mut self, (id, remedy): (SessionId, Remedy), patch: Patch) -> Option<Fix> {
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        let caused = clears(&self.checker.what_if(self.plan, &patch), self.finding)?;
        Some(Fix { remedy, session: Some(id), patch, moves: Vec::new(), caused })
    }
}

/// The session with one team in the place of another one, or of none.
fn given(session: &Session, from: Option<TeamId>, to: TeamId) -> Session {
    let mut teams = session.teams.clone();
    match teams.iter_mut().find(|team| Some(**team) == from) {
        Some(place) => *place = to,
        None => teams.push(to),
    }
    Session { teams, ..session.clone() }
}

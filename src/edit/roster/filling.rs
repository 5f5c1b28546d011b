//! Teams for all sittings without one: the team with the least in that week takes it; where no team can, one that was given
//! something here passes that on to another.

use chrono::NaiveDate;

use crate::model::roster::{Load, Roster, Served};
use crate::model::{SessionId, TeamId};

/// What filling comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// Which session gets which team.
    pub given: Vec<(SessionId, TeamId)>,
    /// The sessions that no team can take within the limits.
    pub left: Vec<SessionId>,
}

/// How often something is passed on at most to make room for one sitting: many at once must not take long.
const TRIES: usize = 300;
/// How many sittings are passed on at most, one because of the other.
const DEPTH: usize = 3;

/// Gives every sitting without a team to one, within the limits; what has a team keeps it.
#[must_use]
pub fn filled(roster: &Roster) -> Filled {
    let units: Vec<Vec<usize>> = roster.gaps().map(|sitting| sitting.meetings.clone()).collect();
    let mut filling = Filling {
        roster,
        served: (0..roster.teams.len()).map(|team| roster.served(team)).collect(),
        placed: Vec::new(),
        tries: 0,
    };
    let mut left = Vec::new();
    for unit in units {
        if filling.seek(&unit) {
            continue;
        }
        // What no team can take as a whole, several may.
        for &meeting in &unit {
            if unit.len() == 1 || !filling.seek(&[meeting]) {
                left.push(roster.meetings[meeting].session);
            }
        }
    }
    let of_unit = |(unit, team): &(Vec<usize>, usize)| {
        let team = roster.teams[*team].id;
        unit.iter().map(|&at| (roster.meetings[at].session, team)).collect::<Vec<_>>()
    };
    let mut given: Vec<_> = filling.placed.iter().flat_map(of_unit).collect();
    given.sort_unstable();
    Filled { given, left }
}

struct Filling<'a> {
    roster: &'a Roster,
    /// What each team serves by now.
    served: Vec<Vec<Served<usize>>>,
    /// What was given here, and to which team.
    placed: Vec<(Vec<usize>, usize)>,
    tries: usize,
}

impl Filling<'_> {
    /// Gives some meetings to a team, after a search that ends; whether one can take them.
    fn seek(&mut self, unit: &[usize]) -> bool {
        self.tries = TRIES;
        self.place(unit, DEPTH)
    }

    /// The same, where so many may still be passed on.
    fn place(&mut self, unit: &[usize], depth: usize) -> bool {
        let all = 0..self.roster.teams.len();
        let fitting = all.clone().filter_map(|team| Some((self.fits(team, unit)?, team))).collect::<Vec<_>>();
        let total = |team: usize| self.served[team].iter().map(|one| one.to - one.from).sum::<i32>();
        if let Some((_, team)) = fitting.into_iter().min_by_key(|&(load, team)| (load.sittings, total(team), team)) {
            self.give(unit, team);
            return true;
        }
        depth > 0 && all.into_iter().any(|team| self.make_room(unit, team, depth))
    }

    /// Lets a team pass on one thing that it was given here, so that it can take these meetings.
    fn make_room(&mut self, unit: &[usize], team: usize, depth: usize) -> bool {
        let day = self.day(unit);
        let near = |other: &[usize]| (self.day(other) - day).num_days().abs() < 7;
        let others: Vec<Vec<usize>> = self
            .placed
            .iter()
            .filter(|(other, by)| *by == team && near(other))
            .map(|(other, _)| other.clone())
            .collect();
        for other in others {
            let Some(tries) = self.tries.checked_sub(1) else { return false };
            self.tries = tries;
            self.take(&other);
            if self.fits(team, unit).is_some() {
                self.give(unit, team);
                if self.place(&other, depth - 1) {
                    return true;
                }
                self.take(unit);
            }
            self.give(&other, team);
        }
        false
    }

    fn fits(&self, team: usize, unit: &[usize]) -> Option<Load> {
        self.roster.fits_beside(team, self.served[team].clone(), unit).ok()
    }

    fn give(&mut self, unit: &[usize], team: usize) {
        self.served[team].extend(unit.iter().map(|&at| self.roster.whole(at)));
        self.served[team].sort_by_key(|one| (one.from, one.to, one.what));
        self.placed.push((unit.to_vec(), team));
    }

    fn take(&mut self, unit: &[usize]) {
        if let Some(at) = self.placed.iter().position(|(one, _)| one == unit) {
            let (_, team) = self.placed.remove(at);
            self.served[team].retain(|one| !unit.contains(&one.what));
        }
    }

    fn day(&self, unit: &[usize]) -> NaiveDate {
        unit.first().map(|&at| self.roster.meetings[at].span.start.date()).unwrap_or_default()
    }
}

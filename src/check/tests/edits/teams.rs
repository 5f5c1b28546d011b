//! Teams in plans that nobody thought of.

use proptest::prelude::*;

use super::{Roll, one};
use crate::check::tests::{Draft, day, filled, id, languages, with};
use crate::model::{Id, LanguageSet, LocalText, Patch, Plan, Session, Team};

/// The plan as it is, or with two teams.
pub fn some_teams(plan: Plan) -> impl Strategy<Value = Plan> {
    any::<bool>().prop_map(move |known| {
        let team = |name| Team::new(id(name), LocalText::default());
        if known { with(with(plan.clone(), team("A")), team("B")) } else { plan.clone() }
    })
}

/// The plan with these sessions, without teams that it does not know.
pub fn filled_known(plan: Plan, sessions: impl IntoIterator<Item = Session>) -> Plan {
    let known: Vec<Id<Team>> = plan.teams().ids().collect();
    let sessions = sessions.into_iter().map(|mut session| {
        session.teams.retain(|team| known.contains(team));
        Draft(session)
    });
    filled(plan, sessions)
}

/// A team that is new, changes or goes.
pub fn other_team(plan: &Plan, Roll { pick, what, value }: Roll, patch: &mut Patch) {
    let name: Id<Team> = id(one(&["A", "B", "C"], pick));
    let mut row = plan.teams().get(name).map_or(Team::new(name, LocalText::default()), |row| (**row).clone());
    match what {
        // No session names it; in a plan without others it is the first and the last.
        0 | 1 if name == id("C") => return patch.remove(plan, name),
        2 | 3 => row.from = one(&[None, Some(day("2025-11-20")), Some(day("2025-10-25"))], value),
        4 => row.until = one(&[None, Some(day("2025-11-21"))], value),
        5 => row.languages = one(&[LanguageSet::ALL, languages(2)], value),
        6 => row.size = u16::try_from(value).unwrap_or_default(),
        _ => {}
    }
    row.until = row.until.filter(|until| row.from.is_none_or(|from| from <= *until));
    patch.put(plan, row);
}

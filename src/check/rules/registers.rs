//! Rows of the registers that say two things at once, or too little to be of use. Nothing is dropped: the row is named.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Delegate, LanguageSet, Patch, Person, PersonId, Severity, Team, states};

use super::super::facts::Facts;
use super::super::finding::Value;
use super::super::rule::{Case, Judge, Report, Rule, differs, row};

/// Somebody who stands for two Member States: as what they represent says, or as a delegate of another delegation.
pub(super) const STATES: Rule = Rule {
    name: "person-states",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_states, concerns_states),
    obstacles: None,
};

/// A team of interpreters that is not said to interpret between any languages.
pub(super) const LANGUAGES: Rule = Rule {
    name: "team-no-languages",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_languages, concerns_languages),
    obstacles: None,
};

/// What stands between the names of several.
const BETWEEN: [char; 4] = [',', ';', '/', '&'];

fn concerns_states(_: &Facts, patch: &Patch) -> bool {
    fn person(person: Option<&Person>) -> Option<&str> {
        person.map(|person| person.represents.as_str())
    }
    fn delegate(delegate: Option<&Delegate>) -> Option<(Option<PersonId>, &str)> {
        delegate.map(|delegate| (delegate.person, delegate.represents.as_str()))
    }
    differs::<Person>(patch, |before, after| person(before) != person(after))
        || differs::<Delegate>(patch, |before, after| delegate(before) != delegate(after))
}

/// The Member States that a text names, each once; a State whose own name has a comma is one.
fn named(text: &str, states: &mut BTreeSet<&'static str>) {
    if let Some(state) = states::named(text) {
        states.insert(state.code);
    } else {
        states.extend(text.split(BETWEEN).filter_map(states::named).map(|state| state.code));
    }
}

fn judge_states(case: &Case<'_>, report: &mut Report<'_>) {
    let mut of: BTreeMap<PersonId, BTreeSet<&'static str>> = BTreeMap::new();
    for (_, delegate) in case.facts.delegates.iter() {
        if let Some(person) = delegate.person {
            named(&delegate.represents, of.entry(person).or_default());
        }
    }
    // Most people represent one, of whom nothing needs to be looked up.
    for (_, person) in case.facts.people.iter() {
        if of.contains_key(&person.id) || person.represents.contains(BETWEEN) {
            named(&person.represents, of.entry(person.id).or_default());
        }
    }
    for (person, states) in of.into_iter().filter(|(_, states)| states.len() > 1) {
        if report.is_full() {
            return;
        }
        let count = Value::Count(i32::try_from(states.len()).unwrap_or(i32::MAX));
        report.add("finding-person-states", Vec::new(), vec![("person", row(person)), ("count", count)]);
    }
}

/// One language is none: a team interprets between two.
fn is_mute(languages: LanguageSet) -> bool {
    languages.len() < 2
}

fn concerns_languages(_: &Facts, patch: &Patch) -> bool {
    let languages = |team: Option<&Team>| team.map(|team| is_mute(team.languages));
    differs::<Team>(patch, |before, after| languages(before) != languages(after))
}

fn judge_languages(case: &Case<'_>, report: &mut Report<'_>) {
    for (_, team) in case.facts.teams.iter().filter(|(_, team)| is_mute(team.languages)) {
        if report.is_full() {
            return;
        }
        report.add("finding-team-no-languages", Vec::new(), vec![("team", row(team.id))]);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{changed, fixture, id, is_quiet_when_off, messages, with};
    use crate::model::{Delegate, Language, LanguageSet, Person, Plan, Team};

    fn of(represents: &str) -> Plan {
        with(fixture(), Person { represents: represents.to_owned(), ..Person::new(id("ana"), "Ana") })
    }

    #[test]
    fn a_person_of_two_states_is_told_of_and_nothing_is_dropped() {
        for (represents, told) in [
            ("Kenya", false),
            ("Kenya / Uganda", true),
            ("Kenya, Republic of Kenya", false),
            ("Trinidad and Tobago", false),
            ("Acme Networks, Kenya", false),
            ("Acme Networks; Beta & Sons", false),
        ] {
            let plan = of(represents);
            assert_eq!(!messages("person-states", &plan).is_empty(), told, "{represents}");
            assert!(plan.people().iter().any(|person| person.represents == represents));
        }
        assert!(is_quiet_when_off("person-states", &of("Kenya; Uganda")));
    }

    #[test]
    fn a_delegate_of_another_state_is_one_of_two() {
        let comes = |plan: Plan, represents: &str| {
            with(plan, Delegate { person: Some(id("ana")), ..Delegate::new(id("d"), represents) })
        };
        assert!(messages("person-states", &comes(of("Kenya"), "KEN")).is_empty());
        assert_eq!(messages("person-states", &comes(of("Kenya"), "Uganda")), ["finding-person-states"]);
        assert!(messages("person-states", &comes(of("Acme Networks"), "Uganda")).is_empty());
    }

    #[test]
    fn a_team_interprets_between_languages() {
        let plan = with(fixture(), Team::new(id("A"), "Team A".into()));
        assert!(messages("team-no-languages", &plan).is_empty());
        for languages in [LanguageSet::EMPTY, [Language::French].into_iter().collect()] {
            let plan = changed(plan.clone(), "A", |team: &mut Team| team.languages = languages);
            assert_eq!(messages("team-no-languages", &plan), ["finding-team-no-languages"]);
            assert!(is_quiet_when_off("team-no-languages", &plan));
        }
    }
}

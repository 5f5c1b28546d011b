//! Who takes part in a conference: Members, and observers who were invited (C25/30-R §2.8, §2.11).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::model::{
    Body, Event, EventKind, Patch, Person, PersonId, Rank, Role, Session, SessionId, Severity, Statement, Status,
    folded, states,
};

use super::super::facts::Facts;
use super::super::rule::{Case, Judge, Report, Rule, differs, row};

/// Whom somebody represents is a Member State, one of the United Nations family, or a body that the plan has: there is no
/// list of Sector Members and of invited observers at hand, so a planner says by a body who else is one.
pub(super) const RULE: Rule = Rule {
    name: "eligibility",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge, concerns),
    obstacles: None,
};

fn concerns(facts: &Facts, patch: &Patch) -> bool {
    let person = |person: Option<&Person>| person.map(|person| (person.rank, person.represents.clone()));
    let body = |body: Option<&Body>| body.map(|body| (body.code.clone(), body.title.clone()));
    let session =
        |session: Option<&Session>| session.map(|session| (session.event, session.status, session.people.clone()));
    let is_any = |one: Option<&Session>| one.is_some_and(|one| !one.people.is_empty() || facts.statements.len() > 0);
    differs::<Person>(patch, |before, after| person(before) != person(after))
        || differs::<Body>(patch, |before, after| body(before) != body(after))
        || differs::<Event>(patch, |before, after| before.map(|event| event.kind) != after.map(|event| event.kind))
        || differs::<Session>(patch, |before, after| {
            (is_any(before) || is_any(after)) && session(before) != session(after)
        })
        || patch.changes::<Statement>().next().is_some()
}

fn judge(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = case.facts;
    let bodies: BTreeSet<String> = facts
        .bodies
        .iter()
        .flat_map(|(_, body)| body.code.iter().chain(body.title.iter()).map(|(_, name)| folded(name.trim())))
        .collect();
    for (person, session) in taking_part(facts) {
        let Some(person) = facts.people.named(person).filter(|person| !is_known(person, &bodies)) else { continue };
        let Some(slot) = facts.sessions.slot(session) else { continue };
        let Some(session) = facts.sessions.get(slot) else { continue };
        report.add("finding-eligibility", vec![slot], vec![("person", row(person.id)), ("event", row(session.event))]);
        if report.is_full() {
            break;
        }
    }
}

/// The first session of a conference in which each person has a part, by their names: when they are is of no matter, so that
/// moving one is not judged. Who is there as a secretary is of the Union.
fn taking_part(facts: &Facts) -> BTreeMap<PersonId, SessionId> {
    let mut first: BTreeMap<PersonId, SessionId> = BTreeMap::new();
    let mut add = |person: PersonId, session: &Session| {
        let is_conference = facts.events.named(session.event).is_some_and(|event| event.kind == EventKind::Conference);
        if is_conference && session.status != Status::Cancelled {
            let known = first.entry(person).or_insert(session.id);
            *known = session.id.min(*known);
        }
    };
    for (_, session) in facts.sessions.iter().filter(|(_, session)| !session.people.is_empty()) {
        let parts = session.people.iter().filter(|part| part.role != Role::Secretary);
        parts.for_each(|part| add(part.person, session));
    }
    for (_, statement) in facts.statements.iter().filter(|(_, statement)| statement.speaks()) {
        if let Some(session) = statement.session.and_then(|session| facts.sessions.named(session)) {
            add(statement.speaker, session);
        }
    }
    first
}

/// Whether a person is known to be of a Member or of an invited observer, or nothing is known of whom they represent.
fn is_known(person: &Person, bodies: &BTreeSet<String>) -> bool {
    static UNION: LazyLock<Vec<String>> = LazyLock::new(|| {
        let lines = include_str!("../../../assets/union-names.txt").lines();
        lines.filter(|line| !line.starts_with('#')).map(folded).collect()
    });
    let represents = folded(person.represents.trim());
    represents.is_empty()
        || person.rank == Rank::UnitedNations
        || states::named(&person.represents).is_some()
        || UNION.contains(&represents)
        || bodies.contains(&represents)
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        NONE, changed, filled, fixture, id, is_quiet_when_off, of_kind, person, reports, session, statement, with,
    };
    use crate::model::{Body, Person, Plan, Rank, Role, SessionKind};

    fn of(represents: &str) -> Plan {
        let plan = changed(fixture(), "HOST", |body: &mut Body| body.title = "ICANN".into());
        let plan = with(plan, person("x", Rank::Other, represents));
        let panel = session("S1").kind(SessionKind::Panel).at("19T09:30", 60).person("x", Role::Panellist);
        filled(plan, [panel, of_kind("S2", SessionKind::Statements, "18T14:30", 60)])
    }

    #[test]
    fn members_and_invited_observers_take_part() {
        for (represents, told) in [
            ("Kenya", false),
            ("Российская Федерация", false),
            ("", false),
            ("icann", false),
            ("ITU", false),
            ("МСЭ", false),
        ] {
            assert_eq!(!reports("eligibility", &of(represents)).is_empty(), told, "{represents}");
        }
        let stranger = of("Acme Networks Ltd");
        assert_eq!(reports("eligibility", &stranger), [["S1"]]);
        assert!(is_quiet_when_off("eligibility", &stranger));
        let united = changed(stranger, "x", |person: &mut Person| person.rank = Rank::UnitedNations);
        assert_eq!(reports("eligibility", &united), NONE, "the United Nations are invited");
    }

    #[test]
    fn each_person_is_told_once_and_only_for_conferences() {
        let speaks = with(of("Acme"), statement("T1", "x", Some("S2"), 180));
        assert_eq!(reports("eligibility", &speaks), [["S1"]], "the first of two");
        let change = |change: fn(&mut crate::model::Session)| changed(of("Acme"), "S1", change);
        assert_eq!(reports("eligibility", &change(|session| session.event = id("IRM"))), NONE);
        assert_eq!(reports("eligibility", &change(|session| session.people[0].role = Role::Secretary)), NONE);
        assert_eq!(
            reports("eligibility", &change(|session| session.placement = None)),
            [["S1"]],
            "also one that waits"
        );
        let off = change(|session| session.status = crate::model::Status::Cancelled);
        assert_eq!(reports("eligibility", &off), NONE);
    }
}

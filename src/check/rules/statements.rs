//! The policy statements (C25/30-R §5): who may speak, for how long, whether all find room, and their texts.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Patch, Person, Rank, Session, SessionId, SessionKind, Severity, Statement, folded, states};

use super::super::facts::Facts;
use super::super::finding::Value;
use super::super::rows::Slot;
use super::super::rule::{Case, Judge, Number, Report, Rule, differs, row};

const fn rule(
    name: &'static str,
    severity: Severity,
    numbers: &'static [Number],
    judge: fn(&Case<'_>, &mut Report<'_>),
) -> Rule {
    Rule { name, severity, numbers, judge: Judge::Plan(judge, concerns), obstacles: None }
}

pub(super) const RANK: Rule = rule("statement-rank", Severity::Error, &[], judge_rank);
pub(super) const LENGTH: Rule =
    rule("statement-length", Severity::Error, &[Number::seconds("statement-secs", 180)], judge_length);
pub(super) const ONE_EACH: Rule = rule("statement-one-each", Severity::Error, &[], judge_one_each);
pub(super) const TEXT: Rule = rule("statement-text", Severity::Warning, &[], judge_text);
pub(super) const SLOT: Rule =
    rule("statement-slot", Severity::Warning, &[Number::seconds("changeover-secs", 30)], judge_slot);

fn concerns(_: &Facts, patch: &Patch) -> bool {
    let session = |session: Option<&Session>| session.map(|session| (session.kind, session.length()));
    let person = |person: Option<&Person>| person.map(|person| (person.rank, person.represents.clone()));
    patch.changes::<Statement>().next().is_some()
        || differs::<Session>(patch, |before, after| session(before) != session(after))
        || differs::<Person>(patch, |before, after| person(before) != person(after))
}

/// The session of a statement, if it has one.
fn session_of(case: &Case<'_>, statement: &Statement) -> Vec<Slot<Session>> {
    statement.session.and_then(|session| case.facts.sessions.slot(session)).into_iter().collect()
}

fn statements<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Statement> {
    case.facts.statements.iter().map(|(_, statement)| &**statement)
}

fn judge_rank(case: &Case<'_>, report: &mut Report<'_>) {
    for statement in statements(case) {
        let Some(speaker) = case.facts.people.named(statement.speaker) else { continue };
        let allowed = matches!(
            speaker.rank,
            Rank::Minister | Rank::DeputyMinister | Rank::AssistantMinister | Rank::CabinetMember
        );
        if !allowed {
            report.add("finding-statement-rank", session_of(case, statement), vec![("person", row(speaker.id))]);
        }
    }
}

fn judge_length(case: &Case<'_>, report: &mut Report<'_>) {
    for statement in statements(case) {
        let secs = i32::try_from(statement.length_secs).unwrap_or(i32::MAX);
        if secs > case.number(0) {
            let values = vec![
                ("person", row(statement.speaker)),
                ("length", Value::Seconds(secs)),
                ("most", Value::Seconds(case.number(0))),
            ];
            report.add("finding-statement-length", session_of(case, statement), values);
        }
    }
}

/// The Member State that `represents` means, so that two of its names are one; what is none of them is as it is written.
fn state(represents: &str) -> String {
    states::named(represents).map_or_else(|| folded(represents.trim()), |state| state.code.to_owned())
}

fn judge_one_each(case: &Case<'_>, report: &mut Report<'_>) {
    let (mut listed, mut first_of) = (BTreeSet::new(), BTreeMap::new());
    for statement in statements(case) {
        let Some(speaker) = case.facts.people.named(statement.speaker) else { continue };
        let person = ("person", row(speaker.id));
        let state = state(&speaker.represents);
        if !listed.insert(speaker.id) {
            report.add("finding-statement-twice", session_of(case, statement), vec![person]);
        } else if state.is_empty() {
            report.unjudged("finding-statement-state", session_of(case, statement), vec![person]);
        } else if let Some(&first) = first_of.get(&state) {
            let values = vec![person, ("other", row(first))];
            report.add("finding-statement-one-each", session_of(case, statement), values);
        } else {
            first_of.insert(state, speaker.id);
        }
    }
}

fn judge_text(case: &Case<'_>, report: &mut Report<'_>) {
    for statement in statements(case).filter(|statement| !statement.text_received) {
        report.add("finding-statement-text", session_of(case, statement), vec![("person", row(statement.speaker))]);
    }
}

fn judge_slot(case: &Case<'_>, report: &mut Report<'_>) {
    let mut needed: BTreeMap<SessionId, (i32, i32)> = BTreeMap::new();
    for statement in statements(case) {
        let Some(session) = statement.session else { continue };
        let (count, secs) = needed.entry(session).or_default();
        *count += 1;
        *secs = secs.saturating_add(i32::try_from(statement.length_secs).unwrap_or(i32::MAX));
        if case.facts.sessions.named(session).is_some_and(|session| session.kind != SessionKind::Statements) {
            let values = vec![("person", row(statement.speaker))];
            report.add("finding-statement-place", session_of(case, statement), values);
        }
    }
    for (session, (count, secs)) in needed {
        let Some(slot) = case.facts.sessions.slot(session) else { continue };
        let Some(row) = case.facts.sessions.get(slot) else { continue };
        let changeovers = case.number(0).saturating_mul(count.saturating_sub(1));
        let (needs, has) = (secs.saturating_add(changeovers), row.length().mins() * 60);
        if needs > has {
            let values = vec![
                ("count", Value::Count(count)),
                ("needs", Value::Seconds(needs)),
                ("has", Value::Seconds(has)),
                ("changeover", Value::Seconds(case.number(0))),
            ];
            report.add("finding-statement-slot", vec![slot], values);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        NONE, committee, findings, is_quiet_when_off, messages, of_kind, person, plan, reports, set, statement, with,
    };
    use crate::model::{Plan, Rank, SessionKind, Severity, Statement};

    fn hour() -> Plan {
        plan([of_kind("S1", SessionKind::Statements, "17T14:30", 60), committee("S2", "COM3").at("18T09:30", 60)])
    }

    #[test]
    fn ministers_speak_and_regulators_do_not() {
        for rank in Rank::ALL {
            let plan = with(with(hour(), person("x", rank, "X")), statement("T1", "x", Some("S1"), 180));
            let allowed =
                matches!(rank, Rank::Minister | Rank::DeputyMinister | Rank::AssistantMinister | Rank::CabinetMember);
            assert_eq!(reports("statement-rank", &plan).is_empty(), allowed, "{rank:?}");
        }
        let waits = with(with(hour(), person("x", Rank::Other, "X")), statement("T1", "x", None, 180));
        assert_eq!(reports("statement-rank", &waits), [[""; 0]], "told also while it waits");
        assert!(is_quiet_when_off("statement-rank", &waits));
    }

    #[test]
    fn three_minutes_each() {
        let of = |secs| with(hour(), statement("T1", "p1", Some("S1"), secs));
        assert_eq!(reports("statement-length", &of(180)), NONE);
        assert_eq!(reports("statement-length", &of(181)), [["S1"]]);
        assert_eq!(reports("statement-length", &of(u32::MAX)), [["S1"]]);
        assert_eq!(
            reports("statement-length", &set(of(181), "statement-length", None, &[("statement-secs", 181)])),
            NONE
        );
    }

    #[test]
    fn one_of_each_member_state() {
        let two = |first: &str, second: &str| {
            let plan = with(with(hour(), person("x", Rank::Minister, first)), person("y", Rank::Minister, second));
            with(with(plan, statement("T1", "x", Some("S1"), 60)), statement("T2", "y", Some("S1"), 60))
        };
        assert_eq!(reports("statement-one-each", &two("Chad", "Niger")), NONE);
        for (first, second) in [("Chad", " chad "), ("Russia", "Russian Federation"), ("Atlantis", "ATLANTIS ")] {
            assert_eq!(messages("statement-one-each", &two(first, second)), ["finding-statement-one-each"], "{first}");
        }
        assert_eq!(messages("statement-one-each", &two("Congo", "DRC")), [""; 0]);
        assert_eq!(messages("statement-one-each", &two("Chad", " ")), ["finding-statement-state"]);
        assert_eq!(findings("statement-one-each", &two("", "Chad"))[0].severity, Severity::Hint, "can not be told");
    }

    #[test]
    fn each_speaker_once() {
        let of = |represents| {
            let plan = with(hour(), person("x", Rank::Minister, represents));
            with(with(plan, statement("T1", "x", Some("S1"), 60)), statement("T2", "x", Some("S2"), 60))
        };
        assert_eq!(messages("statement-one-each", &of("Chad")), ["finding-statement-twice"]);
        assert_eq!(reports("statement-one-each", &of("Chad")), [["S2"]]);
        let unknown = messages("statement-one-each", &of(""));
        assert_eq!(unknown, ["finding-statement-twice", "finding-statement-state"], "whomever they speak for");
        let third = with(with(of("Chad"), person("y", Rank::Minister, "Tchad")), statement("T3", "y", Some("S1"), 60));
        let mut told = messages("statement-one-each", &third);
        told.sort_unstable();
        assert_eq!(told, ["finding-statement-one-each", "finding-statement-twice"]);
    }

    #[test]
    fn texts_come_in() {
        let of = |text_received| with(hour(), Statement { text_received, ..statement("T1", "p1", Some("S1"), 180) });
        assert_eq!(reports("statement-text", &of(true)), NONE);
        assert_eq!(reports("statement-text", &of(false)), [["S1"]]);
        assert!(is_quiet_when_off("statement-text", &of(false)));
    }

    #[test]
    fn all_find_room_with_time_between_them() {
        let of = |mins, second: u32| {
            let plan = plan([of_kind("S1", SessionKind::Statements, "17T14:30", mins)]);
            with(with(plan, statement("T1", "p1", Some("S1"), 165)), statement("T2", "p2", Some("S1"), second))
        };
        assert_eq!(reports("statement-slot", &of(6, 165)), NONE, "2:45 + 0:30 + 2:45");
        assert_eq!(reports("statement-slot", &of(6, 166)), [["S1"]]);
        assert_eq!(reports("statement-slot", &of(5, 165)), [["S1"]]);
        assert_eq!(
            reports("statement-slot", &set(of(6, 166), "statement-slot", None, &[("changeover-secs", 29)])),
            NONE
        );
        assert_eq!(reports("statement-slot", &of(20160, u32::MAX)), [["S1"]], "no overflow");
        let elsewhere = with(hour(), statement("T1", "p1", Some("S2"), 60));
        assert_eq!(messages("statement-slot", &elsewhere), ["finding-statement-place"]);
        assert_eq!(reports("statement-slot", &elsewhere), [["S2"]]);
    }
}

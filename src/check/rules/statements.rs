//! The policy statements (C25/30-R §5): who may speak, for how long, whether all find room, and their texts.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Delivery, OwnRank, Patch, Person, RequestState, Session, SessionId, SessionKind, Severity, Statement, Status,
    TextState, folded, rank, states,
};

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

// §5 says what is proposed («предлагается»), so who speaks, and for how long, is no error.
pub(super) const RANK: Rule = rule("statement-rank", Severity::Warning, &[], judge_rank);
pub(super) const LENGTH: Rule =
    rule("statement-length", Severity::Warning, &[Number::seconds("statement-secs", 180)], judge_length);
pub(super) const ONE_EACH: Rule = rule("statement-one-each", Severity::Error, &[], judge_one_each);
pub(super) const TEXT: Rule = rule("statement-text", Severity::Warning, &[], judge_text);
pub(super) const SLOT: Rule = rule("statement-slot", Severity::Warning, &[], judge_slot);
pub(super) const PRESENT: Rule = rule("statement-present", Severity::Warning, &[], judge_present);
pub(super) const WAITS: Rule = rule("statement-waits", Severity::Warning, &[], judge_waits);
pub(super) const ODD: Rule = rule("statement-odd", Severity::Warning, &[], judge_odd);

fn concerns(facts: &Facts, patch: &Patch) -> bool {
    let is_asked = |session: &&Session| facts.statements.len() > 0 || session.kind == SessionKind::Statements;
    let session = |session: Option<&Session>| {
        session.filter(is_asked).map(|session| {
            (session.kind, session.status, session.length(), session.placement.clone(), session.pause_secs)
        })
    };
    let person = |person: Option<&Person>| person.map(|person| (person.rank, person.represents.clone()));
    patch.changes::<Statement>().next().is_some()
        || patch.changes::<OwnRank>().next().is_some()
        || differs::<Session>(patch, |before, after| session(before) != session(after))
        || differs::<Person>(patch, |before, after| person(before) != person(after))
}

/// The session of a statement, if it has one.
fn session_of(case: &Case<'_>, statement: &Statement) -> Vec<Slot<Session>> {
    statement.session.and_then(|session| case.facts.sessions.slot(session)).into_iter().collect()
}

/// The statements that are to be given.
fn statements<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Statement> {
    case.facts.statements.iter().map(|(_, statement)| &**statement).filter(|statement| statement.speaks())
}

fn judge_rank(case: &Case<'_>, report: &mut Report<'_>) {
    for statement in statements(case) {
        let Some(speaker) = case.facts.people.named(statement.speaker) else { continue };
        let class = rank::class(speaker.rank, statement.minister_absent, |rank| {
            rank::standing(rank, |id| case.facts.ranks.named(id).map(|row| &**row))
        });
        let is_allowed = class.is_some() || !statement.exception_by.trim().is_empty();
        if !is_allowed {
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
    let all = case.facts.statements.iter().map(|(_, statement)| &**statement);
    let has_text = |statement: &&Statement| statement.text != TextState::Missing;
    for statement in all.filter(|row| row.request != RequestState::Withdrawn && !has_text(row)) {
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
        let changeover = i32::try_from(row.pause_secs).unwrap_or(i32::MAX);
        let changeovers = changeover.saturating_mul(count.saturating_sub(1));
        let (needs, has) = (secs.saturating_add(changeovers), row.length().mins() * 60);
        if needs > has {
            let values = vec![
                ("count", Value::Count(count)),
                ("needs", Value::Seconds(needs)),
                ("has", Value::Seconds(has)),
                ("changeover", Value::Seconds(changeover)),
            ];
            report.add("finding-statement-slot", vec![slot], values);
        }
    }
}

/// Who speaks on a day on which they are not there.
fn judge_present(case: &Case<'_>, report: &mut Report<'_>) {
    for statement in statements(case) {
        let session = statement.session.and_then(|session| case.facts.sessions.named(session));
        let Some(day) = session.and_then(|session| session.span()).map(|span| span.start.date()) else { continue };
        if !statement.is_present(day) {
            let values = vec![("person", row(statement.speaker)), ("day", Value::Day(day))];
            report.add("finding-statement-present", session_of(case, statement), values);
        }
    }
}

/// Whose place is in a session that is not held, or who was told of a place and has none.
fn judge_waits(case: &Case<'_>, report: &mut Report<'_>) {
    for statement in statements(case) {
        let session = statement.session.and_then(|session| case.facts.sessions.named(session));
        let values = vec![("person", row(statement.speaker))];
        match session {
            Some(session) if session.status == Status::Cancelled => {
                report.add("finding-statement-cancelled", session_of(case, statement), values);
            }
            Some(session) if session.placement.is_none() => {
                report.add("finding-statement-unplaced", session_of(case, statement), values);
            }
            None if statement.request == RequestState::Confirmed => {
                report.add("finding-statement-waits", Vec::new(), values);
            }
            _ => {}
        }
    }
}

/// What can be written and can not be: no length, a speaker of whom nobody noted since when, two who speak at once, a changeover as long
/// as the session.
fn judge_odd(case: &Case<'_>, report: &mut Report<'_>) {
    let mut speaking: BTreeMap<SessionId, &Statement> = BTreeMap::new();
    for statement in statements(case) {
        let values = vec![("person", row(statement.speaker))];
        if statement.length_secs == 0 {
            report.add("finding-statement-no-length", session_of(case, statement), values.clone());
        }
        if statement.delivery != Delivery::Speaking {
            continue;
        }
        if statement.begun.is_none() {
            report.add("finding-statement-not-begun", session_of(case, statement), values);
        } else if let Some(first) = statement.session.and_then(|session| speaking.insert(session, statement)) {
            let values = vec![("person", row(statement.speaker)), ("other", row(first.speaker))];
            report.add("finding-statement-both-speak", session_of(case, statement), values);
        }
    }
    for (slot, session) in case.facts.sessions.iter() {
        let length = u32::try_from(session.length().mins()).unwrap_or_default().saturating_mul(60);
        if session.kind == SessionKind::Statements && session.pause_secs >= length && session.pause_secs > 0 {
            let pause = i32::try_from(session.pause_secs).unwrap_or(i32::MAX);
            report.add("finding-statement-changeover", vec![slot], vec![("changeover", Value::Seconds(pause))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        NONE, committee, findings, is_quiet_when_off, messages, of_kind, person, plan, reports, set, statement, with,
    };
    use crate::model::{
        Delivery, OwnRank, Plan, Rank, RequestState, Session, SessionKind, Severity, Statement, Status, TextState,
    };

    fn hour() -> Plan {
        plan([of_kind("S1", SessionKind::Statements, "17T14:30", 60), committee("S2", "COM3").at("18T09:30", 60)])
    }

    #[test]
    fn ministers_speak_and_regulators_do_not() {
        for rank in Rank::BUILT_IN {
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
    fn a_plan_says_which_ranks_speak() {
        let row = |rank: Rank, class| OwnRank { class, ..OwnRank::usual(rank.row().unwrap()) };
        let of = |rank, own| {
            let plan = with(with(hour(), person("x", rank, "X")), own);
            with(plan, statement("T1", "x", Some("S1"), 180))
        };
        let regulator = of(Rank::Regulator, row(Rank::Regulator, Some(1)));
        assert_eq!(reports("statement-rank", &regulator), NONE);
        let minister = of(Rank::Minister, row(Rank::Minister, None));
        assert_eq!(reports("statement-rank", &minister), [["S1"]]);
    }

    #[test]
    fn what_can_not_be_is_told() {
        let hall = |pause| {
            let mut hall = of_kind("S1", SessionKind::Statements, "17T14:30", 60);
            hall.0.pause_secs = pause;
            plan([hall])
        };
        let of = |statement| messages("statement-odd", &with(hall(30), statement));
        assert_eq!(of(statement("T1", "p1", Some("S1"), 180)), [""; 0]);
        assert_eq!(of(statement("T1", "p1", Some("S1"), 0)), ["finding-statement-no-length"]);
        let speaks = |name, who, begun| Statement {
            delivery: Delivery::Speaking,
            begun,
            ..statement(name, who, Some("S1"), 180)
        };
        assert_eq!(of(speaks("T1", "p1", None)), ["finding-statement-not-begun"]);
        assert_eq!(of(speaks("T1", "p1", Some(1))), [""; 0]);
        let both = with(with(hall(30), speaks("T1", "p1", Some(1))), speaks("T2", "p2", Some(i64::MAX)));
        assert_eq!(messages("statement-odd", &both), ["finding-statement-both-speak"]);
        for pause in [3600, u32::MAX] {
            assert_eq!(messages("statement-odd", &hall(pause)), ["finding-statement-changeover"]);
        }
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
        let of = |text| with(hour(), Statement { text, ..statement("T1", "p1", Some("S1"), 180) });
        assert_eq!(reports("statement-text", &of(TextState::Received)), NONE);
        assert_eq!(reports("statement-text", &of(TextState::Missing)), [["S1"]]);
        assert!(is_quiet_when_off("statement-text", &of(TextState::Missing)));
    }

    #[test]
    fn all_find_room_with_time_between_them() {
        let of_pause = |pause, mins, second: u32| {
            let mut hall = of_kind("S1", SessionKind::Statements, "17T14:30", mins);
            hall.0.pause_secs = pause;
            with(with(plan([hall]), statement("T1", "p1", Some("S1"), 165)), statement("T2", "p2", Some("S1"), second))
        };
        let of = |mins, second| of_pause(30, mins, second);
        assert_eq!(reports("statement-slot", &of_pause(29, 6, 166)), NONE);
        assert_eq!(reports("statement-slot", &of(6, 165)), NONE, "2:45 + 0:30 + 2:45");
        assert_eq!(reports("statement-slot", &of(6, 166)), [["S1"]]);
        assert_eq!(reports("statement-slot", &of(5, 165)), [["S1"]]);
        assert_eq!(reports("statement-slot", &of(20160, u32::MAX)), [["S1"]], "no overflow");
        let elsewhere = with(hour(), statement("T1", "p1", Some("S2"), 60));
        assert_eq!(messages("statement-slot", &elsewhere), ["finding-statement-place"]);
        assert_eq!(reports("statement-slot", &elsewhere), [["S2"]]);
    }

    #[test]
    fn nobody_speaks_on_a_day_on_which_they_are_not_there() {
        let day = |day| chrono::NaiveDate::from_ymd_opt(2025, 11, day).unwrap();
        let of = |present: &[u32]| {
            let present = present.iter().map(|&one| day(one)).collect();
            with(hour(), Statement { present, ..statement("T1", "p1", Some("S1"), 180) })
        };
        assert_eq!(reports("statement-present", &of(&[])), NONE, "not known");
        assert_eq!(reports("statement-present", &of(&[16, 17])), NONE);
        assert_eq!(reports("statement-present", &of(&[18])), [["S1"]]);
    }

    #[test]
    fn who_has_no_sitting_waits() {
        let of = |change: &dyn Fn(&mut Session)| {
            let mut hall = of_kind("S1", SessionKind::Statements, "17T14:30", 60);
            change(&mut hall.0);
            with(plan([hall]), statement("T1", "p1", Some("S1"), 180))
        };
        assert_eq!(reports("statement-waits", &of(&|_| ())), NONE);
        let cancelled = of(&|hall| hall.status = Status::Cancelled);
        assert_eq!(messages("statement-waits", &cancelled), ["finding-statement-cancelled"]);
        let unplaced = of(&|hall| hall.unschedule());
        assert_eq!(messages("statement-waits", &unplaced), ["finding-statement-unplaced"]);
        let nowhere = |request| with(hour(), Statement { request, ..statement("T1", "p1", None, 180) });
        assert_eq!(reports("statement-waits", &nowhere(RequestState::RankVerified)), NONE);
        assert_eq!(messages("statement-waits", &nowhere(RequestState::Confirmed)), ["finding-statement-waits"]);
        assert_eq!(reports("statement-waits", &nowhere(RequestState::Withdrawn)), NONE);
    }

    #[test]
    fn who_was_allowed_may_speak_and_who_does_not_speak_is_not_judged() {
        let plan = |statement: Statement| with(with(hour(), person("x", Rank::Other, "X")), statement);
        let of = || statement("T1", "x", Some("S1"), 181);
        assert_eq!(reports("statement-rank", &plan(of())), [["S1"]]);
        let exception_by = "Director of BDT, 7 November".to_owned();
        assert_eq!(reports("statement-rank", &plan(Statement { exception_by, ..of() })), NONE);
        let silent = plan(Statement { request: RequestState::TextOnly, text: TextState::Missing, ..of() });
        assert_eq!(reports("statement-rank", &silent), NONE);
        assert_eq!(reports("statement-length", &silent), NONE);
        assert_eq!(reports("statement-text", &silent), [["S1"]], "its text is still wanted");
    }
}

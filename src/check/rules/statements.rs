//! The policy statements (C25/30-R §5): who may speak, for how long, whether all find room, and their texts.

use std::collections::BTreeMap;

use crate::model::{Rank, Session, SessionId, SessionKind, Severity, Statement};

use super::super::finding::Value;
use super::super::rule::{Case, Judge, Number, Report, Rule, row};

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

fn concerns(before: Option<&Session>, after: Option<&Session>) -> bool {
    let said = |session: Option<&Session>| session.map(|session| (session.kind, session.length()));
    said(before) != said(after)
}

/// The session of a statement, if it has one.
fn session_of(statement: &Statement) -> Vec<SessionId> {
    statement.session.into_iter().collect()
}

fn judge_rank(case: &Case<'_>, report: &mut Report<'_>) {
    for statement in case.plan.statements().iter() {
        let Some(speaker) = case.plan.people().get(statement.speaker) else { continue };
        let allowed = matches!(
            speaker.rank,
            Rank::Minister | Rank::DeputyMinister | Rank::AssistantMinister | Rank::CabinetMember
        );
        if !allowed {
            report.add("finding-statement-rank", session_of(statement), vec![("person", row(speaker.id))]);
        }
    }
}

fn judge_length(case: &Case<'_>, report: &mut Report<'_>) {
    for statement in case.plan.statements().iter() {
        let secs = i32::try_from(statement.length_secs).unwrap_or(i32::MAX);
        if secs > case.number(0) {
            let values = vec![
                ("person", row(statement.speaker)),
                ("length", Value::Seconds(secs)),
                ("most", Value::Seconds(case.number(0))),
            ];
            report.add("finding-statement-length", session_of(statement), values);
        }
    }
}

fn judge_one_each(case: &Case<'_>, report: &mut Report<'_>) {
    let mut first_of = BTreeMap::new();
    for statement in case.plan.statements().iter() {
        let Some(speaker) = case.plan.people().get(statement.speaker) else { continue };
        let state = speaker.represents.trim().to_lowercase();
        if state.is_empty() {
            report.unjudged("finding-statement-state", session_of(statement), vec![("person", row(speaker.id))]);
        } else if let Some(&first) = first_of.get(&state) {
            let values = vec![("person", row(speaker.id)), ("other", row(first))];
            report.add("finding-statement-one-each", session_of(statement), values);
        } else {
            first_of.insert(state, speaker.id);
        }
    }
}

fn judge_text(case: &Case<'_>, report: &mut Report<'_>) {
    for statement in case.plan.statements().iter().filter(|statement| !statement.text_received) {
        report.add("finding-statement-text", session_of(statement), vec![("person", row(statement.speaker))]);
    }
}

fn judge_slot(case: &Case<'_>, report: &mut Report<'_>) {
    let mut needed: BTreeMap<SessionId, (i32, i32)> = BTreeMap::new();
    for statement in case.plan.statements().iter() {
        let Some(session) = statement.session else { continue };
        let (count, secs) = needed.entry(session).or_default();
        *count += 1;
        *secs = secs.saturating_add(i32::try_from(statement.length_secs).unwrap_or(i32::MAX));
        if case.facts.session(session).is_some_and(|session| session.kind != SessionKind::Statements) {
            report.add("finding-statement-place", vec![session], vec![("person", row(statement.speaker))]);
        }
    }
    for (session, (count, secs)) in needed {
        let Some(row) = case.facts.session(session) else { continue };
        let changeovers = case.number(0).saturating_mul(count.saturating_sub(1));
        let (needs, has) = (secs.saturating_add(changeovers), row.length().mins() * 60);
        if needs > has {
            let values =
                vec![("count", Value::Count(count)), ("needs", Value::Seconds(needs)), ("has", Value::Seconds(has))];
            report.add("finding-statement-slot", vec![session], values);
        }
    }
}

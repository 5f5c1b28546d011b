//! Documents in time, in all languages, and of use.

use crate::model::{DocumentId, EventKind, Session, Severity};

use super::super::facts::Entry;
use super::super::finding::Value;
use super::super::rule::{Case, Judge, Number, Report, Rule, row};

/// A document issued later than so many days before the conference: 14 after Resolution 165 (Guadalajara, 2010), as at
/// WTDC-14 and WTDC-17; 21 since its revision of Dubai, 2018, for which there was no source at hand.
pub(super) const DEADLINE: Rule = Rule {
    name: "document-deadline",
    severity: Severity::Warning,
    numbers: &[Number::days("deadline-days", 21)],
    judge: Judge::Placed(judge_deadline),
    obstacles: None,
};

fn judge_deadline(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if entry.session.documents.is_empty() {
        return;
    }
    let conference = case.plan.events().get(entry.session.event).filter(|event| event.kind == EventKind::Conference);
    let Some(conference) = conference else { return };
    let opening = conference.dates.first_and_last().0;
    let last = opening - chrono::Duration::days(i64::from(case.number(0)));
    for document in entry.session.documents.iter().filter_map(|&id| case.plan.documents().get(id)) {
        if document.issued.is_some_and(|issued| issued > last) {
            report.add(
                "finding-document-deadline",
                vec![entry.id()],
                vec![("document", row(document.id)), ("day", Value::Day(last))],
            );
        }
    }
}

/// A document that arrives after the session that deals with it.
pub(super) const LATE: Rule = Rule {
    name: "document-late",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Placed(judge_late),
    obstacles: None,
};

fn judge_late(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    for document in entry.session.documents.iter().filter_map(|&id| case.plan.documents().get(id)) {
        if let Some(issued) = document.issued.filter(|&issued| issued > entry.span.start.date()) {
            report.add(
                "finding-document-late",
                vec![entry.id()],
                vec![("document", row(document.id)), ("day", Value::Day(issued))],
            );
        }
    }
}

/// A document that lacks a language of the session that deals with it.
pub(super) const LANGUAGES: Rule = Rule {
    name: "document-languages",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Session(judge_languages),
    obstacles: None,
};

fn judge_languages(case: &Case<'_>, session: &Session, report: &mut Report<'_>) {
    if session.languages.len() < 2 {
        return;
    }
    for document in session.documents.iter().filter_map(|&id| case.plan.documents().get(id)) {
        // Without a single language nothing is known about them.
        let missing = session.languages.iter().filter(|&language| !document.languages.contains(language)).count();
        if !document.languages.is_empty() && missing > 0 {
            let missing = Value::Count(i32::try_from(missing).unwrap_or(i32::MAX));
            report.add(
                "finding-document-languages",
                vec![session.id],
                vec![("document", row(document.id)), ("missing", missing)],
            );
        }
    }
}

/// A document that no session, event or body has to do with.
pub(super) const UNUSED: Rule = Rule {
    name: "document-unused",
    severity: Severity::Hint,
    numbers: &[],
    judge: Judge::Plan(judge_unused, |before, after| {
        before.map(|session| &session.documents) != after.map(|session| &session.documents)
    }),
    obstacles: None,
};

fn judge_unused(case: &Case<'_>, report: &mut Report<'_>) {
    let mut used: Vec<DocumentId> = Vec::new();
    used.extend(case.plan.events().iter().flat_map(|event| event.documents.iter().copied()));
    used.extend(case.plan.bodies().iter().filter_map(|body| body.report));
    for document in case.plan.documents().ids() {
        if case.facts.uses(document) == 0 && !used.contains(&document) {
            report.add("finding-document-unused", Vec::new(), vec![("document", row(document))]);
        }
    }
}

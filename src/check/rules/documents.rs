//! Documents in time, in all languages, and of use.

use rustc_hash::FxHashSet;

use crate::model::{Body, Document, DocumentId, Event, EventKind, Patch, Session, Severity};

use super::super::facts::{Entry, Facts};
use super::super::finding::Value;
use super::super::rows::Slot;
use super::super::rule::{Case, Judge, Number, Report, Rule, differs, row};

/// A document issued later than so many days before the conference, and before it opens: what is made during the conference
/// has no deadline before it. The days: 14 after Resolution 165 (Guadalajara, 2010), as at
/// WTDC-14 and WTDC-17; 21 since its revision of Dubai, 2018, for which there was no source at hand.
pub(super) const DEADLINE: Rule = Rule {
    name: "document-deadline",
    severity: Severity::Warning,
    numbers: &[Number::days("deadline-days", 21)],
    judge: Judge::Placed(judge_deadline),
    obstacles: None,
};

fn judge_deadline(case: &Case<'_>, entry: &Entry, report: &mut Report<'_>) {
    if !entry.has_documents {
        return;
    }
    let conference = case.event(entry).filter(|event| event.kind == EventKind::Conference);
    let Some(conference) = conference else { return };
    let opening = conference.dates.first_and_last().0;
    let last = opening - chrono::Duration::days(i64::from(case.number(0)));
    for document in case.documents(&entry.session) {
        if document.issued.is_some_and(|issued| issued > last && issued < opening) {
            report.add(
                "finding-document-deadline",
                vec![entry.slot],
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
    if !entry.has_documents {
        return;
    }
    let day = entry.span.start.date();
    for document in case.documents(&entry.session) {
        if let Some(issued) = document.issued.filter(|&issued| issued > day) {
            report.add(
                "finding-document-late",
                vec![entry.slot],
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

fn judge_languages(case: &Case<'_>, slot: Slot<Session>, session: &Session, report: &mut Report<'_>) {
    if session.languages.len() < 2 {
        return;
    }
    for document in case.documents(session) {
        // Without a single language nothing is known about them.
        let missing = session.languages.iter().filter(|&language| !document.languages.contains(language)).count();
        if !document.languages.is_empty() && missing > 0 {
            let missing = Value::Count(i32::try_from(missing).unwrap_or(i32::MAX));
            report.add(
                "finding-document-languages",
                vec![slot],
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
    judge: Judge::Plan(judge_unused, concerns),
    obstacles: None,
};

fn concerns(_: &Facts, patch: &Patch) -> bool {
    let of_session = |session: Option<&Session>| session.map(|session| session.documents.clone()).unwrap_or_default();
    let of_event = |event: Option<&Event>| event.map(|event| event.documents.clone()).unwrap_or_default();
    let of_body = |body: Option<&Body>| body.and_then(|body| body.report);
    differs::<Session>(patch, |before, after| of_session(before) != of_session(after))
        || differs::<Event>(patch, |before, after| of_event(before) != of_event(after))
        || differs::<Body>(patch, |before, after| of_body(before) != of_body(after))
        || differs::<Document>(patch, |before, after| before.is_some() != after.is_some())
}

fn judge_unused(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = case.facts;
    let free: Vec<_> = facts.documents.iter().filter(|&(slot, _)| facts.of_document(slot).is_empty()).collect();
    if free.is_empty() {
        return;
    }
    let mut used: FxHashSet<DocumentId> = facts.events.iter().flat_map(|(_, event)| event.documents.clone()).collect();
    used.extend(facts.bodies.iter().filter_map(|(_, body)| body.report));
    for (_, document) in free.into_iter().filter(|(_, document)| !used.contains(&document.id)) {
        report.add("finding-document-unused", Vec::new(), vec![("document", row(document.id))]);
        if report.is_full() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Value;
    use crate::check::rule::row;
    use crate::check::tests::{
        Draft, NONE, changed, committee, document, filled, findings, fixture, id, is_quiet_when_off, is_reported, plan,
        reports, session, set, with,
    };
    use crate::model::{Body, Document, Event, Plan};

    fn deals(start: &str, document: &str) -> Draft {
        committee("S1", "COM3").at(start, 60).languages(6).document(document)
    }

    #[test]
    fn three_weeks_before_the_opening() {
        let told = |on: Option<&str>, deadline: i32| {
            let plan = filled(with(fixture(), document("D9", on, 6)), [deals("28T09:30", "D9")]);
            reports("document-deadline", &set(plan, "document-deadline", None, &[("deadline-days", deadline)]))
        };
        assert_eq!(told(Some("2025-10-27"), 21), NONE);
        assert_eq!(told(Some("2025-10-28"), 21), [["S1"]]);
        assert_eq!(told(Some("2025-10-28"), 20), NONE);
        assert_eq!(told(Some("2025-11-16"), 21), [["S1"]]);
        for made_there in ["2025-11-17", "2025-11-18", "2025-11-28"] {
            assert_eq!(told(Some(made_there), 21), NONE, "the report of a committee, {made_there}");
        }
        assert_eq!(told(None, 21), NONE);
        let meeting = filled(fixture(), [deals("2025-10-25T09:30", "D2").event("IRM")]);
        assert_eq!(reports("document-deadline", &meeting), NONE, "only conferences have the deadline");
        let late = filled(with(fixture(), document("D9", Some("2025-11-10"), 6)), [deals("28T09:30", "D9")]);
        assert!(is_quiet_when_off("document-deadline", &late));
    }

    #[test]
    fn not_after_the_session() {
        assert!(!is_reported("document-late", [deals("20T00:00", "D2")]), "of the same day");
        assert!(is_reported("document-late", [deals("19T23:59", "D2")]), "of the day after");
        assert!(!is_reported("document-late", [committee("S1", "COM3").document("D2")]), "not placed");
        assert!(is_quiet_when_off("document-late", &plan([deals("19T23:59", "D2")])));
    }

    #[test]
    fn in_the_languages_of_the_session() {
        let told = |known, spoken| {
            let plan = with(fixture(), document("D9", None, known));
            let plan = filled(plan, [session("S1").languages(spoken).document("D9")]);
            findings("document-languages", &plan).first().map(|finding| finding.values[1].1)
        };
        assert_eq!(told(6, 6), None);
        assert_eq!(told(5, 6), Some(Value::Count(1)));
        assert_eq!(told(1, 6), Some(Value::Count(5)));
        assert_eq!(told(2, 2), None);
        assert_eq!(told(0, 6), None, "nothing is known");
        assert_eq!(told(5, 1), None, "no interpretation");
    }

    #[test]
    fn somebody_deals_with_it() {
        let unused =
            |plan: &Plan| findings("document-unused", plan).iter().map(|one| one.values[0].1).collect::<Vec<_>>();
        assert_eq!(unused(&plan([session("S1").document("D1")])), [row(id::<Document>("D2"))]);
        let by_event = changed(fixture(), "E", |event: &mut Event| event.documents = vec![id("D1")]);
        assert_eq!(unused(&by_event), [row(id::<Document>("D2"))]);
        let by_body = changed(by_event, "COM3", |body: &mut Body| body.report = Some(id("D2")));
        assert_eq!(unused(&by_body), []);
        assert_eq!(unused(&fixture()).len(), 2);
    }
}

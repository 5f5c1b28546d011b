//! The youth celebration (C25/30-R §7.1): before the conference, and without outcome documents.

use crate::model::{Document, Event, EventKind, Patch, Severity};

use super::super::facts::Facts;
use super::super::rule::{Case, Judge, Report, Rule, differs, row};

pub(super) const BEFORE: Rule = Rule {
    name: "youth-before",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge_before, concerns_dates),
    obstacles: None,
};

fn concerns_dates(_: &Facts, patch: &Patch) -> bool {
    let dates = |event: Option<&Event>| event.map(|event| (event.kind, event.dates));
    differs::<Event>(patch, |before, after| dates(before) != dates(after))
}

fn judge_before(case: &Case<'_>, report: &mut Report<'_>) {
    for (_, youth) in case.facts.events_of(EventKind::YouthCelebration) {
        for (_, conference) in case.facts.events_of(EventKind::Conference) {
            if youth.dates.span().end > conference.dates.span().start {
                let values = vec![("event", row(youth.id)), ("conference", row(conference.id))];
                report.add("finding-youth-before", Vec::new(), values);
            }
        }
    }
}

pub(super) const NO_OUTCOME: Rule = Rule {
    name: "youth-no-outcome",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge_no_outcome, concerns_documents),
    obstacles: None,
};

fn concerns_documents(_: &Facts, patch: &Patch) -> bool {
    let of_event = |event: Option<&Event>| event.map(|event| (event.kind, event.documents.clone()));
    let event = |document: Option<&Document>| document.map(|document| document.event);
    differs::<Event>(patch, |before, after| of_event(before) != of_event(after))
        || differs::<Document>(patch, |before, after| event(before) != event(after))
}

fn judge_no_outcome(case: &Case<'_>, report: &mut Report<'_>) {
    for (_, youth) in case.facts.events_of(EventKind::YouthCelebration) {
        for (_, document) in case.facts.documents.iter() {
            if document.event == Some(youth.id) || youth.documents.contains(&document.id) {
                let values = vec![("event", row(youth.id)), ("document", row(document.id))];
                report.add("finding-youth-no-outcome", Vec::new(), values);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{NONE, changed, event, fixture, id, is_quiet_when_off, reports, with};
    use crate::model::zone::Tz;
    use crate::model::{Document, Event, EventKind, Plan};

    fn youth(first: &str, last: &str) -> Plan {
        with(fixture(), event("Y", EventKind::YouthCelebration, first, last, Tz::Asia__Baku))
    }

    #[test]
    fn before_the_conference() {
        assert_eq!(reports("youth-before", &youth("2025-11-16", "2025-11-16")), NONE);
        assert_eq!(reports("youth-before", &youth("2025-11-16", "2025-11-17")).len(), 1);
        assert_eq!(reports("youth-before", &youth("2025-11-20", "2025-11-20")).len(), 1);
        assert_eq!(reports("youth-before", &fixture()), NONE);
        assert!(is_quiet_when_off("youth-before", &youth("2025-11-20", "2025-11-20")));
    }

    #[test]
    fn without_documents() {
        let plan = || youth("2025-11-16", "2025-11-16");
        assert_eq!(reports("youth-no-outcome", &plan()), NONE);
        let made = changed(plan(), "D1", |document: &mut Document| document.event = Some(id("Y")));
        assert_eq!(reports("youth-no-outcome", &made).len(), 1);
        let named = changed(made, "Y", |event: &mut Event| event.documents = vec![id("D1"), id("D2")]);
        assert_eq!(reports("youth-no-outcome", &named).len(), 2, "each document once");
    }
}

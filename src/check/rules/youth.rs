//! The youth celebration (C25/30-R §7.1): before the conference, and without outcome documents.

use crate::model::{EventKind, Session, Severity};

use super::super::rule::{Case, Judge, Report, Rule, row};

pub(super) const BEFORE: Rule = Rule {
    name: "youth-before",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge_before, never),
    obstacles: None,
};

fn never(_: Option<&Session>, _: Option<&Session>) -> bool {
    false
}

fn judge_before(case: &Case<'_>, report: &mut Report<'_>) {
    let of_kind = |kind| case.plan.events().iter().filter(move |event| event.kind == kind);
    for youth in of_kind(EventKind::YouthCelebration) {
        for conference in of_kind(EventKind::Conference) {
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
    judge: Judge::Plan(judge_no_outcome, never),
    obstacles: None,
};

fn judge_no_outcome(case: &Case<'_>, report: &mut Report<'_>) {
    for youth in case.plan.events().iter().filter(|event| event.kind == EventKind::YouthCelebration) {
        for document in case.plan.documents().iter() {
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

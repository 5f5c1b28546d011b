//! The youth celebration (C25/30-R §7.1): before the conference, and without outcome documents.

use crate::model::celebration::{belongs_to, is_of_youth};
use crate::model::{Document, Event, EventKind, Patch, Session, Severity};

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
    let of_session = |session: Option<&Session>| {
        let session = session.filter(|session| !session.documents.is_empty());
        session.map(|session| (session.event, session.kind, session.status, session.documents.clone()))
    };
    let of_document = |document: Option<&Document>| document.map(|document| (document.event, document.title.clone()));
    differs::<Event>(patch, |before, after| of_event(before) != of_event(after))
        || differs::<Session>(patch, |before, after| of_session(before) != of_session(after))
        || differs::<Document>(patch, |before, after| of_document(before) != of_document(after))
}

/// Of the celebration are the documents that say so, that it names, or that its sessions deal with; not those of another
/// event, which it only hears of. A programme is no outcome.
fn judge_no_outcome(case: &Case<'_>, report: &mut Report<'_>) {
    let facts = case.facts;
    let celebrations: Vec<&Event> = facts.events_of(EventKind::YouthCelebration).map(|(_, event)| event).collect();
    for (slot, document) in facts.documents.iter().filter(|(_, document)| document.is_outcome()) {
        let mut sessions: Vec<_> = facts.of_document(slot).to_vec();
        sessions.retain(|&slot| facts.sessions.get(slot).is_some_and(|session| is_of_youth(session, &celebrations)));
        sessions.sort_unstable_by(|&one, &other| facts.sessions.by_id(one, other));
        let of_session = || sessions.first().and_then(|&slot| facts.sessions.get(slot)).map(|session| session.event);
        let adopts = belongs_to(document, &celebrations, of_session);
        if let Some(event) = adopts {
            let values = vec![("event", row(event)), ("document", row(document.id))];
            report.add("finding-youth-no-outcome", sessions, values);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{
        Draft, NONE, changed, event, filled, fixture, id, is_quiet_when_off, of_kind, reports, session, with,
    };
    use crate::model::zone::Tz;
    use crate::model::{Document, Event, EventKind, Plan, SessionKind};

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

    fn titled(plan: Plan, name: &str, title: &str, event: Option<&str>) -> Plan {
        changed(plan, name, |document: &mut Document| (document.title, document.event) = (title.into(), event.map(id)))
    }

    #[test]
    fn without_outcomes() {
        let plan = || youth("2025-11-16", "2025-11-16");
        assert_eq!(reports("youth-no-outcome", &plan()), NONE);
        let names = |plan, document| changed(plan, "Y", |event: &mut Event| event.documents = vec![id(document)]);
        for title in ["Programme of the youth day", "Список участников", "日程"] {
            let plan = titled(plan(), "D1", title, Some("Y"));
            assert_eq!(reports("youth-no-outcome", &names(plan, "D1")), NONE, "{title}");
        }
        for title in ["Youth outcome declaration", "Молодежная декларация", "Déclaration des jeunes", "青年宣言"]
        {
            let told = |event, named: bool| {
                let plan = titled(plan(), "D1", title, event);
                reports("youth-no-outcome", &if named { names(plan, "D1") } else { plan }).len()
            };
            assert_eq!((told(Some("Y"), false), told(None, true), told(Some("Y"), true)), (1, 1, 1), "{title}");
            assert_eq!((told(None, false), told(Some("E"), true)), (0, 0), "{title}: of nobody, of the conference");
        }
    }

    #[test]
    fn nor_in_its_sessions() {
        let told = |draft: Draft, event| {
            let plan = filled(youth("2025-11-16", "2025-11-16"), [draft.document("D1")]);
            reports("youth-no-outcome", &titled(plan, "D1", "Outcome declaration", event))
        };
        let of_youth = || of_kind("S1", SessionKind::Youth, "16T10:00", 60);
        assert_eq!(told(of_youth(), None), [["S1"]]);
        assert_eq!(told(session("S1").event("Y"), Some("Y")), [["S1"]], "also one that waits");
        assert_eq!(told(of_youth().cancelled(), None), NONE);
        assert_eq!(told(of_youth(), Some("E")), NONE, "it hears of what the conference will adopt");
        assert_eq!(told(of_kind("S1", SessionKind::Plenary, "18T10:00", 60), None), NONE);
    }
}

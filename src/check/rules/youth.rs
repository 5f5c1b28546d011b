//! The youth celebration (C25/30-R §7.1): before the conference, with all elements of its programme, with visits that can be made, and
//! without outcome documents.

use crate::model::celebration::{GroupFlaw, belongs_to, flaws_after, is_of_youth, takes_place};
use crate::model::{Document, Event, EventKind, Patch, Session, SessionKind, Severity, YouthElement};

use super::super::facts::Facts;
use super::super::finding::Value;
use super::super::rows::Slot;
use super::super::rule::{Case, Judge, Report, Rule, differs, row};

pub(super) const BEFORE: Rule = Rule {
    name: "youth-before",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge_before, concerns_times),
    obstacles: None,
};

fn concerns_times(facts: &Facts, patch: &Patch) -> bool {
    let dates = |event: Option<&Event>| event.map(|event| (event.kind, event.dates));
    let of_session = |session: Option<&Session>| {
        let session = session.filter(|session| may_be_of_youth(facts, session))?;
        Some((session.event, session.kind, session.status, session.span()))
    };
    differs::<Event>(patch, |before, after| dates(before) != dates(after))
        || differs::<Session>(patch, |before, after| of_session(before) != of_session(after))
}

/// Whether a session is one of youth, also one that is called off.
fn may_be_of_youth(facts: &Facts, session: &Session) -> bool {
    let kind = |event| facts.events.get(facts.events.slot(event)?).map(|event| event.kind);
    session.kind == SessionKind::Youth || kind(session.event) == Some(EventKind::YouthCelebration)
}

/// The sessions of youth that take place, in the order of ids.
fn held(facts: &Facts) -> Vec<(Slot<Session>, &Session)> {
    let celebrations: Vec<&Event> = facts.events_of(EventKind::YouthCelebration).map(|(_, event)| event).collect();
    let all = facts.sessions.iter().map(|(slot, session)| (slot, &**session));
    let mut held: Vec<_> = all.filter(|(_, row)| takes_place(row) && is_of_youth(row, &celebrations)).collect();
    held.sort_unstable_by_key(|(_, session)| session.id);
    held
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
    let conferences = case.facts.events_of(EventKind::Conference).map(|(_, event)| event);
    let Some(conference) = conferences.min_by_key(|event| (event.dates, event.id)) else { return };
    if case.facts.events_of(EventKind::YouthCelebration).next().is_none() {
        return;
    }
    let is_late = |session: &Session| session.span().is_some_and(|span| span.end > conference.dates.span().start);
    for (slot, session) in held(case.facts).into_iter().filter(|(_, session)| is_late(session)) {
        let is_part = !matches!(session.kind, SessionKind::Break | SessionKind::Service);
        if is_part && !report.is_full() {
            report.add("finding-youth-session-before", vec![slot], vec![("conference", row(conference.id))]);
        }
    }
}

pub(super) const ELEMENTS: Rule = Rule {
    name: "youth-elements",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_elements, concerns_elements),
    obstacles: None,
};

fn concerns_elements(facts: &Facts, patch: &Patch) -> bool {
    let of_session = |session: Option<&Session>| {
        let session = session.filter(|session| may_be_of_youth(facts, session))?;
        Some((session.event, session.kind, takes_place(session), session.elements))
    };
    differs::<Event>(patch, |before, after| before.map(|event| event.kind) != after.map(|event| event.kind))
        || differs::<Session>(patch, |before, after| of_session(before) != of_session(after))
}

/// As long as no session says what it is for, the programme is not there yet.
fn judge_elements(case: &Case<'_>, report: &mut Report<'_>) {
    let Some((_, event)) = case.facts.events_of(EventKind::YouthCelebration).next() else { return };
    let held = held(case.facts);
    if held.iter().all(|(_, session)| session.elements.is_empty()) {
        return;
    }
    for element in YouthElement::ALL {
        if !held.iter().any(|(_, session)| session.elements.contains(element)) {
            let name = match element {
                YouthElement::Dialogue => "dialogue",
                YouthElement::Talks => "talks",
                YouthElement::Activities => "activities",
                YouthElement::Interaction => "interaction",
                YouthElement::Visits => "visits",
            };
            let values = vec![("event", row(event.id)), ("element", Value::Word(name))];
            report.add("finding-youth-element", Vec::new(), values);
        }
    }
}

pub(super) const VISITS: Rule = Rule {
    name: "youth-visits",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Session(judge_visits),
    obstacles: None,
};

/// What is not known yet about a group stands in the view; here is what can not be.
fn judge_visits(case: &Case<'_>, slot: Slot<Session>, visit: &Session, report: &mut Report<'_>) {
    if !takes_place(visit) {
        return;
    }
    let sessions = &case.facts.sessions;
    let session = |id| sessions.slot(id).and_then(|slot| sessions.get(slot)).map(|row| &**row);
    for (at, group) in (1..).zip(&visit.groups) {
        for flaw in flaws_after(visit, group, session) {
            let number = ("group", Value::Count(at));
            let (message, before, value) = match flaw {
                GroupFlaw::NoHeadcount | GroupFlaw::NoSlot | GroupFlaw::NoSeats => continue,
                GroupFlaw::TooFewSeats(count) => {
                    let count = Value::Count(i32::try_from(count).unwrap_or(i32::MAX));
                    ("finding-youth-seats", None, Some(("count", count)))
                }
                GroupFlaw::BackBeforeDeparture => ("finding-youth-back", None, None),
                GroupFlaw::DepartsDuring(id) => ("finding-youth-during", sessions.slot(id), None),
                GroupFlaw::BesideVisit => ("finding-youth-beside", None, None),
            };
            if report.is_full() {
                return;
            }
            let named = std::iter::once(slot).chain(before).collect();
            report.add(message, named, std::iter::once(number).chain(value).collect());
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
    use crate::check::Value;
    use crate::check::tests::{
        Draft, NONE, changed, event, filled, findings, fixture, id, is_quiet_when_off, of_kind, reports, session, with,
    };
    use crate::model::zone::Tz;
    use crate::model::{Document, Event, EventKind, Plan, Session, SessionKind, VisitGroup, YouthElement};

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
    fn its_sessions_as_well() {
        let told = |start: &str| {
            let draft = session("S1").event("Y").at(start, 60);
            reports("youth-before", &filled(youth("2025-11-16", "2025-11-16"), [draft]))
        };
        assert_eq!(told("16T10:00"), NONE);
        assert_eq!(told("17T08:00"), [["S1"]]);
        let elsewhere = filled(youth("2025-11-16", "2025-11-16"), [of_kind("S1", SessionKind::Youth, "18T10:00", 60)]);
        assert_eq!(reports("youth-before", &elsewhere), [["S1"]], "of the conference, but for youth");
    }

    fn serves(plan: Plan, name: &str, elements: &[YouthElement]) -> Plan {
        changed(plan, name, |session: &mut Session| session.elements = elements.iter().copied().collect())
    }

    #[test]
    fn all_its_elements_have_sessions() {
        let plan = |placed: bool| {
            let draft = session("S1").event("Y");
            filled(youth("2025-11-16", "2025-11-16"), [if placed { draft.at("16T10:00", 60) } else { draft }])
        };
        assert_eq!(reports("youth-elements", &plan(true)), NONE, "no session says what it is for");
        let two = serves(plan(true), "S1", &[YouthElement::Talks, YouthElement::Visits]);
        let found = findings("youth-elements", &two);
        let missing: Vec<_> = found.iter().map(|finding| finding.values[1].1).collect();
        assert_eq!(missing, ["activities", "dialogue", "interaction"].map(Value::Word));
        assert_eq!(reports("youth-elements", &serves(plan(true), "S1", &YouthElement::ALL)), NONE);
        assert!(is_quiet_when_off("youth-elements", &two));
    }

    #[test]
    fn visits_that_can_not_be() {
        let group = |people, departs, returns| VisitGroup {
            people: Some(people),
            seats: Some(40),
            departs: Some(departs),
            returns: Some(returns),
            ..VisitGroup::default()
        };
        let told = |group: VisitGroup| {
            let drafts = [session("S1").event("Y").at("16T10:00", 60), session("V").event("Y").at("16T12:00", 120)];
            let plan = filled(youth("2025-11-16", "2025-11-16"), drafts);
            let plan = changed(plan, "V", |visit: &mut Session| {
                (visit.groups, visit.after) = (vec![group.clone()], vec![id("S1")]);
            });
            let found = findings("youth-visits", &plan);
            found.iter().map(|finding| finding.message).collect::<Vec<_>>()
        };
        assert_eq!(told(group(40, 11 * 60 + 30, 15 * 60)), [""; 0]);
        assert_eq!(told(VisitGroup::default()), [""; 0], "nothing is known of it");
        assert_eq!(told(group(41, 11 * 60 + 30, 15 * 60)), ["finding-youth-seats"]);
        assert_eq!(told(group(40, 10 * 60 + 30, 15 * 60)), ["finding-youth-during"]);
        assert_eq!(told(group(40, 14 * 60, 15 * 60)), ["finding-youth-beside"]);
        assert_eq!(told(group(40, 13 * 60, 12 * 60 + 30)), ["finding-youth-back"]);
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

//! Every formal meeting has an agenda, and every item of an agenda a meeting.

use crate::model::{Patch, Session, Severity, Topic, TopicKind};

use super::super::facts::Facts;
use super::super::rows::Slot;
use super::super::rule::{Case, Judge, Report, Rule, differs, row};

/// A formal meeting without topics and documents. Off until a planner comes to agendas, or all would be reported.
pub(super) const MISSING: Rule = Rule {
    name: "agenda-missing",
    severity: Severity::Off,
    numbers: &[],
    judge: Judge::Session(judge_missing),
    obstacles: None,
};

fn judge_missing(_: &Case<'_>, slot: Slot<Session>, session: &Session, report: &mut Report<'_>) {
    if session.kind.is_formal() && session.topics.is_empty() && session.documents.is_empty() {
        report.add("finding-agenda-missing", vec![slot], Vec::new());
    }
}

/// An item of an agenda that no session covers.
pub(super) const UNCOVERED: Rule = Rule {
    name: "agenda-uncovered",
    severity: Severity::Warning,
    numbers: &[],
    judge: Judge::Plan(judge_uncovered, concerns),
    obstacles: None,
};

fn concerns(_: &Facts, patch: &Patch) -> bool {
    let topics = |session: Option<&Session>| session.map(|session| session.topics.clone()).unwrap_or_default();
    differs::<Session>(patch, |before, after| topics(before) != topics(after))
        || differs::<Topic>(patch, |before, after| before.map(|topic| topic.kind) != after.map(|topic| topic.kind))
}

fn judge_uncovered(case: &Case<'_>, report: &mut Report<'_>) {
    for (slot, topic) in case.facts.topics.iter() {
        if topic.kind == TopicKind::AgendaItem && case.facts.of_topic(slot).is_empty() {
            report.add("finding-agenda-uncovered", Vec::new(), vec![("topic", row(topic.id))]);
        }
        if report.is_full() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rule::row;
    use crate::check::tests::{
        NONE, committee, findings, fixture, id, is_quiet_when_off, of_kind, plan, reports, session, set,
    };
    use crate::model::{SessionKind, Severity, Topic};

    #[test]
    fn formal_meetings_have_topics_or_documents() {
        let on = |draft| set(plan([draft]), "agenda-missing", Some(Severity::Hint), &[]);
        assert_eq!(reports("agenda-missing", &plan([committee("S1", "COM3")])), NONE, "off by itself");
        assert_eq!(reports("agenda-missing", &on(committee("S1", "COM3"))), [["S1"]]);
        assert_eq!(reports("agenda-missing", &on(committee("S1", "COM3").topic("T2"))), NONE);
        assert_eq!(reports("agenda-missing", &on(committee("S1", "COM3").document("D1"))), NONE);
        assert_eq!(reports("agenda-missing", &on(of_kind("S1", SessionKind::Social, "19T19:00", 60))), NONE);
    }

    #[test]
    fn items_have_a_session() {
        assert_eq!(findings("agenda-uncovered", &fixture())[0].values, [("topic", row(id::<Topic>("T1")))]);
        assert_eq!(reports("agenda-uncovered", &plan([session("S1").topic("T2")])).len(), 1);
        assert_eq!(reports("agenda-uncovered", &plan([session("S1").topic("T1")])), NONE, "also one that waits");
        assert!(is_quiet_when_off("agenda-uncovered", &fixture()));
    }
}

//! Findings: what is possible in a plan and wrong all the same.
//!
//! A rule is one file in `check/` and one line in `RULES`. This floor knows nothing of how a plan is edited, of files
//! and of screens.

mod circular_order;
mod clock_change;
mod outside_event;

use std::fmt;

use crate::model::{Plan, SessionId};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The plan can not be carried out.
    Error,
    /// Somebody should look at it.
    Warning,
}

/// One thing a rule reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The sessions it concerns.
    pub sessions: Vec<SessionId>,
    /// What it is, in one English sentence.
    pub text: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}: {} ({})", self.text, self.rule)
    }
}

/// Every rule, in the order of reports.
const RULES: [fn(&Plan) -> Vec<Finding>; 3] = [circular_order::check, clock_change::check, outside_event::check];

/// Every finding in the plan, errors first.
#[must_use]
pub fn check(plan: &Plan) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(plan)).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::zone::Tz;
    use crate::model::{
        Event, EventDates, EventKind, Header, Language, Length, LocalText, Patch, Placement, Session, SessionKind,
    };

    /// A plan in Geneva from 24 to 28 October 2025 with sessions (id, start, id of the session before it).
    pub(super) fn plan(sessions: &[(&str, &str, &str)]) -> Plan {
        let mut plan = Plan::new(Header {
            title: "Test".into(),
            description: LocalText::default(),
            zone: Tz::Europe__Zurich,
            language: Language::English,
            release: 0,
        });
        let mut patch = Patch::default();
        let date = |text: &str| text.parse().unwrap();
        patch.put(
            &plan,
            Event {
                id: "E".parse().unwrap(),
                kind: EventKind::Conference,
                code: LocalText::default(),
                title: "Event".into(),
                dates: EventDates::Days { first: date("2025-10-24"), last: date("2025-10-28") },
                place: LocalText::default(),
                zone: Tz::Europe__Zurich,
                format: None,
                host: LocalText::default(),
                hours: None,
                description: LocalText::default(),
                documents: vec![],
                after: vec![],
                sources: vec![],
            },
        );
        for (id, start, after) in sessions {
            let mut session = Session::new(id.parse().unwrap(), "E".parse().unwrap(), SessionKind::Other);
            session.after = after.parse().into_iter().collect();
            let start = start.parse();
            session.placement = start.ok().map(|start| Placement { start, length: Length::HOUR, rooms: vec![] });
            patch.put(&plan, session);
        }
        plan.apply(&patch).unwrap();
        plan
    }

    /// Checks which sessions `rule` reports.
    #[track_caller]
    pub(super) fn reports(rule: fn(&Plan) -> Vec<Finding>, sessions: &[(&str, &str, &str)], expected: &[&[&str]]) {
        let found: Vec<Vec<String>> = rule(&plan(sessions))
            .into_iter()
            .map(|finding| finding.sessions.iter().map(ToString::to_string).collect())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn errors_come_first() {
        let plan = plan(&[("A", "2025-11-01T10:00", "B"), ("B", "", "A")]);
        let severities: Vec<Severity> = check(&plan).iter().map(|finding| finding.severity).collect();
        assert_eq!(severities, [Severity::Error, Severity::Warning]);
    }
}

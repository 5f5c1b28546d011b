//! A session that begins at a time that its zone's clocks skip, or show twice.

use super::{Finding, Severity};
use crate::model::zone::{Reading, read};
use crate::model::{Plan, Row as _};

/// Reports starts that do not exist (error) or exist twice (warning).
pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let mut findings = Vec::new();
    for session in plan.sessions().iter() {
        let (Some(at), Some(event)) = (&session.placement, plan.events().get(session.event)) else { continue };
        let (severity, what) = match read(at.start, event.zone) {
            Reading::Once(_) => continue,
            Reading::Never => (Severity::Error, "does not exist"),
            Reading::Twice(..) => (Severity::Warning, "comes twice"),
        };
        let text = format!("session {} begins at {}, which {what} in {}", session.id, at.start, event.zone.name());
        findings.push(Finding { rule: "clock-change", severity, sessions: vec![session.id()], text });
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tests::reports;

    #[test]
    fn the_hour_that_comes_twice_is_reported_and_its_neighbours_are_not() {
        let sessions = [
            ("A", "2025-10-26T01:59", ""),
            ("B", "2025-10-26T02:00", ""),
            ("C", "2025-10-26T02:59", ""),
            ("D", "2025-10-26T03:00", ""),
        ];
        reports(super::check, &sessions, &[&["B"], &["C"]]);
    }

    #[test]
    fn the_hour_that_is_skipped_is_reported() {
        reports(super::check, &[("A", "2025-03-30T02:30", ""), ("B", "2025-03-30T03:00", "")], &[&["A"]]);
    }
}

//! A session that does not lie within the days of its event.

use super::{Finding, Severity};
use crate::model::{Plan, Row as _};

/// Reports sessions that begin before the first day or end after the last.
pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let mut findings = Vec::new();
    for session in plan.sessions().iter() {
        let (Some(span), Some(event)) = (session.span(), plan.events().get(session.event)) else { continue };
        let days = event.dates.span();
        if span.start < days.start || span.end > days.end {
            let text = format!("session {} lies outside the days of its event {}", session.id, event.id);
            let sessions = vec![session.id()];
            findings.push(Finding { rule: "outside-event", severity: Severity::Warning, sessions, text });
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tests::reports;

    #[test]
    fn the_last_midnight_is_inside_and_a_minute_later_is_not() {
        let sessions = [
            ("A", "2025-10-24T00:00", ""),
            ("B", "2025-10-23T23:59", ""),
            ("C", "2025-10-28T23:00", ""),
            ("D", "2025-10-28T23:01", ""),
        ];
        reports(super::check, &sessions, &[&["B"], &["D"]]);
    }
}

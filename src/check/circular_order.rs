//! Sessions that must each come after the other, directly or in a circle.

use std::collections::BTreeSet;

use super::{Finding, Severity};
use crate::model::{Plan, SessionId};

/// Reports every session from which one comes back to itself by going from predecessor to predecessor, circle by circle.
pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut done: BTreeSet<SessionId> = BTreeSet::new();
    for start in plan.sessions().ids() {
        // Depth first without recursion: a chain of predecessors can be as long as the plan.
        let mut path: Vec<(SessionId, usize)> = Vec::new();
        let mut on_path: BTreeSet<SessionId> = BTreeSet::new();
        if !done.contains(&start) {
            path.push((start, 0));
            on_path.insert(start);
        }
        while let Some((id, next)) = path.last().copied() {
            let before = plan.sessions().get(id).and_then(|session| session.after.get(next).copied());
            match before {
                Some(before) => {
                    if let Some(last) = path.last_mut() {
                        last.1 += 1;
                    }
                    if on_path.contains(&before) {
                        let at = path.iter().position(|&(id, _)| id == before).unwrap_or(0);
                        findings.push(circle(path[at..].iter().map(|&(id, _)| id).collect()));
                    } else if !done.contains(&before) {
                        path.push((before, 0));
                        on_path.insert(before);
                    }
                }
                None => {
                    done.insert(id);
                    on_path.remove(&id);
                    path.pop();
                }
            }
        }
    }
    findings
}

fn circle(sessions: Vec<SessionId>) -> Finding {
    let names: Vec<String> = sessions.iter().map(ToString::to_string).collect();
    let text = format!("sessions {} must each come after the next, in a circle", names.join(", "));
    Finding { rule: "circular-order", severity: Severity::Error, sessions, text }
}

#[cfg(test)]
mod tests {
    use super::super::tests::reports;

    #[test]
    fn circles_are_reported_once_and_chains_are_not() {
        reports(super::check, &[("A", "", ""), ("B", "", "A"), ("C", "", "B")], &[]);
        reports(super::check, &[("A", "", "B"), ("B", "", "A"), ("C", "", "A")], &[&["A", "B"]]);
        reports(super::check, &[("A", "", "C"), ("B", "", "A"), ("C", "", "B")], &[&["A", "C", "B"]]);
    }

    #[test]
    fn a_long_chain_is_walked_without_running_out_of_stack() {
        let ids: Vec<String> = (0..5000).map(|n| format!("S{n:04}")).collect();
        let next = |n: usize| ids.get(n + 1).map_or("", String::as_str);
        let rows: Vec<(&str, &str, &str)> = ids.iter().enumerate().map(|(n, id)| (id.as_str(), "", next(n))).collect();
        reports(super::check, &rows, &[]);
    }
}

//! Sessions that must each come after the other, directly or in a circle.

use std::collections::BTreeSet;

use crate::model::{Session, SessionId, Severity};

use super::super::rule::{Case, Judge, Report, Rule};

pub(super) const RULE: Rule = Rule {
    name: "circular-order",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge, concerns),
    obstacles: None,
};

fn concerns(before: Option<&Session>, after: Option<&Session>) -> bool {
    before.map(|session| &session.after) != after.map(|session| &session.after)
}

fn judge(case: &Case<'_>, report: &mut Report<'_>) {
    if !case.facts.sessions().any(|session| !session.after.is_empty()) {
        return;
    }
    let mut done: BTreeSet<SessionId> = BTreeSet::new();
    for start in case.facts.sessions().map(|session| session.id) {
        // Depth first without recursion: a chain of predecessors can be as long as the plan.
        let mut path: Vec<(SessionId, usize)> = Vec::new();
        let mut on_path: BTreeSet<SessionId> = BTreeSet::new();
        if !done.contains(&start) {
            path.push((start, 0));
            on_path.insert(start);
        }
        while let Some((id, next)) = path.last().copied() {
            let before = case.facts.session(id).and_then(|session| session.after.get(next).copied());
            match before {
                Some(before) => {
                    if let Some(last) = path.last_mut() {
                        last.1 += 1;
                    }
                    if on_path.contains(&before) {
                        let at = path.iter().position(|&(id, _)| id == before).unwrap_or(0);
                        let circle = path[at..].iter().map(|&(id, _)| id).collect();
                        report.add("finding-circular-order", circle, Vec::new());
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
}

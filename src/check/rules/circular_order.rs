//! Sessions that must each come after the other, directly or in a circle.

use rustc_hash::FxHashSet;

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
    let mut done: FxHashSet<SessionId> = FxHashSet::default();
    let (mut path, mut on_path): (Vec<(SessionId, usize)>, FxHashSet<SessionId>) = Default::default();
    // Who has no predecessor closes no circle.
    for start in case.facts.sessions().filter(|session| !session.after.is_empty()).map(|session| session.id) {
        // Depth first without recursion: a chain of predecessors can be as long as the plan.
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

#[cfg(test)]
mod tests {
    use crate::check::tests::{NONE, filled, fixture, is_quiet_when_off, is_reported, plan, reports, session};

    #[test]
    fn a_circle_is_told_once_wherever_it_begins() {
        let free = || [session("S1").after("S2"), session("S2").after("S3"), session("S3"), session("S4").after("S1")];
        assert!(!is_reported("circular-order", free()));
        let [one, two, three, four] = free();
        let plan = plan([one, two, three.after("S1"), four]);
        assert_eq!(reports("circular-order", &plan), [["S1", "S2", "S3"]]);
        assert!(is_quiet_when_off("circular-order", &plan));
    }

    #[test]
    fn two_circles_and_a_diamond() {
        let two = [
            session("S1").after("S2"),
            session("S2").after("S1"),
            session("S3").after("S4"),
            session("S4").after("S3"),
        ];
        assert_eq!(reports("circular-order", &plan(two)), [["S1", "S2"], ["S3", "S4"]]);
        let diamond = [
            session("S1").after("S2").after("S3"),
            session("S2").after("S4"),
            session("S3").after("S4"),
            session("S4"),
        ];
        assert_eq!(reports("circular-order", &plan(diamond)), NONE);
    }

    #[test]
    fn a_chain_as_long_as_the_plan_is_no_circle() {
        let name = |at: usize| format!("S{at:05}");
        let chain =
            (0..3000).map(|at| if at == 0 { session(&name(0)) } else { session(&name(at)).after(&name(at - 1)) });
        assert_eq!(reports("circular-order", &filled(fixture(), chain)), NONE);
    }
}

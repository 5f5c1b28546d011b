//! Sessions that must each come after the other, directly or in a circle.

use crate::model::{Patch, Session, Severity};

use super::super::facts::Facts;
use super::super::rows::{Each, Slot};
use super::super::rule::{Case, Judge, Report, Rule, differs};

pub(super) const RULE: Rule = Rule {
    name: "circular-order",
    severity: Severity::Error,
    numbers: &[],
    judge: Judge::Plan(judge, concerns),
    obstacles: None,
};

fn concerns(_: &Facts, patch: &Patch) -> bool {
    let order = |session: Option<&Session>| session.map(|session| session.after.clone()).unwrap_or_default();
    differs::<Session>(patch, |before, after| order(before) != order(after))
}

/// What is known of a session.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    New,
    OnPath,
    Done,
}

fn judge(case: &Case<'_>, report: &mut Report<'_>) {
    let sessions = &case.facts.sessions;
    let mut states: Each<Session, State> = Each::default();
    let mut path: Vec<(Slot<Session>, usize)> = Vec::new();
    // Who has no predecessor closes no circle.
    for (start, _) in sessions.iter().filter(|(_, session)| !session.after.is_empty()) {
        // Depth first without recursion: a chain of predecessors can be as long as the plan.
        if *states.at(start) == State::New {
            path.push((start, 0));
            *states.at(start) = State::OnPath;
        }
        while let Some((slot, next)) = path.last().copied() {
            let Some(&before) = sessions.get(slot).and_then(|session| session.after.get(next)) else {
                *states.at(slot) = State::Done;
                path.pop();
                continue;
            };
            if let Some(last) = path.last_mut() {
                last.1 += 1;
            }
            let Some(before) = sessions.slot(before) else { continue };
            match states.at(before) {
                State::Done => {}
                State::OnPath => {
                    let at = path.iter().position(|&(slot, _)| slot == before).unwrap_or(0);
                    let circle = path[at..].iter().map(|&(slot, _)| slot).collect();
                    report.add("finding-circular-order", circle, Vec::new());
                    if report.is_full() {
                        return;
                    }
                }
                state @ State::New => {
                    *state = State::OnPath;
                    path.push((before, 0));
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

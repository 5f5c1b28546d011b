//! Plans that the program arranges: every answer is judged again, and what stays, stays.

use std::sync::atomic::AtomicBool;

use plenary::arrange::Until;
use plenary::arrange::fewest::fewest;
use plenary::arrange::plan::{Arranged, Task, What, Wishes, arrange, chosen};
use plenary::check::Checker;
use plenary::model::{Patch, Plan, Session, SessionId, Severity};
use plenary::store::Template;

fn task(what: What, steps: u64) -> Task {
    Task { what, wishes: Wishes::default(), conflicts: Vec::new(), now: None, seed: 1, until: Until::Steps(steps) }
}

fn go(plan: &Plan, task: &Task) -> Arranged {
    arrange(plan, task, &AtomicBool::new(false), &|_, _| {})
}

/// With these changed.
fn with(plan: &Plan, change: impl Fn(&mut Session)) -> Plan {
    let mut patch = Patch::default();
    for session in plan.sessions().iter() {
        let mut session = (**session).clone();
        change(&mut session);
        patch.put(plan, session);
    }
    let mut plan = plan.clone();
    plan.apply(&patch).unwrap();
    plan
}

fn arranged(plan: &Plan, found: &Arranged) -> Plan {
    let mut later = plan.clone();
    later.apply(&found.patch(plan)).unwrap();
    later
}

fn errors(plan: &Plan) -> Vec<SessionId> {
    let checker = Checker::new(plan);
    let errors = checker.findings().filter(|finding| finding.is_open() && finding.severity == Severity::Error);
    errors.flat_map(|finding| finding.sessions.clone()).collect()
}

/// The conference with everything in the tray, and the wishes where it should be taken away.
fn all_in_the_tray() -> Plan {
    with(&Template::Wtdc25.plan(), |session| {
        session.placement = None;
        session.pinned = false;
    })
}

#[test]
fn the_conference_is_arranged_from_the_tray_without_an_error() {
    let plan = all_in_the_tray();
    let found = go(&plan, &task(What::Tray, 12_000));
    let side = found.left.iter().find(|(id, _)| id.to_string() == "S43").expect("it is a side event on every day");
    assert!(side.1.iter().any(|finding| finding.rule == "side-event"), "{side:?}");
    assert!(found.left.len() < 30, "so short a search leaves few: {:?}", found.left);
    let later = arranged(&plan, &found);
    assert_eq!(errors(&later), []);
    let counts = Checker::new(&later).counts();
    assert_eq!(found.counts[1][..], counts[..4], "the answer says what the rules say");
}

#[test]
fn the_same_seed_and_steps_give_the_same_answer() {
    let plan = all_in_the_tray();
    assert_eq!(go(&plan, &task(What::Tray, 400)), go(&plan, &task(What::Tray, 400)));
}

#[test]
fn what_is_pinned_past_or_cancelled_stays() {
    let plan = Template::Wtdc25.plan();
    let pinned: SessionId = plan.sessions().ids().nth(20).unwrap();
    let plan = with(&plan, |session| session.pinned = session.id == pinned || session.pinned);
    let now = "2025-11-20T00:00".parse().unwrap();
    let found = go(&plan, &Task { now: Some(now), ..task(What::All, 300) });
    let later = arranged(&plan, &found);
    let mut stayed = 0;
    for session in plan.sessions().iter() {
        let is_past = session.placement.as_ref().is_some_and(|at| at.start < now);
        if session.pinned || is_past {
            stayed += 1;
            assert_eq!(later.sessions().get(session.id).unwrap().placement, session.placement, "{}", session.id);
        } else if let Some(at) = &later.sessions().get(session.id).unwrap().placement {
            assert!(at.start >= now, "{} does not go into the past", session.id);
        }
    }
    assert!(stayed > 5 && chosen(&plan, &What::All, Some(now)).iter().all(|id| *id != pinned));
}

#[test]
fn a_search_that_is_stopped_has_an_answer() {
    let plan = all_in_the_tray();
    let found = arrange(&plan, &task(What::Tray, 400), &AtomicBool::new(true), &|_, _| {});
    assert_eq!(found.moves.len() + found.left.len(), plan.sessions().len());
    assert_eq!(errors(&arranged(&plan, &found)), []);
}

#[test]
fn a_lost_room_takes_as_few_moves_as_sessions_were_in_it() {
    let plan = Template::Wtdc25.plan();
    let before = errors(&plan);
    // Two of one room at once: one of them has to go, and no more.
    let taken = plan.sessions().iter().find(|session| session.kind.is_formal() && !session.pinned).unwrap().clone();
    let other =
        plan.sessions().iter().rfind(|session| session.kind.is_formal() && session.event == taken.event).unwrap();
    let (other, at) = (other.id, taken.placement.clone().unwrap());
    let broken = with(&plan, |session| {
        if session.id == other {
            session.placement.as_mut().unwrap().start = at.start;
            session.placement.as_mut().unwrap().rooms = at.rooms.clone();
        }
    });
    assert!(errors(&broken).len() > before.len(), "something is broken");
    let found = fewest(&broken, Severity::Error, 1, &AtomicBool::new(false));
    assert!(!found.proposal.moves.is_empty() && found.least <= found.proposal.moves.len());
    assert!(found.least >= 1 && found.reasons.len() <= found.least.max(1), "{found:?}");
    let moves = Arranged { moves: found.proposal.moves.clone(), ..Arranged::default() };
    let later = arranged(&broken, &moves);
    assert!(errors(&later).len() <= before.len(), "the rules agree");
}

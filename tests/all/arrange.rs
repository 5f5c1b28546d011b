//! Plans that the program arranges: every answer is judged again, and what stays, stays.

use std::sync::atomic::AtomicBool;

use plenary::arrange::Until;
use plenary::arrange::fewest::{self, How, broken_by, fewest, open};
use plenary::arrange::happened::{Happened, strict};
use plenary::arrange::plan::{Arranged, Task, What, Wishes, arrange, chosen};
use plenary::check::Checker;
use plenary::model::burden::{self, Fairness, Measure};
use plenary::model::{Participation, Patch, Person, Plan, Role, Session, SessionId, Severity};
use plenary::store::Template;

fn task(what: What, steps: u64) -> Task {
    Task {
        what,
        wishes: Wishes::default(),
        conflicts: Vec::new(),
        now: None,
        fewest: false,
        seed: 1,
        until: Until::Steps(steps),
    }
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
    let chosen = open(&Checker::new(&broken), Severity::Error);
    let found = fewest(
        &broken,
        &chosen,
        How { until: Until::Steps(500), ..How::default() },
        &AtomicBool::new(false),
        &|_, _| {},
    );
    assert!(!found.proposal.moves.is_empty() && found.least <= found.proposal.moves.len());
    assert!(found.least >= 1 && found.reasons.len() <= found.least.max(1), "{found:?}");
    let moves = Arranged { moves: found.proposal.moves.clone(), ..Arranged::default() };
    let later = arranged(&broken, &moves);
    assert!(errors(&later).len() <= before.len(), "the rules agree");
}

/// What is left broken, and the moves, after something has happened to the built-in plan.
fn after(happened: &Happened) -> (fewest::Fewest, Plan, Plan) {
    let plan = Template::Wtdc25.plan();
    let strict = strict(&plan, Some(happened), None, &[]);
    let found =
        fewest::after(&plan, happened, How { until: Until::Steps(2_000), ..How::default() }, &AtomicBool::new(false));
    let moves = Arranged { moves: found.proposal.moves.clone(), ..Arranged::default() };
    let later = arranged(&strict, &moves);
    (found, strict, later)
}

#[test]
fn a_room_that_is_lost_is_left_by_each_session_in_it_and_no_other_one_moves() {
    let day = |text: &str| text.parse().unwrap();
    let happened = Happened::RoomLost("room-b".parse().unwrap(), day("2025-11-19"), day("2025-11-27"));
    let (found, strict, later) = after(&happened);
    let broken = broken_by(&Template::Wtdc25.plan(), &strict);
    assert!(broken.len() >= 5 && broken.iter().all(|finding| finding.rule == "room-closed"), "{broken:?}");
    assert!(found.is_proven() && found.proposal.left.is_empty(), "{found:?}");
    assert_eq!((found.proposal.moves.len(), found.reasons.len()), (broken.len(), broken.len()));
    assert_eq!(errors(&later).len(), errors(&Template::Wtdc25.plan()).len(), "nothing as bad has come");
}

#[test]
fn who_loses_a_room_keeps_the_time_where_another_room_is_free() {
    let (first, last) = ("2025-11-19".parse().unwrap(), "2025-11-27".parse().unwrap());
    let (found, strict, later) = after(&Happened::RoomLost("room-b".parse().unwrap(), first, last));
    assert_eq!(found.proposal.moves.len(), 9);
    let place = |plan: &Plan, id: SessionId| plan.sessions().get(id).unwrap().placement.clone().unwrap();
    let other_time: Vec<_> = found
        .proposal
        .moves
        .iter()
        .filter(|(id, _)| place(&strict, *id).start != place(&later, *id).start)
        .map(|(id, at)| (id, at.start))
        .collect();
    assert!(other_time.is_empty(), "{other_time:?}");
}

#[test]
fn a_day_that_is_lost_costs_no_more_moves_than_it_had_sessions() {
    let (found, strict, later) = after(&Happened::DayLost("2025-11-20".parse().unwrap()));
    let broken = broken_by(&Template::Wtdc25.plan(), &strict).len();
    let (moves, left) = (found.proposal.moves.len(), found.proposal.left.len());
    assert!(moves >= found.least && found.least + left <= broken + left, "{moves} {left} {}", found.least);
    assert!(left < broken, "some of it finds another day");
    assert!(errors(&later).len() <= errors(&Template::Wtdc25.plan()).len() + left, "what is left is told");
}

#[test]
fn a_chair_who_is_away_for_a_day_costs_a_move_of_each_session_with_that_chair() {
    let plan = Template::Wtdc25.plan();
    let (chair, day) = ("chair".parse().unwrap(), "2025-11-24".parse().unwrap());
    let mut patch = Patch::default();
    patch.put(&plan, Person::new(chair, "The Chair of COM4"));
    let of_committee =
        |session: &&std::sync::Arc<Session>| session.bodies == ["COM4".parse().unwrap()] && session.kind.is_formal();
    for session in plan.sessions().iter().filter(of_committee) {
        let people = vec![Participation { person: chair, role: Role::Chair }];
        patch.put(&plan, Session { people, ..(**session).clone() });
    }
    let mut plan = plan;
    plan.apply(&patch).unwrap();
    let happened = Happened::PersonAway(chair, day, day);
    let found =
        fewest::after(&plan, &happened, How { until: Until::Steps(500), ..How::default() }, &AtomicBool::new(false));
    assert_eq!((found.proposal.moves.len(), found.least), (1, 1), "{found:?}");
    assert!(found.reasons.iter().all(|finding| finding.rule == "person-away"));
    let (_, at) = &found.proposal.moves[0];
    assert_ne!(at.start.date(), day);
}

#[test]
fn what_changes_nothing_or_is_not_there_breaks_nothing() {
    let plan = Template::Wtdc25.plan();
    let happened =
        Happened::RoomLost("nowhere".parse().unwrap(), "2025-11-19".parse().unwrap(), "2025-11-27".parse().unwrap());
    assert!(happened.patch(&plan).is_empty());
    let found =
        fewest::after(&plan, &happened, How { until: Until::Steps(10), ..How::default() }, &AtomicBool::new(false));
    assert!(found.proposal.moves.is_empty() && found.is_proven());
}

#[test]
fn hours_of_a_virtual_meeting_are_fair_to_regions() {
    let plan = Template::Wtdc25.plan();
    let event = burden::events(&plan)[0];
    let sittings: Vec<SessionId> = burden::sittings(&plan, event).iter().map(|sitting| sitting.session).collect();
    let plan = with(&plan, |session| {
        if sittings.contains(&session.id) {
            (session.placement, session.pinned) = (None, false);
        }
    });
    let score = |regions: i64| {
        let wishes = Wishes { keep: 0, small_delegations: 0, balance: 0, regions, ..Wishes::default() };
        let found = go(&plan, &Task { wishes, ..task(What::Sessions(sittings.clone()), 400) });
        assert_eq!(found.left, [], "{regions}");
        let later = arranged(&plan, &found);
        let all = burden::sittings(&later, event);
        let times = all.iter().map(|sitting| (sitting.start, sitting.mins));
        Fairness::of(burden::of_all(&burden::regions(&later), times, &Measure::default())).score()
    };
    let (fair, anyhow) = (score(10), score(0));
    assert!(fair < anyhow, "{fair} is to be less than {anyhow}");
}

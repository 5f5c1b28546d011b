//! CPU time of the rules with 1,000, 10,000 and 100,000 sessions, and on plans that are as bad as can be.
//! `cargo bench --bench rules`
//!
//! Figures are CPU time of this process, so that other work on the machine counts little; compare them as ratios.

mod measure;
mod plans;

use std::sync::atomic::AtomicBool;
use std::time::Duration;

use measure::{middle, spread, timed};
use plans::{Odd, odd_plan, plan_with};
use plenary::arrange::{SlotLimits, slots};
use plenary::check::Checker;
use plenary::edit::{Command, Document};
use plenary::model::{Patch, Placement, Plan, RoomId, SessionId, Waiver};

fn main() {
    // `cargo test` also runs benches; there only the smallest plan is tried, once.
    let test = std::env::args().any(|argument| argument == "--test");
    let sizes: &[usize] = if test { &[1000] } else { &[1000, 10_000, 100_000] };
    println!("CPU milliseconds: median, mean, p95");
    for &size in sizes {
        figures(size, test);
    }
    println!(
        "\nCPU milliseconds from scratch of a plan and of one twice its size, and how many times longer that takes"
    );
    for odd in Odd::ALL {
        let of = |size| {
            let plan = odd_plan(odd, size);
            middle(times(if test { 1 } else { 5 }, |_| drop(Checker::new(&plan)))).as_secs_f64() * 1000.0
        };
        let (one, two) = if test { (of(100), of(200)) } else { (of(50_000), of(100_000)) };
        println!("{odd:16?} {one:9.1} {two:9.1} {:6.1}", two / one);
    }
}

/// So many lanes fit on a screen.
const IN_SIGHT: usize = 30;

fn times(runs: usize, mut run: impl FnMut(usize)) -> Vec<Duration> {
    (0..runs).map(|n| timed(|| run(n))).collect()
}

fn figures(size: usize, test: bool) {
    let (runs, few) = if test { (1, 1) } else { (200, 9) };
    let plan = plan_with(size);
    let show = |name: &str, times: Vec<Duration>| println!("{size:8}  {name:14} {}", spread(times));
    // What is dropped is not counted.
    let mut made = Vec::new();
    show("scratch", times(few, |_| made.push(Checker::new(&plan))));
    drop(made);
    let mut checker = Checker::new(&plan);
    println!("{size:8}  findings       {:9}", checker.findings().count());
    let ids: Vec<SessionId> = plan.sessions().ids().collect();
    let mut document = Document::new(plan.clone());
    let to = |plan: &Plan, n: usize| {
        let id = ids[(n * 7919) % ids.len()];
        let at = plan.sessions().get(id).unwrap().placement.clone().unwrap();
        (id, Placement { start: at.start.plus_mins(if n.is_multiple_of(2) { 24 * 60 + 35 } else { -50 }), ..at })
    };
    let (mut follow, mut what_if) = (Vec::new(), Vec::new());
    for n in 0..runs {
        let command = Command::Place(vec![to(document.plan(), n)]);
        let patch = plenary::edit::resolve(document.plan(), &command).unwrap();
        what_if.push(timed(|| _ = checker.what_if(document.plan(), &patch)));
        document.perform(&command).unwrap();
        follow.push(timed(|| _ = checker.follow(document.plan(), &patch)));
    }
    show("after a move", follow);
    show("what if", what_if);
    let mut plan = document.plan().clone();
    show("a waiver", waivers(&mut plan, &mut checker, if test { 1 } else { 40 }));
    show("sorted", times(few, |_| _ = checker.sorted()));
    show("clone", times(few, |_| _ = checker.clone()));
    let rooms: Vec<RoomId> = plan.rooms().ids().collect();
    let session = plan.sessions().get(ids[3]).unwrap();
    let within = plan.events().iter().next().unwrap().dates.span();
    let lanes = |count: usize| {
        times(few, |_| {
            let tint = checker.tint(session, &[session.id], within);
            rooms.iter().take(count).for_each(|&room| _ = checker.stretches(&tint, &[room]));
        })
    };
    show("tint, in sight", lanes(IN_SIGHT));
    show("tint, all", lanes(rooms.len()));
    let days = plan.events().iter().next().unwrap().dates.first_and_last();
    let limits =
        SlotLimits { first: days.0, last: days.1, from_min: 480, to_min: 1200, rooms: Vec::new(), keeps_order: false };
    show(
        "find a slot",
        times(few, |_| _ = slots((&plan, &mut checker), &[session.id], &limits, &AtomicBool::new(false))),
    );
}

/// Accepts one finding after the other.
fn waivers(plan: &mut Plan, checker: &mut Checker, runs: usize) -> Vec<Duration> {
    let found: Vec<_> = checker.sorted().into_iter().filter(|one| one.is_open()).take(runs).cloned().collect();
    let waive = |(n, finding): (usize, &plenary::check::Finding)| {
        let mut patch = Patch::default();
        let waiver = Waiver {
            id: format!("W{n}").parse().unwrap(),
            rule: finding.rule.parse().unwrap(),
            sessions: finding.sessions.clone(),
            facts: finding.facts(),
            reason: "agreed".into(),
        };
        patch.put(plan, waiver);
        plan.apply(&patch).unwrap();
        timed(|| _ = checker.follow(plan, &patch))
    };
    found.iter().enumerate().map(waive).collect()
}

//! Arranging plans of our own from the tray, mending one after a loss, and ways out of findings.
//! `cargo bench --bench arranging [-- SECONDS]`
//!
//! Searches run on all cores for so many seconds on the wall, 30 where none are given; memory is the most that the process had.

mod measure;
mod plans;

use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use measure::{milliseconds, timed};
use plans::plan_in;
use plenary::arrange::Until;
use plenary::arrange::fewest::{self, How};
use plenary::arrange::fixes;
use plenary::arrange::happened::Happened;
use plenary::arrange::plan::{Task, What, Wishes, arrange};
use plenary::check::Checker;
use plenary::model::{Patch, Plan, Session, Wish};

static NEVER: AtomicBool = AtomicBool::new(false);

fn main() {
    let test = std::env::args().any(|argument| argument == "--test");
    let seconds = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(30);
    let until = if test { Until::Steps(50) } else { Until::Time(Duration::from_secs(seconds)) };
    let sizes: &[(usize, usize)] = if test { &[(100, 10)] } else { &[(1_000, 40), (10_000, 160)] };
    println!(
        "from the tray: sessions, rooms; errors, warnings, left over; seconds on the wall; moves judged per second; MB"
    );
    for &(sessions, rooms) in sizes {
        let plan = in_the_tray(&plan_in(sessions, rooms));
        let (what, wishes) = (What::Tray, Wishes::default());
        let task = Task { what, wishes, conflicts: Vec::new(), now: None, fewest: false, seed: 1, until };
        let since = Instant::now();
        let found = arrange(&plan, &task, &NEVER, &|_, _| {});
        let took = since.elapsed().as_secs_f64();
        let [_, [_, _, warnings, errors]] = found.counts;
        let rate = found.judged as f64 / took;
        let left = found.left.len();
        println!("{sessions:7} {rooms:4} {errors:6} {warnings:6} {left:5} {took:7.1} {rate:12.0} {:6}", memory());
    }
    println!("\na room lost for a day: sessions; moves, needed at least; CPU milliseconds");
    for &(sessions, rooms) in sizes {
        let plan = plan_in(sessions, rooms);
        let day = plan.events().iter().next().unwrap().dates.first_and_last().0;
        let lost = Happened::RoomLost(plan.rooms().ids().next().unwrap(), day, day);
        let how = How { until: Until::Steps(if test { 10 } else { 2_000 }), ..How::default() };
        let mut found = fewest::Fewest::default();
        let took = timed(|| found = fewest::after(&plan, &lost, how, &NEVER));
        println!("{sessions:7} {:6} {:6} {}", found.proposal.moves.len(), found.least, milliseconds(took));
    }
    println!("\nways out of a finding: sessions; CPU milliseconds in the middle and at most, of forty");
    for &(sessions, rooms) in sizes {
        let plan = plan_in(sessions, rooms);
        let mut checker = Checker::new(&plan);
        let found: Vec<_> = checker.sorted().into_iter().filter(|one| one.is_open()).cloned().collect();
        let some = found.iter().step_by((found.len() / 40).max(1)).take(if test { 2 } else { 40 });
        let mut times: Vec<Duration> =
            some.map(|finding| timed(|| _ = fixes((&plan, &mut checker), finding, &NEVER))).collect();
        times.sort_unstable();
        println!("{sessions:7} {} {}", milliseconds(times[times.len() / 2]), milliseconds(times[times.len() - 1]));
    }
}

/// The plan with nothing on the timeline, and nothing that says where it was.
fn in_the_tray(plan: &Plan) -> Plan {
    let mut patch = Patch::default();
    for session in plan.sessions().iter() {
        let mut session = Session::clone(session);
        session.unschedule();
        session.wish = Wish::default();
        patch.put(plan, session);
    }
    let mut plan = plan.clone();
    plan.apply(&patch).unwrap();
    plan
}

/// The most memory that this process had, in MB; 0 where the system does not say.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()).unwrap_or(0) / 1024
}

//! CPU time of the rules with 1,000, 10,000 and 100,000 sessions. `cargo bench --bench rules`
//!
//! Figures are medians of CPU time of this process, so that other work on the machine counts little; compare them as
//! ratios.

mod measure;
mod plans;

use measure::{median, middle, milliseconds, timed};
use plans::plan_with;
use plenary::check::Checker;
use plenary::edit::{Command, Document};
use plenary::model::{Placement, Plan, RoomId, SessionId};

fn main() {
    // `cargo test` also runs benches; there only the smallest plan is tried, once.
    let test = std::env::args().any(|argument| argument == "--test");
    let sizes: &[usize] = if test { &[1000] } else { &[1000, 10_000, 100_000] };
    let runs = if test { 1 } else { 40 };
    println!("CPU milliseconds, median of {runs}");
    println!("sessions  findings   scratch  after a move   what if      tint  all lanes     slots");
    for &size in sizes {
        let plan = plan_with(size);
        let few = if test { 1 } else { 7 };
        // What is dropped is not counted.
        let mut made = Vec::new();
        let scratch = median(few, |_| made.push(Checker::new(&plan)));
        drop(made);
        let mut checker = Checker::new(&plan);
        let findings = checker.findings().count();
        let ids: Vec<SessionId> = plan.sessions().ids().collect();
        let mut document = Document::new(plan.clone());
        let to = |plan: &Plan, n: usize| {
            let id = ids[(n * 7919) % ids.len()];
            let at = plan.sessions().get(id).unwrap().placement.clone().unwrap();
            (id, Placement { start: at.start.plus_mins(if n.is_multiple_of(2) { 24 * 60 + 35 } else { -50 }), ..at })
        };
        let mut follow = Vec::new();
        let mut what_if = Vec::new();
        for n in 0..runs {
            let command = Command::Place(vec![to(document.plan(), n)]);
            let patch = plenary::edit::resolve(document.plan(), &command).unwrap();
            what_if.push(timed(|| _ = checker.what_if(document.plan(), &patch)));
            document.perform(&command).unwrap();
            follow.push(timed(|| checker.follow(document.plan(), &patch)));
        }
        let plan = document.plan();
        let rooms: Vec<RoomId> = plan.rooms().ids().collect();
        let session = plan.sessions().get(ids[3]).unwrap();
        let within = plan.events().iter().next().unwrap().dates.span();
        let tint = median(runs.min(9), |_| _ = checker.tint(plan, session, &[session.id], within));
        let lanes = median(runs.min(9), |_| {
            let tint = checker.tint(plan, session, &[session.id], within);
            for &room in &rooms {
                let _ = tint.stretches(&[room]);
            }
        });
        let days = plan.events().iter().next().unwrap().dates.first_and_last();
        let limits = plenary::check::SlotLimits {
            first: days.0,
            last: days.1,
            from_min: 480,
            to_min: 1200,
            rooms: Vec::new(),
            keeps_order: false,
        };
        let slots = median(few, |_| _ = checker.slots(plan, &[session.id], &limits));
        println!(
            "{size:8} {findings:9} {}     {} {} {}  {} {}",
            milliseconds(scratch),
            milliseconds(middle(follow)),
            milliseconds(middle(what_if)),
            milliseconds(tint),
            milliseconds(lanes),
            milliseconds(slots),
        );
    }
}

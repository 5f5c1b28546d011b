//! CPU time of comparing and merging plans of 1,000, 10,000 and 100,000 sessions. `cargo bench --bench merging`
//!
//! The plans are read from files, so they share no row; one session in ten was changed on each side, one in a hundred on
//! both.

mod measure;
mod plans;

use measure::{median, milliseconds};
use plans::plan_with;
use plenary::merge::{compare, conflicts, merge};
use plenary::model::{Patch, Plan, Session};
use plenary::store::{plan_text, read_plan};

fn main() {
    // `cargo test` also runs benches; there only the smallest plan is tried, once.
    let test = std::env::args().any(|argument| argument == "--test");
    let sizes: &[usize] = if test { &[1000] } else { &[1000, 10_000, 100_000] };
    println!("{:>8}  {:>9} {:>9} {:>9}  conflicts", "sessions", "compare", "the same", "merge");
    for &size in sizes {
        let base = plan_with(size);
        let (ours, theirs) = (edited(&base, 0, "ours"), edited(&base, 9, "theirs"));
        let runs = if test { 1 } else { 9 };
        let told = median(runs, |_| drop(compare(&ours, &theirs)));
        let same = median(runs, |_| drop(compare(&base, &base.clone())));
        let merging = median(runs, |_| drop(merge(&base, &ours, &theirs)));
        let open = conflicts(&merge(&base, &ours, &theirs).plan).len();
        println!("{size:8}  {} {} {}  {open}", milliseconds(told), milliseconds(same), milliseconds(merging));
    }
}

/// A copy that was edited by somebody and came back as a file.
fn edited(base: &Plan, offset: usize, remarks: &str) -> Plan {
    let mut plan = base.clone();
    let mut patch = Patch::default();
    for (n, session) in base.sessions().iter().enumerate() {
        let is_of_both = n % 100 == 50;
        if n % 10 == offset || is_of_both {
            let mut session = Session::clone(session);
            session.remarks = remarks.to_owned();
            session.placement.iter_mut().for_each(|at| at.start = at.start.plus_mins(5));
            patch.put(&plan, session);
        }
    }
    plan.apply(&patch).unwrap();
    read_plan(plan_text(&plan).as_bytes()).unwrap()
}

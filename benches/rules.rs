//! CPU time of the rules with 1,000, 10,000 and 100,000 sessions. `cargo bench --bench rules`
//!
//! Figures are medians of CPU time of this process, so that other work on the machine counts little; compare them as
//! ratios.

mod measure;

use std::fmt::Write as _;

use measure::{median, middle, milliseconds, timed};
use plenary::check::Checker;
use plenary::edit::{Command, Document, PlaceDeed};
use plenary::model::{Placement, Plan, RoomId, SessionId};
use plenary::store::read_plan;

/// A plan of a kind that could be: groups with a chair each, most of them small, in 160 rooms; three sessions in a hundred
/// lie on another. A plan of 100,000 sessions lasts 120 days.
fn plan_with(sessions: usize) -> Plan {
    let rooms = 160;
    let days = (sessions / 840).clamp(12, 120);
    let bodies = (sessions / 10).max(40);
    let first = chrono::NaiveDate::from_ymd_opt(2025, 11, 17).unwrap();
    let last = first + chrono::Days::new(days as u64 - 1);
    let mut text = format!(
        "(format: \"plenary plan\", version: 1, header: (title: (en: \"Generated\"), zone: \"Asia/Baku\", language: \"en\"),\n\
         events: [(id: \"E\", kind: Conference, title: (en: \"Event\"), dates: Days(\"{first}\", \"{last}\"), \
         zone: \"Asia/Baku\", hours: (\"08:00\", \"20:00\"))],\n"
    );
    let list = |text: &mut String, name: &str, count: usize, row: &dyn Fn(usize) -> String| {
        let _ = writeln!(text, "{name}: [");
        (0..count).for_each(|n| _ = writeln!(text, "{},", row(n)));
        text.push_str("],\n");
    };
    list(&mut text, "people", bodies, &|n| format!("(id: \"P{n:05}\", name: \"Chair {n}\")"));
    list(&mut text, "bodies", bodies, &|n| {
        format!(
            "(id: \"B{n:05}\", kind: DraftingGroup, code: (en: \"G{n}\"), officers: [(person: \"P{n:05}\", role: Chair)])"
        )
    });
    list(&mut text, "rooms", rooms, &|n| {
        format!("(id: \"R{n:03}\", title: (en: \"Room {n}\"), order: {n}, booths: {})", if n < 8 { 6 } else { 0 })
    });
    let kinds = ["Network", "Briefing", "Other", "Visit", "Drafting", "Network", "Other", "Other"];
    list(&mut text, "sessions", sessions, &|n| {
        let (room, turn) = (n % rooms, n / rooms);
        let (day, slot) = ((turn / 7) % days, turn % 7);
        let again = turn / 7 / days;
        let nudge = if n % 33 == 0 { 40 } else { 0 };
        let start = 8 * 60 + slot * 100 + 5 * (n % 4) + nudge + 7 * again;
        let date = first + chrono::Days::new(day as u64);
        let kind = if n % 160 == 1 { "Committee" } else { kinds[n % kinds.len()] };
        let languages = if n % 160 == 1 { "languages: \"en fr es ru zh ar\", " } else { "" };
        let after =
            if n % 5 == 0 && n >= 2 * rooms { format!("after: [\"S{:06}\"], ", n - 2 * rooms) } else { String::new() };
        format!(
            "(id: \"S{n:06}\", event: \"E\", kind: {kind}, title: (en: \"Session {n}\"), bodies: [\"B{:05}\"], {languages}{after}\
             placement: (start: \"{date}T{:02}:{:02}\", length_mins: {}, rooms: [\"R{room:03}\"]))",
            (n * 7) % bodies,
            start / 60,
            start % 60,
            45 + (n % 3) * 15,
        )
    });
    text.push(')');
    read_plan(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

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
            let command = Command::Place(PlaceDeed::Move, vec![to(document.plan(), n)]);
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

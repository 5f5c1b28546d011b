//! CPU time of reading calendars and schedules of 10,000 sessions, and of showing what they would change.
//! `cargo bench --bench arriving`

mod measure;
mod plans;

use chrono::DateTime;
use measure::{median, milliseconds};
use plans::plan_with;
use plenary::exchange::arriving::{Arrival, Choices, read};
use plenary::exchange::{Progress, Request, export, exporter};
use plenary::model::zone::Tz;
use plenary::model::{Header, Plan};

fn main() {
    // `cargo test` also runs benches; there a small plan is tried, once.
    let test = std::env::args().any(|argument| argument == "--test");
    let (size, runs) = if test { (200, 1) } else { (10_000, 7) };
    let plan = plan_with(size);
    let empty = Plan::new(Header::in_zone(Tz::UTC));
    println!("CPU milliseconds, median of {runs}, of {size} sessions");
    println!("format            kB      read   as new   again");
    for format in ["ics", "schedule-xml", "schedule-json"] {
        let exporter = exporter(format).expect("a format");
        let request = Request::new(exporter);
        let files = export(&plan, &request, DateTime::UNIX_EPOCH, &Progress::default()).expect("a file");
        let (name, bytes) = (format!("x.{}", exporter.extension), &files[0].bytes);
        let understood = read(&name, bytes, None).unwrap_or_else(|why| panic!("{format}: {why:?}"));
        let reading = median(runs, |_| _ = std::hint::black_box(read(&name, bytes, None)));
        let fit = |plan: &Plan| {
            let mut report = understood.report.clone();
            median(runs, |_| {
                std::hint::black_box(
                    Arrival::new(&understood.draft, plan, &Choices::default(), &mut report).made().len(),
                );
            })
        };
        let (new, again) = (fit(&empty), fit(&plan));
        let [reading, new, again] = [reading, new, again].map(milliseconds);
        println!("{format:13} {:8}  {reading}  {new} {again}", bytes.len() / 1024);
    }
}

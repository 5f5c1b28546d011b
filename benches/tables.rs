//! CPU time of tables on their way in: 10,000 sessions of a file, read, matched and made into a command. `cargo bench --bench
//! tables`

mod measure;
mod plans;

use chrono::{DateTime, NaiveDate};
use measure::{median, milliseconds};
use plans::plan_with;
use plenary::exchange::incoming::sheets::{TextChoices, read};
use plenary::exchange::incoming::{Grid, Incoming, Known, Near, Pasted, Remembered, returning};
use plenary::exchange::{Progress, Request, export, exporter};
use plenary::model::{Language, Plan};
use plenary::store::Template;

fn main() {
    // `cargo test` also runs benches; there a small plan is tried, once.
    let test = std::env::args().any(|argument| argument == "--test");
    let sizes: &[usize] = if test { &[200] } else { &[1000, 10_000] };
    let runs = if test { 1 } else { 7 };
    println!("CPU milliseconds, median of {runs}");
    println!("sessions  format  into        ms");
    for &size in sizes {
        let plan = plan_with(size);
        for format in ["csv", "xlsx"] {
            let request = Request::new(exporter(format).expect("a format"));
            let file = export(&plan, &request, DateTime::UNIX_EPOCH, &Progress::default()).expect("it is handed out");
            let bytes = &file[0].bytes;
            for (into, name) in [(&plan, "itself"), (&Template::Wtdc25.plan(), "another")] {
                let time = median(runs, |_| drop(come_in(into, bytes)));
                println!("{size:8}  {format:6}  {name:8} {}", milliseconds(time));
            }
        }
    }
}

/// From bytes to what they would make of a plan.
fn come_in(plan: &Plan, bytes: &[u8]) -> Incoming {
    let file = read(bytes, TextChoices::default()).expect("it is a table");
    let (rows, returned) = returning(&file.sheets, 0, plan);
    let known = Known::new(plan);
    let pasted = Pasted::coming(Grid::of_rows(&rows).expect("it has rows"), &known, &Remembered::new(), returned);
    let day = NaiveDate::from_ymd_opt(2025, 11, 17).expect("a day");
    Incoming::new(&pasted, plan, known, Near { day, language: Language::English })
}

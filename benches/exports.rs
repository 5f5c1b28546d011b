//! CPU time of every export, for plans of 1,000 and 10,000 sessions. `cargo bench --bench exports`
//!
//! Figures are medians of CPU time of this process, so that other work on the machine counts little; compare them as
//! ratios.

mod measure;
mod plans;

use chrono::DateTime;
use measure::{median, milliseconds};
use plans::plan_with;
use plenary::exchange::{EXPORTERS, ExportError, Layout, Progress, Request, export};
use plenary::model::Language;

fn main() {
    // `cargo test` also runs benches; there a small plan is tried, once.
    let test = std::env::args().any(|argument| argument == "--test");
    let sizes: &[usize] = if test { &[200] } else { &[1000, 10_000] };
    let runs = if test { 1 } else { 7 };
    println!("CPU milliseconds, median of {runs}");
    println!("sessions  format         layout          ms      kB  ms in two languages");
    for &size in sizes {
        let plan = plan_with(size);
        for exporter in EXPORTERS {
            let layouts = if exporter.layouts.is_empty() { &[Layout::Programme] } else { exporter.layouts };
            for &layout in layouts {
                let time = |languages: &[Language]| {
                    let request = Request { layout, languages: languages.to_vec(), ..Request::new(exporter) };
                    let mut bytes = 0;
                    let time =
                        median(runs, |_| match export(&plan, &request, DateTime::UNIX_EPOCH, &Progress::default()) {
                            Ok(files) => bytes = files.iter().map(|file| file.bytes.len()).sum(),
                            Err(ExportError::NoStatements) => {}
                            Err(error) => panic!("{}: {error:?}", exporter.name),
                        });
                    (time, bytes)
                };
                let (one, bytes) = time(&[Language::English]);
                if bytes > 0 {
                    let (two, _) = time(&[Language::English, Language::Russian]);
                    println!(
                        "{size:8}  {:13}  {:10} {}  {:6} {}",
                        exporter.name,
                        layout.name(),
                        milliseconds(one),
                        bytes / 1024,
                        milliseconds(two)
                    );
                }
            }
        }
    }
}

//! CPU time of every export, for plans of 1,000 and 10,000 sessions. `cargo bench --bench exports`
//!
//! Figures are medians of CPU time of this process, so that other work on the machine counts little; compare them as
//! ratios.

mod measure;
mod plans;

use chrono::DateTime;
use measure::{median, milliseconds};
use plans::plan_with;
use plenary::exchange::{EXPORTERS, ExportError, Layout, Progress, Request, export, exporter};
use plenary::model::Language;

fn main() {
    // `cargo test` also runs benches; there a small plan is tried, once.
    let test = std::env::args().any(|argument| argument == "--test");
    let sizes: &[usize] = if test { &[200] } else { &[1000, 10_000] };
    let runs = if test { 1 } else { 7 };
    println!("CPU milliseconds, median of {runs}");
    all_papers(sizes[0]);
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
                            // A plan without people or statements has no lists of them.
                            Err(ExportError::NoStatements | ExportError::NoItems | ExportError::Nothing) => {}
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

/// All papers that there are pages for, in PDF, Word and HTML, once in each of six languages: what a secretariat hands out in a
/// night. Measured first, so that the memory is that of this alone.
fn all_papers(size: usize) {
    let plan = plan_with(size);
    let formats = ["pdf", "docx", "html"].map(|name| exporter(name).expect("it is there"));
    let (mut files, mut bytes) = (0, 0);
    let time = median(1, |_| {
        for language in Language::ALL {
            for format in formats {
                for &layout in format.layouts {
                    let request =
                        Request { layout, languages: vec![language], is_internal: true, ..Request::new(format) };
                    match export(&plan, &request, DateTime::UNIX_EPOCH, &Progress::default()) {
                        Ok(made) => {
                            files += made.len();
                            bytes += made.iter().map(|file| file.bytes.len()).sum::<usize>();
                        }
                        Err(ExportError::NoStatements | ExportError::NoItems | ExportError::Nothing) => {}
                        Err(error) => panic!("{} {}: {error:?}", format.name, layout.name()),
                    }
                }
            }
        }
    });
    println!(
        "all papers of {size} sessions in six languages: {} ms, {files} files, {} MB, peak of memory {}",
        milliseconds(time),
        bytes / 1_000_000,
        peak().map_or_else(|| "not known".to_owned(), |kilobytes| format!("{} MB", kilobytes / 1000))
    );
}

/// The most memory that this process has had, in kB, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

//! The search on instances of `CoSPLib` (Kheiri, Pylyavskyy, Jacko: a benchmark library for conference scheduling).
//! `cargo bench --bench yardstick -- FOLDER [--for SECONDS] [--seeds N] [--out FOLDER] [NAME…]`
//!
//! FOLDER holds the workbooks. What it says is the full objective; answers are written to OUT as workbooks that the authors' own
//! checker reads. Without a folder, as for `cargo test`, nothing is done.

#[path = "yardstick/cosplib.rs"]
mod cosplib;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use plenary::arrange::{Until, cost_of, search};

fn main() {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench" && word != "--test");
    let Some(folder) = words.next().map(PathBuf::from) else { return };
    let (mut seconds, mut seeds, mut out, mut names) = (10.0, 5, None, Vec::new());
    while let Some(word) = words.next() {
        match word.as_str() {
            "--for" => seconds = words.next().and_then(|word| word.parse().ok()).unwrap_or(seconds),
            "--seeds" => seeds = words.next().and_then(|word| word.parse().ok()).unwrap_or(seeds),
            "--out" => out = words.next().map(PathBuf::from),
            name => names.push(name.to_owned()),
        }
    }
    if names.is_empty() {
        let files = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let books = files.filter(|path| path.extension().is_some_and(|ending| ending == "xlsx"));
        names = books.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
        names.sort();
    }
    println!("objective by seed, median; moves judged per second");
    for name in names {
        figures(&folder, &name, Duration::from_secs_f64(seconds), seeds, out.as_deref());
    }
}

fn figures(folder: &Path, name: &str, time: Duration, seeds: u64, out: Option<&Path>) {
    let instance = cosplib::read(&folder.join(format!("{name}.xlsx"))).unwrap_or_else(|why| panic!("{name}: {why}"));
    let nothing = vec![None; instance.problem.items.len()];
    let (mut costs, mut judged, since) = (Vec::new(), 0, Instant::now());
    for seed in 1..=seeds {
        let found = search(&instance.problem, &nothing, seed, Until::Time(time), &AtomicBool::new(false), &|_| {});
        assert_eq!(cost_of(&instance.problem, &found.answer), Some(found.cost), "costs are what they are");
        judged += found.judged;
        costs.push(found.cost);
        if let Some(out) = out {
            instance
                .write(&found.answer, &out.join(format!("{name}-{seed}.xlsx")))
                .unwrap_or_else(|why| panic!("{why}"));
        }
    }
    let rate = judged as f64 / since.elapsed().as_secs_f64();
    let shown = format!("{costs:?}");
    costs.sort_unstable();
    println!("{name:8} {shown:40} {:8} {rate:12.0}", costs[costs.len() / 2]);
}

//! Changes plans, journals and merges by lot, and looks whether any of it breaks the program. `docs/FUZZING.md` says how to
//! let it run for longer.

#[path = "../../fuzz/targets.rs"]
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::DateTime;
use plenary::edit::{Command, Document};
use plenary::exchange::{Progress, Request, export, exporter};
use plenary::keeping::word;
use plenary::model::{Plan, Session};
use plenary::store::journal::{Entry, Event, Header, Journal, JournalFile, Place, Step};
use plenary::store::{Template, plan_json, plan_text};

type Target = fn(&[u8]) -> bool;

const TARGETS: [(&str, Target); 5] = [
    ("plan", targets::plan),
    ("journal", targets::journal),
    ("merging", targets::merging),
    ("sheets", targets::sheets),
    ("arriving", targets::arriving),
];

/// So long one input may take in a build that is not optimized.
const PATIENCE: Duration = Duration::from_secs(20);
/// So many inputs are changed on.
const POOL: usize = 200;
/// What is longer is not made longer.
const LONGEST: usize = 256 << 10;
/// So much memory is enough for all of it, in KB.
const MEMORY: u64 = 1 << 20;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let at = arguments.iter().position(|word| word == name)?;
        Some(arguments.get(at + 1).expect("a value").clone())
    };
    if let Some(input) = option("--input") {
        let name = Path::new(&input).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (_, target) = TARGETS.iter().find(|(known, _)| *known == name).expect("a file called like a target");
        println!("taken: {}", target(&std::fs::read(input).unwrap()));
        return;
    }
    if let Some(folder) = option("--corpus") {
        return TARGETS.iter().for_each(|(name, _)| write_corpus(&Path::new(&folder).join(name), &corpus(name)));
    }
    // Names choose tests, and this one is called `fuzz`.
    let is_filtered = !arguments.iter().any(|word| word.starts_with("--se"))
        && arguments.iter().any(|word| !word.starts_with("--") && !"fuzz".contains(word.as_str()));
    if is_filtered || arguments.iter().any(|word| word == "--list") {
        return;
    }
    let seconds: u64 = option("--seconds").map_or(3, |text| text.parse().expect("a number of seconds"));
    let seed = option("--seed").map_or(1, |text| text.parse().expect("a number"));
    for (name, target) in TARGETS {
        let time = Duration::from_millis(seconds * 1000 / 4);
        let (tried, taken) = run((name, target), &mut Lot(seed), time);
        println!("{name}: {tried} inputs, {taken} of them taken");
    }
    let peak = peak();
    assert!(peak < MEMORY, "{peak} KB of memory were in use");
}

fn run((name, target): (&str, Target), lot: &mut Lot, time: Duration) -> (usize, usize) {
    let seeds = corpus(name);
    for seed in &seeds {
        assert!(attempt((name, target), seed), "the corpus of {name} is taken as it is");
    }
    let (mut pool, begun, mut counts) = (seeds.clone(), Instant::now(), (0, 0));
    while begun.elapsed() < time {
        let mut input = pool[lot.below(pool.len())].clone();
        for _ in 0..=lot.below(3) {
            change(&mut input, &seeds, lot);
        }
        counts.0 += 1;
        if attempt((name, target), &input) {
            counts.1 += 1;
            // Change goes on from what was good enough.
            let place = lot.below(POOL).min(pool.len());
            if place == pool.len() {
                pool.push(input)
            } else if place >= seeds.len() {
                pool[place] = input
            }
        }
    }
    counts
}

/// Tries one input; one that fails is kept.
fn attempt((name, target): (&str, Target), input: &[u8]) -> bool {
    let begun = Instant::now();
    let done = catch_unwind(AssertUnwindSafe(|| target(input)));
    if done.is_err() || begun.elapsed() > PATIENCE {
        let file = Path::new("target/fuzz").join(name);
        write(&file, input);
        panic!("{name} fails, or takes {:?}, with what is in {}", begun.elapsed(), file.display());
    }
    done.unwrap_or(false)
}

fn write(file: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, bytes).unwrap();
}

fn write_corpus(folder: &Path, inputs: &[Vec<u8>]) {
    inputs.iter().enumerate().for_each(|(number, input)| write(&folder.join(number.to_string()), input));
}

/// The most memory that was in use so far, in KB; where nobody says, none.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

// What is changed.

fn corpus(name: &str) -> Vec<Vec<u8>> {
    let [small, blank] = [Template::TwoDays.begin(), Template::Blank.begin()];
    let (ours, theirs) = (edited(&small, 3), edited(&small, 2));
    match name {
        "plan" => vec![
            plan_text(&small).into_bytes(),
            plan_text(&blank).into_bytes(),
            plan_json(&small).into_bytes(),
            include_bytes!("../../saves/version-1.ron").to_vec(),
        ],
        "journal" => vec![journal_of(&small, 20), journal_of(&blank, 0)],
        "sheets" => tables(&small),
        "arriving" => vec![
            include_bytes!("../all/arriving/calendar.ics").to_vec(),
            include_bytes!("../all/arriving/schedule.xml").to_vec(),
            include_bytes!("../all/arriving/indico.json").to_vec(),
            include_bytes!("../all/arriving/sessionize.json").to_vec(),
            include_bytes!("../all/arriving/grid.json").to_vec(),
        ],
        _ => vec![
            three([&small, ours.plan(), theirs.plan()]),
            three([&small, &small, theirs.plan()]),
            three([&blank, &small, ours.plan()]),
        ],
    }
}

/// The small plan as tables, and tables of others.
fn tables(plan: &Plan) -> Vec<Vec<u8>> {
    let out = |format: &str| {
        let request = Request::new(exporter(format).expect("a format"));
        export(plan, &request, DateTime::UNIX_EPOCH, &Progress::default()).expect("it is handed out").remove(0).bytes
    };
    let plan_of_hours = ";Mon 17;Tue 18\nAM;\"9:30-10:45 COM3\nOpening\";Talks\n10:00;x;y\n11:00;z;\n";
    let spreadsheet = "<office:spreadsheet><table:table><table:table-row table:number-rows-repeated=\"3\"><table:table-cell \
        office:value-type=\"date\" office:date-value=\"2025-11-17T09:30:00\"/><table:table-cell><text:p>x</text:p>\
        </table:table-cell></table:table-row></table:table></office:spreadsheet>";
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    archive.start_file("content.xml", stored).expect("in memory");
    std::io::Write::write_all(&mut archive, spreadsheet.as_bytes()).expect("in memory");
    let archive = archive.finish().expect("in memory").into_inner();
    vec![
        b"Title;Date;Start;End;Room\nOne;17.11.2025;9:30;10h45;Room A\nTwo;45979;0.3958333;;Rm A\n".to_vec(),
        plan_of_hours.as_bytes().to_vec(),
        archive,
        out("csv"),
        out("xlsx"),
        out("docx"),
    ]
}

fn three(plans: [&Plan; 3]) -> Vec<u8> {
    plans.map(|plan| plan_text(plan).into_bytes()).join(targets::BETWEEN)
}

/// A plan in which every `nth` session was changed in some way, or removed.
fn edited(plan: &Plan, nth: usize) -> Document {
    let mut document = Document::new(plan.clone());
    for (number, session) in plan.sessions().iter().enumerate().filter(|(number, _)| number % nth == 0) {
        let mut row = Session::clone(session);
        match number % 4 {
            0 => row.remarks = format!("changed {nth}"),
            1 => row.placement.iter_mut().for_each(|at| at.start = at.start.plus_mins(5)),
            2 => row.title = format!("Title {nth}").as_str().into(),
            _ => _ = document.perform(&Command::Remove(vec![row.id.into()])),
        }
        if number % 4 != 3 {
            let _ = document.perform(&Command::Put(row.into()));
        }
    }
    document
}

/// A journal of a plan that was edited, a step taken back, and saved.
fn journal_of(plan: &Plan, steps: usize) -> Vec<u8> {
    let now = chrono::DateTime::UNIX_EPOCH;
    let document = edited(plan, 1);
    let step = |step: &plenary::edit::Step| Step {
        number: step.number,
        label: word(&step.label),
        patch: Arc::clone(&step.patch),
    };
    let done = document.done().iter().take(steps).map(|done| Event::Did(step(done)));
    let mut events: Vec<Event> = done.collect();
    if !events.is_empty() {
        events.extend([Event::Undid, Event::Redid]);
    }
    let entries = events.into_iter().map(|event| Entry { at: now, event }).collect();
    let header = Header { program: "0".to_owned(), identity: plan.header().identity, file: None, begun: now };
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = Place::Folder(folder.path()).new_path().unwrap();
    let journal = Journal { header, base: plan.clone(), entries };
    drop(JournalFile::create(&path, &journal).unwrap());
    std::fs::read(path).unwrap()
}

// How it is changed.

/// Numbers by lot, the same for the same seed.
struct Lot(u64);

impl Lot {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

const ODD: [&str; 24] = [
    "0",
    "-1",
    "65536",
    "4294967296",
    "18446744073709551616",
    "1e308",
    "\"\"",
    "\"S01\"",
    "None",
    "Some(\"\")",
    "[]",
    "()",
    "{}",
    ",",
    ":",
    "\\u{0}",
    "\u{202e}",
    "\u{0}",
    "2025-02-30",
    "9999-12-31T23:59",
    "00:00",
    "24:00",
    "\n",
    "((((((((",
];

fn change(input: &mut Vec<u8>, seeds: &[Vec<u8>], lot: &mut Lot) {
    let at = lot.below(input.len());
    let end = (at + 1 + lot.below(40)).min(input.len());
    match lot.below(10) {
        _ if input.is_empty() => input.push(b'('),
        0 => input[at] = u8::try_from(lot.below(256)).unwrap(),
        1 => _ = input.drain(at..end),
        2 => drop(input.splice(at..end, lot.of(&ODD).unwrap().bytes())),
        // A text or a word in the place of another.
        3..=5 => {
            let words = words(lot.of(seeds).unwrap());
            let (from, to) = (self::words(input), lot.of(&words).cloned());
            if let (Some((place, _)), Some((_, word))) = (lot.of(&from), to) {
                let place = place.clone();
                input.splice(place, word);
            }
        }
        // Lines that go, come twice or change places.
        kind => {
            let mut lines: Vec<Vec<u8>> = input.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
            let (one, other) = (lot.below(lines.len()), lot.below(lines.len()));
            let count = (1 + lot.below(12)).min(lines.len() - one);
            match kind {
                6 => _ = lines.drain(one..one + count),
                7 if input.len() < LONGEST => {
                    let copied = lines[one..one + count].to_vec();
                    drop(lines.splice(other..other, copied));
                }
                _ => lines.swap(one, other),
            }
            *input = lines.join(&b'\n');
        }
    }
}

/// Texts between quotes, words and numbers: where they stand, and what they are.
fn words(input: &[u8]) -> Vec<(std::ops::Range<usize>, Vec<u8>)> {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte) || byte >= 0x80;
    let (mut found, mut at) = (Vec::new(), 0);
    while at < input.len() {
        let begin = at;
        if input[at] == b'"' {
            at += 1;
            while at < input.len() && input[at] != b'"' {
                at += 1 + usize::from(input[at] == b'\\');
            }
            at = (at + 1).min(input.len());
        } else {
            while at < input.len() && is_word(input[at]) {
                at += 1;
            }
        }
        if at > begin { found.push((begin..at, input[begin..at].to_vec())) } else { at += 1 }
    }
    found
}

//! CPU time of the journal: adding one step, and opening one of 10,000 steps.
//! `cargo bench --bench journal`
//!
//! Figures are CPU time of this process: waiting for the disk is not in them.

mod measure;
mod plans;

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use measure::{median, milliseconds, spread, timed};
use plans::plan_with;
use plenary::edit::{Command, Document};
use plenary::keeping::{restored, word};
use plenary::model::{Placement, SessionId};
use plenary::store::journal::{Entry, Event, FileNow, Header, Journal, JournalFile, Place, Step, read_journal};

fn main() {
    // `cargo test` also runs benches; there only the smallest plan is tried, once.
    let test = std::env::args().any(|argument| argument == "--test");
    let (sizes, steps): (&[usize], usize) = if test { (&[1000], 100) } else { (&[1000, 10_000], 10_000) };
    let folder = tempfile::tempdir().unwrap();
    println!("CPU milliseconds");
    for &size in sizes {
        let (journal, document) = journal_of(size, steps);
        println!("{size:8}  append one step, median, mean, p95: {}", spread(append(folder.path(), &journal)));
        let path = Place::Folder(folder.path()).new_path().unwrap();
        drop(JournalFile::create(&path, &journal).unwrap());
        let bytes = std::fs::read(&path).unwrap();
        let read = median(if test { 1 } else { 5 }, |_| assert_eq!(read_journal(&bytes).unwrap().lost, None));
        let make = median(if test { 1 } else { 5 }, |_| {
            assert_eq!(restored(&journal, FileNow::None).unwrap().done().len(), document.done().len());
        });
        println!(
            "{size:8}  open {steps} steps: read {}, make a document {}, {} KB",
            milliseconds(read),
            milliseconds(make),
            bytes.len() / 1000
        );
    }
}

/// A journal in which sessions are moved.
fn journal_of(size: usize, steps: usize) -> (Journal, Document) {
    let now: DateTime<Utc> = "2025-11-17T10:00:00Z".parse().unwrap();
    let base = plan_with(size);
    let ids: Vec<SessionId> = base.sessions().ids().collect();
    let mut document = Document::new(base.clone());
    let mut entries = Vec::new();
    for n in 0..steps {
        let id = ids[(n * 7919) % ids.len()];
        let at = document.plan().sessions().get(id).unwrap().placement.clone().unwrap();
        let to = Placement { start: at.start.plus_mins(if n.is_multiple_of(2) { 35 } else { -50 }), ..at };
        let step = document.perform(&Command::Place(vec![(id, to)])).unwrap().unwrap();
        let step = Step { number: step.number, label: word(&step.label), patch: Arc::clone(&step.patch) };
        entries.push(Entry { at: now, event: Event::Did(step) });
    }
    let header = Header { program: "bench".to_owned(), identity: None, file: None, begun: now };
    (Journal { header, base, entries }, document)
}

fn append(folder: &Path, journal: &Journal) -> Vec<std::time::Duration> {
    let begin = Journal { entries: Vec::new(), ..journal.clone() };
    let mut file = JournalFile::create(&Place::Folder(folder).new_path().unwrap(), &begin).unwrap();
    journal.entries.iter().take(100).map(|entry| timed(|| file.append(std::slice::from_ref(entry)).unwrap())).collect()
}

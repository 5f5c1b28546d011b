//! What a program that makes up input calls with it: plain functions, for the test `fuzz` and for `cargo-fuzz`
//! (docs/FUZZING.md). They panic where something is wrong, and tell whether the input was good enough to be taken.

use plenary::edit::{Document, resolve};
use plenary::exchange::arriving::{Arrival, Choices, read};
use plenary::exchange::incoming::sheets::{TextChoices, read as read_tables};
use plenary::exchange::incoming::{Grid, Incoming, Known, Near, Pasted, Remembered, returning, unfolded};
use plenary::keeping::restored;
use plenary::merge::{Decision, Merged, compare, conflicts, decide, is_possible, merge, merge_apart};
use plenary::model::zone::Tz;
use plenary::model::{Header, Language, Plan};
use plenary::store::journal::{FileNow, read_journal};
use plenary::store::{Template, plan_json, plan_text, read_plan};

/// What stands between the three plans of [`merging`].
pub const BETWEEN: &[u8] = b"\n\x1e\n";

/// What a file of tables would make of a plan can be made, whatever is in it.
pub fn sheets(bytes: &[u8]) -> bool {
    let Ok(file) = read_tables(bytes, TextChoices::default()) else { return false };
    let plan = Template::TwoDays.plan();
    let day = plan.events().iter().next().map(|event| event.dates.first_and_last()).expect("it has an event");
    let near = Near { day: day.0, language: Language::English };
    for place in 0..file.sheets.len().min(4) {
        let (rows, returned) = returning(&file.sheets, place, &plan);
        let known = Known::new(&plan);
        let unfolded = unfolded(&file.sheets[place], &known, day).map(|found| found.pasted);
        let read = Grid::of_rows(&rows).ok().map(|grid| Pasted::coming(grid, &known, &Remembered::new(), returned));
        for pasted in read.into_iter().chain(unfolded) {
            let incoming = Incoming::new(&pasted, &plan, Known::new(&plan), near);
            assert_eq!(incoming.rows.len(), pasted.rows().len(), "each row is told of");
            if let Some(Ok(patch)) = incoming.command().map(|command| resolve(&plan, &command)) {
                plan.clone().apply(&patch).expect("what comes in is whole");
            }
        }
    }
    true
}

/// A plan that is read is the same when it has been written and read again, in both of its clothes.
pub fn plan(bytes: &[u8]) -> bool {
    let Ok(plan) = read_plan(bytes) else { return false };
    for text in [plan_text(&plan), plan_json(&plan)] {
        let again = read_plan(text.as_bytes()).expect("what was written can be read");
        assert!(again == plan, "it is another plan when it has been written and read");
    }
    true
}

/// A journal that is read, as it is and with checksums that are right, leads to a document.
pub fn journal(bytes: &[u8]) -> bool {
    [bytes.to_vec(), summed(bytes)].iter().filter(|bytes| restores(bytes)).count() > 0
}

fn restores(bytes: &[u8]) -> bool {
    let Ok(read) = read_journal(bytes) else { return false };
    for file in [FileNow::None, FileNow::Same] {
        let mut document = restored(&read.journal, file).expect("what was read fits");
        let end = document.plan().clone();
        while document.undo().is_some() {}
        assert!(document.plan() == &read.journal.base, "all of it taken back is what it began with");
        while document.redo().is_some() {}
        let is_end = document.plan() == &end;
        assert!(is_end || read.journal.done().len() < document.done().len(), "made again it is another plan");
    }
    true
}

/// The lines of a journal with the checksums that belong to them: whoever writes one on purpose can make them.
fn summed(bytes: &[u8]) -> Vec<u8> {
    let mut lines = bytes.split(|&byte| byte == b'\n');
    let mut made = lines.next().unwrap_or_default().to_vec();
    made.push(b'\n');
    let mut sum = 0_u32;
    for text in lines.filter_map(|line| line.get(9..)) {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&sum.to_le_bytes());
        hasher.update(text);
        sum = hasher.finalize();
        made.extend_from_slice(format!("{sum:08x} ").as_bytes());
        made.extend_from_slice(text);
        made.push(b'\n');
    }
    made
}

/// A file of another tool is refused, or becomes a plan that can be saved, and comes again without a new session where all of
/// its sessions have names of their own.
pub fn arriving(bytes: &[u8]) -> bool {
    let Ok(understood) = read("file", bytes, None) else { return false };
    let mut report = understood.report.clone();
    let mut document = Document::new(Plan::new(Header::in_zone(Tz::Europe__Zurich)));
    for _ in 0..2 {
        let arrival = Arrival::new(&understood.draft, document.plan(), &Choices::default(), &mut report);
        assert!(arrival.rows.len() == understood.draft.sessions.len(), "each session has an answer");
        let command = arrival.command(document.plan()).expect("what is made fits the plan");
        if let Some(command) = command {
            document.perform(&command).expect("what is made fits the plan");
        }
    }
    assert!(plan(plan_text(document.plan()).as_bytes()), "what came can not be read again");
    true
}

/// Two plans that come from a third merge into one that can be saved, in which every decision can be taken.
pub fn merging(bytes: &[u8]) -> bool {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(BETWEEN.len()).position(|found| found == BETWEEN) {
        parts.push(&rest[..at]);
        rest = &rest[at + BETWEEN.len()..];
    }
    parts.push(rest);
    let plans: Option<Vec<Plan>> = parts.iter().map(|part| read_plan(part).ok()).collect();
    let Some([base, ours, theirs]) = plans.as_deref() else { return false };
    check_merged(ours, &merge(base, ours, theirs));
    check_merged(ours, &merge_apart(ours, theirs));
    assert!(&merge(base, ours, base).plan == ours, "who did nothing changes nothing");
    let _ = compare(ours, theirs);
    true
}

fn check_merged(ours: &Plan, merged: &Merged) {
    let mut plan = ours.clone();
    plan.apply(&merged.patch).expect("what is merged is whole");
    assert!(plan == merged.plan, "the patch makes another plan");
    assert!(self::plan(plan_text(&plan).as_bytes()), "what is merged can not be read again");
    for decision in Decision::ALL {
        let mut plan = merged.plan.clone();
        // Each decision closes something, so there is an end.
        for _ in 0..64 {
            let all = conflicts(&plan);
            let Some(conflict) = all.iter().find(|one| is_possible(&plan, one, decision)) else { break };
            let patch = decide(&plan, conflict, decision).expect("what is possible can be done");
            plan.apply(&patch).expect("what is decided is whole");
            assert!(!conflicts(&plan).contains(conflict), "it is still to be decided: {conflict:?}");
        }
    }
}

//! Kills a program at random moments while it edits, and looks whether every edit that it was told to be safe is there
//! afterwards, with all of the history. `./test --test crash -- --times 1000` does it a thousand times.
//!
//! The program is this one again, started as a child: it goes through the same door as the window does, begins with what
//! the child before it has left behind, edits, undoes, saves, and tells on its output what it is about to do and what is
//! safe.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Process, Stdio};
use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use plenary::edit::{Command, Document};
use plenary::keeping::{Beginning, Found, Keeper, find, restored};
use plenary::model::{Language, Plan, Session, SessionId, SessionKind};
use plenary::store::journal::Lost;
use plenary::store::{FileMark, Template, open_marked, plan_text, save_plan, save_plan_over};
use plenary::workbench::Workbench;

/// So many kills in a row happen to one plan, each to a program that has recovered from the one before.
const CHAIN: u64 = 8;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [word, folder, seed] = arguments.as_slice()
        && word == "child"
    {
        return child(Path::new(folder), seed.parse().unwrap());
    }
    let times = arguments.iter().position(|word| word == "--times").and_then(|at| arguments.get(at + 1));
    let wanted = arguments.iter().filter(|word| !word.starts_with("--") && Some(*word) != times);
    // Names choose tests, and this one is called `crash`.
    if arguments.iter().any(|word| word == "--list") || wanted.clone().any(|word| !"crash".contains(word.as_str())) {
        return;
    }
    let times = times.map_or(200, |times| times.parse().expect("a number of times"));
    let mut folder = tempfile::tempdir().unwrap();
    let mut counted: HashMap<&str, usize> = HashMap::new();
    for number in 0..times {
        if number % CHAIN == 0 {
            folder = tempfile::tempdir().unwrap();
            save_plan(&Template::TwoDays.begin(), &plan_file(folder.path())).unwrap();
        }
        for what in kill_one(folder.path(), number) {
            *counted.entry(what).or_default() += 1;
        }
    }
    println!("killed {times} times: {counted:?}");
    assert!(counted.get("edits safe").is_some_and(|&count| count as u64 > times), "hardly any edit was made");
}

fn plan_file(folder: &Path) -> PathBuf {
    folder.join("plan.ron")
}

/// Numbers by lot, the same for the same seed.
struct Lot(u64);

impl Lot {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// A state in short: the plan, and how many steps are done and taken back.
fn told(document: &Document) -> String {
    format!("{} {}", FileMark::of(plan_text(document.plan()).as_bytes()), document.done().len())
}

/// The work that a program has left behind, or the plan as it stands in the file.
fn left_behind(folder: &Path) -> (Document, Option<FileMark>, Option<Found>) {
    let file = plan_file(folder);
    let mut found = find(Some(&folder.join("journals")), std::slice::from_ref(&file));
    assert!(found.len() <= 1, "{} journals", found.len());
    let (plan, mark) = open_marked(&file).expect("the plan file is whole");
    let Some(one) = found.pop() else { return (Document::new(plan), Some(mark), None) };
    let read = one.read.as_ref().expect("the journal can be read");
    assert!(!matches!(read.lost, Some(Lost::Lines(_))), "only the last line can be torn");
    (restored(&read.journal, one.file).unwrap(), Some(mark), Some(one))
}

/// Starts a child, kills it, and looks at what it has left behind.
fn kill_one(folder: &Path, number: u64) -> Vec<&'static str> {
    let mut lot = Lot(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1);
    let program = std::env::current_exe().unwrap();
    let mut process = Process::new(program);
    process.arg("child").arg(folder).arg(number.to_string()).stdout(Stdio::piped());
    let mut child: Child = process.spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut begin = String::new();
    output.read_line(&mut begin).unwrap();
    std::thread::sleep(Duration::from_micros(lot.below(60_000)));
    child.kill().unwrap();
    let status = child.wait().unwrap();
    assert!(!status.success(), "the child ended before it was killed");
    let mut rest = String::new();
    output.read_to_string(&mut rest).unwrap();

    // What may be there: what was safe last, or anything that was told to come after it.
    let mut possible = vec![begin.trim_end().trim_start_matches("try ").to_owned()];
    let mut safe = 0;
    // A line may be cut by the kill.
    let whole = rest.rfind('\n').map_or("", |end| &rest[..end]);
    for line in whole.lines() {
        match line.strip_prefix("try ") {
            Some(state) => possible.push(state.to_owned()),
            None => {
                assert_eq!(line, "safe");
                safe += 1;
                possible.drain(..possible.len() - 1);
            }
        }
    }
    let (document, _, found) = left_behind(folder);
    let state = told(&document);
    assert!(possible.contains(&state), "after kill {number} there is {state}, and not one of {possible:#?}");
    let mut what = vec!["edits safe"; safe];
    let torn = found.as_ref().is_some_and(|found| found.read.as_ref().is_ok_and(|read| read.lost.is_some()));
    what.extend(torn.then_some("torn"));
    what.extend((possible.len() > 1 && state != possible[0]).then_some("further than told"));
    what
}

/// Edits for ever, and tells before each edit what will be there, and after it that it is safe.
fn child(folder: &Path, seed: u64) {
    let file = plan_file(folder);
    let (document, mark, found) = left_behind(folder);
    let mut known = mark.unwrap();
    let mut lot = Lot(seed + 77);
    let begin = Beginning {
        file: Some((file.clone(), Some(known))),
        folder: Some(folder.join("journals")),
        now: Utc::now(),
        wake: Arc::new(|| {}),
    };
    let mut workbench = Workbench::with_history(document);
    let mut keeper = match found {
        Some(Found { claimed, read, .. }) => {
            Keeper::recovered(workbench.document(), read.unwrap().journal, Some(claimed), begin)
        }
        None => Keeper::new(workbench.document(), begin),
    };
    let mut out = std::io::stdout().lock();
    let mut say = |text: String| {
        out.write_all(text.as_bytes()).unwrap();
        out.flush().unwrap();
    };
    say(format!("try {}\n", told(workbench.document())));
    loop {
        // Several at once now and then, as when a key is held.
        for _ in 0..=lot.below(6) / 5 {
            edit(&mut workbench, &mut lot);
        }
        say(format!("try {}\n", told(workbench.document())));
        keeper.follow(workbench.document(), Utc::now());
        if lot.below(9) == 0 {
            let point = workbench.document().save_point();
            known = save_plan_over(workbench.plan(), &file, known).unwrap();
            workbench.mark_saved(point);
            keeper.note_saved(workbench.document(), point, (&file, known), Utc::now());
        }
        assert!(keeper.waiter().wait(Duration::from_secs(20)), "{:?}", keeper.state());
        say("safe\n".to_owned());
    }
}

fn edit(workbench: &mut Workbench, lot: &mut Lot) {
    let plan: &Plan = workbench.plan();
    let ids: Vec<SessionId> = plan.sessions().ids().collect();
    let id = ids[usize::try_from(lot.below(ids.len() as u64)).unwrap()];
    let session = (**plan.sessions().get(id).unwrap()).clone();
    let command = match lot.below(8) {
        0 => {
            workbench.undo();
            return;
        }
        1 => {
            workbench.redo();
            return;
        }
        2 if ids.len() > 5 => Command::Remove(vec![id.into()]),
        3 => {
            let new = SessionId::numbered("NEW", 1, |id| plan.sessions().contains(id));
            Command::Create(Box::new(Session::new(new, session.event, SessionKind::Drafting)))
        }
        4 => {
            let mut header = (**plan.header()).clone();
            header.title.set(Language::English, &format!("Plan {}", lot.below(1000)));
            Command::PutHeader(Box::new(header))
        }
        5 => Command::Duplicate(vec![(id, None)]),
        _ => Command::Put(Session { title: format!("№ {}", lot.below(1000)).as_str().into(), ..session }.into()),
    };
    // What is refused is no edit.
    let _ = workbench.perform(&command);
}

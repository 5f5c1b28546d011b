use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::edit::{Command, Deed, Step};
use crate::model::Language;
use crate::store::journal::{FileNow, Lost, journals_beside, journals_in};
use crate::store::{Template, save_plan};

const PATIENCE: Duration = Duration::from_secs(20);

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_760_000_000 + seconds, 0).unwrap()
}

fn rename(document: &mut Document, title: &str) {
    let mut header = (**document.plan().header()).clone();
    header.title.set(Language::English, title);
    document.perform(&Command::PutHeader(Box::new(header))).unwrap();
}

fn begin(file: Option<(PathBuf, Option<FileMark>)>, folder: &Path) -> Beginning {
    Beginning { file, folder: Some(folder.to_owned()), now: at(0), wake: Arc::new(|| {}) }
}

/// The one journal that was left behind.
#[track_caller]
fn only(folder: &Path, beside: &[PathBuf]) -> (Claimed, Journal, FileNow) {
    let mut found = find(Some(folder), beside);
    assert_eq!(found.len(), 1);
    let Found { claimed, read, file } = found.pop().unwrap();
    let read = read.unwrap();
    assert_eq!(read.lost, None);
    (claimed, read.journal, file)
}

/// The steps that are done and those that are taken back, in short.
fn told_of(document: &Document) -> [Vec<(u64, Deed, usize)>; 2] {
    let told = |steps: &[Step]| steps.iter().map(|step| (step.number, step.label.deed, step.label.count)).collect();
    [told(document.done()), told(document.undone())]
}

#[test]
fn what_was_done_comes_back_with_all_its_history() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.ron");
    let data = folder.path().join("data");
    let plan = Template::Wtdc25.begin();
    let mark = save_plan(&plan, &file).unwrap();
    let mut document = Document::new(plan);
    let told = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&told);
    let wake: Wake = Arc::new(move || _ = count.fetch_add(1, Ordering::Relaxed));
    let mut keeper = Keeper::new(&document, Beginning { wake, ..begin(Some((file.clone(), Some(mark))), &data) });
    assert_eq!(keeper.state(), State::Idle);
    assert_eq!(journals_beside(&file).len(), 0, "who only looks writes nothing");
    rename(&mut document, "One");
    keeper.follow(&document, at(1));
    rename(&mut document, "Two");
    rename(&mut document, "Three");
    document.undo();
    keeper.follow(&document, at(2));
    let point = document.save_point();
    let mark = save_plan(document.plan(), &file).unwrap();
    rename(&mut document, "Four");
    document.mark_saved(point);
    keeper.note_saved(&document, point, (&file, mark), at(3));
    document.undo();
    document.undo();
    document.redo();
    rename(&mut document, "Five");
    document.undo();
    keeper.follow(&document, at(4));
    assert!(keeper.waiter().wait(PATIENCE));
    assert_eq!(keeper.state(), State::Safe);
    assert!(told.load(Ordering::Relaxed) > 0);
    assert_eq!(find(Some(&data), std::slice::from_ref(&file)).len(), 0, "its program lives");
    keeper.end(Ending::Interrupted, PATIENCE);

    let (claimed, journal, now) = only(&data, std::slice::from_ref(&file));
    assert_eq!((now, journal.is_modified()), (FileNow::Same, false));
    let mut again = restored(&journal, now).unwrap();
    // A step that came and went between two looks has left nothing to be done again.
    assert!(again.plan() == document.plan() && again.done() == document.done());
    assert!(!again.is_modified());
    rename(&mut again, "After the crash");
    let mut keeper = Keeper::recovered(&again, journal, Some(claimed), begin(Some((file.clone(), Some(mark))), &data));
    keeper.follow(&again, at(9));
    keeper.end(Ending::Interrupted, PATIENCE);
    let (_claimed, journal, now) = only(&data, std::slice::from_ref(&file));
    let mut third = restored(&journal, now).unwrap();
    assert!(third.plan() == again.plan());
    assert_eq!(told_of(&third), told_of(&again));
    assert!(third.is_modified());
    while third.undo().is_some() {}
    assert!(*third.plan() == journal.base, "back to before the first crash");
}

#[test]
fn a_plan_never_saved_is_kept_in_the_folder_of_the_user_and_moves_beside_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("plan.ron"));
    let mut document = Document::new(Template::Blank.begin());
    document.mark_unsaved();
    let mut keeper = Keeper::new(&document, begin(None, &data));
    assert!(keeper.waiter().wait(PATIENCE));
    assert_eq!(journals_in(&data).len(), 1);
    rename(&mut document, "Mine");
    let mark = save_plan(document.plan(), &file).unwrap();
    let point = document.save_point();
    document.mark_saved(point);
    keeper.note_saved(&document, point, (&file, mark), at(1));
    assert!(keeper.waiter().wait(PATIENCE));
    assert_eq!((journals_in(&data).len(), journals_beside(&file).len()), (0, 1));
    keeper.end(Ending::Saved, PATIENCE);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the plan and the empty folder");
}

#[test]
fn what_can_not_be_beside_the_plan_is_elsewhere_and_what_can_be_nowhere_is_told_and_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let (data, gone) = (folder.path().join("data"), folder.path().join("gone/plan.ron"));
    let mut document = Document::new(Template::Blank.begin());
    let mut keeper = Keeper::new(&document, begin(Some((gone.clone(), None)), &data));
    rename(&mut document, "One");
    keeper.follow(&document, at(1));
    assert!(keeper.waiter().wait(PATIENCE));
    assert_eq!(journals_in(&data).len(), 1);
    // Whatever takes the folder away: the next place is tried, with everything.
    fs::remove_dir_all(&data).unwrap();
    fs::write(&data, "in the way").unwrap();
    rename(&mut document, "Two");
    keeper.follow(&document, at(2));
    assert!(!keeper.waiter().wait(PATIENCE));
    assert!(matches!(keeper.state(), State::Failed(_)), "{:?}", keeper.state());
    fs::create_dir(folder.path().join("gone")).unwrap();
    rename(&mut document, "Three");
    keeper.follow(&document, at(3));
    while keeper.state() != State::Safe {
        std::thread::sleep(Duration::from_millis(5));
    }
    keeper.end(Ending::Interrupted, PATIENCE);
    let (_claimed, journal, now) = only(&data, &[gone]);
    assert_eq!(now, FileNow::Gone);
    assert!(restored(&journal, now).unwrap().done() == document.done());
}

#[test]
fn what_is_given_up_is_kept_aside() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = Document::new(Template::Blank.begin());
    let mut keeper = Keeper::new(&document, begin(None, folder.path()));
    rename(&mut document, "One");
    keeper.follow(&document, at(1));
    keeper.end(Ending::GivenUp, PATIENCE);
    assert_eq!(journals_in(folder.path()).len(), 0);
    let (_claimed, journal, _) = only(&folder.path().join("kept"), &[]);
    assert_eq!(journal.done().len(), 1);
}

#[test]
fn a_torn_end_is_told_and_what_comes_before_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = Document::new(Template::Blank.begin());
    let mut keeper = Keeper::new(&document, begin(None, folder.path()));
    for title in ["One", "Two"] {
        rename(&mut document, title);
        keeper.follow(&document, at(1));
    }
    keeper.end(Ending::Interrupted, PATIENCE);
    let path = journals_in(folder.path()).pop().unwrap();
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() - 9]).unwrap();
    let found = find(Some(folder.path()), &[]).pop().unwrap().read.unwrap();
    assert_eq!((found.lost, found.journal.done().len()), (Some(Lost::Torn), 1));
}

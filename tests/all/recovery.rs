//! Work that a crash has left in a journal comes back, through the desk.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::app::system::dialogs::Chooser;
use plenary::app::system::journals::Journals;
use plenary::edit::Command;
use plenary::model::{Language, Plan};
use plenary::store::journal::{journals_beside, journals_in};
use plenary::store::{Template, open_plan, save_plan};

fn noon() -> DateTime<Utc> {
    "2025-11-10T12:00:00Z".parse().unwrap()
}

/// A desk that keeps journals in `folder`, as the window does.
fn keeping(plan: Plan, path: Option<&Path>, folder: &Path) -> Harness<'static, Desk> {
    let journals = Journals { folder: Some(folder.join("journals")), backups: Some(folder.join("backups")), now: noon };
    let desk = Desk::new(plan, path.map(Path::to_owned), Settings::default());
    let desk = desk.with_chooser(Chooser::Field).with_journals(journals);
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .with_step_dt(0.02)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    harness.run_steps(3);
    harness
}

#[track_caller]
fn wait_for(harness: &mut Harness<'_, Desk>, so: impl Fn(&Harness<'_, Desk>) -> bool) {
    let begun = Instant::now();
    while !so(harness) {
        assert!(begun.elapsed() < Duration::from_secs(20), "it never happens");
        std::thread::sleep(Duration::from_millis(2));
        harness.step();
    }
}

fn rename(harness: &mut Harness<'_, Desk>, title: &str) {
    let mut header = (**harness.state().document().plan().header()).clone();
    header.title.set(Language::English, title);
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Perform(Command::PutHeader(Box::new(header))));
    harness.step();
}

fn run(harness: &mut Harness<'_, Desk>, command: UiCommand) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, Action::Run(command));
    harness.step();
}

/// A desk whose program ends without a word once what was done is in the journal.
fn crash(mut harness: Harness<'_, Desk>) {
    wait_for(&mut harness, |harness| harness.query_by_label("Unsaved, kept in the journal").is_some());
    drop(harness);
    // The file is unlocked when its thread has seen that nobody tells it anything any more.
    std::thread::sleep(Duration::from_millis(50));
}

fn look(harness: &mut Harness<'_, Desk>) {
    let ctx = harness.ctx.clone();
    harness.state_mut().look_for_journals(&ctx);
}

fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

fn title(harness: &Harness<'_, Desk>) -> String {
    harness.state().document().plan().header().title.get(Language::English).to_owned()
}

#[test]
fn what_was_not_saved_is_offered_and_comes_back_with_its_undo() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    save_plan(&Template::Wtdc25.begin(), &path).unwrap();
    let mut first = keeping(open_plan(&path).unwrap(), Some(&path), folder.path());
    rename(&mut first, "One");
    run(&mut first, UiCommand::Save);
    wait_for(&mut first, |first| first.query_by_label("Saved").is_some());
    rename(&mut first, "Two");
    rename(&mut first, "Three");
    crash(first);
    assert_eq!(open_plan(&path).unwrap().header().title.get(Language::English), "One");

    let mut second = keeping(open_plan(&path).unwrap(), Some(&path), folder.path());
    look(&mut second);
    wait_for(&mut second, |second| second.query_by_label("Recovered work").is_some());
    second.get_by_label("2 changes that were not saved, the last on Monday 10 November 2025, 12:00");
    click(&mut second, "Recover");
    wait_for(&mut second, |second| title(second) == "Three");
    assert_eq!(second.state().path(), Some(path.as_path()));
    assert!(second.state().window_title().starts_with('●'));
    for expected in ["Two", "One", "WTDC-25"] {
        run(&mut second, UiCommand::Undo);
        assert_eq!(title(&second), expected);
    }
    for _ in 0..3 {
        run(&mut second, UiCommand::Redo);
    }
    run(&mut second, UiCommand::Save);
    wait_for(&mut second, |second| second.query_by_label("Saved").is_some());
    assert_eq!(open_plan(&path).unwrap().header().title.get(Language::English), "Three");
    second.state_mut().close_journal();
    assert_eq!(journals_beside(&path).len(), 0, "who ends with everything saved leaves nothing behind");
}

#[test]
fn what_is_wanted_later_stays_and_what_is_discarded_can_be_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let journals = folder.path().join("journals");
    let mut first = keeping(Template::TwoDays.begin(), None, folder.path());
    rename(&mut first, "Mine");
    crash(first);
    let mut second = keeping(Template::Blank.begin(), None, folder.path());
    look(&mut second);
    wait_for(&mut second, |second| second.query_by_label("Recovered work").is_some());
    click(&mut second, "Look later");
    assert!(second.query_by_label("Recovered work").is_none());
    assert_eq!(journals_in(&journals).len(), 1);
    drop(second);

    let mut third = keeping(Template::Blank.begin(), None, folder.path());
    look(&mut third);
    wait_for(&mut third, |third| third.query_by_label("Recovered work").is_some());
    click(&mut third, "Discard");
    assert_eq!((journals_in(&journals).len(), journals_in(&journals.join("kept")).len()), (0, 1));
    run(&mut third, UiCommand::Recovery);
    wait_for(&mut third, |third| third.query_by_label("Recover").is_some());
    click(&mut third, "Recover");
    wait_for(&mut third, |third| title(third) == "Mine");
    assert_eq!((third.state().path(), third.state().document().done().len()), (None, 1));
}

#[test]
fn a_file_that_has_changed_since_is_not_saved_over_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    save_plan(&Template::Wtdc25.begin(), &path).unwrap();
    let mut first = keeping(open_plan(&path).unwrap(), Some(&path), folder.path());
    rename(&mut first, "Mine");
    crash(first);
    save_plan(&Template::TwoDays.begin(), &path).unwrap();
    let mut second = keeping(open_plan(&path).unwrap(), Some(&path), folder.path());
    look(&mut second);
    wait_for(&mut second, |second| second.query_by_label("Recover").is_some());
    second.get_by_label_contains("The plan file has changed since.");
    click(&mut second, "Recover");
    wait_for(&mut second, |second| title(second) == "Mine");
    run(&mut second, UiCommand::Save);
    wait_for(&mut second, |second| second.query_by_label("Save over it").is_some());
    assert_eq!(open_plan(&path).unwrap().sessions().len(), Template::TwoDays.plan().sessions().len());
}

#[test]
fn what_is_no_journal_is_set_aside_and_told_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let journals = folder.path().join("journals");
    fs::create_dir(&journals).unwrap();
    fs::write(journals.join("0123456789ab.plenary-journal"), "something else").unwrap();
    fs::write(journals.join("ba9876543210.plenary-journal"), "plenary journal 9\n").unwrap();
    let mut desk = keeping(Template::Blank.begin(), None, folder.path());
    look(&mut desk);
    wait_for(&mut desk, |desk| desk.query_by_label_contains("A journal was found that can not be used").is_some());
    assert!(desk.query_by_label("Recovered work").is_none());
    assert_eq!(journals_in(&journals.join("kept")).len(), 1);
    assert_eq!(journals_in(&journals).len(), 1, "what is newer stays for who wrote it");
}

#[test]
fn what_can_not_be_kept_is_told_once_and_stays_in_the_desk() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("journals"), "in the way").unwrap();
    let mut desk = keeping(Template::Blank.begin(), None, folder.path());
    rename(&mut desk, "Mine");
    wait_for(&mut desk, |desk| desk.query_by_label_contains("The journal can not be written").is_some());
    desk.get_by_label("Unsaved, no journal");
    assert_eq!(title(&desk), "Mine");
    fs::remove_file(folder.path().join("journals")).unwrap();
    rename(&mut desk, "Again");
    wait_for(&mut desk, |desk| desk.query_by_label("Unsaved, kept in the journal").is_some());
}

#[test]
fn a_plan_that_takes_the_place_of_another_leaves_what_was_given_up_aside() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = keeping(Template::Blank.begin(), None, folder.path());
    rename(&mut desk, "Given up");
    let ctx = desk.ctx.clone();
    desk.state_mut().handle(&ctx, Action::Begin { plan: Box::new(Template::TwoDays.begin()), asks_for_table: false });
    desk.run_steps(3);
    click(&mut desk, "Do not save");
    let kept = folder.path().join("journals/kept");
    wait_for(&mut desk, |_| journals_in(&kept).len() == 1);
    // The new plan was never saved, so it is kept from the beginning.
    wait_for(&mut desk, |_| journals_in(&folder.path().join("journals")).len() == 1);
    let event =
        |(modifiers, key)| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    desk.input_mut().events.push(event((Modifiers::COMMAND, Key::Z)));
    desk.run_steps(2);
    assert_eq!(desk.state().document().plan().sessions().len(), Template::TwoDays.plan().sessions().len());
}

#[test]
fn an_earlier_state_is_brought_back_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = Template::Wtdc25.begin();
    save_plan(&plan, &path).unwrap();
    let mut desk = keeping(open_plan(&path).unwrap(), Some(&path), folder.path());
    let id: plenary::model::SessionId = "S08".parse().unwrap();
    let ctx = desk.ctx.clone();
    run(&mut desk, UiCommand::Backups);
    desk.get_by_label_contains("No earlier state of this plan is kept yet.");
    rename(&mut desk, "First");
    run(&mut desk, UiCommand::Save);
    wait_for(&mut desk, |desk| desk.query_by_label("Saved").is_some());
    let first = desk.state().document().plan().clone();
    let states = || {
        let identity = first.header().identity.unwrap();
        plenary::store::backups(&plenary::store::folder_of(&folder.path().join("backups"), identity))
    };
    wait_for(&mut desk, |_| states().len() == 1);
    // Also what is pinned by then is where it was.
    for command in [Command::Remove(vec![id.into()]), Command::Pin(vec!["S02".parse().unwrap()], true)] {
        desk.state_mut().handle(&ctx, Action::Perform(command));
    }
    desk.step();
    run(&mut desk, UiCommand::Backups);
    wait_for(&mut desk, |desk| desk.query_by_label("Monday 10 November 2025, 12:00").is_some());
    click(&mut desk, "Monday 10 November 2025, 12:00");
    wait_for(&mut desk, |desk| desk.query_by_label("Bring back").is_some());
    assert!(desk.query_by_label_contains("Bringing it back: 1 new, 0 deleted").is_some());
    let steps = desk.state().document().done().len();
    click(&mut desk, "Bring back");
    wait_for(&mut desk, |desk| *desk.state().document().plan() == first);
    assert_eq!(desk.state().document().done().len(), steps + 1);
    wait_for(&mut desk, |desk| desk.query_by_label("The plan is as it was then.").is_some());
    run(&mut desk, UiCommand::Undo);
    assert!(!desk.state().document().plan().sessions().contains(id));
}

//! One plan file and several who write into it; several files and one plan.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::Action;
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::app::system::dialogs::Chooser;
use plenary::edit::Command;
use plenary::model::{LocalText, Session};
use plenary::store::{
    FileMark, Held, Holder, SaveError, Template, backup_path, hold, open_marked, open_plan, plan_text, save_plan,
    save_plan_over,
};

use super::desk::{act, desk_with};

fn retitled(title: &str) -> Command {
    let plan = Template::TwoDays.plan();
    let mut row = Session::clone(plan.sessions().get("S18".parse().unwrap()).unwrap());
    row.title = title.into();
    Command::Put(row.into())
}

fn title(path: &Path) -> LocalText {
    open_plan(path).unwrap().sessions().get("S18".parse().unwrap()).unwrap().title.clone()
}

/// A file with the small conference, and a desk in which one of its titles has been changed.
fn changed(folder: &Path) -> (PathBuf, Harness<'static, Desk>) {
    let path = folder.join("plan.ron");
    fs::write(&path, Template::TwoDays.text()).unwrap();
    let (plan, _) = open_marked(&path).unwrap();
    let mut harness = desk_with(plan, Some(path.clone()), Settings::default());
    act(&mut harness, Action::Perform(retitled("Mine")));
    (path, harness)
}

fn save(harness: &mut Harness<'_, Desk>, shift: Modifiers) {
    harness.key_press_modifiers(Modifiers::COMMAND | shift, Key::S);
    harness.run_steps(3);
}

fn type_path(harness: &mut Harness<'_, Desk>, path: &Path) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(Event::Text(path.display().to_string()));
    harness.run_steps(2);
    press(harness, "OK");
}

fn press(harness: &mut Harness<'_, Desk>, button: &str) {
    harness.get_by_label(button).click();
    harness.run_steps(4);
}

fn write_theirs(path: &Path) {
    let mut plan = open_plan(path).unwrap();
    plan.apply(&plenary::edit::resolve(&plan, &retitled("Theirs")).unwrap()).unwrap();
    fs::write(path, plan_text(&plan)).unwrap();
}

#[test]
fn what_somebody_else_wrote_is_not_saved_over_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut harness) = changed(folder.path());
    write_theirs(&path);
    save(&mut harness, Modifiers::NONE);
    harness.get_by_label("Somebody else has changed plan.ron");
    press(&mut harness, "Cancel");
    assert_eq!(title(&path), "Theirs".into());
    assert!(harness.state().document().is_modified());
    save(&mut harness, Modifiers::NONE);
    press(&mut harness, "Save over it");
    assert_eq!(title(&path), "Mine".into());
    assert!(fs::read_to_string(backup_path(&path)).unwrap().contains("Theirs"));
    act(&mut harness, Action::Perform(retitled("Mine again")));
    save(&mut harness, Modifiers::NONE);
    assert_eq!(title(&path), "Mine again".into(), "from then on it is known");
}

#[test]
fn both_can_be_kept_or_theirs_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut harness) = changed(folder.path());
    write_theirs(&path);
    save(&mut harness, Modifiers::NONE);
    press(&mut harness, "Save elsewhere…");
    let mine = folder.path().join("mine.ron");
    type_path(&mut harness, &mine);
    press(&mut harness, "The same plan");
    assert_eq!((title(&path), title(&mine)), ("Theirs".into(), "Mine".into()));
    assert_eq!(harness.state().path(), Some(&*mine));
    act(&mut harness, Action::Perform(retitled("Mine again")));
    fs::copy(&path, &mine).unwrap();
    save(&mut harness, Modifiers::NONE);
    press(&mut harness, "Give up mine, open it");
    assert_eq!(harness.state().document().plan(), &open_marked(&mine).unwrap().0);
}

#[test]
fn a_file_that_is_gone_is_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut harness) = changed(folder.path());
    fs::remove_file(&path).unwrap();
    save(&mut harness, Modifiers::NONE);
    assert_eq!(title(&path), "Mine".into());
}

#[test]
fn saving_as_asks_whether_it_stays_the_same_plan() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut harness) = changed(folder.path());
    save(&mut harness, Modifiers::NONE);
    let identity = |path: &Path| open_plan(path).unwrap().header().identity;
    assert!(identity(&path).is_some());
    let [copy, next] = ["copy.ron", "next.ron"].map(|name| folder.path().join(name));
    for (file, answer) in [(&copy, "The same plan"), (&next, "A new plan")] {
        save(&mut harness, Modifiers::SHIFT);
        type_path(&mut harness, file);
        press(&mut harness, answer);
        assert!(!harness.state().document().is_modified());
    }
    assert_eq!(identity(&copy), identity(&path));
    assert!(identity(&next).is_some() && identity(&next) != identity(&path));
    save(&mut harness, Modifiers::SHIFT);
    type_path(&mut harness, &next);
    assert!(harness.query_by_label("A new plan").is_none(), "the file that it has is no other one");
}

#[test]
fn a_file_without_an_identity_has_one_as_long_as_it_is_not_saved() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one.ron", "other.ron"].map(|name| folder.path().join(name));
    fs::write(&one, Template::TwoDays.text()).unwrap();
    fs::write(&other, Template::Blank.text()).unwrap();
    let identity = |path: &Path| open_marked(path).unwrap().0.header().identity.unwrap();
    assert_eq!(identity(&one), identity(&one));
    assert_ne!(identity(&one), identity(&other));
}

#[test]
fn only_what_is_known_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let [first, second] = ["first", "second"].map(|name| {
        let plan = Template::Blank.plan();
        let header = plenary::model::Header { title: name.into(), ..plenary::model::Header::clone(plan.header()) };
        let mut patch = plenary::model::Patch::default();
        patch.put_header(&plan, header);
        let mut plan = plan;
        plan.apply(&patch).unwrap();
        plan
    });
    let mark = save_plan(&first, &path).unwrap();
    assert_eq!(FileMark::at(&path).unwrap(), Some(mark));
    let other = FileMark::of(b"something else");
    assert_eq!(save_plan_over(&second, &path, other), Err(SaveError::Changed));
    assert_eq!(open_plan(&path), Ok(first));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left over");
    let mark = save_plan_over(&second, &path, mark).unwrap();
    assert_eq!(save_plan_over(&second, &path, other), Ok(mark), "it holds that already");
}

fn me() -> Holder {
    Holder { who: "anna".to_owned(), computer: "desk-1".to_owned(), process: 1, since: chrono::DateTime::UNIX_EPOCH }
}

/// A desk that tells others which plan is open.
fn introduced(path: &Path) -> Harness<'static, Desk> {
    let desk = Desk::new(open_marked(path).unwrap().0, Some(path.to_owned()), Settings::default());
    let desk = desk.with_introduction(me).with_chooser(Chooser::Field);
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .with_step_dt(0.02)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk);
    harness.run_steps(3);
    harness
}

/// Goes on until it is so.
#[track_caller]
fn wait_for(harness: &mut Harness<'_, Desk>, so: impl Fn(&Harness<'_, Desk>) -> bool) {
    let begun = Instant::now();
    while !so(harness) {
        assert!(begun.elapsed() < Duration::from_mins(1), "it never happens");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
}

fn small_plan(folder: &Path) -> PathBuf {
    let path = folder.join("plan.ron");
    fs::write(&path, Template::TwoDays.text()).unwrap();
    path
}

#[test]
fn a_plan_that_is_open_elsewhere_is_only_read_or_copied() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_plan(folder.path());
    let Held::Ours(hold) = hold(&path, Holder { who: "boris".to_owned(), ..me() }).unwrap() else { panic!("free") };
    for answer in ["Only read it", "Work on a copy"] {
        let mut harness = introduced(&path);
        wait_for(&mut harness, |harness| harness.query_by_label("plan.ron is open already").is_some());
        assert!(harness.query_all_by_label_contains("boris has had plan.ron open on desk-1 since").count() > 0);
        press(&mut harness, answer);
        act(&mut harness, Action::Perform(retitled("Mine")));
        save(&mut harness, Modifiers::NONE);
        harness.get_by_label("OK");
        assert_ne!(title(&path), "Mine".into());
        let is_read_only = answer == "Only read it";
        assert_eq!(harness.state().window_title().contains("read-only"), is_read_only);
        assert_eq!(harness.state().path().is_some(), is_read_only);
    }
    drop(hold);
    let mut harness = introduced(&path);
    let held = path.with_file_name(".plan.ron.open");
    wait_for(&mut harness, |_| held.exists());
    harness.run_steps(3);
    assert!(harness.query_by_label("plan.ron is open already").is_none());
    drop(harness);
    assert!(!held.exists(), "it is let go when the window closes");
}

#[test]
fn who_has_the_plan_is_told_as_far_as_it_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_plan(folder.path());
    for (who, computer, told) in [
        ("", "desk-1", "plan.ron has been open on desk-1 since"),
        ("boris", "", "boris has had plan.ron open since"),
        ("", "", "plan.ron has been open elsewhere since"),
    ] {
        let holder = Holder { who: who.to_owned(), computer: computer.to_owned(), ..me() };
        let Held::Ours(hold) = hold(&path, holder).unwrap() else { panic!("free") };
        let mut harness = introduced(&path);
        wait_for(&mut harness, |harness| harness.query_by_label("plan.ron is open already").is_some());
        assert!(harness.query_all_by_label_contains(told).count() > 0, "{told}");
        drop(hold);
    }
}

#[test]
fn a_file_that_somebody_else_changes_is_noticed_and_can_be_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_plan(folder.path());
    let mut harness = introduced(&path);
    let told = "Somebody else has changed the file of this plan.";
    write_theirs(&path);
    wait_for(&mut harness, |harness| harness.query_by_label(told).is_some());
    press(&mut harness, "Not now");
    assert!(harness.query_by_label(told).is_none());
    fs::write(&path, Template::TwoDays.text()).unwrap();
    write_theirs(&path);
    let mut theirs = fs::read_to_string(&path).unwrap();
    theirs.push('\n');
    fs::write(&path, theirs).unwrap();
    wait_for(&mut harness, |harness| harness.query_by_label(told).is_some());
    press(&mut harness, "Open it again");
    wait_for(&mut harness, |harness| harness.query_by_label(told).is_none());
    let plan = harness.state().document().plan();
    assert_eq!(plan.sessions().get("S18".parse().unwrap()).unwrap().title, "Theirs".into());
}

#[test]
fn what_somebody_else_did_is_merged() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_plan(folder.path());
    let mut harness = desk_with(open_marked(&path).unwrap().0, Some(path.clone()), Settings::default());
    let mut other = Session::clone(harness.state().document().plan().sessions().get("S01".parse().unwrap()).unwrap());
    other.title = "Mine".into();
    act(&mut harness, Action::Perform(Command::Put(other.into())));
    write_their_copy(&path);
    save(&mut harness, Modifiers::NONE);
    press(&mut harness, "Merge");
    let title = |harness: &Harness<'_, Desk>, id: &str| {
        harness.state().document().plan().sessions().get(id.parse().unwrap()).unwrap().title.clone()
    };
    assert_eq!([title(&harness, "S01"), title(&harness, "S18")], ["Mine".into(), LocalText::from("Theirs")]);
    assert!(harness.state().document().is_modified());
    save(&mut harness, Modifiers::NONE);
    assert_eq!(&open_plan(&path).unwrap(), harness.state().document().plan());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_ne!(title(&harness, "S18"), "Theirs".into(), "it is one step");
}

/// As [`write_theirs`], of the same plan as the one that was opened.
fn write_their_copy(path: &Path) {
    let (mut plan, _) = open_marked(path).unwrap();
    plan.apply(&plenary::edit::resolve(&plan, &retitled("Theirs")).unwrap()).unwrap();
    fs::write(path, plan_text(&plan)).unwrap();
}

#[test]
fn what_both_changed_is_decided_one_by_one_and_kept_until_then() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut harness) = changed(folder.path());
    write_their_copy(&path);
    save(&mut harness, Modifiers::NONE);
    press(&mut harness, "Merge");
    let told = "1 to decide.";
    assert!(harness.query_all_by_label_contains(told).count() > 0);
    save(&mut harness, Modifiers::NONE);
    assert!(!open_plan(&path).unwrap().undecided().is_empty(), "the file keeps it");
    press(&mut harness, "Take theirs");
    assert_eq!(harness.query_all_by_label_contains(told).count(), 0);
    save(&mut harness, Modifiers::NONE);
    assert_eq!(title(&path), "Theirs".into());
    assert!(open_plan(&path).unwrap().undecided().is_empty());
}

#[test]
fn another_plan_in_the_file_is_not_merged() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut harness) = changed(folder.path());
    fs::write(&path, plan_text(&Template::Wtdc25.begin())).unwrap();
    save(&mut harness, Modifiers::NONE);
    let before = harness.state().document().plan().clone();
    press(&mut harness, "Merge");
    assert_eq!(harness.state().document().plan(), &before);
    assert!(harness.query_all_by_label_contains("holds another plan now").count() > 0);
}

/// A copy of the plan beside it in which `id` is called "Theirs".
fn write_conflict_copy(path: &Path, id: &str) -> PathBuf {
    let copy = path.with_file_name("plan (Anna's conflicted copy 2025-11-03).ron");
    let mut plan = open_plan(path).unwrap();
    let mut row = Session::clone(plan.sessions().get(id.parse().unwrap()).unwrap());
    row.title = "Theirs".into();
    plan.apply(&plenary::edit::resolve(&plan, &Command::Put(row.into())).unwrap()).unwrap();
    fs::write(&copy, plan_text(&plan)).unwrap();
    copy
}

/// A plan file with an identity, and a desk that has it open.
fn identified(folder: &Path) -> (PathBuf, Harness<'static, Desk>) {
    let path = folder.join("plan.ron");
    save_plan(&Template::TwoDays.begin(), &path).unwrap();
    let harness = introduced(&path);
    (path, harness)
}

fn title_here(harness: &Harness<'_, Desk>, id: &str) -> LocalText {
    harness.state().document().plan().sessions().get(id.parse().unwrap()).unwrap().title.clone()
}

#[test]
fn a_copy_that_a_service_left_is_merged_and_put_aside() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut harness) = identified(folder.path());
    let copy = write_conflict_copy(&path, "S01");
    act(&mut harness, Action::Perform(retitled("Mine")));
    save(&mut harness, Modifiers::NONE);
    wait_for(&mut harness, |harness| !harness.state().document().is_modified());
    wait_for(&mut harness, |harness| harness.query_by_label_contains("is another copy of this plan").is_some());
    press(&mut harness, "Merge");
    wait_for(&mut harness, |harness| title_here(harness, "S01") == "Theirs".into());
    assert_eq!(title_here(&harness, "S18"), "Mine".into(), "what was done here since is not taken back");
    press(&mut harness, "Put it aside");
    wait_for(&mut harness, |_| !copy.exists());
    assert!(backup_path(&copy).exists(), "nothing is removed");
    wait_for(&mut harness, |harness| harness.query_by_label_contains("is called").is_some());
    assert!(harness.query_by_label("Put it aside").is_none());
}

#[test]
fn where_nobody_knows_what_a_copy_was_made_from_all_that_differs_is_decided() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = Template::TwoDays.begin();
    save_plan(&plan, &path).unwrap();
    write_conflict_copy(&path, "S01");
    let mut harness = introduced(&path);
    wait_for(&mut harness, |harness| harness.query_by_label_contains("is another copy of this plan").is_some());
    press(&mut harness, "Merge");
    wait_for(&mut harness, |harness| harness.query_by_label("Take theirs").is_some());
    assert_eq!(title_here(&harness, "S01"), plan.sessions().get("S01".parse().unwrap()).unwrap().title);
    // The title in each of its languages.
    while harness.query_by_label("Take theirs").is_some() {
        press(&mut harness, "Take theirs");
    }
    assert_eq!(title_here(&harness, "S01"), "Theirs".into());
}

#[test]
fn a_copy_can_be_left_alone_and_another_plan_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut harness) = identified(folder.path());
    fs::write(path.with_file_name("plan-LAPTOP.ron"), plan_text(&Template::TwoDays.begin())).unwrap();
    let copy = write_conflict_copy(&path, "S01");
    wait_for(&mut harness, |harness| harness.query_by_label_contains("conflicted copy").is_some());
    press(&mut harness, "Not now");
    harness.run_steps(3);
    assert!(harness.query_by_label_contains("is another copy of this plan").is_none());
    assert!(copy.exists());
}

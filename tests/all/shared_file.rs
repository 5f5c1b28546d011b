//! One plan file and several who write into it; several files and one plan.

use std::fs;
use std::path::{Path, PathBuf};

use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::Action;
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::edit::Command;
use plenary::model::{LocalText, Session};
use plenary::store::{
    FileMark, SaveError, Template, backup_path, open_marked, open_plan, plan_text, save_plan, save_plan_over,
};

use super::desk::desk_with;

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

fn act(harness: &mut Harness<'_, Desk>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.run_steps(3);
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

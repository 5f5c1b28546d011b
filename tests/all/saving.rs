//! What happens while a plan is being read or saved: nothing that is asked for meanwhile may meet the wrong plan.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::selection::Selection;
use plenary::app::settings::Settings;
use plenary::app::style::fonts;
use plenary::app::system::dialogs::Chooser;
use plenary::edit::Command;
use plenary::model::{Language, RowId};
use plenary::store::{Template, open_plan, save_plan};

use super::desk::desk;

/// A desk whose files are read and written on threads of their own, as in the window.
fn threaded(path: &Path) -> Harness<'static, Desk> {
    let desk = Desk::new(open_plan(path).unwrap(), Some(path.to_owned()), Settings::default());
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .with_step_dt(0.02)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .build_ui_state(|ui, desk: &mut Desk| desk.ui(ui), desk.with_chooser(Chooser::Field));
    harness.run_steps(3);
    harness
}

fn plan_in(folder: &Path, name: &str, template: Template) -> PathBuf {
    let path = folder.join(name);
    save_plan(&template.plan(), &path).unwrap();
    path
}

fn keys(harness: &mut Harness<'_, Desk>, keys: &[(Modifiers, Key)]) {
    let event = |&(modifiers, key)| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    harness.input_mut().events.extend(keys.iter().map(event));
    harness.step();
}

fn act(harness: &mut Harness<'_, Desk>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().handle(&ctx, action);
    harness.step();
}

/// Goes on until it is so.
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
    act(harness, Action::Perform(Command::PutHeader(Box::new(header))));
}

const SAVE: (Modifiers, Key) = (Modifiers::COMMAND, Key::S);

#[test]
fn a_plan_that_is_begun_while_another_is_saved_does_not_take_its_file() {
    for saves in [1, 2, 3] {
        let folder = tempfile::tempdir().unwrap();
        let path = plan_in(folder.path(), "plan.ron", Template::Wtdc25);
        let mut harness = threaded(&path);
        rename(&mut harness, "Mine");
        let ctx = harness.ctx.clone();
        for _ in 0..saves {
            harness.state_mut().handle(&ctx, Action::Run(UiCommand::Save));
        }
        let plan = Box::new(Template::Blank.plan());
        harness.state_mut().handle(&ctx, Action::Begin { plan, asks_for_table: false });
        wait_for(&mut harness, |harness| harness.state().document().plan().sessions().is_empty());
        harness.run_steps(4);
        assert_eq!(harness.state().path(), None);
        let saved = open_plan(&path).unwrap();
        assert_eq!((saved.sessions().len(), saved.header().title.get(Language::English)), (90, "Mine"));
    }
}

#[test]
fn who_saves_and_quits_at_once_is_asked_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = plan_in(folder.path(), "plan.ron", Template::Wtdc25);
    let mut harness = threaded(&path);
    rename(&mut harness, "Mine");
    keys(&mut harness, &[SAVE, (Modifiers::COMMAND, Key::Q)]);
    wait_for(&mut harness, |harness| !harness.state().window_title().starts_with('●'));
    harness.run_steps(3);
    assert!(harness.query_by_label("Save the changes first?").is_none());
}

#[test]
fn what_was_changed_while_a_file_was_being_chosen_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let path = plan_in(folder.path(), "plan.ron", Template::Wtdc25);
    let other = plan_in(folder.path(), "other.ron", Template::TwoDays);
    let mut harness = threaded(&path);
    act(&mut harness, Action::Run(UiCommand::Open));
    rename(&mut harness, "Changed meanwhile");
    harness.run_steps(3);
    keys(&mut harness, &[(Modifiers::COMMAND, Key::A)]);
    harness.event(Event::Text(other.display().to_string()));
    harness.run_steps(2);
    harness.get_by_label("OK").click();
    wait_for(&mut harness, |harness| harness.query_by_label("Save the changes first?").is_some());
    assert_eq!(harness.state().path(), Some(path.as_path()));
}

#[test]
fn keys_do_not_reach_the_plan_behind_what_is_being_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = plan_in(folder.path(), "plan.ron", Template::Wtdc25);
    let other = plan_in(folder.path(), "other.ron", Template::TwoDays);
    let mut harness = threaded(&path);
    act(&mut harness, Action::Select(Selection::only(RowId::Session("S08".parse().unwrap()))));
    act(&mut harness, Action::Open(other.clone()));
    if harness.state().path() == Some(path.as_path()) {
        keys(&mut harness, &[(Modifiers::COMMAND, Key::ArrowRight)]);
        assert_eq!(harness.state().document().done().len(), 0);
    }
    wait_for(&mut harness, |harness| harness.state().path() == Some(other.as_path()));
}

#[test]
fn a_shortcut_does_not_overtake_what_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = plan_in(folder.path(), "plan.ron", Template::Wtdc25);
    let mut harness = threaded(&path);
    act(&mut harness, Action::Select(Selection::only(RowId::Session("S08".parse().unwrap()))));
    harness.run_steps(6);
    harness.get_by_label("Title, English").focus();
    harness.run_steps(3);
    let event = |(modifiers, key)| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let typed = [event((Modifiers::COMMAND, Key::A)), Event::Text("Open".to_owned()), Event::Text("ed".to_owned())];
    harness.input_mut().events.extend(typed.into_iter().chain([event(SAVE)]));
    harness.run_steps(4);
    wait_for(&mut harness, |harness| !harness.state().window_title().starts_with('●'));
    let saved = open_plan(&path).unwrap();
    assert_eq!(saved.sessions().get("S08".parse().unwrap()).unwrap().title.get(Language::English), "Opened");
}

#[test]
fn what_is_typed_at_once_finds_the_palette_open() {
    let mut harness = desk();
    let event = |(modifiers, key)| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let typed = ["d", "a", "r", "k"].map(|letter| Event::Text(letter.to_owned()));
    let keys = [event((Modifiers::COMMAND, Key::K))].into_iter().chain(typed);
    harness.input_mut().events.extend(keys.chain([event((Modifiers::NONE, Key::Enter))]));
    harness.run_steps(10);
    assert_eq!(harness.state().settings().theme, plenary::app::settings::ThemeChoice::Dark);
}

/// Saves as `path`, as the same plan.
fn save_elsewhere(harness: &mut Harness<'_, Desk>, path: &Path) {
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(Event::Text(path.display().to_string()));
    harness.run_steps(2);
    harness.get_by_label("OK").click();
    harness.run_steps(4);
    harness.get_by_label("The same plan").click();
    wait_for(harness, |harness| !harness.state().document().is_modified());
}

/// Does `harm` to the plan file in its folder; then saving tells `why`, saving elsewhere works, and so does saving there
/// again once `mend` has been done.
fn check_failing(harm: impl Fn(&Path), why: &str, mend: impl Fn(&Path)) {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("share");
    std::fs::create_dir(&folder).unwrap();
    let path = plan_in(&folder, "plan.ron", Template::TwoDays);
    let mut harness = threaded(&path);
    rename(&mut harness, "Mine");
    harm(&folder);
    keys(&mut harness, &[SAVE]);
    wait_for(&mut harness, |harness| harness.query_all_by_label_contains(why).count() > 0);
    assert!(harness.state().document().is_modified());
    let plan = harness.state().document().plan().clone();
    assert_eq!(plan.header().title.get(Language::English), "Mine");
    mend(&folder);
    keys(&mut harness, &[SAVE]);
    wait_for(&mut harness, |harness| !harness.state().document().is_modified());
    assert_eq!(open_plan(&path).as_ref(), Ok(&plan));
    rename(&mut harness, "Mine again");
    harm(&folder);
    let elsewhere = parent.path().join("elsewhere.ron");
    save_elsewhere(&mut harness, &elsewhere);
    assert_eq!(open_plan(&elsewhere).as_ref(), Ok(harness.state().document().plan()));
}

#[test]
fn a_share_that_is_gone_costs_nothing() {
    let away = |folder: &Path| folder.with_file_name("away");
    check_failing(
        |folder| std::fs::rename(folder, away(folder)).unwrap(),
        "the folder does not exist, or not any more; choose another folder",
        |folder| std::fs::rename(away(folder), folder).unwrap(),
    );
}

#[test]
fn a_folder_in_the_place_of_the_file_costs_nothing() {
    let file = |folder: &Path| folder.join("plan.ron");
    check_failing(
        |folder| {
            std::fs::remove_file(file(folder)).unwrap();
            std::fs::create_dir(file(folder)).unwrap();
        },
        "a folder of this name stands in the way; choose another file name",
        |folder| std::fs::remove_dir(file(folder)).unwrap(),
    );
}

#[test]
fn a_file_that_is_protected_meanwhile_costs_nothing() {
    let protect = |folder: &Path, is_readonly: bool| {
        let file = folder.join("plan.ron");
        let mut permissions = std::fs::metadata(&file).unwrap().permissions();
        permissions.set_readonly(is_readonly);
        std::fs::set_permissions(file, permissions).unwrap();
    };
    check_failing(
        |folder| protect(folder, true),
        "the file is write-protected; choose another name, or take the protection away",
        |folder| protect(folder, false),
    );
}

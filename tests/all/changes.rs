//! The view of changes, and the window of releases.

use std::fs;
use std::path::{Path, PathBuf};

use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::filter::Filter;
use plenary::app::settings::Settings;
use plenary::edit::{Command, taken_back};
use plenary::model::{ChangedPart, Placement, Plan, Release, ReleaseStage, RowId, Session, SessionId, Status};
use plenary::store::{Template, open_marked, read_release};
use plenary::workbench::Workbench;

use super::desk::{act, desk_with, plan};

fn id(text: &str) -> SessionId {
    text.parse().unwrap()
}

fn at(plan: &Plan, session: &str) -> Placement {
    plan.sessions().get(id(session)).unwrap().placement.clone().unwrap()
}

/// Half an hour later, and in another room.
fn moved(plan: &Plan, session: &str) -> Command {
    let at = at(plan, session);
    let rooms = vec!["room-2".parse().unwrap()];
    Command::Place(vec![(id(session), Placement { start: at.start.plus_mins(30), rooms, ..at })])
}

fn retitled(plan: &Plan, session: &str) -> Command {
    let mut row = Session::clone(plan.sessions().get(id(session)).unwrap());
    row.title = "Called otherwise".into();
    Command::Put(row.into())
}

/// A saved small conference in which a session was moved, one called otherwise, one removed; in the view of changes.
fn desk(folder: &Path) -> (PathBuf, Harness<'static, Desk>) {
    let path = folder.join("plan.ron");
    fs::write(&path, Template::TwoDays.text()).unwrap();
    let (plan, _) = open_marked(&path).unwrap();
    let commands = [moved(&plan, "S18"), retitled(&plan, "S16"), Command::Remove(vec![id("S12").into()])];
    let settings = Settings { view: "changes".to_owned(), ..Settings::default() };
    let mut harness = desk_with(plan, Some(path.clone()), settings);
    for command in commands {
        act(&mut harness, Action::Perform(command));
    }
    harness.run_steps(4);
    (path, harness)
}

fn press(harness: &mut Harness<'_, Desk>, button: &str) {
    harness.get_by_label(button).click();
    harness.run_steps(4);
}

fn key(harness: &mut Harness<'_, Desk>, key: Key) {
    harness.key_press_modifiers(Modifiers::NONE, key);
    harness.run_steps(3);
}

const TIME: &str = "Time Reports of the tracks: 13:30–15:00 → 14:00–15:30";
const ROOMS: &str = "Rooms Reports of the tracks: Main hall → Room 2";

#[test]
fn each_change_is_told_as_planners_do() {
    let folder = tempfile::tempdir().unwrap();
    let (_, mut harness) = desk(folder.path());
    for row in [TIME, ROOMS, "Cancelled Conference dinner: 19:00–21:30 → removed"] {
        harness.get_by_label(row);
    }
    harness.get_by_label_contains("Title (English), Title (Russian)");
    harness.get_by_label("Friday 6 March 2026 · 3 changes");
    // On its day: where it is now, and where it was.
    harness.get_by_label(TIME).click();
    harness.run_steps(3);
    harness.get_by_label("Reports of the tracks was here");
}

#[test]
fn the_filter_of_the_desk_counts_also_where_another_lets_as_many_through() {
    let folder = tempfile::tempdir().unwrap();
    let (_, mut harness) = desk(folder.path());
    let by = |words: &str| Action::Filter(Filter { words: words.to_owned(), ..Filter::default() });
    act(&mut harness, by("Reports of the tracks"));
    harness.get_by_label(TIME);
    act(&mut harness, by("Called otherwise"));
    assert!(harness.query_by_label(TIME).is_none());
    harness.get_by_label_contains("Title (English), Title (Russian)");
}

#[test]
fn one_part_of_a_change_is_taken_back_and_what_came_later_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (_, mut harness) = desk(folder.path());
    let before = at(&Template::TwoDays.plan(), "S18");
    harness.get_by_label(TIME).click();
    harness.run_steps(4);
    press(&mut harness, "Take this change back");
    let after = at(plan(&harness), "S18");
    assert_eq!((after.start, &*after.rooms[0].to_string()), (before.start, "room-2"), "only the time");
    assert!(harness.query_by_label(TIME).is_none());
    let title = &plan(&harness).sessions().get(id("S16")).unwrap().title;
    assert_eq!(*title, "Called otherwise".into(), "what came after it stays");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(4);
    assert_eq!(at(plan(&harness), "S18").start, before.start.plus_mins(30), "it is one step");
}

#[test]
fn several_are_ticked_by_keys_and_taken_back_together() {
    let folder = tempfile::tempdir().unwrap();
    let (_, mut harness) = desk(folder.path());
    harness.get_by_label("Cancelled Conference dinner: 19:00–21:30 → removed").click();
    harness.run_steps(3);
    key(&mut harness, Key::Space);
    key(&mut harness, Key::End);
    key(&mut harness, Key::Space);
    assert!(harness.query_by_label("2 ticked").is_some());
    let effects = harness.query_all_by_label_contains("findings").count()
        + harness.query_all_by_label_contains("No finding").count();
    assert!(effects > 0, "what comes of it is told before");
    press(&mut harness, "Take 2 changes back");
    assert!(plan(&harness).sessions().contains(id("S12")));
    assert_eq!(at(plan(&harness), "S18").rooms, at(&Template::TwoDays.plan(), "S18").rooms);
}

#[test]
fn who_asked_for_a_change_and_who_was_told_is_noted() {
    let folder = tempfile::tempdir().unwrap();
    let (_, mut harness) = desk(folder.path());
    harness.get_by_label(TIME).click();
    harness.run_steps(3);
    key(&mut harness, Key::Enter);
    harness.event(Event::Text("The chair".to_owned()));
    harness.run_steps(2);
    key(&mut harness, Key::Tab);
    harness.get_by_role_and_label(Role::CheckBox, "Chair").click();
    harness.run_steps(4);
    let records: Vec<_> = plan(&harness).records().iter().collect();
    let [record] = records.as_slice() else { panic!("{records:?}") };
    assert_eq!((record.session, record.part, record.since), (id("S18"), ChangedPart::Time, 0));
    assert_eq!(record.requested_by, "The chair");
    assert!(record.chair_told.is_some());
    harness.get_by_label("Told: 1 of 1");
}

#[test]
fn a_release_is_made_issued_and_compared_in_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut harness) = desk(folder.path());
    act(&mut harness, Action::Run(UiCommand::Release));
    press(&mut harness, "Make Rev. 1");
    let release = plan(&harness).releases().iter().next().unwrap().clone();
    assert_eq!(read_release(&path, &release).unwrap().sessions(), plan(&harness).sessions());
    assert!(!harness.state().document().is_modified(), "the plan is saved with it");
    press(&mut harness, "Issue it");
    let issued = plan(&harness).releases().iter().next().unwrap();
    assert_eq!(issued.stage, ReleaseStage::Issued);
    assert_eq!(plan(&harness).header().release, 1);
    let command = moved(plan(&harness), "S16");
    act(&mut harness, Action::Perform(command));
    press(&mut harness, "Compare");
    harness.run_steps(4);
    harness.get_by_label("Against: Rev. 1");
    assert!(harness.query_by_label(TIME).is_none(), "it was moved before the release");
    harness.get_by_label_contains("Time Called otherwise");
}

/// Saves as `path`, and answers whether that is the same plan.
fn save_elsewhere(harness: &mut Harness<'_, Desk>, path: &Path, answer: Option<&str>) {
    act(harness, Action::Run(UiCommand::SaveAs));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(Event::Text(path.display().to_string()));
    harness.run_steps(2);
    press(harness, "OK");
    if let Some(answer) = answer {
        press(harness, answer);
    }
}

#[test]
fn releases_come_along_with_the_same_plan_and_stay_behind_with_a_new_one() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (_, mut harness) = desk(folder.path());
    act(&mut harness, Action::Run(UiCommand::Release));
    press(&mut harness, "Make Rev. 1");
    let release = plan(&harness).releases().iter().next().unwrap().clone();
    let same = other.path().join("same.ron");
    save_elsewhere(&mut harness, &same, Some("The same plan"));
    assert_eq!(harness.state().path(), Some(&*same));
    assert_eq!(read_release(&same, &release).unwrap().sessions(), plan(&harness).sessions());
    let new = other.path().join("new.ron");
    save_elsewhere(&mut harness, &new, Some("A new plan"));
    let (saved, _) = open_marked(&new).unwrap();
    assert!(saved.releases().is_empty());
    assert!(!other.path().join("new.releases").exists());
}

#[test]
fn a_release_that_is_opened_as_a_copy_brings_those_before_it_along() {
    let folder = tempfile::tempdir().unwrap();
    let (_, mut harness) = desk(folder.path());
    act(&mut harness, Action::Run(UiCommand::Release));
    press(&mut harness, "Make Rev. 1");
    let first = plan(&harness).releases().iter().next().unwrap().clone();
    let command = moved(plan(&harness), "S16");
    act(&mut harness, Action::Perform(command));
    press(&mut harness, "Make Rev. 2");
    act(&mut harness, Action::OpenRelease { number: 2, exports: true });
    assert_eq!(harness.state().path(), None);
    harness.run_steps(4);
    assert!(harness.query_by_label("Export").is_some(), "what is to be handed out of it is asked");
    act(&mut harness, Action::Run(UiCommand::Export));
    let copy = folder.path().join("copy.ron");
    save_elsewhere(&mut harness, &copy, None);
    assert_eq!(harness.state().path(), Some(&*copy));
    assert!(read_release(&copy, &first).is_ok());
}

#[test]
fn what_is_not_saved_is_asked_about_before_a_release_takes_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let (_, mut harness) = desk(folder.path());
    act(&mut harness, Action::Run(UiCommand::Release));
    press(&mut harness, "Make Rev. 1");
    let command = moved(plan(&harness), "S16");
    act(&mut harness, Action::Perform(command));
    let before = plan(&harness).clone();
    act(&mut harness, Action::OpenRelease { number: 1, exports: false });
    assert_eq!(*plan(&harness), before);
    press(&mut harness, "Do not save");
    assert_ne!(*plan(&harness), before);
    assert_eq!(harness.state().path(), None);
}

#[test]
fn what_was_taken_along_comes_back_too() {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    let earlier = workbench.plan().clone();
    let event: Vec<RowId> = earlier.events().iter().map(|row| row.id.into()).collect();
    let session = id("S18");
    let room = earlier.sessions().get(session).unwrap().placement.as_ref().unwrap().rooms[0];
    workbench.perform(&Command::Remove(vec![session.into(), room.into()])).unwrap();
    let patch = taken_back(workbench.plan(), &earlier, &[(session.into(), ChangedPart::Session)]).unwrap();
    workbench.perform(&Command::BringBack(Box::new(patch))).unwrap();
    assert_eq!(workbench.plan().sessions().get(session), earlier.sessions().get(session));
    assert!(workbench.plan().rooms().contains(room), "a session can not be in a room that is not there");
    // Whatever is gone, down to the event.
    workbench.perform(&Command::Remove(event)).unwrap();
    let patch = taken_back(workbench.plan(), &earlier, &[(session.into(), ChangedPart::Time)]).unwrap();
    workbench.perform(&Command::BringBack(Box::new(patch))).unwrap();
    assert_eq!(workbench.plan().sessions().len(), 1);
}

#[test]
fn what_was_issued_is_struck_and_stays_however_often_it_is_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let (_, mut harness) = desk(folder.path());
    act(&mut harness, Action::Run(UiCommand::Release));
    press(&mut harness, "Make Rev. 1");
    press(&mut harness, "Issue it");
    act(&mut harness, Action::Reveal(id("S16").into()));
    act(&mut harness, Action::Run(UiCommand::Delete));
    harness.get_by_label_contains("Cancelled, because it has been issued");
    assert_eq!(plan(&harness).sessions().get(id("S16")).unwrap().status, Status::Cancelled);
    let steps = harness.state().document().done().len();
    act(&mut harness, Action::Run(UiCommand::Delete));
    assert_eq!(harness.state().document().done().len(), steps);
    harness.get_by_label_contains("stays in the plan as cancelled");
}

#[test]
fn a_release_is_approved_at_a_meeting_and_goes_back_to_draft_until_it_is_issued() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut harness) = desk(folder.path());
    act(&mut harness, Action::Run(UiCommand::Release));
    press(&mut harness, "Make Rev. 1");
    let release = |harness: &Harness<'_, Desk>| Release::clone(plan(harness).releases().iter().next().unwrap());
    let held = read_release(&path, &release(&harness)).unwrap();
    let session = plan(&harness).sessions().iter().find(|row| !row.bodies.is_empty() && row.placement.is_some());
    let (meeting, body) = session.map(|row| (row.id, row.bodies[0])).unwrap();
    let approved = Release {
        stage: ReleaseStage::Approved,
        body: Some(body),
        meeting: Some(meeting),
        approved: Some("2026-03-02".parse().unwrap()),
        ..release(&harness)
    };
    act(&mut harness, Action::Release(Box::new(approved)));
    harness.get_by_label_contains("approved by");
    press(&mut harness, "Back to draft");
    let back = release(&harness);
    assert_eq!((back.stage, back.body, back.meeting, back.approved), (ReleaseStage::Draft, None, None, None));
    assert_eq!(harness.state().document().done().last().unwrap().label.deed, plenary::edit::Deed::ReleaseBack);
    assert_eq!(read_release(&path, &back).unwrap(), held, "what it holds stays as it is");
    press(&mut harness, "Issue it");
    assert_eq!(release(&harness).stage, ReleaseStage::Issued);
    harness.get_by_label_contains("issued ");
    assert!(harness.query_by_label("Back to draft").is_none());
}

#[test]
fn what_is_deleted_together_says_how_much_of_it_is_cancelled() {
    let folder = tempfile::tempdir().unwrap();
    let (_, mut harness) = desk(folder.path());
    act(&mut harness, Action::Run(UiCommand::Release));
    press(&mut harness, "Make Rev. 1");
    press(&mut harness, "Issue it");
    let known = plan(&harness).sessions().get(id("S18")).unwrap();
    let new = Session { id: id("S90"), issued: None, ..Session::clone(known) };
    act(&mut harness, Action::Perform(Command::Create(Box::new(new))));
    act(&mut harness, Action::Perform(Command::Remove(vec![id("S90").into(), id("S18").into()])));
    harness.get_by_label_contains("1 removed, 1 cancelled");
}

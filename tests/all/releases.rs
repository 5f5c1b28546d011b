//! Releases: what the world was told of stays, is counted, and keeps its number.

use std::path::Path;
use std::process::{self, Output, Stdio};

use chrono::NaiveDate;
use plenary::edit::releases::{held, issue, new_release};
use plenary::edit::{Command, Deed, Refusal};
use plenary::exchange::{Progress, Request, export, exporter};
use plenary::merge::{compare, conflicts, merge};
use plenary::model::{CivilTime, Header, Plan, Release, ReleaseStage, RowId, Session, SessionId, Status};
use plenary::store::{Template, open_plan, release_file, save_plan};
use plenary::workbench::Workbench;
use uuid::Uuid;

fn id(text: &str) -> SessionId {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn session(workbench: &Workbench, name: &str) -> Session {
    Session::clone(workbench.plan().sessions().get(id(name)).unwrap())
}

fn put(workbench: &mut Workbench, name: &str, change: impl Fn(&mut Session)) {
    let mut row = session(workbench, name);
    change(&mut row);
    workbench.perform(&Command::Put(row.into())).unwrap();
}

/// Makes the next release, and issues it at a time.
fn issue_next(workbench: &mut Workbench, at: &str) {
    let release = Release { stage: ReleaseStage::Issued, ..new_release(workbench.plan(), day("2026-03-01")) };
    let holds = held(workbench.plan(), &release);
    let command = issue(workbench.plan(), release, &holds, at.parse().unwrap());
    workbench.perform(&command).unwrap();
}

fn sequence(workbench: &Workbench, name: &str) -> (u32, CivilTime) {
    let issued = session(workbench, name).issued.unwrap();
    (issued.sequence, issued.at)
}

#[test]
fn a_session_counts_its_own_changes_between_releases() {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    issue_next(&mut workbench, "2026-03-01T10:00");
    put(&mut workbench, "S18", |row| row.placement.as_mut().unwrap().start = "2026-03-06T16:00".parse().unwrap());
    put(&mut workbench, "S17", |row| row.remarks = "ask again".to_owned());
    assert!(session(&workbench, "S18").is_news());
    assert!(!session(&workbench, "S17").is_news(), "nobody is told of remarks");
    issue_next(&mut workbench, "2026-03-02T10:00");
    assert_eq!(sequence(&workbench, "S18"), (1, "2026-03-02T10:00".parse().unwrap()));
    assert_eq!(sequence(&workbench, "S17"), (0, "2026-03-01T10:00".parse().unwrap()));
    assert_eq!(workbench.plan().header().release, 2);
}

#[test]
fn what_was_issued_is_cancelled_and_what_was_not_is_removed() {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    issue_next(&mut workbench, "2026-03-01T10:00");
    put(&mut workbench, "S18", |row| row.id = id("S90"));
    let ids: Vec<RowId> = vec![id("S90").into(), id("S17").into()];
    let change = workbench.perform(&Command::Remove(ids[1..].to_vec())).unwrap().unwrap();
    assert_eq!(change.label.deed, Deed::Cancel);
    assert_eq!(session(&workbench, "S17").status, Status::Cancelled);
    let fresh = Session { issued: None, ..session(&workbench, "S90") };
    workbench.perform(&Command::Put(fresh.into())).unwrap();
    workbench.perform(&Command::Remove(ids[..1].to_vec())).unwrap();
    assert!(!workbench.plan().sessions().contains(id("S90")));
    workbench.undo();
    workbench.undo();
    workbench.undo();
    assert_eq!(session(&workbench, "S17").status, Status::Provisional);
}

#[test]
fn what_was_removed_before_the_release_was_issued_comes_back_as_cancelled() {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    let release = new_release(workbench.plan(), day("2026-03-01"));
    let holds = held(workbench.plan(), &release);
    workbench.perform(&Command::Release(Box::new(release.clone()), Vec::new())).unwrap();
    workbench.perform(&Command::Remove(vec![id("S18").into()])).unwrap();
    let release = Release { stage: ReleaseStage::Issued, ..release };
    let command = issue(workbench.plan(), release, &holds, "2026-03-01T10:00".parse().unwrap());
    workbench.perform(&command).unwrap();
    assert_eq!(session(&workbench, "S18").status, Status::Cancelled);
    assert!(session(&workbench, "S18").is_news());
}

#[track_caller]
fn refused(workbench: &mut Workbench, command: &Command) -> Refusal {
    let before = workbench.plan().clone();
    let refusal = workbench.perform(command).unwrap_err();
    assert_eq!(*workbench.plan(), before);
    refusal
}

#[test]
fn what_was_issued_does_not_go_with_its_event() {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    let event: RowId = session(&workbench, "S17").event.into();
    issue_next(&mut workbench, "2026-03-01T10:00");
    assert_eq!(refused(&mut workbench, &Command::Remove(vec![event])), Refusal::Issued(event));
}

#[test]
fn a_release_stays_what_it_was_and_an_issued_one_stays_issued() {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    let draft = Release { content: "a".to_owned(), ..new_release(workbench.plan(), day("2026-03-01")) };
    let put = |release: Release| Command::Release(Box::new(release), Vec::new());
    workbench.perform(&put(draft.clone())).unwrap();
    let others = [
        Release { content: "b".to_owned(), ..draft.clone() },
        Release { number: 9, ..draft.clone() },
        Release { made: day("2026-03-02"), ..draft.clone() },
    ];
    for other in others {
        assert_eq!(refused(&mut workbench, &put(other)), Refusal::Released);
    }
    let at = |stage| put(Release { stage, ..draft.clone() });
    workbench.perform(&at(ReleaseStage::Submitted)).unwrap();
    workbench.perform(&at(ReleaseStage::Draft)).unwrap();
    workbench.perform(&at(ReleaseStage::Issued)).unwrap();
    assert_eq!(refused(&mut workbench, &at(ReleaseStage::Draft)), Refusal::Released);
    let symbol = Release { symbol: "DOC/1".to_owned(), stage: ReleaseStage::Issued, ..draft.clone() };
    workbench.perform(&put(symbol)).unwrap();
}

#[test]
fn a_plan_that_becomes_another_one_has_told_nobody_yet() {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    issue_next(&mut workbench, "2026-03-01T10:00");
    let header = |identity| Header { identity: Some(identity), ..Header::clone(workbench.plan().header()) };
    let (one, other) = (header(Uuid::from_u128(1)), header(Uuid::from_u128(2)));
    workbench.perform(&Command::PutHeader(Box::new(one))).unwrap();
    assert_eq!(workbench.plan().releases().len(), 1, "a first identity makes no other plan");
    workbench.perform(&Command::PutHeader(Box::new(other))).unwrap();
    assert!(workbench.plan().releases().is_empty());
    assert_eq!(workbench.plan().header().release, 0);
    assert!(workbench.plan().sessions().iter().all(|session| session.issued.is_none()));
    workbench.undo();
    assert!(session(&workbench, "S17").issued.is_some());
}

#[test]
fn calendars_follow_the_changes_of_each_session() {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    issue_next(&mut workbench, "2026-03-01T10:00");
    put(&mut workbench, "S12", |row| row.status = Status::Cancelled);
    let request = Request::new(exporter("ics").unwrap());
    let made = "2026-03-04T08:00:00Z".parse().unwrap();
    let files = export(workbench.plan(), &request, made, &Progress::default()).unwrap();
    let text = String::from_utf8(files[0].bytes.clone()).unwrap();
    let event = |title: &str| {
        let event = text.split("BEGIN:VEVENT").find(|event| event.contains(title)).unwrap();
        let line = |name: &str| event.lines().find(|line| line.starts_with(name)).unwrap().trim_end().to_owned();
        [line("SEQUENCE"), line("LAST-MODIFIED"), line("STATUS")]
    };
    let title = |name| session(&workbench, name).title.get(plenary::model::Language::English).to_owned();
    assert_eq!(event(&title("S12")), ["SEQUENCE:1", "LAST-MODIFIED:20260304T080000Z", "STATUS:CANCELLED"]);
    assert_eq!(event(&title("S18")), ["SEQUENCE:0", "LAST-MODIFIED:20260301T100000Z", "STATUS:TENTATIVE"]);
}

#[test]
fn a_release_is_no_change_of_what_is_planned() {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    let before = workbench.plan().clone();
    let holds = held(&before, &new_release(&before, day("2026-03-01")));
    issue_next(&mut workbench, "2026-03-01T10:00");
    let rows = compare(&holds, workbench.plan()).rows;
    let releases = rows.iter().filter(|row| matches!(row.subject, plenary::merge::Subject::Row(RowId::Release(_))));
    assert_eq!(releases.count(), rows.len(), "{rows:?}");
}

#[test]
fn two_who_issue_the_next_release_meet_in_it_and_not_in_every_session() {
    let base = Template::TwoDays.plan();
    let side = |label: &str, at: &str| -> Plan {
        let mut workbench = Workbench::new(base.clone());
        issue_next(&mut workbench, at);
        let mut row = Release::clone(workbench.plan().releases().iter().next().unwrap());
        row.label = label.to_owned();
        workbench.perform(&Command::Put(row.into())).unwrap();
        workbench.plan().clone()
    };
    let merged = merge(&base, &side("ours", "2026-03-01T10:00"), &side("theirs", "2026-03-01T11:00")).plan;
    let open = conflicts(&merged);
    assert!(open.iter().all(|one| matches!(one.subject, plenary::merge::Subject::Row(RowId::Release(_)))), "{open:?}");
    assert!(!open.is_empty());
    let issued = merged.sessions().get(id("S18")).unwrap().issued.clone().unwrap();
    assert_eq!(issued.at, "2026-03-01T11:00".parse().unwrap(), "the later telling holds");
}

fn plenary(words: &[&str], folder: &Path) -> Output {
    let mut program = process::Command::new(env!("CARGO_BIN_EXE_plenary"));
    program.args(words).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

#[track_caller]
fn told(words: &[&str], folder: &Path, status: i32) -> String {
    let output = plenary(words, folder);
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert_eq!(output.status.code(), Some(status), "{words:?}: {text}");
    text
}

#[test]
fn releases_are_made_issued_listed_and_compared_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let (at, file) = (folder.path(), folder.path().join("plan.ron"));
    save_plan(&Template::TwoDays.plan(), &file).unwrap();
    told(&["release", "plan.ron", "--label", "for the chairs", "--date", "2026-03-01"], at, 0);
    let released = open_plan(&file).unwrap().releases().iter().next().unwrap().clone();
    let held = release_file(&file, &released);
    assert!(held.is_file() && held.starts_with(at.join("plan.releases")));
    told(
        &["release", "plan.ron", "--number", "1", "--stage", "issued", "--symbol", "DOC/1", "--date", "2026-03-02"],
        at,
        0,
    );
    assert_eq!(
        told(&["release", "plan.ron", "--list"], at, 0),
        "Rev. 1 · issued · 2026-03-01 · DOC/1 · for the chairs\n"
    );
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("2026-03-05T09:00", "2026-03-05T09:15", 1)).unwrap();
    assert!(told(&["diff", "plan.ron@1", "plan.ron"], at, 1).contains("09:15"));
    told(&["export", "plan.ron@1", "--to", "ics", "-o", "rev-1.ics"], at, 0);
    assert!(told(&["diff", "plan.ron@2", "plan.ron"], at, 2).contains("no release Rev. 2"));
    assert!(told(&["release", "plan.ron", "--number", "1", "--stage", "draft"], at, 2).contains("stays issued"));
    let text = told(&["release", "plan.ron", "--number", "1", "--stage", "issued", "--label", "otherwise"], at, 2);
    assert!(text.contains("--label"), "what it is called stays: {text}");
    // Whoever changes what was released is found out; the plan itself stays as it is.
    let text = std::fs::read_to_string(&held).unwrap();
    std::fs::write(&held, text.replacen("2026-03-05T09:00", "2026-03-05T08:00", 1)).unwrap();
    let before = std::fs::read(&file).unwrap();
    assert!(told(&["diff", "plan.ron@1", "plan.ron"], at, 2).contains("changed"));
    assert!(told(&["release", "plan.ron", "--number", "1", "--stage", "draft"], at, 2).contains("changed"));
    assert_eq!(std::fs::read(&file).unwrap(), before);
    assert!(open_plan(&file).is_ok());
}

#[test]
fn what_goes_to_the_tray_is_cancelled_in_calendars_and_confirmed_anew_when_it_comes_back() {
    let mut workbench = Workbench::new(Template::TwoDays.plan());
    put(&mut workbench, "S12", |row| row.status = Status::Confirmed);
    issue_next(&mut workbench, "2026-03-01T10:00");
    let before = session(&workbench, "S12").placement.unwrap();
    let title = session(&workbench, "S12").title.get(plenary::model::Language::English).to_owned();
    let events = |workbench: &Workbench| {
        let request = Request::new(exporter("ics").unwrap());
        let made = "2026-03-04T08:00:00Z".parse().unwrap();
        let files = export(workbench.plan(), &request, made, &Progress::default()).unwrap();
        let text = String::from_utf8(files[0].bytes.clone()).unwrap();
        let of_it: Vec<&str> = text.split("BEGIN:VEVENT").filter(|event| event.contains(&title)).collect();
        assert_eq!(of_it.len(), 1, "once, under one name");
        let line = |name: &str| of_it[0].lines().find(|line| line.starts_with(name)).unwrap().trim_end().to_owned();
        [line("UID"), line("SEQUENCE"), line("STATUS"), line("DTSTART")]
    };
    let [name, first, confirmed, start] = events(&workbench);
    assert_eq!((first.as_str(), confirmed.as_str()), ("SEQUENCE:0", "STATUS:CONFIRMED"));
    workbench.perform(&Command::Unschedule(vec![id("S12")])).unwrap();
    let [same, second, cancelled, then] = events(&workbench);
    assert_eq!((&same, second.as_str(), cancelled.as_str()), (&name, "SEQUENCE:1", "STATUS:CANCELLED"));
    assert_eq!(
        (start.as_str(), then.as_str()),
        ("DTSTART;TZID=Europe/Zurich:20260305T190000", "DTSTART:20260305T180000Z")
    );
    issue_next(&mut workbench, "2026-03-02T10:00");
    assert_eq!(events(&workbench)[1..3], ["SEQUENCE:1", "STATUS:CANCELLED"].map(str::to_owned));
    workbench.perform(&Command::Place(vec![(id("S12"), before)])).unwrap();
    let [same, third, status, _] = events(&workbench);
    assert_eq!((&same, third.as_str(), status.as_str()), (&name, "SEQUENCE:2", "STATUS:CONFIRMED"));
}

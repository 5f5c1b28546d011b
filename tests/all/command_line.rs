//! The program as scripts call it: files, streams, one clear line, exit statuses.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use plenary::store::{Template, plan_json, plan_text};

fn plenary(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_plenary")).args(words).stdin(Stdio::null()).output().unwrap()
}

/// With a plan on standard input.
fn fed(words: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_plenary"))
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// What it says on standard output, having ended with status 0.
#[track_caller]
fn told(output: Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The one line that says why it failed with status 2.
#[track_caller]
fn refused(output: Output) -> String {
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!(line.lines().count(), 1, "{line}");
    line
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_plan_goes_through_pipes() {
    let plan = Template::TwoDays.plan();
    let from_ron = told(fed(&["export", "-", "--to", "csv", "-o", "-"], &plan_text(&plan)));
    let from_json = told(fed(&["export", "-", "--to", "csv", "-o", "-"], &plan_json(&plan)));
    assert_eq!(from_ron, from_json);
    assert_eq!(from_ron.lines().count(), plan.sessions().len() + 1);
    let waiting = plan.sessions().iter().filter(|session| session.placement.is_none()).count();
    let undated = from_ron.lines().filter(|line| line.split(',').nth(1) == Some("")).count();
    assert_eq!((undated, waiting > 0), (waiting, true), "what waits in the tray comes without a date");
}

#[test]
fn findings_stop_no_export_but_a_check() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("plan.ics");
    told(plenary(&["export", "--to", "ics", "-o", out.to_str().unwrap()]));
    assert!(fs::read_to_string(&out).unwrap().starts_with("BEGIN:VCALENDAR"));
    assert_eq!(plenary(&["check"]).status.code(), Some(1));
}

#[test]
fn what_fails_says_why_in_one_line() {
    for (words, why) in [
        (vec!["export", "/nowhere/plan.ron", "--to", "csv", "-o", "-"], "there is no such file"),
        (vec!["export", "--to", "csv", "-o", "/nowhere/plan.csv"], "the folder does not exist"),
        (vec!["export", "--to", "csv", "--room", "Hall Z", "-o", "-"], "there is no room \"Hall Z\"; there are"),
        (vec!["export", "--to", "csv", "--day", "17.11.2025", "-o", "-"], "a day is written like 2025-11-17"),
        (vec!["export", "--to", "csv", "--day", "2031-01-01", "-o", "-"], "no placed session matches"),
        (vec!["export", "--to", "csv", "--day", "2025-11-18..2025-11-17", "-o", "-"], "ends before it begins"),
        (vec!["export", "--to", "csv", "--day", "0001-01-01..9999-01-01", "-o", "-"], "more than ten years"),
        (vec!["export", "--to", "ics", "--split", "person", "-o", "-"], "the plan has no person to make a file for"),
        (vec!["export", "--to", "png", "-o", "days.png"], "days.png: 10 files are made; name a folder"),
        (vec!["export", "--to", "csv", "--layout", "doors", "-o", "-"], "choose one of programme, statements"),
        (vec!["export", "--to", "pdf", "--layout", "statements", "-o", "-"], "there are no policy statements"),
        (vec!["export", "--to", "ics", "--split", "room", "-o", "-"], "name a folder with -o"),
        (vec!["stats", "/nowhere/plan.ron"], "there is no such file"),
        (vec!["export"], "--output <OUT>"),
        (vec!["export", "-o", "plan.json"], "name the format with --to"),
        (vec!["export", "--to", "ics", "--layout", "grid", "-o", "-"], "ics knows no layouts"),
        (vec!["export", "--to", "json", "--room", "Room A", "-o", "-"], "json is the whole plan"),
        (vec!["check", "--lang", "fr"], "there are sentences in en or ru only"),
        (vec!["export", "--to", "word", "-o", "-"], "invalid value 'word' for '--to <FORMAT>' [possible values: html"),
        (vec!["export", "--to", "csv", "--zone", "Nowhere", "-o", "-"], "like Asia/Baku"),
        (vec!["export", "--langs", "en"], "a similar argument exists: '--lang'"),
        (vec!["stats", "--format", "xml"], "[possible values: text, json]"),
    ] {
        let line = refused(plenary(&words));
        assert!(line.starts_with("plenary: ") && line.contains(why), "{words:?}: {line}");
    }
}

#[test]
fn what_fails_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("plan.csv");
    fs::write(&out, "what was handed out before").unwrap();
    refused(plenary(&["export", "--to", "csv", "--day", "2031-01-01", "-o", out.to_str().unwrap()]));
    assert_eq!(fs::read_to_string(&out).unwrap(), "what was handed out before");
    told(plenary(&["export", "--day", "2025-11-17", "-o", out.to_str().unwrap()]));
    assert_eq!(names(folder.path()), ["plan.csv"], "no backup, nothing half-written");
}

#[test]
fn a_split_fills_a_folder_and_no_title_leaves_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("calendars");
    let hostile = plan_json(&Template::TwoDays.plan()).replace("\"Main hall\"", "\"../../../Main hall\"");
    assert!(hostile.contains("../../../Main hall"));
    told(fed(&["export", "-", "--to", "ics", "--split", "room", "-o", out.to_str().unwrap()], &hostile));
    assert!(names(&out).len() > 1, "{:?}", names(&out));
    assert_eq!(names(folder.path()), ["calendars"]);
}

#[test]
fn statistics_add_up() {
    let statistics: serde_json::Value = serde_json::from_str(&told(plenary(&["stats", "--format", "json"]))).unwrap();
    let plan = Template::Wtdc25.plan();
    assert_eq!(statistics["sessions"]["total"], plan.sessions().len());
    assert_eq!(statistics["topics"], 31);
    let hall =
        plan.rooms().iter().find(|room| room.title.get(plenary::model::Language::English) == "Plenary Hall").unwrap();
    let minutes: i32 =
        plan.sessions().iter().filter(|row| row.rooms().contains(&hall.id)).map(|row| row.length().mins()).sum();
    assert_eq!(statistics["minutes_by_room"]["Plenary Hall"], minutes);
    let text = told(plenary(&["stats"]));
    assert!(text.contains("sessions    111 (111 placed, 0 unscheduled)"), "{text}");
}

#[test]
fn names_are_those_of_the_screen_in_any_language() {
    let by = |words: &[&str]| told(plenary(&[&["export", "--to", "csv", "-o", "-"], words].concat()));
    assert_eq!(by(&["--event", "ВКРЭ-25"]), by(&["--event", "wtdc-25"]));
    assert!(by(&["--body", "com3"]).lines().count() > 3);
}

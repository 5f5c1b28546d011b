//! Files of other tools come in through the window: what they would make of the plan is seen first, answered line by line, and
//! taken as one step.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use plenary::app::action::{Action, UiCommand};
use plenary::app::desk::Desk;
use plenary::app::settings::Settings;
use plenary::edit::{Command, Deed};
use plenary::model::zone::Tz;
use plenary::model::{Header, Language, Plan, Session};
use plenary::store::{Template, plan_json};

use super::desk::{act, desk_with, key, plan, steps};

fn empty() -> Plan {
    Plan::new(Header::in_zone(Tz::Europe__Berlin))
}

fn desk(plan: Plan) -> Harness<'static, Desk> {
    desk_with(plan, None, Settings { view: "list".to_owned(), ..Settings::default() })
}

fn path_of(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/arriving/")).join(name)
}

fn file(name: &str) -> String {
    fs::read_to_string(format!("{}/tests/all/arriving/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Brings a file in by the command, whose path is typed.
fn import(harness: &mut Harness<'_, Desk>, path: &Path) {
    act(harness, Action::Run(UiCommand::Import));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text(path.display().to_string()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(8);
}

/// The same of a text that stands in a file of this name.
fn import_text(harness: &mut Harness<'_, Desk>, name: &str, text: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    import(harness, &path);
}

fn shows(harness: &Harness<'_, Desk>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

#[track_caller]
fn click(harness: &mut Harness<'_, Desk>, label: &str) {
    let found = harness.query_all_by_label(label).last();
    found.unwrap_or_else(|| panic!("nothing is called {label}")).click();
    harness.run_steps(6);
}

#[track_caller]
fn is_off(harness: &Harness<'_, Desk>, label: &str) -> bool {
    harness.get_by_label(label).accesskit_node().is_disabled()
}

#[track_caller]
fn titled<'a>(plan: &'a Plan, title: &str) -> &'a Session {
    let found = plan.sessions().iter().find(|session| session.title.iter().any(|(_, text)| text == title));
    found.unwrap_or_else(|| panic!("no {title}"))
}

fn has(plan: &Plan, title: &str) -> bool {
    plan.sessions().iter().any(|session| session.title.iter().any(|(_, text)| text == title))
}

fn start(plan: &Plan, title: &str) -> String {
    titled(plan, title).placement.as_ref().map_or_else(String::new, |at| at.start.to_string())
}

/// A session of the plan begins at another hour.
fn begin_at(harness: &mut Harness<'_, Desk>, title: &str, at: &str) {
    let mut moved = Session::clone(titled(plan(harness), title));
    moved.placement.as_mut().unwrap().start = at.parse().unwrap();
    act(harness, Action::Perform(Command::Put(moved.into())));
}

#[test]
fn a_calendar_is_seen_first_and_taken_as_one_step_that_is_undone() {
    let mut harness = desk(empty());
    import_text(&mut harness, "forum.ics", &file("calendar.ics"));
    assert!(shows(&harness, "forum.ics") && shows(&harness, ": 5 sessions, 2 rooms"));
    assert!(shows(&harness, "All 5") && shows(&harness, "New 5") && shows(&harness, "2 new rooms"));
    assert!(shows(&harness, "new, Opening of the forum, Mon 17 Nov 09:00–10:30"));
    click(&mut harness, "Said of the file 4");
    assert!(shows(&harness, "line 37: this is no line of a calendar"));
    assert!(shows(&harness, "“Papers are due” takes whole days"));
    assert_eq!(steps(&harness), 0, "nothing has changed yet");
    click(&mut harness, "Take 5 of 5");
    assert_eq!((steps(&harness), plan(&harness).sessions().len()), (1, 5));
    assert_eq!(harness.state().document().done()[0].label.deed, Deed::Import);
    assert!(!shows(&harness, "What becomes of it"));
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(&harness), &empty());
}

#[test]
fn enter_takes_and_escape_leaves_everything_as_it_is() {
    let mut harness = desk(empty());
    import_text(&mut harness, "schedule.xml", &file("schedule.xml"));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!shows(&harness, "What becomes of it"));
    assert_eq!(steps(&harness), 0);
    import_text(&mut harness, "schedule.xml", &file("schedule.xml"));
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!((steps(&harness), plan(&harness).sessions().len()), (1, 3));
}

#[test]
fn a_session_is_left_out_by_its_tick_and_looked_for_by_its_title() {
    let mut harness = desk(empty());
    import_text(&mut harness, "schedule.xml", &file("schedule.xml"));
    click(&mut harness, "Take “Past midnight”");
    click(&mut harness, "Filter rows");
    harness.event(Event::Text("keys".to_owned()));
    harness.run_steps(4);
    assert!(shows(&harness, "new, Locks & keys") && !shows(&harness, "new, Past midnight"));
    click(&mut harness, "Take 2 of 3");
    assert!(has(plan(&harness), "Locks & keys") && !has(plan(&harness), "Past midnight"));
}

/// The schedule after the other tool has renamed one session, added one, and dropped one.
fn later() -> String {
    let renamed = file("schedule.xml").replace("Past midnight", "Long past midnight");
    let gone = renamed.replace(r#"<event id="3"><start>at noon</start><title>When?</title></event>"#, "");
    gone.replace(
        "</room>\n  </day>",
        r#"<event id="4"><start>20:00</start><duration>00:30</duration><title>Before</title></event></room></day>"#,
    )
}

#[test]
fn what_comes_again_shows_new_changed_and_gone_and_what_was_moved_here_stays() {
    let mut harness = desk(empty());
    import_text(&mut harness, "schedule.xml", &file("schedule.xml"));
    click(&mut harness, "Take 3 of 3");
    begin_at(&mut harness, "Locks & keys", "2025-12-27T20:00");
    import_text(&mut harness, "schedule.xml", &later());
    for shown in ["New 1", "Changed 1", "Unchanged 1", "Gone 1"] {
        assert!(shows(&harness, shown), "{shown}");
    }
    assert!(shows(&harness, "Title: Past midnight → Long past midnight"));
    assert!(shows(&harness, "Changed here, and stays: Time is 20:00–21:00 here, 22:00–23:00 in the file."));
    click(&mut harness, "Take 2 of 3");
    let after = plan(&harness);
    assert!(has(after, "Before") && has(after, "Long past midnight") && has(after, "When?"));
    assert_eq!(start(after, "Locks & keys"), "2025-12-27T20:00");
    // What is gone goes, and what comes counts, where somebody says so.
    import_text(&mut harness, "schedule.xml", &later());
    click(&mut harness, "Take “When?” away");
    click(&mut harness, "Locks & keys: Take from the file");
    assert!(shows(&harness, "All of it is as in the file."));
    click(&mut harness, "Take 2 of 2");
    let after = plan(&harness);
    assert!(!has(after, "When?"));
    assert_eq!(start(after, "Locks & keys"), "2025-12-27T22:00");
}

#[test]
fn what_both_sides_changed_is_to_be_decided() {
    let mut harness = desk(empty());
    import_text(&mut harness, "schedule.xml", &file("schedule.xml"));
    click(&mut harness, "Take 3 of 3");
    begin_at(&mut harness, "Locks & keys", "2025-12-27T20:00");
    let moved = file("schedule.xml")
        .replace("2025-12-27T22:00:00", "2025-12-27T23:00:00")
        .replace("<start>22:00", "<start>23:00");
    import_text(&mut harness, "schedule.xml", &moved);
    assert!(shows(&harness, "To decide 1") && shows(&harness, "to decide, Locks & keys"));
    assert!(shows(&harness, "Changed here and there: Time is 20:00–21:00 here, 23:00–00:00 in the file."));
    click(&mut harness, "Locks & keys: Take from the file");
    assert!(shows(&harness, "Changed 1") && !shows(&harness, "To decide"));
    click(&mut harness, "Take 1 of 1");
    assert_eq!(start(plan(&harness), "Locks & keys"), "2025-12-27T23:00");
}

#[test]
fn names_that_are_almost_known_are_asked_for_once() {
    let mut harness = desk(empty());
    import_text(&mut harness, "schedule.xml", &file("schedule.xml"));
    click(&mut harness, "Take 3 of 3");
    let other = file("schedule.xml")
        .replace("night25", "other")
        .replace("3f1d6a1c-6b1a-4e8e-9a5e-0a1b2c3d4e5f", "")
        .replace("2025-12-27", "2025-12-28")
        .replace("Saal 1", "Saal 1 (ground floor)");
    import_text(&mut harness, "other.xml", &other);
    assert!(shows(&harness, "Room “Saal 1 (ground floor)” (3 sessions) is almost a room of the plan."));
    assert!(shows(&harness, "To decide 4") && is_off(&harness, "Take 0 of 3"));
    click(&mut harness, "Saal 1 (ground floor): Saal 1");
    assert!(!shows(&harness, "To decide") && !shows(&harness, "new room"));
    click(&mut harness, "Take 2 of 2");
    assert_eq!((plan(&harness).rooms().len(), plan(&harness).sessions().len()), (1, 5));
}

#[test]
fn names_that_are_near_within_a_file_are_offered_as_one_and_nothing_waits_for_that() {
    let mut harness = desk(empty());
    let event = |uid: u8, at: u8, room: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}@x\r\nDTSTART:20251117T{at:02}0000Z\r\nDTEND:20251117T{at:02}3000Z\r\nSUMMARY:No {uid}\r\nLOCATION:{room}\r\nEND:VEVENT\r\n"
        )
    };
    let all = [event(1, 9, "Room Z"), event(2, 10, "Rm Z")].concat();
    import_text(&mut harness, "two.ics", &format!("BEGIN:VCALENDAR\r\n{all}END:VCALENDAR\r\n"));
    assert!(shows(&harness, "Room “Rm Z” (1 session) is almost another room of the file. It is"));
    click(&mut harness, "Rm Z: Room Z");
    click(&mut harness, "Take 2 of 2");
    assert_eq!((plan(&harness).rooms().len(), plan(&harness).sessions().len()), (1, 2));
}

#[test]
fn what_was_removed_here_is_not_ticked() {
    let mut harness = desk(empty());
    import_text(&mut harness, "schedule.xml", &file("schedule.xml"));
    click(&mut harness, "Take 3 of 3");
    let id = titled(plan(&harness), "When?").id;
    act(&mut harness, Action::Perform(Command::Remove(vec![id.into()])));
    import_text(&mut harness, "schedule.xml", &file("schedule.xml"));
    assert!(shows(&harness, "removed here, When?") && is_off(&harness, "Take 0 of 1"));
    click(&mut harness, "Take “When?”");
    click(&mut harness, "Take 1 of 1");
    assert!(has(plan(&harness), "When?"));
}

#[test]
fn the_zone_of_clocks_is_asked_where_the_file_does_not_say_it() {
    let mut harness = desk(empty());
    let floating = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20251117T090000\r\nDTEND:20251117T100000\r\nSUMMARY:One\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    import_text(&mut harness, "floating.ics", floating);
    assert!(shows(&harness, "does not say in which time zone") && is_off(&harness, "Take 1 of 1"));
    click(&mut harness, "Berlin, as in the plan");
    assert!(shows(&harness, "Clocks: Berlin"));
    click(&mut harness, "Take 1 of 1");
    assert_eq!(start(plan(&harness), "One"), "2025-11-17T09:00");
}

#[test]
fn a_file_begins_a_plan_of_its_own() {
    let mut harness = desk(empty());
    import_text(&mut harness, "sessionize.json", &file("sessionize.json"));
    click(&mut harness, "Berlin, as in the plan");
    click(&mut harness, "Into: this plan");
    click(&mut harness, "a new plan");
    click(&mut harness, "Begin a plan with 3 of 3");
    for node in harness.query_all_by_label_contains("") {
        eprintln!("AFTER {:?}", node.accesskit_node().label());
    }
    assert_eq!((steps(&harness), plan(&harness).sessions().len()), (0, 3));
    assert!(plan(&harness).header().identity.is_some());
}

#[test]
fn the_program_begins_with_a_file_that_is_no_plan() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("Programme.csv");
    fs::write(&table, "Titel;Wann;Beginn;Ende\nOn light;Mo 17.11.2025;9:00;10:00\n").unwrap();
    for (path, words) in [(table, "Add 1 session"), (path_of("schedule.xml"), "Begin a plan with 3 of 3")] {
        let mut harness = desk(Template::Blank.begin());
        harness.state_mut().begin_with(path);
        harness.run_steps(12);
        click(&mut harness, words);
        harness.run_steps(6);
        assert_ne!(plan(&harness).sessions().len(), 0);
        assert_eq!(plan(&harness).events().len(), 1, "nothing of the empty plan is left");
    }
}

#[test]
fn a_plan_of_this_program_is_brought_in_and_nothing_of_it_changes_the_same_plan() {
    let before = Template::TwoDays.begin();
    let mut harness = desk(before.clone());
    import_text(&mut harness, "plan.json", &plan_json(&before));
    let count = before.sessions().len();
    assert!(shows(&harness, &format!("Unchanged {count}")) && !shows(&harness, "Changed "));
    assert_eq!(steps(&harness), 0);
    // A plan that is dropped is opened.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.json");
    fs::write(&path, plan_json(&Template::Wtdc25.plan())).unwrap();
    key(&mut harness, Modifiers::NONE, Key::Escape);
    drop_files(&mut harness, &[&path]);
    assert!(plan(&harness).sessions().len() > count && !shows(&harness, "What becomes of it"));
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn drop_files(harness: &mut Harness<'_, Desk>, paths: &[&Path]) {
    let dropped = |path: &&Path| Arc::new(Dropped(path.to_path_buf())) as egui::DroppedFileHandle;
    harness.input_mut().dropped_files = paths.iter().map(dropped).collect();
    harness.run_steps(8);
}

#[test]
fn several_files_come_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["calendar.ics", "schedule.xml"].map(|name| folder.path().join(name));
    for path in &paths {
        fs::write(path, file(path.file_name().unwrap().to_str().unwrap())).unwrap();
    }
    let mut harness = desk(empty());
    drop_files(&mut harness, &[&paths[0], &paths[1]]);
    assert!(shows(&harness, "Import: file 1 of 2") && shows(&harness, "calendar.ics"));
    click(&mut harness, "Take 5 of 5");
    assert!(shows(&harness, "Import: file 2 of 2") && shows(&harness, "schedule.xml"));
    click(&mut harness, "Take 3 of 3");
    assert_eq!((steps(&harness), plan(&harness).sessions().len()), (2, 8));
    drop_files(&mut harness, &[&paths[0], &paths[1]]);
    click(&mut harness, "Skip this file");
    assert!(shows(&harness, "Import: file 2 of 2"));
}

#[test]
fn a_calendar_that_is_pasted_comes_in_as_a_file_does() {
    let mut harness = desk(empty());
    harness.event(Event::Paste(file("calendar.ics")));
    harness.run_steps(8);
    assert!(shows(&harness, "What was pasted") && shows(&harness, "New 5"));
    click(&mut harness, "Take 5 of 5");
    assert_eq!(steps(&harness), 1);
}

#[test]
fn what_can_not_be_used_is_refused_in_one_sentence() {
    for (name, text, said) in [
        ("empty.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "empty.ics: no session stands in it"),
        ("odd.json", r#"{"colour": 5}"#, "odd.json: it is no file that can be read here"),
        ("half.json", r#"{"sessions": [{"title": 5"#, "half.json: it is no file that can be read here"),
        ("odd.xml", "<odd/>", "odd.xml: it is no file that can be read here"),
    ] {
        let mut harness = desk(empty());
        import_text(&mut harness, name, text);
        assert!(shows(&harness, said), "{name}");
        click(&mut harness, "Cancel");
        assert_eq!(steps(&harness), 0);
    }
}

#[test]
fn rules_say_what_it_would_cause() {
    let clash = file("schedule.xml").replace("01:30", "22:15");
    let mut harness = desk(empty());
    import_text(&mut harness, "schedule.xml", &clash);
    assert!(shows(&harness, "Errors: 0 → "), "two sessions at once in one hall");
}

#[test]
fn it_speaks_russian() {
    let settings = Settings { view: "list".to_owned(), language: Language::Russian, ..Settings::default() };
    let mut harness = desk_with(empty(), None, settings);
    import_text(&mut harness, "schedule.xml", &file("schedule.xml"));
    assert!(shows(&harness, "Новые 3") && shows(&harness, "новое, Locks & keys"));
    click(&mut harness, "Взять 3 из 3");
    assert_eq!(steps(&harness), 1);
}

//! The program as scripts call it: files, streams, one clear line, exit statuses.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use plenary::model::Language;
use plenary::store::{Template, plan_json, plan_text, read_plan};

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

/// With standard output led to `file`.
#[cfg(unix)]
fn led_to(words: &[&str], file: &Path) -> Output {
    let file = fs::OpenOptions::new().write(true).open(file).unwrap();
    Command::new(env!("CARGO_BIN_EXE_plenary")).args(words).stdin(Stdio::null()).stdout(file).output().unwrap()
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
    // A plan without an identity has one made of its file, and these are two.
    let without_identity = |table: &str| -> Vec<String> {
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let place = reader.headers().unwrap().iter().position(|head| head == "plenary:plan").unwrap();
        let cells = |row: csv::StringRecord| -> String {
            let others = row.iter().enumerate().filter(|(at, _)| *at != place);
            others.map(|(_, cell)| cell).collect::<Vec<_>>().join("\n")
        };
        reader.records().map(|row| cells(row.unwrap())).collect()
    };
    assert_eq!(without_identity(&from_ron), without_identity(&from_json));
    let waiting = plan.sessions().iter().filter(|session| session.placement.is_none()).count();
    let undated = |table: &str| table.lines().filter(|line| line.split(',').nth(1) == Some("")).count();
    assert_eq!(from_ron.lines().count(), plan.sessions().len() - waiting + 1);
    assert_eq!((undated(&from_ron), waiting > 0), (0, true), "what waits in the tray is for the team");
    let of_team = told(fed(&["export", "-", "--to", "csv", "--internal", "-o", "-"], &plan_text(&plan)));
    assert_eq!(undated(&of_team), waiting, "and comes without a date");
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
        (vec!["export", "--to", "csv", "--day", "2031-01-01", "-o", "-"], "Nothing that is placed matches"),
        (vec!["export", "--to", "csv", "--day", "2025-11-18..2025-11-17", "-o", "-"], "ends before it begins"),
        (vec!["export", "--to", "csv", "--day", "0001-01-01..9999-01-01", "-o", "-"], "more than ten years"),
        (vec!["export", "--to", "ics", "--split", "person", "-o", "-"], "The plan has nobody and nothing of that sort"),
        (vec!["export", "--to", "png", "-o", "days.png"], "days.png: 10 files are made; name a folder"),
        (vec!["export", "--to", "csv", "--layout", "doors", "-o", "-"], "choose one of programme, statements"),
        (vec!["export", "--to", "pdf", "--layout", "statements", "-o", "-"], "There are no policy statements"),
        (vec!["export", "--to", "ics", "--split", "room", "-o", "-"], "name a folder with -o"),
        (vec!["stats", "/nowhere/plan.ron"], "there is no such file"),
        (vec!["export"], "--output <OUT>"),
        (vec!["export", "-o", "plan.odt"], "name the format with --to"),
        (vec!["export", "--to", "csv,pdf", "-o", "-"], "2 files are made; name a folder with -o"),
        (vec!["export", "--to", "ics", "--layout", "grid", "-o", "-"], "ics knows no layouts"),
        (vec!["export", "--to", "pdf", "--layout", "roster", "-o", "-"], "roster is for the team only; add --internal"),
        (vec!["export", "--to", "docx", "--layout", "services", "-o", "-"], "services is for the team only"),
        (vec!["export", "--to", "eml", "-o", "-"], "The plan has no people with sessions"),
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
    assert_eq!(statistics["agenda_items"], plan.items().len());
    assert_eq!(
        statistics["posts"]["open"], 8,
        "the bureau of the interregional meetings, and the Chair of the conference"
    );
    assert_eq!(statistics["statements"]["requests"], plan.statements().len());
    let hall =
        plan.rooms().iter().find(|room| room.title.get(plenary::model::Language::English) == "Plenary Hall").unwrap();
    let minutes: i32 =
        plan.sessions().iter().filter(|row| row.rooms().contains(&hall.id)).map(|row| row.length().mins()).sum();
    assert_eq!(statistics["minutes_by_room"]["Plenary Hall"], minutes);
    let interpretation = &statistics["interpretation"];
    let counted = ["teams", "sittings", "without_a_team"].map(|what| interpretation[what].as_u64().unwrap());
    assert_eq!(
        counted,
        [0, 39, 39],
        "33 of the conference, 2 of the youth celebration, 4 of the interregional meetings"
    );
    let text = told(plenary(&["stats"]));
    assert!(text.contains("interpreted   0 teams, 39 sittings (39 without a team)"), "{text}");
    assert!(text.contains("sessions      90 (90 placed, 0 unscheduled)"), "{text}");
    assert!(text.contains(&format!("agenda items  {}", plan.items().len())), "{text}");
}

#[test]
fn statistics_count_the_speaking_list() {
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/saves/illustrative-statements.ron");
    let statistics: serde_json::Value =
        serde_json::from_str(&told(plenary(&["stats", list, "--format", "json"]))).unwrap();
    let counted = |what: &str| statistics["statements"][what].as_u64().unwrap();
    let states = ["placed", "waiting", "by_exception", "silent"].map(counted);
    assert_eq!((counted("requests"), states), (91, [72, 12, 2, 5]));
    assert_eq!((counted("places"), counted("held")), (84, 12), "four parts of 21 places, three of each are held");
    let text = told(plenary(&["stats", list]));
    let line = "statements    91 (72 placed, 12 waiting, 2 by exception, 5 silent; 84 places, 12 held)";
    assert!(text.contains(line), "{text}");
}

#[test]
fn names_are_those_of_the_screen_in_any_language() {
    let by = |words: &[&str]| told(plenary(&[&["export", "--to", "csv", "-o", "-"], words].concat()));
    assert_eq!(by(&["--event", "ВКРЭ-25"]), by(&["--event", "wtdc-25"]));
    assert!(by(&["--body", "com3"]).lines().count() > 3);
}

#[test]
fn the_plan_is_never_replaced_by_what_is_made_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let text = plan_text(&Template::TwoDays.plan());
    let plan = at("plan.ron");
    fs::write(&plan, &text).unwrap();
    fs::hard_link(&plan, at("hard.html")).unwrap();
    let mut outs = vec![plan.clone(), at("hard.html"), at("./plan.ron")];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("plan.ron", at("soft.html")).unwrap();
        outs.push(at("soft.html"));
    }
    for out in &outs {
        let line = refused(plenary(&["export", &plan, "--to", "html", "-o", out]));
        assert!(line.contains("this is the plan itself"), "{out}: {line}");
        #[cfg(feature = "window")]
        assert!(refused(plenary(&["render", &plan, "-o", out])).contains("this is the plan itself"), "{out}");
    }
    // Of several files none is written when one of them would be the plan.
    let inside = at("out/Two-days-conference-programme.csv");
    fs::create_dir(at("out")).unwrap();
    let csv = told(plenary(&["export", &plan, "--to", "csv", "-o", &at("out/")]));
    assert!(csv.is_empty());
    let made = names(&folder.path().join("out"));
    let inside = inside.replace("Two-days-conference-programme.csv", &made[0]);
    fs::write(&inside, &text).unwrap();
    assert!(refused(plenary(&["export", &inside, "--all", "-o", &at("out")])).contains("this is the plan itself"));
    assert_eq!(names(&folder.path().join("out")), made);
    for path in [&plan, &inside] {
        assert_eq!(fs::read_to_string(path).unwrap(), text);
    }
    told(plenary(&["export", &plan, "--to", "html", "-o", &at("other.html")]));
}

#[cfg(unix)]
#[test]
fn a_plan_led_to_standard_input_is_not_replaced_either() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    fs::write(&path, plan_text(&Template::TwoDays.plan())).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_plenary"))
        .args(["export", "-", "--to", "html", "-o", path.to_str().unwrap()])
        .stdin(fs::File::open(&path).unwrap())
        .output()
        .unwrap();
    assert!(refused(output).contains("this is the plan itself"));
    assert!(plenary::store::open_plan(&path).is_ok());
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_does_not_arrive_is_a_failure() {
    for words in [
        &["check"][..],
        &["check", "--format", "json"],
        &["stats"],
        &["completions", "bash"],
        &["export", "--to", "csv", "-o", "-"],
        &["--help"],
        &["export", "--help"],
        &["--version"],
    ] {
        let line = refused(led_to(words, Path::new("/dev/full")));
        assert!(line.contains("standard output: ") && line.contains("No space left"), "{words:?}: {line}");
    }
}

#[cfg(unix)]
#[test]
fn whoever_reads_may_stop_reading() {
    for words in [&["check"][..], &["stats"], &["completions", "zsh"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_plenary"))
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.stderr.is_empty() && output.status.code() != Some(2), "{words:?}: {output:?}");
    }
}

#[test]
fn several_formats_go_into_one_folder_and_pictures_into_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    told(plenary(&["export", "-f", "CSV,ics,csv", "--day", "2025-11-17..18", "-o", at("two").to_str().unwrap()]));
    assert_eq!(names(&at("two")).len(), 2, "{:?}", names(&at("two")));
    told(plenary(&["export", "--all", "--format", "png,csv", "--day", "Monday", "-o", at("all").to_str().unwrap()]));
    let all = names(&at("all"));
    assert!(all.contains(&"index.html".to_owned()) && all.contains(&"pictures".to_owned()), "{all:?}");
    let count = |names: &[String], ending: &str| names.iter().filter(|name| name.ends_with(ending)).count();
    assert!(count(&all, "csv") >= 1 && count(&all, "pdf") == 0, "{all:?}");
    let pictures = names(&at("all/pictures"));
    assert_eq!(count(&pictures, "png"), pictures.len(), "{pictures:?}");
    assert!(pictures.iter().any(|name| name.contains("2025-11-17")), "{pictures:?}");
    let list = fs::read_to_string(at("all/index.html")).unwrap();
    assert!(pictures.iter().all(|name| list.contains(&format!("./pictures/{name}"))), "{list}");
    told(plenary(&["export", "-o", at("plan.json").to_str().unwrap()]));
    assert!(
        fs::read_to_string(at("plan.json")).unwrap().contains("\"sessions\""),
        "the ending is the name of a format"
    );
}

#[test]
fn a_list_of_files_takes_no_place_but_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (out, index) = (folder.path().to_str().unwrap(), folder.path().join("index.html"));
    let all = || plenary(&["export", "--all", "--day", "2025-11-17", "-o", out]);
    fs::write(&index, "<title>our site</title>").unwrap();
    assert!(refused(all()).contains("a file that Plenary did not make"));
    assert_eq!(
        (fs::read_to_string(&index).unwrap().as_str(), names(folder.path()).len()),
        ("<title>our site</title>", 1)
    );
    fs::remove_file(&index).unwrap();
    told(all());
    let list = fs::read_to_string(&index).unwrap();
    told(all());
    assert!(list.contains("Plenary, list of files"));
    // The list is the last: what it names is there when it is.
    let modified = |name: &str| fs::metadata(folder.path().join(name)).unwrap().modified().unwrap();
    fs::remove_file(&index).unwrap();
    told(all());
    assert!(names(folder.path()).iter().all(|name| modified(name) <= modified("index.html")));
}

#[test]
fn nothing_that_a_terminal_obeys_comes_out_of_a_file_or_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let is_harmless = |bytes: &[u8]| {
        !String::from_utf8(bytes.to_vec())
            .unwrap()
            .chars()
            .any(|c| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c))
    };
    let name = if cfg!(windows) { "a\u{9b}b.ron" } else { "a\u{1b}]0;x\u{7}\n\u{202e}b.ron" };
    let path = folder.path().join(name);
    let path = path.to_str().unwrap();
    for words in [&["check", path][..], &["stats", path], &["export", path, "--to", "csv", "-o", "-"]] {
        let output = plenary(words);
        refused(plenary(words));
        assert!(is_harmless(&output.stderr), "{words:?}");
    }
    let text = plan_text(&Template::TwoDays.plan());
    fs::write(path, text.replace("\"Main hall\"", "\"Main\\u{1b}[31m\\u{9b}\\u{202e}hall\"")).unwrap();
    for words in [
        &["check", path][..],
        &["check", path, "--format", "json"],
        &["stats", path],
        &["stats", path, "--format", "json"],
    ] {
        let output = plenary(words);
        assert!(output.status.code().unwrap() < 2 && is_harmless(&output.stdout), "{words:?}");
    }
    fs::write(path, text.replace("    title:", "    \u{1b}[31mtitle:")).unwrap();
    assert!(is_harmless(&plenary(&["check", path]).stderr));
}

#[test]
fn check_tells_to_dos_that_are_overdue_on_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.ron");
    let plan = Template::TwoDays.plan();
    let session = plan.sessions().ids().next().unwrap();
    let text = plan_text(&plan);
    let to_do = |id: &str, due: &str, more: &str| {
        format!(
            "(id: {id:?}, session: {session:?}, at: \"2026-01-01T09:00\", text: \"Ask {id}\", is_to_do: true, due: {due:?}{more})"
        )
    };
    let comments = [
        to_do("late", "2026-02-01", ""),
        to_do("later", "2026-03-01", ""),
        to_do("done", "2026-01-05", ", done: \"2026-01-04T09:00\""),
    ];
    let session_name = format!("{session:?}");
    let comments =
        comments.join(",\n").replace(&format!("session: {session_name}"), &format!("session: \"{session}\""));
    let end = text.rfind(')').unwrap();
    fs::write(&file, format!("{}  comments: [{comments}],\n)\n", &text[..end])).unwrap();
    let file = file.to_str().unwrap();
    let told = |words: &[&str]| String::from_utf8(plenary(&[&["check", file], words].concat()).stdout).unwrap();
    assert!(!told(&[]).contains("Ask late"), "rules know no today");
    let overdue = told(&["--today", "2026-02-15"]);
    assert!(overdue.contains("overdue") && overdue.contains("Ask late"), "{overdue}");
    assert!(!overdue.contains("Ask later") && !overdue.contains("Ask done"), "{overdue}");
    let json: serde_json::Value = serde_json::from_str(&told(&["--today", "2026-03-02", "--format", "json"])).unwrap();
    let ids: Vec<_> = json["overdue"].as_array().unwrap().iter().map(|one| one["comment"].clone()).collect();
    assert_eq!(ids, ["late", "later"]);
}

#[test]
fn check_answers_in_the_language_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    fs::write(&path, plan_text(&Template::TwoDays.plan()).replace("    title:", "    titel:")).unwrap();
    let line = refused(plenary(&["check", path.to_str().unwrap(), "--lang", "ru"]));
    assert!(line.contains("строка 5, столбец 5: неизвестное поле `titel`"), "{line}");
    let report = plenary(&["check", "--lang", "ru"]);
    let report = String::from_utf8(report.stdout).unwrap();
    assert!(report.starts_with("встроенный план: есть ошибки; 46 мероприятий, "), "{report}");
}

#[test]
fn a_plan_that_is_too_large_is_refused_with_its_limit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    fs::write(&path, plan_text(&Template::TwoDays.plan())).unwrap();
    fs::OpenOptions::new().write(true).open(&path).unwrap().set_len((64 << 20) + 1).unwrap();
    let line = refused(plenary(&["stats", path.to_str().unwrap()]));
    assert!(line.contains("the file is larger than 64 MiB"), "{line}");
}

/// Titles of 2,000 Arabic letters, and a clock that changes inside of sessions.
#[test]
fn plans_of_all_kinds_are_checked_counted_and_handed_out() {
    for name in ["arabic-title", "clock-back", "clock-forward", "26-rooms"] {
        let path = format!("{}/tests/all/cases/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let sessions = plenary::store::open_plan(Path::new(&path)).unwrap().sessions().len();
        let report = plenary(&["check", &path, "--format", "json"]);
        assert!(report.status.code().unwrap() < 2, "{name}");
        let statistics = told(plenary(&["stats", &path, "--format", "json"]));
        let statistics: serde_json::Value = serde_json::from_str(&statistics).unwrap();
        assert_eq!(statistics["sessions"]["total"], sessions, "{name}");
        let table = told(plenary(&["export", &path, "--to", "csv", "-o", "-"]));
        assert_eq!(table.lines().count(), sessions + 1, "{name}");
    }
}

#[cfg(feature = "window")]
#[test]
fn a_picture_goes_through_pipes() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["render", "--size", "320x240", "-o", "-"];
    let output = Command::new(env!("CARGO_BIN_EXE_plenary")).args(words).current_dir(folder.path()).output().unwrap();
    assert!(output.status.success() && output.stdout.starts_with(b"\x89PNG"));
    assert!(names(folder.path()).is_empty());
    let line = refused(plenary(&["render", "--size", "8000x8000", "--scale", "4", "-o", "-"]));
    assert!(line.contains("1024 million pixels, and 64 million are the most"), "{line}");
}

#[test]
fn a_command_that_does_not_exist_is_told_as_that() {
    assert_eq!(refused(plenary(&["foo", "check"])), "plenary: there is no command \"foo\"; --help lists them\n");
}

#[test]
fn one_of_a_kind_is_counted_in_the_singular() {
    let about = String::from_utf8(fed(&["check", "-"], &plan_text(&Template::TwoDays.plan())).stdout).unwrap();
    assert!(about.contains(" 1 event, "), "{about}");
}

#[test]
fn a_plan_is_begun_without_a_window() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rpm.ron");
    let path = file.to_str().unwrap();
    let new = |more: &[&str]| {
        plenary(&[&["new", path, "--name", "Regional meeting", "--first", "2025-04-24"], more].concat())
    };
    for (more, why) in [
        (&["--zone", "Asia/Atlantis"][..], "there is no time zone \"Asia/Atlantis\""),
        (&[], "no time zone is known for the place"),
        (&["--place", "Bishkek", "--last", "2025-04-23"], "it ends before it begins"),
        (&["--place", "Bishkek", "--last", "2026-05-28"], "it would last 400 days"),
        (&["--place", "Bishkek", "--rooms", " "], "at least one room is needed"),
    ] {
        let line = refused(new(more));
        assert!(line.contains(why), "{line}");
        assert!(!file.exists());
    }
    told(new(&[
        "--place",
        "Bishkek, Kyrgyzstan",
        "--last",
        "2025-04-25",
        "--rooms",
        "Hall A: 300, Room 1",
        "--lunch",
        "12:30-14:00",
    ]));
    let plan = plenary::store::open_plan(&file).unwrap();
    assert_eq!((plan.rooms().len(), plan.sessions().len(), plan.header().zone.name()), (2, 2, "Asia/Bishkek"));
    assert!(refused(new(&["--place", "Bishkek"])).contains("is there already"));
    assert_eq!(plenary::store::open_plan(&file).unwrap(), plan);
}

#[test]
fn a_notice_is_handed_out_or_refused_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let write = |name: &str, text: &str| {
        fs::write(path(name), text).unwrap();
        path(name)
    };
    let base = plan_text(&Template::TwoDays.begin());
    let start = base.split("start: \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let moved = base.replacen(start, &start.replace("T08", "T07"), 1);
    assert_ne!(moved, base);
    let (a, b, same) = (write("a.ron", &base), write("b.ron", &moved), write("same.ron", &base));
    for (name, begins) in [("n.pdf", "%PDF-"), ("n.docx", "PK"), ("n.html", "<!DOCTYPE html>"), ("n.txt", "")] {
        told(plenary(&["notice", &a, &b, "-o", &path(name), "--languages", "en,ar", "--date", "2025-11-20"]));
        let made = fs::read(path(name)).unwrap();
        assert!(made.starts_with(begins.as_bytes()), "{name}");
    }
    let text = told(plenary(&["notice", &a, &b, "-o", "-", "--to", "txt"]));
    assert!(text.contains("1 change\n") && text.contains("New time"), "{text}");
    // What can not be handed out is not, and nothing is written.
    let out = path("out.pdf");
    let other = write("other.ron", &plan_text(&Template::TwoDays.begin()));
    let none = write("none.ron", "no plan");
    let newer = write("newer.ron", &base.replacen("version: 2", "version: 99", 1));
    for (before, after, why) in [
        (&a, &other, "another plan than"),
        (&a, &none, "none.ron"),
        (&newer, &b, "newer.ron"),
        (&path("gone.ron"), &b, "no such file"),
        (&a, &same, "Nothing that is handed out is different"),
    ] {
        assert!(refused(plenary(&["notice", before, after, "-o", &out])).contains(why), "{why}");
        assert!(!Path::new(&out).exists(), "{why}");
    }
    assert!(refused(plenary(&["notice", &a, &b, "-o", &b, "--to", "pdf"])).contains("b.ron"));
    assert_eq!(fs::read_to_string(&b).unwrap(), moved);
    assert!(refused(plenary(&["notice", &a, &b, "-o", &path("n.odt")])).contains("--to"));
    assert!(refused(plenary(&["notice", &a, &b, "-o", &out, "--date", "20.11.2025"])).contains("2025-11-20"));
    assert!(refused(plenary(&["notice", &a, &b, "-o", &out, "--languages", "de"])).contains("language"));
}

#[test]
fn plans_are_compared_and_merged() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let base = plan_text(&Template::TwoDays.begin());
    let (a, same) = (write("a.ron", &base), write("same.ron", &base));
    let b = write("b.ron", &base.replace("Main hall", "Great hall"));
    let c = write("c.ron", &base.replace("Main hall", "Small hall"));
    assert!(told(plenary(&["diff", &a, &same])).contains("the same"));
    let output = plenary(&["diff", &a, &b, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["changes"][0]["table"], "Room");
    assert_eq!(report["changes"][0]["fields"][0]["after"], "Great hall");
    assert_eq!(report["changes"][0]["fields"][0]["field"], "title.en");
    let text = String::from_utf8(plenary(&["diff", &a, &b]).stdout).unwrap();
    assert_eq!(text.trim_end(), "Great hall: Title (English): Main hall → Great hall");
    let markup = write("markup.ron", &base.replace("Main hall", "<b>Main</b> hall"));
    let page = String::from_utf8(plenary(&["diff", &a, &markup, "--format", "html"]).stdout).unwrap();
    assert!(page.contains("Title (English): Main hall → &lt;b&gt;Main&lt;/b&gt; hall"), "{page}");
    assert!(page.contains("<h2>Rooms</h2>") && page.contains("default-src 'none'") && !page.contains("<b>"), "{page}");
    told(plenary(&["merge", &a, &a, &b, "-o", &same]));
    assert_eq!(fs::read_to_string(&same).unwrap(), fs::read_to_string(&b).unwrap());
    let output = plenary(&["merge", &a, &b, &c, "-o", &b]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("Title (English) was changed here and there"));
    let merged = fs::read_to_string(&b).unwrap();
    assert!(merged.contains("undecided: (") && merged.contains("Small hall"));
    // What can not be merged is not, and nothing is written.
    let other = write("other.ron", &plan_text(&Template::TwoDays.begin()));
    let none = write("none.ron", "no plan");
    for (theirs, why) in [(&other, "another plan than"), (&none, "none.ron"), (&"/nowhere".to_owned(), "no such file")]
    {
        assert!(refused(plenary(&["merge", &a, &b, theirs, "-o", &b])).contains(why), "{theirs}");
        assert!(refused(plenary(&["diff", &a, theirs])).contains(why), "{theirs}");
        assert_eq!(fs::read_to_string(&b).unwrap(), merged);
    }
}

#[test]
fn a_table_comes_into_a_plan_by_what_is_said_of_its_heads() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let path = |name: &str| at(name).display().to_string();
    fs::write(
        at("talks.csv"),
        "Betreff;Datum;Von;Raum;Intern\nOn light;17.11.2025;9:30;Room A;x\nOn salt;31.31.2025;10:00;;y\n",
    )
    .unwrap();
    fs::write(at("heads.ron"), r#"{"Betreff": "title", "Datum": "day", "Von": "start", "Intern": ""}"#).unwrap();
    fs::write(at("odd.ron"), r#"{"Betreff": "colour"}"#).unwrap();
    fs::write(at("plan.ron"), plan_text(&Template::Wtdc25.plan())).unwrap();
    let import = |map: &str, more: &[&str]| {
        let (talks, map, out) = (path("talks.csv"), path(map), path("out.ron"));
        let mut arguments = vec!["import", &talks, "--map", &map, "-o", &out];
        arguments.extend(more);
        plenary(&arguments)
    };
    let into = path("plan.ron");
    let done = import("heads.ron", &["--into", &into]);
    assert_eq!(done.status.code(), Some(1), "{}", String::from_utf8_lossy(&done.stderr));
    let said = String::from_utf8(done.stdout).unwrap();
    assert!(said.contains("1 new, 0 changed") && said.contains("row 3: This is no day"), "{said}");
    let plan = read_plan(&fs::read(at("out.ron")).unwrap()).unwrap();
    let light = plan.sessions().iter().find(|row| row.title.get(Language::English) == "On light").unwrap();
    assert_eq!(light.span().unwrap().start.to_string(), "2025-11-17T09:30");
    fs::remove_file(at("out.ron")).unwrap();
    assert_eq!(import("heads.ron", &[]).status.code(), Some(1), "a table begins a plan, and the odd row is told");
    fs::remove_file(at("out.ron")).unwrap();
    // A day of two meanings is not guessed.
    fs::write(at("talks.csv"), "Betreff;Datum;Von\nOn light;3/4/2025;9:30\n").unwrap();
    let asks = import("heads.ron", &["--into", &into]);
    assert!(asks.status.code() == Some(2) && String::from_utf8(asks.stderr).unwrap().contains("say which, by --dates"));
    for (order, day) in [("day-first", "2025-04-03T09:30"), ("month-first", "2025-03-04T09:30")] {
        assert_eq!(import("heads.ron", &["--into", &into, "--dates", order]).status.code(), Some(0));
        let plan = read_plan(&fs::read(at("out.ron")).unwrap()).unwrap();
        let light = plan.sessions().iter().find(|row| row.title.get(Language::English) == "On light").unwrap();
        assert_eq!(light.span().unwrap().start.to_string(), day);
        fs::remove_file(at("out.ron")).unwrap();
    }
    let odd = import("odd.ron", &["--into", &into]);
    assert!(
        odd.status.code() == Some(2) && String::from_utf8(odd.stderr).unwrap().contains("it is no field: “colour”")
    );
    assert!(!at("out.ron").exists());
    // What is brought in is not written over.
    let source = path("talks.csv");
    let before = fs::read(&source).unwrap();
    let refused = plenary(&["import", &source, "--dates", "day-first", "-o", &source]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("would take the place of"));
    assert_eq!(fs::read(&source).unwrap(), before);
    assert_eq!(
        plenary(&[
            "import",
            &source,
            "--map",
            &path("heads.ron"),
            "--dates",
            "day-first",
            "--into",
            &into,
            "-o",
            &into
        ])
        .status
        .code(),
        Some(0)
    );
}

/// Brings a table into a new plan: the exit status, and what is said.
fn import_table(folder: &Path, table: &str, more: &[&str]) -> (i32, String) {
    let (csv, out) = (folder.join("talks.csv"), folder.join("out.ron"));
    fs::write(&csv, table).unwrap();
    let (csv, out) = (csv.display().to_string(), out.display().to_string());
    let done = plenary(&[&["import", &csv, "-o", &out], more].concat());
    let said = [done.stdout, done.stderr].concat();
    (done.status.code().unwrap(), String::from_utf8(said).unwrap())
}

/// The titles and starts of the plan that came of it.
fn talks(folder: &Path) -> Vec<(String, String)> {
    let plan = read_plan(&fs::read(folder.join("out.ron")).unwrap()).unwrap();
    let start = |span: Option<plenary::model::Span>| span.map(|span| span.start.to_string()).unwrap_or_default();
    plan.sessions().iter().map(|row| (row.title.get(Language::English).to_owned(), start(row.span()))).collect()
}

#[test]
fn heads_are_known_among_any_number_of_unknown_ones_which_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let heads = "title,date,start,end,room,Budget,Sponsor,Phone,Menu,AV,Sign,Cost,Note2,Ref\n";
    let row = "Talk one,2025-11-17,9:00,10:00,Hall,1,x,2,3,4,5,6,7,8\n";
    for rows in [row.to_owned(), [row, &row.replace("one", "two").replace("9:00", "9:30")].concat()] {
        let (status, said) = import_table(folder.path(), &[heads, &rows].concat(), &[]);
        assert!(status == 1 && said.contains("not read: Budget, Sponsor, Phone") && !said.contains("row 1"), "{said}");
        assert_eq!(talks(folder.path())[0], ("Talk one".to_owned(), "2025-11-17T09:00".to_owned()));
    }
    let (status, said) = import_table(folder.path(), &[heads, row].concat(), &["--report", "json"]);
    assert!(status == 1 && said.contains(r#""not_read":["Budget","Sponsor""#), "{said}");
    // One head is enough, and so is one of which is said what it means; what is left out on purpose is not told.
    let (_, said) = import_table(folder.path(), "red,green,blue,title\n1,2,3,On light\n4,5,6,On salt\n", &[]);
    assert!(said.contains("2 new") && said.contains("not read: red, green, blue"), "{said}");
    let map = folder.path().join("heads.ron");
    fs::write(&map, r#"{"Betreff": "title", "Wann": "day", "Um": "start", "a": "", "b": ""}"#).unwrap();
    let table = "a,b,Betreff,Wann,Um\n1,2,On light,2025-11-17,9:00\n3,4,On salt,2025-11-18,9:00\n";
    let (status, said) = import_table(folder.path(), table, &["--map", &map.display().to_string()]);
    assert!(status == 0 && said.contains("2 new"), "{said}");
    assert_eq!(talks(folder.path())[1], ("On salt".to_owned(), "2025-11-18T09:00".to_owned()));
}

#[test]
fn days_are_known_by_their_look_and_a_row_without_one_says_so() {
    let folder = tempfile::tempdir().unwrap();
    for rows in ["Talk one,Hall,2025-11-17,9:00,10:00\n", "Talk one,2025-11-17,9:00\nTalk two,2025-11-18,9:00\n"] {
        import_table(folder.path(), rows, &[]);
        assert_eq!(talks(folder.path())[0], ("Talk one".to_owned(), "2025-11-17T09:00".to_owned()), "{rows}");
    }
    let (status, said) = import_table(folder.path(), "title,start\nTalk one,9:00\n", &[]);
    assert!(status == 1 && said.contains("row 2: it says no day; 20"), "{said}");
}

#[test]
fn names_of_a_table_are_the_same_where_somebody_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let heads = "title,date,start,room\n";
    import_table(folder.path(), &format!("{heads}Talk one,2025-11-17,9:00,Grand Ballroom\n"), &[]);
    let plan = folder.path().join("plan.ron");
    fs::copy(folder.path().join("out.ron"), &plan).unwrap();
    let plan = plan.display().to_string();
    let other = format!("{heads}Talk two,2025-11-17,14:00,Grand Balroom\n");
    let into = |more: &[&str]| import_table(folder.path(), &other, &[&["--into", &plan], more].concat()).1;
    let said = into(&[]);
    assert!(said.contains("1 rooms") && said.contains("“Grand Balroom” is new, and nearly “Grand Ballroom”"), "{said}");
    let said = into(&["--same", "Grand Balroom"]);
    assert!(said.contains("0 rooms") && !said.contains("nearly") && !said.contains("--same"), "{said}");
    let said = into(&["--same", "Nonsense"]);
    assert!(said.contains("1 rooms") && said.contains("“Nonsense” of --same is near to nothing"), "{said}");
    // Also of a name of the same table.
    let table = format!("{heads}Talk one,2025-11-17,9:00,Room Z\nTalk two,2025-11-17,10:00,Rm Z\n");
    let (_, said) = import_table(folder.path(), &table, &[]);
    assert!(said.contains("2 rooms") && said.contains("“Rm Z” is new, and nearly “Room Z”"), "{said}");
    let (_, said) = import_table(folder.path(), &table, &["--same", "Rm Z"]);
    assert!(said.contains("1 rooms") && !said.contains("nearly"), "{said}");
}

#[test]
fn heads_in_other_languages_are_known_with_one_row_and_a_letter_is_none() {
    let folder = tempfile::tempdir().unwrap();
    for table in [
        "Datum;Beginn;Ende;Titel;Raum;Referent\n17. November 2025;9:00 Uhr;10:00 Uhr;Talk;Saal 1;Anna Beck\n",
        "Tag;Uhrzeit;Thema;Ort;Vortragende\nMo 17.11.2025;9.00 bis 10.00 Uhr;Talk;Saal 1;Anna Beck\n",
        "Date;Horaire;Intitulé;Salle;Intervenant\n17 novembre 2025;9h00 à 10h00;Talk;Saal 1;Anna Beck\n",
        "Fecha;Horario;Título;Sala;Ponente\n17 de noviembre de 2025;9:00 a 10:00;Talk;Saal 1;Anna Beck\n",
        "Дата;Начало;Окончание;Тема;Зал;Докладчик\n17 ноября 2025;9:00;10:00;Talk;Saal 1;Anna Beck\n",
        "التاريخ;البداية;النهاية;الموضوع;القاعة;المتحدث\n17.11.2025;9:00;10:00;Talk;Saal 1;Anna Beck\n",
        "日期;开始;结束;标题;会议室;发言人\n2025年11月17日;9:00;10:00;Talk;Saal 1;Anna Beck\n",
    ] {
        let (status, said) = import_table(folder.path(), table, &[]);
        assert!(status == 0 && said.contains("1 new") && said.contains("1 rooms, 1 people"), "{table}{said}");
        let plan = read_plan(&fs::read(folder.path().join("out.ron")).unwrap()).unwrap();
        let talk = plan.sessions().iter().next().unwrap();
        let [start, end] = [talk.span().unwrap().start, talk.span().unwrap().end];
        assert_eq!([start.to_string(), end.to_string()], ["2025-11-17T09:00", "2025-11-17T10:00"], "{table}");
        assert_eq!(talk.title.iter().next().unwrap().1, "Talk", "{table}");
    }
    let (status, said) = import_table(folder.path(), "a,b,c,title\n1,2,9:30,On light\n4,5,10:30,On salt\n", &[]);
    assert!(status == 1 && said.contains("not read: a, b, c"), "{said}");
}

#[test]
fn a_list_of_agenda_items_is_no_table_of_sessions() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for lang in ["en", "ru", "fr"] {
        told(plenary(&["export", "--to", "csv", "--layout", "agendas", "--lang", lang, "-o", &path("agendas.csv")]));
        let why = refused(plenary(&["import", &path("agendas.csv"), "-o", &path("out.ron")]));
        assert!(why.contains("a list of agenda items, not of sessions") && !why.contains("out.ron"), "{why}");
    }
}

#[test]
fn plans_that_have_nothing_in_common_are_neither_compared_nor_merged() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("one.ron"), plan_text(&Template::Wtdc25.plan())).unwrap();
    import_table(folder.path(), "title,date,start,room\nTalk one,2025-11-17,9:00,Hall\n", &[]);
    let bare = read_plan(&fs::read(path("out.ron")).unwrap()).unwrap();
    let header = plenary::model::Header { identity: None, ..plenary::model::Header::clone(bare.header()) };
    let mut document = plenary::edit::Document::new(bare);
    document.perform(&plenary::edit::Command::PutHeader(Box::new(header))).unwrap();
    fs::write(path("two.ron"), plan_text(document.plan())).unwrap();
    let why = refused(plenary(&["diff", &path("one.ron"), &path("two.ron")]));
    assert!(why.contains("this is another plan than") && why.contains("no row of it is in both"), "{why}");
    let [one, two] = [path("one.ron"), path("two.ron")];
    let why = refused(plenary(&["merge", &one, &one, &two, "-o", &path("merged.ron")]));
    assert!(why.contains("no row of it is in both") && !Path::new(&path("merged.ron")).exists(), "{why}");
}

#[test]
fn all_weeks_of_a_time_management_plan_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    told(plenary(&["export", "--to", "docx", "--layout", "grid", "--event", "wtdc-25", "-o", &path("plan.docx")]));
    let import = |more: &[&str]| plenary(&[&["import", &path("plan.docx"), "-o", &path("out.ron")], more].concat());
    let done = import(&[]);
    let said = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
    let plan = read_plan(&fs::read(path("out.ron")).expect(&said)).unwrap();
    let days: std::collections::BTreeSet<_> =
        plan.sessions().iter().filter_map(|session| Some(session.span()?.start.date())).collect();
    assert!(days.len() >= 9, "{said} {days:?}");
}

#[test]
fn what_comes_again_says_what_would_change_and_a_preview_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let heads = "code,title,date,start,end,room\n";
    let on = |code: &str, rest: &str| format!("{code},{rest}\n");
    let old = on("T9", "On old,2025-11-18,9:00,10:00,Hall");
    fs::write(
        path("talks.csv"),
        [
            heads,
            &on("T1", "On light,2025-11-17,9:00,10:00,Hall"),
            &on("T2", "On salt,2025-11-17,11:00,12:00,Hall"),
            &old,
        ]
        .concat(),
    )
    .unwrap();
    told(plenary(&["import", &path("talks.csv"), "-o", &path("plan.ron")]));
    let before = fs::read_to_string(path("plan.ron")).unwrap();
    fs::write(
        path("talks.csv"),
        [
            heads,
            &on("T1", "On light,2025-11-17,9:30,10:30,Annex"),
            &on("T2", "On salts,2025-11-17,11:00,12:00,Hall"),
            &on("T3", "On iron,2025-11-17,14:00,15:00,Hall"),
        ]
        .concat(),
    )
    .unwrap();
    let import = |more: &[&str]| {
        let (talks, plan) = (path("talks.csv"), path("plan.ron"));
        told(plenary(&[&["import", &talks, "--into", &plan], more].concat()))
    };
    let said = import(&["--preview"]);
    for line in [
        "On light: moved from 09:00 to 09:30, Hall → Annex",
        "On salts: Title (English): On salt → On salts",
        "On iron: new: Mon 17 Nov 14:00–15:00, Hall",
        "Annex: new",
        "On old: gone there, and stays here",
    ] {
        assert!(said.contains(&format!("\n  {line}")), "{line}: {said}");
    }
    assert!(!said.contains("Brought in"), "{said}");
    assert_eq!(fs::read_to_string(path("plan.ron")).unwrap(), before);
    let json: serde_json::Value = serde_json::from_str(&import(&["--preview", "--report", "json"])).unwrap();
    let file = &json["files"][0];
    assert_eq!((&file["gone"][0]["title"], &file["gone"][0]["stays"]), (&"On old".into(), &true.into()));
    let changes = file["changes"].as_array().unwrap();
    let salts = changes.iter().find(|change| change["row"] == "On salts").unwrap();
    assert_eq!((&salts["what"], &salts["fields"][0]["before"]), (&"Changed".into(), &"On salt".into()), "{salts}");
    // What is taken away is told so, and the plan is written where nobody asks for a preview.
    let said = import(&["--gone", "remove", "-o", &path("plan.ron")]);
    assert!(said.contains("On old: removed") && !said.contains("stays here"), "{said}");
    assert_ne!(fs::read_to_string(path("plan.ron")).unwrap(), before);
    let both = plenary(&["import", &path("talks.csv"), "--preview", "-o", &path("plan.ron")]);
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn what_came_again_differs_in_what_somebody_can_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (name, rows) in [("a.ron", "T1,On light,9:00\n"), ("b.ron", "T1,On light,9:30\n")] {
        fs::write(path("talks.csv"), format!("code,title,start,date\n{}", rows.replace('\n', ",2025-11-17\n")))
            .unwrap();
        let into = if name == "b.ron" { vec!["--into".to_owned(), path("a.ron")] } else { Vec::new() };
        let into: Vec<&str> = into.iter().map(String::as_str).collect();
        told(plenary(&[&["import", &path("talks.csv"), "-o", &path(name)], &into[..]].concat()));
    }
    let differ = plenary(&["diff", &path("a.ron"), &path("b.ron")]);
    assert_eq!(String::from_utf8(differ.stdout).unwrap().trim(), "On light: moved from 09:00 to 09:30");
}

#[test]
fn a_table_of_which_no_row_is_taken_says_which_and_why() {
    let folder = tempfile::tempdir().unwrap();
    let (status, said) = import_table(folder.path(), "title,date,start\nTalk,2025-11-17,noonish\n", &[]);
    assert!(status == 2 && said.contains("row 2: This is no time") && !said.contains("calendar"), "{said}");
    let (status, said) = import_table(folder.path(), "title,date,start\n", &[]);
    assert!(status == 2 && said.contains("no session stands in it"), "{said}");
}

#[test]
fn what_a_plan_hands_out_comes_back_into_it_without_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    // Its file holds no identity, as that of the built-in plan.
    fs::write(path("plan.ron"), plan_text(&Template::Wtdc25.plan())).unwrap();
    for (format, name) in [("schedule-json", "a.json"), ("schedule-xml", "a.xml"), ("ics", "a.ics")] {
        told(plenary(&["export", &path("plan.ron"), "--to", format, "-o", &path(name)]));
        let said = told(plenary(&["import", &path(name), "--into", &path("plan.ron"), "-o", &path("after.ron")]));
        assert!(said.contains("0 new, 0 changed") && said.contains("0 topics, 0 events"), "{format}: {said}");
        assert_eq!(fs::read_to_string(path("after.ron")).unwrap(), plan_text(&Template::Wtdc25.plan()), "{format}");
    }
}

#[test]
fn papers_for_the_team_are_made_for_the_team() {
    let paper = told(plenary(&["export", "--to", "html", "--layout", "services", "--internal", "-o", "-"]));
    assert!(paper.starts_with("<!DOCTYPE html>"));
}

#[test]
fn what_is_lost_must_be_in_the_plan() {
    for (changed, said) in [
        ("room:nope:2025-11-19", "there is no room nope in this plan"),
        ("person:nope:2025-11-19..2025-11-20", "there is no person nope in this plan"),
        ("longer:nope:30", "there is no session nope in this plan"),
    ] {
        let line = refused(plenary(&["arrange", "--changed", changed]));
        assert!(line.contains(said), "{line}");
    }
}

#[test]
fn a_plan_on_standard_output_stands_there_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.ron");
    fs::write(&file, plan_text(&Template::TwoDays.plan())).unwrap();
    let file = file.to_str().unwrap();
    let arranged = Command::new(env!("CARGO_BIN_EXE_plenary"))
        .args(["arrange", file, "--steps", "10", "-o", "-"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(read_plan(&arranged.stdout).is_ok(), "{}", String::from_utf8_lossy(&arranged.stdout));
    let merged = plenary(&["merge", file, file, file, "-o", "-"]);
    assert_eq!(read_plan(&merged.stdout).unwrap(), Template::TwoDays.plan());
    assert!(!folder.path().join("-").exists() && !Path::new("-").exists());
}

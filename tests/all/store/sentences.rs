//! What is said of a file that does not open: where it is wrong, and what is wrong there, in the languages of the screen.

use plenary::model::Language;
use plenary::store::{ReadError, Template, plan_json, read_plan};
use plenary::texts::{Texts, errors};

/// In English.
fn told(error: &ReadError) -> String {
    errors::read_error(&Texts::new(Language::English), error)
}

const PLAN: &str = r#"(
  format: "plenary plan",
  version: 2,
  header: (
    title: (en: "Two days"),
    zone: "Asia/Baku",
    language: "en",
  ),
  events: [
    (
      id: "conf",
      kind: Conference,
      dates: Days("2025-11-17", "2025-11-28"),
      zone: "Asia/Baku",
      hours: ("08:00", "24:00"),
    ),
  ],
  sessions: [
    (
      id: "S1",
      event: "conf",
      kind: Plenary,
      placement: (start: "2025-11-17T09:30", length_mins: 60),
      languages: "en fr",
    ),
    (
      id: "S2",
      event: "conf",
      kind: Break,
      after: ["S1"],
    ),
  ],
)
"#;

#[track_caller]
fn check_bytes(bytes: &[u8], expected: &str) {
    let found = read_plan(bytes).map_or_else(|error| told(&error), |_| "opens".to_owned());
    assert_eq!(found, expected);
}

/// Reads the plan above with one text replaced by another.
#[track_caller]
fn check(replaced: &str, by: &str, expected: &str) {
    assert_eq!(PLAN.matches(replaced).count(), 1, "{replaced:?} must stand in the plan once");
    check_bytes(PLAN.replace(replaced, by).as_bytes(), expected);
}

#[test]
fn accepts_what_editors_do_to_text() {
    check_bytes(PLAN.as_bytes(), "opens");
    check_bytes(format!("\u{feff}{}", PLAN.replace('\n', "\r\n")).as_bytes(), "opens");
    check_bytes(format!("// ours\n\n{}", PLAN.replace('\n', " /* x */ ")).as_bytes(), "opens");
    check("language: \"en\",\n", "language: \"en\"", "opens");
}

#[test]
fn refuses_what_is_no_plan() {
    let no_plan = "this is not a Plenary plan, which begins with (format: \"plenary plan\", version: 2";
    check_bytes(b"", "the file is empty");
    check_bytes("\u{feff} \r\n\t".as_bytes(), "the file is empty");
    check_bytes(b"PK\x03\x04\x00\x00", "this is not a text file, so it is no plan");
    check_bytes(b"\xff\xfe(\0", "the file is written in UTF-16; save it as UTF-8 and open it again");
    check_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", no_plan);
    check_bytes(b"{\"format\": \"other plan\"}", no_plan);
    check_bytes(b"()", no_plan);
    check("plenary plan", "other plan", no_plan);
    let mut latin = PLAN.replace("Two days", "D?jeuner").into_bytes();
    let at = latin.iter().position(|&byte| byte == b'?').unwrap();
    latin[at] = 0xE9;
    check_bytes(
        &latin,
        "line 5, column 19: from here on the text is not UTF-8; the file is damaged or was saved in another encoding",
    );
}

#[test]
fn looks_at_the_version_before_anything_else() {
    let newer = "this file is of version 7, written by a newer Plenary; this one reads up to version 2: \
                 update Plenary to open it";
    check("version: 2,", "version: 7,\n  unheard: Of(,", &format!("line 3, column 12: {newer}"));
    let no_version = "the plan does not say of which version it is; its version, 2, belongs after its format";
    check("  version: 2,\n", "", no_version);
    let odd = "the version of a plan is a whole number, such as 2";
    for version in ["0", "-1", "0x1", "1.0"] {
        check("version: 2,", &format!("version: {version},"), &format!("line 3, column 12: {odd}"));
    }
    let far = "this file is of version 18446744073709551615, written by a newer Plenary; this one reads up to version 2: \
               update Plenary to open it";
    check("version: 2,", "version: 99999999999999999999999,", &format!("line 3, column 12: {far}"));
    check("version: 2,", "version: \"2\",", "line 3, column 12: expected a whole number");
}

#[test]
fn names_the_place_of_what_is_miswritten() {
    check(
        "    title:",
        "    titel:",
        "line 5, column 5: unknown field `titel`; these exist: `identity`, `title`, `description`, `zone`, `language`, `release`, `symbol`, `original`, `issuer`, `contact`, `colour`, `second_colour`, `footer`, `logo`, `dismissed`",
    );
    check(
        "(en: \"Two days\")",
        "(de: \"x\")",
        "line 5, column 13: unknown field `de`; these exist: `en`, `fr`, `es`, `ru`, `zh`, `ar`",
    );
    check("Days(\"", "Weeks(\"", "line 13, column 14: unknown word `Weeks`; these exist: `Day`, `Days`, `Year`");
    check("      kind: Break,\n", "", "line 30, column 5: the field `kind` is missing in session S2");
    check("start: \"2025-11-17T09:30\", ", "", "line 23, column 34: the field `start` is missing in session S1");
    check("    language: \"en\",\n", "", "line 7, column 3: the field `language` is missing in `header`");
    check("kind: Break,", "kind: Break, kind: Press,", "line 29, column 20: the field `kind` stands here twice");
    check("kind: Break,", "kind: Break", "line 30, column 7: expected a comma");
    check("kind: Break,", "kind Break,", "line 29, column 12: expected a colon after the name of a field");
    check("kind: Break,", "kind: \"Break\",", "line 29, column 13: expected a word without quotation marks");
    check(
        "\"conf\",\n      kind: Break",
        "conf,\n      kind: Break",
        "line 28, column 14: expected a text in quotation marks",
    );
    check("[\"S1\"]", "\"S1\"", "line 30, column 14: expected a list, which begins with `[`");
    check("mins: 60", "mins: long", "line 23, column 59: expected a whole number");
    check("(\"08:00\", \"24:00\")", "(\"08:00\")", "line 15, column 22: expected two values in brackets");
    check("Two days", "C:\\new", "opens");
    check("Two days", "C:\\q", "line 5, column 18: a backslash in a text must be written twice");
    check("  sessions:", "  /* sessions:", "line 18, column 3: a comment is opened with /* and not closed");
    check(
        "  ],\n)\n",
        "  ],\n)\n\n<html>",
        "line 35, column 1: the plan is complete before this, and the file goes on",
    );
}

#[test]
fn names_the_place_of_impossible_values() {
    check("T09:30", "T24:30", "line 23, column 27: there is no such date or hour as \"2025-11-17T24:30\"");
    check("T09:30", " 09:30", "line 23, column 27: a time is written like 2025-11-17T09:30, not \"2025-11-17 09:30\"");
    check("\"2025-11-28", "\"2025-11-31", "line 13, column 34: there is no such date as \"2025-11-31\"");
    check("\"2025-11-28", "\"28.11.2025", "line 13, column 34: a date is written like 2025-11-17, not \"28.11.2025\"");
    check(
        "24:00",
        "24:01",
        "line 15, column 25: an hour of the day is written like 08:30, from 00:00 to 24:00, not \"24:01\"",
    );
    check(
        "mins: 60",
        "mins: 0",
        "line 23, column 59: a length must lie between 1 and 20160 minutes (fourteen days), not 0",
    );
    check(
        "mins: 60",
        "mins: 99999999999999999999",
        "line 23, column 59: the number is too large or too small for this field",
    );
    check("en fr", "en de", "line 24, column 19: a language is one of en, fr, es, ru, zh, ar, not \"de\"");
    check(
        "zone: \"Asia/Baku\",\n    l",
        "zone: \"Baku\",\n    l",
        "line 6, column 12: there is no time zone named \"Baku\"; they are named like Asia/Baku",
    );
    check(
        "id: \"S2\"",
        "id: \"S 2\"",
        "line 27, column 12: an id has 1 to 24 characters, the letters A–Z and a–z, digits, '.', '_' and '-', \
         and \"S 2\" is none",
    );
}

#[test]
fn names_the_place_of_what_can_not_be() {
    check(
        "id: \"S2\"",
        "id: \"S1\"",
        "line 27, column 11: session S1 stands here for the second time, it is on line 20 already",
    );
    check("[\"S1\"]", "[\"S3\"]", "line 30, column 15: session S2 refers to session S3, which does not exist");
    check("[\"S1\"]", "[\"S2\"]", "line 27, column 11: session S2: a session can not come after itself");
    check("(\"2025-11-17", "(\"2026-11-17", "line 11, column 11: event conf: the last day lies before the first");
}

#[test]
fn names_the_place_of_flaws_in_rules_and_waivers() {
    #[track_caller]
    fn check_after(rows: &str, expected: &str) {
        check("  ],\n)", &format!("  ],\n{rows})"), expected);
    }
    let waiver = |sessions, reason| {
        format!("  waivers: [\n    (id: \"W1\", rule: \"gap\", sessions: [{sessions}], reason: \"{reason}\"),\n  ],\n")
    };
    check_after("  rules: [(id: \"gap\", severity: Hint, numbers: {\"mins\": 15})],\n", "opens");
    check_after(
        "  rules: [(id: \"gap\", severity: Fatal)],\n",
        "line 33, column 33: unknown word `Fatal`; these exist: `Off`, `Hint`, `Warning`, `Error`",
    );
    check_after(
        "  rules: [(id: \"gap\", numbers: {\"mins\": 15, \"mins\": 20})],\n",
        "line 33, column 55: a number of this name stands here already",
    );
    check_after(&waiver("\"S1\"", "agreed"), "opens");
    check_after(&waiver("\"S1\"", " "), "line 34, column 10: waiver W1: a waiver needs a reason");
    check_after(
        &waiver("\"S1\", \"S3\"", "agreed"),
        "line 34, column 46: waiver W1 refers to session S3, which does not exist",
    );
}

#[test]
fn tells_where_a_file_was_cut_off() {
    #[track_caller]
    fn check_cut(after: &str, expected: &str) {
        let end = PLAN.find(after).unwrap() + after.len();
        let found = told(&read_plan(&PLAN.as_bytes()[..end]).unwrap_err());
        assert_eq!(found, format!("{expected}; the rest of it is missing"));
    }
    check_cut("version: 2", "line 3, column 13: the file ends in the middle of the plan");
    check_cut("zone:", "line 6, column 10: the file ends in the middle of `header`");
    check_cut("events: [\n", "line 10, column 1: the file ends in the middle of `events`");
    check_cut("kind: Ple", "line 22, column 16: the file ends in the middle of session S1");
    check_cut("length_mins: 60)", "line 23, column 62: the file ends in the middle of session S1");
    check_cut("  ],\n", "line 18, column 1: the file ends in the middle of the plan");
}

#[test]
fn limits_what_a_file_may_hold() {
    let long = |chars| "ж".repeat(chars);
    check("Two days", &long(100_000), "opens");
    check("Two days", &long(100_001), "line 5, column 18: a text can have at most 100000 characters");
    let list = |len| vec!["\"S1\""; len].join(",");
    check("[\"S1\"]", &format!("[{}]", list(10_000)), "opens");
    check(
        "[\"S1\"]",
        &format!("[\n{}]", list(10_001)),
        "line 31, column 50005: a list in a plan file can have at most 10000 entries",
    );
    let notes: Vec<String> = (0..=MAX_NOTES).map(|number| format!("(id:\"n{number}\"),")).collect();
    let notes = notes.concat();
    check(
        "  ],\n)",
        &format!("  ],\n  notes: [\n{notes}]\n)"),
        "line 34, column 2888906: a list in a plan file can have at most 200000 rows",
    );
    let deep = format!("{}{}", "(".repeat(100_000), "[".repeat(100_000));
    check("header: (", &format!("header: {deep}"), "line 4, column 12: expected a word without quotation marks");
    let endless = "x".repeat(1_000_000);
    let message = check_len("id: \"S2\"", &format!("id: \"{endless}\""));
    assert!(message < 300, "{message}");
}

const MAX_NOTES: usize = plenary::store::MAX_TABLE_ROWS;

/// The length of the message.
fn check_len(replaced: &str, by: &str) -> usize {
    told(&read_plan(PLAN.replace(replaced, by).as_bytes()).unwrap_err()).len()
}

/// A plan as JSON, with one text replaced by another.
#[track_caller]
fn check_json(replaced: &str, by: &str, expected: &str) {
    let json = plan_json(&Template::TwoDays.plan());
    assert!(json.contains(replaced), "{replaced:?} must stand in the plan");
    let found = read_plan(json.replacen(replaced, by, 1).as_bytes());
    assert_eq!(found.map_or_else(|error| told(&error), |_| "opens".to_owned()), expected);
}

#[test]
fn json_is_answered_like_a_plan_file() {
    let place = |needle: &str| {
        let json = plan_json(&Template::TwoDays.plan());
        let at = json.find(needle).unwrap();
        let line = json[..at].lines().count();
        (line, json[..at].chars().rev().take_while(|&c| c != '\n').count() + 1)
    };
    let at = |needle: &str, after: &str| {
        let (line, column) = place(needle);
        format!("line {line}, column {}", column + after.chars().count())
    };
    check_json("\"rooms\": [", "\"rooms\" : [", "opens");
    let halls = at("\"rooms\": [", "");
    check_json(
        "\"rooms\": [",
        "\"halls\": [",
        &format!(
            "{halls}: unknown field `halls`; these exist: `format`, `version`, `header`, `kinds`, `fields`, `ranks`, `events`, `bodies`, `rooms`, \
             `people`, `topics`, `documents`, `sessions`, `statements`, `items`, `posts`, `teams`, `delegates`, `requests`, `notes`, `rules`, `waivers`, `releases`, `records`, `comments`, `undecided`"
        ),
    );
    let title = at("\"title\":", "\"title\":");
    check_json("\"title\":", "\"title\":5,\"x\":", &format!("{title}: expected fields in brackets"));
    let zone = at("\"zone\":", "\"zone\":");
    let nowhere = "there is no time zone named \"Baku\"; they are named like Asia/Baku";
    check_json("\"zone\":", "\"zone\":\"Baku\",\"x\":", &format!("{zone}: {nowhere}"));
    check_json(
        "\"version\": 2",
        "\"version\": 2,,",
        &format!("{}: \",\" can not stand here", at("\"version\": 2", "\"version\": 2,")),
    );
    let start = at("\"length_mins\":", "\"length_mins\":");
    let length = "a length must lie between 1 and 20160 minutes (fourteen days), not 0";
    check_json("\"length_mins\":", "\"length_mins\":0,\"x\":", &format!("{start}: {length}"));
    let json = plan_json(&Template::TwoDays.plan());
    let cut = &json[..json.find("\"placement\"").unwrap()];
    let found = told(&read_plan(cut.as_bytes()).unwrap_err());
    assert!(found.contains(": the file ends in the middle of session S"), "{found}");
    let two = json.replacen("{\"id\":\"S02\"", "{\"id\":\"S01\"", 1);
    let found = told(&read_plan(two.as_bytes()).unwrap_err());
    assert!(found.contains(": session S01 stands here for the second time, it is on line "), "{found}");
}

#[test]
fn a_name_of_twenty_megabytes_makes_no_line_of_twenty_megabytes() {
    let endless = "x".repeat(20 << 20);
    let message = check_len("      kind: Break,", &format!("      {endless}: Break,"));
    assert!(message < 1000, "{message}");
    let json = plan_json(&Template::TwoDays.plan()).replacen("\"rooms\"", &format!("\"{endless}\""), 1);
    let found = told(&read_plan(json.as_bytes()).unwrap_err());
    assert!(found.contains("unknown field `xxx") && found.len() < 1000, "{}", found.len());
}

#[test]
fn every_language_of_the_screen_says_it_in_its_own_words() {
    let wrong = [
        PLAN.replace("    title:", "    titel:"),
        PLAN.replace("      kind: Break,\n", ""),
        PLAN.replace("T09:30", "T24:30"),
        PLAN.replace("[\"S1\"]", "[\"S3\"]"),
        PLAN.replace("id: \"S2\"", "id: \"S1\""),
        PLAN[..400].to_owned(),
        PLAN.replace("version: 2", "version: 7"),
    ];
    let russian = Texts::new(Language::Russian);
    for text in wrong {
        let error = read_plan(text.as_bytes()).unwrap_err();
        let (english, russian) = (told(&error), errors::read_error(&russian, &error));
        let is_word = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let words: Vec<&str> = russian.split([' ', ',', ':', ';', '.']).filter(is_word).collect();
        assert!(words.is_empty(), "{english} / {russian}: {words:?}");
    }
}

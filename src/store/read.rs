//! Opening plan files, which may come from anywhere and hold anything.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::read_error::{Place, Problem, ReadError};
use super::version_1::{self, Refusal};
use super::{locate, phrase};
use crate::model::{Flaw, Plan};

/// The longest file that is opened: 256 MiB, fifty times a plan of 10,000 sessions.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// Opens a plan file.
///
/// # Errors
/// [`ReadError`] when there is no file that can be read, or it is no plan.
pub fn open_plan(path: &Path) -> Result<Plan, ReadError> {
    // Opening a pipe would wait for somebody to write into it, so look before.
    let found = fs::metadata(path).map_err(problem_from_io)?;
    if found.is_dir() {
        return Err(Problem::Folder.into());
    }
    if !found.is_file() {
        return Err(Problem::Device.into());
    }
    if found.len() > MAX_FILE_BYTES {
        return Err(Problem::TooLarge.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    // The file may grow meanwhile, and some have no length.
    let file = File::open(path).map_err(problem_from_io)?;
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(problem_from_io)?;
    read_plan(&bytes)
}

#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
fn problem_from_io(error: std::io::Error) -> Problem {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Problem::NotFound,
        ErrorKind::PermissionDenied => Problem::Forbidden,
        ErrorKind::IsADirectory => Problem::Folder,
        _ => Problem::Io(error.to_string()),
    }
}

/// Reads the bytes of a plan file, or of a plan as JSON. A byte-order mark and line ends of Windows are accepted.
///
/// # Errors
/// [`ReadError`] when it is no plan.
pub fn read_plan(bytes: &[u8]) -> Result<Plan, ReadError> {
    if u64::try_from(bytes.len()).is_ok_and(|len| len > MAX_FILE_BYTES) {
        return Err(Problem::TooLarge.into());
    }
    let text = text_from_bytes(bytes)?;
    if text.trim_start().starts_with('{') {
        return read_json(text);
    }
    let (format, version) = locate::declared(text);
    if format.is_none_or(|(_, name)| name != version_1::FORMAT) {
        return Err(Problem::NotAPlan.into());
    }
    let (at, version) = version.ok_or(Problem::NoVersion)?;
    let refuse = |problem| Err(ReadError { place: Some(Place::of(text, at)), problem });
    match version.parse::<u64>() {
        Ok(version_1::VERSION) => version_1::plan_from_text(text).map_err(|refusal| error_from_refusal(text, refusal)),
        Ok(newer) if newer > version_1::VERSION => refuse(Problem::Newer { version: newer }),
        _ => refuse(Problem::NoVersion),
    }
}

/// Reads a plan that was handed out as JSON.
fn read_json(text: &str) -> Result<Plan, ReadError> {
    #[derive(serde::Deserialize)]
    struct Declared {
        format: String,
        version: Option<u64>,
    }
    let refuse = |error: serde_json::Error| ReadError {
        place: (error.line() > 0).then(|| Place { line: error.line(), column: error.column().max(1) }),
        problem: Problem::Json(error.to_string().split(" at line ").next().unwrap_or_default().to_owned()),
    };
    let declared: Declared = match serde_json::from_str(text) {
        Ok(declared) => declared,
        Err(error) if error.is_data() => return Err(Problem::NotAPlan.into()),
        Err(error) => return Err(refuse(error)),
    };
    if declared.format != version_1::FORMAT {
        return Err(Problem::NotAPlan.into());
    }
    match declared.version {
        Some(version_1::VERSION) => version_1::plan_from_json(text).map_err(|refusal| match refusal {
            Refusal::Json(error) => refuse(error),
            other => error_from_refusal(text, other),
        }),
        Some(version) if version > version_1::VERSION => Err(Problem::Newer { version }.into()),
        _ => Err(Problem::NoVersion.into()),
    }
}

fn text_from_bytes(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Problem::Utf16.into());
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if bytes.iter().take(4096).any(|&byte| byte == 0) {
        return Err(Problem::Binary.into());
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        ReadError { place: Some(Place::of(before, before.len())), problem: Problem::NotUtf8 }
    })?;
    if text.trim_start().is_empty() { Err(Problem::Empty.into()) } else { Ok(text) }
}

fn error_from_refusal(text: &str, refusal: Refusal) -> ReadError {
    match refusal {
        Refusal::Shape(error) => error_from_ron(text, &error),
        Refusal::Json(error) => Problem::Json(error.to_string()).into(),
        Refusal::Content(flaw) => {
            let (at, problem) = match flaw {
                Flaw::Duplicate(row) => {
                    let first_line = locate::row(text, row, 0).map_or(0, |at| Place::of(text, at).line);
                    (locate::row(text, row, 1), Problem::Twice { row, first_line })
                }
                Flaw::Dangling { row, target } => {
                    let at = locate::reference(text, row, target).or_else(|| locate::row(text, row, 0));
                    (at, Problem::Flaw(flaw))
                }
                Flaw::Impossible { row, .. } | Flaw::Changed(row) => (locate::row(text, row, 0), Problem::Flaw(flaw)),
                Flaw::HeaderChanged => (None, Problem::Flaw(flaw)),
            };
            ReadError { place: at.map(|at| Place::of(text, at)), problem }
        }
    }
}

fn error_from_ron(text: &str, error: &ron::error::SpannedError) -> ReadError {
    let end = Place::from(error.span.end);
    let complete = text.trim_end();
    if end >= Place::of(text, complete.len())
        && error.code != ron::Error::UnclosedBlockComment
        && let Some(what) = locate::cut_off(complete)
    {
        return ReadError { place: Some(end), problem: Problem::CutOff(what) };
    }
    // RON tells from where to where it looked, often beginning with the blanks before what it found.
    let start = Place::from(error.span.start).byte_in(text);
    let seen = &text[start..end.byte_in(text).max(start)];
    let place = match error.code {
        ron::Error::UnclosedBlockComment => Place::of(text, text[..start].rfind("/*").unwrap_or(start)),
        _ => Place::of(text, start + (seen.len() - seen.trim_start().len())),
    };
    let mut message = phrase::phrase(&error.code);
    if let ron::Error::MissingStructField { .. } = error.code
        && let Some(whole) = place.surroundings(text)
    {
        message = format!("{message} in {whole}");
    }
    ReadError { place: Some(place), problem: Problem::Text(message) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = r#"(
  format: "plenary plan",
  version: 1,
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
        let found = read_plan(bytes).map_or_else(|error| error.to_string(), |_| "opens".to_owned());
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
        let no_plan = "this is not a Plenary plan, which begins with (format: \"plenary plan\", version: 1";
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
        let newer = "this file is of version 7, written by a newer Plenary; this one reads version 1: \
                     update Plenary to open it";
        check("version: 1,", "version: 7,\n  unheard: Of(,", &format!("line 3, column 12: {newer}"));
        let no_version = "the plan does not say of which version it is; write version: 1 after its format";
        check("  version: 1,\n", "", no_version);
        check("version: 1,", "version: 0,", &format!("line 3, column 12: {no_version}"));
        check("version: 1,", "version: \"1\",", "line 3, column 12: expected a whole number");
    }

    #[test]
    fn names_the_place_of_what_is_miswritten() {
        check(
            "    title:",
            "    titel:",
            "line 5, column 5: unknown field `titel`, expected one of `identity`, `title`, `description`, `zone`, `language`, `release`",
        );
        check(
            "(en: \"Two days\")",
            "(de: \"x\")",
            "line 5, column 13: unknown field `de`, expected one of `en`, `fr`, `es`, `ru`, `zh`, `ar`",
        );
        check("Days(\"", "Weeks(\"", "line 13, column 14: unknown word `Weeks`, expected one of `Day`, `Days`, `Year`");
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
        check("(\"08:00\", \"24:00\")", "(\"08:00\")", "line 15, column 22: expected two values in brackets, found 1");
        check("Two days", "C:\\new", "opens");
        check(
            "Two days",
            "C:\\q",
            "line 5, column 18: a backslash in a text must be written twice (unknown escape character)",
        );
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
        check(
            "T09:30",
            " 09:30",
            "line 23, column 27: a time is written like 2025-11-17T09:30, not \"2025-11-17 09:30\"",
        );
        check("\"2025-11-28", "\"2025-11-31", "line 13, column 34: there is no such date as \"2025-11-31\"");
        check(
            "\"2025-11-28",
            "\"28.11.2025",
            "line 13, column 34: a date is written like 2025-11-17, not \"28.11.2025\"",
        );
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
            "line 27, column 12: an id consists of the letters A–Z and a–z, digits, '.', '_' and '-', and can not hold ' ' \
             (found \"S 2\")",
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
            format!(
                "  waivers: [\n    (id: \"W1\", rule: \"gap\", sessions: [{sessions}], reason: \"{reason}\"),\n  ],\n"
            )
        };
        check_after("  rules: [(id: \"gap\", severity: Hint, numbers: {\"mins\": 15})],\n", "opens");
        check_after(
            "  rules: [(id: \"gap\", severity: Fatal)],\n",
            "line 33, column 33: unknown word `Fatal`, expected one of `Off`, `Hint`, `Warning`, `Error`",
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
            let found = read_plan(&PLAN.as_bytes()[..end]).unwrap_err().to_string();
            assert_eq!(found, format!("{expected}; the rest of it is missing"));
        }
        check_cut("version: 1", "line 3, column 13: the file ends in the middle of the plan");
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

    const MAX_NOTES: usize = crate::store::MAX_TABLE_ROWS;

    /// The length of the message.
    fn check_len(replaced: &str, by: &str) -> usize {
        read_plan(PLAN.replace(replaced, by).as_bytes()).unwrap_err().to_string().len()
    }
}

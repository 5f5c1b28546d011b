//! Finding places in the text of a plan file: where a row begins, where it names another one, what the file says of
//! itself.
//!
//! This reads marks and words and knows nothing of their meaning, so it also works on text that is broken further on,
//! takes time in proportion to the text, and does not care how the text is laid out.

use crate::model::{RowId, RowKind};

/// The value of a field at the top of a file, as it is written, and the byte where it begins.
pub(super) type Written<'a> = Option<(usize, &'a str)>;

/// How many bytes at the beginning may pass before a file has said what it is. In JSON fields stand in any order.
const DECLARED_WITHIN: usize = 64 << 10;

/// A part of a plan that a place in its text lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The plan itself.
    Plan,
    /// A field of the plan, such as `header` or `sessions`.
    Field(String),
    /// A row, by its kind and its name.
    Row(RowKind, String),
}

/// What the file says of itself at its beginning: its format and its version.
pub(super) fn declared(text: &str) -> (Written<'_>, Written<'_>) {
    let (mut format, mut version) = (None, None);
    let within = if is_json(text) { text.len() } else { text.floor_char_boundary(DECLARED_WITHIN) };
    let mut walk = Walk::new(&text[..within]);
    while let Some((at, mark)) = walk.next() {
        // Something else than a struct, such as a letter or a log, is not read to its end.
        if walk.depth == 0 && !matches!(mark, Mark::Close | Mark::Attribute) && !walk.is_variant {
            break;
        }
        let (Mark::Text(value) | Mark::Word(value)) = mark else { continue };
        match walk.field {
            "format" if walk.depth == 1 && format.is_none() && !walk.is_name => format = Some((at, value)),
            "version" if walk.depth == 1 && version.is_none() && !walk.is_name => version = Some((at, value)),
            _ => continue,
        }
        if format.is_some() && version.is_some() {
            break;
        }
    }
    (format, version)
}

/// Whether the text is JSON.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// The mark of the text that begins last before the byte `end`: where it begins, and how it is written.
pub(super) fn mark_before(text: &str, end: usize) -> (usize, &str) {
    let mut walk = Walk::new(text);
    let mut last = 0..0;
    while let Some((at, mark)) = walk.next() {
        if at >= end {
            break;
        }
        let quotes = if text[at..].starts_with('"') { 2 } else { 0 };
        let len = match mark {
            Mark::Word(word) | Mark::Text(word) => word.len() + quotes,
            _ => text[at..].chars().next().map_or(0, char::len_utf8),
        };
        last = at..at + len;
    }
    (last.start, text.get(last).unwrap_or_default())
}

/// The byte where the id of a row begins, for the `nth` row of that name (0 is the first).
pub(super) fn row(text: &str, row: RowId, nth: usize) -> Option<usize> {
    let mut walk = Walk::new(text);
    std::iter::from_fn(|| walk.next_row_id())
        .filter(|&(_, table, id)| is_row(row, table, id))
        .nth(nth)
        .map(|found| found.0)
}

/// The byte where `row` names `target`.
pub(super) fn reference(text: &str, row: RowId, target: RowId) -> Option<usize> {
    let id = target.name();
    let mut walk = Walk::new(text);
    let mut row_starts_at = 0;
    let mut named_at = None;
    let mut is_wanted = false;
    while let Some((at, mark)) = walk.next() {
        match mark {
            Mark::Open if walk.depth == ROW_DEPTH => {
                (row_starts_at, named_at, is_wanted) = (at, None, false);
            }
            Mark::Text(text) if at > row_starts_at && walk.depth >= ROW_DEPTH => {
                if walk.is_row_id() {
                    is_wanted = is_row(row, walk.table, text);
                } else if text == id && named_at.is_none() && may_name(walk.field, target.kind()) {
                    named_at = Some(at);
                }
            }
            _ => {}
        }
        if is_wanted && named_at.is_some() {
            return named_at;
        }
    }
    None
}

/// What the text stops in the middle of; `None` when every bracket is closed.
pub(super) fn cut_off(text: &str) -> Option<Part> {
    let mut walk = Walk::new(text);
    let mut last = None;
    while let Some((_, mark)) = walk.next() {
        match mark {
            Mark::Text(id) if walk.is_row_id() => last = Some((walk.table, id)),
            Mark::Close if walk.depth < ROW_DEPTH => last = None,
            _ => {}
        }
    }
    if walk.depth == 0 && !walk.is_open_text {
        return None;
    }
    let row = last.and_then(|(table, id)| Some(Part::Row(table_kind(table)?, shortened(id))));
    let field = || (walk.depth > 1 && !walk.table.is_empty()).then(|| Part::Field(shortened(walk.table)));
    Some(row.or_else(field).unwrap_or(Part::Plan))
}

/// How many brackets are open inside a row: the plan's, the table's, the row's.
const ROW_DEPTH: usize = 3;

fn table_kind(table: &str) -> Option<RowKind> {
    Some(match table {
        "kinds" => RowKind::Kind,
        "fields" => RowKind::Field,
        "ranks" => RowKind::Rank,
        "events" => RowKind::Event,
        "bodies" => RowKind::Body,
        "rooms" => RowKind::Room,
        "people" => RowKind::Person,
        "topics" => RowKind::Topic,
        "documents" => RowKind::Document,
        "sessions" => RowKind::Session,
        "statements" => RowKind::Statement,
        "items" => RowKind::Item,
        "posts" => RowKind::Post,
        "teams" => RowKind::Team,
        "delegates" => RowKind::Delegate,
        "requests" => RowKind::RoomRequest,
        "notes" => RowKind::Note,
        "rules" => RowKind::Rule,
        "waivers" => RowKind::Waiver,
        "releases" => RowKind::Release,
        "records" => RowKind::Record,
        "comments" => RowKind::Comment,
        _ => return None,
    })
}

/// An id for a message, cut where it gets long.
fn shortened(id: &str) -> String {
    id.chars().take(crate::model::Id::<()>::MAX_LEN).collect()
}

fn is_row(row: RowId, table: &str, id: &str) -> bool {
    table_kind(table) == Some(row.kind()) && row.name() == id
}

/// Whether a text after the word `field` may name a row of this kind.
fn may_name(field: &str, kind: RowKind) -> bool {
    match kind {
        RowKind::Field => matches!(field, "field" | "Field"),
        RowKind::Rank => matches!(field, "Own" | "Rank"),
        RowKind::Kind => matches!(field, "Own" | "Kind"),
        RowKind::Post => field == "Post",
        RowKind::Team => matches!(field, "teams" | "Team"),
        RowKind::Delegate => field == "Delegate",
        RowKind::RoomRequest => field == "RoomRequest",
        RowKind::Event => matches!(field, "event" | "after" | "set_up_at" | "Event"),
        RowKind::Body => {
            matches!(
                field,
                "bodies" | "parent" | "region" | "body" | "kept_for" | "presenters" | "referred_to" | "Body"
            )
        }
        RowKind::Room => matches!(field, "rooms" | "Room"),
        RowKind::Person => matches!(field, "person" | "speaker" | "speakers" | "members" | "Person"),
        RowKind::Topic => matches!(field, "topics" | "Topic"),
        RowKind::Document => matches!(field, "documents" | "report" | "Document"),
        RowKind::Session => {
            matches!(
                field,
                "session" | "sessions" | "after" | "agenda_continues" | "meeting" | "decided_at" | "Session"
            )
        }
        RowKind::Statement => field == "Statement",
        RowKind::Item => matches!(field, "continued_from" | "Item"),
        RowKind::Note => field == "Note",
        RowKind::Rule => field == "Rule",
        RowKind::Waiver => field == "Waiver",
        RowKind::Release => field == "Release",
        RowKind::Record => field == "Record",
        RowKind::Comment => field == "Comment",
    }
}

/// A mark of the text; comments and white space are none.
#[derive(Clone, Copy, PartialEq)]
enum Mark<'a> {
    Open,
    Close,
    Comma,
    Colon,
    /// A name or a number; in JSON, names of fields have quotation marks.
    Word(&'a str),
    /// What stands between quotation marks, with its escapes.
    Text(&'a str),
    /// The `#!` before `[enable(…)]`.
    Attribute,
    Other,
}

/// Goes through the marks of a text and remembers where it is.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    /// How many brackets are open.
    depth: usize,
    /// The last field of the plan itself.
    table: &'a str,
    /// The last name of a field or of a variant.
    field: &'a str,
    /// Whether the last mark was the name of a field.
    is_name: bool,
    /// Whether the last mark was a name before an opening bracket.
    is_variant: bool,
    /// Whether the last mark was a colon, and whether the one before it was.
    is_colon: bool,
    is_after_colon: bool,
    /// Whether the text ends inside quotation marks or a comment.
    is_open_text: bool,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            table: "",
            field: "",
            is_name: false,
            is_variant: false,
            is_colon: false,
            is_after_colon: false,
            is_open_text: false,
        }
    }

    /// Whether the text just read is the id of a row.
    fn is_row_id(&self) -> bool {
        self.depth == ROW_DEPTH && self.field == "id" && self.is_after_colon
    }

    fn next_row_id(&mut self) -> Option<(usize, &'a str, &'a str)> {
        while let Some((at, mark)) = self.next() {
            if let Mark::Text(id) = mark
                && self.is_row_id()
            {
                return Some((at, self.table, id));
            }
        }
        None
    }

    fn next(&mut self) -> Option<(usize, Mark<'a>)> {
        self.skip_blanks();
        let at = self.at;
        let rest = &self.text[at..];
        let first = rest.chars().next()?;
        let (mark, len) = match first {
            '(' | '[' | '{' => (Mark::Open, 1),
            ')' | ']' | '}' => (Mark::Close, 1),
            '#' if rest.starts_with("#!") => (Mark::Attribute, 2),
            ',' => (Mark::Comma, 1),
            ':' => (Mark::Colon, 1),
            '"' => self.plain_text(rest),
            '\'' => (Mark::Other, char_len(rest)),
            'r' if is_raw_text(rest) => self.raw_text(rest),
            _ if is_word(first) => {
                let len = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
                (Mark::Word(&rest[..len]), len)
            }
            _ => (Mark::Other, first.len_utf8()),
        };
        self.at += len;
        (self.is_name, self.is_variant) = (false, false);
        (self.is_colon, self.is_after_colon) = (mark == Mark::Colon, self.is_colon);
        match mark {
            Mark::Open => self.depth += 1,
            Mark::Close => self.depth = self.depth.saturating_sub(1),
            Mark::Word(word) => {
                self.skip_blanks();
                self.is_name = self.text[self.at..].starts_with(':');
                self.is_variant = self.text[self.at..].starts_with('(');
                if self.is_variant && word != "Some" {
                    self.field = word;
                }
            }
            Mark::Text(_) => {
                self.skip_blanks();
                self.is_name = self.text[self.at..].starts_with(':');
            }
            _ => {}
        }
        let (true, Mark::Word(name) | Mark::Text(name)) = (self.is_name, mark) else { return Some((at, mark)) };
        self.field = name;
        if self.depth == 1 {
            self.table = name;
        }
        Some((at, Mark::Word(name)))
    }

    fn plain_text(&mut self, rest: &'a str) -> (Mark<'a>, usize) {
        let mut escaped = false;
        for (at, byte) in rest.bytes().enumerate().skip(1) {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => return (Mark::Text(&rest[1..at]), at + 1),
                _ => {}
            }
        }
        self.is_open_text = true;
        (Mark::Other, rest.len())
    }

    fn raw_text(&mut self, rest: &'a str) -> (Mark<'a>, usize) {
        let hashes = rest[1..].bytes().take_while(|&byte| byte == b'#').count();
        let inside = &rest[hashes + 2..];
        let end = format!("\"{}", "#".repeat(hashes));
        if let Some(len) = inside.find(&end) {
            return (Mark::Text(&inside[..len]), hashes + 2 + len + end.len());
        }
        self.is_open_text = true;
        (Mark::Other, rest.len())
    }

    /// Goes over white space and comments.
    fn skip_blanks(&mut self) {
        loop {
            let rest = self.text[self.at..].trim_start();
            self.at = self.text.len() - rest.len();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.at += self.comment_len(rest);
            } else {
                return;
            }
        }
    }

    /// The length of a block comment, which may hold others.
    fn comment_len(&mut self, rest: &str) -> usize {
        let (mut depth, mut at) = (0_usize, 0);
        while at < rest.len() {
            match rest.as_bytes().get(at..at + 2) {
                Some(b"/*") => (depth, at) = (depth + 1, at + 2),
                Some(b"*/") => (depth, at) = (depth - 1, at + 2),
                _ => at += 1,
            }
            if depth == 0 {
                return at;
            }
        }
        self.is_open_text = true;
        rest.len()
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.')
}

fn is_raw_text(rest: &str) -> bool {
    rest[1..].trim_start_matches('#').starts_with('"')
}

/// The length of a character in single quotation marks, or of a stray quotation mark.
fn char_len(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    let inside = chars.next();
    let end = if inside.is_some_and(|(_, c)| c == '\\') { chars.nth(1) } else { chars.next() };
    match end {
        Some((at, '\'')) => at + 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    const TEXT: &str = r##"/* (a /* nested */ "comment) */ Plan( // format: "other"
        format: "plenary plan", version: 1, header: (title: (en: "sessions: [(id: \"S1\")]")),
        events: [(id: "S1", after: ["e2"])],
        sessions: [(id: "S1", title: (en: r#"a "S9" b"#), after: ["S9"]),
            Session(event: Some("e1"), people: [(person: "p1", role: Chair)], id: "S2", after: ["S1", "S9"])],
        notes: [(id: "n1", text: (en: "S2"), about: [Body("S2"), Session("S2")])],
    )"##;

    fn session(id: &str) -> RowId {
        RowId::Session(Id::new(id).unwrap())
    }

    #[track_caller]
    fn check(found: Option<usize>, before: &str) {
        assert_eq!(found, TEXT.rfind(before).map(|at| at + before.len()));
    }

    #[test]
    fn reads_what_a_file_says_of_itself() {
        let (format, version) = declared(TEXT);
        assert_eq!((format.map(|found| found.1), version.map(|found| found.1)), (Some("plenary plan"), Some("1")));
        let attribute = "#![enable(implicit_some)] Plan(format: \"plenary plan\")";
        assert_eq!(declared(attribute).0.map(|found| found.1), Some("plenary plan"));
        assert_eq!(declared("\u{7f}ELF(format: \"plenary plan\")"), (None, None));
        let late = format!("({}format: \"plenary plan\")", " ".repeat(DECLARED_WITHIN));
        assert_eq!(declared(&late), (None, None));
        assert_eq!(declared("(other: (format: \"plenary plan\"), version: (1))").0, None);
    }

    #[test]
    fn finds_rows_in_their_table_only() {
        check(row(TEXT, session("S1"), 0), "sessions: [(id: ");
        check(row(TEXT, session("S2"), 0), "role: Chair)], id: ");
        assert_eq!(row(TEXT, session("S1"), 1), None);
        assert_eq!(row(TEXT, session("e2"), 0), None);
    }

    #[test]
    fn finds_references_and_not_texts_that_look_alike() {
        check(reference(TEXT, session("S1"), session("S9")), "b\"#), after: [");
        check(reference(TEXT, session("S2"), session("S9")), "after: [\"S1\", ");
        check(reference(TEXT, session("S2"), RowId::Event(Id::new("e1").unwrap())), "Some(");
        check(reference(TEXT, session("S2"), RowId::Person(Id::new("p1").unwrap())), "person: ");
        check(reference(TEXT, RowId::Note(Id::new("n1").unwrap()), session("S2")), "Body(\"S2\"), Session(");
    }

    #[test]
    fn tells_what_a_text_stops_in() {
        assert_eq!(cut_off(TEXT), None);
        for (end, expected) in [
            ("format", Part::Plan),
            ("header: (title", Part::Field("header".to_owned())),
            ("events: [", Part::Field("events".to_owned())),
            ("sessions: [(id: \"S1\", ti", Part::Row(RowKind::Session, "S1".to_owned())),
            ("Session(event: Some", Part::Field("sessions".to_owned())),
            ("(person: \"p", Part::Field("sessions".to_owned())),
            ("id: \"S2\",", Part::Row(RowKind::Session, "S2".to_owned())),
            ("(id: \"n1\", text: (en: \"", Part::Row(RowKind::Note, "n1".to_owned())),
        ] {
            let cut = &TEXT[..TEXT.find(end).unwrap() + end.len()];
            assert_eq!(cut_off(cut), Some(expected), "{end}");
        }
    }

    #[test]
    fn reads_json_as_well() {
        let json = r#"{"events": [{"id": "e1"}], "sessions": [{"id": "S1", "title": {"en": "a"}, "after": ["S9"]}],
            "notes": [{"about": [{"Session": "S9"}], "id": "n1"}], "version": 1, "format": "plenary plan"}"#;
        let (format, version) = declared(json);
        assert_eq!((format.map(|found| found.1), version.map(|found| found.1)), (Some("plenary plan"), Some("1")));
        let at = |before: &str| json.find(before).map(|at| at + before.len());
        assert_eq!(row(json, session("S1"), 0), at("\"sessions\": [{\"id\": "));
        assert_eq!(reference(json, session("S1"), session("S9")), at("\"after\": ["));
        assert_eq!(reference(json, RowId::Note(Id::new("n1").unwrap()), session("S9")), at("\"Session\": "));
        assert_eq!(cut_off(&json[..at("\"title\"").unwrap()]), Some(Part::Row(RowKind::Session, "S1".to_owned())));
        assert_eq!(mark_before(json, at("\"title\"").unwrap()), (at("\"S1\", ").unwrap(), "\"title\""));
        assert_eq!(mark_before(json, json.len()), (json.len() - 1, "}"));
    }
}

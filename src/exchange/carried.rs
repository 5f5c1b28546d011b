//! What a table of sessions carries besides what people read, so that it comes back: ids, times and keys as they are, and by
//! which marks a cell is known to be as it was handed out. It stands in columns of fixed names, in every language alike.
//!
//! Nothing is carried that is not handed out: of a reserved session no more than that it is one, of remarks and expected attendance nothing
//! unless they are shown.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::exporter::Material;
use super::plain::is_combining;
use super::reserved;
use super::table::{self, Table};
use crate::model::{FieldValue, Holder, Id, Language, OwnField, Plan, Session, SessionId};
use crate::texts::names;

/// A column of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Carried {
    /// The session.
    Id,
    /// The identity of the plan, and its release.
    Plan,
    Event,
    /// When it begins and ends; empty while it waits.
    Start,
    End,
    /// In minutes.
    Length,
    /// The day and the minute of the day that are wished for.
    Wish,
    Kind,
    Status,
    Rooms,
    Bodies,
    /// Each with the role.
    People,
    Topics,
    Documents,
    Languages,
    Expected,
    Link,
    /// What is so: on the web, captioned.
    Flags,
    /// Own fields that are handed out, as an object in JSON.
    Own,
    /// A title in one language.
    Title(Language),
    Remarks,
    /// The marks of all cells of the row.
    Seen,
}

impl Carried {
    /// All but titles.
    const PLAIN: [Self; 21] = [
        Self::Id,
        Self::Plan,
        Self::Event,
        Self::Start,
        Self::End,
        Self::Length,
        Self::Wish,
        Self::Kind,
        Self::Status,
        Self::Rooms,
        Self::Bodies,
        Self::People,
        Self::Topics,
        Self::Documents,
        Self::Languages,
        Self::Expected,
        Self::Link,
        Self::Flags,
        Self::Own,
        Self::Remarks,
        Self::Seen,
    ];

    /// What stands above it.
    #[must_use]
    pub fn head(self) -> String {
        let name = match self {
            Self::Id => "id",
            Self::Plan => "plan",
            Self::Event => "event",
            Self::Start => "start",
            Self::End => "end",
            Self::Length => "length",
            Self::Wish => "wish",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Rooms => "rooms",
            Self::Bodies => "bodies",
            Self::People => "people",
            Self::Topics => "topics",
            Self::Documents => "documents",
            Self::Languages => "languages",
            Self::Expected => "expected",
            Self::Link => "link",
            Self::Flags => "flags",
            Self::Own => "own",
            Self::Remarks => "remarks",
            Self::Seen => "seen",
            Self::Title(language) => return format!("plenary:title-{}", language.code()),
        };
        format!("plenary:{name}")
    }

    /// The column of such a head.
    #[must_use]
    pub fn of(head: &str) -> Option<Self> {
        let titles = Language::ALL.into_iter().map(Self::Title);
        Self::PLAIN.into_iter().chain(titles).find(|column| column.head() == head)
    }
}

/// The columns that the sessions of a programme need.
fn columns(plan: &Plan, ids: &[SessionId], is_internal: bool) -> Vec<Carried> {
    let sessions = || ids.iter().filter_map(|&id| plan.sessions().get(id));
    let is_used = |language: &Language| sessions().any(|session| session.title.exact(*language).is_some());
    let titles = Language::ALL.into_iter().filter(is_used).map(Carried::Title);
    let is_for_team = |column: &Carried| matches!(column, Carried::Remarks | Carried::Expected);
    let has_own = fields(plan, is_internal).next().is_some();
    let plain = Carried::PLAIN.into_iter().filter(|column| is_internal || !is_for_team(column));
    let plain = plain.filter(|column| has_own || *column != Carried::Own);
    plain.chain(titles).collect()
}

/// What is carried of the sessions in tables that people read, a row for each of theirs: the heads, and the rows.
#[must_use]
pub fn carried(material: &Material<'_>, tables: &[(&Table, Vec<SessionId>)]) -> (Vec<String>, Vec<Vec<String>>) {
    let is_internal = material.programme.is_internal;
    let shown = if is_internal { Cow::Borrowed(material.plan) } else { reserved::shown(material.plan) };
    let ids: Vec<SessionId> = tables.iter().flat_map(|(_, ids)| ids).copied().collect();
    let columns = columns(&shown, &ids, is_internal);
    let plan = plan_mark(&shown);
    let mut rows = Vec::with_capacity(ids.len());
    for (table, ids) in tables {
        let heads: Vec<Cow<'_, str>> = table.columns.iter().map(|column| column.head.joined()).collect();
        for (&id, cells) in ids.iter().zip(&table.rows) {
            let session = shown.sessions().get(id);
            let seen =
                || heads.iter().zip(cells).map(|(head, cell)| mark(head, &table::plain(cell))).collect::<String>();
            let cell = |column: &Carried| match column {
                Carried::Id => id.to_string(),
                Carried::Plan => plan.clone(),
                Carried::Seen => seen(),
                Carried::Own => session.map_or_else(String::new, |session| own(&shown, session, is_internal)),
                column => session.map_or_else(String::new, |session| value(session, *column)),
            };
            rows.push(columns.iter().map(cell).collect());
        }
    }
    (columns.iter().map(|column| column.head()).collect(), rows)
}

/// By which a plan knows its own table.
#[must_use]
pub fn plan_mark(plan: &Plan) -> String {
    let header = plan.header();
    format!("{}@{}", header.identity.map_or_else(|| "-".to_owned(), |identity| identity.to_string()), header.release)
}

/// The own fields that are handed out.
fn fields(plan: &Plan, is_internal: bool) -> impl Iterator<Item = &OwnField> {
    plan.fields_of(Holder::Session).map(|field| &**field).filter(move |field| is_internal || field.handed_out)
}

/// What a session has in them, under the names of the fields.
fn own(plan: &Plan, session: &Session, is_internal: bool) -> String {
    let text = |value: &FieldValue| match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Number(number) => number.get().to_string(),
        FieldValue::Date(day) => day.to_string(),
        FieldValue::Choice(choice) => choice.to_string(),
        FieldValue::Tick => "yes".to_owned(),
    };
    let held =
        fields(plan, is_internal).filter_map(|field| Some((field.id.to_string(), text(session.own.get(field.id)?))));
    let held: BTreeMap<String, String> = held.collect();
    if held.is_empty() { String::new() } else { quoted(&serde_json::to_string(&held).unwrap_or_default()) }
}

fn value(session: &Session, column: Carried) -> String {
    let at = session.placement.as_ref();
    match column {
        Carried::Id | Carried::Plan | Carried::Seen | Carried::Own => String::new(),
        Carried::Event => session.event.to_string(),
        Carried::Start => at.map(|at| at.start.to_string()).unwrap_or_default(),
        Carried::End => at.map(|at| at.end().to_string()).unwrap_or_default(),
        Carried::Length => session.length().mins().to_string(),
        Carried::Wish => {
            let day = session.wish.day.map(|day| day.to_string());
            let minute = session.wish.minute.map(|minute| minute.to_string());
            if day.is_none() && minute.is_none() {
                return String::new();
            }
            format!("{}/{}", day.unwrap_or_default(), minute.unwrap_or_default())
        }
        Carried::Kind => match session.own_kind {
            Some(own) => format!("own:{own}"),
            None => names::session_kind(session.kind).trim_start_matches("kind-").to_owned(),
        },
        Carried::Status => names::status(session.status).trim_start_matches("status-").to_owned(),
        Carried::Rooms => joined(session.rooms_or_wished()),
        Carried::Bodies => joined(&session.bodies),
        Carried::People => {
            let people = session.people.iter();
            let role = |role| names::role(role).trim_start_matches("role-");
            people.map(|part| format!("{}:{}", part.person, role(part.role))).collect::<Vec<_>>().join(" ")
        }
        Carried::Topics => joined(&session.topics),
        Carried::Documents => joined(&session.documents),
        Carried::Languages => session.languages.iter().map(Language::code).collect::<Vec<_>>().join(" "),
        Carried::Expected => session.expected_attendance.map(|count| count.to_string()).unwrap_or_default(),
        Carried::Link => quoted(&session.link),
        Carried::Flags => {
            let flags = [(session.webcast, "webcast"), (session.captioned, "captioned")];
            flags.iter().filter(|(is_set, _)| *is_set).map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
        }
        Carried::Title(language) => session.title.exact(language).map(quoted).unwrap_or_default(),
        Carried::Remarks => quoted(&session.remarks),
    }
}

fn joined<R>(ids: &[Id<R>]) -> String {
    ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ")
}

/// A text in quotation marks, in which nothing is left that a spreadsheet or a file format would change: no break, no
/// control, nothing that looks like a formula or a number, no blank at an end.
fn quoted(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            // `_x000D_` is a control in a workbook, and others part cells by these without looking for quotation marks.
            '_' | ',' | ';' | '|' => _ = write!(quoted, "\\u{:04x}", u32::from(c)),
            c if c.is_control() || c.is_whitespace() && c != ' ' || is_unseen(c) => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    _ = write!(quoted, "\\u{unit:04x}");
                }
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// What is quoted so.
#[must_use]
pub fn unquoted(text: &str) -> Option<String> {
    if text.is_empty() { Some(String::new()) } else { serde_json::from_str(text).ok() }
}

/// What nobody sees, or no file may hold.
fn is_unseen(c: char) -> bool {
    // Heaps of marks are drawn over what stands around them.
    is_combining(c)
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || (c as u32) & 0xfffe == 0xfffe
}

/// A mark of four letters for a cell and what stands above it. Cells of the same mark say the same: what programs change when
/// they only open and save a table does not count.
#[must_use]
pub fn mark(head: &str, cell: &str) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in essence(head).bytes().chain([0]).chain(essence(cell).bytes()) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    let [_, low @ ..] = (hash ^ (hash >> 24)).to_be_bytes();
    URL_SAFE_NO_PAD.encode(low)
}

/// What matters of a cell.
fn essence(text: &str) -> String {
    let text = table::undefused(text);
    let text = without_escapes(text.trim());
    // `09:30`, `9:30` and `9:30:00` are one time, and midnight may be that of either day.
    let is_clock = text.contains(':') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    if is_clock {
        let text = if text.matches(':').count() == 2 { text.trim_end_matches(":00") } else { &text };
        let text = text.trim_start_matches('0');
        return if text == "24:00" { ":00".to_owned() } else { text.to_owned() };
    }
    text.chars().filter(|&c| !c.is_control() && !c.is_whitespace() && !is_unseen(c) && c != '\'').collect()
}

/// Without `_x000D_` and the like, by which workbooks stand for controls.
fn without_escapes(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 7);
        let is_escape =
            code.is_some_and(|code| code.ends_with('_') && code[..4].bytes().all(|byte| byte.is_ascii_hexdigit()));
        let end = if is_escape { at + 7 } else { at + 2 };
        kept.push_str(&rest[..if is_escape { at } else { end }]);
        rest = &rest[end..];
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_texts_hold_nothing_that_programs_change_and_come_back() {
        for text in [
            "",
            " a ",
            "=SUM(A1)",
            "a\r\n\tb\0",
            "_x000D_",
            "\u{fffe}\u{ffff}\u{2028}\u{202e}",
            "\"\\\"",
            "👩\u{200d}🚀",
            "1.50",
            "'x",
        ] {
            let quoted = quoted(text);
            assert_eq!(unquoted(&quoted).as_deref(), Some(text), "{quoted}");
            assert!(!quoted.chars().any(|c| c.is_control() || c == '\n' || is_unseen(c)), "{quoted:?}");
        }
    }

    #[test]
    fn cells_that_say_the_same_have_the_same_mark() {
        for (one, other) in [
            ("'=x", "=x"),
            ("09:30", "9:30"),
            ("00:00", "24:00"),
            ("0:30", "00:30:00"),
            ("two\r\nlines", "two lines"),
            ("a\u{0}b", "a_x0000_b"),
        ] {
            assert_eq!(mark("h", one), mark("h", other), "{one:?} {other:?}");
        }
        for (one, other) in [("09:30", "09:31"), ("a", "b"), ("", "a"), ("x_y", "xy")] {
            assert_ne!(mark("h", one), mark("h", other), "{one:?} {other:?}");
        }
        assert_ne!(mark("h", "a"), mark("g", "a"));
    }
}

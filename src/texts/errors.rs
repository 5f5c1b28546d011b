//! Errors in words: what is wrong with a plan, with its file, or with saving it.

use std::path::Path;

use crate::model::{PatchError, RowError, RowId, RowKind};
use crate::store::journal::JournalError;
use crate::store::{
    Expected, MAX_FILE_BYTES, MAX_LIST_ENTRIES, MAX_TABLE_ROWS, MAX_TEXT_CHARS, Miswritten, Part, Place, Problem,
    ReadError, ReleaseError, SaveError, VERSION,
};

use super::{Texts, Value, tid};

/// Why a patch can not be applied: the rest of a sentence.
#[must_use]
pub fn patch_error(texts: &Texts, error: PatchError) -> String {
    let of_row = |id: &str, row: RowId| texts.text_with(id, &[("row", Value::from(&named_row(texts, row)))]);
    match error {
        PatchError::HeaderChanged => texts.text("patch-header-changed").to_owned(),
        PatchError::Changed(row) => of_row(tid("patch-changed"), row),
        PatchError::Duplicate(row) => of_row(tid("patch-duplicate"), row),
        PatchError::Impossible { row, why } => {
            let (row, why) = (named_row(texts, row), texts.text(row_error(why)));
            texts.text_with("patch-impossible", &[("row", Value::from(&row)), ("why", Value::from(why))])
        }
        PatchError::Dangling { row, target } => {
            let (row, target) = (named_row(texts, row), named_row(texts, target));
            texts.text_with("patch-dangling", &[("row", Value::from(&row)), ("target", Value::from(&target))])
        }
    }
}

fn row_error(error: RowError) -> &'static str {
    match error {
        RowError::DaysReversed => tid("row-error-days-reversed"),
        RowError::OutOfRange => tid("row-error-out-of-range"),
        RowError::TooLong => tid("row-error-too-long"),
        RowError::HoursReversed => tid("row-error-hours-reversed"),
        RowError::RoomTwice => tid("row-error-room-twice"),
        RowError::AfterItself => tid("row-error-after-itself"),
        RowError::ContinuesItself => tid("row-error-continues-itself"),
        RowError::ItemOutOfRange => tid("row-error-item-out-of-range"),
        RowError::PresentOutOfOrder => tid("row-error-present-out-of-order"),
        RowError::PodiumOutOfOrder => tid("row-error-podium-out-of-order"),
        RowError::NoReason => tid("row-error-no-reason"),
        RowError::NoNumber => tid("row-error-no-number"),
        RowError::NoText => tid("row-error-no-text"),
        RowError::OtherNature => tid("row-error-other-nature"),
        RowError::ChoiceTwice => tid("row-error-choice-twice"),
        RowError::FieldTwice => tid("row-error-field-twice"),
        RowError::OtherValue => tid("row-error-other-value"),
        RowError::HeldOutOfOrder => tid("row-error-held-out-of-order"),
        RowError::HeldTooLong => tid("row-error-held-too-long"),
    }
}

/// `session S10`
/// A row by its kind and its id: `session S15`.
#[must_use]
pub fn named_row(texts: &Texts, row: RowId) -> String {
    named(texts, row.kind(), &row.name())
}

fn named(texts: &Texts, kind: RowKind, name: &str) -> String {
    let id = match kind {
        RowKind::Kind => tid("named-kind"),
        RowKind::Field => tid("named-field"),
        RowKind::Rank => tid("named-rank"),
        RowKind::Event => tid("named-event"),
        RowKind::Body => tid("named-body"),
        RowKind::Room => tid("named-room"),
        RowKind::Person => tid("named-person"),
        RowKind::Topic => tid("named-topic"),
        RowKind::Document => tid("named-document"),
        RowKind::Session => tid("named-session"),
        RowKind::Statement => tid("named-statement"),
        RowKind::Item => tid("named-item"),
        RowKind::Post => tid("named-post"),
        RowKind::Team => tid("named-team"),
        RowKind::Delegate => tid("named-delegate"),
        RowKind::RoomRequest => tid("named-room-request"),
        RowKind::Note => tid("named-note"),
        RowKind::Rule => tid("named-rule"),
        RowKind::Waiver => tid("named-waiver"),
        RowKind::Release => tid("named-release"),
        RowKind::Record => tid("named-record"),
        RowKind::Comment => tid("named-comment"),
    };
    texts.text_with(id, &[("name", Value::from(name))])
}

fn part(texts: &Texts, part: &Part) -> String {
    match part {
        Part::Plan => texts.text("part-plan").to_owned(),
        Part::Field(field) => texts.text_with("part-field", &[("field", Value::from(field))]),
        Part::Row(kind, name) => named(texts, *kind, name),
    }
}

/// Why a plan file can not be opened, beginning with the place in the file where there is one.
#[must_use]
pub fn read_error(texts: &Texts, error: &ReadError) -> String {
    let why = problem(texts, &error.problem);
    match error.place {
        Some(Place { line, column }) => texts.text_with(
            "read-place",
            &[
                ("line", Value::from(&line.to_string())),
                ("column", Value::from(&column.to_string())),
                ("why", Value::from(&why)),
            ],
        ),
        None => why,
    }
}

fn problem(texts: &Texts, problem: &Problem) -> String {
    let plain = match problem {
        Problem::NotFound => tid("read-not-found"),
        Problem::Forbidden => tid("read-forbidden"),
        Problem::Folder => tid("read-folder"),
        Problem::Device => tid("read-device"),
        Problem::Empty => tid("read-empty"),
        Problem::Binary => tid("read-binary"),
        Problem::Utf16 => tid("read-utf-16"),
        Problem::NotUtf8 => tid("read-not-utf-8"),
        Problem::NotAPlan => tid("read-not-a-plan"),
        Problem::NoVersion => tid("read-no-version"),
        Problem::OddVersion => tid("read-odd-version"),
        Problem::Io(why) => return texts.text_with("read-io", &[("why", Value::from(why))]),
        Problem::TooLarge => {
            return texts.text_with("read-too-large", &[("mib", Value::from(&(MAX_FILE_BYTES >> 20).to_string()))]);
        }
        Problem::Newer { version } => {
            let (found, own) = (version.to_string(), VERSION.to_string());
            return texts.text_with("read-newer", &[("version", Value::from(&found)), ("own", Value::from(&own))]);
        }
        Problem::CutOff(within) => {
            return texts.text_with("read-cut-off", &[("part", Value::from(&part(texts, within)))]);
        }
        Problem::Text(what) => return miswritten(texts, what),
        Problem::Twice { row, first_line } => {
            let (row, line) = (named_row(texts, *row), first_line.to_string());
            return texts.text_with("read-twice", &[("row", Value::from(&row)), ("line", Value::from(&line))]);
        }
        Problem::Content(error) => return patch_error(texts, *error),
    };
    texts.text(plain).to_owned()
}

fn miswritten(texts: &Texts, what: &Miswritten) -> String {
    let unknown = |id: &str, found: &str, known: &[String]| {
        let known = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        texts.text_with(id, &[("found", Value::from(found)), ("known", Value::from(&known))])
    };
    let plain = match what {
        Miswritten::UnknownField { found, known } => return unknown(tid("miswritten-unknown-field"), found, known),
        Miswritten::UnknownWord { found, known } => return unknown(tid("miswritten-unknown-word"), found, known),
        Miswritten::MissingField { field, within: None } => {
            return texts.text_with("miswritten-missing", &[("field", Value::from(field))]);
        }
        Miswritten::MissingField { field, within: Some(within) } => {
            let within = part(texts, within);
            let values = [("field", Value::from(field)), ("part", Value::from(&within))];
            return texts.text_with("miswritten-missing-in", &values);
        }
        Miswritten::FieldTwice(field) => {
            return texts.text_with("miswritten-field-twice", &[("field", Value::from(field))]);
        }
        Miswritten::Expected { what, found } => return expected(texts, *what, found),
        Miswritten::Unexpected(found) => {
            return texts.text_with("miswritten-unexpected", &[("found", Value::from(found))]);
        }
        Miswritten::Backslash => tid("miswritten-backslash"),
        Miswritten::ControlCharacter => tid("miswritten-control-character"),
        Miswritten::OpenText => tid("miswritten-open-text"),
        Miswritten::OpenComment => tid("miswritten-open-comment"),
        Miswritten::TooDeep => tid("miswritten-too-deep"),
        Miswritten::GoesOn => tid("miswritten-goes-on"),
        Miswritten::EndsEarly => tid("miswritten-ends-early"),
        Miswritten::Unreadable => tid("miswritten-unreadable"),
    };
    texts.text(plain).to_owned()
}

fn expected(texts: &Texts, what: Expected, found: &str) -> String {
    let plain = match what {
        Expected::Text => tid("expected-text"),
        Expected::Number => tid("expected-number"),
        Expected::NumberInRange => tid("expected-number-in-range"),
        Expected::TrueOrFalse => tid("expected-true-or-false"),
        Expected::Word => tid("expected-word"),
        Expected::List => tid("expected-list"),
        Expected::Block => tid("expected-block"),
        Expected::Two => tid("expected-two"),
        Expected::Comma => tid("expected-comma"),
        Expected::Colon => tid("expected-colon"),
        Expected::ClosingBracket => tid("expected-closing-bracket"),
        Expected::Numbers => tid("expected-numbers"),
        Expected::NewName => tid("expected-new-name"),
        Expected::TimeInRange => tid("row-error-out-of-range"),
        Expected::ShortText => return at_most(texts, tid("expected-short-text"), MAX_TEXT_CHARS),
        Expected::ShortList => return at_most(texts, tid("expected-short-list"), MAX_LIST_ENTRIES),
        Expected::ShortTable => return at_most(texts, tid("expected-short-table"), MAX_TABLE_ROWS),
        Expected::Id => return instead_of(texts, tid("expected-id"), found),
        Expected::Zone => return instead_of(texts, tid("expected-zone"), found),
        Expected::Identity => return instead_of(texts, tid("expected-identity"), found),
        Expected::Language => return instead_of(texts, tid("expected-language"), found),
        Expected::Date => return instead_of(texts, tid("expected-date"), found),
        Expected::RealDate => return instead_of(texts, tid("expected-real-date"), found),
        Expected::Time => return instead_of(texts, tid("expected-time"), found),
        Expected::RealTime => return instead_of(texts, tid("expected-real-time"), found),
        Expected::Clock => return instead_of(texts, tid("expected-clock"), found),
        Expected::Length => return instead_of(texts, tid("expected-length"), found),
    };
    texts.text(plain).to_owned()
}

fn at_most(texts: &Texts, id: &str, most: usize) -> String {
    texts.text_with(id, &[("most", Value::from(&most.to_string()))])
}

fn instead_of(texts: &Texts, id: &str, found: &str) -> String {
    texts.text_with(id, &[("found", Value::from(found))])
}

/// Why what a release holds can not be had, and what to do about it.
#[must_use]
pub fn release_error(texts: &Texts, error: &ReleaseError) -> String {
    let named = |path: &Path| path.display().to_string();
    match error {
        ReleaseError::Missing(path) => texts.text_with("release-missing", &[("file", Value::from(&named(path)))]),
        ReleaseError::Changed(path) => texts.text_with("release-changed", &[("file", Value::from(&named(path)))]),
        ReleaseError::Read(path, error) => {
            let (file, why) = (named(path), read_error(texts, error));
            texts.text_with("about-file", &[("file", Value::from(&file)), ("why", Value::from(&why))])
        }
    }
}

/// Why a journal can not be used, as a part of a sentence.
#[must_use]
pub fn journal_error(texts: &Texts, error: &JournalError) -> String {
    let plain = match error {
        JournalError::Io(why) => return texts.text_with("journal-read-io", &[("why", Value::from(why))]),
        JournalError::Base(why) => {
            let why = read_error(texts, why);
            return texts.text_with("journal-base", &[("why", Value::from(&why))]);
        }
        JournalError::TooLarge => tid("journal-too-large"),
        JournalError::Foreign => tid("journal-foreign"),
        JournalError::Newer(_) => tid("journal-newer"),
        JournalError::Damaged => tid("journal-damaged"),
    };
    texts.text(plain).to_owned()
}

/// Why a file was not saved, and what to do.
#[must_use]
pub fn save_error(texts: &Texts, error: &SaveError) -> String {
    let plain = match error {
        SaveError::NoName => tid("save-no-name"),
        SaveError::NoFolder => tid("save-no-folder"),
        SaveError::Folder => tid("save-folder"),
        SaveError::Device => tid("save-device"),
        SaveError::Protected => tid("save-protected"),
        SaveError::Forbidden => tid("save-forbidden"),
        SaveError::Full => tid("save-full"),
        SaveError::BadName => tid("save-bad-name"),
        SaveError::LinkCircle => tid("save-link-circle"),
        SaveError::Lossy => tid("save-lossy"),
        SaveError::Changed => tid("save-changed"),
        SaveError::Io(why) => return texts.text_with("save-io", &[("why", Value::from(why))]),
        SaveError::Backup { name, why } => {
            return texts.text_with("save-backup", &[("name", Value::from(name)), ("why", Value::from(why))]);
        }
        SaveError::Unreadable { what, why } => {
            let (what, why) = (part(texts, what), problem(texts, why));
            return texts.text_with("save-unreadable", &[("what", Value::from(&what)), ("why", Value::from(&why))]);
        }
    };
    texts.text(plain).to_owned()
}

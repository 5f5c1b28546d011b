//! How a journal is written: the types of its lines, and their checksums.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Entry, Event, FORMAT, Header, Journal, Label, Saved, Step, VERSION};
use crate::model::Plan;
use crate::store::FileMark;
use crate::store::plan_json;
use crate::store::version_1::scalars::{LocalText, Prose};
use crate::store::version_2::SavedPatch;

/// The header as it is written.
#[derive(Serialize, Deserialize)]
struct SavedHeader {
    program: Prose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    identity: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<Prose>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mark: Option<FileMark>,
    begun: DateTime<Utc>,
}

/// An entry as it is written.
#[derive(Serialize, Deserialize)]
struct SavedEntry {
    at: DateTime<Utc>,
    event: SavedEvent,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedEvent {
    Did(Box<SavedStep>),
    Undid,
    Redid,
    Saved { number: u64, file: Prose, mark: FileMark },
}

#[derive(Serialize, Deserialize)]
struct SavedStep {
    number: u64,
    deed: Prose,
    #[serde(default)]
    title: LocalText,
    count: usize,
    patch: SavedPatch,
}

/// What is added to a journal, and the checksum of all that is in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    pub bytes: Vec<u8>,
    pub checksum: u32,
}

impl Lines {
    /// Those that come after lines of this checksum.
    pub fn after(checksum: u32) -> Self {
        Self { bytes: Vec::new(), checksum }
    }

    /// A whole journal.
    pub fn of(journal: &Journal) -> Self {
        let mut lines = Self { bytes: format!("{FORMAT} {VERSION}\n").into_bytes(), checksum: 0 };
        lines.push(&saved_header(&journal.header));
        // A line break in JSON is never part of a text.
        lines.push_text(plan_json(&journal.base).replace('\n', "").as_bytes());
        lines.push_entries(&journal.entries);
        lines
    }

    /// Adds entries.
    pub fn push_entries(&mut self, entries: &[Entry]) {
        for entry in entries {
            self.push(&saved_entry(entry));
        }
    }

    fn push(&mut self, value: &impl Serialize) {
        let text = serde_json::to_vec(value);
        // Writing into memory can not fail, and every name in it is a text.
        debug_assert!(text.is_ok(), "{:?}", text.err());
        self.push_text(&text.unwrap_or_default());
    }

    pub(super) fn push_text(&mut self, text: &[u8]) {
        self.checksum = checksum(self.checksum, text);
        // Writing into memory can not fail.
        let _ = write!(self.bytes, "{:08x} ", self.checksum);
        self.bytes.extend_from_slice(text);
        self.bytes.push(b'\n');
    }
}

/// The checksum of a line after lines of the checksum `before`.
fn checksum(before: u32, text: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&before.to_le_bytes());
    hasher.update(text);
    hasher.finalize()
}

/// What a line holds, if its checksum is right; `sum` is that of the lines before it, and then of this one.
pub(super) fn line_text<'a>(line: &'a [u8], sum: &mut u32) -> Option<&'a [u8]> {
    let (digits, text) = line.split_at_checked(9)?;
    let digits = std::str::from_utf8(digits).ok()?.strip_suffix(' ')?;
    let found = u32::from_str_radix(digits, 16).ok()?;
    let expected = checksum(*sum, text);
    *sum = expected;
    (found == expected).then_some(text)
}

/// The header in a line.
pub(super) fn read_header(text: &[u8]) -> Option<Header> {
    let saved: SavedHeader = serde_json::from_slice(text).ok()?;
    Some(Header {
        program: saved.program.0,
        identity: saved.identity.map(|text| Uuid::parse_str(&text)).transpose().ok()?,
        file: saved.file.map(|file| (PathBuf::from(file.0), saved.mark)),
        begun: saved.begun,
    })
}

/// What an entry says happened, for the plan as it is before it.
pub(super) enum Told {
    /// A step that was made, with its patch for that plan.
    Did(Step),
    /// Something that changes no rows by itself, or takes its step from the history.
    Other(Event),
}

/// The entry in a line, which happened to `plan`.
pub(super) fn read_entry(text: &[u8], plan: &Plan) -> Option<(DateTime<Utc>, Told)> {
    let saved: SavedEntry = serde_json::from_slice(text).ok()?;
    let told = match saved.event {
        SavedEvent::Did(step) => Told::Did(Step {
            number: step.number,
            label: Label { deed: step.deed.0, title: step.title.into_model(), count: step.count },
            patch: Arc::new(step.patch.into_patch(plan).ok()?),
        }),
        SavedEvent::Undid => Told::Other(Event::Undid),
        SavedEvent::Redid => Told::Other(Event::Redid),
        SavedEvent::Saved { number, file, mark } => {
            Told::Other(Event::Saved(Saved { number, file: PathBuf::from(file.0), mark }))
        }
    };
    Some((saved.at, told))
}

fn saved_header(header: &Header) -> SavedHeader {
    let (file, mark) = match &header.file {
        Some((file, mark)) => (Some(path_text(file)), *mark),
        None => (None, None),
    };
    SavedHeader {
        program: Prose(header.program.clone()),
        identity: header.identity.map(|identity| identity.to_string()),
        file,
        mark,
        begun: header.begun,
    }
}

fn saved_entry(entry: &Entry) -> SavedEntry {
    let event = match &entry.event {
        Event::Did(step) => SavedEvent::Did(Box::new(SavedStep {
            number: step.number,
            deed: Prose(step.label.deed.clone()),
            title: LocalText::from_model(&step.label.title),
            count: step.label.count,
            patch: SavedPatch::from_patch(&step.patch),
        })),
        Event::Undid => SavedEvent::Undid,
        Event::Redid => SavedEvent::Redid,
        Event::Saved(saved) => {
            SavedEvent::Saved { number: saved.number, file: path_text(&saved.file), mark: saved.mark }
        }
    };
    SavedEntry { at: entry.at, event }
}

/// A path that is no text is written as near as can be; nothing is found there then, and the plan counts as unsaved.
fn path_text(path: &Path) -> Prose {
    Prose(path.to_string_lossy().into_owned())
}

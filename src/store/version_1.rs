//! Version 1 of the plan file: the types as they are written, frozen.
//!
//! Nothing outside this folder knows them, and they know nothing of files: text goes in and out. They look like the
//! model's types and are not: the model may change, a file of version 1 may not. A change of what is written here needs
//! a new version beside this one and a step from here to there.

mod events;
mod kinds;
mod papers;
mod people;
mod scalars;
mod sessions;

use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Deserializer, Serialize};

use self::scalars::{Written, is_default};
use crate::model::zone::Tz;
use crate::model::{self, Flaw, Language, Patch, Plan, Row, RowId};

pub use self::scalars::{MAX_LIST_ENTRIES, MAX_TEXT_CHARS};

/// The most rows that one table of a file may have.
pub const MAX_TABLE_ROWS: usize = 200_000;

/// What the field `format` says in every plan file.
pub(super) const FORMAT: &str = "plenary plan";

/// What the field `version` says in files of this version.
pub(super) const VERSION: u64 = 1;

/// Why a text is no plan of version 1.
pub(super) enum Refusal {
    /// It is not written as such a file is.
    Shape(ron::error::SpannedError),
    /// It is, but what it says can not be.
    Content(Flaw),
}

/// The whole file, for reading only: writing goes row by row, so that the layout is ours.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: scalars::Prose,
    #[serde(rename = "version")]
    _version: u64,
    header: Header,
    #[serde(default)]
    events: Rows<events::Event>,
    #[serde(default)]
    bodies: Rows<people::Body>,
    #[serde(default)]
    rooms: Rows<people::Room>,
    #[serde(default)]
    people: Rows<people::Person>,
    #[serde(default)]
    topics: Rows<papers::Topic>,
    #[serde(default)]
    documents: Rows<papers::Document>,
    #[serde(default)]
    sessions: Rows<sessions::Session>,
    #[serde(default)]
    statements: Rows<sessions::Statement>,
    #[serde(default)]
    notes: Rows<papers::Note>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    #[serde(default, skip_serializing_if = "is_default")]
    title: scalars::LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    description: scalars::LocalText,
    zone: Written<Tz>,
    language: Written<Language>,
    #[serde(default, skip_serializing_if = "is_default")]
    release: u32,
}

/// One row as it is written: what the model's row is turned into, and back.
trait SavedRow: Serialize {
    /// The model's row.
    type Model: model::Tabled;

    /// The row as it is written.
    fn from_model(row: &Self::Model) -> Self;

    /// The row of the plan.
    fn into_model(self) -> Self::Model;
}

/// Reads a text of version 1.
pub(super) fn plan_from_text(text: &str) -> Result<Plan, Refusal> {
    let file: File = options().from_str(text).map_err(Refusal::Shape)?;
    let mut plan = Plan::new(model::Header {
        title: file.header.title.into_model(),
        description: file.header.description.into_model(),
        zone: file.header.zone.0,
        language: file.header.language.0,
        release: file.header.release,
    });
    let mut patch = Patch::default();
    file.events.put_into(&mut patch, &plan)?;
    file.bodies.put_into(&mut patch, &plan)?;
    file.rooms.put_into(&mut patch, &plan)?;
    file.people.put_into(&mut patch, &plan)?;
    file.topics.put_into(&mut patch, &plan)?;
    file.documents.put_into(&mut patch, &plan)?;
    file.sessions.put_into(&mut patch, &plan)?;
    file.statements.put_into(&mut patch, &plan)?;
    file.notes.put_into(&mut patch, &plan)?;
    plan.apply(&patch).map_err(Refusal::Content)?;
    Ok(plan)
}

/// Writes a plan as a text of version 1: one row a block, one field a line, rows in the order of their ids.
pub(super) fn text_from_plan(plan: &Plan) -> String {
    let mut writer = Writer { text: String::new(), block: String::new() };
    let header = plan.header();
    writer.text.push_str("(\n  format: \"plenary plan\",\n  version: 1,\n  header: ");
    writer.block(
        &Header {
            title: scalars::LocalText::from_model(&header.title),
            description: scalars::LocalText::from_model(&header.description),
            zone: Written(header.zone),
            language: Written(header.language),
            release: header.release,
        },
        "  ",
    );
    writer.table::<events::Event>("events", plan);
    writer.table::<people::Body>("bodies", plan);
    writer.table::<people::Room>("rooms", plan);
    writer.table::<people::Person>("people", plan);
    writer.table::<papers::Topic>("topics", plan);
    writer.table::<papers::Document>("documents", plan);
    writer.table::<sessions::Session>("sessions", plan);
    writer.table::<sessions::Statement>("statements", plan);
    writer.table::<papers::Note>("notes", plan);
    writer.text.push_str(")\n");
    writer.text
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// The rows of one table, at most [`MAX_TABLE_ROWS`].
struct Rows<S>(Vec<S>);

impl<S> Default for Rows<S> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<S: SavedRow> Rows<S>
where
    RowId: From<model::Id<S::Model>>,
{
    /// Puts the rows into `patch`. A patch keeps the last word on a row, so a second row of the same name is refused
    /// here.
    fn put_into(self, patch: &mut Patch, plan: &Plan) -> Result<(), Refusal> {
        let mut seen = BTreeSet::new();
        for saved in self.0 {
            let row = saved.into_model();
            if !seen.insert(row.id()) {
                return Err(Refusal::Content(Flaw::Duplicate(row.id().into())));
            }
            patch.put(plan, row);
        }
        Ok(())
    }
}

impl<'de, S: Deserialize<'de>> Deserialize<'de> for Rows<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(scalars::AtMost { limit: MAX_TABLE_ROWS, what: "rows", entry: PhantomData }).map(Self)
    }
}

struct Writer {
    text: String,
    block: String,
}

impl Writer {
    fn table<S: SavedRow>(&mut self, name: &str, plan: &Plan) {
        let table = <S::Model as model::Tabled>::of_plan(plan);
        if table.is_empty() {
            return;
        }
        self.text.push_str("  ");
        self.text.push_str(name);
        self.text.push_str(": [\n");
        for row in table.iter() {
            self.text.push_str("    ");
            self.block(&S::from_model(row), "    ");
        }
        self.text.push_str("  ],\n");
    }

    /// Writes one block: an opening bracket, a line for each field, a closing bracket below `indent`.
    fn block(&mut self, value: &impl Serialize, indent: &str) {
        self.block.clear();
        let layout = PrettyConfig::new().indentor("  ").new_line("\n").depth_limit(1);
        let written = options().to_writer_pretty(&mut self.block, value, layout);
        // Writing into memory can not fail, and `save_plan` reads the text back before it touches a file.
        debug_assert_eq!(written, Ok(()));
        for (number, line) in self.block.lines().enumerate() {
            if number > 0 {
                self.text.push('\n');
                self.text.push_str(indent);
            }
            push_readable(&mut self.text, line);
        }
        self.text.push_str(",\n");
    }
}

/// Adds a line that RON has written, without the escapes that nobody needs: RON escapes apostrophes and combining marks,
/// which French and Arabic are full of. What can not be seen (control characters, direction marks) stays escaped.
fn push_readable(text: &mut String, line: &str) {
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let escape = &rest[at..];
        if escape.starts_with("\\'") {
            text.push('\'');
            rest = &escape[2..];
        } else if let Some((mark, len)) = visible_mark(escape) {
            text.push(mark);
            rest = &escape[len..];
        } else {
            // The character after a backslash may be a backslash: it does not begin an escape of its own.
            let len = escape.char_indices().nth(2).map_or(escape.len(), |(at, _)| at);
            text.push_str(&escape[..len]);
            rest = &escape[len..];
        }
    }
    text.push_str(rest);
}

/// The character of an escape like `\u{64b}` that can be read as it is after another character, and the escape's length.
fn visible_mark(escape: &str) -> Option<(char, usize)> {
    let (digits, _) = escape.strip_prefix("\\u{")?.split_once('}')?;
    let mark = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    // The standard library leaves a mark alone if something stands before it, and escapes what can not be seen.
    let shown = fmt::format(format_args!("x{mark}")).escape_debug().nth(1)? == mark;
    shown.then_some((mark, digits.len() + 4))
}

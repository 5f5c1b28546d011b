//! Version 1 of the plan file: the types as they are written, frozen.
//!
//! Nothing outside this folder knows them, and they know nothing of files: text goes in and out. They look like the
//! model's types and are not: the model may change, a file of version 1 may not. A change of what is written here needs
//! a new version beside this one and a step from here to there.

mod events;
mod json;
mod kinds;
mod layout;
mod papers;
mod people;
mod rules;
mod scalars;
mod sessions;

use std::collections::BTreeSet;
use std::marker::PhantomData;

use ron::extensions::Extensions;
use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

use self::layout::Writer;
use self::scalars::{Written, is_default};
use super::miswritten::Expected;
use crate::model::zone::Tz;
use crate::model::{self, Language, Patch, PatchError, Plan, Row, RowId};

pub use self::scalars::{MAX_LIST_ENTRIES, MAX_TEXT_CHARS};

/// The most rows that one table of a file may have.
pub const MAX_TABLE_ROWS: usize = 200_000;

/// What the field `format` says in every plan file.
pub(super) const FORMAT: &str = "plenary plan";

/// What the field `version` says in files of this version.
pub const VERSION: u64 = 1;

/// Why a text is no plan of version 1.
pub(super) enum Misread {
    /// It is not written as such a file is.
    Ron(ron::error::SpannedError),
    /// It is JSON, and not written as such a file is.
    Json(serde_json::Error),
    /// It is, but what it says can not be.
    Content(PatchError),
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
    #[serde(default)]
    rules: Rows<rules::RuleChoice>,
    #[serde(default)]
    waivers: Rows<rules::Waiver>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    #[serde(default, skip_serializing_if = "is_default")]
    identity: Option<Written<Uuid>>,
    #[serde(default, skip_serializing_if = "is_default")]
    title: scalars::LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    description: scalars::LocalText,
    zone: Written<Tz>,
    language: Written<Language>,
    #[serde(default, skip_serializing_if = "is_default")]
    release: u32,
}

impl Header {
    fn from_model(header: &model::Header) -> Self {
        Self {
            identity: header.identity.map(Written),
            title: scalars::LocalText::from_model(&header.title),
            description: scalars::LocalText::from_model(&header.description),
            zone: Written(header.zone),
            language: Written(header.language),
            release: header.release,
        }
    }
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
pub(super) fn plan_from_text(text: &str) -> Result<Plan, Misread> {
    plan_from_file(options().from_str(text).map_err(Misread::Ron)?)
}

/// Reads a text of version 1 that is JSON.
pub(super) fn plan_from_json(text: &str) -> Result<Plan, Misread> {
    plan_from_file(serde_json::from_str(text).map_err(Misread::Json)?)
}

fn plan_from_file(file: File) -> Result<Plan, Misread> {
    let mut plan = Plan::new(model::Header {
        identity: file.header.identity.map(|written| written.0),
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
    file.rules.put_into(&mut patch, &plan)?;
    file.waivers.put_into(&mut patch, &plan)?;
    plan.apply(&patch).map_err(Misread::Content)?;
    Ok(plan)
}

/// Writes a plan as a text of version 1: one row a block, one field a line, rows in the order of their ids.
pub(super) fn text_from_plan(plan: &Plan) -> String {
    let mut writer = Writer::begin(&Header::from_model(plan.header()));
    write_tables(plan, &mut writer);
    writer.end()
}

/// Writes a plan as JSON of version 1: the same words, one row a line.
pub(super) fn json_from_plan(plan: &Plan) -> String {
    let mut writer = json::Writer::begin(&Header::from_model(plan.header()));
    write_tables(plan, &mut writer);
    writer.end()
}

/// What takes the tables of a plan, one after the other.
trait Tables {
    /// Takes one table, which can be empty.
    fn table<S: SavedRow>(&mut self, name: &'static str, plan: &Plan);
}

/// Every table under its name, in the order of the file.
fn write_tables(plan: &Plan, into: &mut impl Tables) {
    into.table::<events::Event>("events", plan);
    into.table::<people::Body>("bodies", plan);
    into.table::<people::Room>("rooms", plan);
    into.table::<people::Person>("people", plan);
    into.table::<papers::Topic>("topics", plan);
    into.table::<papers::Document>("documents", plan);
    into.table::<sessions::Session>("sessions", plan);
    into.table::<sessions::Statement>("statements", plan);
    into.table::<papers::Note>("notes", plan);
    into.table::<rules::RuleChoice>("rules", plan);
    into.table::<rules::Waiver>("waivers", plan);
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
    fn put_into(self, patch: &mut Patch, plan: &Plan) -> Result<(), Misread> {
        let mut seen = BTreeSet::new();
        for saved in self.0 {
            let row = saved.into_model();
            if !seen.insert(row.id()) {
                return Err(Misread::Content(PatchError::Duplicate(row.id().into())));
            }
            patch.put(plan, row);
        }
        Ok(())
    }
}

impl<'de, S: Deserialize<'de>> Deserialize<'de> for Rows<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_seq(scalars::AtMost { limit: MAX_TABLE_ROWS, what: Expected::ShortTable, entry: PhantomData })
            .map(Self)
    }
}

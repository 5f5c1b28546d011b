//! Version 2 of the plan file: the types as they are written.
//!
//! Nothing outside `store` knows them, and they know nothing of files: text goes in and out. What is as it was in version
//! 1 is taken from there. Once this version has been handed out it is frozen as well, and a change of what is written
//! needs a new version beside this one.

mod bodies;
mod comments;
mod delegates;
mod documents;
mod events;
mod fields;
mod header;
mod items;
mod kinds;
mod papers;
mod people;
mod podium;
mod posts;
mod ranks;
mod releases;
mod requests;
mod rooms;
mod sessions;
mod statements;
mod teams;
mod topics;
mod youth;

use serde::{Deserialize, Serialize};

use super::saved::{
    Misread, ReadFile, ReadRow, Rows, Tables, WrittenRow, file, json, layout, saved_patch, tell_sides, undecided,
};
use super::version_1::rules;
use super::version_1::scalars::Prose;
use crate::model::{HeaderChange, Id, Patch, Plan};
use header::Header;

/// What the field `version` says in files of this version.
pub const VERSION: u64 = 2;

/// Calls `$do!` with every table and its row, in the order of the file.
macro_rules! with_tables {
    ($do:ident) => {
        $do! {
            kinds: kinds::OwnKind,
            fields: fields::OwnField,
            ranks: ranks::OwnRank,
            events: events::Event,
            bodies: bodies::Body,
            rooms: rooms::Room,
            people: people::Person,
            topics: topics::Topic,
            documents: documents::Document,
            sessions: sessions::Session,
            statements: statements::Statement,
            items: items::AgendaItem,
            posts: posts::Post,
            teams: teams::Team,
            delegates: delegates::Delegate,
            requests: requests::RoomRequest,
            notes: papers::Note,
            rules: rules::RuleChoice,
            waivers: rules::Waiver,
            releases: releases::Release,
            records: releases::ChangeRecord,
            comments: comments::Comment,
        }
    };
}

macro_rules! written {
    ($($table:ident: $row:ty),* $(,)?) => {
        /// Every table under its name.
        fn write_tables(plan: &Plan, into: &mut impl Tables) {
            $(into.table::<$row>(stringify!($table), plan);)*
        }
    };
}

/// A file of this version also holds what is undecided.
macro_rules! file_2 {
    ($($tables:tt)*) => {
        file! { with (undecided: SavedUndecided): $($tables)* }
    };
}

with_tables!(file_2);
with_tables!(undecided);
with_tables!(written);
with_tables!(saved_patch);

/// Writes a plan as the text of a plan file: one row a block, one field a line, rows in the order of their ids.
pub(super) fn text_from_plan(plan: &Plan) -> String {
    let mut writer = layout::Writer::begin(VERSION, &Header::from_model(plan.header()));
    write_tables(plan, &mut writer);
    if !plan.undecided().is_empty() {
        writer.undecided(&SavedUndecided::from_patch(plan.undecided()));
    }
    writer.end()
}

/// Writes a plan as JSON: the same words, one row a line.
pub(super) fn json_from_plan(plan: &Plan) -> String {
    let mut writer = json::Writer::begin(VERSION, &Header::from_model(plan.header()));
    write_tables(plan, &mut writer);
    if !plan.undecided().is_empty() {
        writer.undecided(&SavedUndecided::from_patch(plan.undecided()));
    }
    writer.end()
}

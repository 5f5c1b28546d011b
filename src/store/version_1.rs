//! Version 1 of the plan file, frozen: it is read, and written no more.
//!
//! Its types look like the model's and are not: the model may change, a file of version 1 may not. What has not changed
//! since, later versions take from here. What has (sessions, notes) is here for reading only.

pub(super) mod events;
pub(super) mod header;
pub(super) mod kinds;
pub(super) mod papers;
pub(super) mod people;
pub(super) mod rules;
pub(super) mod scalars;
pub(super) mod sessions;

use serde::Deserialize;

use self::header::Header;
use self::scalars::Prose;
use super::saved::{Misread, ReadFile, Rows, file};
use crate::model::{Patch, Plan};

/// What the field `version` says in files of this version.
pub(super) const VERSION: u64 = 1;

file! {
    events: events::Event,
    bodies: people::Body,
    rooms: people::Room,
    people: people::Person,
    topics: papers::Topic,
    documents: papers::Document,
    sessions: sessions::Session,
    statements: sessions::Statement,
    notes: papers::Note,
    rules: rules::RuleChoice,
    waivers: rules::Waiver,
}

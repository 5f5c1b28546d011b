//! What names mean that are almost those of the plan, as somebody says.

use std::collections::BTreeMap;

use super::field::Field;
use super::names::key;
use crate::model::{BodyId, PersonId, RoomId};

/// What a name in a table means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meant {
    /// Something that the plan does not have yet, or that is left out.
    New,
    /// This room.
    Room(RoomId),
    /// This person.
    Person(PersonId),
    /// This body.
    Body(BodyId),
    /// What has this name in another row of the table, and is new as well.
    Called(String),
}

/// A name that the plan does not know, though it knows one almost like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// Where it stands.
    pub field: Field,
    /// The name.
    pub name: String,
    /// What it may mean, the likeliest first.
    pub near: Vec<Meant>,
}

/// What was answered, once for all rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meanings(BTreeMap<(Field, String), (String, Meant)>);

impl Meanings {
    /// Takes an answer.
    pub fn give(&mut self, unclear: &Unclear, meant: Meant) {
        self.0.insert((unclear.field, key(&unclear.name)), (unclear.name.clone(), meant));
    }

    /// What was answered.
    #[must_use]
    pub fn of(&self, field: Field, name: &str) -> Option<&Meant> {
        self.0.get(&(field, key(name))).map(|(_, meant)| meant)
    }

    /// The name under which something in the table comes: the one that another row has for it, where somebody said so.
    #[must_use]
    pub fn name<'a>(&'a self, field: Field, name: &'a str) -> &'a str {
        if let Some(Meant::Called(other)) = self.of(field, name) { other } else { name }
    }

    /// All names with what they mean.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Meant)> {
        self.0.values().map(|(name, meant)| (name.as_str(), meant))
    }
}

//! People as they are written.

use serde::{Deserialize, Serialize};

use super::fields::Own;
use super::kinds::Gender;
use super::ranks::Rank;
use super::rooms::Absence;
use crate::model::{self, BodyId, PersonId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, Prose, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    id: PersonId,
    #[serde(default, skip_serializing_if = "is_default")]
    address: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    name: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    function: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    represents: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    region: Option<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    gender: Option<Gender>,
    #[serde(default, skip_serializing_if = "is_default")]
    rank: Rank,
    #[serde(default, skip_serializing_if = "is_default")]
    away: List<Absence>,
    #[serde(default, skip_serializing_if = "is_default")]
    contact: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    came_as: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    own: List<Own>,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for Person {
    type Model = model::Person;

    fn into_model(self) -> model::Person {
        model::Person {
            id: self.id,
            address: self.address.0,
            name: self.name.0,
            function: self.function.0,
            represents: self.represents.0,
            region: self.region,
            gender: self.gender.map(Into::into),
            rank: self.rank.into(),
            away: Absence::list_into_model(self.away),
            contact: self.contact.0,
            came_as: self.came_as.0,
            own: Own::list_into_model(self.own),
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for Person {
    fn from_model(row: &model::Person) -> Self {
        Self {
            id: row.id,
            address: (&row.address).into(),
            name: (&row.name).into(),
            function: (&row.function).into(),
            represents: (&row.represents).into(),
            region: row.region,
            gender: row.gender.map(Into::into),
            rank: row.rank.into(),
            away: Absence::list_from_model(&row.away),
            contact: (&row.contact).into(),
            came_as: (&row.came_as).into(),
            own: Own::list_from_model(&row.own),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

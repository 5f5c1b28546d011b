//! Bodies, rooms and people as they are written.

use serde::{Deserialize, Serialize};

use super::kinds::{BodyKind, OfficeRole, Rank};
use super::papers::Source;
use super::scalars::{List, LocalText, Prose, Written, is_default};
use crate::model::zone::Tz;
use crate::model::{self, BodyId, DocumentId, EventId, PersonId, PostId, RoomId};
use crate::store::saved::ReadRow;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Body {
    id: BodyId,
    kind: BodyKind,
    #[serde(default, skip_serializing_if = "is_default")]
    code: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    parent: Option<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    officers: List<Office>,
    #[serde(default, skip_serializing_if = "is_default")]
    set_up_at: Option<EventId>,
    #[serde(default, skip_serializing_if = "is_default")]
    report: Option<DocumentId>,
    #[serde(default, skip_serializing_if = "is_default")]
    zone: Option<Written<Tz>>,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Office {
    pub person: PersonId,
    pub role: OfficeRole,
}

impl Office {
    /// The posts of a body whose officers stood in its own row.
    pub fn posts(officers: &List<Self>, body: BodyId) -> Vec<model::Post> {
        let stem = format!("office-{}-", &model::fingerprint(body.as_str())[..8]);
        let post = |(office, number): (&Self, u32)| {
            model::Post::held(PostId::numbered(&stem, number, |_| false), body, office.role.into(), office.person)
        };
        officers.0.iter().zip(1..).map(post).collect()
    }
}

impl ReadRow for Body {
    type Model = model::Body;

    fn into_model(self) -> model::Body {
        model::Body {
            id: self.id,
            kind: self.kind.into(),
            code: self.code.into_model(),
            title: self.title.into_model(),
            parent: self.parent,
            set_up_at: self.set_up_at,
            report: self.report,
            zone: self.zone.map(|zone| zone.0),
            cities: Vec::new(),
            own: model::OwnValues::NONE,
            sources: Source::list_into_model(self.sources),
        }
    }

    fn posts(&self) -> Vec<model::Post> {
        Office::posts(&self.officers, self.id)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Room {
    id: RoomId,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    place: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    capacity: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    booths: u8,
    #[serde(default, skip_serializing_if = "is_default", rename = "virtual")]
    is_virtual: bool,
    #[serde(default, skip_serializing_if = "is_default", rename = "shared")]
    is_shared: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    order: i32,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for Room {
    type Model = model::Room;

    fn into_model(self) -> model::Room {
        model::Room {
            place: self.place.0,
            capacity: self.capacity,
            booths: self.booths,
            is_virtual: self.is_virtual,
            is_shared: self.is_shared,
            order: self.order,
            own: model::OwnValues::NONE,
            sources: Source::list_into_model(self.sources),
            ..model::Room::new(self.id, self.title.into_model())
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Person {
    id: PersonId,
    #[serde(default)]
    name: Prose,
    #[serde(default)]
    function: Prose,
    #[serde(default)]
    represents: Prose,
    #[serde(default)]
    region: Option<BodyId>,
    #[serde(default)]
    rank: Rank,
    #[serde(default)]
    contact: Prose,
    #[serde(default)]
    sources: List<Source>,
}

impl ReadRow for Person {
    type Model = model::Person;

    fn into_model(self) -> model::Person {
        model::Person {
            id: self.id,
            address: String::new(),
            name: self.name.0,
            function: self.function.0,
            represents: self.represents.0,
            region: self.region,
            gender: None,
            rank: self.rank.into(),
            away: Vec::new(),
            contact: self.contact.0,
            came_as: String::new(),
            own: model::OwnValues::NONE,
            sources: Source::list_into_model(self.sources),
        }
    }
}

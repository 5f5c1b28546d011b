//! What sessions name in a programme: events, rooms, bodies, people, topics, documents.

use crate::exchange::words::Words;
use crate::model::zone::Tz;
use crate::model::{
    BodyId, BodyKind, DocumentId, EventDates, EventId, EventKind, PersonId, RoomId, TopicId, TopicKind,
};

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name in the plan.
    pub id: EventId,
    /// What sort of event it is.
    pub kind: EventKind,
    /// Short name; may be empty.
    pub code: Words,
    /// Full name.
    pub title: Words,
    /// When it is.
    pub dates: EventDates,
    /// City and country; may be empty.
    pub place: Words,
    /// The city that its zone is named after, where it is held there; else empty.
    pub city: Words,
    /// What it is about and what came out; may be empty.
    pub description: Words,
    /// Its own zone.
    pub zone: Tz,
}

/// A room.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// Its name in the plan.
    pub id: RoomId,
    /// What delegates call it.
    pub title: Words,
    /// Building or city; may be empty.
    pub place: String,
    /// Seats, if known.
    pub capacity: Option<u32>,
    /// Interpretation booths.
    pub booths: u8,
    /// Whether people meet there online.
    pub is_virtual: bool,
}

/// What meets.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its name in the plan.
    pub id: BodyId,
    /// What sort of body it is.
    pub kind: BodyKind,
    /// Short name, such as `COM3`; the full name where it has none.
    pub code: Words,
    /// Full name.
    pub title: Words,
    /// What it is part of, the nearest first: a group of a committee.
    pub above: Vec<BodyId>,
}

/// Somebody who has a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Their name in the plan file.
    pub id: PersonId,
    /// How they are addressed; may be empty.
    pub address: String,
    /// Their name as printed.
    pub name: String,
    /// Function or title; may be empty.
    pub function: String,
    /// Member State or organization they speak for; may be empty.
    pub represents: String,
    /// Rank in protocol; only for the team.
    pub rank: Option<Words>,
    /// E-mail or telephone; empty unless the programme is internal.
    pub contact: String,
}

/// A topic or an item of an agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its name in the plan.
    pub id: TopicId,
    /// What sort of topic it is.
    pub kind: TopicKind,
    /// Short name, such as `ASP 1`.
    pub code: String,
    /// Full name.
    pub title: Words,
}

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its name in the plan.
    pub id: DocumentId,
    /// Its symbol as printed.
    pub symbol: String,
    /// What it is.
    pub title: Words,
    /// Where to read it; empty, or http(s).
    pub link: String,
}

impl Person {
    /// Their name, with how they are addressed: `H.E. Ms Perera`.
    #[must_use]
    pub fn addressed(&self) -> String {
        if self.address.is_empty() { self.name.clone() } else { format!("{} {}", self.address, self.name) }
    }

    /// Their name, with whom they speak for and how they are reached, as far as that is told: `Ms Perera (Sri Lanka)`.
    #[must_use]
    pub fn with_affiliation(&self) -> String {
        let known: Vec<&str> =
            [&*self.represents, &*self.contact].into_iter().filter(|text| !text.is_empty()).collect();
        if known.is_empty() { self.name.clone() } else { format!("{} ({})", self.name, known.join(", ")) }
    }
}

impl Event {
    /// Its short name, or its full one where it has none.
    #[must_use]
    pub fn short(&self) -> &Words {
        if self.code.is_empty() { &self.title } else { &self.code }
    }

    /// Its short name and its full one: `IRM-1, First interregional meeting`.
    #[must_use]
    pub fn long(&self) -> Words {
        let mut long = Words::default();
        for (language, title) in self.title.iter() {
            let code = self.code.get(language);
            long.push(
                language,
                if code.is_empty() || code == title { title.to_owned() } else { format!("{code}, {title}") },
            );
        }
        if long.is_empty() { self.code.clone() } else { long }
    }
}

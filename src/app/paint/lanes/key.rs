//! Which lanes there are, and in which of them a session stands.

use serde::{Deserialize, Serialize};

use crate::model::{BodyId, EventId, Kind, Language, LocalText, Plan, RoomId, Session, SessionKind};

/// What lanes stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum LanesBy {
    /// Rooms.
    #[default]
    Room,
    /// Bodies.
    Body,
    /// Kinds of session.
    Kind,
    /// Events.
    Event,
}

impl LanesBy {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Room, Self::Body, Self::Kind, Self::Event];
}

/// What one lane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneKey {
    /// A room.
    Room(RoomId),
    /// Sessions that take no room.
    NoRoom,
    /// A body.
    Body(BodyId),
    /// Sessions of no body.
    NoBody,
    /// A kind of session.
    Kind(Kind),
    /// An event.
    Event(EventId),
    /// What concerns everybody: a band across all lanes.
    Everybody,
}

impl LaneKey {
    /// Whether it stands for a room, or for having none.
    #[must_use]
    pub fn is_of_rooms(self) -> bool {
        matches!(self, Self::Room(_) | Self::NoRoom)
    }

    /// The lanes of these rooms.
    #[must_use]
    pub fn of_rooms(rooms: &[RoomId]) -> Vec<Self> {
        if rooms.is_empty() { vec![Self::NoRoom] } else { rooms.iter().map(|&room| Self::Room(room)).collect() }
    }

    /// The lanes in which a session stands.
    #[must_use]
    pub fn of_session(session: &Session, by: LanesBy) -> Vec<Self> {
        if session.kind == SessionKind::Break {
            return vec![Self::Everybody];
        }
        let or = |keys: Vec<Self>, none: Self| if keys.is_empty() { vec![none] } else { keys };
        match by {
            LanesBy::Room => Self::of_rooms(session.rooms()),
            LanesBy::Body => or(session.bodies.iter().map(|&body| Self::Body(body)).collect(), Self::NoBody),
            LanesBy::Kind => vec![Self::Kind(session.called())],
            LanesBy::Event => vec![Self::Event(session.event)],
        }
    }

    /// What it stands for, in the plan's own words; empty where the screen has the word.
    #[must_use]
    pub fn title(self, plan: &Plan, language: Language) -> String {
        let short = |code: &LocalText, title: &LocalText| {
            let code = code.get(language);
            if code.is_empty() { title.get(language).to_owned() } else { code.to_owned() }
        };
        match self {
            Self::Room(id) => plan.rooms().get(id).map(|room| room.title.get(language).to_owned()),
            Self::Body(id) => plan.bodies().get(id).map(|body| short(&body.code, &body.title)),
            Self::Event(id) => plan.events().get(id).map(|event| short(&event.code, &event.title)),
            Self::Kind(Kind::Own(id)) => plan.kinds().get(id).map(|kind| kind.title.get(language).to_owned()),
            Self::NoRoom | Self::NoBody | Self::Kind(_) | Self::Everybody => None,
        }
        .unwrap_or_default()
    }
}

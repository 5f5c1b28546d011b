//! Sessions and statements as they are written.

use serde::{Deserialize, Serialize};

use super::kinds::{Role, SessionKind, Status};
use super::papers::Source;
use super::scalars::{List, LocalText, Minutes, Prose, Written, is_default};
use crate::model::{
    self, BodyId, CivilTime, DocumentId, EventId, Language, LanguageSet, Length, PersonId, RoomId, SessionId,
    StatementId, TextState, TopicId,
};
use crate::store::saved::ReadRow;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Session {
    id: SessionId,
    event: EventId,
    kind: SessionKind,
    #[serde(default)]
    title: LocalText,
    #[serde(default)]
    bodies: List<BodyId>,
    #[serde(default)]
    placement: Option<Placement>,
    /// Left out where it is what [`usual_length`] says.
    #[serde(default)]
    planned_length_mins: Option<Minutes>,
    #[serde(default)]
    pinned: bool,
    #[serde(default)]
    status: Status,
    #[serde(default)]
    languages: Written<LanguageSet>,
    #[serde(default)]
    people: List<Participation>,
    #[serde(default)]
    documents: List<DocumentId>,
    #[serde(default)]
    topics: List<TopicId>,
    #[serde(default)]
    after: List<SessionId>,
    #[serde(default)]
    expected_attendance: Option<u32>,
    #[serde(default)]
    link: Prose,
    #[serde(default)]
    webcast: bool,
    #[serde(default)]
    captioned: bool,
    #[serde(default)]
    remarks: Prose,
    #[serde(default)]
    sources: List<Source>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Placement {
    start: Written<CivilTime>,
    length_mins: Minutes,
    #[serde(default, skip_serializing_if = "is_default")]
    rooms: List<RoomId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Participation {
    person: PersonId,
    role: Role,
}

/// The planned length that need not be written: as long as the session is, or one hour while it is not placed.
pub(in crate::store) fn usual_length(placement: Option<&model::Placement>) -> Length {
    placement.map_or(Length::HOUR, |placement| placement.length)
}

impl Placement {
    pub(in crate::store) fn from_model(placement: &model::Placement) -> Self {
        Self {
            start: Written(placement.start),
            length_mins: Minutes(placement.length),
            rooms: List(placement.rooms.clone()),
        }
    }

    pub(in crate::store) fn into_model(self) -> model::Placement {
        model::Placement { start: self.start.0, length: self.length_mins.0, rooms: self.rooms.0 }
    }
}

impl Participation {
    fn list_into_model(people: List<Self>) -> Vec<model::Participation> {
        let part = |part: Self| model::Participation { person: part.person, role: part.role.into() };
        people.0.into_iter().map(part).collect()
    }
}

impl ReadRow for Session {
    type Model = model::Session;

    fn into_model(self) -> model::Session {
        let placement = self.placement.map(Placement::into_model);
        let usual = usual_length(placement.as_ref());
        model::Session {
            id: self.id,
            event: self.event,
            kind: self.kind.into(),
            own_kind: None,
            title: self.title.into_model(),
            bodies: self.bodies.0,
            placement,
            planned_length: self.planned_length_mins.map_or(usual, |length| length.0),
            wish: model::Wish::default(),
            pinned: self.pinned,
            status: self.status.into(),
            number: None,
            held: None,
            podium: model::Podium::default(),
            issued: None,
            agenda_adopted: None,
            agenda_continues: None,
            pause_secs: model::SessionKind::from(self.kind).usual_pause_secs(),
            languages: self.languages.0,
            teams: Vec::new(),
            people: Participation::list_into_model(self.people),
            documents: self.documents.0,
            topics: self.topics.0,
            after: self.after.0,
            expected_attendance: self.expected_attendance,
            concerns: None,
            elements: model::YouthElements::EMPTY,
            groups: Vec::new(),
            link: self.link.0,
            webcast: self.webcast,
            captioned: self.captioned,
            is_reserved: false,
            own: model::OwnValues::default(),
            arrived: None,
            remarks: self.remarks.0,
            sources: Source::list_into_model(self.sources),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Statement {
    id: StatementId,
    speaker: PersonId,
    #[serde(default)]
    session: Option<SessionId>,
    #[serde(default)]
    order: i32,
    length_secs: u32,
    #[serde(default)]
    requested: Option<Written<CivilTime>>,
    #[serde(default)]
    text_received: bool,
    #[serde(default)]
    language: Option<Written<Language>>,
    #[serde(default)]
    remarks: Prose,
    #[serde(default)]
    sources: List<Source>,
}

impl ReadRow for Statement {
    type Model = model::Statement;

    fn into_model(self) -> model::Statement {
        model::Statement {
            session: self.session,
            order: self.order,
            length_secs: self.length_secs,
            requested: self.requested.map(|time| time.0),
            text: if self.text_received { TextState::Received } else { TextState::Missing },
            language: self.language.map(|language| language.0),
            remarks: self.remarks.0,
            sources: Source::list_into_model(self.sources),
            ..model::Statement::new(self.id, self.speaker)
        }
    }
}

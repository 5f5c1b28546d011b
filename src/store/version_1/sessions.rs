//! Sessions and statements as they are written.

use serde::{Deserialize, Serialize};

use super::SavedRow;
use super::kinds::{Role, SessionKind, Status};
use super::papers::Source;
use super::scalars::{List, LocalText, Minutes, Prose, Written, is_default};
use crate::model::{
    self, BodyId, CivilTime, DocumentId, EventId, Language, LanguageSet, Length, PersonId, RoomId, SessionId,
    StatementId, TopicId,
};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Session {
    id: SessionId,
    event: EventId,
    kind: SessionKind,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    bodies: List<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    placement: Option<Placement>,
    /// Left out where it is what [`usual_length`] says.
    #[serde(default, skip_serializing_if = "is_default")]
    planned_length_mins: Option<Minutes>,
    #[serde(default, skip_serializing_if = "is_default")]
    pinned: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    status: Status,
    #[serde(default, skip_serializing_if = "is_default")]
    languages: Written<LanguageSet>,
    #[serde(default, skip_serializing_if = "is_default")]
    people: List<Participation>,
    #[serde(default, skip_serializing_if = "is_default")]
    documents: List<DocumentId>,
    #[serde(default, skip_serializing_if = "is_default")]
    topics: List<TopicId>,
    #[serde(default, skip_serializing_if = "is_default")]
    after: List<SessionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    expected_attendance: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    link: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    webcast: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    captioned: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    remarks: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Placement {
    start: Written<CivilTime>,
    length_mins: Minutes,
    #[serde(default, skip_serializing_if = "is_default")]
    rooms: List<RoomId>,
}

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Participation {
    person: PersonId,
    role: Role,
}

/// The planned length that need not be written: as long as the session is, or one hour while it is not placed.
fn usual_length(placement: Option<&model::Placement>) -> Length {
    placement.map_or(Length::HOUR, |placement| placement.length)
}

impl SavedRow for Session {
    type Model = model::Session;

    fn from_model(row: &model::Session) -> Self {
        let placement = |placement: &model::Placement| Placement {
            start: Written(placement.start),
            length_mins: Minutes(placement.length),
            rooms: List(placement.rooms.clone()),
        };
        let part = |part: &model::Participation| Participation { person: part.person, role: part.role.into() };
        let usual = usual_length(row.placement.as_ref());
        Self {
            id: row.id,
            event: row.event,
            kind: row.kind.into(),
            title: LocalText::from_model(&row.title),
            bodies: List(row.bodies.clone()),
            placement: row.placement.as_ref().map(placement),
            planned_length_mins: (row.planned_length != usual).then_some(Minutes(row.planned_length)),
            pinned: row.pinned,
            status: row.status.into(),
            languages: Written(row.languages),
            people: List(row.people.iter().map(part).collect()),
            documents: List(row.documents.clone()),
            topics: List(row.topics.clone()),
            after: List(row.after.clone()),
            expected_attendance: row.expected_attendance,
            link: (&row.link).into(),
            webcast: row.webcast,
            captioned: row.captioned,
            remarks: (&row.remarks).into(),
            sources: Source::list_from_model(&row.sources),
        }
    }

    fn into_model(self) -> model::Session {
        let placement = self.placement.map(|placement| model::Placement {
            start: placement.start.0,
            length: placement.length_mins.0,
            rooms: placement.rooms.0,
        });
        let part = |part: Participation| model::Participation { person: part.person, role: part.role.into() };
        let usual = usual_length(placement.as_ref());
        model::Session {
            id: self.id,
            event: self.event,
            kind: self.kind.into(),
            title: self.title.into_model(),
            bodies: self.bodies.0,
            placement,
            planned_length: self.planned_length_mins.map_or(usual, |length| length.0),
            pinned: self.pinned,
            status: self.status.into(),
            languages: self.languages.0,
            people: self.people.0.into_iter().map(part).collect(),
            documents: self.documents.0,
            topics: self.topics.0,
            after: self.after.0,
            expected_attendance: self.expected_attendance,
            link: self.link.0,
            webcast: self.webcast,
            captioned: self.captioned,
            remarks: self.remarks.0,
            sources: Source::list_into_model(self.sources),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Statement {
    id: StatementId,
    speaker: PersonId,
    #[serde(default, skip_serializing_if = "is_default")]
    session: Option<SessionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    order: i32,
    length_secs: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    requested: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    text_received: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    language: Option<Written<Language>>,
    #[serde(default, skip_serializing_if = "is_default")]
    remarks: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl SavedRow for Statement {
    type Model = model::Statement;

    fn from_model(row: &model::Statement) -> Self {
        Self {
            id: row.id,
            speaker: row.speaker,
            session: row.session,
            order: row.order,
            length_secs: row.length_secs,
            requested: row.requested.map(Written),
            text_received: row.text_received,
            language: row.language.map(Written),
            remarks: (&row.remarks).into(),
            sources: Source::list_from_model(&row.sources),
        }
    }

    fn into_model(self) -> model::Statement {
        model::Statement {
            id: self.id,
            speaker: self.speaker,
            session: self.session,
            order: self.order,
            length_secs: self.length_secs,
            requested: self.requested.map(|time| time.0),
            text_received: self.text_received,
            language: self.language.map(|language| language.0),
            remarks: self.remarks.0,
            sources: Source::list_into_model(self.sources),
        }
    }
}

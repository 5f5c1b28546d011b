//! Sessions as they are written.

use serde::{Deserialize, Serialize};

use super::kinds::{SessionKind, Status};
use crate::model::{self, BodyId, DocumentId, EventId, LanguageSet, SessionId, TopicId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, Minutes, Prose, Written, is_default};
use crate::store::version_1::sessions::{Participation, Placement, usual_length};

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

impl ReadRow for Session {
    type Model = model::Session;

    fn into_model(self) -> model::Session {
        let placement = self.placement.map(Placement::into_model);
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
            people: Participation::list_into_model(self.people),
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

impl WrittenRow for Session {
    fn from_model(row: &model::Session) -> Self {
        let usual = usual_length(row.placement.as_ref());
        Self {
            id: row.id,
            event: row.event,
            kind: row.kind.into(),
            title: LocalText::from_model(&row.title),
            bodies: List(row.bodies.clone()),
            placement: row.placement.as_ref().map(Placement::from_model),
            planned_length_mins: (row.planned_length != usual).then_some(Minutes(row.planned_length)),
            pinned: row.pinned,
            status: row.status.into(),
            languages: Written(row.languages),
            people: Participation::list_from_model(&row.people),
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
}

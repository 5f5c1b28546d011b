//! Requests for rooms as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kinds::{Purpose, RequestAnswer};
use crate::model::{self, BodyId, CivilTime, EventId, RoomRequestId, SessionId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, Minutes, Prose, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoomRequest {
    id: RoomRequestId,
    event: EventId,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    purpose: Purpose,
    #[serde(default, skip_serializing_if = "is_default")]
    asked_by: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    body: Option<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    contact: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    start: Option<Written<CivilTime>>,
    length_mins: Minutes,
    #[serde(default, skip_serializing_if = "is_default")]
    headcount: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    is_public: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    received: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    answer: RequestAnswer,
    #[serde(default, skip_serializing_if = "is_default")]
    answered: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    reason: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    session: Option<SessionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    remarks: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for RoomRequest {
    type Model = model::RoomRequest;

    fn into_model(self) -> model::RoomRequest {
        model::RoomRequest {
            id: self.id,
            event: self.event,
            title: self.title.into_model(),
            purpose: self.purpose.into(),
            asked_by: self.asked_by.0,
            body: self.body,
            contact: self.contact.0,
            start: self.start.map(|time| time.0),
            length: self.length_mins.0,
            headcount: self.headcount,
            is_public: self.is_public,
            received: self.received.map(|time| time.0),
            answer: self.answer.into(),
            answered: self.answered.map(|day| day.0),
            reason: self.reason.0,
            session: self.session,
            remarks: self.remarks.0,
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for RoomRequest {
    fn from_model(row: &model::RoomRequest) -> Self {
        Self {
            id: row.id,
            event: row.event,
            title: LocalText::from_model(&row.title),
            purpose: row.purpose.into(),
            asked_by: (&row.asked_by).into(),
            body: row.body,
            contact: (&row.contact).into(),
            start: row.start.map(Written),
            length_mins: Minutes(row.length),
            headcount: row.headcount,
            is_public: row.is_public,
            received: row.received.map(Written),
            answer: row.answer.into(),
            answered: row.answered.map(Written),
            reason: (&row.reason).into(),
            session: row.session,
            remarks: (&row.remarks).into(),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

//! Releases, and what is noted of changes between them, as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kinds::{ChangedPart, ReleaseStage};
use crate::model::{self, BodyId, CivilTime, RecordId, ReleaseId, SessionId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::scalars::{Prose, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Release {
    id: ReleaseId,
    number: u32,
    made: Written<NaiveDate>,
    #[serde(default, skip_serializing_if = "is_default")]
    label: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    note: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    by: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    stage: ReleaseStage,
    #[serde(default, skip_serializing_if = "is_default")]
    body: Option<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    meeting: Option<SessionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    approved: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    symbol: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    issued: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    content: Prose,
}

impl ReadRow for Release {
    type Model = model::Release;

    fn into_model(self) -> model::Release {
        model::Release {
            id: self.id,
            number: self.number,
            made: self.made.0,
            label: self.label.0,
            note: self.note.0,
            by: self.by.0,
            stage: self.stage.into(),
            body: self.body,
            meeting: self.meeting,
            approved: self.approved.map(|day| day.0),
            symbol: self.symbol.0,
            issued: self.issued.map(|day| day.0),
            content: self.content.0,
        }
    }
}

impl WrittenRow for Release {
    fn from_model(row: &model::Release) -> Self {
        Self {
            id: row.id,
            number: row.number,
            made: Written(row.made),
            label: (&row.label).into(),
            note: (&row.note).into(),
            by: (&row.by).into(),
            stage: row.stage.into(),
            body: row.body,
            meeting: row.meeting,
            approved: row.approved.map(Written),
            symbol: (&row.symbol).into(),
            issued: row.issued.map(Written),
            content: (&row.content).into(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeRecord {
    id: RecordId,
    session: SessionId,
    #[serde(default, skip_serializing_if = "is_default")]
    since: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    part: ChangedPart,
    #[serde(default, skip_serializing_if = "is_default")]
    requested_by: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    decided_by: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    reason: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    chair_told: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    interpreters_told: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    rooms_told: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    webcast_told: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    catering_told: Option<Written<CivilTime>>,
}

impl ReadRow for ChangeRecord {
    type Model = model::ChangeRecord;

    fn into_model(self) -> model::ChangeRecord {
        let time = |time: Option<Written<CivilTime>>| time.map(|time| time.0);
        model::ChangeRecord {
            id: self.id,
            session: self.session,
            since: self.since,
            part: self.part.into(),
            requested_by: self.requested_by.0,
            decided_by: self.decided_by.0,
            reason: self.reason.0,
            chair_told: time(self.chair_told),
            interpreters_told: time(self.interpreters_told),
            rooms_told: time(self.rooms_told),
            webcast_told: time(self.webcast_told),
            catering_told: time(self.catering_told),
        }
    }
}

impl WrittenRow for ChangeRecord {
    fn from_model(row: &model::ChangeRecord) -> Self {
        Self {
            id: row.id,
            session: row.session,
            since: row.since,
            part: row.part.into(),
            requested_by: (&row.requested_by).into(),
            decided_by: (&row.decided_by).into(),
            reason: (&row.reason).into(),
            chair_told: row.chair_told.map(Written),
            interpreters_told: row.interpreters_told.map(Written),
            rooms_told: row.rooms_told.map(Written),
            webcast_told: row.webcast_told.map(Written),
            catering_told: row.catering_told.map(Written),
        }
    }
}

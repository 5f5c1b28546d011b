//! Posts as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kinds::Designation;
use crate::model::{self, BodyId, Language, PersonId, PostId, SessionId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::kinds::OfficeRole;
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, Prose, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Post {
    id: PostId,
    body: BodyId,
    role: OfficeRole,
    #[serde(default, skip_serializing_if = "is_default")]
    kept_for: Option<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    language: Option<Written<Language>>,
    #[serde(default, skip_serializing_if = "is_default")]
    person: Option<PersonId>,
    #[serde(default, skip_serializing_if = "is_default")]
    designation: Designation,
    #[serde(default, skip_serializing_if = "is_default")]
    asked: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    reminded: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    received: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    confirmed: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    owner: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    due: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    proposed_by: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    decided_at: Option<SessionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    remarks: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for Post {
    type Model = model::Post;

    fn into_model(self) -> model::Post {
        model::Post {
            id: self.id,
            body: self.body,
            role: self.role.into(),
            kept_for: self.kept_for,
            language: self.language.map(|language| language.0),
            person: self.person,
            designation: self.designation.into(),
            asked: self.asked.map(|day| day.0),
            reminded: self.reminded.map(|day| day.0),
            received: self.received.map(|day| day.0),
            confirmed: self.confirmed.map(|day| day.0),
            owner: self.owner.0,
            due: self.due.map(|day| day.0),
            proposed_by: self.proposed_by.0,
            decided_at: self.decided_at,
            remarks: self.remarks.0,
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for Post {
    fn from_model(row: &model::Post) -> Self {
        Self {
            id: row.id,
            body: row.body,
            role: row.role.into(),
            kept_for: row.kept_for,
            language: row.language.map(Written),
            person: row.person,
            designation: row.designation.into(),
            asked: row.asked.map(Written),
            reminded: row.reminded.map(Written),
            received: row.received.map(Written),
            confirmed: row.confirmed.map(Written),
            owner: (&row.owner).into(),
            due: row.due.map(Written),
            proposed_by: (&row.proposed_by).into(),
            decided_at: row.decided_at,
            remarks: (&row.remarks).into(),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

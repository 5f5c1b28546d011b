//! Delegates as they are written.

use serde::{Deserialize, Serialize};

use super::kinds::StakeholderGroup;
use crate::model::{self, BodyId, CivilTime, DelegateId, EventId, PersonId, SessionId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, Prose, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Delegate {
    id: DelegateId,
    #[serde(default, skip_serializing_if = "is_default")]
    represents: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    function: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    person: Option<PersonId>,
    #[serde(default, skip_serializing_if = "is_default")]
    event: Option<EventId>,
    #[serde(default, skip_serializing_if = "is_default")]
    group: Option<StakeholderGroup>,
    #[serde(default, skip_serializing_if = "is_default")]
    interests: List<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    from: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    until: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    attends: List<SessionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    order: i32,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for Delegate {
    type Model = model::Delegate;

    fn into_model(self) -> model::Delegate {
        model::Delegate {
            id: self.id,
            represents: self.represents.0,
            function: self.function.0,
            person: self.person,
            event: self.event,
            group: self.group.map(Into::into),
            interests: self.interests.0,
            from: self.from.map(|time| time.0),
            until: self.until.map(|time| time.0),
            attends: self.attends.0,
            order: self.order,
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for Delegate {
    fn from_model(row: &model::Delegate) -> Self {
        Self {
            id: row.id,
            represents: (&row.represents).into(),
            function: (&row.function).into(),
            person: row.person,
            event: row.event,
            group: row.group.map(Into::into),
            interests: List(row.interests.clone()),
            from: row.from.map(Written),
            until: row.until.map(Written),
            attends: List(row.attends.clone()),
            order: row.order,
            sources: Source::list_from_model(&row.sources),
        }
    }
}

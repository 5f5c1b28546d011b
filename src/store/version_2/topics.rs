//! Topics as they are written.

use serde::{Deserialize, Serialize};

use super::fields::Own;
use super::kinds::TopicState;
use crate::model::{self, BodyId, DocumentId, EventId, PersonId, TopicId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::kinds::TopicKind;
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, Prose, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    id: TopicId,
    kind: TopicKind,
    #[serde(default, skip_serializing_if = "is_default")]
    code: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    objective: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    region: Option<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    event: Option<EventId>,
    #[serde(default, skip_serializing_if = "is_default")]
    group: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    state: Option<TopicState>,
    #[serde(default, skip_serializing_if = "is_default")]
    needs_consensus: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    facilitator: Option<PersonId>,
    #[serde(default, skip_serializing_if = "is_default")]
    facilitated_by: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    current_text: Option<DocumentId>,
    #[serde(default, skip_serializing_if = "is_default")]
    supported_by: List<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    amended_by: List<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    opposed_by: List<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    own: List<Own>,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for Topic {
    type Model = model::Topic;

    fn into_model(self) -> model::Topic {
        model::Topic {
            id: self.id,
            kind: self.kind.into(),
            code: self.code.0,
            title: self.title.into_model(),
            objective: self.objective.into_model(),
            region: self.region,
            event: self.event,
            group: self.group.into_model(),
            state: self.state.map(Into::into),
            needs_consensus: self.needs_consensus,
            facilitator: self.facilitator,
            facilitated_by: self.facilitated_by.0,
            text: self.current_text,
            supported_by: self.supported_by.0,
            amended_by: self.amended_by.0,
            opposed_by: self.opposed_by.0,
            own: Own::list_into_model(self.own),
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for Topic {
    fn from_model(row: &model::Topic) -> Self {
        Self {
            id: row.id,
            kind: row.kind.into(),
            code: (&row.code).into(),
            title: LocalText::from_model(&row.title),
            objective: LocalText::from_model(&row.objective),
            region: row.region,
            event: row.event,
            group: LocalText::from_model(&row.group),
            state: row.state.map(Into::into),
            needs_consensus: row.needs_consensus,
            facilitator: row.facilitator,
            facilitated_by: (&row.facilitated_by).into(),
            current_text: row.text,
            supported_by: List(row.supported_by.clone()),
            amended_by: List(row.amended_by.clone()),
            opposed_by: List(row.opposed_by.clone()),
            own: Own::list_from_model(&row.own),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

//! Items of agendas as they are written.

use serde::{Deserialize, Serialize};

use super::kinds::{ItemKind, ItemOrigin, ItemOutcome};
use crate::model::{self, AgendaItemId, BodyId, DocumentId, PersonId, SessionId, TopicId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, Prose, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgendaItem {
    id: AgendaItemId,
    session: SessionId,
    #[serde(default, skip_serializing_if = "is_default")]
    order: i32,
    #[serde(default, skip_serializing_if = "is_default")]
    kind: ItemKind,
    #[serde(default, skip_serializing_if = "is_default")]
    level: u8,
    #[serde(default, skip_serializing_if = "is_default")]
    number: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    presentation_secs: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    discussion_secs: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    fixed_mins: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default", rename = "abstract")]
    summary: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    speakers: List<PersonId>,
    #[serde(default, skip_serializing_if = "is_default")]
    presenters: List<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    topics: List<TopicId>,
    #[serde(default, skip_serializing_if = "is_default")]
    documents: List<DocumentId>,
    #[serde(default, skip_serializing_if = "is_default")]
    origin: Option<ItemOrigin>,
    #[serde(default, skip_serializing_if = "is_default")]
    continued_from: Option<AgendaItemId>,
    #[serde(default, skip_serializing_if = "is_default")]
    outcome: ItemOutcome,
    #[serde(default, skip_serializing_if = "is_default")]
    referred_to: Option<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    decided_by: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    follow_up: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    remarks: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for AgendaItem {
    type Model = model::AgendaItem;

    fn into_model(self) -> model::AgendaItem {
        model::AgendaItem {
            id: self.id,
            session: self.session,
            order: self.order,
            kind: self.kind.into(),
            level: self.level,
            number: self.number.0,
            title: self.title.into_model(),
            presentation_secs: self.presentation_secs,
            discussion_secs: self.discussion_secs,
            fixed_mins: self.fixed_mins,
            summary: self.summary.into_model(),
            speakers: self.speakers.0,
            presenters: self.presenters.0,
            topics: self.topics.0,
            documents: self.documents.0,
            origin: self.origin.map(Into::into),
            continued_from: self.continued_from,
            outcome: self.outcome.into(),
            referred_to: self.referred_to,
            decided_by: self.decided_by.0,
            follow_up: self.follow_up.0,
            remarks: self.remarks.0,
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for AgendaItem {
    fn from_model(row: &model::AgendaItem) -> Self {
        Self {
            id: row.id,
            session: row.session,
            order: row.order,
            kind: row.kind.into(),
            level: row.level,
            number: (&row.number).into(),
            title: LocalText::from_model(&row.title),
            presentation_secs: row.presentation_secs,
            discussion_secs: row.discussion_secs,
            fixed_mins: row.fixed_mins,
            summary: LocalText::from_model(&row.summary),
            speakers: List(row.speakers.clone()),
            presenters: List(row.presenters.clone()),
            topics: List(row.topics.clone()),
            documents: List(row.documents.clone()),
            origin: row.origin.map(Into::into),
            continued_from: row.continued_from,
            outcome: row.outcome.into(),
            referred_to: row.referred_to,
            decided_by: (&row.decided_by).into(),
            follow_up: (&row.follow_up).into(),
            remarks: (&row.remarks).into(),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

//! Statements as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kinds::{DeliveredFrom, Delivery, RequestState, TextState};
use crate::model::{self, CivilTime, Language, PersonId, SessionId, StatementId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, Prose, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Statement {
    id: StatementId,
    speaker: PersonId,
    #[serde(default, skip_serializing_if = "is_default")]
    on_behalf_of: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    session: Option<SessionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    order: i32,
    #[serde(default, skip_serializing_if = "is_default")]
    by_hand: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    held_place: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    wish: Option<SessionId>,
    #[serde(default, skip_serializing_if = "is_default")]
    present: List<Written<NaiveDate>>,
    length_secs: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    requested: Option<Written<CivilTime>>,
    #[serde(default, skip_serializing_if = "is_default")]
    request: RequestState,
    #[serde(default, skip_serializing_if = "is_default")]
    settled: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    settled_by: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    exception_by: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    minister_absent: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    consent: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    text: TextState,
    /// What the first files of this version said instead of `text`.
    #[serde(default, skip_serializing)]
    text_received: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    link: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    language: Option<Written<Language>>,
    #[serde(default, skip_serializing_if = "is_default")]
    other_language: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    delivered_from: DeliveredFrom,
    #[serde(default, skip_serializing_if = "is_default")]
    delivery: Delivery,
    #[serde(default, skip_serializing_if = "is_default")]
    begun: Option<i64>,
    #[serde(default, skip_serializing_if = "is_default")]
    spoken_secs: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    remarks: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for Statement {
    type Model = model::Statement;

    fn into_model(self) -> model::Statement {
        let mut present: Vec<NaiveDate> = self.present.0.into_iter().map(|day| day.0).collect();
        present.sort_unstable();
        present.dedup();
        model::Statement {
            id: self.id,
            speaker: self.speaker,
            on_behalf_of: self.on_behalf_of.0,
            session: self.session,
            order: self.order,
            by_hand: self.by_hand,
            held_place: self.held_place,
            wish: self.wish,
            present,
            length_secs: self.length_secs,
            requested: self.requested.map(|value| value.0),
            request: self.request.into(),
            settled: self.settled.map(|value| value.0),
            settled_by: self.settled_by.0,
            exception_by: self.exception_by.0,
            minister_absent: self.minister_absent,
            consent: self.consent.0,
            text: match self.text.into() {
                model::TextState::Missing if self.text_received => model::TextState::Received,
                text => text,
            },
            link: self.link.0,
            language: self.language.map(|value| value.0),
            other_language: self.other_language.0,
            delivered_from: self.delivered_from.into(),
            delivery: self.delivery.into(),
            begun: self.begun,
            spoken_secs: self.spoken_secs,
            remarks: self.remarks.0,
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for Statement {
    fn from_model(row: &model::Statement) -> Self {
        Self {
            id: row.id,
            speaker: row.speaker,
            on_behalf_of: (&row.on_behalf_of).into(),
            session: row.session,
            order: row.order,
            by_hand: row.by_hand,
            held_place: row.held_place,
            wish: row.wish,
            present: List(row.present.iter().copied().map(Written).collect()),
            length_secs: row.length_secs,
            requested: row.requested.map(Written),
            request: row.request.into(),
            settled: row.settled.map(Written),
            settled_by: (&row.settled_by).into(),
            exception_by: (&row.exception_by).into(),
            minister_absent: row.minister_absent,
            consent: (&row.consent).into(),
            text: row.text.into(),
            text_received: false,
            link: (&row.link).into(),
            language: row.language.map(Written),
            other_language: (&row.other_language).into(),
            delivered_from: row.delivered_from.into(),
            delivery: row.delivery.into(),
            begun: row.begun,
            spoken_secs: row.spoken_secs,
            remarks: (&row.remarks).into(),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

//! Events as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kinds::{DayEdge, DeadlineClass, EventKind, StepState};
use crate::model::zone::Tz;
use crate::model::{self, DayHours, DocumentId, EventId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::events::Dates;
use crate::store::version_1::kinds::EventFormat;
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{Clock, List, LocalText, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Event {
    id: EventId,
    kind: EventKind,
    #[serde(default, skip_serializing_if = "is_default")]
    code: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    dates: Dates,
    #[serde(default, skip_serializing_if = "is_default")]
    place: LocalText,
    zone: Written<Tz>,
    #[serde(default, skip_serializing_if = "is_default")]
    format: Option<EventFormat>,
    #[serde(default, skip_serializing_if = "is_default")]
    host: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    hours: Option<(Written<Clock>, Written<Clock>)>,
    #[serde(default, skip_serializing_if = "is_default")]
    theme: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    description: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    documents: List<DocumentId>,
    #[serde(default, skip_serializing_if = "is_default")]
    after: List<EventId>,
    #[serde(default, skip_serializing_if = "is_default")]
    speaking: Option<Speaking>,
    #[serde(default, skip_serializing_if = "is_default")]
    owner: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    state: Option<StepState>,
    #[serde(default, skip_serializing_if = "is_default")]
    next_step: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    areas: List<EventId>,
    #[serde(default, skip_serializing_if = "is_default")]
    counts_from: Option<CountsFrom>,
    #[serde(default, skip_serializing_if = "is_default")]
    class: Option<DeadlineClass>,
    #[serde(default, skip_serializing_if = "is_default")]
    tally: Option<Tally>,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

/// The event that a day is counted from.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CountsFrom {
    event: EventId,
    #[serde(default, skip_serializing_if = "is_default")]
    edge: DayEdge,
    #[serde(default, skip_serializing_if = "is_default")]
    days: i32,
}

impl CountsFrom {
    fn into_model(self) -> model::CountsFrom {
        model::CountsFrom { event: self.event, edge: self.edge.into(), days: self.days }
    }

    fn from_model(counts: model::CountsFrom) -> Self {
        Self { event: counts.event, edge: counts.edge.into(), days: counts.days }
    }
}

/// What came of a consultation.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tally {
    #[serde(default, skip_serializing_if = "is_default")]
    asked: Option<u16>,
    #[serde(default, skip_serializing_if = "is_default")]
    replies: Option<u16>,
    #[serde(default, skip_serializing_if = "is_default")]
    in_favour: Option<u16>,
    #[serde(default, skip_serializing_if = "is_default")]
    needed: Option<u16>,
    #[serde(default, skip_serializing_if = "is_default")]
    announced: Option<bool>,
}

impl Tally {
    fn into_model(self) -> model::Tally {
        let Self { asked, replies, in_favour, needed, announced } = self;
        model::Tally { asked, replies, in_favour, needed, announced }
    }

    fn from_model(tally: model::Tally) -> Self {
        let model::Tally { asked, replies, in_favour, needed, announced } = tally;
        Self { asked, replies, in_favour, needed, announced }
    }
}

/// How far a speaking list has come.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Speaking {
    #[serde(default, skip_serializing_if = "is_default")]
    opened: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    closed: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    published: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    held: Option<u8>,
    #[serde(default, skip_serializing_if = "is_default")]
    chair_secs: Option<u32>,
}

impl Speaking {
    fn into_model(self) -> model::Speaking {
        model::Speaking {
            opened: self.opened.map(|day| day.0),
            closed: self.closed.map(|day| day.0),
            published: self.published.map(|day| day.0),
            held: self.held.unwrap_or(model::Speaking::HELD),
            chair_secs: self.chair_secs.unwrap_or(model::Speaking::CHAIR_SECS),
        }
    }

    /// Left out where nobody has said anything.
    fn from_model(list: model::Speaking) -> Option<Self> {
        (list != model::Speaking::default()).then(|| Self {
            opened: list.opened.map(Written),
            closed: list.closed.map(Written),
            published: list.published.map(Written),
            held: (list.held != model::Speaking::HELD).then_some(list.held),
            chair_secs: (list.chair_secs != model::Speaking::CHAIR_SECS).then_some(list.chair_secs),
        })
    }
}

impl ReadRow for Event {
    type Model = model::Event;

    fn into_model(self) -> model::Event {
        model::Event {
            id: self.id,
            kind: self.kind.into(),
            code: self.code.into_model(),
            title: self.title.into_model(),
            dates: self.dates.into_model(),
            place: self.place.into_model(),
            zone: self.zone.0,
            format: self.format.map(Into::into),
            host: self.host.into_model(),
            hours: self.hours.map(|(from, to)| DayHours { from_min: from.0.0, to_min: to.0.0 }),
            theme: self.theme.into_model(),
            description: self.description.into_model(),
            documents: self.documents.0,
            after: self.after.0,
            speaking: self.speaking.map(Speaking::into_model).unwrap_or_default(),
            owner: self.owner.into_model(),
            state: self.state.map(Into::into),
            next_step: self.next_step.into_model(),
            areas: self.areas.0,
            counts_from: self.counts_from.map(CountsFrom::into_model),
            class: self.class.map(Into::into),
            tally: self.tally.map(Tally::into_model),
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for Event {
    fn from_model(row: &model::Event) -> Self {
        Self {
            id: row.id,
            kind: row.kind.into(),
            code: LocalText::from_model(&row.code),
            title: LocalText::from_model(&row.title),
            dates: Dates::from_model(row.dates),
            place: LocalText::from_model(&row.place),
            zone: Written(row.zone),
            format: row.format.map(Into::into),
            host: LocalText::from_model(&row.host),
            hours: row.hours.map(|hours| (Written(Clock(hours.from_min)), Written(Clock(hours.to_min)))),
            theme: LocalText::from_model(&row.theme),
            description: LocalText::from_model(&row.description),
            documents: List(row.documents.clone()),
            after: List(row.after.clone()),
            speaking: Speaking::from_model(row.speaking),
            owner: LocalText::from_model(&row.owner),
            state: row.state.map(Into::into),
            next_step: LocalText::from_model(&row.next_step),
            areas: List(row.areas.clone()),
            counts_from: row.counts_from.map(CountsFrom::from_model),
            class: row.class.map(Into::into),
            tally: row.tally.map(Tally::from_model),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

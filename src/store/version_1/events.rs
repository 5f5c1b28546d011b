//! Events as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kinds::{EventFormat, EventKind};
use super::papers::Source;
use super::scalars::{Clock, List, LocalText, Written, is_default};
use crate::model::zone::Tz;
use crate::model::{self, DayHours, DocumentId, EventDates, EventId};
use crate::store::saved::{ReadRow, WrittenRow};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Event {
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
    description: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    documents: List<DocumentId>,
    #[serde(default, skip_serializing_if = "is_default")]
    after: List<EventId>,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

/// `Day("2025-11-16")`, `Days("2025-11-17", "2025-11-28")` or `Year(2025)`.
#[derive(Serialize, Deserialize)]
enum Dates {
    Day(Written<NaiveDate>),
    Days(Written<NaiveDate>, Written<NaiveDate>),
    Year(i32),
}

impl ReadRow for Event {
    type Model = model::Event;

    fn into_model(self) -> model::Event {
        model::Event {
            id: self.id,
            kind: self.kind.into(),
            code: self.code.into_model(),
            title: self.title.into_model(),
            dates: match self.dates {
                Dates::Day(day) => EventDates::day(day.0),
                Dates::Days(first, last) => EventDates::Days { first: first.0, last: last.0 },
                Dates::Year(year) => EventDates::Year(year),
            },
            place: self.place.into_model(),
            zone: self.zone.0,
            format: self.format.map(Into::into),
            host: self.host.into_model(),
            hours: self.hours.map(|(from, to)| DayHours { from_min: from.0.0, to_min: to.0.0 }),
            description: self.description.into_model(),
            documents: self.documents.0,
            after: self.after.0,
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
            dates: match row.dates {
                EventDates::Days { first, last } if first == last => Dates::Day(Written(first)),
                EventDates::Days { first, last } => Dates::Days(Written(first), Written(last)),
                EventDates::Year(year) => Dates::Year(year),
            },
            place: LocalText::from_model(&row.place),
            zone: Written(row.zone),
            format: row.format.map(Into::into),
            host: LocalText::from_model(&row.host),
            hours: row.hours.map(|hours| (Written(Clock(hours.from_min)), Written(Clock(hours.to_min)))),
            description: LocalText::from_model(&row.description),
            documents: List(row.documents.clone()),
            after: List(row.after.clone()),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

//! Events as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kinds::{EventFormat, EventKind};
use super::papers::Source;
use super::scalars::{Clock, List, LocalText, Written};
use crate::model::zone::Tz;
use crate::model::{self, DayHours, DocumentId, EventDates, EventId};
use crate::store::saved::ReadRow;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Event {
    id: EventId,
    kind: EventKind,
    #[serde(default)]
    code: LocalText,
    #[serde(default)]
    title: LocalText,
    dates: Dates,
    #[serde(default)]
    place: LocalText,
    zone: Written<Tz>,
    #[serde(default)]
    format: Option<EventFormat>,
    #[serde(default)]
    host: LocalText,
    #[serde(default)]
    hours: Option<(Written<Clock>, Written<Clock>)>,
    #[serde(default)]
    description: LocalText,
    #[serde(default)]
    documents: List<DocumentId>,
    #[serde(default)]
    after: List<EventId>,
    #[serde(default)]
    sources: List<Source>,
}

/// `Day("2025-11-16")`, `Days("2025-11-17", "2025-11-28")` or `Year(2025)`.
#[derive(Serialize, Deserialize)]
pub(in crate::store) enum Dates {
    Day(Written<NaiveDate>),
    Days(Written<NaiveDate>, Written<NaiveDate>),
    Year(i32),
}

impl Dates {
    pub(in crate::store) fn into_model(self) -> EventDates {
        match self {
            Self::Day(day) => EventDates::day(day.0),
            Self::Days(first, last) => EventDates::Days { first: first.0, last: last.0 },
            Self::Year(year) => EventDates::Year(year),
        }
    }

    pub(in crate::store) fn from_model(dates: EventDates) -> Self {
        match dates {
            EventDates::Days { first, last } if first == last => Self::Day(Written(first)),
            EventDates::Days { first, last } => Self::Days(Written(first), Written(last)),
            EventDates::Year(year) => Self::Year(year),
        }
    }
}

impl ReadRow for Event {
    type Model = model::Event;

    fn into_model(self) -> model::Event {
        model::Event {
            code: self.code.into_model(),
            title: self.title.into_model(),
            place: self.place.into_model(),
            format: self.format.map(Into::into),
            host: self.host.into_model(),
            hours: self.hours.map(|(from, to)| DayHours { from_min: from.0.0, to_min: to.0.0 }),
            description: self.description.into_model(),
            documents: self.documents.0,
            after: self.after.0,
            sources: Source::list_into_model(self.sources),
            ..model::Event::new(self.id, self.kind.into(), self.dates.into_model(), self.zone.0)
        }
    }
}

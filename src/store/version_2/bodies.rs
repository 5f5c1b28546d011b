//! Bodies as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fields::Own;
use crate::model::zone::Tz;
use crate::model::{self, BodyId, DocumentId, EventId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::kinds::BodyKind;
use crate::store::version_1::papers::Source;
use crate::store::version_1::people::Office;
use crate::store::version_1::scalars::{List, LocalText, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Body {
    id: BodyId,
    kind: BodyKind,
    #[serde(default, skip_serializing_if = "is_default")]
    code: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    parent: Option<BodyId>,
    /// Where the first files of this version have `posts`.
    #[serde(default, skip_serializing)]
    officers: List<Office>,
    #[serde(default, skip_serializing_if = "is_default")]
    set_up_at: Option<EventId>,
    #[serde(default, skip_serializing_if = "is_default")]
    report: Option<DocumentId>,
    #[serde(default, skip_serializing_if = "is_default")]
    zone: Option<Written<Tz>>,
    #[serde(default, skip_serializing_if = "is_default")]
    cities: List<City>,
    #[serde(default, skip_serializing_if = "is_default")]
    own: List<Own>,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

/// A place where people of a region live.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct City {
    name: LocalText,
    zone: Written<Tz>,
    #[serde(default, skip_serializing_if = "is_default")]
    days_off: List<Written<NaiveDate>>,
}

impl City {
    fn into_model(self) -> model::City {
        let mut days_off: Vec<NaiveDate> = self.days_off.0.into_iter().map(|day| day.0).collect();
        days_off.sort_unstable();
        days_off.dedup();
        model::City { name: self.name.into_model(), zone: self.zone.0, days_off }
    }

    fn from_model(city: &model::City) -> Self {
        Self {
            name: LocalText::from_model(&city.name),
            zone: Written(city.zone),
            days_off: List(city.days_off.iter().copied().map(Written).collect()),
        }
    }
}

impl ReadRow for Body {
    type Model = model::Body;

    fn into_model(self) -> model::Body {
        model::Body {
            id: self.id,
            kind: self.kind.into(),
            code: self.code.into_model(),
            title: self.title.into_model(),
            parent: self.parent,
            set_up_at: self.set_up_at,
            report: self.report,
            zone: self.zone.map(|zone| zone.0),
            cities: self.cities.0.into_iter().map(City::into_model).collect(),
            own: Own::list_into_model(self.own),
            sources: Source::list_into_model(self.sources),
        }
    }

    fn posts(&self) -> Vec<model::Post> {
        Office::posts(&self.officers, self.id)
    }
}

impl WrittenRow for Body {
    fn from_model(row: &model::Body) -> Self {
        Self {
            id: row.id,
            kind: row.kind.into(),
            code: LocalText::from_model(&row.code),
            title: LocalText::from_model(&row.title),
            parent: row.parent,
            officers: List::default(),
            set_up_at: row.set_up_at,
            report: row.report,
            zone: row.zone.map(Written),
            cities: List(row.cities.iter().map(City::from_model).collect()),
            own: Own::list_from_model(&row.own),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

//! Teams of interpreters as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{self, LanguageSet, PersonId, TeamId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, Prose, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Team {
    id: TeamId,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    languages: Written<LanguageSet>,
    #[serde(default, skip_serializing_if = "is_default")]
    size: u16,
    #[serde(default, skip_serializing_if = "is_default")]
    members: List<PersonId>,
    #[serde(default, skip_serializing_if = "is_default")]
    from: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    until: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    order: i32,
    #[serde(default, skip_serializing_if = "is_default")]
    remarks: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for Team {
    type Model = model::Team;

    fn into_model(self) -> model::Team {
        model::Team {
            id: self.id,
            title: self.title.into_model(),
            languages: self.languages.0,
            size: self.size,
            members: self.members.0,
            from: self.from.map(|day| day.0),
            until: self.until.map(|day| day.0),
            order: self.order,
            remarks: self.remarks.0,
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for Team {
    fn from_model(row: &model::Team) -> Self {
        Self {
            id: row.id,
            title: LocalText::from_model(&row.title),
            languages: Written(row.languages),
            size: row.size,
            members: List(row.members.clone()),
            from: row.from.map(Written),
            until: row.until.map(Written),
            order: row.order,
            remarks: (&row.remarks).into(),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

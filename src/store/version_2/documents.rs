//! Documents as they are written, and how far each has come in each language.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fields::Own;
use super::kinds::{DocumentKind, DocumentStage};
use crate::model::{self, BodyId, DocumentId, EventId, Language, LanguageSet};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, Prose, Written, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    id: DocumentId,
    #[serde(default, skip_serializing_if = "is_default")]
    symbol: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    kind: Option<DocumentKind>,
    #[serde(default, skip_serializing_if = "is_default")]
    author: Option<BodyId>,
    #[serde(default, skip_serializing_if = "is_default")]
    author_name: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    due: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    event: Option<EventId>,
    #[serde(default, skip_serializing_if = "is_default")]
    issued: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    languages: Written<LanguageSet>,
    #[serde(default, skip_serializing_if = "is_default")]
    stages: Stages,
    #[serde(default, skip_serializing_if = "is_default")]
    link: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    own: List<Own>,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

/// How far a document has come in each language.
#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stages {
    #[serde(default, skip_serializing_if = "is_default")]
    en: Option<Reached>,
    #[serde(default, skip_serializing_if = "is_default")]
    fr: Option<Reached>,
    #[serde(default, skip_serializing_if = "is_default")]
    es: Option<Reached>,
    #[serde(default, skip_serializing_if = "is_default")]
    ru: Option<Reached>,
    #[serde(default, skip_serializing_if = "is_default")]
    zh: Option<Reached>,
    #[serde(default, skip_serializing_if = "is_default")]
    ar: Option<Reached>,
}

/// How far, and the day of each stage.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reached {
    stage: DocumentStage,
    #[serde(default, skip_serializing_if = "is_default")]
    received: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    in_translation: Option<Written<NaiveDate>>,
    #[serde(default, skip_serializing_if = "is_default")]
    posted: Option<Written<NaiveDate>>,
}

impl Reached {
    fn into_model(self) -> model::Reached {
        let days = [self.received, self.in_translation, self.posted].map(|day| day.map(|day| day.0));
        model::Reached { stage: self.stage.into(), days }
    }

    fn from_model(reached: model::Reached) -> Self {
        let [received, in_translation, posted] = reached.days.map(|day| day.map(Written));
        Self { stage: reached.stage.into(), received, in_translation, posted }
    }
}

impl Stages {
    fn into_model(self) -> model::Stages {
        let mut stages = model::Stages::default();
        let all = [
            (Language::English, self.en),
            (Language::French, self.fr),
            (Language::Spanish, self.es),
            (Language::Russian, self.ru),
            (Language::Chinese, self.zh),
            (Language::Arabic, self.ar),
        ];
        for (language, reached) in all {
            stages.set(language, reached.map(Reached::into_model));
        }
        stages
    }

    fn from_model(stages: model::Stages) -> Self {
        let of = |language| stages.get(language).map(Reached::from_model);
        Self {
            en: of(Language::English),
            fr: of(Language::French),
            es: of(Language::Spanish),
            ru: of(Language::Russian),
            zh: of(Language::Chinese),
            ar: of(Language::Arabic),
        }
    }
}

impl ReadRow for Document {
    type Model = model::Document;

    fn into_model(self) -> model::Document {
        model::Document {
            id: self.id,
            symbol: self.symbol.0,
            title: self.title.into_model(),
            kind: self.kind.map(Into::into),
            author: self.author,
            author_name: self.author_name.0,
            due: self.due.map(|date| date.0),
            event: self.event,
            issued: self.issued.map(|date| date.0),
            languages: self.languages.0,
            stages: self.stages.into_model(),
            link: self.link.0,
            own: Own::list_into_model(self.own),
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for Document {
    fn from_model(row: &model::Document) -> Self {
        Self {
            id: row.id,
            symbol: (&row.symbol).into(),
            title: LocalText::from_model(&row.title),
            kind: row.kind.map(Into::into),
            author: row.author,
            author_name: (&row.author_name).into(),
            due: row.due.map(Written),
            event: row.event,
            issued: row.issued.map(Written),
            languages: Written(row.languages),
            stages: Stages::from_model(row.stages),
            link: (&row.link).into(),
            own: Own::list_from_model(&row.own),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

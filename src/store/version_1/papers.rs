//! Topics, documents and notes as they are written, and the sources of rows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kinds::{Basis, TopicKind};
use super::scalars::{List, LocalText, Prose, Written, is_default};
use crate::model::{
    self, BodyId, DocumentId, EventId, LanguageSet, NoteId, PersonId, RoomId, RowId, RuleId, SessionId, StatementId,
    TopicId, WaiverId,
};
use crate::store::saved::{ReadRow, target};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Topic {
    id: TopicId,
    kind: TopicKind,
    #[serde(default)]
    code: Prose,
    #[serde(default)]
    title: LocalText,
    #[serde(default)]
    objective: LocalText,
    #[serde(default)]
    region: Option<BodyId>,
    #[serde(default)]
    event: Option<EventId>,
    #[serde(default)]
    sources: List<Source>,
}

impl ReadRow for Topic {
    type Model = model::Topic;

    fn into_model(self) -> model::Topic {
        model::Topic {
            code: self.code.0,
            title: self.title.into_model(),
            objective: self.objective.into_model(),
            region: self.region,
            event: self.event,
            own: model::OwnValues::NONE,
            sources: Source::list_into_model(self.sources),
            ..model::Topic::new(self.id, self.kind.into())
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Document {
    id: DocumentId,
    #[serde(default)]
    symbol: Prose,
    #[serde(default)]
    title: LocalText,
    #[serde(default)]
    event: Option<EventId>,
    #[serde(default)]
    issued: Option<Written<NaiveDate>>,
    #[serde(default)]
    languages: Written<LanguageSet>,
    #[serde(default)]
    link: Prose,
    #[serde(default)]
    sources: List<Source>,
}

impl ReadRow for Document {
    type Model = model::Document;

    fn into_model(self) -> model::Document {
        model::Document {
            title: self.title.into_model(),
            event: self.event,
            issued: self.issued.map(|date| date.0),
            languages: self.languages.0,
            link: self.link.0,
            own: model::OwnValues::NONE,
            sources: Source::list_into_model(self.sources),
            ..model::Document::new(self.id, &self.symbol.0)
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Note {
    id: NoteId,
    #[serde(default)]
    text: LocalText,
    #[serde(default)]
    handling: LocalText,
    #[serde(default)]
    about: List<Target>,
    #[serde(default)]
    sources: List<Source>,
}

target! { (Deserialize):
    Event(EventId),
    Body(BodyId),
    Room(RoomId),
    Person(PersonId),
    Topic(TopicId),
    Document(DocumentId),
    Session(SessionId),
    Statement(StatementId),
    Note(NoteId),
    Rule(RuleId),
    Waiver(WaiverId),
}

impl ReadRow for Note {
    type Model = model::Note;

    fn into_model(self) -> model::Note {
        model::Note {
            id: self.id,
            text: self.text.into_model(),
            handling: self.handling.into_model(),
            about: self.about.0.into_iter().map(RowId::from).collect(),
            sources: Source::list_into_model(self.sources),
        }
    }
}

/// Where a row comes from.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Source {
    basis: Basis,
    #[serde(default, skip_serializing_if = "is_default")]
    reference: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    about: Prose,
}

impl Source {
    pub(in crate::store) fn list_from_model(sources: &[model::Source]) -> List<Self> {
        let saved = |source: &model::Source| Self {
            basis: source.basis.into(),
            reference: (&source.reference).into(),
            about: (&source.about).into(),
        };
        List(sources.iter().map(saved).collect())
    }

    pub(in crate::store) fn list_into_model(sources: List<Self>) -> Vec<model::Source> {
        let model = |source: Self| model::Source {
            basis: source.basis.into(),
            reference: source.reference.0,
            about: source.about.0,
        };
        sources.0.into_iter().map(model).collect()
    }
}

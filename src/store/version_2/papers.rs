//! Notes as they are written.

use serde::{Deserialize, Serialize};

use crate::model::{
    self, AgendaItemId, BodyId, CommentId, DelegateId, DocumentId, EventId, FieldId, KindId, NoteId, PersonId, PostId,
    RankId, RecordId, ReleaseId, RoomId, RoomRequestId, RowId, RuleId, SessionId, StatementId, TeamId, TopicId,
    WaiverId,
};
use crate::store::saved::{ReadRow, WrittenRow, target};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, is_default};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    id: NoteId,
    #[serde(default, skip_serializing_if = "is_default")]
    text: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    handling: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    about: List<Target>,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

target! { (Serialize, Deserialize):
    Kind(KindId),
    Field(FieldId),
    Rank(RankId),
    Event(EventId),
    Body(BodyId),
    Room(RoomId),
    Person(PersonId),
    Topic(TopicId),
    Document(DocumentId),
    Session(SessionId),
    Statement(StatementId),
    Item(AgendaItemId),
    Post(PostId),
    Team(TeamId),
    Delegate(DelegateId),
    RoomRequest(RoomRequestId),
    Note(NoteId),
    Rule(RuleId),
    Waiver(WaiverId),
    Release(ReleaseId),
    Record(RecordId),
    Comment(CommentId),
}

impl From<RowId> for Target {
    fn from(id: RowId) -> Self {
        match id {
            RowId::Kind(id) => Self::Kind(id),
            RowId::Field(id) => Self::Field(id),
            RowId::Rank(id) => Self::Rank(id),
            RowId::Event(id) => Self::Event(id),
            RowId::Body(id) => Self::Body(id),
            RowId::Room(id) => Self::Room(id),
            RowId::Person(id) => Self::Person(id),
            RowId::Topic(id) => Self::Topic(id),
            RowId::Document(id) => Self::Document(id),
            RowId::Session(id) => Self::Session(id),
            RowId::Statement(id) => Self::Statement(id),
            RowId::Item(id) => Self::Item(id),
            RowId::Post(id) => Self::Post(id),
            RowId::Team(id) => Self::Team(id),
            RowId::Delegate(id) => Self::Delegate(id),
            RowId::RoomRequest(id) => Self::RoomRequest(id),
            RowId::Note(id) => Self::Note(id),
            RowId::Rule(id) => Self::Rule(id),
            RowId::Waiver(id) => Self::Waiver(id),
            RowId::Release(id) => Self::Release(id),
            RowId::Record(id) => Self::Record(id),
            RowId::Comment(id) => Self::Comment(id),
        }
    }
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

impl WrittenRow for Note {
    fn from_model(row: &model::Note) -> Self {
        Self {
            id: row.id,
            text: LocalText::from_model(&row.text),
            handling: LocalText::from_model(&row.handling),
            about: List(row.about.iter().map(|&id| id.into()).collect()),
            sources: Source::list_from_model(&row.sources),
        }
    }
}

//! The plan and everything in it: rows, ids, civil time, zones, patches.
//!
//! This floor knows nothing of files, screens or the clock on the wall. A [`Plan`] can only be changed by applying a
//! [`Patch`], and a patch that would leave a dangling reference is refused, so every `Plan` a reader ever sees is whole.

mod id;
mod language;
mod provenance;
mod time;
pub mod zone;

mod absence;
pub mod address;
pub mod agenda;
mod agenda_item;
mod arrived;
pub mod attendance;
mod body;
pub mod booking;
pub mod burden;
pub mod bureaus;
pub mod celebration;
mod comment;
mod concern;
pub mod coverage;
mod delegate;
mod document;
mod event;
mod fingerprint;
mod folded;
pub mod forecast;
mod held;
mod house;
pub mod meeting;
mod note;
mod own_field;
mod own_kind;
mod person;
mod post;
pub(crate) mod rank;
mod record;
mod release;
mod room;
mod room_request;
pub mod roster;
mod rule;
mod session;
pub mod speaking;
mod statement;
pub mod states;
mod team;
mod told;
mod topic;
mod youth;

mod meetings;
mod patch;
mod plan;
pub mod podium;
pub mod preparation;
mod table;

pub use absence::Absence;
pub use agenda_item::{AgendaItem, ItemKind, ItemOrigin, ItemOutcome};
pub use arrived::{Arrived, Dismissed};
pub use body::{Body, BodyKind, City};
pub use comment::Comment;
pub use concern::Concern;
pub use delegate::{Delegate, StakeholderGroup};
pub use document::{Document, DocumentKind, DocumentStage, Reached, Stages};
pub use event::{
    CountsFrom, DayEdge, DayHours, DeadlineClass, Event, EventDates, EventFormat, EventKind, StepState, Tally,
};
pub use fingerprint::fingerprint;
pub use folded::folded;
pub use held::{Held, HeldStep, Stage, Suspension};
pub use house::{Ink, Logo, ParseInkError};
pub use id::{Id, IdError};
pub use language::{Language, LanguageSet, LocalText};
pub use meetings::{Meeting, Meetings};
pub use note::Note;
pub use own_field::{FieldChoice, FieldForm, FieldSort, FieldValue, Holder, Number, OwnField, OwnValues};
pub use own_kind::{Hue, Kind, OwnKind};
pub use patch::{Change, HeaderChange, Patch, PatchError, Tabled, UndecidedChange};
pub use person::{Gender, Person};
pub use plan::{Header, Plan};
pub use podium::{Noted, NotedDeed, Podium, Stop, StopReason};
pub use post::{Designation, OfficeRole, Post, PostStep};
pub use provenance::{Basis, Source};
pub use rank::{OwnRank, Rank, Standing};
pub use record::{ChangeRecord, ChangedPart, Party};
pub use release::{Issued, Release, ReleaseStage};
pub use room::Room;
pub use room_request::{Purpose, RequestAnswer, RoomRequest};
pub use rule::{RuleChoice, Severity, Waiver};
pub use session::{Participation, Placement, Role, Session, SessionKind, Status, Wish};
pub use statement::{DeliveredFrom, Delivery, RequestState, Speaking, Statement, TextState};
pub use table::{Referrers, Row, RowError, RowId, RowKind, Table};
pub(crate) use table::{for_each_table, with_id};
pub use team::Team;
pub use time::{CivilTime, DAY_MINS, Length, Span, TimeError, is_weekend};
pub use topic::{Topic, TopicKind, TopicState};
pub use youth::{VisitGroup, YouthElement, YouthElements};

/// Names an [`OwnField`].
pub type FieldId = Id<OwnField>;
/// Names one of the choices of an [`OwnField`].
pub type ChoiceId = Id<FieldChoice>;
/// Names an [`OwnRank`].
pub type RankId = Id<OwnRank>;
/// Names an [`Event`].
pub type EventId = Id<Event>;
/// Names a [`Body`].
pub type BodyId = Id<Body>;
/// Names a [`Room`].
pub type RoomId = Id<Room>;
/// Names a [`Person`].
pub type PersonId = Id<Person>;
/// Names a [`Session`].
pub type SessionId = Id<Session>;
/// Names a [`Document`].
pub type DocumentId = Id<Document>;
/// Names a [`Topic`].
pub type TopicId = Id<Topic>;
/// Names a [`Statement`].
pub type StatementId = Id<Statement>;
/// Names an [`AgendaItem`].
pub type AgendaItemId = Id<AgendaItem>;
/// Names a [`Post`].
pub type PostId = Id<Post>;
/// Names a [`Delegate`].
pub type DelegateId = Id<Delegate>;
/// Names a [`Team`].
pub type TeamId = Id<Team>;
/// Names a [`RoomRequest`].
pub type RoomRequestId = Id<RoomRequest>;
/// Names an [`OwnKind`].
pub type KindId = Id<OwnKind>;
/// Names a [`Note`].
pub type NoteId = Id<Note>;
/// Names a rule of the checks, and a [`RuleChoice`] about it.
pub type RuleId = Id<RuleChoice>;
/// Names a [`Waiver`].
pub type WaiverId = Id<Waiver>;
/// Names a [`Release`].
pub type ReleaseId = Id<Release>;
/// Names a [`ChangeRecord`].
pub type RecordId = Id<ChangeRecord>;
/// Names a [`Comment`].
pub type CommentId = Id<Comment>;

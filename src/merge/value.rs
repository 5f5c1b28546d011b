//! What stands in a field, small enough to be told: the same for all tables.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::model::zone::Tz;
use crate::model::{
    Absence, Basis, BodyKind, ChangedPart, ChoiceId, CivilTime, Concern, CountsFrom, DayHours, DeadlineClass,
    DeliveredFrom, Delivery, Designation, DocumentKind, EventDates, EventFormat, EventKind, FieldId, FieldSort, Gender,
    Held, Holder, Hue, Issued, ItemKind, ItemOrigin, ItemOutcome, Kind, Language, LanguageSet, Length, Logo, Number,
    OfficeRole, PersonId, Placement, Podium, Purpose, Rank, Reached, ReleaseStage, RequestAnswer, RequestState, Role,
    RowId, SessionKind, Severity, Source, StakeholderGroup, Status, StepState, Tally, TextState, TopicKind, TopicState,
    VisitGroup, Wish, YouthElements,
};

/// What is compared: the header of a plan, or one of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// What is said about the plan as a whole.
    Header,
    /// A row.
    Row(RowId),
}

/// A part of a field that changes by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All of it.
    Whole,
    /// A text in one language.
    Language(Language),
    /// From when to when a placed session sits.
    Time,
    /// In which rooms it does.
    Rooms,
    /// How long it should be while it is not placed.
    PlannedLength,
    /// Where it should be while it is not placed.
    Wish,
    /// What stands in one own field.
    Own(FieldId),
    /// One number of a rule.
    Number(String),
    /// One choice of an own field.
    Choice(ChoiceId),
    /// The order in which choices are offered.
    Order,
}

/// What stands in a part of a field.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each holds what its name says")]
pub enum Value {
    /// Nothing is said.
    Nothing,
    Text(String),
    Whole(i64),
    Number(Number),
    Yes(bool),
    Day(NaiveDate),
    Dates(EventDates),
    Hours(DayHours),
    Held(Held),
    Podium(Podium),
    Issued(Issued),
    Stage(ReleaseStage),
    ChangedPart(ChangedPart),
    ItemKind(ItemKind),
    Origin(ItemOrigin),
    Outcome(ItemOutcome),
    Request(RequestState),
    TextState(TextState),
    DeliveredFrom(DeliveredFrom),
    Delivery(Delivery),
    Time(CivilTime),
    /// From a start, so long.
    Span(CivilTime, Length),
    Length(Length),
    Seconds(u32),
    Place(Placement),
    /// A session that is not placed: how long it should be, and where.
    Waits(Length, Wish),
    Wish(Wish),
    Row(RowId),
    /// Who, in which part.
    Participation(PersonId, Role),
    OfficeRole(OfficeRole),
    Designation(Designation),
    Gender(Gender),
    /// A group of stakeholders.
    Group(StakeholderGroup),
    Purpose(Purpose),
    Answer(RequestAnswer),
    /// A choice of an own field.
    Choice(FieldId, ChoiceId),
    Sort(FieldSort),
    Holder(Holder),
    Kind(Kind),
    Nature(SessionKind),
    Status(Status),
    EventKind(EventKind),
    StepState(StepState),
    CountsFrom(CountsFrom),
    DeadlineClass(DeadlineClass),
    Tally(Tally),
    DocumentKind(DocumentKind),
    /// How far a document has come in a language.
    Reached(Reached),
    Format(EventFormat),
    BodyKind(BodyKind),
    TopicKind(TopicKind),
    TopicState(TopicState),
    Rank(Rank),
    Severity(Severity),
    Hue(Hue),
    Logo(Logo),
    Basis(Basis),
    Language(Language),
    Languages(LanguageSet),
    Zone(Tz),
    Identity(Uuid),
    Absence(Absence),
    Concern(Concern),
    Elements(YouthElements),
    VisitGroup(VisitGroup),
    Source(Source),
    List(Vec<Value>),
}

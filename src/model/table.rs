//! Tables of rows, and names that reach across them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use super::{
    AgendaItemId, BodyId, CommentId, DelegateId, DocumentId, EventId, FieldId, Id, KindId, NoteId, OwnValues, PersonId,
    PostId, Rank, RankId, RecordId, ReleaseId, RoomId, RoomRequestId, RuleId, SessionId, StatementId, TeamId, TopicId,
    WaiverId,
};

/// Calls `$do!(field Row)` for every table of a plan and of a patch. The one place that lists them.
macro_rules! for_each_table {
    ($do:ident) => {
        $do!(kinds OwnKind);
        $do!(fields OwnField);
        $do!(ranks OwnRank);
        $do!(events Event);
        $do!(bodies Body);
        $do!(rooms Room);
        $do!(people Person);
        $do!(topics Topic);
        $do!(documents Document);
        $do!(sessions Session);
        $do!(statements Statement);
        $do!(items AgendaItem);
        $do!(posts Post);
        $do!(teams Team);
        $do!(delegates Delegate);
        $do!(requests RoomRequest);
        $do!(notes Note);
        $do!(rules RuleChoice);
        $do!(waivers Waiver);
        $do!(releases Release);
        $do!(records ChangeRecord);
        $do!(comments Comment);
    };
}
pub(crate) use for_each_table;

/// Does something with the typed id of a [`RowId`], whichever table it is of.
macro_rules! with_id {
    ($row:expr, $id:ident => $do:expr) => {
        match $row {
            $crate::model::RowId::Kind($id) => $do,
            $crate::model::RowId::Field($id) => $do,
            $crate::model::RowId::Rank($id) => $do,
            $crate::model::RowId::Event($id) => $do,
            $crate::model::RowId::Body($id) => $do,
            $crate::model::RowId::Room($id) => $do,
            $crate::model::RowId::Person($id) => $do,
            $crate::model::RowId::Topic($id) => $do,
            $crate::model::RowId::Document($id) => $do,
            $crate::model::RowId::Session($id) => $do,
            $crate::model::RowId::Statement($id) => $do,
            $crate::model::RowId::Item($id) => $do,
            $crate::model::RowId::Post($id) => $do,
            $crate::model::RowId::Team($id) => $do,
            $crate::model::RowId::Delegate($id) => $do,
            $crate::model::RowId::RoomRequest($id) => $do,
            $crate::model::RowId::Note($id) => $do,
            $crate::model::RowId::Rule($id) => $do,
            $crate::model::RowId::Waiver($id) => $do,
            $crate::model::RowId::Release($id) => $do,
            $crate::model::RowId::Record($id) => $do,
            $crate::model::RowId::Comment($id) => $do,
        }
    };
}
pub(crate) use with_id;

/// What a table holds: something with an id that may refer to other rows.
pub trait Row: Clone + PartialEq + fmt::Debug + 'static {
    /// Which table it belongs to.
    const KIND: RowKind;

    /// Its name.
    fn id(&self) -> Id<Self>;

    /// Calls `visit` with every row this one refers to.
    fn references(&self, visit: &mut dyn FnMut(RowId));

    /// What it has in own fields; nothing where rows of this table have none.
    fn own(&self) -> &OwnValues {
        const { &OwnValues::NONE }
    }

    /// The same, to be changed; `None` where rows of this table have no own fields.
    fn own_mut(&mut self) -> Option<&mut OwnValues> {
        None
    }

    /// Whether the row is possible by itself. Rules about rows together belong to the checks.
    ///
    /// # Errors
    /// What makes it impossible.
    fn check(&self) -> Result<(), RowError> {
        self.own().check()
    }
}

/// Somebody who knows which rows refer to a row. A plan looks for them; an index has them at hand.
pub trait Referrers {
    /// Calls `visit` with every row that refers to one of `targets`, and that target.
    fn each_referrer(&self, targets: &BTreeSet<RowId>, visit: &mut dyn FnMut(RowId, RowId));
}

/// What makes a row impossible by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowError {
    /// An event, or the time that a team is there, ends before it begins.
    DaysReversed,
    /// A day lies outside the years 1900 to 2199.
    OutOfRange,
    /// An event lasts longer than ten years.
    TooLong,
    /// The hours of an event end before they begin, or after 24:00.
    HoursReversed,
    /// A session takes a room twice.
    RoomTwice,
    /// A session comes after itself.
    AfterItself,
    /// An agenda, or an item of one, goes on from itself.
    ContinuesItself,
    /// An item stands deeper than [`AgendaItem::DEEPEST`], or lasts longer than a day.
    ///
    /// [`AgendaItem::DEEPEST`]: super::AgendaItem::DEEPEST
    ItemOutOfRange,
    /// The days on which a speaker is there do not follow one another.
    PresentOutOfOrder,
    /// Times noted of a podium do not follow one another, or are too many.
    PodiumOutOfOrder,
    /// A waiver has no reason.
    NoReason,
    /// A release has no number.
    NoNumber,
    /// A comment says nothing.
    NoText,
    /// A session does not behave as its own kind does.
    OtherNature,
    /// A field of choices has a choice twice.
    ChoiceTwice,
    /// A row has two values in one own field.
    FieldTwice,
    /// A row has something in an own field that can not stand there.
    OtherValue,
    /// The real times of a session do not follow one another.
    HeldOutOfOrder,
    /// A session was held for more than fourteen days, or suspended more often than [`Held::MOST_SUSPENSIONS`].
    ///
    /// [`Held::MOST_SUSPENSIONS`]: super::Held::MOST_SUSPENSIONS
    HeldTooLong,
}

/// Which table a row belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// [`OwnKind`](super::OwnKind)
    Kind,
    /// [`OwnField`](super::OwnField)
    Field,
    /// [`OwnRank`](super::OwnRank)
    Rank,
    /// [`Event`](super::Event)
    Event,
    /// [`Body`](super::Body)
    Body,
    /// [`Room`](super::Room)
    Room,
    /// [`Person`](super::Person)
    Person,
    /// [`Topic`](super::Topic)
    Topic,
    /// [`Document`](super::Document)
    Document,
    /// [`Session`](super::Session)
    Session,
    /// [`Statement`](super::Statement)
    Statement,
    /// [`AgendaItem`](super::AgendaItem)
    Item,
    /// [`Post`](super::Post)
    Post,
    /// [`Team`](super::Team)
    Team,
    /// [`Delegate`](super::Delegate)
    Delegate,
    /// [`RoomRequest`](super::RoomRequest)
    RoomRequest,
    /// [`Note`](super::Note)
    Note,
    /// [`RuleChoice`](super::RuleChoice)
    Rule,
    /// [`Waiver`](super::Waiver)
    Waiver,
    /// [`Release`](super::Release)
    Release,
    /// [`ChangeRecord`](super::ChangeRecord)
    Record,
    /// [`Comment`](super::Comment)
    Comment,
}

/// Names a row of any table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowId {
    /// An own kind of session.
    Kind(KindId),
    /// An own field of sessions.
    Field(FieldId),
    /// A rank in protocol, or what the plan says of a built-in one.
    Rank(RankId),
    /// An event.
    Event(EventId),
    /// A body.
    Body(BodyId),
    /// A room.
    Room(RoomId),
    /// A person.
    Person(PersonId),
    /// A topic.
    Topic(TopicId),
    /// A document.
    Document(DocumentId),
    /// A session.
    Session(SessionId),
    /// A statement.
    Statement(StatementId),
    /// An item of an agenda.
    Item(AgendaItemId),
    /// A post.
    Post(PostId),
    /// A team of interpreters.
    Team(TeamId),
    /// A delegate.
    Delegate(DelegateId),
    /// A request for a room.
    RoomRequest(RoomRequestId),
    /// A note.
    Note(NoteId),
    /// A choice about a rule.
    Rule(RuleId),
    /// A waiver.
    Waiver(WaiverId),
    /// A release.
    Release(ReleaseId),
    /// What is noted of a change.
    Record(RecordId),
    /// A comment.
    Comment(CommentId),
}

impl RowId {
    /// Which table it belongs to.
    #[must_use]
    pub fn kind(self) -> RowKind {
        match self {
            Self::Kind(_) => RowKind::Kind,
            Self::Field(_) => RowKind::Field,
            Self::Rank(_) => RowKind::Rank,
            Self::Event(_) => RowKind::Event,
            Self::Body(_) => RowKind::Body,
            Self::Room(_) => RowKind::Room,
            Self::Person(_) => RowKind::Person,
            Self::Topic(_) => RowKind::Topic,
            Self::Document(_) => RowKind::Document,
            Self::Session(_) => RowKind::Session,
            Self::Statement(_) => RowKind::Statement,
            Self::Item(_) => RowKind::Item,
            Self::Post(_) => RowKind::Post,
            Self::Team(_) => RowKind::Team,
            Self::Delegate(_) => RowKind::Delegate,
            Self::RoomRequest(_) => RowKind::RoomRequest,
            Self::Note(_) => RowKind::Note,
            Self::Rule(_) => RowKind::Rule,
            Self::Waiver(_) => RowKind::Waiver,
            Self::Release(_) => RowKind::Release,
            Self::Record(_) => RowKind::Record,
            Self::Comment(_) => RowKind::Comment,
        }
    }
}

impl RowId {
    /// Whether it names what is built in, of which a plan need not say anything.
    #[must_use]
    pub fn is_built_in(self) -> bool {
        matches!(self, Self::Rank(id) if Rank::of_row(id) != Rank::Own(id))
    }

    /// The bare id.
    #[must_use]
    pub fn name(self) -> String {
        with_id!(self, id => id.to_string())
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(id) => write!(f, "kind {id}"),
            Self::Field(id) => write!(f, "field {id}"),
            Self::Rank(id) => write!(f, "rank {id}"),
            Self::Event(id) => write!(f, "event {id}"),
            Self::Body(id) => write!(f, "body {id}"),
            Self::Room(id) => write!(f, "room {id}"),
            Self::Person(id) => write!(f, "person {id}"),
            Self::Topic(id) => write!(f, "topic {id}"),
            Self::Document(id) => write!(f, "document {id}"),
            Self::Session(id) => write!(f, "session {id}"),
            Self::Statement(id) => write!(f, "statement {id}"),
            Self::Item(id) => write!(f, "item {id}"),
            Self::Post(id) => write!(f, "post {id}"),
            Self::Team(id) => write!(f, "team {id}"),
            Self::Delegate(id) => write!(f, "delegate {id}"),
            Self::RoomRequest(id) => write!(f, "room request {id}"),
            Self::Note(id) => write!(f, "note {id}"),
            Self::Rule(id) => write!(f, "rule {id}"),
            Self::Waiver(id) => write!(f, "waiver {id}"),
            Self::Release(id) => write!(f, "release {id}"),
            Self::Record(id) => write!(f, "record {id}"),
            Self::Comment(id) => write!(f, "comment {id}"),
        }
    }
}

macro_rules! row_id_from {
    ($($kind:ident($id:ident)),* $(,)?) => {
        $(impl From<$id> for RowId {
            fn from(id: $id) -> Self {
                Self::$kind(id)
            }
        }

        impl TryFrom<RowId> for $id {
            type Error = RowId;
            fn try_from(row: RowId) -> Result<Self, RowId> {
                if let RowId::$kind(id) = row { Ok(id) } else { Err(row) }
            }
        })*
    };
}
row_id_from!(
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
);

/// Rows of one kind, in the order of their ids. Rows are shared, so a copy of a table is cheap.
#[derive(Clone, PartialEq)]
pub struct Table<R: Row> {
    rows: BTreeMap<Id<R>, Arc<R>>,
}

impl<R: Row> Default for Table<R> {
    fn default() -> Self {
        Self { rows: BTreeMap::new() }
    }
}

impl<R: Row> Table<R> {
    /// The row named `id`.
    #[must_use]
    pub fn get(&self, id: Id<R>) -> Option<&Arc<R>> {
        self.rows.get(&id)
    }

    /// Whether there is a row named `id`.
    #[must_use]
    pub fn contains(&self, id: Id<R>) -> bool {
        self.rows.contains_key(&id)
    }

    /// Every row, in the order of ids.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<R>> + ExactSizeIterator {
        self.rows.values()
    }

    /// Every id, in order.
    pub fn ids(&self) -> impl Iterator<Item = Id<R>> {
        self.rows.keys().copied()
    }

    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// An id that is not in the table: `stem` and a number.
    #[must_use]
    pub fn free_id(&self, stem: &str) -> Id<R> {
        let first = u32::try_from(self.len()).unwrap_or(0) + 1;
        Id::numbered(stem, first, |id| self.contains(id))
    }

    /// Puts `row` in the place of `id`, or takes `id` away.
    pub(super) fn put(&mut self, id: Id<R>, row: Option<&Arc<R>>) {
        match row {
            Some(row) => self.rows.insert(id, Arc::clone(row)),
            None => self.rows.remove(&id),
        };
    }
}

impl<R: Row> fmt::Debug for Table<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(&self.rows).finish()
    }
}

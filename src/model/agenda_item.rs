//! Items of the agenda of a session. Talks, statements of guests and pauses are items as well: whatever is given minutes in
//! an order.

use super::{
    AgendaItemId, BodyId, DocumentId, Id, LocalText, PersonId, Row, RowError, RowId, RowKind, SessionId, Source,
    TopicId,
};

/// One item of the agenda of a session.
///
/// Items are rows of their own, so that what two people add to one agenda at the same time is both there.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaItem {
    /// Its name in the plan.
    pub id: AgendaItemId,
    /// The session on whose agenda it is.
    pub session: SessionId,
    /// Where it is taken in its session; smaller comes first. Statements of the session stand in the same order.
    pub order: i32,
    /// What it is.
    pub kind: ItemKind,
    /// How deep it stands, `0..=`[`AgendaItem::DEEPEST`]: 7.1 stands one deeper than 7.
    pub level: u8,
    /// Its number, where that is fixed: the agenda is adopted, or somebody wants it so. Empty while it is counted.
    pub number: String,
    /// What it is called.
    pub title: LocalText,
    /// So many seconds are for whoever presents it, or for all of it where nothing is said apart.
    pub presentation_secs: u32,
    /// So many seconds more are for its discussion.
    pub discussion_secs: u32,
    /// When it begins whatever comes before it, in minutes after the start of its session; for a pause as a rule.
    pub fixed_mins: Option<u32>,
    /// What it is about, in some sentences.
    pub summary: LocalText,
    /// The people who present it, in their order.
    pub speakers: Vec<PersonId>,
    /// The bodies in whose name it is presented.
    pub presenters: Vec<BodyId>,
    /// The topics it deals with.
    pub topics: Vec<TopicId>,
    /// The documents it deals with.
    pub documents: Vec<DocumentId>,
    /// Who brought it in; `None` while that is not known.
    pub origin: Option<ItemOrigin>,
    /// The item that it goes on with.
    pub continued_from: Option<AgendaItemId>,
    /// What came of it.
    pub outcome: ItemOutcome,
    /// To whom it was referred.
    pub referred_to: Option<BodyId>,
    /// Who decides it; may be empty.
    pub decided_by: String,
    /// What follows from it; may be empty.
    pub follow_up: String,
    /// Whatever else a planner wants to remember.
    pub remarks: String,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl AgendaItem {
    /// The deepest level.
    pub const DEEPEST: u8 = 3;

    /// The most seconds that presentation and discussion have each: a day.
    pub const MOST_SECS: u32 = 24 * 60 * 60;

    /// An item without a title, of no length.
    #[must_use]
    pub fn new(id: AgendaItemId, session: SessionId) -> Self {
        Self {
            id,
            session,
            order: 0,
            kind: ItemKind::default(),
            level: 0,
            number: String::new(),
            title: LocalText::default(),
            presentation_secs: 0,
            discussion_secs: 0,
            fixed_mins: None,
            summary: LocalText::default(),
            speakers: Vec::new(),
            presenters: Vec::new(),
            topics: Vec::new(),
            documents: Vec::new(),
            origin: None,
            continued_from: None,
            outcome: ItemOutcome::default(),
            referred_to: None,
            decided_by: String::new(),
            follow_up: String::new(),
            remarks: String::new(),
            sources: Vec::new(),
        }
    }

    /// How long it takes, in seconds.
    #[must_use]
    pub fn secs(&self) -> u32 {
        self.presentation_secs.saturating_add(self.discussion_secs)
    }
}

/// What an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// An item of the agenda; only these have numbers.
    #[default]
    Item,
    /// A talk.
    Talk,
    /// A statement that is not on the speaking list, such as that of a guest.
    Statement,
    /// Questions and answers.
    Discussion,
    /// A break: what comes before it is over when it begins.
    Pause,
}

impl ItemKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Item, Self::Talk, Self::Statement, Self::Discussion, Self::Pause];
}

/// Who brought an item in (§4.24).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemOrigin {
    /// The regional preparatory meetings.
    PreparatoryMeetings,
    /// A Member State.
    MemberState,
    /// A Sector Member.
    SectorMember,
    /// A regional telecommunication organization.
    RegionalOrganization,
    /// The Advisory Group, or one of its groups.
    AdvisoryGroup,
    /// The Telecommunication Development Bureau.
    Bureau,
    /// Somebody else.
    Other,
}

impl ItemOrigin {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::PreparatoryMeetings,
        Self::MemberState,
        Self::SectorMember,
        Self::RegionalOrganization,
        Self::AdvisoryGroup,
        Self::Bureau,
        Self::Other,
    ];
}

/// What came of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemOutcome {
    /// It has not been taken.
    #[default]
    NotTaken,
    /// It was taken and is not finished.
    Open,
    /// It is finished.
    Concluded,
    /// It goes on in another item, which says so ([`AgendaItem::continued_from`]).
    Deferred,
    /// A body was asked to deal with it ([`AgendaItem::referred_to`]).
    Referred,
    /// It was noted.
    Noted,
    /// It was approved.
    Approved,
}

impl ItemOutcome {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::NotTaken, Self::Open, Self::Concluded, Self::Deferred, Self::Referred, Self::Noted, Self::Approved];
}

impl Row for AgendaItem {
    const KIND: RowKind = RowKind::Item;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        visit(self.session.into());
        self.speakers.iter().for_each(|&id| visit(id.into()));
        self.presenters.iter().for_each(|&id| visit(id.into()));
        self.topics.iter().for_each(|&id| visit(id.into()));
        self.documents.iter().for_each(|&id| visit(id.into()));
        self.continued_from.into_iter().for_each(|id| visit(id.into()));
        self.referred_to.into_iter().for_each(|id| visit(id.into()));
    }

    fn check(&self) -> Result<(), RowError> {
        let longest = self.presentation_secs.max(self.discussion_secs);
        match () {
            () if self.continued_from == Some(self.id) => Err(RowError::ContinuesItself),
            () if self.level > Self::DEEPEST || longest > Self::MOST_SECS => Err(RowError::ItemOutOfRange),
            () if self.fixed_mins.is_some_and(|mins| mins > 14 * 24 * 60) => Err(RowError::ItemOutOfRange),
            () => Ok(()),
        }
    }
}

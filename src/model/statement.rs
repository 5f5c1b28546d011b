//! Statements: the speaking list of the policy-statement segment (§5).

use chrono::NaiveDate;

use super::{CivilTime, Id, Language, PersonId, Row, RowError, RowId, RowKind, SessionId, Source, StatementId};

/// One policy statement on the speaking list, from the first request on.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its name in the plan.
    pub id: StatementId,
    /// Who delivers it; their rank and Member State stand there.
    pub speaker: PersonId,
    /// In whose name besides the State of the speaker, such as a regional group; may be empty.
    pub on_behalf_of: String,
    /// The statements session it is given in; `None` while it waits.
    pub session: Option<SessionId>,
    /// Where it stands in its session; smaller comes first.
    pub order: i32,
    /// Whether somebody put it where it is: the filling of the list leaves it there.
    pub by_hand: bool,
    /// Whether its place is one of those that are held for ministers who come late: these are the last of a session.
    pub held_place: bool,
    /// The statements session that was asked for.
    pub wish: Option<SessionId>,
    /// The days on which the speaker is there, in their order; nothing is known of them where there is none.
    pub present: Vec<NaiveDate>,
    /// How long, in seconds; at most 180 by §5, which is a rule and not a limit here.
    pub length_secs: u32,
    /// When the slot was asked for.
    pub requested: Option<CivilTime>,
    /// How far the request has come.
    pub request: RequestState,
    /// Since when it is so far.
    pub settled: Option<NaiveDate>,
    /// Who said so, such as `Permanent Mission, note of 10 November`.
    pub settled_by: String,
    /// Who allowed a rank that §5 does not name; may be empty.
    pub exception_by: String,
    /// Whether the minister of the same State does not attend: then a deputy is called as one.
    pub minister_absent: bool,
    /// By what the speaker agreed to another place on a published list, such as `letter of 11 November`; may be empty.
    pub consent: String,
    /// How far its text has come, for the conference website (§5).
    pub text: TextState,
    /// Where its text is published.
    pub link: String,
    /// The language it is given in; see [`Self::other_language`].
    pub language: Option<Language>,
    /// A language that is none of the six: the delegation brings the interpretation into one of them.
    pub other_language: String,
    /// From where it is given.
    pub delivered_from: DeliveredFrom,
    /// How far its delivery has come.
    pub delivery: Delivery,
    /// When it was begun, in seconds since 1970 (UTC).
    pub begun: Option<i64>,
    /// How long it really took, in seconds.
    pub spoken_secs: Option<u32>,
    /// Whatever else a planner wants to remember.
    pub remarks: String,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Statement {
    /// How long a statement is at most, in seconds (§5).
    pub const USUAL_SECS: u32 = 180;

    /// A statement that has just been asked for.
    #[must_use]
    pub fn new(id: StatementId, speaker: PersonId) -> Self {
        Self {
            id,
            speaker,
            on_behalf_of: String::new(),
            session: None,
            order: 0,
            by_hand: false,
            held_place: false,
            wish: None,
            present: Vec::new(),
            length_secs: Self::USUAL_SECS,
            requested: None,
            request: RequestState::default(),
            settled: None,
            settled_by: String::new(),
            exception_by: String::new(),
            minister_absent: false,
            consent: String::new(),
            text: TextState::default(),
            link: String::new(),
            language: None,
            other_language: String::new(),
            delivered_from: DeliveredFrom::default(),
            delivery: Delivery::default(),
            begun: None,
            spoken_secs: None,
            remarks: String::new(),
            sources: Vec::new(),
        }
    }

    /// Whether it is still to be given, or was: neither withdrawn nor handed in as a text alone.
    #[must_use]
    pub fn speaks(&self) -> bool {
        !matches!(self.request, RequestState::Withdrawn | RequestState::TextOnly)
    }

    /// Whether the speaker can be there on a day, as far as that is known.
    #[must_use]
    pub fn is_present(&self, day: NaiveDate) -> bool {
        self.present.is_empty() || self.present.contains(&day)
    }
}

/// How far a request to speak has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequestState {
    /// It is here.
    #[default]
    Received,
    /// The rank of the speaker has been looked up.
    RankVerified,
    /// The speaker has been told that there is a place.
    Confirmed,
    /// The statement will not be given.
    Withdrawn,
    /// It will not be given; its text is published.
    TextOnly,
}

impl RequestState {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Received, Self::RankVerified, Self::Confirmed, Self::Withdrawn, Self::TextOnly];
}

/// How far the text of a statement has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextState {
    /// It is not here.
    #[default]
    Missing,
    /// It is here.
    Received,
    /// The interpreters have it.
    ToBooths,
    /// It has been held against what was said.
    Checked,
    /// Everybody can read it ([`Statement::link`]).
    Published,
}

impl TextState {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Missing, Self::Received, Self::ToBooths, Self::Checked, Self::Published];
}

/// From where a statement is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeliveredFrom {
    /// The rostrum.
    #[default]
    Rostrum,
    /// The seat of the delegation.
    Seat,
    /// On line.
    Remote,
    /// It was recorded.
    Video,
}

impl DeliveredFrom {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Rostrum, Self::Seat, Self::Remote, Self::Video];
}

/// How far the delivery of a statement has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Delivery {
    /// It is to come.
    #[default]
    Expected,
    /// The speaker is in the hall.
    InHall,
    /// It is being given.
    Speaking,
    /// It has been given.
    Delivered,
    /// The speaker was called and was not there.
    NotPresent,
    /// The speaker was not there, and has another place.
    Moved,
}

impl Delivery {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Expected, Self::InHall, Self::Speaking, Self::Delivered, Self::NotPresent, Self::Moved];
}

/// The speaking list of an event: how far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Speaking {
    /// Since when requests are taken.
    pub opened: Option<NaiveDate>,
    /// Since when no more are.
    pub closed: Option<NaiveDate>,
    /// Since when everybody can read it: nobody's place changes any more without consent.
    pub published: Option<NaiveDate>,
    /// So many places of each session are kept for ministers who come late.
    pub held: u8,
    /// So many seconds the chair speaks in each session, opening and closing.
    pub chair_secs: u32,
}

impl Default for Speaking {
    fn default() -> Self {
        Self { opened: None, closed: None, published: None, held: Self::HELD, chair_secs: Self::CHAIR_SECS }
    }
}

impl Speaking {
    /// So many places of each session are kept unless somebody says otherwise.
    pub const HELD: u8 = 3;
    /// So long the chair speaks unless somebody says otherwise.
    pub const CHAIR_SECS: u32 = 180;
}

impl Row for Statement {
    const KIND: RowKind = RowKind::Statement;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        visit(RowId::Person(self.speaker));
        self.session.into_iter().for_each(|id| visit(RowId::Session(id)));
        self.wish.into_iter().for_each(|id| visit(RowId::Session(id)));
    }

    fn check(&self) -> Result<(), RowError> {
        let is_ordered = self.present.windows(2).all(|days| days[0] < days[1]);
        if is_ordered { Ok(()) } else { Err(RowError::PresentOutOfOrder) }
    }
}

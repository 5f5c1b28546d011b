//! Requests for rooms: bilateral meetings, meetings of regions, receptions.

use chrono::NaiveDate;

use super::{
    BodyId, BodyKind, CivilTime, EventId, Id, Length, LocalText, RoomRequestId, Row, RowId, RowKind, SessionId, Source,
};

/// Somebody asks for a room at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomRequest {
    /// Its name in the plan.
    pub id: RoomRequestId,
    /// The event during which it is held.
    pub event: EventId,
    /// What for.
    pub title: LocalText,
    /// What sort of meeting it is.
    pub purpose: Purpose,
    /// Who asks: a Member State, an organization.
    pub asked_by: String,
    /// The body that asks, where it is one of the plan.
    pub body: Option<BodyId>,
    /// E-mail or telephone of whoever asks.
    pub contact: String,
    /// When it is to begin, on the clock of the event; `None` where any time will do.
    pub start: Option<CivilTime>,
    /// How long.
    pub length: Length,
    /// How many people will come.
    pub headcount: Option<u32>,
    /// Whether it may be shown on screens and in handouts.
    pub is_public: bool,
    /// When it came, on the clock of the event: first come, first served.
    pub received: Option<CivilTime>,
    /// What was answered.
    pub answer: RequestAnswer,
    /// When.
    pub answered: Option<NaiveDate>,
    /// Why it was declined, or what was said besides.
    pub reason: String,
    /// The session that was made of it.
    pub session: Option<SessionId>,
    /// Whatever else a planner wants to remember.
    pub remarks: String,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl RoomRequest {
    /// How long a slot is at ITU conferences, in minutes (booking pages of WTSA-24, Council-24 and PP-22).
    pub const USUAL_MINS: u16 = 90;

    /// One that has just come and says nothing yet.
    #[must_use]
    pub fn new(id: RoomRequestId, event: EventId) -> Self {
        Self {
            id,
            event,
            title: LocalText::default(),
            purpose: Purpose::default(),
            asked_by: String::new(),
            body: None,
            contact: String::new(),
            start: None,
            length: Length::from_mins(i64::from(Self::USUAL_MINS)).unwrap_or(Length::HOUR),
            headcount: None,
            is_public: false,
            received: None,
            answer: RequestAnswer::default(),
            answered: None,
            reason: String::new(),
            session: None,
            remarks: String::new(),
            sources: Vec::new(),
        }
    }
}

/// What a room is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// A meeting of a committee or of one of its groups.
    Committee,
    /// A meeting of a region or of a regional organization.
    Regional,
    /// A meeting of two or some delegations.
    #[default]
    Bilateral,
    /// A reception, a lunch, a party.
    Reception,
    /// Anything else.
    Other,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Committee, Self::Regional, Self::Bilateral, Self::Reception, Self::Other];

    /// What a body asks a room for, where that follows from what it is.
    #[must_use]
    pub fn of_body(kind: BodyKind) -> Option<Self> {
        match kind {
            BodyKind::Region | BodyKind::RegionalOrganization => Some(Self::Regional),
            BodyKind::Delegation => Some(Self::Bilateral),
            BodyKind::Host | BodyKind::Other => None,
            _ => Some(Self::Committee),
        }
    }

    /// Who comes first: committees and their groups, then Member States and regional organizations, then the others
    /// (booking pages of WTSA-24, Council-24 and PP-22).
    #[must_use]
    pub fn precedence(self) -> u8 {
        match self {
            Self::Committee => 0,
            Self::Regional | Self::Bilateral => 1,
            Self::Reception | Self::Other => 2,
        }
    }
}

/// What was answered to a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequestAnswer {
    /// Nothing yet.
    #[default]
    Waiting,
    /// There is a room.
    Accepted,
    /// There is none, or it can not be.
    Declined,
    /// Whoever asked does not want it any more.
    Withdrawn,
}

impl RequestAnswer {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Accepted, Self::Declined, Self::Withdrawn];
}

impl Row for RoomRequest {
    const KIND: RowKind = RowKind::RoomRequest;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        visit(self.event.into());
        self.body.into_iter().for_each(|id| visit(id.into()));
        self.session.into_iter().for_each(|id| visit(id.into()));
    }
}

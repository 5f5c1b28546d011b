//! Sessions: single sittings, placed on the timeline or waiting in the tray.

use chrono::NaiveDate;

use super::{
    Arrived, BodyId, CivilTime, Concern, DocumentId, EventId, Held, Id, Issued, Kind, KindId, LanguageSet, Length,
    LocalText, OwnValues, PersonId, Plan, Podium, RoomId, Row, RowError, RowId, RowKind, SessionId, Source, Span,
    TeamId, TopicId, VisitGroup, YouthElements, time::DAY_MINS,
};

/// One sitting in an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Its name in the plan.
    pub id: SessionId,
    /// The event it is part of; its zone is the zone of the placement.
    pub event: EventId,
    /// What it is and behaves like.
    pub kind: SessionKind,
    /// The own kind of the plan it is called by, if any; [`Self::kind`] is then the nature of that.
    pub own_kind: Option<KindId>,
    /// Title, as precise as known.
    pub title: LocalText,
    /// The bodies that meet: one as a rule, several in a joint meeting, none in a break.
    pub bodies: Vec<BodyId>,
    /// When and where; `None` while it waits in the tray.
    pub placement: Option<Placement>,
    /// How long it should be while it is not placed.
    pub planned_length: Length,
    /// Where it should be, or was, while it is not placed.
    pub wish: Wish,
    /// Whether it must stay where it is.
    pub pinned: bool,
    /// How sure it is.
    pub status: Status,
    /// Which meeting of its body it is, where that is fixed: it has been held or announced under this number. All others
    /// are counted. One of [`Session::NUMBERS`].
    pub number: Option<u16>,
    /// When it was really held; `None` while it has not been opened. What was opened has its number fixed
    /// (`edit::resolve`), and keeps its place as long as nobody moves it itself ([`Session::keeps_place`]).
    pub held: Option<Held>,
    /// What is noted of its podium while statements are given in it.
    pub podium: Podium,
    /// How it was last told to the world; `None` as long as no release that holds it has been issued.
    pub issued: Option<Issued>,
    /// When its agenda was adopted, on the clock of its event; `None` while it is a draft. What is adopted keeps its numbers.
    pub agenda_adopted: Option<CivilTime>,
    /// The session whose agenda it goes on with: it is then one agenda, with one state and one count.
    pub agenda_continues: Option<SessionId>,
    /// So many seconds lie between two items of its agenda, or two statements.
    pub pause_secs: u32,
    /// Languages spoken; more than one means interpretation.
    pub languages: LanguageSet,
    /// The teams of interpreters that serve it, each once, in the order in which they take over from one another.
    pub teams: Vec<TeamId>,
    /// People and what they do in it.
    pub people: Vec<Participation>,
    /// Documents it deals with.
    pub documents: Vec<DocumentId>,
    /// Topics it covers.
    pub topics: Vec<TopicId>,
    /// Sessions that must be over before it begins.
    pub after: Vec<SessionId>,
    /// How many people are expected.
    pub expected_attendance: Option<u32>,
    /// Whom it concerns, where somebody said so; else that follows from its bodies ([`Concern::of`]).
    pub concerns: Option<Concern>,
    /// The elements of a youth celebration that it serves.
    pub elements: YouthElements,
    /// The groups that go on it, while it is a visit.
    pub groups: Vec<VisitGroup>,
    /// Address for taking part from afar.
    pub link: String,
    /// Whether it is shown on the web.
    pub webcast: bool,
    /// Whether it is captioned.
    pub captioned: bool,
    /// Whether it is nobody's business who meets and about what: it is handed out as *Reserved*.
    pub is_reserved: bool,
    /// What stands in the own fields of the plan.
    pub own: OwnValues,
    /// What it was in another tool, where it was brought in from there.
    pub arrived: Option<Arrived>,
    /// Whatever else a planner wants to remember.
    pub remarks: String,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

/// Where and when a session sits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Start, in the zone of the session's event.
    pub start: CivilTime,
    /// How long.
    pub length: Length,
    /// The rooms it takes, each once; none for what has no room of its own, such as a lunch break.
    pub rooms: Vec<RoomId>,
}

/// Where a session that waits should be, as far as that is known. Taking one off the plan leaves here where it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// On which day.
    pub day: Option<NaiveDate>,
    /// From which minute of a day on, `0..1440`.
    pub minute: Option<u16>,
    /// In which rooms, each once.
    pub rooms: Vec<RoomId>,
}

impl Wish {
    /// To be where this is.
    #[must_use]
    pub fn of(at: &Placement) -> Self {
        let minute = u16::try_from(at.start.minute_of_day()).ok();
        Self { day: Some(at.start.date()), minute, rooms: at.rooms.clone() }
    }

    /// Whether it is for a minute that no day has, or for a day beyond the years that times have.
    fn is_far(&self) -> bool {
        self.minute.is_some_and(|minute| i32::from(minute) >= DAY_MINS)
            || self.day.is_some_and(|day| !CivilTime::has_day(day))
    }
}

impl Placement {
    /// From the start to the end, half-open.
    #[must_use]
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end() }
    }

    /// The minute after the last.
    #[must_use]
    pub fn end(&self) -> CivilTime {
        self.start.plus_mins(self.length.mins())
    }
}

/// What sort of session it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SessionKind {
    /// A plenary meeting.
    Plenary,
    /// Policy statements, in the High-Level Segment.
    Statements,
    /// A high-level dialogue.
    Dialogue,
    /// An opening, a closing, a photograph.
    Ceremony,
    /// Heads of delegation.
    HeadsOfDelegation,
    /// A committee.
    Committee,
    /// A working group.
    WorkingGroup,
    /// An ad hoc group.
    AdHoc,
    /// A drafting group.
    Drafting,
    /// Coordination inside regions.
    RegionalCoordination,
    /// A briefing.
    Briefing,
    /// A keynote: one speaker before everybody.
    Keynote,
    /// A talk, or several in a row.
    Talk,
    /// A panel.
    Panel,
    /// A workshop, a tutorial.
    Workshop,
    /// Posters, and their authors beside them.
    Poster,
    /// A part of the youth celebration.
    Youth,
    /// A network of delegates.
    Network,
    /// A visit.
    Visit,
    /// A reception, a luncheon, an excursion.
    Social,
    /// A side event.
    SideEvent,
    /// A meeting with the press.
    Press,
    /// Registration and other services.
    Service,
    /// A coffee or lunch break.
    Break,
    /// Anything else.
    Other,
}

impl SessionKind {
    /// So many seconds are between two things that are taken in a session of this kind, unless somebody says otherwise.
    #[must_use]
    pub fn usual_pause_secs(self) -> u32 {
        match self {
            Self::Statements => 30,
            _ => 0,
        }
    }

    /// All of them, the plenary first.
    pub const ALL: [Self; 25] = [
        Self::Plenary,
        Self::Statements,
        Self::Dialogue,
        Self::Ceremony,
        Self::HeadsOfDelegation,
        Self::Committee,
        Self::WorkingGroup,
        Self::AdHoc,
        Self::Drafting,
        Self::RegionalCoordination,
        Self::Briefing,
        Self::Keynote,
        Self::Talk,
        Self::Panel,
        Self::Workshop,
        Self::Poster,
        Self::Youth,
        Self::Network,
        Self::Visit,
        Self::Social,
        Self::SideEvent,
        Self::Press,
        Self::Service,
        Self::Break,
        Self::Other,
    ];

    /// Whether it is a formal meeting of delegates: what a small delegation can not be at twice (§6).
    #[must_use]
    pub fn is_formal(self) -> bool {
        matches!(
            self,
            Self::Plenary
                | Self::Statements
                | Self::Dialogue
                | Self::HeadsOfDelegation
                | Self::Committee
                | Self::WorkingGroup
                | Self::AdHoc
                | Self::Drafting
        )
    }

    /// Whether it sits in the hours of sittings; groups, heads of delegation and regions meet in the margins.
    #[must_use]
    pub fn keeps_hours(self) -> bool {
        matches!(self, Self::Plenary | Self::Statements | Self::Dialogue | Self::Committee | Self::WorkingGroup)
    }
}

impl SessionKind {
    /// Whether somebody takes the chair in it.
    #[must_use]
    pub fn has_chair(self) -> bool {
        self.is_formal() || matches!(self, Self::RegionalCoordination | Self::Ceremony)
    }
}

/// How sure a session is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// May still change.
    #[default]
    Provisional,
    /// Settled.
    Confirmed,
    /// Takes place only if required: it holds its room and its team, and nobody else need keep the time free.
    Reserve,
    /// Will not take place; kept so that it can be announced.
    Cancelled,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Provisional, Self::Confirmed, Self::Reserve, Self::Cancelled];
}

/// A person's part in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Participation {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
}

/// What somebody does in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// In the chair.
    Chair,
    /// In the chair of this sitting in the place of the chair of the body, who need not come.
    ActingChair,
    /// Beside the chair.
    ViceChair,
    /// The secretary.
    Secretary,
    /// Speaks.
    Speaker,
    /// Leads a discussion.
    Moderator,
    /// Sits on a panel.
    Panellist,
    /// Speaks for a region.
    Spokesperson,
    /// Must be there.
    Participant,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Chair,
        Self::ActingChair,
        Self::ViceChair,
        Self::Secretary,
        Self::Speaker,
        Self::Moderator,
        Self::Panellist,
        Self::Spokesperson,
        Self::Participant,
    ];
}

impl Session {
    /// The numbers that a meeting can have.
    pub const NUMBERS: std::ops::RangeInclusive<u16> = 1..=9999;

    /// A new session without a title, waiting in the tray.
    #[must_use]
    pub fn new(id: SessionId, event: EventId, kind: SessionKind) -> Self {
        Self {
            id,
            event,
            kind,
            own_kind: None,
            title: LocalText::default(),
            bodies: Vec::new(),
            placement: None,
            planned_length: Length::HOUR,
            wish: Wish::default(),
            pinned: false,
            status: Status::default(),
            number: None,
            held: None,
            podium: Podium::default(),
            issued: None,
            agenda_adopted: None,
            agenda_continues: None,
            pause_secs: kind.usual_pause_secs(),
            languages: LanguageSet::EMPTY,
            teams: Vec::new(),
            people: Vec::new(),
            documents: Vec::new(),
            topics: Vec::new(),
            after: Vec::new(),
            expected_attendance: None,
            concerns: None,
            elements: YouthElements::EMPTY,
            groups: Vec::new(),
            link: String::new(),
            webcast: false,
            captioned: false,
            is_reserved: false,
            own: OwnValues::default(),
            arrived: None,
            remarks: String::new(),
            sources: Vec::new(),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn called(&self) -> Kind {
        self.own_kind.map_or(Kind::BuiltIn(self.kind), Kind::Own)
    }

    /// Calls it something else, and makes it behave so; as it was where the plan has no such kind.
    pub fn call(&mut self, plan: &Plan, kind: Kind) {
        let was_usual = self.pause_secs == self.kind.usual_pause_secs();
        match kind {
            Kind::BuiltIn(kind) => (self.kind, self.own_kind) = (kind, None),
            Kind::Own(id) => {
                if let Some(own) = plan.kinds().get(id) {
                    (self.kind, self.own_kind) = (own.nature, Some(id));
                }
            }
        }
        if was_usual {
            self.pause_secs = self.kind.usual_pause_secs();
        }
    }

    /// As what the next person takes part who is added to it: the first one in the chair of a committee, as the speaker
    /// of a talk.
    #[must_use]
    pub fn next_role(&self) -> Role {
        let has = |role| self.people.iter().any(|part| part.role == role);
        match self.kind {
            SessionKind::Keynote
            | SessionKind::Talk
            | SessionKind::Poster
            | SessionKind::Briefing
            | SessionKind::Press
            | SessionKind::SideEvent => Role::Speaker,
            SessionKind::Panel | SessionKind::Dialogue if has(Role::Moderator) => Role::Panellist,
            SessionKind::Panel | SessionKind::Dialogue => Role::Moderator,
            SessionKind::Workshop if !has(Role::Moderator) => Role::Moderator,
            kind if kind.has_chair() && !has(Role::Chair) && !has(Role::ActingChair) => Role::Chair,
            _ => Role::Participant,
        }
    }

    /// Whether it stays when others move: it is pinned, or has been opened. What is pinned can not be moved at all. What has
    /// been opened can, by a planner who moves it itself, such as one who notes after the meeting that it was held in another
    /// room; but no fix, no repair and no later-ones-follow proposes it, and dates of an event that change leave it alone.
    #[must_use]
    pub fn keeps_place(&self) -> bool {
        self.pinned || self.held.is_some()
    }

    /// When it sits, if it is placed.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.placement.as_ref().map(Placement::span)
    }

    /// The rooms it takes; none while it is not placed.
    #[must_use]
    pub fn rooms(&self) -> &[RoomId] {
        self.placement.as_ref().map_or(&[], |placement| &placement.rooms)
    }

    /// The rooms it takes, or should take while it is not placed.
    #[must_use]
    pub fn rooms_or_wished(&self) -> &[RoomId] {
        self.placement.as_ref().map_or(&self.wish.rooms, |placement| &placement.rooms)
    }

    /// Takes it off the plan; it stays as long as it was, and knows where that was.
    pub fn unschedule(&mut self) {
        self.planned_length = self.length();
        if let Some(at) = self.placement.take() {
            self.wish = Wish::of(&at);
        }
    }

    /// How long it is, or should be.
    #[must_use]
    pub fn length(&self) -> Length {
        self.placement.as_ref().map_or(self.planned_length, |placement| placement.length)
    }
}

impl Row for Session {
    const KIND: RowKind = RowKind::Session;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        visit(RowId::Event(self.event));
        self.own_kind.into_iter().for_each(|id| visit(RowId::Kind(id)));
        self.bodies.iter().for_each(|&id| visit(RowId::Body(id)));
        self.rooms().iter().chain(&self.wish.rooms).for_each(|&id| visit(RowId::Room(id)));
        self.teams.iter().for_each(|&id| visit(RowId::Team(id)));
        self.people.iter().for_each(|part| visit(RowId::Person(part.person)));
        self.documents.iter().for_each(|&id| visit(RowId::Document(id)));
        self.topics.iter().for_each(|&id| visit(RowId::Topic(id)));
        self.after.iter().chain(&self.agenda_continues).for_each(|&id| visit(RowId::Session(id)));
        self.own.iter().for_each(|(id, _)| visit(RowId::Field(id)));
        self.concerns.iter().flat_map(Concern::regions).for_each(|&id| visit(RowId::Body(id)));
    }

    fn check(&self) -> Result<(), RowError> {
        let repeated = |rooms: &[RoomId]| rooms.iter().enumerate().any(|(at, room)| rooms[..at].contains(room));
        match &self.placement {
            Some(placement) if repeated(&placement.rooms) => Err(RowError::RoomTwice),
            _ if repeated(&self.wish.rooms) => Err(RowError::RoomTwice),
            _ if self.wish.is_far() || self.groups.iter().any(VisitGroup::is_odd) => Err(RowError::OutOfRange),
            _ if self.number.is_some_and(|number| !Self::NUMBERS.contains(&number)) => Err(RowError::OutOfRange),
            Some(placement) if placement.span().mins() != placement.length.mins() => Err(RowError::OutOfRange),
            _ if self.after.contains(&self.id) => Err(RowError::AfterItself),
            _ if self.agenda_continues == Some(self.id) => Err(RowError::ContinuesItself),
            _ => self
                .held
                .as_ref()
                .map_or(Ok(()), Held::check)
                .and_then(|()| self.podium.check())
                .and_then(|()| self.own.check()),
        }
    }

    fn own(&self) -> &OwnValues {
        &self.own
    }

    fn own_mut(&mut self) -> Option<&mut OwnValues> {
        Some(&mut self.own)
    }
}

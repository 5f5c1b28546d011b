//! What is noted of a change of a session between two releases: who asked for it, who decided, who has been told.

use super::{CivilTime, Id, RecordId, Row, RowId, RowKind, Session, SessionId, SessionKind};

/// What is noted of one change. It stays when the session is changed further; the next release begins a new one.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRecord {
    /// Its name in the plan.
    pub id: RecordId,
    /// The session that is changed.
    pub session: SessionId,
    /// The number of the release from which it is different; 0 where there is none yet.
    pub since: u32,
    /// What of it is changed.
    pub part: ChangedPart,
    /// Who asked for it; may be empty.
    pub requested_by: String,
    /// Who decided it; may be empty.
    pub decided_by: String,
    /// Why; may be empty.
    pub reason: String,
    /// When the chair was told, in UTC to the minute; so for the others.
    pub chair_told: Option<CivilTime>,
    /// When the interpreters were told.
    pub interpreters_told: Option<CivilTime>,
    /// When those who look after the rooms were told.
    pub rooms_told: Option<CivilTime>,
    /// When those who do the webcast were told.
    pub webcast_told: Option<CivilTime>,
    /// When the catering was told.
    pub catering_told: Option<CivilTime>,
}

/// What of a session is changed, as far as different people ask for it and decide it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangedPart {
    /// The session itself: it is new, cancelled, called otherwise.
    #[default]
    Session,
    /// When it begins and how long it is.
    Time,
    /// Where it is.
    Rooms,
}

/// Whom a change is to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Who chairs.
    Chair,
    /// The team of interpreters.
    Interpreters,
    /// Those who look after the rooms.
    Rooms,
    /// Those who do the webcast.
    Webcast,
    /// The catering.
    Catering,
}

impl Party {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Chair, Self::Interpreters, Self::Rooms, Self::Webcast, Self::Catering];

    /// Whether a change of this part of a session concerns them: the interpreters where it is interpreted, the webcast where
    /// it is shown on the web, the catering where people eat and drink.
    #[must_use]
    pub fn is_concerned(self, session: &Session, part: ChangedPart) -> bool {
        match self {
            Self::Chair => !session.bodies.is_empty(),
            Self::Interpreters => session.languages.len() > 1,
            Self::Rooms => {
                part != ChangedPart::Time && session.placement.as_ref().is_none_or(|at| !at.rooms.is_empty())
            }
            Self::Webcast => session.webcast,
            Self::Catering => matches!(session.kind, SessionKind::Break | SessionKind::Social),
        }
    }
}

impl ChangeRecord {
    /// When somebody was told, in UTC to the minute.
    #[must_use]
    pub fn told(&self, party: Party) -> Option<CivilTime> {
        match party {
            Party::Chair => self.chair_told,
            Party::Interpreters => self.interpreters_told,
            Party::Rooms => self.rooms_told,
            Party::Webcast => self.webcast_told,
            Party::Catering => self.catering_told,
        }
    }

    /// Notes when somebody was told, or that nobody told them.
    pub fn tell(&mut self, party: Party, at: Option<CivilTime>) {
        let told = match party {
            Party::Chair => &mut self.chair_told,
            Party::Interpreters => &mut self.interpreters_told,
            Party::Rooms => &mut self.rooms_told,
            Party::Webcast => &mut self.webcast_told,
            Party::Catering => &mut self.catering_told,
        };
        *told = at;
    }
}

impl Row for ChangeRecord {
    const KIND: RowKind = RowKind::Record;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        visit(self.session.into());
    }
}

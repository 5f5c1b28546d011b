//! Delegates: who comes for a Member State or an organization, and what they are to follow.

use super::{
    BodyId, CivilTime, DelegateId, EventId, Id, PersonId, Plan, Row, RowError, RowId, RowKind, SessionId, Source,
};

/// Somebody who comes for a Member State or an organization. A delegation is made of all delegates of one party
/// ([`states::party_key`](super::states::party_key)); nobody needs to be known by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Delegate {
    /// Its name in the plan.
    pub id: DelegateId,
    /// For whom they come, such as `Kenya`.
    pub represents: String,
    /// What they are, such as `engineer`.
    pub function: String,
    /// Who it is, where that is known.
    pub person: Option<PersonId>,
    /// The event they come to; `None` for the one that the plan is about.
    pub event: Option<EventId>,
    /// Which of the groups of §4.23 they are from.
    pub group: Option<StakeholderGroup>,
    /// What they are interested in: these bodies and those below them; of a region its meetings and its topics.
    pub interests: Vec<BodyId>,
    /// From when on they are there, on the clock of the event; `None` from the beginning.
    pub from: Option<CivilTime>,
    /// Until when they are there; `None` to the end.
    pub until: Option<CivilTime>,
    /// What they attend because somebody said so.
    pub attends: Vec<SessionId>,
    /// Where they stand in their delegation; smaller comes first.
    pub order: i32,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Delegate {
    /// One who is there all the time and of whom no more is known.
    #[must_use]
    pub fn new(id: DelegateId, represents: &str) -> Self {
        Self {
            id,
            represents: represents.to_owned(),
            function: String::new(),
            person: None,
            event: None,
            group: None,
            interests: Vec::new(),
            from: None,
            until: None,
            attends: Vec::new(),
            order: 0,
            sources: Vec::new(),
        }
    }

    /// What they are called: by name where that is known, else by what they are; empty where neither is.
    #[must_use]
    pub fn name(&self, plan: &Plan) -> String {
        let person = self.person.and_then(|id| plan.people().get(id)).map(|person| person.name.as_str());
        person.unwrap_or(&self.function).to_owned()
    }

    /// Whether they are there from `start` to `end`.
    #[must_use]
    pub fn is_there(&self, start: CivilTime, end: CivilTime) -> bool {
        self.from.is_none_or(|from| from <= start) && self.until.is_none_or(|until| end <= until)
    }
}

/// A group whose members delegations to interregional meetings are encouraged to include (C25/30-R §4.23).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StakeholderGroup {
    /// Regulators.
    Regulator,
    /// Policy-makers.
    PolicyMaker,
    /// Civil society.
    CivilSociety,
    /// Academia.
    Academia,
    /// The technical community of the Internet.
    TechnicalCommunity,
    /// Youth.
    Youth,
    /// Organizations for the equality of women and men.
    GenderEquality,
}

impl StakeholderGroup {
    /// All of them, in the order of §4.23.
    pub const ALL: [Self; 7] = [
        Self::Regulator,
        Self::PolicyMaker,
        Self::CivilSociety,
        Self::Academia,
        Self::TechnicalCommunity,
        Self::Youth,
        Self::GenderEquality,
    ];
}

impl Row for Delegate {
    const KIND: RowKind = RowKind::Delegate;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.person.into_iter().for_each(|id| visit(id.into()));
        self.event.into_iter().for_each(|id| visit(id.into()));
        self.interests.iter().for_each(|&id| visit(id.into()));
        self.attends.iter().for_each(|&id| visit(id.into()));
    }

    fn check(&self) -> Result<(), RowError> {
        match (self.from, self.until) {
            (Some(from), Some(until)) if until <= from => Err(RowError::DaysReversed),
            _ => Ok(()),
        }
    }
}

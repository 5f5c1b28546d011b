//! Teams of interpreters.

use chrono::NaiveDate;

use super::{Id, LanguageSet, LocalText, PersonId, Row, RowError, RowId, RowKind, Source, TeamId};

/// Interpreters who work together: one team serves one sitting in all its languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// Its name in the plan.
    pub id: TeamId,
    /// What it is called, such as `Team A`.
    pub title: LocalText,
    /// The languages between which it interprets.
    pub languages: LanguageSet,
    /// How many interpreters it has; 0 where that is not known.
    pub size: u16,
    /// Those of them who are known by name.
    pub members: Vec<PersonId>,
    /// The first day on which it is there; `None` where it always was.
    pub from: Option<NaiveDate>,
    /// The last day on which it is there; `None` where it stays.
    pub until: Option<NaiveDate>,
    /// Where it stands among the teams; smaller comes first.
    pub order: i32,
    /// Whatever else a planner wants to remember.
    pub remarks: String,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Team {
    /// How many interpreters six languages take: two in a booth, three where the booth works both ways (Arabic and
    /// Chinese; AIIC Canada, WTPF-09).
    pub const USUAL_SIZE: u16 = 14;

    /// One that interprets between all six languages and is always there.
    #[must_use]
    pub fn new(id: TeamId, title: LocalText) -> Self {
        Self {
            id,
            title,
            languages: LanguageSet::ALL,
            size: Self::USUAL_SIZE,
            members: Vec::new(),
            from: None,
            until: None,
            order: 0,
            remarks: String::new(),
            sources: Vec::new(),
        }
    }

    /// Whether it is there on a day.
    #[must_use]
    pub fn is_there(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Row for Team {
    const KIND: RowKind = RowKind::Team;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.members.iter().for_each(|&id| visit(id.into()));
    }

    fn check(&self) -> Result<(), RowError> {
        match (self.from, self.until) {
            (Some(from), Some(until)) if until < from => Err(RowError::DaysReversed),
            _ => Ok(()),
        }
    }
}

//! Posts: who leads a body, and what is still to be done until somebody does.

use chrono::NaiveDate;

use super::{BodyId, Id, Language, PersonId, PostId, Row, RowId, RowKind, SessionId, Source};

/// A post in a body, whoever holds it: its chair, a vice-chair, its secretary, a spokesperson. It is there before anybody
/// has been named, and says who is to see to that and by when.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// Its name in the plan.
    pub id: PostId,
    /// The body that it belongs to.
    pub body: BodyId,
    /// As what.
    pub role: OfficeRole,
    /// The region or regional organization that fills it; `None` where it is kept for none.
    pub kept_for: Option<BodyId>,
    /// The language that it is kept for, as in a committee that edits texts.
    pub language: Option<Language>,
    /// Who holds it, or is to; `None` until a name is known.
    pub person: Option<PersonId>,
    /// How far it has come.
    pub designation: Designation,
    /// When a name was asked for.
    pub asked: Option<NaiveDate>,
    /// When it was last asked for again.
    pub reminded: Option<NaiveDate>,
    /// When a name came.
    pub received: Option<NaiveDate>,
    /// When it was confirmed.
    pub confirmed: Option<NaiveDate>,
    /// Who sees to it that somebody is named, such as `CITEL secretariat`.
    pub owner: String,
    /// By which day.
    pub due: Option<NaiveDate>,
    /// Who proposes somebody, such as `heads of delegation`.
    pub proposed_by: String,
    /// The meeting that elects or appoints.
    pub decided_at: Option<SessionId>,
    /// Whatever else a planner wants to remember.
    pub remarks: String,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Post {
    /// One that somebody is to be designated for.
    #[must_use]
    pub fn new(id: PostId, body: BodyId, role: OfficeRole) -> Self {
        Self {
            id,
            body,
            role,
            kept_for: None,
            language: None,
            person: None,
            designation: Designation::default(),
            asked: None,
            reminded: None,
            received: None,
            confirmed: None,
            owner: String::new(),
            due: None,
            proposed_by: String::new(),
            decided_at: None,
            remarks: String::new(),
            sources: Vec::new(),
        }
    }

    /// One that somebody holds.
    #[must_use]
    pub fn held(id: PostId, body: BodyId, role: OfficeRole, person: PersonId) -> Self {
        Self { person: Some(person), designation: Designation::Confirmed, ..Self::new(id, body, role) }
    }

    /// Whether nobody is known who holds it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.person.is_none()
    }

    /// By how many days the day has passed by which it was to be settled; `None` where it has not, or it is settled.
    #[must_use]
    pub fn late_days(&self, today: NaiveDate) -> Option<i64> {
        let is_settled = self.designation == Designation::Confirmed && !self.is_open();
        let late = today.signed_duration_since(self.due?).num_days();
        (!is_settled && late > 0).then_some(late)
    }
}

impl Post {
    /// The post after a step on a day.
    #[must_use]
    pub fn after(mut self, step: PostStep, day: Option<NaiveDate>) -> Self {
        match step {
            PostStep::Ask => (self.designation, self.asked) = (Designation::Asked, day.or(self.asked)),
            PostStep::Remind => (self.designation, self.reminded) = (Designation::Asked, day.or(self.reminded)),
            PostStep::Receive => (self.designation, self.received) = (Designation::NameReceived, day.or(self.received)),
            PostStep::Confirm => (self.designation, self.confirmed) = (Designation::Confirmed, day.or(self.confirmed)),
        }
        self
    }

    /// The post with somebody for it, whose name came on a day. Somebody else in the place of one who was confirmed is
    /// to be confirmed anew.
    #[must_use]
    pub fn with_person(self, person: PersonId, day: Option<NaiveDate>) -> Self {
        if self.person == Some(person) {
            return self;
        }
        Self { person: Some(person), confirmed: None, ..self }.after(PostStep::Receive, day)
    }

    /// The post without whoever held it, as far as it was before a name came.
    #[must_use]
    pub fn without_person(self) -> Self {
        let designation = if self.asked.is_some() { Designation::Asked } else { Designation::ToBeDesignated };
        Self { person: None, received: None, confirmed: None, designation, ..self }
    }

    /// What can be done with it next, the likeliest first.
    #[must_use]
    pub fn next_steps(&self) -> &'static [PostStep] {
        match (self.designation, self.person) {
            (Designation::ToBeDesignated, None) => &[PostStep::Ask],
            (Designation::Asked | Designation::NameReceived, None) => &[PostStep::Remind],
            (Designation::Confirmed, None) => &[PostStep::Ask],
            (Designation::Confirmed, Some(_)) => &[],
            (_, Some(_)) => &[PostStep::Confirm],
        }
    }
}

/// What brings a post further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PostStep {
    /// A name is asked for.
    Ask,
    /// It is asked for again.
    Remind,
    /// A name has come.
    Receive,
    /// Whoever is named is elected, appointed or confirmed.
    Confirm,
}

/// A post in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeRole {
    /// The chair.
    Chair,
    /// A vice-chair.
    ViceChair,
    /// The secretary.
    Secretary,
    /// Speaks for the body or for a region in it.
    Spokesperson,
}

impl OfficeRole {
    /// All of them, the chair first.
    pub const ALL: [Self; 4] = [Self::Chair, Self::ViceChair, Self::Secretary, Self::Spokesperson];
}

/// How far a post has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Designation {
    /// Nobody has been asked.
    #[default]
    ToBeDesignated,
    /// A name has been asked for.
    Asked,
    /// A name is here.
    NameReceived,
    /// Whoever is named has been elected, appointed or confirmed.
    Confirmed,
}

impl Designation {
    /// All of them, in the order in which they follow one another.
    pub const ALL: [Self; 4] = [Self::ToBeDesignated, Self::Asked, Self::NameReceived, Self::Confirmed];
}

impl Row for Post {
    const KIND: RowKind = RowKind::Post;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        visit(self.body.into());
        self.kept_for.into_iter().for_each(|id| visit(id.into()));
        self.person.into_iter().for_each(|id| visit(id.into()));
        self.decided_at.into_iter().for_each(|id| visit(id.into()));
    }
}

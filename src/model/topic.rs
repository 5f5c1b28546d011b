//! Topics: what sessions cover.

use super::{BodyId, DocumentId, EventId, Id, LocalText, OwnValues, PersonId, Row, RowId, RowKind, Source, TopicId};

/// A regional priority or initiative, or an item of an agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its name in the plan.
    pub id: TopicId,
    /// What sort of topic it is.
    pub kind: TopicKind,
    /// Short name as printed, such as `ASP 1`.
    pub code: String,
    /// Full name.
    pub title: LocalText,
    /// What it is for.
    pub objective: LocalText,
    /// The region it is of.
    pub region: Option<BodyId>,
    /// The event whose agenda it is on, or that adopted it.
    pub event: Option<EventId>,
    /// What it has in common with topics of other regions: those that have the same words here are alike.
    pub group: LocalText,
    /// How far it has come; `None` where that only follows from its kind.
    pub state: Option<TopicState>,
    /// Whether regions have to agree on it with each other (§4.24).
    pub needs_consensus: bool,
    /// Who brings its text on, where that is somebody by name.
    pub facilitator: Option<PersonId>,
    /// The Member State, or whoever else, that facilitates.
    pub facilitated_by: String,
    /// The document with its current text.
    pub text: Option<DocumentId>,
    /// The regions that are for it, besides its own.
    pub supported_by: Vec<BodyId>,
    /// The regions that want its text to be another one.
    pub amended_by: Vec<BodyId>,
    /// The regions that are against it.
    pub opposed_by: Vec<BodyId>,
    /// What it has in own fields of the plan.
    pub own: OwnValues,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Topic {
    /// One of which nothing is known but what sort it is.
    #[must_use]
    pub fn new(id: TopicId, kind: TopicKind) -> Self {
        Self {
            id,
            kind,
            code: String::new(),
            title: LocalText::default(),
            objective: LocalText::default(),
            region: None,
            event: None,
            group: LocalText::default(),
            state: None,
            needs_consensus: false,
            facilitator: None,
            facilitated_by: String::new(),
            text: None,
            supported_by: Vec::new(),
            amended_by: Vec::new(),
            opposed_by: Vec::new(),
            own: OwnValues::NONE,
            sources: Vec::new(),
        }
    }

    /// How far it has come: what is said, else what its kind says of itself.
    #[must_use]
    pub fn standing(&self) -> Option<TopicState> {
        self.state.or(self.kind.standing())
    }

    /// Whether it is one of a region of which nobody says which.
    #[must_use]
    pub fn lacks_region(&self) -> bool {
        self.kind != TopicKind::AgendaItem && self.region.is_none()
    }
}

/// What sort of topic it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TopicKind {
    /// A regional priority, still to be refined.
    Priority,
    /// A regional initiative, adopted.
    Initiative,
    /// An item of an agenda.
    AgendaItem,
}

impl TopicKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Priority, Self::Initiative, Self::AgendaItem];

    /// How far a topic of this kind has come while nothing else is said (§4.9–4.19).
    #[must_use]
    pub fn standing(self) -> Option<TopicState> {
        match self {
            Self::Priority => Some(TopicState::ToRefine),
            Self::Initiative => Some(TopicState::Adopted),
            Self::AgendaItem => None,
        }
    }
}

/// How far a topic has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TopicState {
    /// Its region still refines it.
    ToRefine,
    /// Its region has adopted it.
    Adopted,
    /// A group is drafting its text.
    InDrafting,
    /// All agree on it.
    Agreed,
}

impl TopicState {
    /// All of them, in the order in which they follow one another.
    pub const ALL: [Self; 4] = [Self::ToRefine, Self::Adopted, Self::InDrafting, Self::Agreed];
}

impl Row for Topic {
    const KIND: RowKind = RowKind::Topic;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        let bodies = [&self.supported_by, &self.amended_by, &self.opposed_by].into_iter().flatten();
        self.region.iter().chain(bodies).for_each(|&id| visit(RowId::Body(id)));
        self.event.into_iter().for_each(|id| visit(RowId::Event(id)));
        self.facilitator.into_iter().for_each(|id| visit(RowId::Person(id)));
        self.text.into_iter().for_each(|id| visit(RowId::Document(id)));
        self.own.iter().for_each(|(id, _)| visit(RowId::Field(id)));
    }

    fn own(&self) -> &OwnValues {
        &self.own
    }

    fn own_mut(&mut self) -> Option<&mut OwnValues> {
        Some(&mut self.own)
    }
}

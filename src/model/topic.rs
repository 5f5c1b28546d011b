//! Topics: what sessions cover.

use super::{BodyId, EventId, Id, LocalText, Row, RowId, RowKind, Source, TopicId};

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
    /// Where this comes from.
    pub sources: Vec<Source>,
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
}

impl Row for Topic {
    const KIND: RowKind = RowKind::Topic;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.region.into_iter().for_each(|id| visit(RowId::Body(id)));
        self.event.into_iter().for_each(|id| visit(RowId::Event(id)));
    }
}

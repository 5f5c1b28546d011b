//! Bodies: what meets.

use chrono::NaiveDate;

use super::zone::Tz;
use super::{BodyId, DocumentId, EventId, Id, LocalText, OwnValues, Row, RowId, RowKind, Source};

/// The plenary, a committee, a group, a region, a host.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its name in the plan.
    pub id: BodyId,
    /// What sort of body it is.
    pub kind: BodyKind,
    /// Short name, such as `COM3`.
    pub code: LocalText,
    /// Full name.
    pub title: LocalText,
    /// The body it belongs to.
    pub parent: Option<BodyId>,
    /// The event that set it up.
    pub set_up_at: Option<EventId>,
    /// The document with its report.
    pub report: Option<DocumentId>,
    /// The zone in which most of its people live; for regions of which no cities are named.
    pub zone: Option<Tz>,
    /// Places where its people live, on whose clocks they sit in a virtual meeting; for regions.
    pub cities: Vec<City>,
    /// What it has in own fields of the plan.
    pub own: OwnValues,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

/// A place where people of a region live.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// What it is called.
    pub name: LocalText,
    /// The zone of its clocks.
    pub zone: Tz,
    /// Days on which nobody works there, weekends apart, each once and in their order.
    pub days_off: Vec<NaiveDate>,
}

impl Body {
    /// One of which nothing is known but what sort it is.
    #[must_use]
    pub fn new(id: BodyId, kind: BodyKind) -> Self {
        Self {
            id,
            kind,
            code: LocalText::default(),
            title: LocalText::default(),
            parent: None,
            set_up_at: None,
            report: None,
            zone: None,
            cities: Vec::new(),
            own: OwnValues::NONE,
            sources: Vec::new(),
        }
    }

    /// The region that it stands for: a region for itself, a regional organization for the one it belongs to.
    #[must_use]
    pub fn stands_for(&self) -> Option<BodyId> {
        if self.kind == BodyKind::Region { Some(self.id) } else { self.parent }
    }

    /// The zones in which its people live: those of its cities, or the one that stands for it.
    pub fn zones(&self) -> impl Iterator<Item = Tz> {
        let alone = self.zone.filter(|_| self.cities.is_empty());
        self.cities.iter().map(|city| city.zone).chain(alone)
    }
}

/// What sort of body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BodyKind {
    /// The plenary meeting, or a segment of it.
    Plenary,
    /// The heads of delegation.
    HeadsOfDelegation,
    /// A committee.
    Committee,
    /// The committee that steers the work: chairs and vice-chairs of the others.
    SteeringCommittee,
    /// The committee that controls the budget.
    BudgetCommittee,
    /// The committee that edits the texts of the others.
    EditorialCommittee,
    /// A working group.
    WorkingGroup,
    /// An ad hoc or drafting group.
    DraftingGroup,
    /// The members of one region.
    Region,
    /// A regional telecommunication organization.
    RegionalOrganization,
    /// An advisory group or one of its groups.
    AdvisoryGroup,
    /// The secretariat.
    Secretariat,
    /// The host country.
    Host,
    /// A Member State or its delegation.
    Delegation,
    /// A network, an outside organization, young people: whoever else meets.
    Other,
}

impl BodyKind {
    /// All of them, the plenary first.
    pub const ALL: [Self; 15] = [
        Self::Plenary,
        Self::HeadsOfDelegation,
        Self::Committee,
        Self::SteeringCommittee,
        Self::BudgetCommittee,
        Self::EditorialCommittee,
        Self::WorkingGroup,
        Self::DraftingGroup,
        Self::Region,
        Self::RegionalOrganization,
        Self::AdvisoryGroup,
        Self::Secretariat,
        Self::Host,
        Self::Delegation,
        Self::Other,
    ];
}

impl Row for Body {
    const KIND: RowKind = RowKind::Body;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.parent.into_iter().for_each(|id| visit(RowId::Body(id)));
        self.set_up_at.into_iter().for_each(|id| visit(RowId::Event(id)));
        self.report.into_iter().for_each(|id| visit(RowId::Document(id)));
        self.own.iter().for_each(|(id, _)| visit(RowId::Field(id)));
    }

    fn own(&self) -> &OwnValues {
        &self.own
    }

    fn own_mut(&mut self) -> Option<&mut OwnValues> {
        Some(&mut self.own)
    }
}

//! People: chairs, secretaries, speakers.

use super::{Absence, BodyId, Id, OwnValues, PersonId, Rank, Row, RowId, RowKind, Source};

/// Somebody who has a part in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Their name in the plan file.
    pub id: PersonId,
    /// How they are addressed, such as `H.E. Ms`: what stands before the name; may be empty.
    pub address: String,
    /// Their name as printed.
    pub name: String,
    /// Function or title, such as `Minister of Digital Development and Transport`.
    pub function: String,
    /// Member State or organization they speak for.
    pub represents: String,
    /// The region they belong to.
    pub region: Option<BodyId>,
    /// How they are counted where posts are to be shared fairly; `None` where that is not said.
    pub gender: Option<Gender>,
    /// Rank in protocol; decides who may deliver a policy statement (§5).
    pub rank: Rank,
    /// When they are not there.
    pub away: Vec<Absence>,
    /// E-mail or telephone.
    pub contact: String,
    /// What the file called them that brought them in, so that they are found again whatever they are called now; empty otherwise.
    pub came_as: String,
    /// What they have in own fields of the plan.
    pub own: OwnValues,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Person {
    /// Somebody of whom no more than the name is known.
    #[must_use]
    pub fn new(id: PersonId, name: &str) -> Self {
        Self {
            id,
            address: String::new(),
            name: name.to_owned(),
            function: String::new(),
            represents: String::new(),
            region: None,
            gender: None,
            rank: Rank::default(),
            away: Vec::new(),
            contact: String::new(),
            came_as: String::new(),
            own: OwnValues::NONE,
            sources: Vec::new(),
        }
    }
}

/// How a person is counted where posts are to be shared fairly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// A woman.
    Woman,
    /// A man.
    Man,
}

impl Gender {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Woman, Self::Man];
}

impl Row for Person {
    const KIND: RowKind = RowKind::Person;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RowId)) {
        self.region.into_iter().for_each(|id| visit(RowId::Body(id)));
        self.own.iter().for_each(|(id, _)| visit(RowId::Field(id)));
        if let Rank::Own(id) = self.rank {
            visit(RowId::Rank(id));
        }
    }

    fn own(&self) -> &OwnValues {
        &self.own
    }

    fn own_mut(&mut self) -> Option<&mut OwnValues> {
        Some(&mut self.own)
    }
}

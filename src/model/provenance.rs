//! Where a record comes from.

/// On what a statement in the plan rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Said by the source document, ITU Council document C25/30-R.
    Seed,
    /// Said by another public source.
    External,
    /// Concluded from what is said, or computed.
    Inferred,
    /// Made up to have something to start from; not the official programme.
    Illustrative,
}

impl Basis {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Seed, Self::External, Self::Inferred, Self::Illustrative];
}

/// One source of a row. A row without any was made by the planner.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// On what it rests.
    pub basis: Basis,
    /// Where to look: a § of the source document such as `§4.22`, or the name of an outside source.
    pub reference: String,
    /// What it covers, such as `time` or `place`; empty when it covers the whole row.
    pub about: String,
}

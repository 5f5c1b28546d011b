//! Whom a meeting concerns.

use super::BodyId;

/// Whom a formal meeting concerns; what follows from its bodies is worked out ([`attendance`](super::attendance)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Every delegation.
    All,
    /// Those of these regions.
    Regions(Vec<BodyId>),
    /// Those who are members of it: the editors, by language.
    Members,
    /// The officers of the conference.
    Officers,
}

impl Concern {
    /// The regions; none unless it concerns regions.
    #[must_use]
    pub fn regions(&self) -> &[BodyId] {
        if let Self::Regions(regions) = self { regions } else { &[] }
    }
}

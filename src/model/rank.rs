//! Ranks in protocol: the built-in ones, those a plan adds, and what a plan says of either (C25/30-R §5 only proposes who speaks).

use super::{Id, LocalText, Plan, RankId, Row, RowId, RowKind, Source};

/// Rank in protocol, highest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Rank {
    /// A minister.
    Minister,
    /// A deputy minister.
    DeputyMinister,
    /// An assistant minister.
    AssistantMinister,
    /// Another member of a cabinet.
    CabinetMember,
    /// Head of a regulator.
    Regulator,
    /// An ambassador.
    Ambassador,
    /// A United Nations official.
    UnitedNations,
    /// Anybody else.
    #[default]
    Other,
    /// A rank of the plan's own.
    Own(RankId),
}

impl Rank {
    /// The built-in ones, highest first.
    pub const BUILT_IN: [Self; 8] = [
        Self::Minister,
        Self::DeputyMinister,
        Self::AssistantMinister,
        Self::CabinetMember,
        Self::Regulator,
        Self::Ambassador,
        Self::UnitedNations,
        Self::Other,
    ];

    /// The row in which a plan says something of it; `None` for [`Self::Other`], of which there is nothing to say.
    #[must_use]
    pub fn row(self) -> Option<RankId> {
        let name = match self {
            Self::Minister => "minister",
            Self::DeputyMinister => "deputy-minister",
            Self::AssistantMinister => "assistant-minister",
            Self::CabinetMember => "cabinet-member",
            Self::Regulator => "regulator",
            Self::Ambassador => "ambassador",
            Self::UnitedNations => "united-nations",
            Self::Other => return None,
            Self::Own(id) => return Some(id),
        };
        RankId::new(name).ok()
    }

    /// The rank of which a row of this name says something.
    #[must_use]
    pub fn of_row(id: RankId) -> Self {
        Self::BUILT_IN.into_iter().find(|rank| rank.row() == Some(id)).unwrap_or(Self::Own(id))
    }

    /// What is so of it unless a plan says otherwise: nothing of an own one. Ministers and members of a cabinet are called first, then
    /// deputy, then assistant ministers (§5); a deputy can stand in for a minister.
    #[must_use]
    pub fn usual(self) -> Standing {
        let class = match self {
            Self::Minister | Self::CabinetMember => Some(1),
            Self::DeputyMinister => Some(2),
            Self::AssistantMinister => Some(3),
            _ => None,
        };
        let place = Self::BUILT_IN.iter().position(|rank| *rank == self).unwrap_or(Self::BUILT_IN.len());
        let order = i32::try_from(place + 1).unwrap_or(i32::MAX / 10) * 10;
        Standing { class, order, stands_in: self == Self::DeputyMinister }
    }
}

/// What is so of a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// In which class statements are called, from 1; `None` where somebody must allow one.
    pub class: Option<u8>,
    /// Where it stands in lists; smaller comes first.
    pub order: i32,
    /// Whether its holder is called as a minister where the minister does not attend.
    pub stands_in: bool,
}

/// What a plan says of a rank: one of its own, or a built-in one by the name of that ([`Rank::row`]).
#[derive(Clone, Debug, PartialEq)]
pub struct OwnRank {
    /// Its name in the plan.
    pub id: RankId,
    /// What it is called; a built-in one has its own words in languages in which nothing stands here.
    pub title: LocalText,
    /// In which class statements of it are called, from 1; `None` where somebody must allow one.
    pub class: Option<u8>,
    /// Where it stands in lists; smaller comes first.
    pub order: i32,
    /// Whether its holder is called as a minister where the minister does not attend.
    pub stands_in: bool,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl OwnRank {
    /// What is usual of a rank, as a row that can be changed.
    #[must_use]
    pub fn usual(id: RankId) -> Self {
        let Standing { class, order, stands_in } = Rank::of_row(id).usual();
        Self { id, title: LocalText::default(), class, order, stands_in, sources: Vec::new() }
    }

    /// What it says.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing { class: self.class, order: self.order, stands_in: self.stands_in }
    }
}

impl Row for OwnRank {
    const KIND: RowKind = RowKind::Rank;

    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, _visit: &mut dyn FnMut(RowId)) {}
}

/// What is so of a rank, where `row` looks up what a plan says of one.
pub(crate) fn standing<'a>(rank: Rank, row: impl FnOnce(RankId) -> Option<&'a OwnRank>) -> Standing {
    rank.row().and_then(row).map_or_else(|| rank.usual(), OwnRank::standing)
}

/// In which class a statement is called, where `standing` says what is so of ranks: that of ministers for a deputy whose minister does
/// not attend.
pub(crate) fn class(rank: Rank, minister_absent: bool, standing: impl Fn(Rank) -> Standing) -> Option<u8> {
    let own = standing(rank);
    if own.stands_in && minister_absent {
        return standing(Rank::Minister).class.map(|class| own.class.map_or(class, |own| own.min(class))).or(own.class);
    }
    own.class
}

impl Plan {
    /// What is so of a rank in this plan.
    #[must_use]
    pub fn standing(&self, rank: Rank) -> Standing {
        standing(rank, |id| self.ranks().get(id).map(|row| &**row))
    }

    /// All ranks that somebody can have, in their order; [`Rank::Other`] comes last.
    #[must_use]
    pub fn all_ranks(&self) -> Vec<Rank> {
        let own = self.ranks().ids().map(Rank::of_row).filter(|rank| matches!(rank, Rank::Own(_)));
        let mut all: Vec<Rank> = Rank::BUILT_IN.into_iter().filter(|rank| *rank != Rank::Other).chain(own).collect();
        all.sort_by_key(|rank| (self.standing(*rank).order, *rank));
        all.push(Rank::Other);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Header, Patch};

    fn plan(rows: impl IntoIterator<Item = OwnRank>) -> Plan {
        let mut plan = Plan::new(Header::in_zone(crate::model::zone::Tz::UTC));
        let mut patch = Patch::default();
        rows.into_iter().for_each(|row| patch.put(&plan, row));
        plan.apply(&patch).unwrap();
        plan
    }

    #[test]
    fn a_plan_says_otherwise_of_built_in_ranks_and_adds_its_own() {
        let chancellor = OwnRank { class: Some(1), order: 5, ..OwnRank::usual("chancellor".parse().unwrap()) };
        let own = Rank::of_row(chancellor.id);
        let regulator = OwnRank { class: Some(4), ..OwnRank::usual(Rank::Regulator.row().unwrap()) };
        let plan = plan([chancellor, regulator]);
        assert_eq!(plan.all_ranks()[..2], [own, Rank::Minister]);
        assert_eq!(plan.all_ranks().last(), Some(&Rank::Other));
        assert_eq!(plan.all_ranks().len(), Rank::BUILT_IN.len() + 1, "no built-in one twice");
        let classes = [own, Rank::Minister, Rank::Regulator, Rank::Ambassador].map(|rank| plan.standing(rank).class);
        assert_eq!(classes, [Some(1), Some(1), Some(4), None]);
    }

    #[test]
    fn a_deputy_counts_as_minister_only_where_the_minister_does_not_attend() {
        let of = |rank, absent| class(rank, absent, Rank::usual);
        assert_eq!((of(Rank::DeputyMinister, false), of(Rank::DeputyMinister, true)), (Some(2), Some(1)));
        assert_eq!((of(Rank::AssistantMinister, true), of(Rank::Other, true)), (Some(3), None));
    }
}

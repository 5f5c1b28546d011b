//! Ranks in protocol as they are written.

use serde::{Deserialize, Serialize};

use crate::model::{self, RankId};
use crate::store::saved::{ReadRow, WrittenRow};
use crate::store::version_1::papers::Source;
use crate::store::version_1::scalars::{List, LocalText, is_default};

/// A built-in rank by its word, an own one as `Own("chancellor")`.
#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub(super) enum Rank {
    Minister,
    DeputyMinister,
    AssistantMinister,
    CabinetMember,
    Regulator,
    Ambassador,
    UnitedNations,
    #[default]
    Other,
    Own(RankId),
}

impl From<model::Rank> for Rank {
    fn from(rank: model::Rank) -> Self {
        match rank {
            model::Rank::Minister => Self::Minister,
            model::Rank::DeputyMinister => Self::DeputyMinister,
            model::Rank::AssistantMinister => Self::AssistantMinister,
            model::Rank::CabinetMember => Self::CabinetMember,
            model::Rank::Regulator => Self::Regulator,
            model::Rank::Ambassador => Self::Ambassador,
            model::Rank::UnitedNations => Self::UnitedNations,
            model::Rank::Other => Self::Other,
            model::Rank::Own(id) => Self::Own(id),
        }
    }
}

impl From<Rank> for model::Rank {
    fn from(rank: Rank) -> Self {
        match rank {
            Rank::Minister => Self::Minister,
            Rank::DeputyMinister => Self::DeputyMinister,
            Rank::AssistantMinister => Self::AssistantMinister,
            Rank::CabinetMember => Self::CabinetMember,
            Rank::Regulator => Self::Regulator,
            Rank::Ambassador => Self::Ambassador,
            Rank::UnitedNations => Self::UnitedNations,
            Rank::Other => Self::Other,
            // Somebody wrote a built-in one as if it were an own one.
            Rank::Own(id) => Self::of_row(id),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnRank {
    id: RankId,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    speaking_class: Option<u8>,
    #[serde(default, skip_serializing_if = "is_default")]
    order: i32,
    #[serde(default, skip_serializing_if = "is_default")]
    stands_in: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    sources: List<Source>,
}

impl ReadRow for OwnRank {
    type Model = model::OwnRank;

    fn into_model(self) -> model::OwnRank {
        model::OwnRank {
            id: self.id,
            title: self.title.into_model(),
            class: self.speaking_class,
            order: self.order,
            stands_in: self.stands_in,
            sources: Source::list_into_model(self.sources),
        }
    }
}

impl WrittenRow for OwnRank {
    fn from_model(row: &model::OwnRank) -> Self {
        Self {
            id: row.id,
            title: LocalText::from_model(&row.title),
            speaking_class: row.class,
            order: row.order,
            stands_in: row.stands_in,
            sources: Source::list_from_model(&row.sources),
        }
    }
}

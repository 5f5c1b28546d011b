//! Groups of visits, and whom a session concerns, as they are written.

use serde::{Deserialize, Serialize};

use crate::model::{self, BodyId};
use crate::store::version_1::scalars::{Clock, List, LocalText, Written, is_default};

/// A group that goes on a visit.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VisitGroup {
    #[serde(default, skip_serializing_if = "is_default")]
    name: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    people: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    departs: Option<Written<Clock>>,
    #[serde(default, skip_serializing_if = "is_default")]
    returns: Option<Written<Clock>>,
    #[serde(default, skip_serializing_if = "is_default")]
    seats: Option<u32>,
}

impl VisitGroup {
    pub fn into_model(self) -> model::VisitGroup {
        model::VisitGroup {
            name: self.name.into_model(),
            people: self.people,
            departs: self.departs.map(|time| time.0.0),
            returns: self.returns.map(|time| time.0.0),
            seats: self.seats,
        }
    }

    pub fn from_model(group: &model::VisitGroup) -> Self {
        let clock = |minute: Option<u16>| minute.map(|minute| Written(Clock(minute)));
        Self {
            name: LocalText::from_model(&group.name),
            people: group.people,
            departs: clock(group.departs),
            returns: clock(group.returns),
            seats: group.seats,
        }
    }
}

/// Whom a session concerns.
#[derive(PartialEq, Serialize, Deserialize)]
pub(super) enum Concern {
    All,
    Regions(List<BodyId>),
    Members,
    Officers,
}

impl Concern {
    pub fn into_model(self) -> model::Concern {
        match self {
            Self::All => model::Concern::All,
            Self::Regions(regions) => model::Concern::Regions(regions.0),
            Self::Members => model::Concern::Members,
            Self::Officers => model::Concern::Officers,
        }
    }

    pub fn from_model(concern: &model::Concern) -> Self {
        match concern {
            model::Concern::All => Self::All,
            model::Concern::Regions(regions) => Self::Regions(List(regions.clone())),
            model::Concern::Members => Self::Members,
            model::Concern::Officers => Self::Officers,
        }
    }
}

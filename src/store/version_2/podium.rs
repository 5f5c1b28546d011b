//! What is noted of a podium, as it is written: moments are seconds of UTC since 1970.

use serde::{Deserialize, Serialize};

use super::kinds::StopReason;
use crate::model;
use crate::store::version_1::scalars::{List, Prose, is_default};

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Podium {
    #[serde(default, skip_serializing_if = "is_default")]
    opened: Option<i64>,
    #[serde(default, skip_serializing_if = "is_default")]
    limit_secs: Option<u32>,
    #[serde(default, skip_serializing_if = "is_default")]
    stops: List<Stop>,
    #[serde(default, skip_serializing_if = "is_default")]
    closed: Option<i64>,
    #[serde(default, skip_serializing_if = "is_default")]
    noted: List<Noted>,
}

/// Something that its log tells.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Noted {
    at: i64,
    #[serde(default, skip_serializing_if = "is_default")]
    who: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    extended_secs: i32,
    #[serde(default, skip_serializing_if = "is_default")]
    swapped_with: Option<Prose>,
}

impl Noted {
    fn into_model(self) -> model::Noted {
        let extended = model::NotedDeed::Extended(self.extended_secs);
        let what = self.swapped_with.map_or(extended, |other| model::NotedDeed::Swapped(other.0));
        model::Noted { at: self.at, who: self.who.0, what }
    }

    fn from_model(noted: &model::Noted) -> Self {
        let (extended_secs, swapped_with) = match &noted.what {
            model::NotedDeed::Extended(secs) => (*secs, None),
            model::NotedDeed::Swapped(other) => (0, Some(other.into())),
        };
        Self { at: noted.at, who: (&noted.who).into(), extended_secs, swapped_with }
    }
}

/// A time in which the clock stood still.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stop {
    why: StopReason,
    from: i64,
    #[serde(default, skip_serializing_if = "is_default")]
    to: Option<i64>,
}

impl Podium {
    pub fn into_model(self) -> model::Podium {
        let stop = |stop: Stop| model::Stop { why: stop.why.into(), from: stop.from, to: stop.to };
        model::Podium {
            opened: self.opened,
            limit_secs: self.limit_secs,
            stops: self.stops.0.into_iter().map(stop).collect(),
            closed: self.closed,
            noted: self.noted.0.into_iter().map(Noted::into_model).collect(),
        }
    }

    pub fn from_model(podium: &model::Podium) -> Self {
        let stop = |stop: &model::Stop| Stop { why: stop.why.into(), from: stop.from, to: stop.to };
        Self {
            opened: podium.opened,
            limit_secs: podium.limit_secs,
            stops: List(podium.stops.iter().map(stop).collect()),
            closed: podium.closed,
            noted: List(podium.noted.iter().map(Noted::from_model).collect()),
        }
    }
}

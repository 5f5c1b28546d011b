//! What is noted of a podium, as it is written: moments are seconds of UTC since 1970.

use serde::{Deserialize, Serialize};

use super::kinds::StopReason;
use crate::model;
use crate::store::version_1::scalars::{List, is_default};

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
        }
    }

    pub fn from_model(podium: &model::Podium) -> Self {
        let stop = |stop: &model::Stop| Stop { why: stop.why.into(), from: stop.from, to: stop.to };
        Self {
            opened: podium.opened,
            limit_secs: podium.limit_secs,
            stops: List(podium.stops.iter().map(stop).collect()),
            closed: podium.closed,
        }
    }
}

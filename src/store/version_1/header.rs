//! The header as it is written.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::scalars::{LocalText, Written, is_default};
use crate::model::zone::Tz;
use crate::model::{self, Language};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Header {
    #[serde(default, skip_serializing_if = "is_default")]
    identity: Option<Written<Uuid>>,
    #[serde(default, skip_serializing_if = "is_default")]
    title: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    description: LocalText,
    zone: Written<Tz>,
    language: Written<Language>,
    #[serde(default, skip_serializing_if = "is_default")]
    release: u32,
}

impl Header {
    pub(in crate::store) fn into_model(self) -> model::Header {
        model::Header {
            identity: self.identity.map(|written| written.0),
            title: self.title.into_model(),
            description: self.description.into_model(),
            zone: self.zone.0,
            language: self.language.0,
            release: self.release,
            ..model::Header::in_zone(self.zone.0)
        }
    }
}

//! The header as it is written.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::zone::Tz;
use crate::model::{self, Language};
use crate::store::version_1::scalars::{LocalText, Written, is_default};

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
    #[serde(default, skip_serializing_if = "is_default")]
    symbol: String,
    #[serde(default, skip_serializing_if = "is_default")]
    original: Option<Written<Language>>,
    #[serde(default, skip_serializing_if = "is_default")]
    issuer: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    contact: String,
}

impl Header {
    pub(in crate::store) fn from_model(header: &model::Header) -> Self {
        Self {
            identity: header.identity.map(Written),
            title: LocalText::from_model(&header.title),
            description: LocalText::from_model(&header.description),
            zone: Written(header.zone),
            language: Written(header.language),
            release: header.release,
            symbol: header.symbol.clone(),
            original: header.original.map(Written),
            issuer: LocalText::from_model(&header.issuer),
            contact: header.contact.clone(),
        }
    }

    pub(in crate::store) fn into_model(self) -> model::Header {
        model::Header {
            identity: self.identity.map(|written| written.0),
            title: self.title.into_model(),
            description: self.description.into_model(),
            zone: self.zone.0,
            language: self.language.0,
            release: self.release,
            symbol: self.symbol,
            original: self.original.map(|written| written.0),
            issuer: self.issuer.into_model(),
            contact: self.contact,
        }
    }
}

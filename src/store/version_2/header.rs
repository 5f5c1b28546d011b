//! The header as it is written.

use std::marker::PhantomData;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

use crate::model::zone::Tz;
use crate::model::{self, Ink, Language, Logo};
use crate::store::miswritten::Expected;
use crate::store::saved::MAX_TABLE_ROWS;
use crate::store::version_1::scalars::{AtMost, List, LocalText, Prose, TextForm, Written, is_default};

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
    #[serde(default, skip_serializing_if = "is_default")]
    colour: Option<Written<Ink>>,
    #[serde(default, skip_serializing_if = "is_default")]
    second_colour: Option<Written<Ink>>,
    #[serde(default, skip_serializing_if = "is_default")]
    footer: LocalText,
    #[serde(default, skip_serializing_if = "is_default")]
    logo: Option<Written<Logo>>,
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "as_many_as_rows")]
    dismissed: List<Dismissed>,
}

/// A list that can be as long as a table: all sessions of a plan can be removed.
fn as_many_as_rows<'de, D: Deserializer<'de>>(deserializer: D) -> Result<List<Dismissed>, D::Error> {
    const { assert!(model::Dismissed::MOST <= MAX_TABLE_ROWS, "what is written can be read again") };
    deserializer
        .deserialize_seq(AtMost { limit: MAX_TABLE_ROWS, what: Expected::ShortTable, entry: PhantomData })
        .map(List)
}

/// A session of another tool that was removed here.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dismissed {
    source: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    id: Prose,
    #[serde(default, skip_serializing_if = "is_default")]
    title: Prose,
}

impl Dismissed {
    fn into_model(self) -> model::Dismissed {
        model::Dismissed { source: self.source.0, id: self.id.0, title: self.title.0 }
    }

    fn from_model(dismissed: &model::Dismissed) -> Self {
        Self { source: (&dismissed.source).into(), id: (&dismissed.id).into(), title: (&dismissed.title).into() }
    }
}

impl TextForm for Ink {
    fn to_text(&self) -> String {
        self.to_string()
    }
    fn from_text(text: &str) -> Result<Self, Expected> {
        text.parse().map_err(|_| Expected::Colour)
    }
}

/// In Base64: a plan is a text.
impl TextForm for Logo {
    fn to_text(&self) -> String {
        BASE64_STANDARD.encode(self.bytes())
    }
    fn from_text(text: &str) -> Result<Self, Expected> {
        // Four letters are three bytes.
        let bytes = (text.len() <= Self::MAX_BYTES.div_ceil(3) * 4).then(|| BASE64_STANDARD.decode(text).ok());
        bytes.flatten().and_then(|bytes| Self::new(&bytes)).ok_or(Expected::Logo)
    }
    fn wrong_part(text: &str) -> &str {
        text.get(..20).unwrap_or(text)
    }
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
            colour: header.colour.map(Written),
            second_colour: header.second_colour.map(Written),
            footer: LocalText::from_model(&header.footer),
            logo: header.logo.clone().map(Written),
            dismissed: List(header.dismissed.iter().map(Dismissed::from_model).collect()),
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
            logo: self.logo.map(|written| written.0),
            colour: self.colour.map(|written| written.0),
            second_colour: self.second_colour.map(|written| written.0),
            footer: self.footer.into_model(),
            dismissed: self.dismissed.0.into_iter().map(Dismissed::into_model).collect(),
        }
    }
}

//! Single values as text: names of zones and languages, times, dates, lengths, texts in six languages; and the limits
//! for what an untrusted file may hold.

use std::fmt;
use std::marker::PhantomData;

use chrono::NaiveDate;
use chrono::format::ParseErrorKind;
use serde::de::{self, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::model::zone::Tz;
use crate::model::{self, CivilTime, Language, LanguageSet, Length, TimeError};
use crate::store::miswritten::Expected;

/// The most characters that one text of a file may have.
pub const MAX_TEXT_CHARS: usize = 100_000;

/// The most entries that a list inside a row may have.
pub const MAX_LIST_ENTRIES: usize = 10_000;

/// Whether a field can be left out.
pub(in crate::store) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A value that is written as a short text.
#[derive(Clone, Copy, Default, PartialEq)]
pub(in crate::store) struct Written<T>(pub T);

/// How a value becomes text and text a value, or what the text should have been.
pub(in crate::store) trait TextForm: Sized {
    fn to_text(&self) -> String;
    fn from_text(text: &str) -> Result<Self, Expected>;

    /// The part of a text that is wrong: all of it, where it is one value.
    fn wrong_part(text: &str) -> &str {
        text
    }
}

impl<T: TextForm> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_text())
    }
}

impl<'de, T: TextForm> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let unexpected = |what| de::Error::invalid_value(Unexpected::Str(T::wrong_part(&text)), &what);
        T::from_text(&text).map(Self).map_err(unexpected)
    }
}

impl TextForm for CivilTime {
    fn to_text(&self) -> String {
        self.to_string()
    }
    fn from_text(text: &str) -> Result<Self, Expected> {
        text.parse().map_err(|error| match error {
            TimeError::NoSuchTime => Expected::RealTime,
            TimeError::Range => Expected::TimeInRange,
            TimeError::Shape | TimeError::Length => Expected::Time,
        })
    }
}

impl TextForm for Tz {
    fn to_text(&self) -> String {
        self.name().to_owned()
    }
    fn from_text(text: &str) -> Result<Self, Expected> {
        text.parse().map_err(|_| Expected::Zone)
    }
}

impl TextForm for Uuid {
    fn to_text(&self) -> String {
        self.to_string()
    }
    fn from_text(text: &str) -> Result<Self, Expected> {
        text.parse().map_err(|_| Expected::Identity)
    }
}

impl TextForm for Language {
    fn to_text(&self) -> String {
        self.code().to_owned()
    }
    fn from_text(text: &str) -> Result<Self, Expected> {
        text.parse().map_err(|_| Expected::Language)
    }
}

/// Codes with spaces between them: `en fr es`.
impl TextForm for LanguageSet {
    fn to_text(&self) -> String {
        self.iter().map(Language::code).collect::<Vec<_>>().join(" ")
    }
    fn from_text(text: &str) -> Result<Self, Expected> {
        text.split_whitespace().map(Language::from_text).collect()
    }
    fn wrong_part(text: &str) -> &str {
        text.split_whitespace().find(|code| Language::from_text(code).is_err()).unwrap_or(text)
    }
}

impl TextForm for NaiveDate {
    fn to_text(&self) -> String {
        self.to_string()
    }
    fn from_text(text: &str) -> Result<Self, Expected> {
        match text.parse::<Self>() {
            Ok(date) if date.to_string() == text => Ok(date),
            Err(error) if error.kind() == ParseErrorKind::OutOfRange => Err(Expected::RealDate),
            _ => Err(Expected::Date),
        }
    }
}

/// A time of day in minutes since midnight, `00:00` to `24:00`.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::store) struct Clock(pub u16);

impl TextForm for Clock {
    fn to_text(&self) -> String {
        format!("{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
    fn from_text(text: &str) -> Result<Self, Expected> {
        let number = |digits: &str| {
            let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
            two.then(|| digits.parse::<u16>().ok()).flatten()
        };
        let minutes = text.split_once(':').and_then(|(hour, minute)| Some((number(hour)?, number(minute)?)));
        match minutes {
            Some((hour, minute)) if minute < 60 && hour * 60 + minute <= 1440 => Ok(Self(hour * 60 + minute)),
            _ => Err(Expected::Clock),
        }
    }
}

/// A length in minutes.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::store) struct Minutes(pub Length);

impl Serialize for Minutes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(self.0.mins())
    }
}

impl<'de> Deserialize<'de> for Minutes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mins = i64::deserialize(deserializer)?;
        let unexpected = |_| de::Error::invalid_value(Unexpected::Signed(mins), &Expected::Length);
        Length::from_mins(mins).map(Self).map_err(unexpected)
    }
}

/// A text of at most [`MAX_TEXT_CHARS`].
#[derive(Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub(in crate::store) struct Prose(pub String);

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // Counting is only needed where there are more bytes than characters allowed.
        let chars = if text.len() > MAX_TEXT_CHARS { text.chars().count() } else { 0 };
        if chars > MAX_TEXT_CHARS {
            return Err(de::Error::invalid_length(chars, &Expected::ShortText));
        }
        Ok(Self(text))
    }
}

impl From<&String> for Prose {
    fn from(text: &String) -> Self {
        Self(text.clone())
    }
}

/// A text in some of the six languages.
#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct LocalText {
    #[serde(default, skip_serializing_if = "is_default")]
    en: Option<Prose>,
    #[serde(default, skip_serializing_if = "is_default")]
    fr: Option<Prose>,
    #[serde(default, skip_serializing_if = "is_default")]
    es: Option<Prose>,
    #[serde(default, skip_serializing_if = "is_default")]
    ru: Option<Prose>,
    #[serde(default, skip_serializing_if = "is_default")]
    zh: Option<Prose>,
    #[serde(default, skip_serializing_if = "is_default")]
    ar: Option<Prose>,
}

impl LocalText {
    pub(in crate::store) fn from_model(text: &model::LocalText) -> Self {
        let prose = |language| text.exact(language).map(|text| Prose(text.to_owned()));
        Self {
            en: prose(Language::English),
            fr: prose(Language::French),
            es: prose(Language::Spanish),
            ru: prose(Language::Russian),
            zh: prose(Language::Chinese),
            ar: prose(Language::Arabic),
        }
    }

    pub(in crate::store) fn into_model(self) -> model::LocalText {
        let mut text = model::LocalText::default();
        for (language, prose) in [
            (Language::English, self.en),
            (Language::French, self.fr),
            (Language::Spanish, self.es),
            (Language::Russian, self.ru),
            (Language::Chinese, self.zh),
            (Language::Arabic, self.ar),
        ] {
            text.set(language, &prose.unwrap_or_default().0);
        }
        text
    }
}

/// A list inside a row, at most [`MAX_LIST_ENTRIES`] long.
#[derive(PartialEq, Serialize)]
#[serde(transparent)]
pub(in crate::store) struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_seq(AtMost { limit: MAX_LIST_ENTRIES, what: Expected::ShortList, entry: PhantomData })
            .map(Self)
    }
}

/// Reads a list and refuses it as soon as it gets too long.
pub(in crate::store) struct AtMost<T> {
    pub limit: usize,
    pub what: Expected,
    pub entry: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for AtMost<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        de::Expected::fmt(&Expected::List, f)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element()? {
            if list.len() == self.limit {
                return Err(de::Error::invalid_length(list.len() + 1, &self.what));
            }
            list.push(entry);
        }
        Ok(list)
    }
}

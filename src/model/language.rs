//! The six official languages, sets of them, and texts that exist in some of them.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// An official language of the ITU (Constitution, Article 29).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English, E.
    English,
    /// French, F.
    French,
    /// Spanish, S.
    Spanish,
    /// Russian, R.
    Russian,
    /// Chinese, C.
    Chinese,
    /// Arabic, A; written from right to left.
    Arabic,
}

impl Language {
    /// All six, in the channel order of ITU rooms (1 E, 2 F, 3 S, 4 R, 5 C, 6 A; WTSA-16).
    pub const ALL: [Self; 6] = [Self::English, Self::French, Self::Spanish, Self::Russian, Self::Chinese, Self::Arabic];

    /// The two-letter code of ISO 639-1.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Russian => "ru",
            Self::Chinese => "zh",
            Self::Arabic => "ar",
        }
    }

    /// The letter in ITU document names, such as the `R` of C25/30-R.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::English => 'E',
            Self::French => 'F',
            Self::Spanish => 'S',
            Self::Russian => 'R',
            Self::Chinese => 'C',
            Self::Arabic => 'A',
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Russian => "Русский",
            Self::Chinese => "中文",
            Self::Arabic => "العربية",
        }
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;
    fn from_str(code: &str) -> Result<Self, UnknownLanguage> {
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code)).ok_or(UnknownLanguage)
    }
}

/// The text is none of the six codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

/// Some of the six languages.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct LanguageSet {
    bits: u8,
}

impl LanguageSet {
    /// None of them.
    pub const EMPTY: Self = Self { bits: 0 };
    /// All six: a fully interpreted meeting.
    pub const ALL: Self = Self { bits: 0b11_1111 };

    /// Whether `language` is in it.
    #[must_use]
    pub fn contains(self, language: Language) -> bool {
        self.bits & (1 << language as u8) != 0
    }

    /// The set with `language` in it, or without.
    #[must_use]
    pub fn with(self, language: Language, inside: bool) -> Self {
        let bit = 1 << language as u8;
        Self { bits: if inside { self.bits | bit } else { self.bits & !bit } }
    }

    /// How many.
    #[must_use]
    pub fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// Them, in the order of [`Language::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Language> {
        Language::ALL.into_iter().filter(move |&language| self.contains(language))
    }
}

impl FromIterator<Language> for LanguageSet {
    fn from_iter<I: IntoIterator<Item = Language>>(languages: I) -> Self {
        languages.into_iter().fold(Self::EMPTY, |set, language| set.with(language, true))
    }
}

impl fmt::Debug for LanguageSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// A text in some of the six languages; an empty text counts as none.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct LocalText {
    texts: [Option<Arc<str>>; 6],
}

impl LocalText {
    /// A text in one language.
    #[must_use]
    pub fn one(language: Language, text: &str) -> Self {
        Self::default().with(language, text)
    }

    /// The same text with `language` set to `text`, or removed when that is empty.
    #[must_use]
    pub fn with(mut self, language: Language, text: &str) -> Self {
        self.set(language, text);
        self
    }

    /// Sets `language` to `text`, or removes it when that is empty.
    pub fn set(&mut self, language: Language, text: &str) {
        self.texts[language as usize] = (!text.is_empty()).then(|| Arc::from(text));
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn exact(&self, language: Language) -> Option<&str> {
        self.texts[language as usize].as_deref()
    }

    /// The text in `wanted`, else in English, else in the first language it has, else the empty text.
    #[must_use]
    pub fn get(&self, wanted: Language) -> &str {
        self.exact(wanted)
            .or_else(|| self.exact(Language::English))
            .or_else(|| self.texts.iter().find_map(Option::as_deref))
            .unwrap_or_default()
    }

    /// Every text with its language, in the order of [`Language::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        Language::ALL.into_iter().filter_map(|language| self.exact(language).map(|text| (language, text)))
    }

    /// Whether it exists in no language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.iter().all(Option::is_none)
    }
}

impl From<&str> for LocalText {
    /// English.
    fn from(text: &str) -> Self {
        Self::one(Language::English, text)
    }
}

impl fmt::Debug for LocalText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(language, text)| (language.code(), text))).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_english_and_then_to_anything() {
        let text = LocalText::one(Language::Russian, "Зал");
        assert_eq!(text.get(Language::French), "Зал");
        let text = text.with(Language::English, "Room");
        assert_eq!(text.get(Language::French), "Room");
        assert_eq!(text.get(Language::Russian), "Зал");
        assert_eq!(text.with(Language::Russian, "").get(Language::Russian), "Room");
        assert_eq!(LocalText::default().get(Language::Arabic), "");
    }

    #[test]
    fn sets_add_and_remove() {
        let set = LanguageSet::ALL.with(Language::Chinese, false);
        assert_eq!(set.len(), 5);
        assert!(!set.contains(Language::Chinese) && set.contains(Language::Arabic));
        assert_eq!(Language::ALL.into_iter().collect::<LanguageSet>(), LanguageSet::ALL);
    }
}

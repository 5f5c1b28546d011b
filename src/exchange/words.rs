//! A text in the languages that were chosen.

use std::borrow::Cow;

use super::plain::harmless;
use crate::model::{Language, LocalText};

/// A text in the chosen languages, the leading one first, none twice. Where a plan lacks a text in all of them, it is in
/// the language that the plan has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    texts: Vec<(Language, String)>,
}

impl Words {
    /// What `text` says in `languages`, as every format can hold it.
    #[must_use]
    pub fn chosen(text: &LocalText, languages: &[Language]) -> Self {
        let mut words = Self::default();
        for &language in languages {
            if let Some(exact) = text.exact(language) {
                words.push(language, exact.to_owned());
            }
        }
        if words.is_empty() {
            let fallback = text.exact(Language::English).map(|text| (Language::English, text));
            if let Some((language, text)) = fallback.or_else(|| text.iter().next()) {
                words.push(language, text.to_owned());
            }
        }
        words
    }

    /// A text that is the same in all languages, such as a name.
    #[must_use]
    pub fn one(language: Language, text: &str) -> Self {
        let mut words = Self::default();
        words.push(language, text.to_owned());
        words
    }

    /// Adds a text, as every format can hold it, unless it is empty or there already.
    pub(super) fn push(&mut self, language: Language, mut text: String) {
        text = harmless(&text);
        if !text.trim().is_empty() && self.texts.iter().all(|(_, other)| *other != text) {
            self.texts.push((language, text));
        }
    }

    /// The text in the leading language, or as near to it as there is.
    #[must_use]
    pub fn first(&self) -> &str {
        self.texts.first().map_or("", |(_, text)| text)
    }

    /// The text in `language`, else the first one.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let exact = self.texts.iter().find(|(own, _)| *own == language);
        exact.map_or_else(|| self.first(), |(_, text)| text)
    }

    /// Every text with its language.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Language, &str)> {
        self.texts.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// All texts in one line: `Plenary meeting / Пленарное заседание`. Beside Arabic each is isolated (Unicode Standard
    /// Annex #9, §2.4), or the end of one would be drawn into the other; a mark before them says which way the line runs.
    #[must_use]
    pub fn joined(&self) -> Cow<'_, str> {
        match self.texts.as_slice() {
            [] => Cow::Borrowed(""),
            [(_, only)] => Cow::Borrowed(only),
            several => {
                let is_mixed = several.iter().any(|(language, _)| *language == Language::Arabic);
                let isolated = |text: &str| format!("\u{2068}{text}\u{2069}");
                let texts = several.iter().map(|(_, text)| if is_mixed { isolated(text) } else { text.clone() });
                let direction = match (is_mixed, several[0].0) {
                    (true, Language::Arabic) => "\u{200f}",
                    (true, _) => "\u{200e}",
                    (false, _) => "",
                };
                Cow::Owned(direction.to_owned() + &texts.collect::<Vec<_>>().join(" / "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chosen_languages_come_in_their_order_and_once() {
        let room = LocalText::from("Hall A").with(Language::Russian, "Зал A");
        let words = Words::chosen(&room, &[Language::Russian, Language::English]);
        assert_eq!(words.joined(), "Зал A / Hall A");
        assert_eq!(words.get(Language::English), "Hall A");
        assert_eq!(words.get(Language::Chinese), "Зал A", "the first one stands in");
        let same = LocalText::from("COM3").with(Language::Russian, "COM3");
        assert_eq!(Words::chosen(&same, &[Language::English, Language::Russian]).joined(), "COM3");
    }

    #[test]
    fn languages_of_both_directions_are_kept_apart_in_a_line() {
        let room = LocalText::from("Room A").with(Language::Arabic, "القاعة A");
        let words = Words::chosen(&room, &[Language::Arabic, Language::English]);
        assert_eq!(words.joined(), "\u{200f}\u{2068}القاعة A\u{2069} / \u{2068}Room A\u{2069}");
    }

    #[test]
    fn what_no_chosen_language_has_comes_in_english_or_in_any() {
        let room = LocalText::one(Language::Russian, "Зал A");
        assert_eq!(
            Words::chosen(&room, &[Language::French]).iter().collect::<Vec<_>>(),
            [(Language::Russian, "Зал A")]
        );
        let room = room.with(Language::English, "Hall A");
        assert_eq!(Words::chosen(&room, &[Language::French]).first(), "Hall A");
        assert!(Words::chosen(&LocalText::default(), &[Language::French]).is_empty());
    }
}

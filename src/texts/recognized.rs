//! Which value somebody means by a word, whatever language the screen is in: headings of tables, names of kinds.

use std::collections::HashMap;

use super::{bundle, files, folded, other_words};
use crate::model::Language;

/// Words, each with the place of what it means in a list of ids of texts.
pub(crate) struct Recognized {
    places: HashMap<String, usize>,
}

impl Recognized {
    /// The words of these texts in every language that has the file they are in, and in others of which only such words are
    /// known. A text may hold several words, with
    /// strokes between them. Of a word that comes twice, the first place counts.
    pub fn new(file: &str, ids: &[&'static str]) -> Self {
        let mut places = HashMap::new();
        let of_languages = Language::ALL.into_iter().map(|language| {
            let files: Vec<_> = files(language).iter().copied().filter(|(name, _)| *name == file).collect();
            let mut texts = HashMap::new();
            bundle(language, &files, &mut texts);
            texts
        });
        for texts in of_languages.chain(std::iter::once_with(other_words)) {
            for (place, id) in ids.iter().enumerate() {
                for word in texts.get(*id).into_iter().flat_map(|text| text.split('|')) {
                    places.entry(plain(word)).or_insert(place);
                }
            }
        }
        Self { places }
    }

    /// The place of what the whole text means: as it is, or without what stands in brackets behind it.
    pub fn place(&self, text: &str) -> Option<usize> {
        let text = plain(text);
        let without = text.split(['(', '[', '/', ',']).next().map(str::trim).unwrap_or_default();
        self.places.get(&text).or_else(|| self.places.get(without)).copied()
    }

    /// The place of the first word in a text that means anything.
    pub fn place_within(&self, text: &str) -> Option<usize> {
        folded(text).split(|c: char| !c.is_alphanumeric()).find_map(|word| self.places.get(word)).copied()
    }
}

/// As words and names are compared: folded, one blank between them, and no mark around them.
pub(crate) fn plain(text: &str) -> String {
    let mut words = folded(text);
    if words.contains("  ") {
        words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    words.trim().trim_matches(|c: char| matches!(c, '.' | ':' | '*' | '?' | '"')).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_recognized_in_every_language_and_with_what_stands_around_them() {
        let kinds = Recognized::new("model", &["kind-plenary", "kind-break"]);
        for (text, expected) in [
            ("Break", Some(1)),
            (" plenary  MEETING:", Some(0)),
            ("Пленарное заседание", Some(0)),
            ("Break (coffee)", Some(1)),
            ("Breakfast", None),
            ("", None),
        ] {
            assert_eq!(kinds.place(text), expected, "{text:?}");
        }
        assert_eq!(plain(" Two \t words: "), "two words");
        assert_eq!(kinds.place_within("A long break, with tea"), Some(1));
    }
}

//! The Member States of the ITU: what they are called in the six languages, and which one somebody means.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Language, folded};

/// A Member State.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    /// Its three letters in ISO 3166-1.
    pub code: &'static str,
    /// The region it belongs to in the development sector: `AFR`, `AMS`, `ARB`, `ASP`, `CIS` or `EUR`.
    pub region: &'static str,
    /// What else it is called, in any language: its formal names, everyday words, former names.
    pub aliases: Vec<&'static str>,
    names: [&'static str; Language::ALL.len()],
}

impl State {
    /// What it is called.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        self.names[language as usize]
    }

    fn read(line: &'static str) -> Self {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (code, region) = (cell(), cell());
        let names = Language::ALL.map(|_| cell());
        Self { code, region, names, aliases: cell().split('|').filter(|alias| !alias.is_empty()).collect() }
    }

    /// Everything that means it.
    fn words(&self) -> impl Iterator<Item = &'static str> {
        [self.code].into_iter().chain(self.names).chain(self.aliases.iter().copied())
    }
}

/// All of them, in the order of their codes.
#[must_use]
pub fn all() -> &'static [State] {
    static ALL: LazyLock<Vec<State>> = LazyLock::new(|| {
        let lines = include_str!("../../assets/states.tsv").lines();
        lines.filter(|line| !line.starts_with('#')).map(State::read).collect()
    });
    &ALL
}

/// No name takes more bytes, and nothing longer is looked up.
const LONGEST: usize = 200;

/// The State that `text` is a name of, in any language, or the code of. Case, accents, blanks and punctuation do not
/// count. What could be two of them, such as `Korea`, is none.
#[must_use]
pub fn named(text: &str) -> Option<&'static State> {
    static BY_WORD: LazyLock<FxHashMap<String, &'static State>> = LazyLock::new(|| {
        all().iter().flat_map(|state| state.words().map(move |word| (letters(word), state))).collect()
    });
    let text = text.trim();
    (text.len() <= LONGEST).then(|| BY_WORD.get(&letters(text)).copied()).flatten()
}

/// A State or an organization as it is compared: one State under any of its names is one.
#[must_use]
pub fn party_key(party: &str) -> String {
    named(party).map_or_else(|| folded(party.trim()), |state| state.code.to_owned())
}

/// The letters of a name as they are compared: without accents, also where these are characters of their own.
fn letters(text: &str) -> String {
    let plain = |c| match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' | 'ı' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'й' => 'и',
        'آ' | 'أ' | 'إ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        c => c,
    };
    // Latin and Arabic marks, and the stroke that stretches an Arabic word.
    let is_mark = |c: &char| matches!(c, '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}');
    folded(text).chars().filter(|c| c.is_alphanumeric() && !is_mark(c)).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    fn code(text: &str) -> Option<&'static str> {
        named(text).map(|state| state.code)
    }

    #[test]
    fn each_is_in_its_region() {
        let mut regions = BTreeMap::new();
        for state in all() {
            *regions.entry(state.region).or_insert(0) += 1;
        }
        let expected = [("AFR", 44), ("AMS", 35), ("ARB", 21), ("ASP", 39), ("CIS", 9), ("EUR", 46)];
        assert_eq!(regions, BTreeMap::from(expected));
        assert_eq!(all().len(), 194);
        assert!(all().is_sorted_by(|one, next| one.code < next.code), "in order, and none twice");
    }

    #[test]
    fn every_name_leads_to_its_own_state() {
        for state in all() {
            assert!(state.code.len() == 3 && state.code.bytes().all(|byte| byte.is_ascii_uppercase()), "{state:?}");
            assert!(state.names.iter().all(|name| !name.is_empty()), "{state:?}");
            for word in state.words() {
                assert!(word.trim() == word && word.len() <= LONGEST, "{word}");
                assert_eq!(code(word), Some(state.code), "{word}");
            }
            let mut known: BTreeSet<String> = [state.code].into_iter().chain(state.names).map(letters).collect();
            for alias in &state.aliases {
                assert!(known.insert(letters(alias)), "{alias} says nothing new");
            }
        }
    }

    #[test]
    fn names_in_the_order_of_the_languages() {
        let names = |code| {
            let state = named(code).unwrap();
            Language::ALL.map(|language| state.name(language))
        };
        assert_eq!(names("AUT"), ["Austria", "Autriche", "Austria", "Австрия", "奥地利", "النمسا"]);
        assert_eq!(names("TUR"), ["Türkiye", "Türkiye", "Türkiye", "Турция", "土耳其", "تركيا"]);
    }

    #[test]
    fn one_state_has_many_names() {
        let same = [
            ("RUS", &["Russia", "Russian Federation", "россия", "РФ", " the Russian Federation ", "rus", "俄罗斯"][..]),
            ("CIV", &["COTE D'IVOIRE", "Côte d’Ivoire", "Ivory Coast", "Cote-d'Ivoire", "Co\u{302}te d'Ivoire"]),
            ("TUR", &["Turkey", "TÜRKİYE", "Turkiye", "Турция"]),
            ("KOR", &["South Korea", "Korea (Rep. of)", "Korea, Republic of", "Республика Корея"]),
            ("PRK", &["North Korea", "DPRK", "D.P.R.K."]),
            ("COD", &["DRC", "Congo-Kinshasa", "Congo (Kinshasa)", "Dem. Rep. of the Congo", "刚果(金)"]),
            ("COG", &["Congo", "Congo-Brazzaville", "Republic of the Congo"]),
            ("GBR", &["UK", "U.K.", "Great Britain", "Великобритания"]),
            ("USA", &["U.S.A.", "United States of America", "США", "Соединённые Штаты Америки"]),
            ("VAT", &["Holy See", "Vatican City", "Saint-Siège"]),
            ("TTO", &["Trinidad & Tobago", "Trinidad and Tobago"]),
            ("JAM", &["Ямайка", "Ямаи\u{306}ка"]),
            ("JOR", &["الأردن", "الاردن", "الأُردُنّ", "الأردنـــ"]),
            ("GIN", &["Guinea"]),
            ("NER", &["Niger"]),
        ];
        for (expected, words) in same {
            for word in words {
                assert_eq!(code(word), Some(expected), "{word}");
            }
        }
    }

    #[test]
    fn what_is_no_name_or_two_is_none() {
        for text in ["Korea", "Corée", "Корея", "European Union", "Atlantis", "Chad and Niger", "", " ", "'", "\u{301}"]
        {
            assert_eq!(code(text), None, "{text}");
        }
    }

    #[test]
    fn long_texts_are_not_looked_up() {
        assert_eq!(code(&"İ\u{64b}'".repeat(1_000_000)), None);
        assert_eq!(code(&format!("Chad{}", "'".repeat(LONGEST))), None);
        assert_eq!(code(&format!("{0}Chad{0}", " ".repeat(LONGEST))), Some("TCD"));
    }
}

//! Where words may be broken: the patterns of TeX for English, French, Spanish and Russian. Arabic and Chinese have no
//! hyphens.

use hypher::Lang;

use crate::model::Language;

/// Where a word may be broken. Only this program puts it in: the typesetter shows a hyphen where a line ends with it.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// Shorter words stay whole.
const SHORTEST: usize = 5;
/// Longer ones are no words.
const LONGEST: usize = 80;

/// Appends `text` with a [`SOFT_HYPHEN`] wherever one of its words may be broken. Latin letters are read in `language`, or as
/// English where that has others.
pub(super) fn push(target: &mut String, text: &str, language: Language) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphabetic();
        let end = rest.find(|c: char| c.is_alphabetic() != is_word).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        match language_of(run, language).filter(|_| is_word && is_breakable(run)) {
            Some(language) => {
                for (at, syllable) in hypher::hyphenate(run, language).enumerate() {
                    if at > 0 {
                        target.push(SOFT_HYPHEN);
                    }
                    target.push_str(syllable);
                }
            }
            None => target.push_str(run),
        }
        rest = after;
    }
}

/// Names in capitals are codes, which nobody breaks.
fn is_breakable(word: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&word.chars().count()) && !word.chars().all(char::is_uppercase)
}

fn language_of(word: &str, language: Language) -> Option<Lang> {
    let are = |range: std::ops::RangeInclusive<char>| word.chars().all(|c| range.contains(&c));
    if are('\u{400}'..='\u{4ff}') {
        return Some(Lang::Russian);
    }
    if !are('A'..='\u{24f}') {
        return None;
    }
    Some(match language {
        Language::French => Lang::French,
        Language::Spanish => Lang::Spanish,
        _ => Lang::English,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, language: Language, expected: &str) {
        let mut broken = String::new();
        push(&mut broken, text, language);
        assert_eq!(broken.replace(SOFT_HYPHEN, "-"), expected);
    }

    #[test]
    fn words_break_as_their_language_has_it() {
        check("Working Group on standardization", Language::English, "Work-ing Group on stan-dard-iza-tion");
        check("Пленарное заседание", Language::Russian, "Пле-нар-ное за-се-да-ние");
        check("Standardization: Пленарное", Language::Arabic, "Stan-dard-iza-tion: Пле-нар-ное");
        check("réglementation", Language::French, "ré-gle-men-ta-tion");
        check("telecomunicaciones", Language::Spanish, "te-le-co-mu-ni-ca-cio-nes");
    }

    #[test]
    fn codes_numbers_and_other_scripts_stay_whole() {
        for text in ["UNESCO", "2025-11-17", "جلسة", "全体会议", "Hall", "", "日本word"] {
            check(text, Language::English, text);
        }
    }
}

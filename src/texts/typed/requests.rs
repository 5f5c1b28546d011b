//! What is typed or pasted of a request to speak.

use std::sync::LazyLock;

use super::super::{Texts, names};
use crate::model::{Language, Person, PersonId, Rank, address, folded, states};

/// A request in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedRequest {
    /// Who asks, under a name that has still to be given.
    pub person: Person,
    /// In which language they speak, where that is said.
    pub language: Option<Language>,
}

/// A request in one line, out of a field or a table: `Kenya; Ms A; Minister of Information; English`, with tabs, semicolons or
/// commas between, in any order but for the name, which comes before the function. Nothing for an empty line, and for one
/// that names nobody. A form of address before the name is told from it.
///
/// A rank is taken from a word that can mean nothing else, in any language of the screen; what is ambiguous (`Cabinet`,
/// `ministre adjoint`) stays a function, and the rank is told as not known.
#[must_use]
pub fn request(line: &str) -> Option<TypedRequest> {
    let mark = ['\t', ';', ','].into_iter().find(|&mark| line.contains(mark)).unwrap_or('\t');
    let mut request = TypedRequest { person: Person::new(PersonId::new("new").ok()?, ""), language: None };
    let person = &mut request.person;
    for part in line.split(mark).map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")) {
        if part.is_empty() || part.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if person.represents.is_empty()
            && let Some(state) = states::named(&part)
        {
            state.name(Language::English).clone_into(&mut person.represents);
        } else if let Some(language) = language(&part).filter(|_| request.language.is_none()) {
            request.language = Some(language);
        } else if let Some(rank) = rank(&part).filter(|_| person.rank == Rank::Other) {
            person.rank = rank;
            if !is_bare(&part) {
                person.function = part;
            }
        } else if person.name.is_empty() {
            let (address, name) = address::split(&part);
            (person.address, person.name) = (address.to_owned(), name.to_owned());
        } else if person.function.is_empty() {
            person.function = part;
        } else if person.represents.is_empty() {
            person.represents = part;
        }
    }
    if person.name.is_empty() {
        // A State asks before it says who comes.
        person.name.clone_from(&person.represents);
    }
    (!person.name.is_empty()).then_some(request)
}

/// What ranks and languages are called in the languages of the screen.
struct Words {
    ranks: Vec<(String, Rank)>,
    languages: Vec<(String, Language)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let (mut ranks, mut languages) = (Vec::new(), Vec::new());
    let told = [Rank::Minister, Rank::DeputyMinister, Rank::AssistantMinister, Rank::CabinetMember];
    for language in Language::ALL {
        let texts = Texts::new(language);
        ranks.extend(told.map(|rank| (folded(texts.text(names::rank(rank))), rank)));
        languages.extend(Language::ALL.map(|of| (folded(texts.text(names::language(of))), of)));
    }
    // `Deputy Minister` before `Minister`, of which it holds the words.
    ranks.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    Words { ranks, languages }
});

/// `Minister`, or `Minister of Transport`: a word of a rank and what it is minister of.
fn rank(part: &str) -> Option<Rank> {
    let part = folded(part);
    // `Ministre adjoint` is no minister, and `Minister Counsellor` neither.
    let goes_on = |rest: &str| {
        let of = [" of ", " for ", " de ", " del ", " des ", " du ", " d'", " d’"];
        of.iter().any(|of| rest.starts_with(of)) || rest.strip_prefix(' ').is_some_and(is_cyrillic)
    };
    let begins = |word: &str| part.strip_prefix(word).is_some_and(|rest| rest.is_empty() || goes_on(rest));
    WORDS.ranks.iter().find(|(word, _)| begins(word)).map(|&(_, rank)| rank)
}

/// Whether it goes on in Russian, where a genitive needs no word before it; folded letters may look Latin.
fn is_cyrillic(text: &str) -> bool {
    text.contains(|c: char| ('а'..='я').contains(&c))
}

/// Whether the rank is all that is said.
fn is_bare(part: &str) -> bool {
    let part = folded(part);
    WORDS.ranks.iter().any(|(word, _)| *word == part)
}

fn language(part: &str) -> Option<Language> {
    let part = folded(part);
    WORDS.languages.iter().find(|(word, _)| *word == part).map(|&(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_says_who_asks() {
        let read = |line: &str| {
            let TypedRequest { person, language } = request(line)?;
            let name = format!("{}|{}", person.address, person.name);
            Some((person.represents, name, person.function, person.rank, language))
        };
        let of = |state: &str, name: &str, function: &str, rank, language| {
            Some((state.to_owned(), name.to_owned(), function.to_owned(), rank, language))
        };
        assert_eq!(read("Kenya; Ms A; Minister"), of("Kenya", "Ms|A", "", Rank::Minister, None));
        assert_eq!(
            read("12\tRussia\tMr B\tDeputy Minister of Communications\tRussian"),
            of(
                "Russian Federation",
                "Mr|B",
                "Deputy Minister of Communications",
                Rank::DeputyMinister,
                Some(Language::Russian)
            ),
        );
        assert_eq!(read("Ms C, Chile"), of("Chile", "Ms|C", "", Rank::Other, None));
        assert_eq!(read("Mali"), of("Mali", "|Mali", "", Rank::Other, None));
        for asked in ["Cabinet", "ministre adjoint", "secrétaire d'État", "Minister Counsellor"] {
            assert_eq!(
                read(&format!("Mr D; Mali; {asked}")),
                of("Mali", "Mr|D", asked, Rank::Other, None),
                "not guessed"
            );
        }
        assert_eq!(read("Г-н Е; Мали; Министр связи").map(|read| read.3), Some(Rank::Minister));
        assert_eq!(read(" ;; "), None);
    }
}

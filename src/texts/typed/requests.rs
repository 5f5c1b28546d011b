//! What is typed or pasted of a request to speak.

use std::sync::LazyLock;

use super::super::{Texts, names};
use super::ranks::{SaidRank, is_bare_rank, rank};
use crate::model::{Language, Person, PersonId, Plan, Rank, address, folded, states};

/// A request in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedRequest {
    /// Who asks, under a name that has still to be given.
    pub person: Person,
    /// In which language they speak, where that is said.
    pub language: Option<Language>,
    /// The words of a rank which only a person can tell.
    pub unclear_rank: Option<String>,
}

/// A request in one line, out of a field or a table: `Kenya; Ms A; Minister of Information; English`, with tabs, semicolons or
/// commas between, in any order but for the name, which comes before the function, and after a party that is none of the
/// Member States. Nothing for an empty line, and for one
/// that names nobody. A form of address before the name is told from it.
///
/// A rank is taken from a word that can mean nothing else, in any of the six languages; what is ambiguous (`Cabinet`,
/// `ministre adjoint`) is a function, and told as that.
#[must_use]
pub fn request(plan: &Plan, line: &str) -> Option<TypedRequest> {
    let mark = ['\t', ';', ','].into_iter().find(|&mark| line.contains(mark)).unwrap_or('\t');
    let person = Person::new(PersonId::new("new").ok()?, "");
    let mut request = TypedRequest { person, language: None, unclear_rank: None };
    let person = &mut request.person;
    let mut others: Vec<String> = Vec::new();
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
        } else if let (SaidRank::Is(rank), Rank::Other) = (rank(plan, &part), person.rank) {
            person.rank = rank;
            if !is_bare_rank(plan, &part) {
                person.function = part;
            }
        } else if rank(plan, &part) == SaidRank::Unclear && person.function.is_empty() {
            person.function.clone_from(&part);
            request.unclear_rank = Some(part);
        } else {
            others.push(part);
        }
    }
    // Whom nobody knows comes first as well, unless that is somebody who is addressed.
    let is_party = |words: &String| address::split(words).0.is_empty();
    if person.represents.is_empty() && others.len() > 1 && others.first().is_some_and(is_party) {
        person.represents = others.remove(0);
    }
    let mut others = others.into_iter();
    if let Some(name) = others.next() {
        let (address, name) = address::split(&name);
        (person.address, person.name) = (address.to_owned(), name.to_owned());
    }
    if person.function.is_empty() {
        person.function = others.next().unwrap_or_default();
    }
    if person.represents.is_empty() {
        person.represents = others.next().unwrap_or_default();
    }
    request.unclear_rank = request.unclear_rank.filter(|_| person.rank == Rank::Other);
    if person.name.is_empty() {
        // A State asks before it says who comes.
        person.name.clone_from(&person.represents);
    }
    (!person.name.is_empty()).then_some(request)
}

/// The language that a text names, in any of the six, or by its code.
#[must_use]
pub fn language(text: &str) -> Option<Language> {
    static WORDS: LazyLock<Vec<(String, Language)>> = LazyLock::new(|| {
        let texts = Language::ALL.map(Texts::new);
        let of = |language| texts.each_ref().map(|texts| folded(texts.text(names::language(language)))).into_iter();
        let words = |language: Language| of(language).chain([language.code().to_owned(), folded(language.own_name())]);
        Language::ALL.into_iter().flat_map(|language| words(language).map(move |word| (word, language))).collect()
    });
    let text = folded(text.trim());
    WORDS.iter().find(|(word, _)| *word == text).map(|&(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Header, zone::Tz};

    fn plan() -> Plan {
        Plan::new(Header::in_zone(Tz::UTC))
    }

    #[test]
    fn one_line_says_who_asks() {
        let read = |line: &str| {
            let TypedRequest { person, language, .. } = request(&plan(), line)?;
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
        assert_eq!(read("Atlantis; King Triton; Minister"), of("Atlantis", "|King Triton", "", Rank::Minister, None));
        assert_eq!(read("Mr F; Engineer; Atlantis"), of("Atlantis", "Mr|F", "Engineer", Rank::Other, None));
        assert_eq!(read("Ms C, Chile"), of("Chile", "Ms|C", "", Rank::Other, None));
        assert_eq!(read("Mali"), of("Mali", "|Mali", "", Rank::Other, None));
        for asked in ["Cabinet", "ministre adjoint", "secrétaire d'État", "Minister Counsellor"] {
            assert_eq!(
                read(&format!("Mr D; Mali; {asked}")),
                of("Mali", "Mr|D", asked, Rank::Other, None),
                "not guessed"
            );
            let unclear = request(&plan(), &format!("Mr D; Mali; {asked}")).and_then(|request| request.unclear_rank);
            assert_eq!(unclear.as_deref(), Some(asked), "but asked");
        }
        assert_eq!(read("Г-н Е; Мали; Министр связи").map(|read| read.3), Some(Rank::Minister));
        assert_eq!(read(" ;; "), None);
    }
}

//! What people write of a rank.

use std::sync::LazyLock;

use super::super::{Texts, names};
use crate::model::{Language, Plan, Rank, folded};

/// What a text says of the rank of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidRank {
    /// It is this one and can be no other.
    Is(Rank),
    /// There are words of a rank which can be several: `Cabinet`, `ministre adjoint`. Only a person can tell.
    Unclear,
    /// Nothing.
    Nothing,
}

/// What a text says of a rank of the plan, in any of the six languages: `Minister`, or `Minister of Transport`. What the plan itself calls
/// one is no longer unclear.
#[must_use]
pub fn rank(plan: &Plan, text: &str) -> SaidRank {
    /// Nothing longer is looked through.
    const LONGEST: usize = 400;
    let text = folded(text.trim());
    if text.len() > LONGEST {
        return SaidRank::Nothing;
    }
    if let Some(rank) = own(plan, |word| begins(&text, word)) {
        return SaidRank::Is(rank);
    }
    let words = words(&text);
    let is_unclear = |several: bool| WORDS.unclear.iter().any(|word| word.is_several == several && word.is_in(&words));
    match WORDS.ranks.iter().find(|(word, _)| begins(&text, word)) {
        _ if is_unclear(true) => SaidRank::Unclear,
        Some(&(_, rank)) => SaidRank::Is(rank),
        None if is_unclear(false) => SaidRank::Unclear,
        None => SaidRank::Nothing,
    }
}

/// Whether the rank is all that is said.
#[must_use]
pub fn is_bare_rank(plan: &Plan, text: &str) -> bool {
    let text = folded(text.trim());
    WORDS.ranks.iter().any(|(word, _)| *word == text) || own(plan, |word| word == text).is_some()
}

/// The rank that the plan calls so; of several the one with the longest word.
fn own(plan: &Plan, is_so: impl Fn(&str) -> bool) -> Option<Rank> {
    let words = plan.ranks().iter().flat_map(|row| row.title.iter().map(|(_, word)| (folded(word.trim()), row.id)));
    let said = words.flat_map(|(word, id)| genders(&word).into_iter().map(move |word| (word, id)));
    let found = said.filter(|(word, _)| !word.is_empty() && is_so(word)).max_by_key(|(word, _)| word.len());
    found.map(|(_, id)| Rank::of_row(id))
}

/// What ranks are called, and what could be several.
struct Words {
    ranks: Vec<(String, Rank)>,
    unclear: Vec<Unclear>,
}

/// A word, or several, with blanks around them.
struct Unclear {
    text: String,
    is_several: bool,
}

impl Unclear {
    fn new(line: &str) -> Self {
        let text = words(&folded(line));
        // Chinese parts no words, and Arabic writes the article with them.
        let is_glued = text.trim().starts_with(|c: char| c >= '\u{600}');
        let is_several = !is_glued && text.trim().contains(' ');
        Self { text: if is_glued { text.trim().to_owned() } else { text }, is_several }
    }

    fn is_in(&self, words: &str) -> bool {
        words.contains(&self.text)
    }
}

/// The words of a folded text, one blank before and behind each.
fn words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + word + " ")
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut ranks = Vec::new();
    for language in Language::ALL {
        let texts = Texts::new(language);
        for rank in Rank::BUILT_IN.into_iter().filter(|rank| *rank != Rank::Other) {
            ranks.extend(genders(&folded(texts.text(names::built_in_rank(rank)))).into_iter().map(|word| (word, rank)));
        }
    }
    // `Deputy Minister` before `Minister`, of which it holds the words.
    ranks.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let lines = include_str!("../../../assets/unclear-ranks.txt").lines().filter(|line| !line.starts_with('#'));
    Words { ranks, unclear: lines.map(Unclear::new).collect() }
});

/// `ministro/a` of one word as both of what it stands for.
fn genders(word: &str) -> Vec<String> {
    match word.split_once('/') {
        Some((he, "a")) if !he.contains(' ') => vec![he.to_owned(), format!("{}a", he.trim_end_matches('o'))],
        Some((he, she)) if !word.contains(' ') => vec![he.to_owned(), she.to_owned()],
        _ => vec![word.to_owned()],
    }
}

/// Whether a text is this word, or goes on with what the rank is of.
fn begins(text: &str, word: &str) -> bool {
    // `Ministre adjoint` is no minister, and `Minister Counsellor` neither.
    let goes_on = |rest: &str| {
        let of = [" of ", " for ", " de ", " del ", " des ", " du ", " d'", " d’"];
        of.iter().any(|of| rest.starts_with(of)) || rest.strip_prefix(' ').is_some_and(is_cyrillic)
    };
    text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || goes_on(rest))
}

/// Whether it goes on in Russian, where a genitive needs no word before it; folded letters may look Latin.
fn is_cyrillic(text: &str) -> bool {
    text.contains(|c: char| ('а'..='я').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Header, OwnRank, Patch, zone::Tz};

    fn plan() -> Plan {
        Plan::new(Header::in_zone(Tz::UTC))
    }

    #[test]
    fn a_rank_is_told_from_words_that_could_be_several() {
        for (text, expected) in [
            ("Minister", SaidRank::Is(Rank::Minister)),
            ("minister of transport", SaidRank::Is(Rank::Minister)),
            ("Министр связи", SaidRank::Is(Rank::Minister)),
            ("Заместитель министра", SaidRank::Is(Rank::DeputyMinister)),
            ("Ministra de Comunicaciones", SaidRank::Is(Rank::Minister)),
            ("Viceministro", SaidRank::Is(Rank::DeputyMinister)),
            ("Membre du gouvernement", SaidRank::Is(Rank::CabinetMember)),
            ("Ambassadrice", SaidRank::Is(Rank::Ambassador)),
            ("副部长", SaidRank::Is(Rank::DeputyMinister)),
            ("Director General, Ministry of Transport", SaidRank::Nothing),
            ("Administrator", SaidRank::Nothing),
            ("", SaidRank::Nothing),
        ] {
            assert_eq!(rank(&plan(), text), expected, "{text}");
        }
        for text in [
            "Cabinet",
            "ministre adjoint",
            "secrétaire d'État",
            "Secrétaire d’État aux télécommunications",
            "Minister Counsellor",
            "Minister of State for Digital Affairs",
            "Vice-Minister",
            "Deputy Prime Minister",
            "Первый заместитель министра",
            "Chief of Cabinet",
            "国务秘书",
            "وزير الدولة للاتصالات",
        ] {
            assert_eq!(rank(&plan(), text), SaidRank::Unclear, "{text}");
        }
        assert!(is_bare_rank(&plan(), "minister") && !is_bare_rank(&plan(), "Minister of Transport"));
        assert_eq!(rank(&plan(), &"minister ".repeat(100_000)), SaidRank::Nothing);
    }

    #[test]
    fn a_plan_has_words_of_its_own() {
        let mut plan = plan();
        let mut title: crate::model::LocalText = "Minister of State".into();
        title.set(Language::French, "Secrétaire d'État");
        let row = OwnRank { title, ..OwnRank::usual("state".parse().unwrap()) };
        let mut patch = Patch::default();
        patch.put(&plan, row.clone());
        plan.apply(&patch).unwrap();
        let own = SaidRank::Is(Rank::Own(row.id));
        for text in ["minister of state", "Minister of State for Digital Affairs", "secrétaire d'État"] {
            assert_eq!(rank(&plan, text), own, "{text}");
        }
        assert_eq!(rank(&plan, "Minister of Transport"), SaidRank::Is(Rank::Minister));
        assert_eq!(rank(&plan, "ministre adjoint"), SaidRank::Unclear);
        assert!(is_bare_rank(&plan, "Minister of State"));
    }
}

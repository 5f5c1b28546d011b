//! Names that are almost those of the plan: a letter too few, two that changed places, a word that is cut short, an initial. Nothing
//! is guessed: it is asked.

use std::collections::HashMap;

use crate::texts::folded;

/// So many names that are almost alike are told.
const MOST: usize = 3;

/// Names by their first and last letters: a slip of the hand is seldom there, and of thousands few are looked at.
pub type ByEnds<Id> = HashMap<(char, char), Vec<(String, Id)>>;

/// These names by their first and last letters.
pub fn by_ends<Id: Copy>(names: &HashMap<String, Id>) -> ByEnds<Id> {
    let mut by_ends = ByEnds::new();
    for (name, &id) in names {
        by_ends.entry(ends(name)).or_default().push((name.clone(), id));
    }
    by_ends
}

/// Those of `names` that are almost `wanted`, the nearest first.
pub fn near<Id: Copy + Ord + std::hash::Hash>(names: &ByEnds<Id>, wanted: &str) -> Vec<Id> {
    let letters: Vec<char> = wanted.chars().collect();
    // Of a short name each letter counts: `Room A` is not `Room B`.
    let most = match letters.len() {
        0..=5 => 0,
        6..=11 => 1,
        _ => 2,
    };
    let mut best: HashMap<Id, usize> = HashMap::new();
    let others = || names.get(&ends(wanted)).into_iter().flatten();
    // What is cut short lacks two letters and more.
    let is_shorter = |name: &str| name.len().abs_diff(wanted.len()) > 1;
    for (_, id) in others().filter(|(name, _)| is_shorter(name) && is_cut_short(name, wanted)) {
        best.insert(*id, 1);
    }
    for (name, id) in others().filter(|(name, _)| most > 0 && are_alike(name, wanted, 8 * most)) {
        if let Some(distance) = distance(name, &letters, most).filter(|&distance| distance > 0) {
            let known = best.entry(*id).or_insert(distance);
            *known = distance.min(*known);
        }
    }
    let mut found: Vec<(usize, Id)> = best.into_iter().map(|(id, distance)| (distance, id)).collect();
    found.sort_unstable();
    found.into_iter().take(MOST).map(|(_, id)| id).collect()
}

/// Names by their words of so many letters and more: initials sort otherwise, and say nothing of where a name begins.
/// Those without initials stand first: most names have none, and are no others but for initials.
pub type ByWord<Id> = HashMap<String, [Vec<(String, Id)>; 2]>;
const LETTERS_OF_A_WORD: usize = 3;
/// Of names with a word in common so many are looked at.
const MOST_OF_A_WORD: usize = 200;

/// These names by their words.
pub fn by_word<Id: Copy>(names: &HashMap<String, Id>) -> ByWord<Id> {
    let mut by_word = ByWord::new();
    // Where only the first are looked at, they are the same in every run.
    let mut sorted: Vec<(&String, &Id)> = names.iter().collect();
    sorted.sort_unstable_by_key(|&(name, _)| name);
    for (name, &id) in sorted {
        add_by_word(&mut by_word, name, id);
    }
    by_word
}

/// Adds one of them.
pub fn add_by_word<Id: Copy>(names: &mut ByWord<Id>, name: &str, id: Id) {
    for word in name.split(' ').filter(|word| word.chars().count() >= LETTERS_OF_A_WORD) {
        names.entry(word.to_owned()).or_default()[usize::from(has_initials(name))].push((name.to_owned(), id));
    }
}

/// Takes one of them out.
pub fn forget_by_word<Id>(names: &mut ByWord<Id>, name: &str) {
    for word in name.split(' ') {
        for all in names.get_mut(word).into_iter().flatten() {
            all.retain(|(known, _)| known != name);
        }
    }
}

fn has_initials(name: &str) -> bool {
    name.split(' ').any(|word| word.chars().nth(1).is_none())
}

/// Those of `names` that are `wanted` but for initials: `a smith` and `anna smith`, `anna m smith`.
pub fn with_initials<Id: Copy + Ord>(names: &ByWord<Id>, wanted: &str) -> Vec<Id> {
    let from = usize::from(!has_initials(wanted));
    let words = wanted.split(' ').filter_map(|word| names.get(word));
    let others = words.flat_map(|all| all[from..].iter().flatten().take(MOST_OF_A_WORD));
    let mut found: Vec<Id> = others.filter(|(name, _)| differ_in_initials(name, wanted)).map(|&(_, id)| id).collect();
    found.sort_unstable();
    found.dedup();
    found.truncate(MOST);
    found
}

/// Whether two names have a word in common, and otherwise one has initials of the other or more of them.
fn differ_in_initials(one: &str, other: &str) -> bool {
    let less = |one: &str, other: &str| {
        let mut rest: Vec<String> = other.split(' ').map(str::to_owned).collect();
        let mut left: Vec<String> = Vec::new();
        for word in one.split(' ') {
            match rest.iter().position(|known| known == word) {
                Some(at) => _ = rest.swap_remove(at),
                None => left.push(word.to_owned()),
            }
        }
        left.sort_unstable();
        left
    };
    let (one, other) = (less(one, other), less(other, one));
    let is_initial = |word: &String| word.chars().count() == 1;
    let stands_for = |(one, other): (&String, &String)| {
        (is_initial(one) && other.starts_with(one.as_str())) || (is_initial(other) && one.starts_with(other.as_str()))
    };
    match (one.len(), other.len()) {
        (0, 0) => false,
        (0, _) => other.iter().all(is_initial),
        (_, 0) => one.iter().all(is_initial),
        (one_len, other_len) => one_len == other_len && one.iter().zip(&other).all(stands_for),
    }
}

/// Whether two names have the same words, of which some are cut short in one: `rm a` and `room a`.
fn is_cut_short(one: &str, other: &str) -> bool {
    let is_short_for = |short: &str, long: &str| {
        let short = short.trim_end_matches('.');
        let (letters, mut rest) = (short.chars().count(), long.chars());
        (2..=4).contains(&letters)
            && long.chars().count() > letters + 1
            && short.chars().next() == long.chars().next()
            && short.chars().all(|c| c.is_alphabetic() && rest.any(|other| other == c))
    };
    let pairs = || one.split(' ').zip(other.split(' '));
    one.split(' ').count() == other.split(' ').count()
        && pairs().any(|(one, other)| one == other)
        && pairs().any(|(one, other)| one != other)
        && pairs().all(|(one, other)| one == other || is_short_for(one, other) || is_short_for(other, one))
}

/// Whether two texts differ in a stretch of so many bytes only.
fn are_alike(one: &str, other: &str, most: usize) -> bool {
    let begin = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let end = one.bytes().rev().zip(other.bytes().rev()).take_while(|(one, other)| one == other).count();
    one.len().abs_diff(other.len()) <= most && one.len().max(other.len()) <= begin + end + most
}

/// The first and the last letter or digit of a text, as texts are compared.
pub fn ends(text: &str) -> (char, char) {
    let small = |c: Option<char>| match c {
        None => char::default(),
        Some(c) if c.is_ascii() => c.to_ascii_lowercase(),
        Some(c) => folded(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c),
    };
    (small(text.chars().find(|c| c.is_alphanumeric())), small(text.chars().rfind(|c| c.is_alphanumeric())))
}

/// How many letters must be changed, added, taken out or swapped with the next; `None` where it is more than `most`, or
/// where digits or a last single letter differ, which tell rooms and people apart.
fn distance(name: &str, wanted: &[char], most: usize) -> Option<usize> {
    let name: Vec<char> = name.chars().collect();
    let begin = name.iter().zip(wanted).take_while(|(one, other)| one == other).count();
    let (name_rest, wanted_rest) = (&name[begin..], &wanted[begin..]);
    let end = name_rest.iter().rev().zip(wanted_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&name_rest[..name_rest.len() - end], &wanted_rest[..wanted_rest.len() - end]);
    let digits = |part: &[char]| part.iter().any(|c| c.is_numeric());
    let stands_alone = |all: &[char], part: &[char]| {
        let before = begin.checked_sub(1).and_then(|at| all.get(at)).is_none_or(|c| !c.is_alphanumeric());
        let behind = all.get(begin + part.len()).is_none_or(|c| !c.is_alphanumeric());
        part.len() == 1 && before && behind
    };
    if digits(one) || digits(other) || (stands_alone(&name, one) && stands_alone(wanted, other)) {
        return None;
    }
    if one.len().max(other.len()) > 4 * most {
        return None;
    }
    let is_swap = one.len() == 2 && other.len() == 2 && one[0] == other[1] && one[1] == other[0];
    let changes = if is_swap { 1 } else { levenshtein(one, other) };
    (changes <= most).then_some(changes)
}

/// The distance of Levenshtein, of texts of a few letters.
fn levenshtein(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (behind, d) in other.iter().enumerate() {
            let changed = diagonal + usize::from(c != d);
            diagonal = row[behind + 1];
            row[behind + 1] = changed.min(diagonal + 1).min(row[behind] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_can_be_cut_short_and_names_can_have_initials() {
        for (one, other, expected) in [
            ("rm a", "room a", true),
            ("conf. room 2", "conference room 2", true),
            ("rm a", "room b", false),
            ("rm", "room", false),
            ("hall a", "hall annex", false),
        ] {
            let names = by_ends(&HashMap::from([(one.to_owned(), 1)]));
            assert_eq!(!near(&names, other).is_empty(), expected, "{one} {other}");
        }
        for (one, other, expected) in [
            ("a smith", "anna smith", true),
            ("a adams", "adams anna", true),
            ("anna m smith", "anna smith", true),
            ("a smith", "b smith", false),
            ("anna smith", "bo smith", false),
            ("a b", "a c", false),
        ] {
            let names = by_word(&HashMap::from([(one.to_owned(), 1)]));
            assert_eq!(!with_initials(&names, other).is_empty(), expected, "{one} {other}");
        }
    }

    #[test]
    fn of_very_many_names_the_first_are_near_in_every_run() {
        let names = (0..2000).map(|number| (format!("anna{number:04} smith"), number)).collect();
        assert_eq!(with_initials(&by_word(&names), "a smith"), [0, 1, 2]);
    }

    #[test]
    fn names_are_near_by_a_slip_of_the_hand_and_not_by_number_or_letter() {
        let is_near = |one: &str, other: &str| !near(&by_ends(&HashMap::from([(one.to_owned(), 1)])), other).is_empty();
        for (one, other) in
            [("plenary hall", "plenry hall"), ("burkina faso", "burkina fasso"), ("ann leroy", "ann lreoy")]
        {
            assert!(is_near(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("room a", "room b"),
            ("annex 12", "annex 13"),
            ("conference room a", "conference room b"),
            ("hall", "hull"),
            ("plenary hall", "press centre"),
            ("plenary hall", "plenary hall"),
        ] {
            assert!(!is_near(one, other), "{one} {other}");
        }
    }
}

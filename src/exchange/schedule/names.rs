//! Short names and numbers in the shapes that the schemas of schedule.xml and schedule.json ask for.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::super::identity;
use super::super::programme::{Entry, Programme};
use crate::model::EventKind;

/// The longest a title is in a slug, so that addresses stay short.
const MOST_SLUG_CHARS: usize = 40;

/// Where a session is, with its name there: its first room has the name of the session itself. The place after the last
/// room is the one for sessions without a room.
pub fn places(programme: &Programme, entry: &Entry) -> Vec<(usize, Uuid)> {
    let own = identity::of_entry(programme, entry);
    let Some((&first, others)) = entry.rooms.split_first() else { return vec![(programme.rooms.len(), own)] };
    let further = others.iter().map(|&room| (room, identity::of_entry_in(programme, entry, &programme.rooms[room])));
    std::iter::once((first, own)).chain(further).collect()
}

/// A number for every session in every room, none twice. It hangs on the name and not on the order, so it stays.
pub fn numbers(programme: &Programme) -> BTreeMap<Uuid, u32> {
    let guids = programme.entries.iter().flat_map(|entry| places(programme, entry)).map(|(_, guid)| guid);
    numbered(guids.collect())
}

fn numbered(guids: BTreeSet<Uuid>) -> BTreeMap<Uuid, u32> {
    let mut taken = BTreeSet::new();
    let mut numbers = BTreeMap::new();
    for guid in guids {
        let mut number = number(guid);
        while !taken.insert(number) {
            number = number % MOST + 1;
        }
        numbers.insert(guid, number);
    }
    numbers
}

/// The greatest number that programs with signed 32-bit integers take.
const MOST: u32 = i32::MAX as u32;

/// The number that a name comes to: 1 to 2147483647.
pub fn number(guid: Uuid) -> u32 {
    let (high, ..) = guid.as_fields();
    high % MOST + 1
}

/// The short name of the programme, of at least four of `a–z 0–9 _`: what the conference is called, else the plan.
pub fn acronym(programme: &Programme) -> String {
    let conference = programme.events.iter().find(|event| event.kind == EventKind::Conference);
    let code = conference.or(programme.events.first()).map_or("", |event| event.code.first());
    let narrow = |text: &str| {
        let kept = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
        kept.take(32).collect::<String>()
    };
    let found = [code, programme.title.first()].map(narrow).into_iter().find(|name| !name.is_empty());
    match found {
        Some(name) if name.len() >= 4 => name,
        Some(name) => format!("plan_{name}"),
        None => "plan".to_owned(),
    }
}

/// `wtdc25-1839201774-opening-plenary`; the number alone makes it unlike any other.
pub fn slug(acronym: &str, number: u32, title: &str) -> String {
    let mut words = String::new();
    for c in title.chars().map(|c| c.to_ascii_lowercase()) {
        if words.len() >= MOST_SLUG_CHARS {
            break;
        }
        match c {
            _ if c.is_ascii_alphanumeric() => words.push(c),
            '\'' | '’' => {}
            _ if words.is_empty() || words.ends_with('-') => {}
            _ => words.push('-'),
        }
    }
    let words = words.trim_end_matches('-');
    let number = format!("{number:04}");
    if words.is_empty() { format!("{acronym}-{number}") } else { format!("{acronym}-{number}-{words}") }
}

/// `hh:mm`; up to 99:59 where `most_hours` is 99, as schedule.xml has it.
#[must_use]
pub fn duration(mins: i32, most_hours: i32) -> String {
    let mins = mins.clamp(0, most_hours * 60 + 59);
    format!("{:02}:{:02}", mins / 60, mins % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_narrow() {
        assert_eq!(
            slug("wtdc25", 7, "Opening: the Secretary-General’s address"),
            "wtdc25-0007-opening-the-secretary-generals-address"
        );
        assert_eq!(slug("wtdc25", 1_839_201_774, "Пленарное заседание"), "wtdc25-1839201774");
        assert_eq!(slug("plan", 12_345, &"x".repeat(500)).len(), "plan-12345-".len() + MOST_SLUG_CHARS);
    }

    #[test]
    fn lengths_end_where_the_format_ends() {
        assert_eq!(duration(75, 99), "01:15");
        assert_eq!(duration(20_160, 99), "99:59");
        assert_eq!(duration(20_160, 999), "336:00");
    }

    #[test]
    fn numbers_are_positive_and_none_comes_twice() {
        let guids: BTreeSet<Uuid> = [0, 1, 2, u128::MAX, u128::MAX - 1].into_iter().map(Uuid::from_u128).collect();
        let numbers = numbered(guids);
        assert_eq!(numbers.values().collect::<BTreeSet<_>>().len(), 5);
        assert!(numbers.values().all(|number| (1..=MOST).contains(number)), "{numbers:?}");
    }
}

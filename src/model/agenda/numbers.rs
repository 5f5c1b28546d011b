//! Numbers of items: 1, 2, 2.1, 3 while an agenda is a draft; 7bis, 7ter for what is added to an adopted one.

use rustc_hash::FxHashSet;

use super::{ItemKind, Taken};
use crate::model::AgendaItem;

/// How deep something stands, and under which number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbered {
    /// Its number; empty for what has none.
    pub number: String,
    /// How deep it stands, never more than one deeper than what stands above it.
    pub level: u8,
}

const LEVELS: usize = AgendaItem::DEEPEST as usize + 1;

/// What is added behind a number; then come figures.
const ADDITIONS: [&str; 9] = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];

/// The numbers of everything that one agenda takes, in its order. A number that is fixed stays, and the count goes on from
/// it. In an adopted agenda what has no number is an addition to what stands before it.
#[must_use]
pub fn numbers<'a>(all: impl IntoIterator<Item = &'a Taken>, adopted: bool) -> Vec<Numbered> {
    let mut last_level = None;
    let place = |taken: &Taken| {
        let deepest = last_level.map_or(0, |level: u8| level + 1);
        let level = taken.level().min(deepest).min(AgendaItem::DEEPEST);
        last_level = Some(level);
        (taken.item().filter(|item| item.kind == ItemKind::Item).map(|item| item.number.trim().to_owned()), level)
    };
    let all: Vec<(Option<String>, u8)> = all.into_iter().map(place).collect();
    if adopted { added(all) } else { counted(all) }
}

fn counted(all: Vec<(Option<String>, u8)>) -> Vec<Numbered> {
    let mut counts = [0_u32; LEVELS];
    let number = |(number, level): (Option<String>, u8)| {
        let Some(number) = number else { return Numbered { number: String::new(), level } };
        let depth = usize::from(level) + 1;
        if number.is_empty() {
            counts[depth - 1] = counts[depth - 1].saturating_add(1);
            counts[depth..].fill(0);
            // What is the first of its level without anything above it counts as if there was something.
            let figures: Vec<String> = counts[..depth].iter().map(|count| (*count).max(1).to_string()).collect();
            return Numbered { number: figures.join("."), level };
        }
        for (count, figure) in counts.iter_mut().zip(figures(&number)) {
            *count = figure;
        }
        counts[depth..].fill(0);
        Numbered { number, level }
    };
    all.into_iter().map(number).collect()
}

/// The figures of a number: 7 and 3 of `7.3bis`.
fn figures(number: &str) -> Vec<u32> {
    let figure = |part: &str| {
        let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        part[..end].parse::<u32>().ok()
    };
    number.split('.').map_while(figure).collect()
}

fn added(all: Vec<(Option<String>, u8)>) -> Vec<Numbered> {
    let mut known: FxHashSet<String> =
        all.iter().filter_map(|(number, _)| number.clone()).filter(|number| !number.is_empty()).collect();
    // The number that stands last on each level.
    let mut last: [String; LEVELS] = Default::default();
    let mut numbered = Vec::with_capacity(all.len());
    // How often something was added to a number, so that many additions are not counted again and again.
    let mut additions = rustc_hash::FxHashMap::<String, usize>::default();
    for (at, (number, level)) in all.iter().enumerate() {
        let depth = usize::from(*level);
        let number = match number {
            None => String::new(),
            Some(number) if !number.is_empty() => number.clone(),
            Some(_) => {
                let next = || all[at + 1..].iter().take_while(|(_, other)| *other >= *level);
                let next =
                    next().find(|(number, other)| *other == *level && number.as_ref().is_some_and(|n| !n.is_empty()));
                let above = depth.checked_sub(1).map_or("", |above| &last[above]);
                match (last[depth].as_str(), next.and_then(|(number, _)| number.as_deref())) {
                    ("", Some(next)) => addition(base(next), &mut known, &mut additions),
                    ("", None) => first_below(above, &mut known),
                    (before, _) => addition(base(before), &mut known, &mut additions),
                }
            }
        };
        if !number.is_empty() {
            last[depth].clone_from(&number);
            last[depth + 1..].fill(String::new());
        }
        numbered.push(Numbered { number, level: *level });
    }
    numbered
}

/// A number without what says that it was added: `7` of `7bis`.
fn base(number: &str) -> &str {
    let plain = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_addition = ADDITIONS.contains(&&number[plain.len()..]) && !plain.is_empty();
    let figured = number.rsplit_once('-').filter(|(before, figure)| {
        !before.is_empty() && figure.parse::<usize>().is_ok_and(|figure| figure > ADDITIONS.len() + 1)
    });
    match figured {
        _ if is_addition => plain,
        Some((before, _)) => before,
        None => number,
    }
}

fn addition(to: &str, known: &mut FxHashSet<String>, additions: &mut rustc_hash::FxHashMap<String, usize>) -> String {
    let next = additions.entry(to.to_owned()).or_default();
    loop {
        let number = match ADDITIONS.get(*next) {
            Some(word) => format!("{to}{word}"),
            None => format!("{to}-{}", *next + 2),
        };
        *next += 1;
        if known.insert(number.clone()) {
            return number;
        }
    }
}

/// The first free number below another one, or of all.
fn first_below(above: &str, known: &mut FxHashSet<String>) -> String {
    let number = |figure: usize| if above.is_empty() { figure.to_string() } else { format!("{above}.{figure}") };
    let free = (1..=known.len() + 1).map(number).find(|number| !known.contains(number)).unwrap_or_default();
    known.insert(free.clone());
    free
}

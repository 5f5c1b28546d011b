//! What the palette searches: the rows of a plan, each with its texts as they are compared. It knows nothing of the screen,
//! so that it can be made and searched away from it.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::atomic::{AtomicBool, Ordering};

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::app::filter::{folded, search_text};
use crate::app::phrases::row_name;
use crate::model::{Language, LocalText, Plan, RowId};

/// The rows of one state of a plan.
#[derive(Debug, Default, PartialEq)]
pub struct Haystack(BTreeMap<RowId, Hay>);

/// The texts of a row as they are compared.
#[derive(Debug, PartialEq)]
struct Hay {
    /// What it is called in the language of the plan's titles.
    title: String,
    /// Its code, in every language that has one.
    codes: Vec<String>,
    /// Everything by which it is found.
    text: String,
}

/// More are not shown: who needs the hundredth types another letter.
const MOST: usize = 60;
/// The same for things of one sort.
const MOST_OF_ONE: usize = 12;
/// After so many rows a search looks whether it is to stop.
const BATCH: usize = 1_024;

impl Haystack {
    /// Looks at every row that people search for; as far as it has come when it is asked to stop.
    #[must_use]
    pub fn new(plan: &Plan, language: Language, stop: &AtomicBool) -> Self {
        let rows = plan.events().ids().map(RowId::from).chain(plan.bodies().ids().map(RowId::from));
        let rows = rows.chain(plan.rooms().ids().map(RowId::from)).chain(plan.people().ids().map(RowId::from));
        let rows = rows
            .chain(plan.kinds().ids().map(RowId::from))
            .chain(plan.topics().ids().map(RowId::from))
            .chain(plan.documents().ids().map(RowId::from));
        let rows = rows.chain(plan.sessions().ids().map(RowId::from));
        let goes_on = |at: usize| !at.is_multiple_of(BATCH) || !stop.load(Ordering::Relaxed);
        let hays = rows.enumerate().take_while(|(at, _)| goes_on(*at)).filter_map(|(_, row)| hay(plan, language, row));
        Self(hays.collect())
    }

    /// Follows the plan in one row that is new, gone, or another than it was.
    pub fn follow(&mut self, plan: &Plan, language: Language, row: RowId) {
        match hay(plan, language, row) {
            Some((row, hay)) => self.0.insert(row, hay),
            None => self.0.remove(&row),
        };
    }

    /// The rows that have to do with `words`, with their points, the best first; without words any.
    #[must_use]
    pub fn search(&self, words: &str, stop: &AtomicBool) -> Vec<(u32, RowId)> {
        let mut scorer = Scorer::new(words);
        let wanted = folded(words.trim());
        let is_asked = !wanted.is_empty();
        let mut found = Vec::new();
        for (at, (&row, hay)) in self.0.iter().enumerate() {
            if at.is_multiple_of(BATCH) && stop.load(Ordering::Relaxed) {
                break;
            }
            let Some(points) = scorer.score(&hay.text) else { continue };
            let begins = is_asked && hay.title.starts_with(&wanted);
            // Codes and whole words come first.
            let more = match row {
                RowId::Session(_) if begins => 30,
                RowId::Session(_) => 10,
                _ if hay.codes.contains(&wanted) => 100,
                _ if begins => 60,
                _ => 0,
            };
            found.push((points.saturating_add(more), row));
        }
        keep_best(&mut found, |row| row.kind(), is_asked);
        found
    }
}

/// Sorts what was found, the best first, and keeps as much as is shown; `is_asked` where words were typed.
pub fn keep_best<T: Copy, S: Eq + Hash>(found: &mut Vec<(u32, T)>, sort: impl Fn(T) -> S, is_asked: bool) {
    found.sort_by_key(|&(points, _)| std::cmp::Reverse(points));
    if is_asked {
        // One table with many names alike must not push everything else out of sight.
        let mut counts = HashMap::new();
        found.retain(|&(_, one)| {
            let count = counts.entry(sort(one)).or_insert(0);
            *count += 1;
            *count <= MOST_OF_ONE
        });
    }
    found.truncate(MOST);
}

/// Tells how well a text fits what is typed.
#[derive(Debug)]
pub struct Scorer {
    pattern: Pattern,
    matcher: Matcher,
    buffer: Vec<char>,
}

impl Scorer {
    /// For these words.
    #[must_use]
    pub fn new(words: &str) -> Self {
        let pattern = Pattern::parse(&folded(words), CaseMatching::Ignore, Normalization::Smart);
        Self { pattern, matcher: Matcher::new(Config::DEFAULT), buffer: Vec::new() }
    }

    /// The points of a text as it is compared; `None` where it has nothing to do with the words.
    pub fn score(&mut self, text: &str) -> Option<u32> {
        self.pattern.score(Utf32Str::new(text, &mut self.buffer), &mut self.matcher)
    }
}

/// A row as it is searched; `None` where it is not in the plan, or nobody searches for rows of its table.
fn hay(plan: &Plan, language: Language, row: RowId) -> Option<(RowId, Hay)> {
    if let RowId::Session(id) = row {
        let session = plan.sessions().get(id)?;
        let (title, text) = (folded(session.title.get(language)), folded(&search_text(plan, session)));
        return Some((row, Hay { title, codes: Vec::new(), text }));
    }
    let is_sought = match row {
        RowId::Kind(_)
        | RowId::Event(_)
        | RowId::Body(_)
        | RowId::Room(_)
        | RowId::Person(_)
        | RowId::Topic(_)
        | RowId::Document(_) => plan.contains(row),
        _ => false,
    };
    // A code is known in other languages, too.
    let codes = match row {
        RowId::Body(id) => plan.bodies().get(id).map(|body| &body.code),
        RowId::Event(id) => plan.events().get(id).map(|event| &event.code),
        _ => None,
    };
    let codes: Vec<String> = codes.into_iter().flat_map(LocalText::iter).map(|(_, code)| folded(code)).collect();
    let name = row_name(plan, language, row).unwrap_or_else(|| row.name());
    let text = folded(&format!("{name} {} {}", row.name(), codes.join(" ")));
    is_sought.then(|| (row, Hay { title: folded(&name), codes, text }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    #[test]
    fn codes_come_first_and_no_sort_takes_all_the_room() {
        let never = AtomicBool::new(false);
        let haystack = Haystack::new(&Template::Wtdc25.plan(), Language::English, &never);
        let found = haystack.search("com3", &never);
        assert!(matches!(found[0].1, RowId::Body(id) if id.as_str() == "COM3"), "{:?}", &found[..3]);
        let sessions = found.iter().filter(|(_, row)| matches!(row, RowId::Session(_))).count();
        assert!((1..=MOST_OF_ONE).contains(&sessions), "{sessions}");
        assert!(haystack.search("nothing is called xyzzy", &never).is_empty());
        assert_eq!(haystack.search("", &never).len(), MOST, "without words any will do");
        assert!(haystack.search("com3", &AtomicBool::new(true)).is_empty(), "nobody waits any more");
    }
}

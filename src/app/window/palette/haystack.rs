//! What the palette searches: the rows of a plan, each with its texts as they are compared. It knows nothing of the screen,
//! so that it can be made and searched away from it.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::atomic::{AtomicBool, Ordering};

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::app::filter::{folded, search_text};
use crate::app::phrases::row_name;
use crate::model::{Language, LocalText, Meeting, Meetings, Plan, RowId};

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
        let rows = rows.chain(plan.comments().ids().map(RowId::from));
        let rows = rows.chain(plan.sessions().ids().map(RowId::from));
        let goes_on = |at: usize| !at.is_multiple_of(BATCH) || !stop.load(Ordering::Relaxed);
        let meetings = Meetings::new(plan);
        let meeting = |row| if let RowId::Session(id) = row { meetings.of(id) } else { None };
        let hays = rows.enumerate().take_while(|(at, _)| goes_on(*at));
        let hays = hays.filter_map(|(_, row)| hay((plan, language), row, meeting(row)));
        Self(hays.collect())
    }

    /// Follows the plan in one row that is new, gone, or another than it was; of a session, with the meeting that it is.
    pub fn follow(&mut self, plan: (&Plan, Language), row: RowId, meeting: Option<Meeting>) {
        match hay(plan, row, meeting) {
            Some((row, hay)) => self.0.insert(row, hay),
            None => self.0.remove(&row),
        };
    }

    /// The rows that have to do with `words`, with their points, the best first; without words any.
    #[must_use]
    pub fn search(&self, words: &str, stop: &AtomicBool) -> Vec<(u32, RowId)> {
        let mut scorer = Scorer::new(words);
        let is_asked = !words.trim().is_empty();
        let mut found = Vec::new();
        for (at, (&row, hay)) in self.0.iter().enumerate() {
            if at.is_multiple_of(BATCH) && stop.load(Ordering::Relaxed) {
                break;
            }
            let Some(points) = scorer.rank((&hay.title, &hay.codes), &hay.text) else { continue };
            found.push((points, row));
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
    /// What is typed, as it is compared; and word by word.
    wanted: String,
    words: Vec<String>,
    pattern: Pattern,
    matcher: Matcher,
    buffer: Vec<char>,
}

impl Scorer {
    /// For these words.
    #[must_use]
    pub fn new(words: &str) -> Self {
        let wanted = folded(words.trim());
        let pattern = Pattern::parse(&wanted, CaseMatching::Ignore, Normalization::Smart);
        let words = wanted.split_whitespace().map(str::to_owned).collect();
        Self { wanted, words, pattern, matcher: Matcher::new(Config::DEFAULT), buffer: Vec::new() }
    }

    /// The points of something with a title, codes and all else by which it is found, as they are compared: whole names
    /// and codes first, then whole words of the title, then beginnings of its words, then of any others, then the rest.
    pub fn rank(&mut self, (title, codes): (&str, &[String]), text: &str) -> Option<u32> {
        const STEP: u32 = 10_000;
        let points = self.score(text)?;
        let each = |fits: fn(Fit) -> bool, text: &str| self.words.iter().all(|word| fits(fit_of(text, word)));
        let step = if self.words.is_empty() {
            0
        } else if codes.contains(&self.wanted) || title == self.wanted {
            4
        } else if each(|fit| fit == Fit::Whole, title) {
            3
        } else if each(|fit| fit >= Fit::Beginning, title) {
            2
        } else {
            u32::from(each(|fit| fit >= Fit::Beginning, text))
        };
        let begins = if title.starts_with(&self.wanted) { 60 } else { 0 };
        Some(step * STEP + points.saturating_add(begins).min(STEP - 1))
    }

    /// The points of a text as it is compared; `None` where it has nothing to do with the words.
    pub fn score(&mut self, text: &str) -> Option<u32> {
        self.pattern.score(Utf32Str::new(text, &mut self.buffer), &mut self.matcher)
    }
}

/// How a word stands in a text, the best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Not at the beginning of a word, or not in one piece.
    Elsewhere,
    /// A word begins so.
    Beginning,
    /// As a whole word: `irm-1` is none of `irm-10`.
    Whole,
}

/// How a word stands in a text where it stands best.
fn fit_of(text: &str, word: &str) -> Fit {
    let fits = text.match_indices(word).map(|(at, _)| {
        let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        match (joins(before), joins(after)) {
            (false, false) => Fit::Whole,
            (false, true) => Fit::Beginning,
            _ => Fit::Elsewhere,
        }
    });
    fits.max().unwrap_or(Fit::Elsewhere)
}

/// A row as it is searched; `None` where it is not in the plan, or nobody searches for rows of its table.
fn hay((plan, language): (&Plan, Language), row: RowId, meeting: Option<Meeting>) -> Option<(RowId, Hay)> {
    if let RowId::Session(id) = row {
        let session = plan.sessions().get(id)?;
        let codes = meeting.map(|meeting| meeting.codes(plan)).unwrap_or_default();
        let text = folded(&search_text(plan, session, meeting));
        let codes = codes.iter().map(|code| folded(code)).collect();
        return Some((row, Hay { title: folded(session.title.get(language)), codes, text }));
    }
    if let RowId::Comment(id) = row {
        // A long one is found by all its words.
        let comment = plan.comments().get(id)?;
        let title = folded(&row_name(plan, language, row).unwrap_or_default());
        let text = folded(&format!("{} {}", comment.text, comment.by));
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
    fn words_fit_whole_or_at_their_beginning() {
        for (text, word, expected) in [
            ("irm-1: first interregional meeting", "irm-1", Fit::Whole),
            ("irm-10", "irm-1", Fit::Beginning),
            ("com3 (objectives)", "com3", Fit::Whole),
            ("telecommunication", "com", Fit::Elsewhere),
            ("welcome, com1", "com", Fit::Beginning),
            ("план", "пл", Fit::Beginning),
            ("", "com", Fit::Elsewhere),
        ] {
            assert_eq!(fit_of(text, word), expected, "{text} {word}");
        }
    }

    #[test]
    fn a_code_finds_what_has_it_before_what_resembles_it() {
        let never = AtomicBool::new(false);
        let haystack = Haystack::new(&Template::Wtdc25.plan(), Language::English, &never);
        for code in ["IRM-1", "irm-2"] {
            let found = haystack.search(code, &never);
            assert!(matches!(found[0].1, RowId::Event(id) if id.as_str() == code.to_lowercase()), "{:?}", &found[..3]);
        }
        let found = haystack.search("wg4a", &never);
        assert!(matches!(found[0].1, RowId::Body(id) if id.as_str() == "WG4A"), "{:?}", &found[..3]);
        let found = haystack.search("pl-2", &never);
        let second = crate::workbench::Index::new(&Template::Wtdc25.plan());
        let is_second = |row| matches!(row, RowId::Session(id) if second.meeting(id).is_some_and(|it| it.number == 2));
        assert!(is_second(found[0].1) && found[0].0 >= 40_000, "{:?}", &found[..3]);
        let found = haystack.search("opening ceremony", &never);
        assert!(matches!(found[0].1, RowId::Session(id) if id.as_str() == "S08"), "{:?}", &found[..3]);
        let named = haystack.search("plenary", &never);
        let (points, whole) = (named[0].0, named.iter().filter(|(points, _)| *points >= 30_000).count());
        assert!(points >= 30_000 && whole > 1, "whole words lead: {named:?}");
    }

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

//! Finding words in titles and names, and putting others in their place.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::model::{LocalText, Person, Plan, Room, RowId, Session};

use super::command::AnyRow;

/// What is looked for, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says where, or how")]
pub struct Search {
    /// The words.
    pub find: String,
    /// What is to stand in their place.
    pub with: String,
    pub in_titles: bool,
    pub in_rooms: bool,
    pub in_people: bool,
    /// Whether small and capital letters are different.
    pub by_case: bool,
    /// Whether only whole words count.
    pub whole_words: bool,
}

/// A row in which something was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Replaced {
    /// Which.
    pub id: RowId,
    /// The first text of it that is different, as it is.
    pub before: String,
    /// And as it would be.
    pub after: String,
    /// The row as it would be.
    pub row: AnyRow,
}

/// Every row in which something is found: sessions, then rooms, then people, as they would be. Nothing is left without a
/// name. Fewer where `stop` is set meanwhile.
#[must_use]
pub fn replacements(plan: &Plan, search: &Search, stop: &AtomicBool) -> Vec<Replaced> {
    let mut found = Vec::new();
    if search.find.is_empty() {
        return found;
    }
    let stopped = || stop.load(Ordering::Relaxed);
    for session in plan.sessions().iter().filter(|_| search.in_titles).take_while(|_| !stopped()) {
        if let Some((title, before, after)) = search.local(&session.title) {
            let row = AnyRow::from(Session { title, ..Session::clone(session) });
            found.push(Replaced { id: session.id.into(), before, after, row });
        }
    }
    for room in plan.rooms().iter().filter(|_| search.in_rooms) {
        if let Some((title, before, after)) = search.local(&room.title).filter(|(title, ..)| !title.is_empty()) {
            found.push(Replaced { id: room.id.into(), before, after, row: Room { title, ..Room::clone(room) }.into() });
        }
    }
    for person in plan.people().iter().filter(|_| search.in_people) {
        if let Some(after) = search.replaced(&person.name).filter(|name| !name.trim().is_empty()) {
            let row = Person { name: after.clone(), ..Person::clone(person) }.into();
            found.push(Replaced { id: person.id.into(), before: person.name.clone(), after, row });
        }
    }
    found
}

impl Search {
    /// The text with every find replaced in every language; `None` where there is none. Beside it the first language in
    /// which there is one, before and after.
    fn local(&self, text: &LocalText) -> Option<(LocalText, String, String)> {
        let mut changed: Option<(LocalText, String, String)> = None;
        for (language, before) in text.iter() {
            let Some(after) = self.replaced(before) else { continue };
            let (all, ..) = changed.get_or_insert_with(|| (text.clone(), before.to_owned(), after.clone()));
            all.set(language, &after);
        }
        changed
    }

    /// The text with every find replaced; `None` where it stays as it is.
    fn replaced(&self, text: &str) -> Option<String> {
        let finds = self.finds(text);
        let mut replaced = String::with_capacity(text.len());
        let mut from = 0;
        for find in finds {
            replaced.push_str(&text[from..find.start]);
            replaced.push_str(&self.with);
            from = find.end;
        }
        replaced.push_str(&text[from..]);
        // Where a word is taken away, no blank is left in front or behind.
        let replaced = replaced.trim().to_owned();
        (from > 0 && replaced != text).then_some(replaced)
    }

    /// Where the words are found, none within another.
    fn finds(&self, text: &str) -> Vec<Range<usize>> {
        let letters = |text: &str| -> Vec<(char, usize)> {
            let lower = |(at, c): (usize, char)| c.to_lowercase().map(move |c| (c, at)).collect::<Vec<_>>();
            if self.by_case {
                text.char_indices().map(|(at, c)| (c, at)).collect()
            } else {
                text.char_indices().flat_map(lower).collect()
            }
        };
        let (wanted, all) = (letters(&self.find), letters(text));
        let is_word = |at: Option<char>| at.is_some_and(char::is_alphanumeric);
        let mut finds = Vec::new();
        let mut at = 0;
        while at + wanted.len() <= all.len() && !wanted.is_empty() {
            let is_same = wanted.iter().zip(&all[at..]).all(|((wanted, _), (found, _))| wanted == found);
            let start = all[at].1;
            let end = all.get(at + wanted.len()).map_or(text.len(), |&(_, end)| end);
            let within = is_word(text[..start].chars().next_back()) || is_word(text[end..].chars().next());
            if is_same && end > start && !(self.whole_words && within) {
                finds.push(start..end);
                at += wanted.len();
            } else {
                at += 1;
            }
        }
        finds
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[track_caller]
    fn check(search: &Search, text: &str, expected: Option<&str>) {
        assert_eq!(search.replaced(text).as_deref(), expected);
    }

    #[test]
    fn words_are_replaced_wherever_they_are_whole_or_in_any_letters() {
        let search =
            |find: &str, with: &str| Search { find: find.to_owned(), with: with.to_owned(), ..Search::default() };
        check(&search("hall", "Room"), "Hall 1, the hall", Some("Room 1, the Room"));
        check(&search("зал", "Room "), "Зал 1", Some("Room  1"));
        check(&search("aa", "b"), "aaaa a", Some("bb a"));
        check(&search("x", "y"), "none", None);
        check(&search("x", "x"), "x", None);
        check(&search("", "y"), "none", None);
        check(&search("ı", "i"), "İı", Some("İi"));
        let whole = Search { whole_words: true, ..search("art", "science") };
        check(&whole, "Art of the party, art", Some("science of the party, science"));
        let by_case = Search { by_case: true, ..search("Art", "A") };
        check(&by_case, "Art art", Some("A art"));
    }

    #[test]
    fn every_language_of_a_title_is_looked_at() {
        let title = LocalText::one(Language::English, "Tea").with(Language::Russian, "Чай Tea");
        let (all, before, after) =
            Search { find: "tea".to_owned(), with: "Coffee".to_owned(), ..Search::default() }.local(&title).unwrap();
        assert_eq!((before.as_str(), after.as_str()), ("Tea", "Coffee"));
        assert_eq!(all.exact(Language::Russian), Some("Чай Coffee"));
    }
}

//! Which sessions the List shows, and in which order. Worked out once per change of the plan, the sort or the filter.

use std::collections::HashMap;

use chrono::Datelike;

use crate::model::{BodyId, CivilTime, Language, Session, SessionId, SessionKind};
use crate::texts::names;
use crate::workbench::Generation;

use super::columns::Column;
use crate::app::context::ViewContext;
use crate::app::filter::Filter;

/// By what rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// The sort chosen last, and earlier ones for rows that are equal by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorts(Vec<Sort>);

impl Default for Sorts {
    fn default() -> Self {
        Self(vec![Sort { column: Column::Day, descending: false }])
    }
}

impl Sorts {
    /// More are not remembered.
    const MAX: usize = 3;

    /// Sorts by `column`; once more, the other way round.
    pub fn choose(&mut self, column: Column) {
        if self.first().column == column {
            self.0[0].descending ^= true;
        } else {
            self.0.retain(|sort| sort.column != column);
            self.0.insert(0, Sort { column, descending: false });
            self.0.truncate(Self::MAX);
        }
    }

    /// The sort chosen last.
    #[must_use]
    pub fn first(&self) -> Sort {
        self.0.first().copied().unwrap_or(Sort { column: Column::Day, descending: false })
    }
}

/// The sessions to show, in their order.
#[derive(Debug, Default)]
pub struct Order {
    made_for: Option<MadeFor>,
    ids: Vec<SessionId>,
    /// Whether days need their year beside them.
    pub several_years: bool,
}

#[derive(Debug, PartialEq)]
struct MadeFor {
    generation: Generation,
    sorts: Sorts,
    filter: Filter,
    languages: (Language, Language),
}

impl Order {
    /// Works it out anew where something has changed; answers whether it has.
    pub fn update(&mut self, cx: &ViewContext<'_>, sorts: &Sorts) -> bool {
        let languages = (cx.texts.language(), cx.settings.title_language());
        let fresh = self.made_for.as_ref().is_some_and(|known| {
            known.generation == cx.workbench.generation()
                && known.sorts == *sorts
                && known.languages == languages
                && known.filter == *cx.filter
        });
        if fresh {
            return false;
        }
        self.sort(cx, sorts);
        self.made_for = Some(MadeFor {
            generation: cx.workbench.generation(),
            sorts: sorts.clone(),
            filter: cx.filter.clone(),
            languages,
        });
        true
    }

    /// Looks at every session once: most of the time goes into fetching them from memory.
    fn sort(&mut self, cx: &ViewContext<'_>, sorts: &Sorts) {
        let mut columns: Vec<Keys<'_>> = sorts.0.iter().map(|&sort| Keys::new(cx, sort)).collect();
        let mut rows: Vec<Row> = Vec::with_capacity(cx.plan.sessions().len());
        self.ids.clear();
        let (mut first, mut last) = (i64::MAX, i64::MIN);
        for session in cx.plan.sessions().iter().filter(|session| cx.is_let_through(session.id)) {
            let start = session.placement.as_ref().map(|at| i64::from(at.start.minutes()));
            if let Some(start) = start {
                (first, last) = (first.min(start), last.max(start));
            }
            for keys in &mut columns {
                keys.push(session);
            }
            let index = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
            rows.push(Row { ranks: [0; Sorts::MAX], start: start.unwrap_or(i64::MAX), index });
            self.ids.push(session.id);
        }
        let year = |minutes: i64| CivilTime::from_minutes(minutes).date().year();
        self.several_years = first < last && year(first) < year(last);
        for (place, keys) in columns.into_iter().enumerate() {
            for (row, rank) in rows.iter_mut().zip(keys.ranks()) {
                row.ranks[place] = rank;
            }
        }
        rows.sort_unstable();
        self.ids = rows.into_iter().map(|row| self.ids[row.index as usize]).collect();
    }

    /// The sessions, in their order.
    #[must_use]
    pub fn ids(&self) -> &[SessionId] {
        &self.ids
    }

    /// Where a session is.
    #[must_use]
    pub fn index_of(&self, id: SessionId) -> Option<usize> {
        self.ids.iter().position(|&known| known == id)
    }
}

/// What a row is compared by: the chosen columns, then the start, then the order of ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    ranks: [i64; Sorts::MAX],
    start: i64,
    index: u32,
}

/// What a cell is compared by.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    number: i64,
    text: String,
}

/// The keys of one column; whatever several sessions share is looked up once.
struct Keys<'a> {
    cx: &'a ViewContext<'a>,
    sort: Sort,
    kinds: HashMap<SessionKind, i64>,
    bodies: HashMap<Vec<BodyId>, String>,
    found: Vec<Option<Key>>,
}

impl<'a> Keys<'a> {
    fn new(cx: &'a ViewContext<'a>, sort: Sort) -> Self {
        let mut kinds = SessionKind::ALL.map(|kind| (text_key(cx.text(names::session_kind(kind))), kind));
        kinds.sort();
        let kinds = (0..).zip(kinds).map(|(rank, (_, kind))| (kind, rank)).collect();
        Self { cx, sort, kinds, bodies: HashMap::new(), found: Vec::with_capacity(cx.plan.sessions().len()) }
    }

    fn push(&mut self, session: &Session) {
        let key = self.key(session);
        self.found.push(key);
    }

    fn ranks(self) -> Vec<i64> {
        ranks(&self.found, self.sort.descending)
    }

    fn key(&mut self, session: &Session) -> Option<Key> {
        let cx = self.cx;
        let number = |number: i64| Some(Key { number, text: String::new() });
        let text = |text: String| (!text.is_empty()).then_some(Key { number: 0, text });
        match self.sort.column {
            Column::Id => text(natural_key(session.id.as_str())),
            Column::Day => number(session.span()?.start.date().num_days_from_ce().into()),
            Column::Start => number(session.span()?.start.minute_of_day().into()),
            Column::End => number(session.span()?.end.minute_of_day().into()),
            Column::Length => number(session.length().mins().into()),
            Column::Title => text(text_key(cx.title(&session.title))),
            Column::Kind => number(self.kinds.get(&session.kind).copied().unwrap_or_default()),
            Column::Body => {
                if !self.bodies.contains_key(&session.bodies) {
                    self.bodies.insert(session.bodies.clone(), natural_key(&cx.body_codes(session)));
                }
                text(self.bodies[&session.bodies].clone())
            }
            Column::Room => {
                let room = cx.plan.rooms().get(*session.rooms().first()?)?;
                Some(Key { number: room.order.into(), text: natural_key(cx.title(&room.title)) })
            }
            Column::Event => {
                let event = cx.plan.events().get(session.event)?;
                Some(Key { number: event.dates.span().start.minutes().into(), text: session.event.to_string() })
            }
            Column::Status => number(session.status as i64),
            Column::Languages => {
                let letters = session.languages.iter().map(Language::letter).collect();
                let count = session.languages.len();
                (count > 0).then_some(Key { number: i64::try_from(count).unwrap_or(0), text: letters })
            }
            // Upwards means that pinned ones come first.
            Column::Marks => number(i64::from(!session.pinned)),
        }
    }
}

/// A number for every key, in the order of the keys. Rows that lack the key come last whichever way the rest is sorted.
fn ranks(keys: &[Option<Key>], descending: bool) -> Vec<i64> {
    let directed = |rank: i64| if descending { -rank } else { rank };
    if keys.iter().flatten().all(|key| key.text.is_empty()) {
        return keys.iter().map(|key| key.as_ref().map_or(i64::MAX, |key| directed(key.number))).collect();
    }
    let mut sorted: Vec<(&Key, usize)> =
        keys.iter().enumerate().filter_map(|(at, key)| Some((key.as_ref()?, at))).collect();
    sorted.sort_unstable();
    let mut ranks = vec![i64::MAX; keys.len()];
    let mut rank = 0;
    for (place, &(key, at)) in sorted.iter().enumerate() {
        rank += i64::from(place > 0 && sorted[place - 1].0 != key);
        ranks[at] = directed(rank);
    }
    ranks
}

/// `text` as it is sorted: small letters from the first letter or digit on, Ё as Е.
fn text_key(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    text.chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

/// The same, with numbers in the order of their values: `COM3-9` before `COM3-10`.
fn natural_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    let text = text_key(text);
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            for _ in digits..8 {
                key.push('0');
            }
            key.push_str(&rest[..digits]);
            rest = &rest[digits..];
        } else {
            key.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_click_reverses_and_another_column_remembers_the_first() {
        let mut sorts = Sorts::default();
        sorts.choose(Column::Title);
        sorts.choose(Column::Kind);
        sorts.choose(Column::Kind);
        let sort = |column, descending| Sort { column, descending };
        assert_eq!(sorts.0, [sort(Column::Kind, true), sort(Column::Title, false), sort(Column::Day, false)]);
        sorts.choose(Column::Room);
        assert_eq!(sorts.0.len(), Sorts::MAX);
    }

    #[test]
    fn numbers_in_names_count_as_numbers() {
        assert!(natural_key("COM3-9") < natural_key("COM3-10"));
        assert!(natural_key("com3") < natural_key("COM10"));
        assert_eq!(natural_key("«Зал 2»"), "зал 00000002»");
        assert_eq!(text_key("“Ёлка”"), "елка”");
    }

    #[test]
    fn rows_that_lack_the_key_come_last_both_ways_and_equal_keys_have_equal_ranks() {
        let key = |number: i64, text: &str| Some(Key { number, text: text.to_owned() });
        let numbers = [key(5, ""), None, key(-5, ""), key(5, "")];
        assert_eq!(ranks(&numbers, false), [5, i64::MAX, -5, 5]);
        assert_eq!(ranks(&numbers, true), [-5, i64::MAX, 5, -5]);
        let texts = [key(0, "b"), None, key(0, "a"), key(0, "b"), key(1, "")];
        assert_eq!(ranks(&texts, false), [1, i64::MAX, 0, 1, 2]);
        assert_eq!(ranks(&texts, true), [-1, i64::MAX, 0, -1, -2]);
    }
}

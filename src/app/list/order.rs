//! Which sessions the List shows, and in which order. Worked out once per change of the plan, the sort or the filter.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::Datelike;

use crate::model::{BodyId, Language, Session, SessionId, SessionKind};

use super::super::context::ViewContext;
use super::super::selection::Filter;
use super::super::texts::names;
use super::columns::Column;

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
    revision: u64,
    sorts: Sorts,
    filter: Filter,
    languages: (Language, Language),
}

impl Order {
    /// Works it out anew where something has changed; answers whether it has.
    pub fn update(&mut self, cx: &ViewContext<'_>, sorts: &Sorts) -> bool {
        let languages = (cx.texts.language(), cx.settings.title_language());
        let fresh = self.made_for.as_ref().is_some_and(|known| {
            known.revision == cx.revision
                && known.sorts == *sorts
                && known.languages == languages
                && known.filter == *cx.filter
        });
        if fresh {
            return false;
        }
        let sessions: Vec<&Arc<Session>> =
            cx.plan.sessions().iter().filter(|session| cx.is_let_through(session.id)).collect();
        let years = sessions.iter().filter_map(|session| session.span()).map(|span| span.start.date().year());
        let (first, last) = years.fold((i32::MAX, i32::MIN), |(first, last), year| (first.min(year), last.max(year)));
        self.several_years = first < last;
        self.ids = sorted(cx, &sessions, sorts);
        self.made_for =
            Some(MadeFor { revision: cx.revision, sorts: sorts.clone(), filter: cx.filter.clone(), languages });
        true
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

/// What a row is compared by. Rows that lack it come last whichever way the rest is sorted.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    number: i64,
    text: String,
}

fn sorted(cx: &ViewContext<'_>, sessions: &[&Arc<Session>], sorts: &Sorts) -> Vec<SessionId> {
    let keyed: Vec<(bool, Vec<Option<Key>>)> = sorts
        .0
        .iter()
        .map(|sort| {
            let mut keys = Keys::new(cx, sort.column);
            (sort.descending, sessions.iter().map(|session| keys.key(session)).collect())
        })
        .collect();
    let start = |index: usize| sessions[index].span().map_or((true, None), |span| (false, Some(span.start)));
    let mut rows: Vec<usize> = (0..sessions.len()).collect();
    // Sessions come in the order of their ids, so equal rows stay in it.
    rows.sort_by(|&a, &b| {
        let by_column = |(descending, keys): &(bool, Vec<Option<Key>>)| compare(&keys[a], &keys[b], *descending);
        let by_columns = keyed.iter().map(by_column).find(|order| order.is_ne()).unwrap_or(Ordering::Equal);
        by_columns.then_with(|| start(a).cmp(&start(b)))
    });
    rows.into_iter().map(|index| sessions[index].id).collect()
}

fn compare(a: &Option<Key>, b: &Option<Key>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if descending => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// Makes the keys of one column; whatever several sessions share is looked up once.
struct Keys<'a> {
    cx: &'a ViewContext<'a>,
    column: Column,
    kinds: HashMap<SessionKind, i64>,
    bodies: HashMap<Vec<BodyId>, String>,
}

impl<'a> Keys<'a> {
    fn new(cx: &'a ViewContext<'a>, column: Column) -> Self {
        let mut kinds = SessionKind::ALL.map(|kind| (text_key(cx.text(names::session_kind(kind))), kind));
        kinds.sort();
        let kinds = (0..).zip(kinds).map(|(rank, (_, kind))| (kind, rank)).collect();
        Self { cx, column, kinds, bodies: HashMap::new() }
    }

    fn key(&mut self, session: &Session) -> Option<Key> {
        let cx = self.cx;
        let number = |number: i64| Some(Key { number, text: String::new() });
        let text = |text: String| (!text.is_empty()).then_some(Key { number: 0, text });
        match self.column {
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
    fn rows_that_lack_the_key_come_last_both_ways() {
        let key = |number| Some(Key { number, text: String::new() });
        for descending in [false, true] {
            assert_eq!(compare(&key(1), &None, descending), Ordering::Less);
            assert_eq!(compare(&None, &key(1), descending), Ordering::Greater);
            assert_eq!(compare(&None, &None, descending), Ordering::Equal);
        }
        assert_eq!(compare(&key(1), &key(2), true), Ordering::Greater);
    }
}

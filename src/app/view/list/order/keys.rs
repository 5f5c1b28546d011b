//! What the sessions of the List are compared by, column by column.

use std::collections::HashMap;

use chrono::Datelike as _;

use super::Sort;
use crate::app::context::ViewContext;
use crate::app::view::list::columns::Column;
use crate::model::{BodyId, FieldValue, Kind, Language, Number, Session, Severity};

/// What a cell is compared by.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Where there is one; what is compared by a text only has 0.
    pub number: i64,
    /// Decides among equal numbers.
    pub text: String,
}

/// The keys of one column; whatever several sessions share is looked up once.
pub struct Keys<'a> {
    cx: &'a ViewContext<'a>,
    sort: Sort,
    kinds: HashMap<Kind, i64>,
    bodies: HashMap<Vec<BodyId>, String>,
    found: Vec<Option<Key>>,
}

impl<'a> Keys<'a> {
    /// No session is looked at yet.
    pub fn new(cx: &'a ViewContext<'a>, sort: Sort) -> Self {
        Self {
            cx,
            sort,
            kinds: kind_ranks(cx),
            bodies: HashMap::new(),
            found: Vec::with_capacity(cx.plan.sessions().len()),
        }
    }

    /// Looks at the next session.
    pub fn push(&mut self, session: &Session) {
        let key = self.key(session);
        self.found.push(key);
    }

    /// A number for every session, in the order in which they were looked at.
    pub fn ranks(self) -> Vec<i64> {
        ranks(&self.found, self.sort.descending)
    }

    fn key(&mut self, session: &Session) -> Option<Key> {
        match self.sort.column {
            Column::Kind => some_number(self.kinds.get(&session.called()).copied().unwrap_or_default()),
            Column::Body => {
                if !self.bodies.contains_key(&session.bodies) {
                    self.bodies.insert(session.bodies.clone(), natural_key(&self.cx.body_codes(session)));
                }
                some_text(self.bodies[&session.bodies].clone())
            }
            column => key(self.cx, session, column),
        }
    }
}

/// The places of kinds in the order of their names.
pub fn kind_ranks(cx: &ViewContext<'_>) -> HashMap<Kind, i64> {
    let mut kinds: Vec<_> = cx.all_kinds().map(|kind| (text_key(cx.kind_name(kind)), kind)).collect();
    kinds.sort();
    (0..).zip(kinds).map(|(rank, (_, kind))| (kind, rank)).collect()
}

fn some_number(number: impl Into<i64>) -> Option<Key> {
    Some(Key { number: number.into(), text: String::new() })
}

/// A key that is a text; none where it is empty.
pub fn some_text(text: String) -> Option<Key> {
    (!text.is_empty()).then_some(Key { number: 0, text })
}

/// What a session is compared by in a column that needs nothing to be looked up first.
pub fn key(cx: &ViewContext<'_>, session: &Session, column: Column) -> Option<Key> {
    match column {
        Column::Id => some_text(natural_key(session.id.as_str())),
        // Within a day by time, whatever it was sorted by before.
        Column::Day => some_number(session.span()?.start.minutes()),
        Column::Start => some_number(session.span()?.start.minute_of_day()),
        Column::End => some_number(session.span()?.end.minute_of_day()),
        Column::Length => some_number(session.length().mins()),
        Column::Title => some_text(text_key(cx.title(&session.title))),
        Column::Kind | Column::Body => None,
        Column::Room => {
            let room = cx.plan.rooms().get(*session.rooms().first()?)?;
            Some(Key { number: room.order.into(), text: natural_key(cx.title(&room.title)) })
        }
        Column::Event => {
            let event = cx.plan.events().get(session.event)?;
            Some(Key { number: event.dates.span().start.minutes().into(), text: session.event.to_string() })
        }
        Column::Status => some_number(session.status as i64),
        Column::People => some_text(text_key(&cx.plan.people().get(session.people.first()?.person)?.name)),
        Column::Topics => some_text(natural_key(&cx.plan.topics().get(*session.topics.first()?)?.code)),
        Column::Documents => some_text(natural_key(&cx.plan.documents().get(*session.documents.first()?)?.symbol)),
        Column::Attendance => some_number(session.expected_attendance?),
        Column::After => {
            Some(session.after.len()).filter(|&count| count > 0).and_then(|count| some_number(count as i64))
        }
        Column::Remarks => some_text(text_key(&session.remarks)),
        Column::Languages => {
            let letters = session.languages.iter().map(Language::letter).collect();
            let count = session.languages.len();
            (count > 0).then_some(Key { number: i64::try_from(count).unwrap_or(0), text: letters })
        }
        // Upwards means that most come first.
        Column::ToDos => {
            Some(cx.open_to_dos(session.id)).filter(|&count| count > 0).and_then(|count| some_number(-(count as i64)))
        }
        Column::Comments => some_number(-i64::from(cx.comments_on(session.id).last()?.at.minutes())),
        Column::Held => some_number(session.held.as_ref()?.opened.minutes()),
        Column::Meeting => some_text(natural_key(&cx.meeting_code(session.id)?)),
        Column::Own(id) => match session.own.get(id)? {
            FieldValue::Text(text) => some_text(text_key(text)),
            FieldValue::Number(number) => some_number(in_order(*number)),
            FieldValue::Date(day) => some_number(day.num_days_from_ce()),
            // In the order in which they are offered.
            FieldValue::Choice(id) => {
                let choices = column.field(cx.plan)?.choices();
                some_number(choices.iter().position(|choice| choice.id == *id)? as i64)
            }
            FieldValue::Tick => some_number(0),
        },
        // Upwards means that the worst come first.
        Column::Findings => {
            let mark = cx.workbench.checker().mark(session.id);
            if mark == Severity::Off { None } else { some_number(-(mark as i64)) }
        }
        // Upwards means that pinned ones come first.
        Column::Marks => some_number(!session.pinned),
    }
}

/// A whole number for each number, in their order.
fn in_order(number: Number) -> i64 {
    // What is negative is written as its value and a sign: the greater the value, the less it is.
    let bits = number.get().to_bits().cast_signed();
    if bits < 0 { bits ^ i64::MAX } else { bits }
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
pub fn natural_key(text: &str) -> String {
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
    fn numbers_in_names_count_as_numbers() {
        assert!(natural_key("COM3-9") < natural_key("COM3-10"));
        assert!(natural_key("com3") < natural_key("COM10"));
        assert_eq!(natural_key("«Зал 2»"), "зал 00000002»");
        assert_eq!(text_key("“Ёлка”"), "елка”");
    }

    #[test]
    fn numbers_are_sorted_as_such() {
        let numbers = [-1e300, -2.5, -2.0, -0.5, 0.0, 1e-9, 2.0, 10.0, 1e300];
        let ranks = numbers.map(|number| in_order(Number::new(number).unwrap()));
        assert!(ranks.is_sorted_by(|a, b| a < b), "{ranks:?}");
        assert!(ranks.iter().all(|&rank| rank != i64::MIN), "they can be turned round");
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

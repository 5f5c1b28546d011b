//! What the columns of a table hold: by the headings above them, or by what stands in them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::grid::{Grid, GridRow};
use super::names::{Known, key};
use super::returned::Returned;
use super::values;
use super::words::kind;
use crate::model::FieldId;
use crate::texts::recognized::Recognized;
use crate::texts::tid;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is what a session has of that name")]
pub enum Field {
    Title,
    Kind,
    Day,
    Start,
    End,
    /// From when to when, in one cell.
    Time,
    Length,
    Room,
    /// Those who speak.
    People,
    Chairs,
    Moderators,
    /// Whom the speakers represent.
    Affiliation,
    Body,
    Event,
    Status,
    Attendance,
    Remarks,
    /// The name of the session in the plan.
    Id,
    /// An own field of the plan.
    Own(FieldId),
}

impl Field {
    /// All that every plan has.
    pub const BUILT_IN: [Self; 18] = [
        Self::Title,
        Self::Kind,
        Self::Day,
        Self::Start,
        Self::End,
        Self::Time,
        Self::Length,
        Self::Room,
        Self::People,
        Self::Chairs,
        Self::Moderators,
        Self::Affiliation,
        Self::Body,
        Self::Event,
        Self::Status,
        Self::Attendance,
        Self::Remarks,
        Self::Id,
    ];

    /// The headings that mean each.
    const HEADINGS: [&'static str; Self::BUILT_IN.len()] = [
        tid("incoming-title"),
        tid("incoming-kind"),
        tid("incoming-day"),
        tid("incoming-start"),
        tid("incoming-end"),
        tid("incoming-time"),
        tid("incoming-length"),
        tid("incoming-room"),
        tid("incoming-people"),
        tid("incoming-chairs"),
        tid("incoming-moderators"),
        tid("incoming-affiliation"),
        tid("incoming-body"),
        tid("incoming-event"),
        tid("incoming-status"),
        tid("incoming-attendance"),
        tid("incoming-remarks"),
        tid("incoming-id"),
    ];

    /// What a heading means: an own field of that title, else what every plan has.
    fn of(heading: &str, known: &Known) -> Option<Self> {
        static HEADINGS: LazyLock<Recognized> = LazyLock::new(|| Recognized::new("incoming", &Field::HEADINGS));
        let own = known.field(heading).map(Self::Own);
        let handed_out = || HANDED_OUT.place(heading).map(|place| Self::HANDED_OUT[place]);
        own.or_else(|| HEADINGS.place(heading).map(|place| Self::BUILT_IN[place])).or_else(handed_out)
    }

    /// What is handed out under headings of its own, in all six languages.
    const HANDED_OUT: [Self; 15] = [
        Self::Id,
        Self::Title,
        Self::Kind,
        Self::Day,
        Self::Start,
        Self::End,
        Self::Length,
        Self::Room,
        Self::Room,
        Self::People,
        Self::Body,
        Self::Event,
        Self::Status,
        Self::Attendance,
        Self::Remarks,
    ];

    /// The name by which it is remembered.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Own(id) => format!("own:{id}"),
            built_in => {
                let place = Self::BUILT_IN.iter().position(|&other| other == built_in).unwrap_or(0);
                Self::HEADINGS[place].trim_start_matches("incoming-").to_owned()
            }
        }
    }

    /// The own field that it is.
    fn own(self) -> Option<FieldId> {
        if let Self::Own(id) = self { Some(id) } else { None }
    }

    /// The field of such a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let own = || name.strip_prefix("own:").and_then(|id| id.parse().ok()).map(Self::Own);
        Self::BUILT_IN.into_iter().find(|field| field.name() == name).or_else(own)
    }
}

/// The headings of what is handed out.
static HANDED_OUT: LazyLock<Recognized> = LazyLock::new(|| {
    let ids = [
        tid("handout-id"),
        tid("handout-title"),
        tid("handout-kind"),
        tid("handout-date"),
        tid("handout-start"),
        tid("handout-end"),
        tid("handout-length"),
        tid("handout-rooms"),
        tid("handout-room"),
        tid("handout-people"),
        tid("handout-bodies"),
        tid("handout-event"),
        tid("handout-status"),
        tid("handout-expected"),
        tid("handout-remarks"),
    ];
    Recognized::new("handout", &ids)
});

/// What was said by hand: what a heading means, by the name of the field; nothing where it is left out.
pub type Remembered = BTreeMap<String, String>;

/// A table of which is known what its columns hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted<F = Field> {
    /// The table.
    pub grid: Grid,
    /// What each column holds; `None` where it is left out. No field comes twice.
    pub fields: Vec<Option<F>>,
    /// How many rows stand before the first that is one.
    pub first: usize,
    /// Whether days of numbers have the month first, where somebody said so.
    pub month_first: Option<bool>,
    /// What its rows carry, where the plan has handed it out itself.
    pub returned: Option<Returned>,
}

/// Headings stand in one of so many rows.
const ROWS_OF_HEADINGS: usize = 12;
/// So many headings are remembered.
pub(super) const MOST_REMEMBERED: usize = 200;
/// Longer headings are not.
pub(super) const LONGEST_HEADING: usize = 200;
/// So many rows are looked at to guess what a column holds.
const SAMPLE: usize = 40;

impl<F: Copy + Ord> Pasted<F> {
    /// A table with the meaning of its headings, where it has a row of such, and how many they are. A heading that `tells` is
    /// enough for a row of headings by itself.
    pub(super) fn headed(
        grid: Grid,
        meant: impl Fn(&str) -> Option<F>,
        tells: impl Fn(&str, Option<F>) -> bool,
    ) -> (Self, usize) {
        let mut best = (0, vec![None; grid.width], 0, 0);
        for (at, row) in grid.rows.iter().take(ROWS_OF_HEADINGS).enumerate() {
            let fields = headings(row, &meant);
            let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
            let found = fields.iter().flatten().count();
            // What comes again below is no heading.
            let comes_again =
                |column: usize| grid.rows[at + 1..].iter().any(|other| other.cells[column] == row.cells[column]);
            let does_tell = || {
                let mut columns = row.cells.iter().zip(&fields).enumerate();
                columns.any(|(column, (cell, field))| tells(cell, *field) && !comes_again(column))
            };
            let is_mostly_known = found > 0 && found * 2 >= filled && (found > 1 || grid.width == 1);
            // However many columns there are of which nobody knows anything.
            let is_known_enough = || {
                at + 1 < grid.rows.len() && !row.cells.iter().any(|cell| is_value(cell)) && (found > 2 || does_tell())
            };
            let weight = found.max(1);
            if weight > best.0 && (is_mostly_known || is_known_enough()) {
                best = (weight, fields, at + 1, found);
            }
        }
        let (_, fields, first, found) = best;
        (Self { grid, fields, first, month_first: None, returned: None }, found)
    }

    /// Lets a column hold something else; the one that held it before is left out.
    pub fn set(&mut self, column: usize, field: Option<F>) {
        for other in &mut self.fields {
            if other.is_some() && *other == field {
                *other = None;
            }
        }
        if let Some(own) = self.fields.get_mut(column) {
            *own = field;
        }
    }

    /// Whether a column holds this.
    #[must_use]
    pub fn has(&self, field: F) -> bool {
        self.fields.contains(&Some(field))
    }

    /// The rows below the headings.
    #[must_use]
    pub fn rows(&self) -> &[GridRow] {
        &self.grid.rows[self.first.min(self.grid.rows.len())..]
    }

    /// What the file itself writes above a column; nothing where it has no heads.
    #[must_use]
    pub fn head(&self, column: usize) -> &str {
        let row = self.first.checked_sub(1).and_then(|at| self.grid.rows.get(at));
        row.and_then(|row| row.cells.get(column)).map_or("", |cell| cell.trim())
    }

    /// Puts another text into a cell of a row below the heads.
    pub fn correct(&mut self, row: usize, column: usize, text: &str) {
        let row = self.grid.rows.get_mut(self.first.saturating_add(row));
        if let Some(cell) = row.and_then(|row| row.cells.get_mut(column)) {
            text.trim().clone_into(cell);
        }
    }

    /// What stands in a row of a field; nothing where no column holds it.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a GridRow, field: F) -> &'a str {
        let column = self.fields.iter().position(|&other| other == Some(field));
        column.and_then(|column| row.cells.get(column)).map_or("", String::as_str)
    }
}

/// What a column can hold, and how that is remembered.
pub trait Meaning: Copy + Ord {
    /// Whether a column without a heading is known again by its place.
    const KNOWN_BY_PLACE: bool = false;

    /// The name by which it is remembered.
    fn remembered_as(self) -> String;
}

impl Meaning for Field {
    fn remembered_as(self) -> String {
        self.name()
    }
}

impl<F: Meaning> Pasted<F> {
    /// Lets a column hold something else, and remembers it for tables of the same headings: what is meant now is not meant by
    /// another one of them.
    pub fn set_by_hand(&mut self, column: usize, field: Option<F>, remembered: &mut Remembered) {
        let before = self.fields.iter().position(|other| other.is_some() && *other == field);
        self.set(column, field);
        let meant = field.map(F::remembered_as).unwrap_or_default();
        let meant_it = |heading: &str| !meant.is_empty() && remembered.get(heading) == Some(&meant);
        let others = (0..self.grid.width).filter(|&other| other != column);
        let headings = others.filter_map(|other| Some((other, self.heading(other)?)));
        let no_more: Vec<String> = headings
            .filter(|(other, heading)| Some(*other) == before || meant_it(heading))
            .map(|(_, heading)| heading)
            .collect();
        let no_more = no_more.into_iter().map(|heading| (heading, String::new()));
        for (heading, name) in no_more.chain(self.heading(column).map(|heading| (heading, meant))) {
            if remembered.len() < MOST_REMEMBERED || remembered.contains_key(&heading) {
                remembered.insert(heading, name);
            }
        }
    }

    /// By what a column is known again: its heading as headings are compared, or its place among so many.
    pub(super) fn heading(&self, column: usize) -> Option<String> {
        let row = self.first.checked_sub(1).and_then(|row| self.grid.rows.get(row));
        let heading = row.and_then(|row| row.cells.get(column)).map(|cell| key(cell));
        let heading = heading.filter(|heading| !heading.is_empty() && heading.len() <= LONGEST_HEADING);
        heading.or_else(|| F::KNOWN_BY_PLACE.then(|| format!("{} / {}", column + 1, self.grid.width)))
    }
}

impl Pasted {
    /// Finds out what the columns of a table of sessions hold.
    #[must_use]
    pub fn new(grid: Grid, known: &Known) -> Self {
        Self::remembering(grid, known, &Remembered::new())
    }

    /// Finds out what the columns hold, and lets what was said by hand of columns of these headings count.
    #[must_use]
    pub fn remembering(grid: Grid, known: &Known, remembered: &Remembered) -> Self {
        let by_hand = |heading: &str| Field::named(remembered.get(&key(heading))?);
        let meant = |heading: &str| by_hand(heading).or_else(|| Field::of(heading, known));
        let (mut pasted, found) = Self::headed(grid, meant, |heading, field| {
            matches!(field, Some(Field::Title | Field::Day | Field::Start)) || remembered.contains_key(&key(heading))
        });
        // Headings that nobody knows are read by what stands below them, and what is missing most is looked for.
        if found == 0 || !(pasted.has(Field::Title) || pasted.has(Field::Id)) {
            pasted.guess(known);
        }
        let said: Vec<Option<&String>> =
            (0..pasted.grid.width).map(|column| remembered.get(&pasted.heading(column)?)).collect();
        for (column, name) in said.into_iter().enumerate().filter_map(|(column, name)| Some((column, name?))) {
            pasted.set(column, Field::named(name).filter(|field| field.own().is_none_or(|id| known.has_field(id))));
        }
        pasted
    }

    /// The columns in which something stands and of which nothing is read, by their headings, or by their places from 1 on
    /// where they have none; without those that are left out by hand.
    #[must_use]
    pub fn unread(&self, remembered: &Remembered) -> Vec<Result<&str, usize>> {
        let is_filled = |column: usize| self.rows().iter().any(|row| !row.cells[column].is_empty());
        let is_said = |column: usize| self.heading(column).is_some_and(|heading| remembered.contains_key(&heading));
        let unread = (0..self.grid.width)
            .filter(|&column| self.fields[column].is_none() && is_filled(column) && !is_said(column));
        // What the plan handed out itself has columns that are only to be looked at.
        let unread = unread.filter(|_| self.returned.is_none());
        unread.map(|column| Some(self.head(column)).filter(|head| !head.is_empty()).ok_or(column + 1)).collect()
    }

    /// A table that may have been handed out by the plan itself: then its heads are where they were.
    #[must_use]
    pub fn coming(grid: Grid, known: &Known, remembered: &Remembered, returned: Option<Returned>) -> Self {
        let at = returned.as_ref().map(|returned| grid.rows.iter().position(|row| row.number == returned.head));
        let Some(Some(at)) = at else { return Self { returned, ..Self::remembering(grid, known, remembered) } };
        let fields = headings(&grid.rows[at], |heading| Field::of(heading, known));
        Self { grid, fields, first: at + 1, month_first: None, returned }
    }

    /// Guesses the columns that nothing is known of.
    fn guess(&mut self, known: &Known) {
        let mut fields = self.fields.clone();
        let mut left = Vec::new();
        for column in (0..self.grid.width).filter(|&column| self.fields[column].is_none()) {
            let sample = Sample::new(self.rows(), column);
            fields[column] = sample.field(known, &fields);
            if fields[column].is_none() && !sample.cells.is_empty() {
                left.push((column, sample));
            }
        }
        // Of two columns of words the longer one says what it is about; what is longer still describes it.
        let title = left.iter().take(2).enumerate().max_by_key(|(at, (_, sample))| (sample.letters(), usize::MAX - at));
        if let Some((at, _)) = title.filter(|_| !self.has(Field::Title)) {
            fields[left.remove(at).0] = Some(Field::Title);
        }
        for (column, sample) in left {
            let lacks = |field| !fields.contains(&Some(field));
            fields[column] = if lacks(Field::People) && sample.most(looks_like_names) {
                Some(Field::People)
            } else if lacks(Field::Room) && sample.repeats() {
                Some(Field::Room)
            } else {
                Some(Field::Remarks).filter(|&remarks| lacks(remarks) && sample.letters() > 40)
            };
        }
        self.fields = fields;
    }
}

/// Whether a cell holds a time or a day with its year, as no heading does.
fn is_value(cell: &str) -> bool {
    values::is_surely_clock(cell) || values::is_dated(cell)
}

/// What the cells of a row mean as headings, each field once.
fn headings<F: Copy + Ord>(row: &GridRow, meant: impl Fn(&str) -> Option<F>) -> Vec<Option<F>> {
    let mut seen = BTreeSet::new();
    row.cells.iter().map(|cell| meant(cell).filter(|&field| seen.insert(field))).collect()
}

/// Two to four words that begin with capitals, of one or several people.
fn looks_like_names(text: &str) -> bool {
    let people = values::people(text);
    let is_name = |name: &str| {
        let words: Vec<&str> = name.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        let capital =
            |word: &&str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit());
        (2..=4).contains(&words.len()) && words.iter().all(capital)
    };
    !people.is_empty() && people.iter().all(|named| is_name(&named.name))
}

/// What a column may hold, and whether a cell looks like it.
type Candidate<'a> = (Field, &'a dyn Fn(&str) -> bool);

/// Some of what stands in a column.
pub(super) struct Sample<'a> {
    cells: Vec<&'a str>,
}

impl<'a> Sample<'a> {
    pub fn new(rows: &'a [GridRow], column: usize) -> Self {
        let cells = rows.iter().filter_map(|row| row.cells.get(column)).map(String::as_str);
        Self { cells: cells.filter(|cell| !cell.is_empty()).take(SAMPLE).collect() }
    }

    /// Whether most of them are so.
    pub fn most(&self, is_so: impl Fn(&str) -> bool) -> bool {
        self.cells.iter().filter(|cell| is_so(cell)).count() * 10 >= self.cells.len() * 6 && !self.cells.is_empty()
    }

    /// How many letters they have on average.
    fn letters(&self) -> usize {
        self.cells.iter().map(|cell| cell.chars().count()).sum::<usize>() / self.cells.len().max(1)
    }

    /// Whether a few short texts come again and again.
    fn repeats(&self) -> bool {
        let different: BTreeSet<&&str> = self.cells.iter().collect();
        self.cells.len() > 3 && different.len() * 2 <= self.cells.len() && self.letters() <= 24
    }

    /// What they are for certain, apart from what is known already.
    fn field(&self, known: &Known, found: &[Option<Field>]) -> Option<Field> {
        let is_day = |text: &str| {
            let in_words = text.contains(char::is_alphabetic) || text.contains(['.', '/', '-']);
            in_words && values::is_day(text)
        };
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let candidates: [Candidate<'_>; 9] = [
            (Field::Start, &values::is_surely_clock),
            (Field::End, &values::is_surely_clock),
            (Field::Time, &|text| {
                matches!(values::times(text), Some((_, Some(_)))) && !is_number(text) && !values::is_dated(text)
            }),
            (Field::Day, &is_day),
            (Field::Room, &|text| known.room(text).is_some()),
            (Field::Kind, &|text| kind(text).is_some()),
            (Field::Body, &|text| known.body(text).is_some()),
            (Field::People, &|text| values::people(text).iter().any(|named| known.person(&named.name).is_some())),
            (Field::Length, &|text| values::length(text).is_some_and(|length| (5..=600).contains(&length.mins()))),
        ];
        candidates
            .iter()
            .find(|(field, is_so)| !found.contains(&Some(*field)) && self.most(is_so))
            .map(|&(field, _)| field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Template;

    fn fields(text: &str) -> (Vec<Option<Field>>, usize) {
        let known = Known::new(&Template::Wtdc25.plan());
        let pasted = Pasted::new(Grid::read(text).unwrap(), &known);
        (pasted.fields, pasted.first)
    }

    #[test]
    fn headings_are_recognized_in_english_and_russian_below_a_title_of_the_table() {
        let some = |fields: &[Field]| fields.iter().copied().map(Some).collect::<Vec<_>>();
        let (found, first) = fields(
            "Programme of the congress\t\t\t\t\nTalk title\tSpeaker(s)\tDate\tFrom\tDuration (min)\nx\ty\t1.1.\t9:00\t5",
        );
        assert_eq!((found, first), (some(&[Field::Title, Field::People, Field::Day, Field::Start, Field::Length]), 2));
        let (found, first) = fields("Дата\tНачало\tОкончание\tТема доклада\tДокладчики\tЗал\n");
        let expected = [Field::Day, Field::Start, Field::End, Field::Title, Field::People, Field::Room];
        assert_eq!((found, first), (some(&expected), 1));
    }

    #[test]
    fn columns_without_headings_are_guessed_by_what_stands_in_them() {
        let text = "18.11.2025\t9:00\t9:20\tOn the many uses of light\tAnn Lee\tRoom A\n\
                    18.11.2025\t9:20\t9:40\tA theory of everything else\tBo Chan, Cy Dor\tRoom B\n\
                    18.11.2025\t9:40\t10:00\tWhat is left\tEd Fox\tRoom A\n";
        let expected = [Field::Day, Field::Start, Field::End, Field::Title, Field::People, Field::Room];
        assert_eq!(fields(text), (expected.map(Some).to_vec(), 0));
        assert_eq!(
            fields("Ann Lee\tOn the many uses of light\t20\nBo Chan\tA theory of everything\t25"),
            (vec![Some(Field::People), Some(Field::Title), Some(Field::Length)], 0)
        );
        assert_eq!(fields("First talk\nSecond talk"), (vec![Some(Field::Title)], 0));
    }

    #[test]
    fn a_column_can_be_given_another_meaning_and_none_has_two() {
        let known = Known::new(&Template::Blank.plan());
        let mut pasted = Pasted::new(Grid::read("Title\tNotes\na\tb").unwrap(), &known);
        pasted.set(1, Some(Field::Title));
        assert_eq!(pasted.fields, [None, Some(Field::Title)]);
        assert_eq!(pasted.cell(&pasted.rows()[0], Field::Title), "b");
    }
}

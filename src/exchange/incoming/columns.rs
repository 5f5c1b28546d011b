//! What the columns of a table hold: by the headings above them, or by what stands in them.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{Field, is_head_of_items};
use super::grid::{Grid, GridRow};
use super::names::{Known, key};
use super::returned::Returned;
use super::values;
use super::words::kind;

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
        pasted.tell_days_from_times(&meant);
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

    /// `When` stands above days as well as above times: where days stand below, it is the day, and another heading may mean the time.
    fn tell_days_from_times(&mut self, meant: &impl Fn(&str) -> Option<Field>) {
        let of_days = (0..self.grid.width).find(|&column| {
            let is_time = matches!(self.fields[column], Some(Field::Time | Field::Start));
            is_time
                && Sample::new(self.rows(), column).most(|cell| is_day_in_words(cell) && values::times(cell).is_none())
        });
        let Some(column) = of_days.filter(|_| !self.has(Field::Day)) else { return };
        self.fields[column] = Some(Field::Day);
        for other in 0..self.grid.width {
            let field = if self.fields[other].is_none() { meant(self.head(other)) } else { None };
            self.fields[other] = self.fields[other].or(field.filter(|&field| !self.has(field)));
        }
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

/// Whether a table is a list of items of agendas, as this program hands it out: its rows are no sessions.
#[must_use]
pub fn holds_items(grid: &Grid) -> bool {
    let of_items = |row: &GridRow| row.cells.iter().filter(|cell| is_head_of_items(cell)).count() > 1;
    grid.rows.iter().take(ROWS_OF_HEADINGS).any(of_items)
}

/// Whether a cell holds a time or a day with its year, as no heading does.
fn is_value(cell: &str) -> bool {
    values::is_surely_clock(cell) || values::is_dated(cell)
}

/// Whether a cell is a day, and not a number that could be anything.
fn is_day_in_words(text: &str) -> bool {
    (text.contains(char::is_alphabetic) || text.contains(['.', '/', '-'])) && values::is_day(text)
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
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let candidates: [Candidate<'_>; 9] = [
            (Field::Start, &values::is_surely_clock),
            (Field::End, &values::is_surely_clock),
            (Field::Time, &|text| {
                matches!(values::times(text), Some((_, Some(_)))) && !is_number(text) && !values::is_dated(text)
            }),
            (Field::Day, &is_day_in_words),
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

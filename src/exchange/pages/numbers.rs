//! Numbers for sessions whose blocks are too small for all that has to be told, and the list of what they stand for.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::drawing::{Area, Paragraph, Part};
use super::super::programme::{Day, Entry};
use super::super::words::Words;
use super::block::{Block, SetWords};
use super::composer::{Composer, LEAST_LETTERS};
use super::flow::{Flow, headed_block};
use crate::model::SessionId;
use crate::texts::tid;

/// How wide a column of the list is at least, in points on A4.
const COLUMN: f32 = 220.0;
/// How wide numbers are, in points on A4.
const NUMBER: f32 = 22.0;
/// How much of a sheet the list may take; a longer one gets pages of its own.
const MOST_OF_SHEET: f32 = 0.35;
/// How many lines titles and rooms have at most, so that a column has room for them.
const TITLE: usize = 30;
const PLACE: usize = 8;
/// What stays empty between columns, in points.
const BETWEEN: f32 = 14.0;

/// What stands under which number, from 1.
#[derive(Default)]
pub struct Numbers<'a> {
    entries: Vec<&'a Entry>,
    places: BTreeMap<SessionId, usize>,
}

impl<'a> Numbers<'a> {
    /// The number of an entry, the next one where it has none.
    pub fn of(&mut self, entry: &'a Entry) -> usize {
        *self.places.entry(entry.id).or_insert_with(|| {
            self.entries.push(entry);
            self.entries.len()
        })
    }
}

/// What a sheet is drawn by: how high it is, and what gets numbers on it.
type Draw<'b, 'a> = dyn Fn(&mut Composer<'a>, f32, &mut Numbers<'a>) -> Block + 'b;

/// A page with this title that `draw` fills, with the list of its numbers beneath, or on pages behind it where that is long.
/// `days` are those that the page shows.
pub fn page<'a>(composer: &mut Composer<'a>, flow: &mut Flow, title: &Words, days: &[Day], draw: &Draw<'_, 'a>) {
    let mut left = Numbers::default();
    flow.fill_page(composer, title, |composer, height| {
        let (block, numbers) = with_list(composer, height, days, draw);
        left = numbers;
        block
    });
    if left.entries.is_empty() {
        return;
    }
    let mut items = items(composer, &left.entries, days).into_iter().peekable();
    let mut words = Words::default();
    let name = composer.programme.labels.text(tid("handout-numbers"));
    for (language, text) in title.iter() {
        words.push(language, format!("{text} · {}", name.get(language)));
    }
    while items.peek().is_some() {
        flow.begin(composer, words.first());
        let head = headed_block(composer, &words, &[]);
        flow.put(composer, head, 0.0);
        let height = flow.room(composer);
        let mut taken = Vec::new();
        let mut columns = Columns::new(composer, height);
        while let Some(item) = items.next_if(|item| columns.has_room(item)) {
            columns.add(&item);
            taken.push(item);
        }
        let limit = if items.peek().is_none() { balanced(composer, &taken) } else { height };
        let block = list(composer, &taken, limit);
        flow.put(composer, block, 0.0);
    }
}

/// What `draw` makes, and beneath it the list of its numbers if that is short; else the numbers.
fn with_list<'a>(composer: &mut Composer<'a>, height: f32, days: &[Day], draw: &Draw<'_, 'a>) -> (Block, Numbers<'a>) {
    let mut numbers = Numbers::default();
    let whole = draw(composer, height, &mut numbers);
    if numbers.entries.is_empty() {
        return (whole, numbers);
    }
    let all = numbers;
    let mut listed = all.entries.clone();
    // With less room there may be more numbers.
    for _ in 0..3 {
        let items = items(composer, &listed, days);
        let list = list(composer, &items, balanced(composer, &items));
        if list.height > height * MOST_OF_SHEET {
            break;
        }
        let mut numbers = Numbers::default();
        let above = height - list.height - BETWEEN;
        let mut block = draw(composer, above, &mut numbers);
        if numbers.entries.iter().map(|entry| entry.id).eq(listed.iter().map(|entry| entry.id)) {
            block.put(above + BETWEEN, list);
            return (block, Numbers::default());
        }
        listed = numbers.entries;
    }
    (whole, all)
}

/// A line of the list, set.
struct Item {
    number: Arc<Paragraph>,
    hours: Arc<Paragraph>,
    titles: Vec<SetWords>,
    place: Arc<Paragraph>,
    height: f32,
}

fn column_width(composer: &Composer<'_>) -> (usize, f32) {
    let (inner, unit) = (composer.inner_width(), composer.unit());
    let count = ((inner + BETWEEN) / (COLUMN * unit + BETWEEN)).floor().max(1.0);
    (count as usize, (inner + BETWEEN) / count - BETWEEN)
}

fn items(composer: &mut Composer<'_>, entries: &[&Entry], days: &[Day]) -> Vec<Item> {
    let (_, width) = column_width(composer);
    let unit = composer.unit();
    let inner = width - NUMBER * unit;
    let size = (7.0 * unit).max(LEAST_LETTERS);
    let item = |(at, entry): (usize, &&Entry)| {
        let labels = &composer.programme.labels;
        let mut hours = labels.hours(entry);
        if days.len() > 1 {
            hours = format!("{} {hours}", labels.day_short(entry.span.start.date()).first());
        }
        let (place, title) = (composer.place(entry), composer.title(entry));
        let number = composer.strong(size);
        let number = super::composer::Style { colour: composer.colours.accent, ..number };
        let number = composer.set_leading(&(at + 1).to_string(), number, NUMBER * unit - 3.0, 1);
        let (medium, weak) = (composer.medium(size), composer.weak(size));
        let titles = composer.set_words(&title, medium, weak, inner, TITLE / title.iter().count().max(1));
        let hours = composer.set_leading(&hours, weak, inner, 3);
        let place = composer.set_leading(&place, weak, inner, PLACE);
        let of_titles = titles.iter().map(|set| set.paragraph.height()).sum::<f32>();
        let height = hours.height() + of_titles + place.height() + 4.0;
        Item { number, hours, titles, place, height }
    };
    entries.iter().enumerate().map(item).collect()
}

/// How far columns are filled.
struct Columns {
    limit: f32,
    left: usize,
    y: f32,
}

impl Columns {
    fn new(composer: &Composer<'_>, limit: f32) -> Self {
        Self { limit, left: column_width(composer).0, y: 0.0 }
    }

    fn has_room(&self, item: &Item) -> bool {
        self.left > 1 || self.y <= 0.0 || self.y + item.height <= self.limit
    }

    /// Whether it begins another column.
    fn add(&mut self, item: &Item) -> bool {
        let goes_over = self.y > 0.0 && self.y + item.height > self.limit;
        if goes_over {
            (self.left, self.y) = (self.left.saturating_sub(1), 0.0);
        }
        self.y += item.height;
        goes_over
    }
}

/// The least height at which all items have room in columns side by side.
fn balanced(composer: &Composer<'_>, items: &[Item]) -> f32 {
    let all = items.iter().map(|item| item.height).sum::<f32>();
    let mut height = all / column_width(composer).0 as f32;
    while height < all {
        let mut columns = Columns::new(composer, height);
        let fits = items.iter().all(|item| {
            let has_room = columns.has_room(item);
            columns.add(item);
            has_room
        });
        if fits {
            break;
        }
        height += 4.0;
    }
    height
}

/// The items in columns of at most `limit`.
fn list(composer: &Composer<'_>, items: &[Item], limit: f32) -> Block {
    let margin = composer.sheet.margin;
    let (_, width) = column_width(composer);
    let unit = composer.unit();
    let mut block = composer.block();
    let rule = Area::new(margin, 0.0, composer.inner_width(), 0.5);
    block.fill(rule, 0.0, composer.colours.line);
    let mut columns = Columns::new(composer, limit);
    let (mut left, top) = (margin, 4.0);
    block.group(Part::List, |block| {
        for item in items {
            if columns.add(item) {
                left += width + BETWEEN;
            }
            let mut y = top + columns.y - item.height;
            let inner = (left + NUMBER * unit, width - NUMBER * unit);
            block.group(Part::Item, |block| {
                block.text(left, y, NUMBER * unit - 3.0, &item.number);
                y = block.text(inner.0, y, inner.1, &item.hours);
                y = block.words(inner.0, y, inner.1, &item.titles);
                block.text(inner.0, y, inner.1, &item.place);
            });
        }
    });
    block
}

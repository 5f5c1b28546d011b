//! How high cards and rows are.

use std::collections::BTreeSet;

use super::cell::{Cell, Chip, GridDay, GroupKey, Item, Sort};
use super::part::DayPart;

/// The height of the days' names above each week, in points.
pub const HEAD: f32 = 28.0;
/// A card of one line.
pub const LOW: f32 = 24.0;
/// A card of two lines.
pub const HIGH: f32 = 38.0;
/// Between cards.
pub const GAP: f32 = 2.0;
/// Around the cards of a cell.
pub const PADDING: f32 = 4.0;
/// No row is lower: the name of the part of the day and its hours stand beside it.
pub const LOWEST_ROW: f32 = 41.0;
/// How many second lines a row may grow by where there is room.
pub const MOST_GROWTH: usize = 3;
/// More sessions of one kind at one time are one card.
const MOST_ALIKE: usize = 3;

/// Makes the cards of a week, one line each.
pub fn make(days: &mut [GridDay], opened: &BTreeSet<GroupKey>) {
    for cell in days.iter_mut().flat_map(|day| &mut day.cells) {
        cell.items = items(&cell.chips, opened);
    }
}

/// Puts the cards of a row under each other; `growth` says by how many second lines it may be higher than its fullest
/// cell would be without any. Returns how high it is, and how many cards have a second line.
pub fn row_of(days: &mut [GridDay], part: DayPart, growth: usize) -> (f32, usize) {
    let mut lowest = HIGH;
    for day in &mut *days {
        let items = &mut day.cells[part as usize].items;
        for item in &mut *items {
            item.height = LOW;
        }
        lowest = lowest.max(height(items));
    }
    let most = lowest + growth as f32 * (HIGH - LOW);
    let (mut highest, mut second_lines) = (LOWEST_ROW, 0);
    for day in days {
        let cell = &mut day.cells[part as usize];
        give_second_lines(cell, most);
        let mut top = PADDING;
        for item in &mut cell.items {
            item.top = top;
            top += item.height + GAP;
            second_lines += usize::from(item.height > LOW);
        }
        highest = highest.max(row(height(&cell.items)));
    }
    (highest, second_lines)
}

/// What a row can be: for each growth how high it is, and how many cards have a second line.
pub type Choices = [(f32, usize); MOST_GROWTH + 1];

/// How much each row may grow so that all together are no higher than `room`: where most second lines are won for the
/// height comes first. All may where nothing fits, since then one scrolls anyway.
#[must_use]
pub fn growths(rows: &[Choices], room: f32) -> Vec<usize> {
    let mut growths = vec![0; rows.len()];
    let mut left = room - rows.iter().map(|row| row[0].0).sum::<f32>();
    if left < 0.0 {
        return vec![1; rows.len()];
    }
    loop {
        let mut best: Option<(f32, usize, usize)> = None;
        for (at, row) in rows.iter().enumerate() {
            let (height, lines) = row[growths[at]];
            for (growth, &(higher, more)) in row.iter().enumerate().skip(growths[at] + 1) {
                let (cost, won) = (higher - height, more.saturating_sub(lines) as f32);
                let worth = won / (cost + 1.0);
                if won > 0.0 && cost <= left && best.is_none_or(|(known, ..)| worth > known) {
                    best = Some((worth, at, growth));
                }
            }
        }
        let Some((_, at, growth)) = best else { return growths };
        left -= rows[at][growth].0 - rows[at][growths[at]].0;
        growths[at] = growth;
    }
}

/// The row of a cell whose cards are together so high.
#[must_use]
pub fn row(cards: f32) -> f32 {
    cards + 2.0 * PADDING + 1.0
}

/// How high rows may be of days that have so many sessions.
pub fn estimated(counts: impl Iterator<Item = usize>) -> [f32; DayPart::COUNT] {
    let most = counts.max().unwrap_or(0).div_ceil(DayPart::COUNT) as f32;
    [row(most * (LOW + GAP)).max(LOWEST_ROW); DayPart::COUNT]
}

/// How high cards are together.
fn height(items: &[Item]) -> f32 {
    (items.iter().map(|item| item.height + GAP).sum::<f32>() - GAP).max(0.0)
}

/// The cards of a cell, one line each.
fn items(chips: &[Chip], opened: &BTreeSet<GroupKey>) -> Vec<Item> {
    let mut items = Vec::with_capacity(chips.len());
    let mut first = 0;
    for alike in chips.chunk_by(|one, other| (one.start, one.kind) == (other.start, other.kind)) {
        let count = alike.len();
        let is_open = opened.contains(&(alike[0].start, alike[0].kind));
        let item = |first, count, sort| Item { first, count, sort, top: 0.0, height: LOW };
        if count > MOST_ALIKE {
            items.push(item(first, count, if is_open { Sort::OpenGroup } else { Sort::Group }));
        }
        if count <= MOST_ALIKE || is_open {
            items.extend((first..first + count).map(|at| item(at, 1, Sort::Session)));
        }
        first += count;
    }
    items
}

/// Cards whose title is cut get a second line, if all of their kind in the cell can have one.
fn give_second_lines(cell: &mut Cell, most: f32) {
    let mut room = most - height(&cell.items);
    let Cell { chips, items } = cell;
    let kind = |item: &Item| chips[item.first].kind;
    let is_long =
        |item: &Item| item.sort == Sort::Group || item.sort == Sort::Session && chips[item.first].is_long == Some(true);
    let mut asked = BTreeSet::new();
    for at in 0..items.len() {
        if room < HIGH - LOW {
            break;
        }
        let own = kind(&items[at]);
        if !is_long(&items[at]) || !asked.insert(own) {
            continue;
        }
        let wanted = items[at..].iter().filter(|item| kind(item) == own && is_long(item)).count();
        let more = wanted as f32 * (HIGH - LOW);
        if more <= room {
            room -= more;
            items[at..]
                .iter_mut()
                .filter(|item| kind(item) == own && is_long(item))
                .for_each(|item| item.height = HIGH);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CivilTime, SessionKind};

    fn chip(name: &str, hour: u16, kind: SessionKind, is_long: bool) -> Chip {
        let date = chrono::NaiveDate::from_ymd_opt(2025, 11, 17).unwrap();
        Chip {
            session: name.parse().unwrap(),
            start: CivilTime::at(date, hour, 0),
            kind: kind.into(),
            is_long: Some(is_long),
        }
    }

    fn heights(chips: Vec<Chip>, most: f32) -> Vec<f32> {
        let mut cell = Cell { items: items(&chips, &BTreeSet::new()), chips };
        give_second_lines(&mut cell, most);
        cell.items.iter().map(|item| item.height).collect()
    }

    #[test]
    fn cut_titles_get_a_second_line_where_all_of_their_kind_can_have_one() {
        let (committee, plenary) = (SessionKind::Committee, SessionKind::Plenary);
        let two = || vec![chip("a", 9, committee, true), chip("b", 11, committee, true)];
        assert_eq!(heights(two(), 78.0), [HIGH, HIGH]);
        assert_eq!(heights(two(), 77.0), [LOW, LOW], "siblings look alike");
        let mut three = two();
        three.push(chip("c", 12, plenary, true));
        assert_eq!(heights(three, 90.0), [LOW, LOW, HIGH]);
        assert_eq!(heights(vec![chip("a", 9, committee, false)], 78.0), [LOW]);
    }

    #[test]
    fn more_than_three_of_one_kind_at_one_time_are_one_card_until_it_is_opened() {
        let groups = |count: usize| -> Vec<Chip> {
            (0..count).map(|n| chip(&format!("s{n}"), 8, SessionKind::Drafting, false)).collect()
        };
        let sorts = |chips: &[Chip], opened: &BTreeSet<GroupKey>| -> Vec<(Sort, usize)> {
            items(chips, opened).iter().map(|item| (item.sort, item.count)).collect()
        };
        assert_eq!(sorts(&groups(3), &BTreeSet::new()), [(Sort::Session, 1); 3]);
        let six = groups(6);
        assert_eq!(sorts(&six, &BTreeSet::new()), [(Sort::Group, 6)]);
        let opened = BTreeSet::from([(six[0].start, SessionKind::Drafting.into())]);
        assert_eq!(sorts(&six, &opened).len(), 7);
        assert_eq!(sorts(&six, &opened)[0], (Sort::OpenGroup, 6));
    }

    #[test]
    fn rows_grow_where_most_is_won_as_long_as_all_fits() {
        let one = [(41.0, 0), (47.0, 3), (61.0, 4), (75.0, 4)];
        let other = [(59.0, 1), (73.0, 1), (87.0, 2), (101.0, 2)];
        assert_eq!(growths(&[one, other], 99.0), [1, 1], "nothing fits");
        assert_eq!(growths(&[one, other], 100.0), [0, 0]);
        assert_eq!(growths(&[one, other], 106.0), [1, 0]);
        assert_eq!(growths(&[one, other], 120.0), [2, 0]);
        assert_eq!(growths(&[one, other], 148.0), [2, 2]);
    }
}

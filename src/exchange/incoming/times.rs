//! When the rows of a table are.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::columns::Pasted;
use super::field::Field;
use super::grid::GridRow;
use super::outcome::{Flaw, Near};
use super::values::{self, Days};
use crate::edit::event_at;
use crate::model::{CivilTime, Length, Plan};

/// Sessions whose length nothing tells last until the next one in their room, if that is not longer, in minutes.
const LONGEST_GAP: i32 = 4 * 60;

/// When a row is, as far as it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The day, of its own or of a row above.
    pub day: Option<NaiveDate>,
    /// Whether the row itself names its day.
    pub own_day: bool,
    /// From which minute of the day on.
    pub start: Option<u16>,
    /// Until which minute of a day.
    pub end: Option<u16>,
    /// How long.
    pub length: Option<Length>,
    /// How long a new session is, where nothing tells: until the next one of the same day and room.
    pub gap: Option<Length>,
}

/// What a row says about time.
pub enum When {
    /// When it is.
    At(At),
    /// It names the day of the rows below it.
    Heading(NaiveDate),
    /// It is not understood.
    Not(Field, Flaw),
}

/// The first and the last day of what is pasted near this, so that what is left out of a day can be filled in.
#[must_use]
pub fn days_near(plan: &Plan, near: Near) -> (NaiveDate, NaiveDate) {
    let event = event_at(plan, CivilTime::midnight(near.day)).and_then(|id| plan.events().get(id));
    event.map_or((near.day, near.day), |event| event.dates.first_and_last())
}

/// The times of all rows. A day counts for the rows below it, as where cells are joined.
pub fn times_of(pasted: &Pasted, within: (NaiveDate, NaiveDate)) -> Vec<When> {
    let cells = || pasted.rows().iter().flat_map(|row| [pasted.cell(row, Field::Day), pasted.cell(row, Field::Start)]);
    let guessed = || values::is_month_first(cells()) || values::is_month_first_within(cells(), within);
    let days = Days { within, month_first: pasted.month_first.unwrap_or_else(guessed) };
    let mut above = None;
    let mut times = Vec::with_capacity(pasted.rows().len());
    for row in pasted.rows() {
        if let Some(day) = heading_day(row, days).filter(|_| pasted.cell(row, Field::Id).is_empty()) {
            above = Some(day);
            times.push(When::Heading(day));
            continue;
        }
        match at_of(pasted, row, days) {
            Ok(mut at) => {
                above = at.day.or(above);
                at.day = above;
                times.push(When::At(at));
            }
            Err((field, flaw)) => times.push(When::Not(field, flaw)),
        }
    }
    if ![Field::End, Field::Time, Field::Length].into_iter().any(|field| pasted.has(field)) {
        fill_gaps(pasted, &mut times);
    }
    times
}

/// Whether it must be asked if days of numbers have the month first.
#[must_use]
pub fn asks_for_order(pasted: &Pasted, plan: &Plan, near: Near) -> bool {
    let cells = pasted.rows().iter().flat_map(|row| [pasted.cell(row, Field::Day), pasted.cell(row, Field::Start)]);
    pasted.month_first.is_none() && values::is_ambiguous(cells, days_near(plan, near))
}

/// The day that a row names which says nothing else.
fn heading_day(row: &GridRow, days: Days) -> Option<NaiveDate> {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let only = filled.next().filter(|_| filled.next().is_none() && row.cells.len() > 1)?;
    only.contains(|c: char| c.is_ascii_digit()).then(|| values::day(only, days)).flatten()
}

fn at_of(pasted: &Pasted, row: &GridRow, days: Days) -> Result<At, (Field, Flaw)> {
    let mut at = At::default();
    let cell = |field| Some(pasted.cell(row, field)).filter(|cell| !cell.is_empty());
    if let Some(text) = cell(Field::Day) {
        let (day, minute) = values::day_and_time(text, days).ok_or((Field::Day, Flaw::Day))?;
        (at.day, at.own_day) = (Some(day), true);
        // A day alone is shown with midnight by some.
        at.start = minute.filter(|&minute| minute > 0);
    }
    for field in [Field::Time, Field::Start] {
        let Some(text) = cell(field) else { continue };
        match values::times(text) {
            Some((start, end)) => (at.start, at.end) = (Some(start), end.or(at.end)),
            None => match values::day_and_time(text, days) {
                Some((day, Some(minute))) => {
                    (at.day, at.own_day, at.start) = (Some(day), true, Some(minute));
                }
                _ => return Err((field, Flaw::Clock)),
            },
        }
    }
    if let Some(text) = cell(Field::End) {
        let end = values::clock(text).or_else(|| values::day_and_time(text, days).and_then(|(_, minute)| minute));
        at.end = Some(end.ok_or((Field::End, Flaw::Clock))?);
    }
    if let Some(text) = cell(Field::Length) {
        at.length = Some(values::length(text).ok_or((Field::Length, Flaw::Length))?);
    }
    if at.start.is_some_and(|minute| minute >= 24 * 60) {
        return Err((Field::Start, Flaw::Clock));
    }
    Ok(at)
}

/// Says of rows of which only the start is known how long it is until the next one of the same day and room.
fn fill_gaps(pasted: &Pasted, times: &mut [When]) {
    let mut last: HashMap<(Option<NaiveDate>, &str), usize> = HashMap::new();
    for (index, row) in pasted.rows().iter().enumerate() {
        let When::At(At { day, start: Some(start), .. }) = times[index] else { continue };
        let before = last.insert((day, pasted.cell(row, Field::Room)), index);
        let Some(When::At(earlier)) = before.map(|before| &mut times[before]) else { continue };
        let gap = i32::from(start) - i32::from(earlier.start.unwrap_or(start));
        if (1..=LONGEST_GAP).contains(&gap) {
            earlier.gap = Some(Length::clamped(gap));
        }
    }
}

//! The time management plan: days as columns; forenoon, afternoon and evening as rows (as Council-17 had it).

use std::collections::VecDeque;
use std::sync::Arc;

use super::super::drawing::{Area, Page, Paragraph, Part};
use super::super::programme::{Day, Entry};
use super::super::progress::{ExportError, Progress};
use super::super::weeks::{PARTS, dates_words, part_of, weeks};
use super::block::{Block, SetWords};
use super::composer::{Composer, LEAST_LETTERS};
use super::flow::{Flow, title_block};
use super::programme::with_event_and_zone;
use crate::model::SessionKind;
use crate::texts::tid;

/// How wide the names of the rows are.
const NAMES: f32 = 62.0;
/// How wide a day must be at least.
const DAY: f32 = 92.0;
/// The sizes of letters to choose from, in points.
const LARGER: [f32; 4] = [9.0, 8.2, 7.6, 7.0];
/// So many lines hold every title.
const WHOLE: usize = 60;
/// Below this, a row of which more is to come goes on the next page rather than being begun.
const ENOUGH: f32 = 60.0;

pub fn pages(composer: &mut Composer<'_>, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    let unit = composer.unit();
    let most = ((composer.inner_width() - NAMES * unit) / (DAY * unit)).floor().max(1.0) as usize;
    let weeks = weeks(programme, most);
    progress.expect(weeks.len());
    let mut flow = Flow::new();
    for days in weeks {
        let dates = dates_words(programme, days);
        flow.date(&days[0]);
        flow.begin(composer, dates.first());
        let name = programme.labels.text(tid("handout-plan-grid"));
        let title = programme.labels.each(|texts| {
            let language = texts.language();
            format!("{} · {}", name.get(language), dates.get(language))
        });
        let title = with_event_and_zone(programme, &title, days.iter().flat_map(|day| programme.entries_on(day)));
        let title = title_block(composer, &title, &[]);
        flow.put(composer, title, 0.0);
        week(composer, &mut flow, days);
        progress.step()?;
    }
    Ok(flow.finish(composer))
}

/// The sessions of a part of a day, set.
type Cell = VecDeque<Block>;

/// A week: its head, then its rows, in letters as large as fit on the page; a row that does not fit goes on over the page.
fn week(composer: &mut Composer<'_>, flow: &mut Flow, days: &[Day]) {
    let unit = composer.unit();
    let width = (composer.inner_width() - NAMES * unit) / days.len().max(1) as f32;
    let head = head(composer, days, width);
    let room = flow.room(composer) - head.height;
    let cells = |composer: &mut Composer<'_>, size: f32| -> Vec<Vec<Cell>> {
        let mut rows = vec![vec![Cell::new(); days.len()]; PARTS.len()];
        for (at, day) in days.iter().enumerate() {
            for entry in composer.programme.entries_on(day) {
                let left = composer.sheet.margin + NAMES * unit + width * at as f32;
                let chip = chip(composer, (entry, day), (left, width), size);
                let part = if entry.span.start.date() == day.date { part_of(entry) } else { 0 };
                rows[part][at].push_back(chip);
            }
        }
        rows
    };
    let names = PARTS.map(|(_, name)| part_name(composer, name, false).height() + 9.0);
    let fits = |rows: &[Vec<Cell>]| {
        let height = |column: &Cell| column.iter().map(|chip| chip.height).sum::<f32>() + 8.0;
        let rows = rows.iter().zip(names).filter(|(row, _)| row.iter().any(|column| !column.is_empty()));
        rows.map(|(row, name)| row.iter().map(height).fold(name, f32::max)).sum::<f32>() <= room
    };
    // The smallest letters are tried first: where they do not fit, no others do.
    let mut rows = cells(composer, LEAST_LETTERS.max(LEAST_LETTERS * unit.min(1.2)));
    if fits(&rows) {
        let mut larger = LARGER.into_iter().map(|size| cells(composer, size * unit));
        rows = larger.find(|rows| fits(rows)).unwrap_or(rows);
    }
    flow.put(composer, head.clone(), 0.0);
    flow.repeat(Some(head));
    for (row, (_, name)) in rows.iter_mut().zip(PARTS) {
        let mut is_continued = false;
        while row.iter().any(|column| !column.is_empty()) {
            let block = portion(composer, row, name, is_continued, flow.room(composer), Flow::whole(composer));
            flow.put_row(composer, block, 0.0);
            is_continued = true;
        }
    }
    flow.repeat(None);
}

/// As much of a row as fits into `room`; where that is little, what fits on a `whole` page, on which it then goes.
fn portion(
    composer: &mut Composer<'_>,
    row: &mut [Cell],
    name: &'static str,
    is_continued: bool,
    room: f32,
    whole: f32,
) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let unit = composer.unit();
    let all = row.iter().map(|column| column.iter().map(|chip| chip.height).sum::<f32>()).fold(0.0, f32::max) + 8.0;
    let first = row.iter().filter_map(|column| column.front()).map(|chip| chip.height).fold(0.0, f32::max) + 8.0;
    let begins_here = all <= room || room > (ENOUGH * unit).max(first);
    let limit = if begins_here { room } else { whole / 2.0 };
    let name = part_name(composer, name, is_continued);
    let mut block = composer.block();
    block.group(Part::Row, |block| {
        block.group(Part::HeadCell, |block| {
            block.text(margin, 5.0, NAMES * unit - 8.0, &name);
        });
        for column in row.iter_mut() {
            let mut y = 4.0;
            block.group(Part::Cell, |block| {
                // At least one, however little room there is.
                while let Some(chip) = column.pop_front_if(|chip| y <= 4.0 || y + chip.height + 4.0 <= limit) {
                    let height = chip.height;
                    block.put(y, chip);
                    y += height;
                }
            });
        }
    });
    block.height += 4.0;
    block.fill(Area::new(margin, block.height - 0.75, inner, 0.75), 0.0, composer.colours.strong_line);
    block
}

/// The name of a row.
fn part_name(composer: &mut Composer<'_>, name: &'static str, is_continued: bool) -> Arc<Paragraph> {
    let unit = composer.unit();
    let mut name = composer.programme.labels.text(name).joined().into_owned();
    if is_continued {
        name = format!("{name} {}", composer.programme.labels.text(tid("handout-continued")).first());
    }
    composer.set_leading(&name, composer.strong(9.0 * unit), NAMES * unit - 8.0, 4)
}

/// The names of the days.
fn head(composer: &mut Composer<'_>, days: &[Day], width: f32) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let unit = composer.unit();
    let mut block = composer.block();
    let titles: Vec<_> = days
        .iter()
        .map(|day| {
            let words = composer.programme.labels.day_short(day.date);
            composer.set_words(&words, composer.strong(9.5 * unit), composer.weak(8.0 * unit), width - 8.0, 1)
        })
        .collect();
    let height = |title: &Vec<SetWords>| title.iter().map(|set| set.paragraph.height()).sum::<f32>();
    let height = titles.iter().map(height).fold(0.0, f32::max) + 9.0;
    block.fill(Area::new(margin, 0.0, inner, height), 2.0, composer.colours.shade);
    // Rows that follow go on with the table.
    block.group(Part::Table, |block| {
        block.group(Part::Row, |block| {
            block.group(Part::HeadCell, |_| ());
            for (at, title) in titles.iter().enumerate() {
                let left = margin + NAMES * unit + width * at as f32;
                block.group(Part::HeadCell, |block| {
                    block.words(left + 4.0, 4.5, width - 8.0, title);
                });
            }
        });
    });
    block.height = height;
    block
}

/// A session in a cell on a day: title, hours, room. Breaks recede.
fn chip(composer: &mut Composer<'_>, (entry, day): (&Entry, &Day), (left, width): (f32, f32), size: f32) -> Block {
    let inner = width - 13.0;
    let is_break = entry.kind == SessionKind::Break;
    let style = if is_break { composer.weak(size) } else { composer.of_entry(entry, composer.medium(size)) };
    let others = composer.weak((size * 0.92).max(LEAST_LETTERS));
    let title = composer.set_words(&composer.title(entry), style, others, inner, WHOLE);
    let style = composer.weak((size * 0.86).max(LEAST_LETTERS));
    let (hours, place) = (composer.programme.labels.hours_on(entry, day.date), composer.place(entry));
    let mut set = Vec::new();
    let in_one_line = composer.set_leading(&format!("{hours} · {place}"), style, inner, 1);
    if place.is_empty() {
        set.push(composer.set_leading(&hours, style, inner, 2));
    } else if in_one_line.is_cut() {
        set.push(composer.set_leading(&hours, style, inner, 2));
        set.push(composer.set_leading(&place, style, inner, WHOLE));
    } else {
        set.push(in_one_line);
    }
    let mut block = composer.block();
    block.group(Part::Paragraph, |block| {
        let mut y = block.words(left + 9.0, 1.5, inner, &title);
        for paragraph in &set {
            y = block.text(left + 9.0, y, inner, paragraph);
        }
    });
    block.height += 3.5;
    let bar = Area::new(left + 4.0, 2.0, 2.0, block.height - 4.5);
    block.fill(bar, 1.0, composer.colours.tones(entry.hue).bar);
    block
}

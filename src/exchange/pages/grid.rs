//! The time management plan: days as columns; forenoon, afternoon and evening as rows (as Council-17 had it).

use std::collections::VecDeque;
use std::sync::Arc;

use super::super::drawing::{Area, Page, Paragraph, Part};
use super::super::programme::{Day, Entry};
use super::super::progress::{ExportError, Progress};
use super::super::weeks::{PARTS, dates_words, part_of, weeks};
use super::super::words::Words;
use super::block::{Block, SetWords};
use super::composer::Composer;
use super::flow::{Flow, title_block};
use super::programme::own_zone;
use crate::model::SessionKind;
use crate::texts::tid;

/// How wide the names of the rows are.
const NAMES: f32 = 62.0;
/// How wide a day must be at least.
const DAY: f32 = 92.0;
/// The sizes of letters to choose from, in points.
const SMALLEST: f32 = 6.3;
const LARGER: [f32; 4] = [9.0, 8.2, 7.5, 6.9];
/// So many lines hold nearly every title.
const WHOLE: usize = 8;
/// So many lines a title has where there is little room.
const CUT: usize = 2;

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
        let zone = own_zone(programme, days.iter().flat_map(|day| programme.entries_of(day)));
        let zone = zone.map(|zone| format!(" · {zone}")).unwrap_or_default();
        let mut title = Words::default();
        for (language, text) in programme.labels.text(tid("handout-plan-grid")).iter() {
            title.push(language, format!("{text} · {}{zone}", dates.get(language)));
        }
        let title = title_block(composer, &title, &[]);
        flow.put(composer, title, 0.0);
        week(composer, &mut flow, days);
        progress.step()?;
    }
    Ok(flow.finish(composer))
}

/// A week: its head, then its rows, in letters as large as fit on the page; a row that does not fit goes on over the page.
fn week(composer: &mut Composer<'_>, flow: &mut Flow, days: &[Day]) {
    let unit = composer.unit();
    let width = (composer.inner_width() - NAMES * unit) / days.len().max(1) as f32;
    let head = head(composer, days, width);
    let room = flow.room(composer) - head.height;
    let cells = |composer: &mut Composer<'_>, (size, lines): (f32, usize)| -> Vec<Vec<VecDeque<Block>>> {
        let mut rows = vec![vec![VecDeque::new(); days.len()]; PARTS.len()];
        for (at, day) in days.iter().enumerate() {
            let entries = composer.programme.entries_of(day).iter().filter(|entry| entry.kind != SessionKind::Break);
            for entry in entries {
                let left = composer.sheet.margin + NAMES * unit + width * at as f32;
                let chip = chip(composer, entry, (left, width), (size, lines));
                rows[part_of(entry)][at].push_back(chip);
            }
        }
        rows
    };
    let names = PARTS.map(|(_, name)| part_name(composer, name, false).height() + 9.0);
    let fits = |rows: &[Vec<VecDeque<Block>>]| {
        let height = |column: &VecDeque<Block>| column.iter().map(|chip| chip.height).sum::<f32>() + 8.0;
        let rows = rows.iter().zip(names).filter(|(row, _)| row.iter().any(|column| !column.is_empty()));
        rows.map(|(row, name)| row.iter().map(height).fold(name, f32::max)).sum::<f32>() <= room
    };
    // Whole titles in small letters say more than large letters of cut ones. The smallest letters are tried first: where
    // they do not fit, no others do.
    let mut rows = Vec::new();
    for lines in [WHOLE, CUT] {
        rows = cells(composer, (SMALLEST * unit, lines));
        if fits(&rows) {
            let larger = LARGER.into_iter().map(|size| cells(composer, (size * unit, lines)));
            rows = larger.into_iter().find(|rows| fits(rows)).unwrap_or(rows);
            break;
        }
    }
    flow.put(composer, head.clone(), 0.0);
    flow.repeat(Some(head));
    for (row, (_, name)) in rows.iter_mut().zip(PARTS) {
        let mut is_continued = false;
        while row.iter().any(|column| !column.is_empty()) {
            let block = portion(composer, row, name, is_continued, flow.room(composer), Flow::whole(composer) / 2.0);
            flow.put(composer, block, 0.0);
            is_continued = true;
        }
    }
    flow.repeat(None);
}

/// As much of a row as fits into `room`, or into `enough` where that is more: then it goes on the next page.
fn portion(
    composer: &mut Composer<'_>,
    row: &mut [VecDeque<Block>],
    name: &'static str,
    is_continued: bool,
    room: f32,
    enough: f32,
) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let unit = composer.unit();
    let whole = row.iter().map(|column| column.iter().map(|chip| chip.height).sum::<f32>()).fold(0.0, f32::max) + 8.0;
    let limit = if whole <= room { room } else { room.max(enough) };
    let name = part_name(composer, name, is_continued);
    let mut block = composer.block();
    block.group(Part::Section, |block| {
        block.group(Part::Heading(2), |block| {
            block.text(margin, 5.0, NAMES * unit - 8.0, &name);
        });
        for column in row.iter_mut() {
            let mut y = 4.0;
            // At least one, however little room there is.
            while let Some(chip) = column.front()
                && (y <= 4.0 || y + chip.height + 4.0 <= limit)
            {
                let Some(chip) = column.pop_front() else { break };
                let height = chip.height;
                block.put(y, chip);
                y += height;
            }
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
    for (at, title) in titles.iter().enumerate() {
        let left = margin + NAMES * unit + width * at as f32;
        block.group(Part::Paragraph, |block| {
            block.words(left + 4.0, 4.5, width - 8.0, title);
        });
    }
    block.height = height;
    block
}

/// A session in a cell: title, hours, room.
fn chip(composer: &mut Composer<'_>, entry: &Entry, (left, width): (f32, f32), (size, lines): (f32, usize)) -> Block {
    let inner = width - 13.0;
    let style = composer.of_entry(entry, composer.medium(size));
    let title = composer.set_words(&composer.title(entry), style, composer.weak(size * 0.92), inner, lines);
    let style = composer.weak(size * 0.86);
    let (hours, place) = (composer.programme.labels.hours(entry), composer.place(entry));
    let mut set = Vec::new();
    let in_one_line = composer.set_leading(&format!("{hours} · {place}"), style, inner, 1);
    if place.is_empty() {
        set.push(composer.set_leading(&hours, style, inner, 1));
    } else if in_one_line.is_cut() {
        set.push(composer.set_leading(&hours, style, inner, 1));
        set.push(composer.set_leading(&place, style, inner, 6));
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

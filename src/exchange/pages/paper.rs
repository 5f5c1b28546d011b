//! A paper on pages: headings that stay with what follows, tables whose heads are repeated, rows that fit on a page.

use std::collections::VecDeque;

use super::super::drawing::{Align, Area, Page, Part};
use super::super::paper::{Heading, Line, Look, Paper, Piece, Table, TableRow};
use super::super::progress::{ExportError, Progress};
use super::super::words::Words;
use super::block::{Block, SetWords};
use super::composer::{Composer, Style, WHOLE};
use super::flow::{Flow, day_heading, title_block};
use super::head as document;

/// So many lines above a table stay with it.
const MOST_ABOVE: usize = 4;
/// Between two columns, in points.
const GAP: f32 = 9.0;

/// A paper, from its title on.
///
/// # Errors
/// [`ExportError::Cancelled`] when nobody wants it any more.
pub fn pages(composer: &mut Composer<'_>, paper: &Paper, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let mut flow = Flow::new();
    let below: Vec<String> = paper.below.iter().map(joined).collect();
    let below: Vec<&str> = below.iter().map(String::as_str).collect();
    let head = title_block(composer, &paper.title, &below);
    flow.begin(composer, paper.title.first());
    if let Some(theme) = document::head(composer, false) {
        flow.put(composer, theme, 0.0);
    }
    flow.put(composer, head, 0.0);
    let mut ready = set(composer, &paper.pieces, paper.scale, progress)?;
    // The first part stands below the title.
    if let Some(first) = ready.first_mut() {
        first.new_page = false;
    }
    place(composer, &mut flow, ready);
    Ok(flow.finish(composer))
}

/// What a line says, without its looks.
fn joined(line: &Line) -> String {
    line.runs.iter().map(super::super::paper::Run::joined).collect()
}

/// Something that is ready to be put down.
struct Ready {
    block: Block,
    /// What is left empty above it.
    space: f32,
    is_row: bool,
    /// Whether it stays with the next one.
    keeps_next: bool,
    /// The title of the page that it begins.
    new_page: bool,
    /// What the list of contents calls pages from here on, and what is repeated at their top.
    entitles: Option<(String, Block)>,
    /// What is repeated of a table from here on.
    head: Repeats,
}

/// What is repeated at the top of the pages on which a table goes on.
enum Repeats {
    /// As before.
    AsBefore,
    /// Nothing: there is no table.
    Nothing,
    /// The head of a table, where it has one.
    Head(Option<Block>),
}

impl Ready {
    fn new(block: Block) -> Self {
        Self {
            block,
            space: 0.0,
            is_row: false,
            keeps_next: false,
            new_page: false,
            entitles: None,
            head: Repeats::AsBefore,
        }
    }
}

/// Puts pieces below what is there.
///
/// # Errors
/// [`ExportError::Cancelled`] when nobody wants them any more.
pub fn put(
    composer: &mut Composer<'_>,
    flow: &mut Flow,
    pieces: &[Piece],
    scale: f32,
    progress: &Progress,
) -> Result<(), ExportError> {
    let ready = set(composer, pieces, scale, progress)?;
    place(composer, flow, ready);
    Ok(())
}

/// Pieces, ready to be put down.
fn set(
    composer: &mut Composer<'_>,
    pieces: &[Piece],
    scale: f32,
    progress: &Progress,
) -> Result<Vec<Ready>, ExportError> {
    progress.expect(pieces.len());
    let mut ready: Vec<Ready> = Vec::new();
    let limit = Flow::whole(composer) * 0.6;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Heading(heading) => ready.push(set_heading(composer, heading, scale)),
            Piece::Facts(line) => {
                let block = set_facts(composer, line, scale);
                let keeps_next = leads_to_table(&pieces[at + 1..]);
                ready.push(Ready { head: Repeats::Nothing, keeps_next, ..Ready::new(block) });
            }
            Piece::Table(table) => ready.extend(set_table(composer, table, scale, limit)),
        }
        progress.step()?;
    }
    Ok(ready)
}

/// Whether a table follows soon: what is said above it stays with its first row.
fn leads_to_table(pieces: &[Piece]) -> bool {
    let lines = pieces.iter().take(MOST_ABOVE).take_while(|piece| matches!(piece, Piece::Facts(_))).count();
    matches!(pieces.get(lines), Some(Piece::Table(_)))
}

fn place(composer: &Composer<'_>, flow: &mut Flow, ready: Vec<Ready>) {
    let afters: Vec<f32> = (0..ready.len()).map(|at| after(&ready[at..])).collect();
    let mut part: Option<Block> = None;
    for (ready, after) in ready.into_iter().zip(afters) {
        if let Some((title, continued)) = ready.entitles {
            flow.repeat(None);
            if ready.new_page {
                flow.begin(composer, &title);
            } else {
                flow.entitle(&title);
            }
            part = Some(continued);
        }
        flow.skip(ready.space);
        if ready.is_row {
            flow.put_row(composer, ready.block, after);
        } else {
            flow.put(composer, ready.block, after);
        }
        match ready.head {
            Repeats::AsBefore => {}
            Repeats::Nothing => flow.repeat(with_head(composer, part.clone(), None)),
            Repeats::Head(head) => flow.repeat(with_head(composer, part.clone(), head)),
        }
    }
    flow.repeat(None);
}

/// How much must have room below something for it to be put down.
fn after(ready: &[Ready]) -> f32 {
    let mut height = 0.0;
    for pair in ready.windows(2) {
        if !pair[0].keeps_next || pair[1].new_page {
            break;
        }
        height += pair[1].space + pair[1].block.height;
    }
    height
}

/// The heading of a part that goes on, and below it the head of a table that does.
fn with_head(composer: &Composer<'_>, part: Option<Block>, head: Option<Block>) -> Option<Block> {
    if part.is_none() && head.is_none() {
        return None;
    }
    let mut block = part.unwrap_or_else(|| composer.block());
    if let Some(head) = head {
        let below = block.height;
        block.group(Part::Table, |block| block.put(below, head));
    }
    Some(block)
}

fn set_heading(composer: &mut Composer<'_>, heading: &Heading, scale: f32) -> Ready {
    if heading.level == 1 {
        let block = day_heading(composer, &heading.words, false);
        let continued = day_heading(composer, &heading.words, true);
        let title = heading.words.first().to_owned();
        return Ready {
            space: 13.0,
            keeps_next: true,
            new_page: heading.on_new_page,
            entitles: Some((title, continued)),
            head: Repeats::Nothing,
            ..Ready::new(block)
        };
    }
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let is_off = !heading.off.is_empty();
    let (mut strong, mut plain) = (composer.strong(10.0 * scale), composer.medium(10.5 * scale));
    if is_off {
        (strong.colour, plain.colour) = (composer.colours.weak, composer.colours.weak);
    }
    let words = if is_off { labelled(composer, &heading.off, &heading.words) } else { heading.words.clone() };
    let left = if heading.before.is_empty() { 10.0 } else { 84.0 * scale };
    let before = composer.set_leading(&heading.before, strong, left - 14.0, 2);
    let titles = composer.set_words(&words, plain, composer.weak(9.5 * scale), inner - left, WHOLE);
    let mut block = composer.block();
    block.group(Part::Heading(3), |block| {
        block.text(margin + 10.0, 0.4, left - 14.0, &before);
        block.words(margin + left, 0.0, inner - left, &titles);
    });
    if let Some(hue) = heading.hue {
        let bar = Area::new(margin, 0.5, 3.0, block.height - 1.0);
        block.fill(bar, 1.5, composer.colours.tones(hue).bar);
    }
    block.height += 1.0;
    Ready { space: 11.0, keeps_next: true, head: Repeats::Nothing, ..Ready::new(block) }
}

/// `CANCELLED: First plenary`
fn labelled(composer: &Composer<'_>, mark: &Words, title: &Words) -> Words {
    let mut words = Words::default();
    for (language, text) in title.iter() {
        words.push(language, composer.programme.labels.labelled(mark.get(language), text));
    }
    words
}

fn set_facts(composer: &mut Composer<'_>, line: &Line, scale: f32) -> Block {
    let (left, width) = (composer.sheet.margin + 10.0, composer.inner_width() - 10.0);
    let mut block = composer.block();
    let set = set_line(composer, line, 9.0 * scale, width);
    block.group(Part::Paragraph, |block| {
        let bottom = block.words(left, 0.5, width, &set);
        block.link(Area::new(left, 0.0, width, bottom), &line.link);
    });
    block.height += 1.0;
    block
}

/// A line in a box: its languages one below the other where it says one thing, else all in one paragraph.
fn set_line(composer: &mut Composer<'_>, line: &Line, size: f32, width: f32) -> Vec<SetWords> {
    let style = |composer: &Composer<'_>, look: Look| {
        let style = match look {
            Look::Plain => composer.plain(size),
            Look::Strong => composer.strong(size),
            Look::Soft => composer.weak(size),
            Look::Off => Style { colour: composer.colours.accent, ..composer.strong(size) },
        };
        if line.link.is_empty() { style } else { Style { colour: composer.colours.accent, ..style } }
    };
    if let Some((words, look)) = line.only() {
        let first = style(composer, look);
        let others = composer.weak(size * 0.92);
        let leading = composer.programme.language();
        let set = words.iter().enumerate().map(|(at, (language, text))| SetWords {
            language: (language != leading).then_some(language),
            paragraph: composer.set_leading(text, if at == 0 { first } else { others }, width, WHOLE),
        });
        return set.collect();
    }
    let texts: Vec<(String, Style)> = line.runs.iter().map(|run| (run.joined(), style(composer, run.look))).collect();
    let pieces: Vec<(&str, Style)> = texts.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    let side = if composer.is_right_to_left() { Align::Right } else { Align::Left };
    vec![SetWords { language: None, paragraph: composer.set_all(&pieces, width, WHOLE, side) }]
}

/// The rows of a table, its head first; one that is higher than `limit` goes on in further rows.
fn set_table(composer: &mut Composer<'_>, table: &Table, scale: f32, limit: f32) -> Vec<Ready> {
    let heads: Vec<Vec<Line>> = table.columns.iter().map(|column| vec![Line::soft(&column.head)]).collect();
    let has_heads = table.columns.iter().any(|column| !column.head.is_empty());
    let mut ready = Vec::new();
    let head = has_heads.then(|| {
        let row = TableRow { cells: heads, is_band: false };
        set_row(composer, table, &row, (7.8 * scale, Part::HeadCell), limit).remove(0)
    });
    if let Some(head) = &head {
        ready.push(Ready { is_row: true, keeps_next: true, space: 3.0, ..Ready::new(head.clone()) });
    }
    for (at, row) in table.rows.iter().enumerate() {
        let blocks = set_row(composer, table, row, (9.0 * scale, Part::Cell), limit);
        let repeats = at == 0;
        for (part, block) in blocks.into_iter().enumerate() {
            let mut row_ready = Ready { is_row: true, keeps_next: row.is_band, ..Ready::new(block) };
            if repeats && part == 0 {
                row_ready.head = Repeats::Head(head.clone());
            }
            ready.push(row_ready);
        }
    }
    if let Some(last) = ready.last_mut() {
        last.keeps_next = false;
        // What comes next is no longer of the table.
        last.head = Repeats::Nothing;
        last.block.height += 4.0;
    }
    ready
}

/// A row of a table as one block, or as several of at most `limit` each.
fn set_row(
    composer: &mut Composer<'_>,
    table: &Table,
    row: &TableRow,
    (size, part): (f32, Part),
    limit: f32,
) -> Vec<Block> {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let mut cells: Vec<VecDeque<(Vec<SetWords>, String)>> = Vec::new();
    for (at, lines) in row.cells.iter().enumerate() {
        let width = table.width(at, inner) - GAP;
        cells.push(lines.iter().map(|line| (set_line(composer, line, size, width), line.link.clone())).collect());
    }
    let mut blocks: Vec<Block> = Vec::new();
    while blocks.is_empty() || cells.iter().any(|cell| !cell.is_empty()) {
        let mut block = composer.block();
        let mut x = margin;
        if row.is_band {
            // Painted behind its text, as high as that will be.
            let height = cells.iter().map(|cell| fitting(cell, limit).1).fold(0.0, f32::max) + 6.0;
            block.fill(Area::new(margin, 0.5, inner, height), 0.0, composer.colours.shade);
        }
        block.group(Part::Row, |block| {
            for (at, cell) in cells.iter_mut().enumerate() {
                let width = table.width(at, inner);
                let (count, _) = fitting(cell, limit);
                block.group(part, |block| {
                    let mut y = 3.5;
                    for (words, link) in cell.drain(..count) {
                        let below = block.words(x + 3.0, y, width - GAP, &words);
                        block.link(Area::new(x + 3.0, y, width - GAP, below - y), &link);
                        y = below;
                    }
                });
                x += width;
            }
        });
        block.height = block.height.max(3.5 + size) + 3.5;
        block.fill(Area::new(margin, block.height - 0.5, inner, 0.5), 0.0, composer.colours.line);
        blocks.push(block);
    }
    blocks
}

/// How many lines of a cell fit into `limit`, at least one of any, and how high they are.
fn fitting(cell: &VecDeque<(Vec<SetWords>, String)>, limit: f32) -> (usize, f32) {
    let height = |words: &[SetWords]| words.iter().map(|set| set.paragraph.height()).sum::<f32>();
    let (mut count, mut sum) = (0, 0.0);
    for (words, _) in cell {
        let next = height(words);
        if count > 0 && sum + next > limit {
            break;
        }
        (count, sum) = (count + 1, sum + next);
    }
    (count, sum)
}

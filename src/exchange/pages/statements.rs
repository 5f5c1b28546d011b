//! The list of policy statements: a table for each session, and one for those that wait.

use super::super::drawing::{Area, Page, Part};
use super::super::programme::{Entry, Programme, Statement};
use super::super::progress::{ExportError, Progress};
use super::block::Block;
use super::composer::{Composer, WHOLE};
use super::flow::{Flow, day_heading, headed_block};
use super::programme::own_zone;
use crate::texts::{names, tid};

/// The columns: the id of the head, and the share of the width. The last one is for the team.
const COLUMNS: [(&str, f32); 7] = [
    (tid("handout-number"), 0.06),
    (tid("handout-time"), 0.09),
    (tid("handout-speaker"), 0.33),
    (tid("handout-member-state"), 0.22),
    (tid("handout-language"), 0.11),
    (tid("handout-length"), 0.09),
    (tid("handout-statement-text"), 0.10),
];

pub fn pages(composer: &mut Composer<'_>, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    if programme.statements.is_empty() {
        return Err(ExportError::NoStatements);
    }
    progress.expect(programme.statements.len());
    let title = headed_block(composer, &programme.labels.text(tid("handout-statements")), &[]);
    let mut flow = Flow::new();
    flow.begin(composer, programme.labels.text(tid("handout-speaking-list")).first());
    flow.put(composer, title, 0.0);
    for statements in programme.statements.chunk_by(|a, b| a.entry == b.entry) {
        let (words, sitting) = match statements.first().and_then(|statement| statement.entry) {
            Some(entry) => {
                let entry = &programme.entries[entry];
                (composer.title(entry), when_and_where(composer, entry))
            }
            None => (programme.labels.text(tid("handout-unscheduled")), String::new()),
        };
        let heads = COLUMNS.map(|(id, _)| programme.labels.text(id).first().to_owned());
        let heads = row(composer, &heads[..columns(programme)], true);
        let mut rows = Vec::new();
        for statement in statements {
            let cells = cells(composer, statement);
            rows.push(row(composer, &cells[..columns(programme)], false));
            progress.step()?;
        }
        let mut heading = day_heading(composer, &words, false);
        if !sitting.is_empty() {
            let (margin, inner, below) = (composer.sheet.margin, composer.inner_width(), heading.height);
            let sitting = composer.set_leading(&sitting, composer.medium(9.5), inner, WHOLE);
            heading.group(Part::Paragraph, |heading| {
                heading.text(margin, below - 2.0, inner, &sitting);
            });
            heading.height += 4.0;
        }
        let mut continued = day_heading(composer, &words, true);
        let below = continued.height;
        continued.group(Part::Table, |continued| continued.put(below, heads.clone()));
        flow.repeat(None);
        flow.skip(14.0);
        // Heads stay with two rows.
        let first = rows.iter().take(2).map(|block| block.height).sum::<f32>();
        flow.put(composer, heading, heads.height + first);
        flow.put_row(composer, heads, first);
        flow.repeat(Some(continued));
        for row in rows {
            flow.put_row(composer, row, 0.0);
        }
    }
    Ok(flow.finish(composer))
}

/// `Monday 17 November 2025 · 14:30–15:45 · Plenary Hall`
fn when_and_where(composer: &Composer<'_>, entry: &Entry) -> String {
    let programme = composer.programme;
    let day = programme.labels.day_long(entry.span.start.date()).first().to_owned();
    let zone = own_zone(programme, std::iter::once(entry));
    let zone = zone.map(|zone| zone.first().to_owned()).unwrap_or_default();
    let parts = [day, programme.labels.hours(entry), zone, composer.place(entry)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn cells(composer: &Composer<'_>, statement: &Statement) -> [String; 7] {
    let programme = composer.programme;
    let person = &programme.people[statement.speaker];
    let known = [person.addressed(), person.function.clone(), person.contact.clone()];
    let speaker = known.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
    let received = if statement.text_received == Some(true) { tid("handout-yes") } else { tid("handout-no") };
    let language = statement.language.map(|language| programme.labels.text(names::language(language)));
    let secs = statement.length_secs;
    [
        statement.number.to_string(),
        statement.start.map(|start| start.clock()).unwrap_or_default(),
        speaker,
        person.represents.clone(),
        language.map(|words| words.first().to_owned()).unwrap_or_default(),
        format!("{}:{:02}", secs / 60, secs % 60),
        programme.labels.text(received).first().to_owned(),
    ]
}

/// How many of [`COLUMNS`] are printed.
fn columns(programme: &Programme) -> usize {
    COLUMNS.len() - usize::from(!programme.is_internal)
}

fn row(composer: &mut Composer<'_>, cells: &[String], is_head: bool) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let style = if is_head { composer.medium(8.0) } else { composer.plain(9.0) };
    let mut block = composer.block();
    let mut x = margin;
    let all = COLUMNS[..cells.len()].iter().map(|(_, share)| share).sum::<f32>();
    let pad = if is_head { 3.0 } else { 4.5 };
    let part = if is_head { Part::HeadCell } else { Part::Cell };
    block.group(Part::Row, |block| {
        for (cell, (_, share)) in cells.iter().zip(COLUMNS) {
            let width = inner * share / all;
            let paragraph = composer.set_leading(cell, style, width - 8.0, WHOLE);
            block.group(part, |block| {
                block.text(x + 4.0, pad, width - 8.0, &paragraph);
            });
            x += width;
        }
    });
    block.height += pad;
    block.fill(Area::new(margin, block.height - 0.5, inner, 0.5), 0.0, composer.colours.line);
    block
}

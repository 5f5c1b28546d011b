//! Door signs: a page for every room and day, to be read from two metres.

use super::super::drawing::{Area, Page, Part};
use super::super::programme::{Day, Entry};
use super::super::progress::{ExportError, Progress};
use super::super::words::Words;
use super::block::Block;
use super::composer::{Composer, Style, WHOLE};
use super::flow::{Flow, logo};
use super::programme::with_event_and_zone;

/// How large sessions can be, from what fills a sign with one or two of them down to what can just be read while standing.
const SCALES: [f32; 8] = [2.0, 1.7, 1.4, 1.2, 1.0, 0.85, 0.7, LEAST];
const LEAST: f32 = 0.58;
/// How high a session is at least at a scale of 1, in points.
const LINE: f32 = 52.0;
/// How wide the hours are at a scale of 1, in points.
const HOURS: f32 = 190.0;
/// How much of the width the hours may take.
const MOST_HOURS: f32 = 0.4;

pub fn pages(composer: &mut Composer<'_>, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    let mut flow = Flow::new();
    progress.expect(programme.days.len());
    for day in &programme.days {
        let words = programme.labels.day_long(day.date);
        for (room, place) in programme.rooms.iter().enumerate() {
            let entries = programme.entries_on(day).filter(|entry| entry.rooms.contains(&room));
            let entries: Vec<&Entry> = entries.collect();
            if entries.is_empty() {
                continue;
            }
            let of = with_event_and_zone(programme, &programme.whole, entries.iter().copied());
            let head = head(composer, (&of, &place.title), &words);
            flow.begin(composer, &format!("{}, {}", place.title.first(), words.first()));
            // As large as the whole day fits.
            let room_below = Flow::whole(composer) - head.height;
            let widest = composer.inner_width() * MOST_HOURS / HOURS;
            // A line for each is the least.
            let least = |scale: f32| entries.len() as f32 * scale * LINE <= room_below;
            let scales = SCALES.into_iter().filter(|&scale| scale <= widest.max(1.0) && least(scale));
            let scale = { scales }.find(|&scale| {
                let blocks = entries.iter().map(|entry| entry_block(composer, (entry, day), scale).height);
                blocks.sum::<f32>() <= room_below
            });
            flow.put(composer, head.clone(), 0.0);
            flow.repeat(Some(head));
            for entry in entries {
                let block = entry_block(composer, (entry, day), scale.unwrap_or(LEAST));
                flow.put(composer, block, 0.0);
            }
        }
        progress.step()?;
    }
    Ok(flow.finish(composer))
}

/// What it belongs to, the room, as large as it fits, and the day.
fn head(composer: &mut Composer<'_>, (of, room): (&Words, &Words), day: &Words) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let mut block = composer.block();
    let style = Style { colour: composer.colours.accent, ..composer.strong(13.0) };
    let beside = logo(composer, &mut block, inner);
    let of = composer.set(&of.joined(), style, beside, 4);
    let mut y = 0.0;
    block.group(Part::Paragraph, |block| y = block.text(margin, 0.0, beside, &of) + 2.0);
    let mut y = y.max(block.height);
    block.group(Part::Heading(1), |block| {
        for (at, (_, text)) in room.iter().enumerate() {
            let size = if at == 0 { 46.0 } else { 26.0 };
            let style = if at == 0 { composer.strong(size) } else { composer.weak(size) };
            let fits = composer.set(text, style, inner, 1);
            let paragraph =
                if fits.is_cut() { composer.set(text, Style { size: size * 0.6, ..style }, inner, 6) } else { fits };
            y = block.text(margin, y, inner, &paragraph);
        }
    });
    let style = Style { colour: composer.colours.accent, ..composer.medium(17.0) };
    let day = composer.set(&day.joined(), style, inner, 2);
    y = block.text(margin, y + 2.0, inner, &day);
    block.fill(Area::new(margin, y + 7.0, inner, 2.0), 0.0, composer.colours.rule);
    block.height = y + 17.0;
    block
}

fn entry_block(composer: &mut Composer<'_>, (entry, day): (&Entry, &Day), scale: f32) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let hours_width = HOURS * scale;
    let (left, width) = (margin + 14.0 + hours_width, inner - 14.0 - hours_width);
    let hours = composer.programme.labels.hours_on(entry, day.date);
    let hours = composer.set_leading(&hours, composer.strong(25.0 * scale), hours_width - 8.0, 4);
    let style = composer.of_entry(entry, composer.medium(25.0 * scale));
    let titles = composer.set_words(&composer.title(entry), style, composer.weak(18.0 * scale), width, WHOLE);
    let about = composer.set(&composer.about(entry), composer.weak(13.0 * scale), width, WHOLE);
    let top = 10.0 * scale;
    let mut block = composer.block();
    block.group(Part::Section, |block| {
        block.group(Part::Paragraph, |block| {
            block.text(margin + 14.0, top, hours_width, &hours);
        });
        let mut y = top;
        block.group(Part::Heading(2), |block| y = block.words(left, y, width, &titles));
        block.group(Part::Paragraph, |block| {
            block.text(left, y + 2.0, width, &about);
        });
    });
    block.height += 10.0 * scale;
    let bar = Area::new(margin, 5.0 * scale, 5.0, block.height - 10.0 * scale);
    block.fill(bar, 2.5, composer.colours.tones(entry.hue).bar);
    block.fill(Area::new(margin, block.height - 0.75, inner, 0.75), 0.0, composer.colours.line);
    block
}

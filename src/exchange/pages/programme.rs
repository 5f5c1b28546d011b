//! The programme: day after day, session after session.

use std::sync::Arc;

use super::super::details::{self, documents};
use super::super::drawing::{Area, Page, Paragraph, Part};
use super::super::programme::{Day, Entry, Item, Programme, offset_text};
use super::super::progress::{ExportError, Progress};
use super::super::words::Words;
use super::block::Block;
use super::composer::{Composer, Style, WHOLE};
use super::flow::{Flow, day_heading, title_block};
use super::head;
use crate::model::{CivilTime, Status, zone};
use crate::texts::tid;

/// How wide the column of hours is, in points.
const HOURS: f32 = 84.0;
/// How much of a page a session may take that is not divided: more would leave the end of a page empty.
const MOST: f32 = 0.2;
/// How wide the column of rooms is, in points.
const ROOMS: f32 = 118.0;

pub fn pages(composer: &mut Composer<'_>, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    let title = programme.labels.text(tid("handout-programme"));
    let places = places(programme);
    let below: Vec<&str> = programme.description.iter().map(|(_, text)| text).chain([&*places]).collect();
    let title = title_block(composer, &title, &below);
    let title = match head::head(composer, true) {
        Some(mut head) => {
            let below = head.height;
            head.put(below, title);
            head
        }
        None => title,
    };
    days_below(composer, title, progress, |_| None)
}

/// Where the rooms are: `Baku Convention Centre`. Empty where nobody has said.
pub fn places(programme: &Programme) -> String {
    let mut places: Vec<&str> = Vec::new();
    for room in programme.entries.iter().flat_map(|entry| &entry.rooms).map(|&room| &programme.rooms[room]) {
        if !room.place.trim().is_empty() && !places.contains(&room.place.as_str()) {
            places.push(&room.place);
        }
    }
    places.join(" · ")
}

/// A title, and all days below it. `note` says what else is told about an entry, first.
pub fn days_below(
    composer: &mut Composer<'_>,
    title: Block,
    progress: &Progress,
    note: impl Fn(&Entry) -> Option<String>,
) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    progress.expect(programme.entries.len());
    let mut flow = Flow::new();
    for (at, day) in programme.days.iter().enumerate() {
        let words = day_words(programme, day);
        let heading = day_heading(composer, &words, false);
        let continued = day_heading(composer, &words, true);
        if at == 0 {
            flow.begin(composer, words.first());
            flow.put(composer, title.clone(), 0.0);
        }
        flow.repeat(None);
        flow.entitle(words.first());
        flow.skip(12.0);
        let mut entries = Vec::new();
        for entry in programme.entries_on(day) {
            entries.extend(entry_blocks(composer, (entry, day), note(entry)));
            progress.step()?;
        }
        // A heading stays with its first two sessions.
        let first = entries.iter().take(2).map(|(block, _)| block.height).sum::<f32>();
        let first = if first > Flow::whole(composer) / 2.0 { entries[0].0.height } else { first };
        flow.put(composer, heading, first);
        flow.repeat(Some(continued));
        let mut blocks = entries.into_iter().peekable();
        while let Some((block, goes_on)) = blocks.next() {
            // Neither the first nor the last line of a session stands alone.
            let after = blocks.peek().filter(|_| goes_on).map_or(0.0, |(next, _)| next.height);
            flow.put(composer, block, after);
        }
    }
    Ok(flow.finish(composer))
}

/// `Monday 17 November 2025`, with event and zone where days differ in them.
pub fn day_words(programme: &Programme, day: &Day) -> Words {
    with_event_and_zone(programme, &programme.labels.day_long(day.date), programme.entries_on(day))
}

/// `words`, and behind them the event and the zone of `entries` where others have other ones.
pub fn with_event_and_zone<'a>(
    programme: &Programme,
    words: &Words,
    entries: impl Iterator<Item = &'a Entry> + Clone,
) -> Words {
    let (events, zone) = (programme.events_of(entries.clone()), own_zone(programme, entries));
    programme.labels.each(|texts| {
        let language = texts.language();
        let zone = zone.as_ref().map_or("", |zone| zone.get(language));
        let parts = [words.get(language), events.get(language), zone];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    })
}

/// `Baku (UTC+4)`, if that is the zone of all `entries` while others of the programme have another one.
pub fn own_zone<'a>(programme: &Programme, entries: impl Iterator<Item = &'a Entry> + Clone) -> Option<Words> {
    let first = entries.clone().next()?;
    let zone = first.zone;
    let is_in = |entry: &Entry| entry.zone == zone;
    if programme.entries.iter().all(is_in) || !entries.into_iter().all(is_in) {
        return None;
    }
    let offset = offset_text(zone::offset_mins(CivilTime::at(first.span.start.date(), 12, 0), zone));
    let event = &programme.events[first.event];
    let named = zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ");
    Some(programme.labels.each(|texts| {
        let city = if event.zone == zone { event.city.get(texts.language()) } else { "" };
        let name = if city.is_empty() { &named } else { city };
        if name == offset { offset.clone() } else { format!("{name} ({offset})") }
    }))
}

/// A session on a day: hours, what, where. One with much below its title is several blocks, so that pages can end within it;
/// with each, whether it stays with the next one.
fn entry_blocks(composer: &mut Composer<'_>, (entry, day): (&Entry, &Day), note: Option<String>) -> Vec<(Block, bool)> {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let (left, width) = (margin + HOURS, inner - HOURS - ROOMS - 12.0);
    let about = Some(composer.about(entry)).filter(|about| !about.is_empty());
    // What was told in full on the first day needs only its name on the others.
    let is_first = entry.span.start.date() == day.date;
    let below = if is_first { details(composer.programme, entry) } else { Vec::new() };
    let below: Vec<_> = about
        .into_iter()
        .chain(note)
        .chain(below)
        .map(|text| composer.set(&text, composer.weak(8.5), width, WHOLE))
        .collect();
    let height = below.iter().map(|paragraph| paragraph.height() + 1.5).sum::<f32>();
    let with_first = if height > Flow::whole(composer) * MOST { below.len().min(2) } else { below.len() };
    let (below, later) = below.split_at(with_first);
    let mut blocks = vec![entry_block(composer, (entry, day), below)];
    blocks.extend(later.iter().map(|paragraph| {
        let mut block = composer.block();
        block.group(Part::Paragraph, |block| {
            block.text(left, 1.5, width, paragraph);
        });
        block
    }));
    let bar = composer.colours.tones(entry.hue).bar;
    let count = blocks.len();
    for (at, block) in blocks.iter_mut().enumerate() {
        let (above, after) = (if at == 0 { 3.0 } else { 0.0 }, if at + 1 == count { 6.0 } else { 0.0 });
        block.height += after;
        // Bars of blocks that follow each other are one.
        let radius = if count == 1 { 1.5 } else { 0.0 };
        block.fill(Area::new(margin, above, 3.0, block.height - above - after / 2.0), radius, bar);
    }
    if let Some(last) = blocks.last_mut() {
        let rule = Area::new(margin, last.height - 0.5, inner, 0.5);
        last.fill(rule, 0.0, composer.colours.line);
    }
    blocks.into_iter().enumerate().map(|(at, block)| (block, at == 0 && count > 1 || at + 2 == count)).collect()
}

/// Hours, title with these paragraphs below it, rooms.
fn entry_block(composer: &mut Composer<'_>, (entry, day): (&Entry, &Day), below: &[Arc<Paragraph>]) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let (left, width) = (margin + HOURS, inner - HOURS - ROOMS - 12.0);
    let top = 6.0;
    let hours = composer.programme.labels.hours_on(entry, day.date);
    let hours = composer.set_leading(&hours, composer.strong(10.0), HOURS - 14.0, 4);
    let (title, style) = (composer.title(entry), composer.of_entry(entry, composer.medium(10.5)));
    let titles = composer.set_words(&title, style, composer.weak(9.5), width, WHOLE);
    let place = composer.set_leading(&composer.place(entry), composer.medium(9.5), ROOMS, WHOLE);
    let is_open = !entry.link.is_empty() && entry.status != Status::Cancelled;
    let join = is_open.then(|| {
        let style = Style { colour: composer.colours.accent, ..composer.medium(8.5) };
        composer.set_leading(&composer.programme.labels.text(tid("handout-join")).joined(), style, ROOMS, 2)
    });
    let mut block = composer.block();
    block.group(Part::Section, |block| {
        block.group(Part::Paragraph, |block| {
            block.text(margin + 10.0, top + 0.4, HOURS - 14.0, &hours);
        });
        let mut y = top;
        block.group(Part::Heading(3), |block| y = block.words(left, y, width, &titles));
        for paragraph in below {
            block.group(Part::Paragraph, |block| y = block.text(left, y + 1.5, width, paragraph));
        }
        let rooms = margin + inner - ROOMS;
        let mut y = top + 0.6;
        block.group(Part::Paragraph, |block| y = block.text(rooms, y, ROOMS, &place));
        if let Some(join) = &join {
            block.group(Part::Paragraph, |block| {
                let bottom = block.text(rooms, y + 1.5, ROOMS, join);
                block.link(Area::new(rooms, y, ROOMS, bottom - y), &entry.link);
            });
        }
    });
    block
}

/// `13:10  2  Adoption of the agenda (IRM bureau)`, deeper items further in.
fn page_line(item: &Item) -> String {
    let presented = if item.presented.is_empty() { String::new() } else { format!(" ({})", item.presented) };
    format!("{}{}{presented}", "\u{2003}".repeat(item.level), details::item_line(item))
}

/// Who, about what, with which documents: a line each.
pub fn details(programme: &Programme, entry: &Entry) -> Vec<String> {
    let mut lines = Vec::new();
    let people = entry.people.iter().map(|&(person, role)| {
        let role = programme.labels.role(role);
        programme.labels.labelled(role.first(), &programme.people[person].with_affiliation())
    });
    lines.push(programme.labels.wide_list(people));
    let topics = entry.topics.iter().map(|&topic| {
        let topic = &programme.topics[topic];
        if topic.code.is_empty() { topic.title.first() } else { topic.code.as_str() }
    });
    let named = |id: &str, list: String| {
        if list.is_empty() { list } else { programme.labels.labelled(programme.labels.text(id).first(), &list) }
    };
    lines.extend(entry.items.iter().map(page_line));
    lines.push(named(tid("handout-topics"), programme.labels.list(topics)));
    lines.push(named(tid("handout-documents"), programme.labels.list(documents(programme, entry))));
    lines.push(entry.remarks.clone());
    lines.retain(|line| !line.trim().is_empty());
    lines
}

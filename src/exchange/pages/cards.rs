//! Speaker cards: for each statement a card to be cut out, with who speaks, where, when and for how long.

use super::super::drawing::{Area, Page, Part};
use super::super::programme::Statement;
use super::super::progress::{ExportError, Progress};
use super::block::Block;
use super::composer::{Composer, Style};
use super::flow::Flow;
use crate::texts::{names, tid};

/// Cards side by side on a sheet.
const ACROSS: usize = 2;
/// Cards one below the other.
const DOWN: f32 = 2.0;
/// Between text and edge of a card, in points.
const PAD: f32 = 18.0;

/// Four cards on each sheet.
///
/// # Errors
/// [`ExportError::NoStatements`] where nobody speaks in what is handed out.
pub fn pages(composer: &mut Composer<'_>, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let programme = composer.programme;
    let given: Vec<&Statement> = programme.statements.iter().filter(|statement| statement.entry.is_some()).collect();
    if given.is_empty() {
        return Err(ExportError::NoStatements);
    }
    progress.expect(given.len());
    let mut flow = Flow::new();
    flow.begin(composer, programme.labels.text(tid("handout-speaker-cards")).first());
    let height = (Flow::whole(composer) / DOWN).floor() - 1.0;
    let width = composer.inner_width() / ACROSS as f32;
    for row in given.chunks(ACROSS) {
        let mut block = composer.block();
        for (at, statement) in row.iter().enumerate() {
            let left = composer.sheet.margin + width * at as f32;
            card(composer, &mut block, statement, Area::new(left, 0.0, width, height));
            progress.step()?;
        }
        block.height = height;
        flow.put(composer, block, 0.0);
    }
    Ok(flow.finish(composer))
}

fn card(composer: &mut Composer<'_>, block: &mut Block, statement: &Statement, area: Area) {
    let programme = composer.programme;
    let Some(entry) = statement.entry.map(|place| &programme.entries[place]) else { return };
    let person = &programme.people[statement.speaker];
    let labels = &programme.labels;
    let secs = statement.length_secs;
    let day = labels.day_long(entry.span.start.date());
    let accent = composer.colours.accent;
    let (left, width) = (area.x + PAD, area.width - 2.0 * PAD);
    let side = width * 0.36;
    let number = format!("{}\u{a0}{}", labels.text(tid("handout-number")).first(), statement.number);
    let start = statement.start.map(|start| start.clock()).unwrap_or_default();
    let begins = composer.set_leading(&start, Style { colour: accent, ..composer.strong(30.0) }, width - side, 1);
    let number = composer.set_trailing(&number, composer.medium(15.0), side, 1);
    let state = composer.set(&person.represents, composer.strong(21.0), width, 2);
    let name = composer.set(&person.addressed(), composer.medium(15.0), width, 2);
    let function = composer.set(&person.function, composer.weak(11.0), width, 2);
    let length =
        labels.labelled(labels.text(tid("handout-length")).first(), &format!("{}:{:02}", secs / 60, secs % 60));
    let language = statement.language.map(|language| labels.text(names::language(language)).first().to_owned());
    let terms: Vec<String> = std::iter::once(length).chain(language).collect();
    let terms = composer.set(&terms.join("  ·  "), composer.medium(12.0), width, 1);
    let title = composer.title(entry);
    let title = composer.set(title.first(), composer.weak(9.5), width, 2);
    let place = [day.first().to_owned(), labels.hours(entry), composer.place(entry)];
    let place: Vec<String> = place.into_iter().filter(|text| !text.is_empty()).collect();
    let place = composer.set(&place.join("  ·  "), composer.weak(9.5), width, 2);
    block.frame(area, 0.0, composer.colours.strong_line, 0.5);
    block.group(Part::Section, |block| {
        block.group(Part::Paragraph, |block| {
            block.text(left, PAD - 6.0, width - side, &begins);
            block.text(left + width - side, PAD + 4.0, side, &number);
        });
        let mut y = PAD + begins.height() + 4.0;
        block.group(Part::Heading(2), |block| y = block.text(left, y, width, &state));
        block.group(Part::Paragraph, |block| {
            y = block.text(left, y + 2.0, width, &name);
            y = block.text(left, y, width, &function);
            block.text(left, y + 6.0, width, &terms);
        });
        let foot = area.height - PAD - title.height() - place.height();
        block.group(Part::Paragraph, |block| {
            let y = block.text(left, foot, width, &title);
            block.text(left, y, width, &place);
        });
    });
}

//! The change notice: a table for each day, with what was announced beside what is so now, and a line to sign on.

use super::super::changes::{Changed, ChangedDay, Changes, Place};
use super::super::drawing::{Area, Page, Part, Point};
use super::super::progress::{ExportError, Progress};
use super::super::words::Words;
use super::Sheet;
use super::block::{Block, SetWords};
use super::composer::{Composer, Style};
use super::flow::{Flow, day_heading, headed_block};
use crate::texts::tid;

/// The columns: the id of the head, and the share of the width.
const COLUMNS: [(&str, f32); 4] =
    [(tid("notice-what"), 0.15), (tid("handout-session"), 0.43), (tid("notice-was"), 0.21), (tid("notice-is"), 0.21)];

/// Between two columns, in points.
const GAP: f32 = 10.0;

/// How many lines a text has at most in all languages together, and in one.
const LINES: (usize, usize) = (24, 8);

/// The pages of a notice.
///
/// # Errors
/// [`ExportError::Cancelled`] when nobody wants them any more.
pub fn pages(changes: &Changes, sheet: Sheet, progress: &Progress) -> Result<Vec<Page>, ExportError> {
    let mut composer = Composer::new(&changes.programme, sheet);
    let composer = &mut composer;
    let title = changes.title();
    let facts: Vec<_> = changes.facts().iter().map(|fact| fact.joined().into_owned()).collect();
    let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
    let head = headed_block(composer, &title, &facts);
    let mut flow = Flow::new();
    flow.begin(composer, title.first());
    flow.put(composer, head, 0.0);
    for day in &changes.days {
        day_rows(composer, &mut flow, day);
        progress.step()?;
    }
    let sign = signature(composer);
    flow.repeat(None);
    flow.skip(30.0);
    flow.put(composer, sign, 0.0);
    let state = format!("{} · {}", title.first(), changes.states.first());
    Ok(flow.finish_with(composer, &state))
}

fn day_rows(composer: &mut Composer<'_>, flow: &mut Flow, day: &ChangedDay) {
    let words = composer.programme.labels.day_long(day.date);
    let heading = day_heading(composer, &words, false);
    let heads = heads(composer);
    let mut continued = day_heading(composer, &words, true);
    let below = continued.height;
    continued.group(Part::Table, |continued| continued.put(below, heads.clone()));
    let rows: Vec<Vec<Block>> = day.changes.iter().map(|changed| rows(composer, changed)).collect();
    let first = rows.first().and_then(|rows| rows.first()).map_or(0.0, |block| block.height);
    flow.repeat(None);
    flow.skip(16.0);
    flow.put(composer, heading, heads.height + first);
    flow.put_row(composer, heads, first);
    flow.repeat(Some(continued));
    for row in rows.into_iter().flatten() {
        flow.put_row(composer, row, 0.0);
    }
}

/// The names of the columns.
fn heads(composer: &mut Composer<'_>) -> Block {
    let style = composer.medium(8.0);
    let cells = COLUMNS.map(|(id, _)| vec![(composer.programme.labels.text(id), style)]);
    let mut block = row(composer, &cells, Part::HeadCell);
    under(composer, &mut block, 3.0);
    block
}

/// A session: a row, and one more for each further change of it, so that no row is higher than a page.
fn rows(composer: &mut Composer<'_>, changed: &Changed) -> Vec<Block> {
    let colours = composer.colours;
    let (weak, plain) = (composer.weak(8.5), composer.plain(9.5));
    let medium = composer.medium(9.5);
    let one = |text: &str| Words::one(composer.programme.language(), text);
    let what = vec![(changed.what.clone(), Style { colour: colours.accent, ..composer.strong(9.5) })];
    let mut session = vec![(one(&changed.code), composer.strong(9.5)), (changed.title.clone(), plain)];
    session.push((changed.event.clone(), weak));
    session.push((changed.over.clone(), composer.medium(8.5)));
    let place = |place: Option<&Place>, style: Style| -> Vec<(Words, Style)> {
        let Some(place) = place else { return Vec::new() };
        vec![(place.day.clone(), style), (one(&place.hours), style), (place.rooms.clone(), style)]
    };
    let was = place(changed.was.as_ref(), Style { colour: colours.weak, ..plain });
    let mut is = place(changed.is.as_ref(), medium);
    is.push((changed.instead.clone(), medium));
    let is_changed = changed.was != changed.is;
    // What is neither earlier nor elsewhere is not told twice.
    let was = if is_changed { was } else { Vec::new() };
    let mut rows = vec![row(composer, &[what, session, was, is], Part::Cell)];
    for line in changed.lines.iter().chain(&changed.records) {
        rows.push(row(composer, &[Vec::new(), vec![(line.clone(), weak)], Vec::new(), Vec::new()], Part::Cell));
    }
    if let Some(last) = rows.last_mut() {
        under(composer, last, 5.0);
    }
    rows
}

/// A row of cells, each with texts one below the other.
fn row(composer: &mut Composer<'_>, cells: &[Vec<(Words, Style)>; 4], part: Part) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let mut block = composer.block();
    let mut x = margin;
    block.group(Part::Row, |block| {
        for (cell, (_, share)) in cells.iter().zip(COLUMNS) {
            let width = inner * share;
            let set: Vec<Vec<SetWords>> = cell
                .iter()
                .filter(|(words, _)| !words.is_empty())
                .map(|(words, style)| set(composer, words, *style, width - GAP))
                .collect();
            block.group(part, |block| {
                let mut y = 4.5;
                for words in &set {
                    y = block.words(x, y, width - GAP, words);
                }
            });
            x += width;
        }
    });
    block
}

/// A text in its languages, each below the other.
fn set(composer: &mut Composer<'_>, words: &Words, style: Style, width: f32) -> Vec<SetWords> {
    let others = Style { size: style.size * 0.92, colour: composer.colours.weak, ..style };
    let leading = composer.programme.language();
    let lines = (LINES.0 / composer.programme.languages.len().max(1)).min(LINES.1);
    let set = words.iter().enumerate().map(|(place, (language, text))| {
        // One edge for the eye to follow, whichever way a line runs.
        let paragraph = composer.set_leading(text, if place == 0 { style } else { others }, width, lines);
        SetWords { language: (language != leading).then_some(language), paragraph }
    });
    set.collect()
}

/// A line below a row.
fn under(composer: &Composer<'_>, block: &mut Block, space: f32) {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    block.height += space;
    block.fill(Area::new(margin, block.height - 0.5, inner, 0.5), 0.0, composer.colours.line);
}

/// Where it is signed.
fn signature(composer: &mut Composer<'_>) -> Block {
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let style = composer.weak(8.0);
    let mut block = composer.block();
    let top = 26.0;
    for (id, x, share) in [(tid("notice-signature"), 0.0, 0.55), (tid("handout-date"), 0.62, 0.38)] {
        let (x, width) = (margin + inner * x, inner * share);
        let name = composer.programme.labels.text(id).joined().into_owned();
        let name = composer.set_leading(&name, style, width, 2);
        block.line(Point::new(x, top), Point::new(x + width, top), composer.colours.strong_line, 0.75);
        block.text(x, top + 4.0, width, &name);
    }
    block
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::changes::Asked;
    use crate::exchange::drawing::Mark;
    use crate::exchange::layout::Paper;
    use crate::model::{Language, LanguageSet, Patch, Placement, Plan, RoomId, Session};
    use crate::store::Template;

    /// The lowest edge of texts among marks.
    fn lowest(marks: &[Mark]) -> f32 {
        let edge = |mark: &Mark| match mark {
            Mark::Text { at, paragraph } => at.y + paragraph.height(),
            Mark::Group(group) if group.part != Part::Decoration => lowest(&group.marks),
            _ => 0.0,
        };
        marks.iter().map(edge).fold(0.0, f32::max)
    }

    /// Of every session everything changes, with long titles and all rooms, in all languages.
    fn upside_down(plan: &Plan) -> Plan {
        let rooms: Vec<RoomId> = plan.rooms().ids().collect();
        let long = "A title that nobody can say in one breath ".repeat(20);
        let mut patch = Patch::default();
        for session in plan.sessions().iter() {
            let mut session = Session::clone(session);
            for language in Language::ALL {
                session.title.set(language, &format!("{long}{}", language.code()));
            }
            session.languages = LanguageSet::EMPTY;
            session.webcast = !session.webcast;
            session.placement = session.placement.map(|at| Placement { rooms: rooms.clone(), ..at });
            patch.put(plan, session);
        }
        let mut after = plan.clone();
        after.apply(&patch).unwrap();
        after
    }

    #[test]
    fn nothing_reaches_into_the_foot_whatever_changes() {
        let before = Template::Wtdc25.plan();
        let after = upside_down(&before);
        for languages in [&Language::ALL[..], &[Language::Arabic], &[Language::English, Language::Chinese]] {
            let asked = Asked { languages, issued: chrono::DateTime::UNIX_EPOCH, kept: [None; 2], with_records: true };
            let changes = Changes::new(&before, &after, &asked);
            let sheet = Sheet::upright(Paper::Letter);
            let pages = pages(&changes, sheet, &Progress::default()).unwrap();
            assert!(pages.len() > 20, "{} pages", pages.len());
            for (number, page) in pages.iter().enumerate() {
                let lowest = lowest(&page.marks);
                assert!(lowest <= sheet.height - sheet.margin - 20.0, "page {number} of {languages:?}: {lowest}");
            }
        }
    }
}

//! What stands on the agenda of a session, inside its bar: a strip with numbers below the title where time runs across, lines
//! beside it where it runs down. Only what is legible is written; where it is not, its heading is, or nothing.

use egui::{Rect, pos2};

use super::bar::Bar;
use super::blocks::BlockPainter;
use super::text::{Face, Setting};
use crate::app::context::ViewContext;
use crate::app::widget::items::item_title;
use crate::model::agenda::{Sitting, Taken};
use crate::model::{ItemKind, Session};

/// How high the strip is, in points.
const STRIP: f32 = 15.0;
/// Bars that are narrower or lower have no strip.
const LEAST: (f32, f32) = (140.0, 38.0);
/// The room that a number needs beside itself.
const MARGIN: f32 = 5.0;
/// The lowest line of an item where time runs down.
const LINE: f32 = 13.0;
/// Blocks that are narrower have room for their title only.
const LEAST_WIDTH: f32 = 220.0;
/// The share of a block that its title keeps.
const TITLE: f32 = 0.42;

/// The room that the strip of a session takes at the lower edge of its bar; 0 where it has none.
#[must_use]
pub fn room(cx: &ViewContext<'_>, session: &Session, rect: Rect) -> f32 {
    let fits = rect.width() >= LEAST.0 && rect.height() >= LEAST.1;
    if fits && session.held.is_none() && cx.has_items(session.id) { STRIP } else { 0.0 }
}

/// The part of a block that the title of a session with an agenda keeps, where time runs down.
#[must_use]
pub fn title_sight(cx: &ViewContext<'_>, session: &Session, rect: Rect) -> Option<f32> {
    let fits = rect.width() >= LEAST_WIDTH && cx.has_items(session.id);
    fits.then(|| (rect.left() + rect.width() * TITLE).round())
}

/// The strip of numbers along the lower edge of a bar; `along` says where a minute lies.
pub fn strip(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    (bar, sight): (&Bar<'_>, Rect),
    (session, along): (&Session, impl Fn(f64) -> f32),
) {
    let agenda = cx.agenda(session.id);
    let Some((sitting, start)) = agenda.sitting(session.id).and_then(|one| Some((one, one.start?))) else { return };
    let place = |secs: i64| along(f64::from(start.minutes()) + secs as f64 / 60.0).round();
    let seen = bar.rect.intersect(sight);
    let (top, bottom) = (bar.rect.bottom() - STRIP, bar.rect.bottom());
    let wide = |secs: (i64, i64)| place(secs.1) - place(secs.0);
    for piece in pieces(sitting, |secs| wide(secs) >= MARGIN + 18.0) {
        let (from, to) = (place(piece.secs.0).max(seen.left()), place(piece.secs.1).min(seen.right()));
        if to <= from {
            continue;
        }
        if piece.secs.0 > 0 && from > seen.left() {
            let line = Rect::from_min_max(pos2(from, top), pos2(from + 1.0, bottom - 1.0));
            blocks.rect(line, bar.colors.bar.gamma_multiply(0.55));
        }
        let line = &sitting.lines[piece.line];
        let is_break = line.taken.item().is_some_and(|item| item.kind == ItemKind::Pause);
        let words = if is_break { "–" } else { line.number.as_str() };
        let width = blocks.text_width(words, Face::Detail);
        if !words.is_empty() && width + MARGIN <= to - from {
            let rect = Rect::from_min_max(pos2(from + 3.0, top), pos2(to + 1.0, bottom));
            blocks.text(words, Face::Detail, Setting { rect, max_lines: 1, color: bar.colors.weak_text });
        }
    }
}

/// A line for each item at the right of a block, where time runs down; `down` says where a minute lies.
pub fn list(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    (bar, sight): (&Bar<'_>, Rect),
    (session, down): (&Session, impl Fn(f64) -> f32),
) {
    let Some(left) = title_sight(cx, session, bar.rect) else { return };
    let agenda = cx.agenda(session.id);
    let Some((sitting, start)) = agenda.sitting(session.id).and_then(|one| Some((one, one.start?))) else { return };
    let place = |secs: i64| down(f64::from(start.minutes()) + secs as f64 / 60.0).round();
    for piece in pieces(sitting, |secs| place(secs.1) - place(secs.0) >= LINE) {
        let (from, to) = (place(piece.secs.0), place(piece.secs.1).min(bar.rect.bottom()));
        if from < sight.top() - 0.5 || to > sight.bottom() + 0.5 || to <= from {
            continue;
        }
        if piece.secs.0 > 0 {
            let line = Rect::from_min_max(pos2(left + 4.0, from), pos2(bar.rect.right() - 4.0, from + 1.0));
            blocks.rect(line, bar.colors.bar.gamma_multiply(0.35));
        }
        let line = &sitting.lines[piece.line];
        let Taken::Item(item) = &line.taken else { continue };
        let title = item_title(cx, item);
        let words = if line.number.is_empty() { title.to_owned() } else { format!("{} {title}", line.number) };
        if to - from >= LINE {
            let rect = Rect::from_min_max(pos2(left + 6.0, from + 1.0), pos2(bar.sight.right().max(left), to));
            let rect = rect.with_max_x(bar.rect.right() - 4.0);
            blocks.text(&words, Face::Detail, Setting { rect, max_lines: 1, color: bar.colors.text });
        }
    }
}

/// Something that is drawn as one: an item, or a heading with all that stands below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// The place of its line.
    line: usize,
    /// When it begins and ends, in seconds after the beginning of the session.
    secs: (i64, i64),
}

/// What is drawn: each item where all of its neighbours below one heading are legible, else that heading.
fn pieces(sitting: &Sitting, is_legible: impl Fn((i64, i64)) -> bool) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < sitting.lines.len() {
        let group = sitting.group(at);
        let due = |line: usize| (sitting.lines[line].due.start_secs, sitting.lines[line].due.end_secs);
        let takes_time = |line: &usize| due(*line).1 > due(*line).0;
        let leaves: Vec<usize> = group.clone().filter(takes_time).collect();
        let end = leaves.last().map_or(due(at).1, |&last| due(last).1);
        if leaves.len() > 1 && leaves.iter().any(|&leaf| !is_legible(due(leaf))) {
            all.push(Piece { line: at, secs: (due(at).0, end) });
        } else {
            all.extend(leaves.into_iter().map(|line| Piece { line, secs: due(line) }));
        }
        at = group.end.max(at + 1);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Plan;
    use crate::model::agenda::Agenda;
    use crate::store::Template;

    #[test]
    fn a_heading_stands_for_what_is_too_small() {
        let plan: Plan = Template::Wtdc25.plan();
        let session = "IRM1-1".parse().unwrap();
        let agenda = Agenda::of(&plan, &plan, session);
        let sitting = agenda.sitting(session).unwrap();
        let numbers = |least: i64| {
            let found = pieces(sitting, |(from, to)| to - from >= least * 60);
            found.iter().map(|piece| sitting.lines[piece.line].number.clone()).collect::<Vec<_>>()
        };
        assert_eq!(numbers(15), ["1", "2", "3", "4", "", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6"]);
        assert_eq!(numbers(16), ["1", "2", "3", "4", "", "5"]);
        let heading = *pieces(sitting, |_| false).last().unwrap();
        assert_eq!(heading.secs, (90 * 60, 180 * 60), "as long as all of it");
    }
}

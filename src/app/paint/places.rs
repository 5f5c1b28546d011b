//! What is seen on the ground of a view while something is dragged: where it fits, where it came from, where it would be.

use egui::{Color32, Rect, pos2, vec2};

use super::bar::Bar;
use super::blocks::{BlockPainter, Look, clock};
use super::text::{Face, Setting};
use crate::app::context::ViewContext;
use crate::app::style::icons;
use crate::model::{CivilTime, Session, Span};

/// How thick the stripes of a place are, and how far from one to the next.
const STRIPES: (f32, f32) = (4.0, 10.0);
/// The edge of a place: how thick it is, its dashes, the gaps between them.
const EDGE: (f32, f32, f32) = (2.0, 6.0, 4.0);
/// The same of where a session came from.
const ORIGIN: (f32, f32, f32) = (1.0, 3.0, 3.0);
/// How thick the edge of a ghost is.
const GHOST_EDGE: f32 = 2.0;
/// How far its shadow reaches.
const SHADOW: f32 = 20.0;

/// A place in which the session fits: hatched, with a dashed edge.
pub fn place(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, (rect, sight): (Rect, Rect)) {
    let seen = rect.intersect(sight);
    if !seen.is_positive() {
        return;
    }
    blocks.rect(seen, cx.theme.panel);
    blocks.hatch(seen.intersect(rect.shrink(1.0)), STRIPES, cx.theme.place);
    dashes(blocks, (rect, sight), EDGE, cx.theme.place_line);
}

/// The same, small, as it is explained.
pub fn swatch(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, rect: Rect) {
    blocks.hatch(rect.shrink(1.0), (2.0, 5.0), cx.theme.place);
    dashes(blocks, (rect, rect), (1.0, 3.0, 2.0), cx.theme.place_line);
}

/// What a place says, above all lines: a tick, the word, and from the first to the last possible time. It stays in sight.
pub fn place_words(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    (rect, sight): (Rect, Rect),
    (from, to): (i32, i32),
) {
    let time = |minutes: i32| CivilTime::from_minutes(i64::from(minutes));
    let range = clock(Span::new(time(from), time(to)));
    let inner = rect.intersect(sight).shrink2(vec2(7.0, 4.0));
    let word = format!("{} {}", icons::CHECK, cx.text("place-fits"));
    let mut top = inner.top();
    for (text, face) in [(word.as_str(), Face::Title), (range.as_str(), Face::Detail)] {
        let width = blocks.text_width(text, face) + 8.0;
        // A word that is cut says nothing.
        if width > inner.width() + 4.0 || top + face.line_height() > inner.bottom() + 2.0 {
            break;
        }
        let ground = Rect::from_min_size(pos2(inner.left(), top), vec2(width, face.line_height()));
        blocks.rounded(ground, [3.0; 4], cx.theme.panel);
        let rect = ground.with_min_x(ground.left() + 4.0);
        blocks.text(text, face, Setting { rect, max_lines: 1, color: cx.theme.place_line });
        top += face.line_height() + 1.0;
    }
}

/// Where something stood that is being moved away.
pub fn origin(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, (rect, sight): (Rect, Rect)) {
    dashes(blocks, (rect, sight), ORIGIN, cx.theme.text_3);
    let (text, face) = (cx.text("place-from-here"), Face::Detail);
    let seen = rect.intersect(sight);
    let width = blocks.text_width(text, face) + 6.0;
    if width <= seen.width() - 4.0 && seen.height() >= face.line_height() + 4.0 {
        let at = pos2(seen.left() + 4.0, seen.bottom() - face.line_height() - 2.0);
        let ground = Rect::from_min_size(at, vec2(width, face.line_height()));
        blocks.rounded(ground, [3.0; 4], cx.theme.panel);
        let rect = ground.with_min_x(ground.left() + 3.0);
        blocks.text(text, face, Setting { rect, max_lines: 1, color: cx.theme.text_2 });
    }
}

/// A session where it would be, in its own colours above everything else, with an edge of its own.
pub fn ghost(
    blocks: &mut BlockPainter<'_>,
    cx: &ViewContext<'_>,
    (rect, sight): (Rect, Rect),
    (session, span): (&Session, Span),
    edge: Color32,
) {
    blocks.soft(rect.translate(vec2(0.0, 6.0)), SHADOW, cx.theme.shadow_drag);
    blocks.rounded(rect, [4.0; 4], edge);
    let inner = rect.shrink(GHOST_EDGE.min(rect.width() / 4.0).min(rect.height() / 4.0));
    let bar = Bar::of(cx, session, span, (inner, sight), cx.session_colors(session));
    blocks.bar(&Bar { mark: None, look: Look::default(), ..bar }, cx.theme);
}

/// The line where something would begin or end: how thick it is, and its colour. It is louder where a neighbour begins or
/// ends there, too.
#[must_use]
pub fn guide(cx: &ViewContext<'_>, meets_neighbour: bool) -> (f32, Color32) {
    if meets_neighbour { (2.0, cx.theme.accent) } else { (1.0, cx.theme.place_line) }
}

/// Where a time stands as a tag on a ruler, with its middle at `at`; `within` is the ruler.
pub fn tag_rect(blocks: &mut BlockPainter<'_>, (at, within): (egui::Pos2, Rect), time: &str) -> Rect {
    let size = vec2(blocks.text_width(time, Face::Detail) + 10.0, 18.0);
    let rect = Rect::from_center_size(at, size).translate(vec2(0.5, 0.0));
    let left = rect.left().clamp(within.left(), (within.right() - size.x).max(within.left())).round();
    Rect::from_min_size(pos2(left, rect.top().round()), size)
}

/// A time as a filled tag.
pub fn tag(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, rect: Rect, time: &str) {
    blocks.rounded(rect, [4.0; 4], cx.theme.accent);
    let text = Rect::from_min_max(pos2(rect.left() + 5.0, rect.top() + 2.0), rect.max);
    blocks.text(time, Face::Detail, Setting { rect: text, max_lines: 1, color: cx.theme.on_accent });
}

/// A dashed edge inside `rect`; every corner has a dash.
fn dashes(
    blocks: &mut BlockPainter<'_>,
    (rect, sight): (Rect, Rect),
    (thick, dash, gap): (f32, f32, f32),
    color: Color32,
) {
    let rect = Rect::from_min_max(rect.min.round(), rect.max.round());
    for (from, to, is_vertical) in [(rect.left(), rect.right(), false), (rect.top(), rect.bottom(), true)] {
        let length = to - from;
        let count = ((length - dash) / (dash + gap)).round().max(0.0);
        let pitch = if count > 0.0 { (length - dash) / count } else { 0.0 };
        for n in 0..=count as usize {
            let start = from + n as f32 * pitch;
            let end = (start + dash).min(to);
            for near in [true, false] {
                let part = if is_vertical {
                    let x = if near { rect.left() } else { rect.right() - thick };
                    Rect::from_min_max(pos2(x, start), pos2(x + thick, end))
                } else {
                    let y = if near { rect.top() } else { rect.bottom() - thick };
                    Rect::from_min_max(pos2(start, y), pos2(end, y + thick))
                };
                let part = part.intersect(sight);
                if part.is_positive() {
                    blocks.rect(part, color);
                }
            }
        }
    }
}

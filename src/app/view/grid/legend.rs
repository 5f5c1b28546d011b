//! What colours and the short names of rooms mean, below the plan grid.

use egui::{Rect, Ui, pos2, vec2};

use crate::model::{Kind, SessionKind};

use super::ruler::NAMES;
use super::words::RoomCodes;
use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::style::size;
use crate::app::view::legend::{Kinds, kind_swatch};

/// Between entries, in points.
const GAP: f32 = 14.0;
/// A swatch, and what it keeps off its word.
const SWATCH: f32 = 23.0;
/// From one line to the next.
const LINE: f32 = 21.0;
/// More lines would take more room than they are worth.
const MOST_LINES: usize = 3;

/// One thing that is explained.
struct Entry {
    kind: Option<Kind>,
    code: String,
    words: String,
    width: f32,
}

/// What is explained, on as many lines as that takes.
pub struct Legend {
    lines: Vec<Vec<Entry>>,
}

impl Legend {
    /// Of the kinds in a plan and its rooms, in so much room.
    pub fn new(
        ui: &Ui,
        cx: &ViewContext<'_>,
        shaper: &mut Shaper,
        (kinds, codes, width): (&Kinds, &RoomCodes, f32),
    ) -> Self {
        let mut scratch = BlockPainter::new(ui.ctx(), shaper);
        let mut entries: Vec<Entry> = kinds
            .all()
            .map(|kind| Entry {
                kind: Some(kind),
                code: String::new(),
                words: cx.kind_name(kind).to_owned(),
                width: SWATCH,
            })
            .collect();
        for (code, words) in codes.explained(cx) {
            let width = scratch.text_width(&code, Face::Code) + 5.0;
            entries.push(Entry { kind: None, code, words, width });
        }
        if kinds.has(SessionKind::Break) {
            let words = cx.text("grid-short-breaks").to_owned();
            entries.push(Entry { kind: None, code: String::new(), words, width: 0.0 });
        }
        let room = width - NAMES - 16.0;
        let mut lines: Vec<Vec<Entry>> = vec![Vec::new()];
        let mut used = 0.0;
        for mut entry in entries {
            entry.width += scratch.text_width(&entry.words, Face::Detail);
            if used + entry.width > room && used > 0.0 {
                if lines.len() == MOST_LINES {
                    break;
                }
                lines.push(Vec::new());
                used = 0.0;
            }
            used += entry.width + GAP;
            if let Some(line) = lines.last_mut() {
                line.push(entry);
            }
        }
        Self { lines }
    }

    /// How high it is.
    #[must_use]
    pub fn height(&self) -> f32 {
        match self.lines.len() {
            0 | 1 => size::LEGEND,
            lines => lines as f32 * LINE + 4.0,
        }
    }

    /// Draws it.
    pub fn ui(&self, ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, rect: Rect) {
        let painter = ui.painter_at(rect);
        let mut blocks = BlockPainter::new(ui.ctx(), shaper);
        blocks.rect(rect, cx.theme.ground);
        blocks.rect(rect.with_max_y(rect.top() + 1.0), cx.theme.line_strong);
        let corner = rect.with_max_x(rect.left() + NAMES);
        blocks.rect(corner.with_min_x(corner.right() - 1.0), cx.theme.line_strong);
        let top = rect.top() + (rect.height() - LINE * self.lines.len() as f32) / 2.0;
        let setting = |rect, color| Setting { rect, max_lines: 1, color };
        let heads = [cx.text("grid-legend"), cx.text("grid-legend-rooms")];
        if self.lines.len() > 1 {
            for (at, head) in heads.into_iter().enumerate() {
                let at = pos2(corner.left() + 12.0, top + at as f32 * 16.0 + 6.0);
                let rect = Rect::from_min_max(at, corner.right_bottom());
                blocks.text(head, Face::Detail, setting(rect, cx.theme.text_3));
            }
        } else {
            let rect = Rect::from_min_max(pos2(corner.left() + 12.0, top + 4.0), corner.right_bottom());
            blocks.text(
                &heads.join(" "),
                Face::Detail,
                setting(rect.with_max_x(corner.right() - 2.0), cx.theme.text_3),
            );
        }
        for (line, entries) in self.lines.iter().enumerate() {
            let y = top + line as f32 * LINE;
            let mut x = corner.right() + 8.0;
            for entry in entries {
                let mut words = Rect::from_min_size(pos2(x, y + 4.0), vec2(rect.right() - x, 16.0));
                if let Some(kind) = entry.kind {
                    kind_swatch(&mut blocks, cx, pos2(x, y + 2.0), kind);
                    words.min.x += SWATCH;
                } else if !entry.code.is_empty() {
                    let code = words.translate(vec2(0.0, -2.0));
                    blocks.text(&entry.code, Face::Code, setting(code, cx.theme.text));
                    words.min.x += blocks.text_width(&entry.code, Face::Code) + 5.0;
                }
                blocks.text(&entry.words, Face::Detail, setting(words, cx.theme.text_2));
                x += entry.width + GAP;
            }
        }
        blocks.finish(&painter);
    }
}

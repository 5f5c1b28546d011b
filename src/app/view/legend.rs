//! What the colours in sight mean: each kind with its colour, its sign and its name; while something is dragged, also
//! how a place looks in which it fits.

use std::collections::BTreeSet;

use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use crate::model::{Kind, KindId, SessionKind};

use crate::app::context::ViewContext;
use crate::app::paint::blocks::BlockPainter;
use crate::app::paint::places;
use crate::app::paint::text::{Face, Setting, Shaper};
use crate::app::settings::ColorBy;
use crate::app::style::{icons, size};

/// What a line more takes.
const LINE: f32 = 19.0;
/// No more lines than that.
const MOST_LINES: usize = 3;
/// A swatch.
const SWATCH: egui::Vec2 = vec2(18.0, 16.0);
const GAP: f32 = 14.0;
/// The line before what is no kind, with the room behind it.
const DIVIDER: f32 = 14.0;

/// The kinds in sight: one bit for each that is built in, and the plan's own ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    built_in: u32,
    own: BTreeSet<KindId>,
}

impl Kinds {
    /// Adds one.
    pub fn add(&mut self, kind: Kind) {
        match kind {
            Kind::BuiltIn(kind) => self.built_in |= 1 << kind as u32,
            Kind::Own(id) => _ = self.own.insert(id),
        }
    }

    /// Whether it has this built-in one.
    #[must_use]
    pub fn has(&self, kind: SessionKind) -> bool {
        self.built_in >> kind as u32 & 1 == 1
    }

    /// All of them, the plan's own first.
    pub fn all(&self) -> impl Iterator<Item = Kind> {
        let built_in = SessionKind::ALL.into_iter().filter(|&kind| self.has(kind));
        self.own.iter().copied().map(Kind::Own).chain(built_in.map(Kind::BuiltIn))
    }

    /// Adds all of `other`.
    pub fn add_all(&mut self, other: &Self) {
        self.built_in |= other.built_in;
        self.own.extend(&other.own);
    }
}

/// Where each entry stands, by line and left edge, in so much room and on so many lines at most; and how many lines there
/// are.
fn layout(widths: &[f32], room: f32, most: usize) -> (Vec<(usize, f32)>, usize) {
    let (mut line, mut x) = (0, 0.0);
    let mut places = Vec::with_capacity(widths.len());
    for &width in widths {
        if x > 0.0 && x + width > room && line + 1 < most {
            (line, x) = (line + 1, 0.0);
        }
        if x + width > room {
            break;
        }
        places.push((line, x));
        x += width + GAP;
    }
    (places, line + 1)
}

/// What a legend explains.
#[derive(Clone, Debug)]
pub struct Legend {
    /// The kinds in sight.
    pub kinds: Kinds,
    /// Whether places show, because something is dragged.
    pub places: bool,
    /// Whether it is called by its name where it begins, because it has no head.
    pub is_named: bool,
}

/// One of the things that are explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Kind(Kind),
    Place,
}

impl Entry {
    fn name<'a>(self, cx: &ViewContext<'a>) -> &'a str {
        match self {
            Self::Kind(kind) => cx.kind_name(kind),
            Self::Place => cx.text("legend-place"),
        }
    }
}

impl Legend {
    fn entries(&self) -> impl Iterator<Item = Entry> {
        self.kinds.all().map(Entry::Kind).chain(self.places.then_some(Entry::Place))
    }

    /// How high it is in a room so wide. Places do not make it higher: nothing moves when a drag begins.
    pub fn height(&self, ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, width: f32) -> f32 {
        let mut blocks = BlockPainter::new(ui.ctx(), shaper);
        size::LEGEND + (self.lines(&mut blocks, cx, width) as f32 - 1.0) * LINE
    }

    fn lines(&self, blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, width: f32) -> usize {
        let room = width - self.left(blocks, cx) - 8.0;
        layout(&Self { places: false, ..self.clone() }.widths(blocks, cx), room, MOST_LINES).1
    }

    /// Where the entries begin.
    fn left(&self, blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>) -> f32 {
        if self.is_named { 12.0 + blocks.text_width(cx.text("legend"), Face::Detail).ceil() + 16.0 } else { 8.0 }
    }

    fn widths(&self, blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>) -> Vec<f32> {
        let width = |entry: Entry| {
            let before = if entry == Entry::Place { DIVIDER } else { 0.0 };
            before + SWATCH.x + 5.0 + blocks.text_width(entry.name(cx), Face::Detail).ceil()
        };
        self.entries().map(width).collect()
    }

    /// Draws it; `head` stands left of it in the column of the heads, where there is one.
    pub fn ui(&self, ui: &Ui, cx: &ViewContext<'_>, shaper: &mut Shaper, (head, area): (Option<Rect>, Rect)) {
        let painter = ui.painter_at(head.unwrap_or(area).union(area));
        let mut blocks = BlockPainter::new(ui.ctx(), shaper);
        blocks.rect(area, cx.theme.panel);
        if let Some(head) = head {
            blocks.rect(head, cx.theme.ground);
        }
        if head.is_some() || self.is_named {
            let within = head.unwrap_or(area);
            let title = Rect::from_min_max(pos2(within.left() + 12.0, within.center().y - 7.0), within.max);
            let setting = Setting { rect: title, max_lines: 1, color: cx.theme.text_3 };
            blocks.text(cx.text("legend"), Face::Detail, setting);
        }
        let left = self.left(&mut blocks, cx);
        let lines = self.lines(&mut blocks, cx, area.width());
        let mut entries: Vec<_> = self.entries().zip(self.widths(&mut blocks, cx)).collect();
        let places = loop {
            let widths: Vec<f32> = entries.iter().map(|&(_, width)| width).collect();
            let (places, _) = layout(&widths, area.width() - left - 8.0, lines);
            if places.len() == entries.len() || !self.places || entries.len() < 2 {
                break places;
            }
            // Kinds can be looked up at any time; what a place looks like is to be told while it shows.
            entries.remove(entries.len() - 2);
        };
        let top = area.center().y - (lines as f32 - 1.0) * LINE / 2.0;
        for ((entry, width), (line, x)) in entries.into_iter().zip(places) {
            let at = pos2(area.left() + left + x, (top + line as f32 * LINE).round());
            entry_ui(ui, cx, &mut blocks, (at, width), entry);
        }
        for part in head.into_iter().chain([area]) {
            blocks.rect(part.with_max_y(part.top() + 1.0), cx.theme.line_strong);
        }
        if let Some(head) = head {
            blocks.rect(head.with_min_x(head.right() - 1.0), cx.theme.line_strong);
        }
        blocks.finish(&painter);
    }
}

/// An entry whose left middle is `at`.
fn entry_ui(
    ui: &Ui,
    cx: &ViewContext<'_>,
    blocks: &mut BlockPainter<'_>,
    (at, width): (egui::Pos2, f32),
    entry: Entry,
) {
    let whole = Rect::from_min_size(pos2(at.x, at.y - SWATCH.y / 2.0), vec2(width, SWATCH.y));
    let mut swatch = Rect::from_min_size(whole.min, SWATCH);
    match entry {
        Entry::Place => {
            let divider = Rect::from_min_size(pos2(at.x, at.y - 7.0), vec2(1.0, 14.0));
            blocks.rect(divider, cx.theme.line_strong);
            swatch = swatch.translate(vec2(DIVIDER, 0.0));
            places::swatch(blocks, cx, swatch);
            sign(blocks, swatch.center(), (icons::CHECK, cx.theme.place_line));
        }
        Entry::Kind(kind) => kind_swatch(blocks, cx, swatch.min, kind),
    }
    let name = entry.name(cx);
    let rect = Rect::from_min_max(pos2(swatch.right() + 5.0, at.y - 7.0), pos2(whole.right() + 2.0, at.y + 8.0));
    blocks.text(name, Face::Detail, Setting { rect, max_lines: 1, color: cx.theme.text_2 });
    let id = match entry {
        Entry::Kind(kind) => Id::unique(("legend", kind)),
        Entry::Place => Id::unique("legend place"),
    };
    let response = ui.interact(whole, id, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
}

/// A kind as legends show it, from its left upper corner: its sign on its fill with its edge. By body, it has no colour of
/// its own.
pub fn kind_swatch(blocks: &mut BlockPainter<'_>, cx: &ViewContext<'_>, at: egui::Pos2, kind: Kind) {
    let swatch = Rect::from_min_size(at, SWATCH);
    let colors = cx.kind_colors(kind);
    let is_plain = cx.settings.color_by == ColorBy::Body;
    if !is_plain {
        blocks.rounded(swatch, [3.0; 4], colors.fill.lerp_to_gamma(colors.bar, 0.32));
        blocks.rounded(swatch.shrink(1.0), [2.0; 4], colors.fill);
        blocks.rounded(swatch.with_max_x(swatch.left() + 3.0), [2.0, 0.0, 0.0, 2.0], colors.bar);
    }
    let color = if is_plain { cx.theme.text_2 } else { colors.bar };
    sign(blocks, swatch.center() + vec2(1.5, 0.0), (cx.kind_sign(kind), color));
}

/// A sign around a place.
fn sign(blocks: &mut BlockPainter<'_>, center: egui::Pos2, (sign, color): (&str, egui::Color32)) {
    let left = (center.x - blocks.text_width(sign, Face::Detail) / 2.0).round();
    let rect = Rect::from_min_size(pos2(left, center.y - 7.0), vec2(16.0, 14.0));
    blocks.text(sign, Face::Detail, Setting { rect, max_lines: 1, color });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_take_another_line_where_one_is_not_enough_and_no_fourth() {
        assert_eq!(layout(&[50.0, 50.0], 120.0, MOST_LINES), (vec![(0, 0.0), (0, 64.0)], 1));
        assert_eq!(layout(&[50.0, 50.0, 30.0], 113.0, MOST_LINES).1, 2);
        assert_eq!(
            layout(&[50.0; 9], 120.0, MOST_LINES),
            (vec![(0, 0.0), (0, 64.0), (1, 0.0), (1, 64.0), (2, 0.0), (2, 64.0)], 3)
        );
        assert_eq!(layout(&[], 120.0, MOST_LINES), (vec![], 1));
    }
}

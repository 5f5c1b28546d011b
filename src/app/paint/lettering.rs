//! Text on sessions: laid out once, cut to any width at every frame, in any script and direction.
//!
//! Thousands of titles change their width while the timeline is zoomed. Shaping them anew each time, or clipping each
//! in a draw call of its own, would cost milliseconds. So a text is shaped once, word by word, and then placed, wrapped
//! and cut by walking over the finished glyphs, all of them in one mesh.
//!
//! Words are put in visual order per line by the Unicode bidirectional algorithm; inside a word the font's own shaping
//! has done it.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use egui::epaint::{Mesh, Vertex};
use egui::text::LayoutJob;
use egui::{Color32, Context, FontFamily, FontId, Galley, Pos2, Rect, pos2, vec2};

use crate::app::style::fonts;

/// The fonts in which sessions are lettered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// A session's title.
    Title,
    /// Times, bodies, rooms under it.
    Detail,
}

impl Face {
    const ALL: [Self; 2] = [Self::Title, Self::Detail];

    fn font(self) -> FontId {
        match self {
            Self::Title => FontId::new(12.5, FontFamily::Name(fonts::MEDIUM.into())),
            Self::Detail => FontId::new(11.0, FontFamily::Proportional),
        }
    }

    /// From one line to the next, in points.
    #[must_use]
    pub fn line_height(self) -> f32 {
        match self {
            Self::Title => 16.0,
            Self::Detail => 14.0,
        }
    }
}

/// A text ready to be painted at any width.
#[derive(Debug)]
pub struct Lettered {
    words: Vec<Word>,
    space: f32,
    width: f32,
    right_to_left: bool,
}

#[derive(Debug)]
struct Word {
    glyphs: Vec<Glyph>,
    width: f32,
    /// Whether a blank follows; Chinese has none between its words.
    space_after: bool,
    /// Embedding level: odd runs from right to left.
    level: u8,
}

/// A glyph's picture: corners relative to the start of the word and the top of the line, places in the font texture.
#[derive(Clone, Copy, Debug)]
struct Glyph {
    rect: Rect,
    uv: Rect,
    /// Where the glyph ends.
    end: f32,
}

impl Lettered {
    /// How wide it is on one line, in points.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.width
    }
}

/// Where and how to paint a text.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The room there is.
    pub rect: Rect,
    /// How many lines at most.
    pub max_lines: usize,
    /// The colour.
    pub color: Color32,
}

/// What became of a text that was painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Painted {
    /// How many lines it took.
    pub lines: usize,
    /// Whether it had to be cut.
    pub cut: bool,
}

/// The store of shaped texts.
#[derive(Default)]
pub struct Lettering {
    texts: [HashMap<Box<str>, Rc<Lettered>>; 2],
    ellipses: [Option<Rc<Lettered>>; 2],
    /// A text laid out at every frame: when egui gives another galley for it, the font texture was made anew and every
    /// place in it is stale.
    sentinel: Option<Arc<Galley>>,
    texture_size: [usize; 2],
    pixels_per_point: f32,
}

impl std::fmt::Debug for Lettering {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lettering")
            .field("texts", &self.texts.iter().map(HashMap::len).sum::<usize>())
            .finish_non_exhaustive()
    }
}

/// More texts than any screen shows; beyond it the store starts over.
const MAX_TEXTS: usize = 30_000;
/// Longer texts are cut before shaping: no session is that wide.
const MAX_CHARS: usize = 300;

impl Lettering {
    /// To be called at the start of every frame.
    pub fn begin_frame(&mut self, ctx: &Context) {
        let sentinel = galley(ctx, "…", Face::Title);
        let same = self.sentinel.as_ref().is_some_and(|before| Arc::ptr_eq(before, &sentinel));
        if !same || self.texts.iter().any(|texts| texts.len() > MAX_TEXTS) {
            self.texts = Default::default();
            self.ellipses = Default::default();
        }
        self.sentinel = Some(sentinel);
        for face in Face::ALL {
            if self.ellipses[face as usize].is_none() {
                self.ellipses[face as usize] = Some(Rc::new(letter(ctx, "…", face)));
            }
        }
        self.texture_size = ctx.fonts(|fonts| fonts.font_image_size());
        self.pixels_per_point = ctx.pixels_per_point();
    }

    /// To be called at the end of every frame: if a new glyph made the font texture grow, what was painted points to
    /// the wrong places, and the frame is done again.
    pub fn end_frame(&self, ctx: &Context) {
        if ctx.fonts(|fonts| fonts.font_image_size()) != self.texture_size {
            ctx.request_discard("the font texture grew");
        }
    }

    /// `text`, shaped now or earlier.
    pub fn letter(&mut self, ctx: &Context, text: &str, face: Face) -> Rc<Lettered> {
        if let Some(known) = self.texts[face as usize].get(text) {
            return Rc::clone(known);
        }
        let new = Rc::new(letter(ctx, text, face));
        self.texts[face as usize].insert(text.into(), Rc::clone(&new));
        self.texture_size = ctx.fonts(|fonts| fonts.font_image_size());
        new
    }

    /// Paints `text` into `mesh`, wrapped to the width and cut with an ellipsis where it does not fit.
    pub fn paint(&self, mesh: &mut Mesh, text: &Lettered, face: Face, setting: Setting) -> Painted {
        let Setting { rect, max_lines, .. } = setting;
        let mut lines = 0;
        let mut from = 0;
        while from < text.words.len() && lines < max_lines {
            let last = lines + 1 == max_lines;
            let (to, fits) = text.line(from, rect.width());
            let rest = to < text.words.len();
            let top = rect.top() + lines as f32 * face.line_height();
            let cut = (last && rest) || !fits;
            self.paint_line(mesh, text, face, (from..to, cut), Setting { rect: rect.with_min_y(top), ..setting });
            lines += 1;
            if cut {
                return Painted { lines, cut: true };
            }
            from = to;
        }
        Painted { lines, cut: from < text.words.len() }
    }

    fn paint_line(
        &self,
        mesh: &mut Mesh,
        text: &Lettered,
        face: Face,
        (range, cut): (std::ops::Range<usize>, bool),
        setting: Setting,
    ) {
        let Setting { rect, color, .. } = setting;
        // With an ellipsis at the end, as much of the following words as there is room for stays.
        let range = if cut { range.start..text.words.len().min(range.end + 1) } else { range };
        let ellipsis = self.ellipses[face as usize].as_deref().filter(|_| cut);
        let room = rect.width() - ellipsis.map_or(0.0, |ellipsis| ellipsis.width);
        let mut logical: Vec<(usize, f32)> = Vec::with_capacity(range.len());
        let mut used = 0.0;
        for index in range {
            let word = &text.words[index];
            let shown = if cut { word.fitting(room - used) } else { word.width };
            if shown <= 0.0 {
                break;
            }
            logical.push((index, shown));
            used += shown + if word.space_after { text.space } else { 0.0 };
            if shown < word.width {
                break;
            }
        }
        let used = logical.iter().enumerate().fold(0.0, |sum, (at, &(index, shown))| {
            let gap = if at + 1 < logical.len() && text.words[index].space_after { text.space } else { 0.0 };
            sum + shown + gap
        });
        let total = used + ellipsis.map_or(0.0, |ellipsis| ellipsis.width);
        let mut x = if text.right_to_left { rect.right() - total } else { rect.left() };
        if let Some(ellipsis) = ellipsis.filter(|_| text.right_to_left) {
            self.paint_word(mesh, &ellipsis.words[0], (f32::INFINITY, false), pos2(x, rect.top()), color);
            x += ellipsis.width;
        }
        let levels: Vec<u8> = logical.iter().map(|&(index, _)| text.words[index].level).collect();
        let order = visual_order(&levels);
        for (place, &at) in order.iter().enumerate() {
            let (index, shown) = logical[at];
            let word = &text.words[index];
            let reversed = word.level % 2 == 1;
            self.paint_word(mesh, word, (shown, reversed), pos2(x, rect.top()), color);
            // The blank between two words belongs to the one that is read first.
            let gap = order.get(place + 1).is_some_and(|&next| text.words[logical[at.min(next)].0].space_after);
            x += shown + if gap { text.space } else { 0.0 };
        }
        if let Some(ellipsis) = ellipsis.filter(|_| !text.right_to_left) {
            self.paint_word(mesh, &ellipsis.words[0], (f32::INFINITY, false), pos2(x, rect.top()), color);
        }
    }

    /// Paints the glyphs of `word` that lie within `shown` points of its beginning, which is on the right if `reversed`.
    fn paint_word(&self, mesh: &mut Mesh, word: &Word, (shown, reversed): (f32, bool), at: Pos2, color: Color32) {
        let [width, height] = self.texture_size;
        let scale = vec2(1.0 / width.max(1) as f32, 1.0 / height.max(1) as f32);
        let whole = shown >= word.width;
        let skip = if reversed && !whole { word.width - shown } else { 0.0 };
        // Glyphs are sharp only where they were drawn: on whole pixels.
        let at = (at * self.pixels_per_point).round() / self.pixels_per_point;
        for glyph in &word.glyphs {
            let hidden = if reversed { glyph.rect.left() < skip - 0.01 } else { !whole && glyph.end > shown + 0.01 };
            if hidden && !whole {
                continue;
            }
            let rect = glyph.rect.translate(at.to_vec2() - vec2(skip, 0.0));
            let uv = Rect::from_min_max(
                (glyph.uv.min.to_vec2() * scale).to_pos2(),
                (glyph.uv.max.to_vec2() * scale).to_pos2(),
            );
            push_quad(mesh, rect, uv, color);
        }
    }
}

fn push_quad(mesh: &mut Mesh, rect: Rect, uv: Rect, color: Color32) {
    let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
    mesh.indices.extend([first, first + 1, first + 2, first + 2, first + 1, first + 3]);
    mesh.vertices.extend([
        Vertex { pos: rect.left_top(), uv: uv.left_top(), color },
        Vertex { pos: rect.right_top(), uv: uv.right_top(), color },
        Vertex { pos: rect.left_bottom(), uv: uv.left_bottom(), color },
        Vertex { pos: rect.right_bottom(), uv: uv.right_bottom(), color },
    ]);
}

impl Word {
    /// How much of the word's beginning fits into `room`, up to the end of a letter.
    fn fitting(&self, room: f32) -> f32 {
        if room >= self.width {
            return self.width;
        }
        let ends = self
            .glyphs
            .iter()
            .map(|glyph| if self.level % 2 == 1 { self.width - glyph.rect.left().max(0.0) } else { glyph.end });
        ends.filter(|&end| end <= room).fold(0.0, f32::max)
    }
}

impl Lettered {
    /// The end of the line that begins with word `from`, and whether it fits without being cut.
    fn line(&self, from: usize, width: f32) -> (usize, bool) {
        let mut used = 0.0;
        for (index, word) in self.words.iter().enumerate().skip(from) {
            if used + word.width > width + 0.5 {
                return if index == from { (from + 1, false) } else { (index, true) };
            }
            used += word.width + if word.space_after { self.space } else { 0.0 };
        }
        (self.words.len(), true)
    }
}

fn galley(ctx: &Context, text: &str, face: Face) -> Arc<Galley> {
    let job = LayoutJob::simple_singleline(text.to_owned(), face.font(), Color32::PLACEHOLDER);
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

fn letter(ctx: &Context, text: &str, face: Face) -> Lettered {
    let text: String = text
        .chars()
        .take(MAX_CHARS)
        .filter(|&c| !is_formatting(c))
        .map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c })
        .collect();
    let bidi = unicode_bidi::BidiInfo::new(&text, None);
    let space = ctx.fonts_mut(|fonts| fonts.glyph_width(&face.font(), ' '));
    let mut words = Vec::new();
    let mut width = 0.0;
    for (range, space_after) in split_words(&text) {
        let level = bidi.levels.get(range.start).map_or(0, |level| level.number());
        let galley = galley(ctx, &text[range], face);
        let word = word(&galley, face, ctx.pixels_per_point(), (space_after, level));
        width += word.width + if space_after { space } else { 0.0 };
        words.push(word);
    }
    if words.last().is_some_and(|word| word.space_after) {
        width -= space;
    }
    let right_to_left = bidi.paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl());
    Lettered { words, space, width, right_to_left }
}

fn word(galley: &Galley, face: Face, pixels_per_point: f32, (space_after, level): (bool, u8)) -> Word {
    let mut glyphs = Vec::new();
    for placed in &galley.rows {
        let row = &placed.row;
        let ends: Vec<(u32, f32)> = row.glyphs.iter().map(|glyph| (glyph.first_vertex, glyph.max_x())).collect();
        let lower = (face.line_height() - row.size.y) / 2.0;
        let offset = placed.pos.to_vec2() + vec2(0.0, (lower * pixels_per_point).round() / pixels_per_point);
        for (index, quad) in row.visuals.mesh.vertices.chunks_exact(4).enumerate() {
            let first = u32::try_from(index * 4).unwrap_or(0);
            let owner = ends.partition_point(|&(vertex, _)| vertex <= first);
            let end = owner.checked_sub(1).map_or(0.0, |owner| ends[owner].1);
            let corners = |pick: fn(&Vertex) -> Pos2| {
                quad.iter().map(pick).fold(Rect::NOTHING, |rect, corner| rect.union(Rect::from_min_max(corner, corner)))
            };
            glyphs.push(Glyph { rect: corners(|v| v.pos).translate(offset), uv: corners(|v| v.uv), end });
        }
    }
    Word { glyphs, width: galley.rect.width(), space_after, level }
}

/// The places of words in `text`, and whether a blank follows each. Chinese can be broken after every character.
fn split_words(text: &str) -> Vec<(std::ops::Range<usize>, bool)> {
    let mut words: Vec<(std::ops::Range<usize>, bool)> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c == ' ' {
            if let Some(from) = start.take() {
                words.push((from..at, true));
            } else if let Some(last) = words.last_mut() {
                last.1 = true;
            }
        } else if is_ideographic(c) {
            if let Some(from) = start.take() {
                words.push((from..at, false));
            }
            words.push((at..at + c.len_utf8(), false));
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        words.push((from..text.len(), false));
    }
    if let Some(last) = words.last_mut() {
        last.1 = false;
    }
    words
}

fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Marks without a picture: direction marks, joiners outside of words, byte-order marks.
fn is_formatting(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The order in which words with these embedding levels stand on a line, from left to right (rule L2 of Unicode
/// Standard Annex 9).
pub(super) fn visual_order(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut at = 0;
        while at < order.len() {
            let run = order[at..].iter().take_while(|&&word| levels[word] >= level).count();
            order[at..at + run].reverse();
            at += run.max(1);
        }
    }
    order
}

/// `text` with its words in the order in which they are to be drawn, for labels that egui lays out: it joins Arabic
/// letters but knows no direction. Only for text on one line.
#[must_use]
pub fn displayed(text: &str) -> std::borrow::Cow<'_, str> {
    let is_right_to_left =
        |c: char| matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    if !text.chars().any(is_right_to_left) {
        return text.into();
    }
    let bidi = unicode_bidi::BidiInfo::new(text, None);
    let words: Vec<&str> = text.split_whitespace().collect();
    let levels: Vec<u8> = words
        .iter()
        .map(|word| bidi.levels.get(word.as_ptr() as usize - text.as_ptr() as usize).map_or(0, |level| level.number()))
        .collect();
    visual_order(&levels).into_iter().map(|at| words[at]).collect::<Vec<_>>().join(" ").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_at_blanks_and_chinese_breaks_anywhere() {
        let words =
            |text: &str| split_words(text).into_iter().map(|(range, _)| text[range].to_owned()).collect::<Vec<_>>();
        assert_eq!(words("  First  plenary "), ["First", "plenary"]);
        assert_eq!(words("世界 ITU大会"), ["世", "界", "ITU", "大", "会"]);
        assert!(words("").is_empty());
    }

    #[test]
    fn arabic_words_stand_from_right_to_left_and_latin_ones_inside_stay() {
        assert_eq!(visual_order(&[0, 0, 0]), [0, 1, 2]);
        assert_eq!(visual_order(&[1, 1, 1]), [2, 1, 0]);
        assert_eq!(visual_order(&[1, 2, 2, 1]), [3, 1, 2, 0]);
        assert_eq!(visual_order(&[0, 1, 1, 0]), [0, 2, 1, 3]);
    }

    #[test]
    fn labels_are_reordered_only_where_needed() {
        assert!(matches!(displayed("First plenary"), std::borrow::Cow::Borrowed(_)));
        assert_eq!(displayed("مرحبا WTDC 2025"), "WTDC 2025 مرحبا");
    }
}

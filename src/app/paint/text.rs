//! Text on sessions: laid out once, cut to any width at every frame, in any script and direction.
//!
//! Thousands of titles change their width while the timeline is zoomed. Shaping them anew each time, or clipping each
//! in a draw call of its own, would cost milliseconds. So a text is shaped once, piece by piece, and then placed,
//! wrapped and cut by walking over the finished glyphs, all of them in one mesh.
//!
//! `bidi` knows what stands where on a line, for these texts and for the `labels` that egui lays out.

mod bidi;
mod labels;

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use egui::epaint::{Mesh, Vertex};
use egui::text::LayoutJob;
use egui::{Color32, Context, FontFamily, FontId, Galley, Pos2, Rangef, Rect, pos2, vec2};

use crate::app::style::{Type, fonts, size};
use bidi::{Cut, Paragraph, Part, Piece};
pub use bidi::{bounded, has_right_to_left, isolated};
pub use labels::{append_line, displayed, elided, elided_in, elided_ui, label_ui, paragraph_ui, tip, wrapped};

/// The fonts of what stands on sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// A session's title.
    Title,
    /// Times, bodies, rooms under it.
    Detail,
    /// A code that leads a title, the name of a lane.
    Code,
    /// The sign of a kind, a mark.
    Sign,
}

impl Face {
    const ALL: [Self; 4] = [Self::Title, Self::Detail, Self::Code, Self::Sign];

    fn font(self) -> FontId {
        match self {
            Self::Title => Type::Bar.font(),
            Self::Detail => Type::Meta.font(),
            Self::Code => FontId::new(Type::Bar.font().size, FontFamily::Name(fonts::SEMIBOLD.into())),
            Self::Sign => FontId::new(size::SMALL_ICON, FontFamily::Proportional),
        }
    }

    /// From one line to the next, in points.
    #[must_use]
    pub fn line_height(self) -> f32 {
        match self {
            Self::Title | Self::Code | Self::Sign => 16.0,
            Self::Detail => 14.0,
        }
    }
}

/// A text ready to be painted at any width.
#[derive(Debug)]
pub struct ShapedText {
    paragraph: Paragraph,
    glyphs: Vec<Glyph>,
    /// Behind the last glyph of each piece.
    ends: Vec<usize>,
    width: f32,
}

/// A glyph's picture: corners relative to the start of the piece and the top of the line, places in the font texture.
#[derive(Clone, Copy, Debug)]
struct Glyph {
    rect: Rect,
    uv: Rect,
    /// The room it takes in its piece, from left to right.
    along: Rangef,
}

impl ShapedText {
    /// How wide it is on one line, in points.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.width
    }

    fn glyphs(&self, piece: usize) -> &[Glyph] {
        let start = piece.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.glyphs[start..self.ends[piece]]
    }

    /// How much of a piece fits into `room`, up to the end of a letter.
    fn fitting(&self, piece: usize, room: f32) -> f32 {
        let Piece { width, level, .. } = self.paragraph.pieces[piece];
        // Dots and vowels take no room; no letter ends with them.
        let letters = self.glyphs(piece).iter().filter(|glyph| glyph.along.span() > 0.0);
        let ends = letters.map(|glyph| if level % 2 == 1 { width - glyph.along.min } else { glyph.along.max });
        ends.filter(|&end| end <= room).fold(0.0, f32::max)
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

/// What stands on the first line of a text besides it, and at which side its lines end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Beside {
    /// What is taken at the left of the first line.
    pub before: f32,
    /// What is taken at its right.
    pub after: f32,
    /// Whether lines end at the right edge.
    pub to_the_right: bool,
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
pub struct Shaper {
    texts: [HashMap<Box<str>, Rc<ShapedText>>; Face::ALL.len()],
    ellipses: [Option<Rc<ShapedText>>; Face::ALL.len()],
    /// How many glyphs and texts are in it.
    kept: usize,
    /// The line that is being painted.
    parts: Vec<Part>,
    /// A text laid out at every frame: when egui gives another galley for it, the font texture was made anew and every
    /// place in it is stale.
    sentinel: Option<Arc<Galley>>,
    texture_size: [usize; 2],
    pixels_per_point: f32,
}

impl std::fmt::Debug for Shaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shaper")
            .field("texts", &self.texts.iter().map(HashMap::len).sum::<usize>())
            .finish_non_exhaustive()
    }
}

/// More than any screen shows, some 50 MB; beyond it the store starts over.
const MOST_GLYPHS: usize = 1_000_000;
/// Longer texts are cut before shaping: no session is that wide.
pub const MOST_LETTERS: usize = 500;

impl Shaper {
    /// To be called at the start of every frame.
    pub fn begin_frame(&mut self, ctx: &Context) {
        let sentinel = galley(ctx, "…", Face::Title);
        let same = self.sentinel.as_ref().is_some_and(|before| Arc::ptr_eq(before, &sentinel));
        if !same || self.kept > MOST_GLYPHS {
            self.texts = Default::default();
            self.ellipses = Default::default();
            self.kept = 0;
        }
        self.sentinel = Some(sentinel);
        for face in Face::ALL {
            if self.ellipses[face as usize].is_none() {
                self.ellipses[face as usize] = Some(Rc::new(shape(ctx, "…", face)));
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
    pub fn shape(&mut self, ctx: &Context, text: &str, face: Face) -> Rc<ShapedText> {
        let text = bounded(text, MOST_LETTERS);
        if let Some(known) = self.texts[face as usize].get(text.as_ref()) {
            return Rc::clone(known);
        }
        let new = Rc::new(shape(ctx, &text, face));
        self.kept += new.glyphs.len() + 1;
        self.texts[face as usize].insert(text.into(), Rc::clone(&new));
        self.texture_size = ctx.fonts(|fonts| fonts.font_image_size());
        new
    }

    /// Paints `text` into `mesh`, wrapped to the width and cut with an ellipsis where it does not fit.
    pub fn paint(&mut self, mesh: &mut Mesh, text: &ShapedText, face: Face, setting: Setting) -> Painted {
        self.paint_beside(mesh, text, face, (setting, Beside::default()))
    }

    /// The same beside something on its first line, which stays empty if the first word finds no room there.
    pub fn paint_beside(
        &mut self,
        mesh: &mut Mesh,
        text: &ShapedText,
        face: Face,
        (setting, beside): (Setting, Beside),
    ) -> Painted {
        let Setting { rect, max_lines, .. } = setting;
        let count = text.paragraph.pieces.len();
        let mut parts = std::mem::take(&mut self.parts);
        let mut lines = 0;
        let mut from = 0;
        let mut cut = false;
        while from < count && lines < max_lines && !cut {
            let line = if lines == 0 {
                Rect::from_x_y_ranges(rect.left() + beside.before..=rect.right() - beside.after, rect.y_range())
            } else {
                rect
            };
            let end = text.paragraph.line(from, line.width());
            if !end.fits && line.width() < rect.width() && max_lines > 1 {
                lines += 1;
                continue;
            }
            cut = !end.fits || (lines + 1 == max_lines && end.next < count);
            let ellipsis = self.ellipses[face as usize].as_deref().map_or(0.0, ShapedText::width);
            // With an ellipsis at the end, as many of the following words as there is room for stay.
            let (shown, room) =
                if cut { (from..count, Some(Cut { room: line.width(), ellipsis })) } else { (from..end.next, None) };
            if cut && line.width() < ellipsis {
                // Not even that something is missing could be said.
                break;
            }
            let first = from;
            let fitting = |piece, room| if piece == first { text.fitting(piece, room) } else { 0.0 };
            text.paragraph.place(shown, room, fitting, &mut parts);
            let mut line = line.with_min_y(rect.top() + lines as f32 * face.line_height());
            if beside.to_the_right {
                line.min.x = line.right() - parts.iter().map(|part| part.shown).sum::<f32>();
            }
            self.paint_line(mesh, text, &parts, face, Setting { rect: line, ..setting });
            lines += 1;
            from = end.next;
        }
        self.parts = parts;
        Painted { lines, cut: cut || from < count }
    }

    /// How many lines a text takes in so much room, as [`Self::paint_beside`] would set it.
    #[must_use]
    pub fn lines(text: &ShapedText, width: f32, beside: Beside) -> usize {
        let count = text.paragraph.pieces.len();
        let (mut lines, mut from) = (0, 0);
        while from < count {
            let room = if lines == 0 { width - beside.before - beside.after } else { width };
            let end = text.paragraph.line(from, room);
            lines += 1;
            if end.fits || room >= width {
                from = end.next;
            }
        }
        lines
    }

    fn paint_line(&self, mesh: &mut Mesh, text: &ShapedText, parts: &[Part], face: Face, setting: Setting) {
        let Setting { rect, color, .. } = setting;
        let mut x = rect.left();
        if text.paragraph.is_right_to_left {
            x = rect.right() - parts.iter().map(|part| part.shown).sum::<f32>();
        }
        for part in parts {
            let at = pos2(x, rect.top());
            match part.piece {
                Some(index) => {
                    let Piece { width, level, .. } = text.paragraph.pieces[index];
                    let hidden = width - part.shown;
                    let shown = match (hidden > 0.0, level % 2 == 1) {
                        (false, _) => Rangef::EVERYTHING,
                        (true, false) => Rangef::new(0.0, part.shown),
                        (true, true) => Rangef::new(hidden, f32::INFINITY),
                    };
                    self.paint_glyphs(mesh, text.glyphs(index), shown, (at, color));
                }
                None => {
                    let glyphs = self.ellipses[face as usize].as_deref().map_or(&[][..], |ellipsis| &ellipsis.glyphs);
                    self.paint_glyphs(mesh, glyphs, Rangef::EVERYTHING, (at, color));
                }
            }
            x += part.shown;
        }
    }

    /// Paints those glyphs of a piece that lie within `shown`, whose left end comes to stand at `at`.
    fn paint_glyphs(&self, mesh: &mut Mesh, glyphs: &[Glyph], shown: Rangef, (at, color): (Pos2, Color32)) {
        let [width, height] = self.texture_size;
        let scale = vec2(1.0 / width.max(1) as f32, 1.0 / height.max(1) as f32);
        // Glyphs are sharp only where they were drawn: on whole pixels.
        let at = pos2(at.x - shown.min.max(0.0), at.y);
        let at = (at * self.pixels_per_point).round() / self.pixels_per_point;
        let shown = shown.expand(0.01);
        for glyph in glyphs.iter().filter(|glyph| shown.min <= glyph.along.min && glyph.along.max <= shown.max) {
            let uv = Rect::from_min_max(
                (glyph.uv.min.to_vec2() * scale).to_pos2(),
                (glyph.uv.max.to_vec2() * scale).to_pos2(),
            );
            push_quad(mesh, glyph.rect.translate(at.to_vec2()), uv, color);
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

fn galley(ctx: &Context, text: &str, face: Face) -> Arc<Galley> {
    let job = LayoutJob::simple_singleline(text.to_owned(), face.font(), Color32::PLACEHOLDER);
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

fn shape(ctx: &Context, text: &str, face: Face) -> ShapedText {
    let pixels_per_point = ctx.pixels_per_point();
    let blank = ctx.fonts_mut(|fonts| fonts.glyph_width(&face.font(), ' '));
    let mut glyphs = Vec::new();
    let mut ends = Vec::new();
    let paragraph = Paragraph::new(text).measured(|piece| {
        let width = if piece == " " {
            blank
        } else {
            let galley = galley(ctx, piece, face);
            push_glyphs(&galley, face, pixels_per_point, &mut glyphs);
            galley.rect.width()
        };
        ends.push(glyphs.len());
        width
    });
    let width = paragraph.pieces.iter().map(|piece| piece.width).sum();
    ShapedText { paragraph, glyphs, ends, width }
}

fn push_glyphs(galley: &Galley, face: Face, pixels_per_point: f32, glyphs: &mut Vec<Glyph>) {
    for placed in &galley.rows {
        let row = &placed.row;
        let lower = (face.line_height() - row.size.y) / 2.0;
        let offset = placed.pos.to_vec2() + vec2(0.0, (lower * pixels_per_point).round() / pixels_per_point);
        for (index, quad) in row.visuals.mesh.vertices.chunks_exact(4).enumerate() {
            let first = u32::try_from(index * 4).unwrap_or(0);
            // Glyphs without a picture have no corners.
            let owner = row.glyphs.partition_point(|glyph| glyph.first_vertex <= first);
            let owner = owner.checked_sub(1).and_then(|owner| row.glyphs.get(owner));
            let along = owner.map_or(Rangef::NOTHING, |glyph| Rangef::new(glyph.pos.x, glyph.max_x()));
            let corners = |pick: fn(&Vertex) -> Pos2| {
                quad.iter().map(pick).fold(Rect::NOTHING, |rect, corner| rect.union(Rect::from_min_max(corner, corner)))
            };
            glyphs.push(Glyph { rect: corners(|v| v.pos).translate(offset), uv: corners(|v| v.uv), along });
        }
    }
}

//! From broken lines to a [`Paragraph`]: each glyph gets its place.

use parley::{Layout, Run as LayoutRun};

use super::super::hyphens::SOFT_HYPHEN;
use super::super::source::{Plain, Source, is_invisible};
use super::super::{Face, Glyph, Line, Paragraph, Run};
use super::{Align, Faces, Shape};
use crate::look::Rgb;

/// How far the letters of the Latin face reach above the baseline, as a multiple of their size.
const ASCENT: f32 = 1984.0 / 2048.0;
/// How far they reach below it.
const DESCENT: f32 = 494.0 / 2048.0;

pub(super) fn paragraph_from_layout(layout: &Layout<Rgb>, source: &Source, shape: Shape, faces: &Faces) -> Paragraph {
    let ends =
        layout.lines().map(|line| line.text_range().end).filter(|&end| source.text[..end].ends_with(SOFT_HYPHEN));
    let plain = Plain::new(&source.text, &ends.collect::<Vec<_>>());
    let mut setter = Setter {
        layout,
        source,
        plain: &plain,
        faces,
        paragraph: Paragraph::default(),
        lacks_any: false,
        trailing: Vec::new(),
    };
    setter.paragraph.is_right_to_left = layout.is_rtl();
    for line in layout.lines() {
        setter.line(line, shape);
    }
    let lacks_any = setter.lacks_any;
    let mut paragraph = setter.paragraph;
    if lacks_any {
        // What is joined into one sign of several characters can be shown by any of them.
        paragraph.missing = source.text.chars().filter(|&c| !is_invisible(c) && !Faces::have(c)).collect();
    }
    paragraph.width = paragraph.lines.iter().map(|line| line.width).fold(0.0, f32::max);
    paragraph.height = paragraph.lines.last().map_or(0.0, |line| line.top + line.height);
    if shape.width.is_none() {
        // Lines are aligned within the widest one.
        let width = paragraph.width;
        for line in &mut paragraph.lines {
            let by = left_of(line.width, width, shape.align, layout.is_rtl());
            line.left += by;
            paragraph.runs[line.runs.clone()].iter_mut().for_each(|run| run.x += by);
        }
    }
    paragraph.text = plain.text;
    paragraph
}

/// Where a line begins.
fn left_of(line: f32, width: f32, align: Align, is_right_to_left: bool) -> f32 {
    let free = width - line;
    match (align, is_right_to_left) {
        (Align::Start, false) | (Align::End, true) | (Align::Left, _) => 0.0,
        (Align::Start, true) | (Align::End, false) | (Align::Right, _) => free,
        (Align::Center, _) => free / 2.0,
    }
}

struct Setter<'a> {
    layout: &'a Layout<Rgb>,
    source: &'a Source,
    plain: &'a Plain,
    faces: &'a Faces,
    paragraph: Paragraph,
    /// Whether no font has some character of it.
    lacks_any: bool,
    /// Spaces at the end of the line, which runs into the other direction would show in its middle.
    trailing: Vec<(Run, Glyph)>,
}

/// Where the next glyph stands, and what it belongs to.
struct Pen {
    x: f32,
    y: f32,
    face: Face,
    size: f32,
    is_right_to_left: bool,
    /// Whether the next glyph begins a run of its own.
    is_lifted: bool,
    /// Where in the source the next glyph comes from.
    at: usize,
}

impl Setter<'_> {
    fn line(&mut self, line: parley::Line<'_, Rgb>, shape: Shape) {
        let range = line.text_range();
        let is_at_end = |c: char| c.is_whitespace() || is_invisible(c);
        let is_broken = self.source.text[range.clone()].ends_with(SOFT_HYPHEN);
        let hyphen_at = range.end - if is_broken { SOFT_HYPHEN.len_utf8() } else { 0 };
        let end = range.start + self.source.text[range].trim_end_matches(is_at_end).len();
        let is_right_to_left = self.layout.is_rtl();
        let mut trailing = 0.0;
        for run in line.runs().filter(|run| run.text_range().end > end) {
            trailing += run.clusters().filter(|c| c.text_range().start >= end).map(|c| c.advance()).sum::<f32>();
        }
        let hyphen = if is_broken { self.faces.hyphen_of(self.source.style_at(hyphen_at)) } else { 0.0 };
        let width = line.metrics().advance - trailing + hyphen;
        let left = shape.width.map_or(0.0, |of| left_of(width, of, shape.align, is_right_to_left));
        let top = self.paragraph.lines.last().map_or(0.0, |line| line.top + line.height);
        let height = line.metrics().line_height;
        let size = height / shape.line_height;
        let baseline = top + (height - (ASCENT + DESCENT) * size) / 2.0 + ASCENT * size;

        let runs_before = self.paragraph.runs.len();
        let mut x = if is_right_to_left { left - trailing } else { left };
        // Spaces at the end belong to the outer edge, whatever direction the run has that they stand in.
        let misplaced = line.runs().any(|run| run.text_range().end > end && run.is_rtl() != is_right_to_left);
        if misplaced && is_right_to_left {
            x = left;
        }
        self.trailing.clear();
        for run in line.runs() {
            self.run(&run, &mut x, baseline, misplaced.then_some(end));
        }
        if is_broken {
            self.hyphen(x, baseline, hyphen_at);
        }
        let mut outside = if is_right_to_left { left } else { left + width };
        for (mut run, glyph) in std::mem::take(&mut self.trailing) {
            outside -= if is_right_to_left { run.advance } else { 0.0 };
            run.x = outside;
            outside += if is_right_to_left { 0.0 } else { run.advance };
            self.paragraph.glyphs.push(glyph);
            run.glyphs = self.paragraph.glyphs.len() - 1..self.paragraph.glyphs.len();
            self.paragraph.runs.push(run);
        }
        let glyphs = &self.paragraph.glyphs;
        self.paragraph.runs[runs_before..]
            .sort_by_key(|run| glyphs[run.glyphs.clone()].iter().map(|glyph| glyph.start).min());
        self.paragraph.lines.push(Line {
            top,
            height,
            baseline,
            left,
            width,
            runs: runs_before..self.paragraph.runs.len(),
        });
    }

    /// A hyphen behind what stands in a line that ends within a word.
    fn hyphen(&mut self, x: f32, y: f32, at: usize) {
        let style = self.source.style_at(at);
        let (id, advance) = self.faces.hyphens[style.weight as usize];
        let (start, end) = (self.plain.place(at), self.plain.place(at + SOFT_HYPHEN.len_utf8()));
        let index = self.paragraph.glyphs.len();
        self.paragraph.glyphs.push(Glyph { id, x: 0.0, y: 0.0, advance, start, end });
        self.paragraph.runs.push(Run {
            face: style.weight.latin(),
            size: style.size,
            colour: style.colour,
            x,
            y,
            advance: advance * style.size,
            is_right_to_left: false,
            glyphs: index..index + 1,
        });
    }

    fn run(&mut self, run: &LayoutRun<'_, Rgb>, x: &mut f32, y: f32, trailing_from: Option<usize>) {
        let face = self.faces.face(run.font().data.id());
        let size = run.font_size();
        let mut pen = Pen { x: *x, y, face, size, is_right_to_left: run.is_rtl(), is_lifted: true, at: 0 };
        // Letters that a ligature shows besides its first one have no glyph. From the right they come before it.
        let mut reaches_to = None;
        for cluster in run.visual_clusters() {
            let range = cluster.text_range();
            if cluster.is_ligature_continuation() {
                if pen.is_right_to_left {
                    reaches_to = reaches_to.max(Some(range.end));
                } else if let Some(last) = self.paragraph.glyphs.last_mut() {
                    last.end = self.plain.place(range.end);
                }
                continue;
            }
            pen.at = range.start;
            let end = reaches_to.take().unwrap_or(range.end);
            let (start, end) = (self.plain.place(range.start), self.plain.place(end));
            let is_shown = !is_invisible(cluster.source_char());
            let is_trailing = trailing_from.is_some_and(|from| range.start >= from);
            for glyph in cluster.glyphs() {
                if is_trailing && !is_shown {
                    continue;
                }
                if !is_shown {
                    pen.is_lifted |= glyph.advance != 0.0;
                    pen.x += glyph.advance;
                    continue;
                }
                let colour = self.layout.styles()[glyph.style_index()].brush;
                let placed = Glyph {
                    id: glyph.id as u16,
                    x: glyph.x / size,
                    y: -glyph.y / size,
                    advance: glyph.advance / size,
                    start,
                    end,
                };
                if is_trailing {
                    let run = Run {
                        face,
                        size,
                        colour,
                        x: 0.0,
                        y,
                        advance: glyph.advance,
                        is_right_to_left: pen.is_right_to_left,
                        glyphs: 0..0,
                    };
                    self.trailing.push((run, placed));
                } else {
                    self.glyph(&mut pen, placed, colour);
                }
            }
        }
        *x = pen.x;
    }

    /// Appends a glyph to the run before it, or to a new one where it differs. What the layout keeps apart only because
    /// of its script becomes one run again.
    fn glyph(&mut self, pen: &mut Pen, mut glyph: Glyph, colour: Rgb) {
        let mut face = pen.face;
        if glyph.id == 0 {
            self.lacks_any = true;
            let weight = self.source.style_at(pen.at).weight;
            let (id, advance) = self.faces.boxes[weight as usize];
            face = weight.latin();
            glyph.id = id;
            glyph.x = (glyph.advance - advance) / 2.0;
        }
        let advance = glyph.advance * pen.size;
        let index = self.paragraph.glyphs.len();
        let follows = !pen.is_lifted || self.continues(pen, glyph);
        self.paragraph.glyphs.push(glyph);
        match self.paragraph.runs.last_mut() {
            Some(run) if follows && run.face == face && run.colour == colour => {
                run.glyphs.end = index + 1;
                run.advance += advance;
            }
            _ => self.paragraph.runs.push(Run {
                face,
                size: pen.size,
                colour,
                x: pen.x,
                y: pen.y,
                advance,
                is_right_to_left: pen.is_right_to_left,
                glyphs: index..index + 1,
            }),
        }
        pen.is_lifted = false;
        pen.x += advance;
    }

    /// Whether a glyph begins where the run before it ends, in the line and in the text.
    fn continues(&self, pen: &Pen, glyph: Glyph) -> bool {
        let (Some(run), Some(last)) = (self.paragraph.runs.last(), self.paragraph.glyphs.last()) else {
            return false;
        };
        let in_text = if pen.is_right_to_left { glyph.end == last.start } else { glyph.start == last.end };
        in_text
            && run.y.to_bits() == pen.y.to_bits()
            && run.size.to_bits() == pen.size.to_bits()
            && run.is_right_to_left == pen.is_right_to_left
            && (run.x + run.advance - pen.x).abs() < 0.001 * pen.size
    }
}

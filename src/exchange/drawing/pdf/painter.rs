//! Draws marks on the pages of a PDF.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Paint, Stroke, StrokeDash};
use krilla::surface::{Location, Surface};
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup};
use krilla::text::{Font, GlyphId};

use super::super::outlines::Outlines;
use super::super::png::Picture;
use super::super::shapes::{Step, dashes, frame, rounded};
use super::super::{Area, Face, Glyph, Group, Line, Mark, Paragraph, Part, Point, Run};
use super::{links_of, tags};
use crate::look::Rgb;
use crate::model::Language;

/// The fonts and pictures that are used so far.
#[derive(Default)]
pub(super) struct Fonts {
    known: [Option<Font>; Face::ALL.len()],
    outlines: Outlines,
    /// The picture that was drawn last, which most pages share.
    image: Option<(Arc<Picture>, Image)>,
}

impl Fonts {
    fn image(&mut self, picture: &Arc<Picture>) -> Image {
        match &self.image {
            Some((known, image)) if Arc::ptr_eq(known, picture) => image.clone(),
            _ => {
                let image = Image::from_rgba8(picture.rgba.clone(), picture.width, picture.height);
                self.image = Some((Arc::clone(picture), image.clone()));
                image
            }
        }
    }

    fn font(&mut self, face: Face) -> Option<Font> {
        let slot = &mut self.known[face as usize];
        if slot.is_none() {
            *slot = Font::new(face.bytes().into(), 0);
        }
        slot.clone()
    }
}

/// What surrounds a list of marks.
#[derive(Clone, Copy)]
pub(super) struct Around {
    pub language: Language,
    pub part: Option<Part>,
    pub is_decoration: bool,
}

/// Draws marks on the surface of a page.
pub(super) struct Painter<'a, 'b> {
    surface: Surface<'a>,
    fonts: &'b mut Fonts,
    links: VecDeque<Identifier>,
    /// What the shapes drawn last belong to: those that follow each other are one.
    open: Open,
    /// The leaves of the figure that is being drawn.
    figure: Option<Vec<Node>>,
}

/// Shapes are decoration, except in a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Decoration,
    Figure,
}

impl<'a, 'b> Painter<'a, 'b> {
    /// A painter for a page with these links.
    pub fn new(surface: Surface<'a>, fonts: &'b mut Fonts, links: VecDeque<Identifier>) -> Self {
        Self { surface, fonts, links, open: Open::Nothing, figure: None }
    }

    /// Ends the page.
    pub fn finish(mut self) {
        self.close();
        self.surface.finish();
    }

    /// Draws the marks, and gives back what they are in the structure of the document.
    pub fn marks(&mut self, marks: &[Mark], around: Around) -> Vec<Node> {
        let mut nodes = Vec::new();
        // Each link, and which node is its own once there is one.
        let mut links = Vec::new();
        for (area, _) in links_of(marks) {
            links.extend(self.links.pop_front().map(|link| (area, link, None)));
        }
        for mark in marks {
            match mark {
                Mark::Fill { area, radius, colour } => self.fill(*area, *radius, *colour),
                Mark::Frame { area, radius, colour, width } => self.frame(*area, *radius, *colour, *width),
                Mark::Line { from, to, colour, width, dashed } => self.line(*from, *to, *colour, (*width, *dashed)),
                Mark::Link { .. } => {}
                Mark::Image { area, picture } => self.image(*area, picture),
                Mark::Text { at, paragraph } if around.is_decoration => self.decorate(*at, paragraph),
                Mark::Text { at, paragraph } => {
                    let leaves = self.text(*at, paragraph);
                    match links.iter_mut().find(|(area, _, _)| area.contains(middle_of(*at, paragraph))) {
                        Some((_, _, Some(index))) => tags::extend(&mut nodes[*index], leaves),
                        Some((_, link, index)) => {
                            *index = Some(nodes.len());
                            nodes.push(tags::link(*link, leaves));
                        }
                        None => nodes.extend(tags::text(leaves, around.part)),
                    }
                }
                Mark::Group(group) => nodes.extend(self.group(group, around)),
            }
        }
        for (_, link, index) in links {
            let node = match index {
                Some(index) => std::mem::replace(&mut nodes[index], Node::Group(TagGroup::new(Tag::Div))),
                None => tags::link(link, Vec::new()),
            };
            let mut wrapped = tags::text(vec![node], around.part);
            match (index, wrapped.pop()) {
                (Some(index), Some(node)) => nodes[index] = node,
                (None, node) => nodes.extend(node),
                (Some(_), None) => {}
            }
        }
        nodes
    }

    fn group(&mut self, group: &Group, around: Around) -> Vec<Node> {
        let inside = Around {
            language: group.language.unwrap_or(around.language),
            part: Some(group.part),
            is_decoration: around.is_decoration || group.part == Part::Decoration,
        };
        let outer = self.figure.take();
        if group.part == Part::Figure {
            self.close();
            self.figure = Some(Vec::new());
        } else if group.part != Part::Decoration {
            self.figure = outer.clone().map(|_| Vec::new());
        }
        let mut children = self.marks(&group.marks, inside);
        if let Some(leaves) = std::mem::replace(&mut self.figure, outer) {
            self.close();
            children.splice(0..0, leaves);
        }
        if inside.is_decoration {
            // Only links, which have to be reachable everywhere.
            return children;
        }
        let language = (inside.language != around.language).then_some(inside.language);
        tags::group(group, language, children).map(Node::Group).into_iter().collect()
    }

    /// A filled area.
    pub fn fill(&mut self, area: Area, radius: f32, colour: Rgb) {
        if !area.is_drawable() {
            return;
        }
        if let Some(path) = path_from_steps(&rounded(area, radius)) {
            self.draw(&path, Some(fill_of(colour)), None);
        }
    }

    fn frame(&mut self, area: Area, radius: f32, colour: Rgb, width: f32) {
        if !area.is_drawable() {
            return;
        }
        if let Some((area, radius, width)) = frame(area, radius, width)
            && let Some(path) = path_from_steps(&rounded(area, radius))
        {
            self.draw(&path, None, Some(Stroke { paint: paint_of(colour), width, ..Stroke::default() }));
        }
    }

    fn line(&mut self, from: Point, to: Point, colour: Rgb, (width, is_dashed): (f32, bool)) {
        if !(from.is_finite() && to.is_finite() && width.is_finite() && width > 0.0) {
            return;
        }
        if let Some(path) = path_from_steps(&[Step::Move([from.x, from.y]), Step::Line([to.x, to.y])]) {
            let dash = is_dashed.then(|| StrokeDash { array: dashes(width).to_vec(), offset: 0.0 });
            self.draw(&path, None, Some(Stroke { paint: paint_of(colour), width, dash, ..Stroke::default() }));
        }
    }

    fn image(&mut self, area: Area, picture: &Arc<Picture>) {
        let size = Size::from_wh(area.width, area.height).filter(|_| area.is_drawable());
        if let Some(size) = size {
            self.open(if self.figure.is_some() { Open::Figure } else { Open::Decoration });
            let image = self.fonts.image(picture);
            self.surface.push_transform(&Transform::from_translate(area.x, area.y));
            self.surface.draw_image(image, size);
            self.surface.pop();
        }
    }

    fn draw(&mut self, path: &Path, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.open(if self.figure.is_some() { Open::Figure } else { Open::Decoration });
        self.surface.set_fill(fill);
        self.surface.set_stroke(stroke);
        self.surface.draw_path(path);
        self.surface.set_stroke(None);
    }

    /// Draws a paragraph; each line of it is a leaf of the structure.
    fn text(&mut self, at: Point, paragraph: &Paragraph) -> Vec<Node> {
        if !at.is_finite() {
            return Vec::new();
        }
        self.close();
        let mut leaves = Vec::new();
        for line in paragraph.lines().iter().filter(|line| !line.runs.is_empty()) {
            leaves.push(Node::Leaf(self.surface.start_tagged(ContentTag::Span(SpanTag::empty()))));
            self.runs(at, paragraph, line);
            self.surface.end_tagged();
        }
        leaves
    }

    /// Draws a paragraph that is not read out.
    fn decorate(&mut self, at: Point, paragraph: &Paragraph) {
        if at.is_finite() {
            self.open(Open::Decoration);
            for line in paragraph.lines() {
                self.runs(at, paragraph, line);
            }
        }
    }

    fn runs(&mut self, at: Point, paragraph: &Paragraph, line: &Line) {
        for run in paragraph.runs_of(line) {
            let Some(font) = self.fonts.font(run.face) else {
                continue;
            };
            self.surface.set_fill(Some(fill_of(run.colour)));
            let start = Point::new(at.x + run.x, at.y + run.y);
            let (letters, accents) = apart(paragraph.glyphs_of(run));
            let place = krilla::geom::Point::from_xy(start.x, start.y);
            self.surface.draw_glyphs(place, &letters, font, paragraph.text(), run.size, false);
            if let Some(path) = self.path_of_accents(start, run, &accents) {
                self.surface.set_stroke(None);
                self.surface.draw_path(&path);
            }
        }
    }

    fn path_of_accents(&mut self, start: Point, run: &Run, accents: &[(f32, Glyph)]) -> Option<Path> {
        let mut steps = Vec::new();
        for (x, glyph) in accents {
            let place = |[to_x, to_y]: [f32; 2]| {
                [start.x + (x + glyph.x + to_x) * run.size, start.y + (to_y - glyph.y) * run.size]
            };
            steps.extend(self.fonts.outlines.of(run.face, glyph.id).iter().map(|step| step.map(place)));
        }
        path_from_steps(&steps)
    }

    /// Begins what the next marks belong to.
    fn open(&mut self, open: Open) {
        if self.open == open {
            return;
        }
        self.close();
        let tag = match open {
            Open::Nothing => return,
            Open::Decoration => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
            Open::Figure => ContentTag::Other,
        };
        let leaf = self.surface.start_tagged(tag);
        if let (Open::Figure, Some(leaves)) = (open, &mut self.figure) {
            leaves.push(Node::Leaf(leaf));
        }
        self.open = open;
    }

    fn close(&mut self) {
        if std::mem::replace(&mut self.open, Open::Nothing) != Open::Nothing {
            self.surface.end_tagged();
        }
    }
}

/// Glyphs that show a letter, and those above and below it, with their distances from the start of the run.
///
/// Arabic fonts draw the dots of letters with glyphs of their own. As text, each would need a letter of the text too:
/// readers that copy glyph by glyph would find it twice, and others a gap where the dot stands. So they are shapes.
fn apart(glyphs: &[Glyph]) -> (Cow<'_, [Glyph]>, Vec<(f32, Glyph)>) {
    if glyphs.iter().all(|glyph| glyph.advance != 0.0) {
        return (Cow::Borrowed(glyphs), Vec::new());
    }
    let (mut letters, mut accents, mut x) = (Vec::with_capacity(glyphs.len()), Vec::new(), 0.0);
    for cluster in glyphs.chunk_by(|a, b| a.range() == b.range()) {
        let has_letter = cluster.iter().any(|glyph| glyph.advance != 0.0);
        for &glyph in cluster {
            if has_letter && glyph.advance == 0.0 {
                accents.push((x, glyph));
            } else {
                letters.push(glyph);
            }
            x += glyph.advance;
        }
    }
    (Cow::Owned(letters), accents)
}

/// A point that lies in whatever a paragraph belongs to.
fn middle_of(at: Point, paragraph: &Paragraph) -> Point {
    let x = paragraph.lines().first().map_or(0.0, |line| line.left + line.width / 2.0);
    Point::new(at.x + x, at.y + paragraph.height() / 2.0)
}

fn paint_of([red, green, blue]: Rgb) -> Paint {
    rgb::Color::new(red, green, blue).into()
}

fn fill_of(colour: Rgb) -> Fill {
    Fill { paint: paint_of(colour), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn path_from_steps(steps: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for &step in steps {
        match step {
            Step::Move([x, y]) => path.move_to(x, y),
            Step::Line([x, y]) => path.line_to(x, y),
            Step::Quad([x1, y1], [x, y]) => path.quad_to(x1, y1, x, y),
            Step::Cubic([x1, y1], [x2, y2], [x, y]) => path.cubic_to(x1, y1, x2, y2, x, y),
            Step::Close => path.close(),
        }
    }
    path.finish()
}

/// So that glyphs are drawn from where they are, without a copy.
impl krilla::text::Glyph for Glyph {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.id.into())
    }

    fn text_range(&self) -> Range<usize> {
        self.range()
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }

    fn x_offset(&self, size: f32) -> f32 {
        self.x * size
    }

    fn y_offset(&self, size: f32) -> f32 {
        self.y * size
    }

    fn y_advance(&self, _size: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<Location> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Shape, Typesetter, samples};
    use super::*;

    #[test]
    fn each_letter_is_one_glyph() {
        let mut typesetter = Typesetter::new();
        for text in ["بيت", "e\u{301}te\u{301}", "قاعة كبيرة جدا"] {
            let paragraph = typesetter.paragraph(&[samples::plain(text)], Shape::default());
            for run in paragraph.runs() {
                let (letters, accents) = apart(paragraph.glyphs_of(run));
                assert_eq!(letters.len() + accents.len(), paragraph.glyphs_of(run).len());
                assert!(letters.windows(2).all(|pair| pair[0].range() != pair[1].range()), "{text}");
                let sum = |glyphs: &[Glyph]| glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
                assert!((sum(&letters) - sum(paragraph.glyphs_of(run))).abs() < 0.001, "no letter moves");
                assert!(accents.iter().all(|&(x, _)| (0.0..=sum(&letters)).contains(&x)), "{accents:?}");
            }
        }
        let alone = typesetter.paragraph(&[samples::plain("\u{64e}")], Shape::default());
        assert!(!apart(&alone.glyphs).0.is_empty(), "without a letter an accent is text itself");
    }
}

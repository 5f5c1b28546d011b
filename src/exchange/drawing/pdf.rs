//! Pages become a PDF: tagged for screen readers (PDF/UA-1), with text that can be searched and copied, and only the
//! glyphs that are used of each font. The same pages and the same date give the same bytes.

mod tags;

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use chrono::{DateTime, Datelike, Timelike, Utc};
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Rect};
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Paint, Stroke, StrokeDash};
use krilla::surface::{Location, Surface};
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId};
use krilla::{Document, SerializeSettings};

use super::links::safe_address;
use super::outlines::Outlines;
use super::shapes::{Step, dashes, frame, rounded};
use super::{Area, DrawingError, Face, Glyph, Group, Line, Mark, Page, Paragraph, Part, Point, Run};
use crate::look::Rgb;
use crate::model::Language;

/// What the document says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its title, which a viewer shows above it.
    pub title: String,
    /// The language of all texts that are in no group with another one.
    pub language: Language,
    /// The program that made it, with its version.
    pub creator: String,
    /// When it was made.
    pub date: DateTime<Utc>,
}

/// The pages as a PDF.
///
/// # Errors
/// [`DrawingError`] if there is no page, or one without a size.
pub fn pdf(pages: &[Page], about: &About) -> Result<Vec<u8>, DrawingError> {
    if pages.is_empty() {
        return Err(DrawingError::NoPages);
    }
    match write(pages, about, true)? {
        Ok(bytes) => Ok(bytes),
        // A document that misses a detail of the standard for accessibility is still better than none.
        Err(KrillaError::Validation(_)) => {
            write(pages, about, false)?.map_err(|error| DrawingError::Writer(error.to_string()))
        }
        Err(error) => Err(DrawingError::Writer(error.to_string())),
    }
}

/// The outer error is one of the pages, the inner one of the library.
fn write(pages: &[Page], about: &About, is_strict: bool) -> Result<Result<Vec<u8>, KrillaError>, DrawingError> {
    let mut configuration = ConfigurationBuilder::new();
    if is_strict {
        configuration = configuration.with_accessibility_validator(Accessibility::UA1);
    }
    let configuration = configuration.finish().map_err(|error| DrawingError::Writer(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(about));
    document.set_outline(outline(pages, about));

    let mut fonts = Fonts::default();
    let mut tree = TagTree::new();
    for page in pages {
        let settings = PageSettings::from_wh(page.width, page.height).ok_or(DrawingError::PageSize)?;
        let mut target = document.start_page_with(settings);
        let mut links = VecDeque::new();
        add_links(&mut target, &page.marks, &mut links);
        {
            let mut painter =
                Painter { surface: target.surface(), fonts: &mut fonts, links, open: Open::Nothing, figure: None };
            if let Some(ground) = page.ground {
                painter.fill(Area::new(0.0, 0.0, page.width, page.height), 0.0, ground);
            }
            let around = Around { language: about.language, part: None, is_decoration: false };
            let nodes = painter.marks(&page.marks, around);
            for node in nodes {
                tree.push(node);
            }
            painter.close();
            painter.surface.finish();
        }
        target.finish();
    }
    document.set_tag_tree(tree);
    Ok(document.finish())
}

fn metadata(about: &About) -> Metadata {
    let date = &about.date;
    let made = krilla::metadata::DateTime::new(u16::try_from(date.year()).unwrap_or_default())
        .month(date.month() as u8)
        .day(date.day() as u8)
        .hour(date.hour() as u8)
        .minute(date.minute() as u8)
        .second(date.second() as u8)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let direction = match about.language {
        Language::Arabic => TextDirection::RightToLeft,
        _ => TextDirection::LeftToRight,
    };
    Metadata::new()
        .title(title_of(about))
        .language(about.language.code().to_owned())
        .creator(about.creator.clone())
        .producer(about.creator.clone())
        .creation_date(made)
        .text_direction(direction)
}

/// A document needs a title.
fn title_of(about: &About) -> String {
    if about.title.trim().is_empty() { about.creator.clone() } else { one_line(&about.title) }
}

/// An entry for each page whose title is not that of the page before.
fn outline(pages: &[Page], about: &About) -> Outline {
    let mut outline = Outline::new();
    let mut previous = None;
    for (index, page) in pages.iter().enumerate() {
        if previous != Some(&page.title) && !page.title.trim().is_empty() {
            let top = XyzDestination::new(index, krilla::geom::Point::from_xy(0.0, 0.0));
            outline.push_child(OutlineNode::new(one_line(&page.title), top));
        }
        previous = Some(&page.title);
    }
    if pages.iter().all(|page| page.title.trim().is_empty()) {
        let top = XyzDestination::new(0, krilla::geom::Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(title_of(about), top));
    }
    outline
}

/// Text for a place that has no lines.
fn one_line(text: &str) -> String {
    let clean = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().filter(|&c| !super::source::is_noncharacter(c) && c != '\u{feff}').map(clean).collect()
}

/// Adds the links of a page, in the order in which [`Painter::marks`] asks for them: those of a list of marks before
/// those in its groups.
fn add_links(page: &mut krilla::page::Page<'_>, marks: &[Mark], links: &mut VecDeque<Identifier>) {
    for (area, address) in links_of(marks) {
        // The area was checked, so it has a rectangle.
        let Some(rect) = Rect::from_ltrb(area.x, area.y, area.right(), area.bottom()) else {
            continue;
        };
        let target = Target::Action(Action::Link(LinkAction::new(address.to_owned())));
        let annotation = Annotation::new_link(LinkAnnotation::new(rect, target), Some(address.to_owned()));
        links.push_back(page.add_tagged_annotation(annotation));
    }
    for mark in marks {
        if let Mark::Group(group) = mark {
            add_links(page, &group.marks, links);
        }
    }
}

/// The links in a list of marks that lead somewhere.
fn links_of(marks: &[Mark]) -> impl Iterator<Item = (Area, &str)> {
    marks.iter().filter_map(|mark| match mark {
        Mark::Link { area, address } if area.is_drawable() => Some((*area, safe_address(address)?)),
        _ => None,
    })
}

/// The fonts that are used so far.
#[derive(Default)]
struct Fonts {
    known: [Option<Font>; Face::ALL.len()],
    outlines: Outlines,
}

impl Fonts {
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
struct Around {
    language: Language,
    part: Option<Part>,
    is_decoration: bool,
}

struct Painter<'a, 'b> {
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

impl Painter<'_, '_> {
    /// Draws the marks, and gives back what they are in the structure of the document.
    fn marks(&mut self, marks: &[Mark], around: Around) -> Vec<Node> {
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

    fn fill(&mut self, area: Area, radius: f32, colour: Rgb) {
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
    use super::super::{Shape, Typesetter, samples};
    use super::*;

    fn about() -> About {
        About {
            title: "WTSA <24>".to_owned(),
            language: Language::English,
            creator: "Plenary 0.1.0".to_owned(),
            date: DateTime::from_timestamp(1_763_370_000, 0).expect("a date"),
        }
    }

    fn written(pages: &[Page]) -> Vec<u8> {
        pdf(pages, &about()).expect("it can be written")
    }

    /// How often the bytes of `part` are in the file.
    fn count(bytes: &[u8], part: &str) -> usize {
        bytes.windows(part.len()).filter(|window| *window == part.as_bytes()).count()
    }

    #[test]
    fn every_page_is_there() {
        let bytes = written(&[samples::every_mark(), samples::every_mark(), samples::hostile()]);
        assert!(bytes.starts_with(b"%PDF-1.7"));
        assert_eq!((count(&bytes, "/Type/Page/"), count(&bytes, "/Type/Pages/Count 3/")), (3, 1));
    }

    #[test]
    fn the_same_pages_give_the_same_bytes() {
        let pages = [samples::every_mark(), samples::hostile()];
        assert_eq!(written(&pages), written(&[samples::every_mark(), samples::hostile()]));
        let later = About { date: DateTime::from_timestamp(1_763_380_000, 0).expect("a date"), ..about() };
        assert_ne!(written(&pages), pdf(&pages, &later).expect("it can be written"));
    }

    #[test]
    fn it_keeps_the_standard_for_accessibility_whatever_is_in_it() {
        for pages in [vec![samples::every_mark()], vec![samples::hostile()]] {
            let strict = write(&pages, &about(), true).expect("the pages have a size");
            assert!(count(&strict.expect("no detail is missed"), "pdfuaid") > 0);
        }
        let empty = Page { width: 10.0, height: 10.0, ground: None, title: String::new(), marks: Vec::new() };
        let nameless = About { title: String::new(), ..about() };
        assert!(write(&[empty], &nameless, true).expect("the page has a size").is_ok());
    }

    #[test]
    fn only_good_addresses_become_links() {
        let bytes = written(&[samples::every_mark()]);
        assert_eq!(count(&bytes, "/Subtype/Link"), 2);
        assert_eq!((count(&bytes, "javascript"), count(&bytes, "mailto:desk@itu.int") > 0), (0, true));
        assert_eq!(
            count(&written(&[samples::hostile()]), "/Subtype/Link"),
            2,
            "one that is empty behind the slash, one that is long"
        );
    }

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

    #[test]
    fn pages_without_a_size_are_refused() {
        assert_eq!(pdf(&[], &about()), Err(DrawingError::NoPages));
        for width in [0.0, -1.0, f32::NAN, f32::INFINITY] {
            let page = Page { width, height: 10.0, ground: Some([0; 3]), title: String::new(), marks: Vec::new() };
            assert_eq!(pdf(&[page], &about()), Err(DrawingError::PageSize), "{width}");
        }
    }
}
